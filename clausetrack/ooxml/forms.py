"""What the fields of old forms print: the entry that was chosen from a list, a box that is ticked.

Their text stands in the field's settings; a field to type in has a result, which is text.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.ooxml.names import Element, child, own_text, says_on, value, w

#: As Word writes the boxes of content controls.
_TICKED, _EMPTY = "☒", "☐"


def form_text(mark: Element) -> str | None:
    """What the field that a w:fldChar begins prints by its settings; None of any other field."""
    settings = child(mark, "ffData")
    if settings is None:
        return None
    if (box := child(settings, "checkBox")) is not None:
        said = next(filter(lambda one: one is not None, (child(box, name)
                    for name in ("checked", "default"))), None)  # fmt: skip
        return _TICKED if says_on(said) else _EMPTY
    if (listed := child(settings, "ddList")) is None:
        return None
    entries = [entry.get(w("val"), "") for entry in listed.findall(w("listEntry"))]
    chosen = value(listed, "result") or value(listed, "default") or "0"
    text = entries[int(chosen)] if chosen.isdigit() and int(chosen) < len(entries) else ""
    # a result that says it may have been replaced by tracked changes since
    return None if not text or text in "".join(_result(mark)) else text


def _result(mark: Element) -> Iterator[str]:
    """The text of the runs that are the result of a field, deleted or not: some programs write it,
    too."""
    run = mark.getparent()
    inside = False
    for after in () if run is None else run.itersiblings():
        for node in after.iter(w("fldChar"), w("t"), w("delText")):
            if node.tag != w("fldChar"):
                if inside:
                    yield own_text(node)
            elif node.get(w("fldCharType")) == "end":
                return
            else:
                inside = node.get(w("fldCharType")) == "separate"
