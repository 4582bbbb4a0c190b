"""Words that say from when a figure runs and name no full date: "from July 2025", "from 1 July".

Such a figure runs from a day that nobody can read off, so it is undecided, and not in force on
every day. What comes round each year ("from 1 July each year", "from May to September") is a
season, and no beginning.
"""

from __future__ import annotations

import re

from clausetrack import values
from clausetrack.numbering import NUMBER_WORD

_BEGINS = (
    r"\b(?:from|effective|until|till|since|commencing|starting|beginning|as\s+(?:of|from|at)"
    r"|on(?=\s+the\s+(?:first|last)))\s+"
    r"(?:on\s+)?(?:(?:the|a|start|beginning|end|close|of|early|mid|late|first|last|day)[\s-]+)*"
)
_YEAR = r"20[0-4]\d(?!\d)"
_MONTH = re.compile(
    rf"{_BEGINS}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?)?(?-i:{values.MONTH})\b"
    rf"(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?\s+(?P<year>{_YEAR}))?",
    re.I,
)
_EACH_YEAR = re.compile(
    r",?\s*(?:(?:of|in)\s+)?(?:each|every|any|that|the\s+(?:following|next|same))\b|\s*(?:to|[–—-])\s",
    re.I,
)
_YEARS = re.compile(
    r"\b(?:from|until|till|since|for|in|during|effective)\s+(?:(?:the|a|start|beginning|end|of|early"
    r"|mid|late|school|academic|calendar|financial|summer|winter|first|second|third|fourth|last"
    r"|quarter|half|term|semester|year|\d)[\s-]+)*"
    rf"(?:FY\s?)?{_YEAR}(?:\s?[/–-]\s?(?:20)?\d\d(?!\d))?(?![/.-]\d|\s+(?:Act|agreement)\b)",
    re.I,
)
_NEAR = 40  # characters before a time in which the word that it belongs to stands
_AGREED = (
    r"(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?:ratification|signing|settlement|commencement)\b"
)
_ITS = r"(?:this|the)\s+(?:collective\s+)?(?:agreement|term)\b"
_EVENTS = re.compile(
    rf"(?<!within )(?<!than )\b(?:\d+|{NUMBER_WORD}|an?)\s+(?:days?|weeks?|months?|years?)\s+"
    rf"(?:after|from|following)\s+(?:{_AGREED}|(?:that|this)\s+(?:date|day|time|increase)\b)"
    rf"|\banniversary\s+of\s+(?:{_ITS}|{_AGREED})"
    rf"|\bin\s+(?:the\s+)?(?:first|second|third|last|final)\s+year\s+of\s+{_ITS}"
    r"|\buntil\s+(?:further\s+notice|the\s+next\s+review)\b(?=[^.;]{0,20}\b(?:then|thereafter|after)\b)",
    re.I,
)


#: What is written as a day and is no full date, or one that may be two: "1-Jul-25", "01.07.2025".
_WRITTEN = re.compile(
    rf"{_BEGINS}(?:\d{{1,2}}([-/])(?-i:{values.MONTH})\1['’]?\d\d|\d{{1,2}}([-/])\d{{1,2}}\2(?:\d{{4}}|\d\d)"
    r"|\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d|\d{4}\.\d\d\.\d\d)(?![\w/-]|\.\d)"
    rf"|{_BEGINS}pay\s*(?:period|run|week)\s+(?:no\.?\s*)?\d{{1,2}}(?:\s*(?:/|of|in|,)?\s*{_YEAR})?(?!\w)",
    re.I,
)
#: Right before a time that is said of people, and of no figure.
_OF_PEOPLE = re.compile(
    r"\b(?:employ(?:ed|ees?|ment)|service|appointed|engaged|hired|members?|joined|started"
    r"|recruited)\s+$",
    re.I,
)


def times(sentence: str) -> list[tuple[int, int]]:
    """Where a sentence says from when something runs, in words that are no full date."""
    read = [(day.start, day.end) for day in values.dates(sentence)]
    months = [
        found
        for found in _MONTH.finditer(sentence)
        if all(found.end() <= start or end <= found.start() for start, end in read)
    ]
    yearless = [found for found in months if not found["year"]]
    seasonal = len(yearless) > 1 or any(_EACH_YEAR.match(sentence, m.end()) for m in yearless)
    kept = [found for found in months if found["year"] or not seasonal]
    kept += [
        found
        for pattern in (_YEARS, _EVENTS, _WRITTEN)
        for found in pattern.finditer(sentence)
        if all(found.end() <= start or end <= found.start() for start, end in read)
    ]
    return sorted(m.span() for m in kept if not _OF_PEOPLE.search(sentence[: m.start()][-_NEAR:]))
