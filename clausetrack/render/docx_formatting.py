"""Formatting that differs between two files, as tracked changes of the properties.

Only what a reader of the page sees counts: languages, proofing and save IDs differ all the time.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Set

from lxml import etree

from clausetrack.ooxml.marks import Stamp, Text, recorded
from clausetrack.ooxml.names import W_NS, Element, child, elements, local, make, properties
from clausetrack.ooxml.text import Piece

_RUN = frozenset(
    ("rStyle", "rFonts", "b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish", "color",
     "sz", "highlight", "u", "shd", "vertAlign")
)  # fmt: skip
_PARAGRAPH = frozenset(
    ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs",
     "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
)  # fmt: skip
_STYLES = frozenset(("pStyle", "rStyle"))
_RPR_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
#: The order that the schema asks of the children of w:rPr.
_PLACES = {name: place for place, name in enumerate(_RPR_ORDER.split())}


def change_paragraph(old: Element, wanted: Element | None, by: Stamp, styles: Set[str]) -> bool:
    """Give a paragraph the look that properties ask for, tracked; was there anything to change?

    `styles` are those that the file knows.
    """
    if _look(child(old, "pPr"), _PARAGRAPH, styles) == _look(wanted, _PARAGRAPH, styles):
        return False
    settings = recorded(old, by)
    for node in list(_visible(settings, _PARAGRAPH)):
        settings.remove(node)
    for node in _visible(wanted, _PARAGRAPH, styles):
        settings.replace(properties(settings, local(node)), copy.deepcopy(node))
    return True


#: A text as the lengths of its pieces and the properties of their runs (None: no run).
Looks = list[tuple[int, int, Element | None]]


def looks(found: list[Piece]) -> Looks:
    """How pieces look, noted before anything parts their runs."""
    bare = make("rPr")
    out: Looks = []
    at = 0
    for piece in found:
        own = None if piece.run is None else child(piece.run, "rPr")
        end = at + len(piece.text)
        out.append((at, end, None if piece.run is None else bare if own is None else own))
        at = end
    return out


def change_runs(
    text: Text, old: Looks, new: Looks, places: tuple[int, int, int], by: Stamp, styles: Set[str]
) -> bool:
    """Give a stretch of text, the same in both, the look that it has in the new file, tracked.

    `places` are where it begins in the old text and in the new, and its length.
    """
    at, there, length = places
    mine, theirs = deque(_spans(old, at, length)), deque(_spans(new, there, length))
    changed = False
    while mine and theirs:
        (left, was), (right, wanted) = mine.popleft(), theirs.popleft()
        size = min(left, right)
        if left > size:
            mine.appendleft((left - size, was))
        if right > size:
            theirs.appendleft((right - size, wanted))
        differs = was is not None and wanted is not None and was is not wanted
        if differs and _look(was, _RUN, styles) != _look(wanted, _RUN, styles):
            text.restyle(at, at + size, _merged(was, wanted, styles), by)
            changed = True
        at += size
    return changed


def _spans(found: Looks, start: int, length: int) -> Iterator[tuple[int, Element | None]]:
    """The looks of a stretch, each with its length in it."""
    for at in range(bisect_right(found, start, key=_end), len(found)):
        begin, end, look = found[at]
        if begin >= start + length:
            break
        if begin < end:
            yield min(end, start + length) - max(begin, start), look


def _end(place: tuple[int, int, Element | None]) -> int:
    return place[1]


def _visible(
    settings: Element | None, names: Set[str], styles: Set[str] | None = None
) -> Iterator[Element]:
    for node in [] if settings is None else elements(settings):
        name = local(node)
        known = styles is None or name not in _STYLES or _value(node) in styles
        if name in names and known:
            yield node


def _look(settings: Element | None, names: Set[str], styles: Set[str]) -> list[bytes]:
    """What properties say of the look, to be compared."""
    return sorted(etree.tostring(_bare(node), method="c14n")
                  for node in _visible(settings, names, styles))  # fmt: skip


def _bare(node: Element) -> Element:
    """A copy with Word's own attributes alone: other programs note their IDs on any element."""
    bare = make(local(node))
    for key, said in sorted(node.attrib.items()):
        if str(key).startswith(f"{{{W_NS}}}"):
            bare.set(key, said)
    bare.extend(_bare(inner) for inner in elements(node) if local(inner))
    return bare


def _value(node: Element) -> str:
    return next((str(said) for key, said in node.attrib.items() if str(key).endswith("}val")), "")


def _merged(was: Element | None, wanted: Element | None, styles: Set[str]) -> Element:
    """The properties of a run with the look of another's."""
    out = make("rPr")
    kept = [] if was is None else [n for n in elements(was) if local(n) not in _RUN]
    come = list(_visible(wanted, _RUN, styles))
    nodes = [copy.deepcopy(node) for node in (*kept, *come) if local(node) != "rPrChange"]
    out.extend(sorted(nodes, key=lambda node: _PLACES.get(local(node), len(_PLACES))))
    return out
