"""A document as a clean Word file: real headings, hanging indents, numbers, tables, contents."""

from __future__ import annotations

from lxml import etree

from clausetrack.model import Clause, Document, Run, Runs, Table, by_depth, plain
from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import R_NS, W_NS, Element, child, make, w
from clausetrack.ooxml.package import Package, save, to_bytes
from clausetrack.render.docx_contents import add_contents
from clausetrack.render.docx_lists import Lists
from clausetrack.render.docx_styles import STEP, indent_of, numbered_pages, parts
from clausetrack.render.docx_tables import build, emphasis

_DEEPEST = 6


def house(document: Document, *, automatic: bool = False) -> bytes:
    """The document as a Word file of our own making; the same document gives the same bytes.

    With `automatic`, Word counts the numbers that a list would print as they are, and the file has
    a table of contents and numbered pages.
    """
    body = make("body")
    clauses = document.clauses
    lists = Lists(clauses if automatic else ())
    labels: dict[Element, str] = {}
    if document.title and not any(_prints(clause, document.title) for clause in clauses[:3]):
        body.append(_paragraph("Title", (Run(document.title),)))
    for clause, depth in by_depth(clauses):
        for block in _blocks(document, clause, depth, lists if automatic else None):
            if len(body) and body[-1].tag == w("tbl"):
                if block.tag == w("tbl"):
                    body.append(make("p"))  # Word would draw the two as one
                else:
                    _set_apart(block)
            body.append(block)
            if child(block, "pPr", "numPr") is not None:
                labels.setdefault(block, plain(clause.label).strip())
    if automatic or (len(body) and body[-1].tag == w("tbl")):
        # the last paragraph of all cannot be taken back: what is added at the end stands before it
        body.append(make("p"))
    if automatic:
        add_contents(body, labels)
    body.append(_section(footer=automatic))
    root = etree.Element(w("document"), nsmap={"w": W_NS, "r": R_NS})
    root.append(body)
    around = parts(b"".join(map(etree.tostring, lists.elements)).decode(), footer=automatic)
    return save(Package({**around, "word/document.xml": to_bytes(root)}))


def _prints(clause: Clause, title: str) -> bool:
    """Is the title what a clause prints, with its number or without?"""
    texts = (clause.heading_text, clause.own_text)
    numbered = [f"{plain(clause.label) or clause.number} {text}" for text in texts]
    return title.split() in [text.split() for text in (*texts, *numbered)]


def _is_title(document: Document, clause: Clause) -> bool:
    return document.title in {clause.heading_text.strip(), clause.own_text.strip()}


# ------------------------------------------------------------------------------------- blocks


def _blocks(
    document: Document, clause: Clause, depth: int, lists: Lists | None
) -> list[Element]:
    """The paragraphs and the table that print a clause."""
    out = []
    place = None
    if lists is not None and (plain(clause.heading) or plain(clause.text)).strip():
        place = lists.place(clause)
    label: Runs = clause.label or ((Run(clause.number),) if clause.number else ())
    gap = (Run(" " if clause.kind == "note" else "\t"),)
    if clause.heading:
        style = f"Heading{min(depth + 1, 9)}" if clause.kind != "table" else "Caption"
        if _is_title(document, clause) and not label:
            style = "Title"
        opening = () if place or not label else (*label, *gap)
        out.append(_paragraph(style, (*opening, *clause.heading), place=place))
        label, place = (), None
    if clause.text or (label and clause.kind != "table"):
        # wording under a heading of its own stands where that of a clause would
        style = f"Clause{min(depth, _DEEPEST)}" if label else "BodyText"
        if _is_title(document, clause) and not label:
            style = "Title"
        elif clause.kind == "bullet" and not label:
            style = "ListBullet"
        elif clause.kind == "note":
            style = "Note"
        opening = () if place else (*label, *(gap if label and clause.text else ()))
        indent = 0 if label else depth + bool(clause.heading)
        out.append(_paragraph(style, (*opening, *clause.text), indent, place))
    if clause.table is not None:
        out.append(_table(clause.table))
    return out


def _paragraph(
    style: str, runs: Runs, depth: int = 0, place: tuple[int, int] | None = None
) -> Element:
    settings = make("pPr", make("pStyle", val=style))
    if place:
        level, number = make("ilvl", val=str(place[1])), make("numId", val=str(place[0]))
        settings.append(make("numPr", level, number))
        # the style's own, said again: a list would have its own way otherwise
        settings.append(make("ind", left=str(indent_of(style)), hanging=str(2 * STEP)))
    if depth and style in {"BodyText", "Note", "ListBullet"}:
        # where the wording of the clause above begins; a bullet has its wording further in
        indent = STEP * (min(depth, _DEEPEST) + 1)
        hanging = {"hanging": str(STEP)} if style == "ListBullet" else {}
        settings.append(make("ind", left=str(indent + STEP * len(hanging)), **hanging))
    return make("p", settings, *(new_run(run.text, emphasis(run.emphasis)) for run in runs))


def _set_apart(paragraph: Element) -> None:
    """Leave room above a paragraph: a table has none below it."""
    settings = child(paragraph, "pPr")
    assert settings is not None  # every paragraph here has a style
    indent = child(settings, "ind")
    at = len(settings) if indent is None else settings.index(indent)
    settings.insert(at, make("spacing", before="120"))


def _table(table: Table) -> Element:
    out = build(table, None)
    style, width = make("tblStyle", val="ClauseTable"), make("tblW", w="0", type="auto")
    look = make("tblLook", val="0020", firstRow="1")
    out.replace(out[0], make("tblPr", style, width, look))
    for paragraph in out.iter(w("p")):
        paragraph.insert(0, make("pPr", make("pStyle", val="TableText")))
    return out


def _section(*, footer: bool) -> Element:
    pages = [numbered_pages()] if footer else ()
    margins = make("pgMar", top="1440", right="1440", bottom="1440", left="1440",
                   header="709", footer="709", gutter="0")  # fmt: skip
    return make("sectPr", *pages, make("pgSz", w="11906", h="16838"), margins)
