"""The amounts that sentences set: "$2,000 per annum increasing to $2,400 from 28 January 2026"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from clausetrack import values
from clausetrack.errors import FINDINGS
from clausetrack.model import Clause, Finding
from clausetrack.rates import days, spoken, units
from clausetrack.rates.model import Mention, Rate
from clausetrack.rates.places import Places, agreement
from clausetrack.rates.spoken import Spoken

_ENDS = re.compile(
    r"\b(?:ceases?|no\s+longer|is\s+not\s+paid|are\s+not\s+paid|discontinued?|ends?\b|abolish)",
    re.I,
)
_CURRENTLY = re.compile(r"\b(?:currently|at present|used to|formerly|until now)\b", re.I)
_SAME_DATE = re.compile(r"\bfrom\s+(?:the\s+same|that)\s+(?:date|day)\b", re.I)
#: What stands between the old figure of a thing and the new one.
_GROWS = re.compile(
    r"\b(?:increas\w+|ris(?:es|ing|en)|moving|changing|reduc\w+|then|thereafter)\b.{0,40}?\bto\b"
    r"|\b(?:substitut|insert|replac)(?:e|es|ed|ing)\b[^.;\d]{0,30}$|^[^.;(,\d]{0,24}\bwith\W*$"
    r"|[\"”]\s*(?:with|by|and\s+(?:insert|substitut)\w+)\s+[\"“]\s*$"
    r"|^(?:[^.;(]|p\.a\.)*(?<!up )\bto\b(?:\s+\w+){0,4}\s*$",
    re.I,
)
#: Between two figures that have each their day and nothing else of their own.
_NEXT = re.compile(
    r"\W*(?:and|then|and\s+then)\s+(?:a\s+further\s+)?(?:to\s+)?"
    r"(?:it\s+(?:is|becomes|(?:will|shall)\s+be)\s+)?\W*$",
    re.I,
)
#: The same between all but the last two of a list.
_LISTED = re.compile(r"\s*,\s*\$?")
_FOREIGN = re.compile(r"[£€¥]\s?\d[\d,.]*\d")
_DATED = re.compile(
    r"\b(?:with\s+effect|effective|on\s+and\s+from|from|on|gross|per\s+\w+|p\.a\.?"
    r"|an?\s+(?:hour|day|night|week|fortnight|month|year|shift|kilometre))(?=\W|$)",
    re.I,
)
_THEN = re.compile(
    r"\b(?:thereafter|(?:after|following)\s+(?:that(?:\s+date)?|which)|from\s+then(?:\s+on)?)\b",
    re.I,
)
#: A label right before its figure: "Level 1 $1,200", "Grade B: $31.40".
_LABEL = re.compile(
    r"(?:^|[\s(;,])(?P<what>(?:Level|Grade|Step|Band|Tier|Category|Class|Zone|Area|Group|Stage)\s+"
    r"[A-Z0-9]{1,3})\s*[:–—-]?\s*$"
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_AND = re.compile(r"\s*(?:gross\s+)?and\s+")
_TABBED = re.compile(r"(?P<what>[^\t$]{1,60}?)\s*\t\s*$")
_OR = re.compile(r"\s*or\s*")
_SUBJECT = re.compile(
    r"(?:^|[.;:,]\s*|\band\s+)(?:the\s+|an?\s+)?(?P<what>[^\W\d][\w' -]{2,50}?)(?:\s+rates?)?\s+"
    r"(?:will\s+|shall\s+)?(?:increase[sd]?|rises?|changes?|moves?|goes)\s+from\s+(?:\$\s?)?$",
    re.I,
)
#: "Boiler allowance: from $12.50 to $13.00"
_NAMED = re.compile(r"(?:^|[.;]\s*)(?P<what>[A-Z][^:$.;]{2,40}?)\s*[:–—]\s*from\s+$")
_FOR = re.compile(
    r"[^.;]{0,25}?\b(?:for\s+(?:an?|the|each|every)\s+(?P<what>(?:[\w -]|(?<=\d),(?=\d)){3,30}?)"
    r"|on\s+(?:an?\s+|the\s+)?(?P<day>(?:public\s+holiday|weekend|weekday|Saturday|Sunday)s?))"
    r"(?=\s+(?:and|or|from)\b|[.,;](?!\d)|$)"
)
#: "$45 an hour (Grade A)"
_GRADED = re.compile(
    r"[^$.;(]{0,25}\((?P<what>(?:Level|Grade|Step|Band|Tier|Category|Class|Zone|Group)\s+"
    r"[A-Z0-9]{1,3})\)"
)
_ROW = 2  # amounts between tabs or bars in one paragraph: a row of a table that lost its grid
_AMOUNT = re.compile(r"(?<![\d,.])(?:\$\s*\d[\d,.]*|\d{1,3}(?:,\d{3})+(?:\.\d\d)?)(?![\d,])")


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one clause's text sets."""

    rates: tuple[Rate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()


def read(clause: Clause, places: Places) -> SentenceReading:
    """The figures in the text of a clause, those that set nothing, and those not to be read."""
    text = clause.own_text.replace("*", "")
    findings: list[Finding] = []
    heading = clause.heading_text
    if values.money(heading) or len(_AMOUNT.findall(heading)) >= _ROW:
        message = "an amount stands in a heading and gives no rate"
        findings.append(_unread(message, clause, places.named(clause), heading))
    if max(text.count("\t"), text.count(" | ")) >= _ROW and len(_AMOUNT.findall(text)) >= _ROW:
        message = "a row of amounts stands in no table and gives no rate"
        findings.append(_unread(message, clause, places.named(clause), text))
        text = ""
    if places.is_cell(clause):
        message = "an amount stands in a line of its own, like a cell that lost its table"
        findings.append(_unread(message, clause, places.named(clause), text))
        text = ""
    for foreign in _FOREIGN.findall(text):
        message = "an amount is in another currency than dollars and gives no rate"
        findings.append(_unread(message, clause, places.named(clause), foreign))
    rates: list[Rate] = []
    mentions: list[Mention] = []
    last: date | None = None
    for sentence in days.SENTENCE.split(text):
        found = spoken.find(sentence)
        if not found:
            last = values.only_date(sentence) or last
            continue
        where = places.named(clause, sentence)
        kept: list[Spoken] = []
        changed = [
            (value.start, value.end)
            for value in values.percentages(sentence)
            if not sentence[: value.start].rstrip().endswith("(")
            and not any(f.start < value.end and value.start < f.end for f in found)
        ]
        reasons = spoken.reasons(sentence, found, note=clause.kind == "note")
        for figure, why in zip(found, reasons, strict=True):
            if figure.amount is None:
                message = "a figure is not written as one amount and gives no rate"
                findings.append(_unread(message, clause, where, figure.text))
            elif why:
                mentions.append(Mention(where, figure.text, why, clause.source))
                changed += [(figure.start, figure.end)] if why == spoken.CHANGE else []
            else:
                kept.append(figure)
        scale, step = places.name(clause)
        blank = Rate(
            agreement(places.document), where, scale, step, "", Decimal(0), "",
            None, None, clause.source, sentence.strip(),
        )  # fmt: skip
        same_day = last if _SAME_DATE.search(sentence) else None
        for rate in _rates(blank, sentence, kept, same_day, changed):
            if rate.start and rate.end and rate.start > rate.end:
                message = "a figure would end before it begins and gives no rate"
                findings.append(_unread(message, clause, where, sentence))
            else:
                rates.append(rate)
        last = values.only_date(sentence) or last
    return SentenceReading(tuple(_told_apart(rates)), tuple(mentions), tuple(findings))


def is_current(rate: Rate) -> bool:
    """Does the sentence speak of what is paid now, so that no later day is its beginning?"""
    return bool(_CURRENTLY.search(rate.quote))


def _rates(
    blank: Rate,
    sentence: str,
    kept: Sequence[Spoken],
    same_day: date | None,
    changed: Sequence[tuple[int, int]],
) -> list[Rate]:
    """The rates of one sentence: `blank` with each figure's amount, unit and days.

    `changed` are the places of changes, which have days of their own ("and by 5% from May").
    """
    own = [(figure.start, figure.end) for figure in kept]
    places = sorted({*own, *changed})
    periods = dict(zip(places, days.of_figures(sentence, places), strict=True))
    spans = [periods[place] for place in own]
    out: list[Rate] = []
    once = units.is_once(sentence)
    for place, (figure, (start, end)) in enumerate(zip(kept, spans, strict=True)):
        before = sentence[max(0, figure.start - spoken.NEAR) : figure.start]
        after = sentence[figure.end : kept[place + 1].start if place + 1 < len(kept) else None]
        unit = figure.unit or units.of_sentence(before, after, once=once)
        if figure.currency:
            unit = units.in_currency(unit, figure.currency)
        if units.is_paid_once(unit):
            start = end = None  # days of such a sentence say who is paid, and not from when
        elif start is None and end is None:
            start = same_day
        if start and _ENDS.search(after):
            end, start = days.before(start), None
        assert figure.amount is not None
        if out and start is None and end is None and out[-1].end:
            around = sentence[kept[place - 1].end : figure.start] + after
            start = out[-1].end + timedelta(days=1) if _THEN.search(around) else None
        rate = replace(
            blank, amount=figure.amount, unit=unit, start=start, end=end,
            step=_subject(before) or blank.step,
            dated_by="sentence" if start or end else "",
        )  # fmt: skip
        if out:
            between = sentence[kept[place - 1].end : figure.start]
            out[-1], rate = _series(out[-1], rate, between, after)
            if _AND.fullmatch(between) and _BETWEEN.search(sentence[: kept[place - 1].start]):
                out[-1] = replace(out[-1], step="minimum", unit=rate.unit)
                rate = replace(rate, step="maximum")
        out.append(rate)
    return out


def _series(last: Rate, rate: Rate, between: str, after: str) -> tuple[Rate, Rate]:
    """Two figures of a sentence; where the later is what the earlier becomes, joined to it."""
    grows = bool(_GROWS.search(between)) or _follows(last, rate, between, after)
    if not (grows or _OR.fullmatch(between)) or not units.alike(last.unit, rate.unit):
        return last, rate
    rate = replace(rate, step=rate.step or last.step)
    if units.is_open(last.unit):
        last = replace(last, unit=rate.unit)  # "from 20 or 17 cents per kilometre"
    if grows and rate.start and last.end is None:
        last = replace(last, end=days.before(rate.start), dated_by="sentence")
    return last, rate


def _follows(last: Rate, rate: Rate, between: str, after: str) -> bool:
    """ "$38 a week from 1 July 2026 and $39 a week from 1 July 2027": is it one thing, twice?"""
    if not (last.start and rate.start and last.start < rate.start and last.unit == rate.unit):
        return False
    for day in reversed(values.dates(between)):
        between = between[: day.start] + between[day.end :]
    said = _DATED.sub("", between)
    listed = _LISTED.fullmatch(said) and not _FOR.match(after)
    return bool(listed or _NEXT.fullmatch(said))


def _subject(before: str) -> str:
    """What it is that the words just before a figure say increases; or its label."""
    found = next(
        (match for pattern in (_SUBJECT, _NAMED, _LABEL) if (match := pattern.search(before))), None
    ) or _TABBED.fullmatch(before)
    return found["what"].strip() if found else ""


def _told_apart(rates: list[Rate]) -> list[Rate]:
    """Several figures of one unit in a clause, told apart by what the words say they are for."""
    out = []
    alike = Counter((rate.unit, rate.start) for rate in rates)
    printed: dict[str, dict[object, int]] = {}  # where each amount of a sentence first ends
    for rate in rates:
        found = None
        if alike[rate.unit, rate.start] > 1 and not rate.step:
            if rate.quote not in printed:
                amounts = reversed(values.money(rate.quote))
                printed[rate.quote] = {v.value: v.end for v in amounts}
            end = printed[rate.quote].get(rate.amount)
            if end is not None:
                found = _GRADED.match(rate.quote, end) or _FOR.match(rate.quote, end)
        said = (found["what"] or found["day"]).strip() if found else rate.step
        out.append(replace(rate, step=said))
    return out


def _unread(message: str, clause: Clause, where: str, quote: str) -> Finding:
    code = "rate-unread"
    return Finding(
        code, FINDINGS[code], message, where, clause.source, " ".join(quote.split())[:160]
    )
