"""What the first column of a scale in terms rises from, where only the agreement has that.

Terms often print the new figures alone: "increased by 3% from 1 July 2025, as follows". The old
ones stand in the table of the agreement that they amend.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clausetrack.checks import increases, rounding
from clausetrack.checks.scales import Series, series
from clausetrack.checks.subject import Subject

_PER = " per "  # in the unit of figures that say for what time they are paid
_HALF = 0.5  # of the steps, of figures: less in common is no scale that was raised


def opened(one: Series, subject: Subject) -> Series:
    """The series with the last figures of the agreement before its own; itself where none fit.

    They fit where the words state an increase from the day of its first column, and the agreement
    that is amended has one scale of these steps, at the same clause or with figures that so rise.
    """
    first = one.columns[0]
    if subject.amended is None or (first.start is None and len(one.columns) > 1):
        return one
    found = [(each.clause.id, made) for each in series(subject.amended) if (made := _on(each, one))]
    here = [made for place, made in found if place == one.clause.id]
    fitting = here if len(here) == 1 else [made for _, made in found if _follows(made)]
    return fitting[0] if len(fitting) == 1 else one


def _on(before: Series, one: Series) -> Series | None:
    """`one` after the last figures of `before`; None where it is no later scale of the kind."""
    last, first = before.columns[-1], one.columns[0]
    units = {last.unit or before.scale.unit, first.unit or one.scale.unit}
    alike = last.label == first.label and len({unit for unit in units if _PER in unit}) <= 1
    common = one.rows.keys() & before.rows.keys()
    later = (last.start or date.min) < (first.start or date.max)
    if not alike or not later or len(common) <= _HALF * len(one.rows):
        return None
    made = replace(
        one,
        columns=(last, *one.columns),
        rows={
            key: (before.rows[key][-1] if key in before.rows else None, *row)
            for key, row in one.rows.items()
        },
        openings={},
        offset={at + 1: column for at, column in one.offset.items()},
    )
    pairs = [row[:2] for row in made.rows.values() if None not in row[:2]]
    if sum(old == new for old, new in pairs) > _HALF * len(pairs):
        return None  # the old figures, printed again
    raised = any(at == 1 for _, at in _stated(made))
    return made if raised and (_follows(made) or rounding.of_most(made.rows, 1)) else None


def _stated(one: Series) -> dict[tuple[str, int], increases.Increase]:
    return increases.by_cell(one.scale, one.columns, one.lead, one.rows, rounding.explains)


def _follows(one: Series) -> bool:
    """Do most of its first figures follow the increase that is stated?"""
    told = list(_explained(one))
    return sum(told) > _HALF * len(told)


def _explained(one: Series) -> Iterator[bool]:
    unit = rounding.stated_unit(one.lead)
    for (key, at), rise in _stated(one).items():
        before, printed = one.rows[key][at - 1], one.rows[key][at]
        if at == 1 and before is not None and printed is not None:
            yield rounding.explains(before, printed, rise, unit)
