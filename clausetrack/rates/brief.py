"""What payroll needs from terms of settlement: what changes, from when, when paid, what is open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clausetrack import values
from clausetrack.model import Document
from clausetrack.rates import days, openings, units
from clausetrack.rates.beside import OWED
from clausetrack.rates.called import called
from clausetrack.rates.model import Mention, Rate, Rates
from clausetrack.settlement import Instructions

_PAYS = re.compile(r"\bimplement(?:s|ed|ation)?\b", re.I)
_PAYROLL = re.compile(r"\bpay(?:roll|\s+period|\s+rates?|\s+changes?|ments?)\b", re.I)
_TERM = re.compile(
    r"\bagreement\b[^.]{0,60}\b(?:is|takes|comes)\b[^.]*\b(?:expires?|until|to\s+\d)", re.I
)
_CONDITION = re.compile(r"\b(?:if|provid(?:ed|ing)|subject to|once)\b", re.I)
_BACK_PAY = re.compile(r"\bback[- ]?pa(?:y|id|ments?)\b|\bbackdat\w+|\barrears\b", re.I)
#: Why an instruction gives payroll no words to pay by.
_NOT_PRINTED = {
    "elsewhere": "the wording is in another document",
    "described": "the change is described, and its wording is not given",
}
_BY = re.compile(r"\b(?P<how>by|on|from|before)\s+(?:the\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class PayDay:
    """A day on which pay is to change, or by which: `how` is "by", "on", "from" or "before".

    `what` are the words that say what is paid then; `condition` those that it hangs on.
    """

    day: date
    how: str
    what: str
    condition: str
    quote: str


@dataclass(frozen=True, slots=True)
class Line:
    """A new figure: from when, on which day it is paid, and the days of back pay until then.

    `back_pay` counts from the figure's first day up to the day before `pay_day`; None where the
    document does not say both, or where the money is paid once.
    """

    rate: Rate
    pay_day: PayDay | None
    back_pay: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one scale that begin and are paid on the same days."""

    lines: tuple[Line, ...]

    @property
    def who(self) -> str:
        """The step, or how many of them."""
        return steps([line.rate for line in self.lines])

    @property
    def notes(self) -> str:
        """What a payer must know of some of them."""
        return "; ".join(dict.fromkeys(line.rate.note for line in self.lines if line.rate.note))


@dataclass(frozen=True, slots=True)
class Brief:
    """The lines in the order of the document, and what is open.

    `undated` are the clauses whose figures stand in no line for want of a first day, each with how
    many they are; `begun` the same of those that began before the agreement's term.
    """

    agreement: str
    lines: tuple[Line, ...]
    pay_days: tuple[PayDay, ...]
    open: tuple[str, ...]
    undated: tuple[tuple[str, int], ...] = ()
    begun: tuple[tuple[str, int], ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The lines scale by scale and day by day, in the order of the document."""
        found: dict[tuple[object, ...], list[Line]] = {}
        for line in self.lines:
            rate = line.rate
            single = "" if rate.step else rate.amount
            begins = (rate.start, rate.event, rate.doubt)
            key = (rate.clause, rate.scale, rate.unit, *begins, line.pay_day, single)
            found.setdefault(key, []).append(line)
        return tuple(Group(tuple(lines)) for lines in found.values())


def steps(rates: Sequence[Rate]) -> str:
    """The step of some rates of one scale, or the first and the last, with whose they are."""
    first, last = rates[0], rates[-1]
    if len(rates) == 1 or not (first.step and last.step):
        return first.step if len(rates) == 1 else ""
    whose = first.group and last.group and first.group != last.group
    names = (f"{each.group} {each.step}" if whose else each.step for each in (first, last))
    return " to ".join(names)


def brief(document: Document, rates: Rates, instructions: Instructions | None = None) -> Brief:
    """What the document says, and nothing else: a day that it does not name is not there."""
    rates = replace(rates, rates=tuple(called(rates.rates)))
    known = tuple(_pay_days(document))
    begins = _begins(document)
    lines = []
    undated: Counter[str] = Counter()
    begun: Counter[str] = Counter()
    for rate in rates.rates:
        once = units.is_paid_once(rate.unit)
        standing = rate.start is None or (begins is not None and rate.start < begins)
        if standing and not once and not rate.event and not rate.doubt:
            (begun if rate.start else undated)[rate.clause] += 1
            continue
        day = _pay_day(rate, known)
        if rate.paid:
            day = PayDay(rate.paid[1], rate.paid[0], "", "", rate.quote)
        if day and rate.start and rate.start >= day.day:
            day = None  # it is paid in its own time
        back = (day.day - rate.start).days if day and rate.start and not once else None
        lines.append(Line(rate, day, back))
    still = dict.fromkeys(_open(rates, lines, known, instructions))
    counted = tuple(undated.items()), tuple(begun.items())
    return Brief(rates.agreement, tuple(lines), known, tuple(still), *counted)


def still_open(given: Iterable[Rates]) -> list[Mention]:
    """What is stated of other figures, so that a person must work out what they come to."""
    return [mention for rates in given for mention in rates.mentions if mention.is_open]


def owed(given: Iterable[Rates]) -> list[Mention]:
    """What those who work owe, or what is taken from their pay: no rate, and not to be missed."""
    return [mention for rates in given for mention in rates.mentions if mention.why == OWED]


def stated_rise(mention: Mention) -> str:
    """A figure that changes others, with its clause and its day if it has one."""
    begins = f" from {mention.start}" if mention.start else ""
    return f"{mention.clause}: {mention.text}{begins}"


def _begins(document: Document) -> date | None:
    """The first day of the agreement's term, where the document says it once."""
    found: set[date] = set()
    for clause in document.clauses:
        for sentence in days.SENTENCE.split(clause.own_text):
            if _TERM.search(sentence):
                found |= {start for start, _ in openings.periods(sentence) if start}
    return found.pop() if len(found) == 1 else None


def _pay_days(document: Document) -> Iterator[PayDay]:
    for clause in document.clauses:
        for sentence in days.SENTENCE.split(clause.own_text.replace("*", "")):
            said = sentence.strip()
            verbs = list(_PAYS.finditer(said))
            if verbs and _PAYROLL.search(said):
                yield from _in_sentence(said, verbs[-1].end())


def _in_sentence(sentence: str, at: int) -> Iterator[PayDay]:
    condition = _CONDITION.search(sentence)
    limit, said = len(sentence), ""
    if condition is not None:
        if condition.start() > at:
            limit = condition.start()
            said = sentence[condition.start() :].rstrip(".")
        else:
            said = _clause_of(sentence[condition.start() : at])
    for day in values.dates(sentence):
        if not isinstance(day.value, date) or not at <= day.start < limit:
            continue
        how = _BY.search(sentence[: day.start])
        if how is None:
            continue
        what = re.sub(r"^\W*(?:and|of|would be|will be)?\s*", "", sentence[at : how.start()])
        yield PayDay(day.value, how["how"].lower(), what.strip(" ,"), said, sentence)
        at = day.end


def _clause_of(text: str) -> str:
    """A condition up to the comma that ends it: the first after the last day that it names."""
    named = values.dates(text)
    end = text.find(",", named[-1].end if named else 0)
    return text[:end] if end >= 0 else text


def _pay_day(rate: Rate, known: tuple[PayDay, ...]) -> PayDay | None:
    """The day that is said of this figure: of lump sums where it is one, else of all the rest."""
    lump = [day for day in known if re.search(r"\blump|\bone-off", day.what, re.I)]
    rest = [day for day in known if day not in lump]
    fitting = lump if units.is_paid_once(rate.unit) and lump else rest
    return fitting[0] if len(fitting) == 1 else None


def _open(
    rates: Rates, lines: Sequence[Line], known: tuple[PayDay, ...],
    instructions: Instructions | None,
) -> Iterator[str]:  # fmt: skip
    if not known and not (lines and all(line.pay_day for line in lines)):
        yield "No day on which the new figures are paid was found."
    for day in known:
        if day.condition:
            yield f"{day.how} {day.day}: {day.condition}"
    if instructions is not None:
        yield from _back_pay(instructions, known)
    begins = dict.fromkeys(rate.event for rate in rates.rates if rate.event)
    for event in begins:
        yield f"Some figures begin with {event}; no date is given."
    for rate in rates.rates:
        if rate.doubt:
            yield (
                f"{rate.clause}: the day of {rate.amount:,f} ({rate.unit}) is undecided:"
                f" “{rate.doubt}”"
            )
    for end in dict.fromkeys(rate.until for rate in rates.rates if rate.until):
        if end not in begins:
            yield f"Some figures end with {end}; whether it is paid then is not said."
    sums = [line.rate for line in lines if units.is_paid_once(line.rate.unit) and not line.pay_day]
    yield from _said_of(sums, "no day of payment was found")
    if instructions is not None:  # what terms print without a day is new, and begins some day
        listed = {id(line.rate) for line in lines}
        undated = [
            rate
            for rate in rates.rates
            if not (rate.is_dated or id(rate) in listed)
        ]
        yield from _said_of(undated, "no first day is stated")
    for mention in still_open([rates]):
        said = " ".join(mention.quote.split())
        yield f"{stated_rise(mention)} is stated, and what it comes to is not computed: “{said}”"
    for finding in rates.findings:
        if finding.severity != "info":
            yield ": ".join(filter(None, (finding.clause, finding.message, finding.quote)))
    for amendment in instructions.amendments if instructions else ():
        if amendment.wording in _NOT_PRINTED:
            target = amendment.target or amendment.described_target or "no clause named"
            yield f"item {amendment.item} ({target}): {_NOT_PRINTED[amendment.wording]}."


def _back_pay(instructions: Instructions, known: tuple[PayDay, ...]) -> Iterator[str]:
    """What the terms say of back pay in words that name no day of payment that was read."""
    read = {" ".join(day.quote.split()) for day in known}
    for passage in instructions.terms_only:
        for sentence in days.SENTENCE.split(passage.text):
            said = " ".join(sentence.split())
            if _BACK_PAY.search(said) and said not in read:
                yield f"item {passage.item}: back pay: “{said}”"


def _said_of(rates: Iterable[Rate], what: str) -> Iterator[str]:
    """What is so of some figures, scale by scale: the words of one, or how many there are."""
    scales = values.grouped(rates, lambda rate: (rate.clause, rate.scale))
    for (clause, scale), found in scales.items():
        where = f"{clause} ({scale})" if scale else clause
        quotes = list(dict.fromkeys(" ".join(rate.quote.split()) for rate in found))
        said = f"“{quotes[0]}”" if len(quotes) == 1 else f"{len(found)} figures"
        yield f"{where}: {what}: {said}"
