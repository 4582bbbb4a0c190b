"""Increases that a text states: "by $1,300 effective from 3 October 2025", "2.5% 28 Jan 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausetrack import values
from clausetrack.numbering import NUMBER_WORD
from clausetrack.rates import days

#: What stands before an amount that is a change and not a value.
_CHANGE = re.compile(
    r"\b(?:by|(?:increase|rise|reduction|decrease|movement|adjustment)s?\s+of)\s+"
    r"(?:(?:a|an|further|up|to|another|about|either)\s+)*"
    r"(?:the\s+(?:greater|higher|larger|bigger|better|more|lesser|lower)\s+of\s*:?\s+)?"
    r"(?:(?:\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)|\$\s?[\d,.]+(?:\s+(?:per|an?)\s+\w+)?)"
    r"(?:\s+\w+){0,2}?,?\s+(?:or|and)\s+)?"
    rf"(?:(?:{NUMBER_WORD})(?:\s+and\s+(?:a|one)[\s-](?:half|quarter))?\s+per\s?cent\s*)?\(?$"
    # "two annual increases ($4,000 in year 1, …"
    rf"|\b(?:\d+|{NUMBER_WORD}|annual|yearly)\s+(?:\w+\s+){{0,3}}?increases\s*\(\s*$",
    re.I,
)
#: The least or the most by which pay rises: "rates go up 3% (minimum $1.00 an hour)".
_BOUND = re.compile(
    r"\b(?:increas\w+|ris(?:es?|ing)|go(?:es)?\s+up|lift\w*|adjust\w*)\b(?:[^.;$]|\.(?=\d)){0,60}?"
    r"\d\s?(?:%|per\s?cent\b)(?:(?!(?<!subject )\bto\s)[^.;$]){0,40}?"
    r"\b(?:minimum|maximum|floor|ceiling|cap|at\s+least|(?:not|no)\s+(?:less|more)\s+than|capped\s+at|up\s+to)\s+"
    r"(?:of\s+)?$",
    re.I,
)
_RESULT = re.compile(r"\b(?:to|from|is|at|of)\s+(?:\w+\s+){0,2}$", re.I)
#: Behind a percentage that is a change: "a 3% increase"; or that is a share: "80% of the rate".
_RISE = re.compile(r"\s+(?:[^\W\d]+\s+){0,2}?(?:increase|rise|uplift|reduction|decrease)\b", re.I)
_KEY = r"(?:level|band|class|point)\s+(?:\d[\w.]*|[A-Z])"
_SHARE = re.compile(
    r"\s+of\s+(?:(?!(?:is|are|will|shall)\b)[\w’'.-]+\s+){0,8}?(?:rates?|salary|salaries|wages?|pay|allowance|minimum|earnings"
    rf"|step|grade|scale|{_KEY})\b",
    re.I,
)
#: A rate of pay that is a share: "is paid 80% of the Grade 1 rate", and not "80% of your salary".
_IS_PAID = re.compile(r"\b(?:is|are|be|paid|at|receives?)\s+(?:\w+\s+){0,2}$", re.I)
_OF_RATE = re.compile(
    r"\s+of\s+(?:(?!(?:is|are|will|shall)\b)[\w’'.-]+\s+){0,8}?(?:rates?|allowance|minimum|step|grade"
    rf"|scale|{_KEY})\b",
    re.I,
)
#: "the hourly rate plus 25%", "150% of the hourly rate and Sunday work at 175%"
_PLUS = re.compile(
    r"\b(?:rates?|pay|wages?|salary|salaries|earnings)\s+plus\s+(?:(?:an?|the|additional|further|casual)\s+)*$",
    re.I,
)
_ALSO_AT = re.compile(
    rf"(?:%|per\s?cent){_OF_RATE.pattern}[^.;$]{{0,60}}\b(?:at|and|or|then|(?:rising|increasing)\s+to),?\s+"
    r"(?:(?:from|on|effective|after)\s[^;.$%]{1,40}?,?\s+)?$",
    re.I,
)
#: A share of one step is nobody's leave pay: "first six months: 85% of Step 3".
_OF_STEP = re.compile(
    r"\s+of\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:step|grade|level|point|band|class)\s+(?:\d[\w.]*|[A-Z]\b)",
    re.I,
)
#: "the following percentages of the trade rate: first year 55%, second year 65%"
_SHARES = re.compile(
    r"\b(?:percentages?|proportions?)\s+of\s+(?:[\w’'-]+\s+){0,5}?(?:rates?|wages?|salary|salaries)\b"
    r"[^.;%]{0,40}?:[^.;]*$",
    re.I,
)
_GIVEN = re.compile(r"\breceives?\s+(?:(?:an?|the|further|additional)\s+)*$", re.I)
_ALSO = re.compile(r"[^.;%]{0,60}?,?\s+(?:and|or)\s+[^.;%]{0,40}")
_IF = re.compile(r"\b(?:if|whether|unless|where|should)\b[^,;]*$", re.I)
_PAY = re.compile(
    r"\b(?:rates?|salar(?:y|ies)|wages?|pay|paid|payments?|allowances?|fees?|remuneration|scales?|it"
    r"|receives?\s+(?:\w+\s+){0,3}?increases?|extras?|loadings?|premiums?|bonus(?:es)?|supplements?|they|this|these|figures?|amounts?)\b",
    re.I,
)
_RISES = re.compile(r"\b(?:increas|ris(?:e|es|ing)\b|go(?:es)?\s+up\b|adjust|lift|rais)", re.I)
_FROM_DAY = re.compile(
    r"(?:\s+(?:on|to|for|across)\s+all\s+[\w ]{3,30}?)?"
    rf"\s*(?:\(?(?:from|on|effective|with\s+effect|{days.WEF}))\s",
    re.I,
)
#: "3% or $1,600, whichever is greater": of these two neither is paid, unless words of pay say so.
_EITHER = (
    re.compile(r"\d\s?(?:%|per\s?cent)(?:\s+(?:increase|rise))?,?\s+or\s+(?:an?\s+)?$", re.I),
    re.compile(
        r"(?:\s+(?:per|an?)\s+\w+|\s*p\.?a\.?)?,?\s+or\s+(?:an?\s+)?\d+(?:\.\d+)?\s?"
        r"(?:%|per\s?cent\b)(?!\s+of\b)",
        re.I,
    ),
)
_OR = re.compile(r"(?:\s+(?:per|an?)\s+\w+|\s*p\.?a\.?|\s+\w+)?,?\s+or\s+(?:an?\s+)?", re.I)
_WHICHEVER = re.compile(r"\bwhichever\b", re.I)
_PAID = re.compile(
    r"\b(?:loadings?|allowances?|penalt(?:y|ies)|premiums?|commission|bonus(?:es)?|contribut\w+"
    r"|supplements?|gratuit(?:y|ies)|fees?|pa(?:id|ys?|yable)|receives?|entitled)\b",
    re.I,
)
#: A heading over rises: "Wage increases".
OF_RISES = re.compile(r"\b(?:increases?|adjustments?|movements?|uplifts?)\b", re.I)
#: "on the following dates: 1 May 2025 = 4%"
_DAY_IS = re.compile(r"\d{4}\s*[=:–—-]\s*$")
_BOUNDED = re.compile(
    r"\s*[,(]?\s*(?:with\s+|subject\s+to\s+|and\s+)?(?:an?\s+)?(?:minimum|maximum|at\s+least)\b",
    re.I,
)
#: Rises that are given by something else, and by no figure.
_FOLLOWS = re.compile(
    r"\b(?:increase[ds]?|rises?|adjusted|moves?|lifted|raised)\b[^.;$%]{0,60}?\b(?P<what>(?:by|in\s+line\s+with)\s+"
    r"(?:the\s+same\s+(?:percentage|per\s*cent|amount|proportion)|(?:the\s+)?(?:annual\s+|percentage\s+)*"
    r"(?:movements?|changes?|increases?)\s+in\s+the\s+(?:CPI|Consumers?[’']?\s+Price(?:\s+Index)?)|(?:the\s+)?CPI\b))",
    re.I,
)
#: The result stands behind its change, or before it: "by 3% to $515", "$515, an increase of 3%".
RESULT = re.compile(r"[^.;$]{0,60}?\bto\s+(?:\w+\s+){0,3}?$", re.I)
OF_RESULT = re.compile(
    r"[^.;$]{0,60}?[(,]\s*(?:(?:being|representing|which\s+is|that\s+is|i\.e\.,?)\s+)?(?:an?|the)\s+"
    r"(?:increase|rise)\s+of\s+$",
    re.I,
)
SHARE = "a share of another figure, and not computed"
STATED = "a rise that is stated, and not what it comes to"
_NEAR = 400  # characters before an amount in which the words that make it a change stand
_MORE = re.compile(r"\b(?:and|then)\s+(?:\w+\s+){0,3}$|[,(]\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Rise:
    """A stated increase: `amount` in dollars or in per cent, from `start` where a day is said."""

    amount: Decimal
    percent: bool
    start: date | None
    text: str


def changes(sentence: str, amounts: Sequence[values.Value]) -> list[bool]:
    """Which amounts of money in a sentence are changes, and no values.

    "by $1,300 from May and $1,200 from June" states two: what follows a change in the same list
    is one too, unless the words say what it comes to.
    """
    out: list[bool] = []
    end = 0
    either = _WHICHEVER.search(sentence) is not None and not _PAID.search(sentence)
    for amount in amounts:
        before = sentence[max(0, amount.start - _NEAR) : amount.start].replace("*", "")
        change = bool(_CHANGE.search(before) or _BOUND.search(before))
        change = change or (either and _is_either(sentence, before, amount))
        if not change and out and out[-1]:
            between = sentence[end : amount.start].replace("*", "")
            change = bool(_MORE.search(between)) and not _RESULT.search(between)
        out.append(change)
        end = amount.end
    return out


def _is_either(sentence: str, before: str, amount: values.Value) -> bool:
    """Does a percentage stand before or behind an amount, of which the greater counts?"""
    return bool(_EITHER[0].search(before) or _EITHER[1].match(sentence, amount.end))


def of_sums(text: str, held: Set[object]) -> str:
    """The sentences of a text that name no sums, or some of those that a table holds.

    They may say what it is in; a sentence with a sum of its own speaks of something else.
    """
    kept = []
    for sentence in days.SENTENCE.split(text):
        found = values.money(sentence)
        sums = [v.value for v, change in zip(found, changes(sentence, found), strict=True)
                if not change]  # fmt: skip
        if not sums or not held.isdisjoint(sums):
            kept.append(sentence)
    return " ".join(kept)


def is_rate(sentence: str, start: int, end: int) -> bool:
    """Is a share somebody's rate of pay, and not what leave or an accident is paid at?"""
    before = sentence[max(0, start - _NEAR) : start]
    of_rate = _OF_RATE.match(sentence, end) and _IS_PAID.search(before)
    of_rate = of_rate or _OF_STEP.match(sentence, end) or _SHARES.search(before)
    return bool(of_rate or _PLUS.search(before) or _ALSO_AT.search(before))


def percents(
    sentence: str, above: str, heading: str, *, of_pay: bool
) -> list[tuple[values.Value, str]]:
    """The percentages that change pay, or are a share of it, each with which of them it is.

    `above` is what stands over the sentence ("wages increase as follows:"), and `heading` its
    heading; `of_pay` says that the sentences before this one set pay.
    """
    out: list[tuple[values.Value, str]] = []
    of_pay = of_pay or _PAY.search(sentence) is not None
    listed = _RISES.search(above.strip().rpartition("\n")[2]) is not None
    listed = listed or OF_RISES.search(heading) is not None
    sums = values.money(sentence)
    pairs = [a for a, change in zip(sums, changes(sentence, sums), strict=True) if change]
    for value in values.percentages(sentence):
        before = sentence[max(0, value.start - _NEAR) : value.start]
        last, end = (out[-1][1], out[-1][0].end) if out else ("", 0)
        behind = _FROM_DAY.match(sentence, value.end) or _BOUNDED.match(sentence, value.end)
        dated = behind is not None and not before.rstrip().endswith("(")
        rises = bool(
            _CHANGE.search(before) or _RISE.match(sentence, value.end)
            or ((dated or _DAY_IS.search(before)) and (_RISES.search(before) or listed))
            or any(_is_beside(sentence, value, each) for each in pairs)
            or (last == STATED and _MORE.search(sentence[end : value.start]))
        )  # fmt: skip
        given = bool(dated and _GIVEN.search(before))
        rises, of_pay = rises or given, of_pay or given
        share = bool(_SHARE.match(sentence, value.end) or _PLUS.search(before))
        share = share or _SHARES.search(before) is not None
        if share or (last == SHARE and not rises and _ALSO.fullmatch(sentence, end, value.start)):
            out.append((value, SHARE))
        elif rises and (of_pay or listed) and not _IF.search(before):
            out.append((value, STATED))
    return out


def _is_beside(sentence: str, percent: values.Value, amount: values.Value) -> bool:
    """Is a percentage the other of two of which an amount that is a change is the one?"""
    first, second = sorted((percent, amount), key=lambda value: value.start)
    return _OR.fullmatch(sentence, first.end, second.start) is not None


def followers(sentence: str) -> list[re.Match[str]]:
    """The words by which pay follows something else: "by the same percentage as", "the CPI"."""
    return [
        found
        for found in _FOLLOWS.finditer(sentence)
        if _PAY.search(sentence) and not _IF.search(sentence[: found.start()])
    ]


def stated(text: str) -> tuple[Rise, ...]:
    """The increases that `text` states, in its order, in dollars and in per cent."""
    found: list[tuple[int, Rise]] = []
    for sentence in days.SENTENCE.split(text):
        amounts = values.money(sentence)
        kept = [a for a, change in zip(amounts, changes(sentence, amounts), strict=True) if change]
        kept += values.percentages(sentence)
        kept.sort(key=lambda value: value.start)
        periods = days.of_figures(sentence, [(value.start, value.end) for value in kept])
        for value, (start, _) in zip(kept, periods, strict=True):
            if isinstance(value.value, Decimal):
                percent = value.kind == "percent"
                found.append((value.start, Rise(value.value, percent, start, value.text)))
    return tuple(rise for _, rise in found)
