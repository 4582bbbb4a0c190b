"""What a paragraph refers to in other parts of its file, brought along: notes, pictures, lists.

For a comparison of text, a note, a picture or a text box is one character of the private-use area.
"""

from __future__ import annotations

import copy
import posixpath
from dataclasses import dataclass, field

from clausetrack.ooxml.names import (
    MC_NS,
    R_NS,
    Element,
    elements,
    local,
    remove,
    unwrap,
    w,
)
from clausetrack.ooxml.notes import NOTES, own_notes
from clausetrack.ooxml.package import (
    Package,
    Relationship,
    add_link,
    add_part,
    mime,
    relationships,
    targets,
    to_bytes,
)
from clausetrack.ooxml.text import Piece, pieces
from clausetrack.render.docx_listed import Lists

_NOTE_SIGNS = {"footnoteReference": "\ue000", "endnoteReference": "\ue001"}
#: A text box or a shape, which is given in two forms.
_FORMS = f"{{{MC_NS}}}AlternateContent"
_PICTURES = frozenset((*map(w, ("drawing", "pict", "object")), _FORMS))
_FIRST_PICTURE = 0xE100
_LAST_PICTURE = 0xF8FF
_SIGNED = (*sorted(_PICTURES), *map(w, _NOTE_SIGNS))
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ID = f"{{{R_NS}}}id"
_EMBED = f"{{{R_NS}}}embed"
_RELATED = frozenset(f"{{{R_NS}}}{name}" for name in ("embed", "link", "id", "pict", "dm", "lo",
                                                       "qs", "cs"))  # fmt: skip


def signed(root: Element) -> bool:
    """Does anything under an element stand for a note, a picture or a text box?"""
    return next(root.iter(*_SIGNED), None) is not None


def whole_of(node: Element) -> Element:
    """What goes with a picture that cannot come along: the shape of which it is one form."""
    form = node.getparent()
    if form is not None and not local(form) and (whole := form.getparent()) is not None:
        return whole if whole.tag == _FORMS else node
    return node


@dataclass
class Objects:
    """Two files of which one is compared with the other; `old` grows as things are brought in.

    Notes and lists are the exception: `come` has the notes that are to come, by the kind of their
    part, and `lists` those lists.
    """

    old: Package
    new: Package
    signs: dict[bytes, str] = field(default_factory=dict)
    notes: dict[str, dict[str, str]] = field(default_factory=dict)
    come: dict[str, list[Element]] = field(default_factory=dict)
    lists: Lists = field(init=False)
    _brought: dict[tuple[str, str], str] = field(default_factory=dict)
    _last_drawn: dict[str, int] = field(default_factory=dict)
    _last_note: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lists = Lists(self.old, self.new)

    # --------------------------------------------------------------------------------- as text

    def pieces(self, paragraph: Element, part: str, *, new: bool) -> list[Piece]:
        """The text of a paragraph with a character for each note and picture in it."""
        if not signed(paragraph):  # as nearly everywhere
            return pieces(paragraph)
        found = {piece.node: piece for piece in pieces(paragraph)}
        package = self.new if new else self.old
        out = []
        for node in paragraph.iter():
            if node in found:
                out.append(found[node])
            elif (kind := local(node)) in _NOTE_SIGNS or node.tag in _PICTURES:
                run = node.getparent()
                own = next(node.iterancestors(w("p")), None) is paragraph
                if own and run is not None and local(run) == "r" and _stands(run):
                    sign = _NOTE_SIGNS.get(kind) or self._picture(package, part, node)
                    out.append(Piece(sign, node, run))
        return out

    def text(self, paragraph: Element, part: str, *, new: bool) -> str:
        return "".join(piece.text for piece in self.pieces(paragraph, part, new=new))

    def _picture(self, package: Package, part: str, node: Element) -> str:
        """A character for a picture: the same for the same bytes; words in a box are left out."""
        import hashlib

        digest = hashlib.sha256()
        linked = targets(package, part)
        related = [str(v) for n in node.iter() for k, v in n.attrib.items() if k in _RELATED]
        for identity in related:
            digest.update(package.parts.get(linked.get(identity, ""), b""))
        if not related:
            digest.update(b"drawn")
        number = _FIRST_PICTURE + len(self.signs)
        return self.signs.setdefault(digest.digest(), chr(min(number, _LAST_PICTURE)))

    def pair(self, old: list[Piece], new: list[Piece]) -> None:
        """Note which notes of the two files are the same one, of pieces with the same text."""
        for kind, part in NOTES.items():
            ours = [piece.node for piece in old if local(piece.node) == kind]
            theirs = [piece.node for piece in new if local(piece.node) == kind]
            for one, other in zip(ours, theirs, strict=False):
                known = self.notes.setdefault(part, {})
                known.setdefault(one.get(w("id"), ""), other.get(w("id"), ""))

    def same(self, part: str) -> None:
        """Note that a part is the same in both files, and so are the notes that it refers to."""
        root = self.old.xml(part)
        for kind, notes in NOTES.items():
            for node in root.iter(w(kind)):
                one = node.get(w("id"), "")
                self.notes.setdefault(notes, {}).setdefault(one, one)

    # ----------------------------------------------------------------------------- brought over

    def bring(self, node: Element, source: str, target: str) -> bool:
        """Make a copied note, picture, list or link the old file's own; can it be?

        `source` and `target` are the parts that it comes from and goes to.
        """
        kind = local(node)
        if kind in NOTES:
            return self._bring_note(node, NOTES[kind])
        if kind == "numPr":
            return self.lists.bring(node)
        if kind == "hyperlink":
            return self._bring_link(node, source, target)
        links = {link.id: link for link in relationships(self.new, source)}
        for holder in node.iter():
            for name in [name for name in holder.attrib if name in _RELATED]:
                link = links.get(str(holder.get(name)))
                if link is not None and name == _EMBED and link.type.endswith("/image"):
                    holder.set(name, self._bring_image(link.target, link.type, target))
                elif link is not None and _leads_out(link):
                    holder.set(name, self._lead(link, target))
                else:
                    return False  # a chart, a diagram: many parts of its own
        for number, drawn in enumerate(node.iter(_DRAWN), self._drawn(target)):
            drawn.set("id", str(number))
            self._last_drawn[target] = number
        return True

    def _drawn(self, target: str) -> int:
        """The next free number of a picture in a part: no two may have the same."""
        if target not in self._last_drawn:
            found = (drawn.get("id", "") for drawn in self.old.xml(target).iter(_DRAWN))
            numbers = [int(number) for number in found if number.isdigit()]
            self._last_drawn[target] = max(numbers, default=0)
        return self._last_drawn[target] + 1

    def _bring_link(self, node: Element, source: str, target: str) -> bool:
        """Let a copied link lead to the same address; one inside the document stays as it is."""
        name = node.get(_ID)
        node.attrib.pop(_ID, "")
        link = next((one for one in relationships(self.new, source) if one.id == name), None)
        if link is not None and _leads_out(link):
            node.set(_ID, self._lead(link, target))
        return _ID in node.attrib or node.get(w("anchor")) is not None

    def _lead(self, link: Relationship, target: str) -> str:
        """The relationship of `target` to the address of a link."""
        key = (link.target, target)
        if key not in self._brought:
            self.old, self._brought[key] = add_link(self.old, target, link.target, link.type)
        return self._brought[key]

    def _bring_image(self, image: str, kind: str, target: str) -> str:
        """The relationship of `target` to a copy of an image."""
        if (image, target) not in self._brought:
            folder, file = posixpath.split(image)
            stem, ending = posixpath.splitext(file)
            data = self.new.parts[image]
            names = [image, *(f"{folder}/{stem}-{n}{ending}" for n in range(2, 999))]
            part = next(n for n in names if self.old.parts.get(n, data) == data)
            self.old = add_part(self.old, target, part, data, mime(self.new, image), kind)
            self._brought[image, target] = next(
                link.id for link in relationships(self.old, target) if link.target == part
            )
        return self._brought[image, target]

    def _bring_note(self, reference: Element, kind: str) -> bool:
        theirs = self._part(self.new, kind)
        if theirs is None:
            return False
        root = self.new.xml(theirs)
        found = next((n for n in root if n.get(w("id")) == reference.get(w("id"))), None)
        if found is None:
            return False
        part = self._part(self.old, kind)
        if part is None:
            part = f"word/{kind}.xml"
            empty = copy.deepcopy(root)
            for node in own_notes(empty):
                empty.remove(node)
            link = next(link for link in relationships(self.new, self.new.document)
                        if link.target == theirs)  # fmt: skip
            self.old = add_part(self.old, self.old.document, part, to_bytes(empty),
                                mime(self.new, theirs), link.type)  # fmt: skip
        note = copy.deepcopy(found)
        for node in list(note.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            remove(node)
        for node in list(note.iter(w("drawing"), w("pict"), w("hyperlink"))):
            if not self.bring(node, theirs, part):
                (unwrap if local(node) == "hyperlink" else remove)(node)
        if kind not in self._last_note:
            ids = [n.get(w("id"), "") for n in elements(self.old.xml(part))]
            used = [int(one) for one in ids if one.isdigit() and len(one) < 10]
            self._last_note[kind] = max(used, default=0)
        self._last_note[kind] += 1
        for node in (note, reference):
            node.set(w("id"), str(self._last_note[kind]))
        self.come.setdefault(kind, []).append(note)
        return True

    def _part(self, package: Package, kind: str) -> str | None:
        return next((part for part, what in package.stories().items() if what == kind), None)


def _leads_out(link: Relationship) -> bool:
    return link.external and link.type.endswith("/hyperlink")


def _stands(run: Element) -> bool:
    """Is the run in the text itself, and not in content that is given in two forms?"""
    forms = ("}Fallback", "}Choice")
    return not any(str(outer.tag).endswith(forms) for outer in run.iterancestors())
