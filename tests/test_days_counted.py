"""How working days are counted in a deadline, and what the answer says of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from provision_samples import ledger

from clausetrack.commands import main
from clausetrack.provisions.deadlines import candidates
from clausetrack.provisions.vocabulary import Period

AGREEMENT = """\
NORTH QUAY COLLECTIVE AGREEMENT 2025-27

1 Term
1.1 This agreement runs from 1 July 2025 to 30 June 2027.
{definition}
2 Rosters
2.1 The employer publishes the roster within {period} of ratification of this agreement.
"""
RECORD = """\
<provisions xmlns="urn:clausetrack:provisions:1">
  <provision id="roster" kind="deadline" agreement="NQCA 2025-27">
    <title>The roster</title>
    <source clause="2.1"/>
    <words id="w" clause="2.1" anchor="publishes the roster"/>
    <duty id="publish" by="the employer" words="w" act="publish the roster">
      <within count="{count}" unit="{unit}"><event of="own" fact="ratified"/></within>
    </duty>
  </provision>
</provisions>
"""


def answer(*options: str, definition: str = "", unit: str = "working-days") -> str:
    period = f"20 {unit.replace('-', ' ')}"
    Path("nq.txt").write_text(AGREEMENT.format(definition=definition, period=period), "utf-8")
    Path("nq.xml").write_text(RECORD.format(count=20, unit=unit), "utf-8")
    Path("facts.toml").write_bytes(ledger('["NQCA 2025-27"]\nratified = 2025-12-10\n'))
    command = ["triggers", "nq.txt", "--agreement", "nq.txt=NQCA 2025-27", "--records", "nq.xml",
               "--facts", "facts.toml", *options]  # fmt: skip
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("start", "count", "contract", "act"),
    [
        # 11 to 24 December are ten; then 29, 30, 31 December, 5 to 9, 12 and 13 January
        ("2025-12-10", 20, "2026-01-13", "2026-01-16"),
        ("2025-12-23", 2, "2025-12-29", "2026-01-05"),
        ("2026-03-30", 4, "2026-04-07", "2026-04-07"),  # Easter, 3 and 6 April: the same by both
        ("2026-12-24", 3, "2026-12-31", "2027-01-07"),  # Boxing Day is kept on Monday the 28th
    ],
)
def test_the_days_after_Christmas_are_closed_by_the_Act_alone(
    start: str, count: int, contract: str, act: str
) -> None:
    day = date.fromisoformat(start)
    found = candidates(day, day, Period(count, "working-days"))
    assert [(one.rule.id, one.first.isoformat()) for one in found] == [
        ("corresponding-date", contract),
        ("legislation-act", act),
    ]


def test_both_days_are_told_and_which_days_were_left_out() -> None:
    told = " ".join(answer().split())
    assert "Last day: 13 January 2026" in told
    assert "corresponding-date: 13 January 2026; legislation-act: 16 January 2026" in told
    assert "leaves out Saturdays, Sundays, public holidays;" in told
    assert "the days from 25 December to 2 January as well (section 13)" in told
    assert "do not say what the agreement means by a working day" in told
    assert "No region was named" in told


def test_the_region_whose_anniversary_is_left_out_is_named() -> None:
    told = " ".join(answer("--region", "WGN").split())
    assert "public holidays and the anniversary day of WGN;" in told
    assert "No region was named" not in told


@pytest.mark.parametrize(
    "definition",
    [
        "1.2 “Working day” means a day on which the port is open.",
        "1.2 A working day is defined as any day but Sunday.",
        "1.2 Working day: any day but Sunday.",
    ],
)
def test_a_clause_that_says_what_a_working_day_is_goes_first(definition: str) -> None:
    (told,) = json.loads(answer("--json", definition=definition))["provisions"]
    assert told["days_counted"][-1].startswith("clause 1.2 says what a working day is")


def test_nothing_is_said_of_working_days_where_none_is_counted() -> None:
    assert "orking days" not in answer(
        definition="1.2 Rosters are kept for ten working days.", unit="days"
    )
    (told,) = json.loads(answer("--json", unit="days"))["provisions"]
    assert told["days_counted"] == []


def test_a_clause_that_only_speaks_of_working_days_does_not_define_them() -> None:
    (told,) = json.loads(
        answer("--json", definition="1.2 Leave is 20 working days a year, and includes Matariki.")
    )["provisions"]
    assert told["days_counted"][-1].startswith("the documents given do not say")
