"""The figures that documents hold for a measure, with the days from which they run.

Nothing is taken from anywhere but the documents given: a clause that none of them holds has no
figures, and an amount that is not written as one is reported and never mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausetrack import values
from clausetrack.model import Clause, Column, Document, Table
from clausetrack.provisions.places import cited, under, under_item

_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z(])|\n")
#: What stands before a day that a figure runs from, or runs to.
_FROM = re.compile(r"\b(?:from|effective|on|as of|commencing)\s+(?:\w+\s+){0,2}$", re.I)
_UNTIL = re.compile(r"\b(?:until|to|up to|ending)\s+(?:\w+\s+){0,2}$", re.I)
#: What opens a new limb of a sentence, between an amount and a day.
_LIMB = re.compile(r"\b(?:and|then|but)\b|;", re.I)
#: What stands before an amount that is a change and not a value.
_CHANGE = re.compile(
    r"\b(?:by|(?:increase|rise|reduction|decrease)s?\s+of)\s+(?:(?:a|an|further|up|to)\s+)*$", re.I
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a clause: `amount` is None where it is no amount of money beyond doubt.

    So it is of "$5, 500", of a percentage, and of a change ("by $500") whose result is not stated.

    `start` is the day from which it runs and `end` the last day, None where the words do not say.
    `clause` is the ID; `quote` the sentence, or row, column and cell; `place` where that stands.
    """

    text: str
    amount: Decimal | None
    start: date | None
    end: date | None
    clause: str
    quote: str
    place: str


def written(documents: Iterable[Document], clause: str) -> tuple[Figure, ...]:
    """The figures under the clause with that ID, in the documents' bodies and in quoted wording."""
    return _all(
        (document, inside, "") for document in documents for inside in under(document, clause)
    )


def in_item(documents: Iterable[Document], item: str, row: str) -> tuple[Figure, ...]:
    """The figures in the row with that key, of the tables under an item of terms."""
    return _all(
        (document, inside, row)
        for document in documents
        for inside in under_item(document, item)
        if inside.table is not None
    )


def _all(clauses: Iterable[tuple[Document, Clause, str]]) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for document, clause, row in clauses:
        place = cited(document, clause)
        if clause.table is not None:
            found += _in_table(clause, clause.table, row, place)
        else:
            found += _in_text(clause, place)
    return tuple(found)


def _in_table(clause: Clause, table: Table, row: str, place: str) -> Iterator[Figure]:
    for number in range(table.header_rows, len(table.rows)):
        if row and table.key(number).casefold() != row.casefold():
            continue
        at = 0
        for cell in table.rows[number]:
            column = table.columns[at] if at < len(table.columns) else Column("")
            at += cell.colspan
            quote = " | ".join(
                part for part in (table.key(number), column.heading, cell.text.strip()) if part
            )
            for value in values.money(cell.text):
                money = value.value if isinstance(value.value, Decimal) else None
                yield Figure(value.text, money, column.start, column.end, clause.id, quote, place)


def _in_text(clause: Clause, place: str) -> Iterator[Figure]:
    for sentence in _SENTENCE.split(clause.own_text):
        amounts = values.money(sentence)
        for amount, (start, end) in zip(amounts, _days(sentence, amounts), strict=True):
            money = amount.value if isinstance(amount.value, Decimal) else None
            if _CHANGE.search(sentence[: amount.start]):
                money = None
            yield Figure(amount.text, money, start, end, clause.id, sentence, place)
        for percent in values.percentages(sentence):
            yield Figure(percent.text, None, None, None, clause.id, sentence, place)


def _days(sentence: str, amounts: list[values.Value]) -> list[tuple[date | None, date | None]]:
    """The days from which and until which each amount of a sentence runs.

    A day that opens a sentence or a new limb of it is said of the amounts that follow it ("From 1
    May it is $5 and from 1 June $6"); any other of the amount before it ("$5, rising to $6 from 1
    June").
    """
    starts: list[date | None] = [None] * len(amounts)
    ends: list[date | None] = [None] * len(amounts)
    for day in values.dates(sentence):
        if not isinstance(day.value, date):
            continue
        lead = sentence[: day.start]
        before = [i for i, amount in enumerate(amounts) if amount.start < day.start]
        after = range(len(before), len(amounts))
        limb = not before or _LIMB.search(sentence[amounts[before[-1]].end : day.start])
        for i in after if after and limb else before[-1:]:
            if _UNTIL.search(lead):
                ends[i] = day.value
            elif _FROM.search(lead):
                starts[i] = day.value
    return list(zip(starts, ends, strict=True))
