"""Amounts that are measured from another, paid beside one, or owed by those who work."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from test_rates import HEAD, rates

from clausetrack.commands import main


def run(text: str, folder: Path, *arguments: str) -> tuple[str, str]:
    (folder / "lights.txt").write_text(HEAD + text, "utf-8")
    result = CliRunner().invoke(main, ["rates", str(folder / "lights.txt"), *arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout, result.stderr


@pytest.mark.parametrize(
    "sentence",
    [
        "The fog rate is $3 an hour less than the day rate.",
        "The fog rate is $3 an hour more than the day rate.",
        "A mate is paid $2.00 per hour above the rate of a hand.",
        "Grade 4 is paid $2 an hour above grade 3.",
        "A boy is paid $1.50 per hour below the adult rate.",
        "Fog work is paid at $2 more per hour than day work.",
        "Boys are paid $4 an hour less.",
        "The fog rate is the day rate plus $3 an hour.",
        "A boy is paid the day rate minus $1 an hour.",
        "Mates have a margin of $2 an hour.",
        "The difference between a hand and a mate is $2 an hour.",
        "No keeper shall be paid less than $0.70 above the minimum wage.",
    ],
)
def test_a_difference_from_another_rate_is_no_rate_and_is_told(sentence: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    (mention,) = found.mentions
    assert (mention.why, mention.is_open) == ("measured from another figure", True)


def test_a_difference_has_the_day_of_its_sentence() -> None:
    (mention,) = rates("2.1 From 1 July 2025 a mate is paid $2 an hour above grade 3.\n").mentions
    assert str(mention.start) == "2025-07-01"


def test_a_difference_beside_what_it_comes_to_is_not_open() -> None:
    found = rates("2.1 A mate is paid $28 an hour ($2 above the rate of a hand).\n")
    assert [f"{rate.amount}" for rate in found.rates] == ["28"]
    assert [(m.text, m.is_open) for m in found.mentions] == [("$2", False)]


def test_a_table_beside_it_does_not_say_what_a_difference_comes_to() -> None:
    found = rates(
        "2.1 A mate is paid $2 an hour above grade 1.\n\nGrade\t1 July 2024\n1\t$25.00\n2\t$26.00\n"
    )
    assert [m.is_open for m in found.mentions] == [True]


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("An extra $3 an hour is paid in fog.", "3"),
        ("An additional $3.20 per hour is paid in fog.", "3.20"),
        ("Mates are paid $2 an hour on top of the day rate.", "2"),
        ("Mates are paid $2 an hour in addition to the day rate.", "2"),
        ("In addition to the day rate a mate is paid $1.50 an hour.", "1.50"),
        ("Keepers in fog receive the day rate plus $3 an hour.", "3"),
        ("Mates are paid $5 a day over and above ordinary pay.", "5"),
    ],
)
def test_what_is_paid_beside_a_rate_is_a_rate_and_says_so(sentence: str, amount: str) -> None:
    (rate,) = rates(f"2.1 {sentence}\n").rates
    assert (f"{rate.amount}", rate.note) == (amount, "on top of another amount")


@pytest.mark.parametrize(
    ("sentence", "notes"),
    [
        ("Call pay is $5 per hour, or $40 per night, whichever is the greater.",
         ["whichever is the greater"] * 2),
        ("Up to $300 a year is refunded for boots.", ["at most"]),
        ("The salary of a master shall not be less than $90,000 a year.", ["at least"]),
        ("No keeper is paid less than $25.", ["at least"]),
        ("The employer contributes $10 a week to the fund.", ["a contribution of the employer"]),
        ("The lamp allowance is $15 per night.", [""]),
        ("A grant of $1,500 less tax is made.", [""]),
        ("Oars money is $4 an hour, paid over the three pay periods that follow.", [""]),
    ],
)  # fmt: skip
def test_what_a_payer_must_know_beside_a_figure_is_its_note(
    sentence: str, notes: list[str]
) -> None:
    assert [rate.note for rate in rates(f"2.1 {sentence}\n").rates] == notes


@pytest.mark.parametrize(
    "sentence",
    [
        "A fine of $50 is payable by the keeper.",
        "A keeper charged with theft is fined $50.",
        "The employee pays $12 a week for lodging.",
        "Employees who live in must pay $12 a week.",
        "An employee who loses a key must reimburse the employer $40.",
        "Rent of $150 a week is deducted.",
        "The employer will deduct $8 per fortnight for the club.",
        "Lodging at $90 a week is payable to the employer.",
        "A charge of $20 is payable by the employee.",
    ],
)
def test_what_an_employee_owes_is_no_rate_and_is_told(sentence: str, tmp_path: Path) -> None:
    shown, _ = run(f"2.1 {sentence}\n", tmp_path)
    entries = json.loads(run(f"2.1 {sentence}\n", tmp_path, "--format", "json")[0])
    assert [each["why"] for each in entries["not_rates"]] == ["taken off, and nobody's pay"]
    assert not entries["rates"]
    assert sentence in shown.partition("Owed by those who work, or taken from their pay")[2]


@pytest.mark.parametrize(
    "sentence",
    [
        "Employees who pay for their own meals are reimbursed $25 per meal.",
        "$25 is refunded for meals paid by the employee.",
        "Staff pay: $25 an hour.",
        "Where an employee pays for a licence, a licence grant of $25 is made.",
        "The employer pays the practising fee of $25.",
    ],
)
def test_what_employees_get_back_for_what_they_pay_is_a_rate(sentence: str) -> None:
    assert [f"{rate.amount}" for rate in rates(f"2.1 {sentence}\n").rates] == ["25"]


TEXT = (
    "2.1 An extra $3 an hour is paid in fog.\n\n2.2 The fog rate is $4 an hour less than the day"
    " rate.\n\n2.3 A fine of $50 is payable by the employee.\n\n2.4 The oil fee is $7 from the"
    " date of ratification.\n"
)


def test_every_output_tells_differences_notes_and_debts(tmp_path: Path) -> None:
    printed, said = run(TEXT, tmp_path, "--as-at", "2025-01-01", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(printed))
    assert (row["amount"], row["note"]) == ("3", "on top of another amount")
    for words in ("2.2: $4: what it comes to", "2.3: $50: taken off", "$7 from the date"):
        assert f"note: {words}" in said or words in said
    text, _ = run(TEXT, tmp_path, "--as-at", "2025-01-01")
    assert "$3 per hour  note: on top of another amount" in text
    assert "  2.2: $4: “The fog rate" in text
    page, _ = run(TEXT, tmp_path, "--as-at", "2025-01-01", "--format", "html")
    heads = "Owed by those who work", "Not decided by any date"
    for words in ("on top of another amount", "$4", *heads):
        assert words in page
    run(TEXT, tmp_path, "--as-at", "2025-01-01", "-o", str(tmp_path / "rates.xlsx"))
    book = load_workbook(tmp_path / "rates.xlsx")
    assert [r[-1].value for r in book["Rates"].iter_rows()] == ["note", "on top of another amount"]
    assert [r[1].value for r in book["Not computed"].iter_rows()] == ["figure", "$4", "$50"]
    assert [r[5].value for r in book["Not decided"].iter_rows()] == ["amount", 7]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("The ladder allowance goes up to $18 a shift from 1 July 2025.", ""),
        ("The ladder allowance is put up to $18 a shift.", ""),
        ("The ladder allowance is up to $18 a shift.", "at most"),
        ("A keeper may claim up to $18 a shift.", "at most"),
    ],
)
def test_what_goes_up_to_an_amount_is_that_amount(sentence: str, note: str) -> None:
    (rate,) = rates(f"2.1 {sentence}\n").rates
    assert (f"{rate.amount}", rate.note) == ("18", note)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Employer may recover up to $200 for lost oars.",
        "The employer charges $15 a week for the room.",
        "The employer will withhold $40 of the final pay.",
    ],
)
def test_what_the_employer_takes_is_owed(sentence: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert [mention.why for mention in found.mentions] == ["taken off, and nobody's pay"]
