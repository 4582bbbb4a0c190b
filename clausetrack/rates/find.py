"""Every figure that a document sets: from its tables and sentences, dated from each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from clausetrack.currency import of as currency_of
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding, Source
from clausetrack.rates import days, notes, sentences, successive, tables, units
from clausetrack.rates.beside import MEASURED
from clausetrack.rates.model import Mention, Rate, Rates, Scale
from clausetrack.rates.places import Places, agreement
from clausetrack.rates.rises import stated
from clausetrack.settlement import Instructions
from clausetrack.values import MONTHS

_WORD = re.compile(r"[A-Za-zĀ-ū]{3,}")
#: What says that what a rise comes to is printed.
_TABLE = re.compile(
    r"\b(?:tables?|below|above|follow\w*|set\s+out|scales?|steps?|schedules?|appendix|attached)\b",
    re.I,
)
#: The end of a line that says the same of what it leads in.
_LEADS_IN = re.compile(r"(?::|\bas\s+follows\W*)\s*$")
_ENDING = 20  # characters of it
_NEAR = 30  # figures of a clause before and after one, among which its later figure stands
#: Words that say nothing of what a figure is for.
_IDLE = {
    *("the", "from", "each", "every", "per", "annum", "will", "shall", "and", "for", "are", "with"),
    *("effect", "effective", "paid", "payable", "rate", *(month.lower() for month in MONTHS)),
}


def find(document: Document, instructions: Instructions | None = None, currency: str = "") -> Rates:
    """The rates of an agreement, or of terms of settlement.

    `instructions` are what the terms order, where the caller has read them already; a figure in an
    item is then named by the clause that the item amends. `currency` is that of all amounts, where
    it is known; else they are NZD, or "$" with a finding where the document is another country's.
    """
    if instructions is None and document.kind == "terms":
        from clausetrack.amend.instructions import find as find_instructions

        instructions = find_instructions(document)
    places = Places(document, instructions)
    found: list[tuple[Clause, list[Rate]]] = []
    scales: list[Scale] = []
    mentions: list[Mention] = []
    spoken: list[tuple[Clause, Mention]] = []
    findings: list[Finding] = []
    others: set[tuple[object, date | None]] = set()  # days that belong to what gave no rate
    unsure: dict[tuple[str | None, str | None], str] = {}  # what a text says of the tables under it
    for clause in document.clauses:
        if clause.table is not None:
            table = tables.read(clause, clause.table, places)
            scales += table.scales
            found.append((clause, list(table.rates)))
            mentions += table.mentions
            findings += table.findings
        else:
            text = sentences.read(clause, places)
            found.append((clause, _in_order(_unsure(text.rates, text.unsure))))
            spoken += ((clause, mention) for mention in text.mentions)
            others |= {(places.stretch(clause), day) for day in text.refused}
            findings += text.findings
            if text.unsure:
                over = clause.id if clause.number else clause.parent
                unsure.setdefault((clause.fragment, over), text.unsure)
    found = [
        (c, _unsure(rates, unsure.get((c.fragment, c.parent), "")) if c.table else rates)
        for c, rates in found
    ]
    found, open_scales = successive.settled(found, places)
    findings += open_scales
    spoken = _beside_tables(spoken, found, places)
    mentions += (mention for _, mention in spoken)
    others |= {
        (places.stretch(clause), mention.start)
        for clause, mention in spoken
        if mention.is_open and not _LEADS_IN.search(mention.quote[-_ENDING:])
    }
    found = _in_context(found, places, others)
    kept, repeated = _once(found, places)
    kept = notes.raised(document, kept)
    if not currency:
        currency, why = currency_of(document)
        if why and kept:
            message = f"the document speaks of “{why}”; whose dollars these are must be said"
            source = Source(file=document.file)
            findings.insert(0, finding("currency-open", message, source=source, quote=why))
    return Rates(
        agreement(document),
        tuple(replace(each, unit=units.in_currency(each.unit, currency)) for each in kept),
        tuple(_in_currency(each, currency) for each in scales),
        tuple(mentions + repeated),
        tuple(findings),
    )


def _beside_tables(
    spoken: list[tuple[Clause, Mention]], found: list[tuple[Clause, list[Rate]]], places: Places
) -> list[tuple[Clause, Mention]]:
    """What sentences mention; a rise whose table gives what it comes to is not open."""
    begins: dict[object, set[date | None]] = {}
    for clause, rates in found:
        if clause.table is not None:
            days_of = begins.setdefault(places.item(clause) or places.stretch(clause), {None})
            days_of |= {rate.start for rate in rates}
    out = []
    for clause, mention in spoken:
        beside = begins.get(places.item(clause) or places.stretch(clause), set())
        measured = mention.why == MEASURED  # "above grade 3" names no table
        told = mention.start in beside and not measured and _names_table(mention.quote)
        if mention.is_open and told:
            mention = replace(mention, is_open=False)
        out.append((clause, mention))
    return out


@lru_cache(64)  # of a long sentence it is asked for each of its figures
def _names_table(quote: str) -> bool:
    return _TABLE.search(quote) is not None


def _in_currency(scale: Scale, currency: str) -> Scale:
    columns = (replace(c, unit=units.in_currency(c.unit, currency)) for c in scale.columns)
    return replace(scale, unit=units.in_currency(scale.unit, currency), columns=tuple(columns))


def _in_order(rates: list[Rate]) -> list[Rate]:
    """The figures of one clause: what the same words give a later figure from a day ends before it.

    "The rate of each unit is $5,000. From 28 January 2026 the rate of each unit is $5,500."
    """
    out = list(rates)
    for place, rate in enumerate(rates):
        if rate.end is not None or rate.undecided:
            continue
        first = max(0, place - _NEAR)
        later = [
            (each.start, at)
            for at, each in enumerate(rates[first : place + _NEAR], first)
            if each.start and each.step == rate.step and units.alike(each.unit, rate.unit)
            and (rate.start is None or each.start > rate.start) and _same_subject(rate, each)
        ]  # fmt: skip
        if later:
            start, at = min(later)
            behind = rates[at].end
            if behind and rate.start is None and all(day <= behind for day, _ in later):
                # "It is $45. From 1 to 9 May it is $60.": what it is on 10 May is not said
                out[place] = replace(rate, doubt=" ".join(rates[at].quote.split()))
                continue
            out[place] = replace(rate, end=days.before(start), dated_by="sentence")
            if out[at].unit == units.MONEY:
                out[at] = replace(out[at], unit=rate.unit)
    return out


def _same_subject(one: Rate, other: Rate) -> bool:
    """Do two sentences speak of the same thing, but for the figures and the days?"""
    if one.quote == other.quote:
        return False  # within one sentence the words between the figures say so
    first, second = _subject(one), _subject(other)
    smaller, larger = sorted((first, second), key=len)
    if len(smaller) > 1 and smaller <= larger:
        return True
    return bool(first and second) and len(first & second) * 5 >= 3 * len(first | second)


def _unsure(rates: Iterable[Rate], words: str) -> list[Rate]:
    """Figures without a day, of which another sentence says with a day what is not understood."""
    return [
        replace(rate, doubt=words)
        if words and not (rate.is_dated or rate.paid)
        else rate
        for rate in rates
    ]


def _subject(rate: Rate) -> set[str]:
    return {word.lower() for word in _WORD.findall(rate.quote)} - _IDLE


def _in_context(
    found: list[tuple[Clause, list[Rate]]],
    places: Places,
    others: set[tuple[object, date | None]],
) -> list[tuple[Clause, list[Rate]]]:
    """Undated figures, dated by the one day from which their clause or item speaks.

    None by one of `others`, the days of figures that gave no rate, or of rises only stated.
    """
    # A day that some figure has for its own is not said of all the others.
    own = others | {
        (places.stretch(clause), rate.start)
        for clause, rates in found
        for rate in rates
        if rate.start and rate.dated_by == "sentence"
    }
    begin_with = {
        (places.stretch(clause), rate.event)
        for clause, rates in found
        for rate in rates
        if rate.event and rate.dated_by == "sentence"
    }
    out = []
    current: dict[str, bool] = {}  # by sentence: a long one is read once
    for clause, rates in found:
        dated = []
        for rate in rates:
            plain = not rate.is_dated and clause.table is None
            if rate.quote not in current:
                current[rate.quote] = sentences.is_current(rate)
            over = places.leading(clause) if rate.end and clause.table is None else None
            if over and over[0] and rate.end and rate.start is None and over[0] <= rate.end:
                # "From 1 May 2025: (a) tea: $3, rising to $4 from 1 May 2026"
                rate = replace(rate, start=over[0])
            if plain and not units.is_paid_once(rate.unit) and not current[rate.quote]:
                start, end = places.period(clause)
                event = "" if start else places.event(clause)
                changes = start and any(rise.start == start for rise in stated(rate.quote))
                if changes:
                    pass  # "it is $500 and rises by 3% from May": in May it is another figure
                elif start and (
                    places.leading(clause) or (places.stretch(clause), start) not in own
                ):
                    rate = replace(rate, start=start, end=end, dated_by="context")
                elif event and (places.stretch(clause), event) not in begin_with:
                    rate = replace(rate, event=event, dated_by="context")
            dated.append(rate)
        out.append((clause, _by_event(_until_new(dated))))
    return out


def _until_new(rates: list[Rate]) -> list[Rate]:
    """The old figure of "oil: from $5 to $6", dated by its context, ends where the new begins."""
    last = {(each.step, each.quote): at for at, each in enumerate(rates)}
    out = []
    for place, rate in enumerate(rates):
        new = rates[last[rate.step, rate.quote]]
        old = rate.step and rate.dated_by == new.dated_by == "context" and new is not rate
        if old and rate.start and rate.start == new.start and last[rate.step, rate.quote] > place:
            rate = replace(rate, start=None, end=days.before(rate.start))
        out.append(rate)
    return out


def _by_event(rates: list[Rate]) -> list[Rate]:
    """The old figures of a change that begins with an event end where the new ones begin."""
    out = []
    last = {(each.step, each.quote): at for at, each in enumerate(rates) if each.event}
    for place, rate in enumerate(rates):
        if rate.event and rate.step and last[rate.step, rate.quote] > place:
            rate = replace(rate, event="", until=rate.event)
        out.append(rate)
    return _old_days(out)


def _old_days(rates: list[Rate]) -> list[Rate]:
    """The old number of days of "from 10 days to 20 days" ends where the new one begins."""
    out = list(rates)
    for place in range(len(rates) - 1):
        one, other = rates[place], rates[place + 1]
        if one.unit == other.unit == "days" and one.quote == other.quote and other.start:
            out[place] = replace(one, start=None, end=days.before(other.start))
    return out


def _once(
    found: list[tuple[Clause, list[Rate]]], places: Places
) -> tuple[list[Rate], list[Mention]]:
    """The rates without those that an item of terms says again of the wording or table it holds."""
    said: dict[str, set[tuple[Decimal, object]]] = {}
    for clause, rates in found:
        if clause.fragment is not None or clause.table is not None:
            said.setdefault(places.item(clause), set()).update(
                pair for rate in rates for pair in ((rate.amount, rate.start), (rate.amount, None))
            )
    kept: list[Rate] = []
    repeated: list[Mention] = []
    for clause, rates in found:
        item = places.item(clause)
        for rate in rates:
            again = bool(item) and clause.fragment is None and clause.table is None
            if again and (rate.amount, rate.start) in said.get(item, set()):
                repeated.append(
                    Mention(rate.clause, format(rate.amount, "f"), "said again", rate.source)
                )
            else:
                kept.append(rate)
    return kept, repeated
