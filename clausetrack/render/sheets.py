"""How a sheet of a workbook is printed."""

from __future__ import annotations

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet


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
