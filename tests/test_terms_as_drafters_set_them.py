"""Terms as negotiators and officials set them out: letters, tables, labels before the verb."""

from __future__ import annotations

import pytest
from factory import statuses, texts, texts_changed

from clausetrack import verbs
from clausetrack.errors import NotAnAgreement
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

NAME = "Tui Pools Collective Agreement"
AGREEMENT = f"""{NAME} 2023–2025

1. Coverage

1.1 This agreement covers lifeguards.

2. Hours

2.1 A week has 40 hours.

2.2 A roster is posted ten days ahead. It may change by consent.

2.3 Swaps are allowed, as clause 3.1 says.

3. Notice

3.1 The notice is four weeks.

3.2 The manager holds an interview.

4. Complaints

A complaint is made within 90 days.

Schedule B – Problems

1. A problem is raised with the manager.

2. Help is sought at any time.

3. Mediation follows.

4. A complaint is made within 90 days.
"""
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
HEAD = f"Terms of settlement\n{NAME} 2025–2027\n\n"


def result(order: str, head: str = HEAD) -> Markup:
    terms = f"{head}{order}\n\n2. Ratification\n\nMembers vote.\n"
    return markup(AGREEMENT.encode(), terms.encode())


# ------------------------------------------------------------------ what is given as terms is terms

LETTER = """Seafarers Union

Dear Mere

{} – settlement

This letter records what we settled.

Clause 2.1: change 40 hours to 38 hours.

Clause 3.2 is deleted.

Yours, Rangi
"""


def test_a_letter_is_read_as_terms_where_it_is_given_as_terms() -> None:
    done = markup(AGREEMENT.encode(), LETTER.format(NAME).encode())
    assert statuses(done) == ["applied", "applied"]
    assert texts(done) == {k: v for k, v in UNCHANGED.items() if k != "3.2"} | {
        "2.1": "A week has 38 hours."
    }
    assert len(verbs.amendments(LETTER.format(NAME).encode()).amendments) == 2
    with pytest.raises(NotAnAgreement):
        read(LETTER.format(NAME).encode())


def test_an_agreement_is_no_terms_wherever_it_is_given() -> None:
    assert read(AGREEMENT.encode(), as_terms=True).kind == "agreement"
    listing = AGREEMENT + "\nClause\tSubject\n2.1\tHours\n3.1\tNotice\n"
    assert read(listing.encode(), as_terms=True).kind == "agreement"


# -------------------------------------------------------------------------------- tables of changes

TABLE = """| Clause | Subject | Agreed outcome |
|---|---|---|
| 2.1 | Hours | Replace “40 hours” with “38 hours”. |
| 2.2 | Rosters | Twelve days |
| 2.3 | Swaps | Status quo |
| 3.1 | Notice | Union claim withdrawn |
| 3.2 | Interviews | Clause deleted |
| New | Rest | One day off in seven |
| – | Lump sum | $500 when the terms are ratified |
"""


def test_each_row_of_a_table_of_changes_is_told() -> None:
    done = result(TABLE)
    told = {one.target: one.wording for one in done.instructions.amendments}
    assert told == {"2.1": "given", "2.2": "described", "3.2": "described", None: "described"}
    assert texts(done) == UNCHANGED | {"2.1": "A week has 38 hours."}
    kept = " ".join(one.text for one in done.instructions.terms_only)
    assert all(words in kept for words in ("Status quo", "claim withdrawn", "$500"))


def test_a_table_of_outcomes_without_a_verb_is_listed_row_by_row() -> None:
    rows = "".join(f"{row}\n" for row in TABLE.splitlines() if "Replace" not in row)
    done = result(f"{rows}\n1. Clause 2.1: replace “40 hours” with “38 hours”.")
    assert [one.target for one in done.instructions.amendments] == ["2.1", "2.2", "3.2", None]


def test_a_row_on_a_clause_that_is_new_says_what_it_lacks() -> None:
    rows = "| Clause | Agreed change |\n|---|---|\n| 2.4 (new) | Insert: “Rest is paid.” |\n"
    done = result(rows)
    assert [one.target for one in done.instructions.amendments] == ["2.4"]
    assert statuses(done) == ["needs-decision"]


def test_a_table_under_a_title_is_no_wording_of_an_order_on_words() -> None:
    done = result("1. Clause 2.1: replace “40 hours” with “38 hours”.\n\nCosts\n\n"
                  "| Who | What |\n|---|---|\n| Staff | One barbecue |\n")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == {"2.1": "A week has 38 hours."}
    assert any("One barbecue" in one for one in done.instructions.unused)


@pytest.mark.parametrize("lead", ["replaced by:", "replaced by the following:"])
def test_what_stands_behind_a_table_is_not_the_wording_of_the_clause(lead: str) -> None:
    table = "| Period | Paid |\n|---|---|\n| Weekly | Thursday |"
    done = result(f"1. Clause 3.2 is {lead}\n\n{table}\n\nPay slips are sent by email.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_a_table_that_is_led_in_as_the_rates_is_listed() -> None:
    done = result("1. From 1 July 2025 the rates in clause 2.1 are as follows:\n\n"
                  "| Step | Rate |\n|---|---|\n| 1 | $20.00 |")
    assert [one.target for one in done.instructions.amendments] == ["2.1"]
    assert statuses(done) == ["needs-decision"]


# --------------------------------------------------------------------- a Schedule before its clause


@pytest.mark.parametrize(
    "order",
    [
        "Schedule B: In paragraph 4, replace “90 days” with “one year”.",
        "Schedule B – in clause 4, replace “90 days” with “one year”.",
        "Schedule B (Problems): clause 4: replace “90 days” with “one year”.",
    ],
)
def test_a_number_behind_a_schedule_is_never_that_of_the_agreement(order: str) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == {
        "Schedule B 4": "A complaint is made within one year."
    }


# ---------------------------------------------------------------------- a label before the verb

TWELVE = {"2.2": "A roster is posted twelve days ahead."}


@pytest.mark.parametrize(
    "order",
    [
        "Clause 2.2: Amend to read: “A roster is posted twelve days ahead.”",
        "Clause 2.2 – amend to read: “A roster is posted twelve days ahead.”",
        "Clause 2.2 – Replace with: “A roster is posted twelve days ahead.”",
        "Clause 2.2 – replace with\n\nA roster is posted twelve days ahead.",
        "Clause 2.2 – Delete and replace with:\n\nA roster is posted twelve days ahead.",
    ],
)
def test_a_clause_before_the_verb(order: str) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == TWELVE


@pytest.mark.parametrize(
    "order",
    [
        "Clause 2.2 – lifeguards: replace with “A roster is posted twelve days ahead.”",
        "Clause 2.2 – Change of rosters\n\nA roster is posted twelve days ahead.",
        "Clause 2.2 – second sentence: replace with “A roster is posted twelve days ahead.”",
    ],
)
def test_a_clause_with_more_before_the_verb_is_a_persons(order: str) -> None:
    done = result(f"1. {order}")
    assert {*statuses(done)} == {"needs-decision"}
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "said", ["Clause 2.1: no change.", "Clause 2.1 – status quo.", "Clause 2.1 Hours: unchanged"]
)
def test_a_clause_that_stays_is_no_instruction(said: str) -> None:
    done = result(f"1. {said}\n\nClause 3.2 is deleted.")
    assert [one.target for one in done.instructions.amendments] == ["3.2"]


def test_a_clause_and_its_name_before_a_change_are_listed() -> None:
    done = result("1. Clause 2.1 Hours: 38 a week")
    assert [one.target for one in done.instructions.amendments] == ["2.1"]


def test_the_title_of_an_order_on_a_sub_clause_is_no_instruction() -> None:
    done = result("1. Clause 3 – Termination\n\nDelete 3.2.")
    assert [one.target for one in done.instructions.amendments] == ["3.2"]


# ----------------------------------------------------------------- clauses that count on, by number

NEW = "\n\n2.2 Breaks are paid."
MOVED = {
    "2.2": "Breaks are paid.",
    "2.3": UNCHANGED["2.2"],
    "2.4": UNCHANGED["2.3"],
}


@pytest.mark.parametrize(
    "order",
    [
        "Insert a new clause 2.2 as follows, and renumber the existing clause 2.2 accordingly:",
        "Insert a new clause 2.2 as follows, and renumber clauses 2.2 and 2.3 accordingly:",
        "Insert a new clause 2.2 as follows, and renumber existing clause 2.2 as 2.3:",
        "Insert a new clause 2.2 (Breaks) as follows and renumber existing 2.2 as 2.3:",
        "Insert a new clause 2.2 as follows (existing clause 2.2 becomes 2.3):",
        "Insert a new clause 2.2 and renumber existing clauses 2.2 to 2.3 accordingly:",
    ],
)
def test_a_new_clause_and_the_old_one_that_is_renumbered(order: str) -> None:
    done = result(f"1. {order}{NEW}")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == MOVED


@pytest.mark.parametrize(
    "order",
    [
        "Insert a new clause 2.2 as follows, and renumber existing clause 2.2 as 2.5:",
        "Insert a new clause 2.2 as follows, and renumber the existing clause 3.1 accordingly:",
        "Insert a new clause 2.2 as follows (existing clause 2.2 becomes 2.5):",
    ],
)
def test_a_number_that_does_not_come_of_it_is_a_persons(order: str) -> None:
    done = result(f"1. {order}{NEW}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "Delete clause 2.2 and renumber the existing clause 2.3 accordingly.",
        "Delete clause 2.2 and renumber clause 2.3 as 2.2.",
    ],
)
def test_a_clause_that_goes_and_the_next_that_is_renumbered(order: str) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == {"2.2": UNCHANGED["2.3"], "2.3": None}


@pytest.mark.parametrize(
    "order",
    [
        "Delete clause 2.1 and renumber clause 2.3 as 2.2.",
        "Delete clause 2.2 and renumber clause 3.2 accordingly.",
    ],
)
def test_another_number_than_comes_of_it_is_a_persons(order: str) -> None:
    done = result(f"1. {order}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_what_a_clause_cites_is_not_what_is_changed() -> None:
    order = "In clause 2.3, replace the reference to clause 3.1 with a reference to clause 3."
    done = result(f"1. {order}")
    assert [one.target for one in done.instructions.amendments] == ["2.3"]
    assert texts(done) == UNCHANGED


# --------------------------------------------------------------- what is printed, and is no wording


@pytest.mark.parametrize(
    "order",
    [
        "The notice in clause 3.1 increases as follows:\n\nSix weeks from 1 July 2025.",
        "Increase the following in clause 3.1:\n\nNotice: six weeks.",
        "The following in clause 3.1 are increased:\n\nNotice: six weeks\n\nManagers: ten weeks",
    ],
)
def test_what_figures_come_to_is_not_the_wording_of_their_clause(order: str) -> None:
    done = result(f"1. {order}")
    assert {*statuses(done)} == {"needs-decision"}
    assert texts(done) == UNCHANGED


def test_what_says_what_the_clause_says_is_its_wording() -> None:
    done = result("1. Clause 3.1 is increased as follows:\n\nThe notice is six weeks.")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == {"3.1": "The notice is six weeks."}


def test_a_letter_without_its_clause_is_put_in_none() -> None:
    done = result("1. Insert the following:\n\n(e) swaps of a whole week.")
    assert statuses(done) == ["target-unnamed"]
    assert texts(done) == UNCHANGED


def test_a_line_like_a_title_that_says_a_figure_is_told() -> None:
    done = result("1. Clause 3.2 is deleted.\n\nNight rate: double time\n\nLump sum $500")
    kept = {one.text for one in done.instructions.terms_only}
    assert {"Night rate: double time", "Lump sum $500"} <= kept


def test_old_and_new_words_on_lines_without_a_stop_are_told() -> None:
    done = result("1. Clause 3.1\n\nOld: four weeks\n\nNew: six weeks\n\n3. Clause 3.2 is deleted.")
    told = " ".join(one.instruction for one in done.instructions.amendments)
    kept = " ".join(one.text for one in done.instructions.terms_only)
    assert "New: six weeks" in told
    assert "Old: four weeks" in kept + told
    assert done.applied.document.body["3.1"].own_text == UNCHANGED["3.1"]


# ---------------------------------------------------------------------------- conditions and limits


def test_an_order_with_a_condition_is_none_over_the_next_number() -> None:
    given = (
        "1. Changes\n\n1.1 If the board agrees, clause 2.1 will be amended by replacing “40 hours”"
        " with “38 hours”.\n\n1.2 In clause 3.1, replace “four weeks” with “six weeks”."
    )
    done = result(given)
    assert statuses(done) == ["needs-decision", "applied"]
    assert texts_changed(done, UNCHANGED) == {"3.1": "The notice is six weeks."}


@pytest.mark.parametrize(
    "limit", ["This is a one-off arrangement.", "This change is for 2026.", "It is a trial."]
)
def test_a_change_for_a_time_is_a_persons(limit: str) -> None:
    done = result(f"1. In clause 3.1, replace “four weeks” with “six weeks”. {limit}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED
