"""What follows where a provision is met: last days for the duties, and the figures if varied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from clausetrack.provisions.conditions import Scene, fact_name, happened, unheld
from clausetrack.provisions.deadlines import Candidate, candidates, corresponding_date
from clausetrack.provisions.facts import UNKNOWN, Fact, FactName, Span
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.vocabulary import Duty, Effect, Happening, Provision, events
from clausetrack.rates.model import short
from clausetrack.values import day_text


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for a duty.

    `day` is the alert: the earliest that any rule gives, for the earliest day from which the time
    may run; `latest` the latest. Both are None while the day from which the time runs is not known;
    `not_later_than` is then the day in the case that `condition` describes. `passed` is None
    without an as-at day. `event` is the fact from which the time runs, `done` the one by which the
    duty was done, on the days of `done_when`; "" if that is not known. `facts` are those that say
    when the time began to run, and that it was done.
    """

    duty: Duty
    after: str
    event: FactName
    day: date | None = None
    latest: date | None = None
    candidates: tuple[Candidate, ...] = ()
    not_later_than: date | None = None
    condition: str = ""
    passed: bool | None = None
    done: str = ""
    done_when: Span = UNKNOWN
    facts: tuple[Fact, ...] = ()

    @property
    def late(self) -> bool:
        """Whether it is known to have been done after the latest day that any rule gives."""
        return bool(self.done and self.latest and self.done_when.first > self.latest)


@dataclass(frozen=True, slots=True)
class Excess:
    """What a watched figure is above the amount of the record, and the day from which it runs."""

    version: str
    figure: Figure
    over: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Raised:
    """One of the holder's own figures, and what it becomes if the agreement is varied.

    It runs from `start`, and until `end` where a later one is known to replace it.
    """

    effect: Effect
    measure: str
    clause: str
    start: date | None
    old: Decimal
    new: Decimal
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from one watched agreement where the provision is met.

    `earlier` are the figures that run until the first of those in `raised`: they rise on one
    reading only, and where the agreement may be varied before that day. `unknown` says which
    figures could not be had, so that `raised` is known to lack them. `version` is the event's name;
    `status` how far this event has come, "" where it is not known to have happened.
    """

    version: str
    deadlines: tuple[Deadline, ...]
    excess: tuple[Excess, ...]
    raised: tuple[Raised, ...]
    earlier: tuple[Raised, ...] = ()
    unknown: tuple[str, ...] = ()
    status: str = ""


def consequences(
    provision: Provision, scene: Scene, as_at: date | None, region: str = ""
) -> Consequences:
    """What follows, or would, from the watched agreement of the scene."""
    excess = [(effect, excess_of(effect, scene)) for effect in provision.effects]
    raised = (part for effect, over in excess for part in _raised(effect, provision, scene, over))
    unknown = (
        text
        for effect in provision.effects
        for text in (
            *unheld("watched", effect.excess.measure, scene),
            *unheld("own", effect.measure, scene),
            *_not_running(
                scene.names[effect.excess.measure],
                scene.versions["watched"],
                scene.figures["watched", effect.excess.measure],
            ),
        )
    )
    return Consequences(
        scene.told,
        _deadlines(provision, scene, as_at, region),
        tuple(dict.fromkeys(part for _, over in excess for part in over)),
        tuple(raised),
        tuple(part for effect, over in excess for part in _earlier(effect, provision, scene, over)),
        tuple(dict.fromkeys(unknown)),
    )


def _deadlines(
    provision: Provision, scene: Scene, as_at: date | None, region: str
) -> tuple[Deadline, ...]:
    found: dict[str, Deadline] = {}
    for duty in provision.duties:
        after = duty.within.after
        received = isinstance(after, str)
        event = RECEIVED if isinstance(after, str) else after
        name = fact_name(event, scene)
        runs = scene.facts.span(name) & _window(provision, event, scene)
        said = f"{duty.within.period} after the day on which {happened(name)}"
        if received:
            said = f"{duty.within.period} after receipt of the {after}"
        if scene.facts.of(name) and runs.days and runs.first > date.min:
            found[duty.id] = _dated(duty, said, name, runs, as_at, region)
        elif scene.facts.of(name) and runs.days and runs.last < date.max:
            last = max(c.last for c in candidates(runs.last, runs.last, duty.within.period, region))
            on_last = day_text(runs.last)
            open_ = f"if {happened(name)} on {on_last}, the last day on which it may have been"
            found[duty.id] = Deadline(duty, said, name, not_later_than=last, condition=open_)
        elif isinstance(after, str):
            # the day of receipt is not known; it is no later than the sender's own last day
            sent = found[after].day or found[after].not_later_than
            found[duty.id] = Deadline(
                duty,
                said,
                name,
                not_later_than=corresponding_date(sent, duty.within.period, region)
                if sent
                else None,
                condition=f"if the {after} is made and received on the last day for it",
            )
        else:
            found[duty.id] = Deadline(duty, said, name)
        used = scene.facts.of(name)
        if done := _done(duty, scene, as_at):
            of = fact_name(Happening("own", done), scene)
            used += scene.facts.of(of)
            found[duty.id] = replace(found[duty.id], done=done, done_when=scene.facts.span(of))
        found[duty.id] = replace(found[duty.id], facts=used)
    return tuple(found.values())


def _done(duty: Duty, scene: Scene, as_at: date | None) -> str:
    """The fact by which a duty was done, "" if none is known to have happened by that day."""
    for name in duty.done:
        if scene.facts.span(fact_name(Happening("own", name), scene)).surely(as_at):
            return name
    return ""


#: What a duty that answers another one runs from.
RECEIVED = Happening("own", "variation_received")


def _window(provision: Provision, event: Happening, scene: Scene) -> Span:
    """The days on which the event sets the provision off, whatever else is known of it."""
    span = Span(never=True)
    for condition in events(provision.condition):
        if condition.of == event:
            window = condition.window
            opened = scene.facts.span(fact_name(window.start, scene)) if window.start else span
            span &= Span(opened.first if opened.days else date.min, window.end or date.max)
    return span


def _dated(
    duty: Duty, said: str, name: FactName, runs: Span, as_at: date | None, region: str
) -> Deadline:
    closed = runs.last < date.max
    found = candidates(runs.first, runs.last if closed else runs.first, duty.within.period, region)
    day = min(candidate.first for candidate in found)
    latest = max(candidate.last for candidate in found) if closed else None
    passed = None if as_at is None else day < as_at
    return Deadline(duty, said, name, day, latest, found, passed=passed)


def excess_of(effect: Effect, scene: Scene) -> tuple[Excess, ...]:
    """Each watched figure above the amount, once, in the order of the days from which they run."""
    over = effect.excess
    # the same figure may stand in two of the documents given
    above = {
        (_start(figure), figure.amount): figure
        for figure in reversed(scene.figures["watched", over.measure])
        if figure.amount is not None and figure.amount > over.amount
    }
    return tuple(
        Excess(scene.versions["watched"], above[key], over.amount, key[1] - over.amount)
        for key in sorted(above)
    )


def _raised(
    effect: Effect, provision: Provision, scene: Scene, excess: Sequence[Excess]
) -> Iterable[Raised]:
    """The holder's own figures with the excess that runs at the same time, day by day of change."""
    own = [f for f in scene.figures["own", effect.measure] if f.amount is not None]
    # a figure without a day is the one that the dated ones replace
    own = [f for f in own if f.start is not None] or own
    measure, clause = named(effect, provision)
    starts = sorted({_start(f) for f in own} | {_start(part.figure) for part in excess})
    for start in starts:
        old = running(own, start)
        over = running([part.figure for part in excess], start)
        if old is None or over is None:
            continue
        yield Raised(
            effect,
            measure,
            clause,
            None if start == date.min else start,
            old,
            old + over - effect.excess.amount,
        )


def _earlier(
    effect: Effect, provision: Provision, scene: Scene, excess: Sequence[Excess]
) -> Iterable[Raised]:
    """The holder's own figure without a day, raised by the first excess.

    There is one where dated figures replace it and the agreement may be varied before the first of
    them: the day from which the first duty runs is before it, or is not known.
    """
    own = [f for f in scene.figures["own", effect.measure] if f.amount is not None]
    old = running(own, date.min)
    dated = [figure.start for figure in own if figure.start is not None]
    if old is None or not dated or not excess:
        return
    after = provision.duties[0].within.after
    if isinstance(after, Happening) and scene.facts.of(fact_name(after, scene)):
        when = scene.facts.span(fact_name(after, scene))
        if when.days and when.first >= min(dated):
            return
    measure, clause = named(effect, provision)
    end = min(dated) - timedelta(days=1)
    yield Raised(effect, measure, clause, None, old, old + excess[0].amount, end)


def named(effect: Effect, provision: Provision) -> tuple[str, str]:
    """The name of the measure, and the clause in which the holder has it."""
    measure = provision.measure(effect.measure)
    return measure.name, measure.clause(short(provision.agreement))


def _start(figure: Figure) -> date:
    return figure.start or date.min


def running(figures_: Sequence[Figure], day: date) -> Decimal | None:
    """The amount that runs on a day: the one that began last; of two begun together the greater.

    A figure that begins with something for which no day is given runs on none.
    """
    runs = [
        (_start(figure), figure.amount)
        for figure in figures_
        if figure.amount is not None
        and not figure.event
        and _start(figure) <= day <= (figure.end or date.max)
    ]
    return max(runs)[1] if runs else None


def _not_running(measure: str, version: str, figures_: Sequence[Figure]) -> Iterable[str]:
    """What the documents leave open of the days on which figures run."""
    name = f"{measure} of the {version}"
    for figure in figures_:
        if figure.event:
            yield f"the {name}, {figure.text}, runs from {figure.event}: no day is given for that"
    ends = [figure.end for figure in figures_ if not figure.event]
    last = max((end for end in ends if end), default=None)
    if last and None not in ends:
        yield f"no {name} is stated for the time after {day_text(last)}"
