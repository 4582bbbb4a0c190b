"""Conditions judged: true, false or not known, with every reason and all that is missing.

No part is skipped because another part settles the matter, so that everything that is not known
is named. True is never assumed of a missing fact, nor is false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from clausetrack.provisions import cues
from clausetrack.provisions.facts import NAMES, Fact, FactName, Facts, Span
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.vocabulary import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Event,
    Happening,
    Not,
    Party,
    Provision,
    RefersTo,
    Window,
)
from clausetrack.values import day_text, hour_text

#: True, False, or None: not known.
Truth = bool | None

#: Kinds whose words state a condition, whether or not their record holds it.
_ON_CONDITION = ("cross-agreement-trigger", "conditional-variation")
#: A kind whose words say where text stands, and nothing that happens.
_WORDED = "incorporation"

#: The subject and the verb of a fact; the participle is the last word of its name.
_SUBJECT = {
    "terms": ("the terms of settlement of the {}", "were"),
    "variation": ("a variation of the {}", "was"),
    "bargaining": ("bargaining for the {}", "was"),
    "": ("the {}", "was"),
}
_PARTICIPLE = {
    "facilitation": "taken to facilitation",
    "strike_notice": "the subject of a strike notice",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A statement, whether it is true, and what that rests on.

    `words` are the IDs of the record's words; `facts` those used, `missing` those that are not
    known, `texts` the texts that no document given holds. `proviso` is what must be so for the
    statement, and the facts do not say. `parts` are the reasons under it.
    """

    statement: str
    truth: Truth
    words: str = ""
    facts: tuple[Fact, ...] = ()
    missing: tuple[FactName, ...] = ()
    texts: tuple[str, ...] = ()
    proviso: str = ""
    parts: tuple[Reason, ...] = ()

    def walk(self) -> Iterator[Reason]:
        """This reason and those under it."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def all_missing(self) -> tuple[FactName, ...]:
        """The missing facts of this reason and of those under it, each once."""
        return tuple(dict.fromkeys(name for reason in self.walk() for name in reason.missing))

    def all_texts(self) -> tuple[str, ...]:
        """The texts not held, of this reason and of those under it, each once."""
        return tuple(dict.fromkeys(text for reason in self.walk() for text in reason.texts))

    def all_facts(self) -> tuple[Fact, ...]:
        """The facts used, of this reason and of those under it, each once."""
        return tuple(dict.fromkeys(fact for reason in self.walk() for fact in reason.facts))


@dataclass(frozen=True, slots=True)
class Scene:
    """What a condition is judged against.

    `versions` says which version each side is. `figures` holds the watched measures by side and
    ID, `not_held` what to ask for where there are none. `as_at` hides what happened later.
    `provision` is the record judged, under which a variation may have been offered; `held` are the
    clauses of the holder that the documents hold. Where `lenient`, what surely happened counts as
    in time unless it is known to have been late, and a proviso says so.

    `variation` is the name of the variation that is the event, None where the agreement itself is;
    `offer` that under which facts speak of the holder's own variation, "" where they name none.
    """

    versions: dict[Party, str]
    facts: Facts
    figures: dict[tuple[Party, str], tuple[Figure, ...]]
    names: dict[str, str]
    not_held: dict[tuple[Party, str], str]
    as_at: date | None = None
    provision: str = ""
    held: tuple[str, ...] = ()
    lenient: bool = False
    variation: str | None = None
    offer: str = ""

    @property
    def run(self) -> str:
        """The name of the event: the version that was ratified, or the variation of it."""
        return self.versions["watched"] if self.variation is None else self.variation

    @property
    def told(self) -> str:
        """The event in words: "STCA 2025-27", "variation “units” of the STCA 2025-27"."""
        if self.variation is None:
            return self.versions["watched"]
        name = f" “{self.variation}”" if self.variation else ""
        return f"variation{name} of the {self.versions['watched']}"


def judge(condition: Condition, scene: Scene) -> Reason:
    """Whether the condition holds, and why."""
    match condition:
        case Event():
            return _event(condition, scene)
        case Compare():
            return _compare(condition, scene)
        case AllOf(parts):
            reasons = tuple(judge(part, scene) for part in parts)
            return _joined("all of these hold", all_of(r.truth for r in reasons), reasons)
        case AnyOf(parts):
            reasons = tuple(judge(part, scene) for part in parts)
            return _joined("at least one of these holds", any_of(r.truth for r in reasons), reasons)
        case Not(part):
            reason = judge(part, scene)
            truth = None if reason.truth is None else not reason.truth
            return _joined("this does not hold", truth, (reason,))
        case RefersTo():
            return _refers_to(condition, scene)


def all_of(truths: Iterable[Truth]) -> Truth:
    """False if any is false, else not known if any is not known, else true."""
    known = list(truths)
    return False if False in known else None if None in known else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """True if any is true, else not known if any is not known, else false."""
    known = list(truths)
    return True if True in known else None if None in known else False


def last_day(window: Window) -> str:
    """The end of a window, with its hour: "5pm on 5 December 2025"; "" where it is open."""
    if window.end is None:
        return ""
    hour = f"{hour_text(window.hour)} on " if window.hour else ""
    return f"{hour}{day_text(window.end)}"


def money_text(amount: Decimal) -> str:
    """An amount as agreements print it: "$5,000", "$0.83"."""
    return f"${amount:,.2f}" if amount % 1 else f"${amount:,.0f}"


def sentence(text: str) -> str:
    """The statement with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."


def fact_name(happening: Happening, scene: Scene) -> FactName:
    """The fact that the scene must hold for it."""
    version = scene.versions[happening.party]
    if not happening.fact.startswith("variation_"):
        return FactName(version, happening.fact)
    if happening.party == "own":
        return FactName(version, happening.fact, scene.provision, scene.offer)
    return FactName(version, happening.fact, variation=scene.variation or "")


def happened(name: FactName, *, negative: bool = False, yet: bool = False) -> str:
    """A fact in words: "the STCA 2025-27 was ratified", "... was not yet ratified"."""
    of, _, participle = name.name.rpartition("_")
    subject, verb = _SUBJECT.get(of, _SUBJECT[""])
    middle = " not yet" if yet else " not" if negative else ""
    said = _PARTICIPLE.get(name.name) or participle or NAMES[name.name]
    which = f" ({name.variation})" if name.variation else ""
    return f"{subject.format(name.version)}{which} {verb}{middle} {said}"


def _joined(what: str, truth: Truth, parts: tuple[Reason, ...]) -> Reason:
    said = {True: what, False: f"it is not so that {what}", None: f"it is not known whether {what}"}
    return Reason(sentence(said[truth]), truth, parts=parts)


def _refers_to(condition: RefersTo, scene: Scene) -> Reason:
    """What another clause provides is for a person to read; a text not held is asked for."""
    version = scene.versions["own"]
    if condition.clause in scene.held:
        said = f"what clause {condition.clause} of the {version} provides is for a person to read"
        asked = f"a reading of {version} clause {condition.clause}, which this record does not hold"
    else:
        said = (
            f"it rests on clause {condition.clause} of the {version}, which no document given holds"
        )
        asked = f"text not held: {version} clause {condition.clause}"
    return Reason(sentence(said), None, condition.words, texts=(asked,))


def possible(window: Window, when: Span, opened: Span | None, as_at: date | None) -> Truth:
    """Whether it happened in the window, as far as its own days and the opening's are known.

    On the last day the hour decides where both are given; without one it is taken as in time.
    """
    if _too_late(window, when):
        return False
    limit = min(window.end or date.max, as_at or date.max)
    since = opened.first if opened else date.min
    may = when.days and (opened is None or opened.days) and (
        max(when.first, since) <= min(when.last, limit)
    )  # fmt: skip
    if not may:
        return False
    late = when.never or when.last > limit
    early = opened is not None and (opened.never or opened.last > when.first)
    return None if late or early else True


def _too_late(window: Window, when: Span) -> bool:
    """Is it known to have happened on the last day, and after the last hour?"""
    if window.hour is None or when.hour is None or when.day != window.end:
        return False
    return when.hour > window.hour


def _event(event: Event, scene: Scene) -> Reason:
    window = event.window
    name = fact_name(event.of, scene)
    start = fact_name(window.start, scene) if window.start else None
    when = scene.facts.span(name)
    opened = scene.facts.span(start) if start else None
    truth = possible(window, when, opened, scene.as_at)
    proviso = ""
    if truth and window.hour and when.last == window.end and when.hour is None:
        proviso = (
            f"{happened(name)} by {last_day(window)}: it was on that day, and its fact does not"
            " give the hour"
        )
        if not when.day:
            proviso = f"{happened(name)} by {last_day(window)}: its day is not known to the hour"
    said = _said(window, name, when, start, opened, scene.as_at, truth)
    if truth is None and scene.lenient and possible(Window(), when, None, scene.as_at):
        truth = True
        proviso = (
            f"{happened(name)} by {last_day(window)}: the facts say only that it happened"
            f" {_when(when)}; if it was later, the terms had lapsed on their own cut-off"
        )
    names = [wanted for wanted in (start, name) if wanted is not None]
    used = tuple(fact for wanted in (name, start) if wanted for fact in scene.facts.of(wanted))
    missing = tuple(
        wanted
        for wanted in names
        if not scene.facts.of(wanted)
        or ((truth is None or proviso) and not scene.facts.span(wanted).day
            and scene.facts.span(wanted).days)
    )  # fmt: skip
    return Reason(sentence(said), truth, event.words, used, missing, proviso=proviso)


def _when(span: Span) -> str:
    return f"on {span}" if span.day else str(span)


def _said(
    window: Window,
    name: FactName,
    when: Span,
    start: FactName | None,
    opened: Span | None,
    as_at: date | None,
    truth: Truth,
) -> str:
    """The event in words, with what makes it in time or not."""
    if not when.days:
        return happened(name, negative=True)
    if start is not None and opened is not None:
        if not opened.days:
            return f"the period never began, because {happened(start, negative=True)}"
        if window.end and opened.first > window.end:
            return f"the period was over on {day_text(window.end)}, before it could begin"
    if when == Span(never=True):
        return f"it is not known on what day {happened(name)}, or whether it was"
    if as_at is not None and when.first > as_at:
        return f"on {day_text(as_at)} {happened(name, yet=True)}"
    if when.never:
        by = day_text(when.first - timedelta(days=1))
        later = "" if truth is False else "; whether it was later is not known"
        return f"{happened(name, negative=True)} by {by}{later}"
    said = f"{happened(name)} {_when(when)}"
    if window.end is not None and when.first > window.end:
        by = f" (by {hour_text(window.hour)})" if window.hour else ""
        return f"{said}, after the last day for it, {day_text(window.end)}{by}"
    if _too_late(window, when):
        return f"{said}, after the last hour for it, {last_day(window)}"
    if opened is not None and truth is False:
        return f"{said}, before the period began {_when(opened)}"
    if truth is None:
        if start is not None and opened is not None and not opened.day:
            return f"{said}; whether the period had begun is not known"
        return f"{said}; whether that was in time is not known"
    if start is None or opened is None:
        if window.hour and when.day and when.day == window.end:
            if when.hour is not None:
                return f"{said}, in time: the last hour for it was {last_day(window)}"
            return f"{said}, the last day for it: in time if it was by {hour_text(window.hour)}"
        in_time = f", in time: the last day for it was {day_text(window.end)}" if window.end else ""
        return f"{said}{in_time}"
    end = f" and ends on {day_text(window.end)}" if window.end else ""
    began = f"begins {_when(opened)}" if opened.day else f"began {_when(opened)}"
    return f"{said}, in the period that {began}{end}"


def unheld(party: Party, measure: str, scene: Scene) -> tuple[str, ...]:
    """What keeps a measure from being known: a text that no document holds, a figure in it."""
    figures = scene.figures[party, measure]
    if not figures:
        return (f"text not held: {scene.not_held[party, measure]}",)
    return tuple(
        f"figure not stated as an amount: {figure.text!r} in {scene.versions[party]} clause"
        f" {figure.clause}"
        for figure in figures
        if figure.amount is None
    )


def _compare(compare: Compare, scene: Scene) -> Reason:
    name = f"{scene.names[compare.measure]} of the {scene.versions[compare.party]}"
    figures = scene.figures[compare.party, compare.measure]
    if unknown := unheld(compare.party, compare.measure, scene):
        said = f"the {name} is not known from the documents given"
        return Reason(sentence(said), None, compare.words, texts=unknown)
    greatest = max(figures, key=lambda figure: figure.amount or Decimal(0))
    amount = greatest.amount or Decimal(0)
    above = amount > compare.amount
    truth = above or (compare.relation == "at-least" and amount == compare.amount)
    since = f" from {day_text(greatest.start)}" if greatest.start else ""
    relation = "above" if above else "equal to" if amount == compare.amount else "below"
    said = (
        f"the {name} is {money_text(amount)}{since} (clause {greatest.clause}),"
        f" {relation} {money_text(compare.amount)}"
    )
    if not truth:
        said += f", so not {compare.relation.replace('-', ' ')} it" if relation != "below" else ""
    return Reason(sentence(said), truth, compare.words)


def is_conditional(provision: Provision) -> bool:
    """Do the words that a record is of hang on a condition ("If the levy rises, ...")?"""
    said = provision.pinned.quote if provision.pinned is not None else ""
    return provision.kind in _ON_CONDITION or (
        provision.kind != _WORDED
        and cues.CONDITIONAL.search(said) is not None
        and not (provision.binding is not None and cues.LAPSE.search(said))
    )
