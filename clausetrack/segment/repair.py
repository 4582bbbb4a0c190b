"""What conversion broke and its neighbours prove: sentences cut in two, labels that were lost.

Nothing is restored without a finding, and nothing that the neighbours leave open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack import numbering
from clausetrack.counting import Numbers, opening
from clausetrack.errors import REJOINED, finding
from clausetrack.model import Finding, Line, Run, plain
from clausetrack.segment.labels import (
    BEGINS,
    COMMAND,
    Piece,
    as_capital,
    as_integer,
    as_section,
    classify,
    plain_piece,
)
from clausetrack.values import MONTH_IN_FULL

_ENDED = re.compile(r"[.:;,?!”\"’)\]–—-]\s*$|\b(?:and|or|but)\s*$", re.I)

#: A citation whose label stands on the next line: "in the case of option" before "(c) returns".
_CITES = re.compile(
    r"(?:\b(?:of|in|under|to|by|with|from|and|or|per|whom|which|who|where|if|than|as|within|see)\s+"
    r"(?:sub-?)?(?i:option|clause|paragraph|section|item)"
    r"(?:s?(?:\s\d[\d.]*(?:\(\w{1,4}\))*,?)+\s(?:and|or|to))?)\s*$"
)
_CODE = re.compile(r"\b(?:[A-Z]\.){2,}\s*$")  # "48 C.F.R.", whose section comes next
#: What no paragraph begins with: "2.2 above", and "12 hours" behind "more than".
_ABOVE = re.compile(r"\d+(?:\.\d+)+(?:\(\w{1,4}\))*\s(?:above|below)\b")
_FIGURE = re.compile(rf"[$£€]?\d[\d,.]*['’]?\s+(?:[a-z]{{2}}|{MONTH_IN_FULL}\b)")
_WANTS_ONE = re.compile(
    r"\b(?:than|least|most|within|every|exceed(?:s|ing)?|of|is|are|on|at|by|for|from|about|until"
    r"|before|after|between)\s*$"
)
_CITED = re.compile(
    r"(?:\(\w{1,4}\)|\d+(?:\.\d+)+(?:\(\w{1,4}\))*)+[.,;:)]?(?:\s+[a-zāēīōū]|\s*$)"
)
#: Words behind which something is named, and no line of a list or a title ends.
_ARTICLE = re.compile(r"[a-z].{40,}\b(?:the|an|any|every|its|their)\s*$")
#: An order quotes the clauses that come next, whatever their numbers.
_QUOTES = re.compile(r"\b(?:reads?|follows|following|states?|says?|with|inserted|added)\s*$")
_LINE = 50  # characters of a line that is full, and so may stop in the middle of its sentence
_NEAR = 6  # lines in which the number comes that goes on with one


#: The name of a division that goes on in the next line.
_NAME_OPEN = re.compile(
    r"(?:part|schedule|appendix|article|annex)\s+\w{1,8}\s*[:–—-]\s.{0,80}\b(?:and|or|of|the|to|for|in|with)\s*",
    re.I,
)
_SOON = 400  # pieces in which the second item of a list follows the first
_TAIL = 200  # characters; no pattern here looks further back
_UNPOINTED = re.compile(r"(?P<name>SECTION|Section)\s+(?P<at>\d{1,3})\s+(?=[A-Z])")
_SQUEEZED = re.compile(r"(?P<at>\d{1,2})\.(?=[A-Z][a-z])")


def rejoin(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """Join a paragraph that breaks off in a sentence with the rest of it that follows.

    That rest begins in small letters, or with a number or a label that is a word of the sentence:
    the numbers around it say that it begins no clause. A bullet alone in its list, under words that
    lead into no list, is such a rest too.
    """
    out: list[Line] = []
    findings = []
    rest: dict[int, list[Run]] = {}  # what a line goes on with: put to it once, at the end
    tail = ""  # how the last line ends, with what it goes on with
    numbers = Numbers()
    for at, line in enumerate(lines):
        near = (*lines[at - 2 : at - 1], *lines[at + 1 : at + 2])
        if out and (
            _goes_on(out[-1], tail, line, near)
            or _is_within(out[-1], tail, line, numbers, lines[at + 1 : at + 1 + _NEAR])
        ):
            findings.append(
                finding(
                    "sentence-rejoined",
                    REJOINED,
                    source=line.source,
                    quote=f"{tail[-30:]} {line.text[:30]}",
                )
            )
            rest.setdefault(len(out) - 1, []).extend((Run(" "), *line.runs))
            tail = f"{tail} {line.text}"[-_TAIL:]
        else:
            out.append(line)
            tail = line.text
            if line.cells is None:
                numbers.begin(line.label or line.text)
    for place, runs in rest.items():
        out[place] = replace(out[place], runs=(*out[place].runs, *runs))
    return out, findings


def _goes_on(before: Line, tail: str, line: Line, near: Sequence[Line]) -> bool:
    """Does `line` go on with the one before? `near` are those around the two."""
    if before.cells is not None or line.cells is not None:
        return False
    if before.style in {"title", "heading"} or line.style in {"title", "heading"}:
        return False
    if line.label:
        return False
    if _CITED.match(line.text) and _CITES.search(tail):
        return True
    if _NAME_OPEN.fullmatch(tail) and len(line.text) < 60:
        return classify(replace(line, style="")).kind == "plain"
    if _ABOVE.match(line.text):
        return bool(tail and not _ENDED.search(tail))
    figure = _FIGURE.match(line.text) and (_WANTS_ONE.search(tail) or _is_sentence(before))
    if not (line.text[:1].islower() or figure or _ARTICLE.search(tail)):
        return False
    if not tail or _ENDED.search(tail):
        return False
    if classify(replace(line, style="")).kind != "plain":
        return False
    if line.style != "list":
        return True
    alone = not any(one.style == "list" and classify(one).kind == "bullet" for one in near)
    return alone and (before.style != "list" or classify(before).kind != "bullet")


def _is_sentence(line: Line) -> bool:
    """Does a line stop in a sentence, and is no title or name?"""
    return len(line.text) >= _LINE and not classify(line).heading


def _is_within(
    before: Line, tail: str, line: Line, numbers: Numbers, after: Sequence[Line]
) -> bool:
    """Is the number that a line opens with a word of the sentence before it, and no label?

    It goes on in small letters, and neither can the number follow those so far nor does the next
    one go on from it.
    """
    number = () if line.label or line.style or line.cells is not None else opening(line.text)
    if not number or numbers.may_be_next(number):
        return False
    if before.cells is not None or before.style in {"title", "heading"} or before.label:
        return False
    code = _CODE.search(tail) is not None
    if not code and (_ENDED.search(tail) or not _is_sentence(before)):
        return False
    if _QUOTES.search(tail) or COMMAND.search(before.text):
        return False
    piece = classify(line)
    small = piece.text[:1].islower() or (code and piece.text.startswith("("))
    if piece.kind not in {"decimal", "integer"} or not small:
        return False
    following = Numbers()
    following.begin(line.text)
    later = next(filter(None, (opening(one.label or one.text) for one in after)), ())
    return not later or numbers.may_be_next(later) or not following.may_be_next(later)


def restore_labels(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Finding]]:
    """Give bullets the labels that the labelled siblings around them leave no doubt of.

    Bullets before "(c)" with nothing before them, two of them, are (a) and (b).
    """
    out = list(pieces)
    findings = []
    previous: str | None = None
    run: list[int] = []
    for at, piece in enumerate(pieces):
        if piece.kind == "bullet":
            run.append(at)
            continue
        if piece.kind == "letter":
            for index, label in zip(run, _between(previous, piece.id, len(run)), strict=False):
                out[index] = pieces[index]._replace(kind="letter", id=label, inferred=True)
                findings.append(
                    finding(
                        "label-inferred",
                        f"the label ({label}) is not in the source; its neighbours prove it",
                        source=pieces[index].source,
                        quote=pieces[index].text[:60],
                    )
                )
            previous = piece.id
        elif piece.kind in {"decimal", "division", "integer", "table"} or piece.heading:
            previous = None
        run = []
    return out, findings


def _between(previous: str | None, label: str, count: int) -> list[str]:
    """The `count` labels that lie between two, if exactly so many do; else none."""
    if not count:
        return []
    how = numbering.styles([previous, label] if previous else [label])
    if previous is None and len(label) == 1 and label not in "ivx":
        how = "number" if label.isdigit() else "letter"
    first = numbering.label_value(previous, how) if previous else 0
    last = numbering.label_value(label, how)
    if last - first - 1 != count:
        return []
    return [numbering.label_at(value, how) for value in range(first + 1, last)]


def settle_misprints(pieces: Sequence[Piece]) -> list[Piece]:
    """Labels that lost their full stop or the space behind it, where each is the next in its list.

    "Section 4 Pay" after Section 3, "2.Tests" after "1. ...".
    """
    out = list(pieces)
    section = number = 0
    for at, piece in enumerate(pieces):
        if piece.kind == "plain":
            if (found := _UNPOINTED.match(piece.text)) and int(found["at"]) == section + 1:
                out[at] = piece = as_section(piece.line, found)
            elif (found := _SQUEEZED.match(piece.text)) and int(found["at"]) == number + 1:
                out[at] = piece = as_integer(piece.line, found["at"], found.end())
        if piece.kind == "division":
            section = number = 0
        elif piece.kind in {"section", "decimal"}:
            last = piece.id.rpartition(" ")[2]
            section = int(last) if last.isdecimal() else 0
            if piece.kind == "section":  # a number in figures may be quoted by an item of terms
                number = 0
        elif piece.kind == "integer" and piece.dotted:
            number = int(piece.id) if piece.id.isdecimal() else 0
    return out


def settle_capitals(pieces: Sequence[Piece]) -> list[Piece]:
    """Each "A." as the item of a list that its neighbours or the format prove, or as plain text.

    An item whose line breaks off reads as a heading, and is one of a list that goes on with it.
    """
    out = list(pieces)
    before = ""
    for at, piece in enumerate(pieces):
        if piece.kind in BEGINS:
            before = ""
        broken = as_capital(piece) if _breaks_off(piece) else None
        if broken is not None and before and broken.id == numbering.next_label(before):
            out[at], before = broken, broken.id
        if piece.kind != "capital":
            continue
        if piece.line.label or (before and piece.id == numbering.next_label(before)):
            proved = True
        else:
            proved = piece.id == "A" and _b_follows_soon(pieces, at)
        out[at] = piece._replace(kind="letter") if proved else plain_piece(piece)
        before = piece.id if proved else before
    return out


def settle_rings(pieces: Sequence[Piece]) -> list[Piece]:
    """An "o" before a tab as the bullet that it is in old lists, where no "n" comes before it."""
    out = list(pieces)
    before = ""
    for at, piece in enumerate(pieces):
        if piece.kind in BEGINS:
            before = ""
        elif piece.kind == "letter":
            if plain(piece.label) == "o" and not piece.line.label and before != "n":
                out[at] = piece._replace(kind="bullet", id="")
            else:
                before = piece.id
    return out


def _b_follows_soon(pieces: Sequence[Piece], at: int) -> bool:
    for piece in pieces[at + 1 : at + 1 + _SOON]:
        if piece.kind in BEGINS:
            return False
        second = as_capital(piece) if _breaks_off(piece) else piece
        if second is not None and second.kind in {"capital", "letter"} and second.id == "B":
            return True
    return False


def _breaks_off(piece: Piece) -> bool:
    """Does a line look like a heading, though it may be the first of several of an item?"""
    return piece.kind == "plain" and piece.heading and piece.line.style not in {"title", "heading"}
