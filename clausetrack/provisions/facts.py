"""Facts: what happened to a version of an agreement, and on what day.

A facts file is TOML, with a table for each version:

    ["STCA 2025-27"]
    ratified = 2025-12-05
    source = "the union's announcement"

A fact is a day, or `false` where it is known that it did not happen. What is not there is not
known; nothing is ever put in its place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import combinations

from clausetrack.errors import InvalidFacts

#: The facts that a version may have, and what each says, in the order in which they happen.
NAMES = {
    "terms_signed": "terms signed",
    "ratified": "ratified",
    "signed": "signed",
}
_VERSION = re.compile(r"(?P<agreement>\S.*) (?P<years>\d{4}-\d{2})")


@dataclass(frozen=True, slots=True)
class FactName:
    """One fact of one version: "STCA 2025-27", "ratified"."""

    version: str
    name: str

    def __str__(self) -> str:
        return f"{self.version} {NAMES[self.name]}"


@dataclass(frozen=True, slots=True)
class Fact:
    """`day` is the day on which it happened; None where it is known not to have happened."""

    name: FactName
    day: date | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one file, in its order."""

    facts: tuple[Fact, ...] = ()

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def get(self, name: FactName) -> Fact | None:
        """The fact of that name; None where it is not known."""
        return next((fact for fact in self.facts if fact.name == name), None)


def read(data: bytes, file: str) -> Facts:
    """The facts in a TOML file, which messages call `file`; raises InvalidFacts."""
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidFacts(f"{file}: not UTF-8 text; save it as UTF-8") from None
    except RecursionError:
        raise InvalidFacts(f"{file}: not a facts file: it is nested too deep") from None
    except ValueError as error:
        raise InvalidFacts(f"{file}: not a facts file: {_located(str(error), data)}") from None
    facts: list[Fact] = []
    for version, table in tables.items():
        if not isinstance(table, dict):
            raise InvalidFacts(
                f"{file}: {version}: stands outside a table; put it under the version that it is"
                ' a fact of, such as ["STCA 2025-27"]'
            )
        if not _VERSION.fullmatch(version):
            raise InvalidFacts(
                f'{file}: ["{version}"]: not a version of an agreement; write the short name and'
                ' the years, such as ["STCA 2025-27"]'
            )
        of_version = list(_table(version, table, file))
        _in_order(of_version, file)
        facts += of_version
    return Facts(tuple(facts))


def agreement(version: str) -> str:
    """The short name in a version: "STCA 2025-27" -> "STCA"."""
    found = _VERSION.fullmatch(version)
    return found["agreement"] if found else version


def _table(version: str, table: dict[str, object], file: str) -> Iterator[Fact]:
    source = table.get("source", "")
    if not isinstance(source, str):
        raise InvalidFacts(
            f'{file}: ["{version}"] source: say where the facts come from, in quotation marks'
        )
    for name, value in table.items():
        if name == "source":
            continue
        where = f'{file}: ["{version}"] {name}'
        if name not in NAMES:
            raise InvalidFacts(
                f"{where}: no such fact; a version may have {', '.join(NAMES)} and source"
            )
        yield Fact(FactName(version, name), _day(value, where), source)


def _in_order(facts: Iterable[Fact], file: str) -> None:
    """Terms are signed, then ratified, then the agreement is signed; two may fall on one day."""
    dated = [(fact, fact.day) for name in NAMES for fact in facts if fact.name.name == name]
    for (first, day), (later, later_day) in combinations(dated, 2):
        if day and later_day and later_day < day:
            raise InvalidFacts(
                f'{file}: ["{first.name.version}"] {later.name.name} = {later_day} is before'
                f" {first.name.name} = {day}; terms are signed, then ratified, and then the"
                " agreement is signed; check both days"
            )


def _day(value: object, where: str) -> date | None:
    if value is False:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        if not 1900 <= value.year < 2200:
            raise InvalidFacts(f"{where}: {value}: check the year")
        return value
    if isinstance(value, datetime | time):
        why = "has a time of day; write the day alone"
    elif value is True:
        why = "true does not say when; write the day, or leave it out if you do not know it"
    elif isinstance(value, str):
        why = "is text; write the day without quotation marks"
    else:
        why = "is not a day; write one"
    raise InvalidFacts(f"{where}: {why} (2025-12-05), or false if it is known not to have happened")


def _located(reason: str, data: bytes) -> str:
    """A TOML error, with the text of its line, so that the key can be seen."""
    found = re.search(r"\(at line (\d+), column \d+\)$", reason)
    lines = data.decode("utf-8-sig").splitlines()
    if found is None or int(found[1]) > len(lines):
        return f"{reason}; write each fact as: ratified = 2025-12-05"
    text = lines[int(found[1]) - 1].strip()
    return (
        f"line {found[1]}: {text!r}: {reason[: found.start()].strip()};"
        " write each fact as: ratified = 2025-12-05, a day that exists"
    )
