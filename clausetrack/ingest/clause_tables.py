"""Tables that only lay clauses out: the number in one cell and its words in the next.

A table of figures or of steps has numbers in its first column too. What tells clauses apart is
that they count on: from the last number before the table, and then from row to row, and that no
other paragraph has those numbers. A table whose lines are not drawn is one for the layout more
readily than one that is ruled.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from clausetrack import numbering
from clausetrack.segment.labels import COMMAND

#: The texts of the paragraphs of a cell, with the labels that the format computes.
Texts = Sequence[str]
Number = tuple[int, ...]

_DOTTED = r"\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?){1,5}"
_BESIDE = re.compile(
    rf"(?:{_DOTTED}|\d{{1,3}})[.):]?|\((?:[a-z]{{1,5}}|\d{{1,2}})\)|[a-z]{{1,4}}[.)]"
)
_BEFORE = re.compile(
    r"(?P<id>\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?){0,5})[.):]?(?P<space>\s+)(?P<words>.*)", re.S
)
_WORDS = re.compile(r"[^\W\d_]{2}")
_AMOUNT = re.compile(r"[$€£]\s?\d|\d[\d,.]*\s*%")
_DIVISION = re.compile(r"(?:schedule|appendix|annexe?|attachment)\b(?!.*[.;,]$)", re.I | re.S)
_TITLE = 100  # characters of a heading, at most
_FEW = 4  # words that may be a name
_GAP = 3  # numbers that may be left out of a row: a clause that was repealed


def may_hold(first: Texts) -> bool:
    """Does a cell open with what may be the label of a clause? The first question, and cheap."""
    opening = first[0] if first else ""
    return _BESIDE.fullmatch(opening) is not None or _BEFORE.match(opening) is not None


def label_in(cell: Texts) -> str:
    """The label that is all of a cell, else ""."""
    alone = len(cell) == 1 and _BESIDE.fullmatch(cell[0])
    return cell[0] if alone else ""


def number_of(text: str) -> str:
    """The number that a paragraph opens with, "" where it opens with none: "4.3", "12"."""
    found = _BEFORE.match(text)
    return found["id"] if found and _WORDS.search(found["words"]) else ""


def opens_division(text: str) -> bool:
    """Is a paragraph the heading of a Schedule or Appendix, whose clauses count by themselves?"""
    return len(text) < _TITLE and _DIVISION.match(text) is not None


def holds_clauses(
    rows: Sequence[Sequence[Texts]], before: str, elsewhere: Collection[str], *, ruled: bool
) -> bool:
    """Does a table hold clauses, laid out by its cells?

    `rows` are its cells, `before` the last number in front of it ("" for none), and `elsewhere`
    the numbers that paragraphs outside of it open with, both in the same body or Schedule.
    """
    filled = [[cell for cell in row if cell] for row in rows]
    filled = [row for row in filled if row]
    beside = [_beside(row) for row in filled]
    labelled = [label for label in beside if label]
    inside = [number for row, label in zip(filled, beside, strict=True) if not label
              for number in _numbers(row)]  # fmt: skip
    numbers = list(_in_order(filled, beside))
    dotted = [number for number in numbers if "." in number]
    noted = sum(len(row) > 2 for row, label in zip(filled, beside, strict=True) if label)
    if 2 * noted > len(labelled):
        return False  # what most rows have beside their words is a column of its own
    words = [row[1][0] for row, label in zip(filled, beside, strict=True) if label]
    if _are_orders(labelled, words):
        return 2 * len(labelled) > len(filled)
    if dotted:
        if ruled and not before and len(dotted) == len(numbers) and _are_names(words):
            return False  # grades, counted from the first one on
        known = sum(number in elsewhere for number in dotted)
        if 2 * known >= len(dotted) or not _counts_on(numbers, before):
            return False
        if 2 * len(labelled) > len(filled) or (len(labelled) == len(filled) == 1):
            return not ruled or len(dotted) > 1
        return len([number for number in inside if "." in number]) > 1
    if ruled or len(labelled) < len(filled):
        return False
    if len(numbers) == len(filled) == 1 and filled[0][1][0][:1].isupper():
        return numbers == ["1"] if not before else follows(numbers[0], before)
    if len(filled) == 1:
        return labelled[0].startswith("(")
    return _is_list([label.strip("().") for label in labelled])


def _are_orders(labels: Sequence[str], words: Sequence[str]) -> bool:
    """Are these the items of terms of settlement: counted from one, and mostly orders?"""
    if not labels or labels[0][0] != "1" or not _is_list([label.strip("().:") for label in labels]):
        return False
    return 2 * sum(bool(COMMAND.match(one)) for one in words) > len(words)


def _are_names(words: Sequence[str]) -> bool:
    """Are most of the words too few for a clause, and no sentence?"""
    short = sum(len(one.split()) <= _FEW and one[-1] not in ".;:" for one in words)
    return 2 * short > len(words)


def _beside(row: Sequence[Texts]) -> str:
    """The label in the first cell of a row that has its words in the second, and perhaps more words
    beside them."""
    if len(row) not in {2, 3}:
        return ""
    words = [cell[0] for cell in row[1:]]
    worded = all(_WORDS.search(one) and not _AMOUNT.match(one) for one in words)
    return label_in(row[0]) if worded else ""


def _in_order(rows: Sequence[Sequence[Texts]], beside: Sequence[str]) -> Iterator[str]:
    for row, label in zip(rows, beside, strict=True):
        if label and label[0].isdigit():
            yield label.rstrip(".):")
        yield from _numbers(row[1:] if label else row)


def _numbers(cells: Sequence[Texts]) -> Iterator[str]:
    """The numbers that the paragraphs of some cells open with; a whole one before a capital."""
    for cell in cells:
        for text in cell:
            number = number_of(text)
            found = _BEFORE.match(text)
            if number and found and ("." in number or found["words"][:1].isupper()):
                yield number


def _counts_on(numbers: Sequence[str], before: str) -> bool:
    """Does each number follow the one before it? A whole number that does not is none of a clause,
    and stands for nothing."""
    last = before
    for number in numbers:
        if last and not follows(number, last):
            if "." not in number:
                continue
            return False
        last = number
    return True


def follows(number: str, before: str) -> bool:
    """May a number come after another: the first one inside it, or a later one at any depth?"""
    value, last = _value(number), _value(before)
    same = next((at for at, (a, b) in enumerate(zip(value, last, strict=False)) if a != b), None)
    if same is None:
        return len(value) > len(last) and all(part == 1 for part in value[len(last) :])
    return 0 < value[same] - last[same] <= _GAP and all(part == 1 for part in value[same + 1 :])


def _value(number: str) -> Number:
    """ "4.3A" -> (4, 3): a number that was put in stands where the one before it does."""
    return tuple(int(part) for part in re.findall(r"\d+", number))


def _is_list(labels: Sequence[str]) -> bool:
    """Do labels count from the first one: a, b, c; i, ii; 1, 2; or one such list inside another?"""
    open_: list[tuple[str, bool]] = []  # the last label of each list, and whether it is roman
    for label in labels:
        for depth, (last, roman) in reversed(list(enumerate(open_))):
            if label == numbering.next_label(last, roman=roman):
                open_[depth:] = [(label, roman)]
                break
        else:
            if label not in {"a", "i", "1"}:
                return False
            open_.append((label, label == "i"))
    return True
