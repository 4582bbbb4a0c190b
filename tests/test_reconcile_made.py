"""Made agreements with planted faults: all are found and named, in a Word file and in its PDF."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parent.parent / "bench"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """The folder of a small made agreement, by seed and size."""
    monkeypatch.syspath_prepend(str(BENCH))
    make_tracked = import_module("make_tracked")

    def make(seed: int, orders: int = 16, faults: int = 8) -> Path:
        make_tracked.write(make_tracked.make(seed, orders, faults), tmp_path)
        return tmp_path

    return make


def wrong(folder: Path, name: str) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """What was missed and what was invented."""
    bench = import_module("reconcile")
    assert Path(bench.__file__ or "").parent == BENCH
    missed, invented, _ = bench.faults(folder, name)
    return dict(missed), dict(invented)


@pytest.mark.parametrize("seed", [101, 102])
def test_planted_faults_in_a_word_file(made: Callable[..., Path], seed: int) -> None:
    assert wrong(made(seed), "tracked.docx") == ({}, {})


def test_planted_faults_in_its_pdf_and_saved_anew(
    made: Callable[..., Path], require_program: Callable[[str], str]
) -> None:
    require_program("soffice")
    folder = made(103, orders=12, faults=4)
    make_tracked = import_module("make_tracked")
    for name in ("tracked.pdf", "resaved.docx"):
        make_tracked.converted(folder / "tracked.docx", folder / name)
        assert wrong(folder, name) == ({}, {})
