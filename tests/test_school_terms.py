"""A notice of school terms: by the terms that a user gives, and not computed without them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausetrack.commands import main
from clausetrack.errors import InvalidFacts
from clausetrack.provisions.school import notices, read
from clausetrack.provisions.vocabulary import Period

#: Days of a made-up school.
TERMS = """
[[term]]
name = "first"
first = 2026-02-02
last = 2026-04-02
source = "a test"

[[term]]
name = "second"
first = 2026-04-20
last = 2026-07-03
source = "a test"

[[term]]
name = "third"
first = 2026-07-20
last = 2026-09-25
source = "a test"
"""
DOC = """Terms of Settlement

This is an offer for the Secondary Teachers' Collective Agreement (2026 - 2028).

1. Nominee

Add a new clause as follows:

4.28.5 The principal or the teacher may end the role with one term's notice.
"""


def test_notice_of_a_term_is_given_before_it_begins_and_ends_with_it() -> None:
    terms = read(TERMS.encode(), "terms.toml")
    one = [(found.by, found.end) for found in notices(Period(1, "terms"), terms)]
    assert one == [
        (date(2026, 2, 1), date(2026, 4, 2)),
        (date(2026, 4, 19), date(2026, 7, 3)),
        (date(2026, 7, 19), date(2026, 9, 25)),
    ]
    two = [(found.by, found.end) for found in notices(Period(2, "terms"), terms)]
    assert two == [(date(2026, 2, 1), date(2026, 7, 3)), (date(2026, 4, 19), date(2026, 9, 25))]
    assert not list(notices(Period(4, "terms"), terms))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("2026-04-20", "2026-04-02", "second begins on 2026-04-02, and first ends on 2026-04-02"),
        ("last = 2026-07-03", "last = 2026-04-03", "before it begins"),
        ("last = 2026-07-03", 'last = "3 July"', "is no day"),
        ('source = "a test"', 'from = "a test"', "write name, first, last and source"),
        ("[[term]]", "[[terms]]", "holds no list"),
    ],
)
def test_terms_that_cannot_be_are_refused(old: str, new: str, says: str) -> None:
    with pytest.raises(InvalidFacts, match=says):
        read(TERMS.replace(old, new).encode(), "terms.toml")


def test_it_is_computed_where_the_terms_are_given_and_else_named_as_not_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("doc.txt").write_text(DOC, "utf-8")
    Path("terms.toml").write_text(TERMS, "utf-8")
    propose = ["provisions", "suggest", "doc.txt", "-o", "r.xml"]
    assert CliRunner().invoke(main, propose).exit_code == 0

    def run(*args: str) -> str:
        words = ["triggers", "doc.txt", "--records", "r.xml", *args]
        return " ".join(CliRunner().invoke(main, words).stdout.split())

    said = run()
    assert "one term: not computed: school terms are data that nobody gave" in said
    assert "no statute sets it" in said
    assert "may end the role with one term's notice" in said  # quoted
    said = run("--terms", "terms.toml")
    assert "given on or before 19 April 2026 it ends on 3 July 2026, with second" in said
    assert "not computed: school" not in said
    told = json.loads(run("--terms", "terms.toml", "--json"))["provisions"]
    (notice,) = [found for one in told for found in one["notices"]]
    assert notice["rows"][0] == {"by": "2026-02-01", "end": "2026-04-02", "term": "first"}
