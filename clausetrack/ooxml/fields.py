"""Fields (cross-references, dates): one whose result is changed goes, and its words are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clausetrack.ooxml.forms import form_text
from clausetrack.ooxml.marks import Stamp, new_run, properties_copy, wrap
from clausetrack.ooxml.names import (
    XML_SPACE,
    Element,
    child,
    elements,
    local,
    make,
    own_text,
    unwrap,
    w,
)
from clausetrack.ooxml.package import Package, part_of, to_bytes
from clausetrack.ooxml.text import node_text, pieces

_REVISED = (w("ins"), w("del"))
#: Fields whose result Word leaves as it is written.
_KEEPS_RESULT = re.compile(r"\s*(?:HYPERLINK|FORMTEXT|ADDIN|TOC)\b", re.I)
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
    """Mark as deleted every field of whose result something came or went, and type what it reads.

    Word would compute the result anew otherwise, and undo the change; LibreOffice makes one text
    of what went and what came. The result of a link or a form, or of a field that is locked, stays
    as it is written: there a field goes with the last of its words, and what was inserted stands
    behind it.
    """
    for simple in list(paragraph.iter(w("fldSimple"))):
        if next(simple.iter(*_REVISED), None) is not None:
            in_runs(simple)
    for runs in fields_of(paragraph):
        if any(form_text(mark) is not None for mark in runs[0].iter(w("fldChar"))):
            _delete_form(runs, by)
            continue
        if not any(map(_box, runs)):
            continue
        runs = [one for run in runs for one in _apart(run)]
        result = _result(runs)
        inserted = [run for run in result if _box(run) == "ins"]
        kept = [run for run in result if _box(run) == "" and run.find(w("t")) is not None]
        if kept and (inserted or any(map(_box, result))) and _may_be_typed(runs, result):
            inserted = [_typed(run, by) if run in kept else run
                        for run in result if run in kept or run in inserted]  # fmt: skip
        elif kept or not any(_box(run) == "del" for run in result):
            continue
        _behind(runs[-1], inserted)
        for run in runs:
            if _box(run) == "":
                wrap(run, "del", by)


def in_runs(simple: Element) -> None:
    """Write a field that is one element as runs, so that it can be marked as deleted."""
    code = make("instrText")
    code.text = simple.get(w("instr"), "")
    code.set(XML_SPACE, "preserve")
    look = next((child(run, "rPr") for run in simple.iter(w("r"))), None)
    lock = {"fldLock": "true"} if simple.get(w("fldLock")) in {"1", "true", "on"} else {}
    begin = make("fldChar", fldCharType="begin", **lock)
    begin.extend(simple.findall(w("fldData")))
    for mark in (begin, code, make("fldChar", fldCharType="separate")):
        simple.addprevious(_like(look, mark))
    simple.addnext(_like(look, make("fldChar", fldCharType="end")))
    unwrap(simple)


def _like(look: Element | None, content: Element) -> Element:
    """A run with content of its own that looks like others."""
    return make("r", *([] if look is None else [properties_copy(look)]), content)


def _apart(run: Element) -> list[Element]:
    """The runs that a run with a mark of a field and more becomes, one for each thing in it."""
    content = [node for node in elements(run) if local(node) != "rPr"]
    if len(content) < 2 or not _marks(run):
        return [run]
    out = [run]
    for node in content[1:]:
        out.append(_like(child(run, "rPr"), node))
        out[-2].addnext(out[-1])
    return out


def _result(runs: Sequence[Element]) -> list[Element]:
    """The runs of a field that are its result, what it holds of other fields included."""
    depth, begins = 0, len(runs)
    for at, run in enumerate(runs):
        for mark in _marks(run):
            depth += {"begin": 1, "end": -1}.get(mark, 0)
            if mark == "separate" and depth == 1:
                begins = at + 1
    return list(runs[begins:-1])


def _may_be_typed(runs: Sequence[Element], result: Sequence[Element]) -> bool:
    """Does Word compute a field anew, and is its result text alone, beside the marks of it?"""
    locked = next(runs[0].iter(w("fldChar")), runs[0]).get(w("fldLock"))
    if locked in {"1", "true", "on"} or _KEEPS_RESULT.match(code_of(runs)):
        return False
    holder = runs[-1].getparent()
    return all(
        _outermost(run).getparent() is holder
        and all(local(node) == "rPr" or node_text(node) is not None for node in elements(run))
        for run in result
    )


def _outermost(run: Element) -> Element:
    """A run, or the revision straight around it."""
    box = run.getparent()
    return box if box is not None and _box(run) else run


def _typed(run: Element, by: Stamp) -> Element:
    """What a run of a result reads, in a new one that is marked as inserted before it."""
    text = "".join(node_text(node) or "" for node in elements(run))
    made, box = new_run(text, child(run, "rPr")), by.mark("ins")
    box.append(made)
    run.addprevious(box)
    return made


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
        marks = _marks(run)
        if not depth and "begin" in marks:
            found.append([])
        if depth or "begin" in marks:
            found[-1].append(run)
        depth = max(depth + marks.count("begin") - marks.count("end"), 0)
    return found if depth == 0 else found[:-1]


def _marks(run: Element) -> list[str]:
    """The marks of fields in a run, mostly one or none: "begin", "separate" and "end"."""
    return [mark.get(w("fldCharType"), "") for mark in run.findall(w("fldChar"))]


def _box(run: Element) -> str:
    """The revision that stands straight around a run: "ins", "del" or ""."""
    parent = run.getparent()
    return local(parent) if parent is not None and local(parent) in {"ins", "del"} else ""
