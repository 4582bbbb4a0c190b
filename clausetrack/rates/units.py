"""In what a figure is counted, as the words around it say."""

from __future__ import annotations

import re
from functools import lru_cache

from clausetrack.numbering import NUMBER_WORD
from clausetrack.values import MONTH

ONCE = "NZD once"
MONEY = "NZD"

#: What an amount may be paid for, by the word behind "per", "a", "each" or "every".
_WORDS = {
    "annum": "year", "year": "year", "hour": "hour", "kilometre": "kilometre",
    "kilometer": "kilometre", "km": "kilometre", "24 hour": "24 hours",
    "24 hour period": "24 hours", "period of 24 hour": "24 hours",
    "pay period": "pay period",
    "fte": "FTTE", "ftte": "FTTE", "full time equivalent": "FTTE",
    "full time teacher equivalent": "FTTE",
    **{f"{number} year": f"{number} years" for number in ("two", "three", "four", "five")},
    **{
        word: word
        for word in (
            *("night", "day", "week", "fortnight", "month", "shift", "duty", "call", "occasion"),
            *("meal", "session", "trip", "visit", "term", "student", "child", "pupil", "person"),
        )
    },
}  # fmt: skip
#: Of these "a", "each" and "every" say nothing of money.
_PER_ONLY = frozenset({"term", "student", "child", "pupil", "person"})
_WHOLE = {
    "annually": "year",
    "yearly": "year",
    "pa": "year",
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "yr": "year",
    "hr": "hour",
    "h": "hour",
}
_BY_LETTER = {
    "a": "year", "h": "hour", "w": "week", "f": "fortnight", "d": "day", "m": "month",
}  # fmt: skip
#: "per 100 kilometres", "each half hour", "every second year": no rate for one of them.
_MANY = (
    r"\d{1,4}|half|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|twenty-four|thirty-six"
    r"|second|other|alternate|third"
)
_EVERY = {"second": "two", "other": "two", "alternate": "two", "third": "three"}
_SINGLE = "|".join(("year", "month", "fortnight", "week", "day", "night", "shift", "hour", "km",
                    "kilometre"))  # fmt: skip
_KEYS = "|".join(sorted((key.replace(" ", "[- ]") for key in _WORDS), key=len, reverse=True))
#: "a meal allowance" is none for each meal.
_A = (
    rf"an?(?!\s+(?:{_KEYS})s?\s+(?:allowances?|breaks?|payments?|money|rates?|fees?|differentials?"
    r"|premiums?|loadings?)\b)"
)
_YEAR = r"(?:(?:fiscal|financial|calendar|school|academic|contract)\s+(?=year))?"
#: "per split shift", "per completed hour"
_SORT = (
    r"(?:(?:split|broken|extra|double|completed|full|whole)\s+(?=shift|duty|hour|day|week|month))?"
)
_AMONG = re.compile(
    r"(?<![a-z])(?<!twice )(?<!times )(?<!after )(?<!within )(?<!than )(?<!over )(?<!before )"
    rf"(?<!during )(?:(?P<how>per|{_A}|each|every|by\s+the)\s+{_YEAR}{_SORT}"
    rf"(?P<word>{_KEYS})s?(?!\w)"
    r"(?!\s+(?:runs?|means?)\b)"
    rf"|(?:per|each|every|in\s+any)\s+(?P<many>{_MANY})[\s-]+(?P<single>{_SINGLE})s?(?!\w)"
    r"|(?P<whole>annually|yearly|hourly|daily|weekly|fortnightly|monthly|p\.?a\.?(?![a-z])))"
    r"|/\s?(?P<slash>hour|hr?|km|day|week|year|yr)\b",
    re.I,
)
#: "in fortnightly instalments of $40"
_INSTALMENTS = re.compile(
    r"\b(hourly|daily|weekly|fortnightly|monthly)\s+(?:\w+\s+)?(?:of|rate|at)\s+$", re.I
)
#: "the hourly wage of a cook shall be $31"
_PERIOD_OF_PAY = re.compile(
    r"\b(hourly|daily|weekly|fortnightly|monthly)\s+(?:\w+\s+){0,2}?"
    r"(?:rate|wage|salary|pay|allowance|retainer|fee)"
    r"(?:\s+(?:of|for)\s+[^.;:,$\d]{1,40}?)?\s+(?:is|are|becomes?|(?:shall|will)\s+be|of)\s+$",
    re.I,
)
_LEAD = re.compile(
    r"(?:\s*\)|\s*\([a-z -]+\sdollars?\))?\s*\(?(?:gross\s+|net\s+)?(?:for\s+)?", re.I
)
#: Right behind an amount: "$3.00ph", "$10 p/w". What is said of a time of day is none ("pm").
_LETTERS = re.compile(r"\s?p(?:[./]?(?P<one>[ahwf])|/(?P<other>[dm]))\b\.?", re.I)
#: The same at the end of a cell: "$27.00 p/h".
_CELL_LETTERS = re.compile(r"\d\s*(?P<what>p[./]?[ahwf])\.?[\s*]*$", re.I)
#: How long somebody works, and no period of pay: "40 hours per week", "five days a week".
_WORKED = re.compile(
    rf"\b(?:[\d.,]+|{NUMBER_WORD})[ -](?:hours?|days?|shifts?)\s+(?:per|an?|each|every)\s+\w+", re.I
)
#: "is paid each 1 July"
_EACH_DAY = re.compile(
    rf"[^.;$]{{0,30}}?\b(?:each|every)\s+(?:\d{{1,2}}\s+)?{MONTH}\b(?!\s+\d)", re.I
)
_NEAR = 45  # characters after an amount in which its period may still stand
_ONCE = re.compile(
    r"\bone[- ](?:off|time)\b|\blump[- ]sums?\b|\bonce only\b"
    r"|\b(?:paid|payable)\s+once\b(?!\s+(?:an?|per|every|each|in)\b)",
    re.I,
)
#: With what pay something is paid: once, where it is not paid year by year.
_WITH_PAY = re.compile(
    r"\b(?:on|in)\s+the\s+(?:first|next)\s+(?:full\s+)?pay\s*(?:day|period|run)\b",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:paid|payable|made|given)\s+(?:annually|yearly|every\s+year|each\s+year|once\s+a\s+year)\b",
    re.I,
)
#: What is paid beside a salary: a table of these is for a year only where its words say so.
_EXTRA = re.compile(r"\b(?:allowances?|payments?|grants?|bonus(?:es)?|fees?|lump)\b", re.I)
_YEARLY = re.compile(r"\bannual\b", re.I)
_ANNUAL = re.compile(r"\bannual\b|\bsalar(?:y|ies)\b|\bremuneration\b|\bUBSS\b", re.I)
_ALONE = re.compile(
    r"(?:^|\b(?:current|existing|present|new|old|20\d\d)\W+)(?P<period>hour|week|fortnight)\W*$",
    re.I,
)
_PER_HEADING = re.compile(r"\W*per\W*", re.I)
_PERIOD_HEADING = re.compile(r"\W*(?:unit|period|frequency|basis|payable|paid)\W*", re.I)
#: No salary for a year is written below this; an "annual" scale of such figures is something else.
_LEAST_SALARY = 1000
#: A scale of pay in five figures is for a year, whether or not it is called a salary.
_SURELY_ANNUAL = 10_000
#: Nobody earns five figures in so short a time: "salaries are paid fortnightly" says when.
_SHORT = frozenset({"hour", "day", "week", "fortnight", "shift", "night"})
_PAY = re.compile(r"\b(?:pay|rates?|scale|wages?|range|step|grade)\b", re.I)


_TIME = re.compile(rf"\b(?:annum|pay\s+period|{_SINGLE})\b", re.I)


def _name(found: re.Match[str]) -> str:
    """The period that the words name, "" where they are of something else."""
    if found["word"]:
        word = found["word"].lower().replace("-", " ")
        return "" if word in _PER_ONLY and found["how"].lower() != "per" else _WORDS[word]
    if found["many"]:
        many, single = found["many"].lower(), found["single"].lower().replace("km", "kilometre")
        if many == "half":
            return f"half {single}"
        return f"{_EVERY.get(many, many)} {single}s"
    short = (found["whole"] or found["slash"]).lower().replace(".", "")
    return _WHOLE.get(short) or _WORDS[short]


@lru_cache(maxsize=4096)
def _among(text: str) -> frozenset[str]:
    text = _WORKED.sub(" ", text)
    return frozenset(filter(None, map(_name, _AMONG.finditer(text))))


def is_time(words: str) -> bool:
    """Do words name a time, and no thing that is counted: "per day", "for each week"?"""
    return _TIME.search(words) is not None


def is_once(sentence: str) -> bool:
    """Does a sentence say that what it names is paid once?"""
    with_pay = _WITH_PAY.search(sentence) and not _AGAIN.search(sentence)
    return bool(_ONCE.search(sentence) or with_pay)


def of_sentence(before: str, after: str, *, once: bool) -> str:
    """The unit of an amount of money that stands between `before` and `after` in a sentence.

    `once` is what `is_once` says of the sentence.
    """
    if letters := _LETTERS.match(after):
        return f"{MONEY} per {_BY_LETTER[(letters['one'] or letters['other']).lower()]}"
    lead = _LEAD.match(after)
    following = _AMONG.match(after, lead.end() if lead else 0)
    if following and (name := _name(following)):
        beside = _AMONG.match(after, following.end() + 1)
        if beside and not is_time(name) and (other := _name(beside)) and is_time(other):
            name = other  # "$19 per child per day"
        return f"{MONEY} per {name}"
    if once:
        return ONCE
    near = after[:_NEAR]
    said = _among(near)
    if len(said) == 1 and not re.search(r"\d", near):
        return f"{MONEY} per {next(iter(said))}"
    if re.search(r"\bannual\b[^.]{0,30}$", before, re.I) or _EACH_DAY.match(after):
        return f"{MONEY} per year"
    if named := _INSTALMENTS.search(before) or _PERIOD_OF_PAY.search(before):
        return f"{MONEY} per {_WHOLE[named[1].lower()]}"
    return MONEY


def of_column(heading: str) -> str:
    """The unit that the heading of one column names ("Annual", "Hourly rate"), "" for none."""
    periods = _among(heading)
    if not periods and re.search(r"\bannual\b", heading, re.I):
        periods = frozenset({"year"})
    return f"{MONEY} per {next(iter(periods))}" if len(periods) == 1 else ""


def of_period(heading: str) -> str:
    """The unit that a heading is, alone or behind a day: "From 1 July 2026 Fortnight"."""
    found = _ALONE.search(heading)
    return f"{MONEY} per {found['period'].lower()}" if found else ""


def of_unit_cell(text: str) -> str:
    """The unit that a cell is for, where it says nothing else ("per annum"), "" otherwise."""
    found = _AMONG.fullmatch(" ".join(text.split()))
    return f"{MONEY} per {_name(found)}" if found and _name(found) else ""


def of_words(text: str) -> str:
    """The unit with which the words behind a figure begin ("per hour, on call only"), "" else."""
    found = _AMONG.match(" ".join(text.split()))
    return f"{MONEY} per {_name(found)}" if found and _name(found) else ""


def behind(heading: str, text: str) -> str:
    """What a cell behind the figures says, with the words of its heading ("Per" over "week")."""
    if _PER_HEADING.fullmatch(heading):
        return f"per {text}"
    said = _PERIOD_HEADING.fullmatch(heading) and text.lower() in {"annual", "yearly"}
    return "annually" if said else text


def is_count(unit: str) -> bool:
    """Is it a unit of what is counted, and not of money?"""
    return unit.split(" ")[0] in {"days", "FTTE", "FTE", "percent"}


def is_paid_once(unit: str) -> bool:
    """Is it a unit of money that is paid once?"""
    return unit.endswith(" once")


def is_open(unit: str) -> bool:
    """Is it money of which no period is said?"""
    return " " not in unit and not is_count(unit)


def in_currency(unit: str, currency: str) -> str:
    """The unit with its money in another currency: "NZD per hour" is "$ per hour"."""
    money = unit == MONEY or unit.startswith(f"{MONEY} ")
    return f"{currency}{unit.removeprefix(MONEY)}" if money else unit


def alike(one: str, other: str) -> bool:
    """The same unit, or two amounts of one currency of which one does not say its period."""
    same = not is_count(one) and one.split(" ")[0] == other.split(" ")[0]
    return one == other or (same and (is_open(one) or is_open(other)))


def of_cell(printed: str, unit: str) -> str:
    """The unit of a figure of a table: what its own cell says ("$47 per night"), else `unit`."""
    letters = _CELL_LETTERS.search(printed)
    if letters and unit.startswith(MONEY):
        return of_sentence("", letters["what"], once=False)
    periods = _among(printed)
    known = len(periods) == 1 and unit.startswith(MONEY)
    return f"{MONEY} per {next(iter(periods))}" if known else unit


def of_table(heading: str, amounts: int, smallest: int, *around: str) -> str:
    """The unit of a table's column: by its own heading, then the caption, then what is around.

    A salary is for a year where nothing else is said; so are no figures below a thousand.
    """
    for text in (heading, *around):
        periods = _among(text)
        if len(periods) == 1 and (smallest < _SURELY_ANNUAL or not periods & _SHORT):
            return f"{MONEY} per {next(iter(periods))}"
    said = (heading, *around)
    extra = smallest < _SURELY_ANNUAL and any(map(_EXTRA.search, (heading, *around[:1])))
    yearly = _YEARLY if extra else _ANNUAL
    if amounts and smallest >= _LEAST_SALARY and any(map(yearly.search, said)):
        return f"{MONEY} per year"
    if amounts and smallest >= _SURELY_ANNUAL and any(map(_PAY.search, said)):
        return f"{MONEY} per year"
    return MONEY
