"""The notes of a tracked comparison: those that came and went are marked, and all are in order."""

from __future__ import annotations

from datetime import datetime

from clausetrack.ooxml.marks import Stamp, stamp, wrap
from clausetrack.ooxml.names import Element, elements, local, w
from clausetrack.ooxml.notes import own_notes, references
from clausetrack.ooxml.package import Package, to_bytes

_BOXES = {"del": "del", "moveFrom": "del", "ins": "ins", "moveTo": "ins"}


def with_notes(
    package: Package,
    text: Element,
    come: dict[str, list[Element]],
    author: str,
    date: datetime | None,
) -> Package:
    """The package with the notes that came, by kind, and marks in all that came or went.

    `text` is the main part with its tracked changes. LibreOffice 7.4 takes the first reference for
    that of the note with the lowest ID, and so on, so that all get IDs in the order of the text.
    """
    found = references(text)
    order = {key: at for at, (key, _) in reversed([*enumerate(found)])}
    marked = {key: name for key, node in found if (name := _mark(node))}
    for part, kind in package.stories().items():
        if not any(key[0] == kind for key in marked):
            continue
        root = package.xml(part)
        by = stamp(root, author, date)
        root.extend(come.get(kind, ()))
        notes = own_notes(root)
        notes.sort(key=lambda note: order.get((kind, note.get(w("id"), "")), len(order)))
        first = max(map(_id, set(elements(root)).difference(notes)), default=0) + 1
        known: dict[tuple[str, str], str] = {}
        for number, note in enumerate(notes, max(first, 1)):
            key = kind, note.get(w("id"), "")
            _mark_runs(note, marked.get(key, ""), by)
            known[key] = str(number)
            note.set(w("id"), str(number))
            root.append(note)
        for key, node in found:
            if key in known:
                node.set(w("id"), known[key])
        package = package.changed({part: to_bytes(root)})
    return package.changed({package.document: to_bytes(text)}) if marked else package


def _mark_runs(note: Element, name: str, by: Stamp) -> None:
    """Mark all that a note says as inserted or deleted; with no name, nothing."""
    for run in list(note.iter(w("r"))) if name else ():
        parent = run.getparent()
        if parent is not None and local(parent) not in _BOXES:
            wrap(run, name, by)


def _id(note: Element) -> int:
    found = note.get(w("id"), "")
    return int(found) if found.isdigit() and len(found) < 10 else 0


def _mark(reference: Element) -> str:
    """The mark that a reference stands in: "ins", "del", or none."""
    return next((_BOXES[local(box)] for box in reference.iterancestors(*map(w, _BOXES))), "")
