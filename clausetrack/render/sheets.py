"""What our workbooks have in common: how they are printed, and how they are written."""

from __future__ import annotations

import re

from lxml import etree
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from clausetrack.ooxml.package import open_parts, save, to_bytes

_FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color",
    "name", "family", "charset", "scheme",
)  # fmt: skip


def on_paper(sheet: Worksheet, heads: int) -> None:
    """A4 on its side, all columns on a page, row `heads` on every page, the pages numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heads}:{heads}"
    footer = sheet.oddFooter.center if sheet.oddFooter is not None else None
    assert footer is not None  # every sheet has one, to be filled in
    footer.text = "Page &P of &N"


def timeless(data: bytes) -> bytes:
    """A workbook without the time at which it was written, its fonts in the schema's order.

    The library writes a font as it comes; the schema (CT_Font) wants an order.
    """
    package = open_parts(data, "the workbook", "workbook", ".xlsx")
    part, styles = "docProps/core.xml", package.xml("xl/styles.xml")
    core = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", package.parts[part])
    for font in styles.iter("{*}font"):
        font[:] = sorted(font, key=lambda node: _FONT_ORDER.index(etree.QName(node).localname))
    return save(package.changed({part: core, "xl/styles.xml": to_bytes(styles)}))
