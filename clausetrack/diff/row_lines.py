"""Rows of a table that stood as lines ("“Call” means ..."), or stand so now: what reads otherwise.

A row and its line begin with one name, and say much the same of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence, Set
from dataclasses import dataclass

from clausetrack.diff.changes import Change
from clausetrack.diff.edits import wording_edits
from clausetrack.diff.similarity import alike, terms
from clausetrack.model import Clause

_FEWEST = 2  # rows that must stand in lines; one may be alike by chance
_SAME = 0.5  # how much of a row its line must say
_PROSE = 3  # words that are said of a row at least, or it holds figures and no line
_SHOWN = 50  # characters of a line that are shown
#: Quotation marks, but for those in a word.
_MARKS = re.compile(r"[“”\"«»]|(?<!\w)['‘’]|['‘’](?!\w)")
#: What joins a name to what is said of it, and no column of a table has.
_JOINS = re.compile(r"[\s:,–—-]*(?:(?:means?|is|are)\b[\s:]*)?")
_END = " .;,"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that went or came, or may have; `alone` where no other line took its place."""

    text: str
    alone: bool
    clause: Clause
    beside: str | None  # the clause whose lines it is one of


def told(clause: Clause, gone: bool, changes: Sequence[Change]) -> tuple[str, Clause] | None:
    """What the rows of a table that went, or came, say otherwise as lines, and at which clause of
    the new version; None where its rows are no lines."""
    if clause.table is None:
        return None
    lines = list(_lines(changes, came=gone))
    rows: list[str] = []
    found: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for texts in clause.table.texts[clause.table.header_rows :]:
        name, *said = [_plain(text) for text in texts if text.strip()] or [""]
        value = _of_name(" ".join(said))
        best = _best(name, value, lines, taken) if len(terms(value)) >= _PROSE else None
        if best is not None:
            found[len(rows)] = (best, value)
            taken.add(best)
        rows.append(name)
    if len(found) < _FEWEST or 2 * len(found) <= len(rows):
        return None
    head = f"the rows of {clause.id}, which is gone, stand as lines here"
    parts = [head if gone else "the rows of this table stood as lines before"]
    for at, (place, value) in found.items():
        both = value, _said(rows[at], lines[place].text) or ""
        edits = "; ".join(_edits(*(both if gone else both[::-1])))
        parts += [f"in “{rows[at]}”, {edits}"] if edits else []
    for at, name in enumerate(rows):
        if at not in found and name:
            parts.append(f"no line {'says' if gone else 'said'} “{_short(name)}”")
    parts += _left(lines, taken, gone)
    parts.append("they read the same" if len(parts) == 1 else "else they read the same")
    return "; ".join(parts), lines[min(taken)].clause if gone else clause


def _lines(changes: Sequence[Change], *, came: bool) -> Iterator[_Line]:
    """The lines of one version that the other may have in a table."""
    for change in changes:
        clause, other = (change.new, change.old) if came else (change.old, change.new)
        if clause is None or clause.table is not None or change.ids:
            continue
        if other is None:
            text = " ".join(f"{clause.heading_text} {clause.own_text}".split())
            yield _Line(text, True, clause, clause.parent)
        elif change.edits:
            text = " ".join(clause.own_text.split())
            yield _Line(text, bool(text) and not other.own_text, clause, clause.id)


def _best(name: str, value: str, lines: Sequence[_Line], taken: Container[int]) -> int | None:
    """The line that begins with the name of a row and says most of what the row does."""
    words = terms(value)
    scored = [
        (alike(terms(said), words), -at)
        for at, line in enumerate(lines)
        if name and at not in taken and (said := _said(name, line.text)) is not None
    ]
    score, at = max(scored, default=(0.0, 0))
    return -at if score >= _SAME else None


def _said(name: str, text: str) -> str | None:
    """What a line says of a name that it begins with; None where it does not begin with it."""
    text = _plain(text)
    if not text.casefold().startswith(name.casefold()) or text[len(name) : len(name) + 1].isalnum():
        return None
    return _of_name(text[len(name) :])


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())


def _of_name(text: str) -> str:
    """What is said of a name, without what joins it to the name."""
    joined = _JOINS.match(text)
    return text[joined.end() if joined else 0 :].strip(_END)


def _edits(old: str, new: str) -> Iterator[str]:
    for edit in wording_edits(old, new):
        was, now = edit.old.strip(), edit.new.strip()
        if was and now:
            yield f"“{was}” became “{now}”"
        elif was or now:
            yield f"“{was or now}” {'went' if was else 'came'}"


def _left(lines: Sequence[_Line], taken: Set[int], gone: bool) -> Iterator[str]:
    """The lines beside those of the rows that no row says."""
    beside = {lines[place].beside for place in taken}
    for place, line in enumerate(lines):
        if place not in taken and line.alone and line.beside in beside:
            yield f"no row {'said' if gone else 'says'} {_short(line.text)}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …"
