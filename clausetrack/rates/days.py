"""From which day and to which day a sentence says that each of its figures runs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from clausetrack import values

SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z“\"])|(?<=[.;])(?<!p\.a\.)\s+(?=\()|\n")
#: "With effect from", as it is shortened.
WEF = r"w\.?e\.?f\b\.?(?:\s+from)?"
#: What stands before a day that a figure runs from, or runs to.
_FROM = re.compile(
    r"\b(?:(?:from|effective|on|as of|as from|commencing|starting|beginning|since"
    r"|back-?\s?dated\s+to)"
    r"\s+(?:\w+,?\s+){0,2}"
    rf"|{WEF}\s+)$",
    re.I,
)
#: The figure runs from the day behind this one; "the first pay after 1 May" is another matter.
_AFTER = re.compile(
    r"(?:^\W*|[,;(]\s*|(?<!\bon )\band\s+|\b(?:per|an?|each|every)\s+\w+\s+|\d\s+)"
    r"(?:after|(?P<before>before|prior\s+to))\s+$",
    re.I,
)
#: Who is meant, and no day that a figure runs from: "employees employed on 1 July receive $500".
_WHO = re.compile(
    r"\b(?:employ(?:ed|ees?)|members?|in\s+(?:service|employment)|(?:step|grade|level|band)\s+\w+)"
    r"\s+(?:on(?:\s+or\s+(?:after|before))?|as\s+(?:of|at))\s+$",
    re.I,
)
#: A day set off by a comma at the end of a sentence: it is said of all that stands before.
_OF_ALL = re.compile(
    r"[,(]\s*(?:and\s+)?(?:all\s+|both\s+)?(?:from|effective(?:\s+from)?|on\s+and\s+from|commencing(?:\s+on)?"
    rf"|with\s+effect\s+(?:on\s+and\s+)?from|{WEF}|back-?\s?dated\s+to)\s+(?:the\s+)?$",
    re.I,
)
_ALL = re.compile(r"\b(?:all|both)\s+(?:\w+\s+){1,4}$", re.I)
#: Behind each figure of one list, all under one verb: what it is for, and no more.
_LISTED = re.compile(
    r"\s+(?P<what>(?:(?:per|an?)\s+\w+\s+)?\([^()$\d]{1,20}\d?\)\s*|(?:per|for|on|an?|each|every)\s+"
    r"(?:(?!(?:and|is|are|was|will|shall|receives?|gets?"
    r"|paid|from|effective|with|w)\b)[\w-]+\s*){1,5})(?P<next>,\s*(?:and\s+)?|and\s+)?",
    re.I,
)
_BECOMES = re.compile(r"\b(?:(?<!day )to|increas\w+|ris\w+|then|thereafter|further)\b|;", re.I)
_UNTIL = re.compile(
    r"\b(?:until|till|through|(?<!prior )(?<!subsequent )to|up to|ending)\s+"
    r"(?:the\s+(?:close|end)\s+of\s+)?(?:(?!(?:from|on|effective)\b)\w+,?\s+){0,2}$",
    re.I,
)
#: Between the first and the last day of a period: "1 April 2025 – 31 March 2026".
_TO = re.compile(
    r"\s*(?:[–—-]|(?:until|till|to|up\s+to|through(?:\s+to)?)(?:\s+and\s+including)?)\s*", re.I
)
BETWEEN = re.compile(r"\bbetween\s+$", re.I)
#: "$10 per week, which was $9 before 1 July 2025": the day is that of the old one.
_WAS = re.compile(r"\b(?:was|were)\b")
#: Its last day, or the first of what follows?
_WHEN = re.compile(r"\buntil\s[^.;$]{0,40}?\d{4},?\s+(?:when|at\s+which)\b", re.I)
RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
#: What opens a new limb of a sentence, between an amount and a day.
ALSO = re.compile(r"\s*(?:,|and|or|, and)\s+(?:(?:on|from)\s+)?")
_LIMB = re.compile(
    r"(?<!\bon )\band\b(?!\s+including\b)|\b(?:then|but)\b|;"
    r"|\b(?:rising|increasing|moving|rises|increases|becomes|becoming|changes|(?:is|are|be)\s+(?:then\s+)?"
    r"(?:replaced|increased|raised|lifted|changed|superseded))\s+(?:with\s+effect\s+)?"
    rf"(?:as\s+)?(?:on|from|effective|{WEF})\b",
    re.I,
)
#: Where days and figures take turns, what opens the turn of a day behind a figure.
_TURNS = re.compile(
    r",\s*(?:and\s+)?(?:then\s+)?(?:(?:with\s+effect\s+)?(?:on\s+and\s+|as\s+)?from|effective)\s+(?:the\s+)?$",
    re.I,
)
#: A day right before its figure: "from 1 July 2026: $42", "from 1 July 2026 – $42".
_HEADS = re.compile(r"\s*[:–—-]\s*(?:an?\s+)?$")
#: "increased from $28, effective 1 June 2026, to $29"
_ON_TO = re.compile(r"\s*,?\s*to\s+(?:an?\s+)?$")
#: "$55 a day, for the period 1 April 2026 to 31 March 2027 it is $57"
_PERIOD = re.compile(r",\s*(?:for|during|in)\s+(?:the\s+(?:period|year)\s+)?(?:from\s+)?$", re.I)
#: A day that is a label: "; 1 July 2026: $42", and days in brackets behind their figures.
_LABELS = re.compile(r"(?:^|[:;(])\s*$")
#: A day between two figures that leans on neither: "$38 a week, from 1 June 2026, $39 a week".
_BETWEEN_BOTH = re.compile(r",\s*$")
_FIRST_PAY = re.compile(
    r"\b(?:from|effective|commencing|starting|beginning|on)\s+(?P<what>(?:the\s+)?"
    r"(?:(?:beginning|start|commencement)\s+of\s+the\s+)?(?:first|next)\s+(?:full\s+)?"
    r"pay(?:\s*(?:period|day|run))?\s+"
    r"(?:(?:commencing|beginning|starting|falling|to\s+(?:commence|begin|start))\s+)?"
    r"(?:on\s+(?:or|and)\s+(?:after|following)|after|following|on)\s+|(?:the\s+)?F?FPP[A-Z]{0,4}\s+)$",
    re.I,
)
#: The same after a day that is named before, and what settles an agreement.
_SETTLING = re.compile(
    r"\b(?P<how>from|until|till|up\s+to|before)\s+(?P<what>(?:the\s+)?(?:date\s+of\s+(?:the\s+)?)?"
    r"(?:ratification|settlement|signing)(?:\s+of\s+(?:this|the)\s+(?:collective\s+)?(?:agreement"
    r"|variation|settlement|terms(?:\s+of\s+settlement)?))?"
    r"|(?:the\s+)?date\s+(?:on\s+which\s+|that\s+)?(?:this|the)\s+(?:[a-z]+\s+){0,2}(?:agreement"
    r"|variation)\s+is\s+(?:ratified|settled|signed)"
    r"|(?:the\s+)?(?:first|next)\s+(?:full\s+)?pay(?:\s*(?:period|day|run))?\s+(?:after|following)\s+"
    r"that\s+date)\b",
    re.I,
)
NEAR = 200  # characters before a day in which the words that belong to it stand

#: A day, or the words of what is none: "the first pay period after 1 May 2026".
Moment = date | str
Period = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A day of a sentence, at `start` to `end`, and the figure that it is said of.

    `ahead` says that the day stands before the figure, and is said of those behind it too; `last`
    that it is the last day. `figure` is None where the day is said of none.
    """

    start: int
    end: int
    value: Moment
    last: bool
    figure: int | None = None
    ahead: bool = False
    inside: bool = False  # in brackets that hold the figure too
    closed: int = 0  # the first figure behind these brackets


def of_figures(sentence: str, places: Sequence[tuple[int, int]]) -> list[Period]:
    """The first and the last day of each figure of a sentence, None where the words do not say."""
    return [
        (begin if isinstance(begin, date) else None, end if isinstance(end, date) else None)
        for begin, end in runs(sentence, places)
    ]


def runs(
    sentence: str, places: Sequence[tuple[int, int]]
) -> list[tuple[Moment | None, Moment | None]]:
    """With what each figure of a sentence begins and ends, None where the words do not say.

    `places` are the figures' offsets. A day that opens a sentence or a new limb of it is said of
    the figures that follow it ("From 1 May it is $5 and from 1 June $6"); any other of the figure
    before it ("$5, rising to $6 from 1 June").
    """
    said = values.dates(sentence)
    if in_order(sentence, said, len(places)):
        return [(day.value, None) for day in said if isinstance(day.value, date)]
    own: dict[tuple[bool, int], Moment] = {}  # (is it a last day, the figure it is said of)
    opens: dict[tuple[bool, int], Moment] = {}  # the same, with the first figure it is said of
    closes: dict[int, Moment | None] = {}  # the first figure behind a bracket that a day opens
    begun: Moment | None = None  # what the figures run from, outside brackets
    for day in placed(sentence, places):
        if day.inside:
            closes[day.closed] = begun
        if day.figure is not None and day.ahead:
            opens[day.last, day.figure] = day.value
            begun = begun if day.last or day.inside else day.value
        elif day.figure is not None:
            own[day.last, day.figure] = day.value
    out: list[tuple[Moment | None, Moment | None]] = []
    start: Moment | None = None
    end: Moment | None = None
    for at in range(len(places)):
        if at in closes:
            start = closes[at]
        if (False, at) in opens:
            end = None  # what begins anew does not end with what was before
        start, end = opens.get((False, at), start), opens.get((True, at), end)
        first, last_day = own.get((False, at), start), own.get((True, at), end)
        both = isinstance(first, date) and isinstance(last_day, date)
        if both and first > last_day and (True, at) not in own:  # type: ignore[operator]
            last_day = None  # the last day of what was before
        out.append((first, last_day))
    return out


def placed(sentence: str, places: Sequence[tuple[int, int]]) -> list[Placed]:
    """The days of a sentence that figures run from or to, each with the figure it is said of."""
    said = values.dates(sentence)
    offsets = [place[0] for place in places]
    by_turns = _in_turn(said, places)
    out: list[Placed] = []
    for day, value, last in _said(sentence, said):
        lead = sentence[max(0, day.start - NEAR) : day.start]
        one = Placed(day.start, day.end, value, last)
        if len(said) == 1 and len(places) > 1 and places[-1][1] <= day.start and not last and (
            _of_all(sentence, lead, places)
        ):  # fmt: skip
            out.append(replace(one, figure=0, ahead=True))
            continue
        following = bisect_left(offsets, day.start)
        if last and out and not out[-1].last and _TO.fullmatch(sentence, out[-1].end, day.start):
            out.append(replace(out[-1], start=day.start, end=day.end, value=value, last=True))
            continue  # a period is said of one figure
        between = sentence[places[following - 1][1] : day.start] if following else ""
        inside = following < len(places) and between.rfind("(") > between.rfind(")")
        ahead = sentence[day.end : offsets[following]] if following < len(places) else ""
        inside = inside and ")" not in ahead
        if inside:
            closed = sentence.find(")", day.end)
            behind = bisect_left(offsets, closed if closed >= 0 else len(sentence))
            one = replace(one, inside=True, closed=behind)
        limb = not following or _LIMB.search(between) or _PERIOD.search(between) or inside
        limb = limb or (by_turns and _TURNS.search(between) is not None)
        heads = _HEADS.fullmatch(ahead) or (following and _ON_TO.fullmatch(ahead))
        if following < len(places) and (limb or heads):
            one = replace(one, figure=following, ahead=True)
        elif following and not (last and _WAS.search(between)):
            one = replace(one, figure=following - 1)
        out.append(one)
    return out


def _in_turn(said: Sequence[values.Value], places: Sequence[tuple[int, int]]) -> bool:
    """Does a sentence open with a day, and has each further figure one, or two, right before it?

    A day that a comma sets off is then that of the figure behind it; where one stood behind the
    last figure, too, or the first figure had none before it, it could be that of either.
    """
    if not said or len(places) < 2 or said[0].start > places[0][0] or said[-1].end > places[-1][0]:
        return False
    starts = [day.start for day in said]
    return all(
        1 <= sum(one[1] <= start < other[0] for start in starts) <= 2
        for one, other in pairwise(places)
    )


def _said(
    sentence: str, said: Sequence[values.Value]
) -> Iterator[tuple[values.Value, Moment, bool]]:
    """What figures run from, or run to, each with whether it is the last day, in order."""
    found = [*_days_said(sentence, said)]
    for event in _SETTLING.finditer(sentence):
        start, end = event.span("what")
        last = event["how"].lower() != "from"
        found.append((values.Value("event", event["what"], start, end, None), event["what"], last))
    return iter(sorted(found, key=lambda each: each[0].start))


def _days_said(
    sentence: str, said: Sequence[values.Value]
) -> Iterator[tuple[values.Value, Moment, bool]]:
    between = ranged = False
    bracketed = _are_bracketed(sentence, said)
    one = timedelta(days=1)
    for at, day in enumerate(said):
        lead = sentence[max(0, day.start - NEAR) : day.start]
        ends, between = ranged or (between and bool(ALSO.fullmatch(lead[-5:]))), False
        ranged = False
        if not isinstance(day.value, date):
            continue
        after = _AFTER.search(lead)
        first = None if _WHO.search(lead) else _FROM.search(lead)
        last = bool(_UNTIL.search(lead)) and not (first and "dated" in first[0])
        pay = _FIRST_PAY.search(lead)
        following = said[at + 1] if at + 1 < len(said) else None
        if pay:
            what = lead[pay.start("what") :] + day.text
            yield day._replace(start=day.start - len(lead) + pay.start("what")), what, False
        elif BETWEEN.search(lead) and following:
            between = True
            yield day, day.value, False
        elif (
            following and not ends and not last and not _WHO.search(lead)
            and _TO.fullmatch(sentence, day.end, following.start)
        ):  # fmt: skip
            ranged = True
            yield day, day.value, False
        elif after and date.min < day.value < date.max:
            was = bool(after["before"])
            yield day, day.value - one if was else day.value + one, was
        elif bracketed or (_LABELS.search(lead) and sentence.startswith(":", day.end)):
            yield day, day.value, False
        elif last or first or ends:
            yield day, day.value, last or ends


def in_order(sentence: str, said: Sequence[values.Value], figures: int) -> bool:
    """Does "respectively" set a list of days against the figures, one to one?"""
    listed = _are_listed(sentence, said) and _FROM.search(sentence[: said[0].start])
    return bool(listed and len(said) == figures and RESPECTIVELY.search(sentence))


def _are_listed(sentence: str, said: Sequence[values.Value]) -> bool:
    """Do several days, all real, stand side by side and nowhere else?"""
    real = len(said) > 1 and all(isinstance(day.value, date) for day in said)
    gaps = (sentence[a.end : b.start] for a, b in pairwise(said))
    return real and all(ALSO.fullmatch(gap) for gap in gaps)


def _are_bracketed(sentence: str, said: Sequence[values.Value]) -> bool:
    """Do several days all stand alone in brackets: "$62 (1 April 2025), $63 (1 April 2026)"?"""
    return len(said) > 1 and all(
        sentence.startswith("(", day.start - 1) and sentence.startswith(")", day.end)
        for day in said
    )


def _of_all(sentence: str, lead: str, places: Sequence[tuple[int, int]]) -> bool:
    """Is the one day behind all figures said of all of them?"""
    within = sentence[places[0][0] : places[-1][1]]
    if _OF_ALL.search(lead):
        return bool(_ALL.search(lead)) or not _BECOMES.search(within)
    if RESPECTIVELY.search(sentence):
        return True
    ends = [*(place[0] for place in places[1:]), len(sentence)]
    listed = [
        _LISTED.match(sentence, place[1], end) for place, end in zip(places, ends, strict=True)
    ]
    told = {found["what"].strip() for found in listed if found}
    whole = all(
        found and found["next"] and found.end() == end
        for found, end in zip(listed[:-1], ends, strict=False)
    )
    return len(told) == len(places) and whole


def is_of_people(lead: str) -> bool:
    """Is a day behind these words the one on which somebody was employed?"""
    return _WHO.search(lead) is not None


def is_open(sentence: str, places: Sequence[tuple[int, int]]) -> bool:
    """Does a day stand between two figures so that it may be said of either?

    "$38 a week, from 1 June 2026, $39 a week": with a day behind the last figure, or one before
    the first, the order of all tells. Nor does a list of days, where "respectively" does not, or a
    day alone in brackets.
    """
    said = values.dates(sentence)
    if len(places) > 1 and _WHEN.search(sentence):
        return True
    unset = len(said) >= len(places) and not in_order(sentence, said, len(places))
    if len(places) > 1 and len(said) > 1 and unset and RESPECTIVELY.search(sentence):
        return True
    period = said and BETWEEN.search(sentence[max(0, said[0].start - NEAR) : said[0].start])
    if len(places) > 1 and not period and _are_listed(sentence, said):
        return not in_order(sentence, said, len(places))
    if (
        len(places) > 1
        and len(places) != len(said) * _are_bracketed(sentence, said)
        and any(
            sentence[: day.start].rstrip().endswith("(") and sentence.startswith(")", day.end)
            for day in said
        )
    ):
        return True
    if len(said) != len(places) - 1 or not said or said[0].start < places[0][0]:
        return False
    for day, before_it, behind in zip(said, places, places[1:], strict=False):
        between = sentence[before_it[1] : day.start]
        apart = before_it[1] <= day.start and day.end <= behind[0]
        commas = "," in between and _BETWEEN_BOTH.match(sentence[day.end : behind[0]])
        if apart and commas and not _LIMB.search(between) and "(" not in between:
            return True
    return False


def undated(text: str) -> str:
    """A text without its days ("the 1st of July 2026")."""
    for day in reversed(values.dates(text)):
        text = text[: day.start].removesuffix("the ") + text[day.end :]
    return text


def before(day: date) -> date:
    """The day before; the first day of all has none and stays."""
    return day - timedelta(days=1) if day > date.min else day


def a_year_after(day: date) -> date | None:
    """The same day of the next year, where there is one."""
    later = f"{day.year + 1:04}-{day.month:02}-{day.day:02}"
    try:
        return date.fromisoformat(later)
    except ValueError:
        return None
