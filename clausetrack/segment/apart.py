"""Labels that only their neighbours prove: on lines of their own, or with a mere space behind.

Converters and browsers give the number of a clause as a line before its words; "a", "ii" and "A10"
without a stop are labels where the next one of their series comes after them, and else words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack import numbering
from clausetrack.errors import finding
from clausetrack.model import Finding, Line, Run
from clausetrack.segment.labels import BEGINS, Piece, classify, cut, is_heading, strip

#: What is a label by its form, though nothing stands behind it.
_CERTAIN = re.compile(
    r"(?:[A-Z]?\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?){1,5}[.):]?"
    r"|\((?:[a-z]{1,5}|[A-Z]{1,3}|\d{1,2})\)|\d{1,3}[.)]|[a-z][.)]|[ivxl]{1,6}[.)])"
)
_CLAUSE = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}")
_ITEM = re.compile(r"\([a-z]{1,4}\)(?=\s|$)")
_LETTER = re.compile(r"[a-z]|[ivxl]{2,6}")
_WHOLE = re.compile(r"\d{1,3}")
_NAMED = re.compile(
    r"(?P<letter>[A-Z])(?P<number>\d{1,3})(?:[-–](?P<to>[A-Z]?)(?P<last>\d{1,3}))?"
)
_BEFORE_WORDS = re.compile(r"[.:)]?\s+[^\s\d(]")
_SHORT = 16  # characters of a label, with white space around it
_STACK = 8  # labels of the margin that converters print one below the other
#: How far down the next label of a list is looked for.
_NEAR = 60
_WORDS = re.compile(r"[^\W\d_]{2}")


def joined(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines with each label that stands alone joined to the words that it numbers.

    Labels one below the other are taken in their order with the paragraphs below them, as many as
    there are, and that is a finding: nothing else says which is whose.
    """
    if not any(map(_alone, lines)):
        return list(lines), []
    filled = [line for line in lines if line.cells is not None or line.text.strip() or line.label]
    filled, findings = _in_their_places(filled)
    labels = [_alone(line) for line in filled]
    proved = _proved(labels, [line.text for line in filled])
    numbered = [not label and _is_numbered_by(line)
                for label, line in zip(labels, filled, strict=True)]  # fmt: skip
    out: list[Line] = []
    at = 0
    while at < len(filled):
        if not proved[at]:
            out.append(filled[at])
            at += 1
            continue
        end = at
        while end < len(filled) and proved[end]:
            end += 1
        stack, below = filled[at:end], filled[end : end + end - at]
        if len(below) < len(stack) or not all(numbered[end : end + len(stack)]):
            stack, below = stack[-1:], below[:1] if numbered[end : end + 1] == [True] else []
            out += filled[at : end - 1]
        if len(stack) > 1:
            findings.append(_stacked(stack))
        if below:
            out += [_numbered(label, line) for label, line in zip(stack, below, strict=True)]
        else:
            out += stack
        at = end + len(below)
    return out, findings


def _in_their_places(lines: list[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines with the numbers of clauses that stand above the items of another put lower.

    "4.1 The boats are:", "4.2", "(a) a launch;", "The keeper rows.": converters print a number of
    the margin where the items of the clause before it begin, and its words stand below those.
    """
    out, findings = list(lines), list[Finding]()
    for at in range(len(out) - 1, 0, -1):
        if not _CLAUSE.fullmatch(_alone(out[at])) or _CLAUSE.fullmatch(_alone(out[at - 1])):
            continue  # the first of a stack is looked at, the last one in the text first
        end = at
        while end < len(out) and _CLAUSE.fullmatch(_alone(out[end])):
            end += 1
        stack = out[at:end]
        if len(stack) > _STACK:
            continue
        leads = out[at - 1].text.rstrip().endswith(":")
        if end < len(out) and _is_item(out[end]) and leads:
            places = _next_sentences(out, end, len(stack))
        elif len(stack) > 1 and end + 1 < len(out) and _is_item(out[end + 1]):
            opens = out[end].text.rstrip().endswith(":") and _is_numbered_by(out[end])
            places = [end, *_next_sentences(out, end + 1, len(stack) - 1)] if opens else []
        else:
            continue
        if len(places) < len(stack):
            continue
        for place, label in reversed(list(zip(places, stack, strict=True))):
            out.insert(place, label)
        del out[at:end]
        findings.append(_stacked(stack) if len(stack) > 1 else _above_items(stack[0]))
    return out, findings[::-1]


def _is_item(line: Line) -> bool:
    """Does a line begin with the label of an item, or is it one?"""
    return bool(_ITEM.match(line.text.lstrip())) and line.cells is None


def _next_sentences(lines: Sequence[Line], at: int, count: int) -> list[int]:
    """The first `count` paragraphs from a place on that are of no item; before the next clause."""
    found: list[int] = []
    words = False  # of the item whose label stands alone
    while at < len(lines) and len(found) < count:
        line = lines[at]
        if _is_item(line):
            words = bool(_alone(line))
        elif words:
            words = False
        elif line.cells is not None or classify(line).kind in BEGINS or _alone(line):
            break
        elif line.text.lstrip()[:1].isupper():
            if is_heading(line.text, line.style):
                break
            found.append(at)
        at += 1
    return found


def _numbered(label: Line, line: Line) -> Line:
    runs = (*strip(label.runs), Run("\t"), *line.runs)
    return replace(line, runs=runs, source=label.source)


def _stacked(stack: Sequence[Line]) -> Finding:
    shown = " ".join(line.text.strip() for line in stack)
    message = f"the labels {shown} stand one below the other, and number what follows in that order"
    return finding("label-inferred", message, source=stack[0].source, quote=shown)


def _above_items(label: Line) -> Finding:
    shown = label.text.strip()
    message = f"{shown} stands above items of the clause before it, and numbers what follows those"
    return finding("label-inferred", message, source=label.source, quote=shown)


def _alone(line: Line) -> str:
    """The label that is all of a line, else ""."""
    if line.cells is not None or line.label:
        return ""
    if sum(len(run.text) for run in line.runs) > _SHORT:  # as nearly everywhere
        return ""
    text = line.text.strip()
    alone = any(form.fullmatch(text) for form in (_CERTAIN, _LETTER, _WHOLE, _NAMED))
    return text if alone else ""


def _proved(labels: Sequence[str], texts: Sequence[str]) -> list[bool]:
    """Which of the lines hold a label: by its form, or by the next one of its series."""
    out = [bool(_CERTAIN.fullmatch(label)) for label in labels]
    before: list[str] = []
    named = {label for label in labels if _NAMED.fullmatch(label)}
    whole = _counted(labels, texts)
    for at, label in enumerate(labels):
        if not label or out[at]:
            continue
        if _WHOLE.fullmatch(label):
            out[at] = at in whole
        elif _NAMED.fullmatch(label):
            out[at] = len(named) > 1
        else:
            nexts = _nexts(label)
            ahead = set(labels[at + 1 : at + _NEAR])
            out[at] = bool(nexts & ahead) or label in before
            if out[at]:
                before = [*before[-12:], *nexts]
    return out


def _nexts(label: str) -> set[str]:
    """The labels that may follow one: "i" is a letter or a roman numeral."""
    return {numbering.next_label(label), *(["ii"] if label == "i" else ())}


def _counted(labels: Sequence[str], texts: Sequence[str]) -> set[int]:
    """The whole numbers without a stop that number what comes after them, and count no pages.

    Such is one before its own first sub-clause; and, where there are no sub-clauses, each of a row
    that counts from one, before words that begin as a sentence or a heading does.
    """
    whole = [at for at, label in enumerate(labels) if _WHOLE.fullmatch(label)]
    found = set()
    for at in whole:
        first = re.compile(rf"{labels[at]}\.1\b")
        if any(first.match(text.lstrip()) for text in texts[at + 1 : at + 6]):
            found.add(at)
    if any(re.fullmatch(r"\d+(?:\.\d+)+[.)]?", label) for label in labels):
        return found
    row: list[int] = []
    for at in whole:
        after = texts[at + 1].lstrip() if at + 1 < len(texts) else ""
        if int(labels[at]) == len(row) + 1 and after[:1].isupper() and _WORDS.search(after):
            row.append(at)
    return found | (set(row) if len(row) > 3 else set())


def _is_numbered_by(line: Line) -> bool:
    """Can a line be the words behind a label: a paragraph that has no label of its own?"""
    if line.cells is not None or line.label or not _WORDS.search(line.text):
        return False
    return classify(line).kind in {"plain", "bullet"} and not (
        line.style == "list" and classify(line).kind == "bullet"
    )


# -------------------------------------------------------------------- labels without a stop


def in_series(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with "a", "ii", "A10" before words read as labels where their series goes on."""
    out = list(pieces)
    _letters(out)
    _named(out)
    return out


def _letters(pieces: list[Piece]) -> None:
    """ "a one day", "b two days": the next letter at the head of a line is no word."""
    found: list[tuple[int, str]] = []
    for at, piece in enumerate([*pieces, None]):
        if piece is None or piece.kind in BEGINS or (
            piece.kind == "integer" and piece.heading
        ):
            _settle(pieces, found)
            found = []
        elif piece.kind == "plain" and (label := re.match(r"([a-z]|[ivxl]{2,6})\s+\S", piece.text)):
            found.append((at, label[1]))


def _settle(pieces: list[Piece], found: Sequence[tuple[int, str]]) -> None:
    """Read as letters what counts on, in one list or in one inside another."""
    labels = [label for _, label in found]
    for number, (at, label) in enumerate(found):
        rest, above = labels[number + 1 :], labels[:number]
        opens = label in {"a", "i"} and bool(_nexts(label) & set(rest))
        if opens or any(label in _nexts(one) for one in above):
            pieces[at] = _labelled(pieces[at], "letter", label, len(label))


def _named(pieces: list[Piece]) -> None:
    """ "A1 Hours: ...", "A2 ...", "B1 ...": each letter counts from one, or on from the last."""
    last: dict[str, int] = {}
    row: list[tuple[int, re.Match[str]]] = []
    known = 0
    for at, piece in enumerate(pieces):
        if piece.kind == "decimal":
            label = _NAMED.fullmatch(piece.id)
            known += label is not None
        elif piece.kind == "plain" and (label := _NAMED.match(piece.text)):
            label = label if _BEFORE_WORDS.match(piece.text, label.end()) else None
        else:
            label = None
        if label is None:
            continue
        letter, number = label["letter"], int(label["number"])
        # "A3-A4" may stand before A4 itself
        if number in {1, last.get(letter, 0), last.get(letter, 0) + 1}:
            last[letter] = int(label["last"] or number)
            if piece.kind == "plain":
                row.append((at, label))
    if len(row) + known < 3:
        return
    for at, label in row:
        name = label[0].replace("–", "-")
        pieces[at] = _labelled(pieces[at], "decimal", name, label.end())


def _labelled(piece: Piece, kind: str, name: str, end: int) -> Piece:
    text = piece.text
    end += len(text[end:]) - len(text[end:].lstrip(".:) \t\u00a0"))
    rest = cut(piece.runs, end)
    heading = kind == "decimal" and is_heading(text[end:], piece.line.style)
    label = strip(cut(piece.runs, 0, end))
    return Piece(kind, piece.line, name, label, rest, heading=heading)
