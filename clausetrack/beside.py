"""What two files show beside their text, held against each other: pictures, links, notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from clausetrack import reasons
from clausetrack.diff.outside import OUTSIDE, Stretch, notes, told_of
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding, LeftOut, Run, Source
from clausetrack.ooxml.beside import DRAWING, FIELD, LINK, PICTURE, Beside, Mark, Place, Thing

#: How the result of a field is set, and what parts the words of its code.
_SET, _APART = re.compile(r"\\\*\s*\w+"), re.compile(r"[\s\\\"']+")

#: A note: where it stands (one of `reasons.NOTES`), and its words.
Note = tuple[str, str]


class Held(NamedTuple):
    """A picture, link or field at its clause, by what the new version calls it.

    `means` is the clause that a field repeats something of, called the same way.
    """

    clause: str
    thing: Thing
    means: str = ""


class Kept(NamedTuple):
    """What is told of a note that both versions have; `moved` where it went to another clause."""

    finding: Finding
    moved: Note | None = None


def things(
    documents: Sequence[Document], sides: Sequence[Beside], names: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding for each picture that came, went, moved or is another, each link to elsewhere, and
    each field that computes what stands there otherwise.

    `names` has the clauses of the new version by what the old one calls them.
    """
    held = [
        [Held(holder.at(one.place), one, holder.at(one.target) if one.target else "")
         for one in side.things]
        for holder, side in zip(map(Clauses, documents), sides, strict=True)
    ]  # fmt: skip
    held[0] = [one._replace(clause=names.get(one.clause, one.clause),
                            means=names.get(one.means, one.means)) for one in held[0]]  # fmt: skip
    alike = (lambda one: (one.clause, one.thing.key), lambda one: one.thing.key,
             lambda one: one.clause)  # fmt: skip
    for kind in (PICTURE, DRAWING):
        old, new = ([one for one in side if one.thing.kind == kind] for side in held)
        for one, gone, come in _matched(old, new, *alike):
            if come is None or gone is None:
                said = f"{kind}, {'deleted' if come is None else 'inserted'}"
            elif gone.thing.key == come.thing.key:
                said = f"{kind}, moved: it stood at {gone.clause or 'the beginning'}"
            else:
                said = f"{kind}, replaced by another"
            yield _finding(said, one, documents[come is not None])
    yield from links(held, documents)
    yield from fields(held, documents)


def fields(held: Sequence[Sequence[Held]], documents: Sequence[Document]) -> Iterator[Finding]:
    """A finding for each field that Word computes from another code, or from another clause.

    What a field showed last is read as text. One that became its text computes nothing anew, and a
    reference that came shows the number of the clause that it means.
    """
    old, new = ([one for one in side if one.thing.kind == FIELD] for side in held)
    printed = {one.id: one.printed for one in documents[1].clauses}
    alike = (lambda one: (one.clause, _code(one), one.means),
             lambda one: (one.clause, one.thing.words))  # fmt: skip
    for one, gone, come in _matched(old, new, *alike):
        if come is None:
            continue
        if gone is not None and gone.means != come.means and gone.means and come.means:
            said = f"changed: it repeats {come.means}, and no longer {gone.means}"
        elif gone is not None and gone.thing.key == come.thing.key:
            said = f"changed: what it repeats is no longer {gone.means or 'unknown'}"
        elif gone is not None:
            said = f"changed: {gone.thing.key} → {come.thing.key}"
        elif come.means and (come.means.endswith(come.thing.words)
                             or come.thing.words in printed.get(come.means, "")):
            continue
        else:
            said = f"inserted: {come.thing.key}"
        yield _finding(f"the field that shows “{come.thing.words}” and that Word computes anew, "
                       f"{said}", one, documents[1])  # fmt: skip


def links(held: Sequence[Sequence[Held]], documents: Sequence[Document]) -> Iterator[Finding]:
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


def _code(one: Held) -> str:
    """What the code of a field asks for, but for how it is set, and for the name of a place, which
    the program that saved the file last may have given it."""
    code = _SET.sub("", one.thing.key)
    if one.means or code[:4].upper() == "REF ":
        code = " ".join(part for part in code.split() if part.startswith("\\"))
    return _APART.sub("", code).casefold()


def _matched(
    old: Sequence[Held], new: Sequence[Held], *alike: Callable[[Held], object]
) -> Iterator[tuple[Held, Held | None, Held | None]]:
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


def marked(document: Document) -> Beside:
    """The notes of a Markdown file: the lines whose marks name each. Its links are told apart."""
    out = Beside()
    marks: dict[str, list[Mark]] = {}
    names: dict[Place, str] = {}
    runs: dict[Place, list[Run]] = {}
    if any(left.why == reasons.FOOTNOTE_MARK for left in document.left_out):
        for run in (run for clause in document.clauses for run in clause.runs):
            runs.setdefault(_place(run.source or Source()), []).append(run)
    for left in document.left_out:
        if left.why == reasons.FOOTNOTE_MARK:
            place = _place(left.source)
            start = left.source.start
            there = (run for run in runs.get(place, ()) if run.source and run.source.end <= start)
            before = (run.text for run in there)
            mark = Mark(place, len("".join("".join(before).split())))
            marks.setdefault(left.text.strip(), []).append(mark)
        elif left.why == reasons.FOOTNOTE_NAME:
            names[_place(left.source)] = left.text.strip().rstrip(":")
    for place, name in names.items():
        if name in marks:
            out.notes[place] = tuple(marks[name])
    return out


def unlike(old: Document, new: Document) -> tuple[Document, Document]:
    """The documents without the notes that both have: their order in the file prints nothing."""
    sides = [replace(one, left_out=tuple(_texts(one))) for one in (old, new)]
    counts = [Counter(map(_note, side.left_out)) for side in sides]

    def alone(left: LeftOut) -> bool:
        return left.why not in reasons.NOTES or counts[0][_note(left)] != counts[1][_note(left)]

    was, now = (replace(side, left_out=tuple(filter(alone, side.left_out))) for side in sides)
    return was, now


def _texts(document: Document) -> Iterator[LeftOut]:
    """What is left out, with the lines of each note put together."""
    lines = any(left.source.line for left in document.left_out)
    yield from notes(document) if lines else ()
    yield from (left for left in document.left_out if not (lines and left.why == reasons.FOOTNOTE))


def _note(left: LeftOut) -> Note:
    return left.why, " ".join(left.text.split())


def noted(
    found: Iterable[Stretch],
    documents: Sequence[Document],
    sides: Sequence[Beside],
    names: Mapping[str, str],
) -> Iterator[Finding]:
    """A finding for each stretch outside the clauses, of notes with the clause that refers to it.

    Before them, what is told of the notes that both versions have.
    """
    yield from (one.finding for one in kept(documents, sides, names))
    holders = [Clauses(document) for document in documents]
    for stretch in found:
        _, gone, come = stretch
        # what came or changed stands in the new version, what went in the old one
        places = sides[bool(come)].notes.get(_place((come or gone)[0].source), ())
        clause = holders[bool(come)].at(places[0].place) if places else ""
        yield replace(told_of(stretch), clause=clause)


def kept(
    documents: Sequence[Document], sides: Sequence[Beside], names: Mapping[str, str]
) -> Iterator[Kept]:
    """The notes of the same words that another clause refers to, or none, or at another place.

    These neither came nor went.
    """
    holders = [Clauses(document) for document in documents]
    counts: list[Counter[Note]] = [Counter(), Counter()]
    at: list[dict[Note, list[tuple[str, int]]]] = [{}, {}]
    for nth, (document, side, holder) in enumerate(zip(documents, sides, holders, strict=True)):
        for left in _texts(document):
            if left.why not in reasons.NOTES:
                continue
            counts[nth][_note(left)] += 1
            marks = map(holder.marked, side.notes.get(_place(left.source), ()))
            at[nth].setdefault(_note(left), []).extend(marks)
    for key in sorted(at[0].keys() | at[1].keys()):
        if counts[0][key] == counts[1][key]:
            there, here = at[0].get(key, []), at[1].get(key, [])
            was = [names.get(clause, clause) for clause, _ in there]
            lost = [clause for clause, _ in there if clause and clause not in names]
            yield from _moved(*key, was, [clause for clause, _ in here], lost)
            yield from _within(*key, there, here, documents, names)


def _moved(
    why: str, text: str, was: Sequence[str], now: Sequence[str], gone: Sequence[str]
) -> Iterator[Kept]:
    """What is told of each clause that refers to a note in one version alone.

    A mark that went with its clause is told with that: the clause is among those that are `gone`.
    """
    left, come = (sorted((Counter(a) - Counter(b)).elements()) for a, b in ((was, now), (now, was)))
    for before, after in zip_longest(left, come):
        moved = before is not None and after is not None
        if moved:
            said = f"{why}, moved: “{text}” stood at {before}"
        elif before is None or before not in gone:
            said = f"{why}, its mark {'inserted' if before is None else 'deleted'}: “{text}”"
        else:
            continue
        told = finding(OUTSIDE, said, after or before or "", quote=text)
        yield Kept(told, (why, text) if moved else None)


def _within(
    why: str,
    text: str,
    was: Sequence[tuple[str, int]],
    now: Sequence[tuple[str, int]],
    documents: Sequence[Document],
    names: Mapping[str, str],
) -> Iterator[Kept]:
    """What is told of clauses of the same words in which the mark of a note stands elsewhere."""
    for old in sorted({clause for clause, _ in was}):
        name = names.get(old, "")
        places = [sorted(place for clause, place in side if clause == one)
                  for side, one in ((was, old), (now, name))]  # fmt: skip
        if not name or len(places[0]) != len(places[1]) or places[0] == places[1]:
            continue
        before, after = documents[0].body.get(old), documents[1].body.get(name)
        if before is not None and after is not None and _words(before) == _words(after):
            said = f"{why}, its mark moved within the clause: “{text}”"
            yield Kept(finding(OUTSIDE, said, name, quote=text))


def _words(clause: Clause) -> str:
    return "".join("".join(run.text for run in clause.runs).split())


def _place(source: Source) -> Place:
    """A paragraph of a Word file, or a line of a text."""
    return source.part, (source.line if source.paragraph is None else source.paragraph) or 0


class Clauses:
    """The clauses of a document by the paragraphs that they stand in."""

    def __init__(self, document: Document) -> None:
        there: dict[Place, str] = {}
        for clause in document.clauses:
            for run in clause.runs:
                source = run.source
                if source and (source.paragraph is not None or source.line is not None):
                    there.setdefault(_place(source), clause.id)
        self.document = document
        self.there = sorted(there.items())
        self.places = [place for place, _ in self.there]

    def marked(self, mark: Mark) -> tuple[str, int]:
        """The clause that refers to a note, and how many of its characters stand before the mark.

        Of those in the paragraphs before that one, spaces are not counted either.
        """
        name = self.at(mark.place)
        clause = self.document.body.get(name)
        runs = clause.runs if clause is not None else ()
        before = (run.text for run in runs if run.source and _place(run.source) < mark.place)
        return name, mark.at + len("".join("".join(before).split()))

    def at(self, place: Place) -> str:
        """The clause in a paragraph, or the one before it; "" outside the body."""
        found = bisect_right(self.places, place) - 1
        if found < 0 or self.places[found][0] != place[0]:
            return ""
        return self.there[found][1]


def _finding(said: str, held: Held, document: Document) -> Finding:
    place = Source(document.file, part=held.thing.place[0], paragraph=held.thing.place[1])
    return finding(OUTSIDE, said, held.clause, place)
