"""Proposed records as XML, and the confirmation of a record in its file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxml import etree

from clausetrack.errors import InvalidFacts
from clausetrack.provisions.records import NAMESPACE
from clausetrack.provisions.vocabulary import AllOf, Condition, Event, Period, Provision
from clausetrack.xmlio import parse_xml

_NS = f"{{{NAMESPACE}}}"


def write(provisions: Iterable[Provision]) -> bytes:
    """A file of records as `suggest` proposes them; what only a person can add is not written."""
    root = parse_xml(f'<provisions xmlns="{NAMESPACE}"/>'.encode(), "a new file")
    for provision in provisions:
        _provision(root, provision)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def confirm(data: bytes, file: str, provision: str, by: str, on: date) -> bytes:
    """The file with one record confirmed; all else, comments included, says what it said.

    Raises InvalidFacts where the file has no such record, or somebody has confirmed it already.
    """
    root = parse_xml(data, file)
    element = next((e for e in root.iterfind(f"{_NS}provision") if e.get("id") == provision), None)
    if element is None:
        raise InvalidFacts(f"{file}: there is no record {provision}")
    held = element.find(f"{_NS}confirmed")
    if held is not None:
        raise InvalidFacts(
            f"{file}: {provision} was confirmed by {held.get('by')} on {held.get('on')}"
        )
    source = element.find(f"{_NS}source")
    if source is None:
        raise InvalidFacts(f"{file}: {provision} is no whole record: it has no source")
    confirmed = etree.Element(f"{_NS}confirmed", by=by, on=on.isoformat())
    confirmed.tail = source.tail
    source.addnext(confirmed)
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8") + b"\n"


def _provision(root: etree._Element, provision: Provision) -> None:
    element = etree.SubElement(
        root, f"{_NS}provision", id=provision.id, kind=provision.kind, agreement=provision.agreement
    )
    _add(element, "title", provision.title)
    place = {"item": provision.source.item, "clause": provision.source.clause}
    _add(element, "source", **{name: value for name, value in place.items() if value})
    if provision.pinned is not None:
        pinned = provision.pinned
        where = {"at": pinned.clause, **({"fragment": pinned.fragment} if pinned.fragment else {})}
        _add(element, "pinned", pinned.quote, **where, hash=pinned.digest)
    stated = provision.stated
    if stated.dates or stated.money or stated.periods:
        said = _add(element, "stated")
        for day in stated.dates:
            _add(said, "date", day.isoformat())
        for amount in stated.money:
            _add(said, "money", f"{amount:f}")
        for period in stated.periods:
            _add(said, "period", **_period(period))
    for words in provision.words:
        found = _add(element, "words", id=words.id, anchor=words.anchor)
        for day in words.dates:
            _add(found, "date", day.isoformat())
    if provision.binding is not None:
        _condition(_add(element, "binding"), provision.binding)
    if provision.condition is not None:
        _condition(_add(element, "condition"), provision.condition)
    for duty in provision.duties:
        owed = _add(element, "duty", id=duty.id, by=duty.by, act=duty.act, words=duty.words)
        within = _add(owed, "within", **_period(duty.within.period))
        assert not isinstance(duty.within.after, str)  # none is proposed that runs from a receipt
        _add(within, "event", of=duty.within.after.party, fact=duty.within.after.fact)


def _condition(parent: etree._Element, condition: Condition) -> None:
    match condition:
        case AllOf(parts):
            inside = _add(parent, "all")
            for part in parts:
                _condition(inside, part)
        case Event(of, words, window):
            event = _add(parent, "event", of=of.party, fact=of.fact, words=words)
            if window.end is not None:
                hour = {"time": window.hour.isoformat()} if window.hour else {}
                _add(_add(event, "window"), "to", window.end.isoformat(), **hour)
        case _:
            raise AssertionError(f"no record is proposed with a {type(condition).__name__}")


def _period(period: Period) -> dict[str, str]:
    return {"count": str(period.count), "unit": period.unit}


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{_NS}{name}", attributes)
    element.text = text or None
    return element
