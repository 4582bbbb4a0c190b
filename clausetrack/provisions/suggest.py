"""Provision records proposed from a text: pinned to it, unconfirmed, for a person to check.

A record says what kind of provision a paragraph holds, quotes the words that say so, and lists the
days, amounts and periods that they name. It is evaluated no further than that can be read beyond
doubt: a last day that runs from ratification, and the cut-off by which terms lapse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from decimal import Decimal

from clausetrack import values
from clausetrack.errors import UnreadableInput
from clausetrack.model import Clause, Document
from clausetrack.provisions import cues, links, pins
from clausetrack.provisions.certain import is_certain
from clausetrack.provisions.passages import times
from clausetrack.provisions.places import named, version
from clausetrack.provisions.sentences import quoted
from clausetrack.provisions.vocabulary import (
    AllOf,
    Condition,
    Duty,
    Event,
    Happening,
    Pinned,
    Place,
    Provision,
    Stated,
    Window,
    Within,
    Words,
)
from clausetrack.rates.model import is_version

#: What a kind is called in a title.
TITLES = {
    "cross-agreement-trigger": "Turns on another agreement",
    "conditional-variation": "On a condition",
    "deadline": "To be done in time",
    "cap": "A limit",
    "expiry": "Ends or lapses",
    "duty-to-meet": "The parties are to meet",
    "dated-rate": "Runs from a day",
    "incorporation": "The wording is elsewhere",
}
_TITLE = 90
_LAPSE, _TEXT = "lapse", "text"
_RATE = re.compile(r"\b(?:increas|rates?|pay|paid|salar|rise|allowance|value)", re.I)
_CONTENT = frozenset({"text", "item", "clause", "paragraph", "bullet", "note"})


@dataclass(slots=True)
class _Paragraph:
    """A paragraph with the bullets that it leads in, and the days of the table that follows it."""

    clause: Clause
    text: str
    bullets: list[_Paragraph] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    led: bool = False


def suggest(document: Document) -> tuple[Provision, ...]:
    """A record for each provision that the document seems to hold, in document order.

    Raises UnreadableInput where the document does not say which version of which agreement it is.
    """
    name = version(document)
    if not is_version(name):
        raise UnreadableInput(
            f"{document.file or 'the document'} does not say of what agreement, and for what years"
            ' it is ("STCA 2025-27"), so nothing can be recorded of it; name it with --agreement'
        )
    paragraphs = _paragraphs(document)
    lapse = _lapse(paragraphs) if document.kind == "terms" else None
    seen: dict[str, int] = {}
    out = []
    for at, paragraph in enumerate(paragraphs):
        found = [*_kinds(paragraph, paragraphs[at + 1 :], document.agreement)]
        for kind, quote in found:
            record = _record(document, paragraph, kind, quote, lapse)
            set_off = ("cross-agreement-trigger", quote) in found
            if kind == "deadline" and set_off and not record.duties:
                continue  # the time in which to do what the trigger sets off, told there
            seen[record.id] = seen.get(record.id, 0) + 1
            if seen[record.id] > 1:
                record = replace(record, id=f"{record.id}-{seen[record.id]}")
            out.append(record)
    return tuple(out)


def _paragraphs(document: Document) -> list[_Paragraph]:
    """The paragraphs that may hold a provision; a dated table gives its days to the one before."""
    lead: _Paragraph | None = None
    held: list[_Paragraph] = []
    items = {fragment.id: fragment.item for fragment in document.fragments}
    for clause in document.clauses:
        if clause.table is not None:
            days = [column.start for column in clause.table.columns if column.start]
            inside = items.get(clause.fragment or "", clause.parent)
            if days and (into := _said_before(held, inside, days)) is not None:
                into.days += days
            continue
        if clause.kind not in _CONTENT or not clause.own_text.strip():
            lead = None
            continue
        if clause.id.startswith("signatures"):
            continue
        current = _Paragraph(clause, clause.own_text)
        if clause.kind != "bullet":
            lead = current
        elif lead is not None and lead.text.rstrip().endswith(":"):
            lead.bullets.append(current)
            current.led = True
        held.append(current)
    return held


def _said_before(
    held: Sequence[_Paragraph], inside: str | None, days: Sequence[date]
) -> _Paragraph | None:
    """The paragraph that a table in a clause or item belongs to: the one before it.

    Where that one speaks of no rate ("as in this table"), it is one before it that names its days.
    """
    before = [
        one
        for one in reversed(held)
        if not one.led and inside in (one.clause.id, one.clause.parent)
    ]
    if before and not _RATE.search(before[0].text):
        return next((one for one in before if set(_days(one)) & set(days)), before[0])
    return before[0] if before else None


def _days(paragraph: _Paragraph) -> list[date]:
    texts = [paragraph.text, *(bullet.text for bullet in paragraph.bullets)]
    named = [value.value for text in texts for value in values.dates(text)]
    return [*(day for day in named if isinstance(day, date)), *paragraph.days]


def _stated_days(paragraph: _Paragraph, kind: str, quote: str) -> list[date]:
    """The days in the words quoted, in the bullets that they lead in and, of a rate, in its table.

    What stands in another sentence of the paragraph is no part of this provision.
    """
    led = paragraph.bullets if quote.endswith(":") else []
    quoted = replace(paragraph, text=quote, bullets=led)
    return _days(quoted if kind == "dated-rate" else replace(quoted, days=[]))


def _kinds(
    paragraph: _Paragraph, after: Sequence[_Paragraph], own: str
) -> Iterator[tuple[str, str]]:
    names = tuple(_names(paragraph.text, own))
    found = dict(cues.kinds(paragraph.text, names))
    if paragraph.led:
        found.pop("dated-rate", None)
    if not found and (paragraph.days or any(_days(bullet) for bullet in paragraph.bullets)):
        found["dated-rate"] = " ".join(paragraph.text.split())
    if "dated-rate" in found and _introduces(paragraph, after):
        del found["dated-rate"]
    yield from found.items()
    yield from cues.further(paragraph.text, names)


def _names(text: str, own: str) -> Iterator[str]:
    """How a text names the agreement itself: by its short name, and in full."""
    if own:
        yield own
    for match in links.NAMED.finditer(text):
        initials = "".join(word[0] for word in match[0].split() if word[:1].isupper())
        if initials == own:
            yield match[0]


def _introduces(paragraph: _Paragraph, after: Sequence[_Paragraph]) -> bool:
    """Whether it only introduces wording that names its days itself."""
    if paragraph.clause.fragment is not None or not after or after[0].clause.fragment is None:
        return False
    wording = after[0].clause.fragment
    days = {day for one in after if one.clause.fragment == wording for day in _days(one)}
    return bool(days) and set(_days(paragraph)) <= days


def _record(
    document: Document, paragraph: _Paragraph, kind: str, quote: str, lapse: _Paragraph | None
) -> Provision:
    clause, name = paragraph.clause, version(document)
    amounts = [value.value for value in values.money(quote)]
    duties = _duties(paragraph, kind, quote, _place(document, clause))
    condition = None
    if kind == "conditional-variation":
        condition = _condition(quote, paragraph.text, document.agreement)
    words = [Words(_TEXT, quote)] if duties or condition else []
    binding = None
    if lapse is not None:
        binding, said = _cut_off(lapse)
        words.append(said)
    return Provision(
        id=_slug(f"{name} {clause.id} {kind}"),
        kind=kind,
        agreement=name,
        watches=(),
        title=_title(kind, quote),
        source=_place(document, clause),
        words=tuple(words),
        measures=(),
        binding=binding,
        condition=condition,
        duties=duties,
        effects=(),
        forks=(),
        notes=(),
        pinned=Pinned(clause.id, clause.fragment, pins.digest(document, clause), quote),
        stated=Stated(
            tuple(dict.fromkeys(_stated_days(paragraph, kind, quote))),
            tuple(dict.fromkeys(a for a in amounts if isinstance(a, Decimal) and a)),
            tuple(dict.fromkeys(cues.periods(quote))),
        ),
    )


def _place(document: Document, clause: Clause) -> Place:
    """The item of the terms and the clause of the agreement, so far as the text says."""
    if document.kind != "terms":
        return Place(clause.id)
    item = clause.id
    if clause.fragment is not None:
        item = next(f.item for f in document.fragments if f.id == clause.fragment)
        return Place(clause.id, item)
    return Place("", item)


def _lapse(paragraphs: Iterable[_Paragraph]) -> _Paragraph | None:
    """The paragraph that says by when the terms are to be ratified and signed, or else lapse."""
    for one in paragraphs:
        if one.clause.fragment is None and cues.LAPSE.search(one.text) and values.dates(one.text):
            text = one.text.lower()
            if "ratif" in text and "sign" in text:
                return one
    return None


def _cut_off(lapse: _Paragraph) -> tuple[Condition | None, Words]:
    """Ratified by the first day that the paragraph names, and signed by the last."""
    days = [day.value for day in values.dates(lapse.text) if isinstance(day.value, date)]
    hours = list(times(lapse.text))
    hour = hours[0] if len(set(hours)) == 1 else None
    words = Words(_LAPSE, " ".join(lapse.text.split()), dates=tuple(dict.fromkeys(days)))

    def by(fact: str, last: date, at: time | None) -> Event:
        return Event(Happening("own", fact), _LAPSE, Window(end=last, hour=at))

    return AllOf((by("ratified", days[0], hour), by("signed", days[-1], hour))), words


def _duties(paragraph: _Paragraph, kind: str, quote: str, place: Place) -> tuple[Duty, ...]:
    """A duty that runs from ratification or signing, where the words say so beyond doubt."""
    text = paragraph.text
    said = cues.AFTER_EVENT.finditer(text)
    match = next((one for one in said if quoted(text, *one.span()) in quote), None)
    if kind not in ("deadline", "duty-to-meet") or match is None:
        return ()
    period = cues.period_of(match)
    if period is None or not is_certain(match):
        return ()
    act = f"do what {named(Place(place.clause, '' if place.clause else place.item))} says"
    if len([*values.dates(quote), *cues.periods(quote)]) > 1:
        act += " is to be done by then"  # it names another time too, which is no part of this one
    name = "meeting" if kind == "duty-to-meet" else "action"
    after = Happening("own", cues.event_of(match))
    return (Duty(name, cues.actor(quote), act, _TEXT, Within(period, after)),)


def _condition(quote: str, text: str, own: str) -> Condition | None:
    """That the terms are ratified by a day, where the words make that the condition.

    Where the paragraph speaks of another agreement, too, nobody can say that "it" is this one.
    """
    for name in _names(text, own):
        text = text.replace(name, "-")
    if cues.ANOTHER.search(text):
        return None
    match = cues.RATIFIED_BY.search(quote)
    day = values.only_date(match["day"]) if match else None
    if match is None or day is None:
        return None
    hours = list(times(match["day"]))
    if match["way"].lower() == "before" and not hours:
        day -= timedelta(days=1)
    window = Window(end=day, hour=hours[0] if hours else None)
    return Event(Happening("own", "ratified"), _TEXT, window)


def _title(kind: str, quote: str) -> str:
    short = quote if len(quote) <= _TITLE else f"{quote[:_TITLE].rsplit(' ', 1)[0]} …"
    return f"{TITLES[kind]}: {short}"


def _slug(text: str) -> str:
    """A name that XML takes for an ID."""
    slug = re.sub(r"[^\w.]+", "-", text.lower()).strip("-.")
    return slug if slug[:1].isalpha() else f"p-{slug}"
