"""What a figure is called, where its scale does not say it, and the notes that go with it."""

from __future__ import annotations

from datetime import date

import pytest
from test_rates import HEAD, rates

from clausetrack.ingest import read
from clausetrack.rates.called import called
from clausetrack.rates.find import find
from clausetrack.rates.report import report

Named = list[tuple[str, str, str]]


def names(text: str) -> Named:
    """Step, group and amount of the figures of the text of clause 2, under "Pay"."""
    return [(r.step, r.group, f"{r.amount}") for r in called(rates(f"2.1 {text}\n").rates)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("An oil allowance of $15 is payable where fog lasts for three hours, and $18 on Sundays.",
         [("oil allowance", "", "15"), ("Sundays", "oil allowance", "18")]),
        ("The call-out allowance is $5 per hour, or $40 per night.",
         [("call-out allowance", "", "5"), ("call-out allowance", "", "40")]),
        ("The stay payment is $1,000 in the first year and $2,000 in the second year.",
         [("first year", "stay payment", "1000"), ("second year", "stay payment", "2000")]),
        ("Mileage is 95 cents a kilometre.", [("Mileage", "", "0.95")]),
        ("The lump sum is $1,500 gross.", [("lump sum", "", "1500")]),
        ("Keepers who carry a lamp will be paid a lamp allowance of $40 per night.",
         [("lamp allowance", "", "40")]),
        ("The tar allowance is $2 a day until 30 June 2025 and $3 a day from 1 July 2025.",
         [("tar allowance", "", "2"), ("tar allowance", "", "3")]),
        ("An oars allowance of $12 a week and a rope allowance of $20 a week are paid.",
         [("oars allowance", "", "12"), ("rope allowance", "", "20")]),
        ("Long service: after 5 years $500, after 10 years $1,000.",
         [("after 5 years", "", "500"), ("after 10 years", "", "1000")]),
        ("Lodging is $82 per night (harbours) or $71 per night (elsewhere).",
         [("harbours", "Lodging", "82"), ("elsewhere", "Lodging", "71")]),
        ("Fog watch keepers receive an additional $4.50 per hour.",
         [("Fog watch keepers", "", "4.50")]),
        ("A keeper on call will be paid $24 for each 24 hour period, or $29 if it is a holiday.",
         [("keeper on call", "", "24"), ("if it is a holiday", "keeper on call", "29")]),
        ("Junior hands are paid $19 an hour and senior hands are paid $25 an hour.",
         [("Junior hands", "", "19"), ("senior hands", "", "25")]),
        ("Lodging is $45 a night, or $60 for nights at sea.",
         [("Lodging", "", "45"), ("nights at sea", "Lodging", "60")]),
        ("From 1 July 2025 the second mate receives $5.", [("second mate", "", "5")]),
        ("The ladder allowance goes up to $18 a shift.", [("ladder allowance", "", "18")]),
        ("The paint allowance increases to $25 a week.", [("paint allowance", "", "25")]),
        ("The driver rate is $31.20 an hour.", [("driver rate", "", "31.20")]),
        ("The minimum rate of a bosun is $28.00 an hour; that of a senior bosun is $30.00 an hour.",
         [("bosun", "", "28.00"), ("senior bosun", "", "30.00")]),
        ("The drivers’ allowance is $6.", [("drivers’ allowance", "", "6")]),
        ("The rate of pay is $5 an hour.", [("", "", "5")]),
        # what names nobody, or would name the wrong thing
        ("The allowance is $5.", [("", "", "5")]),
        ("It is $5.", [("", "", "5")]),
        ("The new rate is $5.", [("", "", "5")]),
        ("Employees are paid $5.", [("", "", "5")]),
    ],
)  # fmt: skip
def test_a_figure_is_called_what_its_sentence_calls_it(sentence: str, wanted: Named) -> None:
    assert names(sentence) == wanted


def test_what_the_heading_says_is_not_said_again() -> None:
    text = HEAD.replace("2 Pay", "2 Lamp allowance") + "2.1 The lamp allowance is $5.\n"
    assert [rate.step for rate in called(find(read(text.encode())).rates)] == [""]


def test_other_peoples_figure_does_not_have_the_name_of_the_one_before() -> None:
    (_, other) = names("The oil allowance is $15 and keepers who row get $20.")
    assert "oil" not in other[0] + other[1]


def test_the_name_of_a_figure_is_the_same_on_every_day() -> None:
    text = "2.1 The tar allowance is $2 a day until 30 June 2025 and $3 a day from 1 July 2025.\n"
    document = read((HEAD + text).encode())
    for day, amount in ((date(2025, 1, 1), "2"), (date(2026, 1, 1), "3")):
        assert [(r.step, f"{r.amount}") for r in report([document], as_at=day).rates] == [
            ("tar allowance", amount)
        ]


def test_a_later_document_ends_a_figure_whether_or_not_its_words_name_it() -> None:
    before = read((HEAD + "2.1 The tar allowance is $2 a day from 1 July 2024.\n").encode())
    after = read((HEAD + "2.1 From 1 July 2025: $3 a day.\n").encode())
    (one, other) = report([before, after]).rates
    assert (str(one.end), str(other.start)) == ("2025-06-30", "2025-07-01")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("A mate is paid: Class 2 ticket – $28; Class 4 ticket – $30; Class 5 ticket – $31.",
         ["Class 2 ticket", "Class 4 ticket", "Class 5 ticket"]),
        ("Swimmers: $26 (on start); $27 (after 6 months); $28 (leader).",
         ["on start", "after 6 months", "leader"]),
    ],
)  # fmt: skip
def test_each_figure_of_a_list_bears_the_name_that_the_list_gives_it(
    text: str, steps: list[str]
) -> None:
    assert [step for step, *_ in names(text)] == steps


# ------------------------------------------------------------------------------------- notes

TABLE = "2.1 The rates are:\n\nGrade\t1 July 2024\t1 July 2025\n1\t$25.00\t$26.00\n2\t$27.00\t"


def test_a_note_under_a_table_goes_with_the_figure_that_bears_its_mark() -> None:
    found = rates(f"{TABLE}$28.00*\n\n* Not payable to boys.\n")
    assert [(f"{r.amount}", r.note) for r in found.rates] == [
        ("25.00", ""), ("26.00", ""), ("27.00", ""), ("28.00", "“Not payable to boys.”"),
    ]  # fmt: skip
    assert [r.event for r in found.rates] == [""] * 4


def test_a_mark_behind_a_step_or_a_heading_is_that_of_all_its_figures() -> None:
    found = rates(
        "2.1 The rates are:\n\nGrade\t1 July 2024†\t1 July 2025\n1\t$25.00\t$26.00\n"
        "2*\t$27.00\t$28.00\n\n* Not for boys.\n\n† Before tax.\n"
    )
    assert [r.note for r in found.rates] == [
        "“Before tax.”", "", "“Not for boys.”; “Before tax.”", "“Not for boys.”",
    ]  # fmt: skip


def test_a_note_with_a_day_still_leaves_its_figure_open() -> None:
    (_, _, _, last) = rates(f"{TABLE}$28.00*\n\n* From 1 October 2025 for boys.\n").rates
    assert last.event.startswith("the day that its note names")
