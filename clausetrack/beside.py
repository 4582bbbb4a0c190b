"""What two Word files show beside their text, held against each other: pictures, links, notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from clausetrack.diff.outside import NOTE
from clausetrack.errors import FINDINGS
from clausetrack.ingest import Revisions
from clausetrack.model import Document, Finding, Source
from clausetrack.ooxml.beside import LINK, PICTURE, Beside, Place, Thing, beside
from clausetrack.ooxml.package import open_package

_CODE = "outside-changed"


class _Held(NamedTuple):
    """A picture or link at its clause, by what the new version calls it."""

    clause: str
    thing: Thing


def shown(data: bytes, document: Document, view: Revisions) -> Beside:
    """The pictures, links and notes of a Word file."""
    return beside(open_package(data, document.file), view)


def things(
    documents: Sequence[Document], sides: Sequence[Beside], names: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding for each picture that came, went, moved or is another, and each link to elsewhere.

    `names` has the clauses of the new version by what the old one calls them.
    """
    held = [
        [_Held(holder.at(one.place), one) for one in side.things]
        for holder, side in zip(map(Clauses, documents), sides, strict=True)
    ]
    held[0] = [one._replace(clause=names.get(one.clause, one.clause)) for one in held[0]]
    old, new = ([one for one in side if one.thing.kind == PICTURE] for side in held)
    alike = (lambda one: (one.clause, one.thing.key), lambda one: one.thing.key,
             lambda one: one.clause)  # fmt: skip
    for one, gone, come in _matched(old, new, *alike):
        if come is None or gone is None:
            said = f"{PICTURE}, {'deleted' if come is None else 'inserted'}"
        elif gone.thing.key == come.thing.key:
            said = f"{PICTURE}, moved: it stood at {gone.clause or 'the beginning'}"
        else:
            said = f"{PICTURE}, replaced by another"
        yield _finding(said, one, documents[come is not None])
    yield from _links(held, documents)


def _links(held: Sequence[Sequence[_Held]], documents: Sequence[Document]) -> Iterator[Finding]:
    """A finding for each link of the same words that leads elsewhere, came or went.

    Where the words changed too, they say that it is another link.
    """
    old, new = ([one for one in side if one.thing.kind == LINK] for side in held)
    printed = [{one.id: one.printed for one in document.clauses} for document in documents]
    alike = (lambda one: (one.clause, one.thing.key),
             lambda one: (one.clause, one.thing.words))  # fmt: skip
    for one, gone, come in _matched(old, new, *alike):
        if gone is not None and come is not None:
            said = f"changed: {gone.thing.key} → {come.thing.key}"
            told = f"the address of the link “{one.thing.words}”, {said}"
        elif one.thing.words in printed[come is None].get(one.clause, ""):
            said = "deleted" if come is None else "inserted"
            told = f"the link “{one.thing.words}” to {one.thing.key}, {said}"
        else:
            continue
        yield _finding(told, one, documents[come is not None])


def _matched(
    old: Sequence[_Held], new: Sequence[_Held], *alike: Callable[[_Held], object]
) -> Iterator[tuple[_Held, _Held | None, _Held | None]]:
    """What is on one side alone, or is another one there, by the keys in turn: it, old and new.

    What the first key finds is the same.
    """
    left, right = dict(enumerate(old)), dict(enumerate(new))
    for nth, key in enumerate(alike):
        waiting: dict[object, list[int]] = {}
        for j in reversed(right):
            waiting.setdefault(key(right[j]), []).append(j)
        for i, one in list(left.items()):
            if found := waiting.get(key(one)):
                gone, come = left.pop(i), right.pop(found.pop())
                if nth:
                    yield come, gone, come
    yield from ((one, one, None) for one in left.values())
    yield from ((one, None, one) for one in right.values())


def noted(
    found: Sequence[Finding],
    documents: Sequence[Document],
    sides: Sequence[Beside],
    names: Mapping[str, str],
) -> Iterator[Finding]:
    """The findings, those of notes with the clause that refers to the note.

    A note of the same words that another clause refers to moved, and neither came nor went.
    """
    holders = [Clauses(document) for document in documents]
    notes: list[dict[str, list[str]]] = [{}, {}]
    for nth, (document, side, holder) in enumerate(zip(documents, sides, holders, strict=True)):
        for left in document.left_out:
            if place := side.notes.get((left.source.part, left.source.paragraph or 0)):
                text = " ".join(left.text.split())
                notes[nth].setdefault(text, []).append(holder.at(place))
    stay = {text for text in notes[0] if len(notes[0][text]) == len(notes[1].get(text, ()))}
    for text in sorted(stay):
        was = [names.get(clause, clause) for clause in notes[0][text]]
        for before, now in zip(sorted(was), sorted(notes[1][text]), strict=True):
            if before != now:
                said = f"in a footnote, moved: “{text}” stood at {before}"
                yield Finding(_CODE, FINDINGS[_CODE], said, now, None, text)
    for one in found:
        if one.quote in stay and one.message.startswith(f"{NOTE}, "):
            continue
        clause = ""
        # what came or changed stands in the new version, what went in the old one
        gone = one.message.partition("“")[0].endswith("deleted: ")
        if one.source is not None and one.source.paragraph is not None:
            place = sides[not gone].notes.get((one.source.part, one.source.paragraph))
            clause = "" if place is None else holders[not gone].at(place)
        yield replace(one, clause=clause) if clause else one


class Clauses:
    """The clauses of a document by the paragraphs that they stand in."""

    def __init__(self, document: Document) -> None:
        there: dict[Place, str] = {}
        for clause in document.clauses:
            for run in clause.runs:
                source = run.source
                if source is not None and source.paragraph is not None:
                    there.setdefault((source.part, source.paragraph), clause.id)
        self.there = sorted(there.items())
        self.places = [place for place, _ in self.there]

    def at(self, place: Place) -> str:
        """The clause in a paragraph, or the one before it; "" outside the body."""
        found = bisect_right(self.places, place) - 1
        if found < 0 or self.places[found][0] != place[0]:
            return ""
        return self.there[found][1]


def _finding(said: str, held: _Held, document: Document) -> Finding:
    place = Source(document.file, part=held.thing.place[0], paragraph=held.thing.place[1])
    return Finding(_CODE, FINDINGS[_CODE], said, held.clause, place)
