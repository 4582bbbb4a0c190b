"""How a run is printed: its own settings, its styles', its paragraph's and its table's, in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from clausetrack.ooxml.names import Element, child, says_on, value, w
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import is_on

#: What is on where an odd number of the levels of styles turn it on (ECMA-376, 17.7.3). Of the
#: other settings the nearest one counts.
_TOGGLES = frozenset(("strike", "vanish"))

#: The styles of the paragraph and of the table that runs stand in, by ID.
Around = tuple[str, str]


@dataclass
class Settings:
    """What is said of the runs of a package, each style and each setting looked up once."""

    styles: Styles
    known: dict[tuple[str, str], Element | None] = field(default_factory=dict)
    inherited: dict[tuple[Around, str], Element | None] = field(default_factory=dict)

    @cached_property
    def _tables_say(self) -> bool:
        """Does any style of tables say how their words are printed?"""
        return any(style.get(w("type")) == "table" and child(style, "rPr") is not None
                   for style in self.styles.by_id.values())  # fmt: skip

    def around(self, paragraph: Element) -> Around:
        """The styles that the runs of a paragraph inherit from."""
        own = value(paragraph, "pPr", "pStyle") or self.styles.default
        table = next(paragraph.iterancestors(w("tbl")), None) if self._tables_say else None
        return own, "" if table is None else value(table, "tblPr", "tblStyle") or ""

    def of_run(self, run: Element | None, around: Around, name: str) -> Element | None:
        """The setting of that name that counts for a run, where the nearest one does."""
        own = None if run is None else child(run, "rPr")
        if own is not None:
            if (found := child(own, name)) is not None:
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
        for style in (None if own is None else value(own, "rStyle"), *around):
            yield self._of_style(style or "", name)
        yield self._default(name)

    def _of_style(self, style: str, name: str) -> Element | None:
        if not style:
            return None
        if (style, name) not in self.known:
            found = (child(node, "rPr", name) for node in self.styles.chain(style))
            self.known[style, name] = next((one for one in found if one is not None), None)
        return self.known[style, name]

    def _default(self, name: str) -> Element | None:
        return None if self.styles.defaults is None else child(self.styles.defaults, name)
