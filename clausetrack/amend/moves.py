"""One figure that takes the place of another, and what else the order says of it.

"From $15.00 to $18.00 a day" is not carried out in a clause that says "a week". Behind the new
figure stands nothing, or the unit that the clause has, where the figure stands, or its day: what is
anything else was not read to its end.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from clausetrack import numbering, values
from clausetrack.segment.wording import CITATION, masked
from clausetrack.settlement import StatedChange

_EACH = r"(?:(?:per|an?|(?:for )?(?:each|every))\s+|/\s?)"
_UNIT = re.compile(rf"\s*{_EACH}(?P<unit>[a-z]+)", re.I)
_DAY = "\x00"
_BEHIND = re.compile(
    r"\s*,?\s*\(?(?:and )?(?:(?:with effect|effective|operative|commencing|starting"
    rf"|to take effect)\b\s*)?(?:as )?(?:from|on|at|of)?\s*{_DAY}(?: onwards?)?\)?"
    rf"|\s*,?\s*(?:the [\w ’'-]{{1,40}} )?(?:in|of|under) (?:sub-?)?clause {CITATION}"
    r"(?: \([^()]{1,40}\))?"
    rf"|[.;]\s+(?:this|it|the (?:change|increase|new (?:rate|figure|amount)))"
    r"(?: \w+)? (?:effect(?:ive)?|appl(?:y|ies)|operates?)"
    rf" (?:as )?(?:from|on)?\s*{_DAY}"
    r"|[.;]\s+(?:all |the )?(?:other|rest|remainder|remaining)\b[^.;]{0,80}"
    r"\b(?:unchanged|the same|stays?|remains?)\b[^.;]{0,20}",
    re.I,
)
#: What joins the lines of a list.
_NEXT = re.compile(r"[;,]\s+(?:and|or)\s*\Z", re.I)
_EXCHANGE = re.compile(
    r"\b(?:replac|substitut|chang|increas|rais|lift|reduc)(?:e|ing)?\b[^.;]{0,60}$", re.I
)
_WITH = re.compile(r"[^.;]{0,60}\s(?:with|by|to)\s", re.I)
_COUNTED = re.compile(rf"(\d+(?:\.\d+)?|{numbering.NUMBER_WORD})(?:%| [a-z ’']+)", re.I)
_UP = re.compile(r"\b(?:increas|rais|ris(?:e|ing)|lift|uplift|go(?:es)? up)", re.I)
_DOWN = re.compile(r"\b(?:decreas|reduc|lower|drop|fall|cut)", re.I)


def left_over(instruction: str, change: StatedChange, behind_old: str, clause: str) -> str:
    """What an order says behind its new figure, from where it was not understood; "" where all was.

    `behind_old` is what the clause says behind the old figure, and `clause` all that it says.
    """
    found = re.search(
        rf"\bfrom\s+{re.escape(change.old)}(?P<old>.{{0,24}}?)\s+to\s+{re.escape(change.new)}",
        instruction,
        re.S,
    )
    if found is None:
        return instruction
    if found["old"] and not same_unit(found["old"], behind_old, clause):
        return found["old"].strip()
    rest = instruction[found.end() :]
    if (unit := _UNIT.match(rest)) and same_unit(unit[0], behind_old, clause):
        rest = rest[unit.end() :]
    plain = _with_days(rest)
    at = 0
    while (piece := _BEHIND.match(plain, at)) and piece.end() > at:
        at = piece.end()
    left = _NEXT.sub("", plain[at:]).strip(" .;")
    return rest.strip(" ,.;") if left else ""


def behind_exchange(instruction: str) -> str:
    """What stands behind "replace $8.00 with $9.50", which is no more than that; "" without it."""
    amounts = values.money(instruction)
    if len(amounts) != 2 or masked(instruction) != instruction:
        return ""
    old, new = amounts
    between = instruction[old.end : new.start]
    ordered = _EXCHANGE.search(instruction[: old.start]) and _WITH.fullmatch(between)
    return instruction[new.end :].strip(" ,.;") if ordered else ""


def same_unit(said: str, behind_old: str, clause: str) -> bool:
    """Is a unit ("a week") the one that stands behind the old figure, or else in the clause?"""
    unit, there = _UNIT.fullmatch(said), _UNIT.match(behind_old)
    if unit is None:
        return False
    name = unit["unit"].casefold()
    if there is not None:
        return there["unit"].casefold() == name
    return bool(re.search(rf"\b{re.escape(name)}\b", clause, re.I))


def days_behind(instruction: str, change: StatedChange) -> list[date]:
    """The days that an order says behind its new figure."""
    behind = instruction.partition(change.new)[2]
    return [one.value for one in values.dates(behind) if isinstance(one.value, date)]


def contradicts(instruction: str, change: StatedChange) -> bool:
    """Is a figure that is to rise put below the old one, or one that is to fall above it?"""
    said = masked(instruction)
    up, down = bool(_UP.search(said)), bool(_DOWN.search(said))
    old, new = amount(change.old), amount(change.new)
    if up == down or old is None or new is None:
        return False
    return new < old if up else old < new


def amount(figure: str) -> Decimal | None:
    """How much a figure is: dollars, or how many hours, days or weeks; None for anything else."""
    if money := values.money(figure):
        only = money[0].value if len(money) == 1 else None
        return only if isinstance(only, Decimal) else None
    count = _COUNTED.fullmatch(figure)
    return Decimal(numbering.in_figures(count[1])) if count else None


def _with_days(text: str) -> str:
    """A text with a sign for each day that it says."""
    out, at = "", 0
    for one in values.dates(text):
        if isinstance(one.value, date):
            out, at = out + text[at : one.start] + _DAY, one.end
    return out + text[at:]
