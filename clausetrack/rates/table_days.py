"""The days that a table names: in its headings, in a column of their own, and over its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from clausetrack import values
from clausetrack.grids import is_day, written_days
from clausetrack.model import Cell, Column, Document, Table
from clausetrack.rates import days, headings
from clausetrack.segment.tables import days_of

#: A day all in figures, with its year in full.
_FIGURES = re.compile(
    r"(?<![\d/.-])(?P<one>\d{1,2})(?P<sign>[/.-])(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4})"
    r"(?![\d/-]|\.\d)"
)
_MONTHS = 12
_BEGINS = re.compile(
    r"\b(?:effective|from|commenc\w+|start\w*|begin\w*|applies|operative)\b|\bw\.?e\.?f\b"
    r"|^\W*(?:dates?|day)\W*$",
    re.I,
)
_ENDS = re.compile(r"\b(?:until|to|end(?:s|ing)?|expir\w+|last\s+day)\b", re.I)
#: A row of what is paid until the first day of the others.
_UNTIL_NOW = re.compile(
    r"(?:(?:current|existing|present|previous|old|former)(?:ly)?\s*(?:rates?|salary|pay|wages?)?)",
    re.I,
)
#: Days on which something else is done: a column of these dates no figure.
_OTHERS = re.compile(
    r"\b(?:paid|pay(?:able|ments?)?|review\w*|birth|born|appoint\w*|signed)\b", re.I
)

#: For each sign between the figures of days, whether the first one is the day and not the month.
Orders = Mapping[str, bool]

LOST = "the row names no day, where others do"
OTHER = "the day of another figure for it cannot be read, so nobody can tell its last day"
_TWO_WAYS = "may be read in two ways, since nothing settles which of its figures is the month"


class When(NamedTuple):
    """The first and the last day of a figure, or why they cannot be told.

    `event` is what it begins with where that is no date.
    """

    start: date | None = None
    end: date | None = None
    why: str = ""
    event: str = ""


NEVER = When()


def orders(document: Document) -> dict[str, bool]:
    """What the days of a document that can be read only one way say of those that look alike."""
    found: dict[str, set[bool]] = {}
    for text in _texts(document):
        for day in _FIGURES.finditer(text):
            one, other = int(day["one"]), int(day["other"])
            if (one > _MONTHS) != (other > _MONTHS):
                found.setdefault(day["sign"], set()).add(one > _MONTHS)
    return {sign: first.pop() for sign, first in found.items() if len(first) == 1}


def _texts(document: Document) -> Iterator[str]:
    for clause in document.clauses:
        yield clause.heading_text
        yield clause.own_text
        if clause.table is not None:
            yield from (text for row in clause.table.texts for text in row)


def _spelt(text: str, known: Orders) -> str:
    """The text with the months of its days in words, where the order of the figures is settled."""

    def day(found: re.Match[str]) -> str:
        one, other = int(found["one"]), int(found["other"])
        first = one > _MONTHS or known.get(found["sign"])
        if first is None and other <= _MONTHS:
            return found[0]
        number, month = (one, other) if first else (other, one)
        try:
            return values.day_text(date(int(found["year"]), month, number))
        except ValueError:
            return found[0]

    return _FIGURES.sub(day, text)


def read(text: str, known: Orders) -> When:
    """The days that a heading or a cell names; nothing where it names none."""
    if event := headings.event(text):
        return When(event=event)
    text = _spelt(" ".join(text.split()), known)
    places = written_days(text)
    start, end = days_of(text)
    if not places or (start and end) or (len(places) == 1 and (start or end)):
        return When(start, end)
    unread = [text[slice(*place)] for place in places if not values.only_date(text[slice(*place)])]
    if not unread:
        return When(why=f"nothing says which of the days of “{text}” it runs from")
    two_ways = _FIGURES.fullmatch(unread[0])
    return When(why=f"the day “{unread[0]}” {_TWO_WAYS if two_ways else 'is no full date'}")


class DayColumns:
    """The columns of a table that say for each row from when or to when it runs."""

    def __init__(
        self,
        columns: Sequence[Column],
        body: Sequence[Sequence[Cell]],
        taken: set[int],
        known: Orders,
    ) -> None:
        self.known = known
        self._begin: list[int] = []
        self._end: list[int] = []
        self._doubt = False
        for at, column in enumerate(columns):
            texts = [row[at].text for row in body if at < len(row) and row[at].text.strip()]
            days = sum(is_day(text) for text in texts)
            if days and _BEGINS.search(column.heading):
                days += sum(bool(headings.event(text)) for text in texts)
            named = not at and all(written_days(text) for text in texts)
            if at in taken or not texts or not (2 * days > len(texts) or named):
                continue
            if _OTHERS.search(column.heading):
                continue
            if _BEGINS.search(column.heading):
                self._begin.append(at)
            elif _ENDS.search(column.heading):
                self._end.append(at)
            elif not at:
                self._begin.append(at)  # the rows are days
            else:
                self._doubt = True
        self._doubt |= len(self._begin) > 1 or len(self._end) > 1
        said = [read(row[at].text, known) for row in body for at in self._begin if at < len(row)]
        starts = [when.start for when in said if when.start]
        sure = starts and not any(when.why or when.event for when in said)
        self._first = min(starts) if sure else None

    @property
    def places(self) -> set[int]:
        """Where these columns stand."""
        return {*self._begin, *self._end}

    def of_row(self, cells: Sequence[Cell]) -> When:
        """The days of one row."""
        if self._doubt:
            return When(why="nothing says what the days beside it are")
        start = end = None
        for at in (*self._begin, *self._end):
            text = " ".join(cells[at].text.split()) if at < len(cells) else ""
            when = read(text, self.known)
            if self._first and at in self._begin and _UNTIL_NOW.fullmatch(text):
                when = When(end=days.before(self._first))
            if when.why:
                return when
            if when.event:
                return When(why=_no_date(text))
            if text and not (when.start or when.end):
                return When(why=_no_date(text))
            if at in self._end:
                end = when.start or when.end
            else:
                start, end = when.start, when.end
        if start and end and end < start:
            return When(why="its last day is before its first")
        return When(start, end)


def title(table: Table, caption: str, known: Orders) -> tuple[str, str]:
    """The text whose day is that of a whole table, else why no such day can be told.

    A heading that stands over no column names its day for all of them where it is alone.
    """
    over = [" ".join(column.heading.split()) for column in table.columns]
    heads = frozenset(over)
    dated = [
        text
        for row in table.rows[: table.header_rows]
        for cell in row
        if written_days(text := " ".join(cell.text.split()))
        and not (text in heads or any(text in each for each in over))
    ]
    if not dated:
        return caption, ""
    doubt = read(dated[0], known).why
    if len(dated) == 1 and not doubt and not any(map(written_days, over)):
        return dated[0], ""
    return "", doubt or f"the heading “{dated[0]}” stands over columns that cannot be told"


def of_section(text: str, known: Orders) -> When | None:
    """The days that the name of a section is, and None where it is anything else."""
    if headings.event(text):
        return When(why=_no_date(text))
    return read(text, known) if is_day(text) else None


def _no_date(text: str) -> str:
    return f"the day “{text}” is no full date"
