"""Rates as a workbook: all on one sheet, and a sheet a scale; the same rates, the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from clausetrack.rates.brief import owed, still_open
from clausetrack.rates.model import Rate
from clausetrack.rates.report import Report
from clausetrack.render.rates import COLUMNS, DIFFERENCES, difference, row, said
from clausetrack.render.sheets import on_paper, timeless
from clausetrack.render.terminal import safe
from clausetrack.values import day_text, grouped

_MONEY = "#,##0.00"
_WHOLE = "#,##0"
_DAY = "yyyy-mm-dd"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_NARROWEST, _WIDEST = 8, 40  # characters of a column
_SHEETS = 200  # scales that have a sheet of their own

Value = str | Decimal | date | None


def workbook(report: Report) -> bytes:
    """The bytes of the .xlsx file. Amounts are numbers, days are dates, text is never a formula."""
    book = Workbook()
    book.properties.creator = "clausetrack"
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "Rates"
    _fill(first, COLUMNS, [row(r, m) for r, m in zip(report.rates, report.measures, strict=True)])
    if stated := [*still_open(report.given), *owed(report.given)]:
        rows = [(m.clause, m.text, m.why, m.start, m.quote) for m in stated]
        _fill(_sheet(book, "Not computed"), ("clause", "figure", "why", "from", "words"), rows)
    if report.undecided:
        _fill(_sheet(book, "Not decided"), COLUMNS, [row(rate, "") for rate in report.undecided])
    if report.against:
        _fill(_sheet(book, "Differences"), DIFFERENCES, [difference(d) for d in report.differences])
        _fill(_sheet(book, "Not compared"), COLUMNS, [row(rate, "") for rate in report.apart])
    scales = grouped(report.rates, lambda r: (r.agreement, r.clause, r.scale, r.unit))
    tables = [found for found in scales.values() if len({(r.step, r.group) for r in found}) > 1]
    for found in tables[:_SHEETS]:
        _scale(_sheet(book, f"{found[0].clause} {found[0].scale}"), found)
    made = io.BytesIO()
    book.save(made)
    return timeless(made.getvalue())


def _scale(sheet: Worksheet, rates: Sequence[Rate]) -> None:
    """Steps down, periods across; where old steps become new ones, both are there.

    Several figures of one step and period stand below one another.
    """
    periods = sorted(
        {(rate.start, rate.end, said(rate)) for rate in rates},
        key=lambda p: (p[0] or date.min, p[1] or date.max, p[2]),
    )
    cells: dict[tuple[str, str, str], dict[tuple[object, ...], list[Decimal]]] = {}
    for rate in rates:
        step = cells.setdefault((rate.step, rate.group, rate.becomes), {})
        step.setdefault((rate.start, rate.end, said(rate)), []).append(rate.amount)
    rows = [
        (*key, *(amount[0] if (amount := found.get(period, [])[at : at + 1]) else None
                 for period in periods))
        for key, found in cells.items()
        for at in range(max(map(len, found.values())))
    ]  # fmt: skip
    _fill(sheet, ("step", "group", "becomes", *(_period(*period) for period in periods)), rows)
    about = f"{rates[0].agreement}, {rates[0].clause}: {rates[0].scale} ({rates[0].unit})"
    sheet.insert_rows(1)
    _put(sheet, 1, 1, about)
    sheet.freeze_panes = "A3"
    on_paper(sheet, 2)


def _period(start: date | None, end: date | None, event: str) -> str:
    days = (f"from {day_text(start)}" if start else "", f"to {day_text(end)}" if end else "")
    named = " ".join(filter(None, days))
    joint = " " if event.startswith("until") else ", "
    return joint.join(filter(None, (named, event))) or "undated"


def _fill(sheet: Worksheet, heading: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    for column, text in enumerate(heading, 1):
        _put(sheet, 1, column, text)
        sheet.cell(1, column).font = Font(bold=True)
        sheet.cell(1, column).alignment = Alignment(wrap_text=True, vertical="top")
        longest = max((len(str(values[column - 1] or "")) for values in rows), default=0)
        width = min(max(longest, min(len(text), 18), _NARROWEST), _WIDEST) + 2
        sheet.column_dimensions[get_column_letter(column)].width = width
    for line, values in enumerate(rows, 2):
        for column, value in enumerate(values, 1):
            _put(sheet, line, column, value)
            if isinstance(value, str) and len(value) > _WIDEST:
                sheet.cell(line, column).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    on_paper(sheet, 1)


def _put(sheet: Worksheet, line: int, column: int, value: Value) -> None:
    cell = sheet.cell(line, column)
    if isinstance(value, str):
        if value:
            cell.value = safe(value).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
            cell.data_type = "s"  # or text that begins with "=" would be a formula
    elif value is not None:
        cell.value = value
        cell.number_format = _format(value) if isinstance(value, Decimal) else _DAY


def _format(value: Decimal) -> str:
    """As many decimals as are printed, and none cut off: "$45.7092" is an hour's pay."""
    if value == value.to_integral_value():
        return _WHOLE
    return _MONEY + "0" * (max(2, -int(value.as_tuple().exponent)) - 2)


def _sheet(book: Workbook, name: str) -> Worksheet:
    """A new sheet with a name that the format allows and that no other has."""
    plain = _FORBIDDEN.sub(" ", safe(name)).strip() or "Scale"
    title, number = plain[:31].strip(), 1
    taken = {sheet.title.casefold() for sheet in book.worksheets}
    while title.casefold() in taken:
        number += 1
        title = f"{plain[: 31 - len(str(number)) - 1].strip()} {number}"
    sheet = book.create_sheet(title)
    assert isinstance(sheet, Worksheet)
    return sheet
