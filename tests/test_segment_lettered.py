"""Agreements whose clauses count by the letter of their Part: "A.1.1" is clause A1.1."""

from __future__ import annotations

import pytest

from clausetrack import numbering
from clausetrack.ingest import read
from clausetrack.model import Document, Line, Reading, Run, Source, plain
from clausetrack.references import references
from clausetrack.segment import build

LETTERED = """Part A – General

A.1 Parties

A.1.1 The parties are the Board and the Union.

A.1.2 The term is two years.

A.2 Hours

A.2.1 Hours are 40 a week, as clause B.1.2 says.

Part B – Pay

B.1 Rates

B.1.1 A ranger is paid $30.00.

B.1.2 Overtime is paid at time and a half:
(a) on weekdays;
(b) on Sundays.
"""


def agreement(text: str) -> Document:
    return read(f"Rangers' Collective Agreement 2023-2024\n\n{text}".encode(), "rangers.txt")


def test_letters_and_points_number_the_clauses_of_an_agreement_throughout() -> None:
    found = {one.id: one for one in agreement(LETTERED).clauses if one.citable}
    assert list(found) == ["Part A", "A1", "A1.1", "A1.2", "A2", "A2.1", "Part B", "B1", "B1.1",
                           "B1.2", "B1.2(a)", "B1.2(b)"]  # fmt: skip
    assert plain(found["A1.2"].label) == "A.1.2"
    assert found["A1"].heading_text == "Parties"
    assert found["A1.2"].own_text == "The term is two years."
    assert found["B1"].parent == "Part B"


@pytest.mark.parametrize(
    "text",
    [
        # one letter alone, a gap, another order, a few among other numbers
        "1.1 Rest.\n\nA.1 Rest is daily.\n\nA.2 Rest is paid.\n\nA.3 It is short.\n\nA.4 It ends.",
        "1.1 Rest.\n\nA.1 Rest.\n\nA.2 Paid.\n\nA.9 Short.\n\nB.1 Long.",
        "1.1 Rest.\n\nB.1 Rest.\n\nA.1 Paid.\n\nA.2 Short.\n\nB.2 Long.",
        "1.1 A.\n\n1.2 B.\n\nA.1 Rest.\n\nA.2 Paid.\n\nB.1 Short.\n\nB.2 Long.",
    ],
)
def test_what_only_looks_so_stays_text(text: str) -> None:
    assert not any(one.id.startswith(("A", "B")) and one.citable for one in agreement(text).clauses)


@pytest.mark.parametrize("said", ["A.1.1", "clause A.1.1", "A1.1"])
def test_a_letter_and_its_point_are_cited_as_one(said: str) -> None:
    assert str(numbering.parse(said)) == "A1.1"


def test_a_reference_to_such_a_clause_is_found() -> None:
    (reference,) = references(agreement(LETTERED))
    assert (reference.clause, reference.targets, reference.resolves) == ("A2.1", ("B1.2",), True)


def counted(*printed: tuple[str, int, str]) -> Document:
    """An agreement with a clause of its own, and lines whose numbers the format computes."""
    lines = [Line((Run("1.1 A warden opens the hut at noon."),), Source("huts.docx"))]
    lines += [
        Line((Run(text),), Source("huts.docx"), "" if level else "heading", level, label, series=1)
        for label, level, text in printed
    ]
    return build(Reading(tuple(lines), "huts.docx"), any_text=True)


@pytest.mark.parametrize("form", ["{}{}", "{}.{}", "{}-{}", "{}{}.", "{}.{}."])
def test_a_number_that_the_format_computes_with_the_letter_of_its_schedule(form: str) -> None:
    document = counted(
        ("Schedule A", 0, "Bedding"),
        (form.format("A", 1), 1, "The Trust gives each bunk two blankets."),
        (form.format("A", 2), 1, "A blanket that is torn is replaced."),
        ("Schedule B", 0, "Firewood"),
        (form.format("B", 1), 1, "Wood is flown in each March."),
    )
    found = {one.id: one for one in document.clauses if one.citable}
    assert list(found) == ["1.1", "Schedule A", "A1", "A2", "Schedule B", "B1"]
    assert found["A2"].own_text == "A blanket that is torn is replaced."
    assert plain(found["A2"].label) == form.format("A", 2)
    assert found["B1"].parent == "Schedule B"


def test_a_deeper_number_of_a_schedule_stands_under_the_one_above() -> None:
    document = counted(
        ("Part A", 0, "Bedding"),
        ("A1", 1, "Blankets"),
        ("A.1.1", 2, "Each bunk has two blankets."),
        ("A.1.2", 2, "A warden counts them weekly."),
        ("A2", 1, "Pillows"),
    )
    found = {one.id: one.parent for one in document.clauses if one.citable}
    assert found == {"1.1": None, "Part A": None, "A1": "Part A", "A1.1": "A1", "A1.2": "A1",
                     "A2": "Part A"}  # fmt: skip


def test_a_code_with_another_letter_that_the_format_computes_is_no_clause() -> None:
    document = counted(
        ("Schedule A", 0, "Bedding"), ("R1", 1, "Blankets"), ("R2", 1, "Pillows"),
    )  # fmt: skip
    assert [one.id for one in document.clauses if one.citable] == ["1.1", "Schedule A"]


def ids(document: Document) -> dict[str, str]:
    """The words of the clauses by their IDs, headings before text, without the first clause."""
    found = document.clauses
    return {one.id: one.heading_text or one.own_text for one in found if one.id != "1.1"}


def test_a_number_with_the_roman_numeral_of_its_appendix_is_one() -> None:
    document = counted(
        ("Appendix I", 0, "Bedding"),
        ("I.1", 1, "The Trust gives each bunk two blankets."),
        ("Appendix II", 0, "Firewood"),
        ("II.1", 1, "Wood is flown in each March."),
        ("II.2", 1, "It is stacked by the warden."),
        ("Appendix III", 0, "Water"),
        ("III.1", 1, "Water is boiled."),
        ("I.7", 1, "Tanks are cleaned."),
    )
    found = ids(document)
    assert found["Appendix 2 1"] == "Wood is flown in each March."
    assert found["Appendix 2 2"] == "It is stacked by the warden."
    assert found["Appendix 3 1"] == "Water is boiled."
    by_id = {one.id: one for one in document.clauses}
    assert plain(by_id["Appendix 2 2"].label) == "II.2"
    # the numeral of another appendix makes none
    assert not any(one.citable for one in document.clauses if "Tanks" in one.own_text)


def test_a_label_that_repeats_the_number_above_it_is_the_letter_behind_it() -> None:
    document = counted(
        ("Schedule A", 0, "Bedding"),
        ("A02", 1, "A bunk has:"),
        ("A02(a)", 2, "two blankets; and"),
        ("A02(b)", 2, "a pillow."),
        ("A07(c)", 2, "Sheets are brought."),
    )
    found = ids(document)
    assert found["A02(a)"] == "two blankets; and"
    assert found["A02(b)"] == "a pillow."
    assert not any(one.citable for one in document.clauses if "Sheets" in one.own_text)


def test_a_capital_that_the_format_computes_is_a_label_though_it_stands_alone() -> None:
    document = counted(
        ("Annex 1.", 0, "Bedding"),
        ("A.", 1, "The Trust gives each bunk two blankets."),
        ("B.", 1, "A blanket that is torn is replaced."),
        ("Annex 2.", 0, "Firewood"),
        ("A.", 1, "Wood is flown in each March."),
    )
    assert ids(document)["Annex 2 (A)"] == "Wood is flown in each March."


@pytest.mark.parametrize(
    ("printed", "called"),
    [("First Schedule", "Schedule 1"), ("Second Schedule", "Schedule 2"),
     ("Twenty-first Schedule", "Schedule 21"), ("3rd Appendix", "Appendix 3"),
     ("FIRST SCHEDULE", "Schedule 1")],
)  # fmt: skip
def test_a_schedule_that_the_format_counts_by_an_ordinal(printed: str, called: str) -> None:
    document = counted(
        (printed, 0, "Bedding"),
        ("1", 1, "The Trust gives each bunk two blankets."),
        ("(a)", 2, "of wool; or"),
        ("(b)", 2, "of down."),
    )
    assert list(ids(document)) == [called, f"{called} 1", f"{called} 1(a)", f"{called} 1(b)"]


@pytest.mark.parametrize("text", ["First Schedule of trains", "Second Part of the day"])
def test_an_ordinal_in_the_text_begins_no_schedule(text: str) -> None:
    document = agreement(f"1.1 Rest is paid.\n\n{text}\n\n1.2 Rest is daily.")
    assert not any(one.id.startswith(("Schedule", "Part")) for one in document.clauses)


def test_what_is_put_between_a_clause_and_the_one_put_behind_it_has_two_letters() -> None:
    document = agreement(
        "Schedule B Boats\n\nB1 The keeper holds the oars.\n\nB1A A spare oar is kept dry.\n\n"
        "B1AA A spare sail is kept with it.\n\nB2 Oil is provided.\n"
    )
    assert {"B1", "B1A", "B1AA", "B2"} <= ids(document).keys()


def test_a_number_may_end_in_three_letters_as_those_of_acts_do() -> None:
    document = agreement(
        "4.1 The keeper holds the oars.\n\n4.1A A spare oar is kept.\n\n4.1AA Two are better.\n\n"
        "4.1AAA Three are best, as clause 4.1AA says.\n\n4.2 Clause 4.1AAA does not hold in May.\n"
    )
    assert {"4.1", "4.1A", "4.1AA", "4.1AAA", "4.2"} <= ids(document).keys()
    found = [(one.clause, one.targets, one.resolves) for one in references(document)]
    assert found == [("4.1AAA", ("4.1AA",), True), ("4.2", ("4.1AAA",), True)]


@pytest.mark.parametrize("lead", ["the cost of the crossing:", "The cost of the crossing:"])
def test_a_capital_before_a_lead_in_small_letters_is_the_label_of_an_item(lead: str) -> None:
    document = agreement(
        "ARTICLE 1 – CROSSINGS\n\nSection 1. Boats. The board pays for each of these:\n\n"
        f"A. {lead}\n\n1. in fair weather, twelve pence;\n\n2. in a gale, double that amount;\n\n"
        "B. what the boatman eats on the way."
    )
    items = [clause.id for clause in document.clauses if clause.id.endswith("(A)")]
    assert items == (["Article 1 Section 1 (A)"] if lead[0].islower() else [])


def test_a_division_i_behind_one_that_is_h_is_lettered() -> None:
    letters = "GHIJ"
    text = "\n\n".join(
        f"SECTION {letter} – WATCH {n}\n\n{n}. A keeper of tower {n} rests, as Section I says."
        for n, letter in enumerate(letters, 1)
    )
    document = read(text.encode(), "a.txt")
    divisions = [clause.id for clause in document.clauses if clause.kind == "part"]
    assert divisions == ["Section G", "Section H", "Section I", "Section J"]
    assert {one.targets for one in references(document)} == {("Section I",)}


def test_a_division_i_before_one_that_is_ii_is_counted() -> None:
    text = "PART H – OARS\n\n1. Row.\n\nPART J – SAILS\n\n2. Sail.\n\nPART I – LAMPS\n\n3. Shine."
    document = read(text.encode(), "a.txt")
    assert [c.id for c in document.clauses if c.kind == "part"] == ["Part H", "Part J", "Part 1"]


def test_a_number_over_a_table_is_no_caption() -> None:
    rows = "Grade\tPer hour\nOne\t$20.00\nTwo\t$22.00\n"
    found = agreement(
        f"Schedule B – Pay\n\nB.1 Rangers\n\nB.1.1 Weekday rates\n\n{rows}\n"
        f"B.1.2 Overtime is paid at time and a half.\n\nB.2 Boats\n\nC. Small boats\n\n{rows}"
    )
    ids = [clause.id for clause in found.clauses if clause.parent]
    assert ids == ["B1", "B1.1", "B1.1 table 1", "B1.2", "B2", "B2 table 1"]
    assert found.body["B1.1"].heading_text == "Weekday rates"
    assert found.body["B1.1 table 1"].heading_text == ""
    assert found.body["B2 table 1"].heading_text == "C. Small boats"
