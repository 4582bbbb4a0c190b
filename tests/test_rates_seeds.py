"""The figures of real terms of settlement against the list that was made by hand."""

from __future__ import annotations

import json
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from clausetrack import read
from clausetrack.rates.find import find

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = json.loads((ROOT / "tests/expected/rates.json").read_text("utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_every_figure_is_read_and_none_invented(
    name: str, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "bench")
    bench = import_module("accuracy_rates")
    found = find(read(seeds / EXPECTED[name]["seed"]))
    assert Counter(map(bench.read_as, found.rates)) == Counter(bench.expected(EXPECTED[name]))
    assert {rate.agreement for rate in found.rates} == {name}
