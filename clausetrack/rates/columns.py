"""The columns of a table of rates: which hold figures, for whom, and from when to when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from heapq import merge

from clausetrack import values
from clausetrack.model import Cell, Column, Table
from clausetrack.rates import alike, days, figures, headings, labels, table_days, units
from clausetrack.rates.alike import Kind
from clausetrack.rates.model import Span
from clausetrack.rates.no_rates import in_thousands
from clausetrack.rates.rises import Rise
from clausetrack.segment.tables import days_of

Grid = Sequence[Sequence[Cell]]

_MONEY_WORDS = re.compile(
    r"[$£€]|\b(?:rates?|salar(?:y|ies)|pay|wages?|allowances?|remuneration|hourly|amount"
    r"|annual(?!\s+(?:leave|holidays?)))\b",
    re.I,
)
_CHANGE = re.compile(r"\b(?:increases?|change|difference|movement|rise)\b|^\W*%\W*$", re.I)
_OPENING = re.compile(r"\b(?:current|existing|present|previous|former|old)\b", re.I)
_SALARY = re.compile(r"\d{2,3},\d{3}")
_FTTE = re.compile(r"\bFT?TE\b")
_DAYS = re.compile(r"\bdays\b", re.I)
_IN_CENTS = re.compile(r"\bcents?\b|¢|\bc\s?(?:/|per)\s?km\b", re.I)
_STEP = re.compile(r"(?:step|point|min(?:imum)?|max(?:imum)?|mid-?point|grade)\b", re.I)
_NAMED = re.compile(rf"{_STEP.pattern}|\s*\d{{1,3}}\s?%\s*$", re.I)  # "Step 2", "80%"
_LEAST_RATE = re.compile(
    r"min(?:imum)?\s+(?:casual\s+)?(?:hourly|weekly|fortnightly|daily|annual)\s+(?:rate|wage)", re.I
)
_PARTS = ("minimum", "maximum")


@dataclass(frozen=True, slots=True)
class Rated:
    """A column of figures: its place in the grid, and what and when it is for.

    A column of ranges ("$50,000 – $60,000") is two: `part` says which end of them this one is;
    one that has figures too is three, and `mixed`. `why` says why its days cannot be told, and
    `by_next` that its last day is the one before the next column begins. `cents` says that its
    figures are cents.
    """

    at: int
    span: Span
    bare: bool
    part: str = ""
    mixed: bool = False
    why: str = ""
    by_next: bool = False
    cents: bool = False

    @property
    def has_day(self) -> bool:
        """Does it say a day, or an event, or was there one that cannot be told?"""
        return bool(self.span.start or self.span.end or self.span.event or self.why)

    def read(self, text: str) -> figures.Figure | None:
        """What a cell of this column holds."""
        if self.cents and (found := figures.in_cents(text)):
            return found
        if units.is_count(self.span.unit):
            return figures.counted(text)
        ends = figures.ends(text, bare=self.bare) if self.part or self.mixed else None
        if self.mixed and bool(self.part) != bool(ends):
            return None
        if self.part:
            return ends[_PARTS.index(self.part)] if ends else figures.read(text, bare=self.bare)
        return figures.read(text, bare=self.bare, headed=_is_signed(self.span.heading))

    @property
    def is_step(self) -> bool:
        """Is it called a step, so that the rows are whose they are?

        A "minimum hourly rate" is what is paid at the step of its row.
        """
        return bool(_STEP.match(self.span.label)) and not _LEAST_RATE.match(self.span.label)


def of(table: Table, cells: Grid, caption: str, known: table_days.Orders) -> list[Rated]:
    """The columns of `table` that hold rates, with the days and labels that their headings say."""
    found: list[Rated] = []
    if in_thousands(table, caption):
        return found
    for at, column in enumerate(table.columns):
        body = [row[at].text for row in cells[table.header_rows :] if at < len(row)]
        bare = _bare(column, body, caption)
        unit = "" if column.role == "rate" else _counts(column, body)
        cents = _IN_CENTS.search(column.heading) is not None
        bare = bare or (cents and all(map(figures.in_cents, filter(None, map(str.strip, body)))))
        if (column.role == "rate" or bare or unit) and not is_change(column, body):
            start, end, why, event = table_days.read(column.heading, known)
            if not (start or end or why or event):
                start, end = column.start, column.end
                event = "" if start or end else headings.years(column.heading)
                if not event and (event := headings.thereafter(column.heading)):
                    start, event = _next_day(found, event)
            by = "column" if start or end or event else ""
            unit = unit or units.of_column(headings.without_times(column.heading))
            unit = unit or units.of_period(column.heading)
            span = Span(_flat(column.heading), unit=unit, start=start, end=end, event=event,
                        dated_by=by)  # fmt: skip
            ranges = _ranges(body)
            mixed = 0 < 2 * ranges <= sum(1 for text in body if text.strip())
            parts = ("", *_PARTS) if mixed else _PARTS if ranges else ("",)
            found += [Rated(at, span, bare, part, mixed, why, cents=cents) for part in parts]
    return labels.labelled(_later(found))


def _later(found: Sequence[Rated]) -> list[Rated]:
    """The columns, where one of "after 12 months" stands behind one of a day: it begins then.

    By itself that may be 12 months of service.
    """
    out: list[Rated] = []
    for rated in found:
        span = rated.span
        if not rated.has_day and headings.is_later(span.heading) and out and out[-1].has_day:
            span = replace(span, event=_column(span), dated_by="column")
        out.append(replace(rated, span=span))
    return out


def _column(span: Span) -> str:
    return f"the column “{span.heading}”"


def _next_day(before: Sequence[Rated], event: str) -> tuple[date | None, str]:
    """The day on which "thereafter" begins, or its own word where no column before it tells."""
    ends = [rated.span.end for rated in before if rated.span.end]
    last = before[-1].span.end if before else None
    if last and last == max(ends) and last < date.max:
        return last + timedelta(days=1), ""
    return None, event


def _ranges(body: Sequence[str]) -> int:
    return sum(figures.ends(text, bare=True) is not None for text in body if text.strip())


def is_change(column: Column, body: Sequence[str]) -> bool:
    """Does the column say by how much rates change, and not what they are?"""
    amounts = [text for text in body if values.money(text)]
    arrows = [text for text in amounts if "→" in text or text.lstrip().startswith("+")]
    undated = column.start is None and column.end is None
    return undated and bool(arrows or _CHANGE.search(column.heading))


def _bare(column: Column, body: Sequence[str], caption: str) -> bool:
    """Are these amounts that are printed without their dollar sign?"""
    if column.role == "rate":
        return True
    texts = [text.strip() for text in body if text.strip()]
    of_money = column.start or _MONEY_WORDS.search(f"{column.heading} {caption}")
    alike = _NAMED.match(column.heading) or any(days_of(column.heading))
    if headings.is_reference(column.heading):
        return False
    if any(map(headings.is_of_time, (column.heading, *texts[:1]))):  # or a second row of headings
        return False
    if not of_money and not (alike and all(map(_SALARY.fullmatch, texts))):
        return False
    headed = _is_signed(column.heading)
    read = [
        text
        for text in texts
        if figures.read(text, bare=True, headed=headed) and (headed or re.search(r"[,.]", text))
    ]
    return bool(read) and 2 * len(read) > len(texts)


def _is_signed(heading: str) -> bool:
    """Does a heading have the sign that its figures are without?"""
    return any(sign in heading for sign in "$£€")


def _counts(column: Column, body: Sequence[str]) -> str:
    """ "FTTE" or "days" for a column that counts those, row by row."""
    texts = [text for text in body if text.strip()]
    if len(texts) < 2 or not all(figures.counted(text) for text in texts):
        return ""
    for pattern, unit in ((_FTTE, "FTTE"), (_DAYS, "days")):
        if pattern.search(column.heading) or all(pattern.search(text) for text in texts):
            return unit
    return ""


def _flat(text: str) -> str:
    return " ".join(text.split())


# --------------------------------------------------------------------------------------- days


def by_pay(found: list[Rated], pay: str) -> list[Rated]:
    """The columns, where each begins with the pay on or after its day, and not on the day."""
    out = []
    for each in found:
        span = each.span
        if pay and span.start:
            event = f"{pay} {values.day_text(span.start)}"
            each = replace(each, span=replace(span, start=None, event=event))
        out.append(each)
    return out


def named(found: list[Rated], text: str) -> list[Rated]:
    """The columns of a table without days, with those that its text gives to their names.

    So are columns of years ("2025/26"), where the text says with which day each of them begins.
    """
    years = list(dict.fromkeys(r.span.event for r in found if r.span.event))
    if years and all(r.span.event == headings.years(r.span.heading) for r in found):
        begin = headings.said_of(years, text)
        spans = [replace(each.span, start=begin.get(each.span.event), event="", dated_by="context")
                 for each in found]  # fmt: skip
        whole = len(set(begin.values())) == len(years)
        return [replace(r, span=s) for r, s in zip(found, spans, strict=True)] if whole else found
    names = [rated.span.label for rated in found]
    times = not any(rated.has_day or rated.is_step for rated in found)
    if not times or not all(names) or len(set(names)) < len(names):
        return found
    said = headings.said_of(names, text)
    whole = len(set(said.values())) == len(names)
    out = []
    for rated in found:
        span = rated.span
        if whole:
            span = replace(span, start=said[span.label], label="", dated_by="context")
        elif said:
            span = replace(span, event=span.label, label="", dated_by="context")
        out.append(replace(rated, span=span))
    return out


def dated(found: list[Rated], cells: Grid, rises: Sequence[Rise], over: date | None) -> list[Rated]:
    """The columns with their last days: each runs until the next one of its label begins.

    A column without a day among dated ones gets the day of the stated rise that every row of it
    shows; else the first day of the whole table (`over`), where that is before all others.
    """
    if any(rated.span.start for rated in found):
        found = _by_rises(found, cells, rises)
    if over and over < min((r.span.start for r in found if r.span.start), default=date.min):
        kinds = alike.kinds([each.span for each in found])
        found = [
            each if each.has_day or _is_opening(each, at, kinds)
            else replace(each, span=replace(each.span, start=over, dated_by="context"))
            for at, each in enumerate(found)
        ]  # fmt: skip
    starts = {rated.span.start for rated in found if rated.span.start}
    kinds = alike.kinds([each.span for each in found])
    unsure = {alike.name(each.span) for each in found if each.why}
    bare = [(at, r.span) for at, r in enumerate(found) if r.span.start and not r.span.label]
    out = []
    for at, rated in enumerate(found):
        span = rated.span
        same = kinds[alike.name(span)]
        later = same.later(span.start) if span.start else None
        if same.overlaps(span):
            rated = replace(rated, why="the days of two columns overlap")
        elif span.end and not span.start and (ended := same.ended_before(span.end)):
            span = replace(span, start=ended + timedelta(days=1))  # "to June 2025", "to June 2026"
        elif span.end and same.begins(span.end):
            span = replace(span, end=days.before(span.end))  # "to 1 July", and anew from 1 July
        elif span.end is None and alike.name(span) in unsure:
            rated = replace(rated, why=rated.why or table_days.OTHER)
        until = _until(rated, at, same, bare if rated.span.label else ())
        if span.end is None and until:
            span = replace(span, until=until)
        elif span.end is None and span.event:
            day = next((each.start for _, each in same.behind(at) if each.start), None)
            span = replace(span, end=days.before(day) if day else None)
        elif span.end is None and span.start is not None:
            span = replace(span, end=days.before(later) if later else None)
            if span.end == span.start and not headings.is_from(span.heading):
                span = replace(span, start=None)  # "at 31 March", beside "at 1 April"
        elif span.end is None and starts and _is_opening(rated, at, kinds):
            span = replace(span, end=days.before(min(starts)), dated_by="column")
        elif not rated.has_day and (same.starts or _is_behind(rated, at, bare)):
            rated = replace(rated, why=_UNDATED)
        by_next = rated.span.end is None and not span.event
        out.append(replace(rated, span=span, by_next=by_next))
    return out


_UNDATED = "nothing says from when it runs, where another for it has a day"


def _is_behind(rated: Rated, at: int, bare: Sequence[tuple[int, Span]]) -> bool:
    """Does a column with a name stand behind one of a day alone, which counts the same?

    "After 12 months", behind "1 May 2025", may be that of a later day or of some people.
    """
    return any(place < at and span.unit == rated.span.unit for place, span in bare)


def _until(rated: Rated, at: int, same: Kind, bare: Sequence[tuple[int, Span]]) -> str:
    """What ends a column where that is no date: what a later one begins with, or whose it is.

    A column of a day alone beside columns with names (`bare`) may be that of any of them.
    """
    mine = rated.span
    for place, span in merge(bare, same.telling(at), key=lambda one: one[0]):
        if mine.label and not span.label:
            of_one = not mine.unit or not span.unit or mine.unit == span.unit
            later = place > at if mine.start is None else span.start and span.start > mine.start
            # of a range the same end follows from then on
            if span.start and of_one and later and not (rated.part and same.begins(span.start)):
                return _column(span)
            continue
        if span.event and span.event != mine.event:
            behind = place > at or (mine.start and re.search(r"20\d\d", span.event))
            if behind and (mine.start is None or headings.may_follow(span.event, mine.start)):
                return span.event
        if place > at and span.start and (mine.start is None or span.start > mine.start):
            return ""
    return ""


def is_old(rated: Rated) -> bool:
    """Does the heading say that these figures were paid until now ("Old rate")?"""
    return bool(_OPENING.search(rated.span.heading))


def in_context(found: Sequence[Rated], start: date | None, end: date | None) -> list[Rated]:
    """Columns without days, with those of their table: the old ones end where it begins."""
    old = [*map(is_old, found)]
    parted = start is not None and not all(old)
    only_times = any(old) and all(map(_only_time, found))
    turns = [one.span.label for one, was in zip(found, old, strict=True) if not was]
    turns = turns if headings.are_turns(turns) else []
    out = []
    for rated, was in zip(found, old, strict=True):
        first, last = (None, days.before(start)) if start and parted and was else (start, end)
        label, event, until = "" if only_times else rated.span.label, "", ""
        if label in turns:  # the day is that of the first of them
            at, label = turns.index(label), ""
            event = turns[at] if at else ""
            until = turns[at + 1] if at + 1 < len(turns) else ""
            first = None if event else first
        span = replace(rated.span, start=first, end=last, event=event, until=until, label=label,
                       dated_by="context")  # fmt: skip
        out.append(replace(rated, span=span))
    return out


def _only_time(rated: Rated) -> bool:
    """Does the heading say only what is old and what is new, and not whose the figures are?"""
    return not labels.without_noise(_OPENING.sub(" ", rated.span.heading))


def _is_opening(rated: Rated, at: int, kinds: Mapping[tuple[str, str], Kind]) -> bool:
    """Is this the column of what was paid before the first day that the table names?"""
    if rated.span.start or rated.span.end or rated.span.event:
        return False
    if _OPENING.search(rated.span.heading):
        return True
    same = kinds[alike.name(rated.span)].placed
    if rated.why or same[0][0] != at:
        return False
    # A column that is proved by its rise stands right after it.
    return len(same) > 1 and same[1][1].dated_by == "rise"


def _by_rises(found: list[Rated], cells: Grid, rises: Sequence[Rise]) -> list[Rated]:
    """Days for undated columns: from the last column back, each that its stated rise proves."""
    out = list(found)
    for place in range(len(out) - 2, 0, -1):
        here, after = out[place], out[place + 1]
        if here.span.start or here.span.end or _OPENING.search(here.span.heading):
            continue
        known = after.span.start
        if known is None or not _rose(cells, here, after, rises, {known}):
            continue
        earlier = {rise.start for rise in rises if rise.start and rise.start < known}
        proved = [day for day in earlier if _rose(cells, out[place - 1], here, rises, {day})]
        if len(proved) == 1:
            out[place] = replace(here, span=replace(here.span, start=proved[0], dated_by="rise"))
    return out


def _rose(cells: Grid, one: Rated, other: Rated, rises: Sequence[Rise], on: set[date]) -> bool:
    """Does every row rise from one column to the other by a stated amount of that day?"""
    amounts = {rise.amount for rise in rises if not rise.percent and rise.start in on}
    steps: list[Decimal] = []
    for row in cells:
        pair = [c.read(row[c.at].text) if c.at < len(row) else None
                for c in (one, other)]  # fmt: skip
        before, after = (figure.amount if figure else None for figure in pair)
        if before is not None and after is not None:
            steps.append(after - before)
    return bool(steps) and all(step in amounts for step in steps)
