"""A document as a clean Word file: real headings, hanging indents, typed numbers, tables."""

from __future__ import annotations

from lxml import etree

from clausetrack.model import Clause, Document, Run, Runs, Table
from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import R_NS, W_NS, Element, make, w
from clausetrack.ooxml.package import Package, save, to_bytes
from clausetrack.render.docx_styles import parts
from clausetrack.render.docx_tables import build, emphasis

_STEP = 567  # a centimetre, in twentieths of a point
_DEEPEST = 6


def house(document: Document) -> bytes:
    """The document as a Word file of our own making; the same document gives the same bytes."""
    body = make("body")
    clauses = document.clauses
    if document.title and not any(_is_title(document, clause) for clause in clauses[:3]):
        body.append(_paragraph("Title", (Run(document.title),)))
    depths: dict[tuple[str | None, str], int] = {}
    for clause in clauses:
        depth = depths.get((clause.fragment, clause.parent or ""), -1) + 1
        depths[clause.fragment, clause.id] = depth
        for block in _blocks(document, clause, depth):
            if block.tag == w("tbl") and len(body) and body[-1].tag == w("tbl"):
                body.append(make("p"))  # Word would draw the two as one
            body.append(block)
    if len(body) and body[-1].tag == w("tbl"):
        body.append(make("p"))
    body.append(_section())
    root = etree.Element(w("document"), nsmap={"w": W_NS, "r": R_NS})
    root.append(body)
    return save(Package({**parts(), "word/document.xml": to_bytes(root)}))


def _is_title(document: Document, clause: Clause) -> bool:
    return document.title in {clause.heading_text.strip(), clause.own_text.strip()}


# ------------------------------------------------------------------------------------- blocks


def _blocks(document: Document, clause: Clause, depth: int) -> list[Element]:
    """The paragraphs and the table that print a clause."""
    out = []
    label: Runs = clause.label or ((Run(clause.number),) if clause.number else ())
    gap = (Run(" " if clause.kind == "note" else "\t"),)
    if clause.heading:
        style = f"Heading{min(depth + 1, 9)}" if clause.kind != "table" else "Caption"
        if _is_title(document, clause) and not label:
            style = "Title"
        out.append(_paragraph(style, (*label, *(gap if label else ()), *clause.heading)))
        label = ()
    if clause.text or (label and clause.kind != "table"):
        style = f"Clause{min(depth, _DEEPEST)}" if label or clause.heading else "BodyText"
        if _is_title(document, clause) and not label:
            style = "Title"
        elif clause.kind == "bullet" and not label:
            style = "ListBullet"
        elif clause.kind == "note":
            style = "Note"
        runs = (*label, *(gap if label and clause.text else ()), *clause.text)
        out.append(_paragraph(style, runs, 0 if label or clause.heading else depth))
    if clause.table is not None:
        out.append(_table(clause.table))
    return out


def _paragraph(style: str, runs: Runs, depth: int = 0) -> Element:
    paragraph = make("p")
    settings = make("pPr")
    settings.append(make("pStyle", val=style))
    if depth and style in {"BodyText", "Note", "ListBullet"}:
        hanging = {"hanging": str(_STEP)} if style == "ListBullet" else {}
        indent = _STEP * min(depth, _DEEPEST)
        settings.append(make("ind", left=str(indent), **hanging))
    paragraph.append(settings)
    for run in runs:
        paragraph.append(new_run(run.text, emphasis(run.emphasis)))
    return paragraph


def _table(table: Table) -> Element:
    out = build(table, None)
    settings = make("tblPr")
    settings.append(make("tblStyle", val="ClauseTable"))
    settings.append(make("tblW", w="0", type="auto"))
    settings.append(make("tblLook", val="0020", firstRow="1"))
    out.replace(out[0], settings)
    for paragraph in out.iter(w("p")):
        style = make("pPr")
        style.append(make("pStyle", val="TableText"))
        paragraph.insert(0, style)
    return out


def _section() -> Element:
    section = make("sectPr")
    section.append(make("pgSz", w="11906", h="16838"))
    section.append(make("pgMar", top="1440", right="1440", bottom="1440", left="1440",
                        header="709", footer="709", gutter="0"))  # fmt: skip
    return section
