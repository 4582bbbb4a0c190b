"""Footnotes and endnotes: which of them the text refers to, and in which order."""

from __future__ import annotations

from clausetrack.ooxml.names import Element, elements, local, w

#: What refers to a note in the text, and the kind of part that holds the note.
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_REFERENCES = tuple(map(w, NOTES))


def references(root: Element) -> list[tuple[tuple[str, str], Element]]:
    """All that refers to a note in a text, in order, each with the kind of part and the ID."""
    return [((NOTES[local(node)], node.get(w("id"), "")), node) for node in root.iter(*_REFERENCES)]


def referred(root: Element) -> set[tuple[str, str]]:
    """The notes that a text refers to, by kind of part and ID."""
    return {key for key, _ in references(root)}


def own_notes(root: Element) -> list[Element]:
    """The notes of their part, without the lines that part them from the text."""
    return [note for note in elements(root) if note.get(w("type"), "normal") == "normal"]
