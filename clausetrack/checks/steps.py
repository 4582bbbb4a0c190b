"""Steps that are paid less than the step below them, or less than they were before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clausetrack.checks.scales import Series, called, series
from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding
from clausetrack.rates.model import Scale

GROUP = "arithmetic"
WHY = {
    "step-below": "Whoever moves up a step would be paid less: two figures may have changed places,"
    " or a digit may be wrong.",
    "rate-falls": "Pay that goes down on a day is rarely meant; the headings of two columns, or"
    " their figures, may have changed places.",
}

#: Fewer steps have no order that one of them could break.
_FEWEST = 4
#: What is taken from pay, and is the better for falling.
_TAKEN = re.compile(
    r"\b(?:deduct\w*|contribut\w+|rents?|lodging|lev(?:y|ies)|charged|recover(?:ed|y))\b", re.I
)
#: What a column is called whose figures are less than those of the next: "Minimum", "Start".
_SERVICE = r"(?:after\s+)?\d+\s+(?:months?|years?)|(?:year|step|level)\s+\d+"
_LOW = re.compile(rf"(?:min(?:imum)?|start\w*|commenc\w*|entry|{_SERVICE})\b", re.I)
_HIGH = re.compile(rf"(?:max(?:imum)?|{_SERVICE})\b", re.I)
_STEP = re.compile(r"(?P<name>\D*)(?P<number>\d+)")


def check(subject: Subject) -> Iterator[Finding]:
    for one in series(subject):
        if one.scale.unit.startswith("NZD") or not one.scale.unit:
            yield from _below(subject, one)
            yield from _falls(subject, one)
    for clause, _, reading in subject.scales:
        for scale in reading.scales:
            yield from _less(subject, clause, scale)


def _below(subject: Subject, one: Series) -> Iterator[Finding]:
    """The one step of a scale that breaks the order in which all the others stand."""
    keys = list(one.rows)
    if len(keys) < _FEWEST or not _count_up(keys):
        return
    if len({one.steps[key].group for key in keys}) > 1:
        return
    told: set[str] = set()
    for at in range(len(one.columns)):
        amounts = [one.rows[key][at] for key in keys]
        odd = _out_of_order([each for each in amounts if each is not None])
        if None in amounts or odd is None or keys[odd] in told:
            continue
        told.add(keys[odd])
        this, last = keys[odd], keys[odd - 1]
        yield subject.finding(
            "step-below",
            f"{one.called(this)}: ${amounts[odd]:,} is less than the ${amounts[odd - 1]:,} of"
            f" {one.called(last)}; all other steps rise",
            one.clause,
            one.quoted(this, at),
        )


def _less(subject: Subject, clause: Clause, scale: Scale) -> Iterator[Finding]:
    """The one row that falls where all others rise, from a minimum to a maximum or with service."""
    for at, (one, two) in enumerate(pairwise(scale.columns)):
        same_day = (one.start, one.end, one.unit) == (two.start, two.end, two.unit)
        if not same_day or not (_LOW.match(one.label) and _HIGH.match(two.label)):
            continue
        rows = [
            (step, low, high)
            for step in scale.steps
            if (low := step.amounts[at]) is not None and (high := step.amounts[at + 1]) is not None
        ]
        falls = [row for row in rows if row[2] < row[1]]
        if len(rows) < _FEWEST or len(falls) != 1:
            continue
        step, low, high = falls[0]
        yield subject.finding(
            "step-below",
            f"{called(step.key, step.key)}: the ${high:,} of “{two.label}” is less than the"
            f" ${low:,} of “{one.label}”; all other rows rise",
            clause,
            f"{step.key} | {step.cells[at]} | {step.cells[at + 1]}",
        )


def _count_up(keys: list[str]) -> bool:
    """Are they steps that are numbered one by one, as "1", "2", "3"?"""
    read = [_STEP.fullmatch(key.strip()) for key in keys]
    numbers = [(match["name"], int(match["number"])) for match in read if match]
    return len(numbers) == len(keys) and all(
        one[0] == two[0] and two[1] == one[1] + 1 for one, two in pairwise(numbers)
    )


def _out_of_order(amounts: list[Decimal]) -> int | None:
    """Which figure is less than the one before, where without one of the two all rise."""
    falls = [at for at, (one, two) in enumerate(pairwise(amounts), 1) if two < one]
    if len(falls) != 1:
        return None
    at = falls[0]
    for left_out in (at, at - 1):
        rest = amounts[:left_out] + amounts[left_out + 1 :]
        if all(one < two for one, two in pairwise(rest)):
            return at
    return None


def _falls(subject: Subject, one: Series) -> Iterator[Finding]:
    """A column whose figures are all less than those of the column before it."""
    heads = " ".join(column.heading for column in one.columns)
    if _TAKEN.search(f"{one.scale.name} {one.lead} {heads}"):
        return
    for at in range(1, len(one.columns)):
        before, column = one.columns[at - 1], one.columns[at]
        if column.start is None:
            continue
        pairs = [(row[at - 1], row[at]) for key, row in one.rows.items() if key not in one.openings]
        known = [(old, new) for old, new in pairs if old is not None and new is not None]
        if len(known) > 1 and all(new < old for old, new in known):
            yield subject.finding(
                "rate-falls",
                f"every figure of “{column.heading}” is less than that of “{before.heading}”,"
                " which comes before it in time",
                one.clause,
                f"{before.heading} | {column.heading}",
            )
