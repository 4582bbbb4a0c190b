"""The schedule of changes as a workbook: a row a change, for a reviewer to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from clausetrack.decisions import (
    ABOUT,
    APPLY,
    BY,
    CHANGES,
    DECISION,
    FINGERPRINT,
    INSTRUCTION,
    NOTE,
    WITHHOLD,
)
from clausetrack.render.record import Entry, Inputs

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_767  # characters that a cell of a workbook can hold
_ILLEGAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_DAY = "d mmm yyyy"

#: Heading -> the field of an entry, and the width in characters.
_COLUMNS = {
    "Clause": ("clause", 16),
    "Change": ("change", 14),
    "Old": ("old", 46),
    "New": ("new", 46),
    "Item": ("item", 8),
    "Operative date": ("operative", 14),
    "Operative dates": ("dates", 24),
    "Outcome": ("outcome", 16),
    "Reason": ("reason", 28),
    DECISION: ("decision", 12),
    BY: ("by", 18),
    NOTE: ("note", 32),
    INSTRUCTION: ("instruction", 13),
}
_TO_FILL_IN = (DECISION, BY, NOTE)
_HOW = (
    f"Write “{WITHHOLD}” in the column “{DECISION}” to leave a change out, and beside it who "
    f"decided and why. “{APPLY}” or nothing leaves it in. An instruction is withheld whole: one "
    "row of it decides for all. Rows may be sorted and columns added; leave every row in, and the "
    f"column “{INSTRUCTION}” and this sheet as they are. Then run markup again on the same "
    "documents, with --decisions and this file."
)


def schedule(entries: Iterable[Entry], inputs: Inputs, banner: str) -> bytes:
    """The workbook; the same entries give the same bytes."""
    from openpyxl import Workbook

    from clausetrack.render.sheets import timeless

    book = Workbook()
    book.properties.creator = "clausetrack"
    sheet = book.active
    assert sheet is not None
    sheet.title = CHANGES
    _changes(sheet, list(entries), banner)
    _about(book.create_sheet(ABOUT), inputs, banner)
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def _changes(sheet: Worksheet, entries: Sequence[Entry], banner: str) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    from clausetrack.render.sheets import A3, height, on_paper

    top = 1
    if banner:
        _write(sheet.cell(1, 1), banner)
        sheet.cell(1, 1).font = Font(bold=True, color="C00000", size=12)
        top = 3
    side = Side("thin", "BFBFBF")
    line = Border(side, side, side, side)
    for at, (heading, (_, width)) in enumerate(_COLUMNS.items(), 1):
        cell = sheet.cell(top, at)
        _write(cell, heading)
        fill = "FFF2CC" if heading in _TO_FILL_IN else "D9E2F3"
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fill)
        cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top"), line
        sheet.column_dimensions[get_column_letter(at)].width = width
    for number, entry in enumerate(entries, top + 1):
        for at, (heading, (field, _)) in enumerate(_COLUMNS.items(), 1):
            cell = sheet.cell(number, at)
            _write(cell, _typed(getattr(entry, field), heading))
            cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top"), line
        sheet.row_dimensions[number].height = height(
            (str(getattr(entry, field) or ""), width) for field, width in _COLUMNS.values()
        )
    last = get_column_letter(len(_COLUMNS))
    bottom = max(top + len(entries), top + 1)
    sheet.auto_filter.ref = f"A{top}:{last}{bottom}"
    sheet.freeze_panes = f"B{top + 1}"
    decision = get_column_letter(list(_COLUMNS).index(DECISION) + 1)
    choice = DataValidation("list", formula1=f'"{APPLY},{WITHHOLD}"', allow_blank=True)
    choice.error, choice.errorTitle = f"Write {APPLY} or {WITHHOLD}, or nothing.", DECISION
    choice.add(f"{decision}{top + 1}:{decision}{bottom}")
    sheet.add_data_validation(choice)
    on_paper(sheet, top, paper=A3)


def _about(sheet: Worksheet, inputs: Inputs, banner: str) -> None:
    from openpyxl.styles import Alignment, Font

    from clausetrack.render.sheets import height, on_paper

    said = [("Agreement", inputs.agreement), ("Base", inputs.base), ("Terms", inputs.terms),
            (FINGERPRINT, inputs.fingerprint)]  # fmt: skip
    if banner:
        said.append(("Not in full", banner))
    for number, (name, text) in enumerate([*said, ("How to fill in", _HOW)], 1):
        _write(sheet.cell(number, 1), name)
        _write(sheet.cell(number, 2), text)
        sheet.cell(number, 1).font = Font(bold=True)
        for at in (1, 2):
            sheet.cell(number, at).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = height([(text, 90)])
    on_paper(sheet, 1)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 90


def _typed(value: Any, heading: str) -> Any:
    """A value as a column holds it: the numbers of items as numbers, days as days."""
    if heading == "Item" and isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return value


def _write(cell: Cell | Any, value: Any) -> None:
    """Write a value; text is text, whatever it begins with and whoever wrote it."""
    if value is None or value == "":
        return
    if isinstance(value, date):
        cell.value, cell.number_format = value, _DAY
        return
    if not isinstance(value, str):
        cell.value = value
        return
    text = _ILLEGAL.sub("\ufffd", value)
    if len(text) > _LONGEST:
        more = f" … (cut: {len(text)} characters in all; the schedule as a document has them)"
        text = text[: _LONGEST - len(more)] + more
    cell.value = text
    cell.data_type = "s"  # never a formula
    cell.number_format = "@"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
