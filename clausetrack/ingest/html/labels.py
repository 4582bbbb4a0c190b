"""The labels that a browser prints before list items and headings: counters of HTML and CSS.

`ol` and `li` count by their own `type`, `start`, `reversed` and `value`; style sheets may count
anything else (`counter-reset`, `counter-increment`, `content: "(" counter(name, lower-alpha) ")"`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clausetrack import numbering
from clausetrack.ingest.html.styles import Element, Properties, Styles

_ITEM = "list-item"
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman",
          "I": "upper-roman"}  # fmt: skip
_BULLETS = {"disc", "circle", "square", "none", "disclosure-open", "disclosure-closed"}
_CONTENT = re.compile(
    r"""(?P<quote>["'])(?P<text>.*?)(?P=quote)"""
    r"""|counter\(\s*(?P<name>[\w-]+)\s*(?:,\s*(?P<style>[\w-]+)\s*)?\)"""
    r"""|counters\(\s*(?P<names>[\w-]+)\s*,\s*["'](?P<between>[^"']*)["']\s*(?:,\s*(?P<styles>[\w-]+)\s*)?\)"""
    r"""|attr\(\s*(?P<attribute>[\w-]+)\s*\)"""
)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
#: Generated text that numbers what it stands before: decoration (arrows, bullets) does not.
_LABEL = re.compile(r"[\[(]?(?:\w{1,12}\s)?[\dA-Za-z]+(?:\.[\dA-Za-z]+)*[\])]?[.:)]?")


@dataclass
class Counters:
    """The counters of CSS while a page is walked: each name with its open instances."""

    styles: Styles
    open: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def enter(self, element: Element, style: Properties, depth: int) -> None:
        """Reset and increase the counters that `element` names."""
        tag = element.tag
        if tag in {"ol", "ul", "menu"}:
            self._reset(_ITEM, _before_first(element), depth)
        for name, value in _pairs(style.get("counter-reset", ""), 0):
            self._reset(name, value, depth)
        increments = f"{style.get('counter-increment', '')} {self.styles.steps(element)}"
        steps = dict(_pairs(increments, 1))
        if tag == "li" and _ITEM not in steps:
            parent = element.getparent()
            backwards = parent is not None and parent.get("reversed") is not None
            steps[_ITEM] = -1 if backwards else 1
        for name, step in steps.items():
            instances = self.open.setdefault(name, [])
            if not instances:
                instances.append((depth, 0))
            instances[-1] = (instances[-1][0], instances[-1][1] + step)
        own = _whole(element.get("value")) if tag == "li" else None
        if own is not None:
            instances = self.open[_ITEM]
            instances[-1] = (instances[-1][0], own)

    def leave(self, depth: int) -> None:
        """Forget the counters that began inside the element at `depth`."""
        for instances in self.open.values():
            while instances and instances[-1][0] > depth:
                instances.pop()

    def _reset(self, name: str, value: int, depth: int) -> None:
        instances = self.open.setdefault(name, [])
        while instances and instances[-1][0] >= depth:
            instances.pop()
        instances.append((depth, value))

    def label(self, element: Element, kind: str) -> str:
        """What is printed before `element`: `kind` is its list style where it is a list item.

        "" for a bullet, and for what numbers nothing.
        """
        content = self.styles.marker(element)
        if content and content not in {"none", "normal"}:
            made = self._generated(content, element).strip()
            if re.search(r"counters?\(|attr\(", content):
                return made if _LABEL.fullmatch(made) else ""
            if re.fullmatch(r"\([a-z]{1,4}\)|\d+(?:\.\d+)*\.?", made):
                return made
        if not kind or kind in _BULLETS or kind[0] in "\"'":
            return ""
        instances = self.open.get(_ITEM, [])
        own = self.styles.counter_styles.get(kind)
        value = instances[-1][1] if instances else 0
        if own is None:
            number = counted(value, kind)
            return f"{number}." if number else ""
        base = own.get("system", "").replace("extends", "").strip() or "decimal"
        prefix, suffix = _string(own.get("prefix", "")), _string(own.get("suffix", '". "'))
        return f"{prefix}{counted(value, base)}{suffix}".strip()

    def _generated(self, content: str, element: Element) -> str:
        out = ""
        for found in _CONTENT.finditer(content):
            if found["name"]:
                instances = self.open.get(found["name"], [])
                out += counted(instances[-1][1] if instances else 0, found["style"] or "decimal")
            elif found["names"]:
                values = [value for _, value in self.open.get(found["names"], [(0, 0)])]
                how = found["styles"] or "decimal"
                out += found["between"].join(counted(value, how) for value in values)
            elif found["attribute"]:
                out += element.get(found["attribute"]) or ""
            else:
                out += _unescaped(found["text"] or "")
        return out


def list_style(element: Element, style: Properties, above: Properties) -> str:
    """The list style of an `li`: its own, that of its list, or the default of its list's tag."""
    parent = element.getparent()
    tag = "" if parent is None else parent.tag
    for node, css in ((element, style), (parent, above)):
        if chosen := css.get("list-style-type"):
            return chosen if chosen[0] in "\"'" else chosen.lower()
        if node is not None and (kind := node.get("type")):
            return _TYPES.get(kind, kind.lower())
    return "decimal" if tag == "ol" else "disc"


def counted(value: int, style: str) -> str:
    """A number as a browser prints it in a list style; "" for the styles of bullets."""
    if style in _BULLETS:
        return ""
    if style == "decimal-leading-zero":
        return f"{value:02d}"
    if style in {"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"} and value > 0:
        letters = numbering.to_letters(value)
        return letters.upper() if style.startswith("upper") else letters
    if style in {"lower-roman", "upper-roman"} and 0 < value < 4000:
        roman = numbering.to_roman(value)
        return roman.upper() if style.startswith("upper") else roman
    return str(value)


def _before_first(element: Element) -> int:
    """The value from which the first item of a list is counted."""
    start = _whole(element.get("start"))
    if element.get("reversed") is not None:
        items = sum(child.tag == "li" for child in element)
        return (items if start is None else start) + 1
    return 0 if start is None else start - 1


def _pairs(text: str, default: int) -> list[tuple[str, int]]:
    """"a 3 b" -> a: 3, b: the default."""
    out: list[tuple[str, int]] = []
    for word in text.split():
        if (value := _whole(word)) is not None and out:
            out[-1] = (out[-1][0], value)
        elif word != "none":
            out.append((word, default))
    return out


def _whole(text: str | None) -> int | None:
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(found[1]) if found else None


def _string(text: str) -> str:
    return _unescaped(text.strip().strip("\"'"))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda m: chr(min(int(m[1], 16), 0xFFFD)) if m[1] else m[2], text)
