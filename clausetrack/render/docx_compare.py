"""Two Word files as one: the old file with what makes it the new one as tracked changes.

The files are compared as they are printed, paragraph by paragraph and cell by cell, notes, headers
and text boxes included, so that a file need not be an agreement.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime
from itertools import accumulate

from lxml import etree

from clausetrack.diff.blocks import Block, Step, steps
from clausetrack.diff.words import WordEdit, words
from clausetrack.errors import ProofFailed
from clausetrack.ooxml import revisions as settled
from clausetrack.ooxml.controls import place_behind, settle_controls
from clausetrack.ooxml.equations import equations
from clausetrack.ooxml.fields import delete_replaced_fields
from clausetrack.ooxml.marks import Stamp, Text, stamp, text_of
from clausetrack.ooxml.names import Element, elements, local, remove, unwrap, w
from clausetrack.ooxml.notes import NOTES
from clausetrack.ooxml.package import Package, save, to_bytes
from clausetrack.ooxml.printed import printed
from clausetrack.ooxml.seams import settle_seams
from clausetrack.ooxml.styles import styles
from clausetrack.ooxml.text import Piece, blocks, cell_text, members, paragraph_text, pieces
from clausetrack.ooxml.whole import delete_paragraph, insert_paragraph, mark_row, mark_rows, widen
from clausetrack.render.docx_formatting import change_paragraph, change_runs, looks
from clausetrack.render.docx_import import Objects, signed, whole_of
from clausetrack.render.docx_moves import Moves, likely
from clausetrack.render.docx_notes import with_notes
from clausetrack.render.docx_parted import parted
from clausetrack.render.docx_rows import by_rows, reshaped
from clausetrack.xmlio import parse_xml

#: What a copied paragraph cannot bring along: it belongs to other parts of its own file.
_FOREIGN = frozenset(
    ("commentReference", "sectPr", "commentRangeStart", "commentRangeEnd",
     "bookmarkStart", "bookmarkEnd")
)  # fmt: skip
_BROUGHT = frozenset(
    ("footnoteReference", "endnoteReference", "drawing", "pict", "object", "numPr")
)
_SIGNS = re.compile("([\ue000-\uf8ff])")
_STYLES = frozenset(("pStyle", "rStyle", "tblStyle"))


def compared(
    old: Package,
    new: Package,
    *,
    author: str,
    date: datetime | None,
    revisions: settled.View = "accepted",
) -> bytes:
    """The old file with tracked changes by `author` at `date` that make its text the new file's.

    Tracked changes that the files already hold are settled first (`revisions`). Notes and pictures
    that are new come along; charts and diagrams of the new file do not. Both are opened to be
    changed. Raises ProofFailed where the written text, read back, is not that of the files.
    """
    old, new = settled.resolve(old, revisions), settled.resolve(new, revisions)
    theirs = {kind: part for part, kind in reversed(new.stories().items())}
    here, known = Objects(old, new), frozenset(styles(old).by_id)
    text: Element | None = None
    for part, kind in old.stories().items():
        other = part if part in new.parts else theirs.get(kind)
        if other is None or (old.parts[part] == new.parts[other] and not here.lists.differ):
            here.same(part)
            continue
        root = here.old.xml(part)
        before = printed(root if here.old.parts[part] is old.parts[part] else old.xml(part))
        writer = _Writer(stamp(root, author, date), known, here, part, other)
        counterpart = new.xml(other)
        after = printed(counterpart)
        writer.part(root, counterpart, kind)
        if writer.touched:
            settle_seams(root, writer.by)
            settle_controls(root, writer.by)
            written = to_bytes(root)
            here.old = here.old.changed({part: written})
            if kind == "document":
                text = root
            _prove(written, part, before if kind not in NOTES.values() else None,
                   after if kind == "document" else None)  # fmt: skip
        elif kind == "document" and before != after:
            raise ProofFailed(f"{part}: a difference of the files was not found")
    if text is not None:
        here.old = with_notes(here.old, text, here.come, author, date)
    return save(here.lists.written(here.old))


def _prove(written: bytes, part: str, old: list[str] | None, new: list[str] | None) -> None:
    """Read the written part back: all changes rejected it is the old one, accepted the new one.

    A part with notes holds those of which the reference went, so that it is not asked (None).
    """
    wanted: list[tuple[settled.View, list[str] | None]] = [("rejected", old), ("accepted", new)]
    for view, texts in wanted:
        if texts is not None:
            root = parse_xml(written, part)
            settled.resolve_part(root, view)
            if printed(root) != texts:
                raise ProofFailed(f"{part}: with all changes {view} it is not what it should be")


class _Writer:
    """Writes the changes of one part."""

    def __init__(
        self, by: Stamp, styles: frozenset[str], objects: Objects, part: str, other: str
    ) -> None:
        self.by = by
        self.styles = styles
        self.objects = objects
        self.parts = (part, other)
        self._way = (other, part)
        self.touched = False
        self.boxed = self.signed = self.listed = self.relisted = False
        self.written: dict[Element, bytes] = {}
        self.texts: dict[bytes, str] = {}

    def part(self, old: Element, new: Element, kind: str) -> None:
        """Compare a part with its counterpart: the body, each note, a header or footer."""
        self.boxed = next(old.iter(w("txbxContent")), None) is not None
        # Most parts hold none of these, so that no paragraph need be asked.
        self.signed = signed(old) or signed(new)
        self.listed = next(old.iter(w("numPr")), None) is not None
        self.relisted = self.objects.lists.differ
        if kind == "document":
            one, other = old.find(w("body")), new.find(w("body"))
            if one is not None and other is not None:
                self.blocks(one, other)
            return
        if kind not in {"footnotes", "endnotes"}:
            self.blocks(old, new)
            return
        notes = {note.get(w("id")): note for note in elements(new)}
        pairs = self.objects.notes.get(kind, {})
        for note in elements(old):
            if (other := notes.get(pairs.get(note.get(w("id"), "")))) is not None:
                self.blocks(note, other)

    def blocks(self, old: Element, new: Element) -> None:
        """Make the paragraphs and tables in `old` those in `new`."""
        here, there = list(blocks(old)), list(blocks(new))
        if len(here) == len(there) == 1 and local(here[0]) == local(there[0]):
            if not self._replaced(here[0], there[0]):
                self._change(here[0], there[0])  # the one paragraph of a cell
            return
        was = [self._block(block, new=False) for block in here]
        now = [self._block(block, new=True) for block in there]
        moves = Moves(self.by)
        last: Element | None = None
        found = likely(steps(was, now), was, now)
        if not (self.boxed or self.signed):
            self.touched |= parted(found, (here, was), (there, now), self.by)
        for step in found:
            if step.old is not None and step.new is not None:
                last = here[step.old]
                if self._replaced(last, there[step.new]):
                    last = last.getnext()
                elif self.boxed or was[step.old] != now[step.new]:
                    self._change(last, there[step.new])
                elif local(last) == "p":
                    self._change_text(last, there[step.new])  # its look, and the notes in it
                elif reshaped(last, there[step.new]):
                    self._change_table(last, there[step.new])
            else:
                last = self._step(old, here, there, step, last, moves)
        moves.mark()

    def _replaced(self, old: Element, new: Element) -> bool:
        """Replace a paragraph whole where an equation in it is another one: it has no part to edit.

        The new one stands behind the old before that goes, which else were the last of its cell.
        """
        if local(old) != "p" or equations(old) == equations(new):
            return False
        made = self._copy(new)
        old.addnext(made)
        insert_paragraph(made, self.by)
        self._delete(old)
        return True

    def _step(
        self, holder: Element, here: list[Element], there: list[Element], step: Step,
        last: Element | None, moves: Moves,
    ) -> Element | None:  # fmt: skip
        """Write what went or came; the block after which the next new one goes."""
        source = None if step.moved is None else here[step.moved]
        moved = source is not None and local(source) == "p" and paragraph_text(source) != ""
        if step.old is not None:
            if moved:
                moves.gone[step.old] = here[step.old]
                self.touched = True
            else:
                self._delete(here[step.old])
            return here[step.old]
        if step.new is None:
            return last
        made = self._copy(there[step.new])
        if last is not None:
            place_behind(last).addnext(made)
        else:
            at = next((n for n, node in enumerate(holder) if local(node) in {"p", "tbl", "sdt"}), 0)
            holder.insert(at, made)
        if local(made) != "p":
            mark_rows(made, "ins", self.by)
        elif moved and step.moved is not None:
            moves.come[step.moved] = made
        else:
            insert_paragraph(made, self.by)
        self.touched = True
        return made

    # ------------------------------------------------------------------------------- each block

    def _delete(self, block: Element) -> None:
        if local(block) == "p":
            delete_paragraph(block, self.by)
        else:
            mark_rows(block, "del", self.by)
        self.touched = True

    def _change(self, old: Element, new: Element) -> None:
        if local(old) == "tbl":
            self._change_table(old, new)
            return
        for one, other in self._change_text(old, new):
            for pair in zip(_boxes(one), _boxes(other), strict=False):
                self.blocks(*pair)

    def _change_text(self, paragraph: Element, new: Element) -> list[tuple[Element, Element]]:
        """Make a paragraph read as another; the pictures and text boxes that are in both."""
        if not self._refers(paragraph) and self._written(paragraph) == self._written(new):
            return []
        kept: list[tuple[Element, Element]] = []
        found, wanted = self._pieces(paragraph), self._pieces(new, new=True)
        was, becomes = ("".join(piece.text for piece in side) for side in (found, wanted))
        self.touched |= was != becomes
        text = text_of(paragraph, found)
        mine, theirs = looks(found), looks(wanted)
        places = _places(found), _places(wanted)
        edits = words(was, becomes) if was != becomes else (WordEdit("equal", was),)
        text.part(accumulate(len(edit.text) for edit in edits if edit.op != "insert"))
        at = there = 0
        for edit in edits:
            size = len(edit.text)
            if edit.op == "insert":
                come = _within(wanted, places[1], there, size)
                self._insert(text, at, edit.text, come)
            elif edit.op == "delete":
                text.delete(at, at + size, self.by)
            else:
                same = [[piece for piece in _within(*side, size) if _SIGNS.match(piece.text)]
                        for side in ((found, places[0], at), (wanted, places[1], there))]
                self.objects.pair(*same)
                kept += [(one.node, other.node) for one, other in zip(*same, strict=True)]
                self.touched |= change_runs(text, mine, theirs, (at, there, size), self.by,
                                            self.styles)  # fmt: skip
            at += size if edit.op != "insert" else 0
            there += size if edit.op != "delete" else 0
        wanted_look = self.objects.lists.settings(paragraph, new)
        self.touched |= change_paragraph(paragraph, wanted_look, self.by, self.styles)
        if was != becomes:
            delete_replaced_fields(paragraph, self.by)
        return kept

    def _insert(self, text: Text, at: int, wording: str, wanted: list[Piece]) -> None:
        """Insert wording, and a copy of each note and picture in it."""
        objects = iter([piece for piece in wanted if _SIGNS.fullmatch(piece.text)])
        for part in _SIGNS.split(wording):
            if not _SIGNS.match(part):
                if part:
                    text.insert(at, part, self.by)
                continue
            piece = next(objects, None)
            if piece is None:  # a typed character of a font of symbols
                text.insert(at, part, self.by)
            elif piece.run is not None:
                run = copy.copy(piece.run)
                for node in elements(run):
                    if local(node) != "rPr" and node.tag != piece.node.tag:
                        run.remove(node)
                text.put(at, self._owned(copy.deepcopy(run)), self.by)

    def _refers(self, paragraph: Element) -> bool:
        """Does a paragraph refer to another part of its file, with a note, a picture, a list?"""
        listed = self.listed and next(paragraph.iter(w("numPr")), None) is not None
        return listed or self.relisted or (self.signed and signed(paragraph))

    def _written(self, paragraph: Element) -> bytes:
        """A paragraph as it was written when it was first looked at."""
        if paragraph not in self.written:
            self.written[paragraph] = etree.tostring(paragraph, with_tail=False)
        return self.written[paragraph]

    def _text(self, paragraph: Element, *, new: bool) -> str:
        """A paragraph's text, gathered once for all that are written alike."""
        if self.signed:
            return self.objects.text(paragraph, self.parts[new], new=new)
        written = self._written(paragraph)
        if written not in self.texts:
            self.texts[written] = paragraph_text(paragraph)
        return self.texts[written]

    def _pieces(self, paragraph: Element, *, new: bool = False) -> list[Piece]:
        if not self.signed:
            return pieces(paragraph)
        return self.objects.pieces(paragraph, self.parts[new], new=new)

    def _block(self, element: Element, *, new: bool) -> Block:
        if local(element) == "p":
            return Block(self._text(element, new=new))
        return Block(rows=tuple(tuple(map(cell_text, row.iter(w("tc"))))
                                for row in members(element, "tr")))  # fmt: skip

    def _change_table(self, old: Element, new: Element) -> None:
        """Rows that came and went; cells of the others one by one."""
        here, there = list(members(old, "tr")), list(members(new, "tr"))
        was, now = (
            [Block("\t".join(map(cell_text, row.iter(w("tc"))))) for row in side]
            for side in (here, there)
        )
        last: Element | None = None
        for step in by_rows(here, there, steps(was, now)):
            if step.old is not None and step.new is not None:
                last = here[step.old]
                cells = (members(row, "tc") for row in (last, there[step.new]))
                for pair in zip(*map(list, cells), strict=True):
                    self.blocks(*pair)
            elif step.old is not None:
                last = here[step.old]
                self._mark_row(last, "del")
            elif step.new is not None:
                last = self._insert_row(old, there[step.new], last)
        widen(old, new, self.by)

    def _insert_row(self, table: Element | None, new: Element, last: Element | None) -> Element:
        made = self._copy(new)
        if last is not None:
            last.addnext(made)
        elif table is not None:
            at = (n for n, node in enumerate(table) if local(node) in {"tr", "sdt"})
            table.insert(next(at, len(table)), made)
        self._mark_row(made, "ins")
        return made

    def _mark_row(self, row: Element, name: str) -> None:
        mark_row(row, name, self.by)
        self.touched = True

    # ----------------------------------------------------------------------------------- copies

    def _copy(self, block: Element) -> Element:
        """A copy of a block of the new file, with what it refers to there as far as that can be."""
        made = copy.deepcopy(block)
        made.tail = None
        return self._owned(made)

    def _owned(self, made: Element) -> Element:
        """Make a copy the old file's own: what cannot come along is left out of it."""
        for node in [node for node in made.iter() if isinstance(node.tag, str)]:
            name = local(node)
            unknown = name in _STYLES and node.get(w("val")) not in self.styles
            if name in _BROUGHT:
                if not self.objects.bring(node, *self._way):
                    remove(whole_of(node))
            elif name in _FOREIGN or unknown:
                remove(node)
            elif name == "hyperlink" and not self.objects.bring(node, *self._way):
                unwrap(node)
        return made


def _places(found: list[Piece]) -> list[int]:
    """Where each piece begins in their text."""
    return list(accumulate((len(piece.text) for piece in found), initial=0))[:-1]


def _within(found: list[Piece], places: list[int], start: int, size: int) -> list[Piece]:
    """The pieces that begin in a stretch of their text."""
    return found[bisect_left(places, start) : bisect_left(places, start + size)]


def _boxes(node: Element) -> Iterator[Element]:
    """The text boxes in a picture, in both forms where a file gives two; none inside another."""
    around = next(node.iterancestors(w("txbxContent")), None)
    return (
        box
        for box in node.iter(w("txbxContent"))
        if next(box.iterancestors(w("txbxContent")), None) is around
    )
