"""The colours and fonts that a Word file calls by their names in its theme."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from clausetrack.ooxml.names import A_NS, Element, child, w
from clausetrack.ooxml.package import Package, part_of

_A = f"{{{A_NS}}}"
#: What the names of a theme are where the file has none.
_PLAIN = {"lt1": "FFFFFF", "dk1": "000000"}
_SHORT = {"light1": "lt1", "dark1": "dk1", "light2": "lt2", "dark2": "dk2", "hyperlink": "hlink",
          "followedHyperlink": "folHlink"}  # fmt: skip
#: What the text and the ground of pages are called, and what they are unless the settings say.
_MAPPED = {"background1": ("bg1", "light1"), "text1": ("t1", "dark1"),
           "background2": ("bg2", "light2"), "text2": ("t2", "dark2")}  # fmt: skip


@dataclass(frozen=True)
class Theme:
    """The colours of a theme, as six digits by the names that runs use, and its two fonts."""

    colours: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)

    def font(self, name: str) -> str:
        """The font that "minorHAnsi" or such means; "" where the theme does not say."""
        return self.fonts.get(name[:5], "")


def theme(package: Package) -> Theme:
    """The theme of a package; black on white where it has none."""
    part = part_of(package, "theme")
    root = package.xml(part) if part else None
    own, fonts = dict(_PLAIN), dict[str, str]()
    for scheme in () if root is None else root.iter(f"{_A}clrScheme"):
        for node in scheme:
            if isinstance(node.tag, str) and len(node):
                own[node.tag.rpartition("}")[2]] = _digits(node[0])
    for kind in ("major", "minor"):
        for node in () if root is None else root.iter(f"{_A}{kind}Font"):
            latin = node.find(f"{_A}latin")
            fonts[kind] = "" if latin is None else latin.get("typeface", "")
    mapping = _mapping(package)
    colours = {**own, **{name: own.get(short, "") for name, short in _SHORT.items()}}
    for name, (key, usual) in _MAPPED.items():
        said = usual if mapping is None else mapping.get(w(key), usual)
        colours[name] = own.get(_SHORT.get(said, said), "")
    return Theme(colours, fonts)


def _digits(colour: Element) -> str:
    """A colour of the scheme; of one of the system what it was when the file was saved."""
    return colour.get("lastClr") or colour.get("val") or ""


def _mapping(package: Package) -> Element | None:
    part = part_of(package, "settings")
    return child(package.xml(part), "clrSchemeMapping") if part else None


@dataclass
class Themes:
    """The theme of a package, read when it is first asked for."""

    package: Package

    @cached_property
    def own(self) -> Theme:
        return theme(self.package)
