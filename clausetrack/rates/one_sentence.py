"""The figures of one sentence as rates: what each is per, and from when to when it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from clausetrack import values
from clausetrack.rates import beside, days, headings, naming, paid, series, spoken, units
from clausetrack.rates.model import Rate, Run
from clausetrack.rates.spoken import Spoken

_ENDS = re.compile(
    r"\b(?:ceases?|no\s+longer|is\s+not\s+paid|are\s+not\s+paid|discontinued?|ends?\b|abolish)",
    re.I,
)
#: On that day it may be paid for the last time, or no more.
_CEASES_ON = re.compile(
    r"\b(?P<how>ceases?|discontinued|ends?|abolished)\s+(?:(?:to\s+be\s+)?(?:paid|payable)\s+)?on\s+$",
    re.I,
)
_THEN = re.compile(
    r"\b(?:thereafter|afterwards|then|(?:after|following)\s+(?:that(?:\s+date)?|which)|from\s+then(?:\s+on)?"
    r"|from\s+(?:the\s+(?:following|next)\s+day|that\s+(?:date|day))"
    r"|for\s+the\s+(?:year\s+following|following\s+year))\b",
    re.I,
)
_UNTIL_THEN = re.compile(r"\b(?:until|before|up\s+to)\s+then\b", re.I)
_YEAR_LATER = re.compile(r"\b(?:twelve\s+months|one\s+year|a\s+year)\s+later\b", re.I)

#: A figure, or the two ends of a range.
Group = tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands round a figure: `before` it so far as it matters, and to the figures beside."""

    before: str
    between: str  # it and the figure before
    after: str
    limit: int  # where the next figure stands


def rates(
    blank: Rate,
    sentence: str,
    groups: Sequence[Group],
    same_day: date | None,
    changed: Sequence[tuple[int, int]],
) -> list[Rate]:
    """The rates of one sentence: `blank` with each figure's amount, unit and days.

    `groups` are the figures, the two ends of a range together; `changed` are the places of
    changes, which have days of their own ("and by 5% from May").
    """
    own = [(group[0].start, group[-1].end) for group in groups]
    places = sorted({*own, *changed})
    periods = dict(zip(places, days.runs(sentence, places), strict=True))
    is_once = units.is_once(sentence)
    led = bool(own) and _UNTIL_THEN.search(sentence[: own[0][0]]) is not None
    out: list[list[Rate]] = []
    for group, spot, around in zip(groups, own, _around(sentence, own), strict=True):
        last = out[-1][-1] if out else None
        unit = _unit(sentence, group, around, last, is_once)
        run, pay_day = _run(*periods[spot]), None
        if units.is_paid_once(unit):
            # days of such a sentence say who is paid, and not from when
            run, pay_day = Run(), paid.day(sentence, *spot, around.limit)
        elif not run.is_dated:
            run = Run(start=same_day, event="" if same_day else headings.year_behind(around.after))
        if run.start and _ENDS.search(around.after):
            run = _ending(run, run.start, around.after)
        if led and run.start is not None and periods[spot] == periods[own[0]]:
            # "paid from 1 May; until then it is $5"
            run = replace(run, start=None, end=days.before(run.start))
        elif last is not None:
            run, unit = _beside_last(run, unit, last, around)
        made = _made(blank, sentence, group, run, around.before, spot[1])
        made = [replace(rate, unit=unit, paid=pay_day) for rate in made]
        if out and len(out[-1]) == len(made):
            pairs = [
                series.pair(one, other, around.between, around.after)
                for one, other in zip(out[-1], made, strict=True)
            ]
            out[-1], made = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        out.append(made)
    if all(out):
        series.equivalents(out, sentence, own)
    listed = [rate for made in out for rate in made]
    if len(listed) == len(own):
        gaps = [sentence[one[1] : other[0]] for one, other in pairwise(own)]
        listed = naming.of_list(listed, gaps)
    return naming.by_order(listed)


def _around(sentence: str, spots: Sequence[tuple[int, int]]) -> Iterator[_Around]:
    limits = [*(start for start, _ in spots[1:]), len(sentence)]
    begun = 0
    for (start, end), limit in zip(spots, limits, strict=False):
        before = sentence[max(0, start - spoken.NEAR) : start]
        yield _Around(before, sentence[begun:start], sentence[end:limit], limit)
        begun = end


def _unit(sentence: str, group: Group, around: _Around, last: Rate | None, is_once: bool) -> str:
    figure = group[-1]
    again = last is not None and units.is_paid_once(last.unit)
    between = series.DATED.sub("", days.undated(around.between))
    again = again and bool(series.NEXT.fullmatch(between) or series.LISTED.fullmatch(between))
    once = is_once or paid.is_payment(around.before, around.after, again=again)
    unit = figure.unit or units.of_sentence(around.before, around.after, once=once)
    if units.is_open(unit) and figure is not group[0]:
        inside = sentence[group[0].end : figure.start]
        unit = units.of_sentence(around.before, inside, once=once)
    return units.in_currency(unit, figure.currency) if figure.currency else unit


def _run(start: days.Moment | None, end: days.Moment | None) -> Run:
    (first, event), (last, until) = map(_or_words, (start, end))
    return Run(start=first, end=last, event=event, until=until)


def _or_words(moment: days.Moment | None) -> tuple[date | None, str]:
    """A day, or the words that stand for one."""
    return (None, moment) if isinstance(moment, str) else (moment, "")


def _ending(run: Run, day: date, after: str) -> Run:
    """What ceases on the day that the words behind it name."""
    if any(_CEASES_ON.search(after[: found.start]) for found in values.dates(after)):
        until = f"the day on which it ceases, {values.day_text(day)}"
        return replace(run, start=None, end=day, until=until)
    return replace(run, start=None, end=days.before(day), until="")


def _beside_last(run: Run, unit: str, last: Rate, around: _Around) -> tuple[Run, str]:
    """When a figure runs, and what it is per, where that is said by the figure before it."""
    said = around.between + around.after
    if _UNTIL_THEN.search(around.between) and (last.start or last.event):
        return Run(end=days.before(last.start) if last.start else None, until=last.event), unit
    if (last.end or last.until) and _THEN.search(said):
        same = run.start in {None, last.start} and run.end in {None, last.end}
        if same and run.event in {"", last.event}:
            start = last.end + timedelta(days=1) if last.end else None
            run = Run(start=start, event=last.until)
            if units.is_open(unit) and units.alike(unit, last.unit):
                unit = last.unit
    elif last.start and run.start is None and _YEAR_LATER.search(said):
        run = replace(run, start=days.a_year_after(last.start))
    return run, unit


def _made(
    blank: Rate, sentence: str, group: Group, run: Run, before: str, end: int
) -> list[Rate]:
    """`blank` with a figure's amount and days; the two ends of a range are named as such."""
    rate = replace(
        blank, step=naming.subject(before) or blank.step, note=beside.note(sentence, before, end)
    ).dated_as(replace(run, dated_by="sentence" if run.is_dated else ""))
    made = [replace(rate, amount=each.amount) for each in group if each.amount is not None]
    if len(group) > 1:
        ends = zip(made, ("minimum", "maximum"), strict=True)
        made = [replace(each, group=each.step, step=name) for each, name in ends]
    return made
