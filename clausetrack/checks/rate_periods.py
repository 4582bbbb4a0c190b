"""A weekly, fortnightly or annual rate that is not what the hourly one beside it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from clausetrack.checks.scales import called
from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding
from clausetrack.rates.model import Scale, Step

GROUP = "arithmetic"
WHY = {
    "rate-off-period": "One rate is printed for two periods, and the two are not the same pay;"
    " whoever is paid by the lesser claims the other.",
}

_ORDER = ("NZD per hour", "NZD per day", "NZD per week", "NZD per fortnight", "NZD per year")
#: "(40 hours)": how many hours a week or a fortnight the table itself names.
_HOURS = re.compile(r"\b(?P<hours>\d{2}(?:\.\d{1,2})?)[ -]hours?\b", re.I)
#: "(80 hours)", "(2,080 hours)": those of a fortnight and of a year; fewer are those of a week.
_OWN_HOURS = {
    unit: re.compile(rf"(?<![\d,.])(?P<hours>{hours})[ -]hours?\b", re.I)
    for unit, hours in ((_ORDER[3], r"(?:[6-9]\d|100)"), (_ORDER[4], r"[12],?\d{3}"))
}
#: A row that is not of the full week, or is paid by the hour alone.
_NOT_FULL = re.compile(
    r"\b(?:(?:part|half)[ -]time|casuals?|\d+(?:\.\d+)?[ -]?h(?:ou)?rs?)\b", re.I
)
#: What is paid beside the wage, or taken from it.
_BESIDE = re.compile(
    r"\b(?:allowances?|deductions?|contributions?|lev(?:y|ies)|premiums?|loadings?|supplements?"
    r"|fees?|rents?|lodging|bonus(?:es)?|penalt(?:y|ies))\b",
    re.I,
)
_CENTS = re.compile(r"\d\.\d\d\b")
#: So many rows must agree, and three times as many as do not, where nothing is named.
_FEWEST, _SHARE = 3, 3

_Row = tuple[Step, Decimal, Decimal]


def check(subject: Subject) -> Iterator[Finding]:
    for clause, lead, reading in subject.scales:
        for scale in reading.scales:
            for small, large in _pairs(scale):
                named = _named(scale, lead, large) if _per(scale, small) == _ORDER[0] else None
                yield from _off(subject, clause, scale, small, large, named)


def _pairs(scale: Scale) -> Iterator[tuple[int, int]]:
    """The columns of one day that are paid by other periods, the shorter period first."""
    at = [n for n in range(len(scale.columns)) if _per(scale, n) in _ORDER]
    for one, two in combinations(at, 2):
        first, second = scale.columns[one], scale.columns[two]
        if first.start != second.start or _per(scale, one) == _per(scale, two):
            continue
        if bool(_BESIDE.search(first.heading)) != bool(_BESIDE.search(second.heading)):
            continue
        alike = [_per(scale, n) for n in at if scale.columns[n].start == first.start]
        if len(set(alike)) == len(alike):
            shorter = _ORDER.index(_per(scale, one)) < _ORDER.index(_per(scale, two))
            yield (one, two) if shorter else (two, one)


def _per(scale: Scale, at: int) -> str:
    """The unit of a column, or of the scale where it has none of its own."""
    return scale.columns[at].unit or scale.unit


def _named(scale: Scale, lead: str, large: int) -> Decimal | None:
    """The hours of the longer period, where the table names one number of them for a week.

    Those of a fortnight or a year count where the column's own heading names them.
    """
    if said := _OWN_HOURS.get(_per(scale, large)):
        own = {match["hours"] for match in said.finditer(scale.columns[large].heading)}
        return Decimal(own.pop().replace(",", "")) if len(own) == 1 else None
    if _per(scale, large) != "NZD per week":
        return None
    text = " ".join((scale.name, lead, *(column.heading for column in scale.columns)))
    hours = {match["hours"] for match in _HOURS.finditer(text)}
    return Decimal(hours.pop()) if len(hours) == 1 else None


def _off(
    subject: Subject, clause: Clause, scale: Scale, small: int, large: int, named: Decimal | None
) -> Iterator[Finding]:
    rows: list[_Row] = [
        (step, one, two)
        for step in scale.steps
        if not _NOT_FULL.search(f"{step.key} {step.group}")
        and (one := step.amounts[small])
        and (two := step.amounts[large])
    ]
    units = _unit(scale, small), _unit(scale, large)
    ratio = named or _usual(rows, units)
    if ratio is None:
        return
    for step, one, two in rows:
        low, high = _between(one, two, units)
        if low <= ratio <= high:
            continue
        times = f"{named.normalize():f} hours at" if named else f"{ratio:,.2f} times"
        others = "" if named else " as in the other rows"
        yield subject.finding(
            "rate-off-period",
            f"{called(step.key, step.key)}: ${two:,} is not {times} ${one:,}{others}, which gives"
            f" ${(one * ratio).quantize(units[1]):,}",
            clause,
            f"{step.key} | {step.cells[small]} | {step.cells[large]}",
            severity="" if named else "info",
        )


def _unit(scale: Scale, column: int) -> Decimal:
    """Whole dollars, or cents where any figure of the column is printed with them."""
    cents = any(_CENTS.search(step.cells[column]) for step in scale.steps)
    return Decimal("0.01") if cents else Decimal(1)


def _between(one: Decimal, two: Decimal, units: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """The ratios that the printed figures may have, each rounded up or down or to the nearest."""
    return (two - units[1]) / (one + units[0]), (two + units[1]) / (one - min(units[0], one / 2))


def _usual(rows: list[_Row], units: tuple[Decimal, Decimal]) -> Decimal | None:
    """The ratio of nearly all rows; None where they do not agree, or too few are left."""
    spans = [_between(one, two, units) for _, one, two in rows]
    best = max(
        (span[0] for span in spans),
        key=lambda ratio: sum(low <= ratio <= high for low, high in spans),
        default=None,
    )
    if best is None:
        return None
    agree = [(low, high) for low, high in spans if low <= best <= high]
    if len(agree) < _FEWEST or len(agree) < _SHARE * (len(spans) - len(agree)):
        return None
    return (max(low for low, _ in agree) + min(high for _, high in agree)) / 2
