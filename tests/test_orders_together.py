"""Several orders on different words of one clause: all are carried out, or the reason is said.

What the orders make of the agreement was worked out by hand, and so was why others are refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from factory import on, spans
from lxml import etree

from clausetrack.amend.apply import apply
from clausetrack.amend.plan import Refusal
from clausetrack.markup import Markup, markup
from clausetrack.model import Run
from clausetrack.prove import Proof, prove
from clausetrack.render import schedule, settlement_json
from clausetrack.render.html import report

pytest_plugins = ["word_processors"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AGREEMENT = """Rimu Valley Libraries Collective Agreement 2023–2025

Part One: Work

1.1 Rosters

1.1.1 Rosters are posted five days ahead. A roster may change with consent. The library pays a \
taxi after 9 pm. Rosters are kept for a year.

1.1.2 A break lasts ten minutes. Two breaks fall in each shift.

1.2 Pay

1.2.1 Librarians are paid on this scale.

Librarian scale

Step	Rate
1	$60,000
2	$62,000
3	$64,000
4	$66,000

1.3 Clothing

1.3.1 The library supplies:

- an apron;

- gloves;

- a coat; and

- a badge.

1.4 Words

1.4.1 In this Part:

“Branch” means a library with one desk. A van is a branch.

“Desk” means a place where books are lent.

1.5 Leave

1.5.1 The library grants leave. Staff ask the library in writing. The library answers soon.

1.5.2 Study leave. The library pays half of the fees. The library may pay for travel.

1.7 Doors

1.7.1 The library keeps its hours.

Doors open at ten. They close at six.

Vans stop at five.

1.8 Vans:

(a) The van has six seats; and

(b) the truck has two.

Schedule 1: Vans

1. A van is white. It is clean.
"""
HEAD = """Terms of Settlement

These terms renew the Rimu Valley Libraries Collective Agreement (2025 – 2027).

1. Changes

"""
POSTED = "Rosters are posted five days ahead."
CONSENT = "A roster may change with consent."
TAXI = "The library pays a taxi after 9 pm."
KEPT = "Rosters are kept for a year."
SCALE = [["Step", "Rate"], ["1", "$60,000"], ["2", "$62,000"], ["3", "$64,000"], ["4", "$66,000"]]
order = on(AGREEMENT, HEAD)


def changes(result: Markup) -> dict[str, object]:
    """Each clause that is not as it was: its text or rows, "= heading", None if "- gone"."""
    found: dict[str, object] = {}
    for edit in result.applied.edits:
        if edit.amendment:
            old, new = edit.old, edit.new
            if new is None:
                found[f"- {old.id}" if old else ""] = None
            elif new.table is not None:
                found[new.id] = new.table.texts
            else:
                headed = f"= {new.heading_text} = " if new.heading else ""
                found[new.id] = f"{headed}{new.own_text}".strip()
    return found


# ---------------------------------------------------------------------------- carried out together


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A sentence goes, and words of another one change: in two items, or in one list.
        (
            "Amend clause 1.1.1 by deleting the second sentence.\n\n2. More\n\nIn clause 1.1.1, "
            "replace “five” with “ten”.",
            {"1.1.1": f"Rosters are posted ten days ahead. {TAXI} {KEPT}"},
        ),
        (
            "Amend clause 1.1.1 as follows:\n\n(a) in the first sentence replace “five” with "
            "“ten”;\n\n(b) delete the last sentence.",
            {"1.1.1": f"Rosters are posted ten days ahead. {CONSENT} {TAXI}"},
        ),
        (
            "Amend clause 1.1.1 as follows:\n\n(a) replace “five” with “ten”;\n\n(b) replace "
            "“9 pm” with “8 pm”; and\n\n(c) delete “with consent”.",
            {"1.1.1": "Rosters are posted ten days ahead. A roster may change. The library pays a "
             "taxi after 8 pm. Rosters are kept for a year."},
        ),
        # Two sentences go; which is last, and which the second, is the same before and after.
        (
            "In clause 1.1.1:\n\n(a) delete the second sentence; and\n\n(b) delete the last "
            "sentence.",
            {"1.1.1": f"{POSTED} {TAXI}"},
        ),
        (
            "In clause 1.1.1:\n\n(a) delete the last sentence; and\n\n(b) replace the second "
            "sentence with “A roster stays.”; and\n\n(c) add the following sentence after the "
            "second sentence: It is signed.",
            {"1.1.1": f"{POSTED} A roster stays. It is signed. {TAXI}"},
        ),
        # The sentence that the second order counts is only there while the first is not done.
        (
            "Amend clause 1.1.2 as follows:\n\n(a) delete the first sentence; and\n\n(b) in the "
            "second sentence, replace “Two” with “Three”.",
            {"1.1.2": "Three breaks fall in each shift."},
        ),
        # The bullets are counted from behind, and only one of them can be meant.
        (
            "In clause 1.3.1:\n\n(a) replace the third bullet with “a jersey; and”; and\n\n"
            "(b) delete the second bullet.",
            {"- 1.3.1 bullet 2": None, "1.3.1 bullet 2": "a jersey; and"},
        ),
        (
            "In clause 1.3.1:\n\n(a) delete the second bullet; and\n\n(b) replace the last bullet "
            "with “a hat.”",
            {"- 1.3.1 bullet 2": None, "1.3.1 bullet 3": "a hat."},
        ),
        # Wording under a marker, and the list goes on behind it.
        (
            "In clause 1.1.1:\n\n(a) delete the last sentence;\n\n(b) add the following sentence "
            "after the second sentence:\n\nIt is signed.\n\n(c) replace “five” with “ten”.",
            {"1.1.1": f"Rosters are posted ten days ahead. {CONSENT} It is signed. {TAXI}"},
        ),
        # The text and the table of a clause, its heading and its text.
        (
            "Amend clause 1.2.1 as follows:\n\n(a) replace “this scale” with “the scale below”; "
            "and\n\n(b) in the table, delete the row for Step 2; and\n\n(c) in the row for Step 3, "
            "replace “$64,000” with “$65,000”.",
            {"1.2.1": "Librarians are paid on the scale below.",
             "1.2.1 table 1": [*SCALE[:2], ["3", "$65,000"], SCALE[4]]},
        ),
        (
            "In clause 1.2.1, insert the following row after Step 3:\n\n| 3A | $65,000 |\n\n"
            "In clause 1.2.1, replace the row for Step 4 with the following:\n\n| 4 | $67,000 |",
            {"1.2.1 table 1": [*SCALE[:4], ["3A", "$65,000"], ["4", "$67,000"]]},
        ),
        # Words at every place, and an order on other words, or on the very sentence.
        (
            "Replace “library” with “employer” wherever it occurs in clause 1.1.1.\n\n2. More\n\n"
            "In clause 1.1.1, replace “five” with “ten”.",
            {"1.1.1": f"Rosters are posted ten days ahead. {CONSENT} The employer pays a taxi "
             f"after 9 pm. {KEPT}"},
        ),
        (
            "Replace “library” with “employer” wherever it occurs in clause 1.5.1.\n\n2. More\n\n"
            "Delete the last sentence of clause 1.5.1.",
            {"1.5.1": "The employer grants leave. Staff ask the employer in writing."},
        ),
        # Several orders in one sentence.
        (
            "Amend clause 1.1.1 by replacing “five” with “ten” in the first sentence and deleting "
            "the third sentence.",
            {"1.1.1": f"Rosters are posted ten days ahead. {CONSENT} {KEPT}"},
        ),
        (
            "In clause 1.1.1, delete “with consent”, replace “9 pm” with “8 pm” and delete the "
            "last sentence.",
            {"1.1.1": f"{POSTED} A roster may change. The library pays a taxi after 8 pm."},
        ),
        (
            "Amend clause 1.3.1 by removing the last bullet and replacing “a coat; and” with “a "
            "coat.”",
            {"1.3.1 bullet 3": "a coat.", "- 1.3.1 bullet 4": None},
        ),
        (
            "Delete the second sentence of clause 1.1.1 and the last sentence of clause 1.5.1.",
            {"1.1.1": f"{POSTED} {TAXI} {KEPT}",
             "1.5.1": "The library grants leave. Staff ask the library in writing."},
        ),
        (
            "In clause 1.1.1 delete “with consent” and insert “It is signed.” at the end.",
            {"1.1.1": f"{POSTED} A roster may change. {TAXI} {KEPT} It is signed."},
        ),
        # A list whose lines go on from "by", and a table whose figures and rows change.
        (
            "Amend the table in clause 1.2.1 by:\n\n(a) replacing “$62,000” with “$63,000”;\n\n"
            "(b) adding the following row at the end of the table:\n\n| 5 | $68,000 |",
            {"1.2.1 table 1": [*SCALE[:2], ["2", "$63,000"], *SCALE[3:], ["5", "$68,000"]]},
        ),
        # Whole sentences that nothing calls so, and the last entry of a list.
        (
            "Insert at the end of clause 1.1.1: “Rosters are signed.”",
            {"1.1.1": f"{POSTED} {CONSENT} {TAXI} {KEPT} Rosters are signed."},
        ),
        (
            "Amend clause 1.1.1 by inserting the following after the first sentence: “It is "
            "signed.”",
            {"1.1.1": f"{POSTED} It is signed. {CONSENT} {TAXI} {KEPT}"},
        ),
        (
            "In clause 1.3.1, add a new final bullet: “a hat.”",
            {"1.3.1 bullet 5": "a hat."},
        ),
        # A sentence is counted in a definition, a bullet or a paragraph of the clause.
        (
            "Amend the definition of “Branch” in clause 1.4.1 by deleting the second sentence.",
            {"1.4.1 paragraph 1": "“Branch” means a library with one desk."},
        ),
        (
            "In the first sentence of the definition of “Branch”, replace “one” with “a”.",
            {"1.4.1 paragraph 1": "“Branch” means a library with a desk. A van is a branch."},
        ),
        (
            "Replace the second sentence of the first paragraph of clause 1.1.1 with “A roster "
            "stays.”",
            {"1.1.1": f"{POSTED} A roster stays. {TAXI} {KEPT}"},
        ),
        (
            "In the second paragraph of clause 1.7.1, replace “ten” with “nine”.",
            {"1.7.1 paragraph 1": "Doors open at nine. They close at six."},
        ),
        (
            "Delete the second sentence of the second paragraph of clause 1.7.1, and replace the "
            "last paragraph of clause 1.7.1 with “Vans stop at noon.”",
            {"1.7.1 paragraph 1": "Doors open at ten.", "1.7.1 paragraph 2": "Vans stop at noon."},
        ),
        ("Delete the third paragraph of clause 1.7.1.", {"- 1.7.1 paragraph 2": None}),
        # A heading that runs into the text is no sentence: the words say which is meant.
        (
            "In the second sentence of clause 1.5.2, replace “half” with “all”.",
            {"1.5.2": "Study leave. The library pays all of the fees. The library may pay for "
             "travel."},
        ),
        (
            "Replace “Staff” with “employees” wherever it occurs in clause 1.5.1.",
            {"1.5.1": "The library grants leave. Employees ask the library in writing. The library "
             "answers soon."},
        ),
        # Lines of a list that name what they are about, and wording without marks.
        (
            "Amend clause 1.8 as follows:\n\n(a) Seats – replace “six” with “five”;\n\n(b) delete "
            "“two” and substitute “three”.",
            {"1.8(a)": "The van has five seats; and", "1.8(b)": "the truck has three."},
        ),
        (
            "Amend clause 1.1.1 as follows:\n\n(a) replace the second sentence with: A roster "
            "stays.\n\n(b) delete the last sentence.",
            {"1.1.1": f"{POSTED} A roster stays. {TAXI}"},
        ),
        # The changes stand side by side, and the space between them is either's.
        (
            "In clause 1.1.1 delete the third sentence and after the second sentence add “It is "
            "signed.”",
            {"1.1.1": f"{POSTED} {CONSENT} It is signed. {KEPT}"},
        ),
        (
            "In clause 1.5.1, delete “in writing”. Delete the last sentence.",
            {"1.5.1": "The library grants leave. Staff ask the library."},
        ),
        (
            "Clause 1.5.1:\n\n- in the first sentence, delete “grants” and substitute “gives”\n\n"
            "- last sentence: delete “soon” and insert “at once”",
            {"1.5.1": "The library gives leave. Staff ask the library in writing. The library "
             "answers at once."},
        ),
        (
            "Delete clause 1.5.2 and replace “five” with “ten” in clause 1.1.1.",
            {"1.1.1": f"Rosters are posted ten days ahead. {CONSENT} {TAXI} {KEPT}",
             "- 1.5.2": None},
        ),
        # So they are where one place is meant, and where a sentence lends old words its capital.
        (
            "In clause 1.5.1, replace “Staff” with “employees”.",
            {"1.5.1": "The library grants leave. Employees ask the library in writing. The library "
             "answers soon."},
        ),
        (
            "In clause 1.1.1, replace “the library” with “the employer”.",
            {"1.1.1": f"{POSTED} {CONSENT} The employer pays a taxi after 9 pm. {KEPT}"},
        ),
        (
            "In the first sentence of clause 1.5.1, replace “the library grants” with “managers "
            "grant”.",
            {"1.5.1": "Managers grant leave. Staff ask the library in writing. The library answers "
             "soon."},
        ),
        # A list on two clauses is on each of them.
        (
            "Amend clauses 1.1.1 and 1.5.1 by:\n\n- deleting the last sentence; and\n\n- replacing "
            "“library” with “employer” throughout.",
            {"1.1.1": f"{POSTED} {CONSENT} The employer pays a taxi after 9 pm.",
             "1.5.1": "The employer grants leave. Staff ask the employer in writing."},
        ),
        # Words in one part only, though the clause says them in others.
        (
            "In the third sentence of clause 1.5.1, replace “library” with “manager”.",
            {"1.5.1": "The library grants leave. Staff ask the library in writing. The manager "
             "answers soon."},
        ),
        (
            "In the second bullet of clause 1.3.1, replace “gloves” with “mittens”.",
            {"1.3.1 bullet 2": "mittens;"},
        ),
        (
            "In the definition of “Branch”, delete “one” and substitute “any”.",
            {"1.4.1 paragraph 1": "“Branch” means a library with any desk. A van is a branch."},
        ),
        (
            "Amend the second sentence of clause 1.1.1 by inserting “written” before “consent”.",
            {"1.1.1": f"{POSTED} A roster may change with written consent. {TAXI} {KEPT}"},
        ),
        (
            "In the heading of clause 1.5, replace “Leave” with “Time off”.",
            {"1.5": "= Time off ="},
        ),
    ],
)  # fmt: skip
def test_each_order_changes_its_own_words(text: str, expected: dict[str, object]) -> None:
    result = order(text)
    assert {one.status for one in result.applied.outcomes} == {"applied"}
    assert changes(result) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        # The same words, or words that the other takes out.
        ("In clause 1.1.1, replace “five” with “ten”.\n\n2. More\n\nDelete the first sentence of "
         "clause 1.1.1.", "the same words of clause 1.1.1"),
        ("In clause 1.1.1, replace “five” with “ten”.\n\n2. More\n\nIn clause 1.1.1, replace “five "
         "days” with “a week”.", "the same words of clause 1.1.1"),
        # Is it the third before the first is gone, or after?
        ("In clause 1.1.1:\n\n(a) delete the first sentence; and\n\n(b) delete the third sentence.",
         "depends on which is done first"),
        ("In clause 1.3.1:\n\n(a) delete the second bullet; and\n\n(b) replace the third bullet "
         "with “a jersey; and”.", "depends on which is done first"),
        # A sentence that comes in says the words that the other order replaces once.
        ("Add the following sentence to the end of clause 1.1.1: It is five lines long.\n\n"
         "2. More\n\nIn clause 1.1.1, replace “five” with “ten”.",
         "depends on which is done first"),
        # Two come in at one place: nobody says which stands first.
        ("Add the following sentence to the end of clause 1.1.1: It is long.\n\n2. More\n\nAdd the "
         "following sentence to the end of clause 1.1.1: It is short.",
         "the same words of clause 1.1.1"),
        # The clause is written anew.
        ("Amend clause 1.1.2 to read: Breaks are long.\n\n2. More\n\nDelete the second sentence of "
         "clause 1.1.2.", "changes clause 1.1.2 as well"),
    ],
)  # fmt: skip
def test_what_meets_or_hangs_on_the_order_is_a_conflict(text: str, why: str) -> None:
    result = order(text)
    assert {one.status for one in result.applied.outcomes} == {"conflict"}
    assert all(why in one.reason for one in result.applied.outcomes)
    assert changes(result) == {}


def test_words_that_only_another_order_brings_are_not_there_to_change() -> None:
    result = order("In clause 1.1.1, replace “five days” with “a week”.\n\n2. More\n\nIn clause "
                   "1.1.1, replace “a week” with “a month”.")  # fmt: skip
    assert [one.status for one in result.applied.outcomes] == ["applied", "precondition-failed"]
    assert changes(result) == {
        "1.1.1": f"Rosters are posted a week ahead. {CONSENT} {TAXI} {KEPT}"
    }


def test_words_that_stand_in_another_part_are_left_there() -> None:
    result = order("In the first sentence of clause 1.1.1, replace “consent” with “notice”.")
    (one,) = result.applied.outcomes
    assert one.status == "precondition-failed"
    assert changes(result) == {}


def test_a_heading_in_the_text_may_or_may_not_count_as_a_sentence() -> None:
    result = order("Delete the second sentence of clause 1.5.2.")
    (one,) = result.applied.outcomes
    assert one.status == "needs-decision"
    assert "“Study leave.” may be a heading" in one.reason
    assert changes(result) == {}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # A line of a list that is not read is listed, and so is what a sentence says beside it.
        ("Amend clause 1.1.1 as follows:\n\n- second sentence: replace “consent” with “notice”\n\n"
         "- third sentence: delete", 1),
        ("Amend clause 1.1.1 by:\n\n(a) deleting the second sentence; and\n\n(b) making the rest "
         "into a list and deleting what repeats it.", 1),
        ("In clause 1.3.1, in the third bullet delete “and”. Add a fifth bullet: “a hat.”", 1),
        ("Amend clause 1.8 by deleting (b) and replacing “six” with “five” in (a).", 0),
        ("Amend clause 1.8 as follows:\n\n(a) The van has five seats; and\n\n(b) Delete.", 0),
        ("In clause 1.1.1, replace “roster” with “list” throughout, except in the heading.", 0),
        # The Schedule may be said of both clauses; clause 1.1.1 is there too.
        ("In Schedule 1, delete the second sentence of clause 1 and replace “five” with “ten” in "
         "clause 1.1.1.", 0),
        # The words stand in three places, in two with a capital.
        ("In clause 1.5.1, replace “the library” with “the employer”.", 0),
        ("In clause 1.5.1, delete “staff”.", 0),
        ("Delete the first paragraph of clause 1.7.1.", 0),
        ("Delete the fourth paragraph of clause 1.7.1.", 0),
        ("Delete the second paragraph of clause 1.3.1.", 0),
        # The clause has no second paragraph.
        ("In the second paragraph of clause 1.1.1 replace “five” with “ten”.", 0),
        ("In clause 1.1.1, replace “$5” with “$6”, and delete the second sentence of it all.", 0),
        ("In clause 1.1.1, delete the second sentence, and the third if it is not needed.", 0),
    ],
)  # fmt: skip
def test_what_is_not_read_is_listed(text: str, count: int) -> None:
    result = order(text)
    done = [one for one in result.applied.outcomes if one.done]
    assert len(done) == count
    assert len(result.applied.outcomes) > count


# ------------------------------------------------------------------------------- whose change it is

BOTH = (
    "Amend clause 1.1.1 by deleting the second sentence.\n\n2. More\n\nIn clause 1.1.1, replace "
    "“five” with “ten”."
)


def test_outcomes_and_schedule_say_which_order_changed_what() -> None:
    result = order(BOTH)
    first, second = result.applied.outcomes
    assert first.reason == "2#1 changes other words of 1.1.1"
    assert second.reason == "1#1 changes other words of 1.1.1"
    assert [op.clause for op in first.operations] == ["1.1.1"]
    rows = {row.amendment: row for row in schedule.rows(result.base, result.applied)}
    was = f"1.1.1 {POSTED} {CONSENT} {TAXI} {KEPT}"
    assert (rows["1#1"].old, rows["1#1"].new) == (was, f"1.1.1 {POSTED} {TAXI} {KEPT}")
    assert (rows["2#1"].old, rows["2#1"].new) == (was, was.replace("five", "ten"))
    told = settlement_json.markup(
        result.base, result.terms, result.instructions, result.applied, result.proof
    )
    ids = [(one["amendment"], one["clause"], one["operation"]) for one in told["schedule"]]
    assert ids == [("1#1", "1.1.1", "substitution"), ("2#1", "1.1.1", "substitution")]


def test_the_page_links_the_change_to_both_orders() -> None:
    result = order(BOTH)
    page = report(
        result.base, result.terms, result.instructions, result.applied, result.proof
    ).decode()
    (change,) = re.findall(r'<article class="unit [^>]* data-item="([^"]*)"[^>]*>(.*?)</article>',
                           page, re.S)  # fmt: skip
    assert change[0] == "item 1|item 2"
    assert re.findall(r'href="#instruction-(\d)"', change[1]) == ["1", "2"]


def test_each_comment_stands_around_the_changes_of_its_order() -> None:
    package = zipfile.ZipFile(io.BytesIO(order(BOTH).docx))
    said = {
        one.get(f"{W}id", ""): "".join(map(str, one.itertext()))
        for one in etree.fromstring(package.read("word/comments.xml")).iter(f"{W}comment")
    }
    open_: set[str] = set()
    around: dict[str, list[str]] = {}
    for node in etree.fromstring(package.read("word/document.xml")).iter():
        name = node.tag.removeprefix(W)
        if name == "commentRangeStart":
            open_.add(node.get(f"{W}id", ""))
        elif name == "commentRangeEnd":
            open_.discard(node.get(f"{W}id", ""))
        elif name in {"ins", "del"} and (text := "".join(map(str, node.itertext())).strip()):
            assert len(open_) == 1
            around.setdefault(said[min(open_)].partition(",")[0], []).append(text)
    assert around == {"Item 1 (1#1)": [CONSENT], "Item 2 (2#1)": ["five", "ten"]}


def test_what_a_reviewer_withholds_leaves_the_other_order_done() -> None:
    result = order(BOTH)
    held = {"1#1": Refusal("withheld", "by A")}
    applied = apply(result.base, result.terms, result.instructions, held)
    assert [one.status for one in applied.outcomes] == ["withheld", "applied"]
    assert applied.document.body["1.1.1"].own_text.startswith("Rosters are posted ten days")
    assert CONSENT in applied.document.body["1.1.1"].own_text


# ------------------------------------------------------------------------------------- the proof


def proof_of(result: Markup, text: str) -> Proof:
    """The proof of what was done, but for clause 1.1.1, which reads as `text`."""
    applied = result.applied
    edits = tuple(
        replace(edit, new=edit.new._replace(text=(Run(text),)))
        if edit.new is not None and edit.new.id == "1.1.1"
        else edit
        for edit in applied.edits
    )
    clauses = tuple(edit.new for edit in edits if edit.new is not None)
    applied = replace(applied, edits=edits, document=replace(applied.document, clauses=clauses))
    return prove(result.base, result.terms, result.instructions, applied, result.base,
                 applied.document, spans(applied))  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        f"{POSTED} {TAXI} {KEPT}",  # the second order not done
        f"Rosters are posted ten days ahead. {CONSENT} {TAXI} {KEPT}",  # the first not done
        f"Rosters are posted ten days ahead. {TAXI}",  # more gone
        f"Rosters are posted ten days ahead. {KEPT} {TAXI}",
        f"Rosters are posted twelve days ahead. {TAXI} {KEPT}",
        f"Rosters are posted ten days ahead. {CONSENT} {KEPT}",  # another sentence gone
        f"{POSTED} {CONSENT} {TAXI} {KEPT}",
    ],
)
def test_the_proof_sees_what_is_not_both_orders(wrong: str) -> None:
    result = order(BOTH)
    assert proof_of(result, f"Rosters are posted ten days ahead. {TAXI} {KEPT}").holds
    assert not proof_of(result, wrong).wording_verbatim


def test_the_proof_sees_an_order_that_claims_what_another_did() -> None:
    result = order(BOTH)
    first, second = result.applied.outcomes
    idle = replace(second.amendment, part=first.amendment.part, action="repeal", stated=())
    outcomes = (first, replace(second, amendment=idle))
    applied = replace(result.applied, outcomes=outcomes)
    instructions = replace(result.instructions, amendments=(first.amendment, idle))
    proof = prove(result.base, result.terms, instructions, applied, result.base, applied.document,
                  spans(applied))  # fmt: skip
    assert not proof.wording_verbatim


# ---------------------------------------------------------------------------------- in a Word file


def test_LibreOffice_settles_the_changes_of_several_orders(
    tmp_path: Path,
    libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]],
) -> None:
    (tmp_path / "agreement.txt").write_text(AGREEMENT, "utf-8")
    text = (
        "Amend clause 1.1.1 as follows:\n\n(a) in the first sentence replace “five” with “ten”;"
        "\n\n(b) delete the last sentence; and\n\n(c) insert “written” before “consent”.\n\n"
        "2. Pay\n\nAmend clause 1.2.1 as follows:\n\n(a) delete the row for Step 1; and\n\n"
        "(b) in the row for Step 3, replace “$64,000” with “$65,000”."
    )
    terms = f"{HEAD}{text}\n".encode()
    result = markup(tmp_path / "agreement.txt", terms, terms_name="terms.txt", comments=False)
    accepted, rejected = (
        " ".join(text.split())
        for text in libreoffice([(result.docx, "accept"), (result.docx, "reject")])
    )
    for text in (f"{POSTED} {CONSENT} {TAXI} {KEPT}", "Step Rate 1 $60,000 2 $62,000 3 $64,000"):
        assert text in rejected
    wanted = f"Rosters are posted ten days ahead. A roster may change with written consent. {TAXI}"
    assert f"{wanted} " in accepted
    assert KEPT not in accepted
    assert "Step Rate 2 $62,000 3 $65,000 4 $66,000" in accepted
