"""`clausetrack check`, from files to what a person or a program reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clausetrack.commands import main

TEXT = """Lamp Keepers’ Collective Agreement 2024–2026

1.1 The parties to this agreement are the Board and the Guild.

2.1 Leave is taken as clause 7.4 provides.

2.2 The QLF is paid for every gale.
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, args)], catch_exceptions=False)


def as_json(*args: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(*args, "--json").stdout)
    return found


def test_a_person_reads_what_where_why_and_the_words(agreement: Path) -> None:
    out = run(agreement).stdout
    assert "warning  2.1 (line 5)" in out
    assert "“clause 7.4” cites nothing" in out
    assert "→ A right or a condition" in out
    assert out.endswith("1 warning, 1 worth knowing\n")


def test_a_program_reads_the_fields_that_others_rely_on(agreement: Path) -> None:
    found = as_json(agreement)
    assert next(iter(found)) == "schema"
    assert found["schema"] == "clausetrack/check/1"
    first = found["findings"][0]
    assert {"code", "severity", "message", "clause", "source", "quote"} <= set(first)
    assert (first["code"], first["clause"], first["source"]["line"]) == (
        "reference-unresolved", "2.1", 5,
    )  # fmt: skip
    assert found["counts"] == {"error": 0, "warning": 1, "info": 1}


def test_choosing(agreement: Path) -> None:
    codes = [each["code"] for each in as_json(agreement, "--severity", "warning")["findings"]]
    assert codes == ["reference-unresolved"]
    chosen = as_json(agreement, "--select", "dates, references", "--ignore", "reference-unresolved")
    assert [each["code"] for each in chosen["findings"]] == ["abbreviation-undefined"]
    unknown = CliRunner().invoke(main, ["check", str(agreement), "--select", "nonsense"])
    assert unknown.exit_code == 2
    assert "nonsense" in unknown.stderr


def test_the_exit_code_speaks_only_when_asked(agreement: Path) -> None:
    assert run(agreement).exit_code == 0
    assert run(agreement, "--exit-code").exit_code == 1
    assert run(agreement, "--exit-code", "--severity", "error").exit_code == 0


def test_a_reviewed_finding_is_set_aside_and_comes_back(agreement: Path) -> None:
    pin = as_json(agreement)["findings"][0]["pin"]
    Path(f"{agreement}.review.toml").write_text(
        '[[reviewed]]\ncode = "reference-unresolved"\nclause = "2.1"\n'
        f'pin = "{pin}"\nreason = "Clause 7.4 comes by variation."\n',
        "utf-8",
    )
    found = as_json(agreement)
    assert [each["code"] for each in found["findings"]] == ["abbreviation-undefined"]
    assert found["set_aside"][0]["reason"] == "Clause 7.4 comes by variation."
    assert run(agreement).stdout.endswith("1 worth knowing; 1 set aside\n")
    agreement.write_text(TEXT.replace("Leave is", "All leave is"), "utf-8")
    result = run(agreement, "--json")
    assert json.loads(result.stdout)["findings"][0]["code"] == "reference-unresolved"
    assert "fits no finding any more" in result.stderr


def test_a_broken_file_of_reviews_is_a_clear_error(agreement: Path) -> None:
    Path(f"{agreement}.review.toml").write_text("[[reviewed]]\n", "utf-8")
    result = CliRunner().invoke(main, ["check", str(agreement)])
    assert result.exit_code == 2
    assert "lamp.txt.review.toml: entry 1 needs" in result.stderr
    assert result.stderr.count("\n") == 1


def test_nothing_found(tmp_path: Path) -> None:
    path = tmp_path / "clean.txt"
    path.write_text(TEXT.replace("clause 7.4", "clause 1.1").replace("QLF", "fee"), "utf-8")
    assert run(path).stdout == "nothing found\n"


def test_control_characters_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(TEXT.replace("clause 7.4", "clause 7.4\x1b[31m of it"), "utf-8")
    assert "\x1b" not in run(path).stdout


def test_the_samples_of_the_project_show_what_the_review_is_for(corpus: Path) -> None:
    found = as_json(corpus / "stca-2022-25.txt", corpus / "stca-2025-27-terms.txt")
    codes = {(each["code"], each["clause"]) for each in found["findings"]}
    assert ("rate-off-increase", "4.1.1 table 1") in codes
    assert ("term-gap", "1.6") in codes
    base = as_json(corpus / "stca-2022-25.txt", "--severity", "warning")
    # the trial in 4.19.1 runs until 27 January 2026, and the agreement until 2 July 2025
    assert [(each["code"], each["clause"]) for each in base["findings"]] == [
        ("promise-after-expiry", "4.19.1")
    ]


def test_what_is_noted_in_the_terms_stands_in_the_report_of_the_mark_up(
    corpus: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    args = [corpus / "stca-2022-25.docx", corpus / "stca-2025-27-terms.txt", "--report", report]
    assert CliRunner().invoke(main, ["markup", *map(str, args)]).exit_code == 0
    found = json.loads(report.read_text("utf-8"))["findings"]
    steps = [
        each["quote"].split(" | ")[0]
        for each in found
        if (each["code"], each["clause"]) == ("rate-off-increase", "4.1.1 table 1")
    ]
    assert steps == ["9", "10", "10"]
    # what is only worth knowing is left to `check`, and reading's own findings stand there once
    assert not [each for each in found if each["code"] == "hyphen-mixed"]
    assert len({json.dumps(each, sort_keys=True) for each in found}) == len(found)
