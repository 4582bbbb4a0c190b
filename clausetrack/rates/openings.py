"""From which day, or event, a line says that all under it runs: "From 1 May 2026:"."""

from __future__ import annotations

import re
from datetime import date

from clausetrack import values
from clausetrack.grids import WEEKDAY
from clausetrack.rates import days

#: Before a day that something begins with, and that is no mere occasion.
_OPENS = re.compile(
    r"\b(?:from|effective|as from|commencing|with effect from|back-?\s?dated to"
    rf"|{days.WEF})\s+(?:the\s+)?$",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:from|on|upon|effective)\s+((?:the\s+)?date\s+(?:of\b|on which\b|th(?:at|e|is)\b)"
    r"[^,.;:]*?|(?:the\s+)?(?:ratification|settlement|signing|(?:approval|lodgement|commencement"
    r"|operation)\s+(?:of|by)\s+th(?:is|e)\s)\b[^,.;:]*?)(?=\s+as\s+follows|[,.;:]|$)", re.I,
)
#: How long after an event something begins, with what else it waits for.
_AFTER = re.compile(
    r"\b(?:effective|from|on|upon|with\s+effect\s+from)\s+"
    r"(?P<what>[^.;:,]{0,120}?\b(?:days?|weeks?|months?|years?)\s+)$",
    re.I,
)
_SETTLED = re.compile(r"agreement|ratif|settle|sign|gazett|variation|terms|commission", re.I)


def periods(text: str) -> set[days.Period]:
    """The days from which `text` says that something runs, each with its last day if it has one."""
    said = values.dates(text)
    found: set[days.Period] = set()
    begun = 0  # the end of the day before this one, if something begins on it
    for place, day in enumerate(said):
        lead = WEEKDAY.sub("", text[max(0, day.start - days.NEAR) : day.start])
        goes_on = begun and days.ALSO.fullmatch(text, begun, day.start)
        begun = 0
        if not isinstance(day.value, date) or not (_OPENS.search(lead) or goes_on):
            continue
        begun = day.end
        following = said[place + 1] if place + 1 < len(said) else None
        last = None
        if following and re.fullmatch(r"\s+(?:to|until)\s+", text[day.end : following.start]):
            last = following.value if isinstance(following.value, date) else None
        found.add((day.value, last))
    return found


def event(text: str) -> str:
    """What something begins with where that is no date: "the date the agreement is settled".

    How long after that it begins is said with it: "ninety days from ratification".
    """
    found = _EVENT.search(text)
    if not found or not _SETTLED.search(found[1]):
        return ""
    later = _AFTER.search(text[: found.start()])
    return text[later.start("what") : found.end()].strip() if later else found[1].strip()
