"""The seams between paragraphs, arranged so that every word processor takes a change back rightly.

LibreOffice makes one change of two insertions (or two deletions) by one author where the first
ends a paragraph and the second opens the next one, and counts the end of the paragraph between
them as changed too. So an unchanged end of a paragraph never has the same kind of mark on both
sides: a deletion and its insertion change places, or the last word is deleted and inserted anew.

It also takes an inserted paragraph for one that moved where the same wording is deleted nearby.
When that is taken back, the paragraph after it gets the looks of the one that went: "(v)" for
"(b)". And at the end of a text, or before a table, no paragraph is left to join: an empty one with
a number of its own would be. So there the end before the new paragraphs is the inserted one and
their last keeps its own, as when a person presses Enter behind an item and types the next; what is
deleted there goes with the end before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from clausetrack.ooxml.marks import Stamp, new_run, text_of
from clausetrack.ooxml.names import (
    PLACES,
    Element,
    child,
    elements,
    local,
    paragraphs,
    properties,
    remove,
    w,
)
from clausetrack.ooxml.paragraphs import is_empty, next_block
from clausetrack.ooxml.text import node_text, pieces

_LAST_WORD = re.compile(r"\S+\s*$")
_OTHER = {"ins": "del", "del": "ins"}


def settle_seams(root: Element, by: Stamp) -> None:
    """Arrange the changes that meet at the ends of paragraphs under `root`."""
    _type_behind(root)
    _part_changes(root, by)


# ------------------------------------------------------------------ what is typed behind another


def _type_behind(root: Element) -> None:
    """What came at the end of a text, or went and came, is typed behind the paragraph before it.

    So is what came before a table; and what went from these places is deleted from there.
    """
    changed = {node.getparent() for node in root.iter(w("del"))}  # of many deletions, one paragraph
    gone = {text for paragraph in changed for text in _deleted(paragraph)}
    for kind, row in list(_rows(root)):
        came = [kind == "ins" and _squeezed(new) in gone for new in row]
        if (any(came) or _joins_nothing(row)) and may_hand_on(row, moved=came[-1]):
            _hand_on(row, kind)


def new_rows(root: Element) -> Iterator[list[Element]]:
    """The inserted paragraphs under `root`, those together that follow one another."""
    return (row for kind, row in _rows(root) if kind == "ins")


def _rows(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """What was inserted, and what was deleted: paragraphs of one kind that follow one another."""
    row: list[Element] = []
    last = ""
    for paragraph in paragraphs(root):
        kind = _wholly(paragraph)
        if row and (kind != last or next_block(row[-1]) is not paragraph):
            yield last, row
            row = []
        if kind:
            row.append(paragraph)
        last = kind
    if row:
        yield last, row


def ends_text(row: list[Element]) -> bool:
    """Does nothing follow that row in its text, or an empty last paragraph alone?"""
    after = next_block(row[-1])
    return after is None or (local(after) == "p" and is_empty(after) and next_block(after) is None)


def _joins_nothing(row: list[Element]) -> bool:
    """Is no paragraph behind that row, to which the one that is left of it could be joined?"""
    after = _behind(row)
    return after is None or local(after) == "tbl" or ends_text(row)


def _behind(row: list[Element]) -> Element | None:
    """What stays behind a row when it is taken back, and what is changed the other way does not."""
    kind, after = _wholly(row[-1]), next_block(row[-1])
    while after is not None and local(after) == "p" and _wholly(after) == _OTHER.get(kind):
        after = next_block(after)
    return after


def may_hand_on(row: list[Element], *, moved: bool = False) -> bool:
    """May the paragraph before new ones, or ones that went, give them its end, and need it?

    It must be one of their kind, so that it loses nothing, and what follows must be of another.
    What opens with an insertion would be joined to the last of them, if that is not `moved`.
    """
    before, after = row[0].getprevious(), _behind(row)
    if before is None or local(before) != "p" or _mark_kind(before):
        return False
    kind = _kind(before)
    if child(before, "pPr", "sectPr") is not None or any(_kind(new) != kind for new in row):
        return False
    if after is None or local(after) != "p":
        return True
    return _kind(after) != kind and (moved or _opening(after) != "ins")


def _hand_on(row: list[Element], kind: str) -> None:
    """Take the mark from the end of the last of `row`, and give it to the end before the first."""
    before, last = row[0].getprevious(), child(row[-1], "pPr", "rPr")
    mark = None if last is None else child(last, kind)
    if before is None or last is None or mark is None:
        return
    remove(mark)
    if not len(last):
        remove(last)
    properties(properties(before, "pPr"), "rPr").insert(0, mark)


def _wholly(paragraph: Element) -> str:
    """Is the paragraph inserted or deleted ("ins", "del"), its end and all that it holds?"""
    kind, content = _mark_kind(paragraph), _content(paragraph)
    return kind if content and {*map(local, content)} == {kind} else ""


def _kind(paragraph: Element) -> tuple[object, ...]:
    """What the properties of a paragraph and its end say, but for that all of it came or went."""
    settings, mark = child(paragraph, "pPr"), _wholly(paragraph)
    said = (_said(node, mark) for node in ([] if settings is None else elements(settings)))
    return tuple(filter(None, said))


def _said(node: Element, mark: str) -> tuple[object, ...]:
    """An element as a value; properties of an end that say nothing else say nothing."""
    inner = [one for one in elements(node) if local(one) != mark]
    if local(node) == "rPr" and not inner:
        return ()
    return (node.tag, tuple(sorted(node.attrib.items())), tuple(_said(one, mark) for one in inner))


def _deleted(paragraph: Element | None) -> Iterator[str]:
    """The wording of each unbroken deletion in a paragraph."""
    for kind, found in groupby(() if paragraph is None else _content(paragraph), local):
        if kind == "del" and (text := "".join(map(_squeezed, found))):
            yield text


def _squeezed(element: Element) -> str:
    return "".join("".join(node_text(node) or "" for node in element.iter()).split())


# ------------------------------------------------------------------------- changes that meet


def _part_changes(root: Element, by: Stamp) -> None:
    """Part the changes that meet at the unchanged end of a paragraph."""
    changed = {mark.getparent() for mark in root.iter(*map(w, _OTHER))}
    # from the end, since a paragraph's own opening may change with its ending
    for paragraph in reversed([each for each in paragraphs(root) if each in changed]):
        follower = next_block(paragraph)
        if follower is None or local(follower) != "p" or _mark_kind(paragraph):
            continue
        content = _content(paragraph)
        kind = local(content[-1]) if content else ""
        if kind in _OTHER and kind == _opening(follower):
            _end_otherwise(paragraph, content, kind, by)


def _end_otherwise(paragraph: Element, content: list[Element], kind: str, by: Stamp) -> None:
    """Make the paragraph end with the other kind of mark."""
    last = content[-1]
    if len(content) > 1 and local(content[-2]) == _OTHER[kind]:
        last.addnext(content[-2])
        return
    before = [piece for piece in pieces(paragraph) if piece.run is not None]
    plain = [piece for piece in before if piece.run in content]
    word = _LAST_WORD.search(plain[-1].text) if plain else None
    if word is None or plain[-1].run is not content[-2]:
        return
    text = text_of(paragraph, before)
    end = sum(len(piece.text) for piece in before[: before.index(plain[-1]) + 1])
    like = child(content[-2], "rPr")
    text.delete(end - len(word[0]), end, by)
    again = by.mark("ins")
    again.append(new_run(word[0], like))
    deletion = last.getprevious()
    if kind == "ins" and deletion is not None:
        # the word and the insertion, then the deleted word
        last.insert(0, again[0])
        last.addnext(deletion)
    else:
        last.addnext(again)


def _content(paragraph: Element) -> list[Element]:
    """What the paragraph shows, marks of places left out."""
    skipped = PLACES | {"pPr", "proofErr"}
    return [node for node in elements(paragraph) if local(node) not in skipped]


def _mark_kind(paragraph: Element) -> str:
    """How the end of the paragraph is marked: "ins", "del" or ""."""
    mark = child(paragraph, "pPr", "rPr")
    kinds = [] if mark is None else [local(node) for node in mark if local(node) in _OTHER]
    return kinds[0] if kinds else ""


def _opening(paragraph: Element) -> str:
    """The kind of the mark that a paragraph opens with: an empty one's is that of its end."""
    content = _content(paragraph)
    return local(content[0]) if content else _mark_kind(paragraph)
