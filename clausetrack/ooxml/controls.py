"""Content controls around what changes: they go with all of their text, and show no data for it."""

from __future__ import annotations

from clausetrack.ooxml.marks import Stamp
from clausetrack.ooxml.names import Element, child, local, make, remove, w

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
BINDINGS = (w("dataBinding"), f"{W15}dataBinding")
_GONE = frozenset(("del", "moveFrom"))
_COME = frozenset(("ins", "moveTo"))
_CHANGED = tuple(map(w, sorted(_GONE | _COME)))
#: Kinds that hold one paragraph and no more: text without formats, a day, a choice, a tick.
_SINGLE = frozenset(
    (*map(w, ("text", "date", "dropDownList", "comboBox", "picture")),
     "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox")
)  # fmt: skip


def settle_controls(root: Element, by: Stamp) -> None:
    """Let the content controls under `root` follow the changes in them.

    Of one that is bound to data of the file Word shows the data when it opens the file, and the
    change would be lost: it is bound no more. One of which all came or went comes or goes itself;
    Word would leave it in the text, with an invitation to fill it in.
    """
    for control in list(root.iter(w("sdt"))):
        content, settings = child(control, "sdtContent"), child(control, "sdtPr")
        if content is None or next(content.iter(*_CHANGED), None) is None:
            continue
        for binding in [] if settings is None else list(settings.iterchildren(*BINDINGS)):
            remove(binding)
        if kind := _wholly(content):
            _mark(control, content, kind, by)


def place_behind(block: Element) -> Element:
    """What a new paragraph or table behind a block stands behind: the block, or the control around
    it that holds no second one."""
    control = _single(block)
    return block if control is None else control


def is_single(paragraph: Element) -> bool:
    """Does a paragraph stand in a control that holds no second one?"""
    return _single(paragraph) is not None


def _single(block: Element) -> Element | None:
    holder = block.getparent()
    control = None if holder is None or local(holder) != "sdtContent" else holder.getparent()
    settings = None if control is None else child(control, "sdtPr")
    if settings is None or not any(node.tag in _SINGLE for node in settings):
        return None
    return control


def _wholly(content: Element) -> str:
    """Did all text of a control, ends of paragraphs included, come or go ("Ins", "Del")?

    A control around rows or cells goes with them.
    """
    if any(local(node) in {"tr", "tc"} for node in content):
        return ""
    marks = [_box(run) for run in content.iter(w("r"))]
    for paragraph in content.iter(w("p")):
        ends = child(paragraph, "pPr", "rPr")
        marks.append(next((local(node) for node in ([] if ends is None else ends)
                           if local(node) in _GONE | _COME), ""))  # fmt: skip
    for kind, kinds in (("Del", _GONE), ("Ins", _COME)):
        if marks and kinds.issuperset(marks):
            return kind
    return ""


def _box(run: Element) -> str:
    """The name of the revision around a run, or ""."""
    return next((local(box) for box in run.iterancestors(*_CHANGED)), "")


def _mark(control: Element, content: Element, kind: str, by: Stamp) -> None:
    """Mark the beginning and the end of a control, between which its text stands marked itself."""
    for outer, inner in ((control.addprevious, 0), (control.addnext, len(content) + 1)):
        start = by.mark(f"customXml{kind}RangeStart")
        end = make(f"customXml{kind}RangeEnd", id=start.get(w("id"), ""))
        outer(end if inner else start)
        content.insert(inner, start if inner else end)
