"""What the tests share: where documents are, which programs are there, and what a skip means.

A test whose documents or programs are missing on a user's machine is skipped, with the reason.
Where CLAUSETRACK_NO_SKIP is 1, as in CI, every skip is a failure, so that none goes unnoticed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent

# The same examples on every run: a failure is the change's, not the day's.
settings.register_profile("clausetrack", derandomize=True, deadline=None, database=None)
settings.load_profile("clausetrack")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The project's own sample documents."""
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with documents that are not the project's to publish."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder `shared` beside the checkout")
    return folder


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    """Real terms of settlement, as text."""
    return _inside(shared, "seeds")


@pytest.fixture(scope="session")
def cases(shared: Path) -> Path:
    """Real and made documents of each format."""
    return _inside(shared, "cases")


def _inside(folder: Path, name: str) -> Path:
    inside = folder / name
    if not inside.is_dir():
        pytest.skip(f"the folder `shared` holds no `{name}`")
    return inside


@pytest.fixture(scope="session")
def require_program() -> Callable[[str], str]:
    """`require_program("soffice")`: the path of a program; the test is skipped where it is not."""

    def require(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"the program {name} is not installed")
        return path

    return require


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    # an expected failure reports itself as skipped too, and is none
    if report.skipped and not hasattr(report, "wasxfail"):
        _fail_if_forbidden(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped:
        _fail_if_forbidden(report)
    return report


def _fail_if_forbidden(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("CLAUSETRACK_NO_SKIP") == "1":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason}\nCLAUSETRACK_NO_SKIP=1: here a skip is a failure"
