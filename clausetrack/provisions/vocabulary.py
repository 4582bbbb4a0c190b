"""What a provision record can say: the closed vocabulary of conditions, duties and effects.

A condition is a tree of `Event`, `Compare`, `AllOf` and `AnyOf`. There is no expression in any
string and nothing to execute.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Literal

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
class Held:
    """Where the agreements of one side hold a measure; `row` is the key of a table's row."""

    party: Party
    place: Place
    row: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that agreements hold, such as the unit value."""

    id: str
    name: str
    held: tuple[Held, ...]


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


Condition = Event | Compare | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Standing:
    """A watched version lapses by its own terms unless each event happens by its last day.

    What follows for the provision if it lapsed is the question of `fork`.
    """

    version: str
    fork: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """A period of months after a fact, or after the receipt of what the duty named sends."""

    months: int
    after: Happening | str


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must do what, within what time."""

    id: str
    by: str
    act: str
    words: str
    within: Within


@dataclass(frozen=True, slots=True)
class AmountOver:
    """What the watched figures of a measure are above an amount."""

    measure: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Effect:
    """The holder's own figures of a measure rise by an excess.

    When, is the question of `fork`; which of the figures, that of `which_figure`, "" if of none.
    """

    measure: str
    excess: AmountOver
    words: str
    fork: str
    which_figure: str = ""


@dataclass(frozen=True, slots=True)
class ForkReading:
    """One way to read the words."""

    name: str
    says: str
    words: str


@dataclass(frozen=True, slots=True)
class Fork:
    """A question that the wording answers in more ways than one."""

    id: str
    question: str
    readings: tuple[ForkReading, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """One record. `confirmed` names who read it against the text and when, "" if no one has."""

    id: str
    kind: str
    agreement: str
    watches: str
    title: str
    source: Place
    words: tuple[Words, ...]
    measures: tuple[Measure, ...]
    binding: Condition
    condition: Condition
    duties: tuple[Duty, ...]
    effects: tuple[Effect, ...]
    forks: tuple[Fork, ...]
    notes: tuple[str, ...]
    standings: tuple[Standing, ...] = ()
    confirmed: str = ""

    def measure(self, measure: str) -> Measure:
        """The measure with that ID; the schema has seen to it that there is one."""
        return next(found for found in self.measures if found.id == measure)
