"""Provision records read from XML: validated by the schema, then by what it cannot say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from lxml import etree

from clausetrack.errors import InvalidFacts
from clausetrack.provisions.vocabulary import (
    Again,
    AllOf,
    AmountOver,
    AnyOf,
    Compare,
    Condition,
    Duty,
    Effect,
    Event,
    Fork,
    ForkReading,
    Happening,
    Measure,
    Not,
    Party,
    Period,
    Pinned,
    Place,
    Provision,
    RefersTo,
    Standing,
    Stated,
    Window,
    Within,
    Words,
    comparisons,
    sides,
)
from clausetrack.rates.measures import Held
from clausetrack.rates.measures import Measure as Bound
from clausetrack.rates.model import short
from clausetrack.xmlio import parse_xml, schema

NAMESPACE = "urn:clausetrack:provisions:1"
_NS = f"{{{NAMESPACE}}}"
_Built = TypeVar("_Built")


def read(data: bytes, file: str) -> tuple[Provision, ...]:
    """The records in an XML file, which messages call `file`; raises InvalidXml or InvalidFacts."""
    root = parse_xml(data, file, comments=False)
    try:
        schema("provisions.xsd").assertValid(root)
    except etree.DocumentInvalid as error:
        why = str(error).replace(_NS, "")
        raise InvalidFacts(
            f"{file}: not a provision record: {why}; schemas/provisions.xsd says what it may hold"
        ) from None
    found = tuple(_provision(element) for element in root.iterfind(f"{_NS}provision"))
    for provision in found:
        for why in _problems(provision):
            raise InvalidFacts(f"{file}: provision {provision.id}: {why}")
    return found


def read_all(files: Iterable[tuple[Path, bytes]]) -> tuple[Provision, ...]:
    """The records of several files, each given with its path; raises as `read` and `distinct`."""
    return distinct(record for path, data in files for record in read(data, str(path)))


def distinct(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """The records of several files as a reader meets them: by agreement, and item or clause.

    Raises InvalidFacts where two have one ID.
    """
    by_id: dict[str, Provision] = {}
    for provision in provisions:
        if provision.id in by_id:
            raise InvalidFacts(f"two provision records have the id {provision.id}; give one")
        by_id[provision.id] = provision
    return tuple(sorted(by_id.values(), key=_met))


def _met(provision: Provision) -> tuple[object, ...]:
    """Where a reader meets it: the preamble, items without a number, the others by theirs."""
    source = provision.source
    where = source.item or source.clause
    rank = 0 if where.startswith("preamble") else 2 if where[:1].isdigit() else 1
    numbers = [
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for name in (where, source.clause, provision.id)
        for part in re.findall(r"\d+|\D+", name)
    ]
    return provision.agreement, rank, numbers


def _problems(provision: Provision) -> Iterator[str]:
    """What the schema cannot say of a record."""
    for party, measure in sorted(_wanted(provision)):
        found = provision.measure(measure)
        if found.held and not _held_in(found, provision, party):
            yield f"measure {measure} has no held in={party!r}, and figures of that side are needed"
    for standing in provision.standings:
        for event in standing.events:
            if event.window.end is None:
                yield f"the standing of {standing.version} has an event without a last day"
    versions = [standing.version for standing in provision.standings]
    for version in sorted({version for version in versions if versions.count(version) > 1}):
        yield f"the standing of {version} is given twice"
    watched = {*versions, *(words.of for words in provision.words if words.of)}
    for version in sorted(watched):
        if short(version) not in provision.watches:
            named = " or the ".join(provision.watches) or "agreement"
            yield f"{version} is no version of the {named}, which the provision watches"
    if provision.pinned is None and not provision.words:
        yield "rests on no words: give it words, or pin it to its text"
    if not (provision.source.item or provision.source.clause):
        yield "its source names neither an item nor a clause"
    before: set[str] = set()
    for duty in provision.duties:
        if isinstance(duty.within.after, str) and duty.within.after not in before:
            yield f"duty {duty.id} runs from duty {duty.within.after}, which must stand before it"
        before.add(duty.id)


def _wanted(provision: Provision) -> set[tuple[Party, str]]:
    """The measures whose figures the record needs, by the side that holds them."""
    wanted: set[tuple[Party, str]] = {
        (part.party, part.measure)
        for condition in (provision.condition, provision.binding)
        for part in comparisons(condition)
    }
    wanted |= {("own", effect.measure) for effect in provision.effects}
    return wanted | {("watched", effect.excess.measure) for effect in provision.effects}


def _held_in(measure: Measure, provision: Provision, party: Party) -> bool:
    """Whether an agreement of that side has a clause for the measure."""
    return any(measure.clause(name) for side, name in sides(provision) if side == party)


def bind(provisions: Iterable[Provision], measures: Iterable[Bound]) -> tuple[Provision, ...]:
    """The records with each measure that they only name bound to clauses as `measures` says.

    What a record says itself stays. Raises InvalidFacts where no measure of the name is held on a
    side whose figures the record needs.
    """
    known = {measure.name: measure for measure in measures}
    return tuple(_bound(provision, known) for provision in provisions)


def _bound(provision: Provision, known: dict[str, Bound]) -> Provision:
    measures = []
    for measure in provision.measures:
        found = known.get(measure.name)
        if found is not None and not measure.held:
            measure = replace(
                measure,
                held=(*found.held, *_by_item(provision, found)),
                unit=found.unit,
                confirmed=bool(found.confirmed_by),
            )
        measures.append(measure)
    bound = replace(provision, measures=tuple(measures))
    for party, needed in sorted(_wanted(bound)):
        if not _held_in(bound.measure(needed), bound, party):
            names = " or the ".join(name for side, name in sides(bound) if side == party)
            raise InvalidFacts(
                f"provision {provision.id}: no clause of the {names} is bound to the"
                f" measure {bound.measure(needed).name!r}; bind it in a measures file"
            )
    return bound


def _by_item(provision: Provision, found: Bound) -> Iterator[Held]:
    """The item of terms in which the record stands, where that is the clause of the measure."""
    own, source = short(provision.agreement), provision.source
    for held in found.held:
        if source.item and held.agreement == own and held.clause == source.clause:
            yield Held(own, f"item {source.item}", step=held.step)


def _provision(element: etree._Element) -> Provision:
    confirmed = element.find(f"{_NS}confirmed")
    pinned, stated = element.find(f"{_NS}pinned"), element.find(f"{_NS}stated")
    binding, condition = element.find(f"{_NS}binding"), element.find(f"{_NS}condition")
    own, watched = short(_get(element, "agreement")), _names(_get(element, "watches"))
    again = element.find(f"{_NS}again")
    return Provision(
        id=_get(element, "id"),
        kind=_get(element, "kind"),
        agreement=_get(element, "agreement"),
        watches=watched,
        title=_text(_child(element, "title")),
        source=_place(_child(element, "source")),
        words=_each(element, "words", _words),
        measures=_each(element, "measure", partial(_measure, own=own, watched=watched)),
        binding=None if binding is None else _condition(binding[0]),
        condition=None if condition is None else _condition(condition[0]),
        duties=_each(element, "duty", _duty),
        effects=_each(element, "effect", _effect),
        forks=_each(element, "fork", _fork),
        notes=_each(element, "note", _text),
        standings=_each(element, "standing", _standing),
        confirmed="" if confirmed is None else f"{_get(confirmed, 'by')}, {_get(confirmed, 'on')}",
        pinned=None if pinned is None else _pinned(pinned),
        stated=Stated() if stated is None else _stated(stated),
        again=None if again is None else _again(again),
        cut_off="" if binding is None else _get(binding, "fork"),
    )


def _names(text: str) -> tuple[str, ...]:
    """The names in a list with commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _again(element: etree._Element) -> Again:
    return Again(*(_get(element, key) for key in ("fact", "for", "words", "fork")))


def _pinned(element: etree._Element) -> Pinned:
    fragment = _get(element, "fragment") or None
    return Pinned(_get(element, "at"), fragment, _get(element, "hash"), _text(element))


def _stated(element: etree._Element) -> Stated:
    return Stated(
        _each(element, "date", lambda day: date.fromisoformat(_text(day))),
        _each(element, "money", lambda money: Decimal(_text(money))),
        _each(element, "period", _period),
    )


def _period(element: etree._Element) -> Period:
    return Period(int(_get(element, "count")), _get(element, "unit"))


def _words(element: etree._Element) -> Words:
    item, clause = _get(element, "item"), _get(element, "clause")
    return Words(
        _get(element, "id"),
        _get(element, "anchor"),
        Place(clause, item) if item or clause else None,
        _each(element, "money", lambda money: Decimal(_text(money))),
        _each(element, "date", lambda day: date.fromisoformat(_text(day))),
        _each(element, "time", lambda hour: time.fromisoformat(_text(hour))),
        _get(element, "of"),
    )


def _measure(element: etree._Element, own: str, watched: tuple[str, ...]) -> Measure:
    held = [
        one
        for place in element.iterfind(f"{_NS}held")
        for name in ((own,) if _get(place, "in") == "own" else watched)
        for one in _held(place, name)
    ]
    return Measure(_get(element, "id"), _get(element, "name"), tuple(held))


def _held(element: etree._Element, name: str) -> Iterator[Held]:
    """The clause; and the item, by which figures go where the item of terms names no clause."""
    place, row = _place(element), _get(element, "row")
    if place.clause:
        yield Held(name, place.clause, step=row)
    if place.item:
        yield Held(name, f"item {place.item}", step=row)


def _place(element: etree._Element) -> Place:
    return Place(_get(element, "clause"), _get(element, "item"))


def _condition(element: etree._Element) -> Condition:
    match etree.QName(element).localname:
        case "event":
            return _event(element)
        case "compare":
            return Compare(
                cast("Party", _get(element, "of")),
                _get(element, "measure"),
                _get(element, "is"),
                Decimal(_get(element, "amount")),
                _get(element, "words"),
            )
        case "all":
            return AllOf(tuple(_condition(part) for part in element))
        case "not":
            return Not(_condition(element[0]))
        case "refers-to":
            return RefersTo(_get(element, "clause"), _get(element, "words"))
        case _:
            return AnyOf(tuple(_condition(part) for part in element))


def _event(element: etree._Element) -> Event:
    return Event(_happening(element), _get(element, "words"), _window(element))


def _standing(element: etree._Element) -> Standing:
    return Standing(_get(element, "of"), _get(element, "fork"), _each(element, "event", _event))


def _window(element: etree._Element) -> Window:
    start, end = element.find(f"{_NS}window/{_NS}from"), element.find(f"{_NS}window/{_NS}to")
    hour = "" if end is None else _get(end, "time")
    return Window(
        None if start is None else _happening(start),
        None if end is None else date.fromisoformat(_text(end)),
        time.fromisoformat(hour) if hour else None,
    )


def _happening(element: etree._Element) -> Happening:
    return Happening(cast("Party", _get(element, "of")), _get(element, "fact"))


def _duty(element: etree._Element) -> Duty:
    within = _child(element, "within")
    after = within[0]
    return Duty(
        _get(element, "id"),
        _get(element, "by"),
        _get(element, "act"),
        _get(element, "words"),
        Within(_period(within), _get(after, "duty") or _happening(after)),
        tuple(_get(element, "done").split()),
    )


def _effect(element: etree._Element) -> Effect:
    over = _child(element, "amount-over")
    return Effect(
        _get(element, "measure"),
        AmountOver(_get(over, "measure"), Decimal(_get(over, "amount"))),
        _get(element, "words"),
        _get(element, "fork"),
        _get(element, "which-figure"),
        _get(element, "later-step"),
    )


def _fork(element: etree._Element) -> Fork:
    return Fork(_get(element, "id"), _get(element, "question"), _each(element, "reading", _reading))


def _reading(element: etree._Element) -> ForkReading:
    return ForkReading(
        _get(element, "name"), _get(element, "says"), _get(element, "words"), _get(element, "rule")
    )


def _each(
    element: etree._Element, name: str, build: Callable[[etree._Element], _Built]
) -> tuple[_Built, ...]:
    return tuple(build(child) for child in element.iterfind(f"{_NS}{name}"))


def _child(element: etree._Element, name: str) -> etree._Element:
    found = element.find(f"{_NS}{name}")
    assert found is not None, f"the schema requires {name}"
    return found


def _get(element: etree._Element, name: str) -> str:
    """An attribute with its white space folded, as the schema reads it; "" where there is none."""
    return " ".join((element.get(name) or "").split())


def _text(element: etree._Element) -> str:
    return " ".join((element.text or "").split())
