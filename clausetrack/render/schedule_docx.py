"""The schedule of changes as a Word document: a table a reader can print, sign and file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from clausetrack.ooxml.banner import with_banner
from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import R_NS, W_NS, Element, make, w
from clausetrack.ooxml.package import Package, save, to_bytes
from clausetrack.render.docx_styles import numbered_pages, parts
from clausetrack.render.items import operative
from clausetrack.render.record import Entry, Inputs
from clausetrack.settlement import Effective

#: Heading -> width, in twentieths of a point; together what A4 on its side holds.
_COLUMNS = {
    "Clause": 1550,
    "Old": 3250,
    "New": 3250,
    "Item": 800,
    "Operative date": 1500,
    "Outcome": 1700,
    "Decision": 1250,
    "Note": 1496,
}


def schedule(entries: Iterable[Entry], inputs: Inputs, banner: str) -> bytes:
    """The document; the same entries give the same bytes."""
    body = make("body")
    body.append(_paragraph("Schedule of changes", "Title"))
    if inputs.agreement:
        body.append(_paragraph(inputs.agreement, "Heading1"))
    made_of = f"{inputs.base} as amended by {inputs.terms}. Fingerprint: {inputs.fingerprint[:16]}."
    body.append(_paragraph(made_of, "BodyText"))
    body.append(_table(list(entries)))
    body.append(_paragraph("", "BodyText"))
    section = make("sectPr")
    section.append(numbered_pages())
    section.append(make("pgSz", w="16838", h="11906", orient="landscape"))
    section.append(make("pgMar", top="1021", right="1021", bottom="1021", left="1021",
                        header="567", footer="567", gutter="0"))  # fmt: skip
    body.append(section)
    root = etree.Element(w("document"), nsmap={"w": W_NS, "r": R_NS})
    root.append(body)
    package = Package({**parts(footer=True), "word/document.xml": to_bytes(root)})
    return save(with_banner(package, banner) if banner else package)


def _table(entries: Sequence[Entry]) -> Element:
    table = make("tbl")
    settings = make("tblPr")
    settings.append(make("tblStyle", val="ClauseTable"))
    settings.append(make("tblW", w=str(sum(_COLUMNS.values())), type="dxa"))
    settings.append(make("tblLayout", type="fixed"))
    settings.append(make("tblLook", val="0020", firstRow="1"))
    table.append(settings)
    grid = make("tblGrid")
    for width in _COLUMNS.values():
        grid.append(make("gridCol", w=str(width)))
    table.append(grid)
    table.append(_row([[heading] for heading in _COLUMNS], heading=True))
    for entry in entries:
        table.append(_row(_cells(entry)))
    return table


def _cells(entry: Entry) -> list[list[str]]:
    """The lines of each cell of an entry's row."""
    dates = [entry.dates] if entry.dates else []
    if not dates and entry.operative:
        dates = [operative(Effective(entry.operative))]
    return [
        [entry.clause, entry.change],
        entry.old.split("\n"),
        entry.new.split("\n"),
        [entry.item],
        dates,
        [entry.outcome, entry.reason],
        [entry.decision, entry.by],
        [entry.note],
    ]


def _row(cells: Sequence[Sequence[str]], *, heading: bool = False) -> Element:
    row = make("tr")
    settings = make("trPr")
    if heading:
        settings.append(make("tblHeader"))
        row.append(settings)
    for width, lines in zip(_COLUMNS.values(), cells, strict=True):
        cell = make("tc")
        size = make("tcPr")
        size.append(make("tcW", w=str(width), type="dxa"))
        cell.append(size)
        shown = [line.replace("\t", " | ") for line in lines if line.strip()]
        for line in shown or [""]:
            cell.append(_paragraph(line, "TableText"))
        row.append(cell)
    return row


def _paragraph(text: str, style: str) -> Element:
    paragraph = make("p")
    settings = make("pPr")
    settings.append(make("pStyle", val=style))
    paragraph.append(settings)
    if text:
        paragraph.append(new_run(text))
    return paragraph
