"""What keeps words of a Word file out of sight, or out of their order, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lxml import etree

from clausetrack.ooxml.names import MC_NS, Element, child, value, w
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import cell_paragraphs, is_on, members

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_LOWEST = 40  # twentieths of a point of what is set to be so high or wide, and no more
_LINE = 160  # twentieths of a point that a line takes, at least, unless it is set to be lower
_AWAY = (-5_000, 32_000)  # twentieths of a point: no page reaches so far
_EMU = 635  # of them to a twentieth of a point
_UNSEEN_SHAPE = re.compile(r"(?:^|;)\s*visibility\s*:\s*hidden", re.I)
_NUMBER = re.compile(r"-?\d+")
_IGNORABLE = f"{{{MC_NS}}}Ignorable"
_saying = etree.XPath("descendant-or-self::*[@mc:Ignorable]", namespaces={"mc": MC_NS})

SMALL = "is too small to be read"
AWAY = "stands outside of its page"
CUT = "stands below the edge of its row, which is no higher"
HIDDEN = "is hidden"
TURNED = "is set from right to left"
UNKNOWN = "stands in an element that other programs leave out"


def holders(root: Element, styles: Styles) -> Iterator[tuple[str, Set[Element]]]:
    """What to say of the words in some elements of a part, and those elements."""
    found: dict[str, set[Element]] = {}
    for how, element in (*_low(root), *_shapes(root), *_away(root), *_turned(root)):
        if element is not None:
            found.setdefault(how, set()).add(element)
    if low := _low_styles(styles):
        for paragraph in root.iter(w("p")):
            own = child(paragraph, "pPr", "spacing")
            style = value(paragraph, "pPr", "pStyle") or styles.default
            if style in low and (own is None or own.get(w("line")) is None):
                found.setdefault(SMALL, set()).add(paragraph)
    for run in _left_out(root):
        found.setdefault(UNKNOWN, set()).add(run)
    yield from found.items()


def holds(run: Element | None, elements: Set[Element]) -> bool:
    """Does a run stand in one of some elements?"""
    return run is not None and (run in elements or not elements.isdisjoint(run.iterancestors()))


def codes(root: Element) -> frozenset[Element]:
    """The runs between the begin of a field and its result, where its code stands."""
    if next(root.iter(w("fldChar")), None) is None:
        return frozenset()
    found: set[Element] = set()
    around: list[tuple[list[Element], bool]] = []  # the fields: runs in the code, still in it?
    for node in root.iter(w("fldChar"), w("t")):
        kind, run = node.get(w("fldCharType")), node.getparent()
        if kind == "begin":
            around.append(([], True))
        elif kind == "separate" and around:
            around[-1] = (around[-1][0], False)
        elif kind == "end" and around:
            found.update(around.pop()[0])
        elif kind is None and run is not None:
            outermost = next((runs for runs, in_code in around if in_code), None)
            if outermost is not None:
                outermost.append(run)
    return frozenset(found)


def _low(root: Element) -> Iterator[tuple[str, Element | None]]:
    """The rows, paragraphs and cells whose own settings leave their lines no height or width."""
    for node in root.iter(w("trHeight")):
        high, row = _number(node.get(w("val"))), _holder(node)
        if node.get(w("hRule")) != "exact" or row is None:
            continue
        if high <= _LOWEST:
            yield SMALL, row
            continue
        for cell in members(row, "tc"):
            below = list(cell_paragraphs(cell))[-(-high // _LINE) :]
            yield from ((CUT, paragraph) for paragraph in below)
    for node in root.iter(w("spacing")):
        if _is_low(node):
            yield SMALL, _holder(node)


def _is_low(spacing: Element) -> bool:
    return spacing.get(w("lineRule")) == "exact" and _number(spacing.get(w("line"))) <= _LOWEST


def _low_styles(styles: Styles) -> frozenset[str]:
    """The styles of paragraphs that leave their lines no height."""
    usual = _usual(styles)
    low = usual is not None and _is_low(usual)
    if not low and not any(map(_is_low, styles.said_of((w("spacing"),)))):
        return frozenset()
    out = {""} if low else set()
    for name in styles.by_id:
        found = (child(style, "pPr", "spacing") for style in styles.chain(name))
        said = next((one for one in found if one is not None and one.get(w("line"))), usual)
        if said is not None and _is_low(said):
            out.add(name)
    return frozenset(out)


def _usual(styles: Styles) -> Element | None:
    """What is said by default of how far lines are apart."""
    runs = None if styles.defaults is None else styles.defaults.getparent()
    outer = None if runs is None else runs.getparent()
    return None if outer is None else child(outer, "pPrDefault", "pPr", "spacing")


def _shapes(root: Element) -> Iterator[tuple[str, Element | None]]:
    """The shapes that are hidden, too small or off the page."""
    for node in root.iter(f"{_WP}docPr"):
        if node.get("hidden") in {"1", "true"}:
            yield HIDDEN, node.getparent()
    for node in root.iter(f"{_WP}extent"):
        if min(_number(node.get("cx")), _number(node.get("cy"))) <= _LOWEST * _EMU:
            yield SMALL, node.getparent()
    for node in root.iter(f"{_WP}posOffset"):
        if not _AWAY[0] <= _number(node.text, 0) // _EMU <= _AWAY[1]:
            yield AWAY, next(node.iterancestors(f"{_WP}anchor"), None)
    for node in root.iter(f"{_VML}*"):
        if _UNSEEN_SHAPE.search(node.get("style", "")):
            yield HIDDEN, node


def _away(root: Element) -> Iterator[tuple[str, Element | None]]:
    """The frames and tables that are set outside of their page, and frames too small."""
    for node in root.iter(w("framePr"), w("tblpPr")):
        said = (_number(node.get(w(name)), 0) for name in ("x", "y", "tblpX", "tblpY"))
        if any(not _AWAY[0] <= at <= _AWAY[1] for at in said):
            yield AWAY, _holder(node)
        if node.get(w("hRule")) == "exact" and _number(node.get(w("h"))) <= _LOWEST:
            yield SMALL, _holder(node)


def _turned(root: Element) -> Iterator[tuple[str, Element | None]]:
    """What is set from right to left as a whole: figures read the other way there."""
    for node in root.iter(w("bdo"), w("dir")):
        if node.get(w("val")) == "rtl":
            yield TURNED, node
    for node in root.iter(w("bidi")):
        if is_on(node.getparent(), "bidi"):
            yield TURNED, _holder(node)


def _left_out(root: Element) -> Iterator[Element]:
    """The runs with words in elements that a file says others may leave out with what they hold."""
    told = _saying(root)
    nodes = [node for node in told if isinstance(node, Element)] if isinstance(told, list) else []
    listed = ((node, prefix) for node in nodes for prefix in node.get(_IGNORABLE, "").split())
    names = {node.nsmap.get(prefix) for node, prefix in listed}
    for name in filter(None, names):
        for node in root.iter(f"{{{name}}}*"):
            for text in node.iter(w("t")):
                if (run := next(text.iterancestors(w("r")), None)) is not None:
                    yield run


def _holder(setting: Element) -> Element | None:
    """What a setting among properties is of."""
    properties = setting.getparent()
    return None if properties is None else properties.getparent()


def _number(text: str | None, missing: int = 1_000_000) -> int:
    return int(text) if text and _NUMBER.fullmatch(text.strip()) and len(text) < 12 else missing
