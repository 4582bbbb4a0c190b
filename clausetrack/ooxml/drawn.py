"""Text that a Word part prints and that is no text of a paragraph: WordArt, diagrams, fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.ooxml.names import A_NS, R_NS, Element, own_text, w
from clausetrack.ooxml.package import Package, Relationship

_A, _R = f"{{{A_NS}}}", f"{{{R_NS}}}"
#: WordArt, a watermark among it, and what names the data of a diagram (SmartArt).
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
#: What holds the code of a field, of which the code alone may say what is printed.
CODES = (w("instrText"), w("fldSimple"))
_PRINTED = re.compile(
    r"\s*(?:(QUOTE)|EQ|SYMBOL|MACROBUTTON|GOTOBUTTON|LISTNUM|AUTONUM\w*)\b", re.I
)
#: What names the drawing that was made of the data of a diagram, and that is shown.
_DRAWING = "{http://schemas.microsoft.com/office/drawing/2008/diagram}dataModelExt"


def in_diagram(package: Package, links: Sequence[Relationship], node: Element) -> list[str]:
    """The paragraphs of a diagram: those of the data that it is drawn from, and those of the
    drawing that was made of them, where it says anything else."""
    told = next((link.target for link in links if link.id == node.get(f"{_R}dm")), "")
    if told not in package.parts:
        return []
    root = package.xml(told)
    texts = _paragraphs(root)
    name = next((one.get("relId") for one in root.iter(_DRAWING) if one.get("relId")), None)
    shown = next((link.target for link in links if link.id == name), "")
    drawn = _paragraphs(package.xml(shown)) if shown in package.parts else []
    known = {text.strip() for text in texts}
    return [*texts, *(text for text in drawn if text.strip() not in known)]


def _paragraphs(root: Element) -> list[str]:
    """The text of each paragraph of a drawing."""
    return ["".join(own_text(text) for text in one.iter(f"{_A}t")) for one in root.iter(f"{_A}p")]


def code_printed(node: Element, held: Sequence[Element] | None) -> str:
    """The code of a field that prints what it says; "" of others, and of what is not its first.

    `held` are the runs of the field; None where it does not end in the paragraph.
    """
    if node.tag == w("fldSimple"):
        code = node.get(w("instr"), "")
        shown = next(node.iter(w("t")), None) is not None
    else:
        codes = [one for run in held or () for one in run.iter(w("instrText"))]
        if held is not None and codes[0] is not node:
            return ""
        code = "".join(own_text(one) for one in codes or [node])
        shown = any(next(run.iter(w("t")), None) is not None for run in held or ())
    found = _PRINTED.match(code)  # a quotation shows its result, and of the others none is shown
    return " ".join(code.split()) if found and not (found[1] and shown) else ""
