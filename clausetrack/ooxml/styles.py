"""What the paragraph styles of a package say of a paragraph: title, heading, list, contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clausetrack.ooxml.names import Element, child, value, w
from clausetrack.ooxml.package import Package, part_of
from clausetrack.ooxml.text import is_on

_HEADING = re.compile(r"heading ([1-9])$", re.I)
_CONTENTS = re.compile(r"(?:toc|table of contents)(?: ?\d| heading)?$", re.I)


#: What a style says: title, heading or contents by its name; its outline level; its list.
_Hint = tuple[tuple[str, int] | None, int | None, tuple[str, int] | None]


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a package by ID, the ID of the default paragraph style, and what all runs are
    by default."""

    by_id: dict[str, Element]
    default: str = ""
    hints: dict[str, _Hint] = field(default_factory=dict)
    defaults: Element | None = None
    spoken: dict[tuple[str, ...], list[Element]] = field(default_factory=dict)

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
        own = child(paragraph, "pPr")
        style = (None if own is None else value(own, "pStyle")) or self.default
        if style not in self.hints:
            self.hints[style] = self._of_style(style)
        named, outline, listed = self.hints[style]
        if named is not None:
            return named
        if own is not None:
            outline = _outline(paragraph) or outline
        if outline is not None:
            return "heading", outline
        return (None if own is None else _listed(paragraph)) or listed or ("", 0)

    def _of_style(self, style: str) -> _Hint:
        chain = list(self.chain(style))
        named: tuple[str, int] | None = None
        for name in (value(node, "name") or "" for node in chain):
            if name.lower() == "title":
                named = ("title", 0)
            elif _CONTENTS.match(name):
                named = ("contents", 0)
            elif found := _HEADING.match(name):
                named = ("heading", int(found[1]))
            if named is not None:
                break
        outlines = (_outline(node) for node in chain)
        lists = (_listed(node) for node in chain)
        return named, next(filter(None, outlines), None), next(filter(None, lists), None)

    def emphasis(self, run: Element | None) -> str:
        """The letters of `model.Run.emphasis` for a run: its own settings, then its own style's.

        A paragraph's style is how its kind is printed, not emphasis.
        """
        own = None if run is None else child(run, "rPr")
        if own is None:
            return ""
        chain = [child(node, "rPr") for node in self.chain(value(own, "rStyle"))]
        letters = "".join(letter for letter in "bi" if _toggled((own, *chain), letter))
        underline = child(own, "u")
        if underline is not None and underline.get(w("val")) not in {None, "none"}:
            letters += "u"
        return letters

    def said_of(self, tags: tuple[str, ...]) -> list[Element]:
        """What the styles say of some settings, by their full names, and what is so by default."""
        if tags not in self.spoken:
            holders = (*self.by_id.values(), self.defaults)
            self.spoken[tags] = [node for holder in holders if holder is not None
                                 for node in holder.iter(*tags)]  # fmt: skip
        return self.spoken[tags]

    def said(self, run: Element | None, name: str) -> str | None:
        """What a run's own settings, else its own style's, say of a property such as its colour."""
        own = None if run is None else child(run, "rPr")
        if own is None:
            return None
        if (found := value(own, name)) is not None or (style := value(own, "rStyle")) is None:
            return found
        return next(filter(None, (value(node, "rPr", name) for node in self.chain(style))), None)


def _toggled(properties: Iterable[Element | None], name: str) -> bool:
    """What the first of some run properties that says so says of a toggle."""
    said = (is_on(each, name) for each in properties)
    return next((on for on in said if on is not None), False)


def _outline(holder: Element) -> int | None:
    """The heading level that a paragraph or a style sets for itself, from 1."""
    text = value(holder, "pPr", "outlineLvl")
    return int(text) + 1 if text is not None and text.isdigit() and int(text) < 9 else None


def _listed(holder: Element) -> tuple[str, int] | None:
    """That a paragraph or a style puts itself in a list, or (number 0) takes itself out of one."""
    numbering = child(holder, "pPr", "numPr")
    instance = None if numbering is None else value(numbering, "numId")
    if numbering is None or instance is None:
        return None
    level = value(numbering, "ilvl") or "0"
    return ("list", int(level) if level.isdigit() else 0) if instance != "0" else ("", 0)


def styles(package: Package) -> Styles:
    """The styles of a package; none where it has no such part."""
    part = part_of(package, "styles")
    if not part:
        return Styles({})
    root = package.xml(part)
    found = list(root.iter(w("style")))
    default = next((s for s in found if s.get(w("type")) == "paragraph"
                    and s.get(w("default")) in {"1", "true", "on"}), None)  # fmt: skip
    return Styles(
        {node.get(w("styleId"), ""): node for node in found},
        "" if default is None else default.get(w("styleId"), ""),
        defaults=child(root, "docDefaults", "rPrDefault", "rPr"),
    )
