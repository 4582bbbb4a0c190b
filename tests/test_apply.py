"""Instructions applied to an agreement: what changes, what must not, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import SAMPLE as BASE
from factory import SCALE as TABLE
from factory import (
    agreement,
    amendment,
    changed,
    figure,
    instructions,
    lines,
    only,
    operations,
    run,
    spans,
    terms,
)

from clausetrack.amend.apply import apply
from clausetrack.amend.tree import ranked
from clausetrack.prove import prove
from clausetrack.settlement import Effective

# ------------------------------------------------------------------------------ substitution


def test_a_printed_unit_is_replaced_whole_and_what_it_leaves_out_is_repealed() -> None:
    applied = run(
        BASE,
        amendment(1, "6.2.8"),
        wording=("6.2.8 = Disregarded leave\n6.2.8(a) It is granted for one year.\n"
                 "6.2.8(b) Days deducted are given back.\n6.2.8(c) It comes on top.",),
    )  # fmt: skip
    outcome = only(applied)
    assert outcome.status == "applied"
    assert operations(outcome) == [
        "substitution 6.2.8(a)",
        "repeal 6.2.8(g)",
        "repeal 6.2.8(g) note 1",
        "insertion 6.2.8(c)",
    ]
    gone, came = changed(applied)
    assert gone == [
        "(a) It is granted for two years.",
        "(g) Apply through the employer.",
        "Note: A form is on the website.",
    ]
    assert came == ["(a) It is granted for one year.", "(c) It comes on top."]
    found = {(finding.code, finding.clause) for finding in applied.findings}
    assert ("child-repealed", "6.2.8(g)") in found
    assert ("reference-unresolved", "6.2.9") in found


def test_wording_in_line_changes_the_text_and_neither_number_nor_heading() -> None:
    applied = run(BASE, amendment(1, "1.6"), wording=("1.6 It runs until a day in 2027.",))
    clause = applied.document.body["1.6"]
    assert (clause.number, clause.heading_text) == ("1.6", "Term")
    assert changed(applied) == (
        ["1.6 Term It runs until a day in 2025."],
        ["1.6 Term It runs until a day in 2027."],
    )


def test_a_heading_that_the_wording_prints_replaces_the_base_s() -> None:
    applied = run(BASE, amendment(1, "4.3"), wording=("4.3 = Units of pay\n4.3.2 It is $5,500.",))
    assert changed(applied)[1] == ["4.3 Units of pay", "4.3.2 It is $5,500."]
    assert operations(only(applied)) == [
        "substitution 4.3",
        "repeal 4.3.1",
        "substitution 4.3.2",
    ]


def test_one_line_taken_for_text_in_one_document_and_heading_in_the_other_is_not_doubled() -> None:
    wording = "4.10 Tutors\n4.10.1 A tutor is paid $1,700."
    applied = run(BASE, amendment(1, "4.10"), wording=(wording,))
    assert operations(only(applied)) == ["substitution 4.10.1"]


def test_siblings_that_the_wording_does_not_print_stay_and_are_reported() -> None:
    said = "Amend 4.9 Increment to read:"
    applied = run(
        BASE,
        amendment(1, "4.9", instruction=said),
        wording=("4.9.1 A teacher may be paid it if the post is permanent.",),
    )
    assert operations(only(applied)) == [
        "substitution 4.9.1",
        "repeal 4.9.1(a)",
        "repeal 4.9.1(b)",
    ]
    (finding,) = [one for one in applied.findings if one.code == "other-reading"]
    assert finding.clause == "4.9"
    assert finding.message.endswith("4.9.2, 4.9.9")


def test_an_instruction_that_states_its_purpose_has_no_other_reading() -> None:
    said = "Amend clause 4.3 by increasing the value of units as follows:"
    applied = run(BASE, amendment(1, "4.3", instruction=said), wording=("4.3.2 It is $5,500.",))
    assert [finding.code for finding in applied.findings] == []


def test_the_wording_that_the_base_has_already_changes_nothing() -> None:
    applied = run(BASE, amendment(1, "4.3.1"), wording=("4.3.1 Units recognise responsibility.",))
    assert only(applied).status == "applied"
    assert only(applied).operations == ()
    assert applied.document.clauses == BASE.clauses


def test_what_a_substitution_prints_and_the_base_lacks_is_inserted_in_order() -> None:
    applied = run(
        BASE, amendment(1, "4.9"), wording=("4.9.2 It is worth $1,700.\n4.9.3 It is paid monthly.",)
    )
    ids = list(applied.document.body)
    assert ids[ids.index("4.9.3") - 1] == "4.9.2"
    assert ids[ids.index("4.9.3") + 1] == "4.9.9"
    assert operations(only(applied)) == ["substitution 4.9.2", "insertion 4.9.3"]


def test_paragraphs_and_notes_without_numbers_meet_by_kind_and_likeness() -> None:
    applied = run(
        BASE,
        amendment(1, "4.9.9"),
        wording=("4.9.9 A teacher who moves keeps it.\nNote: Ask the school office first.\n"
                 "Note: This does not reach a teacher on unpaid leave.",),
    )  # fmt: skip
    assert operations(only(applied)) == ["insertion 4.9.9 note 1", "substitution 4.9.9 note 2"]
    assert applied.renumbered == {"4.9.9 note 1": "4.9.9 note 2"}
    assert applied.document.body["4.9.9 note 2"].key == "4.9.9 note 1@2022-25"


# --------------------------------------------------------------------------------- insertion


@pytest.mark.parametrize(
    ("target", "wording", "before", "after", "parent"),
    [
        ("4.9.10", "4.9.10 It is paid to 25 teachers.", "4.9.9 note 1", "4.10", "4.9"),
        ("4.3A", "4.3A = Managers\n4.3A.1 A manager leads.", "4.3.2", "4.4", "Part 4"),
        ("1.8", "1.8(j) “Year” means a school year.", "1.8(i)", "1.8 paragraph 1", "1.8"),
        ("4.9.3", "4.9.3 It is paid monthly.", "4.9.2", "4.9.9", "4.9"),
        ("6.2.10", "6.2.10 Leave is paid.", "6.2.9", None, "Part 6"),
        ("Part 5", "Part 5 = Hours\n5.1 Forty a week.", "4.10.1", "Part 6", None),
        ("4.3.2(a)", "4.3.2(a) for a full year.", "4.3.2", "4.4", "4.3.2"),
        ("1.5", "1.5 = Scope = It covers teachers.", "Part 1", "1.6", "Part 1"),
    ],
)
def test_a_new_number_goes_to_its_place_in_the_order(
    target: str, wording: str, before: str, after: str | None, parent: str | None
) -> None:
    applied = run(BASE, amendment(1, target, action="insertion"), wording=(wording,))
    assert only(applied).status == "applied"
    new = [one.clause for one in only(applied).operations]
    ids = [*applied.document.body, None]
    assert ids[ids.index(new[0]) - 1] == before
    assert ids[ids.index(new[-1]) + 1] == after
    assert applied.document.body[new[0]].parent == parent
    assert all(one.op == "insertion" for one in only(applied).operations)
    assert changed(applied)[0] == []


def test_clauses_of_a_new_clause_that_prints_no_line_of_its_own() -> None:
    wording = "4.4A.1 There is a new allowance.\n4.4A.2 It is $2,500."
    applied = run(BASE, amendment(1, "4.4A", action="insertion"), wording=(wording,))
    assert operations(only(applied)) == ["insertion 4.4A.1", "insertion 4.4A.2"]
    ids = list(applied.document.body)
    assert ids[ids.index("4.4A.1") - 1] == "4.4.1"
    assert "4.4A" not in ids


def test_a_new_clause_carries_the_terms_words_and_the_terms_version() -> None:
    applied = run(BASE, amendment(1, "4.9.10", action="insertion"), wording=("4.9.10 It is new.",))
    new = applied.document.body["4.9.10"]
    assert (new.key, new.fragment, new.number) == ("4.9.10@2025-27", None, "4.9.10")
    assert applied.document.version == "2025-27"
    assert applied.document.body["4.9.9"].key == "4.9.9@2022-25"


def test_wording_without_a_printed_number_gets_the_number_of_its_place() -> None:
    given = terms("6.2.8(h) It is not granted twice.")
    bare = tuple(
        one._replace(label=(), number="") if one.fragment else one for one in given.clauses
    )
    said = instructions(amendment(1, "6.2.8(h)", action="insertion"))
    applied = apply(BASE, replace(given, clauses=bare), said)
    assert "(h) It is not granted twice." in lines(applied)


def test_adding_to_a_clause_that_is_there_substitutes_what_is_printed_and_repeals_nothing() -> None:
    wording = "4.9 = INCREMENT\n4.9.1 A teacher is paid it if:\n4.9.3 It is paid monthly."
    applied = run(BASE, amendment(1, "Part 4", action="insertion"), wording=(wording,))
    assert operations(only(applied)) == [
        "substitution 4.9",
        "substitution 4.9.1",
        "insertion 4.9.3",
    ]
    for stays in ("4.9.1(a)", "4.9.1(b)", "4.9.2", "4.9.9", "4.9.9 note 1"):
        assert applied.document.body[stays] == BASE.body[stays]


def test_a_heading_printed_above_a_new_clause_comes_with_it() -> None:
    wording = "== Language framework\n4.9.10 It is paid to 25 teachers."
    given = amendment(1, "4.9.10", action="insertion", printed=("4.9.10",))
    applied = run(BASE, given, wording=(wording,))
    ids = list(applied.document.body)
    assert ids[ids.index("4.9.10") - 1] == "Language framework"
    assert operations(only(applied)) == ["insertion Language framework", "insertion 4.9.10"]


def test_a_heading_inside_an_addition_stands_before_the_clause_that_it_opens() -> None:
    wording = "4.9 = Increment\n4.9.1 If permanent:\n== Payment\n4.9.10 It is paid monthly."
    applied = run(BASE, amendment(1, "Part 4", action="insertion"), wording=(wording,))
    ids = list(applied.document.body)
    at = ids.index("Payment")
    assert ids[at - 1 : at + 3] == ["4.9.9 note 1", "Payment", "4.9.10", "4.10"]


def test_a_new_note_to_a_clause_with_a_list_stands_after_the_list() -> None:
    given = amendment(1, "4.9.1", action="insertion")
    applied = run(BASE, given, wording=("Note: Ask early.",))
    ids = list(applied.document.body)
    at = ids.index("4.9.1(b) note 1")
    assert ids[at - 1 : at + 2] == ["4.9.1(b)", "4.9.1(b) note 1", "4.9.2"]


def test_an_addition_under_a_printed_heading_leaves_the_words_that_open_the_list() -> None:
    wording = "1.8 = Definitions\n1.8(j) “Year” means a school year."
    applied = run(BASE, amendment(1, "1.8", action="insertion"), wording=(wording,))
    assert operations(only(applied)) == ["insertion 1.8(j)"]


def test_a_clause_keeps_the_key_of_the_version_that_introduced_it() -> None:
    first = BASE.clauses[1]._replace(key="1.4@2019-22")
    base = replace(BASE, clauses=(BASE.clauses[0], first, *BASE.clauses[2:]))
    applied = run(base, amendment(1, "1.6"), wording=("1.6 It runs until 2027.",))
    assert applied.document.body["1.6"].key == "1.4@2019-22"


def test_an_addition_that_prints_a_paragraph_of_the_base_elsewhere_is_not_doubled() -> None:
    base = agreement("4.9.1 It is paid.\n* in May, or\n* in June, by request.")
    wording = "4.9.1 It is paid.\n* in June, by request.\n* in May, or"
    applied = run(base, amendment(1, "4.9.1", action="insertion"), wording=(wording,))
    assert only(applied).status == "needs-decision"
    assert applied.document.clauses == base.clauses


def test_a_new_note_is_counted_with_the_notes_that_are_there() -> None:
    given = amendment(1, "4.9.9", action="insertion")
    applied = run(BASE, given, wording=("Note: Ask early.",))
    assert operations(only(applied)) == ["insertion 4.9.9 note 2"]


def test_a_place_that_the_words_name_wins() -> None:
    given = amendment(1, "4.9.5", action="insertion", after="4.9.1")
    applied = run(BASE, given, wording=("4.9.5 It is paid monthly.",))
    ids = list(applied.document.body)
    assert ids[ids.index("4.9.5") - 1] == "4.9.1(b)"


def test_a_letter_whose_clause_the_base_lacks_cannot_be_added() -> None:
    given = amendment(1, "4.7.1(c)", action="insertion")
    applied = run(BASE, given, wording=("4.7.1(c) and nothing else.",))
    assert only(applied).status == "target-missing"
    assert applied.document.clauses == BASE.clauses


# ------------------------------------------------------------------------- a number is taken

DEFINITIONS = agreement(
    """
    1.6 = Definitions
    1.6.1 “Board” means a school board.
    1.6.2 “Day” means a working day.
    1.6.3 “Principal” means the person who leads a school, and:
    1.6.3(a) in an area school, the area principal;
    1.6.3(b) elsewhere, subject to (a), any other.
    1.6.4 “Union” means the union named in clause 1.6.3.
    2.1 = Use
    2.1.1 Clause 1.6.3(a) and clause 1.6.1 apply; see also clauses 1.6.2 to 1.6.4.
    """,
    name="PTCA",
)


def test_a_new_number_that_is_taken_moves_the_later_ones_up() -> None:
    given = terms(
        "1.6.3 “Former school” means one that closed.\n1.6.6 “Year” means a school year.",
        name="PTCA",
    )
    said = instructions(amendment(1, "1.6", action="insertion"))
    applied = apply(DEFINITIONS, given, said)
    assert applied.renumbered == {
        "1.6.3": "1.6.4",
        "1.6.3(a)": "1.6.4(a)",
        "1.6.3(b)": "1.6.4(b)",
        "1.6.4": "1.6.5",
    }
    assert operations(only(applied)) == [
        "insertion 1.6.3",
        "renumbering 1.6.4",
        "renumbering 1.6.5",
        "insertion 1.6.6",
    ]
    assert lines(applied)[1:9] == [
        "1.6.1 “Board” means a school board.",
        "1.6.2 “Day” means a working day.",
        "1.6.3 “Former school” means one that closed.",
        "1.6.4 “Principal” means the person who leads a school, and:",
        "(a) in an area school, the area principal;",
        "(b) elsewhere, subject to (a), any other.",
        "1.6.5 “Union” means the union named in clause 1.6.3.",
        "1.6.6 “Year” means a school year.",
    ]
    assert applied.document.body["1.6.4"].key == "1.6.3@2022-25"
    stale = {(one.clause, one.quote) for one in applied.findings if one.code == "reference-stale"}
    assert ("1.6.5", "clause 1.6.3") in stale
    assert ("2.1.1", "Clause 1.6.3(a)") in stale
    # What still means what it meant is not reported: 1.6.1, and "(a)" said inside the clause.
    assert {where for where, _ in stale} == {"1.6.5", "2.1.1"}
    proof = prove(DEFINITIONS, given, said, applied, DEFINITIONS, applied.document, spans(applied))
    assert proof.failures == ()


def test_a_clause_may_move_up_and_be_restated_under_its_new_number() -> None:
    given = terms(
        "1.6.3 “Former school” means one that closed.\n1.6.5 “Union” means any union.", name="PTCA"
    )
    said = instructions(amendment(1, "1.6", action="insertion"))
    applied = apply(DEFINITIONS, given, said)
    assert operations(only(applied)) == [
        "insertion 1.6.3",
        "renumbering 1.6.4",
        "substitution 1.6.5",
        "renumbering 1.6.5",
    ]
    proof = prove(DEFINITIONS, given, said, applied, DEFINITIONS, applied.document, spans(applied))
    assert proof.failures == ()


def test_letters_move_up_in_their_own_counting() -> None:
    wording = "1.8(i) “Term” means a school term."
    applied = run(BASE, amendment(1, "1.8", action="insertion"), wording=(wording,))
    assert applied.renumbered == {"1.8(i)": "1.8(j)"}
    assert "(j) “Union” means the union." in lines(applied)


def test_a_broken_run_of_numbers_needs_a_decision_and_nothing_is_half_done() -> None:
    wording = "4.9.2 Nothing in this clause limits a school’s own policy.\n4.9.10 It is new."
    applied = run(BASE, amendment(1, "4.9", action="insertion"), wording=(wording,))
    assert only(applied).status == "needs-decision"
    assert "4.9.2 is followed by 4.9.9" in only(applied).reason
    assert applied.document.clauses == BASE.clauses


def test_a_number_that_restates_its_provision_is_substituted_not_doubled() -> None:
    wording = "1.8(i) “Union” means the union and its officers."
    applied = run(BASE, amendment(1, "1.8", action="insertion"), wording=(wording,))
    assert operations(only(applied)) == ["substitution 1.8(i)"]
    assert applied.renumbered == {}


def test_between_the_same_and_another_provision_there_is_a_decision_to_make() -> None:
    # Half of the words are shared: neither a restatement beyond doubt nor plainly another rule.
    wording = "6.2.9 A refusal under clause 6.2.8(g) is final and ends all pay."
    applied = run(BASE, amendment(1, "6.2", action="insertion"), wording=(wording,))
    assert only(applied).status == "needs-decision"


# ------------------------------------------------------------------------------------ tables


def test_a_table_alone_replaces_the_table_and_neither_prose_nor_caption() -> None:
    applied = run(BASE, amendment(1, "4.1.1"), wording=(TABLE,))
    assert operations(only(applied)) == ["substitution 4.1.1 table 1"]
    gone, came = changed(applied)
    assert gone == ["Base scale / Step|Rates from 2024-12-02 / 1|$61,000 / 2|$64,000"]
    assert came == [
        "Base scale / Step|Rates until 2026-01-27|Rates from 2026-01-28"
        " / 1|$61,000|$63,000 / 2|$64,000|$66,000"
    ]


def test_a_table_is_found_by_what_the_terms_call_it() -> None:
    given = amendment(1, None, described="the Base Scale for Teachers")
    applied = run(BASE, given, wording=(TABLE,))
    assert operations(only(applied)) == ["substitution 4.1.1 table 1"]


def test_a_clause_without_a_table_is_not_given_one() -> None:
    applied = run(BASE, amendment(1, "4.3.1"), wording=(TABLE,))
    assert only(applied).status == "needs-decision"


TWO_TABLES = agreement(
    """
    5.1 = Allowances
    5.1.1 They are in two tables.
    ^ Sea
    | Step | Rates from 2024-12-02 |
    | S1 | $10 |
    ^ Land
    | Step | Rates from 2024-12-02 |
    | L1 | $20 |
    """
)


@pytest.mark.parametrize(
    ("wording", "status"),
    [
        ("^ Land\n| Step | Rates from 2026-01-28 |\n| L9 | $22 |", "applied"),
        ("^ Land\n| Step | Rates from 2026-01-28 |\n| S1 | $22 |", "applied"),
        ("| Step | Rates from 2026-01-28 |\n| L1 | $22 |", "applied"),
        ("| Step | Rates from 2026-01-28 |\n| X1 | $22 |", "needs-decision"),
    ],
)
def test_of_several_tables_the_caption_or_the_rows_say_which(wording: str, status: str) -> None:
    applied = run(TWO_TABLES, amendment(1, "5.1.1"), wording=(wording,))
    assert only(applied).status == status
    if status == "applied":
        assert operations(only(applied)) == ["substitution 5.1.1 table 2"]
        assert "$22" in lines(applied)[-1]


# ----------------------------------------------------------------------------------- figures


def test_one_stated_figure_in_place_of_one_old_figure() -> None:
    applied = run(BASE, figure("62 cents", "83 cents"))
    assert operations(only(applied)) == ["substitution 4.4.1"]
    assert changed(applied)[1] == ["4.4.1 Travel is paid at 83 cents for each kilometre."]


def test_a_figure_that_stands_twice_needs_a_decision() -> None:
    base = agreement("4.4.1 Cars are paid 62 cents, and vans 62 cents.")
    applied = run(base, figure("62 cents", "83 cents"))
    assert only(applied).status == "needs-decision"
    assert applied.document.clauses == base.clauses


def test_a_figure_that_moves_in_dated_steps_needs_a_decision() -> None:
    steps = (Effective(date(2026, 1, 28)), Effective(date(2027, 1, 28)))
    applied = run(BASE, replace(figure("62 cents", "83 cents"), effective=steps))
    assert only(applied).status == "needs-decision"


def test_a_figure_inside_another_number_is_not_touched() -> None:
    base = agreement("4.4.1 A grant of $15,000 and a unit of $5,000 are paid.")
    applied = run(base, figure("$5,000", "$5,500"))
    assert lines(applied) == ["4.4.1 A grant of $15,000 and a unit of $5,500 are paid."]


def test_siblings_with_numbers_and_with_letters_have_an_order() -> None:
    assert ranked(["2(b)", "2.10", "2(a)", "2.2"]) == ["2.2", "2.10", "2(a)", "2(b)"]
