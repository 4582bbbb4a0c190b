"""Spaces that were lost: before a bracket, after a full stop, on one side of a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "extraction"
WHY = {
    "space-lost": "Words that ran together are missed by a search, and other text may be lost"
    " there.",
    "dash-unspaced": "A dash with a space on one side only is a lost space or a lost word.",
}

# The mark comes first and what stands before it after, for speed.
_LOST = re.compile(
    r"\((?=\+?\d+(?:\.\d+)?\s?%)(?<=\w\()"
    r"|[,;](?=[A-Za-z]{3})(?<=[a-zāēīōū]{3}.)[A-Za-z]+(?!\.\w)(?![@/])"
    r"|\.(?=[A-Z][a-zāēīōū]{2})(?<=[a-zāēīōū]{3}.)[A-Za-z]+(?![@/.]\w)"
)
_DASH = re.compile(
    r"[–—-] (?=[A-ZĀĒĪŌŪ])(?<=[a-z)][–—-] )"
    r"|- (?!(?:and|or|to|and/or|nor|but|as|than|in|from|through)\b)(?=[a-z]{3})(?<=[a-z]{2}- )"
    r"|[–—](?=[A-ZĀĒĪŌŪa-z])(?<=[a-z)] [–—])"
)
#: More clauses than these were damaged by one conversion, and are one finding.
_MANY = 8
#: Something like it stands in every one of them, and is quickly found.
_NEAR_LOST = re.compile(r"[(,;.][\w+](?<!\(.)(?<!\d..)|\([+\d](?<=\w..)")
_NEAR_DASH = re.compile(r"[–—-](?:(?<=[a-z)].) |(?<=[a-z)] .)[A-Za-zĀĒĪŌŪ])")


#: The address of a page that stands before a mark: where it is cut in two nothing else is lost.
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*\Z", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    for code, near, pattern, what in (
        ("space-lost", _NEAR_LOST, _LOST, "a space is lost"),
        ("dash-unspaced", _NEAR_DASH, _DASH, "a dash has a space on one side only"),
    ):
        found: dict[tuple[str | None, str], Finding] = {}
        for passage in subject.passages:
            match = _first(pattern, passage.text) if near.search(passage.text) else None
            place = (passage.clause.fragment, passage.clause.id)
            if match and place not in found:
                quote = passage.around(match.start(), match.end())
                found[place] = subject.finding(code, what, passage.clause, quote)
        if len(found) > _MANY:
            first = next(iter(found.values()))
            where = ", ".join(clause for _, clause in list(found)[1:8])
            yield replace(first, message=f"{what}, in {len(found)} clauses: here, {where} …")
        else:
            yield from found.values()


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place that is not within the address of a page."""
    found = pattern.finditer(text)
    return next((each for each in found if not _ADDRESS.search(text[: each.start() + 1])), None)
