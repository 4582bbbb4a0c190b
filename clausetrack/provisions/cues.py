"""The phrases by which agreements say that something is linked, conditional or bound to a time.

The phrases are those of the field. What a text names (days, amounts, periods) is read by `values`
and here; which kinds of provision a paragraph holds is `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausetrack.numbering import NUMBER_WORD, NUMBER_WORDS
from clausetrack.provisions.vocabulary import Period
from clausetrack.values import MONTH, dates

_COUNTS = {word: number for number, word in NUMBER_WORDS.items()} | {"a": 1, "an": 1}
_NUMBER = rf"(?:\d+|{NUMBER_WORD}|a|an)"
_UNIT = r"(?:(?:working|school)[ -])?(?:days?|weeks?|months?|terms?)"
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\.?\s+\d{{4}}"
_WHEN = rf"(?:\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\.?\s+(?:on\s+)?)?{_DAY}"

#: Kind -> the phrases of which one is enough. What may stand between two words is bounded: texts
#: are hostile, and a phrase must not search the rest of one again from each of its words.
CUES: dict[str, tuple[re.Pattern[str], ...]] = {
    kind: tuple(re.compile(phrase, re.I | re.S) for phrase in phrases)
    for kind, phrases in {
        "cross-agreement-trigger": (
            r"\b(?:if|where|when|should|whenever)\b.{0,40}\b(?:a|an|any|another|other)\s+(?:other\s+)?"
            r"collective agreement\b.{0,400}\b(?:ratified|varied|settled|lifts|raises|provides?)\b",
            r"\b(?:renew\w*|continu\w*)\b.{0,400}\bmechanism\b",
            r"\bmechanism\b.{0,400}\b(?:renew\w*|continu\w*)\b",
        ),
        "conditional-variation": (
            r"\b(?:be|been|is|are) varied\b(?!\))",
            r"\b(?:offers?|offering) (?:a|the) variation\b|\boffer\b.{0,30}\bto vary\b",
            r"\bupon the sign(?:ing|ature) of (?:the|a) variation\b",
            r"\bby (?:means|way) of (?:a )?variation\b",
            r"\b(?:up)?on (?:the |full )?(?:signing|signature|acceptance|receipt|expenditure)\b"
            r".{0,400}\b(?:will|shall)\b",
            r"\b(?:will|shall)\b.{0,400}\bupon (?:the |full )?"
            r"(?:signing|signature|acceptance|expenditure)\b",
            r"\bonce (?:it|the)\b.{0,60}\b(?:spent|expended)\b.{0,400}\bwill\b",
        ),
        "deadline": (
            rf"\bwithin {_NUMBER} {_UNIT}\b",
            rf"\b(?:by|before|no later than) (?:the )?{_WHEN}",
            rf"\bimplement\w*\b.{{0,400}}{_DAY}",
            r"\b(?:prior to|before) the (?:(?:start|beginning|end) of|\d{4})\b",
            rf"\b{_NUMBER} {_UNIT}['’]s? notice\b",
            rf"\b{_NUMBER} (?:term|month|week)['’]s notice\b",
        ),
        "cap": (
            r"\bcapped\b|\ba cap (?:of|on)\b",
            rf"\bmaximum of {_NUMBER}\b",
            rf"\bnot\b.{{0,60}}\bfor more than {_NUMBER} {_UNIT}\b",
            rf"\b(?:up to|(?:no|not) more than) (?:a (?:total|maximum) of )?{_NUMBER} "
            rf"(?:further )?(?:{_UNIT}|hours?|teachers?|employees?|people|positions?)\b",
            r"\b(?:not|never)\b.{0,30}\bexceed(?:ing)?\b",
            r"\bto a limit of\b|\bis a limit\b|\blimited to\b",
        ),
        "expiry": (
            r"\blaps(?:e|es|ed)\b|\boffer is withdrawn\b|\bvalid for ratification\b",
            r"\bexpir(?:es|e|y)\b",
            rf"\b(?:run|runs|term|effective|effect)\b.{{0,60}}\bfrom {_DAY} (?:to|until) {_DAY}",
        ),
        "duty-to-meet": (
            r"\bparties\b.{0,30}\bmeet\b|\bwill meet (?:to|about|and|with)\b",
        ),
        "dated-rate": (
            _DAY,
            r"\b(?:from|as at|on) the date of (?:ratification|settlement|signing)\b",
            r"\b(?:from|as at|on) the date (?:that )?the\b.{0,40}\b(?:settled|signed|ratified)\b",
        ),
        "incorporation": (
            r"\btrack(?:ed)?[ -]?chang\w*",
            r"\bmarked[ -]up\b",
            r"\b(?:the|an) attached\b",
            r"\bappended to these terms\b",
        ),
    }.items()
}  # fmt: skip
#: What the terms say of when they lapse, and of what must be done before.
LAPSE = CUES["expiry"][0]
AFTER_RATIFICATION = re.compile(
    rf"\bwithin (?P<count>{_NUMBER}) (?P<unit>{_UNIT}) (?:of|following|after) ratification"
    r"(?!\s?/)(?! of the other)",
    re.I,
)
_PERIOD = re.compile(rf"\bwithin (?P<count>{_NUMBER}) (?P<unit>{_UNIT})\b", re.I)
_NOTICE = re.compile(rf"\b(?P<count>{_NUMBER}) (?P<unit>(?:school )?terms?)['’]s? notice\b", re.I)
_BEGINS = re.compile(r"\b(?:from|effective|commencing|beginning|takes effect)\s+(?:on\s+)?\Z", re.I)
#: One kind is no other: days that a deadline or an expiry names are not those of a rate.
_TAKES_ITS_DAYS = ("cross-agreement-trigger", "expiry", "deadline", "duty-to-meet")


def kinds(text: str) -> Iterator[tuple[str, str]]:
    """The kinds of provision that a paragraph holds, each with the sentences that say so."""
    found = {
        kind: match
        for kind, phrases in CUES.items()
        if (match := next((m for phrase in phrases if (m := phrase.search(text))), None))
    }
    if "expiry" in found or "duty-to-meet" in found:
        found.pop("deadline", None)
    if "cross-agreement-trigger" in found:
        found.pop("conditional-variation", None)
    for kind in _TAKES_ITS_DAYS:
        if kind in found:
            found.pop("dated-rate", None)
    for kind, match in found.items():
        yield kind, _sentences(text, match.start(), match.end())


def last_days(text: str) -> tuple[date, ...]:
    """The days that a text names, but for those on which something begins ("from 3 May 2026")."""
    return tuple(
        dict.fromkeys(
            value.value
            for value in dates(text)
            if isinstance(value.value, date) and not _BEGINS.search(text[: value.start])
        )
    )


def periods(text: str) -> Iterator[Period]:
    """The periods that a text names after "within", where they are of months, weeks or days.

    A notice of terms is one too: school terms are data that a user may give.
    """
    for match in _PERIOD.finditer(text):
        if (period := period_of(match)) is not None:
            yield period
    for match in _NOTICE.finditer(text):
        if count := _count(match):
            yield Period(count, "terms")


def period_of(match: re.Match[str]) -> Period | None:
    """What a match of a period means; None for school days and terms, which no calendar has."""
    unit = match["unit"].lower().replace(" ", "-").removesuffix("s") + "s"
    if unit not in ("months", "weeks", "days", "working-days"):
        return None
    count = _count(match)
    return Period(count, unit) if count else None


def _count(match: re.Match[str]) -> int:
    said = match["count"].lower()
    return int(said) if said.isdigit() else _COUNTS[said]


def _sentences(text: str, start: int, end: int) -> str:
    """The sentences that hold what stands from `start` to `end`, verbatim, white space folded."""
    ends = [m.end() for m in re.finditer(r"(?<=[.;:!?])\s+(?=[A-ZĀĒĪŌŪ“\"(])", text)]
    first = max((at for at in ends if at <= start), default=0)
    last = min((at for at in ends if at >= end), default=len(text))
    return " ".join(text[first:last].split())
