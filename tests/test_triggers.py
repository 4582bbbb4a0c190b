"""`clausetrack triggers`, from files to what a person or a program reads."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from provision_samples import ledger

import clausetrack
from clausetrack.commands import main
from clausetrack.commands.input import shipped

PTCA = """\
Terms of Settlement

This is a sample offer to renew the Primary Teachers' Collective Agreement (2025 - 2027). It \
counts as deemed to have lapsed unless it is ratified by 5pm on 3 October 2025 and the \
agreement is signed by 5pm on 6 October 2025.

1. Term

Amend clause 1.4 as follows: This agreement runs from 3 October 2025 to 2 December 2027.

2. Salary scale

The mechanism of clause 3.1.1 goes on for the term.

3. Units

A unit (clause 3.9) goes up twice, by $100 each time.

| | Now | 28 January 2026 | 28 January 2027 |
|---|---|---|---|
| Unit Value | $4,500 | $4,600 | $4,700 |

What follows applies where another agreement in the sector is ratified (or varied) during the \
period from the signing of these terms to 2 December 2027 and its units are above $5,000:

- (a) The Commissioner offers the part above $5,000 via a variation within one month of that \
event.
- (b) The union answers within one month of receipt.
- (c) Once the union accepts, this agreement will be deemed to be varied.

Note: A unit goes up by that part upon the signing of the variation. With $5,200 elsewhere, \
$200 is added to what is left after $5,000.
"""

STCA = """\
Terms of Settlement

This is a sample offer to renew the Secondary Teachers' Collective Agreement (2025 - 2027). It is \
withdrawn unless it is ratified by 5pm on 5 December 2025 and the agreement is signed by 5pm on 9 \
December 2025.

1. Units

Amend clause 4.3.2 as follows:

4.3.2 Each unit is worth $5,000 per annum. From 28 January 2026 each unit is worth $5,500 per \
annum.

2. Meetings

The parties will meet about release time.
"""

FACTS = """\
["PTCA 2025-27"]
terms_signed = 2025-10-01
ratified = 2025-10-03
signed = 2025-10-06

["STCA 2025-27"]
ratified = 2025-12-05
signed = 2025-12-09
"""


UNITS = "ptca-2025-27-item-3"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: Path) -> None:
    """A folder with sample terms, facts and a copy of the shipped record, to work in."""
    (tmp_path / "ptca.txt").write_text(PTCA, "utf-8")
    (tmp_path / "stca.txt").write_text(STCA, "utf-8")
    (tmp_path / "facts.toml").write_bytes(ledger(FACTS))
    mine = tmp_path / "mine"
    mine.mkdir()
    for record in (corpus / "records").glob("*.xml"):
        (mine / record.name).write_bytes(record.read_bytes())
    monkeypatch.chdir(tmp_path)


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["triggers", *map(str, args)])


def the_provision(*args: str | Path) -> dict[str, Any]:
    result = run(*args, "--json")
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert next(iter(answer.items())) == ("schema", "clausetrack/triggers/1")
    (provision,) = (one for one in answer["provisions"] if one["id"] in ("my-own", UNITS))
    assert isinstance(provision, dict)
    return provision


def test_with_no_facts_all_that_is_missing_is_named() -> None:
    provision = the_provision("ptca.txt", "stca.txt")
    assert provision["status"] == "unknown"
    assert provision["missing"] == [
        "PTCA 2025-27 terms signed",
        "PTCA 2025-27 ratified",
        "PTCA 2025-27 signed",
        "STCA 2025-27 ratified",
        "STCA 2025-27 signed",
    ]
    assert [effect["new"] for effect in provision["if_met"]["effects"]] == ["5100", "5200"]


def test_what_is_due_stands_first_with_its_last_day() -> None:
    said = run("ptca.txt", "stca.txt", "--facts", "facts.toml").stdout
    short, first, second = said.split(f"\n\n{'-' * 80}\n\n")
    assert short == (
        "In short\n"
        "  OFFER DUE: PTCA 2025-27, item 3 (clause 3.9). Last day: 5 January 2026. The\n"
        "    record is unconfirmed.\n"
        "  UNKNOWN: PTCA 2025-27, item 2 (clause 3.1.1)."
    )
    assert first.startswith("PTCA 2025-27, item 3 (clause 3.9)\n")
    assert second.startswith("PTCA 2025-27, item 2 (clause 3.1.1)\n")
    told = run("ptca.txt", "stca.txt", "--facts", "facts.toml", "--json").stdout
    ids = [one["id"] for one in json.loads(told)["provisions"]]
    assert ids == ["ptca-2025-27-item-2", UNITS]  # in the order of the records


def test_with_the_facts_the_duty_its_last_day_and_the_figures_are_told() -> None:
    result = run("ptca.txt", "stca.txt", "--facts", "facts.toml")
    said = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "Status: OFFER DUE." in said
    assert "Last day: 5 January 2026" in said
    assert "The part above $5,000: $500" in said
    assert "$4,600 -> $5,100" in said
    assert "$4,700 -> $5,200" in said
    assert "“(c)" not in said
    assert "“Once the union accepts, this agreement will be deemed to be varied.”" in said
    assert result.stderr == ""


def test_at_exactly_5000_nothing_arises() -> None:
    Path("stca.txt").write_text(STCA.replace("$5,500", "$5,000"), "utf-8")
    provision = the_provision("ptca.txt", "stca.txt", "--facts", "facts.toml")
    assert (provision["status"], provision["effects"]) == ("not-met", [])
    said = " ".join(run("ptca.txt", "stca.txt", "--facts", "facts.toml").stdout.split())
    assert "(clause 4.3.2), equal to $5,000, so not above it." in said


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        ("ratified = false", "The PTCA 2025-27 was not ratified."),
        ("ratified = 2025-10-04", "after the last day for it, 3 October 2025 (by 5pm)."),
    ],
)
def test_terms_that_were_not_ratified_in_time_bind_no_one(fact: str, why: str) -> None:
    Path("facts.toml").write_bytes(ledger(FACTS.replace("ratified = 2025-10-03", fact)))
    said = " ".join(run("ptca.txt", "stca.txt", "--facts", "facts.toml").stdout.split())
    assert "Status: LAPSED." in said
    assert why in said


def test_the_order_of_the_documents_does_not_matter_and_the_bytes_are_the_same() -> None:
    one = run("ptca.txt", "stca.txt", "--facts", "facts.toml", "--json")
    other = run("stca.txt", "ptca.txt", "--facts", "facts.toml", "--json")
    assert one.stdout_bytes == other.stdout_bytes


def test_as_at_a_day_before_the_ratification_nothing_has_arisen() -> None:
    args = ("ptca.txt", "stca.txt", "--facts", "facts.toml", "--as-at")
    assert the_provision(*args, "2025-12-04")["status"] == "not-met"
    assert the_provision(*args, "2025-12-05")["status"] == "offer-due"
    refused = run(*args, "5/12/2025")
    assert refused.exit_code == 2
    assert "5/12/2025" in refused.stderr


def test_what_no_record_speaks_of_is_said_and_not_passed_over() -> None:
    Path("facts.toml").write_bytes(ledger(FACTS + '["PTAC 2025-27"]\nsigned = 2025-10-06\n'))
    other = STCA.replace("Secondary Teachers", "Kindergarten Teachers")
    Path("ktca.txt").write_text(other, "utf-8")
    result = run("ptca.txt", "ktca.txt", "--facts", "facts.toml")
    assert "the fact PTAC 2025-27 signed was not used" in result.stderr
    assert "no record speaks of ktca.txt" in result.stderr


def test_records_are_those_that_we_ship_or_those_named() -> None:
    known = the_provision("ptca.txt")
    assert known["id"] == "ptca-2025-27-item-3"
    (record,) = Path("mine").iterdir()
    renamed = record.read_text("utf-8").replace('id="ptca-2025-27-item-3"', 'id="my-own"')
    record.write_text(renamed, "utf-8")
    assert the_provision("ptca.txt", "--records", "mine") == {**known, "id": "my-own"}
    assert the_provision("ptca.txt", "--records", record)["id"] == "my-own"
    empty = Path("empty")
    empty.mkdir()
    assert "holds no .xml file" in run("ptca.txt", "--records", empty).stderr


@pytest.mark.parametrize("folder", ["records", "measures"])
def test_a_wheel_holds_what_we_ship_beside_the_package(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: Path
) -> None:
    assert shipped(folder) == corpus / folder
    build = tomllib.loads((corpus.parent / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]
    wheel = build["build"]["targets"]["wheel"]
    assert f"corpus/{folder}" in wheel["only-include"]
    installed = tmp_path / "site-packages"
    (installed / wheel["sources"][f"corpus/{folder}"]).mkdir(parents=True)
    monkeypatch.setattr(clausetrack, "__file__", str(installed / "clausetrack" / "__init__.py"))
    assert shipped(folder) == (installed / "clausetrack" / folder).resolve()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("facts.toml", "[[fact]]", "fact 1: version: it is missing"),
        (
            "facts.toml",
            ledger(FACTS.replace("2025-12-09", "2025-12-04")).decode(),
            "in an order that cannot be",
        ),
        ("mine/ptca-2025-27.xml", "<provisions/>", "not a provision record"),
        ("mine/ptca-2025-27.xml", "<provisions", "not well-formed XML"),
        ("ptca.txt", "", "ptca.txt"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_one_line(name: str, content: str, says: str) -> None:
    Path(name).write_text(content, "utf-8")
    result = run("ptca.txt", "stca.txt", "--facts", "facts.toml", "--records", "mine")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_sample_facts_assert_nothing(corpus: Path) -> None:
    with_sample = run("ptca.txt", "stca.txt", "--facts", corpus / "facts.toml", "--json")
    assert with_sample.exit_code == 0
    assert with_sample.stdout == run("ptca.txt", "stca.txt", "--json").stdout


def test_a_calendar_and_a_page_are_written_beside_the_answer() -> None:
    args = ("ptca.txt", "stca.txt", "--facts", "facts.toml")
    result = run(*args, "--ics", "days.ics", "--html", "page.html", "--region", "WGN")
    assert result.exit_code == 0, result.stderr
    assert b"DTSTART;VALUE=DATE:20260105" in Path("days.ics").read_bytes()
    assert "OFFER DUE" in Path("page.html").read_text("utf-8")
    refused = run(*args, "--region", "Utopia", "--ics", "other.ics")
    assert (refused.exit_code, Path("other.ics").exists()) == (2, False)


def test_what_if_and_from_what_value() -> None:
    args = ("ptca.txt", "stca.txt", "--facts", "facts.toml", "--what-if")
    assert the_provision(*args, "STCA unit value = 5000")["status"] == "not-met"
    supposed = the_provision(*args, "STCA unit value = 5200")
    assert [part["excess"] for part in supposed["excess"]] == ["200"]
    answer = json.loads(run(*args, "STCA unit value", "--json").stdout)
    assert [one["amount"] for one in answer["thresholds"]] == ["5000"]
    assert run(*args, "STCA pay = 1").exit_code == 2


def test_only_what_was_recorded_by_a_day_is_known_then() -> None:
    args = ("ptca.txt", "stca.txt", "--facts", "facts.toml", "--known-as-at")
    assert the_provision(*args, "2025-12-30")["status"] == "unknown"
    assert the_provision(*args, "2025-12-31")["status"] == "offer-due"


def test_the_status_of_the_agreements_is_told_for_a_day() -> None:
    args = ("ptca.txt", "stca.txt", "--facts", "facts.toml", "--as-at", "2025-12-10")
    found = json.loads(run(*args, "--json").stdout)["agreements"]
    assert [(one["agreement"], one["status"]) for one in found] == [
        ("PTCA 2025-27", "in-force"),
        ("STCA 2025-27", "signed"),
    ]


# ------------------------------------------------------------------------- the real documents


def test_the_real_terms_on_days_that_are_not_known(seeds: Path) -> None:
    Path("facts.toml").write_bytes(
        ledger(
            """
            ["PTCA 2025-27"]
            terms_signed = {to = 2025-10-06}
            ratified = {to = 2025-10-06}
            signed = {to = 2025-10-06}

            ["STCA 2025-27"]
            ratified = 2025-12-05
            """
        )
    )
    documents = sorted(seeds.glob("00[13]_*.txt"))
    answer = json.loads(run(*documents, "--facts", "facts.toml", "--json").stdout)
    scale, units = answer["provisions"]
    assert (units["status"], units["deadlines"][0]["date"]) == ("offer-due", "2026-01-05")
    assert [table["all_readings_agree"] for table in units["tables"]] == [False, False, True]
    assert any("by 5pm on 3 October 2025" in said for said in units["provisos"])
    assert scale["source_clause"] == "2"
    assert "text not held: PTCA 2025-27 clause 3.1.1" in scale["missing"]


def test_the_real_terms_known_not_to_have_been_ratified_in_time(seeds: Path) -> None:
    short = '["PTCA 2025-27"]\nratified = {never = true, to = 2025-10-03}\n'
    Path("facts.toml").write_bytes(ledger(short))
    documents = sorted(seeds.glob("00[13]_*.txt"))
    answer = json.loads(run(*documents, "--facts", "facts.toml", "--json").stdout)
    assert [one["status"] for one in answer["provisions"]] == ["lapsed", "lapsed"]


def test_the_real_terms_with_no_facts(seeds: Path) -> None:
    provision = the_provision(*sorted(seeds.glob("00[13]_*.txt")))
    assert (provision["state"], provision["status"]) == ("suggested", "unknown")
    assert len(provision["missing"]) == 5
    assert [part["excess"] for part in provision["if_met"]["excess"]] == ["500"]
    assert [
        (effect["from"], effect["old"], effect["new"]) for effect in provision["if_met"]["effects"]
    ] == [("2026-01-28", "4600", "5100"), ("2027-01-28", "4700", "5200")]


def test_the_real_terms_with_the_facts(seeds: Path) -> None:
    documents = sorted(seeds.glob("00[13]_*.txt"))
    provision = the_provision(*documents, "--facts", "facts.toml")
    assert provision["status"] == "offer-due"
    assert [(deadline["what"], deadline["date"]) for deadline in provision["deadlines"]] == [
        ("offer", "2026-01-05"),
        ("answer", None),
    ]
    places = {words["id"]: words["clause"] for words in provision["words"]}
    assert (places["offer"], places["answer"], places["acceptance"]) == ("3(a)", "3(b)", "3(c)")
    source = "".join(path.read_text("utf-8") for path in documents)
    for words in provision["words"]:  # verbatim, but for the source's escaped dollar signs
        assert words["quote"] in source.replace("\\$", "$")
    text = run(*documents, "--facts", "facts.toml").stdout
    assert "parity" not in text.casefold()


@pytest.mark.parametrize(
    "facts",
    [
        FACTS.replace("ratified = 2025-12-05\nsigned = 2025-12-09", "ratified = 2025-12-31"),
        FACTS.replace("signed = 2025-12-09", "signed = false"),
    ],
)
def test_the_real_terms_that_lapsed_are_not_taken_to_bind(seeds: Path, facts: str) -> None:
    Path("facts.toml").write_bytes(ledger(facts))
    documents = sorted(seeds.glob("00[13]_*.txt"))
    provision = the_provision(*documents, "--facts", "facts.toml")
    assert provision["status"] == "disputed"
    (words,) = [words for words in provision["words"] if words["id"] == "other-lapse"]
    (other,) = seeds.glob("001_*.txt")
    assert words["quote"] in other.read_text("utf-8")


def test_the_other_terms_alone_hold_no_such_provision(seeds: Path) -> None:
    (other,) = seeds.glob("001_*.txt")
    provision = the_provision(other, "--facts", "facts.toml")
    assert provision["status"] == "unknown"
    assert provision["missing"] == ["text not held: PTCA 2025-27 terms, item 3"]


def test_the_page_says_what_must_be_done_by_when_without_opening_anything() -> None:
    Path("ptca.txt").write_text(PTCA, "utf-8")
    Path("stca.txt").write_text(STCA, "utf-8")
    Path("facts.toml").write_bytes(
        ledger(
            """
            ["PTCA 2025-27"]
            terms_signed = 2025-09-25
            ratified = 2025-10-02
            signed = 2025-10-05

            ["STCA 2025-27"]
            ratified = 2025-12-04
            signed = 2025-12-08
            """
        )
    )
    assert run("ptca.txt", "stca.txt", "--facts", "facts.toml", "--as-at", "2026-03-10",
               "--html", "page.html").exit_code == 0  # fmt: skip
    page = Path("page.html").read_text("utf-8")
    shown = " ".join(page.split())
    short, _, rest = shown.partition('id="ptca-2025-27-item-3"')
    assert "OFFER DUE: PTCA 2025-27, item 3 (clause 3.9). Last day: 4 January 2026, which" in short
    card = rest.partition("<details>")[0]
    assert "OFFER DUE. The duty arises" in card
    assert "Last day: 4 January 2026" in card
    assert "That day has passed, and no fact says that it was done." in card
    assert "PTCA 2025-27, item 3 (clause 3.9), as at 10 March 2026" in card
    unknown = rest.partition('id="ptca-2025-27-item-2"')[2].partition("<details>")[0]
    assert "<li>text not held: PTCA 2025-27 clause 3.1.1</li>" in unknown
