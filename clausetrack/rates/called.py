"""What a figure is for, as its sentence names it, where neither its step nor its scale says so.

The names are for those who read the rates. They are given last of all: what ends what, and what is
compared with what, goes by the steps that the documents print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack import values
from clausetrack.numbering import NUMBER_WORD
from clausetrack.rates import days, sentences
from clausetrack.rates.model import Rate
from clausetrack.rates.naming import ARTICLE

_KIND = (
    r"(?:allowances?|payments?|loadings?|bonus(?:es)?|supplements?|grants?|fees?|premiums?|money|lump\s+sum"
    r"|reimbursements?|contributions?|honorari(?:um|a)|rates?|salary|salaries|wages?|retainers?|stipend"
    r"|differential|subsid(?:y|ies)|penalt(?:y|ies))"
)
_VERB = (
    r"(?:is|are|was|will|shall|must|may|be|been|paid|receives?|gets?|pays?|has|have|who|where|if"
    r"|when|that)"
)
_NAME = (
    r"(?P<what>(?!(?:the|an?|each|any|every|and|or|with|for|plus|from|at|in|of|to|by|on|up|not)\s)"
    rf"(?:(?!\b{_VERB}\b)[^\W\d_][\w’'/-]*\s+){{1,5}}?{_KIND})"
)
#: Between a name and its figure: "is", "of", "will be paid at the rate of".
_RATE_OF = (
    r"(?:\s+(?:of|is|are|at|be|being|payable|paid|will|shall|must|to|equal|set|up|a|an|the|rate|sum|amount"
    r"|maximum|minimum|not|less|than|least|extra|additional|from|goes|moves|rises|increases|increased"
    r"|raised|lifted|becomes))*\s*[:–—-]?\s*(?:\(\s*)?$"
)
_CALLED = re.compile(
    rf"(?:^|\b(?:the|an?|each|any|every|and|or|with|for|[Pp]lus)\s+|[;:,(]\s*){_NAME}"
    rf"(?:\s+\([^()$]{{1,40}}\)|\s+for\s+(?:(?!\b{_VERB}\b)[\w’'/-]+\s*){{1,5}})?{_RATE_OF}",
    re.I,
)
#: Words of a name that tell nobody which figure it is.
_ALONE = re.compile(
    r"the|an?|this|that|such|each|any|single|flat|new|current|gross|net|one-off|annual|hourly|weekly"
    rf"|minimum|maximum|{_KIND}",
    re.I,
)
#: "Mileage is 95 cents", "The dirt money will be $3".
_IS = re.compile(
    r"\W*(?:(?:the|an?)\s+)?(?P<what>(?!(?:it|this|that|these|those|they|there|which|what|he|she|the|an?|each|all)\b)"
    rf"[^\W\d_][\w’'/-]*(?:\s+(?!{_VERB}\b)[^\W\d_][\w’'/-]*){{0,2}}?)"
    r"\s+(?:is|are|(?:will|shall)\s+be)\s+(?:(?:paid|payable|reimbursed|set)\s+)?(?:at\s+)?(?:up\s+to\s+)?",
    re.I,
)
#: "The minimum rate of a checker is $28; that of a senior checker is $30".
_OF = re.compile(
    r"\b(?:rates?|wages?|salar(?:y|ies)|that|those)\s+(?:of|for)\s+(?:(?:the|an?|each|every)\s+)?"
    rf"(?P<what>(?!(?:pay|wages?)\b)(?:(?!\b{_VERB}\b)[^\W\d_][\w’'/-]*\s+){{1,5}}?)"
    r"(?:is|are|(?:will|shall|must)\s+be)\s+(?:(?:at\s+least|not\s+less\s+than|paid|set|at)\s+)*$",
    re.I,
)
#: "(e) Laundry – $3", and who is paid: "Night shift employees receive an additional $4".
_LABEL = re.compile(r"\W*(?:\(\w{1,4}\)\s*)?(?P<what>[A-Z][^:$.;–—]{2,40}?)\s*[:–—]\s*")
#: The same in an item of a list: "evenings: $2.75".
_ITEM = re.compile(
    r"\W*(?P<what>(?!(?:as|if|that|the|an?|this|it|and|or|for|in|on|at|to|from|by|of|not|up)\b)"
    rf"(?!{_VERB}\b)[a-z][\w’'/-]*(?:\s+(?!{_VERB}\b)[a-z][\w’'/-]*){{0,3}})\s*[:–—]\s+"
)
#: "a payment of $40 as a meal allowance"
_AS = re.compile(rf"[\s)]*as\s+(?:an?|the)\s+{_NAME}\b", re.I)
_PAID = re.compile(
    r"\W*(?:(?:per|an?|each)\s+(?:hour|day|night|week|fortnight|month|year|shift)\W+)?"
    r"(?:(?:and|or)\s+)?(?:(?:the|an?|any|each|every)\s+)?(?P<what>(?!(?:it|this|that|they|he|she|which|the|who|if|when|where)\b)"
    r"[^\W\d_](?:(?!\b(?:is|are|will|shall|must|receives?|gets?|earns?|paid)\b)[\w’' /-])+?)\s+"
    r"(?:(?:is|are|(?:will|shall|must)\s+be)\s+paid|(?:(?:will|shall|must)\s+)?(?:receives?|get|earns?)|gets)\s+"
    r"(?:(?:an?|the|at|extra|additional|allowance|payment|sum|amount|of|rate|up\s+to|not\s+less\s+than)\s+)*",
    re.I,
)
#: "Long service: after 5 years $500, after 10 years $1,000": what each figure of a list is for.
_LIMB = re.compile(
    r"(?:^|[,;:]|\band|\bor)\s*(?P<what>(?:after|for|over|under|up\s+to(?!\s+an?\b)|more\s+than|less\s+than)\s"
    rf"(?:(?!\b{_VERB}\b)[^,;:$.]){{2,40}}?)(?<=\S)(?<!\band)(?<!\bor)\s*[:–—-]?\s*$",
    re.I,
)
#: "From 1 July 2026 the mate receives $5"
_LEADS = re.compile(r"(?:(?:with\s+)?effect(?:ive)?\s+)?(?:from|on|as\s+of)?\s*", re.I)
#: Whose the figures are where the words say no more than that.
_ANYBODY = re.compile(
    r"(?:all\s+)?(?:employees?|workers?|staff|members?|persons?|those|the\s+\w+)", re.I
)
_WHO = re.compile(r"\b(?:employees?|workers?|teachers?|staff|members?|drivers?|those)\b", re.I)
_WHOSE = re.compile(rf"(?:[\w’'-]+\s+)?{_WHO.pattern}['’]?\s+{_KIND}", re.I)
#: Between two figures of one thing: " an hour, or ", " on Sundays and ", and nobody else's.
_SAME_THING = re.compile(
    rf"(?:(?!\b(?:gets?|receives?|earns?)\b|{_WHO.pattern})[^;.:$])*\b(?:and|or|then)\s+(?:of\s+)?"
    rf"|(?:(?!\b(?:for|to|gets?|receives?|earns?)\b|{_WHO.pattern})[^;.:$])*,\s*(?:then\s+)?",
    re.I,
)
#: Behind a figure: which of several of one thing it is.
_PERIOD = r"\s*(?:(?:per|an?|each)\s+\w+\s+)?"
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)?(?:\s*(?:[ap]m\b|[ap]\.m\.))?|noon|midday|midnight)"
_WHICH = re.compile(
    rf"{_PERIOD}for\s+(?:(?:all|any)\s+)?(?P<hours>(?:hours|time|work)\s+(?:worked\s+)?between\s+{_TIME}\s+and\s+{_TIME})"
    rf"|{_PERIOD}(?P<after>after\s+(?:\d+|{NUMBER_WORD})\s+(?:\(\d+\)\s+)?(?:year|month)s?(?:[’']?\s+service)?)"
    rf"|{_PERIOD}for\s+(?P<for>(?!each|every|an?\b|the\b)[a-z][^,;.:$\d]{{2,40}}?)"
    r"(?=\s*(?:[,;.]|\b(?:and|or)\b|$))"
    rf"|{_PERIOD}(?:on|in|for|during)\s+(?:the\s+)?"
    r"(?P<on>(?:public\s+holidays?|weekends?|weekdays?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|(?:first|second|third|fourth|fifth)(?:\s+(?:year|week|month|hour)s?|(?=\s*[,.;]))"
    r"|\w+\s+shifts?|nights?)"
    r"(?:\s+(?:or|and)\s+(?:public\s+holidays?|weekends?|(?:Satur|Sun)days?))?)(?=\W|$)"
    rf"|{_PERIOD}\((?P<in>[a-z][^()$\d]{{2,40}}(?:\d+\s+(?:months?|years?|weeks?|hours?)[^()$\d]{{0,15}})?)\)"
    rf"|{_PERIOD}(?P<if>(?:if|where|when)\s[^,;.$]{{3,50}})",
    re.I,
)
#: "a premium of one dollar and ten cents ($1.10)": the same sum in words.
_IN_WORDS = re.compile(
    rf"(?:\b(?:{NUMBER_WORD}|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and|dollars?|cents?)[\s-]+)+"
    r"\(\s*$",
    re.I,
)
_LONGEST = 60  # characters of a name
_NEAR = 400  # characters before a figure in which its name stands
_ROW = " | "  # between the cells of a table, whose figures have their steps


def called(rates: Sequence[Rate]) -> list[Rate]:
    """The rates, each with the name that its words give it, where it has none."""
    out: list[Rate] = []
    said: list[values.Value] = []  # the amounts of the sentence that are still to come
    quote = name = ""
    begin, several = 0, False
    for rate in rates:
        if rate.quote != quote:
            goes_on = out and sentences.THIS.match(days.undated(rate.quote))
            last = out[-1].step if goes_on and _follows(out[-1], rate) else ""
            quote, name, begin = rate.quote, last, 0
            said = [] if _ROW in quote else list(values.money(quote))
            several = len(said) > 1
        at = next((at for at, value in enumerate(said) if value.value == rate.amount), None)
        if at is None:
            out.append(rate)
            continue
        spot, said = said[at], said[at + 1 :]
        before = _IN_WORDS.sub("", quote[max(begin, spot.start - _NEAR) : spot.start])
        follows = out and _follows(out[-1], rate)
        same = (begin or name) and (follows or _SAME_THING.fullmatch(before))
        own = _as(quote, spot.end, rate.scale) or _name(before, rate.scale)
        name, begin = own or (name if same else ""), spot.end
        which = _which(quote, before, begin) if several else ""
        if which and not name and not rate.step:
            rate = replace(rate, step=which)
        out.append(_with(rate, name, which))
    return out


def _follows(one: Rate, other: Rate) -> bool:
    """Does a figure of a clause begin on the day after the one before it?"""
    return bool(
        one.end and other.start and one.clause == other.clause
        and days.before(other.start) == one.end
    )  # fmt: skip


def _as(quote: str, end: int, scale: str) -> str:
    """What the words behind a figure call it: "$40 as a meal allowance"."""
    found = _AS.match(quote, end)
    name = " ".join(found["what"].split()) if found else ""
    return "" if _plain(name) in _plain(scale) else name


def _which(quote: str, before: str, end: int) -> str:
    """Which of several figures of a sentence one is, by the words before or behind it."""
    limb, behind = _LIMB.search(before), _WHICH.match(quote, end)
    said = limb["what"] if limb else behind[behind.lastgroup or 0] if behind else ""
    return " ".join(said.split())


def _with(rate: Rate, name: str, which: str) -> Rate:
    """A rate with its name as the step, or where it has a step as the group."""
    is_step = name.casefold() == rate.step.casefold()
    known = name.casefold() in f"{rate.step} {rate.group}".casefold()
    known = known or (rate.step != "" and rate.step.casefold() in name.casefold())
    if not name or (known and not (which and is_step)):
        return rate
    if rate.step and not is_step:
        return rate if rate.group else replace(rate, group=name)
    return replace(rate, step=which, group=name) if which else replace(rate, step=name)


def _name(before: str, scale: str) -> str:
    """What the words right before a figure call it, "" where its scale says that already."""
    found = _CALLED.search(before)
    while found is not None and (later := _CALLED.search(before, found.start() + 1)):
        found = later
    first = before.rpartition(":")[2]  # "Drivers are paid: Class 2 – $28"
    label = next(filter(None, (each.fullmatch(before) for each in (_LABEL, _PAID, _ITEM))), None)
    label = label or _LABEL.fullmatch(first)
    if found is None and label:
        day = next(iter(values.dates(label["what"])), None)
        leads = day and _LEADS.fullmatch(label["what"], 0, day.start)
        who = ARTICLE.sub("", label["what"][day.end if day and leads else 0 :])
        who = " ".join(who.split())
        anybody = _ANYBODY.fullmatch(who) or _plain(who) in _plain(scale)
        return "" if anybody or not who or len(who) > _LONGEST else who
    of = _OF.search(before) if found is None else None
    found = found or of or _IS.fullmatch(before)
    if found is None or len(found["what"]) > _LONGEST:
        return ""
    name = " ".join(found["what"].split())
    if not of and _WHO.search(name) and not _WHOSE.fullmatch(name):
        return ""
    words = [word for word in re.findall(r"[\w’'-]+", name) if not _ALONE.fullmatch(word)]
    known = _plain(scale)
    return name if not all(_plain(word) in known for word in words) else ""


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")
