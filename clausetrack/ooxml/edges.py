"""Where new text goes that stands beside a field, a link or a content control: outside of it.

Word computes the result of a field anew, a control may be chosen or filled in again, and a link
leads where it leads: what was typed into one of these would be lost, or be part of it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from clausetrack.ooxml.names import PLACES, Element, child, elements, local, remove, w

#: What holds runs, and is left by what is new at its end or its beginning.
_HOLDERS = frozenset(("hyperlink", "fldSimple", "sdtContent"))
_WORDLESS = PLACES | {"proofErr"}
_TEXT = frozenset(("t", "delText", "tab", "br", "cr", "sym", "noBreakHyphen", "ptab"))


def outside(here: Element, *, after: bool) -> Element:
    """What new text stands right behind (`after`), or before, if it is to be beside a run.

    That is the run, or the revision around it, or the outermost of what ends, or begins, with it.
    """
    while True:
        here = _edge_of_field(here, after=after)
        holder = here.getparent()
        others = here.itersiblings(preceding=not after)
        if holder is None or local(holder) not in _HOLDERS:
            return here
        if any(local(node) not in _WORDLESS for node in others if isinstance(node.tag, str)):
            return here
        control = holder.getparent()
        here = control if local(holder) == "sdtContent" and control is not None else holder


def look(run: Element, *, after: bool) -> Element | None:
    """The properties of new text beside a run: its own, and no style of a link that was left."""
    settings = child(run, "rPr")
    if settings is None or outside(run, after=after) is run:
        return settings
    own = copy.deepcopy(settings)
    for style in own.findall(w("rStyle")):
        remove(style)
    return own


def _edge_of_field(here: Element, *, after: bool) -> Element:
    """The last mark of the fields that end behind a run, or the first of those that begin before
    it; the run itself where no mark stands between it and other text."""
    edge, inner = ("end", "begin") if after else ("begin", "end")
    found, depth = here, 0
    for node in here.itersiblings(preceding=not after):
        if local(node) in _WORDLESS:
            continue
        if local(node) != "r":
            break
        for part in _parts(node, after=after):
            kind = part.get(w("fldCharType"), "") if local(part) == "fldChar" else ""
            if kind == inner:
                depth += 1
            elif kind == edge and depth:
                depth -= 1
            elif kind == edge:
                found = node
            elif not depth and local(part) in _TEXT:
                return found
    return found


def _parts(run: Element, *, after: bool) -> Iterator[Element]:
    content = elements(run)
    return iter(content if after else content[::-1])
