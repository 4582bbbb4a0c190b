"""Orders on a part of a clause: that part is changed and nothing else, or the order is refused.

What each order makes of the agreement was worked out by hand, and so was why others are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from factory import on, spans

from clausetrack.amend.parts import read as read_order
from clausetrack.amend.spans import sentences
from clausetrack.markup import Markup, markup
from clausetrack.model import Document, Run
from clausetrack.prove import Proof, prove
from clausetrack.settlement import Applied, Part

pytest_plugins = ["word_processors"]

CORPUS = Path(__file__).parents[1] / "corpus"
AGREEMENT = """Harbour Pilots Collective Agreement 2023–2025

Part One: General

1.1 Term

This agreement runs from 1 July 2023 to 30 June 2025.

1.2 Definitions

In this agreement:

“Board” means the board of the port.

“Duty” means a turn of work. It includes a watch.

“Pilot” means a person who holds a licence, i.e. a licence in force.

“Watch” means four hours of duty.

1.3 Words for tugs

1.3.1 “Hull” means the body of a tug.

1.3.2 “Hull” means, in Part Two, a tug with its gear.

1.4 Words for boats

1.4.1 In this Part:

(a) “launch” means a boat that carries a pilot;

(b) “skiff” means a boat that is rowed, and:

(i) a long skiff has six oars; and

(ii) a short skiff has four; and

(c) “yawl” means a boat with two masts.

Part Two: Pay

2.1 Night work

2.1.1 A pilot who works at night is paid $40. The payment is made on the next pay day. It is not \
paid for leave.

2.1.2 The company gives notice in writing, e.g. by letter or No. 7 form. A pilot answers the \
company within seven days.

2.1.3 The Port Manager decides. The rule on the wall says “The pilot decides. The Port Manager \
records it.” A pilot may ask for reasons.

2.1.4 A crew is paid extra. It is paid at once, and:

(a) a crew that is late earns nothing; and

(b) a Crew Master is paid $10.

2.1.5 The rate is set by Capt. Hale of the port. Dr. Ames may vary it.

2.2 Pay scale

2.2.1 Pilots are paid on this scale.

Pilot scale

Step	Rate
1	$50,000
2	$52,000
3	$54,000
7	$60,000

2.2.2 Trainees are paid on this scale.

Trainee scale

Grade	Rate
A	$30,000
B	$31,000
A	$32,000

2.3 Clothing

2.3.1 The company supplies:

- a coat;

- boots;

- gloves; and

- a hat.

Note: Boots are replaced each year.

2.3.2 The company washes coats at its own cost.

2.3.3 A coat is worn on deck.

Note 1: On Sundays no coat is worn.

Note 2: On holidays a cap is worn.

2.4 Tickets

2.4.1 A meal ticket is worth $15. The meal ticket is handed out by the clerk.

2.4.2 A pilot hands in each meal ticket by Friday.

2.4.3 The depot manager signs for the key of the depot.

2.4.4 Depots close at noon.

Schedule 1: Quays

1. The North Quay is open. It is lit.

2. The South Quay is shut.
"""
TERMS = """Terms of Settlement

These terms renew the Harbour Pilots Collective Agreement (2025 – 2027).

1. Changes

"""
SCALE = [["Step", "Rate"], ["1", "$50,000"], ["2", "$52,000"], ["3", "$54,000"], ["7", "$60,000"]]
order = on(AGREEMENT, TERMS)


def changes(result: Markup) -> dict[str, object]:
    """Each clause that is not as it was, by its new ID: its text, rows or heading, None if gone."""
    found: dict[str, object] = {}
    for edit in result.applied.edits:
        if not edit.amendment:
            continue
        if edit.new is None:
            found[edit.old.id if edit.old else ""] = None
        elif edit.new.table is not None:
            found[edit.new.id] = edit.new.table.texts
        elif edit.old is not None and edit.old.heading_text != edit.new.heading_text:
            found[edit.new.id] = f"= {edit.new.heading_text}"
        else:
            found[edit.new.id] = edit.new.own_text
    return found


NIGHT = "A pilot who works at night is paid $40."
PAID = "The payment is made on the next pay day."
LEAVE = "It is not paid for leave."
CARDS = {
    "2.4.1": "A meal card is worth $15. The meal card is handed out by the clerk.",
    "2.4.2": "A pilot hands in each meal card by Friday.",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words, at every place that says them.
        (
            "In clause 2.4.1, replace “meal ticket” with “meal card” wherever it occurs.",
            {"2.4.1": CARDS["2.4.1"]},
        ),
        (
            "Throughout the agreement, references to “meal ticket” are replaced by “meal card”.",
            CARDS,
        ),
        ("All references to 'meal ticket' in this agreement are changed to 'meal card'.", CARDS),
        ("Wherever “meal ticket” appears in this agreement it is replaced by “meal card”.", CARDS),
        ("In clauses 2.4.1 and 2.4.2, replace “meal ticket” with “meal card” throughout.", CARDS),
        ("Replace “meal ticket” with “meal card” wherever it occurs in Part Two.", CARDS),
        (
            "Delete “at its own cost” wherever it occurs in clause 2.3.2.",
            {"2.3.2": "The company washes coats."},
        ),
        (
            "In clause 2.3.2, replace “at its own cost” with “, and dries them” wherever it "
            "occurs.",
            {"2.3.2": "The company washes coats, and dries them."},
        ),
        # Where they begin a sentence the capital is the sentence's.
        (
            "Throughout the agreement, replace “the company” with “the port”.",
            {
                "2.1.2": "The port gives notice in writing, e.g. by letter or No. 7 form. A pilot "
                "answers the port within seven days.",
                "2.3.1": "The port supplies:",
                "2.3.2": "The port washes coats at its own cost.",
            },
        ),
        (
            "In clause 2.1.1, replace “it” with “the $40” wherever it occurs.",
            {"2.1.1": f"{NIGHT} {PAID} The $40 is not paid for leave."},
        ),
        # A definition is found by its term.
        (
            "In clause 1.2, amend the definition of “Pilot” to read: “Pilot” means a person who "
            "holds a licence of the first class. It includes a trainee.",
            {
                "1.2 paragraph 3": "“Pilot” means a person who holds a licence of the first class. "
                "It includes a trainee."
            },
        ),
        (
            "Replace the definition of duty in clause 1.2 with the following:\n\n“Duty” means "
            "work.",
            {"1.2 paragraph 2": "“Duty” means work."},
        ),
        (
            "In clause 1.2, insert the following definitions in alphabetical order:\n\n“Anchor” "
            "means a hook.\n\n“Launch” means a boat.",
            {
                "1.2 paragraph 1": "“Anchor” means a hook.",
                "1.2 paragraph 4": "“Launch” means a boat.",
            },
        ),
        ("Delete the definition of “Watch” in clause 1.2.", {"1.2 paragraph 4": None}),
        ("The definition of “Board” is deleted.", {"1.2 paragraph 1": None}),
        (
            "Amend the definition of “yawl” in clause 1.4.1 to read: “yawl” means a boat with "
            "sails.",
            {"1.4.1(c)": "“yawl” means a boat with sails."},
        ),
        # A sentence is counted.
        ("Delete the second sentence of clause 2.1.1.", {"2.1.1": f"{NIGHT} {LEAVE}"}),
        ("Clause 2.1.1 is amended by deleting the last sentence.", {"2.1.1": f"{NIGHT} {PAID}"}),
        ("The first sentence of clause 2.1.1 is deleted.", {"2.1.1": f"{PAID} {LEAVE}"}),
        (
            "Replace the last sentence of clause 2.1.1 with “It is paid at once. It is taxed.”",
            {"2.1.1": f"{NIGHT} {PAID} It is paid at once. It is taxed."},
        ),
        (
            "Amend clause 2.1.1 by adding the following sentence after the first sentence: It "
            "is taxed.",
            {"2.1.1": f"{NIGHT} It is taxed. {PAID} {LEAVE}"},
        ),
        (
            "Add the following sentence to the end of clause 2.3.2:\n\nIt does so each month.",
            {"2.3.2": "The company washes coats at its own cost. It does so each month."},
        ),
        (
            "Delete the second sentence of clause 2.1.2.",
            {"2.1.2": "The company gives notice in writing, e.g. by letter or No. 7 form."},
        ),
        (
            "Replace the first sentence of clause 2.1.4 with “A crew is paid double.”",
            {"2.1.4": "A crew is paid double. It is paid at once, and:"},
        ),
        (
            "In Schedule 1, delete the second sentence of clause 1.",
            {"Schedule 1 1": "The North Quay is open."},
        ),
        # A row goes by its key.
        (
            "In clause 2.2.1, delete the row for Step 3.",
            {"2.2.1 table 1": [*SCALE[:3], SCALE[4]]},
        ),
        (
            "In the table in clause 2.2.1, insert a new row after Step 3:\n\n| 4 | $56,000 |",
            {"2.2.1 table 1": [*SCALE[:4], ["4", "$56,000"], SCALE[4]]},
        ),
        (
            "Replace the row for Step 7 in clause 2.2.1 with the following:\n\n7\t$61,000",
            {"2.2.1 table 1": [*SCALE[:4], ["7", "$61,000"]]},
        ),
        (
            "In clause 2.2.1 add the following row at the end of the table:\n\n"
            "| Step | Rate |\n|---|---|\n| 8 | $62,000 |",
            {"2.2.1 table 1": [*SCALE, ["8", "$62,000"]]},
        ),
        # Bullets and notes are counted, or the only one.
        (
            "Replace the third bullet of clause 2.3.1 with:\n\n- thick gloves; and",
            {"2.3.1 bullet 3": "thick gloves; and"},
        ),
        ("Delete the second bullet point in clause 2.3.1.", {"2.3.1 bullet 2": None}),
        ("In clause 2.3.1, delete the last bullet.", {"2.3.1 bullet 4": None}),
        (
            "In clause 2.3.1, insert the following bullet after the first bullet:\n\n- a scarf;",
            {"2.3.1 bullet 2": "a scarf;"},
        ),
        ("The note at the end of clause 2.3.1 is removed.", {"2.3.1 note 1": None}),
        ("Delete the second note to clause 2.3.3.", {"2.3.3 note 2": None}),
        (
            "Amend Note 1 to clause 2.3.3 to read:\n\nNote 1: On Sundays a cloak is worn.",
            {"2.3.3 note 1": "On Sundays a cloak is worn."},
        ),
        # A heading.
        (
            "Amend the heading of clause 2.1 to read “Night and weekend work”.",
            {"2.1": "= Night and weekend work"},
        ),
        ("Amend the heading of clause 2.1 to read:\n\nWork by night", {"2.1": "= Work by night"}),
        ("Amend the heading of clause 1.1 to read:\n\n1.1 Length", {"1.1": "= Length"}),
        ("Rename Part Two as “Part Two: Pay and tickets”.", {"Part 2": "= Pay and tickets"}),
        ("Change the heading of clause 1.1 from “Term” to “Length”.", {"1.1": "= Length"}),
        (
            "In clause 2.1:\n\n(a) replace the heading with “Nights”; and\n\n(b) delete the last "
            "sentence of clause 2.1.1.",
            {"2.1": "= Nights", "2.1.1": f"{NIGHT} {PAID}"},
        ),
    ],
)
def test_a_part_is_changed_and_nothing_else(text: str, expected: dict[str, object]) -> None:
    result = order(text)
    assert {one.status for one in result.applied.outcomes} == {"applied"}
    assert changes(result) == expected


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [
        # Words in another case or number, in a longer word, a name, a quotation; or nowhere.
        ("Throughout the agreement, replace “crew” with “team”.", "needs-decision",
         "2.1.4(b) has “Crew”"),
        ("Throughout the agreement, replace “depot” with “yard”.", "needs-decision", "“Depots”"),
        ("In clause 2.1.4, replace “crew” with “gang” wherever it "
         "occurs.", "needs-decision", "“Crew”"),
        ("In Part Two, replace “ticket” with “card” wherever it "
         "occurs.", "needs-decision", "“Tickets”"),
        ("In clause 2.1.3, replace “Port Manager” with “Master” wherever it occurs.",
         "needs-decision", "inside a quotation"),
        ("In Schedule 1, replace “North” with “West” wherever it occurs.", "needs-decision",
         "“North Quay”, which may be a name"),
        ("Throughout the agreement, replace “ticket” with “meal ticket”.", "needs-decision",
         "reads as ordered already"),
        ("Throughout the agreement, replace “wharf” with "
         "“quay”.", "precondition-failed", "nowhere"),
        # Definitions.
        ("In clause 1.3, amend the definition of “Hull” to read: “Hull” means all of a tug.",
         "needs-decision", "more than once"),
        ("Amend the definition of “skiff” in clause 1.4.1 to read: “skiff” means a small boat;",
         "needs-decision", "more stands under"),
        ("In clause 1.4.1, insert the following definition in alphabetical order:\n\n“oar” means a "
         "pole;", "needs-decision", "numbered"),
        ("Amend the definition of “Board” in clause 1.2 to read: “Port” means the port.",
         "needs-decision", "do not print a definition of “Board”"),
        ("Delete the definition of “Anchor” in clause 1.2.", "target-missing", "no definition"),
        ("In clause 1.2, insert the following definition in alphabetical order:\n\n“duty” "
         "means work.",
         "needs-decision", "already"),
        # Sentences.
        ("Delete the second sentence of clause 2.1.3.", "needs-decision", "not certain"),
        ("Delete the second sentence of clause 2.1.5.", "needs-decision", "not certain"),
        ("Delete the last sentence of clause 2.1.4.", "needs-decision", "2.1.4(a) follows"),
        ("Delete the second sentence of clause 2.1.4.", "needs-decision", "does not end"),
        ("Delete the third sentence of clause 2.3.2.", "target-missing", "1 sentence"),
        ("Delete the first sentence of clause 2.3.2.", "needs-decision", "no other sentence"),
        ("Replace the first sentence of clause 2.1.1 with “a pilot is paid”.", "needs-decision",
         "whole sentence"),
        ("Add the following sentence to the end of clause 2.3.3:\n\nIt is warm.", "needs-decision",
         "follows the text"),
        # Rows.
        ("In the table in clause 2.2.2, delete the row for Grade A.", "needs-decision", "2 rows"),
        ("In the table in clause 2.2.1, insert the following row after the row for Step 7:\n\n"
         "| 8 | $62,000 | $63,000 |", "needs-decision", "2 cells"),
        ("In the table in clause 2.2.1, insert the following row after the row for Step 2:\n\n"
         "| 3 | $53,000 |", "needs-decision", "already"),
        ("Delete the row for Step 5 in clause 2.2.1.", "target-missing", "no table"),
        ("In clause 2.2.1, replace the row for Step 7 with:\n\n| Step | Hourly "
         "|\n|---|---|\n| 7 | $30 |",
         "needs-decision", "other headings"),
        # Bullets, notes, headings.
        ("Delete the sixth bullet of clause 2.3.1.", "target-missing", "4 bullets"),
        ("Delete the note to clause 2.3.3.", "needs-decision", "do not say which"),
        ("Amend the heading of clause 2.1.1 to read “Night pay”.", "target-missing", "no heading"),
        ("Amend the heading of clause 2.1 to read “2.7 Nights”.", "needs-decision", "number"),
        ("Change the heading of clause 1.1 from “Length” to "
         "“Term”.", "precondition-failed", "does not say “Length”"),
        # Two that are sought in one clause.
    ],
)  # fmt: skip
def test_what_is_not_certain_is_refused_with_the_reason(text: str, status: str, why: str) -> None:
    result = order(text)
    assert {one.status for one in result.applied.outcomes} == {status}
    assert all(why in one.reason for one in result.applied.outcomes)
    assert changes(result) == {}


def test_the_places_are_counted_and_named() -> None:
    result = order("Throughout this agreement replace “meal ticket” with “meal card”.")
    (one,) = result.applied.outcomes
    assert one.reason == "“meal ticket” stood in 3 places: 2.4.1, 2.4.2"


def test_words_at_every_place_leave_what_another_instruction_prints() -> None:
    throughout = (
        "Throughout the agreement, replace “meal ticket” with “meal card”.\n\n2. Friday\n\n"
    )
    result = order(f"{throughout}Replace clause 2.4.2 with:\n\n2.4.2 A pilot hands them in.")
    assert [one.status for one in result.applied.outcomes] == ["applied", "applied"]
    assert changes(result) == {"2.4.1": CARDS["2.4.1"], "2.4.2": "A pilot hands them in."}
    result = order(f"{throughout}Add a new clause 2.4.5 as follows:\n\n2.4.5 A meal ticket is red.")
    assert [one.status for one in result.applied.outcomes] == ["applied", "applied"]
    assert changes(result)["2.4.5"] == "A meal ticket is red."
    (left,) = [one for one in result.applied.findings if one.code == "term-left"]
    assert left.clause == "2.4.5"
    assert "2#1 prints “meal ticket” in 2.4.5, and there it stands as printed" in left.message


@pytest.mark.parametrize(
    "text",
    [
        "Delete the second sentence of clause 2.1.1 from 1 July 2026.",
        "Delete the second and third sentences of clause 2.1.1.",
        "If the Board agrees, amend the heading of clause 2.1 to read “Nights”.",
        "Replace “meal ticket” with “meal card” throughout the agreement, except in clause 2.4.2.",
        "Add the following sentence to clause 2.1.1:\n\nIt is taxed.",
        "Delete the heading of clause 2.1.",
        "In the notes on “Pilot” in clause 1.2, replace “i.e.” with “that is”.",
        # The new words go on behind the mark that closes the quotation.
        "In clause 1.2, amend the definition of 'Board' to read “Port” means the port.",
        "The second sentence of clause 2.1.1 will be deleted. This applies only from 1 May 2026.",
        # An exception, in the same sentence or the next; a second order behind the first.
        "Throughout the agreement, replace “meal ticket” with “card”, other than in clause 2.4.2.",
        "Throughout the agreement, replace “meal ticket” with “card”. "
        "Clause 2.4.2 is not affected.",
        "Throughout the agreement, replace “meal ticket” with “card”.\n\nThis does not apply to "
        "clause 2.4.2.",
        "In clause 1.2, insert the following definition in alphabetical order: “Launch” means a "
        "boat; and “Tug” means a tug.",
        "Delete all references to “meal ticket” in clause 2.4.1.",
    ],
)
def test_what_no_form_accounts_for_is_listed_and_changes_nothing(text: str) -> None:
    result = order(text)
    assert result.applied.outcomes
    assert not any(one.done for one in result.applied.outcomes)
    assert changes(result) == {}


def test_throughout_alone_is_not_certain_under_a_heading_that_names_a_clause(
    tmp_path: Path,
) -> None:
    (tmp_path / "agreement.txt").write_text(AGREEMENT, "utf-8")
    head = TERMS.replace("1. Changes", "1. Clause 2.4.1")
    body = "Replace “meal ticket” with “meal card” throughout.\n"
    result = markup(tmp_path / "agreement.txt", f"{head}{body}".encode(), terms_name="terms.txt")
    assert not any(one.done for one in result.applied.outcomes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is to be done to a clause is no wording for it.
        (
            "Amend clause 2.1.1 as follows:\n\n(a) delete the second sentence.",
            {"2.1.1": f"{NIGHT} {LEAVE}"},
        ),
        (
            "Amend clause 2.3.1 as follows:\n\n(a) replace “gloves” with “mittens”; and\n\n"
            "(b) replace “boots” with “shoes”.",
            {"2.3.1 bullet 2": "shoes;", "2.3.1 bullet 3": "mittens; and"},
        ),
        (
            "Amend clause 2.1.1 as follows: delete the second sentence.",
            {"2.1.1": f"{NIGHT} {LEAVE}"},
        ),
        (
            "Clause 2.1.1 is amended as follows:\n\nThe second sentence is deleted.",
            {"2.1.1": f"{NIGHT} {LEAVE}"},
        ),
        # A number before the order is the clause, if it is in that of the lead; else nobody knows.
        (
            "Amend clause 2.1 as follows:\n\n2.1.1 Delete the second sentence.",
            {"2.1.1": f"{NIGHT} {LEAVE}"},
        ),
        ("Amend clause 2.1.1 as follows:\n\n1.1 Delete the second sentence.", {}),
        # And these are wording, whatever words they begin with.
        (
            "Amend clause 2.1.4 as follows:\n\n(a) delete all nets; and\n\n(b) remove ice.",
            {"2.1.4(a)": "delete all nets; and", "2.1.4(b)": "remove ice."},
        ),
    ],
)
def test_an_order_is_not_taken_for_wording(text: str, expected: dict[str, object]) -> None:
    assert changes(order(text)) == expected


# -------------------------------------------------------------------------------- the sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("It is so, e.g. here. It is.", ["It is so, e.g. here.", "It is."]),
        ("See No. 7 or s. 4. Then go.", ["See No. 7 or s. 4.", "Then go."]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        (
            "It is paid (as agreed). It is not taxed.",
            ["It is paid (as agreed).", "It is not taxed."],
        ),
        ("The rate is 2.5 a day. It grows:", ["The rate is 2.5 a day.", "It grows:"]),
        ("Ākonga learn. Ōtara is far.", ["Ākonga learn.", "Ōtara is far."]),
        # Where one ends is not certain.
        ("It is made by Dr. Ames. It is dear.", None),
        ("It says “One. Two.” and no more.", None),
        ("It is so (One. Two). It is.", None),
        ("It costs ten. 7 days pass.", None),
        ("It is so. it is not.", None),
        ("One.\nTwo.", None),
    ],
)
def test_the_sentences_of_a_text(text: str, expected: list[str] | None) -> None:
    found = sentences(text)
    said = None if found is None else [text[start:end] for start, end in found]
    assert said == expected


def test_one_form_reads_an_order_from_end_to_end() -> None:
    found = read_order("In Appendix D, delete the last sentence of clause 1.2.")
    assert found is not None
    assert (found.action, found.targets, found.part) == (
        "repeal",
        ("Appendix D 1.2",),
        Part("sentence", "-1"),
    )
    assert read_order("In clause 1.2, delete the last sentence of clause 1.3.") is None
    assert read_order("Insert the following bullet after the first sentence of clause 1.2:") is None
    assert read_order("Replace ‘14 days’ notice’ with ‘notice’ throughout the agreement.") is None


# ------------------------------------------------------------------------------------- the proof


def proof_of(result: Markup, applied: Applied) -> Proof:
    """The proof of a file that says just what `applied` says."""
    ordered = tuple(one.amendment for one in applied.outcomes)
    instructions = replace(result.instructions, amendments=ordered)
    return prove(result.base, result.terms, instructions, applied, result.base, applied.document,
                 spans(applied))  # fmt: skip


def ordered_otherwise(result: Markup, part: Part | None, **others: object) -> Proof:
    """The proof of what was done, held against an order on another part."""
    (one,) = result.applied.outcomes
    amendment = replace(one.amendment, part=part, **others)  # type: ignore[arg-type]
    return proof_of(result, replace(result.applied, outcomes=(replace(one, amendment=amendment),)))


def retext(result: Markup, clause_id: str, text: str) -> Proof:
    """The proof of what was done, but for a clause that reads otherwise."""

    def otherwise(document: Document) -> Document:
        return replace(document, clauses=tuple(
            one._replace(text=(Run(text),)) if one.id == clause_id else one
            for one in document.clauses))  # fmt: skip

    applied = replace(
        result.applied,
        document=otherwise(result.applied.document),
        edits=tuple(
            replace(edit, new=edit.new._replace(text=(Run(text),)))
            if edit.new is not None and edit.new.id == clause_id
            else edit
            for edit in result.applied.edits
        ),
    )
    return proof_of(result, applied)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Delete the second sentence of clause 2.1.1.", Part("sentence", "3")),
        ("Replace the first sentence of clause 2.1.1 with “It is so.”",
         Part("sentence", "2", words="It is so.")),
        ("Replace the first sentence of clause 2.1.1 with “It is so.”",
         Part("sentence", "1", words="It is not so.")),
        ("Add the following sentence to the end of clause 2.1.1:\n\nIt is taxed.",
         Part("sentence", "1", place="after")),
        ("In clause 2.2.1, delete the row for Step 3.", Part("row", "Step 2")),
        ("In clause 2.2.1, insert a new row after Step 3:\n\n| 4 | $56,000 |",
         Part("row", "Step 3", place="before")),
        ("Delete the second bullet of clause 2.3.1.", Part("bullet", "3")),
        ("Delete the last bullet of clause 2.3.1.", Part("bullet", "1")),
        ("In clause 2.3.1, insert the following bullet after the first bullet:\n\n- a scarf;",
         Part("bullet", "2", place="after")),
        ("In clause 2.3.1, insert the following bullet after the first bullet:\n\n- a scarf;",
         Part("bullet", "1", place="before")),
        ("In clause 2.3.1, insert the following bullet after the first bullet:\n\n- a scarf;",
         Part("bullet", place="end")),
        ("Delete Note 1 to clause 2.3.3.", Part("note", "2")),
        ("Delete the definition of “Watch” in clause 1.2.", Part("definition", "Pilot")),
        ("Amend the heading of clause 2.1 to read “Nights”.", Part("heading", words="Days")),
    ],
)  # fmt: skip
def test_the_proof_sees_that_another_part_was_changed(text: str, other: Part) -> None:
    result = order(text)
    (one,) = result.applied.outcomes
    assert ordered_otherwise(result, one.amendment.part).holds
    assert not ordered_otherwise(result, other).wording_verbatim


def test_the_proof_sees_a_definition_out_of_its_order() -> None:
    result = order(
        "In clause 1.2, insert the following definition after the definition of “Pilot”:\n\n"
        "“Launch” means a boat."
    )
    assert not ordered_otherwise(result, Part("definition", place="alphabetical")).wording_verbatim


@pytest.mark.parametrize(
    ("text", "clause", "wrong"),
    [
        ("Delete the second sentence of clause 2.1.1.", "2.1.1", NIGHT),
        ("Delete the second sentence of clause 2.1.1.", "2.1.1", f"{NIGHT} It is paid for leave."),
        ("In clause 2.4.1, replace “meal ticket” with “meal card” wherever it occurs.", "2.4.1",
         "A meal card is worth $15. The meal ticket is handed out by the clerk."),
        ("In clause 2.4.1, replace “meal ticket” with “meal card” wherever it occurs.", "2.4.1",
         "A meal card is worth $16. The meal card is handed out by the clerk."),
        ("Replace the third bullet of clause 2.3.1 with:\n\n- thick gloves; and", "2.3.1 bullet 3",
         "thin gloves; and"),
        ("Amend the definition of “Pilot” in clause 1.2 to read: “Pilot” means a person who "
         "steers.",
         "1.2 paragraph 3", "“Pilot” means a person who rows."),
    ],
)  # fmt: skip
def test_the_proof_sees_other_words_in_the_part(text: str, clause: str, wrong: str) -> None:
    result = order(text)
    right = result.applied.document.body[clause].own_text
    assert retext(result, clause, right).holds
    assert not retext(result, clause, wrong).wording_verbatim


def test_the_proof_sees_a_place_that_was_left_out() -> None:
    result = order("In clause 2.4.1, replace “meal ticket” with “meal card” wherever it occurs.")
    (one,) = result.applied.outcomes
    assert not ordered_otherwise(result, one.amendment.part, target="2.4").wording_verbatim


def test_the_proof_sees_a_part_of_another_clause() -> None:
    result = order("Delete the second sentence of clause 2.1.1.")
    (one,) = result.applied.outcomes
    assert not ordered_otherwise(result, one.amendment.part, target="2.1.2").changes_attributed


# ---------------------------------------------------------------------------------- in a Word file


def test_LibreOffice_settles_the_changes_of_a_Word_base_as_ordered(
    libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]],
) -> None:
    base = CORPUS / "stca-2022-25.docx"
    orders = (
        "Delete the second sentence of clause 4.6.3.",
        "Replace the last sentence of clause 4.27.4 with “The position may be shared.”",
        "Replace the definition of “Union” in clause 1.8 with the following:\n\n“Union” means "
        "PPTA.",
        "In clause 4.1.3, delete the row for Step U9.",
        "In the table in clause 4.17.1, insert the following row after the row for “After 3 years’ "
        "service”:\n\n| After 5 years’ service | $7,000 | $5,500 |",
        "Replace the third bullet of clause 6.3.2 with:\n\n- how far it is; and",
        "Delete the note to clause 5.6.5.",
        "Amend the heading of clause 5.7 to read “Days without students”.",
        "In Part Eleven, replace “ākonga” with “learners” wherever it occurs.",
    )
    items = "\n\n".join(f"{at}. Change {at}\n\n{text}" for at, text in enumerate(orders, 1))
    head = "Terms of Settlement\n\nThese terms renew the Secondary Teachers’ Collective Agreement"
    terms = f"{head} (2025 – 2027).\n\n{items}\n"
    result = markup(base, terms.encode(), terms_name="terms.txt", comments=False)
    assert {one.status for one in result.applied.outcomes} == {"applied"}
    files = [(result.docx, "accept"), (result.docx, "reject"), (base.read_bytes(), "keep")]
    accepted, rejected, before = (" ".join(text.split()) for text in libreoffice(files))
    assert rejected == before
    wanted = before
    for old, new in (
        (" No further holiday pay is due.", ""),
        ("The position may not be divided.", "The position may be shared."),
        ("“Union” means PPTA Te Wehengarua.", "“Union” means PPTA."),
        ("U9 $79,343 $82,517 $85,735 ", ""),
        ("After 3 years’ service $6,000 $5,000 ", "After 3 years’ service $6,000 $5,000 After "
         "5 years’ "
         "service $7,000 $5,500 "),
        ("the distance to be travelled; and", "how far it is; and"),
        ("Note: This clause does not reach teachers at Te Aho o Te Kura Pounamu, whose hours "
         "are in "
         "clause 11.2. ", ""),
        ("5.7 Teacher-only days", "5.7 Days without students"),
    ):  # fmt: skip
        assert wanted.count(old) == 1, old
        wanted = wanted.replace(old, new)
    front, part, rest = wanted.partition("Part Eleven: Te Aho")
    inside, appendix, back = rest.partition("Appendix A: Qualification groups")
    wanted = front + part + re.sub("ākonga", "learners", inside) + appendix + back
    assert accepted == wanted
