"""When the figures of one row end: with the next figure of the row, and not with an empty cell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from clausetrack import values
from clausetrack.model import Cell, Column
from clausetrack.rates import alike, days, figures
from clausetrack.rates.columns import Rated

#: Of these cells nobody can say that what was paid before is paid no more.
_EMPTY = re.compile(
    r"[\W_]*|n\.?\s?/?\s?a\.?|none|ditto|not\s+(?:applicable|available|set|known)|tb[acdn]"
    r"|to\s+be\s+(?:advised|agreed|announced|confirmed|decided|determined|negotiated|reviewed|set)",
    re.I,
)
_SAME = re.compile(
    r"unchanged|no\s+(?:change|increase|movement)|frozen|same|as\s+(?:before|at\s+present|now)"
    r"|remains?(?:\s+the\s+same)?",
    re.I,
)
_ENDED = re.compile(
    r"(?:(?:is|to\s+be|position|step|grade|rate)\s+)?"
    r"(?:abolished|cease[sd]?|discontinued|deleted|removed|disestablished|withdrawn|closed|nil|ended?"
    r"|no\s+longer\s+(?:paid|payable|applies|applicable|used)|not\s+(?:paid|payable)"
    r"|merged(?:\s+with\s+[\w ]{1,20})?)"
    r"|(?:as|same\s+as|see|becomes?|moves?\s+to|merged\s+(?:with|into))\s+(?:the\s+)?[\w .]{1,30}",
    re.I,
)
#: The dated columns of each kind, in order.
Days = Mapping[tuple[str, str], Sequence[tuple[date, int]]]
_ROUND = " \t\n*†‡()[].:"


class Gap(NamedTuple):
    """From when a row has no figure, the heading and words of that cell, and the end before it."""

    since: date
    heading: str
    printed: str
    end: date | None = None

    @property
    def note(self) -> str:
        """What is told beside the figure before it."""
        words = f" (“{self.printed}”)" if self.printed else ""
        return f"no figure from {self.since}{words}"

    @property
    def message(self) -> str:
        """What a finding says of it."""
        shown = f"until {values.day_text(self.end)}" if self.end else "as paid on"
        since = values.day_text(self.since)
        return f"a row has no figure from {since}, and the one before it is shown {shown}"

    @property
    def cell(self) -> tuple[str, str]:
        """The heading and the words."""
        return self.heading, self.printed


class End(NamedTuple):
    """The last day of one figure of a row, and what stands there instead of the next one."""

    end: date | None
    gap: Gap | None = None


def by_day(rated: Sequence[Rated]) -> Days:
    """The dated columns of each kind in the order of their days: each with its day and place."""
    out: dict[tuple[str, str], list[tuple[date, int]]] = {}
    for at, each in enumerate(rated):
        if each.span.start:
            out.setdefault(alike.name(each.span), []).append((each.span.start, at))
    return {name: sorted(found) for name, found in out.items()}


def of_cell(place: int, rated: Sequence[Rated], cells: Sequence[str], ordered: Days) -> End:
    """The last day of a figure in its row: that of its column, if a figure follows there.

    `ordered` is what `by_day` makes of the columns, once for all rows.
    """
    here = rated[place]
    span = here.span
    same = ordered.get(alike.name(span), ())
    at = bisect_right(same, span.start, key=lambda one: one[0]) if span.start else 0
    if span.end is None or at == len(same):
        return End(span.end)
    found = _by_row(rated, cells, (same[behind] for behind in range(at, len(same))))
    return found if here.by_next else _with(span.end, found.gap)  # its own heading names it


def is_known(text: str) -> bool:
    """Does a cell without a figure say in known words what comes of the figure before it?"""
    said = " ".join(text.split()).strip(_ROUND)
    return any(known.fullmatch(said) for known in (_EMPTY, _SAME, _ENDED))


def is_whole(row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Has a row all its cells, its figures under headings of figures and known words elsewhere?"""
    if len(row) != len(columns) or any(cell.colspan > 1 for cell in row):
        return False
    return all(
        is_known(cell.text) if column.role == "rate" and not values.money(cell.text)
        else column.role == "rate" or not values.money(cell.text)
        for cell, column in zip(row, columns, strict=True)
    )  # fmt: skip


def _by_row(rated: Sequence[Rated], cells: Sequence[str], later: Iterable[tuple[date, int]]) -> End:
    """The last day of a figure before those of the later columns, each with its day and place."""
    first = None
    for start, at in later:
        said = " ".join(cells[at].split())
        plain = said.strip(_ROUND)
        about = Gap(start, rated[at].span.heading, said)
        if re.search(r"\d", said) and not _ENDED.fullmatch(plain):
            known = figures.read(said, bare=True, headed=True) or figures.ends(said, bare=True)
            found = known or figures.counted(said)
            return _with(days.before(start), first if found else first or about)
        if _ENDED.fullmatch(plain):
            return _with(days.before(start), first or about)
        if not _SAME.fullmatch(plain):
            first = first or about
    return _with(None, first)


def _with(end: date | None, gap: Gap | None) -> End:
    return End(end, gap._replace(end=end) if gap else None)
