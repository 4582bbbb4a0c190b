"""What a paragraph of a web page is made of, until its breaks divide it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clausetrack import reasons
from clausetrack.ingest import raised
from clausetrack.ingest.html.styles import Element
from clausetrack.model import Run, Runs

BREAK = "\n"
#: A number made of numbers: "4.3", "2A.1".
DECIMAL = r"\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})+"
_CLAUSE = re.compile(rf"\s*(?:{DECIMAL}[.)]?|\([a-z]{{1,5}}\))\s")
#: A number before the words of a heading, the number of a clause or a whole one.
_TITLE = re.compile(rf"\s*(?:{DECIMAL}|\d{{1,3}})[.)]?\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one text node; `root` is the element that takes it out of the content, with `why`.

    `sign` is "^" where it is raised, "_" where it is lowered, else " ".
    """

    text: str
    line: int
    emphasis: str = ""
    why: str = ""
    root: Element | None = None
    sign: str = " "


def paragraphs(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces between the breaks that end a paragraph; a single break mostly stays in its text.

    Two breaks end a paragraph, and so does one before the number of a clause, or on either side of
    a bold line with a number: that is a heading.
    """
    if not any(piece.text == BREAK for piece in pieces):
        yield pieces
        return
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    group: list[Piece] = []
    blank = headed = False
    for line in lines:
        if not any(piece.text.strip() for piece in line):
            blank = True
            continue
        kept = "".join(piece.text for piece in line if not piece.why)
        is_heading = _is_heading(line, kept)
        if group and (blank or headed or is_heading or _CLAUSE.match(kept)):
            yield group
            group = []
        headed = is_heading
        if group:
            last, first = group[-1], line[0]
            group[-1] = replace(last, text=last.text.rstrip())
            group.append(replace(first, text=BREAK))
            line[0] = replace(first, text=first.text.lstrip())
        group += line
        blank = False
    if group:
        yield group


def without_marks(group: list[Piece]) -> list[Piece]:
    """The pieces of a paragraph, those left out that are the raised mark of a note."""
    kept = [piece for piece in group if not piece.why]
    signs = "".join(piece.sign * len(piece.text) for piece in kept)
    found = dict(raised.marks("".join(piece.text for piece in kept), signs))
    out, at = [], 0
    for piece in group:
        if not piece.why:
            start, at = at, at + len(piece.text)
            if found.get(start) == at:
                piece = replace(piece, why=reasons.RAISED_MARK)
        out.append(piece)
    return out


def _is_heading(line: list[Piece], kept: str) -> bool:
    loud = all("b" in piece.emphasis for piece in line if piece.text.strip() and not piece.why)
    return loud and _TITLE.match(kept) is not None


def trimmed(runs: list[Run]) -> Runs:
    """`runs` without the white space at their end."""
    out = list(runs)
    while out and not (text := out[-1].text.rstrip()):
        out.pop()
    if out and out[-1].source is not None and text != out[-1].text:
        place = replace(out[-1].source, end=out[-1].source.start + len(text))
        out[-1] = out[-1]._replace(text=text, source=place)
    return tuple(out)
