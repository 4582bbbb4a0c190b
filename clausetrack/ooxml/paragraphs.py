"""Paragraphs as blocks: what follows one, when it is empty, and how two become one."""

from __future__ import annotations

from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Joining:
    """Paragraphs whose marks are taken away, in order: what they hold opens the next that stays.

    Before a table and at the end of a cell or body there is no paragraph to join: there an empty
    paragraph goes, unless nothing else would be left, and any other stays. What is held by a row
    of paragraphs that go is moved once, at the end of the row.
    """

    _into: Element | None = None
    _held: list[Element] = field(default_factory=list)
    _empty: bool = True
    _bookmarks: dict[str | None, list[Element]] = field(default_factory=dict)

    def join(self, paragraph: Element) -> None:
        """Take the mark of a paragraph away."""
        if paragraph is not self._into:
            self.end()
        self._empty = self._empty and is_empty(paragraph)
        own = [node for node in paragraph if local(node) != "pPr"]
        if self._empty:
            self._drop_bookmarks(own)
        follower = next_block(paragraph)
        if follower is not None and local(follower) == "p":
            self._held += own
            if self._empty and follower.getparent() is not paragraph.getparent():
                self._drop(paragraph)  # a content control keeps its own start
                return
            remove(paragraph)
            self._into = follower
        elif self._empty and _can_go(paragraph):
            self._held += own
            self._drop(paragraph)
        else:
            self.end()

    def end(self) -> None:
        """Put what is held before what the paragraph after it holds."""
        if (into := self._into) is not None:
            at = 1 if len(into) and local(into[0]) == "pPr" else 0
            for node in reversed(self._held):
                if node.getparent() is not None:
                    into.insert(at, node)
        self._forget()

    def _drop(self, paragraph: Element) -> None:
        """Drop a paragraph without content; the places marked in it stay between the blocks."""
        for node in self._held:
            if local(node) in PLACES and node.getparent() is not None:
                paragraph.addprevious(node)
        remove(paragraph)
        self._forget()

    def _drop_bookmarks(self, nodes: list[Element]) -> None:
        """Drop the bookmarks of wording that went: a reference to it must not meet what follows."""
        marks = [node for node in nodes if local(node) in {"bookmarkStart", "bookmarkEnd"}]
        for node in marks:
            self._bookmarks.setdefault(node.get(w("id")), []).append(node)
        for name in {node.get(w("id")) for node in marks}:
            if len({local(node) for node in self._bookmarks[name]}) == 2:
                for node in self._bookmarks.pop(name):
                    remove(node)

    def _forget(self) -> None:
        self._into, self._held, self._empty, self._bookmarks = None, [], True, {}


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
    if local(container) == "tc" and next_block(paragraph) is None:
        before = paragraph.getprevious()
        while before is not None and local(before) not in {"p", "tbl"} | _CONTROLS:
            before = before.getprevious()
        return before is not None and local(before) != "tbl"
    return any(p is not paragraph for p in container.iter(w("p")))
