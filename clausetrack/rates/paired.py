""" "Annual from 1 May | Hourly | Annual from 1 June | Hourly": the days of the columns between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from clausetrack.model import Cell
from clausetrack.rates import units
from clausetrack.rates.columns import Rated

#: By how much of it the same pay by the year and by the hour may differ, for they are rounded.
_NEARLY = Decimal("1.003")
_FEWEST = 2  # figures of which the one is so many times the other


def dated(found: list[Rated], rows: Sequence[Sequence[Cell]]) -> list[Rated]:
    """The columns, each without a day that is the column before it by another period with its days.

    The place alone proves nothing. All of them must stand so, and in every row of every pair the
    one figure must be the same number of times the other: the hours, or weeks, of a year.
    """
    plain = [each for each in found if not each.part]
    pairs = [
        (one, other)
        for one, other in pairwise(plain)
        if one.has_day and not other.has_day and _differ(one, other)
    ]
    undated = [each for each in found if not each.has_day]
    places = {other.at: one for one, other in pairs}
    if not pairs or {each.at for each in undated} != set(places) or 2 * len(pairs) < len(plain):
        return found
    times = [ratio for one, other in pairs for ratio in _times(one, other, rows)]
    if len(times) < _FEWEST or max(times) > min(times) * _NEARLY:
        return found
    out = []
    for each in found:
        if each.at in places:
            each = replace(each, span=each.span.dated_as(places[each.at].span))
        out.append(each)
    return out


def _differ(one: Rated, other: Rated) -> bool:
    """Are both money, by two periods?"""
    both = one.span.unit, other.span.unit
    return all(both) and both[0] != both[1] and not any(map(units.is_count, both))


def _times(one: Rated, other: Rated, rows: Sequence[Sequence[Cell]]) -> list[Decimal]:
    """How many times the one figure the other is, row by row."""
    out = []
    for row in rows:
        pair = [c.read(row[c.at].text) if c.at < len(row) else None for c in (one, other)]
        larger, smaller = (figure.amount if figure else None for figure in pair)
        if larger and smaller:
            out.append(larger / smaller)
    return out
