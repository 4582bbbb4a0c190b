"""Word documents -> lines: one a paragraph, one a row of a table.

Tracked changes are accepted or rejected first. What is not in the body's flow (headers, notes,
comments, text boxes) and what the chosen view drops is left out, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausetrack import reasons
from clausetrack.errors import finding
from clausetrack.ingest import docx_lines
from clausetrack.ingest.docx_drawn import drawn
from clausetrack.ingest.docx_lines import Part
from clausetrack.ingest.docx_notes import Note, noted, of_note
from clausetrack.ingest.docx_unlike import unlike_print
from clausetrack.model import Finding, LeftOut, Line, Reading, Source
from clausetrack.ooxml import revisions as tracked
from clausetrack.ooxml.bound import unlike_data
from clausetrack.ooxml.names import M_NS, R_NS, Element, w
from clausetrack.ooxml.notes import own_notes, referred
from clausetrack.ooxml.numbering import Definitions, counted_by
from clausetrack.ooxml.package import Package, open_package, targets
from clausetrack.ooxml.running import unprinted
from clausetrack.ooxml.styles import styles
from clausetrack.ooxml.text import (
    FALLBACK,
    Piece,
    in_fallback,
    node_text,
    places,
    printed_paragraphs,
    unlike_forms,
)
from clausetrack.ooxml.theme import Themes
from clausetrack.values import counted, few

_STORY_WHY = {
    "header": reasons.HEADER,
    "footer": reasons.FOOTER,
    "footnotes": reasons.FOOTNOTE,
    "endnotes": reasons.ENDNOTE,
    "comments": reasons.COMMENT,
}
_ON_NO_PAGE = "in a header or footer that stands on no page"


def read(data: bytes, name: str, revisions: tracked.View = "accepted") -> Reading:
    """Read a Word document; raises UnreadableInput or InvalidXml.

    `revisions` says how tracked changes are read: all accepted or all rejected.
    """
    package = open_package(data, name)
    known, themes = styles(package), Themes(package)
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    unlike: list[Finding] = []
    unread: list[Finding] = []
    notes: Mapping[Note, tuple[Source, ...]] = {}
    count, marked_up = 0, False
    undone: set[tuple[str, str]] = set()  # the notes that came in with marks that are rejected
    idle: frozenset[str] = frozenset()
    for part, kind in package.stories().items():
        root = package.xml(part)
        count += _count(root)
        revised = tracked.has_revisions(root)
        marked_up = marked_up or revised
        found: dict[Element, list[Piece]] | None = None if revised else {}
        here = Part(name, part, known, places(root, found), pieces=found or {})
        if revised:
            before = referred(root)
            tracked.resolve_part(root, revisions)
            undone |= before - referred(root) if revisions == "rejected" else set()
        definitions = Definitions(package, known) if kind == "document" else None
        if definitions is not None:
            here.labels = counted_by(definitions, root)
        unlike += unlike_print(themes, here, root, definitions)
        unread += _unread(package, here, root)
        if kind == "document":
            notes, idle = noted(here, root), unprinted(package, root)
            body = root.find(w("body"))
            if body is not None:
                lines += docx_lines.lines(here, body)
                unread += _in_cells(here)
            _leave_text_boxes(here, root)
        else:
            lost = {note for note in own_notes(root) if (kind, note.get(w("id"), "")) in undone}
            for paragraph in printed_paragraphs(root):
                dropped = not lost.isdisjoint(paragraph.iterancestors()) if lost else False
                why = reasons.DROPPED[revisions] if dropped else _STORY_WHY[kind]
                why = _ON_NO_PAGE if part in idle else why
                here.leave_out(here.runs(here.own(paragraph)), why, of_note(paragraph, notes))
        _leave_astray(here, root)
        shown = list(drawn(package, here, root))
        count += sum(len("".join(entry.text.split())) for entry in shown)
        left_out += [*here.left_out, *shown]
        if revised:
            left_out += _dropped(here, root, reasons.DROPPED[revisions])
    findings = (*_findings(package, left_out, marked_up, revisions), *unread, *unlike)
    return Reading(tuple(lines), file=name, left_out=tuple(left_out), findings=findings, read=count)


def _findings(
    package: Package, left_out: list[LeftOut], marked_up: bool, view: str
) -> tuple[Finding, ...]:
    found = []
    source = Source(package.name, part=package.document)
    if marked_up:
        message = f"the document holds tracked changes; it is read with all of them {view}"
        found.append(finding("document-marked-up", message, source=source))
    for why in dict.fromkeys(entry.why for entry in left_out):
        entries = [entry for entry in left_out if entry.why == why]
        if why not in reasons.DROPPED.values():
            message = f"text {why} is no part of the clauses ({counted(len(entries), 'paragraph')})"
            if why == reasons.CONTENTS:
                message = f"the table of contents is left out ({len(entries)} lines)"
            elif why == reasons.RAISED_MARK:
                message = f"raised marks of notes are no part of their figures ({len(entries)})"
            found.append(finding("text-left-out", message, source=entries[0].source))
    return tuple(found)


def _unread(package: Package, here: Part, root: Element) -> Iterator[Finding]:
    """The other documents and the data that Word would show here, not the text in this part."""
    for node in root.iter(w("altChunk"), w("subDoc")):
        identity = node.get(f"{{{R_NS}}}id", "")
        target = targets(package, here.part).get(identity, "a part that is not there")
        message = (f"the text of another document stands here ({target}), and is not read; open "
                   "the file in Word, save it, and read that")  # fmt: skip
        yield finding("part-unread", message, source=Source(here.file, part=here.part))
    for content, first, second in unlike_forms(root):
        message = (f"content is given in two forms, of which one reads “{few(first)}” and the "
                   f"other “{few(second)}”: which of them is shown depends on the program"
                   )  # fmt: skip
        yield finding("part-unread", message, source=_at(here, content))
    for control, shown, data in unlike_data(package, root):
        message = (f"a content control reads “{few(shown)}”, and Word shows what the data of the "
                   f"file has for it: “{few(data)}”; open it in Word, save it, and read that"
                   )  # fmt: skip
        yield finding("part-unread", message, source=_at(here, control))


def _at(here: Part, node: Element) -> Source:
    """The paragraph that an element stands in, or the first one in it."""
    paragraph = next(node.iterancestors(w("p")), next(node.iter(w("p")), None))
    at = None if paragraph is None else here.places.get(paragraph)
    return Source(here.file, part=here.part, paragraph=at)


def _in_cells(here: Part) -> Iterator[Finding]:
    """The numbers that are computed in cells, whose text is what the file itself holds."""
    if here.in_cells:
        said = " ".join(label for label, _ in here.in_cells)
        message = "numbers that Word computes in cells of tables are no part of the text: "
        message += few(said)
        source = Source(here.file, part=here.part, paragraph=here.in_cells[0][1])
        yield finding("cell-number-unread", message, source=source, quote=said)


def _count(root: Element) -> int:
    """The non-space characters of a part in either view: a pass of its own over the elements."""
    texts = (w("t"), w("delText"), w("noBreakHyphen"), w("sym"), w("fldChar"), f"{{{M_NS}}}t")
    twice = next(root.iter(FALLBACK), None) is not None
    count = 0
    for node in root.iter(*texts):
        if not (twice and in_fallback(node)):
            count += len("".join((node_text(node) or "").split()))
    return count


# ----------------------------------------------------------------------------------- left out


def _leave_text_boxes(here: Part, root: Element) -> None:
    for box in root.iter(w("txbxContent")):
        if not in_fallback(box):
            for paragraph in printed_paragraphs(box):
                found = [piece for piece in here.own(paragraph) if piece.node not in here.seen]
                here.leave_out(here.runs(found), reasons.TEXT_BOX)


def _leave_astray(here: Part, root: Element) -> None:
    """Note the text that no walk met, such as that of a table inside a paragraph."""
    met = here.seen.union(root.iter(w("p")))
    if met.issuperset(here.places):
        return
    for paragraph in printed_paragraphs(root):
        found = [piece for piece in here.own(paragraph) if piece.node not in here.seen]
        here.leave_out(here.runs(found), reasons.ASTRAY)


def _dropped(here: Part, root: Element, why: str) -> list[LeftOut]:
    """The text that stood in the file and is not in this view, where it has no offsets."""
    kept = set(root.iter())
    texts: dict[int, str] = {}
    for node, at in here.places.items():
        if node not in kept:
            texts[at] = texts.get(at, "") + (node_text(node) or "")
    return [
        LeftOut(text, why, Source(here.file, part=here.part, paragraph=at))
        for at, text in texts.items()
        if text.strip()
    ]
