"""Measures: what is comparable across agreements, and where each agreement holds it.

The bindings are data, a TOML file. The program can suggest one; only a person confirms it, by
writing `confirmed` with a name and a day.

    [[measure]]
    name = "unit value"
    unit = "NZD per year"
    held = [
      { agreement = "STCA", clause = "4.3.2" },
      { agreement = "PTCA", clause = "3.9" },
    ]
    confirmed = { by = "…", on = 2026-02-01 }
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

from clausetrack.errors import InvalidFacts
from clausetrack.rates import days, units
from clausetrack.rates.inforce import in_force
from clausetrack.rates.model import Rate, Rates, short
from clausetrack.values import grouped

_FEWEST = 2  # steps with the same figures on one day, before a scale is taken for another's
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = {"base", "scale", "salary", "rate", "rates", "increase", "increases", "allowance",
           "allowances", "introduction", "value", "teachers", "teacher", "teaching"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """Where an agreement holds a measure: by clause, by the name of the scale, or by both.

    `step` is the row of a table, where others of the clause or scale are no figures of the measure.
    """

    agreement: str
    clause: str = ""
    scale: str = ""
    step: str = ""

    def holds(self, rate: Rate) -> bool:
        """Is this one of the rates? The version is not asked: a clause keeps its number."""
        if not self.at(rate.agreement, rate.clause, rate.step):
            return False
        return not self.scale or folded(rate.scale) == folded(self.scale)

    def at(self, agreement: str, clause: str, step: str = "") -> bool:
        """Is this the agreement, the clause (where one is named), and the row if one is given?"""
        if short(agreement) != short(self.agreement):
            return False
        if self.clause and clause != self.clause and not clause.startswith(
            (f"{self.clause}.", f"{self.clause}(")
        ):  # fmt: skip
            return False
        return not (self.step and step) or folded(step) == folded(self.step)


@dataclass(frozen=True, slots=True)
class Measure:
    """A named measure. `confirmed_by` is "" as long as no person has confirmed the binding."""

    name: str
    held: tuple[Held, ...]
    unit: str = ""
    confirmed_by: str = ""
    confirmed_on: date | None = None
    because: str = ""


def read(data: bytes, name: str) -> tuple[Measure, ...]:
    """The measures of a TOML file. Raises InvalidFacts with the place and what is wrong there."""
    try:
        raw = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidFacts(f"{name} is no TOML: {error}") from None
    entries = raw.get("measure")
    if not isinstance(entries, list) or set(raw) != {"measure"}:
        raise InvalidFacts(f"{name} holds no list of [[measure]] and nothing else")
    return tuple(_measure(entry, f"{name}, measure {at}") for at, entry in enumerate(entries, 1))


def _measure(entry: Any, where: str) -> Measure:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise InvalidFacts(f"{where} has no name")
    unknown = set(entry) - {"name", "unit", "held", "confirmed", "because"}
    if unknown:
        raise InvalidFacts(f"{where} has the unknown key {sorted(unknown)[0]!r}")
    held = entry.get("held")
    if not isinstance(held, list) or not held:
        raise InvalidFacts(f"{where} ({entry['name']}) is held nowhere")
    confirmed = entry.get("confirmed", {})
    if not isinstance(confirmed, dict) or set(confirmed) - {"by", "on"}:
        raise InvalidFacts(f"{where}: confirmed holds `by` and `on`, and nothing else")
    by, on = confirmed.get("by", ""), confirmed.get("on")
    if confirmed and not (isinstance(by, str) and by and type(on) is date):
        raise InvalidFacts(f"{where}: confirmed needs the name of a person and a day")
    return Measure(
        entry["name"],
        tuple(_held(each, where) for each in held),
        _text(entry, "unit", where),
        by,
        on,
        _text(entry, "because", where),
    )


def _held(entry: Any, where: str) -> Held:
    if not isinstance(entry, dict) or set(entry) - {"agreement", "clause", "scale", "step"}:
        raise InvalidFacts(
            f"{where}: held names agreement, clause, scale and step, and nothing else"
        )
    found = Held(*(_text(entry, key, where) for key in ("agreement", "clause", "scale", "step")))
    if not found.agreement or not (found.clause or found.scale):
        raise InvalidFacts(f"{where}: held needs an agreement, and a clause or a scale")
    return found


def _text(entry: dict[str, Any], key: str, where: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise InvalidFacts(f"{where}: {key} is no text")
    return value


# -------------------------------------------------------------------------------------- using


def named(measures: Iterable[Measure], rate: Rate) -> Measure | None:
    """The measure that a rate belongs to, if exactly one binds it."""
    found = [
        measure
        for measure in measures
        if (not measure.unit or measure.unit == rate.unit or units.is_open(rate.unit))
        and any(held.holds(rate) for held in measure.held)
    ]
    return found[0] if len(found) == 1 else None


def figures(measure: Measure, given: Iterable[Rates]) -> tuple[Rate, ...]:
    """All rates of a measure in the documents given, in their order."""
    return tuple(
        rate for rates in given for rate in rates.rates if named([measure], rate) is measure
    )


def folded(name: str) -> str:
    """A name without its punctuation, spacing and case."""
    return " ".join(re.findall(r"\w+", name.casefold()))


# --------------------------------------------------------------------------------- suggesting


def suggest(given: Sequence[Rates], known: Iterable[Measure] = ()) -> tuple[Measure, ...]:
    """Bindings that a person may confirm: scales of two documents that look like one measure.

    Either several of their steps have the same figures on one day, or single figures of one unit
    stand under headings that share the words that matter. What a known measure binds is left out.
    """
    known = tuple(known)
    found: list[Measure] = []
    for one, other in combinations(given, 2):
        if one.agreement == other.agreement:
            continue
        for first in _scales(one):
            for second in _scales(other):
                because = _alike(first, second)
                if because and not any(named(known, rate) for rate in (first[0], second[0])):
                    held = (_where(first[0]), _where(second[0]))
                    found.append(
                        Measure(folded(first[0].scale), held, first[0].unit, because=because)
                    )
    return tuple(found)


def _where(rate: Rate) -> Held:
    """By its clause; by the name of its scale where terms name no clause."""
    agreement = short(rate.agreement)
    if rate.clause.startswith("item "):
        return Held(agreement, scale=rate.scale)
    return Held(agreement, rate.clause)


def _scales(rates: Rates) -> list[list[Rate]]:
    return list(grouped(rates.rates, lambda rate: (rate.clause, rate.scale, rate.unit)).values())


def _alike(first: list[Rate], second: list[Rate]) -> str:
    if first[0].unit != second[0].unit:
        return ""
    starts = {rate.start for rate in (*first, *second) if rate.start}
    for day in sorted(starts | {days.before(start) for start in starts}, reverse=True):
        one, other = _on(first, day), _on(second, day)
        same = [step for step, amount in one.items() if other.get(step) == amount]
        if len(same) >= _FEWEST and 2 * len(same) > min(len(one), len(other)):
            return f"{len(same)} of {len(one)} steps have the same figures on {day}"
    if len({rate.step for rate in first}) == len({rate.step for rate in second}) == 1:
        words = [
            set(map(str.casefold, _WORD.findall(r[0].scale))) - _COMMON for r in (first, second)
        ]
        if words[0] and (words[0] <= words[1] or words[1] <= words[0]):
            return f"one figure each, under “{first[0].scale}” and “{second[0].scale}”"
    return ""


def _on(rates: list[Rate], day: date) -> dict[str, Decimal]:
    return {rate.step: rate.amount for rate in in_force(rates, day)}


def as_toml(measures: Iterable[Measure]) -> str:
    """Suggested measures as a person would write them, without the confirmation."""
    out = []
    for measure in measures:
        lines = [
            "[[measure]]",
            f"name = {_quoted(measure.name)}",
            f"unit = {_quoted(measure.unit)}",
        ]
        if measure.because:
            lines.append(f"because = {_quoted(measure.because)}")
        lines.append("held = [")
        for held in measure.held:
            pairs = (("agreement", held.agreement), ("clause", held.clause), ("scale", held.scale))
            inside = ", ".join(f"{key} = {_quoted(value)}" for key, value in pairs if value)
            lines.append(f"  {{ {inside} }},")
        out.append("\n".join([*lines, "]\n"]))
    return "\n".join(out)


def _quoted(text: str) -> str:
    clean = "".join(c for c in text if c.isprintable())
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
