"""The schedule of changes as a Word document: a table a reader can print, sign and file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from clausetrack.ooxml.banner import with_banner
from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import R_NS, W_NS, Element, make, w
from clausetrack.ooxml.package import Package, save, to_bytes
from clausetrack.render.docx_styles import numbered_pages, parts, styled
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
    body = make("body", _paragraph("Schedule of changes", "Title"))
    if inputs.agreement:
        body.append(_paragraph(inputs.agreement, "Heading1"))
    made_of = f"{inputs.base} as amended by {inputs.terms}. Fingerprint: {inputs.fingerprint[:16]}."
    body.append(_paragraph(made_of, "BodyText"))
    body.append(_table(list(entries)))
    body.append(_paragraph("", "BodyText"))
    size = make("pgSz", w="16838", h="11906", orient="landscape")
    margins = make("pgMar", top="1021", right="1021", bottom="1021", left="1021",
                   header="567", footer="567", gutter="0")  # fmt: skip
    body.append(make("sectPr", numbered_pages(), size, margins))
    root = etree.Element(w("document"), nsmap={"w": W_NS, "r": R_NS})
    root.append(body)
    package = Package({**parts(footer=True), "word/document.xml": to_bytes(root)})
    return save(with_banner(package, banner) if banner else package)


def _table(entries: Sequence[Entry]) -> Element:
    settings = make(
        "tblPr",
        make("tblStyle", val="ClauseTable"),
        make("tblW", w=str(sum(_COLUMNS.values())), type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblLook", val="0020", firstRow="1"),
    )
    grid = make("tblGrid", *(make("gridCol", w=str(width)) for width in _COLUMNS.values()))
    heading = _row([[heading] for heading in _COLUMNS], heading=True)
    return make("tbl", settings, grid, heading, *(_row(_cells(entry)) for entry in entries))


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
    row = make("tr", *([make("trPr", make("tblHeader"))] if heading else ()))
    for width, lines in zip(_COLUMNS.values(), cells, strict=True):
        size = make("tcPr", make("tcW", w=str(width), type="dxa"))
        shown = [line.replace("\t", " | ") for line in lines if line.strip()] or [""]
        row.append(make("tc", size, *(_paragraph(line, "TableText") for line in shown)))
    return row


def _paragraph(text: str, style: str) -> Element:
    return styled(style, *([new_run(text)] if text else ()))
