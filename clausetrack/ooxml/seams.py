"""The seams between paragraphs, arranged so that every word processor takes a change back rightly.

LibreOffice makes one change of two insertions (or two deletions) by one author where the first
ends a paragraph and the second opens the next one, and counts the end of the paragraph between
them as changed too. So an unchanged end of a paragraph never has the same kind of mark on both
sides: a deletion and its insertion change places, or the last word is deleted and inserted anew.
"""

from __future__ import annotations

import re

from clausetrack.ooxml.marks import Stamp, new_run, text_of
from clausetrack.ooxml.names import PLACES, Element, child, elements, local, paragraphs, w
from clausetrack.ooxml.paragraphs import next_block
from clausetrack.ooxml.text import pieces

_LAST_WORD = re.compile(r"\S+\s*$")
_OTHER = {"ins": "del", "del": "ins"}


def part_changes(root: Element, by: Stamp) -> None:
    """Part the changes that meet at the unchanged end of a paragraph under `root`."""
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
