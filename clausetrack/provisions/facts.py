"""Facts: what happened to a version of an agreement, and when, as far as that is known.

A fact says on what days something may have happened: on one day, on a day of an interval, not up
to a day, or not at all. What no fact speaks of is not known; nothing is ever put in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import combinations

from clausetrack.errors import InvalidFacts
from clausetrack.values import day_text, hour_text

#: The facts that a version may have, and what each says. Members ratify once: the ratification of
#: the terms and that of the agreement are one event.
NAMES = {
    "terms_offered": "terms offered",
    "terms_signed": "terms signed",
    "ratified": "ratified",
    "signed": "signed",
    "terms_lapsed": "terms lapsed",
    "variation_offered": "variation offered",
    "variation_received": "variation received",
    "variation_accepted": "variation accepted",
    "variation_declined": "variation declined",
    "variation_ratified": "variation ratified",
    "variation_signed": "variation signed",
    "bargaining_initiated": "bargaining initiated",
    "bargaining_ended": "bargaining ended",
    "facilitation": "facilitation",
    "strike_notice": "strike notice",
}
#: What cannot be in another order, two by two.
_ORDERS = (
    ("terms_offered", "terms_signed", "ratified", "signed"),
    ("variation_offered", "variation_received", "variation_accepted", "variation_signed"),
    ("variation_offered", "variation_received", "variation_declined"),
    ("bargaining_initiated", "bargaining_ended"),
)


@dataclass(frozen=True, slots=True)
class FactName:
    """One fact of one version: "STCA 2025-27", "ratified".

    A variation is offered under a provision, whose ID `provision` is; "" for any other fact.
    `variation` tells several apart: a variation of another agreement has a name of its own, and one
    that is offered under a provision that of the event which it answers.
    """

    version: str
    name: str
    provision: str = ""
    variation: str = ""

    def __str__(self) -> str:
        under = ", ".join(part for part in (self.provision, self.variation) if part)
        return f"{self.version} {NAMES[self.name]}{f' ({under})' if under else ''}"


@dataclass(frozen=True, slots=True)
class Span:
    """When something may have happened: on a day from `first` to `last`; if `never`, or not at all.

    An open end is `date.min` or `date.max`; where `first` is after `last` there is no such day.
    `hour` is the time in New Zealand, where it is known; it is given with the one day alone.
    """

    first: date = date.min
    last: date = date.max
    never: bool = False
    hour: time | None = None

    @property
    def days(self) -> bool:
        """Whether there is a day on which it may have happened."""
        return self.first <= self.last

    @property
    def day(self) -> date | None:
        """The one day on which it happened, None where that is not known or it did not."""
        return self.first if self.first == self.last and not self.never else None

    def surely(self, by: date | None = None) -> bool:
        """Whether it is known to have happened, by a day if one is given."""
        return self.days and not self.never and (by is None or self.last <= by)

    @property
    def possible(self) -> bool:
        """Whether anything is left that may be so."""
        return self.days or self.never

    def __and__(self, other: Span) -> Span:
        first, last = max(self.first, other.first), min(self.last, other.last)
        if self.hour and other.hour and self.hour != other.hour:
            return Span(date.max, date.min)  # it happened once
        return Span(first, last, self.never and other.never, self.hour or other.hour)

    def __str__(self) -> str:
        if not self.days:
            return "known not to have happened"
        if self.day:
            return day_text(self.day) + (f" at {hour_text(self.hour)}" if self.hour else "")
        opened, closed = self.first > date.min, self.last < date.max
        if self.never:
            eve = day_text(self.first - timedelta(days=1)) if opened else ""
            return f"known not to have happened by {eve}" if opened else "not known"
        if opened and closed:
            return f"between {day_text(self.first)} and {day_text(self.last)}"
        if closed:
            return f"on or before {day_text(self.last)}"
        return f"on or after {day_text(self.first)}" if opened else "happened, on a day not known"


NEVER = Span(date.max, date.min, never=True)
UNKNOWN = Span(never=True)


def on(day: date, hour: time | None = None) -> Span:
    """It happened on that day, and at that hour if it is known."""
    return Span(day, day, hour=hour)


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the ledger, `number` counted from 1. `recorded` is when it was written down."""

    name: FactName
    span: Span
    source: str = ""
    recorded: date = date.min
    number: int = 0
    replaces: int = 0

    @property
    def day(self) -> date | None:
        return self.span.day


@dataclass(frozen=True)
class Facts:
    """The facts that hold: those of a ledger, without what later entries replace."""

    facts: tuple[Fact, ...] = ()
    _spans: dict[FactName, Span] = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        for fact in self.facts:
            held = self._spans.get(fact.name)
            self._spans[fact.name] = fact.span if held is None else held & fact.span

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def span(self, name: FactName) -> Span:
        """When it may have happened, by all that is known of it."""
        return self._spans.get(name, UNKNOWN)

    def of(self, name: FactName) -> tuple[Fact, ...]:
        """The facts of that name; none where it is not known."""
        return tuple(fact for fact in self.facts if fact.name == name)


def consistent(facts: Iterable[Fact], file: str) -> Facts:
    """The facts as a whole; raises InvalidFacts, naming them, where they cannot all be so."""
    held = Facts(tuple(facts))
    for name in dict.fromkeys(fact.name for fact in held):
        of_name = held.of(name)
        if not held.span(name).possible:
            clash = next(
                (
                    (one, other)
                    for one, other in combinations(of_name, 2)
                    if not (one.span & other.span).possible
                ),
                of_name,
            )
            told = " and ".join(_told(fact) for fact in clash)
            raise InvalidFacts(
                f"{file}: these facts conflict: {told}; record which one is replaced"
                " (fact add ... --replaces NUMBER)"
            )
    _in_order(held, file)
    return held


def _in_order(held: Facts, file: str) -> None:
    by_object = dict.fromkeys(
        (fact.name.version, fact.name.provision, fact.name.variation) for fact in held
    )
    for (version, provision, variation), order in ((v, o) for v in by_object for o in _ORDERS):
        names = [FactName(version, name, provision, variation) for name in order]
        happened = [n for n in names if held.of(n) and not held.span(n).never]
        for first, later in combinations(happened, 2):
            if held.span(first).first > held.span(later).last:
                one, other = held.of(first)[-1], held.of(later)[-1]
                raise InvalidFacts(
                    f"{file}: these facts are in an order that cannot be: {_told(other)} is before"
                    f" {_told(one)}; check both days"
                )
    for name in dict.fromkeys(fact.name for fact in held):
        if name.name == "terms_lapsed":
            signed = replace(name, name="signed")
            lapse, signing = held.span(name), held.span(signed)
            # what was signed cannot lapse afterwards; what lapsed may be signed all the same
            if lapse.surely() and signing.surely() and signing.last <= lapse.first:
                both = f"{_told(held.of(signed)[-1])} and {_told(held.of(name)[-1])}"
                raise InvalidFacts(f"{file}: these facts conflict: {both}")
        if name.name == "variation_accepted":
            declined = replace(name, name="variation_declined")
            if not held.span(name).never and held.of(declined) and not held.span(declined).never:
                both = f"{_told(held.of(name)[-1])} and {_told(held.of(declined)[-1])}"
                raise InvalidFacts(f"{file}: these facts conflict: {both}")


def _told(fact: Fact) -> str:
    return f"fact {fact.number} ({fact.name}: {fact.span})"
