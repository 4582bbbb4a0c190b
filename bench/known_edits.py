#!/usr/bin/env python3
"""Does `diff` find every edit of a made agreement, each as what it is, and invent none?

    python bench/known_edits.py [--seeds 10] [--words 8000] [--verbose]

Makes agreements and their next versions (`make_agreement.py`), compares them, and prints for each
setting how many edits were made, missed and invented, over all seeds.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import make_agreement

from clausetrack import diff
from clausetrack.diff.changes import Change

KINDS = {"edit": "changed", "cell": "changed", "insert": "inserted", "delete": "deleted",
         "split": "split", "join": "joined"}  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """How much is edited, and in which format the two versions are compared."""

    name: str
    form: str = "txt"
    width: int = 0
    density: float = 1
    rename: tuple[str, str] | None = None


SETTINGS = (
    Setting("text"),
    Setting("text, clauses over several lines", width=70),
    Setting("Word, its own numbers, merged cells", form="docx"),
    Setting("four times as many edits", density=4),
    Setting("hard: 40 % edited, a term renamed", density=8, rename=("keeper", "attendant")),
    Setting("hard, Word", form="docx", density=8, rename=("keeper", "attendant")),
)


def squeezed(text: object) -> str:
    return " ".join(str(text).split())


def shows(change: Change, edit: dict[str, Any]) -> bool:
    """Is this change that edit, and nothing else?"""
    kind = edit["type"]
    old, new = squeezed(change.old_text), squeezed(change.new_text)
    if kind == "cell":
        cells = [(each.old, each.new) for each in change.edits]
        return cells == [(edit["old_text"], edit["new_text"])]
    if kind == "move":
        return change.moved and (old, new) == (edit["old_text"], edit["new_text"])
    if change.kind != KINDS[kind] or change.moved:
        return False
    if kind == "split":
        return old == edit["old_text"] and new == squeezed(" ".join(edit["new_texts"]))
    if kind == "join":
        return old == squeezed(" ".join(edit["old_texts"]))
    return all(
        text == edit[name] for name, text in (("old_text", old), ("new_text", new)) if name in edit
    )


def wrong(
    changes: Sequence[Change], done: Sequence[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[Change]]:
    """The edits that no change shows, and the changes that show no edit.

    A letter that only counted on after what came or went before it is neither.
    """
    told = [change for change in changes if change.kind != "renumbered"]
    missed = [edit for edit in done if not any(shows(change, edit) for change in told)]
    invented = [change for change in told if not any(shows(change, edit) for edit in done)]
    return missed, invented


def write(
    folder: Path, name: str, blocks: list[make_agreement.Block], form: str, width: int = 0
) -> Path:
    """One version as a file in one of the formats."""
    path = folder / f"{name}.{form}"
    if form == "txt":
        path.write_text(make_agreement.as_text(blocks, width), "utf-8")
    else:
        make_agreement.as_docx(blocks, path)
    return path


def compared(setting: Setting, seed: int, words: int, folder: Path) -> tuple[
    list[dict[str, Any]], list[dict[str, Any]], list[Change]
]:  # fmt: skip
    """The edits of one pair of versions, those that were missed, and what was invented."""
    old = make_agreement.build(words, random.Random(seed))
    new, done = make_agreement.next_version(
        old, random.Random(seed + 1), setting.density, setting.rename
    )
    paths = [
        write(folder, name, blocks, setting.form, setting.width)
        for name, blocks in (("old", old), ("new", new))
    ]
    return done, *wrong(diff(*paths), done)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--words", type=int, default=8_000)
    parser.add_argument("--verbose", action="store_true", help="print what is wrong")
    given = parser.parse_args()
    for setting in SETTINGS:
        made: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        invented: Counter[str] = Counter()
        for seed in range(1, given.seeds + 1):
            with tempfile.TemporaryDirectory() as folder:
                done, lost, extra = compared(setting, seed, given.words, Path(folder))
            made.update(edit["type"] for edit in done)
            missed.update(edit["type"] for edit in lost)
            invented.update(change.kind for change in extra)
            if given.verbose:
                for edit in lost:
                    print("  missed", seed, edit)
                for change in extra:
                    print("  invented", seed, change.kind, change.old_id, change.new_id,
                          change.moved, change.old_text, "=>", change.new_text)  # fmt: skip
        print(f"{setting.name}: {made.total()} edits, {missed.total()} missed {dict(missed)}, "
              f"{invented.total()} invented {dict(invented)}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
