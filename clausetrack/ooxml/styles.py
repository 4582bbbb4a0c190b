"""What the paragraph styles of a package say of a paragraph: title, heading, list, contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausetrack.ooxml.names import Element, child, value, w
from clausetrack.ooxml.package import Package, relationships
from clausetrack.ooxml.text import is_on

_HEADING = re.compile(r"heading ([1-9])$", re.I)
_CONTENTS = re.compile(r"(?:toc|table of contents) ?\d?$", re.I)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a package by ID, and the ID of the default paragraph style."""

    by_id: dict[str, Element]
    default: str = ""

    def chain(self, style: str | None) -> Iterator[Element]:
        """The style with that ID and those it is based on, nearest first."""
        seen = set()
        while style is not None and style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "basedOn")

    def hint(self, paragraph: Element) -> tuple[str, int]:
        """What a paragraph is by its style and its own settings: `Line.style` and `Line.level`.

        "contents" is a line of a table of contents.
        """
        style = value(paragraph, "pPr", "pStyle") or self.default
        chain = list(self.chain(style))
        for name in (value(node, "name") or "" for node in chain):
            if name.lower() == "title":
                return "title", 0
            if _CONTENTS.match(name):
                return "contents", 0
            if found := _HEADING.match(name):
                return "heading", int(found[1])
        holders = [paragraph, *chain]
        outline = next((v for h in holders if (v := value(h, "pPr", "outlineLvl"))), None)
        if outline is not None and outline.isdigit() and int(outline) < 9:
            return "heading", int(outline) + 1
        for holder in holders:
            numbering = child(holder, "pPr", "numPr")
            instance = None if numbering is None else value(numbering, "numId")
            if numbering is not None and instance is not None:
                level = value(numbering, "ilvl") or "0"
                depth = int(level) if level.isdigit() else 0
                return ("list", depth) if instance != "0" else ("", 0)
        return "", 0

    def emphasis(self, run: Element | None) -> str:
        """The letters of `model.Run.emphasis` for a run: its own settings, then its own style's.

        A paragraph's style is how its kind is printed, not emphasis.
        """
        if run is None:
            return ""
        own = child(run, "rPr")
        chain = [child(node, "rPr") for node in self.chain(value(run, "rPr", "rStyle"))]
        letters = ""
        for letter in "bi":
            said = (is_on(properties, letter) for properties in (own, *chain))
            if next((on for on in said if on is not None), False):
                letters += letter
        underline = None if own is None else child(own, "u")
        if underline is not None and underline.get(w("val")) not in {None, "none"}:
            letters += "u"
        return letters


def styles(package: Package) -> Styles:
    """The styles of a package; none where it has no such part."""
    for relationship in relationships(package, package.document):
        if relationship.type.endswith("/styles") and relationship.target in package.parts:
            found = list(package.xml(relationship.target).iter(w("style")))
            default = next((s for s in found if s.get(w("type")) == "paragraph"
                            and s.get(w("default")) in {"1", "true", "on"}), None)  # fmt: skip
            return Styles(
                {node.get(w("styleId"), ""): node for node in found},
                "" if default is None else default.get(w("styleId"), ""),
            )
    return Styles({})
