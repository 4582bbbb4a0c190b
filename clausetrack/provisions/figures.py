"""The figures that documents hold for a measure, with the days from which they run.

Nothing is taken from anywhere but the documents given: a clause that none of them holds has no
figures, and an amount that is not written as one is reported and never mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausetrack import values
from clausetrack.model import Clause, Column, Document, Table
from clausetrack.provisions.places import cited, under, under_item
from clausetrack.provisions.vocabulary import Held
from clausetrack.rates import days, rises


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


#: Figures that stand in for those of the documents, by version (or short name) and measure.
Supposed = Mapping[tuple[str, str], tuple["Figure", ...]]
NOTHING: Supposed = {}


def instead(supposed: Supposed, version: str, measure: str) -> tuple[Figure, ...]:
    """The figures that are supposed of a version, or of its agreement whatever the version."""
    own = supposed.get((version, measure))
    return own or supposed.get((version.split(" ")[0], measure), ())


def held_at(held: Held, documents: Sequence[Document]) -> tuple[Figure, ...]:
    """The figures of a measure where one side holds it: the one way in which figures are had."""
    rows = in_item(documents, held.place.item, held.row) if held.place.item else ()
    return rows or written(documents, held.place.clause)


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
    for sentence in days.SENTENCE.split(clause.own_text):
        amounts = values.money(sentence)
        periods = days.of_figures(sentence, [(amount.start, amount.end) for amount in amounts])
        changes = rises.changes(sentence, amounts)
        for amount, (start, end), change in zip(amounts, periods, changes, strict=True):
            money = amount.value if isinstance(amount.value, Decimal) and not change else None
            yield Figure(amount.text, money, start, end, clause.id, sentence, place)
        for percent in values.percentages(sentence):
            yield Figure(percent.text, None, None, None, clause.id, sentence, place)
