"""Every reference of the real terms and of the sample corpus, against lists made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausetrack.ingest import read
from clausetrack.references import references

EXPECTED = json.loads(
    (Path(__file__).parent / "expected" / "references.json").read_text(encoding="utf-8")
)


def found(path: Path) -> list[list[object]]:
    """Clause, kind, what is cited, and the statute or agreement that it belongs to."""
    return [
        [one.clause, one.kind, list(one.targets), *([one.instrument] if one.instrument else [])]
        for one in references(read(path))
    ]


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.isdigit()])
def test_each_reference_of_the_real_terms_is_found_and_classed(seeds: Path, name: str) -> None:
    (path,) = seeds.glob(f"{name}_*.txt")
    assert found(path) == EXPECTED[name]


@pytest.mark.parametrize("name", [name for name in EXPECTED if not name.isdigit()])
def test_each_reference_of_the_sample_corpus_is_found_and_classed(corpus: Path, name: str) -> None:
    assert found(corpus / f"{name}.txt") == EXPECTED[name]
