"""Text that a Word part prints and that is no text of a paragraph: WordArt, diagrams, fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clausetrack.ooxml.names import Element, own_text, w
from clausetrack.ooxml.package import Package

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: WordArt, a watermark among it, and what names the data of a diagram (SmartArt).
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
#: What holds the code of a field, of which the code alone may say what is printed.
CODES = (w("instrText"), w("fldSimple"))
_PRINTED = re.compile(r"\s*(?:EQ|QUOTE|SYMBOL|MACROBUTTON|GOTOBUTTON|LISTNUM|AUTONUM\w*)\b", re.I)


def in_diagram(package: Package, links: Mapping[str, str], node: Element) -> list[str]:
    """The paragraphs of a diagram, from the data that it is drawn from."""
    part = links.get(node.get(f"{_R}dm", ""), "")
    if part not in package.parts:
        return []
    paragraphs = package.xml(part).iter(f"{_A}p")
    return ["".join(own_text(text) for text in one.iter(f"{_A}t")) for one in paragraphs]


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
    return " ".join(code.split()) if _PRINTED.match(code) and not shown else ""
