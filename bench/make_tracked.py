#!/usr/bin/env python3
"""Make an agreement, terms that amend it, and another side's tracked agreement with known faults.

    python bench/make_tracked.py --out DIR [--seed 1] [--orders 60] [--faults 20]

Writes DIR/base.docx, terms.txt, tracked.docx and truth.json: what was planted, and where. Nothing
of clausetrack takes part, so the truth is what was planted and not what a program found. The same
seed gives the same files; another seed plants other faults in other places. With --pdf and
--resaved LibreOffice prints the tracked agreement and saves it anew.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from tracked_agreement import AGREEMENT, Made, build
from tracked_orders import LOOSE, WEIGHTS, WITHIN, elsewhere, substitute, take_number
from tracked_word import Word, package

Choice = Callable[..., None]


def make(seed: int, orders: int = 60, faults: int = 20) -> Made:
    """An agreement with so many honest changes, and among them so many planted faults."""
    made = Made(random.Random(seed))
    rng = made.rng
    build(made, 3 * orders + 5 * faults)
    jobs: list[Callable[[], None]] = []
    for name, weight in WEIGHTS.items():
        count = max(1, round(orders * weight / sum(WEIGHTS.values())))
        jobs += [lambda name=name: first_of(made, [name, substitute], "") for _ in range(count)]  # type: ignore[misc]
    rest: list[Callable[[], None]] = [*jobs[: orders - 2], lambda: elsewhere(made)]
    kinds = ["silent", "not-ordered", "absent", "different"]
    planted = [kinds[at % 4] for at in range(faults)]
    # a taken number needs a section that nothing touched: it comes first
    fault = rng.choice(["", "silent", "not-ordered", "different"])
    take_number(made, fault)
    if fault:
        planted.remove(fault)
    for kind in planted:
        if rng.random() < 0.3 or kind not in LOOSE:
            rest.append(lambda kind=kind: first_of(made, mixed(rng, WITHIN[kind]), kind))  # type: ignore[misc]
        else:
            rest.append(lambda kind=kind: first_of(made, mixed(rng, LOOSE[kind])))  # type: ignore[misc]
    rng.shuffle(rest)
    for job in rest:
        job()
    return made


def mixed(rng: random.Random, choices: Sequence[Choice]) -> list[Choice]:
    return rng.sample(choices, len(choices))


def first_of(made: Made, choices: Sequence[Choice], *given: str) -> None:
    """The first of the choices that finds something left to touch."""
    for choice in choices:
        try:
            return choice(made, *given)
        except IndexError:
            continue
    raise ValueError("the agreement is too small for so many faults")


def as_docx(made: Made, path: Path, *, base: bool) -> None:
    """The base, or the tracked agreement."""
    word = Word()
    body = [word.paragraph(("", ""), f"{AGREEMENT} 2023–2025", f"{AGREEMENT} 2023–2025", bold=True)]
    for unit in made.units:
        old, new = (unit.ours, unit.ours) if base else (unit.old, unit.new)
        if old is None and new is None:
            continue
        if isinstance(old, list) or isinstance(new, list):
            body.append(word.table(old, new, unit.clause))  # type: ignore[arg-type]
            body.append("<w:p/>")
            continue
        label = unit.label
        now = label if base or unit.new_label is None else unit.new_label
        body.append(
            word.paragraph(
                (label, now),
                old,
                new,
                bold=unit.kind in {"part", "section", "caption"},
                unit=unit.clause,
                moved=unit.swapped and not base,
            )
        )
    package(body, path)


def as_terms(made: Made) -> str:
    """The terms of settlement, an item for each instruction."""
    out = ["Terms of Settlement", f"These terms renew the {AGREEMENT} (2025 – 2027)."]
    for at, text in enumerate(made.items, 1):
        out += [f"{at}. Matter number {at}", text]
    return "\n\n".join(out) + "\n"


def write(made: Made, folder: Path) -> None:
    """All files of one agreement."""
    folder.mkdir(parents=True, exist_ok=True)
    as_docx(made, folder / "base.docx", base=True)
    as_docx(made, folder / "tracked.docx", base=False)
    (folder / "terms.txt").write_text(as_terms(made), "utf-8")
    truth = {
        "orders": len(made.items),
        "unverified": made.waiting,
        "faults": [asdict(fault) for fault in made.faults],
    }
    (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False), "utf-8")


def converted(source: Path, target: Path) -> None:
    """What LibreOffice makes of a file: a PDF, or the Word file saved anew."""
    profile = f"-env:UserInstallation=file://{target.parent.resolve() / 'office'}"
    ending = target.suffix.lstrip(".")
    out = target.parent / "out"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(out),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (out / source.with_suffix(target.suffix).name).replace(target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--orders", type=int, default=60)
    parser.add_argument("--faults", type=int, default=20)
    parser.add_argument("--pdf", action="store_true", help="print it, changes showing")
    parser.add_argument("--resaved", action="store_true", help="save it anew with LibreOffice")
    given = parser.parse_args()
    write(make(given.seed, given.orders, given.faults), given.out)
    if given.pdf:
        converted(given.out / "tracked.docx", given.out / "tracked.pdf")
    if given.resaved:
        converted(given.out / "tracked.docx", given.out / "resaved.docx")


if __name__ == "__main__":
    main()
