"""The amounts that sentences set: "$2,000 per annum increasing to $2,400 from 28 January 2026"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from clausetrack import currency, values
from clausetrack.errors import finding
from clausetrack.model import Clause, Finding
from clausetrack.numbering import NUMBER_WORD
from clausetrack.rates import (
    beside,
    days,
    headings,
    naming,
    paid,
    ranges,
    rises,
    series,
    spoken,
    understood,
    units,
)
from clausetrack.rates.model import Mention, Rate
from clausetrack.rates.places import Places, agreement
from clausetrack.rates.spoken import Spoken

_ENDS = re.compile(
    r"\b(?:ceases?|no\s+longer|is\s+not\s+paid|are\s+not\s+paid|discontinued?|ends?\b|abolish)",
    re.I,
)
#: On that day it may be paid for the last time, or no more.
_CEASES_ON = re.compile(
    r"\b(?P<how>ceases?|discontinued|ends?|abolished)\s+(?:(?:to\s+be\s+)?(?:paid|payable)\s+)?on\s+$",
    re.I,
)
_CURRENTLY = re.compile(r"\b(?:currently|at present|used to|formerly|until now)\b", re.I)
_SAME_DATE = re.compile(r"\bfrom\s+(?:the\s+same|that)\s+(?:date|day)\b", re.I)
_TWO = re.compile(r"\W*\band\b\W*")
#: An amount that has no sign: in words alone, or behind the name of its currency.
_UNSIGNED = re.compile(
    rf"(?<!\()\b(?:(?:{NUMBER_WORD}|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and)[\s-]+){{1,12}}"
    r"(?<!and )dollars\b(?!\s*\()|\b(?:NZD|AUD|CAD|USD|GBP|EUR)\s?\d[\d,]*(?:\.\d+)?",
    re.I,
)
_THEN = re.compile(
    r"\b(?:thereafter|afterwards|then|(?:after|following)\s+(?:that(?:\s+date)?|which)|from\s+then(?:\s+on)?"
    r"|from\s+(?:the\s+(?:following|next)\s+day|that\s+(?:date|day))"
    r"|for\s+the\s+(?:year\s+following|following\s+year))\b",
    re.I,
)
_UNTIL_THEN = re.compile(r"\b(?:until|before|up\s+to)\s+then\b", re.I)
_YEAR_LATER = re.compile(r"\b(?:twelve\s+months|one\s+year|a\s+year)\s+later\b", re.I)
#: What is said of a figure of the sentence before: "From 1 June 2026 this becomes $3.65".
_THIS = re.compile(
    rf"\W*(?:(?:(?:with\s+effect\s+)?(?:as\s+)?(?:from|on|effective|on\s+and\s+from|{days.WEF})\W+)?)"
    r"(?:this|it|that|(?:this|that|the)\s+(?:rate|allowance|amount|fee|payment|sum|figure))\s+"
    r"(?:will\s+|shall\s+|then\s+)*(?:be\b|becomes?|is\b|rises?|increases?|goes|moves?|changes?)",
    re.I,
)
#: "$28 ($2 above the rate of a hand)": what it comes to stands before it.
_IN_BRACKETS = re.compile(r"[(,]\s*(?:(?:being|which\s+is|that\s+is|i\.e\.,?)\s+)?$")
_CHANGES = (spoken.CHANGE, rises.STATED, beside.MEASURED)
_LONGEST = 600  # characters of a quotation, before its spaces are made one
_ROW = 2  # amounts between tabs or bars in one paragraph: a row of a table that lost its grid
_AMOUNT = re.compile(r"(?<![\d,.])(?:\$\s*\d[\d,.]*|\d{1,3}(?:,\d{3})+(?:\.\d\d)?)(?![\d,])")


#: A figure, or the two ends of a range.
Group = tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one clause's text sets."""

    rates: tuple[Rate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: tuple[date, ...] = ()  # the days of figures that were not read: no other has them
    unsure: str = ""  # what a sentence without figures says of them with a day: "It lapses on …"


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
    for foreign in currency.FOREIGN.findall(text):
        findings.append(_unread(currency.IN_NO_DOLLARS, clause, places.named(clause), foreign))
    for unsigned in _UNSIGNED.finditer(text):
        message = "an amount is written without a sign and gives no rate"
        findings.append(_unread(message, clause, places.named(clause), unsigned[0]))
    rates: list[Rate] = []
    mentions: list[Mention] = []
    last: date | None = None
    refused: set[date] = set()
    unsure = ""
    over, heading, said = places.above(clause), places.heading(clause), ""
    for sentence in days.SENTENCE.split(text):
        if currency.FOREIGN.search(sentence) or _UNSIGNED.search(sentence):
            refused |= _days(sentence)
        above = f"{over}\n{said[-spoken.NEAR :]}"
        found = spoken.find(sentence)
        percents = [
            (value, why)
            for value, why in rises.percents(sentence, above, heading, of_pay=bool(rates))
            if not any(f.start < value.end and value.start < f.end for f in found)
        ]
        where = places.named(clause, sentence)
        followers = rises.followers(sentence)
        if not found and not percents and not followers:
            if words := understood.unknown_of_all(sentence):
                unsure = unsure or words
                refused |= _days(sentence)
            last = values.only_date(sentence) or last
            said += f"\n{sentence.strip()}"
            continue
        kept: list[Spoken] = []
        others: list[tuple[int, int, str, str]] = []
        reasons = spoken.reasons(sentence, found, note=clause.kind == "note")
        for figure, why in zip(found, reasons, strict=True):
            if figure.amount is None:
                message = "a figure is not written as one amount and gives no rate"
                findings.append(_unread(message, clause, where, figure.text))
                refused |= _days(sentence)
            elif why:
                others.append((figure.start, figure.end, figure.text, why))
            else:
                kept.append(figure)
        spots = [(f.start, f.end) for f in kept]
        ranged, doubtful = ranges.find(sentence, kept, above)
        open_day = days.is_open(sentence, spots) or _is_either(sentence, spots)
        if doubtful or open_day:
            message = (
                "the words do not say whether this is a range or a rise; it gives no rate"
                if doubtful
                else "the words do not say which figure the day belongs to; it gives no rate"
            )
            findings += [_unread(message, clause, where, sentence) for _ in kept]
            refused |= _days(sentence)
            kept = []
        changed_was = [
            (start, end) for start, end, _, why in others if series.was_until(sentence, end, why)
        ]
        others += [(value.start, value.end, value.text, why) for value, why in percents]
        others += [(*m.span("what"), m["what"], rises.STATED) for m in followers]
        ends = [figure.end for figure in kept]
        changed = [
            (start, end)
            for start, end, _, why in others
            if why in _CHANGES and not _is_of_result(sentence, ends, start)
        ]
        changed += [
            (value.start, value.end)
            for value in values.percentages(sentence)
            if not sentence[: value.start].rstrip().endswith("(")
            and not any(f.start < value.end and value.start < f.end for f in found)
            and not _is_of_result(sentence, ends, value.start)
        ]
        changed += changed_was
        scale, step = places.renamed(clause, sentence) if said.strip() else places.name(clause)
        blank = Rate(
            agreement(places.document), where, scale, step, "", Decimal(0), "",
            None, None, clause.source, sentence.strip(),
        )  # fmt: skip
        groups = [
            tuple(kept[at : at + 2]) if at in ranged else (figure,)
            for at, figure in enumerate(kept)
            if at - 1 not in ranged
        ]
        mentions += _mentions(blank, sentence, groups, others, changed)
        same_day = last if _SAME_DATE.search(sentence) else None
        made = _rates(blank, sentence, groups, same_day, changed)
        made = series.after_what_was(made, sentence, others)
        if made and rates and series.OPENS_THEN.match(sentence):
            made[0] = series.then(rates[-1], made[0])
        if doubt := understood.doubt(
            sentence, [(group[0].start, group[-1].end) for group in groups], changed,
            [(f.start, f.end) for f in found],
        ):  # fmt: skip
            made = [_doubted(rate, doubt) for rate in made]
            refused |= _days(sentence)
        if made and _THIS.match(series.undated(sentence)):
            open_ones = [rate for rate in rates if rate.end is None and not rate.until]
            if len(open_ones) > 1:
                message = "the words do not say which figure this one follows; it gives no rate"
                findings.append(_unread(message, clause, where, sentence))
                refused |= _days(sentence)
                made = []
            elif open_ones and made[0].start and units.alike(open_ones[0].unit, made[0].unit):
                at = rates.index(open_ones[0])
                rates[at], made[0] = series.joined(rates[at], made[0])
        if not series.they_follow(rates, made, sentence):
            message = "the words do not say which figures these follow; they give no rate"
            findings.append(_unread(message, clause, where, sentence))
            refused |= _days(sentence)
            made = []
        for rate in made:
            if rate.start and rate.end and rate.start > rate.end:
                message = "a figure would end before it begins and gives no rate"
                findings.append(_unread(message, clause, where, sentence))
            else:
                rates.append(rate)
        last = values.only_date(sentence) or last
        said += f"\n{sentence.strip()}"
    told = tuple(naming.ended(naming.told_apart(rates)))
    return SentenceReading(told, tuple(mentions), tuple(findings), tuple(sorted(refused)), unsure)


def is_current(rate: Rate) -> bool:
    """Does the sentence speak of what is paid now, so that no later day is its beginning?"""
    return bool(_CURRENTLY.search(rate.quote))


def _mentions(
    blank: Rate,
    sentence: str,
    groups: Sequence[Group],
    others: Sequence[tuple[int, int, str, str]],
    changed: Sequence[tuple[int, int]],
) -> list[Mention]:
    """The figures of a sentence that set nothing, those that change others with their day."""
    out: list[Mention] = []
    own = [(group[0].start, group[-1].end) for group in groups]
    places = sorted({*own, *changed})
    periods = dict(zip(places, days.of_figures(sentence, places), strict=True))
    supposed = spoken.supposed(sentence)
    for start, end, text, why in sorted(others):
        begins = periods.get((start, end), (None, None))[0]
        at = bisect_left(own, (start, end))
        told = _is_of_result(sentence, [place[1] for place in own[at - 1 : at]], start) or (
            at < len(own) and rises.RESULT.fullmatch(sentence, end, own[at][0])
        )
        is_open = why in _CHANGES and not told and start < supposed
        is_open |= why == rises.SHARE and rises.is_rate(sentence, start, end)
        is_open &= why != beside.MEASURED or not (at and _IN_BRACKETS.search(sentence[:start]))
        out.append(Mention(blank.clause, text, why, blank.source, begins, blank.quote, is_open))
    return out


def _is_of_result(sentence: str, ends: Sequence[int], start: int) -> bool:
    """Is the change at `start` that by which the figure before it came about?

    `ends` are those of the figures; the day behind such a change is the figure's.
    """
    at = bisect_left(ends, start)
    return bool(at and rises.OF_RESULT.fullmatch(sentence, ends[at - 1], start))


def _rates(
    blank: Rate,
    sentence: str,
    groups: Sequence[Group],
    same_day: date | None,
    changed: Sequence[tuple[int, int]],
) -> list[Rate]:
    """The rates of one sentence: `blank` with each figure's amount, unit and days.

    `groups` are the figures, the two ends of a range together; `changed` are the places of
    changes, which have days of their own ("and by 5% from May").
    """
    own = [(group[0].start, group[-1].end) for group in groups]
    places = sorted({*own, *changed})
    periods = dict(zip(places, days.runs(sentence, places), strict=True))
    out: list[list[Rate]] = []
    is_once = units.is_once(sentence)
    led = bool(own) and _UNTIL_THEN.search(sentence[: own[0][0]]) is not None
    for place, (group, spot) in enumerate(zip(groups, own, strict=True)):
        (start, event), (end, until) = map(_or_words, periods[spot])
        limit = own[place + 1][0] if place + 1 < len(own) else len(sentence)
        begun = own[place - 1][1] if place else 0
        before = sentence[max(0, spot[0] - spoken.NEAR) : spot[0]]
        after = sentence[spot[1] : limit]
        figure = group[-1]
        again = bool(out) and units.is_paid_once(out[-1][-1].unit)
        between = series.DATED.sub("", series.undated(sentence[begun : spot[0]]))
        again = again and bool(series.NEXT.fullmatch(between) or series.LISTED.fullmatch(between))
        once = is_once or paid.is_payment(before, after, again=again)
        unit = figure.unit or units.of_sentence(before, after, once=once)
        if units.is_open(unit) and figure is not group[0]:
            inside = sentence[group[0].end : figure.start]
            unit = units.of_sentence(before, inside, once=once)
        if figure.currency:
            unit = units.in_currency(unit, figure.currency)
        pay_day = None
        if units.is_paid_once(unit):
            start = end = None  # days of such a sentence say who is paid, and not from when
            until = event = ""
            pay_day = paid.day(sentence, *spot, limit)
        elif not (start or end or until or event):
            start = same_day
            event = "" if start else headings.year_behind(after)
        if start and _ENDS.search(after):
            on = [d for d in values.dates(after) if _CEASES_ON.search(after[: d.start])]
            until = f"the day on which it ceases, {values.day_text(start)}" if on else ""
            end, start = None if on else days.before(start), None
        last = out[-1][-1] if out else None
        around = sentence[begun : spot[0]] + after
        if led and start is not None and periods[spot] == periods[own[0]]:
            end, start = days.before(start), None  # "paid from 1 May; until then it is $5"
        elif last and _UNTIL_THEN.search(sentence[begun : spot[0]]) and (last.start or last.event):
            start, end = None, days.before(last.start) if last.start else None
            until, event = last.event, ""
        elif last and (last.end or last.until) and _THEN.search(around):
            same = start in {None, last.start} and end in {None, last.end}
            if same and event in {"", last.event}:
                start = last.end + timedelta(days=1) if last.end else None
                end, event, until = None, last.until, ""
                if units.is_open(unit) and units.alike(unit, last.unit):
                    unit = last.unit
        elif last and last.start and start is None and _YEAR_LATER.search(around):
            start = days.a_year_after(last.start)
        made = [
            replace(
                blank, amount=each.amount, unit=unit, start=start, end=end, until=until,
                event=event, paid=pay_day, step=naming.subject(before) or blank.step,
                dated_by="sentence" if start or end or event or until else "",
                note=beside.note(sentence, before, spot[1]),
            )
            for each in group if each.amount is not None
        ]  # fmt: skip
        if len(group) > 1:
            ends = zip(made, ("minimum", "maximum"), strict=True)
            made = [replace(rate, group=rate.step, step=name) for rate, name in ends]
        if out and len(out[-1]) == len(made):
            between = sentence[begun : spot[0]]
            pairs = [series.pair(a, b, between, after) for a, b in zip(out[-1], made, strict=True)]
            out[-1], made = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        out.append(made)
    if all(out):
        series.equivalents(out, sentence, own)
    listed = [rate for made in out for rate in made]
    if len(listed) == len(own):
        gaps = [sentence[one[1] : other[0]] for one, other in pairwise(own)]
        listed = naming.of_list(listed, gaps)
    return naming.by_order(listed)


def _or_words(moment: days.Moment | None) -> tuple[date | None, str]:
    """A day, or the words that stand for one."""
    return (None, moment) if isinstance(moment, str) else (moment, "")


def _doubted(rate: Rate, doubt: str) -> Rate:
    """A figure whose day is not decided, for the words that stand round it.

    Of a sum paid once the days say who is paid, and none is a day that it runs from.
    """
    if units.is_paid_once(rate.unit):
        return rate
    return replace(rate, start=None, end=None, event="", until="", doubt=doubt, dated_by="")


def _is_either(sentence: str, places: Sequence[tuple[int, int]]) -> bool:
    """ "$12 and $15 from 1 July 2026": does the second follow the first, or are there two?"""
    periods = days.of_figures(sentence, places)
    for at, (one, other) in enumerate(pairwise(places)):
        between = sentence[one[1] : other[0]]
        behind = periods[at] == (None, None) and periods[at + 1][0] and not values.dates(between)
        if behind and _TWO.fullmatch(series.DATED.sub("", between)):
            end = places[at + 2][0] if at + 2 < len(places) else len(sentence)
            return not naming.is_for(sentence[other[1] : end])
    return False


def _days(sentence: str) -> set[date]:
    return {day.value for day in values.dates(sentence) if isinstance(day.value, date)}


def _unread(message: str, clause: Clause, where: str, quote: str) -> Finding:
    shown = " ".join(quote[:_LONGEST].split())[:160]
    return finding("rate-unread", message, where, clause.source, shown)
