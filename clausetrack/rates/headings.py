"""What the heading of a column of rates says of time beside a date, and its other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from clausetrack import values
from clausetrack.grids import RISE, WEEKDAY, written_days
from clausetrack.numbering import NUMBER_WORD
from clausetrack.rates import days, openings

_FIRST_PAY = (
    r"(?:first|next)\s+(?:(?:full|complete)\s+)?pay(?:roll|day|\s*period|\s+day|\s+run|\s+week"
    r"|\s+cycle|\s+fortnight)?"
)
#: "the first pay period after 1 May 2026": nobody but the payroll knows on which day that is.
_PAY = re.compile(
    rf"\b{_FIRST_PAY}\b(?!\s+(?:rates?|scales?)\b)"
    r"|(?<!per )(?<!each )\b(?:payday|pay(?:roll)?\s*(?:period|day|run|week|cycle|fortnight))s?\b"
    r"(?=.*\bafter\b)"
    r"|\bF?FPP(?:[A-Z]{0,4}\b)",  # "FFPPOA": the first full pay period on or after
    re.I,
)
#: The same over columns that have the days: "from the first pay period on or after these dates".
_NEXT_PAY = re.compile(
    rf"\b(?P<what>{_FIRST_PAY}\s+(?:(?:commencing|beginning|starting|falling)\s+)?"
    r"(?:on\s+(?:or|and)\s+)?(?:after|following))"
    r"(?:\s+(?:each\s+of\s+)?(?:the|these)\s+(?:following\s+)?(?:dates?|days?)[^.;:$\d]{0,40})?$",
    re.I,
)
#: A heading that is no more than what the figures begin with: "Effective on ratification".
_SETTLED = re.compile(
    r"(?:(?:rates?|new|effective|with\s+effect|from|at|on|upon|after|the)\s+)*"
    r"(?P<what>(?:\w+\s+(?:days?|weeks?|months?|years?)\s+(?:after|from)\s+(?:the\s+)?)?(?:date\s+of\s+)?(?:ratification|settlement|signing|commencement|approval"
    r"|lodge?ment|DO[RS]\b(?:\s*\+\s*\d+\s+(?:months?|years?))?)"
    r"(?:\s+of\s+(?:the|this)\s+(?:collective\s+|enterprise\s+)?agreement)?"
    r"|(?:first|second|third|1st|2nd|3rd)\s+anniversary(?:\s+of\s+(?:the\s+)?[\w ]+)?)",
    re.I,
)
#: A day on which the figures may begin, or not.
_PERHAPS = re.compile(
    r"\b(?:(?:not|no)\s+(?:before|earlier|later|sooner)|expected|indicative|approx\w*|about|proposed|subject\s+to)\b",
    re.I,
)
#: A year, or two: "2025", "2025/26", "FY 2025–2026", "FY26".
_YEARS = re.compile(
    r"(?:\bFY\s?)?(?<![\w$,./–-])20[0-4]\d(?:\s?[/–-]\s?(?:20)?\d\d)?(?![\w/]|[,.–-]\d)|\bFY\s?\d\d\b"
    r"(?![,.]\d)"
)
#: A number that looks like a year and counts something.
_COUNTED = re.compile(
    r"\s*(?:hours?|hrs?|kms?|kilometres?|pupils?|students?|cc|kg|members?)\b", re.I
)
_ONE_YEAR = 4  # characters; a row "2015" may be the year of an appointment
#: Right before the day of a whole table: "Rates as at 1 May 2025", "Rates (1 May 2025)".
_OF_TABLE = re.compile(
    rf"(?:\b(?:from|effective|as\s+(?:at|of)|at|commencing|starting|{days.WEF})\s+|[(,:–—-]\s*|^\W*)$",
    re.I,
)
_BRACKETED = re.compile(r"[^.;$(]{0,25}?(?:p\.a\.)?\s*\((?P<what>[^()]{2,20})\)")
_THEREAFTER = re.compile(
    r"\b(?:thereafter|afterwards|subsequently|after\s+that\s+(?:date|day))\b", re.I
)
#: Words beside a day that say no more than which of several days it is.
_TIMES = re.compile(
    r"\b(?:year|stage|phase|increase|adjustment|tranche|instalment)\s+(?:\d{1,2}|[A-D]|I{1,3}|IV|one"
    r"|two|three|four|five)\b"
    r"|\b(?:1st|2nd|3rd|\dth|first|second|third|fourth|fifth)\s+(?:year|increase|adjustment|stage|phase"
    r"|tranche|instalment)\b",
    re.I,
)
#: A while after a day that another column names.
_LATER = re.compile(
    rf"\bafter\s+(?:(?:a|an|another|further|the)\s+)*(?:\d+|{NUMBER_WORD}|first|second)?\s*"
    r"(?:months?|years?)\b(?![’']|\s+(?:of|in|service|employment|experience|at)\b)"
    rf"|\b(?:\d+|{NUMBER_WORD}|an?)\s+(?:months?|years?)\s+(?:later|on|after(?:wards)?)\b",
    re.I,
)
_PERCENT = r"\+?\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent\b)(?:\s+(?:increase|rise|adjustment))?"
#: A rise at the side of a day; "(81% to 100%)" is whose the figures are.
_RISE = re.compile(rf"^\s*{_PERCENT}(?!\s*(?:to\b|[–-]))|(?:^|(?<!to)\s){_PERCENT}\s*$", re.I)
_MORE = re.compile(RISE, re.I)
_FROM = re.compile(
    r"\b(?:from|effective|commenc\w+|start\w*|begin\w*|w\.?e\.?f|after|payable)\b", re.I
)
#: A heading over what says where in the agreement each row stands: "Clause", "Ref. no.".
_OF_TIME = re.compile(
    r"\W*(?:(?:average|daily|maximum|minimum|number|of|ordinary|paid|total|weekly|work(?:ing)?)\s+)*"
    r"(?:minutes|hours|days|weeks|months)(?:\s+(?:an?|each|in|of|per|worked)\b.*)?\W*",
    re.I,
)
_REFERENCE = re.compile(
    r"\W*(?:clause|section|article|para(?:graph)?|schedule|ref(?:erence)?|(?:\w+\s+)?code)s?"
    r"(?:[\s.]+(?:no\.?|number|ref(?:erence)?))?\W*",
    re.I,
)
#: Headings over steps that only say what the rows are.
_PLAIN_KEY = re.compile(
    r"\b(?:steps?|grades?|levels?|years?|points?|scales?|bands?|rank|positions?|roles?|titles?"
    r"|areas?|zones?|regions?|locations?|class(?:es|ification)?|licen[cs]e|designation|service|roll|categor\w+|groups?"
    r"|range|rates?|type|description|dates?|effective"
    r"|allowances?|items?|stages?|qualifications?|u-grades?)\b|\d",
    re.I,
)
_PLAIN_WORD = re.compile(
    r"\W*(?:trade|call|shift|employee|worker|occupation|job|duty|duties|task|work|name|instrument"
    r"|vehicle|vessel|age|hour|day|time|(?:completed\s+)?month|in\s+charge\s+of)s?(?:\s+(?:titles?|names?))?\W*",
    re.I,
)
#: Between a year and its first day: words of the rates, and of nothing else.
_OF_RATES = (
    r"[\"”’']?(?:\s+(?:rates?|scales?|pay|salar(?:y|ies)|wages?|columns?|years?|figures?|amounts?|appl(?:y|ies)"
    r"|are|is|paid|payable|effective|takes?|effect|which|that|runs?|begins?|starts?|means?|the)\b)*\s+"
)
_OF_ANYTHING = r"[^.;\d]{0,40}?"
_EMPTY = re.compile(r"\(\s*(?:from|on|effective|commencing|starting|w\.?e\.?f\.?)?\W*\)", re.I)


def next_pay(text: str) -> str:
    """What a line over dated columns says they begin with: the pay "on or after" each day."""
    found = _NEXT_PAY.search(" ".join(text.split()).strip(" :.()*†"))
    return found["what"] if found else ""


def event(text: str) -> str:
    """What the figures begin with where that is no date, in the words of the heading."""
    text = " ".join(text.split())
    if pay := _PAY.search(text):
        places = written_days(text)
        end = places[-1][1] if places and places[-1][0] > pay.start() else len(text)
        return text[pay.start() : end].strip(" :.()*†")
    if written_days(text) and _PERHAPS.search(text):
        return text
    settled = _SETTLED.fullmatch(text.strip(" :.()*†"))
    return settled["what"] if settled else openings.event(text)


def years(text: str) -> str:
    """The years that a heading names and no day of them ("2025/26"), "" where it names none."""
    found = [year[0] for year in _YEARS.finditer(text) if not _COUNTED.match(text, year.end())]
    return " ".join(found) if not written_days(text) else ""


def year_alone(title: str) -> str:
    """The years that a title is, and nothing else: "2025/26:"."""
    said = years(title)
    return said if said == title.strip(" :") else ""


def without_years(text: str) -> str:
    """A text without the years that it names, and without how much later it is."""
    return _LATER.sub(" ", _YEARS.sub(" ", text))


def year_of_row(key: str) -> str:
    """The years that a row is named by and nothing else: "2025/26"."""
    said = years(key)
    return said if said == key and len(said) > _ONE_YEAR else ""


def year_behind(after: str) -> str:
    """The years in brackets behind a figure of a sentence ("$250 a year (2025/26)"), or ""."""
    found = _BRACKETED.match(after)
    said = years(found["what"]) if found else ""
    return said if found and said == found["what"].strip() else ""


def of_table(caption: str, over: str) -> str:
    """The caption of a table, or the heading over it where that alone names the day of it."""
    places = written_days(over) if not written_days(caption) else []
    own = places and _OF_TABLE.search(WEEKDAY.sub("", over[: places[0][0]]))
    return over if own else caption


def thereafter(text: str) -> str:
    """The word by which a heading says that its figures follow those of the column before it."""
    found = _THEREAFTER.search(text) if not written_days(text) else None
    return found[0] if found else ""


def is_later(text: str) -> bool:
    """Does a heading say how long after another's day its figures begin ("12 months later")?"""
    return _LATER.search(text) is not None and not written_days(text)


def without_times(text: str) -> str:
    """A heading without the words that only say which of several days its day is."""
    for pattern in (_MORE, _RISE, _TIMES, _LATER, _YEARS, _THEREAFTER, _EMPTY):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def are_turns(labels: Sequence[str]) -> bool:
    """Do columns say nothing but which of several times theirs is ("Year 1", "Year 2")?"""
    return len(set(labels)) > 1 and all(map(_TIMES.fullmatch, labels))


def is_from(text: str) -> bool:
    """Does a heading say that its figures begin on its day?"""
    return _FROM.search(text) is not None


def may_follow(event: str, start: date) -> bool:
    """May something that is no date come after a day? Its words may name a day or a year."""
    known = [day.value for day in values.dates(event) if isinstance(day.value, date)]
    if known:
        return max(known) > start
    said = [int(year) for year in re.findall(r"(?<!\d)20\d\d", event)]
    return not said or max(said) > start.year


def said_of(labels: Sequence[str], text: str) -> dict[str, date]:
    """The first days that a text gives to what columns are called ("Year 1 begins on 1 May 2026").

    Nobody can tell the days of the others from it where it gives none to some of them.
    """
    found: dict[str, date] = {}
    for label in labels:
        begins = re.compile(
            rf"(?<![\w/]){re.escape(label)}(?![\w/])"
            rf"{_OF_RATES if label[:1].isdigit() else _OF_ANYTHING}"
            r"\b(?:from|on|begins|starts|commences|is|means)\s+(?:the\s+)?$",
            re.I,
        )
        said = {
            day.value
            for day in values.dates(text)
            if begins.search(text[max(0, day.start - 80) : day.start])
        }
        day = said.pop() if len(said) == 1 else None
        if isinstance(day, date):
            found[label] = day
    return found


def is_reference(heading: str) -> bool:
    """Does a column say where in the agreement its rows stand ("Clause"), and pay nothing?"""
    return _REFERENCE.fullmatch(heading) is not None


def is_of_time(heading: str) -> bool:
    """Does a column count hours or days ("Hours per week"), and pay nothing?"""
    return _OF_TIME.fullmatch(heading) is not None


def whose(heading: str) -> str:
    """Whose steps stand under the corner's heading, "" where it says only what the rows are."""
    words = " ".join(heading.split())
    return "" if _PLAIN_KEY.search(words) or _PLAIN_WORD.fullmatch(words) else words
