"""What the holder's own figures become, by each reading of the words, and by when it is varied.

Where the wording allows several readings none is preferred: either all of them give the same
figures, or a table says what each one gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from clausetrack.provisions.conditions import Scene, fact_name, money_text
from clausetrack.provisions.consequences import excess_of, named, running
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.vocabulary import Effect, Fork, ForkReading, Happening, Provision

#: How many turns of a loop are told.
_TURNS = 3


@dataclass(frozen=True, slots=True)
class Value:
    """One of the holder's figures: from `start` to `end`, None where that is open."""

    start: date | None
    end: date | None
    old: Decimal
    new: Decimal


@dataclass(frozen=True, slots=True)
class Row:
    """The figures by one reading of each question, the readings by their names."""

    readings: tuple[str, ...]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The figures if the agreement is varied on a day from `first` to `last`, None where open.

    `questions` are the forks on which the figures turn; there is one row, without readings, where
    all readings agree.
    """

    version: str
    measure: str
    clause: str
    first: date | None
    last: date | None
    questions: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def agree(self) -> bool:
        return len(self.rows) == 1


def table(provision: Provision, scene: Scene) -> Iterator[Table]:
    """For each effect, and each of the figures that may run when the agreement is varied."""
    for effect in provision.effects:
        own = _own(scene, effect)
        excess = excess_of(effect, scene)
        if not own or not excess:
            continue
        forks = [
            fork
            for name in (effect.which_figure, effect.later_step)
            for fork in provision.forks
            if fork.id == name
        ]
        earliest = _earliest(provision, scene)
        measure, clause = named(effect, provision)
        over = [part.figure for part in excess]
        for at, figure in enumerate(own):
            end = _eve(own, at)
            if earliest and end and end < earliest:
                continue
            rows = [
                Row(tuple(r.name for r in chosen), _values(own, at, over, effect, chosen))
                for chosen in product(*(fork.readings for fork in forks))
            ]
            if len({row.values for row in rows}) == 1:
                rows = [Row((), rows[0].values)]
            yield Table(
                scene.told, measure, clause, figure.start, end,
                tuple(fork.id for fork in forks), tuple(rows),
            )  # fmt: skip


def loop(provision: Provision, scene: Scene) -> Iterator[str]:
    """How a variation would set the provision off again, on a reading that counts the holder."""
    for fork, reading in _counting_holder(provision):
        for effect in provision.effects:
            own, excess = _own(scene, effect), excess_of(effect, scene)
            dated = [figure.amount for figure in own if figure.start] or [f.amount for f in own]
            if not excess or not dated or dated[0] is None:
                continue
            amount = dated[0] + excess[0].amount
            if amount <= effect.excess.amount:
                continue
            chain = [amount]
            for _ in range(_TURNS):
                chain.append(chain[-1] + chain[-1] - effect.excess.amount)
            told = " -> ".join(money_text(value) for value in chain)
            yield (
                f"{fork.id}, {reading.name}: once varied, the {provision.agreement} itself has"
                f" {money_text(amount)}, above {money_text(effect.excess.amount)}, and would set"
                f" the provision off again ({told} -> ...): a loop without end"
            )


def _counting_holder(provision: Provision) -> Iterator[tuple[Fork, ForkReading]]:
    for fork in provision.forks:
        for reading in fork.readings:
            if reading.rule == "itself-too":
                yield fork, reading


def _own(scene: Scene, effect: Effect) -> list[Figure]:
    """The holder's figures in the order of their days, one a day."""
    by_day = {
        figure.start or date.min: figure
        for figure in scene.figures["own", effect.measure]
        if figure.amount is not None and not figure.event
    }
    return [by_day[day] for day in sorted(by_day)]


def _eve(own: Sequence[Figure], at: int) -> date | None:
    later = own[at + 1].start if at + 1 < len(own) else None
    return later - timedelta(days=1) if later else None


def _earliest(provision: Provision, scene: Scene) -> date | None:
    """The first day on which the event may have happened; no variation comes before it."""
    after = provision.duties[0].within.after if provision.duties else None
    if not isinstance(after, Happening):
        return None
    name = fact_name(after, scene)
    when = scene.facts.span(name)
    return when.first if scene.facts.of(name) and when.days else None


def _values(
    own: Sequence[Figure],
    at: int,
    over: Sequence[Figure],
    effect: Effect,
    chosen: Sequence[ForkReading],
) -> tuple[Value, ...]:
    """The figures from the one that runs when it is varied on, by the readings chosen."""
    rules = {reading.rule for reading in chosen}
    rises = [k for k in range(at, len(own)) if "each-dated" not in rules or own[k].start]
    if "replaced" in rules:
        rises = rises[:1]
    first = min((figure.start or date.min for figure in over), default=date.min)
    values = []
    for k in range(at, len(own)):
        old = own[k].amount
        assert old is not None  # those that are no amount were left aside
        amount = running(over, max(own[k].start or date.min, first))
        new = old + amount - effect.excess.amount if k in rises and amount is not None else old
        values.append(Value(own[k].start, _eve(own, k), old, new))
    return tuple(values)
