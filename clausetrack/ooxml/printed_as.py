"""How a run is printed: its own settings, its styles', its paragraph's and its table's, in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from clausetrack.ooxml.names import Element, child, says_on, value, w
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import is_on, members

#: What is on where an odd number of the levels of styles turn it on (ECMA-376, 17.7.3). Of the
#: other settings the nearest one counts.
_TOGGLES = frozenset(("strike", "vanish"))

class Around(NamedTuple):
    """What runs inherit from: the IDs of the styles of their paragraph and of their table, and the
    parts of the table that they stand in and that the style tells apart, the nearest first."""

    paragraph: str = ""
    table: str = ""
    parts: tuple[str, ...] = ()


#: The parts of a table that its style may tell apart, the one that counts most first (ECMA-376,
#: 17.7.6), and the bit of w:tblLook that turns each on, or the bands off.
_CORNERS = {"neCell": ("firstRow", "lastCol"), "nwCell": ("firstRow", "firstCol"),
            "seCell": ("lastRow", "lastCol"), "swCell": ("lastRow", "firstCol")}  # fmt: skip
_EDGES = {"firstCol": (0x80, "firstColumn"), "lastCol": (0x100, "lastColumn"),
          "firstRow": (0x20, "firstRow"), "lastRow": (0x40, "lastRow")}  # fmt: skip
_NO_BANDS = {"Horz": (0x200, "noHBand"), "Vert": (0x400, "noVBand")}


@dataclass
class Settings:
    """What is said of the runs of a package, each style and each setting looked up once."""

    styles: Styles
    known: dict[tuple[str, ...], Element | None] = field(default_factory=dict)
    inherited: dict[tuple[Around, str], Element | None] = field(default_factory=dict)
    cells: dict[Element, dict[Element, tuple[str, ...]]] = field(default_factory=dict)

    @cached_property
    def _tables_say(self) -> bool:
        """Does any style of tables say how their words are printed?"""
        return any(style.get(w("type")) == "table" and next(style.iter(w("rPr")), None) is not None
                   for style in self.styles.by_id.values())  # fmt: skip

    @cached_property
    def _usual(self) -> dict[str, str]:
        """The styles that runs and tables have where they name none, by kind."""
        return {style.get(w("type"), ""): name for name, style in self.styles.by_id.items()
                if style.get(w("default")) in {"1", "true", "on"}}  # fmt: skip

    def around(self, paragraph: Element) -> Around:
        """What the runs of a paragraph inherit from."""
        own = value(paragraph, "pPr", "pStyle") or self.styles.default
        table = next(paragraph.iterancestors(w("tbl")), None) if self._tables_say else None
        if table is None:
            return Around(own)
        style = value(table, "tblPr", "tblStyle") or self._usual.get("table", "")
        listed = (part for node in self.styles.chain(style)
                  for part in node.findall(w("tblStylePr")))  # fmt: skip
        told = {part.get(w("type"), "") for part in listed if child(part, "rPr") is not None}
        if told and table not in self.cells:
            self.cells[table] = _parts(table)
        cells = self.cells[table] if told else {}
        parts = (cells[cell] for cell in paragraph.iterancestors(w("tc")) if cell in cells)
        return Around(own, style, tuple(part for part in next(parts, ()) if part in told))

    def of_run(self, run: Element | None, around: Around, name: str) -> Element | None:
        """The setting of that name that counts for a run, where the nearest one does."""
        own = None if run is None else child(run, "rPr")
        if own is not None:
            if (found := _said(own, name)) is not None:
                return found
            found = self._of_style(value(own, "rStyle") or "", name)
            if found is not None:
                return found
        key = around, name
        if key not in self.inherited:
            levels = self._levels(None, around, name)
            self.inherited[key] = next((one for one in levels if one is not None), None)
        return self.inherited[key]

    def is_set(self, run: Element | None, around: Around, name: str) -> bool:
        """Is a toggle on for a run?"""
        own = None if run is None else child(run, "rPr")
        if (said := is_on(own, name)) is not None:
            return said
        *levels, default = (says_on(one) for one in self._levels(own, around, name))
        if name not in _TOGGLES:
            return next((on for on in (*levels, default) if on is not None), False)
        return bool(default) or sum(map(bool, levels)) % 2 == 1

    def _levels(self, own: Element | None, around: Around, name: str) -> Iterator[Element | None]:
        """What the style of a run says, its paragraph's, its table's, and the defaults."""
        character = None if own is None else value(own, "rStyle")
        yield self._of_style(character or self._usual.get("character", ""), name)
        yield self._of_style(around.paragraph, name)
        parts = (self._of_style(around.table, name, part) for part in around.parts)
        nearest = next((one for one in parts if one is not None), None)
        yield self._of_style(around.table, name) if nearest is None else nearest
        yield self._default(name)

    def _of_style(self, style: str, name: str, part: str = "") -> Element | None:
        """What a style says, or of one part of a table, or those that it is based on."""
        if not style:
            return None
        if (style, name, part) not in self.known:
            holders = (holder for node in self.styles.chain(style)
                       for holder in ((node,) if not part else node.findall(w("tblStylePr")))
                       if not part or holder.get(w("type")) == part)  # fmt: skip
            found = (_said(own, name) for node in holders
                     if (own := child(node, "rPr")) is not None)  # fmt: skip
            self.known[style, name, part] = next((one for one in found if one is not None), None)
        return self.known[style, name, part]

    def _default(self, name: str) -> Element | None:
        return None if self.styles.defaults is None else _said(self.styles.defaults, name)


def _said(properties: Element, name: str) -> Element | None:
    """A setting among run properties, by its w: name or its full one."""
    return properties.find(name) if name.startswith("{") else child(properties, name)


def _parts(table: Element) -> dict[Element, tuple[str, ...]]:
    """The parts of a table that each of its cells stands in, as far as it tells them apart."""
    look = child(table, "tblPr", "tblLook")
    ends = [end for end, bit in _EDGES.items() if _looks(look, *bit)]
    bands = [(band, _looks(look, *_EDGES[first]))
             for band, first in (("Horz", "firstRow"), ("Vert", "firstCol"))
             if not _looks(look, *_NO_BANDS[band])]  # fmt: skip
    rows = [list(members(row, "tc")) for row in members(table, "tr")]
    out = {}
    for down, row in enumerate(rows):
        for along, cell in enumerate(row):
            stands = {"firstRow": down == 0, "lastRow": down == len(rows) - 1,
                      "firstCol": along == 0, "lastCol": along == len(row) - 1}  # fmt: skip
            found = [end for end in ends if stands[end]]
            corners = [name for name, both in _CORNERS.items() if set(both) <= set(found)]
            at = {"Horz": down, "Vert": along}
            banded = [f"band{(at[band] - begins) % 2 + 1}{band}" for band, begins in bands]
            out[cell] = (*corners, *found, *banded)
    return out


def _looks(look: Element | None, bit: int, name: str) -> bool:
    """Does a w:tblLook turn something on, by an attribute of its own or by a bit?"""
    if look is None:
        return False
    if (own := look.get(w(name))) is not None:
        return own in {"1", "true", "on"}
    try:
        return bool(int(look.get(w("val"), "0"), 16) & bit)
    except ValueError:
        return False
