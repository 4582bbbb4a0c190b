"""How many of a careful reviewer's notes `check` finds, and how many of its findings are such.

    python bench/accuracy_checks.py [FOLDER]

FOLDER holds the seeds (`../shared/seeds` beside the checkout unless given). The notes were made by
hand (`tests/expected/checks.json`). An entry there is a note at a clause or an item; a finding is
right if there is an entry of its code at its clause, above it, or at its item.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from clausetrack import values
from clausetrack.checks.review import Reported, review
from clausetrack.checks.subject import Subject
from clausetrack.ingest import read

ROOT = Path(__file__).resolve().parent.parent
Row = tuple[str, str, str]
Note = tuple[str, str, str]  # document, code, clause

_FIGURES = {"rate-off-increase", "rate-off-column"}


def expected() -> tuple[set[Note], set[tuple[str, ...]]]:
    """The notes, and the cells: (document, table, step, day, amount, severity)."""
    table = json.loads((ROOT / "tests/expected/checks.json").read_text("utf-8"))
    notes = {
        (document, code, clause)
        for document in ("001", "002", "003")
        for code, clause, _ in table[document]
    }
    notes |= {("001", "emphasis-unbalanced", clause) for clause in table["001 emphasis"]}
    notes |= {(document, code, clause) for code, document, clause, _ in table["across"]}
    return notes, {tuple(cell) for cell in table["cells"]}


def measured(seeds: Path) -> Iterator[tuple[Note, str, Reported]]:
    """Each finding on the seeds as a note, with the item in which it stands."""
    documents = [read(next(seeds.glob(f"{name}_*.txt"))) for name in ("001", "002", "003")]
    subjects = {id(document): Subject(document) for document in documents}
    for each in review(documents).findings:
        subject = subjects[id(each.document)]
        clauses = [c for c in each.document.clauses if c.id == each.finding.clause]
        item = subject.item(clauses[0]) if clauses else ""
        yield (each.document.file[:3], each.finding.code, each.finding.clause), item, each


def cell(each: Reported) -> tuple[str, ...]:
    """Which figure of which scale a finding of arithmetic is about."""
    step, heading, printed = each.finding.quote.split(" | ")
    (amount,) = values.money(printed)
    return (each.document.file[:3], each.finding.clause, step, str(values.only_date(heading)),
            str(amount.value), each.finding.severity)  # fmt: skip


def matched(note: Note, item: str, notes: set[Note]) -> set[Note]:
    """The entries of the list that a finding is."""
    document, code, clause = note
    return {
        entry
        for entry in notes
        if entry[:2] == (document, code)
        and (entry[2] in {clause, item} or re.match(rf"{re.escape(entry[2])}[ (.]", clause))
    }


def noted(seeds: Path) -> Iterator[Row]:
    """The rows of the table that `make accuracy` prints."""
    if not seeds.is_dir():
        return
    notes, cells = expected()
    hit: set[Note] = set()
    right: set[Note] = set()
    wrong: set[Note] = set()
    figures = set()
    for note, item, each in measured(seeds):
        entries = matched(note, item, notes)
        hit |= entries
        (right if entries else wrong).add(note)
        if note[1] in _FIGURES:
            figures.add(cell(each))
    damage = {note for note in notes if note[1] == "emphasis-unbalanced"}
    share = len(hit) / len(notes)
    yield "review: notes of the hand-made list that are found", f"{share:.1%}", "90 %"
    plain = len(hit - damage) / len(notes - damage)
    yield "  without stray marks of emphasis", f"{plain:.1%}", ""
    precision = len(right) / len(right | wrong)
    yield "review: findings that are on the list", f"{precision:.1%}", "90 %"
    bare = {note for note in right if note[1] != "emphasis-unbalanced"}
    yield "  without stray marks of emphasis", f"{len(bare) / len(bare | wrong):.1%}", ""
    yield "figures that do not follow their scale", f"{len(figures & cells)} of {len(cells)}", "all"
    yield "  other figures called wrong", str(len(figures - cells)), "0"


def main() -> None:
    seeds = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        sys.exit(f"there are no seeds in {seeds}")
    notes, _ = expected()
    hit: set[Note] = set()
    for note, item, each in measured(seeds):
        entries = matched(note, item, notes)
        hit |= entries
        if not entries:
            sys.stdout.write(f"not on the list: {' '.join(note)}: {each.finding.message}\n")
    for note in sorted(notes - hit):
        sys.stdout.write(f"not found: {' '.join(note)}\n")
    for name, value, wanted in noted(seeds):
        sys.stdout.write(f"{name:56}  {value:>12}  {wanted:>8}\n")


if __name__ == "__main__":
    main()
