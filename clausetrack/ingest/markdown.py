"""The mark-up inside Markdown: links, notes, tags and entities, and what is no part of the text.

Each mark takes characters out of a line. What a reader of the printed page does not see but may
need (the address of a link, the mark of a note, a comment) is left out with the reason.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from clausetrack.ingest import listed, raised
from clausetrack.ingest.characters import NOT_XML
from clausetrack.ingest.text_layout import BULLET, CONTENTS, LABEL
from clausetrack.reasons import ADDRESS, COMMENT, FOOTNOTE, FOOTNOTE_MARK

PICTURE = "what is said of a picture"

#: What is surely an address, and no words in brackets: "https:...", "#pay", "../pay.md".
_TARGET = (
    r"(?:[a-z][a-z0-9+.-]{1,15}:|#|\.{0,2}/|www\.|[\w%/-]+\.(?:md|html?|pdf|docx?|xlsx?|php|aspx)\b)"
    r"(?:[^\s()<>]|\([^\s()<>]*\))*"
)
_TITLE = r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?"
_LINK = re.compile(
    rf"(?<!\\)(?P<open>!?\[)(?P<words>(?:\\.|[^\[\]\\])*)\]\(<?(?P<to>{_TARGET}{_TITLE})>?[ \t]*\)",
    re.I,
)
_REFERENCE = re.compile(
    r"(?<![\\\]])\[(?P<words>(?:\\.|[^\[\]\\^])(?:\\.|[^\[\]\\])*)\](?:\[(?P<to>[^\[\]]*)\])?(?![(:])"
)
_AUTOMATIC = re.compile(
    r"(?<!\\)<(?:[a-z][a-z0-9+.-]{1,15}:[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>", re.I
)
_DEFINED = re.compile(
    rf"[ ]{{0,3}}\[(?P<name>[^\[\]^][^\[\]]*)\]:[ \t]*<?(?P<to>{_TARGET}{_TITLE})>?[ \t]*$", re.I
)
_NOTE = re.compile(r"[ ]{0,3}\[\^(?P<name>[^\s\[\]]+)\]:[ \t]*")
_NOTED = re.compile(r"(?<!\\)\[\^(?P<name>[^\s\[\]]+)\]")
_INSIDE = re.compile(r"(?: {4}|\t)\s*\S")
_COMMENT_OPENS, _COMMENT_CLOSES = "<!--", "-->"
#: Tags inside a line; those of tables and lists are left as they stand, since they order the text.
_TAG = re.compile(
    r"(?<!\\)(?:(?<![ \t])[ \t]*<br[ \t]*/?>[ \t]*"
    r"|<(?P<close>/?)(?P<name>b|strong|i|em|u|ins|sup|sub|span|a|small|big|font|mark|wbr|abbr|"
    r"cite|p|div|center)(?P<said>[ \t][^<>]*)?/?>)",
    re.I,
)
_HREF = re.compile(r"href[ \t]*=[ \t]*([\"'])(?P<to>[^\"']+)\1", re.I)
_KINDS = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "u": "u"}
_ENTITY = re.compile(r"(?<!\\)&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)
_BLANKS = " \t"
#: What stands before the meaning of a term, or the caption of a table.
MEANING = re.compile(r"[ ]{0,3}:[ \t]+(?=\S)")
_ORDERED = re.compile(r"(?P<indent>[ \t]*)(?P<label>(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")
_NAMED = re.compile(r"\{[#.][^{}]*\}\Z")
_ENTRY = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])?\s*\[[^\[\]]+\]\(#[^\s()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that are taken out: what they turn on or off, and what is printed for them.

    With `why` they are left out and no mark-up. What follows is raised or lowered by `sign`.
    """

    start: int
    end: int
    toggles: frozenset[str] = frozenset()
    shown: str = ""
    why: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of lists in lists: its number, and where that stands; how deep, in which list."""

    label: str
    start: int
    end: int
    level: int
    series: int


@dataclass(frozen=True, slots=True)
class Known:
    """The notes and the links whose texts and addresses a file gives, by their names."""

    notes: frozenset[str]
    links: frozenset[str]


def known(physical: Sequence[str]) -> Known:
    """The names that lines of a file define."""
    likely = [line for line in physical if "]:" in line]
    notes = (found["name"] for line in likely if (found := _NOTE.match(line)))
    links = (_name(found["name"]) for line in likely if (found := _DEFINED.match(line)))
    return Known(frozenset(notes), frozenset(links))


def is_named(file: str) -> bool:
    """Does the name of a file say that it is Markdown?"""
    return PurePath(file).suffix.lower() in {".md", ".markdown"}


def apart(physical: Sequence[str]) -> dict[int, tuple[int, str]]:
    """The lines that are no text, by index: where what is left out begins, and why.

    Such are the notes with what is set in below them, the addresses of links, and a list of three
    links and more into the file itself.
    """
    out: dict[int, tuple[int, str]] = {}
    inside = blank = False
    for at, line in enumerate(physical):
        if not line.strip():
            blank = True
            continue
        likely = "]:" in line
        if likely and (found := _NOTE.match(line)):
            out[at], inside = (found.end(), FOOTNOTE), True
        elif (
            inside
            and _INSIDE.match(line)
            and not (blank and (LABEL.match(line) or BULLET.match(line)))
        ):
            out[at] = 0, FOOTNOTE
        else:
            inside = False
            if likely and (found := _DEFINED.match(line)):
                out[at] = found.start("to"), ADDRESS
        blank = False
    return out | dict.fromkeys(_contents(physical), (0, CONTENTS))


def _contents(physical: Sequence[str]) -> Iterator[int]:
    if not any("](#" in line for line in physical):
        return
    filled = [at for at, line in enumerate(physical) if line.strip()]
    run: list[int] = []
    for nth, at in enumerate([*filled, len(physical)]):
        if at < len(physical) and _ENTRY.match(physical[at]):
            run.append(nth)
            continue
        if len(run) >= 3:
            above = [filled[run[0] - 1]] if run[0] else []
            yield from (one for one in above if listed.is_contents_title(physical[one]))
            yield from (filled[one] for one in run)
        run = []


def items(physical: Sequence[str]) -> dict[int, Item]:
    """The items of lists of whole numbers that hold such lists, by index.

    What is set in says how deep an item stands. A list with "1." before each item is counted, as a
    viewer counts it; another that does not count on is left as it is.
    """
    out: dict[int, Item] = {}
    group: dict[int, Item] = {}
    #: How far each list is set in, the number of its last item, and what is printed before that.
    open_: list[list[int]] = []
    counts, ones = True, False
    for at, line in enumerate([*physical, "end"]):
        found = _ORDERED.match(line) if line.lstrip()[:1].isdigit() else None
        if found is None:
            if line.strip() and not line[:1].isspace():
                if counts and (ones or any(item.level for item in group.values())):
                    out |= group
                group, open_, counts, ones = {}, [], True, False
            continue
        indent, number = len(found["indent"].expandtabs(4)), int(found["number"])
        while open_ and open_[-1][0] - 2 >= indent:
            open_.pop()
        if not open_ or indent >= open_[-1][0] + 2:
            open_.append([indent, 0, 0])
        last, printed = open_[-1][1:]
        again = number == printed == 1
        ones = ones or again
        follows = again or (number == last + 1 == printed + 1)
        counts = counts and follows and indent - open_[0][0] <= 4 * len(open_)
        open_[-1][1:] = last + 1, number
        series = min(group, default=at) + 1
        label = f"{last + 1}{found['label'][-1]}"
        group[at] = Item(label, *found.span("label"), len(open_) - 1, series)
    return out


def heading_end(line: str, start: int) -> int:
    """Where the words of a heading end, before closing marks and the name that it is given."""
    words = line[start:].rstrip(_BLANKS)
    at = words.rfind("{")
    if at >= 0 and _NAMED.match(words, at):
        words = words[:at].rstrip(_BLANKS)
    marked = words.rstrip("#")
    if marked != words and marked[-1:] in {" ", "\t"}:
        words = marked.rstrip(_BLANKS)
    return start + len(words) if words != line[start:].rstrip(_BLANKS) else len(line)


def marks(line: str, start: int, end: int, names: Known) -> list[Mark]:
    """The marks in `line[start:end]`, those of emphasis apart."""
    out: list[Mark] = []
    words = line[start:end].rstrip(_BLANKS)
    if words.endswith("\\") and not words.endswith("\\\\"):
        out.append(Mark(start + len(words[:-1].rstrip(_BLANKS)), end))
    if "[" in line:
        out += _links(line, start, end, names)
    if "<" in line:
        out += _comments(line, start, end)
        for found in _AUTOMATIC.finditer(line, start, end):
            out += [Mark(at, at + 1) for at in (found.start(), found.end() - 1)]
        out += _tags(line, start, end)
    if "&" in line:
        for found in _ENTITY.finditer(line, start, end):
            shown = _entity(found[0])
            if shown != found[0] and (shown.isprintable() or shown.isspace()):
                out.append(Mark(*found.span(), shown=shown))
    return out


def without_overlaps(found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks in order; what stands in a longer one (an underscore in an address) is no mark."""
    at = 0
    for mark in sorted(found, key=lambda one: (one.start, -one.end)):
        if mark.start >= at:
            yield mark
            at = mark.end


@cache
def _entity(text: str) -> str:
    return NOT_XML.sub("\ufffd", html.unescape(text))


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()


def _links(line: str, start: int, end: int, names: Known) -> Iterator[Mark]:
    for found in _LINK.finditer(line, start, end):
        if found["open"] == "![":
            yield Mark(*found.span(), why=PICTURE)
            continue
        yield Mark(found.start(), found.end("open"))
        yield Mark(found.end("words"), found.start("to"))
        yield Mark(*found.span("to"), why=ADDRESS)
        yield Mark(found.end("to"), found.end())
    for found in _NOTED.finditer(line, start, end) if names.notes else ():
        if found["name"] in names.notes:
            yield Mark(*found.span(), why=FOOTNOTE_MARK)
    for found in _REFERENCE.finditer(line, start, end) if names.links else ():
        if _name(found["to"] or found["words"]) in names.links:
            yield Mark(found.start(), found.start() + 1)
            yield Mark(found.end("words"), found.end())


def _comments(line: str, start: int, end: int) -> Iterator[Mark]:
    at = line.find(_COMMENT_OPENS, start, end)
    while at >= 0:
        close = line.find(_COMMENT_CLOSES, at + len(_COMMENT_OPENS), end)
        if close < 0:
            return
        close += len(_COMMENT_CLOSES)
        yield Mark(at, close, why=COMMENT)
        at = line.find(_COMMENT_OPENS, close, end)


def _tags(line: str, start: int, end: int) -> Iterator[Mark]:
    """The tags; only those with a partner in the line turn an emphasis on and off."""
    open_: list[tuple[re.Match[str], str]] = []
    names: Counter[str] = Counter()
    paired: dict[int, str] = {}
    tags = list(_TAG.finditer(line, start, end))
    for found in tags:
        name = (found["name"] or "").lower()
        if not found["close"]:
            open_.append((found, name))
            names[name] += 1
        elif names[name]:
            names[name] -= 1
            while open_[-1][1] != name:
                names[open_.pop()[1]] -= 1
            paired |= {open_.pop()[0].start(): name, found.start(): name}
    for found in tags:
        name = paired.get(found.start(), "")
        if found["name"] is None:
            yield Mark(*found.span(), shown="\n")
        elif (address := _HREF.search(found["said"] or "")) is not None:
            at = found.start("said")
            yield Mark(found.start(), at + address.start("to"))
            yield Mark(at + address.start("to"), at + address.end("to"), why=ADDRESS)
            yield Mark(at + address.end("to"), found.end())
        else:
            sign = raised.SIGNS.get(name, "")
            kind = frozenset(_KINDS.get(name, ""))
            yield Mark(*found.span(), kind, sign=" " if sign and found["close"] else sign)
