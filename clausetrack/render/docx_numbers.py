"""Numbers that Word computes, settled: every paragraph prints the number that it should.

A new paragraph takes part in the automatic numbering where Word then prints the very label that is
wanted, and has a typed label elsewhere; so does a clause that takes another number. A paragraph
that keeps its number though one before it went has its list start anew at that number.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass

from clausetrack.ooxml import revisions
from clausetrack.ooxml.marks import Stamp, new_run, recorded
from clausetrack.ooxml.names import (
    Element,
    child,
    make,
    paragraphs,
    properties,
    remove,
    value,
    w,
)
from clausetrack.ooxml.numbering import Counting, Definitions, Place, number
from clausetrack.ooxml.package import Package, part_of, to_bytes
from clausetrack.ooxml.paragraphs import next_block
from clausetrack.ooxml.seams import ends_text, may_hand_on, new_rows
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import printed_paragraphs
from clausetrack.render.docx_base import Base
from clausetrack.render.docx_paragraphs import Pattern

_NONE = "0"  # the numbering instance of a paragraph without a number
_MOST = 1000  # numbers tried for where a list starts anew


@dataclass(frozen=True, slots=True)
class New:
    """A new paragraph, the label that it is to print ("" for none), and what it is made after."""

    paragraph: Element
    label: str
    pattern: Pattern
    bullet: bool = False


@dataclass
class _Settling:
    """The file on its way, and its paragraphs as they will be with all changes accepted.

    `numbering` is the root of the part with the numbering instances, None where there is none.
    """

    base: Base
    copies: Mapping[Element, Element]
    root: Element
    definitions: Definitions
    numbering: Element | None
    last: Element | None = None  # of the instances, from the first new one on
    most: int = 0  # the highest ID of one, likewise

    def place(self, paragraph: Element) -> Place | None:
        return self.definitions.level_of(self.copies[paragraph])

    def set(self, paragraph: Element, instance: str, depth: int) -> None:
        """Number a paragraph by another instance, in the file and in the accepted view of it."""
        for one in (paragraph, self.copies[paragraph]):
            _number(one, instance, depth)


def settle(
    package: Package,
    known: Styles,
    base: Base,
    new: list[New],
    renumbered: Mapping[Element, str],
) -> Package:
    """The package with what its numbering part needs; the paragraphs are changed in place.

    `renumbered` are the paragraphs of the base whose computed label becomes another one. What
    cannot be made right stays as Word would number it: the proof sees it.
    """
    if not base.labels:
        return package
    part = part_of(package, "numbering")
    here = _settling(package, known, base, part)
    fresh = {one.paragraph: one for one in new}
    outlive = _outliving(base.root)
    counting = Counting(here.definitions)
    printed = set(printed_paragraphs(here.root))
    for paragraph, accepted in here.copies.items():
        one = fresh.get(paragraph)
        if one is not None and one.pattern.computed and one.label and paragraph in outlive:
            _type(here, one, one.label)
            wanted: str | None = ""
        elif one is not None and not one.pattern.computed:
            wanted = ""
        elif one is not None:
            wanted = None if one.bullet else one.label
        else:
            wanted = renumbered.get(paragraph, base.labels.get(paragraph))
        counted = counting.on(accepted) if accepted in printed else None
        if wanted is None or _bare(counted[0] if counted else "") == _bare(wanted):
            continue
        if one is not None:
            _type(here, one, wanted)
        elif paragraph in renumbered:
            _type_over(here, paragraph, wanted)
        else:
            _start_anew(here, paragraph, wanted)
        if accepted in printed:
            counting.back()
            counting.on(accepted)
    if here.last is None or here.numbering is None:
        return package
    return package.changed({part: to_bytes(here.numbering)})


def _outliving(root: Element) -> set[Element]:
    """The new paragraphs at the end of a text whose ends outlive a rejection, with their numbers.

    That is the last one, and LibreOffice gives it the looks of the first; but for those that are
    typed behind another of their kind, which gets its own end back.
    """
    rows = [row for row in new_rows(root) if ends_text(row) and not may_hand_on(row)]
    last = {row[-1] for row in rows if next_block(row[-1]) is None}
    return last | {row[0] for row in rows}


def _settling(package: Package, known: Styles, base: Base, part: str) -> _Settling:
    root = copy.deepcopy(base.root)
    pairs = list(zip(paragraphs(base.root), paragraphs(root), strict=True))
    revisions.resolve_part(root, "accepted")
    stay = set(paragraphs(root))
    copies = {paragraph: other for paragraph, other in pairs if other in stay}
    definitions = Definitions(package, known)
    return _Settling(base, copies, root, definitions, definitions.roots.get(part))


def _bare(label: str) -> str:
    return label.strip().rstrip(".:").rstrip()


# --------------------------------------------------------------------------------- typed labels


def _type(here: _Settling, new: New, label: str) -> None:
    """Take a new paragraph out of the numbering, and type its label where it has one."""
    here.set(new.paragraph, _NONE, _indent(here, new.paragraph))
    if label:
        text = label + (new.pattern.gap if new.paragraph.find(w("ins")) is not None else "")
        _open(new.paragraph, new_run(text, new.pattern.body), here.base.by)


def _type_over(here: _Settling, paragraph: Element, label: str) -> None:
    """The typed label of a renumbered paragraph in place of the computed one, tracked."""
    first = next(paragraph.iter(w("r")), None)
    like = None if first is None else child(first, "rPr")
    recorded(paragraph, here.base.by)
    here.set(paragraph, _NONE, _indent(here, paragraph))
    _open(paragraph, new_run(f"{label}\t", like), here.base.by)
    here.base.touch(paragraph)


def _open(paragraph: Element, run: Element, by: Stamp) -> None:
    """Put an inserted run before everything else that a paragraph holds."""
    box = by.mark("ins")
    box.append(run)
    settings = child(paragraph, "pPr")
    if settings is None:
        paragraph.insert(0, box)
    else:
        settings.addnext(box)


def _indent(here: _Settling, paragraph: Element) -> int:
    """Give a paragraph the indents of its level, which it loses with its number; the level."""
    at = here.place(paragraph)
    settings = _settings(paragraph)
    for name in ("tabs", "ind"):
        own = None if at is None else child(at.element, "pPr", name)
        if own is not None and child(settings, name) is None:
            given = properties(settings, name)
            for key, said in own.attrib.items():
                given.set(key, said)
            given.extend(copy.deepcopy(node) for node in own)
    return 0 if at is None else at.depth


# -------------------------------------------------------------------------------- lists anew


def _start_anew(here: _Settling, paragraph: Element, label: str) -> None:
    """Let the list start anew at the number that a paragraph of the base keeps, if it can."""
    at = here.place(paragraph)
    count = None if at is None else _count(at, label)
    made = None if at is None or count is None else _instance(here, at, count)
    if at is None or made is None:
        return
    recorded(paragraph, here.base.by)
    here.set(paragraph, made, at.depth)
    here.base.touch(paragraph)


def _count(at: Place, label: str) -> int | None:
    """The count that a level prints in `label`."""
    text = value(at.element, "lvlText") or ""
    own = f"%{at.depth + 1}"
    if own not in text:
        return None
    tail, label = text.rpartition(own)[2].rstrip(), label.rstrip()
    how = value(at.element, "numFmt") or "decimal"
    for count in range(1, _MOST):
        end = f"{number(count, how)}{tail}"
        if label.endswith(end) and not label[: len(label) - len(end)][-1:].isalnum():
            return count
    return None


def _instance(here: _Settling, at: Place, count: int) -> str | None:
    """A new instance like that of a level, which starts that level at `count`; its ID."""
    known = here.definitions.instances
    like = known[at.instance]
    if here.numbering is None or like.getparent() is not here.numbering:
        return None
    if here.last is None:
        here.last = here.numbering.findall(w("num"))[-1]
        here.most = max((int(name) for name in known if name.isdigit()), default=0)
    here.most += 1
    name = str(here.most)
    made = copy.deepcopy(like)
    made.attrib.clear()
    made.set(w("numId"), name)
    for override in made.findall(w("lvlOverride")):
        for start in override.findall(w("startOverride")):
            remove(start)
        if not len(override):
            remove(override)
    depth = str(at.depth)
    own = next((o for o in made.findall(w("lvlOverride")) if o.get(w("ilvl")) == depth), None)
    if own is None:
        own = make("lvlOverride", ilvl=depth)
        made.append(own)
    own.insert(0, make("startOverride", val=str(count)))
    here.last.addnext(made)
    here.last = known[name] = made
    return name


# ------------------------------------------------------------------------- paragraph properties


def _settings(paragraph: Element) -> Element:
    """The w:pPr of a paragraph, made where missing."""
    settings = child(paragraph, "pPr")
    if settings is None:
        settings = make("pPr")
        paragraph.insert(0, settings)
    return settings


def _number(paragraph: Element, instance: str, depth: int) -> None:
    numbered = properties(_settings(paragraph), "numPr")
    for node in list(numbered):
        numbered.remove(node)
    numbered.append(make("ilvl", val=str(depth)))
    numbered.append(make("numId", val=instance))
