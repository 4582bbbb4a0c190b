"""The figures of real terms of settlement against the list that was made by hand."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest

from clausetrack import read, values
from clausetrack.model import Document
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


def amounts(text: str) -> list[Decimal]:
    return [v.value for v in values.money(text) if isinstance(v.value, Decimal)]


def printed(document: Document) -> Counter[Decimal]:
    """Every amount of money in the texts and tables of a document."""
    found: Counter[Decimal] = Counter()
    for clause in document.clauses:
        found.update(amounts(clause.own_text.replace("*", "")))
        for row in clause.table.rows if clause.table else ():
            for cell in row:
                found.update(amounts(cell.text))
    return found


@pytest.mark.parametrize("name", ["stca-2022-25", "ptca-2023-25", "stca-2025-27-terms",
                                  "ptca-2025-27-terms"])  # fmt: skip
def test_every_amount_is_a_rate_or_is_listed_with_the_reason(name: str, corpus: Path) -> None:
    document = read(corpus / f"{name}.txt")
    rates = find(document)
    said = [m for m in rates.mentions if m.why == "said again" and not values.money(m.text)]
    accounted = Counter(rate.amount for rate in rates.rates if rate.unit.startswith("NZD"))
    accounted.update(amount for m in rates.mentions for amount in amounts(m.text))
    accounted.update(Decimal(m.text) for m in said)
    assert printed(document) - accounted == Counter()
