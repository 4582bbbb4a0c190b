"""Paragraphs as blocks: what follows one, when it is empty, and how two become one."""

from __future__ import annotations

from clausetrack.ooxml.names import PLACES, Element, elements, local, make, remove, w

#: Boxes around blocks that a reader of the page does not see.
_CONTROLS = frozenset(("sdt", "sdtContent", "customXml", "smartTag"))
#: What carries no text and parts no paragraphs.
_MARKERS = PLACES | frozenset(
    ("proofErr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
     "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
     "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
     "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd")
)  # fmt: skip


def is_empty(paragraph: Element) -> bool:
    """Does the paragraph hold nothing that is seen: no text, break, picture, field or formula?"""
    return not any(
        local(node) != "pPr" and local(node) not in _MARKERS and not _is_bare(node)
        for node in elements(paragraph)
    )


def _is_bare(node: Element) -> bool:
    """A run without content, such as one that holds a page's position only."""
    bare = {"rPr", "lastRenderedPageBreak"}
    return local(node) == "r" and all(local(inner) in bare for inner in elements(node))


def next_block(block: Element) -> Element | None:
    """The paragraph or table after a block in the same cell, note or body; None at its end."""
    here = block
    while True:
        after = here.getnext()
        while after is not None and local(after) not in {"p", "tbl"} | _CONTROLS:
            after = after.getnext()
        if after is not None:
            found = _first_block(after)
            if found is not None:
                return found
            here = after
            continue
        parent = here.getparent()
        if parent is None or local(parent) not in _CONTROLS:
            return None
        here = parent


def _first_block(element: Element) -> Element | None:
    if local(element) in {"p", "tbl"}:
        return element
    return next((node for node in element.iter(w("p"), w("tbl"))), None)


def join_paragraphs(paragraph: Element) -> None:
    """Take the mark of a paragraph away: what it holds now opens the next one.

    Before a table and at the end of a cell or body there is no paragraph to join: there an empty
    paragraph goes, unless nothing else would be left, and any other stays.
    """
    follower = next_block(paragraph)
    if follower is not None and local(follower) == "p":
        content = [node for node in paragraph if local(node) != "pPr"]
        if is_empty(paragraph) and follower.getparent() is not paragraph.getparent():
            _drop(paragraph)  # a content control keeps its own start
            return
        at = 1 if len(follower) and local(follower[0]) == "pPr" else 0
        for node in reversed(content):
            follower.insert(at, node)
        remove(paragraph)
    elif is_empty(paragraph) and _can_go(paragraph):
        _drop(paragraph)


def end_with_paragraph(cell: Element) -> None:
    """A cell must end with a paragraph: give it an empty one where it does not."""
    blocks = [node for node in elements(cell) if local(node) in {"p", "tbl"} | _CONTROLS]
    if not blocks or local(blocks[-1]) == "tbl":
        cell.append(make("p"))


def _can_go(paragraph: Element) -> bool:
    container = paragraph.getparent()
    while container is not None and local(container) in _CONTROLS:
        container = container.getparent()
    if container is None:
        return False
    others = [p for p in container.iter(w("p")) if p is not paragraph]
    if local(container) == "tc" and next_block(paragraph) is None:
        before = paragraph.getprevious()
        while before is not None and local(before) not in {"p", "tbl"} | _CONTROLS:
            before = before.getprevious()
        return before is not None and local(before) != "tbl"
    return bool(others)


def _drop(paragraph: Element) -> None:
    """Drop a paragraph without content; the places marked in it stay between the blocks."""
    for node in elements(paragraph):
        if local(node) in PLACES:
            paragraph.addprevious(node)
    remove(paragraph)
