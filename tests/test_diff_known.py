"""A made agreement and its next version, of which every edit is known: all found, none invented."""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from clausetrack import diff
from clausetrack.diff.changes import Change

KINDS = {"edit": "changed", "cell": "changed", "insert": "inserted", "delete": "deleted",
         "split": "split", "join": "joined"}  # fmt: skip


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The generator of `bench/`."""
    from importlib.util import module_from_spec, spec_from_file_location

    path = Path(__file__).resolve().parent.parent / "bench" / "make_agreement.py"
    spec = spec_from_file_location("make_agreement", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


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


@pytest.mark.parametrize("form", ["txt", "docx"])
@pytest.mark.parametrize("seed", [3, 8])
def test_every_known_edit_is_found_as_what_it_is_and_none_is_invented(
    maker: ModuleType, tmp_path: Path, form: str, seed: int
) -> None:
    old = maker.build(6_000, random.Random(seed))
    new, done = maker.next_version(old, random.Random(seed + 1))
    for name, blocks in (("old", old), ("new", new)):
        if form == "txt":
            (tmp_path / f"{name}.txt").write_text(maker.as_text(blocks), "utf-8")
        else:
            maker.as_docx(blocks, tmp_path / f"{name}.docx")
    changes = diff(tmp_path / f"old.{form}", tmp_path / f"new.{form}")
    told = [change for change in changes if change.kind != "renumbered"]
    assert len({edit["type"] for edit in done}) >= 5
    missed = [edit for edit in done if not any(shows(change, edit) for change in told)]
    invented = [change for change in told if not any(shows(change, edit) for edit in done)]
    assert missed == []
    assert invented == []
    assert len(told) == len(done)


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
