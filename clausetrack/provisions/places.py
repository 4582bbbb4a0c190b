"""Where things stand in the documents given, and how a reader finds them there."""

from __future__ import annotations

from collections.abc import Iterable

from clausetrack.model import Clause, Document, subtree
from clausetrack.provisions.vocabulary import Place


def version(document: Document) -> str:
    """The name that facts and records use: "STCA 2025-27"."""
    return f"{document.agreement} {document.version}".strip()


def named(place: Place) -> str:
    """A place as a reader cites it: "item 3", "clause 4.3.2", "preamble 2"."""
    return _called(place.item) if place.item else f"clause {place.clause}"


def _called(item: str) -> str:
    """An item of terms: by its number, one without by its heading, and what stands before all."""
    if item[:1].isdigit():
        return f"item {item}"
    return item if item.startswith("preamble") else f"“{item}”"


def cited(document: Document, clause: Clause) -> str:
    """Where a reader finds a clause: version, item or clause, file and line."""
    quoted = next((f.item for f in document.fragments if f.id == clause.fragment), "")
    what = clause.id
    if clause.id[:1].isdigit():
        item = document.kind == "terms" and clause.fragment is None
        what = f"{'item' if item else 'clause'} {clause.id}"
    parts = (
        f"{version(document)} {document.kind}",
        f"{what} as quoted in {_called(quoted)}" if quoted else what,
        str(clause.source),
    )
    return ", ".join(part for part in parts if part)


def clauses_held(documents: Iterable[Document]) -> tuple[str, ...]:
    """The IDs of the agreement's clauses that documents hold, in a body or in quoted wording."""
    return tuple(
        clause.id
        for document in documents
        for clause in document.clauses
        if clause.fragment is not None or document.kind == "agreement"
    )


def under(document: Document, clause: str) -> tuple[Clause, ...]:
    """The clause and all below it, in an agreement's body or in wording that terms quote.

    The numbers of the items of terms are no clauses of the agreement, so those are left aside.
    """
    if document.kind == "agreement":
        return document.subtree(clause)
    return tuple(
        inside
        for fragment in document.fragments
        for inside in subtree(document.fragment(fragment.id), clause)
    )


def under_item(document: Document, item: str) -> tuple[Clause, ...]:
    """The item of terms of settlement and all below it, the wording that it quotes included."""
    if document.kind != "terms":
        return ()
    quoted = {fragment.id for fragment in document.fragments if fragment.item == item}
    inside = {clause.id for clause in document.subtree(item)}
    return tuple(
        clause
        for clause in document.clauses
        if (clause.id in inside if clause.fragment is None else clause.fragment in quoted)
    )
