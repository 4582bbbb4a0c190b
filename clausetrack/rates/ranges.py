"""Two amounts that are the ends of one range: "$60,000 – $65,000", "between $20 and $30"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausetrack.rates.days import BETWEEN
from clausetrack.rates.spoken import NEAR, Spoken

_DASH = re.compile(r"\s*(?:p\.?a\.?\s*|per\s+annum\s*)?[–—-]\s*")
_TO = re.compile(r"\s*(?:p\.?a\.?\s*|(?:per|an?)\s+\w+\s+)?(?:up\s+)?to\s+")
_AND = re.compile(r"\s*(?:gross\s+)?and\s+")
_LEAST = re.compile(r"\bminimum\s+(?:\w+\s+)?of\s+$", re.I)
_MOST = re.compile(
    r"\s*(?:(?:gross|per\s+\w+)\s+)?(?:and|to|up\s+to)\s+(?:an?\s+)?maximum\s+(?:\w+\s+)?of\s+",
    re.I,
)
#: What says that the one amount becomes the other.
_GROWS = re.compile(
    r"\b(?:increas|ris(?:es?|ing|en)\b|mov(?:e|es|ed|ing)\b|chang|reduc|decreas|adjust|rais|lift"
    r"|amend|replac|substitut|goes\b|(?:old|new|current)\s+rates?\b)",
    re.I,
)
#: What says that both are paid, to one or the other.
_RANGE = re.compile(r"\brang(?:e|es|ing)\b|\bbands?\b|\b(?:minimum|maximum)\b", re.I)
_PAID = re.compile(
    r"\b(?:paid|receives?|earns?|reimbursed)\s+(?:\w+\s+){0,3}?(?:from\s+)?$|\b(?:of|is|are|at|be)\s+$",
    re.I,
)
_CLOSE = 30  # characters before a range in which "the range is" stands
#: A class of people is paid in a range; an allowance has one amount.
_CLASS = re.compile(
    r"(?:^|[\s(;,])(?:Level|Grade|Band|Tier|Category|Class|Group)\s+[A-Z0-9]{1,3}\s*[:–—-]?\s*$"
)


def find(sentence: str, figures: Sequence[Spoken], above: str) -> tuple[set[int], bool]:
    """Which figures are the lower end of a range that the next one closes; are there doubtful ones?

    `above` is what stands over the sentence: the list "the allowances increase as follows" makes a
    rise of "$12.50 to $13.00" where "within these ranges" makes a range. Where nothing says which
    of them it is, it is doubtful.
    """
    found: set[int] = set()
    doubtful = False
    for at, (low, high) in enumerate(pairwise(figures)):
        if low.unit or high.unit or at - 1 in found or low.amount is None or high.amount is None:
            continue
        before = sentence[max(0, low.start - NEAR) : low.start]
        between = sentence[low.end : high.start]
        named = (BETWEEN.search(before) and _AND.fullmatch(between)) or (
            _LEAST.search(before) and _MOST.fullmatch(between)
        )
        dash, to = _DASH.fullmatch(between), _TO.fullmatch(between)
        if named:
            found.add(at)
        elif (dash or to) and low.amount < high.amount:
            here = bool(to and _GROWS.search(f"{before} {between}"))
            grows, ranged = _GROWS.search(above), _RANGE.search(above)
            ranged_here = _RANGE.search(before) or _PAID.search(before) or _CLASS.search(before)
            if _RANGE.search(before[-_CLOSE:]):
                found.add(at)
            elif here or (grows and not (dash or ranged or ranged_here)):
                continue  # a rise
            elif not grows and (dash or ranged or ranged_here):
                found.add(at)
            else:
                doubtful = True
    return found, doubtful
