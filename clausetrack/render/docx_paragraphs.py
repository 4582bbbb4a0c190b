"""New paragraphs that look like their neighbours: style and run properties of the nearest kin."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from clausetrack.model import Clause, Runs, plain
from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import Element, child, local, make, properties, remove, w
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import pieces
from clausetrack.render.docx_base import Base

_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a paragraph of the base is printed, for a new one to be printed alike.

    `settings` are its w:pPr; `label` and `body` the w:rPr of its label and wording; `gap` stands
    between them; `computed` says that Word numbers it and its text holds no label; `bullet` is what
    stands before a bullet whose label is typed.
    """

    settings: Element | None = None
    label: Element | None = None
    body: Element | None = None
    gap: str = "\t"
    computed: bool = False
    bullet: str = _BULLET


#: What makes clauses kin, of the paragraph that prints one: kind, whether a label opens it, depth.
_Family = tuple[str, bool, int]


@dataclass(frozen=True)
class Kin:
    """The clauses of the base that a new paragraph can take after, with their depths."""

    base: Base
    styles: Styles
    clauses: tuple[Clause, ...]
    depths: Mapping[str, int]

    @cached_property
    def families(self) -> Mapping[str, Mapping[_Family, Mapping[str, list[int]]]]:
        """By role ("heading", "text") and family, the places of the clauses under each parent."""
        out: dict[str, dict[_Family, dict[str, list[int]]]] = {"heading": {}, "text": {}}
        for at, clause in enumerate(self.clauses):
            labelled = bool(plain(clause.label) or clause.number)
            for role, runs in (("heading", clause.heading), ("text", clause.text)):
                if self.base.places(runs):
                    opens = labelled and (role == "heading" or not clause.heading)
                    family = (clause.kind, opens, self.depths.get(clause.id, 0))
                    parents = out[role].setdefault(family, {})
                    parents.setdefault(clause.parent or "", []).append(at)
        return out

    def nearest(
        self, clause: Clause, depth: int, role: str, labelled: bool, at: int
    ) -> Clause | None:
        """The kin of a new clause: of its kind and depth first, siblings before cousins."""

        def rank(family: _Family) -> tuple[bool, ...]:
            kind, opens, level = family
            same = kind == clause.kind, opens == labelled, level == depth
            return same[0] and same[1], same[0], same[1] and same[2], same[2]

        families = self.families[role]
        if clause.kind == "heading":  # another depth has another size
            families = {one: found for one, found in families.items() if one[2] == depth}
        best = max(map(rank, families), default=None)
        found: list[int] = []
        siblings: list[int] = []
        for family, parents in families.items():
            if rank(family) == best:
                siblings += parents.get(clause.parent or "", [])
                found += [place for places in parents.values() for place in places]
        near = min(siblings or found, key=lambda place: (abs(place - at), place), default=None)
        return None if near is None else self.clauses[near]

    def pattern(self, clause: Clause, depth: int, role: str, labelled: bool, at: int) -> Pattern:
        """The pattern for the `role` ("heading" or "text") of a new clause at place `at`."""
        found = self.nearest(clause, depth, role, labelled, at)
        gap = " " if clause.kind == "note" else "\t"
        if role == "heading" and clause.kind == "heading" and not self._may_head(found, clause):
            return self._bold(depth, at)
        if found is None:
            return Pattern(gap=gap)
        pattern = self._of(found, role, gap)
        if pattern.computed and found.kind != clause.kind:
            return replace(pattern, settings=None, computed=False)  # no bullet before a note
        return pattern

    def _may_head(self, found: Clause | None, clause: Clause) -> bool:
        """Is `found` an unnumbered heading, no larger than the heading that it would go under?"""
        if found is None or found.kind != "heading":
            return False
        own = self._level(found)
        here = next((c for c in self.clauses if c.id == clause.parent), None)
        while here is not None:
            if (above := self._level(here)) is not None:
                return own is None or own > above
            here = next((c for c in self.clauses if c.id == here.parent), None)
        return True

    def _level(self, clause: Clause) -> int | None:
        """The level of a clause's heading, where its style is a heading's."""
        places = self.base.places(clause.heading)
        style, level = self.styles.hint(self.base.holders[places[0]]) if places else ("", 0)
        return level if style == "heading" else None

    def _bold(self, depth: int, at: int) -> Pattern:
        """A heading where there is none to take after: the text around it, in bold."""
        texts = [
            place
            for (kind, _, level), parents in self.families["text"].items()
            for places in parents.values()
            for place in places
            if kind == "text" and level == depth and self._is_plain(self.clauses[place])
        ]
        near = min(texts, key=lambda place: (abs(place - at), place), default=None)
        pattern = Pattern() if near is None else self._of(self.clauses[near], "text", "\t")
        settings = make("pPr") if pattern.settings is None else copy.deepcopy(pattern.settings)
        properties(settings, "keepNext")
        body = make("rPr") if pattern.body is None else copy.deepcopy(pattern.body)
        for node in (*body.findall(w("b")), *body.findall(w("bCs"))):
            remove(node)
        fonts = [node for node in body if local(node) in {"rStyle", "rFonts"}]
        body.insert(len(fonts), make("b"))
        return Pattern(settings, None, body)

    def _is_plain(self, clause: Clause) -> bool:
        """Is a text printed as text: neither as a heading nor in a list?"""
        paragraph = self.base.holders[self.base.places(clause.text)[0]]
        return not self.styles.hint(paragraph)[0] and paragraph not in self.base.labels

    def computes_label(self, clause: Clause) -> bool:
        """Does Word number the paragraph of this clause, so that its text holds no label?"""
        at = self.base.places((*clause.heading, *clause.text))
        return bool(at) and self._computes(self.base.holders[at[0]])

    def _computes(self, paragraph: Element) -> bool:
        return paragraph in self.base.labels or self.styles.hint(paragraph)[0] == "list"

    def _of(self, clause: Clause, role: str, gap: str) -> Pattern:
        runs = clause.heading if role == "heading" else clause.text
        place = self.base.places(runs)[0]
        paragraph = self.base.holders[place]
        labels = [run for run in clause.label if self.base.place(run.source) == place]
        label = None
        if labels:
            last, first = labels[-1].source, next(r.source for r in runs if r.source is not None)
            if last is not None and first is not None and last.end <= first.start:
                gap = self.base.texts[place].original[last.end : first.start] or gap
            label = self._properties(paragraph, (labels[0],))
        settings = child(paragraph, "pPr")
        computed = not labels and self._computes(paragraph)
        typed = plain(clause.label).strip() if labels and clause.kind == "bullet" else ""
        body = self._properties(paragraph, runs)
        return Pattern(settings, label, body, gap, computed, typed or _BULLET)

    def _properties(self, paragraph: Element, runs: Runs) -> Element | None:
        """The properties of the plainest of `runs`: bold only where all of it is."""
        here = [run for run in runs if run.source is not None]
        plainest = min(here, key=lambda run: len(run.emphasis), default=None)
        if plainest is None or plainest.source is None:
            return None
        at = 0
        for piece in pieces(paragraph):
            at += len(piece.text)
            if at > plainest.source.start and piece.run is not None:
                return child(piece.run, "rPr")
        return None


def paragraph(pattern: Pattern, label: str, text: str) -> Element:
    """A new paragraph: the label and a gap, unless Word computes the label, and the text."""
    out = make("p")
    if pattern.settings is not None:
        settings = copy.deepcopy(pattern.settings)
        for name in ("sectPr", "pPrChange", "rPr"):
            for node in settings.findall(w(name)):
                remove(node)
        out.append(settings)
    if label and not pattern.computed:
        opening = label + (pattern.gap if text else "")
        if _same(pattern.label, pattern.body):
            out.append(new_run(opening + text, pattern.body))
            return out
        out.append(new_run(opening, pattern.label))
    if text:
        out.append(new_run(text, pattern.body))
    return out


def _same(one: Element | None, other: Element | None) -> bool:
    """Do two runs look alike, by their properties?"""

    def flat(element: Element | None) -> list[tuple[object, ...]]:
        return [
            (node.tag, *sorted(node.attrib.items()))
            for node in (() if element is None else element)
        ]

    return flat(one) == flat(other)
