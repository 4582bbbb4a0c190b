"""The amounts that sentences set: "$2,000 per annum increasing to $2,400 from 28 January 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from clausetrack import values
from clausetrack.errors import FINDINGS
from clausetrack.model import Clause, Finding, Source
from clausetrack.rates import days, rises, units
from clausetrack.rates.model import Mention, Rate
from clausetrack.rates.places import Places, agreement

_FTTE = re.compile(r"(?<![\d.$])(?P<value>\d*\.\d+|\d+)\s*(?P<unit>FTTE|FTE)s?\b")
_LOADING = re.compile(
    r"(?<![\d.])(?P<value>\d+(?:\.\d+)?)\s?(?:%|per\s?cent)\s+(?:\w+\s+)?loading\b"
    r"|\bloading\s+of\s+(?P<of>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)",
    re.I,
)
_ENTITLED = re.compile(
    r"\bentitle(?:d|s)\s+(?:\w+\s+){0,2}to\s+(?:(?:at\s+least|up\s+to)\s+)?"
    r"(?P<value>\d+)\s+(?:working\s+)?days\b[^.;]{0,60}?(?P<each>\b(?:each|every|per|a)\s+year\b|\bper\s+annum\b)?(?=[.,;]|$|\s)",
    re.I,
)
_FROM_TO_DAYS = re.compile(
    r"\bfrom\s+(?:up\s+to\s+)?(?P<old>\d+)(?:\s+days)?\s+to\s+(?:up\s+to\s+)?(?P<value>\d+)\s+days\b",
    re.I,
)
_OTHER_CENTS = re.compile(r"\b(?P<value>\d+(?:\.\d+)?)(?=\s+(?:or|and)\s+\d+(?:\.\d+)?\s+cents?\b)")
_THRESHOLD = re.compile(
    r"\b(?:above|over|below|under|exceed(?:s|ing)?|(?:less|more|greater|other)\s+than|in\s+excess\s+of"
    r"|at\s+least|beyond|between|reach(?:es|ing)?)\s+(?:\w+\s+){0,1}$",
    re.I,
)
_OR_MORE = re.compile(
    r"\s*(?:(?:per\s+\w+|FTT?E)\s+)?or\s+(?:more|less|above|over|greater)\b", re.I
)
_EXAMPLE = re.compile(r"\b(?:for\s+example|for\s+instance|e\.g\.|such\s+as)", re.I)
_SUPPOSED = re.compile(r"\b(?:if|whether|unless)\b[^,;]*$", re.I)
_ENDS = re.compile(
    r"\b(?:ceases?|no\s+longer|is\s+not\s+paid|are\s+not\s+paid|discontinued?|ends?\b|abolish)",
    re.I,
)
_CURRENTLY = re.compile(r"\b(?:currently|at present|used to|formerly|until now)\b", re.I)
_SAME_DATE = re.compile(r"\bfrom\s+(?:the\s+same|that)\s+(?:date|day)\b", re.I)
_GROWS = re.compile(
    r"\b(?:increas\w+|ris(?:es|ing|en)|moving|changing|reduc\w+|then|thereafter)\b.{0,40}?\bto\b",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:^|[.;:,]\s*|\band\s+)(?:the\s+|an?\s+)?(?P<what>[A-Za-zĀ-ū][\wĀ-ū' -]{2,50}?)(?:\s+rates?)?\s+"
    r"(?:will\s+|shall\s+)?(?:increase[sd]?|rises?|changes?|moves?|goes)\s+from\s+(?:\$\s?)?$",
    re.I,
)
_FOR = re.compile(
    r"[^.;]{0,25}?\bfor\s+(?:an?|the|each|every)\s+(?P<what>[\w -]{3,30}?)(?=\s+and\b|[.,;]|$)"
)
_ROW = 4  # figures in one paragraph with tabs: a row of a table that lost its grid
_FEW = 4


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one clause's text sets."""

    rates: tuple[Rate, ...] = ()
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of a sentence: its offsets, its amount (None: unread) and its unit, if not money."""

    start: int
    end: int
    text: str
    amount: Decimal | None
    unit: str = ""
    old: bool = False


def read(clause: Clause, places: Places) -> SentenceReading:
    """The figures in the text of a clause, those that set nothing, and those that cannot be read."""
    text = clause.own_text.replace("*", "")
    if not any(character.isdigit() for character in text):
        return SentenceReading()
    rates: list[Rate] = []
    mentions: list[Mention] = []
    findings: list[Finding] = []
    if text.count("\t") >= _ROW and len(values.money(text)) + text.count("$\t") >= _ROW:
        row = _finding("rate-unread", "a row of amounts stands in no table and gives no rate",
                       places.named(clause), clause.source, text)  # fmt: skip
        return SentenceReading(findings=(row,))
    last: date | None = None
    for sentence in days.SENTENCE.split(text):
        found = list(_figures(sentence))
        where = places.named(clause, sentence)
        said = values.only_date(sentence)
        if found:
            passed = last if _SAME_DATE.search(sentence) else None
            reasons = _reasons(clause, sentence, found)
            for figure, why in zip(found, reasons, strict=True):
                if figure.amount is None:
                    findings.append(
                        _finding(
                            "rate-unread",
                            "a figure is not written as one amount and gives no rate",
                            where,
                            clause.source,
                            figure.text,
                        )  # fmt: skip
                    )
                elif why:
                    mentions.append(Mention(where, figure.text, why, clause.source))
            kept = [
                f for f, why in zip(found, reasons, strict=True) if f.amount is not None and not why
            ]
            rates += _rates(clause, places, where, sentence, kept, passed)
        last = said or last
    return SentenceReading(tuple(_named(rates)), tuple(mentions), tuple(findings))


# ------------------------------------------------------------------------------------ finding


def _figures(sentence: str) -> Iterator[_Figure]:
    """Every figure of a sentence that could be a rate, in order."""
    found = [
        _Figure(v.start, v.end, v.text, v.value if isinstance(v.value, Decimal) else None)
        for v in values.money(sentence)
    ]
    for match in _OTHER_CENTS.finditer(sentence):
        found.append(
            _Figure(match.start(), match.end(), f"{match[0]} cents", Decimal(match[0]).scaleb(-2))
        )
    for match in _FTTE.finditer(sentence):
        found.append(_Figure(*match.span(), match[0], Decimal(match["value"]), match["unit"]))
    for match in _LOADING.finditer(sentence):
        value = Decimal(match["value"] or match["of"])
        found.append(_Figure(*match.span(), match[0], value, "percent"))
    for match in _FROM_TO_DAYS.finditer(sentence):
        found.append(
            _Figure(*match.span("old"), match["old"], Decimal(match["old"]), "days", old=True)
        )
        found.append(_Figure(*match.span("value"), match["value"], Decimal(match["value"]), "days"))
    for match in _ENTITLED.finditer(sentence):
        each = re.search(
            r"\b(?:each|every|per|a)\s+year\b|\bper\s+annum\b", sentence[match.end("value") :][:60]
        )
        unit = "days per year" if each else "days"
        found.append(_Figure(*match.span("value"), match["value"], Decimal(match["value"]), unit))
    yield from sorted(found, key=lambda figure: figure.start)


def _reasons(clause: Clause, sentence: str, found: Sequence[_Figure]) -> list[str]:
    """Why each figure sets nothing; "" for one that does."""
    amounts = values.money(sentence)
    changed = {
        a.start
        for a, change in zip(amounts, rises.changes(sentence, amounts), strict=True)
        if change
    }
    out = []
    for figure in found:
        before, after = sentence[: figure.start], sentence[figure.end :]
        why = ""
        if figure.start in changed:
            why = "a change, and not what it comes to"
        elif not figure.unit.startswith("days") and (
            _THRESHOLD.search(before) or _OR_MORE.match(after)
        ):
            why = "a threshold"
        elif _EXAMPLE.search(before) or (clause.kind == "note" and _EXAMPLE.search(sentence)):
            why = "an example"
        elif _SUPPOSED.search(before) and not figure.unit:
            why = "a supposition"
        out.append(why)
    return out


# ------------------------------------------------------------------------------------- dating


def _rates(
    clause: Clause, places: Places, where: str, sentence: str, kept: Sequence[_Figure],
    passed: date | None,
) -> list[Rate]:  # fmt: skip
    spans = days.of_figures(sentence, [(figure.start, figure.end) for figure in kept])
    out: list[Rate] = []
    before: _Figure | None = None
    for place, (figure, (start, end)) in enumerate(zip(kept, spans, strict=True)):
        assert figure.amount is not None
        lead, after = sentence[: figure.start], sentence[figure.end :]
        unit = figure.unit or units.of_sentence(
            lead, _clipped(after, kept, place, sentence), sentence
        )
        if unit == units.ONCE:
            start = end = None
        if passed and not start and not end:
            start = passed
        if start and _ENDS.search(after):
            start, end = None, days.before(start)
        by = "sentence" if start or end else ""
        rate = Rate(
            places_agreement(places), where, places.heading(clause), _subject(lead), "", figure.amount,
            unit, start, end, clause.source, sentence.strip(), dated_by=by,
        )  # fmt: skip
        between = sentence[before.end : figure.start] if before else ""
        if out and before and _same_series(out[-1], rate, between, figure):
            rate, earlier = _follow(out[-1], rate)
            out[-1] = earlier
        out.append(rate)
        before = figure
    return _one_unit(out)


def places_agreement(places: Places) -> str:
    return agreement(places.document)


def _clipped(after: str, kept: Sequence[_Figure], place: int, sentence: str) -> str:
    """What follows a figure, up to the next one."""
    if place + 1 < len(kept):
        return sentence[kept[place].end : kept[place + 1].start]
    return after


def _subject(lead: str) -> str:
    """What it is that the words just before a figure say increases."""
    found = _SUBJECT.search(lead)
    return found["what"].strip() if found else ""


def _same_series(last: Rate, rate: Rate, between: str, figure: _Figure) -> bool:
    if figure.unit != (last.unit if last.unit in {"FTTE", "FTE", "days", "percent"} else ""):
        return bool(figure.unit == "days" and last.unit == "days")
    return bool(_GROWS.search(between) or re.search(r"^[^.;]*\bto\b(?:\s+\w+){0,4}\s*$", between)
                or re.fullmatch(r"\s*or\s*", between))  # fmt: skip


def _follow(last: Rate, rate: Rate) -> tuple[Rate, Rate]:
    """A later rate of the same thing, and the earlier one with its end."""
    rate = replace(rate, step=rate.step or last.step)
    if rate.start and last.end is None:
        last = replace(last, end=days.before(rate.start), dated_by="sentence")
    return rate, last


def _one_unit(rates: list[Rate]) -> list[Rate]:
    """Figures of one series share the unit that the words give to one of them."""
    out = list(rates)
    for place in range(len(out) - 1):
        one, other = out[place], out[place + 1]
        if (
            one.unit == units.MONEY != other.unit
            and other.unit.startswith(units.MONEY)
            and one.step
            and one.step == other.step
        ):
            out[place] = replace(one, unit=other.unit)
    return out


def _named(rates: list[Rate]) -> list[Rate]:
    """Several figures of one unit in a clause, told apart by what the words say they are for."""
    out = []
    for rate in rates:
        alike = [each for each in rates if each.unit == rate.unit and each.start == rate.start]
        found = None
        if len(alike) > 1 and not rate.step:
            printed = next((v for v in values.money(rate.quote) if v.value == rate.amount), None)
            found = _FOR.match(rate.quote[printed.end :]) if printed else None
        out.append(replace(rate, step=found["what"].strip()) if found else rate)
    return out


def is_current(rate: Rate) -> bool:
    """Does the sentence speak of what is paid now, so that no later day is its beginning?"""
    return bool(_CURRENTLY.search(rate.quote))


def _finding(code: str, message: str, where: str, source: Source, quote: str) -> Finding:
    return Finding(code, FINDINGS[code], message, where, source, " ".join(quote.split())[:160])
