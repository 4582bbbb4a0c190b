"""How many of the figures that real terms of settlement set are read, against a list made by hand.

    python bench/accuracy_rates.py [SEEDS]

SEEDS holds the terms (`../shared/seeds` beside the checkout unless given).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from clausetrack.ingest import read
from clausetrack.rates.find import find
from clausetrack.rates.model import Rate

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = ROOT / "tests" / "expected" / "rates.json"

#: Scales go by the first words of their names, some of which are sentences.
WORDS = 4

#: clause, scale, step, group, amount, unit, from, to, what the step becomes
Key = tuple[str, str, str, str, Decimal, str, str, str, str]


def name(scale: str) -> str:
    """What a scale goes by in the list."""
    return " ".join(scale.split()[:WORDS])


def expected(entry: dict[str, Any]) -> Iterator[Key]:
    """The rows of one document of the list."""
    for scale in entry["scales"]:
        for at, (step, group, *amounts) in enumerate(scale["steps"]):
            becomes = scale["becomes"][at] if "becomes" in scale else ""
            for (start, end), amount in zip(scale["columns"], amounts, strict=True):
                if amount is not None:
                    yield (
                        scale["clause"], name(scale["scale"]), step, scale.get("group") or group,
                        Decimal(amount), scale["unit"], start or "", end or "", becomes,
                    )  # fmt: skip
    for clause, scale, step, amount, unit, start, end in entry["single"]:
        yield (clause, name(scale), step, "", Decimal(amount), unit, start or "", end or "", "")


def read_as(rate: Rate) -> Key:
    """A rate that the program read, in the form of the list."""
    return (
        rate.clause, name(rate.scale), rate.step, rate.group, rate.amount, rate.unit,
        str(rate.start or ""), str(rate.end or ""), rate.becomes,
    )  # fmt: skip


def measured(seeds: Path) -> Iterator[tuple[str, str, str]]:
    """Rows for the table of `accuracy.py`: measure, measured, wanted."""
    for terms, entry in json.loads(EXPECTED.read_text("utf-8")).items():
        wanted = Counter(expected(entry))
        found = Counter(read_as(rate) for rate in find(read(seeds / entry["seed"])).rates)
        right = sum((wanted & found).values())
        said = f"{right} of {sum(wanted.values())}"
        yield f"figures set by the terms of {terms}", said, "all"
        yield "  rows that the list does not have", str(sum((found - wanted).values())), "0"


def main() -> None:
    seeds = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        sys.exit(f"there are no terms in {seeds}")
    for row in measured(seeds):
        sys.stdout.write("  ".join(row) + "\n")


if __name__ == "__main__":
    main()
