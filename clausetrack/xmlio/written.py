"""The lines that `xmlio.write` writes: the patterns by which `xmlio.wording` knows them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from clausetrack.model import Run, Runs
from clausetrack.xmlio import NAMESPACE

KNOWN = 1 << 16  # lines and wordings kept: versions of an agreement share most of theirs

_VALUE = r'"([^"<>\t\n]*)"'
_SOME = r'"[^"<>\t\n]*"'
_AT = r'"[0-9]+"'
_PLACE = (
    rf"(?: file={_SOME})?(?: line={_AT})?(?: page={_AT})?(?: part={_SOME})?(?: paragraph={_AT})?"
    rf"(?: start={_AT})?"
)
_LEAF = rf'(?: generated="true")?{_PLACE}'
_TARGET = rf"(?:clause|quoted|cites)={_SOME}"
_MARKED = (
    r"((?:[^<>]++"
    r'|<quantity value="-?[0-9.]+" unit="[\w/]+">[^<>]*</quantity>'
    r'|<date date="[0-9]{4}-[0-9]{2}-[0-9]{2}">[^<>]*</date>'
    rf'|<ref kind="[a-z]+"(?: instrument={_SOME})?(?: why={_SOME})?(?: {_TARGET})?>'
    rf"(?:<to {_TARGET}/>)*+[^<>]*</ref>)*+)"
)
ROOT = re.compile(
    rf'<document xmlns="{NAMESPACE}" kind="(agreement|terms)"(?: agreement={_VALUE})?'
    rf"(?: version={_VALUE})?(?: file={_VALUE})?(?: part={_SOME})? read={_AT}>"
)
FRAGMENT = re.compile(rf"\s*<fragment id={_VALUE} item={_VALUE}/>")
META = re.compile(rf"(?: *<title>([^<>]*)</title>)?((?:\s*<fragment id={_SOME} item={_SOME}/>)*)")
_UNIT = (
    rf' *<(\w+) id={_VALUE}(?: key={_VALUE})?( inferred="true")?( citable="false")?'
    rf"(?: scope={_VALUE})?{_PLACE}(?: end={_AT})?(?: parent={_VALUE})?(/?)>"
)
_LEAVES = {
    "num": rf" *<num(?: value={_VALUE})?(?:/>|{_LEAF}>([^<>]*)</num>)",
    "heading": rf" *<heading{_LEAF}>{_MARKED}</heading>",
    "content": rf" *<content><p{_LEAF}>{_MARKED}</p></content>",
    "column": r' *<column role="([a-z]+)"(?: start="([0-9-]+)")?(?: end="([0-9-]+)")?'
    r"(?:/>|>([^<>]*)</column>)",
}
ROW = re.compile(rf" *<tr(?: key={_SOME})?>")
#: The beginning of a clause and all that it says itself, which is text, with the ends of the
#: elements behind that. Its groups are those of the lines that it is made of, and these ends.
CLAUSE = re.compile(
    rf"{_UNIT}\n(?:{_LEAVES['num']}\n)?(?:{_LEAVES['heading']}\n)?(?:{_LEAVES['content']}\n)?"
    r"(?! *<(?:num|heading|content|grid)\b)((?: *</(?!body)\w+>\n)*)"
)
END = re.compile(r"/(\w+)")
WORDING = re.compile(rf" *<quotedStructure fragment={_VALUE}>")
CELL = re.compile(
    rf'<(t[hd])(?: colspan="([0-9]+)")?(?: rowspan="([0-9]+)")?{_LEAF}(?:/>|>{_MARKED}</\1>)'
)
GRID = re.compile(r' *<grid(?: headerRows="([0-9]+)")?(/?)>')
_NAME = re.compile(r" *<(/?\w+)")
_TAG = re.compile(r"<[^<>]*>")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#9": "\t", "#10": "\n", "#13": "\r"}
ENTITY = re.compile(rf"&({'|'.join(_ENTITIES)});")
ORDER = ("num", "heading", "content", "grid")  # of what a clause says itself


@cache
def unit() -> re.Pattern[str]:
    """The beginning of a clause."""
    return re.compile(_UNIT)


@cache
def leaf(name: str) -> re.Pattern[str] | None:
    """A line of a clause's own wording or of its table, by the name of the element."""
    pattern = _LEAVES.get(name)
    return None if pattern is None else re.compile(pattern)


@lru_cache(KNOWN)
def plain(marked: str) -> Runs:
    """Text, of which some may be marked as what it means, as one run."""
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
