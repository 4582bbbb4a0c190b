"""The text of Word's equations: in one line, so that different equations read differently.

An equation is a tree of fractions, roots and powers, and its characters alone do not say which:
1/12 and 11/2 are both "112". What the tree says is put before and after the characters.

    a fraction 1/12, (a+1)/2 · a power 10^2 · an index x_1 · a root √2, [3]√(a+1) · brackets (a+1)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from clausetrack.ooxml.names import M_NS, Element, local, own_text, w


def _m(name: str) -> str:
    return f"{{{M_NS}}}{name}"


MATH_TEXT = _m("t")
_EQUATION = _m("oMath")
_VALUE = _m("val")
_SIMPLE = re.compile(r"\w+(?:[.,]\w+)*")

#: What stands before an argument, by the structure that it belongs to and its name.
_BEFORE = {
    ("f", "den"): "/", ("rad", "e"): "√",
    **{(name, "sup"): "^" for name in ("sSup", "sSubSup", "sPre", "nary")},
    **{(name, "sub"): "_" for name in ("sSub", "sSubSup", "sPre", "nary")},
    ("limLow", "lim"): "_", ("limUpp", "lim"): "^",
}  # fmt: skip
#: Structures that begin or end with a bare argument, which could run into what is beside it.
_OPEN = frozenset(("f", "rad", "sSup", "sSub", "sSubSup", "sPre", "limLow", "limUpp"))
_ARGUMENTS = frozenset(("num", "den", "e", "sup", "sub", "deg", "lim", "fName", "mr"))
#: The brackets, operator or accent of a structure, where it does not say which.
_DEFAULTS = {"begChr": "(", "endChr": ")", "sepChr": "|", "nary": "∫", "acc": "\u0302"}
_DEEP, _FAR = 12, 24  # levels above a character, and elements beside it, that are looked at


def equation_text(node: Element) -> str:
    """The characters of an m:t, with what the structures that begin and end there put around."""
    before, after = "", ""
    here, first, last = node, True, True
    for outer in islice(node.iterancestors(), _DEEP):
        first = first and _end(here) is node
        last = last and _end(here, reverse=True) is node
        if not (first or last):
            break
        name = _name(here)
        if name in _ARGUMENTS:
            lead, trail = _around(outer, here, name)
            before = lead * first + before
            after += trail * last
        elif name in _OPEN:
            before = " " * (first and _beside(here, reverse=True)[-1:].isalnum()) + before
            after += " " * (last and _beside(here)[:1].isalnum())
        if here.tag == _EQUATION:
            break
        here = outer
    return f"{before}{own_text(node)}{after}"


def _around(structure: Element, argument: Element, name: str) -> tuple[str, str]:
    """What stands before and after an argument of a structure."""
    kind = _name(structure)
    if kind in {"d", "m", "eqArr", "mr"}:
        near = argument.getprevious(), argument.getnext()
        first, last = (one is None or _name(one) != name for one in near)
        if kind == "d":
            opens, parts, closes = (_said(structure, one) for one in ("begChr", "sepChr", "endChr"))
        else:
            opens, closes = ("[", "]") if kind == "m" else ("", "")
            parts = ", " if kind == "mr" else "; "
        return opens if first else parts, closes if last else ""
    if kind == "rad" and name == "deg":
        return "[", "]"
    if kind in {"acc", "bar", "groupChr"}:
        return "", "\u0305" if kind == "bar" else _said(structure, "chr")
    lead = _BEFORE.get((kind, name), "")
    if kind == "nary" and _end(structure) is _end(argument):
        lead = _said(structure, "chr") + lead
    bracketed = (kind, name) in {("func", "e"), ("nary", "e")}
    if bracketed or (kind != "box" and not _is_simple(argument)):
        return f"{lead}(", ")"
    return lead, ""


def _said(structure: Element, name: str) -> str:
    """The character that the settings of a structure name; its default where they do not."""
    kind = _name(structure)
    settings = structure[0]  # which stand first, where there are any
    found = settings.find(_m(name)) if _name(settings) == f"{kind}Pr" else None
    default = _DEFAULTS.get(name) or _DEFAULTS.get(kind, "")
    return default if found is None else found.get(_VALUE, "")


def equations(paragraph: Element) -> list[bytes]:
    """The equations of a paragraph as they are written; of one that is plain text, nothing.

    What is plain text can be edited in its place.
    """
    return [b"" if all(part.tag == _m("r") for part in one)
            else etree.tostring(one, method="c14n", with_tail=False)
            for one in paragraph.iter(_EQUATION)]  # fmt: skip


def _is_simple(argument: Element) -> bool:
    """Is an argument one word or figure, which needs no brackets?"""
    if any(_name(one) not in {"r", "ctrlPr", "argPr"} for one in argument if _name(one)):
        return False
    return _SIMPLE.fullmatch("".join(map(own_text, argument.iter(MATH_TEXT)))) is not None


def _beside(structure: Element, *, reverse: bool = False) -> str:
    """The text right after a structure, or right before it."""
    here = structure
    near = here.getprevious() if reverse else here.getnext()
    parent = here.getparent()
    if near is None and parent is not None and parent.tag == _EQUATION:
        near = parent.getprevious() if reverse else parent.getnext()
    if near is None:
        return ""
    found = _end(near, reverse=reverse)
    return "" if found is None else own_text(found)


def _end(element: Element, *, reverse: bool = False) -> Element | None:
    """The first text element in an element, or its last one; None where none is near."""
    texts = {MATH_TEXT, w("t")}
    return next((one for one in islice(_walk(element, reverse), _FAR) if one.tag in texts), None)


def _walk(element: Element, reverse: bool) -> Iterator[Element]:
    """An element and what is in it, settings left out, from its beginning or from its end."""
    yield element
    for node in element.iterchildren(reversed=reverse):
        if isinstance(node.tag, str) and not node.tag.endswith("Pr"):
            yield from _walk(node, reverse)


def _name(element: Element) -> str:
    """The local name of an element of an equation; "" of any other."""
    tag = element.tag
    inside = isinstance(tag, str) and tag.startswith(_m("")) and not local(element)
    return str(tag)[len(M_NS) + 2 :] if inside else ""
