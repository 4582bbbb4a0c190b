"""The amounts and shares of a table that are no rates, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from clausetrack import values
from clausetrack.model import Cell, Source, Table
from clausetrack.rates.beside import OWED, is_owed_row
from clausetrack.rates.model import Mention
from clausetrack.rates.rises import OF_RISES, SHARE, STATED

#: A figure as amounts are written: "61,329".
_FIGURED = re.compile(r"(?<![\d,.])\d{2,3},\d{3}(?![\d,])")
#: The same with spaces ("61 329", "1 050.00"), and as hourly rates are: "24.10".
_SPACED = re.compile(r"\s*\d{1,3}(?:\s\d{3})+(?:\.\d\d)?\s*|\s*\d{1,3}\.\d\d\s*")
_PAY = re.compile(r"\b(?:wages?|salar(?:y|ies)|remuneration|pay|rates? of pay)\b", re.I)
#: A column that may be of money though none of its figures has a sign or cents: "Fee", "Rate 2025".
_PRICED = re.compile(
    r"(?!.*\b(?:codes?|grades?|ranges?|scales?|numbers?|no|steps?|levels?|class\w*|points?|hours?|days)\b)"
    r".*\b(?:rates?|fees?|wages?|salar(?:y|ies)|pay|amounts?|allowances?)\b",
    re.I | re.S,
)
_WHOLE = re.compile(r"\s*(?:[1-9]\d{2,3}|\d{1,3}(?:,\d{3})+)\s*")
_THOUSANDS = re.compile(
    r"\$\s?['’]?000s?\b(?![.,]\d)|(?<![\d.,])['’]000s?\b|\bin\s+thousands\b|\bthousands\s+of\s+dollars\b",
    re.I,
)
_PERCENT = re.compile(r"\s*\d{1,3}(?:\.\d+)?\s*(?:%|per\s?cent)\s*", re.I)
#: What says that the percentages of a table are of somebody's pay.
_OF_PAY = re.compile(
    r"(?:percentage|proportion|per\s?cent|%)\s+of\b[^.;]{0,60}?"
    r"\b(?:rates?|salary|salaries|wages?|pay|adult|grade|level|step|scale)\b|\bloadings?\b|\bpenalt(?:y|ies)\b"
    r"|\bpaid\b[^.;]{0,60}?\b(?:percentage|proportion|per\s?cent)s?\s+of\b",
    re.I,
)

#: What a row is called that sums up the others.
TOTAL = re.compile(r"(?:(?:grand|overall|sub)[ -]?)?totals?\b[^%]{0,30}", re.I)

Where = Callable[[Cell], Source]


def in_thousands(table: Table, caption: str) -> bool:
    """Does a table say that its figures are thousands of dollars ("$000")?"""
    top = (cell.text for row in table.rows[:2] for cell in row)
    return any(map(_THOUSANDS.search, (caption, *top)))


def unread(table: Table, caption: str, over: str) -> str:
    """What looks like amounts in a table that holds no rates, "" where there are none.

    `over` is what stands over the table: of pay, or of something else.
    """
    if in_thousands(table, caption):
        return " | ".join(cell.text for row in table.rows[:3] for cell in row)
    texts = [cell.text for row in table.rows for cell in row]
    paid = any(map(_PAY.search, (over, *(column.heading for column in table.columns))))
    figured = [text for text in texts
               if _FIGURED.search(text) or (paid and _SPACED.fullmatch(text))]  # fmt: skip
    figured = figured or [
        cell.text
        for row in table.rows[table.header_rows :]
        for cell, column in zip(row, table.columns, strict=False)
        if _WHOLE.fullmatch(cell.text) and _PRICED.match(column.heading)
    ]
    money = any(values.money(text) for text in texts)
    return " | ".join(figured) if len(figured) > 1 and not money else ""


def of_whole(table: Table, clause: str, source: Where, about: str) -> Iterator[Mention]:
    """The amounts of a table that holds no rates, and its shares of pay, which are open.

    `about` are the words that stand over the table.
    """
    headings = " ".join(cell.text for row in table.rows[: table.header_rows] for cell in row)
    if OF_RISES.search(f"{about} {headings}"):
        yield from _rises(table, clause, source, about)
        return
    for row in table.rows:
        for cell in row:
            if values.money(cell.text):
                yield _mention(clause, cell, "in a table that sets no rate", source)
    if _OF_PAY.search(f"{about} {headings}"):
        for row in table.rows[table.header_rows :]:
            name = " ".join(row[0].text.split()) if row else ""
            shares = [(at, cell) for at, cell in enumerate(row) if _PERCENT.fullmatch(cell.text)]
            for at, cell in shares:
                if at:
                    heads = table.columns[at : at + 1] if len(shares) > 1 else ()
                    named = (name, *(" ".join(column.heading.split()) for column in heads))
                    words = f"{', '.join(filter(None, named))}: {cell.text.strip()}"
                    said = " ".join(f"{about} {words}".split())
                    yield Mention(clause, words, SHARE, source(cell), None, said, True)


def _rises(table: Table, clause: str, source: Where, about: str) -> Iterator[Mention]:
    """The rises that the rows of a table state, each with the day of its row or column."""
    for row in table.rows[table.header_rows :]:
        name = " ".join(row[0].text.split()) if row else ""
        for cell, column in list(zip(row, table.columns, strict=False))[1:]:
            text = " ".join(cell.text.split())
            if values.money(text) or _PERCENT.fullmatch(text):
                start = values.only_date(name) or column.start or values.only_date(column.heading)
                quote = f"{about} {name}: {text}"
                yield Mention(clause, text, STATED, source(cell), start, quote, True)


def beside(
    rows: Sequence[Sequence[Cell]], taken: set[int], clause: str, source: Where
) -> Iterator[Mention]:
    """The amounts of the columns that are no rates, beside those that are (`taken`)."""
    for row in rows:
        for at, cell in enumerate(row):
            if at not in taken and values.money(cell.text):
                yield _mention(clause, cell, "in a column that sets no rate", source)


def of_row(clause: str, key: str, printed: str, why: str, source: Source) -> Mention:
    """A figure of a row that is nobody's pay."""
    text = " ".join(filter(None, (key, printed)))
    return Mention(clause, text, why, source, None, text)


def why_none(key: str, said: str) -> str:
    """Why the figures of a row are no rates, "" where they are; `said` are all its words."""
    if is_owed_row(said):
        return OWED
    return "a total of other figures" if TOTAL.fullmatch(key) else ""


def _mention(clause: str, cell: Cell, why: str, source: Where) -> Mention:
    return Mention(clause, " ".join(cell.text.split()), why, source(cell))
