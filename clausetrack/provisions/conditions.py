"""Conditions judged: true, false or not known, with every reason and all that is missing.

No part is skipped because another part settles the matter, so that everything that is not known
is named. True is never assumed of a missing fact, nor is false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from clausetrack.provisions.facts import Fact, FactName, Facts
from clausetrack.provisions.figures import Figure
from clausetrack.provisions.vocabulary import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Event,
    Happening,
    Party,
    Window,
)
from clausetrack.values import MONTHS

#: True, False, or None: not known.
Truth = bool | None

_SUBJECT = {
    "terms_signed": ("the terms of settlement of the {}", "were", "signed"),
    "ratified": ("the {}", "was", "ratified"),
    "signed": ("the {}", "was", "signed"),
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
    """

    versions: dict[Party, str]
    facts: Facts
    figures: dict[tuple[Party, str], tuple[Figure, ...]]
    names: dict[str, str]
    not_held: dict[tuple[Party, str], str]
    as_at: date | None = None


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


def all_of(truths: Iterable[Truth]) -> Truth:
    """False if any is false, else not known if any is not known, else true."""
    known = list(truths)
    return False if False in known else None if None in known else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """True if any is true, else not known if any is not known, else false."""
    known = list(truths)
    return True if True in known else None if None in known else False


def day_text(day: date) -> str:
    """A day as agreements print it: "5 December 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def hour_text(hour: time) -> str:
    """A time of day as agreements print it: "5pm", "9.30am"."""
    minute = f".{hour.minute:02}" if hour.minute else ""
    return f"{hour.hour % 12 or 12}{minute}{'am' if hour.hour < 12 else 'pm'}"


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
    return FactName(scene.versions[happening.party], happening.fact)


def happened(name: FactName, *, negative: bool = False, yet: bool = False) -> str:
    """A fact in words: "the STCA 2025-27 was ratified", "... was not yet ratified"."""
    subject, verb, participle = _SUBJECT[name.name]
    middle = " not yet" if yet else " not" if negative else ""
    return f"{subject.format(name.version)} {verb}{middle} {participle}"


def _joined(what: str, truth: Truth, parts: tuple[Reason, ...]) -> Reason:
    said = {True: what, False: f"it is not so that {what}", None: f"it is not known whether {what}"}
    return Reason(sentence(said[truth]), truth, parts=parts)


def _event(event: Event, scene: Scene) -> Reason:
    name = fact_name(event.of, scene)
    fact = scene.facts.get(name)
    start = fact_name(event.window.start, scene) if event.window.start else None
    opening = scene.facts.get(start) if start else None
    used = tuple(found for found in (fact, opening) if found is not None)
    missing = tuple(
        wanted
        for wanted, found in ((start, opening), (name, fact))
        if wanted is not None and found is None
    )
    truth, said = _happened_within(event.window, name, fact, start, opening, scene.as_at)
    window = event.window
    proviso = ""
    if truth and fact is not None and window.hour and fact.day == window.end:
        proviso = (
            f"{happened(name)} by {last_day(window)}: it was on that day, and its fact does not"
            " give the hour"
        )
    return Reason(sentence(said), truth, event.words, used, missing, proviso=proviso)


def _happened_within(
    window: Window,
    name: FactName,
    fact: Fact | None,
    start: FactName | None,
    opening: Fact | None,
    as_at: date | None,
) -> tuple[Truth, str]:
    if fact is not None and fact.day is None:
        return False, happened(name, negative=True)
    if start is not None and opening is not None and opening.day is None:
        return False, f"the period never began, because {happened(start, negative=True)}"
    if opening is not None and opening.day and window.end and opening.day > window.end:
        return False, f"the period was over on {day_text(window.end)}, before it could begin"
    if fact is None or fact.day is None:
        return None, f"it is not known on what day {happened(name)}, or whether it was"
    if as_at is not None and fact.day > as_at:
        return False, f"on {day_text(as_at)} {happened(name, yet=True)}"
    said = f"{happened(name)} on {day_text(fact.day)}"
    if window.end is not None and fact.day > window.end:
        by = f" (by {hour_text(window.hour)})" if window.hour else ""
        return False, f"{said}, after the last day for it, {day_text(window.end)}{by}"
    if start is None:
        if window.hour and fact.day == window.end:
            return (
                True,
                f"{said}, the last day for it: in time if it was by {hour_text(window.hour)}",
            )
        in_time = f", in time: the last day for it was {day_text(window.end)}" if window.end else ""
        return True, f"{said}{in_time}"
    if opening is None or opening.day is None:
        return None, f"{said}; whether the period had begun is not known"
    if fact.day < opening.day:
        return False, f"{said}, before the period began on {day_text(opening.day)}"
    end = f" and ends on {day_text(window.end)}" if window.end else ""
    return True, f"{said}, in the period that begins on {day_text(opening.day)}{end}"


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
