"""From which day and to which day a sentence says that each of its figures runs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from clausetrack import values

SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z(“\"])|\n")
#: What stands before a day that a figure runs from, or runs to.
_FROM = re.compile(
    r"\b(?:from|effective|on|as of|as from|commencing|back-?\s?dated\s+to)\s+(?:\w+\s+){0,2}$",
    re.I,
)
#: Who is meant, and no day that a figure runs from: "employees employed on 1 July receive $500".
_WHO = re.compile(r"\b(?:employ(?:ed|ees?)|members?|in\s+service)\s+(?:on|as\s+of)\s+$", re.I)
#: A day set off by a comma at the end of a sentence: it is said of all that stands before.
_OF_ALL = re.compile(
    r",\s+(?:and\s+)?(?:all\s+|both\s+)?(?:from|effective(?:\s+from)?|on\s+and\s+from|commencing(?:\s+on)?"
    r"|with\s+effect\s+(?:on\s+and\s+)?from|back-?\s?dated\s+to)\s+(?:the\s+)?$",
    re.I,
)
_BECOMES = re.compile(r"\b(?:to|increas\w+|ris\w+|then|thereafter|further)\b|;", re.I)
_UNTIL = re.compile(
    r"\b(?:until|(?<!prior )(?<!subsequent )to|up to|ending)\s+(?:\w+\s+){0,2}$", re.I
)
#: The same, where the day must be one that something begins with and no mere occasion.
_OPENS = re.compile(
    r"\b(?:from|effective|as from|commencing|with effect from)\s+(?:the\s+)?$", re.I
)
#: What opens a new limb of a sentence, between an amount and a day.
_ALSO = re.compile(r"\s*(?:,|and|or|, and)\s+(?:on\s+)?")
_LIMB = re.compile(
    r"\b(?:and|then|but|(?:rising|increasing|moving|rises|increases)\s+(?:on|from))\b|;", re.I
)
_EVENT = re.compile(
    r"\b(?:from|on|upon)\s+((?:the\s+)?date\s+(?:of\b|on which\b|that\b|the\b)[^,.;:]*?"
    r"|(?:ratification|settlement|signing)\b[^,.;:]*?)(?=\s+as\s+follows|[,.;:]|$)",
    re.I,
)

_NEAR = 200  # characters before a day in which the words that belong to it stand
_SETTLED = re.compile(r"agreement|ratif|settle|sign|gazett|variation|terms", re.I)

Period = tuple[date | None, date | None]


def of_figures(sentence: str, places: Sequence[tuple[int, int]]) -> list[Period]:
    """The first and the last day of each figure of a sentence, None where the words do not say.

    `places` are the figures' offsets. A day that opens a sentence or a new limb of it is said of
    the figures that follow it ("From 1 May it is $5 and from 1 June $6"); any other of the figure
    before it ("$5, rising to $6 from 1 June").
    """
    own: dict[tuple[bool, int], date] = {}  # (is it a last day, the figure it is said of)
    opens: dict[tuple[bool, int], date] = {}  # the same, with the first figure it is said of
    offsets = [place[0] for place in places]
    said = values.dates(sentence)
    for day in said:
        if not isinstance(day.value, date):
            continue
        lead = sentence[max(0, day.start - _NEAR) : day.start]
        first = None if _WHO.search(lead) else _FROM.search(lead)
        last = bool(_UNTIL.search(lead)) and not (first and "dated" in first[0])
        if not (last or first):
            continue
        if len(said) == 1 and len(places) > 1 and places[-1][1] <= day.start and (
            _OF_ALL.search(lead)
            and not _BECOMES.search(sentence[places[0][0] : places[-1][1]])
        ):  # fmt: skip
            opens[False, 0] = day.value
            continue
        following = bisect_left(offsets, day.start)
        limb = not following or _LIMB.search(sentence[places[following - 1][1] : day.start])
        if following < len(places) and limb:
            opens[last, following] = day.value
        elif following:
            own[last, following - 1] = day.value
    out: list[Period] = []
    start = end = None
    for at in range(len(places)):
        if (False, at) in opens:
            end = None  # what begins anew does not end with what was before
        start, end = opens.get((False, at), start), opens.get((True, at), end)
        out.append((own.get((False, at), start), own.get((True, at), end)))
    return out


def opening(text: str) -> set[Period]:
    """The days from which `text` says that something runs, each with its last day if it has one."""
    days = values.dates(text)
    found: set[Period] = set()
    begun = 0  # the end of the day before this one, if something begins on it
    for place, day in enumerate(days):
        lead = text[max(0, day.start - _NEAR) : day.start]
        goes_on = begun and _ALSO.fullmatch(text, begun, day.start)
        begun = 0
        if not isinstance(day.value, date) or not (_OPENS.search(lead) or goes_on):
            continue
        begun = day.end
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
