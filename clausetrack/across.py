"""References followed from one document into another: terms into the agreement that they amend.

Terms of settlement cite the clauses of an agreement, and an agreement those of another one. Where
that agreement is given too, such a reference resolves there. Where several versions of it are
given, the reference stays open: nothing says which is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausetrack.citations import Mention, find
from clausetrack.model import Clause, Document
from clausetrack.references import Reference, Space, resolve, spaces, texts


@dataclass(frozen=True, slots=True)
class Followed:
    """A reference and where it leads: `into` is the document that holds its targets, or None.

    `new` says that the targets are wording that the terms print, under no clause yet: they stand
    in the terms and are for the agreement.
    """

    document: Document
    clause: Clause
    reference: Reference
    into: Document | None = None
    new: bool = False


def follow(documents: Sequence[Document]) -> tuple[Followed, ...]:
    """Every reference of the documents, in their order, followed into the others where it leads."""
    indexes = [spaces(document) for document in documents]
    return tuple(
        _followed(mention, place, clause, number, documents, indexes)
        for number, document in enumerate(documents)
        for clause in document.clauses
        for place, text in texts(clause)
        for mention in find(text)
    )


def _followed(
    mention: Mention,
    place: str,
    clause: Clause,
    number: int,
    documents: Sequence[Document],
    indexes: Sequence[dict[str | None, Space]],
) -> Followed:
    document = documents[number]
    own = resolve(mention, clause, indexes[number][clause.fragment], place)
    if own.resolves:
        return Followed(document, clause, own, document)
    if mention.kind not in ("internal", "agreement"):
        return Followed(document, clause, own)
    there = _elsewhere(mention, place, clause, own, documents, indexes, number)
    if mention.kind != "internal" or document.kind != "terms":
        return there
    # an instruction means the clause that it amends, new wording the wording printed with it
    printed = _printed(mention, place, clause, document, indexes[number])
    found = (there, printed) if clause.fragment is None else (printed, there)
    return next((one for one in found if one and one.reference.resolves), there)


def _elsewhere(
    mention: Mention,
    place: str,
    clause: Clause,
    own: Reference,
    documents: Sequence[Document],
    indexes: Sequence[dict[str | None, Space]],
    number: int,
) -> Followed:
    """The reference in the agreement that it means, if that one was given."""
    document = documents[number]
    held = [i for i, other in enumerate(documents) if _meant(mention, document, other)]
    if not held:
        return Followed(document, clause, own)
    names = [f"{documents[i].agreement} {documents[i].version}".strip() for i in held]
    if len(held) > 1:
        why = f"{own.why}; several versions of it are given: {', '.join(sorted(names))}"
        return Followed(document, clause, own._replace(why=why))
    there = resolve(mention, clause, indexes[held[0]][None], place)
    if there.resolves:
        return Followed(document, clause, there, documents[held[0]])
    why = there.why.replace("in this document", f"in the {names[0]}")
    return Followed(document, clause, there._replace(why=why))


def _printed(
    mention: Mention,
    place: str,
    clause: Clause,
    document: Document,
    index: dict[str | None, Space],
) -> Followed | None:
    """The reference in the other wording that the terms print for the agreement."""
    for name, space in index.items():
        if name in (None, clause.fragment):
            continue
        new = resolve(mention, clause, space, place)
        if new.resolves:
            return Followed(document, clause, new, document, new=True)
    return None


def _meant(mention: Mention, document: Document, other: Document) -> bool:
    """Whether a citation in `document` may mean a clause of the agreement `other`."""
    if other is document or other.kind != "agreement":
        return False
    if mention.kind == "internal":
        return document.kind == "terms" and bool(document.agreement) and (
            document.agreement == other.agreement
        )  # fmt: skip
    name = mention.instrument.casefold()
    return name == other.agreement.casefold() or name in other.title.casefold()
