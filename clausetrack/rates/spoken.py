"""The figures that a sentence names, and why one of them sets nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from clausetrack import currency, values
from clausetrack.rates import beside, rises
from clausetrack.rates.days import BETWEEN

_FTTE = re.compile(r"(?<![\d.$])(?P<value>\d*\.\d+|\d+)\s*(?P<unit>FTTE|FTE)s?\b")
_LOADING = re.compile(
    r"(?<![\d.])(?P<value>\d+(?:\.\d+)?)\s?(?:%|per\s?cent)\s+(?:\w+\s+)?loading\b"
    r"|\bloading\s+of\s+(?P<of>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)",
    re.I,
)
#: "a loading of 15%, increasing to 17.5% from 1 July 2026": the loading that it becomes.
_LOADING_TO = re.compile(
    r"[^.;$%]{0,40}?\b(?:increas|ris|mov|go)(?:ing|es|s|e)\s+to\s+(?P<value>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)",
    re.I,
)
_ENTITLED = re.compile(
    r"\bentitle(?:d|s)\s+(?:\w+\s+){0,2}to\s+(?:(?:at\s+least|up\s+to)\s+)?"
    r"(?P<value>\d+)\s+(?:working\s+)?days\b",
    re.I,
)
_LEAVE = re.compile(
    r"\bleave\s*(?::|–|-|of|is|shall\s+be|will\s+be)\s*(?P<value>\d+)\s+(?:working\s+)?days\b", re.I
)
_EACH_YEAR = re.compile(r"^.{0,60}?\b(?:(?:each|every|per|a)\s+year|per\s+annum)\b", re.I)
_FROM_TO_DAYS = re.compile(
    r"\bfrom\s+(?:up\s+to\s+)?(?P<old>\d+)(?:\s+days)?\s+to\s+(?:up\s+to\s+)?(?P<new>\d+)\s+days\b",
    re.I,
)
_OTHER_CENTS = re.compile(r"\b\d+(?:\.\d+)?(?=\s+(?:or|and)\s+\d+(?:\.\d+)?\s+cents?\b)")

_THRESHOLD = re.compile(
    r"\b(?:above|over|below|under|exceed(?:s|ing)?|(?:less|more|greater|other)\s+than"
    r"|in\s+excess\s+of|at\s+least|beyond|between|reach(?:es|ing)?)\s+(?:\w+\s+)?$",
    re.I,
)
#: What is a limit of the sum itself, and so sets it: "shall not be less than", "is between".
_LEAST = re.compile(
    r"\b(?:(?:shall|will|must)\s+(?:be\s+(?:paid\s+)?(?:not|no)|not\s+be(?:\s+paid)?)\s+less\s+than"
    r"|\bno\s[\w ]{2,40}?\b(?:is|are|(?:shall|will|may)\s+be)\s+paid\s+less\s+than"
    r"|(?<!who )(?<!that )(?:is|are|be|of|paid|receives?)\s+(?:between|at\s+least))\s+$",
    re.I,
)
_OR_MORE = re.compile(
    r"\s*\)?\s*(?:(?:per\s+\w+|FTT?E)\s+)?or\s+(?:more|less|above|over|greater)\b", re.I
)
_AND = re.compile(r"\s*and\s+")
_EXAMPLE = re.compile(r"\b(?:for\s+example|for\s+instance|e\.g\.|such\s+as|suppose)", re.I)
_SUPPOSED = re.compile(r"\b(?:if|whether|unless)\b[^,;]*$", re.I)
#: "The salary is not less than $90,000": no floor of a condition on whom it concerns.
_FLOOR = re.compile(r"\b(?:is|are)\s+(?:not|no)\s+less\s+than\s+$", re.I)
_WHO = re.compile(r"\b(?:who|whose|where|if|when|provided)\b", re.I)
#: "$6 per week, up from $4.50"
_BEFORE = re.compile(
    r"(?:\b(?:up|down)\s+from|\b(?:increased|raised|lifted|reduced)\b[^.;]{0,60}?\bto\s+\$[\d.,]+(?:\s+(?:per|an?)\s+\w+)?\s+from|\b(?:previously|formerly|instead\s+of|in\s+place\s+of|was|were)"
    r"|\b(?:increase|rise)\s+of\s+\S+\s+(?:on|over)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:rate|fee|allowance|amount)"
    r"\s+of)\s+$",
    re.I,
)
#: "The allowance, currently $15, will be $16.50 from 1 June": the first is what it was.
_NOW = re.compile(r"\(\s*currently\s+$", re.I)  # beside another figure
_UNTIL_NOW = re.compile(r",\s*(?:currently|presently|now)\s+$", re.I)
_WILL_BE = re.compile(
    r"[^.;$]{0,40}?\b(?:will|shall|is\s+to)\s+(?:be|become|increase|rise)\b[^.;$]{0,30}\$", re.I
)
#: An order that takes a figure out and puts another in its place: what stands on either side of it.
_TAKES_OUT = re.compile(
    r"\b(?:delet|omit|remov|replac)(?:e|es|ing)\s+(?:the\s+(?:figure|amount|sum|words?)\s+)?"
    r"[\"“‘']?\s*$|\bsubstitut\w+\b(?:[^.;]|\.\d){0,60}\bfor\s+[\"“‘']?\s*$",
    re.I,
)
_TAKEN_OUT = re.compile(
    r"[\"”’']?\s*(?:(?:is|are|shall\s+be|will\s+be|to\s+be)\s+)?"
    r"(?:deleted|omitted|removed|replaced|substituted)\b",
    re.I,
)
_ON_TO = re.compile(r"(?:\s+\w+){0,3}\s+to\s+\$")
_FOR_EACH = re.compile(r"\bfor\s+(?:each|every)\s+$", re.I)
#: Between a sum and the two or more that it is made of: "is paid in two parts: $300 and $200".
_PARTS = re.compile(
    r"[^.;$]*?\bin\s+(?:\w+\s+)?(?:\w+\s+)?(?:parts|instal?lments|payments|stages)\b[^.;$]*$", re.I
)
#: "$1,200 a year, paid in four instalments of $300"
_PART_OF = re.compile(r"(?<!ly )\b(?:parts|instal?lments)\s+of\s+$", re.I)
#: "Between $20 and $30 per shift is paid": both are paid, and neither is a threshold.
_BETWEEN_PAID = re.compile(
    r"\W*between\s+\$[\d.,]+\s+and\s+\$[\d.,]*\d(?:\s+(?:per|an?)\s+\w+)?"
    r"(?:\s+(?:is|are|will\s+be|shall\s+be)\s+(?:paid|payable)\b|\W*$)",
    re.I,
)
_PER = re.compile(r"\b(?:per|for\s+each|for\s+every)\s+$", re.I)
#: The condition of a payment is over where the payment begins: "if she stays, she is paid".
_PAID = re.compile(
    r"\b(?:will|shall|must|is|are|may)\s+(?:\w+\s+)?(?:be\s+)?"
    r"(?:paid|receives?|entitled|reimbursed|refunded|claim|granted)\b",
    re.I,
)
_WOULD = re.compile(r"\bwould\b", re.I)
#: "the greater of $2,000 or a 3% increase to base salary"
_ADDED = re.compile(
    r"\bincreases?\b[^.;]{0,60}?\bto\s+(?:the\s+|your\s+|their\s+)?(?:base|salary|salaries|pay)\b"
    r"|\b(?:added|adds?\s+\$\s?[\d.,]+(?:\s+(?:per|an?)\s+\w+)?)\s+to\s+(?:all|each|every)\s+"
    r"(?:\w+\s+){0,3}?(?:salar(?:y|ies)|rates?|wages?|pay)\b",
    re.I,
)
_AGAIN = re.compile(r"\b(?:(?:the|that|this)\s+sum\s+of|(?:the|that|this)\s+additional)\s+$", re.I)

#: How far before a figure the words that belong to it stand: long sentences are read once.
NEAR = 400

WAS = "what it was before"
CHANGE = "a change, and not what it comes to"
_THRESHOLD_WHY = "a threshold"
_END = re.compile(r"\s*(?:[–—-]|to)\s*(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)(?![\d,%])")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure in a sentence, at `start` to `end`.

    `amount` is None where it is not written as one; `unit` is "" for money, whose unit the words
    around it say; `currency` is the one that stands before the sign ("US$40"), else "".
    """

    start: int
    end: int
    text: str
    amount: Decimal | None
    unit: str = ""
    currency: str = ""


def find(sentence: str) -> list[Spoken]:
    """Every figure of a sentence that could be a rate, in order."""
    found = [
        Spoken(
            v.start,
            v.end,
            v.text,
            v.value if isinstance(v.value, Decimal) else None,
            currency=currency.before(sentence[max(0, v.start - 4) : v.start]),
        )
        for v in values.money(sentence)
    ]
    for first in tuple(found):
        # "$60,000 – 65,000": the sign is said once
        other = _END.match(sentence, first.end) if sentence[first.start] == "$" else None
        if other:
            high = Decimal(other["value"].replace(",", ""))
            found.append(
                Spoken(*other.span("value"), other["value"], high, currency=first.currency)
            )
    said = [(day.start, day.end) for day in values.dates(sentence)]
    for match in _OTHER_CENTS.finditer(sentence):
        if any(start <= match.start() < end for start, end in said):
            continue  # "from 1 July 2025 and 99 cents from 1 July 2026"
        found.append(Spoken(*match.span(), f"{match[0]} cents", Decimal(match[0]).scaleb(-2)))
    for match in _FTTE.finditer(sentence):
        found.append(
            Spoken(*match.span(), match[0], Decimal(match["value"]), match["unit"].upper())
        )
    for match in _LOADING.finditer(sentence):
        value = match["value"] or match["of"]
        found.append(Spoken(*match.span(), match[0], Decimal(value), "percent"))
        if later := _LOADING_TO.match(sentence, match.end()):
            start, end = later.start("value"), later.end()
            found.append(
                Spoken(start, end, sentence[start:end], Decimal(later["value"]), "percent")
            )
    for match in _FROM_TO_DAYS.finditer(sentence):
        for name in ("old", "new"):
            found.append(Spoken(*match.span(name), match[name], Decimal(match[name]), "days"))
    for match in (*_ENTITLED.finditer(sentence), *_LEAVE.finditer(sentence)):
        unit = "days per year" if _EACH_YEAR.match(sentence[match.end() :]) else "days"
        found.append(Spoken(*match.span("value"), match["value"], Decimal(match["value"]), unit))
    return sorted(found, key=lambda figure: figure.start)


def reasons(sentence: str, found: Sequence[Spoken], *, note: bool) -> list[str]:
    """Why each figure sets nothing, "" for one that does; `note` says that this is a note."""
    amounts = values.money(sentence)
    changes = rises.changes(sentence, amounts)
    changed = {a.start for a, change in zip(amounts, changes, strict=True) if change}
    said = _Said(sentence, _WOULD.search(sentence) is not None, _ADDED.search(sentence) is not None,
                 0 if note and _EXAMPLE.search(sentence) else _example(sentence),
                 _BETWEEN_PAID.match(sentence) is not None,
                 len(amounts) > 1 and not values.dates(sentence))  # fmt: skip
    whys = ["" if figure.amount is None else _reason(said, figure, changed) for figure in found]
    if len(found) > 2 and _PARTS.fullmatch(sentence, found[0].end, found[1].start):
        parts = [figure.amount or Decimal(0) for figure in found[1:]]
        if found[0].amount == sum(parts):
            whys[0] = "a sum whose parts follow"
    for at, figure in enumerate(found[1:], 1):
        before = sentence[max(0, figure.start - NEAR) : figure.start]
        if not whys[at] and not whys[at - 1] and _PART_OF.search(before):
            whys[at] = "a part of the sum before it"
    for at, (one, other) in enumerate(pairwise(found)):
        both = _AND.fullmatch(sentence, one.end, other.start) and not whys[at + 1]
        if (
            whys[at] == _THRESHOLD_WHY
            and both
            and BETWEEN.search(sentence[max(0, one.start - NEAR) : one.start])
        ):
            whys[at + 1] = _THRESHOLD_WHY
    return whys


@dataclass(frozen=True, slots=True)
class _Said:
    """What a whole sentence says of all its figures; from `example` on they are examples."""

    sentence: str
    would: bool
    added: bool
    example: int
    ranged: bool = False
    exchanged: bool = False  # two amounts and no day: which of them is the old one is all it says


def supposed(sentence: str) -> int:
    """From where on a sentence tells an example, or what would be; behind its end for nothing."""
    return 0 if _WOULD.search(sentence) else _example(sentence)


def _example(sentence: str) -> int:
    found = _EXAMPLE.search(sentence)
    return found.end() if found else len(sentence) + 1


def _reason(said: _Said, figure: Spoken, changed: set[int]) -> str:
    if figure.start in changed:
        return CHANGE
    before = said.sentence[max(0, figure.start - NEAR) : figure.start]
    taken_out = _TAKES_OUT.search(before) or _TAKEN_OUT.match(said.sentence, figure.end)
    if said.exchanged and taken_out:
        return WAS
    entitled = figure.unit.startswith("days")
    if not figure.unit and beside.is_owed(before, said.sentence, figure.end):
        return beside.OWED
    if not figure.unit and beside.is_denied(before):
        return beside.NOT_PAID
    if not figure.unit and beside.is_measured(before, said.sentence, figure.end):
        return beside.MEASURED
    if said.ranged or _LEAST.search(before) or (_FLOOR.search(before) and not _WHO.search(before)):
        return ""
    if _NOW.search(before) and len(values.money(said.sentence)) > 1:
        return WAS
    if _UNTIL_NOW.search(before) and _WILL_BE.match(said.sentence, figure.end):
        return WAS
    if _BEFORE.search(before) and not _ON_TO.match(said.sentence, figure.end):
        return WAS
    if not entitled and (_THRESHOLD.search(before) or _OR_MORE.match(said.sentence, figure.end)):
        return _THRESHOLD_WHY
    if "million" in figure.text:
        return "a fund, and nobody's pay"
    if figure.start >= said.example:
        return "an example"
    if figure.unit:
        return "what another figure is for" if _PER.search(before) else ""
    if _FOR_EACH.search(before):
        return "what another figure is for"
    limb = re.split(r"[,;]", before)[-1]
    paid = _PAID.search(limb) and not _WOULD.search(limb)
    supposed = _SUPPOSED.search(before)
    if (said.would and not paid) or (supposed and not _PAID.search(supposed[0])):
        return "a supposition"
    if said.added:
        return CHANGE
    return "said again" if _AGAIN.search(before) else ""
