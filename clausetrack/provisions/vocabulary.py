"""What a provision record can say: the closed vocabulary of conditions, duties and effects.

A condition is a tree of `Event`, `Compare`, `AllOf` and `AnyOf`. There is no expression in any
string and nothing to execute.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

from clausetrack.rates.measures import Held
from clausetrack.rates.model import short

#: "own" is the agreement that holds the provision, "watched" the one whose figures it watches.
Party = Literal["own", "watched"]


@dataclass(frozen=True, slots=True)
class Place:
    """The agreement's clause, and the item of the terms where its words stand, "" if in none."""

    clause: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Where words relied on stand: the one paragraph of a place that holds the anchor.

    `money`, `dates` and `times` must stand in it too, or the record does not fit the text. `of` is
    the version whose terms hold the words, "" for the holder of the provision.
    """

    id: str
    anchor: str
    place: Place | None = None
    money: tuple[Decimal, ...] = ()
    dates: tuple[date, ...] = ()
    times: tuple[time, ...] = ()
    of: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that agreements hold, such as the unit value.

    `held` says where each agreement holds it: as the record itself says, or else as the measure of
    that name does, which a person has confirmed or not. `unit` is "" for any money.
    """

    id: str
    name: str
    held: tuple[Held, ...] = ()
    unit: str = ""
    confirmed: bool = True

    def clause(self, agreement: str) -> str:
        """The clause in which an agreement holds it; the scale where no clause is named."""
        return next((h.clause or h.scale for h in self.held if h.agreement == agreement), "")


@dataclass(frozen=True, slots=True)
class Happening:
    """A fact of one side, whose name is one of `facts.NAMES`."""

    party: Party
    fact: str


@dataclass(frozen=True, slots=True)
class Window:
    """Both ends belong to it; an end that is None is open. `hour` is the end's, if it has one."""

    start: Happening | None = None
    end: date | None = None
    hour: time | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """It happened, and within the window."""

    of: Happening
    words: str
    window: Window = Window()


@dataclass(frozen=True, slots=True)
class Compare:
    """The greatest figure of a measure is `relation` ("above", "at-least") the amount."""

    party: Party
    measure: str
    relation: str
    amount: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class RefersTo:
    """What the holder's clause provides, which the record does not hold."""

    clause: str
    words: str


Condition = Event | Compare | AllOf | AnyOf | Not | RefersTo


def events(condition: Condition | None) -> Iterator[Event]:
    """Every event in a condition."""
    return (leaf for leaf in _leaves(condition) if isinstance(leaf, Event))


def comparisons(condition: Condition | None) -> Iterator[Compare]:
    """Every comparison in a condition."""
    return (leaf for leaf in _leaves(condition) if isinstance(leaf, Compare))


def _leaves(condition: Condition | None) -> Iterator[Event | Compare | RefersTo]:
    match condition:
        case Event() | Compare() | RefersTo():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)


@dataclass(frozen=True, slots=True)
class Standing:
    """A watched version lapses by its own terms unless each event happens by its last day.

    What follows for the provision if it lapsed is the question of `fork`.
    """

    version: str
    fork: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """A variation of a watched agreement is an event too: `fact` in the place of `instead_of`.

    What each later event passes on is the question of `fork`.
    """

    fact: str
    instead_of: str
    words: str
    fork: str


@dataclass(frozen=True, slots=True)
class Period:
    """A number of months, weeks, days, working days or, where only stated, terms or hours."""

    count: int
    unit: str

    def __str__(self) -> str:
        unit = self.unit.replace("-", " ")
        return f"one {unit[:-1]}" if self.count == 1 else f"{self.count} {unit}"


@dataclass(frozen=True, slots=True)
class Within:
    """A period after a fact, or after the receipt of what the duty named sends."""

    period: Period
    after: Happening | str


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must do what, within what time. `done` are the facts of which each is its performance."""

    id: str
    by: str
    act: str
    words: str
    within: Within
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AmountOver:
    """What the watched figures of a measure are above an amount."""

    measure: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Effect:
    """The holder's own figures of a measure rise by an excess.

    When, is the question of `fork`; which of the figures, that of `which_figure`, and whether the
    rise lasts when a later figure begins, that of `later_step`, "" if of none.
    """

    measure: str
    excess: AmountOver
    words: str
    fork: str
    which_figure: str = ""
    later_step: str = ""


@dataclass(frozen=True, slots=True)
class ForkReading:
    """One way to read the words; `rule` is what it means for the figures, "" for nothing.

    "in-force" raises the figure that runs on the day, "each-dated" those with a day of their own;
    "survives" lets the rise last when a later figure begins, "replaced" does not; "itself-too"
    counts the holder among the agreements that are watched. "anew" passes on the whole excess of
    each event, "remainder" what earlier ones have not passed on.
    """

    name: str
    says: str
    words: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Fork:
    """A question that the wording answers in more ways than one."""

    id: str
    question: str
    readings: tuple[ForkReading, ...]


@dataclass(frozen=True, slots=True)
class Pinned:
    """The text from which a record was made: where it stood, its hash, and a verbatim quote of it.

    `clause` is the ID, and `fragment` the quoted wording that holds it, None for the body.
    """

    clause: str
    fragment: str | None
    digest: str
    quote: str


@dataclass(frozen=True, slots=True)
class Stated:
    """The days, amounts and periods that the words of a provision name."""

    dates: tuple[date, ...] = ()
    money: tuple[Decimal, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """One record. `confirmed` names who read it against the text and when, "" if no one has.

    `binding` and `condition` are None where the record states none; `cut_off` is the question
    whether what was done after the day that the binding names counts all the same. `pinned` is
    there where the record was made from the text itself, `words` where a person found them.
    """

    id: str
    kind: str
    agreement: str
    watches: tuple[str, ...]
    title: str
    source: Place
    words: tuple[Words, ...]
    measures: tuple[Measure, ...]
    binding: Condition | None
    condition: Condition | None
    duties: tuple[Duty, ...]
    effects: tuple[Effect, ...]
    forks: tuple[Fork, ...]
    notes: tuple[str, ...]
    standings: tuple[Standing, ...] = ()
    confirmed: str = ""
    pinned: Pinned | None = None
    stated: Stated = Stated()
    cut_off: str = ""
    again: Again | None = None

    def measure(self, measure: str) -> Measure:
        """The measure with that ID; the schema has seen to it that there is one."""
        return next(found for found in self.measures if found.id == measure)


def sides(provision: Provision) -> list[tuple[Party, str]]:
    """The short names of the agreements, each with its side."""
    own: tuple[Party, str] = ("own", short(provision.agreement))
    return [own, *(("watched", name) for name in provision.watches)]
