"""The colour of words and of what is behind them, as far as the file says what that is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from clausetrack.ooxml.names import Element, child, value, w
from clausetrack.ooxml.printed_as import Around, Settings
from clausetrack.ooxml.theme import Theme

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE = "FFFFFF"
#: What of a run's own settings lays another colour behind it: a style of its own may, too.
_GROUNDS = ("highlight", "shd", "rStyle")
_DOTS = re.compile(r"pct(\d+)")
_NEAR = 16  # of 255: two shades that nobody tells apart
_FAINT = 1.25  # a contrast with which nobody reads words
_HIGHLIGHTS = {
    "white": _WHITE, "black": "000000", "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF",
    "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000", "darkBlue": "000080",
    "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
#: What fills the letters of words, in place of their colour.
FILL = f"{_W14}textFill"
_IN_FILL = {"bg1": "background1", "tx1": "text1", "bg2": "background2", "tx2": "text2"}
_CLEAR = 80_000  # of 100,000: letters that let so much through are not seen


@dataclass
class Shades:
    """How the runs of a package are coloured.

    `filled` says that some have a fill of their own; `known` has what is behind the runs of a
    paragraph that have no ground of their own.
    """

    settings: Settings
    theme: Theme
    filled: bool = False
    known: dict[Element, str] = field(default_factory=dict)
    pairs: dict[Element, tuple[str, str]] = field(default_factory=dict)

    def is_unseen(self, run: Element | None, around: Around) -> bool:
        """Has a run the colour of what is behind it?"""
        if run is None:
            return False
        fill = self._fill_of(run, around)
        if fill is not None and _lets_through(fill):
            return True
        self.pairs[run] = self._pair(run, around, fill)
        return _near(*self.pairs[run])

    def is_faint(self, run: Element | None, _: Around) -> bool:
        """Is a run, of which it was asked whether it is unseen, so pale on white that nobody reads
        it?"""
        if run is None:
            return False
        colour, behind = self.pairs.get(run, ("", ""))
        return behind == _WHITE and _pale(colour) and not _near(colour, behind)

    def is_pale(self, said: Element) -> bool:
        """Is a colour so pale?"""
        return _pale(self._colour(said))

    def _fill_of(self, run: Element, around: Around) -> Element | None:
        return self.settings.of_run(run, around, FILL) if self.filled else None

    def _pair(self, run: Element, around: Around, fill: Element | None) -> tuple[str, str]:
        """The colour of a run and that of what is behind it; "" for what nobody knows."""
        said = self.settings.of_run(run, around, "color")
        colour = self._filled(fill) if fill is not None else ""
        if not colour and said is not None:
            colour = self._colour(said)
        if not colour:  # black, where nothing says another one
            named = said is not None and said.get(w("val"), "auto") != "auto"
            marked = self.settings.styles.said(run, "highlight") == "black"
            return ("000000", "000000") if marked and not named else ("", "")
        own = child(run, "rPr")
        if own is not None and any(child(own, one) is not None for one in _GROUNDS):
            return colour, self._behind(run)
        paragraph = next(run.iterancestors(w("p")), run)
        if paragraph not in self.known:
            self.known[paragraph] = self._behind(run)
        return colour, self.known[paragraph]

    def _behind(self, run: Element) -> str:
        """The colour behind a run: its own, its paragraph's, its cell's, or the page's."""
        styles = self.settings.styles
        marked = styles.said(run, "highlight")
        if marked is not None and marked != "none":
            return _HIGHLIGHTS.get(marked, "")
        holders = [child(run, "rPr")]
        for outer in run.iterancestors(w("p"), w("tc"), w("tbl"), w("txbxContent"), w("document")):
            name = outer.tag.rpartition("}")[2]
            if name == "p":
                styled = styles.chain(value(outer, "pPr", "pStyle") or styles.default)
                holders += [child(outer, "pPr"), *(child(style, "pPr") for style in styled)]
            elif name == "tc":
                holders.append(child(outer, "tcPr"))
            elif name == "tbl":
                chain = styles.chain(value(outer, "tblPr", "tblStyle"))
                shading = (node for style in chain for node in style.iter(w("shd")))
                if any(self._fill(node) != _WHITE for node in shading):
                    return ""  # some rows or columns are shaded, and which ones is not looked up
            elif name == "txbxContent" or child(outer, "background") is not None:
                return ""  # a shape or a page of another colour
            for holder in holders:
                found = None if holder is None else child(holder, "shd")
                if found is not None and not _is_clear(found):
                    return self._fill(found)
            holders = []
        return _WHITE

    def _colour(self, said: Element, name: str = "val", of: str = "theme") -> str:
        """A colour as six digits; "" where the reader's screen says it.

        What the theme says (attributes that begin with `of`) counts before what `name` says.
        """
        named = said.get(w("themeFill" if of == "themeFill" else "themeColor"), "")
        colour = self.theme.colours.get(named, "")
        if not _HEX.fullmatch(colour):
            colour = said.get(w(name), "")
            return colour if _HEX.fullmatch(colour) else ""
        parts = _shades(colour)
        if (shade := _share(said.get(w(f"{of}Shade")))) is not None:
            parts = [part * shade // 255 for part in parts]
        if (tint := _share(said.get(w(f"{of}Tint")))) is not None:
            parts = [255 - (255 - part) * tint // 255 for part in parts]
        return "".join(f"{part:02X}" for part in parts)

    def _fill(self, shading: Element) -> str:
        """The colour of a shading, of dots what they look like; "" of other patterns."""
        pattern = shading.get(w("val"), "clear")
        dots = 100 if pattern == "solid" else 0
        if found := _DOTS.fullmatch(pattern):
            dots = min(int(found[1]), 100)
        elif pattern not in {"clear", "nil", "solid"}:
            return ""
        ground = self._colour(shading, "fill", "themeFill") or _WHITE
        drawn = self._colour(shading, "color") or "000000"
        mixed = (one * dots + other * (100 - dots)
                 for one, other in zip(_shades(drawn), _shades(ground), strict=True))  # fmt: skip
        return "".join(f"{part // 100:02X}" for part in mixed)

    def _filled(self, fill: Element) -> str:
        """The colour of what fills letters; "" where it is not one colour."""
        solid = fill.find(f"{_W14}solidFill")
        if solid is None or not len(solid):
            return ""
        name = solid[0].get(f"{_W14}val", "")
        colour = self.theme.colours.get(_IN_FILL.get(name, name), name)
        return colour if _HEX.fullmatch(colour) and not len(solid[0]) else ""


def _lets_through(fill: Element) -> bool:
    """Are letters that are filled so not there to be seen?"""
    if fill.find(f"{_W14}noFill") is not None:
        return True
    said = (node.get(f"{_W14}val", "") for node in fill.iter(f"{_W14}alpha"))
    return any(one.isdigit() and int(one) >= _CLEAR for one in said)


def _is_clear(shading: Element) -> bool:
    """Does a shading leave what is behind it as it is?"""
    if shading.get(w("val"), "clear") not in {"clear", "nil"}:
        return False
    return shading.get(w("fill"), "auto") == "auto" and shading.get(w("themeFill")) is None


def _share(text: str | None) -> int | None:
    """The two digits of a shade or a tint."""
    try:
        return int(text, 16) & 0xFF if text else None
    except ValueError:
        return None


def _shades(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in range(0, len(colour), 2)]


@cache
def _near(colour: str, other: str) -> bool:
    """Are two colours one to the eye? Not where either is not known."""
    pairs = zip(_shades(colour), _shades(other), strict=False)
    return bool(colour and other) and all(abs(one - two) < _NEAR for one, two in pairs)


@cache
def _pale(colour: str) -> bool:
    """Is the contrast of a colour with white, as WCAG 2 reckons it, too small to read by?"""
    parts = [part / 255 for part in _shades(colour)]
    lit = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), lit, strict=False))
    return bool(colour) and 1.05 / (light + 0.05) < _FAINT
