"""Content controls that are bound to data of the file: Word shows the data, and not their text."""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterator

from clausetrack.errors import InvalidXml
from clausetrack.ooxml.controls import BINDINGS, W15
from clausetrack.ooxml.names import Element, child, paragraphs, value, w
from clausetrack.ooxml.package import Package, relationships
from clausetrack.ooxml.text import paragraph_text
from clausetrack.xmlio import parse_xml

_DS = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
_ID = f"{_DS}itemID"
#: The properties of the file: the kinds of their parts, and what controls call them.
_PROPERTIES = {
    "core-properties": "{6c3c8bc8-f283-45ae-878a-bab7291924a1}",
    "extended-properties": "{6668398d-a668-4e3e-a5eb-62b293d839f1}",
}
#: A path as Word writes it, step by step from the root; no other one is followed.
_STEP = re.compile(r"/(?P<at>@)?(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?:\[(?P<nth>\d+)\])?")
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]*)['\"]")
#: Of these the data is no text: a picture, and a tick.
_OTHERWISE = frozenset(("picture", "checkbox"))
_LISTS = ("dropDownList", "comboBox")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NOT_FOLLOWED = "data at a path that is not followed"


def unlike_data(package: Package, root: Element) -> Iterator[tuple[Element, str, str]]:
    """Each control of a part whose text is not the data that it is bound to: it, text and data."""
    data: dict[str, Element] = {}
    for binding in root.iter(*BINDINGS):
        data = data or _data(package)
        settings = binding.getparent()
        control = None if settings is None else settings.getparent()
        said = data.get(_of(binding, "storeItemID").casefold())
        if settings is None or control is None or said is None:
            continue
        kinds = {str(node.tag).rpartition("}")[2] for node in settings}
        if kinds & _OTHERWISE or child(settings, "showingPlcHdr") is not None:
            continue
        held = child(control, "sdtContent")
        shown = "" if held is None else _shown(held)
        path = _of(binding, "xpath")
        wanted = _at(said, path, _of(binding, "prefixMappings"))
        if wanted is None and "".join(step[0] for step in _STEP.finditer(path)) != path:
            wanted = f"{_NOT_FOLLOWED}: {''.join(map(str, said.itertext()))}"
        meant = None if wanted is None else _meant(settings, wanted)
        if meant is not None and not _alike(settings, meant, shown):
            yield control, " ".join(shown.split()), " ".join(meant.split())


def _of(binding: Element, name: str) -> str:
    return binding.get(w(name)) or binding.get(f"{W15}{name}") or ""


def _alike(settings: Element, data: str, shown: str) -> bool:
    """Are data what is shown, or the day that is?"""
    if "".join(data.split()) == "".join(shown.split()):
        return True
    kept = child(settings, "date")
    day = _DAY.match(data.strip())
    if kept is None or day is None:
        return False
    said = {int(number) for number in re.findall(r"\d+", shown)}
    form = value(kept, "dateFormat") or "dMy"
    year, month, at = map(int, day.groups())
    named = 0 < month < 13 and month_abbr[month].casefold() in shown.casefold()
    return (
        ("y" not in form or not said.isdisjoint((year, year % 100)))
        and ("M" not in form or month in said or named)
        and (not re.search("(?<!d)d{1,2}(?!d)", form) or at in said)
    )


def _meant(settings: Element, data: str) -> str:
    """What data print in a control: the entry of a list that they stand for, the text of a page."""
    entries = (entry for name in _LISTS for held in settings.iter(w(name)) for entry in held)
    for entry in entries:
        if entry.get(w("value")) == data:
            return entry.get(w("displayText")) or data
    if data.lstrip().startswith("<?xml") and "package" in data[:400]:
        try:
            page = parse_xml(data.encode(), "the data of a content control")
        except InvalidXml:
            return data
        return " ".join(map(paragraph_text, paragraphs(page)))
    return data


def _shown(held: Element) -> str:
    inner = list(paragraphs(held))
    return " ".join(map(paragraph_text, inner)) if inner else paragraph_text(held)


def _data(package: Package) -> dict[str, Element]:
    """The roots of the data of a file, by the name that a control has for them."""
    out: dict[str, Element] = {}
    for link in relationships(package, ""):
        name = _PROPERTIES.get(link.type.rpartition("/")[2])
        if name and link.target in package.parts:
            out[name] = package.xml(link.target)
    for link in relationships(package, package.document):
        if not link.type.endswith("/customXml") or link.target not in package.parts:
            continue
        for told in relationships(package, link.target):
            if told.type.endswith("/customXmlProps") and told.target in package.parts:
                try:
                    name = package.xml(told.target).get(_ID, "").casefold()
                    out[name] = package.xml(link.target)
                except InvalidXml:  # data of another program is its own affair
                    continue
    return out


def _at(root: Element, path: str, prefixes: str) -> str | None:
    """The text at a path; None where there is none, or the path is of another kind."""
    steps = list(_STEP.finditer(path))
    if not steps or "".join(step[0] for step in steps) != path:
        return None
    spaces = dict(_PREFIX.findall(prefixes))
    here: list[Element] = [root]
    for depth, step in enumerate(steps):
        prefix = step["prefix"]
        name = f"{{{spaces.get(prefix, '')}}}{step['name']}" if prefix else step["name"]
        if step["at"]:
            return here[0].get(name) if step is steps[-1] else None
        found = [node for node in (here if not depth else here[0]) if node.tag == name]
        nth = int(step["nth"] or 1)
        if not 0 < nth <= len(found):
            return None
        here = [found[nth - 1]]
    return "".join(map(str, here[0].itertext()))
