"""What our workbooks have in common: how they are printed, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil

from lxml import etree
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from clausetrack.ooxml.package import open_parts, save, to_bytes

_FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color",
    "name", "family", "charset", "scheme",
)  # fmt: skip


A3, A4 = 8, 9  # sizes of paper (ST_PaperSize)
_LINE, _HIGHEST = 15.0, 409.0  # points: a line of text, and the highest row of a workbook


def height(cells: Iterable[tuple[str, float]]) -> float:
    """How high a row has to be for texts in columns of so many characters, in points.

    Not every program that shows or prints a workbook works it out; capitals and figures are wide.
    """
    lines = (
        sum(max(ceil(1.15 * len(line) / width), 1) for line in text.split("\n"))
        for text, width in cells
    )
    return min(_LINE * max(lines, default=1), _HIGHEST)


def on_paper(sheet: Worksheet, heads: int, paper: int = A4) -> None:
    """Paper on its side, all columns on a page, row `heads` on every page, the pages numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heads}:{heads}"
    footer = sheet.oddFooter.center if sheet.oddFooter is not None else None
    assert footer is not None  # every sheet has one, to be filled in
    footer.text = "Page &P of &N"


def timeless(data: bytes) -> bytes:
    """A workbook without the time at which it was written, its fonts in the schema's order.

    The library writes a font as it comes; the schema (CT_Font) wants an order. A row that has a
    height grows with what is written into it: the library would have it fixed.
    """
    package = open_parts(data, "the workbook", "workbook", ".xlsx")
    part, styles = "docProps/core.xml", package.xml("xl/styles.xml")
    core = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", package.parts[part])
    for font in styles.iter("{*}font"):
        font[:] = sorted(font, key=lambda node: _FONT_ORDER.index(etree.QName(node).localname))
    changed = {part: core, "xl/styles.xml": to_bytes(styles)}
    for name, sheet in package.parts.items():
        if name.startswith("xl/worksheets/sheet"):
            changed[name] = sheet.replace(b' customHeight="1"', b"")
    return save(package.changed(changed))
