"""A second event: each is a run of its own, and the readings say what a later one passes on.

Where a record says so (`again`), a variation of a watched agreement is judged by the same
provision, with its own fact in the place of the ratification's; so is every other agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from clausetrack.provisions.conditions import Scene, fact_name
from clausetrack.provisions.consequences import Consequences, excess_of, named
from clausetrack.provisions.facts import Facts, Span
from clausetrack.provisions.vocabulary import (
    Again,
    AllOf,
    AnyOf,
    Condition,
    Effect,
    Event,
    Happening,
    Not,
    Provision,
    Within,
)


@dataclass(frozen=True, slots=True)
class Passed:
    """What one event obliges to pass on: by itself (`whole`), and beyond the earlier (`rest`).

    `value` is the greatest figure that it provides for; `declined` says that it passed on nothing,
    because its offer is known to have been declined.
    """

    run: str
    when: Span
    value: Decimal
    whole: Decimal
    rest: Decimal
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Several events and one of the holder's measures, in the order in which they happened.

    `ordered` is false where the facts leave that order open: the sums do not turn on it. `figures`
    are the holder's, each with the day from which it runs, to which the sums are added.
    """

    measure: str
    clause: str
    fork: str
    events: tuple[Passed, ...]
    ordered: bool
    figures: tuple[tuple[date | None, Decimal], ...]

    @property
    def whole(self) -> Decimal:
        """All that is passed on where each event is judged by itself."""
        return sum((e.whole for e in self.events if not e.declined), Decimal(0))

    @property
    def rest(self) -> Decimal:
        """All that is passed on where nothing is passed on twice."""
        return sum((e.rest for e in self.events if not e.declined), Decimal(0))


def judged_as(provision: Provision, scene: Scene) -> Provision:
    """The provision as it is judged in the scene: that of a variation has its own fact."""
    again = provision.again
    if scene.variation is None or again is None:
        return provision
    return replace(
        provision,
        condition=_swapped(provision.condition, again) if provision.condition else None,
        duties=tuple(
            replace(duty, within=Within(duty.within.period, _instead(duty.within.after, again)))
            if isinstance(duty.within.after, Happening)
            else duty
            for duty in provision.duties
        ),
        standings=(),
    )


def event(provision: Provision, scene: Scene) -> Span:
    """The days on which the event of a run may have happened."""
    again = provision.again
    if again is None:
        return Span(never=True)
    fact = again.fact if scene.variation is not None else again.instead_of
    return scene.facts.span(fact_name(Happening("watched", fact), scene))


def in_order(provision: Provision, scenes: Iterable[Scene]) -> list[Scene]:
    """The scenes by the days of their events; what is not known comes last."""

    def days(scene: Scene) -> tuple[date, date]:
        span = event(provision, scene)
        return (span.last, span.first) if span.days else (date.max, date.max)

    return sorted(scenes, key=days)


def with_offers(provision: Provision, scenes: Sequence[Scene], facts: Facts) -> list[Scene]:
    """The scenes in order, each with the name under which facts speak of its own offer.

    Facts of an offer that name no event are those of the first.
    """
    own = provision.agreement, provision.id
    labels = {f.name.variation for f in facts if (f.name.version, f.name.provision) == own}
    return [
        replace(scene, offer=scene.run if scene.run in labels or place else "")
        for place, scene in enumerate(in_order(provision, scenes))
    ]


def series(
    provision: Provision, runs: Sequence[tuple[Scene, Consequences]]
) -> Iterator[Series]:
    """What the events pass on together, for each effect; nothing where there is one event alone."""
    if provision.again is None or len(runs) < 2:
        return
    spans = [event(provision, scene) for scene, _ in runs]
    ordered = all(a.days and b.days and a.last < b.first for a, b in pairwise(spans))
    for effect in provision.effects:
        events = tuple(_passed(effect, runs, spans))
        if len(events) < 2:
            continue
        measure, clause = named(effect, provision)
        own = {
            figure.start: figure.amount
            for figure in runs[0][0].figures["own", effect.measure]
            if figure.amount is not None and not figure.event
        }
        figures = sorted(own.items(), key=lambda pair: pair[0] or date.min)
        yield Series(measure, clause, provision.again.fork, events, ordered, tuple(figures))


def _passed(
    effect: Effect, runs: Sequence[tuple[Scene, Consequences]], spans: Sequence[Span]
) -> Iterator[Passed]:
    reached = effect.excess.amount
    for (scene, follows), span in zip(runs, spans, strict=True):
        excess = excess_of(effect, scene)
        if not excess:
            continue
        greatest = max(excess, key=lambda part: part.amount)
        value = greatest.over + greatest.amount
        declined = follows.status == "declined"
        yield Passed(
            scene.run, span, value, greatest.amount, max(value - reached, Decimal(0)), declined
        )
        if not declined:
            reached = max(reached, value)


def _swapped(condition: Condition, again: Again) -> Condition:
    match condition:
        case Event(of, words, window):
            return Event(_instead(of, again), words, window)
        case AllOf(parts):
            return AllOf(tuple(_swapped(part, again) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_swapped(part, again) for part in parts))
        case Not(part):
            return Not(_swapped(part, again))
        case _:
            return condition


def _instead(of: Happening, again: Again) -> Happening:
    if (of.party, of.fact) == ("watched", again.instead_of):
        return Happening("watched", again.fact)
    return of
