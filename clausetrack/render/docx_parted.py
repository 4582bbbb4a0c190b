"""Paragraphs that were split or joined in Word: the ends between came or went, not the parts."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import accumulate, pairwise

from clausetrack.diff.blocks import Block, Step
from clausetrack.diff.words import words
from clausetrack.ooxml.controls import is_single
from clausetrack.ooxml.marks import Stamp, text_of
from clausetrack.ooxml.names import Element, child, elements, local, make, remove, w
from clausetrack.ooxml.text import paragraph_text, pieces
from clausetrack.ooxml.whole import mark_end

#: What a paragraph may hold that is cut in two; a field, a picture or a note might go with neither.
_CONTENT = frozenset(("pPr", "r", "proofErr", "bookmarkStart", "bookmarkEnd"))
_IN_RUNS = frozenset(("rPr", "t", "tab", "lastRenderedPageBreak"))
#: Settings that belong to the whole: the counting of a list, and the end of a section.
_OF_WHOLE = ("numPr", "sectPr")

#: Paragraphs and tables, and what they say.
Side = tuple[list[Element], list[Block]]


def parted(found: list[Step], old: Side, new: Side, by: Stamp) -> bool:
    """Cut what was split or joined, on the side where it is one, and mark the ends between.

    Each part becomes a block of its own behind the others of its side, and the steps pair it with
    what it is on the other side. What cannot be cut is left as it is. Was anything cut?
    """
    out: list[Step] = []
    told: tuple[set[int], set[int]] = set(), set()
    for step in found:
        if step.old in told[0] or step.new in told[1]:
            continue
        made = _made(step, old[0], new[0], by)
        if not made:
            out.append(step)
            continue
        if step.split:
            told[1].update(step.split)
            out += map(Step, _added(old, made), step.split)
        else:
            told[0].update(step.joined)
            out += map(Step, step.joined, _added(new, made))
    found[:] = out
    return bool(told[0] or told[1])


def _added(side: Side, made: Sequence[Element]) -> range:
    """The places of paragraphs that were added to a side; they are compared whatever they say."""
    side[0].extend(made)
    side[1].extend(Block() for _ in made)
    return range(len(side[0]) - len(made), len(side[0]))


def _made(
    step: Step, here: Sequence[Element], there: Sequence[Element], by: Stamp
) -> list[Element]:
    """The parts of a paragraph that was split, or of the one that some were joined into."""
    if step.old is None or step.new is None or bool(step.split) == bool(step.joined):
        return []
    parts = [there[j] for j in step.split] or [here[i] for i in step.joined]
    if not all(map(_plain, parts)):
        return []
    made = _cut(here[step.old] if step.split else there[step.new], parts)
    if made:
        for one in (made if step.split else parts)[:-1]:
            mark_end(one, "ins" if step.split else "del", by)
    return made


def _plain(paragraph: Element) -> bool:
    """Does a paragraph hold text alone, and no settings that a part of it cannot have?"""
    settings = child(paragraph, "pPr")
    runs = paragraph.findall(w("r"))
    return (
        local(paragraph) == "p"
        and not is_single(paragraph)
        and all(local(node) in _CONTENT for node in elements(paragraph))
        and all(local(node) in _IN_RUNS for run in runs for node in elements(run))
        and (settings is None or all(child(settings, name) is None for name in _OF_WHOLE))
    )


def _cut(paragraph: Element, parts: Sequence[Element]) -> list[Element]:
    """What stands for a paragraph from now on: as many as there are parts, each with its wording.

    Nothing where a part would have none.
    """
    if not _plain(paragraph):
        return []
    text = text_of(paragraph, pieces(paragraph))
    places = _places(text.original, list(map(paragraph_text, parts)))
    ends = [0, *places, len(text.original)]
    if not all(text.original[start:end].strip() for start, end in pairwise(ends)):
        return []
    text.part(places)
    runs: dict[Element, int] = {}
    for span in text.spans:
        if span.text:
            runs.setdefault(span.run, span.start)
    begins = {at: run for run, at in runs.items()}
    if not all(at in begins for at in places):
        return []
    settings = child(paragraph, "pPr")
    made = []
    for run in (*(begins[at] for at in places), None):
        one = make("p")
        one.extend([] if settings is None else [copy.deepcopy(settings)])
        behind = [] if run is None else [run, *run.itersiblings()]
        one.extend([node for node in paragraph if node is not settings and node not in behind])
        paragraph.addprevious(one)
        made.append(one)
    made[-1].attrib.update(paragraph.attrib)
    remove(paragraph)
    return made


def _places(whole: str, parts: Sequence[str]) -> list[int]:
    """Where in a wording each of its parts but the first begins."""
    starts = list(accumulate(len(part) + 1 for part in parts))[:-1]
    out: list[int] = []
    at = there = 0
    for edit in words(whole, " ".join(parts)):
        size = len(edit.text)
        if edit.op == "delete":
            at += size
            continue
        equal = edit.op == "equal"
        while len(out) < len(starts) and starts[len(out)] < there + size:
            out.append(at + (starts[len(out)] - there) * equal)
        at += size * equal
        there += size
    return out + [len(whole)] * (len(starts) - len(out))
