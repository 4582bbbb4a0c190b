"""The commands that read one document: ingest, outline, show, amendments."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clausetrack.commands import main

AGREEMENT = """Example Teachers’ Collective Agreement (XTCA) 2023-2025

Part One: Pay

4.1 Rates

4.1.1 A teacher is paid each fortnight.

(a) in arrears; and

(b) into one account.

4.2 Units

4.2.1 The rate of each unit is $5,000 per annum.
"""

TERMS = """Terms of Settlement

This is the offer for the renewal of the Example Teachers’ Collective Agreement (XTCA) 2025-2027.

1. Units

Amend clause 4.2.1 as follows:

4.2.1 The rate of each unit is $5,500 per annum from 28 January 2026.
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    path = tmp_path / "xtca.txt"
    path.write_text(AGREEMENT, "utf-8")
    return path


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.txt"
    path.write_text(TERMS, "utf-8")
    return path


def run(*args: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def test_outline_prints_the_tree_of_a_file_and_of_standard_input(agreement: Path) -> None:
    shown = run("outline", agreement)
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert "  4.1  Rates" in lines
    assert "      (b)  into one account." in lines
    piped = run("outline", "-", stdin=AGREEMENT)
    assert piped.stdout == shown.stdout


def test_outline_json_is_one_object_with_every_character_in_its_place(agreement: Path) -> None:
    shown = run("outline", "--json", agreement)
    out = json.loads(shown.stdout)
    assert out["schema"] == "clausetrack/outline/1"
    assert out["document"]["version"] == "2023-25"
    ids = [clause["id"] for clause in out["clauses"]]
    assert ids[-6:] == ["4.1", "4.1.1", "4.1.1(a)", "4.1.1(b)", "4.2", "4.2.1"]
    coverage = out["coverage"]
    assert coverage["read"] == len("".join(AGREEMENT.split()))
    assert coverage["keyed"] + coverage["left_out"] == coverage["read"]


@pytest.mark.parametrize("spelling", ["4.1.1(b)", "clause 4.1.1 (b)", "4.1.1.(b)", " 4.1.1(B)"])
def test_show_takes_a_citation_as_people_write_it(agreement: Path, spelling: str) -> None:
    shown = run("show", agreement, spelling)
    assert (shown.exit_code, shown.stdout) == (0, "(b) into one account.\n")


ARTICLES = """Agreement between the Town and the Pilots

ARTICLE 2 - HOURS OF WORK

Section 1. Work week. The week is forty hours.

Section 2. Trades.
   A. Shifts may be traded.
   B. A trade is repaid.
      1. It is repaid in a year.
      2. It is not repaid in cash.
         a. The harbour master may allow it.

ARTICLE 3 - WAGES

Section 1. Wages are paid weekly.
"""


@pytest.mark.parametrize(
    ("spelling", "shown"),
    [
        ("Article 2, Section 2.B.2.a", "a. The harbour master may allow it."),
        ("Art 2 s 2(B)(1)", "1. It is repaid in a year."),
        ("article iii section 1", "Section 1 Wages are paid weekly."),
        ("Art. III § 1", "Section 1 Wages are paid weekly."),
        ("art. 3, sec. 1", "Section 1 Wages are paid weekly."),
    ],
)
def test_show_takes_the_short_forms_of_articles_and_sections(spelling: str, shown: str) -> None:
    assert run("show", "-", spelling, stdin=ARTICLES).stdout == f"{shown}\n"


PARTS = """Riggers’ Collective Agreement 2023-2025

Part A General

1 Coverage

This agreement covers riggers.

Part B Riggers

1 Pay

A rigger is paid $40.

2 Hours

The hours are forty.
"""


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ("1", "clause '1' stands in Part A and in Part B: say which, as 'Part A 1'"),
        ("cl. 2", "clause 'cl. 2' stands in Part B: it is 'Part B 2'"),
    ],
)
def test_show_says_in_which_parts_a_number_stands(citation: str, said: str) -> None:
    shown = run("show", "-", citation, stdin=PARTS)
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert said in shown.stderr
    assert "there is no clause '3'" in run("show", "-", "3", stdin=PARTS).stderr


def test_show_prints_what_stands_under_a_clause_and_nothing_beside_it(agreement: Path) -> None:
    shown = run("show", agreement, "4.1")
    assert shown.stdout.split() == [
        "4.1",
        "Rates",
        "4.1.1",
        "A",
        "teacher",
        "is",
        "paid",
        "each",
        "fortnight.",
        "(a)",
        "in",
        "arrears;",
        "and",
        "(b)",
        "into",
        "one",
        "account.",
    ]


def test_show_finds_a_division_by_its_words(agreement: Path) -> None:
    shown = run("show", agreement, "part one")
    assert "Pay" in shown.stdout.splitlines()[0]
    assert "4.2.1" in shown.stdout


def test_show_looks_into_quoted_wording_and_says_so(terms: Path) -> None:
    shown = run("show", terms, "4.2.1")
    assert shown.stdout.startswith("4.2.1 The rate of each unit is $5,500")
    assert "item 1 quotes" in shown.stderr
    assert run("show", "--item", "1", terms, "4.2.1").stdout == shown.stdout
    other = run("show", "--item", "2", terms, "4.2.1")
    assert other.exit_code == 2
    assert "item 2" in other.stderr


def test_an_unknown_clause_is_an_error_that_names_what_is_near(agreement: Path) -> None:
    shown = run("show", agreement, "4.1.2")
    assert shown.exit_code == 2
    assert shown.stdout == ""
    assert len(shown.stderr.splitlines()) == 1
    assert "'4.1.2'" in shown.stderr
    assert "4.1.1" in shown.stderr


def test_amendments_lists_what_the_terms_order(terms: Path) -> None:
    shown = run("amendments", terms)
    assert shown.exit_code == 0
    row = shown.stdout.splitlines()[2].split()
    assert row == ["1#1", "substitution", "4.2.1", "given", "2026-01-28", "4.2.1"]
    out = json.loads(run("amendments", terms, "--json").stdout)
    assert out["schema"] == "clausetrack/amendments/1"
    assert [(a["id"], a["target"]) for a in out["amendments"]] == [("1#1", "4.2.1")]


def test_ingest_writes_to_standard_output_a_file_or_a_folder(
    agreement: Path, terms: Path, tmp_path: Path
) -> None:
    written = run("ingest", agreement)
    assert written.stdout.startswith("<?xml")
    one = tmp_path / "one.xml"
    assert run("ingest", agreement, "-o", one).exit_code == 0
    assert one.read_bytes() == written.stdout_bytes
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("ingest", agreement, terms, "-o", folder).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["terms.xml", "xtca.xml"]
    assert (folder / "xtca.xml").read_bytes() == one.read_bytes()


def test_what_ingest_wrote_is_a_document_again(agreement: Path, tmp_path: Path) -> None:
    written = tmp_path / "xtca.xml"
    run("ingest", agreement, "-o", written)
    assert run("outline", written).stdout == run("outline", agreement).stdout


def test_ingest_of_several_sources_needs_a_folder_and_names_of_their_own(
    agreement: Path, terms: Path, tmp_path: Path
) -> None:
    assert run("ingest", agreement, terms).exit_code == 2
    assert run("ingest", agreement, terms, "-o", tmp_path / "new.xml").exit_code == 2
    assert not (tmp_path / "new.xml").exists()
    folder = tmp_path / "out"
    folder.mkdir()
    twice = run("ingest", agreement, agreement, "-o", folder)
    assert twice.exit_code == 2
    assert list(folder.iterdir()) == []


def test_one_bad_source_leaves_nothing_written(agreement: Path, tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    news.write_text("Talks went on all week. Nothing was settled.\n", "utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    failed = run("ingest", agreement, news, "-o", folder)
    assert failed.exit_code == 2
    assert "news.txt" in failed.stderr
    assert list(folder.iterdir()) == []


def test_warnings_go_to_standard_error_one_line_each(tmp_path: Path) -> None:
    twice = tmp_path / "twice.txt"
    twice.write_text(AGREEMENT + "\n4.2.1 The same number stands here again.\n", "utf-8")
    shown = run("outline", twice)
    assert shown.exit_code == 0
    (line,) = shown.stderr.splitlines()
    assert line.startswith("warning: ")
    assert "line 17" in line
    assert line.endswith("[number-repeated]")


def test_many_warnings_of_one_kind_are_counted(tmp_path: Path) -> None:
    often = tmp_path / "often.txt"
    often.write_text(AGREEMENT + "\n4.2.1 The same number stands here again.\n" * 8, "utf-8")
    shown = run("outline", often)
    lines = shown.stderr.splitlines()
    assert len(lines) == 6
    assert lines[-1] == "... and 3 more of this kind [number-repeated]"
