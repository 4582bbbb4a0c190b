"""Two sets of rates side by side, joined by what is in force on a day and never by column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausetrack.diff.rises import difference
from clausetrack.rates import units
from clausetrack.rates.inforce import in_force
from clausetrack.rates.measures import Measure, folded, named
from clausetrack.rates.model import Rate, Rates, short
from clausetrack.values import grouped


@dataclass(frozen=True, slots=True)
class Difference:
    """What one step is paid on `day` on each side; None where a side pays none, or says none.

    `day` is None where neither side says from when any step of the scale is paid.
    `by` says what makes the two comparable: the measure, the clause, or the name of the scale.
    `difference` is `new` less `old`, in the unit of the rate; `percent` is to two places.
    """

    scale: str
    step: str
    group: str
    unit: str
    day: date | None
    old: Rate | None
    new: Rate | None
    by: str
    difference: Decimal | None = None
    percent: Decimal | None = None


Scale = list[Rate]


def compare(
    old: Rates, new: Rates, day: date | None = None, measures: Iterable[Measure] = ()
) -> tuple[Difference, ...]:
    """The scales that both sides have, step by step.

    On `day`, or where none is given on every day on which a step of either side moves. A rate
    whose day hangs on an event is on neither side. Scales of one side alone are left out: `apart`
    has them.
    """
    known = tuple(measures)
    out: list[Difference] = []
    taken: set[int] = set()
    was = _scales(old)
    for scale in _scales(new):
        partner, by = _partner(scale, [s for s in was if id(s) not in taken], known)
        if partner is None:
            continue
        taken.add(id(partner))
        moves: list[date | None] = [day] if day else [*_days(partner, scale)]
        for on in moves or [None]:
            out += _on(partner, scale, on, by)
    return tuple(out)


def apart(
    given: Iterable[Rate], differences: Iterable[Difference], day: date | None = None
) -> tuple[Rate, ...]:
    """The rates of one side that were set against nothing of the other.

    On `day` each that is in force and in no difference; where no day is given, those of scales of
    which no rate is in one. A rate whose day hangs on an event is not among them.
    """
    rates = [rate for rate in given if not rate.undecided_on(day)]
    set_against = {rate for each in differences for rate in (each.old, each.new) if rate}
    if day is not None:
        return tuple(rate for rate in in_force(rates, day) if rate not in set_against)
    scales = {(rate.clause, rate.scale, rate.unit) for rate in rates if rate in set_against}
    return tuple(rate for rate in rates if (rate.clause, rate.scale, rate.unit) not in scales)


def _scales(rates: Rates) -> list[Scale]:
    decided = (rate for rate in rates.rates if not rate.undecided)
    return list(grouped(decided, lambda rate: (rate.clause, rate.scale, rate.unit)).values())


def _partner(
    scale: Scale, others: Sequence[Scale], measures: Sequence[Measure]
) -> tuple[Scale | None, str]:
    """The other side's scale for the same thing: by measure, then by clause, then by name."""
    mine = scale[0]
    measure = named(measures, mine)
    if measure is not None:
        same = [
            s
            for s in others
            if named(measures, s[0]) is measure and units.alike(mine.unit, s[0].unit)
        ]
        if same:
            return max(same, key=lambda s: _shared(s, scale)), measure.name
    alike = [s for s in others if units.alike(mine.unit, s[0].unit)]
    if short(mine.agreement) == (short(others[0][0].agreement) if others else ""):
        same = [
            s for s in alike if s[0].clause == mine.clause and not mine.clause.startswith("item")
        ]
        if same:
            return max(same, key=lambda s: _shared(s, scale)), f"clause {mine.clause}"
    same = [s for s in alike if folded(s[0].scale) == folded(mine.scale)]
    return (max(same, key=lambda s: _shared(s, scale)), "name") if same else (None, "")


def _shared(one: Scale, other: Scale) -> int:
    return len({rate.step for rate in one} & {rate.step for rate in other})


def _days(old: Scale, new: Scale) -> list[date]:
    """Every day on which a step of either side begins to be paid, from the first of `new` on."""
    mine = {rate.start for rate in new if rate.start}
    every = mine | {rate.start for rate in old if rate.start}
    return sorted(day for day in every if not mine or day >= min(mine))


def _on(old: Scale, new: Scale, day: date | None, by: str) -> list[Difference]:
    was, now = _rows(old, day), _rows(new, day)
    if len(was) == len(now) == 1:
        was = dict(
            zip(now, was.values(), strict=True)
        )  # one figure each, whatever its row is called
    out = []
    for key in [*now, *(key for key in was if key not in now)]:
        before, after = was.get(key), now.get(key)
        rate = after or before
        assert rate is not None
        change, percent = (
            difference(before.amount, after.amount) if before and after else (None, None)
        )
        out.append(
            Difference(
                rate.scale,
                rate.step,
                rate.group,
                rate.unit,
                day,
                before,
                after,
                by,
                change,
                percent,
            )
        )
    return out


def _rows(scale: Scale, day: date | None) -> dict[tuple[str, str], Rate]:
    """The rates of a scale on a day by step, and by group where a step has several."""
    found = in_force(scale, day) if day else [rate for rate in scale if rate.end is None]
    steps = [rate.step for rate in found]
    return {
        (rate.step.casefold(), rate.group.casefold() if steps.count(rate.step) > 1 else ""): rate
        for rate in found
    }
