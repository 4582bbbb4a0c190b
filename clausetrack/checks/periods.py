"""A period that ends before it begins, is of another length than is said, or meets the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from clausetrack.checks.subject import Passage, Subject
from clausetrack.counts import counted
from clausetrack.model import Finding
from clausetrack.values import Value, day_text, only_date

GROUP = "dates"
WHY = {
    "period-reversed": "On no day is it both after the beginning and before the end, so what was"
    " agreed for the period applies never; one of the two days is wrong.",
    "period-off-length": "On which day the agreement begins or ends is open where it says so in"
    " two ways, and with it who is bound in between.",
    "rates-overlap": "On some days two figures are in force for one thing; whoever is paid by the"
    " lesser claims the other.",
}

#: Between the first and the last day of a period.
_TO = re.compile(
    r"[\s,]*(?:(?:and|it|shall|will|continues?|remains?|in force|inclusive|up)\s+)*"
    r"(?:until|to|through|[-–—]|(?:expir|end|terminat|ceas)\w*\s+on)\s*(?:and including\s+)?",
    re.I,
)
#: "between 1 July 2025 and 30 June 2024".
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.I)
_NEAR = 12  # characters
_AND = re.compile(r"\s+and\s+")
_FIGURES = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_MONTHS = 12
_TERM = 180  # days; no agreement has a shorter term
#: "moved from 1 May 2026 to 1 April 2026" is no period.
_MOVED = re.compile(
    r"\b(?:amend|chang|mov|br(?:ing|ought)|replac|substitut|correct|alter|vari|vary|shift|delet"
    r"|advanc|earlier|forward|instead)",
    re.I,
)


#: "for a term of 24 months"; a fixed term is one person's.
_LENGTH = re.compile(
    r"(?<!fixed )\b(?:term|period)(?: of this agreement)?(?: (?:is|of|shall be|will be)(?: for)?)+"
    r" (?P<count>\d+|[a-z]+(?:-[a-z]+)?)(?: \(\d+\))?[ -](?P<unit>month|year)s?\b",
    re.I,
)
_SUM = r"\$\s?\d[\d,.]*\d"
#: "$50 from 1 March 2026 to 28 February 2027 and $60 from 1 February 2027"
_BEFORE = re.compile(rf"{_SUM}[^.;$]{{0,40}}?\bfrom\s+\Z", re.I)
_NEXT = re.compile(
    rf"[\s,;]*(?:(?:and|then|to|is|at|of|by)\s+)*{_SUM}[^.;$\d]{{0,30}}?\bfrom\s+", re.I
)


def check(subject: Subject) -> Iterator[Finding]:
    yield from _title(subject)
    for passage in subject.passages:
        if len(passage.dates) < 2:
            continue
        yield from _lengths(subject, passage)
        yield from _overlaps(subject, passage)
        moved = _MOVED.search(passage.text)
        for first, last in pairwise(passage.dates):
            start, end = _day(first, last), _day(last, first)
            if start is None or end is None or end >= start:
                continue
            joined = passage.text[first.end : last.start]
            between = _AND.fullmatch(joined) and _BETWEEN.search(
                passage.text, max(0, first.start - _NEAR), first.start
            )
            if not (between or _TO.fullmatch(joined)):
                continue
            if moved and moved.end() <= last.end:
                continue
            message = f"begins on {day_text(start)} and ends before that, on {day_text(end)}"
            yield subject.quoting("period-reversed", message, passage, first.start, last.end)


def _spans(passage: Passage) -> Iterator[tuple[int, date, date]]:
    """The periods that a passage names, each with where its first day stands in `dates`."""
    for at, (first, last) in enumerate(pairwise(passage.dates)):
        start, end = _day(first, last), _day(last, first)
        if start and end and start < end and _TO.fullmatch(passage.text[first.end : last.start]):
            yield at, start, end


def _title(subject: Subject) -> Iterator[Finding]:
    """The term that stands over the first clause, where the term clause says another."""
    term = subject.term
    if term is None or subject.is_terms:
        return
    for passage in subject.passages:
        if passage.clause.citable:
            return
        for at, start, end in _spans(passage):
            whole = (end - start).days >= _TERM and passage.clause is not term.clause
            if whole and (start, end) != (term.start, term.end):
                said = f"{day_text(term.start)} to {day_text(term.end)}"
                message = f"the title says another term than clause {term.clause.id}: {said}"
                first, last = passage.dates[at : at + 2]
                yield subject.quoting(
                    "period-off-length", message, passage, first.start, last.end
                )


def _lengths(subject: Subject, passage: Passage) -> Iterator[Finding]:
    """A term that is named by its length and by its days, where these are not the same."""
    length, spans = _LENGTH.search(passage.text), list(_spans(passage))
    if length is None or len(spans) != 1 or len(passage.dates) != 2:
        return
    _, start, end = spans[0]
    months = (counted(length["count"]) or 0) * (_MONTHS if length["unit"].lower() == "year" else 1)
    ends = {_months(start, after) for after in (end, end + timedelta(days=1))}
    if months and months not in ends:
        message = f"“{length[0]}” is not from {day_text(start)} to {day_text(end)}"
        yield subject.quoting("period-off-length", message, passage, *length.span())


def _months(start: date, end: date) -> int:
    """How many whole months lie between two days; 0 where a part of one is left over.

    A month that has no day of that number ends on its last.
    """
    months = (end.year - start.year) * _MONTHS + end.month - start.month
    short = end.day < start.day and (end + timedelta(days=1)).day == 1
    return months if short or end.day == start.day else 0


def _overlaps(subject: Subject, passage: Passage) -> Iterator[Finding]:
    """A figure that begins before the one in front of it has ended."""
    for at, _, end in _spans(passage):
        if at + 2 >= len(passage.dates):
            return
        first, last, then = passage.dates[at : at + 3]
        begins = then.value
        if (
            isinstance(begins, date)
            and begins <= end
            and _BEFORE.search(passage.text, 0, first.start)
            and _NEXT.fullmatch(passage.text[last.end : then.start])
        ):
            message = (
                f"one figure is in force until {day_text(end)}, the next from {day_text(begins)}"
            )
            yield subject.quoting("rates-overlap", message, passage, first.start, then.end)


def _day(value: Value, beside: Value) -> date | None:
    """The day of a date, that of one in figures by the order which the one beside it shows.

    "1/07/2026" may be two days; beside "30/06/2026", of which 30 is no month, it is 1 July.
    """
    if isinstance(value.value, date):
        return value.value
    figures, shown = _FIGURES.fullmatch(value.text), _FIGURES.fullmatch(beside.text)
    if figures is None or shown is None or int(shown["day"]) <= _MONTHS:
        return None
    return only_date(f"{figures['year']}-{figures['month']:0>2}-{figures['day']:0>2}")
