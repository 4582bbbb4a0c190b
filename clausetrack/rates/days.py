"""From which day and to which day a sentence says that each of its figures runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from clausetrack import values

SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z(“\"])|\n")
#: What stands before a day that a figure runs from, or runs to.
_FROM = re.compile(r"\b(?:from|effective|on|as of|as from|commencing)\s+(?:\w+\s+){0,2}$", re.I)
_UNTIL = re.compile(
    r"\b(?:until|(?<!prior )(?<!subsequent )to|up to|ending)\s+(?:\w+\s+){0,2}$", re.I
)
#: The same, where the day must be one that something begins with and no mere occasion.
_OPENS = re.compile(
    r"\b(?:from|effective|as from|commencing|with effect from)\s+(?:the\s+)?$", re.I
)
#: What opens a new limb of a sentence, between an amount and a day.
_LIMB = re.compile(
    r"\b(?:and|then|but|(?:rising|increasing|moving|rises|increases)\s+(?:on|from))\b|;", re.I
)
_EVENT = re.compile(
    r"\b(?:from|on|upon)\s+((?:the\s+)?date\s+(?:of\b|on which\b|that\b|the\b)[^,.;:]*?"
    r"|(?:ratification|settlement|signing)\b[^,.;:]*?)(?=\s+as\s+follows|[,.;:]|$)",
    re.I,
)

_SETTLED = re.compile(r"agreement|ratif|settle|sign|gazett|variation|terms", re.I)

Period = tuple[date | None, date | None]


def of_figures(sentence: str, places: Sequence[tuple[int, int]]) -> list[Period]:
    """The first and the last day of each figure of a sentence, None where the words do not say.

    `places` are the figures' offsets. A day that opens a sentence or a new limb of it is said of
    the figures that follow it ("From 1 May it is $5 and from 1 June $6"); any other of the figure
    before it ("$5, rising to $6 from 1 June").
    """
    starts: list[date | None] = [None] * len(places)
    ends: list[date | None] = [None] * len(places)
    for day in values.dates(sentence):
        if not isinstance(day.value, date):
            continue
        lead = sentence[: day.start]
        before = [i for i, place in enumerate(places) if place[0] < day.start]
        after = range(len(before), len(places))
        limb = not before or _LIMB.search(sentence[places[before[-1]][1] : day.start])
        for i in after if after and limb else before[-1:]:
            if _UNTIL.search(lead):
                ends[i] = day.value
            elif _FROM.search(lead):
                starts[i] = day.value
    return list(zip(starts, ends, strict=True))


def opening(text: str) -> set[Period]:
    """The days from which `text` says that something runs, each with its last day if it has one."""
    days = values.dates(text)
    found: set[Period] = set()
    for place, day in enumerate(days):
        if not isinstance(day.value, date) or not _OPENS.search(text[: day.start]):
            continue
        following = days[place + 1] if place + 1 < len(days) else None
        last = None
        if following and re.fullmatch(r"\s+(?:to|until)\s+", text[day.end : following.start]):
            last = following.value if isinstance(following.value, date) else None
        found.add((day.value, last))
    return found


def event(text: str) -> str:
    """What something begins with where that is no date: "the date the agreement is settled"."""
    found = _EVENT.search(text)
    return found[1].strip() if found and _SETTLED.search(found[1]) else ""


def before(day: date) -> date:
    """The day before; the first day of all has none and stays."""
    return day - timedelta(days=1) if day > date.min else day
