"""The labels that Word computes: automatic numbering, which a paragraph's text does not hold.

The rules are those of ECMA-376 part 1, 17.9: an abstract definition holds nine levels; a numbering
instance uses one and may override it; paragraphs of all instances of one definition count on from
each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from clausetrack import numbering
from clausetrack.ooxml.names import Element, child, says_on, value, w
from clausetrack.ooxml.package import Package, relationships
from clausetrack.ooxml.paragraphs import is_empty
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import printed_paragraphs

_LEVELS = 9
_MAX = 100_000  # a counter beyond this is no numbering
_ONES = numbering.NUMBER_WORDS
#: The forms of numbers that `number` writes; and those that a file makes up by itself.
_FORMS = frozenset(("decimal", "none", "bullet", "lowerLetter", "upperLetter", "lowerRoman",
                    "upperRoman", "decimalZero", "ordinal", "cardinalText", "ordinalText"))
_OWN_FORM = re.compile(r"(0+1)\s*,")


class Level(NamedTuple):
    """One level of a list: how it starts, counts, prints, and starts again."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""


#: A numbering instance, a level, and the style that names the instance; None where nothing does.
_Numbering = tuple[str | None, str | None, str]


class Place(NamedTuple):
    """Where a paragraph counts: the numbering instance, the level, and the w:lvl of that."""

    instance: str
    depth: int
    element: Element


@dataclass(slots=True)
class _Counters:
    """The counters of one abstract definition, None where a level has not been counted yet."""

    at: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    used: set[str] = field(default_factory=set)


def labels(package: Package, known: Styles, root: Element) -> dict[Element, str]:
    """The computed label of each numbered paragraph of a part, as printed: "1.01", "(a)", "•".

    `root` is the part as it stands after its revisions are settled: what is deleted does not count.
    """
    return {node: label for node, (label, _, _) in counted(package, known, root).items()}


def counted(package: Package, known: Styles, root: Element) -> dict[Element, tuple[str, str, int]]:
    """The same with the numbering instance that each paragraph counts in, and how deep."""
    return counted_by(Definitions(package, known), root)


def counted_by(definitions: Definitions, root: Element) -> dict[Element, tuple[str, str, int]]:
    """The same by definitions that were read before."""
    if not definitions.instances:
        return {}
    counting = Counting(definitions)
    out: dict[Element, tuple[str, str, int]] = {}
    for paragraph in printed_paragraphs(root):
        if (found := counting.on(paragraph)) is not None:
            out[paragraph] = found
    return out


@dataclass(slots=True)
class Counting:
    """The paragraphs of a part counted one after another, by what is defined as each is counted."""

    definitions: Definitions
    _counters: dict[str, _Counters] = field(default_factory=dict)
    _last: tuple[_Counters, str, list[int | None], bool] | None = None

    def on(self, paragraph: Element) -> tuple[str, str, int] | None:
        """The label of the next paragraph, its instance and level; None where none is printed."""
        self._last = None
        place = self.definitions.place(paragraph)
        if place is None:
            return None
        instance, depth = place
        levels = self.definitions.levels(instance)
        counter = self._counters.setdefault(self.definitions.abstract(instance), _Counters())
        self._last = counter, instance, counter.at.copy(), instance in counter.used
        _count(counter, instance, depth, levels, self.definitions.starts(instance))
        label = _printed(counter, depth, levels)
        return (label, instance, depth) if label else None

    def back(self) -> None:
        """Before the paragraph that was counted last: it may be counted again."""
        if self._last is not None:
            counter, instance, at, used = self._last
            counter.at = at
            if not used:
                counter.used.discard(instance)


def _count(
    counter: _Counters, instance: str, depth: int, levels: list[Level], starts: dict[int, int]
) -> None:
    """Count one paragraph at `depth`; a level under it starts again where it is told to."""
    if depth in starts and instance not in counter.used:
        # An instance starts anew once, where it first counts on a level whose start it overrides.
        counter.used.add(instance)
        counter.at[depth] = None
    here = counter.at[depth]
    start = starts.get(depth, levels[depth].start)
    counter.at[depth] = start if here is None else min(here + 1, _MAX)
    for above in range(depth):
        if counter.at[above] is None:
            counter.at[above] = starts.get(above, levels[above].start)
    for below in range(depth + 1, _LEVELS):
        restart = levels[below].restart
        if restart is None or 0 < restart >= depth + 1:
            counter.at[below] = None


def _printed(counter: _Counters, depth: int, levels: list[Level]) -> str:
    """The text of a level with each %n as its counter, all in figures where the level is legal."""
    level = levels[depth]
    if level.format == "bullet":
        return level.text if level.text.isprintable() and level.text.strip() else "•"

    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at > depth or counter.at[at] is None:
            return ""
        how = levels[at].format
        if level.legal and how not in {"decimalZero", "none"}:
            how = "decimal"
        return number(counter.at[at] or 0, how)

    return re.sub(r"%([1-9])", figure, level.text).strip()


def number(count: int, how: str) -> str:
    """A count in one of the number formats of ECMA-376 17.18.59 that agreements use, or as its
    first number is written ("001")."""
    if how == "none":
        return ""
    if how in {"lowerLetter", "upperLetter"}:
        # After z comes aa, then bb: the letter is repeated, not counted on.
        repeats, letter = divmod(count - 1, 26)
        text = chr(97 + letter) * (repeats + 1) if count > 0 else ""
        return text.upper() if how == "upperLetter" else text
    if how in {"lowerRoman", "upperRoman"}:
        text = numbering.to_roman(count)
        return text.upper() if how == "upperRoman" else text
    if how == "decimalZero":
        return f"{count:02d}"
    if how.isdigit():
        return str(count).zfill(len(how))
    if how == "ordinal":
        teen = 10 < count % 100 < 14
        return f"{count}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"
    if how in {"cardinalText", "ordinalText"} and count in _ONES:
        word = _ONES[count]
        return (numbering.ordinal(word) if how == "ordinalText" else word).capitalize()
    return str(count)


class Definitions:
    """The numbering part of a package: which instance and level a paragraph has, and its levels."""

    def __init__(self, package: Package, known: Styles) -> None:
        self.known = known
        self.abstracts: dict[str, Element] = {}
        self.instances: dict[str, Element] = {}
        self.roots: dict[str, Element] = {}  # the parts of the package that they stand in
        self.of_link: dict[str, str] = {}  # a numbering style -> the definition that it is
        self._levels: dict[str, list[Level]] = {}
        self._of_style: dict[str, _Numbering] = {}
        for relationship in relationships(package, package.document):
            if relationship.type.endswith("/numbering") and relationship.target in package.parts:
                root = self.roots[relationship.target] = package.xml(relationship.target)
                for node in root.findall(w("abstractNum")):
                    self.abstracts[node.get(w("abstractNumId"), "")] = node
                    if (link := value(node, "styleLink")) is not None:
                        self.of_link[link] = node.get(w("abstractNumId"), "")
                for node in root.findall(w("num")):
                    self.instances[node.get(w("numId"), "")] = node

    def abstract(self, instance: str) -> str:
        """The ID of the definition that an instance uses, perhaps through a numbering style."""
        found = value(self.instances[instance], "abstractNumId") or ""
        for _ in range(8):  # a style may link to a definition that links to a style
            node = self.abstracts.get(found)
            link = value(node, "numStyleLink") if node is not None else None
            style = self.known.by_id.get(link or "")
            linked = value(style, "pPr", "numPr", "numId") if style is not None else None
            if linked in self.instances:
                found = value(self.instances[linked], "abstractNumId") or ""
            elif link is not None and style is None and link in self.of_link:
                found = self.of_link[link]
            else:
                break
        return found

    def levels(self, instance: str) -> list[Level]:
        """The nine levels of an instance, with its overrides."""
        if instance not in self._levels:
            levels = [Level() for _ in range(_LEVELS)]
            node = self.abstracts.get(self.abstract(instance))
            for level in node.findall(w("lvl")) if node is not None else ():
                _set(levels, level)
            for override in self.instances[instance].findall(w("lvlOverride")):
                inner = child(override, "lvl")
                if inner is not None:
                    _set(levels, inner)
            self._levels[instance] = levels
        return self._levels[instance]

    def level_of(self, paragraph: Element) -> Place | None:
        """Where a paragraph counts, by its own settings or its style's; None where it does not."""
        found = self.place(paragraph)
        element = None if found is None else self.element(*found)
        return None if found is None or element is None else Place(*found, element)

    def element(self, instance: str, depth: int) -> Element | None:
        """The w:lvl that says how a level of an instance counts; None where none does."""
        abstract = self.abstracts.get(self.abstract(instance))
        overrides = self.instances[instance].findall(w("lvlOverride"))
        for holder in (*overrides, *([] if abstract is None else [abstract])):
            for node in holder.findall(w("lvl")):
                if node.get(w("ilvl")) == str(depth):
                    return node
        return None

    def unknown_form(self, instance: str, depth: int) -> str:
        """The first form of numbers that a level prints and that is not known here; "" for none."""
        levels = self.levels(instance)
        level = levels[depth]
        if level.legal or level.format == "bullet":
            return ""
        places = (int(digit) - 1 for digit in re.findall(r"%([1-9])", level.text))
        forms = (levels[at].format for at in places if at <= depth)
        return next((form for form in forms if form not in _FORMS and not form.isdigit()), "")

    def starts(self, instance: str) -> dict[int, int]:
        """The levels that an instance starts anew, and from what."""
        out = {}
        for override in self.instances[instance].findall(w("lvlOverride")):
            at, start = override.get(w("ilvl"), ""), value(override, "startOverride") or ""
            if at.isdigit() and int(at) < _LEVELS and start.isdigit():
                out[int(at)] = min(int(start), _MAX)
        return out

    def place(self, paragraph: Element) -> tuple[str, int] | None:
        """The instance and level of a paragraph: its own, else those of its style."""
        own = child(paragraph, "pPr")
        style = (None if own is None else value(own, "pStyle")) or self.known.default
        settings = None if own is None else child(own, "numPr")
        level = None if settings is None else value(settings, "ilvl")
        instance = None if settings is None else value(settings, "numId")
        owner = ""
        if instance is None:
            instance, inherited, owner = self.of_style(style)
            level = inherited if level is None else level
        if instance not in self.instances:
            return None
        if owner and level is None:
            level = self._level_of_style(instance, [owner, style])
        depth = int(level) if level and level.isdigit() else 0
        return (instance, depth) if depth < _LEVELS and not _only_ends_section(paragraph) else None

    def of_style(self, style: str) -> _Numbering:
        """The instance and level that a style gives its paragraphs, and the style that says so."""
        if style not in self._of_style:
            self._of_style[style] = self._numbering(style)
        return self._of_style[style]

    def _numbering(self, style: str) -> _Numbering:
        """What a style, or the nearest that it is based on, says of numbering."""
        level = None
        for node in self.known.chain(style):
            settings = child(node, "pPr", "numPr")
            if settings is None:
                continue
            if level is None:
                level = value(settings, "ilvl")
            if (instance := value(settings, "numId")) is not None:
                return instance, level, node.get(w("styleId"), "")
        return None, level, ""

    def _level_of_style(self, instance: str, styles: list[str]) -> str | None:
        for depth, level in enumerate(self.levels(instance)):
            if level.style and level.style in styles:
                return str(depth)
        return None


def _only_ends_section(paragraph: Element) -> bool:
    """An empty paragraph that carries a section break is not printed, and does not count."""
    return child(paragraph, "pPr", "sectPr") is not None and is_empty(paragraph)


def _set(levels: list[Level], node: Element) -> None:
    """Put a w:lvl element in its place among the levels."""
    at = node.get(w("ilvl"), "")
    if not at.isdigit() or int(at) >= _LEVELS:
        return
    start, restart = value(node, "start") or "", value(node, "lvlRestart") or ""
    levels[int(at)] = Level(
        min(int(start), _MAX) if start.isdigit() else 0,
        _form(node),
        value(node, "lvlText") or "",
        bool(says_on(child(node, "isLgl"))),
        int(restart) if restart.isdigit() else None,
        value(node, "pStyle") or "",
    )


def _form(level: Element) -> str:
    """The form of the numbers of a level, of one's own as its first one: "001, 002, 003, ..."."""
    said = next(level.iter(w("numFmt")), None)  # an older form may stand beside it
    form = "decimal" if said is None else said.get(w("val"), "decimal")
    own = None if said is None else _OWN_FORM.match(said.get(w("format"), ""))
    return own[1] if form == "custom" and own else form
