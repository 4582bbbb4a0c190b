"""What the words beside a figure say that it is for: "Boiler allowance: $12", "$8 on Sundays"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from clausetrack import values
from clausetrack.rates import days, units
from clausetrack.rates.model import Rate

#: A label right before its figure: "Level 1 $1,200", "Grade B: $31.40".
_LABEL = re.compile(
    r"(?:^|[\s(;,])(?P<what>(?:Level|Grade|Step|Band|Tier|Category|Class|Zone|Area|Group|Stage)\s+"
    r"[A-Z0-9]{1,3})\s*[:–—-]?\s*$"
)
_TABBED = re.compile(r"(?P<what>[^\t$]{1,60}?)\s*\t\s*$")
_SUBJECT = re.compile(
    r"(?:^|[.;:,]\s*|\band\s+)(?:the\s+|an?\s+)?(?P<what>[^\W\d][\w' -]{2,50}?)(?:\s+rates?)?\s+"
    r"(?:(?:will|shall|is|are)\s+)?(?:be\s+)?(?:increase[sd]?|raised|lifted|rises?|changes?|moves?|goes)\s+from\s+(?:\$\s?)?$",
    re.I,
)
#: "Boiler allowance: from $12.50 to $13.00"
_NAMED = re.compile(r"(?:^|[.;]\s*)(?P<what>[A-Z][^:$.;]{2,40}?)\s*[:–—]\s*from\s+$")
_DAYS = r"(?:public\s+holiday|weekend|weekday|Saturday|Sunday)s?"
_FOR = re.compile(
    r"(?:(?!\b(?:and|but|except|excluding|not|other)\b)[^.;]){0,25}?"
    r"\b(?:for\s+(?:an?|the|each|every)\s+(?P<what>(?:[\w -]|(?<=\d),(?=\d)){3,30}?)"
    rf"|(?:on|per)\s+(?:an?\s+|the\s+)?(?P<day>{_DAYS}(?:\s+(?:or|and)\s+(?:{_DAYS}|holidays))?))"
    r"(?=\s+(?:and|or|from)\b|[.,;)](?!\d)|$)"
)
#: "$45 an hour (Grade A)"
_GRADED = re.compile(
    r"[^$.;(]{0,25}\((?P<what>(?:Level|Grade|Step|Band|Tier|Category|Class|Zone|Group)\s+"
    r"[A-Z0-9]{1,3})\)"
)
#: What a figure of a list is for, right before it: "; cold room: 60 cents", "and tea $2".
_BEFORE = re.compile(
    r"(?:^|[:;,(]\s*|\band\s+|\d{4},?\s+(?=(?:the|an?)\s)"
    r"|;\s*from\s+[\w ]{6,20}\d{4},?\s+)(?:(?:the|an?)\s+)?"
    r"(?P<what>(?!(?:and|one|another|further|plus|from|these|this|those"
    r"|to|of|or|by|per|then|thereafter|after|until|each|every|up|at|on|an?|the|is|are|it|they|with|where|which"
    r"|effective|gross|be|paid)\b)[A-Za-z](?:(?!\b(?:is|are|will|shall|be|paid|from|to|of|by|receives?"
    r"|gets?|at)\b)[^\W\d]|[’' -]){2,40}?)\s*(?:[:–—-]|\b(?:is|are)\b)?\s*$",
    re.I,
)
#: "1st year $24, 2nd year $26"
_ORDINAL = re.compile(r"(?P<what>\b\d{1,2}(?:st|nd|rd|th)\s+(?:year|grade|step|level))\W*$", re.I)
#: "From 1 May 2026 deckhands are paid $29"
_WHO_IS_PAID = re.compile(
    r"(?:^|[:;,.]\s*|\d{4},?\s+|\band\s+)(?:(?:the|an?)\s+)?(?P<what>(?!(?:and|it|they|which|who|that|this"
    r"|each|every|from|on)\b)[^\W\d][\w’' -]{2,30}?)"
    r"\s+(?:(?:is|are|will\s+be|shall\s+be)\s+paid|(?:will\s+|shall\s+)?(?:receives?|gets?))\s+$",
    re.I,
)
_KEY = r"(?:Level|Grade|Step|Band|Tier|Category|Class|Zone|Area|Group|Stage|Year|Point)"
_IS = (
    r"(?:(?:it|this|that|the\s+(?:\w+\s+){0,2}?(?:rate|salary|wage|pay|allowance|payment|fee|amount))\s+)?"
    r"(?:is|are|(?:will|shall)\s+be)\s+(?:(?:paid|at)\s+)*"
)
#: Between two figures of a list, of which only the last says the period: " and bosuns ".
_AND_FOR = re.compile(
    rf"[\s,]*(?:and\s+)?(?:(?:on|of|for|at|in)\s+)?{_KEY}\s+(?:\d{{1,2}}|[A-Z]\d?)\s*(?:[:–—=-]\s*|{_IS})?"
    r"|[\s,]*(?:and\s+)?(?:\d(?:st|nd|rd|th)\s+)?(?!(?:a|an)\s)(?:(?!(?:is|are|to|of|plus|from|by|or|then"
    r"|at|in|a|an|further)\b)[^\W\d][\w’'-]*\s+){1,4}",
    re.I,
)
#: "on step 1 the rate is $28, on step 2 it is $29", "level 1 $4,000, level 2 $3,000"
_OF_KEY = re.compile(
    r"(?:^|[:;,(]\s*|\b(?:and|or|on|of|for|at|in)\s+)(?:(?:on|of|for|at|in)\s+)?"
    rf"(?P<what>{_KEY}\s+(?:\d{{1,2}}|[A-Z]\d?))\s*(?:[:–—=-]\s*|{_IS})?$",
    re.I,
)
#: "$8 an hour, except on public holidays, where it is $10"
_APART = re.compile(
    r"\b(?:and|but|except|or)\s+(?:on|for|during|in|at)\s+(?:(?:the|an?)\s+)?"
    rf"(?P<what>(?!(?:each|every|all|any)\b)[^\W\d](?:[\w’' -]){{2,40}}?)"
    rf",?\s+(?:(?:where|when)\s+)?{_IS}$",
    re.I,
)
#: "in charge of 3 to 10 employees $32"
_COUNTED = re.compile(
    r"(?:^|[:;,(]\s*|\bof\s+)(?P<what>\d+\s*(?:to|[–-])\s*\d+\s+[a-z]+)\s*[:–—-]?\s*$", re.I
)
_NAMES = (_ORDINAL, _COUNTED, _OF_KEY, _APART, _BEFORE, _WHO_IS_PAID)
_IDLE_END = re.compile(r"\s+(?:(?:an?\s+)?(?:extra|additional|further)|on|with)$", re.I)
ARTICLE = re.compile(r"^[\s,]*(?:(?:the|an?)\s+)?", re.I)
_NEAR = 30  # figures of a sentence, among which the later one of a thing stands
_RESPECTIVELY = re.compile(r"\brespectively\b|\b(?:these|they)\s+(?:then\s+)?become\b", re.I)


def subject(before: str) -> str:
    """What it is that the words just before a figure say increases; or its label."""
    found = next(
        (match for pattern in (_SUBJECT, _NAMED, _LABEL) if (match := pattern.search(before))), None
    ) or _TABBED.fullmatch(before)
    if found is None:
        return ""
    days_said = values.dates(found["what"])  # "From 1 July 2026 the fee moves from $8 to $9"
    said = found["what"][days_said[-1].end :] if days_said else found["what"]
    return ARTICLE.sub("", said).strip()


def is_for(after: str) -> bool:
    """Do the words behind a figure say what it is for?"""
    return _FOR.match(after) is not None


def told_apart(rates: Sequence[Rate]) -> list[Rate]:
    """Several figures of one unit in a clause, told apart by what the words say they are for."""
    out: list[Rate] = []
    alike = Counter((rate.unit, rate.start) for rate in rates)
    printed: dict[str, dict[object, tuple[str, int]]] = {}
    for rate in rates:
        said = ""
        if alike[rate.unit, rate.start] > 1 and not rate.step:
            if rate.quote not in printed:
                printed[rate.quote] = _places(rate.quote)
            before, end = printed[rate.quote].get(rate.amount, ("", -1))
            found = None
            if end >= 0:
                found = _GRADED.match(rate.quote, end) or _FOR.match(rate.quote, end)
            if found:
                said = (found["what"] or found["day"]).strip()
            elif named := next(filter(None, (each.search(before) for each in _NAMES)), None):
                said = named["what"].strip()
            said = _IDLE_END.sub("", said)
            if said.casefold() == rate.scale.casefold():
                said = ""
        out.append(replace(rate, step=said or rate.step))
    return out


def of_list(rates: Sequence[Rate], between: Sequence[str]) -> list[Rate]:
    """The figures of a sentence with the period that the last of a list says for all of it.

    "deckhands $29 and bosuns $33 per hour"; `between` are the words before each but the first.
    """
    out = list(rates)
    for at in range(len(out) - 2, -1, -1):
        one, other = out[at], out[at + 1]
        listed = units.is_open(one.unit) and _AND_FOR.fullmatch(between[at])
        if listed and " per " in other.unit and units.alike(one.unit, other.unit):
            out[at] = replace(one, unit=other.unit)
    return out


def ended(rates: Sequence[Rate]) -> list[Rate]:
    """The figures of a clause; of two with one name in one sentence the later ends the earlier."""
    out = list(rates)
    for at, rate in enumerate(rates):
        later = [
            each.start
            for each in rates[at + 1 : at + _NEAR]
            if each.step == rate.step and each.quote == rate.quote and each.unit == rate.unit
            and each.start and rate.start and each.start > rate.start and not each.group
        ]  # fmt: skip
        if rate.step and later and rate.end is None and not (rate.until or rate.doubt):
            out[at] = replace(rate, end=days.before(min(later)))
    return out


def _places(quote: str) -> dict[object, tuple[str, int]]:
    """Of each amount of a sentence, where it first ends and the words from the one before it."""
    out: dict[object, tuple[str, int]] = {}
    begun = 0
    for value in values.money(quote):
        out.setdefault(value.value, (quote[begun : value.start], value.end))
        begun = value.end
    return out


def by_order(rates: Sequence[Rate]) -> list[Rate]:
    """Those that "respectively" sets against the ones before them take their names, in order."""
    half = len(rates) // 2
    one, other = list(rates[:half]), list(rates[half:])
    begin = {rate.start for rate in one}, {rate.start for rate in other}
    told = half and len(rates) % 2 == 0 and _RESPECTIVELY.search(rates[0].quote)
    if (
        not told
        or len({rate.quote for rate in rates}) > 1
        or any(len(found) > 1 for found in begin)
    ):
        return list(rates)
    named = [_BEFORE.search(_places(rate.quote).get(rate.amount, ("", 0))[0]) for rate in one]
    names = [rate.step or (found["what"].strip() if found else "") for rate, found in
             zip(one, named, strict=True)]  # fmt: skip
    if "" in names or len(set(names)) < half:
        return list(rates)
    start = other[0].start
    if start and (one[0].start is None or one[0].start < start):
        one = [replace(rate, end=rate.end or days.before(start)) for rate in one]
    both = zip([*one, *other], [*names, *names], strict=True)
    return [replace(rate, step=name) for rate, name in both]
