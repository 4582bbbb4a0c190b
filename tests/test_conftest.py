"""A skip is a failure where CLAUSETRACK_NO_SKIP is 1, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

SKIPPING = """
import pytest
import unittest

def test_passes(): pass

def test_in_the_body(): pytest.skip("no soffice")

@pytest.mark.skip(reason="not today")
def test_by_a_mark(): pass

@pytest.fixture
def absent(): pytest.skip("no seeds")

def test_by_a_fixture(absent): pass

def test_program(require_program): require_program("no-such-program")

class TestOldStyle(unittest.TestCase):
    @unittest.skip("old style")
    def test_skipped(self): pass

@pytest.mark.xfail(reason="expected", strict=True)
def test_expected_failure(): assert False
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text("utf-8"))
    return pytester


def test_skips_are_skips_on_a_users_machine(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAUSETRACK_NO_SKIP", raising=False)
    project.makepyfile(SKIPPING)
    result = project.runpytest_subprocess("-rs")
    result.assert_outcomes(passed=1, skipped=5, xfailed=1)
    result.stdout.fnmatch_lines(["*the program no-such-program is not installed*"])


def test_skips_are_failures_in_ci(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSETRACK_NO_SKIP", "1")
    project.makepyfile(SKIPPING)
    result = project.runpytest_subprocess()
    counts = result.parseoutcomes()
    assert counts.get("skipped", 0) == 0
    assert counts["failed"] + counts.get("errors", 0) == 5
    assert (counts["passed"], counts["xfailed"]) == (1, 1)
    result.stdout.fnmatch_lines(["*Skipped: no soffice*", "*here a skip is a failure*"])


def test_a_module_that_skips_itself_fails_in_ci(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSETRACK_NO_SKIP", "1")
    project.makepyfile('import pytest\npytest.importorskip("no_such_library")')
    result = project.runpytest_subprocess()
    result.assert_outcomes(errors=1)
    assert result.ret != 0
