"""School terms, which are data that a user gives, and what a term's notice comes to by them.

    [[term]]
    name = "Term 2 2026"
    first = 2026-04-20
    last = 2026-07-03
    source = "the Ministry's list"

The Ministry sets the days year by year and a school may move some, so none come with the program.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from clausetrack.errors import InvalidFacts
from clausetrack.provisions.vocabulary import Period

#: Why the rule is what it is; and what it leaves out.
BASIS = (
    "whole-term: the words measure the notice by a term and not by days, so a whole term lies"
    " between the notice and its end; that is a reading of the contract, and no statute sets it."
    " Where a part of a term is meant to count, nothing says how its days are reckoned, and that is"
    " not computed"
)
#: What is said where no terms are given.
NOT_COMPUTED = (
    "not computed: school terms are data that nobody gave (--terms FILE), and none come with the"
    " program; the words are quoted below"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A school term from its first day to its last, and where those days come from."""

    name: str
    first: date
    last: date
    source: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Given on `by` at the latest it ends on `end`, the last day of the term named."""

    by: date
    end: date
    term: str


def read(data: bytes, file: str) -> tuple[Term, ...]:
    """The terms in a TOML file, in order. Raises InvalidFacts with the place and what is wrong."""
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InvalidFacts(f"{file}: no list of school terms: {error}") from None
    entries = raw.get("term")
    if set(raw) != {"term"} or not isinstance(entries, list):
        raise InvalidFacts(f"{file}: holds no list of [[term]] and nothing else")
    terms = tuple(_term(entry, f"{file}: term {at}") for at, entry in enumerate(entries, 1))
    for one, after in pairwise(terms):
        if after.first <= one.last:
            raise InvalidFacts(
                f"{file}: {after.name} begins on {after.first}, and {one.name} ends on {one.last};"
                " write the terms one after the other"
            )
    return terms


def _term(entry: object, where: str) -> Term:
    if not isinstance(entry, dict) or set(entry) != {"name", "first", "last", "source"}:
        raise InvalidFacts(f"{where}: write name, first, last and source, and nothing else")
    name, source = entry["name"], entry["source"]
    if not all(isinstance(text, str) and text.strip() for text in (name, source)):
        raise InvalidFacts(f"{where}: name and source are text, in quotation marks")
    first, last = entry["first"], entry["last"]
    for day in (first, last):
        if not isinstance(day, date) or isinstance(day, datetime):
            raise InvalidFacts(f"{where}: {day} is no day; write 2026-04-20")
    if last < first:
        raise InvalidFacts(f"{where}: ends on {last}, before it begins on {first}")
    return Term(name, first, last, source)


def notices(period: Period, terms: Sequence[Term]) -> Iterator[Notice]:
    """For each term, by when notice of so many whole terms must be given to end with it."""
    for at in range(period.count - 1, len(terms)):
        begun = terms[at - period.count + 1].first
        yield Notice(begun - timedelta(days=1), terms[at].last, terms[at].name)
