"""Nothing is lost in reading: every character of a source has exactly one place."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausetrack.ingest import read
from clausetrack.model import Clause, Document, Run

SAMPLES = (
    "stca-2022-25.txt",
    "ptca-2023-25.txt",
    "stca-2025-27-terms.txt",
    "ptca-2025-27-terms.txt",
)


def runs(clause: Clause) -> Iterator[Run]:
    yield from (*clause.label, *clause.heading, *clause.text)
    if clause.table is not None:
        for row in clause.table.rows:
            for cell in row:
                yield from cell.runs


def places(document: Document) -> Counter[tuple[int | None, int]]:
    """How often each place of the source (line, column) is accounted for."""
    found: Counter[tuple[int | None, int]] = Counter()
    spans = [run.source for clause in document.clauses for run in runs(clause)]
    for source in (*spans, *document.markup, *(left.source for left in document.left_out)):
        if source is not None:
            found.update((source.line, column) for column in range(source.start, source.end))
    return found


def assert_partition(path: Path) -> None:
    text = unicodedata.normalize("NFC", path.read_text("utf-8-sig"))
    lines = text.split("\n")
    printed = {
        (number, column)
        for number, line in enumerate(lines, 1)
        for column, character in enumerate(line)
        if not character.isspace()
    }
    document = read(path)
    found = places(document)
    assert document.read == len(printed)
    assert printed - found.keys() == set(), "characters that no span holds"
    twice = {place for place, times in found.items() if times > 1 and place in printed}
    assert twice == set(), "characters that two spans hold"
    for clause in document.clauses:
        for run in runs(clause):
            if run.source is not None and run.source.line is not None:
                line = lines[run.source.line - 1]
                assert run.text == line[run.source.start : run.source.end]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_character_of_the_samples_has_one_place(corpus: Path, name: str) -> None:
    assert_partition(corpus / name)


@pytest.mark.parametrize("seed", ["001", "002", "003"])
def test_every_character_of_the_real_terms_has_one_place(seeds: Path, seed: str) -> None:
    assert_partition(next(seeds.glob(f"{seed}_*.txt")))
