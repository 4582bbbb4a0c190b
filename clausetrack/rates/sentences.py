"""The amounts that sentences set: "$2,000 per annum increasing to $2,400 from 28 January 2026"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from clausetrack import currency, values
from clausetrack.errors import finding
from clausetrack.model import Clause, Finding
from clausetrack.numbering import NUMBER_WORD
from clausetrack.rates import (
    beside,
    days,
    naming,
    one_sentence,
    ranges,
    rises,
    series,
    spoken,
    understood,
    units,
)
from clausetrack.rates.model import Mention, Rate, Run
from clausetrack.rates.one_sentence import Group
from clausetrack.rates.places import Places, agreement
from clausetrack.rates.spoken import Spoken

_CURRENTLY = re.compile(r"\b(?:currently|at present|used to|formerly|until now)\b", re.I)
_SAME_DATE = re.compile(r"\bfrom\s+(?:the\s+same|that)\s+(?:date|day)\b", re.I)
_TWO = re.compile(r"\W*\band\b\W*")
_IN_WORDS = rf"(?:{NUMBER_WORD}|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_CENTS = rf"\s+and\s+(?:{_IN_WORDS}[\s-]+){{1,2}}cents\b"
#: An amount that has no sign: in words alone, or behind the name of its currency.
_UNSIGNED = re.compile(
    rf"(?<!\()\b(?:(?:{_IN_WORDS}|hundred|thousand|and)[\s-]+){{1,12}}"
    rf"(?<!and )dollars\b(?!(?:{_CENTS})?\s*\([^()]{{0,20}}\$)(?:{_CENTS})?"
    r"|\b(?:NZD|AUD|CAD|USD|GBP|EUR)\s?\d[\d,]*(?:\.\d+)?",
    re.I,
)
#: What is said of a figure of the sentence before: "From 1 June 2026 this becomes $3.65".
THIS = re.compile(
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

#: Where a figure stands that sets nothing, what it says, and why it sets nothing.
Other = tuple[int, int, str, str]


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
    reading = _Reading(clause, places)
    for sentence in days.SENTENCE.split(reading.text()):
        reading.take(sentence)
    told = tuple(naming.ended(naming.told_apart(reading.rates)))
    refused = tuple(sorted(reading.refused))
    return SentenceReading(
        told, tuple(reading.mentions), tuple(reading.findings), refused, reading.unsure
    )


class _Reading:
    """What has been read of a clause, sentence by sentence: a later one may follow an earlier."""

    def __init__(self, clause: Clause, places: Places) -> None:
        self.clause, self.places = clause, places
        self.over, self.heading = places.above(clause), places.heading(clause)
        self.said = ""  # the sentences so far
        self.last: date | None = None  # the day that a sentence before this one names alone
        self.rates: list[Rate] = []
        self.mentions: list[Mention] = []
        self.findings: list[Finding] = []
        self.refused: set[date] = set()
        self.unsure = ""

    def text(self) -> str:
        """What is to be read in sentences; amounts that stand in none are reported."""
        where = self.places.named(self.clause)
        text = self.clause.own_text.replace("*", "")
        heading = self.clause.heading_text
        if values.money(heading) or len(_AMOUNT.findall(heading)) >= _ROW:
            self._unread("an amount stands in a heading and gives no rate", where, heading)
        laid_out = max(text.count("\t"), text.count(" | ")) >= _ROW
        if laid_out and len(_AMOUNT.findall(text)) >= _ROW:
            self._unread("a row of amounts stands in no table and gives no rate", where, text)
            text = ""
        if self.places.is_cell(self.clause):
            message = "an amount stands in a line of its own, like a cell that lost its table"
            self._unread(message, where, text)
            text = ""
        for foreign in currency.FOREIGN.findall(text):
            self._unread(currency.IN_NO_DOLLARS, where, foreign)
        for unsigned in _UNSIGNED.finditer(text):
            message = "an amount is written without a sign and gives no rate"
            self._unread(message, where, unsigned[0])
        return text

    def take(self, sentence: str) -> None:
        """The next sentence, into what this reading holds."""
        if currency.FOREIGN.search(sentence) or _UNSIGNED.search(sentence):
            self.refused |= _days(sentence)
        above = f"{self.over}\n{self.said[-spoken.NEAR :]}"
        found = spoken.find(sentence)
        changes = _changes(sentence, found, above, self.heading, of_pay=bool(self.rates))
        if found or changes:
            self._take_figures(sentence, found, changes, above)
        elif words := understood.unknown_of_all(sentence):
            self.unsure = self.unsure or words
            self.refused |= _days(sentence)
        self.last = values.only_date(sentence) or self.last
        self.said += f"\n{sentence.strip()}"

    def _take_figures(
        self, sentence: str, found: Sequence[Spoken], changes: Sequence[Other], above: str
    ) -> None:
        blank = self._blank(sentence)
        kept, others = self._kept(sentence, found, blank.clause)
        ranged, doubtful = ranges.find(sentence, kept, above)
        spots = [(figure.start, figure.end) for figure in kept]
        if doubtful or days.is_open(sentence, spots) or _is_either(sentence, spots):
            message = (
                "the words do not say whether this is a range or a rise; it gives no rate"
                if doubtful
                else "the words do not say which figure the day belongs to; it gives no rate"
            )
            for _ in kept:
                self._unread(message, blank.clause, sentence)
            self.refused |= _days(sentence)
            kept = []
        others += changes
        changed = _with_own_days(sentence, kept, found, others)
        groups = [
            tuple(kept[at : at + 2]) if at in ranged else (figure,)
            for at, figure in enumerate(kept)
            if at - 1 not in ranged
        ]
        self.mentions += _mentions(blank, sentence, groups, others, changed)
        same_day = self.last if _SAME_DATE.search(sentence) else None
        made = one_sentence.rates(blank, sentence, groups, same_day, changed)
        made = series.after_what_was(made, sentence, others)
        if made and self.rates and series.OPENS_THEN.match(sentence):
            made[0] = series.then(self.rates[-1], made[0])
        if doubt := understood.doubt(
            sentence, [(group[0].start, group[-1].end) for group in groups], changed,
            [(f.start, f.end) for f in found],
        ):  # fmt: skip
            made = [_doubted(rate, doubt) for rate in made]
            self.refused |= _days(sentence)
        if why := self._not_followed(made, sentence):
            self._unread(why, blank.clause, sentence)
            self.refused |= _days(sentence)
            return
        for rate in made:
            if rate.start and rate.end and rate.start > rate.end:
                message = "a figure would end before it begins and gives no rate"
                self._unread(message, blank.clause, sentence)
            else:
                self.rates.append(rate)

    def _blank(self, sentence: str) -> Rate:
        """What all rates of a sentence share."""
        where, name = self.places.named(self.clause, sentence), self.places.name(self.clause)
        scale, step = self.places.renamed(self.clause, sentence) if self.said.strip() else name
        return Rate(
            agreement(self.places.document), where, scale, step, "", Decimal(0), "",
            self.clause.source, sentence.strip(),
        )  # fmt: skip

    def _kept(
        self, sentence: str, found: Sequence[Spoken], where: str
    ) -> tuple[list[Spoken], list[Other]]:
        """The figures that set something, and those that do not; one not to be read is neither."""
        kept: list[Spoken] = []
        others: list[Other] = []
        reasons = spoken.reasons(sentence, found, note=self.clause.kind == "note")
        for figure, why in zip(found, reasons, strict=True):
            if figure.amount is None:
                message = "a figure is not written as one amount and gives no rate"
                self._unread(message, where, figure.text)
                self.refused |= _days(sentence)
            elif why:
                others.append((figure.start, figure.end, figure.text, why))
            else:
                kept.append(figure)
        return kept, others

    def _not_followed(self, made: list[Rate], sentence: str) -> str:
        """Join what a sentence sets to the rates that it speaks of; why not, where that is open."""
        if made and THIS.match(days.undated(sentence)):
            running = [
                at for at, rate in enumerate(self.rates) if rate.end is None and not rate.until
            ]
            if len(running) > 1:
                return "the words do not say which figure this one follows; it gives no rate"
            for at in running:
                if made[0].start and units.alike(self.rates[at].unit, made[0].unit):
                    noted = replace(made[0], note=made[0].note or self.rates[at].note)
                    self.rates[at], made[0] = series.joined(self.rates[at], noted)
        if not series.they_follow(self.rates, made, sentence):
            return "the words do not say which figures these follow; they give no rate"
        return ""

    def _unread(self, message: str, where: str, quote: str) -> None:
        shown = " ".join(quote[:_LONGEST].split())[:160]
        self.findings.append(finding("rate-unread", message, where, self.clause.source, shown))


def _changes(
    sentence: str, found: Sequence[Spoken], above: str, heading: str, *, of_pay: bool
) -> list[Other]:
    """What changes pay, or is a share of it, and is no figure of `found`."""
    percents = rises.percents(sentence, above, heading, of_pay=of_pay)
    changes = [
        (value.start, value.end, value.text, why)
        for value, why in percents
        if not _overlaps(found, value)
    ]
    followers = rises.followers(sentence)
    return changes + [(*m.span("what"), m["what"], rises.STATED) for m in followers]


def _with_own_days(
    sentence: str, kept: Sequence[Spoken], found: Sequence[Spoken], others: Sequence[Other]
) -> list[tuple[int, int]]:
    """The places of what has a day that is none of the kept figures': changes, and what was."""
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
        and not _overlaps(found, value)
        and not _is_of_result(sentence, ends, value.start)
    ]
    return changed + [
        (start, end) for start, end, _, why in others if series.was_until(sentence, end, why)
    ]


def _overlaps(found: Sequence[Spoken], value: values.Value) -> bool:
    return any(f.start < value.end and value.start < f.end for f in found)


def is_current(rate: Rate) -> bool:
    """Does the sentence speak of what is paid now, so that no later day is its beginning?"""
    return bool(_CURRENTLY.search(rate.quote))


def _mentions(
    blank: Rate,
    sentence: str,
    groups: Sequence[Group],
    others: Sequence[Other],
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


def _doubted(rate: Rate, doubt: str) -> Rate:
    """A figure whose day is not decided, for the words that stand round it.

    Of a sum paid once the days say who is paid, and none is a day that it runs from.
    """
    if units.is_paid_once(rate.unit):
        return rate
    return rate.dated_as(Run(doubt=doubt))


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
