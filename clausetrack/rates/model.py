"""What a document sets: a rate for each figure, and scales of steps by dated columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Self

from clausetrack.model import Finding, Source

_VERSION = re.compile(r"\S.* \d{4}-\d{2}")
#: The years at the end of a name or title: "2025-27", "(2023 – 2025)".
_YEARS = re.compile(r"\s*\(?\b\d{4}\s?[-–—/]\s?\d{2,4}\)?$")


def short(version: str) -> str:
    """The name of an agreement without its years: "STCA 2025-27" -> "STCA"."""
    return _YEARS.sub("", version) or version


def is_version(text: str) -> bool:
    """Whether it names a version of an agreement: "STCA 2025-27"."""
    return _VERSION.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """From when to when a figure, or a column of them, runs.

    `start` and `end` are the first and the last day, None where the document names none: an expiry
    of the agreement ends no rate. `event` is what it begins with where that is no date ("the date
    the agreement is settled"), `until` the same of its end, or, with `end`, that it may or may not
    be paid on that day; `doubt` are words with a day that were not understood. `dated_by` says what
    gives the days: column, row, sentence, context (the one day from which the clause or item
    speaks) or rise (what is stated).
    """

    start: date | None = None
    end: date | None = None
    event: str = ""
    until: str = ""
    doubt: str = ""
    dated_by: str = ""

    @property
    def undecided(self) -> bool:
        """Does it begin or end with something that gives no date, or is its day in doubt?"""
        return bool(self.event or self.until or self.doubt)

    def undecided_on(self, day: date | None) -> bool:
        """The same of one day, if there is one: what ceases on a day is open on that one alone."""
        if self.until and self.end and day and day != self.end:
            return bool(self.event or self.doubt)
        return self.undecided

    @property
    def is_dated(self) -> bool:
        """Is anything said of when it runs?"""
        return bool(self.start or self.end or self.undecided)

    def dated_as(self, run: Run) -> Self:
        """The same figure or column, with the run of another."""
        return replace(self, start=run.start, end=run.end, event=run.event, until=run.until,
                       doubt=run.doubt, dated_by=run.dated_by)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rate(Run):
    """One figure that a document sets, and when it runs.

    `agreement` is "STCA 2025-27"; `clause` the clause of the agreement, or "item 9" of terms that
    name none. `scale` is the caption or heading over the figure, `step` the row, `group` the
    qualification group, level or band. `unit` is "NZD per year", "NZD per kilometre", "NZD once",
    "NZD" (no period is stated), "FTTE", "percent", "days". `becomes` is the step that this one
    turns into when the steps are renumbered or merged. `paid` is the day of a sum that is paid
    once, with "on", "by" or "before". `note` is what a payer must know beside the figure: that it
    is paid on top of other pay, the greater of several, a note under its table, or that the table
    has no figure from some day.
    """

    agreement: str
    clause: str
    scale: str
    step: str
    group: str
    amount: Decimal
    unit: str
    source: Source
    quote: str
    becomes: str = ""
    paid: tuple[str, date] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Span(Run):
    """A column of a scale: when it runs, and for which `label` (a level, a band) if it has one.

    `unit` is that of the column where it is not the scale's: "days", "FTTE".
    """

    heading: str
    label: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A row of a scale: an amount a column, None where there is none or it cannot be read.

    `cells` are the texts as printed, `sources` where they stand; `becomes` and `note` are as in
    `Rate`, and `unit` the row's own where a column of units gives it ("per night").
    """

    key: str
    group: str
    amounts: tuple[Decimal | None, ...]
    cells: tuple[str, ...]
    becomes: str = ""
    sources: tuple[Source, ...] = ()
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """A table of rates: steps × dated columns.

    A table whose steps are renumbered ("Step", "New Step") makes two scales of one name, and the
    steps of the first say what they become.
    """

    agreement: str
    clause: str
    name: str
    unit: str
    columns: tuple[Span, ...]
    steps: tuple[Step, ...]
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a document that is no rate, and why: a change, a threshold, an example.

    `start` is the day of a change, `quote` the sentence. `is_open` says that a person must work
    out what comes of it: it changes other figures, and what they come to does not stand beside it.
    """

    clause: str
    text: str
    why: str
    source: Source
    start: date | None = None
    quote: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Rates:
    """All that a document sets, in its order; every amount of money is in one of the three.

    A figure that cannot be read is in `findings`, and gives no rate.
    """

    agreement: str
    rates: tuple[Rate, ...]
    scales: tuple[Scale, ...]
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]
