"""Scales of one name in tables of their own, each with its day: the later ends the earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clausetrack.errors import finding
from clausetrack.grids import written_days
from clausetrack.model import Clause, Finding
from clausetrack.numbering import AGAIN
from clausetrack.rates import days, headings
from clausetrack.rates.model import Rate
from clausetrack.rates.places import DIVISIONS, Places

_WORD = re.compile(r"\w+")
#: Words that a name has for the sake of its day.
_OF_DAYS = {
    *("as", "at", "of", "on", "and", "to", "the", "from", "until", "after"),
    *("with", "effect", "effective", "commencing", "starting"),
}
#: Of ten figures, how many a later scale has at least if it is the same scale.
_NEARLY = 9

Found = list[tuple[Clause, list[Rate]]]
Key = tuple[str, str, str]
Words = tuple[str, ...]


@dataclass(slots=True)
class _Scale:
    """The figures of one name that begin on one day, or with one event, and where they stand."""

    clause: Clause
    first: Rate
    start: date | None
    event: str
    dated: bool  # do its name or the heading over it hold the day?
    keys: set[Key] = field(default_factory=set)
    tables: set[int] = field(default_factory=set)

    def follows(self, other: _Scale) -> bool:
        """Does it begin later, in another table?"""
        if other.start is None or self.tables & other.tables:
            return False
        if self.event:
            return headings.may_follow(self.event, other.start)
        return self.start is not None and self.start > other.start

    def has(self, other: _Scale) -> bool:
        """Has it all figures of another, or nearly all?"""
        return 10 * len(self.keys & other.keys) >= _NEARLY * len(other.keys)


def settled(found: Found, places: Places) -> tuple[Found, list[Finding]]:
    """The figures with their last days, and the scales of which nothing tells whether they end.

    Only tables are settled: of one place (a clause and its siblings, or an appendix), one name and
    the same words before them, but for the days.
    """
    by_name: dict[object, list[_Scale]] = {}
    scale_of: dict[int, _Scale] = {}
    for clause, rates in found:
        if clause.table is None:
            continue
        over = places.title(clause)
        about = _place(clause, places), _undated(places.lead(clause).strip().rpartition("\n")[2])
        for rate in rates:
            if rate.start is None and not rate.event:
                continue
            series = by_name.setdefault((*about, _undated(rate.scale)), [])
            scale = next(
                (e for e in series if (e.start, e.event) == (rate.start, rate.event)), None
            )
            if scale is None:
                dated = bool(written_days(f"{rate.scale} {over}"))
                scale = _Scale(clause, rate, rate.start, rate.event, dated)
                series.append(scale)
            scale.keys.add(_key(rate))
            scale.tables.add(id(clause))
            scale_of[id(rate)] = scale
    next_of: dict[int, _Scale] = {}
    findings: list[Finding] = []
    for series in by_name.values():
        for scale in series:
            later = sorted((e for e in series if e.follows(scale)), key=_order)
            following = next((e for e in later if e.has(scale)), None)
            if following is not None:
                next_of[id(scale)] = following
            elif later:
                findings += _open(scale, later[0], found)
    out = [
        (clause, [_ended(rate, next_of.get(id(scale_of.get(id(rate))))) for rate in rates])
        for clause, rates in found
    ]
    return out, findings


def _ended(rate: Rate, following: _Scale | None) -> Rate:
    if following is None or rate.end or rate.event or rate.until:
        return rate
    if _key(rate) not in following.keys:
        begins = following.event or following.start
        return replace(rate, until=f"the scale from {begins}, which does not have it")
    if following.start is None:
        return replace(rate, until=following.event)
    return replace(rate, end=days.before(following.start))


def _open(scale: _Scale, later: _Scale, found: Found) -> Iterator[Finding]:
    """What is said of two scales of one name and other rows, where the earlier has no end."""
    ended = all(
        rate.end or rate.until
        for clause, rates in found
        if id(clause) in scale.tables
        for rate in rates
        if rate.start == scale.start
    )
    if ended or not (scale.keys & later.keys or later.dated):
        return
    message = (
        f"this scale and that from {scale.start} ({scale.first.clause}) have one name and not the"
        " same rows; nothing says that the later ends the earlier, and both are listed as in force"
    )
    clause, source, quote = later.first.clause, later.clause.source, later.first.scale
    yield finding("scale-open", message, clause, source, quote[:160])


def _place(clause: Clause, places: Places) -> tuple[str | None, str, Words]:
    """The clause over a table with its siblings; an appendix that is printed again is the same."""
    over = list(places.up(clause))[1:3]
    inside = len(over) > 1 and over[1].kind not in DIVISIONS
    name = over[inside].id if over else clause.id
    return clause.fragment, places.item(clause), _undated(AGAIN.sub("", name))


def _key(rate: Rate) -> Key:
    return rate.step.casefold(), rate.group.casefold(), rate.unit


def _order(scale: _Scale) -> date:
    return scale.start or date.max


def _undated(text: str) -> Words:
    """The words of a name without its days, and without those that are there for them."""
    text = " ".join(text.split())
    text = text.replace(headings.event(text) or "\n", " ")
    for start, end in reversed(written_days(text)):
        text = f"{text[:start]} {text[end:]}"
    words: Sequence[str] = _WORD.findall(headings.without_years(text).casefold())
    return tuple(word for word in words if word not in _OF_DAYS)
