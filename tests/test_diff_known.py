"""A made agreement and its next version, of which every edit is known: all found, none invented."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from clausetrack import diff

SECOND = "The winch is greased before each landing and the key is hung up.\n"
SECTIONS = """Harbour Lights Collective Agreement

1 Stores
1.1 The tender brings oil on the first day of each month.
2 Watches
2.1 Records of the night watch
2.1.1 The keeper who leaves the gallery enters the hour in the lamp log.
{first}2.2 Records of the day watch
2.2.1 The keeper who hoists the signal enters its letters in the signal book.
{second}3 Leave
3.1 Each keeper goes ashore for one week in every quarter of the year.
"""
BENCH = Path(__file__).resolve().parent.parent / "bench"


@pytest.fixture(scope="module")
def known() -> Iterator[ModuleType]:
    """What `bench/` measures on many seeds is asked here on a few."""
    sys.path.insert(0, str(BENCH))
    yield import_module("known_edits")
    sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def maker(known: ModuleType) -> ModuleType:
    """The generator of `bench/`."""
    module: ModuleType = known.make_agreement
    return module


@pytest.mark.parametrize("setting", [0, 1, 2, 3])
@pytest.mark.parametrize("seed", [3, 8])
def test_every_known_edit_is_found_as_what_it_is_and_none_is_invented(
    known: ModuleType, tmp_path: Path, setting: int, seed: int
) -> None:
    done, missed, invented = known.compared(known.SETTINGS[setting], seed, 6_000, tmp_path)
    assert len({edit["type"] for edit in done}) >= 5
    assert missed == []
    assert invented == []


def test_two_sections_that_share_a_clause_each_stay_what_they_are() -> None:
    """One clause of 2.2 moved into 2.1: the sections have as many children in 2.1 each."""
    old = SECTIONS.format(first="", second="2.2.2 " + SECOND)
    new = SECTIONS.format(first="2.1.2 " + SECOND, second="")
    kinds = Counter(change.kind for change in diff(old.encode(), new.encode()))
    assert kinds == {"moved": 1}


def test_only_items_after_one_that_came_or_went_are_renumbered(
    maker: ModuleType, tmp_path: Path
) -> None:
    old = maker.build(6_000, random.Random(5))
    new, _ = maker.next_version(old, random.Random(6))
    for name, blocks in (("old", old), ("new", new)):
        (tmp_path / f"{name}.txt").write_text(maker.as_text(blocks), "utf-8")
    was, now = ({b.name: b.number for b in blocks} for blocks in (old, new))
    moved = sum(one != now[name] for name, one in was.items() if name in now)
    changes = diff(tmp_path / "old.txt", tmp_path / "new.txt")
    assert sum(change.renumbered for change in changes) == moved


def test_one_clause_two_thousand_times(maker: ModuleType, tmp_path: Path) -> None:
    for name, blocks in zip(
        ("old", "new"), maker.worst("repeated", [], random.Random(1)), strict=True
    ):
        (tmp_path / f"{name}.txt").write_text(maker.as_text(blocks), "utf-8")
    kinds = Counter(change.kind for change in diff(tmp_path / "old.txt", tmp_path / "new.txt"))
    assert kinds == {"deleted": 2}
