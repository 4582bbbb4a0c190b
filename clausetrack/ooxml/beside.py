"""What a Word file shows that is no text: pictures and the addresses of links; and whose notes are.

Each stands in a paragraph, counted as a `model.Source` counts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from clausetrack.ooxml import revisions as tracked
from clausetrack.ooxml.bound import unlike_data
from clausetrack.ooxml.drawn import CODES, WORD_ART
from clausetrack.ooxml.fields import code_of, fields_of
from clausetrack.ooxml.names import R_NS, Element, w
from clausetrack.ooxml.notes import NOTES
from clausetrack.ooxml.package import Package, part_of, relationships, targets
from clausetrack.ooxml.text import in_fallback, paragraph_text, places, unlike_forms

PICTURE, LINK, FIELD, DRAWING = "a picture", "a link", "a field", "a drawing without words"
_NOTES = {w(name): part for name, part in NOTES.items()}
_NOTE = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_PICTURES = tuple(map(w, ("drawing", "pict", "object")))
_SHOWN = tuple(f"{{{R_NS}}}{name}" for name in ("embed", "link", "id", "pict"))
_DIAGRAM = f"{{{R_NS}}}dm"
_WORDED = (w("txbxContent"), WORD_ART)
_LINK = w("hyperlink")
_ADDRESS = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"]+)\"|([^\s\"\\]\S*))", re.I)
#: Fields that tell of pages, list, lead elsewhere or are forms: their codes are compared with what
#: they show, or print nothing that the parties agreed.
_OF_LAYOUT = re.compile(
    r"(?:(?:NUM|SECTION)?PAGES?|SECTION|PAGEREF|NOTEREF|TOC|TC|TA|TOA|XE|RD|INDEX"
    r"|HYPERLINK|FORM(?:TEXT|CHECKBOX|DROPDOWN)|BIBLIOGRAPHY|CITATION|ADDIN|EMBED|FILENAME"
    r"|PRIVATE|EQ|SYMBOL|LISTNUM|AUTONUM\w*|MACROBUTTON|GOTOBUTTON)\Z",
    re.I,
)
_NAME = re.compile(r"\s*(=|\w+)\s*(\w*)")
#: What stands for another document, which Word shows there.
DOCUMENTS = (w("altChunk"), w("subDoc"))

#: A part and the place of a paragraph in it.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Thing:
    """A picture, by its bytes, a link, by its address, or a field that Word computes, by its code;
    or a line or a shape that is only drawn, and may cover words or strike them out.

    `words` are those of the link, or what the field showed last; `target` is what a field repeats.
    """

    kind: str
    key: str
    place: Place
    words: str = ""
    target: Place | None = None


class Mark(NamedTuple):
    """The mark of a note: its paragraph, and how many characters, but spaces, stand before it."""

    place: Place
    at: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The pictures and links in order, and the marks that refer to each paragraph of a note.

    `documents` are the bytes of other documents that stand in this one, as a digest of each, and
    what controls read and what their data has; `fonts` digests of the fonts that stand in it.
    """

    things: list[Thing] = field(default_factory=list)
    notes: dict[Place, tuple[Mark, ...]] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    fonts: frozenset[str] = frozenset()


def beside(package: Package, view: tracked.View) -> Beside:
    """What the parts of a package show beside their text, in one view of its changes."""
    out = Beside(fonts=_fonts(package))
    referring: dict[tuple[str, str], tuple[Mark, ...]] = {}
    for part, kind in package.stories().items():
        if kind == "comments":
            continue
        root = package.xml(part)
        at = places(root)
        if kind in _NOTE:
            for node in root.iter(_NOTE[kind]):
                holders = referring.get((kind, node.get(w("id"), "")), ())
                held = (at[p] for p in node.iter(w("p")) if p in at)
                out.notes.update(((part, place), holders) for place in held)
        if tracked.has_revisions(root):
            tracked.resolve_part(root, view)
        linked = targets(package, part)
        for node in root.iter(*DOCUMENTS):
            target = linked.get(node.get(_SHOWN[2], ""), "")
            other = package.parts.get(target, target.encode())
            out.documents.append(hashlib.sha256(other).hexdigest())
        for _, shown, data in (*unlike_data(package, root), *unlike_forms(root)):
            out.documents.append(f"{shown}\n{data}")
        for node in root.iter(*_PICTURES, _LINK, *_NOTES):
            paragraph = next(node.iterancestors(w("p")), None)
            if paragraph is None or paragraph not in at or in_fallback(node):
                continue
            place = part, at[paragraph]
            if node.tag in _NOTES:
                note = _NOTES[node.tag], node.get(w("id"), "")
                mark = Mark(place, _before(paragraph, node))
                referring[note] = (*referring.get(note, ()), mark)
            elif node.tag == _LINK:
                if address := linked.get(node.get(_SHOWN[2], "")):
                    out.things.append(Thing(LINK, address.rstrip("/"), place, paragraph_text(node)))
            elif key := _picture(package, linked, node):
                out.things.append(Thing(PICTURE, key, place))
            elif next(node.iter(*_WORDED), None) is None:
                out.things.append(Thing(DRAWING, "", place))
        fields = _of_fields(root, part, at)
        if kind in {"header", "footer"}:  # what names and dates the file, not what was agreed
            fields = (one for one in fields if one.kind == LINK)
        out.things.extend(fields)
    return out


def _of_fields(root: Element, part: str, at: dict[Element, int]) -> Iterator[Thing]:
    """The links that fields make, whose address stands in their code, and what Word computes."""
    marks: dict[str, Place] = {}
    holders = {next(node.iterancestors(w("p")), None): None for node in root.iter(*CODES)}
    for paragraph in holders:
        if paragraph is None or paragraph not in at or in_fallback(paragraph):
            continue
        found = [(node.get(w("instr"), ""), paragraph_text(node))
                 for node in paragraph.iter(w("fldSimple"))]  # fmt: skip
        for runs in fields_of(paragraph):
            found.append((code_of(runs), "".join(map(paragraph_text, runs))))
        for code, words in found:
            if address := _ADDRESS.match(code):
                key = (address[1] or address[2]).rstrip("/")
                yield Thing(LINK, key, (part, at[paragraph]), words)
            elif (name := _NAME.match(code)) and not _OF_LAYOUT.match(name[1]):
                marks = marks or _marked(root, part, at)
                target = marks.get(name[2] if name[1].upper() == "REF" else name[1])
                key = " ".join(code.split())
                yield Thing(FIELD, key, (part, at[paragraph]), words.strip(), target)


def _marked(root: Element, part: str, at: dict[Element, int]) -> dict[str, Place]:
    """The paragraphs in which, or before which, the bookmarks of a part begin, by their names."""
    out: dict[str, Place] = {}
    open_: list[str] = []
    for node in root.iter(w("bookmarkStart"), w("p")):
        if node.tag == w("p"):
            out.update((name, (part, at[node])) for name in open_ if node in at)
            open_ = []
        elif (holder := next(node.iterancestors(w("p")), None)) is None:
            open_.append(node.get(w("name"), ""))
        elif holder in at:
            out[node.get(w("name"), "")] = part, at[holder]
    return out


def _fonts(package: Package) -> frozenset[str]:
    listed = part_of(package, "fontTable")
    links = relationships(package, listed) if listed else iter(())
    held = (package.parts[link.target] for link in links if link.target in package.parts)
    return frozenset(hashlib.sha256(font).hexdigest() for font in held)


def _before(paragraph: Element, mark: Element) -> int:
    count = 0
    for node in paragraph.iter(mark.tag, w("t")):
        if node is mark:
            break
        count += len("".join((node.text or "").split())) if node.tag == w("t") else 0
    return count


def _picture(package: Package, targets: dict[str, str], node: Element) -> str:
    """A name for the bytes of the parts that a picture shows; "" of what is only drawn."""
    names = [one.get(name, "") for one in node.iter() for name in _SHOWN if one.get(name)]
    shown = [targets[name] for name in names if name in targets]
    digest = hashlib.sha256()
    for target in shown:
        digest.update(package.parts.get(target, target.encode()))
    if shown:
        return digest.hexdigest()
    # of a diagram every program writes other bytes: it is told where it came or went
    return "a diagram" if any(one.get(_DIAGRAM) for one in node.iter()) else ""
