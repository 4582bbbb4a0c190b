"""The figures of real terms of settlement against the list that was made by hand."""

from __future__ import annotations

import json
import sys
from collections import Counter
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
    monkeypatch.setattr(sys, "path", [str(ROOT / "bench"), *sys.path])
    from accuracy_rates import expected, read_as

    found = find(read(seeds / EXPECTED[name]["seed"]))
    assert Counter(map(read_as, found.rates)) == Counter(expected(EXPECTED[name]))
    assert {rate.agreement for rate in found.rates} == {name}
