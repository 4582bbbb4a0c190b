"""What two Word files show beside their text, held against each other: pictures, links, notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from clausetrack.errors import FINDINGS
from clausetrack.ingest import Revisions
from clausetrack.model import Document, Finding, Source
from clausetrack.ooxml.beside import LINK, PICTURE, Beside, Place, Thing, beside
from clausetrack.ooxml.package import open_package

_CODE = "outside-changed"


def shown(data: bytes, document: Document, view: Revisions) -> Beside:
    """The pictures, links and notes of a Word file."""
    return beside(open_package(data, document.file), view)


def things(documents: Sequence[Document], sides: Sequence[Beside]) -> Iterator[Finding]:
    """A finding for each picture that came, went or is another, and each link to elsewhere."""
    holders = [Clauses(document) for document in documents]
    old, new = ([one for one in side.things if one.kind == PICTURE] for side in sides)
    for gone, come in _changed(old, new):
        was, now = len(gone), len(come)
        said = "replaced by another" if was and now else "deleted" if was else "inserted"
        name = PICTURE if max(was, now) == 1 else f"{max(was, now)} pictures"
        first, holder = (come[0], holders[1]) if come else (gone[0], holders[0])
        yield _finding(f"{name}, {said}", first, holder, documents[bool(come)])
    old, new = ([one for one in side.things if one.kind == LINK] for side in sides)
    for gone, come in _changed(old, new):
        for one, other in zip(gone, come, strict=False):
            if one.words == other.words:  # else the words say that it is another link
                said = f"the address of the link “{one.words}”, changed: {one.key} → {other.key}"
                yield _finding(said, other, holders[1], documents[1])


def _changed(
    old: Sequence[Thing], new: Sequence[Thing]
) -> Iterator[tuple[Sequence[Thing], Sequence[Thing]]]:
    keys = [[one.key for one in side] for side in (old, new)]
    if keys[0] != keys[1]:
        matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag != "equal":
                yield old[i1:i2], new[j1:j2]


def noted(
    found: Sequence[Finding], documents: Sequence[Document], sides: Sequence[Beside]
) -> Iterator[Finding]:
    """The findings, those of notes with the clause that refers to the note."""
    by_file = {id(side): Clauses(document) for document, side in zip(documents, sides, strict=True)}
    for one in found:
        source = one.source
        clause = ""
        # what came or changed stands in the new version, what went in the old one
        gone = one.message.partition("“")[0].endswith("deleted: ")
        side = sides[0] if gone else sides[1]
        if source is not None and source.paragraph is not None:
            place = side.notes.get((source.part, source.paragraph))
            clause = "" if place is None else by_file[id(side)].at(place)
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


def _finding(said: str, one: Thing, holder: Clauses, document: Document) -> Finding:
    place = Source(document.file, part=one.place[0], paragraph=one.place[1])
    return Finding(_CODE, FINDINGS[_CODE], said, holder.at(one.place), place)
