"""Spaces that were lost: before a bracket, after a full stop, on one side of a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_DASH = re.compile(r"[–—-] (?=[A-ZĀĒĪŌŪ])(?<=[a-z)][–—-] )|[–—](?=[A-ZĀĒĪŌŪa-z])(?<=[a-z)] [–—])")


_NEAR_LOST = re.compile(r"[(,;.][\w+](?<!\(.)(?<!\d..)|\([+\d](?<=\w..)")
_NEAR_DASH = re.compile(r"[–—-](?:(?<=[a-z)].) |(?<=[a-z)] .)[A-Za-zĀĒĪŌŪ])")


def check(subject: Subject) -> Iterator[Finding]:
    told: set[tuple[str, str | None, str]] = set()
    for passage in subject.passages:
        clause = passage.clause
        for code, near, pattern, what in (
            ("space-lost", _NEAR_LOST, _LOST, "a space is lost"),
            ("dash-unspaced", _NEAR_DASH, _DASH, "a dash has a space on one side only"),
        ):
            match = pattern.search(passage.text) if near.search(passage.text) else None
            if match and (code, clause.fragment, clause.id) not in told:
                told.add((code, clause.fragment, clause.id))
                quote = passage.around(match.start(), match.end())
                yield subject.finding(code, what, clause, quote)
