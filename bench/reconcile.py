#!/usr/bin/env python3
"""Hold made tracked agreements against what was planted in them: found, missed, invented.

    python bench/reconcile.py --out DIR [--seeds 1 2 3] [--orders 60] [--faults 20]

For each seed `make_tracked.py` makes an agreement; its tracked version is reconciled as the Word
file, as LibreOffice saved it anew, and as the PDF that LibreOffice prints. A fault counts as found
where it is told once, at its clause, as its kind; what is told besides is invented, but for spacing
alone (`slight`). The exit code is 1 unless all faults were found, and no other.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import make_tracked

from clausetrack import reconcile

Counts = Counter[tuple[str, str]]


def faults(folder: Path, name: str) -> tuple[Counts, Counts, int]:
    """What was missed and what was invented, by kind and clause, and how much is slight."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    result = reconcile(folder / "base.docx", folder / "terms.txt", folder / name)
    want = Counter((one["kind"], one["clause"]) for one in truth["faults"])
    want += Counter(("unverified", clause) for clause in truth["unverified"])
    have: Counts = Counter()
    for told in result.differences:
        if told.kind != "agreed" and not told.slight:
            # a table and a bullet have no number of their own: their clause's is planted
            clause = told.clause.partition(" table ")[0].partition(" bullet ")[0]
            have[told.kind, clause] += 1
    return want - have, have - want, sum(told.slight for told in result.differences)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="*", default=list(range(1, 11)))
    parser.add_argument("--orders", type=int, default=60)
    parser.add_argument("--faults", type=int, default=20)
    parser.add_argument("--formats", nargs="*", default=["docx", "resaved", "pdf"])
    given = parser.parse_args()
    files = {"docx": "tracked.docx", "resaved": "resaved.docx", "pdf": "tracked.pdf"}
    wrong = 0
    heads = f"{'seed':>4}  {'format':<8}{'planted':>8}{'found':>7}"
    print(f"{heads}{'missed':>8}{'invented':>10}{'slight':>8}")
    for seed in given.seeds:
        folder = given.out / str(seed)
        make_tracked.write(make_tracked.make(seed, given.orders, given.faults), folder)
        for form in given.formats:
            target = folder / files[form]
            if form != "docx":
                make_tracked.converted(folder / "tracked.docx", target)
            missed, invented, slight = faults(folder, files[form])
            lost, more = missed.total(), invented.total()
            row = f"{seed:>4}  {form:<8}{given.faults:>8}{given.faults - lost:>7}"
            print(f"{row}{lost:>8}{more:>10}{slight:>8}")
            for what, found in (("missed", missed), ("invented", invented)):
                for (kind, clause), count in sorted(found.items()):
                    print(f"      {what}: {kind} at {clause} ({count})")
            wrong += lost + more
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
