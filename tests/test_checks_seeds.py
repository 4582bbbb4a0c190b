"""The review of the real terms, against a careful reader's notes that were made by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parent.parent / "bench" / "accuracy_checks.py"


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """What `make accuracy` measures with."""
    spec = importlib.util.spec_from_file_location("accuracy_checks", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_nine_notes_in_ten_are_found_and_nine_findings_in_ten_are_notes(
    bench: ModuleType, seeds: Path
) -> None:
    notes, cells = bench.expected()
    found = list(bench.measured(seeds))
    entries = [bench.matched(note, item, notes) for note, item, _ in found]
    assert len(set().union(*entries)) >= 0.9 * len(notes)
    distinct = {note: bool(on) for (note, _, _), on in zip(found, entries, strict=True)}
    assert sum(distinct.values()) >= 0.9 * len(distinct)
    figures = [
        bench.cell(each)
        for note, _, each in found
        if note[1] in {"rate-off-increase", "rate-off-column"}
    ]
    assert sorted(figures) == sorted(cells)


def test_what_looks_wrong_in_the_real_terms_and_is_not(bench: ModuleType, seeds: Path) -> None:
    """No deadline of theirs is on a day off; the opening figures are the closing ones; a quotation
    over several paragraphs is closed; no weekday is wrong; no name with macrons is corrected."""
    codes = {note[1] for note, _, _ in bench.measured(seeds)}
    assert not codes & {
        "deadline-on-holiday", "opening-differs", "weekday-wrong", "date-ambiguous",
        "reference-unresolved", "term-overlap", "label-skipped", "term-defined-twice",
    }  # fmt: skip
