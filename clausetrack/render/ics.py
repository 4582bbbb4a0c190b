"""Last days as a calendar: one whole-day event for each, with a UID that stays the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from clausetrack.provisions.consequences import Deadline
from clausetrack.provisions.cues import last_days
from clausetrack.provisions.evaluate import Evaluation
from clausetrack.provisions.places import named
from clausetrack.values import day_text

#: Kinds whose words name last days themselves.
_STATED = ("deadline", "expiry")
_NOTHING_DUE = ("lapsed", "stale", "not-met", "expired", "declined", "varied")


def calendar(evaluations: Iterable[Evaluation]) -> bytes:
    """An iCalendar file (RFC 5545) of the last days that are known.

    A last day that hangs on a receipt that is no fact yet is none. The title says UNCONFIRMED where
    no person has confirmed the record, and IF MET where the answer is conditional, or IF RATIFIED
    where the ratification is what is not known.
    """
    made = Calendar()
    made.add("prodid", "-//clausetrack//linked provisions//EN")
    made.add("version", "2.0")
    made.add("x-wr-timezone", "Pacific/Auckland")
    for evaluation in evaluations:
        for event in _events(evaluation):
            made.add_component(event)
    return bytes(made.to_ical())


def _events(evaluation: Evaluation) -> Iterator[Event]:
    if evaluation.status in _NOTHING_DUE:
        return
    provision = evaluation.provision
    for follows in evaluation.follows:
        for deadline in follows.deadlines:
            if deadline.day is not None and not deadline.done:
                said = f"{deadline.duty.by} must {deadline.duty.act}"
                key = f"{deadline.duty.id}|{follows.version}"
                yield _event(evaluation, key, deadline.day, said, _ranges(deadline))
    if provision.kind in _STATED and provision.pinned is not None:
        for day in last_days(provision.pinned.quote):
            yield _event(evaluation, day.isoformat(), day, provision.title, "")


def _event(evaluation: Evaluation, key: str, day: date, said: str, ranges: str) -> Event:
    provision = evaluation.provision
    marks = [*_conditions(evaluation)]
    if evaluation.state != "confirmed":
        marks.append("UNCONFIRMED")
    event = Event()
    digest = hashlib.sha256(f"{provision.id}|{key}".encode()).hexdigest()[:32]
    event.add("uid", f"{digest}@clausetrack")
    event.add("dtstamp", _stamp(evaluation, day))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    prefix = f"{', '.join(marks)}: " if marks else ""
    event.add("summary", f"{prefix}{provision.agreement}: {said}")
    lines = [
        f"{provision.agreement}, {named(provision.source)}. Record {provision.id}.",
        f"Status: {evaluation.status}.",
        ranges,
        *(f"No person has confirmed where the {m.name} is held." for m in evaluation.unconfirmed),
        *(f"Only if: {proviso}" for proviso in evaluation.provisos),
        *(f"Not known: {name}" for name in (*map(str, evaluation.missing), *evaluation.texts)),
    ]
    event.add("description", "\n".join(line for line in lines if line))
    event.add("transp", "TRANSPARENT")
    return event


def _conditions(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.status == "disputed":
        yield "DISPUTED"
    elif evaluation.status == "unknown":
        waits = any(name.name == "ratified" for name in evaluation.missing)
        yield "IF RATIFIED" if waits else "IF MET"
    elif evaluation.provisos:
        yield "IF MET"


def _ranges(deadline: Deadline) -> str:
    """The last day by each rule, where they differ or are a range."""
    told = (
        f"{found.rule.id}: {day_text(found.first)}"
        + (f" to {day_text(found.last)}" if found.last != found.first else "")
        for found in deadline.candidates
    )
    return f"The earliest of: {'; '.join(told)}."


def _stamp(evaluation: Evaluation, day: date) -> datetime:
    """When the event was made: the day of the last fact that it rests on, so that it is stable."""
    recorded = [fact.recorded for fact in evaluation.facts if fact.recorded > date.min]
    return datetime.combine(max(recorded, default=day), time(), UTC)
