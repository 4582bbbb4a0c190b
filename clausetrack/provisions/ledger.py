"""The ledger of facts: a TOML file to which entries are added and from which none is removed.

    [[fact]]
    version = "STCA 2025-27"
    event = "ratified"
    on = 2025-12-05
    source = "the union's announcement"
    recorded = 2025-12-06

When it happened is said by `on` a day, with `at` the time in New Zealand (16:30:00) where it is
known and the terms set an hour; by `from` and `to`, of which one may be missing; or by
`never = true`, with `to` where it had not happened up to and including that day. An entry that was
wrong is replaced by a later one (`replaces = 3`) and stays in the file.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from clausetrack.errors import InvalidFacts
from clausetrack.provisions.facts import (
    NAMES,
    NEVER,
    Fact,
    FactName,
    Facts,
    Span,
    consistent,
    on,
)
from clausetrack.rates.model import is_version

#: How an event may be written, and the fact that it is.
EVENTS = {
    **{said: name for name, said in NAMES.items()},
    "terms ratified": "ratified",
    "agreement ratified": "ratified",
    "agreement signed": "signed",
}
_SHOWN = 80  # characters of a line that is no entry
_KEYS = {"version", "event", "on", "at", "from", "to", "never", "source", "recorded", "provision",
         "variation", "replaces"}  # fmt: skip


def read(data: bytes, file: str, known_as_at: date | None = None) -> Facts:
    """The facts that hold in a ledger, which messages call `file`; raises InvalidFacts.

    With `known_as_at`, only what had been recorded by that day, replacements included.
    """
    entries = parse(data, file)
    if known_as_at is not None:
        entries = [fact for fact in entries if fact.recorded <= known_as_at]
    gone = {fact.replaces for fact in entries}
    return consistent((fact for fact in entries if fact.number not in gone), file)


def parse(data: bytes, file: str) -> list[Fact]:
    """Every entry of a ledger, replaced ones too; raises InvalidFacts."""
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidFacts(f"{file}: not UTF-8 text; save it as UTF-8") from None
    except RecursionError:
        raise InvalidFacts(f"{file}: not a facts file: it is nested too deep") from None
    except ValueError as error:
        raise InvalidFacts(f"{file}: not a facts file: {_located(str(error), data)}") from None
    entries = tables.pop("fact", [])
    if tables:
        raise InvalidFacts(
            f"{file}: {next(iter(tables))}: a facts file holds [[fact]] entries only"
        )
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InvalidFacts(f"{file}: fact: write each fact as an entry that begins with [[fact]]")
    found: list[Fact] = []
    for number, entry in enumerate(entries, 1):
        fact = _fact(entry, number, f"{file}: fact {number}")
        found.append(fact)
        if fact.replaces:
            _check_replaced(fact, found, f"{file}: fact {number}")
    return found


def entry(name: FactName, span: Span, source: str, recorded: date, replaces: int = 0) -> str:
    """The text that adds a fact to a ledger."""
    lines = [
        "[[fact]]",
        f"version = {_quoted(name.version)}",
        f"event = {_quoted(NAMES[name.name])}",
    ]
    if name.provision:
        lines.append(f"provision = {_quoted(name.provision)}")
    if name.variation:
        lines.append(f"variation = {_quoted(name.variation)}")
    if span.day:
        lines.append(f"on = {span.day}")
        lines += [f"at = {span.hour}"] if span.hour else []
    elif span.never:
        lines.append("never = true")
        if span.days:
            lines.append(f"to = {span.first - timedelta(days=1)}")
    else:
        lines += [f"from = {span.first}"] if span.first > date.min else []
        lines += [f"to = {span.last}"] if span.last < date.max else []
    lines += [f"source = {_quoted(source)}", f"recorded = {recorded}"]
    if replaces:
        lines.append(f"replaces = {replaces}")
    return "\n".join(lines) + "\n"


def added(data: bytes, text: str) -> bytes:
    """The ledger with the entry at its end: what stood there stays as it is."""
    if not data.strip():
        return data + text.encode()
    gap = b"\n" if data.endswith(b"\n") else b"\n\n"
    return data + gap + text.encode()


def _fact(entry: dict[str, object], number: int, where: str) -> Fact:
    for key in entry:
        if key not in _KEYS:
            raise InvalidFacts(f"{where}: {key}: no such key; one of {', '.join(sorted(_KEYS))}")
    version = _said(entry, "version", where)
    if not is_version(version):
        raise InvalidFacts(
            f"{where}: version = {version!r}: not a version of an agreement; write the short name"
            ' and the years, such as "STCA 2025-27"'
        )
    event = _said(entry, "event", where)
    if event not in EVENTS:
        raise InvalidFacts(f"{where}: event = {event!r}: no such event; one of {', '.join(EVENTS)}")
    provision = _said(entry, "provision", where) if "provision" in entry else ""
    if provision and not EVENTS[event].startswith("variation"):
        raise InvalidFacts(f"{where}: provision: only a variation is offered under a provision")
    variation = _said(entry, "variation", where) if "variation" in entry else ""
    if variation and not EVENTS[event].startswith("variation"):
        raise InvalidFacts(f"{where}: variation: {event!r} is no fact of a variation")
    replaces = entry.get("replaces", 0)
    if isinstance(replaces, bool) or not isinstance(replaces, int):
        raise InvalidFacts(f"{where}: replaces: give the number of the fact, counted from 1")
    return Fact(
        FactName(version, EVENTS[event], provision, variation),
        _span(entry, where),
        _said(entry, "source", where),
        _day(entry.get("recorded"), f"{where}: recorded"),
        number,
        replaces,
    )


def _span(entry: dict[str, object], where: str) -> Span:
    days = {
        key: _day(entry[key], f"{where}: {key}") for key in ("on", "from", "to") if key in entry
    }
    if "at" in entry and "on" not in days:
        raise InvalidFacts(f"{where}: at: a time of day stands with the day, `on`, alone")
    if "never" in entry:
        if entry["never"] is not True:
            raise InvalidFacts(f"{where}: never: write true, or leave it out")
        if "on" in days or "from" in days:
            raise InvalidFacts(f"{where}: what never happened has no day but, at most, `to`")
        return Span(days["to"] + timedelta(days=1), never=True) if "to" in days else NEVER
    if "on" in days:
        if len(days) > 1:
            raise InvalidFacts(f"{where}: write `on`, or `from` and `to`, and not both")
        return on(days["on"], _hour(entry["at"], f"{where}: at") if "at" in entry else None)
    if not days:
        raise InvalidFacts(
            f"{where}: does not say when; write `on`, or `from` and `to`, or `never = true`; if"
            " nothing is known of the day, leave the fact out"
        )
    span = Span(days.get("from", date.min), days.get("to", date.max))
    if not span.days:
        raise InvalidFacts(f"{where}: from {span.first} is after to {span.last}; check both days")
    return span


def _check_replaced(fact: Fact, entries: Iterable[Fact], where: str) -> None:
    replaced = {one.number: one for one in entries if one.number < fact.number}.get(fact.replaces)
    if replaced is None:
        raise InvalidFacts(f"{where}: replaces = {fact.replaces}: there is no such fact before it")
    if replaced.name != fact.name:
        raise InvalidFacts(
            f"{where}: replaces = {fact.replaces}: that is {replaced.name}, and this {fact.name}"
        )
    if replaced.recorded > fact.recorded:
        raise InvalidFacts(f"{where}: replaces = {fact.replaces}: that was recorded later")


def _said(entry: dict[str, object], key: str, where: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        why = "say where the fact comes from" if key == "source" else "it is missing"
        raise InvalidFacts(f"{where}: {key}: {why}; write it in quotation marks")
    return " ".join(value.split())


def _day(value: object, where: str) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        if not 1900 <= value.year < 2200:
            raise InvalidFacts(f"{where}: {value}: check the year")
        return value
    if value is None:
        why = "is missing; write the day"
    elif isinstance(value, datetime | time):
        why = "has a time of day; write the day alone, and the time as `at`"
    elif isinstance(value, str):
        why = "is text; write the day without quotation marks"
    else:
        why = "is not a day; write one"
    raise InvalidFacts(f"{where}: {why} (2025-12-05)")


def _hour(value: object, where: str) -> time:
    if not isinstance(value, time):
        raise InvalidFacts(f"{where}: is no time of day; write one as 16:30:00")
    return value


def _located(reason: str, data: bytes) -> str:
    """A TOML error, with the text of its line, so that the key can be seen."""
    found = re.search(r"\(at line (\d+), column \d+\)$", reason)
    lines = data.decode("utf-8-sig").splitlines()
    form = "an entry begins with [[fact]] and has one key on a line"
    if found is None or int(found[1]) > len(lines):
        return f"{reason}; {form}"
    text = lines[int(found[1]) - 1].strip()
    if re.search(r"=\s*\d", text):
        form = "write a day as: on = 2025-12-05, a day that exists"
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"line {found[1]}: {shown!r}: {reason[: found.start()].strip()}; {form}"


def _quoted(text: str) -> str:
    """A TOML string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
