"""What a web page shows that is no text of it: pictures, what is filled in, other pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import cast

from clausetrack.ingest.html.styles import Element, text_of
from clausetrack.model import LeftOut, Picture, Source

FIELD = "in a field of the page"
PAGE = "in another page that the page shows"
STYLE = "printed by the style sheet"
KINDS = (FIELD, PAGE, STYLE)

_TICKED, _EMPTY = "☒", "☐"
_TICKS = frozenset(("checkbox", "radio"))
_UNSEEN = frozenset(("hidden", "password", "file"))
_FRAMES = ("iframe", "frame", "object", "embed", "video", "audio")
#: Where programs that save a page put its pictures: a folder that is called as the page is.
_FOLDER = re.compile(r"(?:\./)?[^/]+_files/")
_CONTENT = re.compile(r"\bcontent\s*:\s*(\"[^\"]*\"|'[^']*')")


def pictures(body: Element, reasons: Mapping[Element, str], name: str) -> Iterator[Picture]:
    """The pictures in the content of a page: what each is called, and its address."""
    for node in body.iter("img", "image"):
        address = (node.get("src") or node.get("href") or "").strip()
        if address.startswith("data:"):
            address = f"in the page itself, {hashlib.sha256(address.encode()).hexdigest()[:12]}"
        address = _FOLDER.sub("", address, count=1)
        said = " ".join((node.get("alt") or "").split())
        if (address or said) and not left_out(node, reasons):
            yield Picture(f"{said} ({address})".strip(), Source(name, _line(node)))


def shown(root: Element, reasons: Mapping[Element, str], name: str) -> Iterator[LeftOut]:
    """What stands in fields, frames and style sheets, as text that is left out."""
    for node in root.iter("style", "input", "select", *_FRAMES):
        place = Source(name, _line(node))
        if node.tag == "style":
            found = (text[1:-1] for text in _CONTENT.findall(node.text or ""))
            yield from (LeftOut(text, STYLE, place) for text in found if _is_text(text))
        elif not left_out(node.getparent(), reasons):
            why = PAGE if node.tag in _FRAMES else FIELD
            if text := _text(node).strip():
                yield LeftOut(text, why, place)


def left_out(node: Element | None, reasons: Mapping[Element, str]) -> bool:
    """Does an element stand in what is no text of the document?"""
    while node is not None:
        if node in reasons:
            return bool(reasons[node])
        node = node.getparent()
    return False


def _text(node: Element) -> str:
    """What a field holds or was chosen in it, or what a frame shows."""
    if node.tag in _FRAMES:
        return node.get("srcdoc") or node.get("src") or node.get("data") or ""
    if node.tag == "select":
        options = list(node.iter("option"))
        chosen = [one for one in options if one.get("selected") is not None] or options[:1]
        return ", ".join(" ".join(text_of(one).split()) for one in chosen)
    kind = (node.get("type") or "text").lower()
    if kind in _TICKS:
        return _EMPTY if node.get("checked") is None else _TICKED
    return "" if kind in _UNSEEN else node.get("value") or ""


def _is_text(text: str) -> bool:
    """Are there words or figures in what a style sheet prints, and no bullet or escape alone?"""
    return any(character.isalnum() for character in re.sub(r"\\[0-9a-fA-F]{1,6}\s?", "", text))


def _line(node: Element) -> int:
    return cast("int | None", node.sourceline) or 0
