"""Sentences of terms, and what each orders."""

from __future__ import annotations

import pytest

from clausetrack.amend.instructions import find
from clausetrack.amend.sentences import parse
from clausetrack.amend.splitting import split
from clausetrack.ingest import read
from clausetrack.markup import markup
from clausetrack.render.schedule import findings
from clausetrack.settlement import UNREAD, Amendment

HEAD = (
    "Terms of Settlement\n\nThese terms renew the Lighthouse Keepers’ Collective Agreement "
    "(2023 – 2026).\n\n1. Lamps\n\n"
)


def amendments(text: str) -> list[Amendment]:
    return list(find(read((HEAD + text).encode(), "terms.txt")).amendments)


@pytest.mark.parametrize(
    ("sentence", "action", "targets"),
    [
        ("Amend clause 4.3.2 by increasing the value as follows:", "substitution", ["4.3.2"]),
        ("Amend 4.9 Service Increment to read:", "substitution", ["4.9"]),
        ("Amend clause 1.8 by adding sub-clauses on service.", "insertion", ["1.8"]),
        ("Amend Part 11 by inserting new wording as follows:", "insertion", ["Part 11"]),
        ("Introduce a new clause 4.28 as follows:", "insertion", ["4.28"]),
        ("The parties agree to insert a new clause 3.39, as follows:", "insertion", ["3.39"]),
        ("The parties agree to add a new clause 4.3.1.(vi) to state that:", "insertion",
         ["4.3.1(vi)"]),
        ("The parties agree to amend clause 2.17 (LAMP) and clause 2.35 (BELL).",
         "substitution", ["2.17", "2.35"]),
        ("The parties agree to amend clauses 2.10.3 - 2.10.5 to:", "substitution",
         ["2.10.3", "2.10.4", "2.10.5"]),
        ("Clause 1.6. Definitions will also be amended to include definitions of buoys:",
         "insertion", ["1.6"]),
        ("The parties agree to the addition of clause 4.13 on leave.", "insertion", ["4.13"]),
        ("The parties agree to remove the limit in clause 4.4.", "repeal", ["4.4"]),
        ("Clause 4.2.1 is deleted and replaced with the following:", "substitution", ["4.2.1"]),
        ("Delete the table in clause 3.1 and replace it with the following:", "substitution",
         ["3.1"]),
        ("In clause 4.5(b) replace the words “five” with “ten”.", "substitution", ["4.5(b)"]),
        ("The Base Scale as set out in clause 4.1.1 will increase by:", "substitution", ["4.1.1"]),
        ("Part 3 is deleted.", "repeal", ["Part 3"]),
        ("The rate in Appendix D, clause 1.5 is increased.", "substitution", ["Appendix D 1.5"]),
    ],
)  # fmt: skip
def test_an_order_and_its_targets(sentence: str, action: str, targets: list[str]) -> None:
    (order,) = parse(sentence).orders
    assert (order.action, list(order.targets)) == (action, targets)


@pytest.mark.parametrize(
    "sentence",
    [
        "The parties agree to meet within two months to discuss clause 3.7.2.",
        "The parties agree to promote guidance on the use of lamps.",
        "In making an amendment to clause 4.9 the parties acknowledge a limit.",
        "The parties agree that the following will apply if another agreement changes.",
        "From 26 April 2026 the employer will be entitled to more staffing under clause 4.28.4.",
        "The union agrees that the terms will be offered to everyone.",
        "Implementation of pay changes would be on 31 March 2026.",
        "Any agreed changes will be incorporated by means of a variation.",
    ],
)
def test_what_orders_nothing(sentence: str) -> None:
    assert parse(sentence).orders == ()


@pytest.mark.parametrize(
    ("sentence", "action", "targets"),
    [
        ("Delete clauses 2.3.1(b) and (c).", "repeal", ["2.3.1(b)", "2.3.1(c)"]),
        ("Delete clause 2.1.2 and insert a new clause 2.1.2 as follows:", "substitution",
         ["2.1.2"]),
        ("Repeal clause 3.4 and substitute the following:", "substitution", ["3.4"]),
        ("Amend clause 1.1 of Appendix A to read:", "substitution", ["Appendix A 1.1"]),
        ("In Appendix A, replace clause 1.2 with the following:", "substitution",
         ["Appendix A 1.2"]),
        ("Insert a new clause 1.3 in Schedule 1 as follows:", "insertion", ["Schedule 1 1.3"]),
        ("Replace “2.1 to 2.4” with “2.1 to 2.5” in clause 1.4.1.", "substitution", ["1.4.1"]),
        ("Clause 3.3.1 shall read:", "substitution", ["3.3.1"]),
        ("Clause 2.1.1: delete “four” and substitute “five”.", "substitution", ["2.1.1"]),
        ("Move clause 5.1 to Part Four.", "renumbering", ["5.1"]),
    ],
)  # fmt: skip
def test_drafting_as_it_comes(sentence: str, action: str, targets: list[str]) -> None:
    (order,) = parse(sentence).orders
    assert (order.action, list(order.targets)) == (action, targets)


def test_what_follows_a_paragraph_names_it_by_its_clause() -> None:
    found = parse("Insert in clause 1.3 after paragraph (b) a new paragraph (ba):")
    assert (found.orders[0].targets, found.after) == (("1.3",), "1.3(b)")


@pytest.mark.parametrize(
    ("text", "wording", "new"),
    [
        ("In clause 1.3, after the words “a keeper” insert “, or an apprentice”.", "given",
         "a keeper, or an apprentice"),
        ("In clause 1.3 replace “four weeks” with “six”, unless the keeper is ill.", "described",
         "six"),
        ("In clause 1.3 replace “four weeks” with “six” from 1 April 2026.", "given", "six"),
        ("In clause 1.3 replace “four weeks” with “six” until 1 April 2026.", "described", "six"),
    ],
)  # fmt: skip
def test_words_for_words_at_once_and_on_no_condition(text: str, wording: str, new: str) -> None:
    (found,) = amendments(text)
    assert (found.wording, found.stated[0].new) == (wording, new)


def test_wording_that_operates_later_than_it_stands_is_reported() -> None:
    text = HEAD + "Amend clause 2.1 from 1 April 2026 as follows:\n\n2.1 A lamp costs $5.\n"
    assert [f.code for f in find(read(text.encode(), "t.txt")).findings] == ["operative-later"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The parties agree that clause 3.1.1 will not be amended.",
        "The parties no longer agree that clause 5.1.1 is deleted.",
        "The union has withdrawn its proposal that clause 5.1.1 is deleted.",
    ],
)
def test_what_is_denied_orders_nothing(sentence: str) -> None:
    assert parse(sentence).orders == ()
    assert amendments(sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "Clause 3.3.2 is amended by deleting the last sentence from 1 July 2026.",
        "Clause 2.5 is amended by deleting the note if the Bill passes.",
        "Clause 5.1.1 is to be deleted if the Bill passes.",
        "Clause 3.2 is deleted from 1 July 2026.",
        "Throughout the agreement replace “keeper” with “warden”, and “lamp” with “light”.",
        "Clause 5.2.1 does not apply until 1 March 2026.",
    ],
)
def test_part_of_a_clause_a_condition_or_a_day_is_a_persons_decision(text: str) -> None:
    assert [a.wording for a in amendments(text)] in (["described"], ["described", "described"])


def test_an_Act_is_never_a_target() -> None:
    text = "Amend clause 1.8 for those moved under clause 119 of Schedule 1 of the Lamps Act 2020."
    assert parse(text).orders[0].targets == ("1.8",)
    assert parse(text).cited == ("1.8",)


def test_a_number_does_not_end_its_sentence() -> None:
    assert split("Clause 1.6. Definitions will be amended. It is old.") == [
        "Clause 1.6. Definitions will be amended.",
        "It is old.",
    ]


@pytest.mark.parametrize(
    ("text", "wording", "clauses"),
    [
        ("Delete clause 3.7.", "given", ("3.7",)),
        ("Clauses 3.7 and 3.8 are deleted.", "given", ("3.7",)),
        ("Remove clause 4.3.6(b) and the remark on clause 4.3.7.", "described", ()),
        ("Delete the heading to clause 4.3.", "described", ()),
    ],
)
def test_only_whole_clauses_are_repealed_without_wording(
    text: str, wording: str, clauses: tuple[str, ...]
) -> None:
    first = amendments(text)[0]
    assert (first.action, first.wording, first.clauses) == ("repeal", wording, clauses)


def test_stated_old_figures_and_words() -> None:
    text = "The parties agree to increase the rate in clause 2.1 from 62 cents to 83 cents."
    (rate,) = amendments(text)
    assert [(s.old, s.new) for s in rate.stated] == [("62 cents", "83 cents")]
    (words,) = amendments("In clause 4.5(b) substitute “ten” for “five”.")
    assert [(s.old, s.new) for s in words.stated] == [("five", "ten")]


def test_a_passage_that_looks_like_an_unread_order_is_reported() -> None:
    text = HEAD + "It may be wise to see that people amend clause 3.1 one day.\n"
    instructions = find(read(text.encode(), "terms.txt"))
    assert [(a.target, a.wording) for a in instructions.amendments] == [("3.1", "described")]
    assert [finding.code for finding in instructions.findings] == ["instruction-unread"]


@pytest.mark.parametrize(
    "text",
    [
        "Strike out clause 3.4.",
        "Clause 3.4 is struck out.",
        "Clause 3.4 should read: “The lamp is lit.”",
        "In clause 3.4 “two lamps” becomes “three lamps”.",
        "In the table in clause 3.4 increase the price of oil from $10.00 to $11.00.",
        "Clause 3.4: increase $12.50 to $14.00.",
        "Vary clause 3.4 by replacing the second list.",
        "Change “two lamps” in clause 3.4 to “three lamps”.",
        "Insertion of a new clause 3.4 on oil.",
        "New clause 3.4: oil is bought in bulk.",
        "Clause 3.4 is split in two.",
        "Clause 3.4 falls away.",
    ],
)
def test_an_order_in_other_words_is_never_lost(text: str) -> None:
    assert [one.target for one in amendments(text)] == ["3.4"]


@pytest.mark.parametrize(
    "text",
    [
        "The parties will meet to review clause 3.4.",
        "Oil is bought as clause 3.4 says.",
        "The payment under clause 3.4 is made each March.",
        "Clause 3.4 is not changed.",
    ],
)
def test_what_changes_no_clause_is_no_order(text: str) -> None:
    assert amendments(text) == []


def test_an_unread_order_is_told_once_as_an_order_with_the_reason() -> None:
    base = "Lighthouse Keepers’ Collective Agreement 2020–2023\n\n1 Lamps\n\n1.1 Oil is bought.\n"
    done = markup(base.encode(), (HEAD + "Clause 1.1 falls away.\n").encode(),
                  base_name="base.txt", terms_name="terms.txt")  # fmt: skip
    found = findings(done.base, done.terms, done.instructions, done.applied)
    assert [one for _, one in found if one.code == "instruction-unread"] == []
    assert [one.reason for one in done.applied.outcomes] == [UNREAD]


@pytest.mark.parametrize("between", [" ", "\n\n"])
@pytest.mark.parametrize(
    "more", ["Clause 3.9 falls away.", "Clause 3.9 should read “at dusk”."]
)
def test_an_order_behind_one_that_is_carried_out_is_listed(between: str, more: str) -> None:
    first, second = amendments(f"In clause 2.4, replace “oil” with “gas”.{between}{more}")
    assert (first.target, first.wording) == ("2.4", "given")
    assert (second.target, second.wording, second.instruction) == ("3.9", "described", more)


def test_what_follows_an_order_that_is_carried_out_is_listed_with_the_terms() -> None:
    more = "The same goes for lamps ashore."
    text = HEAD + "In clause 2.4, replace “oil” with “gas”. " + more
    instructions = find(read(text.encode(), "terms.txt"))
    assert [one.wording for one in instructions.amendments] == ["given"]
    assert [one.text for one in instructions.terms_only] == [more]


@pytest.mark.parametrize(
    ("more", "wording"),
    [
        ("This takes effect on 1 May 2027.", "given"),
        ("This ends on 1 May 2027.", "described"),
        ("This holds only if the tower is rebuilt.", "described"),
        ("This keeps pace with the times.", "given"),
    ],
)
def test_a_condition_in_the_next_sentence_holds_the_order_back_and_its_first_day_does_not(
    more: str, wording: str
) -> None:
    (one,) = amendments(f"In clause 2.4, replace “oil” with “gas”. {more}")
    assert (one.wording, more in one.instruction) == (wording, True)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The parties agree to minor changes as shown in the attached tracked agreement.", [None]),
        ("The parties agree to technical changes, which are marked in the tracked changes document"
         " provided.", [None]),
        ("The wording of clause 4.2 will be updated as shown in the tracked copy.", ["4.2"]),
        ("Minor edits as per the marked version supplied on 1 May 2026.", [None]),
        ("Editorial corrections are made as set out in the enclosed draft agreement.", [None]),
    ],
)  # fmt: skip
def test_changes_that_another_copy_shows_are_ordered_and_their_wording_is_elsewhere(
    text: str, targets: list[str | None]
) -> None:
    assert [(each.target, each.wording) for each in amendments(text)] == [
        (target, "elsewhere") for target in targets
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rates are set out in the attached schedule.",
        "The parties will keep track of the lamps that are lit.",
        "Progress is marked in the log that the keeper holds.",
    ],
)
def test_what_no_other_copy_of_the_agreement_shows_is_no_order(text: str) -> None:
    assert amendments(text) == []
