"""The instructions of the real terms, against lists worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from terms_pages import set_as_pdf

from clausetrack.amend.instructions import find
from clausetrack.ingest import read, text

EXPECTED = json.loads((Path(__file__).parent / "expected" / "amendments.json").read_text("utf-8"))


@pytest.mark.parametrize("seed", sorted(EXPECTED))
def test_every_amendment_is_found_and_read_as_a_person_reads_it(seeds: Path, seed: str) -> None:
    instructions = find(read(next(seeds.glob(f"{seed}_*.txt"))))
    found = [
        [a.id, a.action, a.target, a.wording, list(a.clauses), [str(e.date) for e in a.effective]]
        for a in instructions.amendments
    ]
    assert found == EXPECTED[seed]["amendments"]
    assert [passage.item for passage in instructions.terms_only] == EXPECTED[seed]["terms_only"]
    assert instructions.unused == ()


# Without rules the first row of two tables of 002, one cell over all columns, is their caption to
# any reader.
@pytest.mark.parametrize(
    ("seed", "ruled", "size"),
    [
        ("001", True, 10),
        ("001", False, 9),
        ("002", True, 10),
        ("003", True, 10),
        ("003", False, 9),
    ],
)
def test_the_same_terms_as_a_pdf_give_the_same_amendments(
    seeds: Path, seed: str, ruled: bool, size: int
) -> None:
    reading = text.read(next(seeds.glob(f"{seed}_*.txt")).read_bytes(), "terms.txt")
    instructions = find(read(set_as_pdf(reading, ruled=ruled, size=size), "terms.pdf"))
    found = [
        [a.id, a.action, a.target, a.wording, list(a.clauses), [str(e.date) for e in a.effective]]
        for a in instructions.amendments
    ]
    assert found == EXPECTED[seed]["amendments"]


def test_the_news_item_is_no_agreement(seeds: Path) -> None:
    from clausetrack.errors import NotAnAgreement

    with pytest.raises(NotAnAgreement, match="is not an agreement"):
        read(next(seeds.glob("000_*.txt")))
