"""Which paragraphs of the body of a Word document its notes and comments are of."""

from __future__ import annotations

from collections.abc import Mapping

from clausetrack.ingest.docx_lines import Part
from clausetrack.model import Source
from clausetrack.ooxml.names import Element, w

_MARKS = {
    w("footnoteReference"): "footnote",
    w("endnoteReference"): "endnote",
    w("commentReference"): "comment",
    w("commentRangeStart"): "comment",
}
_END = w("commentRangeEnd")
_NOTES = tuple(map(w, ("footnote", "endnote", "comment")))
#: A note: what it is, and its number in the file.
Note = tuple[str, str]


def noted(here: Part, root: Element) -> dict[Note, tuple[Source, ...]]:
    """The paragraphs that each note is of: that of its mark, or those that a comment spans."""
    found: dict[Note, dict[Source, None]] = {}  # each once, in order, however many they are
    open_: dict[str, Note] = {}
    for node in root.iter(w("p"), *_MARKS, _END):
        number = node.get(w("id"), "")
        if node.tag == w("p"):
            notes = [*open_.values()]  # a comment that began before
        elif node.tag == _END:
            open_.pop(number, None)
            continue
        else:
            notes = [(_MARKS[node.tag], number)]
            if node.tag == w("commentRangeStart"):
                open_[number] = notes[0]
        paragraph = node if node.tag == w("p") else next(node.iterancestors(w("p")), None)
        if paragraph is None or paragraph not in here.places:
            continue
        for note in notes:
            source = Source(here.file, part=here.part, paragraph=here.places[paragraph])
            found.setdefault(note, {})[source] = None
    return {note: tuple(places) for note, places in found.items()}


def of_note(paragraph: Element, found: Mapping[Note, tuple[Source, ...]]) -> tuple[Source, ...]:
    """The paragraphs that the note which holds this paragraph is of."""
    note = next(paragraph.iterancestors(*_NOTES), None)
    if note is None:
        return ()
    return found.get((note.tag.rpartition("}")[2], note.get(w("id"), "")), ())
