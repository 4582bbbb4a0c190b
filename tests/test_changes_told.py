"""Changes that terms tell in words of their own: carried out where plain, else a person is told."""

from __future__ import annotations

import pytest
from factory import on, statuses

from clausetrack.amend.telling import tells_change
from clausetrack.ingest import read
from clausetrack.markup import Markup

AGREEMENT = """Karaka Bay Lifeguards Collective Agreement 2023–2025

1 Watch

1.1 A full time lifeguard watches for six hours a day.

1.2 Towers are painted white. They are washed each week. They are locked at night.

2 Pay

2.1 A lifeguard is paid $8.00 for each meal.

2.2 Notice is 5 days.

3 Boats

3.1 Boats are blue.

4 Flags

4.1 Flags are red.

Schedule A Rates

A lifeguard is paid $30.00 an hour.
"""
TERMS = "Terms of settlement\nKaraka Bay Lifeguards Collective Agreement 2025–2027\n\n{}\n"
result = on(AGREEMENT, TERMS)


def texts(done: Markup) -> dict[str, str]:
    return {one.id: one.own_text or one.heading_text for one in done.applied.document.clauses}


UNCHANGED = {
    one.id: one.own_text or one.heading_text for one in read(AGREEMENT.encode(), "base.txt").clauses
}
TOLD = [
    "Clause 2.2 no longer applies.",
    "The meal money in clause 2.1 goes up to $9.50.",
    "Clause 1.1 will now provide for five hours.",
    "Notice under clause 2.2 is now 7 days.",
    "Notice under clause 2.2 shall be seven days.",
    "The notice in clause 2.2 doubles.",
    "The rate in Schedule A moves to $31.00.",
    "Rates in Schedule A go up by 3%.",
    "Clause 3.1 is widened to cover rafts.",
    "Clause 3.1 also applies to rafts.",
    "For clause 4.1, flags are optional from now on.",
    "Flags under clause 4.1 are optional from 1 April 2026.",
    "Clause 4.1 should refer to pennants, not flags.",
    "Everyone covered by clause 1.1 now watches for five hours.",
    "Clause 4.1 has no further effect.",
    "Tidy up clause 4.1.",
    "Make clause 4.1 a note.",
    "No more clause 4.1.",
    "Clause 2.1 – $9.50 from 1 April 2026",
    "If the Bill passes, clause 4.1 comes to an end.",
    "Clause 3.1 remains and clause 4.1 goes.",
    "The parties have agreed a new rate of $9.50 for clause 2.1.",
    "Lifeguards no longer have to give notice under clause 2.2.",
    "Lifeguards need not stand watch under clause 1.1.",
    "Clause 1.2 loses its last sentence.",
    "Clause 1.2 to apply to huts.",
    "Schedule A has a new step.",
    "The wording tabled on 4 May goes into clause 1.2.",
    "Rafts come within clause 3.1.",
    "The parties agree to widen clause 3.1.",
    "The employer will extend clause 3.1 to rafts.",
    "The union notes the delay, and clause 4.1 comes to an end.",
]


@pytest.mark.parametrize("said", TOLD)
def test_a_change_that_is_told_is_listed_for_a_person(said: str) -> None:
    done = result(f"1. {said}")
    assert statuses(done) == ["needs-decision"]
    assert done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "said",
    [
        "The parties agree that clause 4 continues to apply.",
        "Clause 2 was discussed and remains unchanged.",
        "This settlement is subject to ratification under clause 2.2.",
        "The ratification will be by secret ballot under clause 2.",
        "Payment under clause 2.1 will be made within 14 days of ratification.",
        "The parties note that clause 2.1 becomes important in winter.",
        "The union will withdraw its claim about clause 2.1.",
        "A working party will review clause 1.1.",
        "Mr Rata, who negotiated clause 2.1, has now retired.",
        "As clause 4.1 is rarely used, it will be looked at in the next bargaining.",
        "Clause 1.2 sets out the towers that will be painted.",
        "Explanatory note: clause 1.2 will be familiar to users of the last agreement.",
        "Any dispute about clause 2.1 will go to mediation.",
        "The figures in Schedule A reflect a 3% increase.",
        "Nothing in these terms changes clause 4.",
        "The parties no longer agree that clause 4.1 is deleted.",
        "The employer undertakes to apply clause 1.1 fairly.",
        "The intention of clause 4.1 is to keep swimmers safe.",
        "The employer will make the payments under clause 2.1 by May.",
        "This offer lapses on 1 May 2026 if it is not ratified under clause 2.",
        "The parties note that clause 1.2 is dry and that clause 2.1 becomes important.",
        "The employer will write to each lifeguard under clause 2.1 within two weeks.",
        "Clause 119 of Schedule 1 of the Beaches and Rivers Act 2020 will now apply.",
        "Item 3 of these terms takes the place of paragraph 4 of these terms.",
        "A tower time allowance of 0.04 FTE will be allocated.",
    ],
)
def test_prose_about_a_clause_changes_nothing(said: str) -> None:
    done = result(f"1. Clause 3.1: replace “blue” with “green”.\n\n2. {said}")
    assert statuses(done) == ["applied"]
    assert texts(done) == UNCHANGED | {"3.1": "Boats are green."}


def test_what_is_told_in_a_title_a_list_or_behind_an_order_is_listed() -> None:
    told = ["1. Clause 2.1 goes up to $9.50\n\nThis brings it into line with the market.",
            "1. Scrap clause 2.2\n\nNo agreement was reached on this.",
            "1. The parties agree:\n\n- clause 4.1 no longer applies.",
            "1. Clause 3.1: replace “grey” with “blue”. Clause 2.2 is now 7 days."]  # fmt: skip
    assert [statuses(result(one)) for one in told] == [
        ["needs-decision"],
        ["needs-decision"],
        ["needs-decision"],
        ["precondition-failed", "needs-decision"],
    ]


@pytest.mark.parametrize("number", ["B.1.2", "B1.2"])
def test_a_change_to_a_lettered_clause_is_listed(number: str) -> None:
    done = result(f"1. In clause {number}, $8.00 becomes $9.50.")
    assert statuses(done) == ["target-missing"]


def test_what_explains_the_terms_orders_nothing_by_telling() -> None:
    said = "Clause 4.1 no longer applies on the beach at Karaka."
    assert statuses(result(f"1. Flags\n\n{said}")) == ["needs-decision"]
    assert statuses(result(f"1. Explanatory notes\n\n{said}")) == []


@pytest.mark.parametrize(
    "order",
    [
        "Take out clause 2.2.",
        "Scrap clause 2.2.",
        "Strike clause 2.2.",
        "Get rid of clause 2.2 altogether.",
        "Clause 2.2 is to be omitted.",
        "Clause 2.2 is struck out.",
        "Clause 2.2 comes out.",
        "Clause 2.2 to go.",
        "The parties have agreed to scrap clause 2.2.",
    ],
)
def test_clauses_are_taken_out_in_other_words(order: str) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == ["applied"]
    assert texts(done) == {name: text for name, text in UNCHANGED.items() if name != "2.2"}


@pytest.mark.parametrize(
    "order",
    [
        "Take out clause 2.2 from 1 July 2026.",
        "Take out clause 2.2 for casual lifeguards.",
        "Clause 2.2 goes into the staff manual.",
        "Clause 2.2 is withdrawn.",
    ],
)
def test_a_clause_that_may_not_go_whole_or_at_once_stays(order: str) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    ("order", "clause", "text"),
    [
        ("In clause 2.1, $8.00 becomes $9.50.", "2.1", "A lifeguard is paid $9.50 for each meal."),
        ("Replace $8.00 in clause 2.1 with $9.50.", "2.1",
         "A lifeguard is paid $9.50 for each meal."),
        ("Clause 2.2 – 5 days now 7 days", "2.2", "Notice is 7 days."),
        ("5 days in clause 2.2 is to be 7 days.", "2.2", "Notice is 7 days."),
        ("The words “full time” come out of clause 1.1.", "1.1",
         "A lifeguard watches for six hours a day."),
        ("Drop “full time” from clause 1.1.", "1.1", "A lifeguard watches for six hours a day."),
        ("Clause 1.2: strike the second sentence.", "1.2",
         "Towers are painted white. They are locked at night."),
        ("The second sentence of clause 1.2 comes out.", "1.2",
         "Towers are painted white. They are locked at night."),
    ],
)  # fmt: skip
def test_figures_and_parts_are_exchanged_in_other_words(order: str, clause: str, text: str) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == ["applied"]
    assert texts(done) == UNCHANGED | {clause: text}
    assert done.instructions.findings == ()


@pytest.mark.parametrize(
    ("order", "status"),
    [
        ("In clause 2.1, $7.00 becomes $9.50.", "precondition-failed"),
        ("In clause 2.1, $8.00 becomes $9.50 until 1 April 2026.", "needs-decision"),
        ("In clause 2.1, $8.00 becomes $9.50 for trainees.", "needs-decision"),
        ("In clause 2.1, $8.00 becomes 9%.", "needs-decision"),
        ("Increase $8.00 in clause 2.1 by $9.50.", "needs-decision"),
        ("Clause 2.2: 5 days to 7 days.", "needs-decision"),
        ("The word “blue” comes out of clause 3.1 and “red” goes in.", "needs-decision"),
    ],
)
def test_a_figure_that_is_not_there_or_not_all_is_a_persons_to_carry_out(
    order: str, status: str
) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == [status]
    assert texts(done) == UNCHANGED


def test_what_is_scrapped_may_be_closed_up_behind() -> None:
    done = result("1. Scrap clause 3 and renumber the clauses.")
    assert statuses(done) == ["applied"]
    assert texts(done)["3.1"] == "Flags are red."


def test_long_sentences_are_read_in_time() -> None:
    assert not tells_change("AND THE " * 50_000)
    assert not tells_change("clause 4.1 if " * 20_000)


def test_words_that_are_to_be_others_are_listed() -> None:
    done = result("1. In clause 4.1, “Flags” to be “Pennants” and “red” to be “blue”.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "text",
    [
        "Clause 4.1 add (a):\n\n(a) Some are white.",
        "Schedules: add a new Schedule B:\n\n“Schedule B Boats\n\nB1 Boats are red.”",
    ],
)
def test_an_order_behind_a_title_or_a_clause_without_a_colon_is_listed(text: str) -> None:
    assert "needs-decision" in statuses(result(f"1. {text}"))
