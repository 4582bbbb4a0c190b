"""What a Word file prints otherwise than its words read: struck out, hidden, or raised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from clausetrack.errors import FINDINGS
from clausetrack.ingest import raised
from clausetrack.ingest.docx_lines import Part
from clausetrack.model import Finding, Source
from clausetrack.ooxml.names import Element, child, value, w
from clausetrack.ooxml.text import Piece, printed_paragraphs

#: What is struck out or hidden by its format alone, and the toggles that do it.
_TOGGLES = {
    "text-struck-out": ("is struck out by its format alone", ("strike", "dstrike")),
    "text-hidden": ("is hidden", ("vanish",)),
}
_UNSEEN = ("text-hidden", "has the colour of what is behind it")
_Check = Callable[[Element | None], bool]
_SIGNS = {"superscript": "^", "subscript": "_"}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE = "FFFFFF"
_NEAR = 16  # of 255: two shades that nobody tells apart


def unlike_print(here: Part, root: Element) -> Iterator[Finding]:
    """The words of each paragraph that count, and that a reader of the print takes otherwise."""
    checks = list(_checks(here, root))
    is_raised = _mentions(here, root, "vertAlign")
    if not checks and not is_raised:
        return
    for paragraph in printed_paragraphs(root):
        found = here.own(paragraph)
        for code, how, is_so in checks:
            at = first = 0
            text = ""
            for piece in found:
                if is_so(piece.run):
                    first = first if text else at
                    text += piece.text
                at += len(piece.text)
            if text := text.strip():
                message = f"“{few(text)}” {how}, and is read as part of the text"
                yield _finding(here, code, message, text, found[0], first)
        if is_raised:
            signs = [_SIGNS.get(here.styles.said(p.run, "vertAlign") or "", " ") for p in found]
            if any(sign != " " for sign in signs):
                text = "".join(piece.text for piece in found)
                flags = "".join(s * len(p.text) for s, p in zip(signs, found, strict=True))
                text = _without_marks(here, found, text, flags)
                for at, printed, message in raised.figures(text, flags):
                    yield _finding(here, "figure-raised", message, printed, found[0], at)


def _without_marks(here: Part, found: Sequence[Piece], text: str, flags: str) -> str:
    """The text of a paragraph with spaces for the raised marks of notes, which are noted."""
    marks = dict(raised.marks(text, flags))
    at = 0
    for piece in found if marks else ():
        start, at = at, at + len(piece.text)
        if marks.get(start) == at:
            here.marks.add(piece.node)
            text = f"{text[:start]}{' ' * (at - start)}{text[at:]}"
    return text


def few(text: str) -> str:
    """The first words of a text."""
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _finding(
    here: Part, code: str, message: str, quote: str, piece: Piece, start: int
) -> Finding:
    place = Source(here.file, part=here.part, paragraph=here.places[piece.node],
                   start=start, end=start + len(quote))  # fmt: skip
    return Finding(code, FINDINGS[code], message, source=place, quote=quote)


def _mentions(here: Part, root: Element, *names: str) -> bool:
    """Does the part, or any style, say something of one of these properties?"""
    return next(root.iter(*map(w, names)), None) is not None or here.styles.sets(names)


def _checks(here: Part, root: Element) -> Iterator[tuple[str, str, _Check]]:
    """The code of each kind that the part may hold, what to say of it, and what finds a run."""
    for code, (how, toggles) in _TOGGLES.items():
        if _mentions(here, root, *toggles):
            yield code, how, partial(here.styles.is_set, toggles=toggles)
    if _mentions(here, root, "color"):
        yield *_UNSEEN, partial(_is_unseen, here)


# ------------------------------------------------------------------------------------- colours


def _is_unseen(here: Part, run: Element | None) -> bool:
    """Has a run the colour of what is behind it, where the file says what that is?"""
    colour = here.styles.said(run, "color")
    if run is None or colour is None or not _HEX.fullmatch(colour):
        return False
    behind = _behind(here, run)
    pairs = zip(_shades(colour), _shades(behind), strict=False)
    return bool(behind) and all(abs(one - other) < _NEAR for one, other in pairs)


def _behind(here: Part, run: Element) -> str:
    """The colour behind a run: its own, its paragraph's, its cell's, or the page's; "" unknown."""
    marked = here.styles.said(run, "highlight")
    if marked is not None and marked != "none":
        return {"white": _WHITE, "black": "000000"}.get(marked, "")
    holders = [child(run, "rPr")]
    for outer in run.iterancestors(w("p"), w("tc"), w("tbl"), w("txbxContent"), w("document")):
        name = outer.tag.rpartition("}")[2]
        if name == "p":
            styled = here.styles.chain(value(outer, "pPr", "pStyle") or here.styles.default)
            holders += [child(outer, "pPr"), *(child(style, "pPr") for style in styled)]
        elif name == "tc":
            holders.append(child(outer, "tcPr"))
        elif name == "tbl":
            styles = here.styles.chain(value(outer, "tblPr", "tblStyle"))
            if any(_fill(node) != _WHITE for style in styles for node in style.iter(w("shd"))):
                return ""  # some rows or columns are shaded, and which ones is not looked up
        elif name == "txbxContent" or child(outer, "background") is not None:
            return ""  # a shape or a page of another colour
        for holder in holders:
            shading = None if holder is None else child(holder, "shd")
            if shading is not None and not _clear(shading):
                return _fill(shading)
        holders = []
    return _WHITE


def _clear(shading: Element) -> bool:
    """Does a shading leave what is behind it as it is?"""
    return shading.get(w("fill"), "auto") == "auto" and shading.get(w("themeFill")) is None


def _fill(shading: Element) -> str:
    """The colour of a shading; "" of a pattern, and of one that only the theme names."""
    fill = shading.get(w("fill"), "auto")
    if shading.get(w("val"), "clear") not in {"clear", "nil"}:
        return ""
    return _WHITE if _clear(shading) else fill if _HEX.fullmatch(fill) else ""


def _shades(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in range(0, len(colour), 2)]
