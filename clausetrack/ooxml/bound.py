"""Content controls that are bound to data of the file: Word shows the data, and not their text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.errors import InvalidXml
from clausetrack.ooxml.names import Element, child, paragraphs, w
from clausetrack.ooxml.package import Package, relationships
from clausetrack.ooxml.text import paragraph_text

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
#: A path as Word writes it, step by step from the root; no other one is followed.
_STEP = re.compile(r"/(?P<at>@)?(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?:\[(?P<nth>\d+)\])?")
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]*)['\"]")
#: Of these the data is no text as it is shown: a day, a tick, a picture, an entry of a list.
_OTHERWISE = frozenset(("date", "picture", "checkbox", "dropDownList", "comboBox"))


def unlike_data(package: Package, root: Element) -> Iterator[tuple[Element, str, str]]:
    """Each control of a part whose text is not the data that it is bound to: it, text and data."""
    data: dict[str, Element] = {}
    for binding in root.iter(w("dataBinding")):
        data = data or _data(package)
        settings = binding.getparent()
        control = None if settings is None else settings.getparent()
        said = data.get(binding.get(w("storeItemID"), "").casefold())
        if settings is None or control is None or said is None:
            continue
        kinds = {str(node.tag).rpartition("}")[2] for node in settings}
        if kinds & _OTHERWISE or child(settings, "showingPlcHdr") is not None:
            continue
        held = child(control, "sdtContent")
        shown = "" if held is None else _shown(held)
        wanted = _at(said, binding.get(w("xpath"), ""), binding.get(w("prefixMappings"), ""))
        if wanted is not None and "".join(wanted.split()) != "".join(shown.split()):
            yield control, " ".join(shown.split()), " ".join(wanted.split())


def _shown(held: Element) -> str:
    inner = list(paragraphs(held))
    return " ".join(map(paragraph_text, inner)) if inner else paragraph_text(held)


def _data(package: Package) -> dict[str, Element]:
    """The roots of the data of a file, by the name that a control has for them."""
    out: dict[str, Element] = {}
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
