"""Increases that a text states: "by $1,300 effective from 3 October 2025", "2.5% 28 Jan 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausetrack import values
from clausetrack.rates import days

#: What stands before an amount that is a change and not a value.
_CHANGE = re.compile(
    r"\b(?:by|(?:increase|rise|reduction|decrease|movement)s?\s+of)\s+"
    r"(?:(?:a|an|further|up|to|another|about)\s+)*\(?$",
    re.I,
)
_RESULT = re.compile(r"\b(?:to|from|is|at|of)\s+(?:\w+\s+){0,2}$", re.I)
_NEAR = 400  # characters before an amount in which the words that make it a change stand
_MORE = re.compile(r"\b(?:and|then)\s+(?:\w+\s+){0,3}$|[,(]\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Rise:
    """A stated increase: `amount` in dollars or in per cent, from `start` where a day is said."""

    amount: Decimal
    percent: bool
    start: date | None
    text: str


def changes(sentence: str, amounts: Sequence[values.Value]) -> list[bool]:
    """Which amounts of money in a sentence are changes, and no values.

    "by $1,300 from May and $1,200 from June" states two: what follows a change in the same list
    is one too, unless the words say what it comes to.
    """
    out: list[bool] = []
    end = 0
    for amount in amounts:
        before = sentence[max(0, amount.start - _NEAR) : amount.start].replace("*", "")
        change = bool(_CHANGE.search(before))
        if not change and out and out[-1]:
            between = sentence[end : amount.start].replace("*", "")
            change = bool(_MORE.search(between)) and not _RESULT.search(between)
        out.append(change)
        end = amount.end
    return out


def stated(text: str) -> tuple[Rise, ...]:
    """The increases that `text` states, in its order, in dollars and in per cent."""
    found: list[tuple[int, Rise]] = []
    for sentence in days.SENTENCE.split(text):
        amounts = values.money(sentence)
        kept = [a for a, change in zip(amounts, changes(sentence, amounts), strict=True) if change]
        kept += values.percentages(sentence)
        kept.sort(key=lambda value: value.start)
        periods = days.of_figures(sentence, [(value.start, value.end) for value in kept])
        for value, (start, _) in zip(kept, periods, strict=True):
            if isinstance(value.value, Decimal):
                percent = value.kind == "percent"
                found.append((value.start, Rise(value.value, percent, start, value.text)))
    return tuple(rise for _, rise in found)
