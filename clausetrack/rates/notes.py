"""The notes under a table: they go with the figures that bear their marks.

A day that a note names leaves such a figure open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from clausetrack import reasons, values
from clausetrack.grids import written_days
from clausetrack.model import Document
from clausetrack.rates import days, headings
from clausetrack.rates.model import Rate
from clausetrack.rates.parts import Found

_MARKS = r"[*†‡#^]{1,3}"
_BESIDE = re.compile(rf"^\s*(?P<before>{_MARKS})|(?P<behind>{_MARKS})\s*$")
#: The notes that bear no mark, of which one may name a row: "Note: Grade B is paid from …".
_NO_MARK = ""
_SAYS_NOTE = re.compile(r"\s*(?:Notes?|N\.?B\.?)\b", re.I)
_SHORT = 4  # letters; the name of a row that has fewer is told by what it counts
_NOTE = re.compile(rf"\s*(?P<mark>{_MARKS})\s*(?P<what>\S.*)", re.S)
#: What is said of steps, and of no figure that its column dates.
_MERGED = re.compile(r"\b(?:merged?|combined?|renumbered|translated?)\b", re.I)
#: What may stand between a table and its notes, and the notes themselves.
_KINDS = {"text", "bullet", "note"}

Notes = Mapping[str, str]


def under(document: Document) -> dict[int, dict[str, str]]:
    """For each table the notes right under it, by their marks.

    A star before a line is read as that of a list, so the lines of such a list may be notes.
    """
    found: dict[int, dict[str, str]] = {}
    here: dict[str, str] | None = None
    for clause in document.clauses:
        if clause.table is not None:
            here = found.setdefault(id(clause), {})
        elif here is None or clause.kind not in _KINDS:
            here = None
        else:
            for line in clause.own_text.split("\n"):
                note = _NOTE.match(line)
                mark = note["mark"] if note else "*" if clause.kind == "bullet" else ""
                said = note["what"] if note else line
                if mark or clause.kind == "note" or _SAYS_NOTE.match(line):
                    here[mark] = f"{here[mark]} {said}" if mark in here else said
    return found


def raised(document: Document, rates: Sequence[Rate]) -> list[Rate]:
    """The rates with the raised marks that stand behind them in a word-processed file.

    A paragraph, or a cell, has to hold one figure, or nobody could say whose the mark is.
    """
    marks = {
        (left.source.part, left.source.paragraph): left.text
        for left in document.left_out
        if left.why == reasons.RAISED_MARK and left.source.paragraph is not None
    }
    if not marks:
        return list(rates)
    held = Counter((rate.source.part, rate.source.paragraph) for rate in rates)
    out = []
    for rate in rates:
        place = rate.source.part, rate.source.paragraph
        if place in marks and held[place] == 1:
            mark = f"the mark “{marks[place].strip()}” of a note stands behind it"
            rate = replace(rate, note="; ".join(filter(None, (rate.note, mark))))
        out.append(rate)
    return out


def applied(row: Sequence[Found], texts: Sequence[Sequence[str]], notes: Notes) -> list[Found]:
    """The figures of a row: one whose note names a day begins then or not, which nobody can tell.

    `texts` are for each figure its cell and the headings of its row and column, any of which may
    bear the mark. A figure that would end where such a one begins ends with it. The words of a
    note without a day are told beside the figure.
    """
    if not notes:
        return list(row)
    open_by = [_named(each.rate.start, said, notes) for each, said in zip(row, texts, strict=True)]
    out = []
    for each, event, said in zip(row, open_by, texts, strict=True):
        rate = each.rate
        if event and not rate.event:
            rate = replace(rate, start=None, event=event)
        for other, until in zip(row, open_by, strict=True):
            start = other.rate.start
            if until and start and not event and rate.end == days.before(start):
                rate = replace(rate, end=None, until=until)
        out.append(replace(each, rate=replace(rate, note=_beside(rate, said, notes))))
    return out


def _beside(rate: Rate, texts: Sequence[str], notes: Notes) -> str:
    """What is said beside a figure, with the notes of its marks that name no day."""
    known = [notes[mark] for mark in _marks(texts) if mark in notes]
    said = [f"“{' '.join(each.split())}”" for each in known if not written_days(each)]
    return "; ".join(filter(None, [rate.note, *said]))


def _named(start: date | None, texts: Sequence[str], notes: Notes) -> str:
    """The words for the day that a note of these texts names, "" where it names no other day."""
    names = _marks(texts)
    if _NO_MARK in notes and _names_row(notes[_NO_MARK], texts[1]):
        names.append(_NO_MARK)
    for mark in names:
        said = notes.get(mark, "")
        if not written_days(said) or (start and _MERGED.search(said)):
            continue
        if headings.event(said) or {day.value for day in values.dates(said)} != {start}:
            return f"the day that its note names (“{' '.join(said.split())}”)"
    return ""


def _names_row(note: str, key: str) -> bool:
    """Does a note with no figure of its own name a row of the table?"""
    name = re.escape(key.strip(" *†‡#^"))
    if not name or values.money(note) or values.percentages(note):
        return False
    if sum(character.isalpha() for character in key) < _SHORT:
        several = r"(?:[\w-]+(?:\s*,\s*|\s+(?:and|or|&)\s+)){0,9}?"
        name = rf"(?:step|grade|level|band|class|point|group)s?\s+{several}{name}"
    return re.search(rf"(?<!\w){name}(?!\w)", note, re.I) is not None


def _marks(texts: Sequence[str]) -> list[str]:
    """The marks that texts bear, each once."""
    found = (mark for text in texts for mark in _BESIDE.finditer(text))
    return list(dict.fromkeys(mark["before"] or mark["behind"] for mark in found))
