"""A number in words whose figures in brackets are another: "forty (38)", "three percent (2%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausetrack.checks.subject import Passage, Subject
from clausetrack.counts import WORDS, number
from clausetrack.model import Finding

GROUP = "arithmetic"
WHY = {
    "figure-words-differ": "Both are the agreement’s words; whoever is owed the greater claims it,"
    " and whoever owes it pays the other.",
}

_UNITS = (
    r"(?:(?:working|calendar|school)\s+)?"
    r"(?:dollars?|per\s?cent|cents?|minutes?|hours?|days?|weeks?|months?|years?)"
)
#: What stands before the bracket, and may be a part of a longer number: "two point five (2.5)".
_BEFORE = re.compile(
    r"(?P<longer>(?:\bpoint|\d|\b(?:half|thirds?|quarters?|\w+ths?) of(?: a)?)\s+)?(?<![\w‐‑-])"
    rf"(?P<words>{WORDS})(?P<half>\s+and\s+(?:a|one)[\s‐‑-]half)?(?:\s+(?P<unit>{_UNITS}))?\s*\Z",
    re.I,
)
_FIGURE = re.compile(
    r"\((?P<sign>\$)?\s?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"\s?(?P<unit>%|{_UNITS})?\)",
    re.I,
)
#: The same the other way round: "38 (forty) hours".
_TURNED = re.compile(rf"\((?P<words>{WORDS})\s?(?P<unit>per\s?cent)?\)", re.I)
_FIGURE_BEFORE = re.compile(r"(?<![\w.,$])(?P<figure>\d{1,3}(?:,\d{3})+|\d+)\s?(?P<unit>%)?\s?\Z")
_LISTED = re.compile(r"(?<!\bone )(?<!\bone)\(1\)", re.I)
_HALF = Decimal("0.5")
_NEAR = 80  # characters before a bracket
#: "Part Two (2.1)", "items one (3) and two (4)": the words are a name, and the bracket a place.
_NAME = re.compile(
    r"\b(?:parts?|schedules?|append(?:ix|ices)|annex(?:es)?|articles?|clauses?|items?|sections?"
    r"|chapters?|paragraphs?|tables?|rules?|notes?|forms?|options?|pages?|columns?|rows?|steps?"
    r"|grades?|levels?|bands?|tiers?|zones?|stages?|phases?)"
    r"\s+(?:[\w‐‑-]+\s*\([^()]*\)(?:,|\s+(?:and|or|to))+\s+)*\Z",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        if "(" not in passage.text:
            continue
        for start, end, said, meant in _differing(passage):
            message = f"“{said}” is {meant:,} in words, and not in figures"
            yield subject.quoting("figure-words-differ", message, passage, start, end)


def _differing(passage: Passage) -> Iterator[tuple[int, int, str, Decimal | int]]:
    text = passage.text
    # "one of two (1) lamps (2) horns": the marks of a list in the sentence
    listed = _LISTED.search(text) is not None
    for match in _FIGURE.finditer(text):
        low = max(0, match.start() - _NEAR)
        before = _BEFORE.search(text[low : match.start()])
        if before is None or before["longer"]:
            continue
        figure = Decimal(match["figure"].replace(",", ""))
        unit = "dollar" if match["sign"] else _unit(match["unit"])
        if unit != _unit(before["unit"]) or (listed and not unit and figure < 10):
            continue
        whole = number(before["words"])
        meant = None if whole is None else whole + _HALF * bool(before["half"])
        start = low + before.start("words")
        if meant is not None and meant != figure and not _NAME.search(text[low:start]):
            yield start, match.end(), text[start : match.end()], meant
    for match in _TURNED.finditer(text):
        low = max(0, match.start() - _NEAR)
        before = _FIGURE_BEFORE.search(text[low : match.start()])
        if before is None or bool(before["unit"]) != bool(match["unit"]):
            continue
        named = number(match["words"])
        if named is not None and named != Decimal(before["figure"].replace(",", "")):
            start = low + before.start("figure")
            yield start, match.end(), text[start : match.end()], named


def _unit(printed: str | None) -> str:
    """A unit by one name, "" for none."""
    unit = " ".join((printed or "").lower().split())
    return "percent" if unit in {"%", "per cent"} else unit.removesuffix("s")
