"""The increases that the words beside a scale state, for which of its steps and from which day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausetrack import values
from clausetrack.rates.model import Scale, Span
from clausetrack.rates.rises import Rise, stated

_STEP = r"[A-Z]{0,2}\d{1,2}[A-Z]?"
_STEPS = re.compile(
    rf"\bsteps?\s+(?P<first>{_STEP})(?:\s*(?P<join>to|–|-|and|&|,)\s*(?P<last>{_STEP}))?"
    r"|\b(?P<other>(?:all\s+)?(?:the\s+)?other\s+steps|remaining\s+steps)\b"
    r"|\b(?P<all>(?:each|every|all)\s+(?:of\s+the\s+)?steps?)\b",
    re.I,
)

_NEAR = 4  # characters
#: Of two increases that are stated together, which one counts.
_GREATER = re.compile(
    r"\bwhichever\b[^.;]{0,30}?\b(?:greater|higher|more|larger|better)\b"
    r"|\bthe\s+(?:greater|higher|larger|better)\s+of\b",
    re.I,
)
_LESSER = re.compile(
    r"\bwhichever\b[^.;]{0,30}?\b(?:lesser|lower|less|smaller)\b|\bthe\s+(?:lesser|lower)\s+of\b",
    re.I,
)

Amounts = Sequence[Decimal | None]


@dataclass(frozen=True, slots=True)
class Increase:
    """An increase of a column over the one before, in per cent or in dollars, for some steps.

    `about` is the percentage that the words add to a sum of dollars in brackets, None without.
    """

    amount: Decimal
    percent: bool
    stated: bool = True
    about: Decimal | None = None


def raised(value: Decimal, increase: Increase) -> Decimal:
    """A figure after an increase, unrounded."""
    return value * (1 + increase.amount / 100) if increase.percent else value + increase.amount


@dataclass(frozen=True, slots=True)
class _Said:
    increase: Increase
    start: date | None
    steps: frozenset[str] | None  # None: all, or all that no other names


def by_cell(
    scale: Scale,
    columns: Sequence[Span],
    text: str,
    rows: Mapping[str, Amounts],
    explains: Callable[[Decimal, Decimal, Increase], bool],
) -> dict[tuple[str, int], Increase]:
    """The stated increase of each cell, by its step and column (from 1: the first has none).

    A column heading that gives the percentage itself ("from 3 April 2024 (+4%)") goes first. Where
    another is stated without a day ("grades A to C rise by 3% and grade D by 4% on 1 July"), the
    one that `explains` the printed figure is that of the cell; where the greater of two is
    promised, it is the greater.
    """
    keys = [step.key for step in scale.steps]
    said = _read(text, keys)
    out: dict[tuple[str, int], Increase] = {}
    for at, column in enumerate(columns[1:], 1):
        headed = values.percentages(column.heading) if not column.label else []
        if len(headed) == 1 and isinstance(headed[0].value, Decimal):
            out |= {(key, at): Increase(headed[0].value, percent=True) for key in keys}
            continue
        mine = [each for each in said if each.start == column.start]
        if not mine and len({each.start for each in said}) <= 1 and len(columns) == 2:
            mine = [each for each in said if each.start is None]
        undated = [each for each in said if each.start is None and each not in mine]
        for key in keys:
            named = [each for each in mine if each.steps is not None and key in each.steps]
            rest = [each for each in mine if each.steps is None]
            if named or not rest:
                if len(named) == 1:
                    out[key, at] = named[0].increase
                continue
            choices = [each.increase for each in (*rest, *undated) if each.steps is None]
            before, printed = (rows[key][at - 1], rows[key][at]) if key in rows else (None, None)
            best = _better(text, choices, before)
            if best is None and len(rest) == 1:
                best = rest[0].increase
                if before is not None and printed is not None:
                    fits = [each for each in choices if explains(before, printed, each)]
                    best = fits[0] if fits else best
            if best is not None:
                out[key, at] = best
    return out


def _better(text: str, choices: Sequence[Increase], before: Decimal | None) -> Increase | None:
    """Of two increases the greater or the lesser, where the words promise that."""
    if len(choices) != 2 or before is None:
        return None
    one, two = sorted(choices, key=lambda each: raised(before, each))
    return two if _GREATER.search(text) else one if _LESSER.search(text) else None


def _read(text: str, keys: Sequence[str]) -> list[_Said]:
    text = text.replace("\\$", "$")
    rises = stated(text)
    places = _places(text, rises)
    out: list[_Said] = []
    for at, (rise, place) in enumerate(zip(rises, places, strict=True)):
        before = text[:place].rstrip()
        if rise.percent and before.endswith("(") and out and not out[-1].increase.percent:
            last = out[-1]
            about = Increase(last.increase.amount, percent=False, about=rise.amount)
            out[-1] = _Said(about, last.start, last.steps)
            continue
        following = [p for r, p in zip(rises[at + 1 :], places[at + 1 :], strict=True)
                     if not (r.percent and text[:p].rstrip().endswith("("))]  # fmt: skip
        after = text[place : following[0] if following else len(text)]
        increase = Increase(rise.amount, rise.percent)
        start = rise.start or _day(after[len(rise.text) :])
        out.append(_Said(increase, start, _steps(after, keys)))
    return out


def _day(after: str) -> date | None:
    """The day that stands right behind a figure: "2.5% 28 Jan 2026", "2.5% (28 Jan 2026)"."""
    days = values.dates(after)
    if days and isinstance(days[0].value, date) and len(after[: days[0].start].strip()) < _NEAR:
        return days[0].value
    return None


def _places(text: str, rises: Sequence[Rise]) -> list[int]:
    places = []
    at = 0
    for rise in rises:
        at = max(text.find(rise.text, at), at)
        places.append(at)
        at += len(rise.text)
    return places


def _steps(after: str, keys: Sequence[str]) -> frozenset[str] | None:
    """The steps that the words after a figure name; None where they name none or "other steps"."""
    match = _STEPS.search(after)
    if match is None or match["other"] or match["all"]:
        return None
    first, last = match["first"], match["last"] or match["first"]
    if first not in keys or last not in keys:
        return frozenset()
    low, high = keys.index(first), keys.index(last)
    if (match["join"] or "").lower() in {"and", "&", ","}:
        return frozenset({first, last})
    return frozenset(keys[low : high + 1])
