#!/usr/bin/env python3
"""Does the time of a comparison grow no faster than the text, in the worst cases too?

    python bench/growth.py [--words 6000 60000 600000] [--runs 3]

Compares stored XML as whole processes and prints the median of the processor's seconds, and how
many times as long each size takes as the one before it.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import make_agreement

ROOT = Path(__file__).resolve().parent.parent
CASES = ("usual", "rewritten", "reversed", "repeated")


def versions(case: str, words: int) -> tuple[list[make_agreement.Block], ...]:
    """The two versions of a case; where one clause is repeated, it is every 30 words."""
    if case == "repeated":
        return make_agreement.worst(case, [], random.Random(1), count=words // 30)
    old = make_agreement.build(words, random.Random(1))
    if case == "usual":
        return old, make_agreement.next_version(old, random.Random(2))[0]
    return make_agreement.worst(case, old, random.Random(2))


def run(*arguments: str | Path) -> float:
    """The processor's seconds that one run of the program takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, ROOT / "cli.py", *arguments], check=True, cwd=ROOT,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(case: str, words: int, runs: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        stored = []
        for name, blocks in zip(("old", "new"), versions(case, words), strict=True):
            text = Path(folder, f"{name}.txt")
            text.write_text(make_agreement.as_text(blocks), "utf-8")
            stored.append(text.with_suffix(".xml"))
            run("ingest", text, "-o", stored[-1])
        return statistics.median(run("diff", *stored, "--format", "json") for _ in range(runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--words", type=int, nargs="+", default=[6_000, 60_000, 600_000])
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    for case in CASES:
        before = 0.0
        for words in given.words:
            took = seconds(case, words, given.runs)
            ratio = f"  {took / before:.1f} times" if before else ""
            print(f"{case:10} {words:8,} words  {took:7.2f} s{ratio}", flush=True)
            before = took


if __name__ == "__main__":
    main()
