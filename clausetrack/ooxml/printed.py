"""The paragraphs of a part as a reader sees them, in one pass over what holds text."""

from __future__ import annotations

from clausetrack.ooxml.names import M_NS, Element, w
from clausetrack.ooxml.text import FALLBACK, node_text, paragraph_text

_PARAGRAPH = w("p")
_TEXT = w("t")
_TEXTS = (
    f"{{{M_NS}}}t",
    *map(w, ("t", "delText", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar")),
)


def printed(root: Element) -> list[str]:
    """The text of each paragraph of a part that has any, in order, as `paragraph_text` gives it."""
    if next(root.iter(w("txbxContent"), FALLBACK), None) is not None:
        return [text for text in map(paragraph_text, root.iter(_PARAGRAPH)) if text.strip()]
    # no paragraph stands in another, and nothing is given in two forms: one pass will do
    found: list[list[str]] = [[]]
    for node in root.iter(_PARAGRAPH, *_TEXTS):
        if node.tag == _PARAGRAPH:
            found.append([])
        elif node.tag == _TEXT and (text := node.text or "").isascii() and not len(node):
            found[-1].append(text)
        else:
            found[-1].append(node_text(node) or "")
    return [text for text in map("".join, found) if text.strip()]
