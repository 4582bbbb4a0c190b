"""Cross-references: what the clauses of a document cite, resolved to its clauses or left open.

`citations.find` reads the words; `resolve` looks for what they cite in the document. Nothing is
guessed: what is not there, or might be one of two clauses, stays open and says why.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from clausetrack.citations import Cited, Mention, find
from clausetrack.lazily import pattern
from clausetrack.model import Clause, Document
from clausetrack.numbering import ClauseId, lettered_division, parse

__all__ = ["Mention", "Reference", "Space", "find", "references", "resolve", "spaces"]

_LAST_LABEL = pattern(r"\s?\(\w+\)$")
#: A range that spans more siblings than any drafter would mean stays open.
WIDEST_RANGE = 200


class Reference(NamedTuple):
    """One citation in a clause, and the clauses that it means.

    `clause` and `fragment` say where it stands: in the clause's `place` ("heading", "text", or
    "cell 2,3" by row and column from 1), from `start` to `end`. `kind` is internal, agreement,
    statute or item. Where it `resolves`, `targets` are the IDs of clauses in the same ID space,
    ranges expanded; else what the words cite, and `why` says why it stays open; `may` are then the
    clauses of which it may mean the one or the other.
    """

    clause: str
    fragment: str | None
    text: str
    kind: str
    targets: tuple[str, ...]
    resolves: bool
    why: str = ""
    instrument: str = ""
    place: str = "text"
    start: int = 0
    end: int = 0
    may: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """The clauses that it means, or may mean."""
        return self.targets if self.resolves else self.may

    @property
    def absent(self) -> bool:
        """Is what it cites not there, rather than one of two?"""
        return self.why.startswith(_NONE) or self.why == _HELD


_NONE = "no "
_HELD = "in the agreement, not in the terms"
_NEW = "a new clause of the agreement, not printed under its number"
_PROSE = ("heading", "text")
#: What stands before a clause that terms add: "a new clause 4.28", "the addition of clause 4.13".
_ADDS = pattern(
    r"\bnew\s+\Z|\b(?:addition|insertion|introduction)\s+of\s+(?:an?\s+|the\s+)?\Z", re.I
)
_NEAR = 60  # characters before a mention in which that stands


@dataclass
class Space:
    """The clauses of one ID space: the document's body, or one fragment of quoted wording.

    `listed` has them in document order; what is looked up in them is made when it is asked for.
    """

    document: Document
    fragment: str | None
    listed: list[Clause] = field(default_factory=list)

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """By ID, in document order."""
        out: dict[str, Clause] = {}
        for clause in self.listed:
            out.setdefault(clause.id, clause)
        return out

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each ID."""
        return {name: place for place, name in enumerate(self.clauses)}

    @cached_property
    def children(self) -> dict[str | None, list[Clause]]:
        """The clauses right under each."""
        out: dict[str | None, list[Clause]] = {}
        for clause in self.clauses.values():
            out.setdefault(clause.parent, []).append(clause)
        return out

    @cached_property
    def has_articles(self) -> bool:
        """Is a clause called an Article, so that no other is?"""
        return any(name.startswith("Article ") for name in self.clauses)

    @cached_property
    def labels(self) -> dict[tuple[str | None, str], str]:
        """What the clause with a number is called, by what it stands under."""
        out: dict[tuple[str | None, str], str] = {}
        for clause in self.clauses.values():
            if clause.citable and clause.number:
                label = clause.number.strip("(). ")
                out.setdefault((clause.parent, label), clause.id)
                # the ID says what it belongs to where the source has lost its place in the tree
                if clause.id.endswith(f"({label})"):
                    out.setdefault((_base(clause.id), label), clause.id)
        return out

    def above(self, clause: Clause) -> Iterator[Clause]:
        """The clause, its parent, and so on to the top."""
        seen = set()
        here: Clause | None = clause
        while here is not None and here.id not in seen:
            seen.add(here.id)
            yield here
            here = self.clauses.get(here.parent) if here.parent is not None else None


def _base(clause_id: str) -> str:
    """The ID without its last label: "4.3(a)(ii)" -> "4.3(a)", "4.3" -> "4.3"."""
    return _LAST_LABEL.sub("", clause_id)


def spaces(document: Document) -> dict[str | None, Space]:
    """The ID spaces of a document by fragment, None being its body."""
    found: dict[str | None, Space] = {None: Space(document, None)}
    for clause in document.clauses:
        if clause.fragment not in found:
            found[clause.fragment] = Space(document, clause.fragment)
        found[clause.fragment].listed.append(clause)
    return found


def references(document: Document) -> tuple[Reference, ...]:
    """Every reference of a document, in document order."""
    index = spaces(document)
    return tuple(
        resolve(mention, clause, index[clause.fragment], place)
        for clause in document.clauses
        for place, text in texts(clause)
        for mention in find(text)
    )


def texts(clause: Clause) -> Iterator[tuple[str, str]]:
    """The texts of a clause in which references are looked for, each with its place."""
    if clause.heading:
        yield "heading", clause.heading_text
    if clause.text:
        yield "text", clause.own_text
    if clause.table is not None:
        for row, cells in enumerate(clause.table.rows, 1):
            for column, cell in enumerate(cells, 1):
                yield f"cell {row},{column}", cell.text


def resolve(mention: Mention, clause: Clause, space: Space, place: str = "text") -> Reference:
    """What a mention that stands in `clause` means among the clauses of `space`."""
    targets, why = _targets(mention, clause, space)
    if why == _HELD:
        text = clause.heading_text if place == "heading" else clause.own_text
        before = max(0, mention.start - _NEAR), mention.start  # a clause may cite very many
        why = _NEW if place in _PROSE and _ADDS.search(text, *before) else why
    return Reference(
        clause=clause.id,
        fragment=clause.fragment,
        text=mention.text,
        kind=mention.kind,
        targets=mention.ids if why else targets,
        resolves=not why,
        why=why,
        instrument=mention.instrument,
        place=place,
        start=mention.start,
        end=mention.end,
        may=targets if why else (),
    )


def _targets(mention: Mention, clause: Clause, space: Space) -> tuple[tuple[str, ...], str]:
    """The IDs that are meant; or those that may be, if any, and the reason."""
    document = space.document
    if mention.kind == "statute":
        return (), "a statute"
    terms = document.kind == "terms"
    if mention.kind == "agreement" and (terms or not _is_own(mention.instrument, document)):
        return (), f"in the {mention.instrument}, not in this document"
    if mention.kind == "item" and not (terms and space.fragment is None):
        return (), "an item of a document that is not this one"
    found: list[str] = []
    for cited in mention.cited:
        ids, why = _range(cited, mention, clause, space) if cited.last else ((), "")
        if not cited.last:
            ids, why = _one(cited.first, mention, clause, space)
        if why:
            return ids, why
        found += ids
    return tuple(dict.fromkeys(found)), ""


def _is_own(instrument: str, document: Document) -> bool:
    """Does the document call itself that?"""
    name = instrument.casefold()
    return bool(name) and (
        name == document.agreement.casefold() or name in document.title.casefold()
    )


#: What a Schedule calls what it counts itself, where the agreement has clauses.
_OF_ITS_OWN = ("paragraph", "subparagraph")
_ARTICLE = re.compile(r"Article (\d+(?:\.\d+)*)")


def _one(
    cited: ClauseId, mention: Mention, clause: Clause, space: Space
) -> tuple[tuple[str, ...], str]:
    """The ID of the one clause that is cited; or those of which it may be one, and the reason."""
    if not (cited.division or cited.numbers):
        return _relative(cited, mention, clause, space)
    name = str(cited)
    if space.document.kind == "terms" and space.fragment is None and mention.kind != "item":
        # The body of the terms holds items: its clause numbers are those of the agreement.
        return (), _HELD
    candidates = [name]
    if not cited.division:
        # Inside Appendix D, "clause 1.5" may be its own.
        division = next((c.id for c in space.above(clause) if c.kind == "part"), "")
        candidates.append(f"{division} {name}")
    elif not cited.numbers and (article := _ARTICLE.fullmatch(cited.division)):
        # "Article 2.01" is clause 2.01 of Article 2; "Article 2" clause 2 where none is called so
        if "." in article[1] or not space.has_articles:
            numbers = tuple(article[1].split("."))
            candidates.append(str(ClauseId("", numbers, cited.labels)))
    elif cited.numbers:
        # "Clause 11.2 of Part 11" is 11.2 where a Part does not count anew.
        bare = str(ClauseId("", cited.numbers, cited.labels))
        if any(c.id == cited.division for c in _ancestors(bare, space)):
            candidates.append(bare)
    if cited.division.startswith("Section ") or mention.word == "section":
        # of the Article that the text stands in, where the sections count anew in each
        section = name if cited.division else f"Section {ClauseId('', cited.numbers)}"
        rest = "" if cited.division or not cited.labels else f" {ClauseId('', (), cited.labels)}"
        for outer in _divisions(clause, space):
            if (inner := f"{outer} {section}{rest}") in space.clauses:
                return (inner,), ""
    lettered = lettered_division(name) if cited.division and not cited.numbers else ""
    if lettered and name not in space.clauses and lettered.rpartition(" ")[2] in mention.text:
        candidates.append(lettered)  # "Part I" where that comes after Part H
    held = tuple(one for one in candidates if one in space.clauses)
    if len(held) > 1 and not cited.division and mention.word in _OF_ITS_OWN:
        return held[-1:], ""
    if len(held) > 1:
        return held, f"may be {' or '.join(held)}"
    if held:
        return held, ""
    if space.fragment is not None:
        return (), _HELD
    return (), f"{_NONE}{name if name[:1].isalpha() else f'clause {name}'} in this document"


def _divisions(clause: Clause, space: Space) -> Iterator[str]:
    """The divisions that a clause stands in, inmost first: "Article 4 Section 2", "Article 4"."""
    for one in space.above(clause):
        words = one.id.split(" ")
        for count in (4, 2):
            if len(words) >= count and words[0] in ("Article", "Part", "Chapter"):
                yield " ".join(words[:count])


def _ancestors(clause_id: str, space: Space) -> Iterator[Clause]:
    clause = space.clauses.get(clause_id)
    return space.above(clause) if clause is not None else iter(())


def _relative(
    cited: ClauseId, mention: Mention, clause: Clause, space: Space
) -> tuple[tuple[str, ...], str]:
    """The nearest clause with those labels: under this clause, beside it, beside its parent ..."""
    chain = list(space.above(clause))
    here = space.order.get(clause.id, 0)
    inside = _base(clause.id)
    for anchor in (clause.id, inside, _base(inside), *(c.id for c in chain), None):
        target = anchor
        for label in cited.labels:
            target = space.labels.get((target, label))
            if target is None:
                break
        if target is None:
            continue
        there = space.order[target]
        if mention.direction and there != here and (mention.direction == "above") != (there < here):
            continue
        return (target,), ""
    way = f" {mention.direction}" if mention.direction else ""
    return (), f"{_NONE}{cited}{way} near {clause.id}"


def _range(
    cited: Cited, mention: Mention, clause: Clause, space: Space
) -> tuple[tuple[str, ...], str]:
    """The siblings from one end of a range to the other, in document order."""
    ends = []
    for end in (cited.first, cited.last):
        assert end is not None  # the caller has a range
        one, why = _one(end, mention, clause, space)
        if why:
            return (), why
        ends.append(space.clauses[one[0]])
    first, last = ends
    if first.parent != last.parent:
        return _range_by_id(first, last, space)
    siblings = space.children[first.parent]
    # Siblings stand in the order of the document, so their places in it find them.
    low, high = (
        bisect_left(siblings, space.order[end.id], key=lambda clause: space.order[clause.id])
        for end in ends
    )
    if low > high:
        return (), f"{first.id} to {last.id} is no range of clauses in order"
    if high - low >= WIDEST_RANGE:
        return (), f"{first.id} to {last.id} spans more than {WIDEST_RANGE} clauses"
    found = siblings[low : high + 1]
    return tuple(sibling.id for sibling in found if sibling.citable and sibling.number), ""


def _range_by_id(first: Clause, last: Clause, space: Space) -> tuple[tuple[str, ...], str]:
    """A range whose ends the tree has lost from one another, and whose IDs say are siblings."""
    parent, low, high = _parent(first.id), space.order[first.id], space.order[last.id]
    if parent is None or parent != _parent(last.id) or low > high:
        return (), f"{first.id} to {last.id} is no range of clauses in order"
    found = [
        clause.id
        for clause in islice(space.clauses.values(), low, high + 1)
        if clause.citable and _parent(clause.id) == parent
    ]
    if len(found) > WIDEST_RANGE:
        return (), f"{first.id} to {last.id} spans more than {WIDEST_RANGE} clauses"
    return tuple(found), ""


def _parent(clause_id: str) -> str | None:
    """The ID that a citation belongs to by its own numbers; None for the topmost or a place."""
    try:
        above = parse(clause_id).parent
    except ValueError:
        return None
    return str(above) if above is not None else None
