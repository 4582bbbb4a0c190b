"""Two figures of a sentence that are one thing: the earlier ends where the later begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from clausetrack import values
from clausetrack.rates import days, naming, spoken, units
from clausetrack.rates.model import Rate

#: What stands between the old figure of a thing and the new one.
_GROWS = re.compile(
    r"\b(?:increas\w+|ris(?:es|ing|en)|moving|changing|reduc\w+|then|thereafter)\b.{0,40}?\bto\b"
    r"|\b(?:substitut|insert|replac)(?:e|es|ed|ing)\b[^.;\d]{0,30}$|^[^.;(,\d]{0,24}\bwith\W*$"
    r"|^[^.;]*\bbecom(?:es?|ing)\s+(?:an?\s+)?$|\breplaced\b[^.;]{0,60}?\bby\b[^.;\d]{0,40}$"
    r"|[\"”]\s*(?:with|by|and\s+(?:insert|substitut)\w+)\s+[\"“]\s*$"
    r"|^(?:[^.;(]|p\.a\.)*(?<!up )(?<!day )\bto\b(?:\s+\w+){0,4}\s*$",
    re.I,
)
#: Between two figures that have each their day and nothing else of their own.
NEXT = re.compile(
    r"\W*(?:(?:applies|apply|payable)\s+)?(?:(?:and|then|and\s+then)\s+(?:a\s+further\s+)?(?:to\s+|of\s+)?"
    r"|(?:is\s+paid\s*)?[;,]\s*(?=\W*it\s))\W*(?:it\s+(?:is|becomes|(?:will|shall)\s+be)\s+)?\W*$",
    re.I,
)
#: The same between all but the last two of a list, or before figures that their days lead.
LISTED = re.compile(r"[\s()]*[,;][\s(),:–—-]*\$?")
#: In brackets behind a figure: what it is from a day of its own.
_BRACKET = re.compile(r"\s*\([\s:,–—-]*")
#: Between a figure and its equivalent in brackets, and behind that.
_EQUAL = re.compile(
    r"\s*(?:(?:per|an?)\s+\w+|p\.?a\.?)?\s*\(\s*(?:(?:being|or|i\.e\.,?|equivalent\s+to|equal\s+to"
    r"|which\s+(?:is|equals|equates\s+to))\s+)?(?:approximately\s+)?",
    re.I,
)
_CLOSED = re.compile(r"\s*(?:(?:per|an?)\s+\w+|p\.?a\.?|hourly|weekly|fortnightly)\s*\)", re.I)
_THEY = re.compile(
    r"\W*(?:(?:with\s+effect\s+)?(?:as\s+)?(?:from|on|effective)\W+)?(?:they|these|(?:these|those|both|all|the)"
    r"\s+(?:\w+\s+)?(?:rates|allowances|amounts|sums|figures|fees))\s+(?:(?:will|shall)\s+)?"
    r"(?:are|be|become|(?:rise|increase|go|move)\s+to)\s+(?:then\s+)?\$",
    re.I,
)
_NEXT_PAIR = re.compile(
    r"[^(]*\)[\s,;]*(?:(?:and|then|rising\s+to|increasing\s+to|it\s+(?:is|becomes))[\s,;]*)*", re.I
)
DATED = re.compile(
    rf"\b(?:with\s+effect|effective|(?:beginning|commencing|starting)(?:\s+on)?|at|{days.WEF}|on\s+and\s+(?:from|after)|from|on|gross|per\s+\w+|p\.a\.?"
    r"|an?\s+(?:hour|day|night|week|fortnight|month|year|shift|kilometre))(?=\W|$)",
    re.I,
)
#: What is so for some time only, and then again as it was.
_FOR_A_TIME = re.compile(r"\btemporar\w+", re.I)
OPENS_THEN = re.compile(
    r"\W*(?:thereafter|afterwards|from\s+(?:then|that\s+date|the\s+(?:following|next)\s+day)"
    r"|after\s+that(?:\s+date)?)\b",
    re.I,
)
_WAS_UNTIL = re.compile(
    r"\s*(?:(?:per|an?)\s+\w+\s+)?(?:until|till|up\s+to(?:\s+and\s+including)?|(?P<before>before|prior\s+to))"
    r"\s+(?:the\s+)?",
    re.I,
)
_OR = re.compile(r"\s*or\s*")


def pair(last: Rate, rate: Rate, between: str, after: str) -> tuple[Rate, Rate]:
    """Two figures of a sentence; where the later is what the earlier becomes, joined to it."""
    if units.is_paid_once(last.unit) or units.is_paid_once(rate.unit):
        return last, rate
    grows = bool(_GROWS.search(between)) or _follows(last, rate, between, after)
    if not (grows or _OR.fullmatch(between)) or not units.alike(last.unit, rate.unit):
        return last, rate
    rate = replace(rate, step=rate.step or last.step)
    for_a_time = rate.end and (_FOR_A_TIME.search(between) or not _GROWS.search(between))
    if for_a_time and rate.start and not (last.start or last.end or last.until):
        return replace(last, doubt=" ".join(rate.quote.split())), rate
    if units.is_open(last.unit):
        last = replace(last, unit=rate.unit)  # "from 20 or 17 cents per kilometre"
    return joined(last, rate) if grows else (last, rate)


def joined(last: Rate, rate: Rate) -> tuple[Rate, Rate]:
    """What a figure becomes is counted as it is; it ends on the day before."""
    if units.is_open(rate.unit) and units.alike(last.unit, rate.unit):
        rate = replace(rate, unit=last.unit)
    if rate.start and last.end is None and not last.until:
        begins = last.start if last.start != rate.start else None
        last = replace(last, start=begins, end=days.before(rate.start), dated_by="sentence")
    elif rate.event and not (last.start or last.end or last.event or last.until):
        last = replace(last, until=rate.event, dated_by="sentence")
    return last, rate


def equivalents(
    groups: Sequence[list[Rate]], sentence: str, spots: Sequence[tuple[int, int]]
) -> None:
    """ "$62,400 per annum ($30.00 per hour) from 1 July 2025": both run from that day.

    `spots` are the places of the figures; what stands in brackets is the same pay for another
    period. Where such a pair follows another ("and $64,480 per annum ($31.00 per hour) from 1 July
    2026"), both figures of the earlier end.
    """
    pairs = [at for at in range(len(spots) - 1) if _is_equal(groups, sentence, spots, at)]
    for at in pairs:
        one, other = groups[at][-1], groups[at + 1][0]
        if not one.is_dated:
            groups[at][:] = [each.dated_as(other) for each in groups[at]]
    for first, second in pairwise(pairs):
        between = sentence[spots[first + 1][1] : spots[second][0]]
        if second == first + 2 and _NEXT_PAIR.fullmatch(DATED.sub("", days.undated(between))):
            for at in (first, first + 1):
                was, becomes = groups[at][-1], groups[at + 2][0]
                follow = was.start and becomes.start and was.start < becomes.start
                if follow and was.unit == becomes.unit and not was.end:
                    groups[at][:] = [joined(each, becomes)[0] for each in groups[at]]


def they_follow(rates: list[Rate], made: list[Rate], sentence: str) -> bool:
    """ "From 1 July 2026 they are $19 and $29 respectively": each follows one before, in order.

    False where nothing says which of several figures each of them follows.
    """
    running = [at for at, rate in enumerate(rates) if not (rate.end or rate.undecided)]
    if not made or not made[0].start or len(running) < 2 or not _THEY.match(days.undated(sentence)):
        return True
    if len(running) != len(made) or not days.RESPECTIVELY.search(sentence):
        return False
    for place, at in enumerate(running):
        name = rates[at].step
        rates[at], made[place] = joined(rates[at], made[place])
        made[place] = replace(made[place], step=made[place].step or name)
    return True


def _is_equal(
    groups: Sequence[list[Rate]], sentence: str, spots: Sequence[tuple[int, int]], at: int
) -> bool:
    """Is the figure behind the one at `at` in brackets, and the same pay for another period?"""
    one, other = groups[at][-1], groups[at + 1][0]
    if units.is_open(one.unit) or units.is_open(other.unit) or one.unit == other.unit:
        return False
    return bool(
        _EQUAL.fullmatch(sentence, spots[at][1], spots[at + 1][0])
        and _CLOSED.match(sentence, spots[at + 1][1])
        and not units.is_paid_once(other.unit)
    )


def _follows(last: Rate, rate: Rate, between: str, after: str) -> bool:
    """ "$38 a week from 1 July 2026 and $39 a week from 1 July 2027": is it one thing, twice?

    In brackets behind a figure, one with a later day is what it becomes.
    """
    begins = rate.start or rate.event
    if not begins or not units.alike(last.unit, rate.unit) or naming.is_for(after):
        return False
    said = DATED.sub("", days.undated(between))
    if last.start is None and last.end is None:
        rest = DATED.sub("", days.undated(after.partition(")")[0]))
        alone = not rest.strip(" ,:.")
        return bool(NEXT.fullmatch(said) or (_BRACKET.fullmatch(said) and alone))
    if not last.start or not rate.start or last.start >= rate.start:
        return False
    return bool(LISTED.fullmatch(said) or NEXT.fullmatch(said) or _BRACKET.fullmatch(said))


def was_until(sentence: str, end: int, why: str) -> date | None:
    """The last day of what a figure was before, where it stands right behind it."""
    day = next((each for each in values.dates(sentence) if each.start >= end), None)
    if why != spoken.WAS or day is None or not isinstance(day.value, date):
        return None
    found = _WAS_UNTIL.fullmatch(sentence, end, day.start)
    return (days.before(day.value) if found["before"] else day.value) if found else None


def after_what_was(
    made: list[Rate], sentence: str, others: Sequence[tuple[int, int, str, str]]
) -> list[Rate]:
    """ "$1.10 up to 31 May 2026, and is now $1.25": the one figure runs from the day after."""
    lasts = [last for _, end, _, why in others if (last := was_until(sentence, end, why))]
    plain = len(made) == 1 and not made[0].is_dated
    if len(lasts) != 1 or not plain or units.is_paid_once(made[0].unit):
        return made
    return [replace(made[0], start=lasts[0] + timedelta(days=1), dated_by="sentence")]


def then(last: Rate, rate: Rate) -> Rate:
    """ "Thereafter it is $31": it begins where the figure of the sentence before ends."""
    if rate.start or rate.undecided or not (last.end or last.until):
        return rate
    start = last.end + timedelta(days=1) if last.end else None
    return replace(rate, start=start, event=last.until, dated_by="sentence")
