"""What stands inside, around and behind the wording of an order: worked out by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts

from clausetrack.amend.leading import qualified
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Quarry Road Collective Agreement 2023–2025

1. Parties

1.1 The parties are the Company and the Union.

2. Shifts

2.1 A shift is eight hours.

2.2 Rosters are posted weekly.

3. Meetings

3.1 The Union may hold two meetings a year.

3.2 Fees are deducted monthly.

Schedule A – Pay rates

1. Rates are weekly.
"""
TERMS = "Terms of settlement\nQuarry Road Collective Agreement 2025–2027\n\n1. Changes\n\n{}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


def result(order: str) -> Markup:
    """What an order does; "/" parts its paragraphs."""
    return markup(AGREEMENT.encode(), TERMS.format(order.replace(" / ", "\n\n")).encode())


def kept(done: Markup) -> list[str]:
    return [one.text for one in done.instructions.terms_only]


# ------------------------------------------------------------------------------ inside the wording


def test_what_the_parties_shall_do_is_wording_between_quotation_marks() -> None:
    for marks in ("“{}”", '"{}"'):
        given = marks.format("2.3 Swaps are allowed. / The parties will review swaps in May.")
        done = result(f"Insert a new clause 2.3 as follows: / {given} / 2. Delete clause 3.2.")
        gone = {name: text for name, text in UNCHANGED.items() if name != "3.2"}
        assert texts(done) == gone | {
            "2.3": "Swaps are allowed.",
            "2.3 paragraph 1": "The parties will review swaps in May.",
        }
        assert statuses(done) == ["applied", "applied"]
        assert kept(done) == []


def test_all_between_the_marks_is_wording_whatever_it_says() -> None:
    given = ("“2.3 Swaps: / This change has no cost. / (a) by day; and / The employer agrees. / "
             "(b) at night.”")  # fmt: skip
    done = result(f"Insert a new clause 2.3: / {given} / The parties agree to be fair.")
    assert texts(done) == UNCHANGED | {
        "2.3": "This change has no cost.", "2.3(a)": "by day; and", "2.3(b)": "at night.",
        "2.3 paragraph 1": "The employer agrees.",
    }  # fmt: skip
    assert kept(done) == ["The parties agree to be fair."]


def test_words_in_marks_inside_the_marks_do_not_end_the_wording() -> None:
    given = "“2.3 Swaps are known as “trades” / The parties will keep a list. / 2.4 Trades end.”"
    done = result(f"Insert new clauses 2.3 and 2.4: / {given}")
    assert texts(done)["2.3 paragraph 1"] == "The parties will keep a list."
    assert texts(done)["2.4"] == "Trades end."


def test_a_mark_that_nothing_closes_encloses_nothing() -> None:
    given = "“2.3 Swaps are allowed. / The parties agree to meet."
    done = result(f"Insert a new clause 2.3: / {given} / 2. Delete clause 3.2.")
    assert kept(done) == ["The parties agree to meet."]
    assert "3.2" not in texts(done)


def test_what_stands_before_more_of_the_wording_is_not_dropped() -> None:
    done = result("Insert a new clause 2.3: / 2.3 Swaps: / (a) are allowed. / "
                  "The parties will keep a list. / (b) are recorded.")  # fmt: skip
    assert texts(done) == UNCHANGED | {
        "2.3": "", "2.3(a)": "are allowed.", "2.3(b)": "are recorded.",
        "2.3 paragraph 1": "The parties will keep a list.",
    }  # fmt: skip
    agreed = result("Insert a new clause 2.3: / 2.3 Swaps: / (a) are allowed. / "
                    "The parties agree that swaps are free. / (b) are recorded.")  # fmt: skip
    assert statuses(agreed) == ["needs-decision"]
    assert "“The parties agree that swaps are free.”" in agreed.applied.outcomes[0].reason
    assert texts(agreed) == UNCHANGED


def test_a_clause_behind_a_paragraph_of_the_wording_is_seen() -> None:
    done = result("Replace clause 3.1 with: / 3.1 The Union may hold three meetings. / "
                  "The parties will agree the days. / 3.2 Fees are kept.")  # fmt: skip
    assert statuses(done) == ["needs-decision"]
    assert "the terms print 3.2 too" in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


def test_a_schedule_holds_what_the_parties_shall_do() -> None:
    done = result("Insert a new Schedule B: / Schedule B – Partnership / "
                  "The parties acknowledge Te Tiriti. / The parties will meet in March. / "
                  "The Company reports.")  # fmt: skip
    assert statuses(done) == ["applied"]
    assert list(texts(done).values())[-3:] == [
        "The parties acknowledge Te Tiriti.", "The parties will meet in March.",
        "The Company reports.",
    ]  # fmt: skip


# ----------------------------------------------------------------------------- behind the wording


@pytest.mark.parametrize(
    "behind",
    [
        "The above change is withdrawn.",
        "This change does not apply to the north face.",
        "This change is conditional on a new payroll.",
        "This amendment applies until 30 June 2027.",
        "These changes will not take effect unless the board approves.",
        "This clause is subject to legal advice.",
    ],
)
@pytest.mark.parametrize("marks", ["{}", "“{}”"])
def test_what_takes_an_order_back_or_limits_it_leaves_it_to_a_person(
    marks: str, behind: str
) -> None:
    given = marks.format("2.2 Rosters are posted monthly.")
    done = result(f"Replace clause 2.2 with the following: / {given} / {behind}")
    assert statuses(done) == ["needs-decision"]
    assert behind in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


def test_what_takes_several_orders_back_is_of_all_of_them() -> None:
    done = result("Delete clause 3.2. / Replace clause 2.2 with: / 2.2 Rosters are monthly. / "
                  "The above changes are withdrawn.")  # fmt: skip
    assert statuses(done) == ["needs-decision", "needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "behind",
    [
        "This change takes effect on 1 July 2025.",
        "This change is subject to ratification by the members.",
        "The union withdraws its claim for four days.",
    ],
)
def test_a_day_ratification_and_other_claims_limit_nothing(behind: str) -> None:
    done = result(f"Replace clause 2.2 with: / 2.2 Rosters are posted monthly. / {behind}")
    assert statuses(done) == ["applied"]
    assert texts(done) == UNCHANGED | {"2.2": "Rosters are posted monthly."}


@pytest.mark.parametrize(
    "behind",
    [
        "Back pay will be paid within six weeks.",
        "This clause was not agreed.",
        "This will only take effect if the review is done.",
        "Existing employees keep the old rosters. This will not be in the collective agreement.",
        "The Company will write to all staff.",
        "The parties will review this in a year.",
    ],
)
def test_an_unnumbered_paragraph_behind_unmarked_wording_is_a_persons_to_place(
    behind: str,
) -> None:
    done = result(f"Replace clause 2.2 with: / 2.2 Rosters are posted monthly. / {behind}")
    assert statuses(done) == ["needs-decision"]
    assert behind.split(". ")[0].rstrip(".") in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "behind",
    ["and are kept for a year.", "Provided that Sundays are free.", "“Roster” means a list."],
)
def test_a_paragraph_that_goes_on_with_the_wording_is_wording(behind: str) -> None:
    done = result(f"Replace clause 2.2 with: / 2.2 Rosters are posted monthly. / {behind}")
    assert texts(done) == UNCHANGED | {
        "2.2": "Rosters are posted monthly.", "2.2 paragraph 1": behind,
    }  # fmt: skip


# ----------------------------------------------------------------------------- before the wording


@pytest.mark.parametrize(
    "lead",
    [
        "with the following, if the payroll permits:",
        "with the following, subject to the approval of the board:",
        "with the following for foremen:",
        "with the following (subject to legal advice):",
        "with the following for the term of the trial:",
        "with the following until 30 June 2027:",
        "with the following at the north face:",
        "with the following clause, provided that the payroll permits:",
        "with the following, or similar wording:",
        "with wording to the following effect:",
        "with the following, and delete clause 2.1:",
        ", in respect of the north face only, with:",
        "for foremen with:",
        "(for foremen) with the following:",
    ],
)
def test_what_qualifies_the_wording_before_the_colon_leaves_it_to_a_person(lead: str) -> None:
    done = result(f"Replace clause 2.2 {lead} / 2.2 Rosters are posted monthly.")
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


def test_a_new_clause_for_one_place_is_a_persons_to_settle() -> None:
    done = result("Insert a new clause 2.3, in respect of the old quarry only: / 2.3 Hats are on.")
    assert statuses(done) == ["needs-decision"]
    assert "“in respect of the old quarry only”" in done.applied.outcomes[0].reason


@pytest.mark.parametrize(
    "order",
    [
        "Replace clause 2.2 with the following:",
        "Replace clause 2.2 in full with the following new wording:",
        "Replace clause 2.2 with the following from 1 July 2025:",
        "Replace clause 2.2, with effect from 1 July 2025, with the following clause 2.2:",
        "Replace clause 2.2 with the following, subject to ratification:",
        "Amend clause 2.2 to read as follows (changes underlined):",
        "Amend clause 2.2 so that rosters are easier to follow if they change, to read as follows:",
        "Delete clause 2.2 and replace it with the following:",
    ],
)
def test_the_usual_words_before_the_colon_hold_nothing_back(order: str) -> None:
    done = result(f"{order} / 2.2 Rosters are posted monthly.")
    assert set(statuses(done)) == {"applied"}
    assert texts(done) == UNCHANGED | {"2.2": "Rosters are posted monthly."}


@pytest.mark.parametrize(
    "order",
    [
        "Insert the following new clause on dogs that bark, and renumber:",
        "In the table in clause 2.1, insert the following row after the row for “Step 3”:",
        "Insert the following sentence at the end of clause 2.1:",
        "Amend clause 2.1 by adding the following paragraphs (d) and (e):",
        "Add the following as a new clause 2.3:",
        "Replace Schedule A with the following Schedule A (Wages):",
        "Insert the following new clause 2.3 – Hats:",
        "Insert the following two new clauses 2.3 and 2.4:",
        "At the end of clause 2.1 add the following sentence: All are paid.",
        "For clause 2.1 substitute the following:",
        "Amend Schedule A, at paragraph 1, to read:",
        "Amend clause 2.1 to read as follows with effect from the date of ratification:",
    ],
)
def test_a_place_and_a_subject_qualify_nothing(order: str) -> None:
    assert qualified(order) == ""


@pytest.mark.parametrize(
    "gap",
    ["[wording to be confirmed]", "The fee is $2X.00.", "Ask the [title].",
     "From [date of ratification] fees rise."],
)  # fmt: skip
def test_what_stands_for_words_to_come_is_no_wording(gap: str) -> None:
    done = result(f"Insert a new clause 2.3: / 2.3 {gap}")
    assert statuses(done) == ["needs-decision"]
    assert "which is not settled" in done.applied.outcomes[0].reason


# ------------------------------------------------------------------- what is in no other list


def test_the_quotation_marks_of_markdown_are_none_of_the_wording() -> None:
    for given in ("> 2.2 Rosters are posted monthly.", "> **2.2** Rosters are posted\n> monthly.",
                  ">2.2 Rosters are posted monthly."):  # fmt: skip
        terms = f"# Terms of settlement\n\n## 1. Rosters\n\nReplace clause 2.2 with:\n\n{given}\n"
        done = markup(AGREEMENT.encode(), terms.encode())
        assert texts(done) == UNCHANGED | {"2.2": "Rosters are posted monthly."}
    table = ("# Larch Collective Agreement\n\n1. Leave\n\n1.1 Leave is:\n\n"
             "> 5 years\t3 weeks\n> 9 years\t4 weeks\n")  # fmt: skip
    cells = [cell for one in read(table.encode(), "a.md").clauses if one.table
             for row in one.table.texts for cell in row]  # fmt: skip
    assert cells == ["> 5 years", "3 weeks", "> 9 years", "4 weeks"]


def test_a_sign_in_plain_text_is_no_quotation_mark() -> None:
    text = "Larch Collective Agreement\n\n1. Leave\n\n1.1 Leave grows:\n\n> 5 years: four weeks\n"
    assert "> 5 years" in " ".join(one.printed for one in read(text.encode(), "a.txt").clauses)


def test_new_wording_beside_the_old_that_no_order_takes_up_is_told() -> None:
    done = result("Existing wording: / 2.2 Rosters are posted weekly. / New wording: / "
                  "2.2 Rosters are posted monthly.")  # fmt: skip
    assert texts(done) == UNCHANGED
    assert statuses(done) == ["needs-decision"]
    (one,) = [one.amendment for one in done.applied.outcomes]
    assert one.target == "2.2"
    assert "2.2 Rosters are posted monthly." in one.instruction


def test_a_paragraph_under_a_topic_behind_wording_is_listed() -> None:
    done = result("Insert a new Schedule B: / Schedule B – Hats / Hats are worn. / Intent / "
                  "The parties intend to go on talking. / Payment / "
                  "Back pay is paid within six weeks of ratification.")  # fmt: skip
    assert statuses(done) == ["needs-decision"]
    assert "Back pay is paid within six weeks of ratification." in kept(done)
