"""Clauses whose numbers are no plain figures: "Rule 2.", "Art. 3.", "§ 5.", "IV.", "(1)".

A sentence may begin with such a number, too. So each has to count on from the one before, and to
hold no clauses of other numbers; where that is open they stay text, and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausetrack import numbering
from clausetrack.errors import finding
from clausetrack.model import Finding
from clausetrack.segment.labels import TERMINAL, Piece, labelled
from clausetrack.segment.tree import OWN_NUMBERS

_FEWEST = 3  # numerals, or numbers in brackets, that are those of an agreement
_MOST_WORDS = 12  # of a title
#: "Rule 6. Officers", "Clause 4: Funds", "§ 5. Meetings", "Art. II. Members", "Article One Name".
_NAMED = re.compile(
    r"(?:(?P<form>CLAUSE|Clause|RULE|Rule|PARAGRAPH|Paragraph|§)\s*(?P<number>\d{1,3}[A-Z]?)"
    r"|(?P<article>ARTICLE|Article|ART\.|Art\.)\s*"
    rf"(?P<at>\d{{1,3}}[A-Z]?|(?i:{numbering.NUMBER_WORD})|[IVXLC]+))"
    r"(?!\w|\.?\d)(?P<mark>\s*[:.–—-]\s*|\s+|$)(?=[^\W_]|[“‘\"(]|$)"
)
_NUMERAL = re.compile(r"(?P<id>[IVXL]{1,6})(?:[.):](?:\s+|$)|\s+[–—-]\s+)(?=\S|$)")
_BRACKETED = re.compile(r"\((?P<id>\d{1,2})\)\s*(?=\S)")
_CAPITAL = re.compile(r"(?P<id>[A-Z])[.)]\s+(?=\S)")
#: "5-1. A meeting is held", "6/1 There is", "7 (1) Funds are": in no form that is read.
_OTHER = re.compile(r"(?P<id>\d{1,3}(?:[-/]|\s\()(?P<last>\d{1,2}))\)?[.:)]?\s+(?=[A-Z])")


class _Label(NamedTuple):
    """The number that a piece may have: after which word, its value, and as it is printed."""

    form: str
    value: int
    id: str
    end: int
    title: bool = True  # is what stands behind it a title?
    read: bool = False  # was it read already?


def may_be_number(text: str) -> bool:
    """May a line begin with such a number?"""
    return bool(_NAMED.match(text) or _NUMERAL.match(text) or _CAPITAL.match(text))


def settled(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Finding]]:
    """The pieces of an agreement with such numbers read, and what is told of others like them."""
    out = list(pieces)
    labels = {at: label for at, piece in enumerate(pieces) if (label := _label(piece))}
    chosen = _rows(pieces, labels)
    for at in chosen:
        label = labels[at]
        kind = "division" if label.form == "Article" else "decimal"
        out[at] = labelled(kind, pieces[at], label.id, label.end)
        if label.title and kind == "decimal":
            out[at] = out[at]._replace(heading=True)
    open_ = [at for at, label in labels.items() if not (label.read or at in chosen or label.title)]
    findings = [_unread(pieces, at) for at in (open_, _others(pieces)) if at]
    return _bracketed(_numerals(out)), findings


def _label(piece: Piece) -> _Label | None:
    """The number of a piece that was read, or that its words or the format print."""
    if piece.kind == "division" and (found := re.fullmatch(r"Article (\d+)[A-Z]?", piece.id)):
        return _Label("Article", int(found[1]), piece.id, 0, read=True)
    if found := _NAMED.match(f"{piece.line.label} "):
        return _called(found, "x", read=True)
    found = _NAMED.match(piece.text) if piece.kind == "plain" else None
    return _called(found, piece.text[found.end() :]) if found else None


def _called(found: re.Match[str], rest: str, *, read: bool = False) -> _Label | None:
    article = found["article"] is not None
    name = numbering.division_id("Article", found["at"]) if article else found["number"]
    value = re.search(r"\d+", name)
    title = not rest or _may_be_title(rest)
    mark = found["mark"].strip()
    if value is None:
        return None
    if not mark and not title and not rest[0].isupper():
        return None  # "Article 3 of the Act says"
    if not read and mark in {"–", "—", "-"} and not title:
        return None
    return _Label("Article" if article else found["form"].capitalize(), int(value[0]), name,
                  found.end(), title, read)  # fmt: skip


def _may_be_title(text: str) -> bool:
    text = text.strip()
    return len(text.split()) <= _MOST_WORDS and not text.endswith((*TERMINAL, ":"))


def _rows(pieces: Sequence[Piece], labels: Mapping[int, _Label]) -> set[int]:
    """The places of the numbers that count on: those after one word, its titles, or all of them."""
    out: set[int] = set()
    for form in dict.fromkeys(label.form for label in labels.values()):
        row = {at: label for at, label in labels.items() if label.form == form}
        titles = {at: label for at, label in row.items()
                  if label.read or (label.title and pieces[at].text[label.end :])}  # fmt: skip
        if _counts(row) and _holds(pieces, row):
            out |= row.keys()
        elif form != "Article" and _counts(titles):
            out |= titles.keys()
    if labels.keys() - out and _counts(labels) and _holds(pieces, labels):
        out |= labels.keys()
    return {at for at in out if not labels[at].read}


def _counts(row: Mapping[int, _Label]) -> bool:
    """Do two numbers at least count on? One may be gone, and each Schedule begins anew."""
    numbers = [label.value for label in row.values()]
    lettered = [label.id[-1].isalpha() for label in row.values()]
    return len(numbers) > 1 and all(
        n == 1 or before < n <= before + 2 or (n == before and letter)
        for (before, n), letter in zip(pairwise([0, *numbers]), lettered, strict=True)
    )


def _holds(pieces: Sequence[Piece], row: Mapping[int, _Label]) -> bool:
    """Is every other number below one of a row its own, as 2.1 below "Rule 2"?"""
    above: int | None = 0
    for at, piece in enumerate(pieces):
        if at in row:
            above = row[at].value
        elif piece.kind == "division" and piece.id.startswith(OWN_NUMBERS):
            above = None
        elif piece.kind == "decimal" and above is not None:
            first = "".join(filter(str.isdigit, piece.id.split(".")[0]))
            if first != str(above):
                return False
    return True


def _others(pieces: Sequence[Piece]) -> list[int]:
    """The places of two or more numbers in a form that is not read, each next to the last."""
    found = [(at, int(label["last"]), label["id"][: -len(label["last"])])
             for at, piece in enumerate(pieces)
             if piece.kind in {"plain", "integer"}
             and (label := _OTHER.match(piece.line.text))]  # fmt: skip
    counted = [{one[0], two[0]} for one, two in pairwise(found)
               if one[2] == two[2] and two[1] == one[1] + 1]  # fmt: skip
    return sorted(set().union(*counted))


def _unread(pieces: Sequence[Piece], places: Sequence[int]) -> Finding:
    first = pieces[places[0]]
    count = "a line that begins" if len(places) == 1 else f"{len(places)} lines that begin"
    text = first.line.text
    named = _NAMED.match(text) or _OTHER.match(text)
    number = named[0].strip() if named else ""
    message = (
        f"{count} with such a number as “{number}” {'is' if len(places) == 1 else 'are'} read as "
        "text, and as no clause: whether it numbers clauses here is not sure"
    )
    return finding("number-unread", message, source=first.source, quote=text[:80])


# ------------------------------------------------------------------ of the whole agreement


def _numerals(pieces: list[Piece]) -> list[Piece]:
    """The pieces with "I.", "II.", "III." as the numbers of clauses, where they are all it has.

    What they hold counts anew in each: where whole numbers count on through them they are headings.
    """
    row = _row(_printed(pieces, _NUMERAL))
    if not row or not _alone(pieces, row):
        return pieces
    out = list(pieces)
    places = sorted(row)
    for at, end in pairwise([*places, _end(pieces)]):
        inside = pieces[at + 1 : end]
        whole = [piece.id for piece in inside if piece.kind == "integer" and piece.dotted]
        if whole and whole[0] != "1":
            return pieces
        out[at] = labelled("section", pieces[at], row[at]["id"], row[at].end())
        out[at + 1 : end] = _capitals(inside)
    return out


def _capitals(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one clause with the headings "A. Chair", "B. Clerk" as items of a list."""
    found = {at: label for at, piece in enumerate(pieces)
             if piece.kind == "plain" and (label := _CAPITAL.match(piece.text))}  # fmt: skip
    names = [piece.id if at not in found else found[at]["id"] for at, piece in enumerate(pieces)
             if at in found or (piece.kind == "letter" and piece.id.isupper())]  # fmt: skip
    if len(names) < 2 or any(ord(name[0]) != ord("A") + at for at, name in enumerate(names)):
        return list(pieces)
    return [labelled("letter", piece, found[at]["id"], found[at].end()) if at in found else piece
            for at, piece in enumerate(pieces)]  # fmt: skip


def _bracketed(pieces: list[Piece]) -> list[Piece]:
    """The pieces with "(1)", "(2)", "(3)" as the numbers of clauses, where they are all it has."""
    lettered = {at: piece.line.text for at, piece in enumerate(pieces) if piece.kind == "letter"}
    found = {at: label for at, text in lettered.items() if (label := _BRACKETED.match(text))}
    row = _row(found)
    if len(row) != len(found) or not row or not _alone(pieces, row):
        return pieces
    if any(piece.kind == "integer" and piece.dotted for piece in pieces[: _end(pieces)]):
        return pieces
    return [
        labelled("decimal", piece, row[at]["id"], row[at].end()) if at in row else piece
        for at, piece in enumerate(pieces)
    ]


def _printed(pieces: Sequence[Piece], form: re.Pattern[str]) -> dict[int, re.Match[str]]:
    """The places of the lines that begin with a number of a form, as typed or as computed."""
    out = {}
    for at, piece in enumerate(pieces[: _end(pieces)]):
        if piece.kind == "plain" or (piece.kind == "bullet" and piece.line.label):
            found = form.match(f"{piece.line.label} " if piece.line.label else piece.text)
            if found is not None:
                out[at] = found
    return out


def _row(labels: Mapping[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """The labels that count on from one, each the next; none where others are left, or too few."""
    out: dict[int, re.Match[str]] = {}
    for at, label in labels.items():
        name = label["id"]
        value = int(name) if name.isdigit() else numbering.from_roman(name.lower())
        if value == len(out) + 1:
            out[at] = label
        elif len(name) > 1:
            return {}  # a single letter may be one of A, B, C
    return out if len(out) >= _FEWEST else {}


def _alone(pieces: Sequence[Piece], row: Mapping[int, re.Match[str]]) -> bool:
    """Does an agreement have no other numbers than those of a row, which are no list?"""
    body = pieces[: _end(pieces)]
    first = min(row)
    listed = first and pieces[first - 1].text.rstrip().endswith(":")
    entries = any(pieces[at].text.rstrip().endswith((";", ",", "; and", "; or")) for at in row)
    numbers = any(piece.kind in {"division", "section", "decimal"} for piece in body)
    return not (listed or entries or numbers)


def _end(pieces: Sequence[Piece]) -> int:
    """Where the first Appendix begins, or the end."""
    own: Iterator[int] = (
        at
        for at, piece in enumerate(pieces)
        if piece.kind == "division" and piece.id.startswith(OWN_NUMBERS)
    )
    return next(own, len(pieces))
