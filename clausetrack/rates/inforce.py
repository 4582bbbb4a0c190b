"""What is in force on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from clausetrack.rates import days
from clausetrack.rates.model import Rate, Rates, short


def in_force(rates: Iterable[Rate], day: date) -> tuple[Rate, ...]:
    """The rates that are paid on `day`; those whose day hangs on an event are not among them.

    Nor is a sum that is paid once on another day, or that was to be paid by then.
    """
    return tuple(
        rate
        for rate in rates
        if not rate.undecided_on(day)
        and _is_due(rate, day)
        and (rate.start is None or rate.start <= day)
        and (rate.end is None or day <= rate.end)
    )


def _is_due(rate: Rate, day: date) -> bool:
    if rate.paid is None:
        return True
    how, last = rate.paid
    return day == last if how == "on" else day < last if how == "before" else day <= last


def joined(
    given: Sequence[Rates], measure: Callable[[Rate], str] = lambda _: ""
) -> tuple[Rate, ...]:
    """The rates of several documents in one line of time.

    An open rate of an agreement ends where another document sets a later one for the same clause,
    scale or measure (`measure` names that of a rate, or "") and the same step and level; nothing
    else ends it.
    """
    every = [(at, rate) for at, rates in enumerate(given) for rate in rates.rates]
    begins: dict[tuple[str, ...], dict[int, list[date]]] = {}
    for at, rate in every:
        if rate.start is not None and not rate.undecided:
            for key in _keys(rate, measure(rate)):
                begins.setdefault(key, {}).setdefault(at, []).append(rate.start)
    for starts in begins.values():
        for own in starts.values():
            own.sort()
    out = []
    for at, rate in every:
        if rate.end is None and not rate.undecided:
            later = [
                starts[after]
                for key in _keys(rate, measure(rate))
                for other, starts in begins.get(key, {}).items()
                if other != at
                and (after := bisect_right(starts, rate.start) if rate.start else 0) < len(starts)
            ]
            if later:
                rate = replace(rate, end=days.before(min(later)))
        out.append(rate)
    return tuple(out)


def _keys(rate: Rate, measure: str) -> Sequence[tuple[str, ...]]:
    name = short(rate.agreement)
    level = rate.group if rate.group.startswith(("Level", "Band", "Grade")) else ""
    scale = " ".join(rate.scale.casefold().split())
    keys = [(name, "scale", scale, rate.step, level, rate.unit)]
    if not rate.clause.startswith("item "):
        keys.append((name, "clause", rate.clause, rate.step, level, rate.unit))
    if measure:
        keys.append((name, "measure", measure, rate.step, level, rate.unit))
    return keys
