"""The lines that `xmlio.write` writes: the patterns by which `xmlio.wording` knows them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from clausetrack.lazily import pattern
from clausetrack.model import Run, Runs
from clausetrack.model import plain as plain_text
from clausetrack.xmlio import NAMESPACE

KNOWN = 1 << 16  # lines and wordings kept: versions of an agreement share most of theirs

_VALUE = r'"([^"<>\t\n]*)"'
_SOME = r'"[^"<>\t\n]*"'
_AT = r'"[0-9]++"'


class UnknownError(Exception):
    """Something that `xmlio.write` does not write."""


def expect(true: Any) -> None:
    """Raises UnknownError where something is not as `xmlio.write` has it."""
    if not true:
        raise UnknownError


def _may(*parts: str) -> str:
    """A pattern of parts that may be there, in order: as branches, which cost less than `?`."""
    return "".join(f"(?:{part}|)" for part in parts)


_PLACE = _may(
    f" file={_SOME}", f" line={_AT}", f" page={_AT}", f" part={_SOME}", f" paragraph={_AT}",
    f" start={_AT}",
)  # fmt: skip
_GENERATED = _may(' generated="true"')
_LEAF = _GENERATED + _PLACE
_TARGET = rf"(?:clause|quoted|cites)={_SOME}"
_MARKED = (
    r"((?:[^<]++"
    r'|<quantity value="-?[0-9.]+" unit="[\w/]+">[^<]*</quantity>'
    r'|<date date="[0-9]{4}-[0-9]{2}-[0-9]{2}">[^<]*</date>'
    rf'|<ref kind="[a-z]+"{_may(f" instrument={_SOME}", f" why={_SOME}", f" {_TARGET}")}>'
    rf"(?:<to {_TARGET}/>)*+[^<]*</ref>)*+)"
)
ROOT = pattern(
    rf'<document xmlns="{NAMESPACE}" kind="(agreement|terms)"(?: agreement={_VALUE})?'
    rf"(?: version={_VALUE})?(?: file={_VALUE})?(?: part={_VALUE})? read={_AT}>"
)
FRAGMENT = pattern(rf"\s*<fragment id={_VALUE} item={_VALUE}/>")
META = pattern(rf"(?: *<title>([^<]*)</title>)?((?:\s*<fragment id={_SOME} item={_SOME}/>)*)")
_LEAVES = {
    "num": rf" *<num{_may(f' value={_VALUE}')}(?:/>|{_LEAF}>([^<]*)</num>)",
    "heading": rf" *<heading{_LEAF}>{_MARKED}</heading>",
    "content": rf" *<content><p{_LEAF}>{_MARKED}</p></content>",
    "column": r' *<column role="([a-z]+)"(?: start="([0-9-]+)")?(?: end="([0-9-]+)")?'
    r"(?:/>|>([^<]*)</column>)",
}
#: The element that a clause begins with and, where that is text alone, what it says up to the next
#: one: its own lines, and the ends of elements behind them. The last group is these ends.
CLAUSE = pattern(
    rf" *<(\w+) id={_VALUE}"
    + _may(f" key={_VALUE}", '( inferred="true")', '( citable="false")', f" scope={_VALUE}")
    + _PLACE
    + _may(f" end={_AT}", f" parent={_VALUE}")
    + "(?P<empty>/?)>(?:\n"
    + _may(*(f"{_LEAVES[name]}\n" for name in ("num", "heading", "content")))
    + r'(?P<ends>(?: *</\w+>\n)*)(?= *<\w+ id="|\Z))?'
)
END = pattern(r"/(\w+)")
WORDING = pattern(rf" *<quotedStructure fragment={_VALUE}>")


def _cell(name: str, ends: str, span: str) -> str:
    """A cell without its place, of an element with such a name, and such numbers in its spans."""
    spans = _may(f' colspan="{span}"', f' rowspan="{span}"')
    return rf"<{name}{spans}{_GENERATED}(?:/>|>{_MARKED}</{ends}>)"


_WHOLE = _cell("(t[hd])", r"\1", "[0-9]+")
#: A row of which the places have been taken out, and what a cell of such a row says.
ROW = pattern(rf" *<tr(?: key={_SOME})?>(?:{_WHOLE})*+</tr>")
CELL = pattern(_cell("t[hd]", "t[hd]", "([0-9]+)"))
#: Where the places of cells are, behind what says something of them, which is kept by a split.
PLACED = pattern(
    rf"(<t[hd]{_may(' colspan=' + _AT, ' rowspan=' + _AT)}{_GENERATED}){_PLACE}(?=/?>)"
)
_STANDING = _PLACE + _may(f" end={_AT}")


def _finding(value: str, words: str) -> str:
    """A finding: its code, severity and clause, such values, its message and quotation, such words.
    """
    return (
        rf" *<finding code={value} severity={value}(?: clause={value})?><message>{words}</message>"
        rf"(?:<quote>{words}</quote>)?(?:<source{_STANDING}/>)?</finding>\n"
    )


FINDING = pattern(_finding(_VALUE, "([^<]*)"))
#: A text that was left out: why, where it stood, and what it says.
LEFT_OUT = pattern(rf" *<leftOut why={_VALUE}({_STANDING})(?:/>|>([^<]*)</leftOut>)\n")
_LEFT_OUT = rf" *<leftOut why={_SOME}{_STANDING}(?:/>|>[^<]*</leftOut>)\n"
#: All that stands behind the body; its groups are the findings, and the texts that were left out.
#: Inside a group that may not be there none is possessive: Python 3.11.2 then finds nothing.
REST = pattern(
    rf"(?:  <findings>\n((?:{_finding(_SOME, '[^<]*')})*)  </findings>\n)?"
    rf"(?:  <coverage>\n((?:{_LEFT_OUT})*)(?: *<mark{_STANDING}/>\n)*  </coverage>\n)?"
    r"</document>\n"
)
ATTRIBUTE = pattern(rf" (\w+)={_VALUE}")
GRID = pattern(r' *<grid(?: headerRows="([0-9]+)")?(/?)>')
_NAME = pattern(r" *<(/?\w+)")
_TAG = pattern(r"<[^>]*>")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#9": "\t", "#10": "\n", "#13": "\r"}
ENTITY = pattern(rf"&({'|'.join(_ENTITIES)});")
ORDER = ("num", "heading", "content", "grid")  # of what a clause says itself


@cache
def leaf(name: str) -> re.Pattern[str] | None:
    """A line of a clause's own wording or of its table, by the name of the element."""
    line = _LEAVES.get(name)
    return None if line is None else re.compile(line)


def plain(marked: str | None) -> Runs:
    """Text, of which some may be marked as what it means, as one run."""
    if not marked:
        return ()
    words = text(_TAG.sub("", marked) if "<" in marked else marked)
    return (Run(words),) if words else ()


def text(escaped: str) -> str:
    """What is meant by text as it stands in XML."""
    if "&" not in escaped:
        return escaped
    return ENTITY.sub(lambda entity: _ENTITIES[entity[1]], escaped)


def name(line: str) -> str:
    """The name of the element that a line begins with; of one that it ends, with a slash."""
    named = _NAME.match(line)
    return named[1] if named else ""


def number(value: str | None, label: Runs) -> str:
    """The number of a clause, which is its label unless the element says another."""
    return plain_text(label) if value is None else text(value)
