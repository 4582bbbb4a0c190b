"""Tracked changes accepted or rejected: real transformations of the XML of a package.

The *accepted* view keeps insertions and drops deletions, the *rejected* one the other way about; a
move is a deletion here and an insertion there.
"""

from __future__ import annotations

from typing import Literal

from clausetrack.ooxml.names import (
    PLACES,
    Element,
    child,
    elements,
    local,
    make,
    remove,
    unwrap,
    w,
)
from clausetrack.ooxml.notes import own_notes, referred
from clausetrack.ooxml.package import Package, to_bytes
from clausetrack.ooxml.paragraphs import Joining, end_with_paragraph

View = Literal["accepted", "rejected"]

#: Content and marks that a view drops, and those that it keeps.
DROPPED = {
    "accepted": frozenset(("del", "moveFrom")),
    "rejected": frozenset(("ins", "moveTo")),
}
REVISED = DROPPED["accepted"] | DROPPED["rejected"]

_DROPPED_RANGES = {
    "accepted": frozenset(("customXmlDelRangeStart", "customXmlMoveFromRangeStart")),
    "rejected": frozenset(("customXmlInsRangeStart", "customXmlMoveToRangeStart")),
}
_RANGES = frozenset(
    f"{kind}Range{end}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
                 "customXmlMoveTo")
    for end in ("Start", "End")
)  # fmt: skip

#: Where a revision element is a mark on what holds it and not a box around content.
_MARK_HOLDERS = frozenset(("rPr", "trPr", "numPr"))

#: What holds a recorded change of properties -> what is no part of the recorded state.
_UNRECORDED = {
    "rPr": REVISED,
    "pPr": frozenset(("rPr", "sectPr")),
    "sectPr": frozenset(("headerReference", "footerReference")),
    "trPr": REVISED,
    "tcPr": frozenset(("cellIns", "cellDel", "cellMerge")),
    "tblPr": frozenset[str](),
    "tblPrEx": frozenset[str](),
    "tblGrid": frozenset[str](),
}
_CHANGES = frozenset(f"{name}Change" for name in _UNRECORDED)
_CELL_MARKS = frozenset(("cellIns", "cellDel", "cellMerge"))

ALL = REVISED | _RANGES | _CHANGES | _CELL_MARKS | {"numberingChange"}
_ALL_TAGS = tuple(w(name) for name in sorted(ALL))


def accept(package: Package) -> Package:
    """The package with every tracked change accepted; parts that hold none stay byte for byte."""
    return resolve(package, "accepted")


def reject(package: Package) -> Package:
    """The package with every tracked change rejected; parts that hold none stay byte for byte."""
    return resolve(package, "rejected")


def resolve(package: Package, view: View) -> Package:
    """The package as one view shows it, without tracked changes.

    A note goes with its reference.
    """
    changed = {}
    gone: set[tuple[str, str]] = set()
    for part, kind in package.stories().items():
        root = package.xml(part)
        lost = [note for note in own_notes(root) if (kind, note.get(w("id"), "")) in gone]
        if not lost and not has_revisions(root):
            package.checked[part] = root
            continue
        for note in lost:
            root.remove(note)
        before = referred(root)
        resolve_part(root, view)
        gone |= before - referred(root)
        changed[part] = to_bytes(root)
    return package.changed(changed) if changed else package


def has_revisions(root: Element) -> bool:
    """Does anything under `root` carry a tracked change?"""
    return next(root.iter(*_ALL_TAGS), None) is not None


def resolve_part(root: Element, view: View) -> None:
    """Accept or reject every tracked change under `root`, in place."""
    _settle_properties(root, view)
    _settle_wrappers(root, view)
    for marker in list(root.iter(*(w(name) for name in sorted(_RANGES)))):
        remove(marker)
    emptied = _settle_content(root, view)
    # before the rows: a table parts the paragraphs around it even where it goes itself
    _settle_paragraph_marks(root, view)
    _settle_cells(root, view)
    _settle_rows(root, view)
    _drop_emptied(emptied)
    # what is left marks a character of a formula, which stands or falls with its whole
    for marker in list(root.iter(*(w(name) for name in sorted(REVISED)))):
        remove(marker)
    _drop_emptied(list(root.iter(w("sdt"))))


# --------------------------------------------------------------------------------- properties


def _settle_properties(root: Element, view: View) -> None:
    for change in list(root.iter(*(w(name) for name in sorted(_CHANGES)))):
        holder = change.getparent()
        # a change inside the recorded state of another went with it
        if holder is None or f"{local(holder)}Change" != local(change):
            continue
        remove(change)
        if view == "rejected":
            _restore(holder, child(change, local(holder)))
    for mark in list(root.iter(w("numberingChange"))):
        remove(mark)
    for numbering in list(root.iter(w("numPr"))):
        marks = [node for node in numbering if local(node) in REVISED]
        if any(local(mark) in DROPPED[view] for mark in marks):
            remove(numbering)
        for mark in marks:
            remove(mark)


def _restore(holder: Element, recorded: Element | None) -> None:
    """Give `holder` its recorded children, and keep what such a record never holds."""
    kept = [node for node in holder if local(node) in _UNRECORDED[local(holder)]]
    old = [] if recorded is None else elements(recorded)
    old = [node for node in old if local(node) not in _UNRECORDED[local(holder)]]
    for node in list(holder):
        holder.remove(node)
    first = local(holder) in {"rPr", "sectPr"}  # where the schema puts the kept ones first
    holder.extend([*kept, *old] if first else [*old, *kept])
    if not len(holder) and local(holder) != "tblGrid":
        remove(holder)


# ------------------------------------------------------------------------------------- tables


def _settle_cells(root: Element, view: View) -> None:
    gone = "cellDel" if view == "accepted" else "cellIns"
    for mark in list(root.iter(*(w(name) for name in sorted(_CELL_MARKS)))):
        holder = mark.getparent()
        cell = holder.getparent() if holder is not None else None
        if holder is None or cell is None:
            continue
        if local(mark) == "cellMerge":
            _settle_merge(mark, view)
        remove(mark)
        if local(mark) == gone:
            _drop_with_container(cell, "tr")


def _settle_merge(mark: Element, view: View) -> None:
    """A tracked vertical merge or split becomes the merge that the view shows, or none."""
    holder = mark.getparent()
    if holder is None:
        return
    for merge in holder.findall(w("vMerge")):
        remove(merge)
    how = mark.get(w("vMerge" if view == "accepted" else "vMergeOrig"))
    if how is not None:
        mark.addprevious(make("vMerge", val="restart" if how == "rest" else "continue"))


def _settle_rows(root: Element, view: View) -> None:
    for holder in list(root.iter(w("trPr"))):
        marks = [node for node in holder if local(node) in REVISED]
        for mark in marks:
            remove(mark)
        row = holder.getparent()
        if marks and not len(holder):
            remove(holder)
        if row is not None and any(local(mark) in DROPPED[view] for mark in marks):
            _drop_with_container(row, "tbl")


def _drop_with_container(element: Element, container: str) -> None:
    """Drop a cell or row, and the row or table that it was the last of."""
    parent = element.getparent()
    if parent is None:
        return
    remove(element)
    inner = {"tr": "tc", "tbl": "tr"}[container]
    while parent is not None and local(parent) != container:
        # a content control around cells or rows
        parent = parent.getparent()
    if parent is None or next(parent.iter(w(inner)), None) is not None:
        return
    if container == "tr":
        _drop_with_container(parent, "tbl")
        return
    holder = parent.getparent()
    remove(parent)
    if holder is not None and local(holder) == "tc":
        end_with_paragraph(holder)


# ------------------------------------------------------------------------------------ content


def _settle_wrappers(root: Element, view: View) -> None:
    """Unwrap the content controls that the view drops: a dropped range covers their start."""
    for wrapper in list(root.iter(w("sdt"), w("customXml"), w("smartTag"))):
        before = wrapper.getprevious()
        while before is not None and local(before) in _RANGES | PLACES:
            if local(before) in _DROPPED_RANGES[view]:
                end = w(local(before).replace("Start", "End"))
                number = before.get(w("id"))
                if any(node.get(w("id")) == number for node in wrapper.iter(end)):
                    _unwrap_control(wrapper)
                    break
            before = before.getprevious()


def _unwrap_control(wrapper: Element) -> None:
    for node in elements(wrapper):
        if local(node) in {"sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"}:
            remove(node)
        elif local(node) == "sdtContent":
            unwrap(node)
    unwrap(wrapper)


def _settle_content(root: Element, view: View) -> list[Element]:
    """Drop and unwrap revised content; the wrappers that lost content on the way are returned."""
    losers: dict[Element, None] = {}
    for box in list(root.iter(*(w(name) for name in sorted(REVISED)))):
        parent = box.getparent()
        if parent is None or local(parent) in _MARK_HOLDERS:
            continue
        if local(box) not in DROPPED[view]:
            unwrap(box)
            continue
        for place in [node for node in box.iter() if local(node) in PLACES]:
            box.addprevious(place)
        remove(box)
        losers[parent] = None
    if view == "rejected":
        for name, plain in (("delText", "t"), ("delInstrText", "instrText")):
            for text in list(root.iter(w(name))):
                text.tag = w(plain)
    return list(losers)


def _drop_emptied(wrappers: list[Element]) -> None:
    """Drop links, fields and content controls that have no content left."""
    for wrapper in wrappers:
        here = child(wrapper, "sdtContent") if local(wrapper) == "sdt" else wrapper
        while here is not None and not elements(here):
            outer = here.getparent()
            if outer is None:
                break
            if local(here) in {"hyperlink", "fldSimple", "smartTag", "customXml", "sdt"}:
                remove(here)
            elif local(here) == "sdtContent":
                for node in list(outer):
                    remove(node)
            else:
                break
            here = outer


# ---------------------------------------------------------------------------- paragraph marks


def _settle_paragraph_marks(root: Element, view: View) -> None:
    joining = Joining()
    for paragraph, mark in _marked_ends(root).items():
        revised = [node for node in mark if local(node) in REVISED]
        for node in revised:
            remove(node)
        if not len(mark):
            remove(mark)
        if any(local(node) in DROPPED[view] for node in revised):
            joining.join(paragraph)
    joining.end()


def _marked_ends(root: Element) -> dict[Element, Element]:
    """The paragraphs whose end is revised, in order, each with the properties that say so."""
    found = {}
    for node in root.iter(*(w(name) for name in sorted(REVISED))):
        mark = node.getparent()
        settings = None if mark is None or local(mark) != "rPr" else mark.getparent()
        paragraph = None if settings is None else settings.getparent()
        if mark is not None and paragraph is not None and child(paragraph, "pPr", "rPr") is mark:
            found[paragraph] = mark
    return found
