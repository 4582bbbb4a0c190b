"""Complex fields (cross-references, dates): a field whose result is replaced goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausetrack.ooxml.forms import form_text
from clausetrack.ooxml.marks import Stamp, wrap
from clausetrack.ooxml.names import Element, child, elements, local, make, own_text, w
from clausetrack.ooxml.package import Package, part_of, to_bytes
from clausetrack.ooxml.text import pieces

_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_PRINTS_NUMBER = re.compile(r"\s*(?:REF\s.*\\[rnw]\b|TOC\b)", re.I)
#: What the schema puts after w:updateFields.
_AFTER_UPDATE = frozenset(
    ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema",
     "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
     "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
     "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator")
)  # fmt: skip


def delete_replaced_fields(paragraph: Element, by: Stamp) -> None:
    """Mark as deleted every field of which nothing but deleted text is left.

    Word would compute the result anew otherwise, and undo the change. What was inserted into the
    result stands after the field.
    """
    for runs in fields_of(paragraph):
        if any(form_text(mark) is not None for mark in runs[0].iter(w("fldChar"))):
            _delete_form(runs, by)
            continue
        at = next((i for i, run in enumerate(runs) if _character(run) == "separate"), None)
        if at is None:
            continue
        result = runs[at + 1 : -1]
        inserted = [run for run in result if _box(run) == "ins"]
        kept = [run for run in result if _box(run) == "" and run.find(w("t")) is not None]
        if kept or not any(_box(run) == "del" for run in result):
            continue
        _behind(runs[-1], inserted)
        for run in runs:
            if _box(run) == "":
                wrap(run, "del", by)


def _delete_form(runs: list[Element], by: Stamp) -> None:
    """Mark the field of a form as deleted where the mark that begins it, which prints it, is."""
    if _box(runs[0]) == "ins":
        return
    _behind(runs[-1], [run for run in runs[1:] if _box(run) == "ins"])
    if _box(runs[0]) == "del":
        for run in runs[1:]:
            if _box(run) == "":
                wrap(run, "del", by)


def _behind(end: Element, inserted: list[Element]) -> None:
    """Set what was inserted inside a field behind the end of it."""
    for run in reversed(inserted):
        box = run.getparent()
        if box is not None and box.getparent() is end.getparent():
            end.addnext(box)


def code_of(runs: Iterable[Element]) -> str:
    """What the runs of a field ask Word to compute."""
    return "".join(node.text or "" for run in runs for node in run.iter(w("instrText")))


def without_page_numbers(paragraph: Element) -> str:
    """The text of a paragraph but for the numbers of pages, which the program computes."""
    computed: set[Element] = set()
    for runs in fields_of(paragraph):
        if _PAGES.match(code_of(runs)):
            computed |= set(runs)
    for field in paragraph.iter(w("fldSimple")):
        if _PAGES.match(field.get(w("instr"), "")):
            computed |= set(field.iter(w("r")))
    return "".join(piece.text for piece in pieces(paragraph) if piece.run not in computed)


def compute_anew(package: Package) -> Package:
    """The package with the order to compute its fields anew, where one prints a clause's number.

    Word does so when it opens the file: a reference to a clause that took another number follows.
    """
    codes = map(own_text, package.xml(package.document).iter(w("instrText")))
    part = part_of(package, "settings")
    if not part or not any(map(_PRINTS_NUMBER.match, codes)):
        return package
    root = package.xml(part)
    if child(root, "updateFields") is None:
        order = make("updateFields", val="true")
        after = next((node for node in elements(root) if local(node) in _AFTER_UPDATE
                      or not local(node)), None)  # fmt: skip
        if after is None:
            root.append(order)
        else:
            after.addprevious(order)
    return package.changed({part: to_bytes(root)})


def fields_of(paragraph: Element) -> list[list[Element]]:
    """The runs of each outermost field that begins and ends in the paragraph."""
    found: list[list[Element]] = []
    depth = 0
    for run in paragraph.iter(w("r")):
        kind = _character(run)
        if kind == "begin":
            depth += 1
            if depth == 1:
                found.append([])
        if depth:
            found[-1].append(run)
        if kind == "end":
            depth -= 1
    return found if depth == 0 else found[:-1]


def _character(run: Element) -> str:
    """ "begin", "separate" or "end" where the run is that of a field, else ""."""
    mark = child(run, "fldChar")
    return "" if mark is None else mark.get(w("fldCharType"), "")


def _box(run: Element) -> str:
    """The revision that stands straight around a run: "ins", "del" or ""."""
    parent = run.getparent()
    return local(parent) if parent is not None and local(parent) in {"ins", "del"} else ""
