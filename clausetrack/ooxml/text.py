"""The text of a Word part: the pieces of a paragraph, and the cells of a table on their grid."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from clausetrack.ooxml.equations import MATH_TEXT, equation_text
from clausetrack.ooxml.forms import form_text
from clausetrack.ooxml.names import (
    MC_NS,
    Element,
    child,
    elements,
    local,
    own_text,
    paragraphs,
    says_on,
    value,
    w,
)

#: What does not hold text of the paragraph that it stands in.
_SKIPPED = frozenset(w(name) for name in ("p", "pPr", "rPr", "sdtPr", "sdtEndPr", "txbxContent"))
FALLBACK = f"{{{MC_NS}}}Fallback"
_CHOICE = f"{{{MC_NS}}}Choice"
_TEXTS = frozenset((w("t"), w("delText"), MATH_TEXT))
_RUN = w("r")
_EITHER = frozenset((f"{{{MC_NS}}}AlternateContent", _CHOICE, FALLBACK))

#: Bullets of the symbol fonts, which have code points of their own.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF06F: "◦"}
#: The font Symbol from 0x20 and from 0xA1: Greek letters and the signs of mathematics.
_GREEK = {
    **dict(enumerate(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_", 0x20)),
    **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x61)),
    **dict(enumerate("ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xA1)),
    0xE5: "∑",
    **dict(enumerate("⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", 0xC4)),
}  # fmt: skip

#: Content controls and the like around blocks, rows and cells.
_TRANSPARENT = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


class Piece(NamedTuple):
    """A stretch of text: the element that holds it and the run around that (None in a formula)."""

    text: str
    node: Element
    run: Element | None


def node_text(node: Element) -> str | None:
    """The text that an element stands for, in NFC; None where it is no text element."""
    if node.tag in _TEXTS:
        text = own_text(node) if node.tag != MATH_TEXT else equation_text(node)
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    name = local(node)
    if name in {"tab", "ptab"}:
        parent = node.getparent()
        return "\t" if parent is not None and local(parent) == "r" else None
    if name == "br":
        return "\n" if node.get(w("type"), "textWrapping") == "textWrapping" else ""
    if name == "cr":
        return "\n"
    if name == "noBreakHyphen":
        return "\u2011"
    if name == "sym":
        return _symbol(node.get(w("char"), ""), node.get(w("font"), ""))
    return form_text(node) if name == "fldChar" else None


def _symbol(code: str, font: str) -> str:
    try:
        point = int(code, 16)
        character = _SYMBOLS.get(point) or chr(point)
        if font.casefold() == "symbol":
            character = _GREEK.get(point & 0xFF, character)
        character.encode()
    except (ValueError, OverflowError):
        return "\ufffd"
    return character if point > 31 else "\ufffd"


def pieces(paragraph: Element) -> list[Piece]:
    """The text of a paragraph, that of text boxes in it left out, in order."""
    out: list[Piece] = []
    _gather(paragraph, None, out)
    return out


def _gather(element: Element, run: Element | None, out: list[Piece]) -> None:
    """Add the text inside an element; no deeper than the parser lets a file nest."""
    for node in element:
        tag = node.tag
        if tag == _RUN:
            _gather(node, node, out)
        elif isinstance(tag, str) and tag not in _SKIPPED and not is_fallback(node):
            text = node_text(node)
            if text is not None:
                out.append(Piece(text, node, run))
            else:
                _gather(node, run, out)


def is_fallback(node: Element) -> bool:
    """The second branch of content that is given in two forms, of which the first is read."""
    if node.tag != FALLBACK:
        return False
    parent = node.getparent()
    return parent is not None and parent.find(_CHOICE) is not None


def in_fallback(node: Element) -> bool:
    """Does the element stand in such a second branch?"""
    return any(is_fallback(outer) for outer in node.iterancestors(FALLBACK))


def unlike_forms(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Content that is given in two forms which read differently: it, the first and the second.

    Which of them is shown depends on the program, and on what it says that the first one requires.
    """
    for second in root.iter(FALLBACK):
        outer = second.getparent()
        first = None if outer is None else outer.find(_CHOICE)
        if outer is None or first is None or in_fallback(outer):
            continue
        texts = [" ".join("".join(_all_text(branch)).split()) for branch in (first, second)]
        if texts[0].replace(" ", "") != texts[1].replace(" ", ""):
            yield outer, texts[0], texts[1]


def _all_text(element: Element) -> Iterator[str]:
    """The text of an element and of all in it, a line break behind each paragraph."""
    for node in elements(element):
        text = None if is_fallback(node) else node_text(node)
        if text is not None:
            yield text
        elif not is_fallback(node):
            yield from _all_text(node)
            yield "\n" if local(node) == "p" else ""


def printed_paragraphs(root: Element) -> Iterator[Element]:
    """Every w:p under `root`, but for those in the second branch of content in two forms."""
    twice = next(root.iter(FALLBACK), None) is not None
    return (p for p in paragraphs(root) if not (twice and in_fallback(p)))


def paragraph_text(paragraph: Element) -> str:
    """The text of a paragraph, that of text boxes in it left out."""
    return "".join(piece.text for piece in pieces(paragraph))


def is_on(properties: Element | None, name: str) -> bool | None:
    """Is a toggle such as w:b set? None where the properties do not say."""
    return says_on(None if properties is None else child(properties, name))


# ------------------------------------------------------------------------------------- blocks


def blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, cell or note, those in content controls included."""
    for node in elements(container):
        if local(node) in {"p", "tbl"}:
            yield node
        elif _is_transparent(node):
            yield from blocks(node)


def cell_paragraphs(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of tables inside it included."""
    for block in blocks(cell):
        if local(block) == "p":
            yield block
        else:
            for row in members(block, "tr"):
                for inner in members(row, "tc"):
                    yield from cell_paragraphs(inner)


def cell_text(cell: Element) -> str:
    """The texts of the paragraphs of a cell, each a line."""
    return "\n".join(map(paragraph_text, cell_paragraphs(cell)))


class GridCell(NamedTuple):
    """A cell of a table: its element (None for a gap before a row), its place and its spans."""

    element: Element | None
    column: int
    colspan: int = 1
    rowspan: int = 1


class GridRow(NamedTuple):
    """A row: its element, the cells that begin in it, and those that go on from the row above."""

    element: Element
    cells: tuple[GridCell, ...]
    continued: tuple[Element, ...] = ()


def rows(table: Element) -> list[GridRow]:
    """The rows of a table, with merged cells as spans."""
    grid = [(row, _cells(row)) for row in members(table, "tr")]
    out = []
    open_columns: frozenset[int] = frozenset()  # where a merge that began above can go on
    for at, (row, cells) in enumerate(grid):
        begins, continued, goes_on = [], [], set()
        for cell in cells:
            if cell.merge == "continue" and cell.column in open_columns:
                goes_on.add(cell.column)
                if cell.element is not None:
                    continued.append(cell.element)
                continue
            rowspan = 1
            if cell.merge:
                goes_on.add(cell.column)
                while at + rowspan < len(grid) and any(
                    below.column == cell.column and below.merge == "continue"
                    for below in grid[at + rowspan][1]
                ):
                    rowspan += 1
            begins.append(GridCell(cell.element, cell.column, cell.colspan, rowspan))
        open_columns = frozenset(goes_on)
        out.append(GridRow(row, tuple(begins), tuple(continued)))
    return out


def members(parent: Element, name: str) -> Iterator[Element]:
    """The rows ("tr") of a table or the cells ("tc") of a row, through content controls."""
    for node in elements(parent):
        if local(node) == name:
            yield node
        elif _is_transparent(node):
            yield from members(node, name)


class CellPlace(NamedTuple):
    """Where a cell begins in its row, how many columns it spans, and its vertical merge."""

    column: int
    colspan: int
    merge: str


def cell_places(row: Element) -> list[CellPlace]:
    """The cells of a row on the grid; `merge` is "restart", "continue" or ""."""
    return [CellPlace(cell.column, cell.colspan, cell.merge) for cell in _cells(row)]


def _is_transparent(node: Element) -> bool:
    """Is what stands in the element read as if it stood in its place?"""
    if local(node) in _TRANSPARENT:
        return True
    return node.tag in _EITHER and not is_fallback(node)


class _Cell(NamedTuple):
    """A cell of a row, before the rows below are known.

    `merge` is "restart" where a vertical merge begins, "continue" where one goes on, else "".
    """

    element: Element | None
    column: int
    colspan: int
    merge: str = ""


def _cells(row: Element) -> list[_Cell]:
    out: list[_Cell] = []
    column = _number(value(row, "trPr", "gridBefore"), 0)
    if column:
        out.append(_Cell(None, 0, column))
    for cell in members(row, "tc"):
        properties = child(cell, "tcPr")
        listed = () if properties is None else properties
        said = {local(node): node.get(w("val")) for node in listed}
        if said.get("hMerge") == "continue" and out:
            last = out.pop()
            out.append(last._replace(colspan=last.colspan + 1))
            column += 1
            continue
        colspan = _number(said.get("gridSpan"), 1)
        merge = (said["vMerge"] or "continue") if "vMerge" in said else ""
        out.append(_Cell(cell, column, colspan, merge))
        column += colspan
    return out


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and int(text) < 64 else default


# ------------------------------------------------------------------------------------- places


def places(
    root: Element, found: dict[Element, list[Piece]] | None = None
) -> dict[Element, int]:
    """Each paragraph and text element of a part -> the paragraph's place, as a `Source` counts.

    What stands in the second branch of content in two forms counts, and has no place.
    Taken before tracked changes are accepted or rejected, it tells afterwards where each piece of
    text came from: keep it as long as you use the elements. `found` takes the pieces of each
    paragraph, which stay its pieces where nothing is tracked.
    """
    out: dict[Element, int] = {}
    twice = next(root.iter(FALLBACK), None) is not None
    for at, paragraph in enumerate(paragraphs(root)):
        if twice and in_fallback(paragraph):
            continue
        out[paragraph] = at
        own = pieces(paragraph)
        for piece in own:
            out[piece.node] = at
        if found is not None:
            found[paragraph] = own
    return out
