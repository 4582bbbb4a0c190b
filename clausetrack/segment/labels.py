"""What a line is before it has a place: a division, a number, a letter, a note, a bullet."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from clausetrack import numbering
from clausetrack.model import Line, Run, Runs, Source, Table, plain
from clausetrack.values import MONTH_IN_FULL

#: A number that stands in no list of numbers: "3 days", "2025 - 2027", "8.30 am", "0.25 FTTE".
_NOT_A_NUMBER = re.compile(
    r"\d[\d.]*\s+(?:FTTE|FTE|am\b|pm\b|%|per\b|cents?\b|days?\b|hours?\b|weeks?\b|months?\b|years?\b"
    r"|minutes?\b|dollars?\b|million\b|kilomet(?:re|er)s?\b|km\b)"
    # a day of the month has no dot: "4.3 May ..." is a clause
    # "T1.5 of the hourly rate": the multiples of time in which overtime is paid
    r"|T\d(?:\.\d{1,2})?\s+(?:of|for|on|per|or|where|if|when|after|times|rates?)\b"
    rf"|\d{{1,2}}\s+{MONTH_IN_FULL}"
)
_DIVISION = re.compile(
    rf"(?P<name>PART|Part|APPENDIX|Appendix|SCHEDULE|Schedule|ANNEXE?|Annexe?|ATTACHMENT|Attachment"
    rf"|SUPPLEMENT|Supplement|ARTICLE|Article|CHAPTER|Chapter|DIVISION|Division"
    rf"|(?:SECTION|Section)(?!\s+\d))\s+{numbering.MARK}(?P<at>{numbering.DESIGNATION})"
    rf"{numbering.MARK}(?P<after>\s*[:.–—-]\s*|\s+|$)(?P<rest>.*)",
    re.S,
)
#: What a format counts by an ordinal: "First Schedule", "2nd Appendix".
_ORDINAL = re.compile(
    r"(?P<at>[A-Za-z]{4,8}(?:-[A-Za-z]{4,8})?|\d{1,2}(?:st|nd|rd|th))\s+"
    r"(?P<name>PART|Part|APPENDIX|Appendix|SCHEDULE|Schedule|ANNEXE?|Annexe?|ATTACHMENT|Attachment)"
    r"[:.]?"
)
#: "Section 4." and "Section 4 –", and without a mark "Section 4.1 Pay" alone.
_SECTION = re.compile(
    r"(?P<name>SECTION|Section)\s+(?P<at>\d+(?P<deep>\.\d+)*[A-Z]?)"
    r"(?:\s*[.:–—-](?!\d)\s*|\s*$|(?(deep)\s+(?=[(“‘\"]?[A-ZĀĒĪŌŪ])|(?!)))"
)
_NUMERAL = re.compile(r"(?P<id>[A-Z]|[IVX]{1,6})[.)]\s+(?=\S)")
_CAPITAL = re.compile(r"(?P<id>[A-Z])[.)]\s+(?=\S)")
#: A dash that parts a number from its words; "3 - 5 days" has none.
_DASH = r"(?:[–—-]\s+(?=[A-ZĀĒĪŌŪ]))?"
#: Numbers of a length that a person would print: a longer one is no label.
_DECIMAL = re.compile(
    r"(?P<id>[A-Z]?\d{1,4}[A-Z]{0,3}(?:\.\d{1,4}[A-Z]{0,3}\d{0,3}){1,9})[.:)]?(?=\s|$)\s*"
    rf"{_DASH}"
)
_INTEGER = re.compile(rf"(?:Item\s+)?(?P<id>\d{{1,3}}[A-Z]?)(?P<dot>[.):]?)(?:\s+{_DASH}|$)")
_UNSEEN = re.compile("(?<=[\\w.)])[\u200b-\u200f\u2060\ufeff]+(?=\\s)")
_LABEL_END = 24  # characters; labels are shorter
#: What a format prints before the number of a clause.
_CLAUSE = re.compile(r"(?:Clause|CLAUSE|Rule|RULE)\s+(?=\d)")
_BRACKET = re.compile(
    r"\((?P<id>[a-z]{1,2}|[ivxlc]{1,6}|[ivx]{2,5}[a-d]|[A-Z]{1,2}|[IVXLC]{1,5}|\d{1,2}[A-Z]{0,2})\)\s*"
)
_DOTTED = re.compile(r"(?!cl\.\s+\d)(?P<id>[ivxlc]{1,6}|[a-z])[.)]\s+")  # "cl. 5.2" is clause 5.2
_WORD = re.compile(r"[^\W\d_]{3}")  # what "ii. drivers" says, and "p. 12" does not
_COUNTED = re.compile(r"(?P<id>[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])")
#: Labels that only the tab behind them makes one, or as wide a space: "a", "iv"; "A10", "B3-B6".
_TABBED = re.compile(r"(?P<id>[a-z]|[ivxl]{2,6})(?:\t|\s{3,})\s*(?=\S|$)")
_TABBED_NUMBER = re.compile(
    r"(?P<id>[A-Z]\d{1,3}[A-Z]?(?:[-–][A-Z]?\d{1,3}[A-Z]?)?)[.:)]?(?:\t|\s{3,})\s*"
)
_NOTE = re.compile(r"(?P<id>Notes?(?:\s+\d+)?|NOTES?|NB)\s*[:–—-]\s*|(?P<bare>Notes?)$")
#: How an order of terms of settlement may begin; `wording.is_order` says whether it is one.
COMMAND = re.compile(
    r"(?:Amend|Insert|Add|Delete|Replace|Introduce|Repeal|Remove|Substitute|Omit|In clause"
    r"|Clauses? \d|Throughout)\b"
)
_BULLET = re.compile(rf"[{numbering.BULLETS}]\s+(?=\S)")
_SENTENCE_START = re.compile(
    r"(?:Where|If|When|Nothing|Subject|Each|Every|Notwithstanding|Except"
    r"|Provided|In this|For the purposes?)\b"
)
_VERB = re.compile(
    r"\b(?:shall|will|must|may|is|are|was|were|has|have|can|cannot|means|agrees?|includes?)\b"
)
#: The kinds of pieces that begin a division or a clause.
BEGINS = frozenset(("division", "section", "decimal"))
TERMINAL = (".", ";", ",", "!", "?")


class Piece(NamedTuple):
    """One line with its label read.

    `kind` is division, section, decimal, integer, letter, capital ("A.", which a neighbour has to
    prove), note, bullet, table or plain. `id` is the label's
    normalised text ("Appendix D", "4.3A.8", "a"), `label` its runs as printed and `runs` the rest.
    `heading` says that `runs` read as a heading. `inferred` marks a label restored from its
    neighbours. `caption` is the heading of a table.
    """

    kind: str
    line: Line
    id: str = ""
    label: Runs = ()
    runs: Runs = ()
    heading: bool = False
    inferred: bool = False
    table: Table | None = None
    caption: Runs = ()
    dotted: bool = False

    @property
    def text(self) -> str:
        return plain(self.runs)

    @property
    def source(self) -> Source:
        return self.line.source

    @property
    def bulleted(self) -> bool:
        return self.line.style == "list" and not self.line.label


def cut(runs: Runs, start: int, end: int | None = None) -> Runs:
    """The runs of `plain(runs)[start:end]`, each with the offsets of what is left of it."""
    if len(runs) == 1:  # as nearly everywhere
        return _part(runs[0], start, len(runs[0].text) if end is None else end)
    length = sum(len(run.text) for run in runs)
    end = length if end is None else end
    if start <= 0 and end >= length:
        return runs
    out: list[Run] = []
    at = 0
    for run in runs:
        out += _part(run, start - at, end - at)
        at += len(run.text)
    return tuple(out)


def _part(run: Run, start: int, end: int) -> Runs:
    """What of a run stands from `start` to `end`, if anything does."""
    length = len(run.text)
    if start <= 0 and end >= length:
        return (run,)
    start, end = max(start, 0), min(end, length)
    if start >= end:
        return ()
    place = run.source
    if place is not None:
        place = Source(place.file, place.line, place.page, place.part, place.paragraph,
                       place.start + start, place.start + end)  # fmt: skip
    return (Run(run.text[start:end], run.emphasis, run.revision, place),)


def strip(runs: Runs) -> Runs:
    """`runs` without white space at either end."""
    text = plain(runs)
    return cut(runs, len(text) - len(text.lstrip()), len(text.rstrip()))


def classify(line: Line) -> Piece:
    """The piece that a paragraph is by its own text and style; rows of tables are not for this."""
    if line.label and not any(character.isalnum() for character in line.label):
        # A bullet that the format prints: what the text itself says comes first.
        line = replace(line, label="", style="list")
    if line.label:
        return _numbered(line)
    runs, text = line.runs, line.text
    opening = text[:_LABEL_END]
    if not opening.isascii() and (unseen := _UNSEEN.search(opening)):
        # between a label and its words it is a space
        text = f"{text[: unseen.start()]}{' ' * len(unseen[0])}{text[unseen.end() :]}"
    if found := _division(text):
        return _piece("division", line, runs, *found, heading=True)
    if found_at := _SECTION.match(text):
        return as_section(line, found_at)
    if (found_at := _DECIMAL.match(text)) and _is_number(text):
        rest = text[found_at.end() :]
        head = is_heading(rest, line.style) or not rest
        return _piece("decimal", line, runs, found_at["id"], found_at.end(), heading=head)
    if found_at := _BRACKET.match(text):
        return _piece("letter", line, runs, found_at["id"], found_at.end())
    if found_at := _TABBED.match(text):
        return _piece("letter", line, runs, found_at["id"], found_at.end())
    if found_at := _TABBED_NUMBER.match(text):
        head = is_heading(text[found_at.end() :], line.style)
        number = found_at["id"].replace("–", "-")
        return _piece("decimal", line, runs, number, found_at.end(), heading=head)
    if found_at := _NOTE.match(text):
        name = "note"
        return _piece(name, line, runs, found_at["id"] or found_at["bare"], found_at.end())
    if (found_at := _INTEGER.match(text)) and ("\t" in found_at[0] or _is_number(text)):
        dotted = bool(found_at["dot"]) or text.startswith("Item")
        return as_integer(line, found_at["id"], found_at.end(), dotted=dotted)
    if (found_at := _DOTTED.match(text)) and (
        line.style == "list" or len(text) > 12 or _WORD.match(text, found_at.end())
    ):
        return _piece("letter", line, runs, found_at["id"], found_at.end())
    if (found_at := _CAPITAL.match(text)) and (
        not is_heading(text, line.style)
        or (text[found_at.end()].islower() and line.style != "heading")
    ):
        return _piece("capital", line, runs, found_at["id"], found_at.end())
    if found_at := _BULLET.match(text):
        return _piece("bullet", line, runs, "", found_at.end())
    if line.style == "list":
        return Piece("bullet", line, runs=runs)
    return Piece("plain", line, runs=runs, heading=is_heading(text, line.style))


def as_capital(piece: Piece) -> Piece | None:
    """The piece that a plain paragraph is as one that "A." or "IV." labels; None without one."""
    label = _NUMERAL.match(piece.text) if piece.kind == "plain" else None
    if label is None:
        return None
    return _piece("letter", piece.line, piece.runs, label["id"], label.end())


def as_section(line: Line, label: re.Match[str]) -> Piece:
    """The piece that a line with the label of a section is; its `name` and `at` are groups."""
    name = numbering.division_id(label["name"], label["at"])
    return _piece("section", line, line.runs, name, label.end())


def labelled(kind: str, piece: Piece, name: str, end: int) -> Piece:
    """A piece with what its text or the format prints before `end` as its label."""
    line = piece.line
    if line.label:
        heading = is_heading(line.text, line.style)
        return Piece(kind, line, name, (Run(line.label),), line.runs, heading=heading)
    heading = is_heading(line.text[end:], line.style)
    return _piece(kind, line, line.runs, name, end, heading=heading)


def as_integer(line: Line, number: str, end: int, *, dotted: bool = True) -> Piece:
    """The piece that a line with a whole number for its label is, which ends at `end`."""
    heading = is_heading(line.text[end:], line.style)
    piece = _piece("integer", line, line.runs, number, end, heading=heading)
    return piece._replace(dotted=dotted)


def _numbered(line: Line) -> Piece:
    """A paragraph whose number the format computes; the number holds no character of the source."""
    label = (Run(line.label),)
    number = _CLAUSE.sub("", line.label, count=1)
    piece = classify(replace(line, label="", style="", runs=(Run(f"{number} "), *line.runs)))
    if piece.kind == "plain":
        # However short its words are, and with no mark behind it.
        if found := _DOTTED.fullmatch(f"{line.label} ") or _COUNTED.fullmatch(line.label):
            return Piece("letter", line, found["id"], label, line.runs)
        if counted := _ORDINAL.fullmatch(line.label):
            name = numbering.ordinal_division(counted["name"], counted["at"])
            if name is not None:
                return Piece("division", line, name, label, line.runs, heading=True)
        # A number before words that make no heading: "Article I." before a sentence.
        division = _DIVISION.match(line.label)
        if division is None:
            return Piece("bullet", line, label=label, runs=line.runs)
        name = numbering.division_id(division["name"], division["at"])
        return Piece("division", line, name, label, line.runs, heading=True)
    heading = piece.heading or (piece.kind == "decimal" and line.style in {"heading", "title"})
    return piece._replace(line=line, label=label, runs=line.runs, heading=heading)


def _piece(
    kind: str, line: Line, runs: Runs, label: str, at: int, *, heading: bool = False
) -> Piece:
    text = plain(runs)
    end = len(text.rstrip())
    first, last = len(text) - len(text.lstrip()), len(text[:at].rstrip())
    rest = len(text) - len(text[at:].lstrip())
    return Piece(kind, line, label, cut(runs, first, last), cut(runs, rest, end), heading=heading)


def _division(text: str) -> tuple[str, int] | None:
    """The ID and the length of the label of a division's heading, else None."""
    found = _DIVISION.match(text)
    if found is None:
        return None
    rest = found["rest"].strip()
    if rest.isupper():  # "ARTICLE 12.16. RELIEF DIFFERENTIAL." is a heading with a full stop
        rest = rest.removesuffix(".")
    separated = bool(found["after"].strip())
    if rest and not (separated or rest[0].isupper()):
        return None
    if rest and not is_heading(rest[0].upper() + rest[1:], ""):  # "Part 2: hours of work"
        return None
    return numbering.division_id(found["name"], found["at"]), found.start("rest")


def _is_number(text: str) -> bool:
    return not (_NOT_A_NUMBER.match(text) or text.startswith("0.") or re.match(r"\d{4}\b", text))


def plain_piece(piece: Piece) -> Piece:
    """The piece with what looked like a label as part of its text.

    A number that the format computes is printed, and no part of the text: it stays beside it.
    """
    if piece.line.label:
        return Piece("bullet", piece.line, label=(Run(piece.line.label),), runs=piece.line.runs)
    return Piece("plain", piece.line, runs=piece.line.runs)


#: "Clause 11.2.6 does not stop the employer:" leads into a list.
_CITES = re.compile(r"(?:sub-?)?clauses?\s+\d", re.I)
#: "Driver: $31.50 an hour", "60% of the minimum": what is paid is no name of what follows.
_PAID = re.compile(
    r"(?:[:–—-]|\t|\s{2})\s*\$\s?\d[\d,.]*$|\$\s?\d[\d,.]*\s+(?:per|an?|each)\s+[a-z]+$"
    r"|^\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent\b)"
)


#: Lines that a break parts, as of an address: behind a colon or a comma, or more than two.
_BROKEN = re.compile(r"[:,] ?\n|\n.*[:\n]", re.S)
#: The figures of a column that lost its table: "152,273", "28.94".
_FIGURE = re.compile(r"(?:\$?\s?(?:\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,3}\.\d\d)\s*)+")


def is_heading(text: str, style: str) -> bool:
    """Does a line without its label read as a heading rather than as a sentence?"""
    text = text.strip()
    if style in {"heading", "title"}:
        return bool(text)
    if text.endswith(":") and (len(text.split()) > 8 or "," in text or _CITES.match(text)):
        return False
    text = text.rstrip(":").strip()
    if not text or (_BROKEN.search(text) and not text.isupper()):
        return False
    if text.endswith(TERMINAL) or len(text.split()) > 14 or text[-1] in "–—-":
        return False
    if _FIGURE.fullmatch(text):
        return False
    if not (text[0].isupper() or text[0] in "‘“'\"(" or text[0].isdigit()) or _PAID.search(text):
        return False
    if re.search(r"\b(?:and|or|to|the|of|a)$", text) or re.search(r"\bclauses?\s+\d", text):
        return False
    return not (_VERB.search(text) or _SENTENCE_START.match(text))


def with_children(pieces: Sequence[Piece]) -> list[Piece]:
    """Numbers whose words break off before a deeper number of their own are headings too."""
    out = list(pieces)
    for at, (piece, after) in enumerate(itertools.pairwise(pieces)):
        if piece.kind != "decimal" or piece.heading or after.kind != "decimal":
            continue
        text = piece.text.strip()
        short = len(text.split()) <= 20 and not text.endswith((*TERMINAL, ":"))
        if short and after.id.startswith(piece.id + ".") and text[:1].isupper():
            out[at] = piece._replace(heading=True)
    return out


#: "The employer pays for:", "Progress depends on:" before a list.
_LEADS = re.compile(r"(?:The|An?|Each|Every|All|Any|No|This|These|That|Those|Such)\s")
_SPEAKS = re.compile(r"\s[a-z]{3,}(?<![su])s\b")  # "deducts", "pays"
_BREAKS_OFF = re.compile(
    r"\b(?:in|on|at|by|for|from|with|as|an|if|that|which|who|when|where|unless|than|into|under"
    r"|between|upon|not|be):$"
)


def without_leads(pieces: Sequence[Piece]) -> list[Piece]:
    """A line of a sentence that ends in a colon before a list leads into it, and is no heading."""
    out = list(pieces)
    for at, (piece, after) in enumerate(itertools.pairwise(pieces)):
        lists = after.kind in {"letter", "bullet"} or (after.kind == "integer" and after.dotted)
        if lists and piece.heading and piece.line.style not in {"title", "heading"}:
            text = piece.text.strip()
            speaks = _LEADS.match(text) and _SPEAKS.search(text)
            if text.endswith(":") and (speaks or _BREAKS_OFF.search(text)):
                out[at] = piece._replace(heading=False)
    return out


def labels_ahead(pieces: Sequence[Piece]) -> list[str]:
    """For each piece, the label of the next lettered piece of the same clause, else ""."""
    ahead, out = "", []
    for piece in reversed(pieces):
        out.append(ahead)
        if piece.kind == "letter":
            ahead = piece.id
        elif piece.kind in BEGINS:
            ahead = ""
    return out[::-1]
