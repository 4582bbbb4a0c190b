"""One scale in two agreements whose figures differ by a dollar or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from clausetrack.checks.scales import Series, series
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.rates.model import Span

GROUP = "documents"
WHY = {
    "scale-differs": "A scale that two agreements share must read the same in both on the same day;"
    " a difference of a dollar is a rounding that one of them got wrong."
}

_NEAR = 5
_SHARED = 3  # figures that two tables must have in common to be one scale
_BROKEN = re.compile(r"\$\s?(\d{1,3}),\s+(\d{3})\s*$")


def check(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    for one, other in combinations(subjects, 2):
        if one.document.agreement != other.document.agreement:
            for mine in series(one):
                for theirs in series(other):
                    yield from _compared(one, mine, other, theirs)


def _compared(
    subject: Subject, mine: Series, other: Subject, theirs: Series
) -> Iterator[tuple[Subject, Finding]]:
    cells = [
        (key, at, a, b)
        for key in mine.rows
        if key in theirs.rows
        for at, span in enumerate(mine.columns)
        for there, other_span in enumerate(theirs.columns)
        if _together(span, other_span)
        and (a := _amount(mine, key, at)) is not None
        and (b := _amount(theirs, key, there)) is not None
    ]
    if sum(a == b for _, _, a, b in cells) < _SHARED:
        return
    for key, at, a, b in cells:
        if 0 < abs(a - b) <= _NEAR:
            column = mine.offset.get(at)
            sources = mine.steps[key].sources
            finding = subject.finding(
                "scale-differs",
                f"{mine.called(key)} is ${a:,} here and ${b:,} in the {other.document.agreement}"
                f" ({other.document.file}) on the same day",
                mine.clause,
                mine.quoted(key, at),
            )
            if column is not None and column < len(sources):
                finding = replace(finding, source=sources[column])
            yield subject, finding


def _together(one: Span, other: Span) -> bool:
    """Is there a day on which both columns are in force?"""
    start = max(one.start or date.min, other.start or date.min)
    return start <= min(one.end or date.max, other.end or date.max)


def _amount(one: Series, key: str, at: int) -> Decimal | None:
    """A cell's figure; one with a space in it is read for the comparison alone."""
    amount = one.rows[key][at]
    broken = _BROKEN.match(one.printed(key, at)) if amount is None else None
    return Decimal(broken[1] + broken[2]) if broken else amount
