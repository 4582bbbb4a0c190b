"""One cell of a table read as an amount, or refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from clausetrack import values

#: A figure without its dollar sign: "61,329", "61329.00", "31.45".
_BARE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{4,6}|\d{1,3}(?=\.\d))(?:\.\d{1,4})?$")
_BARE_PER = re.compile(r"(?P<amount>\d{1,3}\.\d\d)\s*(?P<per>\D+)")
_HUNDREDS = re.compile(r"\d{2,3}")
_BROKEN = re.compile(r"\d[\d,. ]{3,}\d")
_SHORTEST_RANGE = 5  # characters
_BETWEEN = re.compile(r"\s*[–—-]\s*|\s+to\s+")
_COUNT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:(?:working\s+)?days|FTT?E)?", re.I)
_STRAY = re.compile(r"[\s*†‡#^.\-–—]+")
#: A figure or its repetition that is no amount of money: "25%", "ditto".
_OTHER = re.compile(
    r"\s*(?:[\"“”„″]|''|-\s?\"\s?-|do\.|ditto|as\s+above|same(?:\s+as\s+above)?"
    r"|[^\w$]*\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|x\b|times\b|p\b)?[^\w]*"
    r"|\d+(?:\.\d+)?\s?(?:%|per\s?cent)\s+of\s+.{1,60})\s*",
    re.I,
)
_PER = re.compile(
    r"(?:gross\s+)?(?:p[./]?[ahwf]\.?|per\s+\w+|an?\s+hour|/\s?\w+|cents?)[\s*.]*", re.I
)


@dataclass(frozen=True, slots=True)
class Figure:
    """`amount` is None where the cell cannot be read; `marked` says that a stray mark was there."""

    amount: Decimal | None
    marked: bool = False


def counted(text: str) -> Figure | None:
    """What a cell of days or of FTTE holds: "65 working days", "0.04 FTTE", "10"."""
    found = _COUNT.fullmatch(" ".join(text.split()))
    return Figure(Decimal(found[1])) if found else None


def ends(text: str, *, bare: bool) -> tuple[Figure, Figure] | None:
    """The two ends of a range ("$50,000 – $60,000", "50,000 to 60,000"); None for anything else."""
    parts = _BETWEEN.split(text) if len(text) >= _SHORTEST_RANGE else ()
    if len(parts) != 2:
        return None
    low, high = (read(part, bare=bare) for part in parts)
    if not low or not high or low.amount is None or high.amount is None:
        return None
    return (low, high) if low.amount <= high.amount else None


def is_one(text: str) -> bool:
    """Is there one amount in a cell, with words beside it ("up to $50,000")?"""
    return [value.value is not None for value in values.money(text)] == [True]


def in_cents(text: str) -> Figure | None:
    """What a cell of a column of cents holds: "117" is 1.17, and "$1.17" is what it says."""
    found = re.fullmatch(r"\s*(\d{1,4}(?:\.\d{1,2})?)\s*(?:c|¢|cents?)?\s*", text, re.I)
    return Figure(Decimal(found[1]) / 100) if found else None


def is_other(text: str) -> bool:
    """Does a cell hold a figure that is no amount, or say that the one above is meant?"""
    return _OTHER.fullmatch(text) is not None


def read(text: str, *, bare: bool, headed: bool = False) -> Figure | None:
    """What a cell holds: None where it holds no figure at all.

    With `bare`, a number without a dollar sign counts as an amount of dollars, if it is written as
    one; where the sign is in the heading (`headed`), "500" is an amount too.
    """
    printed = " ".join(text.split())
    found = values.money(printed)
    if len(found) == 1 and isinstance(found[0].value, Decimal):
        rest = f"{printed[: found[0].start]} {printed[found[0].end :]}".strip()
        if not rest or _PER.fullmatch(rest):
            return Figure(found[0].value)
        return Figure(found[0].value, marked=True) if _STRAY.fullmatch(rest) else Figure(None)
    if found:
        return Figure(None)
    if bare and any(character.isdigit() for character in printed):
        kept = printed.strip("*†‡#^ ")
        part = _BARE_PER.fullmatch(kept)
        if part and _PER.fullmatch(part["per"]):
            return Figure(Decimal(part["amount"].replace(",", "")))
        if _BARE.fullmatch(kept) or (headed and _HUNDREDS.fullmatch(kept)):
            return Figure(Decimal(kept.replace(",", "")), marked=kept != printed)
        if _BROKEN.fullmatch(kept):
            return Figure(None)
    return None
