"""Terms as parties of many trades set them out: lists, titles, tables and paragraphs of an item."""

from __future__ import annotations

import io

import pytest
from docx import Document
from factory import statuses, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Matai Rescue Collective Agreement 2023–2025

1 Hours

1.1 The ordinary hours are 40 hours a week.

1.2 A normal roster is published 14 days ahead.

1.3 A dispatcher who is called back has 24 hours notice.

2 Pay

2.1 The tool allowance is $12.50 per week.

2.2 Relieving pay is $4.10 per hour. It is paid after two days. It is not paid on leave.

3 Leave

3.1 Annual leave is four weeks.

3.2 Sick leave is ten days a year.

3.3 Jury service is paid.

3.4 Study leave is unpaid.

4 Unions

4.1 A delegate may meet staff.

4.2 Meetings are held twice a year.
"""
TERMS = "Terms of settlement\n\nMatai Rescue Collective Agreement 2025–2027\n\n{}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
TWELVE = {"3.2": "Sick leave is twelve days a year."}
NOTICE = {"1.3": "A dispatcher who is called back has 48 hours notice."}
COURSE = {"4.3": "A delegate may attend one course a year."}
THRICE = {"4.2": "Meetings are held three times a year."}
ROOM = {"4.1": "A delegate may meet staff. A meeting lasts an hour."}
NO_JURY = {"3.3": None}
LAST_PAID = {
    "2.2": "Relieving pay is $4.10 per hour. It is paid after two days. It is paid on leave."
}
#: 3.2 and 3.3 are gone, and 3.4 has the number of the first
CLOSED_UP = {"3.2": "Study leave is unpaid.", "3.3": None, "3.4": None}


def result(order: str) -> Markup:
    return markup(AGREEMENT.encode(), TERMS.format(order).encode())


def done(found: Markup) -> dict[str, str | None]:
    return texts_changed(found, UNCHANGED)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        # a number with a point needs no word before it, nor does one behind "cl"
        ("1. Cl. 3.3: delete.", NO_JURY),
        ("1. 3.3 – delete.", NO_JURY),
        ("1. In cl 1.3 change 24 hours to 48 hours", NOTICE),
        ("1. cl. 3.2 change ten days to twelve days.", TWELVE),
        # the clause that is all that goes
        ("1. Clause 3.3: delete entire clause.", NO_JURY),
        ("1. Clause 3.3\n\nDelete.", NO_JURY),
        ("1. Clause 3.3 Jury service\n\nDelete the clause.", NO_JURY),
        ("1. Clause 3.3\n\nRemove this clause in its entirety.", NO_JURY),
        # several that go, with what follows them
        ("1. Delete clauses 3.2 and 3.3 and renumber the remaining clauses.", CLOSED_UP),
        ("1. Delete clauses 3.2 to 3.3 and renumber.", CLOSED_UP),
        ("1. Clauses 3.2 and 3.3 are deleted. Consequential renumbering of remaining clauses.",
         CLOSED_UP),
        # words for words, in more words
        ("1. Clause 4.2 shall be amended by striking out the word “twice” and substituting therefor"
         " the words “three times”.", THRICE),
        ("1. Clause 3.2\n\n“ten” to be replaced by “twelve”.", TWELVE),
        ("1. Clause 2.2\n\nLast sentence to read: “It is paid on leave.”", LAST_PAID),
        ("1. The last sentence of clause 2.2 shall read: “It is paid on leave.”", LAST_PAID),
        ("1. Clause 4.1: Add on the following sentence: “A meeting lasts an hour.”", ROOM),
        ("1. Clause 4.1: Add a sentence: “A meeting lasts an hour.”", ROOM),
        ("1. Clause 4.1 – add “A meeting lasts an hour.”", ROOM),
        # the one amount of a clause that is named by its number and its name
        ("1. Clause 2.1 Tool allowance – increase to $14.00 per week.",
         {"2.1": "The tool allowance is $14.00 per week."}),
        ("1. Clause 2.1 (Tool allowance): increase to $14.00.",
         {"2.1": "The tool allowance is $14.00 per week."}),
        ("1. Tool allowance (clause 2.1) increases to $14.00.",
         {"2.1": "The tool allowance is $14.00 per week."}),
        # a new clause in the line of an entry
        ("1. The agreement is amended as follows:\n\n(a) clause 3.3: delete;\n\n(b) a new clause "
         "4.3: “A delegate may attend one course a year.”; and\n\n(c) clause 4.2: “twice” to be "
         "replaced with “three times”.", NO_JURY | COURSE | THRICE),
        ("1. Changes\n\n- In clause 3.2, replace “ten” with “twelve”.\n- Insert a new clause 4.3: "
         "“A delegate may attend one course a year.”\n- Delete clause 3.3.\n- Clause 4.2 to read: "
         "“Meetings are held three times a year.”\n- These changes cost little.",
         TWELVE | COURSE | NO_JURY | THRICE),
        ("1. A new clause 4.3: “A delegate may attend one course a year.”", COURSE),
        ("1. New clause 4.3 – Training\n\n4.3 A delegate may attend one course a year.", COURSE),
        # what is said of one clause is not said of the next
        ("1. Leave\n\n3.2 Sick leave – replace “ten” with “twelve”.\n\n3.3 Jury service – no "
         "change.\n\n3.4 Study – status quo.", TWELVE),
        ("1. Schedule of variations\n\n(1) Clause 3.2 – omit “ten”, insert in its place “twelve”.",
         TWELVE),
        ("1. Clause 3.2: ten days → twelve days\n\n2. Clause 2.1: $12.50 => $14.00",
         TWELVE | {"2.1": "The tool allowance is $14.00 per week."}),
        ("1. Changes to the Enterprise Agreement\n\nClause 3.2: “ten” becomes “twelve”.", TWELVE),
        # what stays, said over the orders
        ("1. Changes\n\nIf a clause is not mentioned below it remains unchanged.\n\n(a) In clause "
         "3.2 replace “ten” with “twelve”.", TWELVE),
        ("1. Changes\n\nExcept as set out below, all other terms carry forward unchanged:\n\n(a) "
         "In clause 3.2 replace “ten” with “twelve”.", TWELVE),
        # a paragraph of the item on something else
        ("1. Sick leave\n\n1.1 Replace “ten” with “twelve” in clause 3.2.\n\n1.2 The employer will "
         "brief managers by 1 August 2025.", TWELVE),
        ("1. Tools\n\n1.1 The tool allowance in clause 2.1 is increased from $12.50 to $14.00.\n\n"
         "1.2 The parties will meet in March 2026 to look at the survey.",
         {"2.1": "The tool allowance is $14.00 per week."}),
    ],
)  # fmt: skip
def test_what_is_plain_is_carried_out(order: str, wanted: dict[str, str | None]) -> None:
    found = result(order)
    assert {one for one in statuses(found) if one != "applied"} == set()
    assert done(found) == wanted


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ("1. Clause 2.2, second sentence\n\nDelete.", "a part"),
        ("1. Clause 2.2 Relieving\n\nDelete.", "a part"),
        ("1. Clause 3.3: delete clause from 2026.", ""),
        ("1. Delete clauses 3.2 and 9.9 and renumber the remaining clauses.", "no clause 9.9"),
        ("1. Clause 4.1: add “and managers”.", ""),
        ("1. Clause 2.1 Boot allowance – increase to $14.00 per week.", "figures"),
        ("1. A new clause 4.3 recognises the work of delegates.", "not understood"),
        ("1. New clause 5 – Parking\n\n5.1 A park is free.", "no wording"),
        ("1. Leave\n\n(i) 3.5 (new) – “Parking leave is unpaid.”", ""),
        ("1. Add new clause 5 – Parking. The employer provides a park.", "behind the name of the"),
        # what is said of the change itself, or may be
        ("1. Sick leave\n\n1.1 Replace “ten” with “twelve” in clause 3.2.\n\n1.2 The employer will "
         "implement from 1 July 2026.", "implement"),
        ("1. Sick leave\n\n1.1 Replace “ten” with “twelve” in clause 3.2.\n\n1.2 The employer will "
         "do this when funds allow.", "condition"),
        ("1. Sick leave\n\n1.1 Replace “ten” with “twelve” in clause 3.2.\n\n1.2 The employer will "
         "approve twelve days if funds exist.", "condition"),
        ("1. Clause 3.2\n\nDelete “ten” and insert “twelve”. This will be phased: eleven from July "
         "2025 and twelve from July 2026.", "phased"),
        ("1. Clause 2.2\n\nRelieving pay and overtime are merged from 1 July 2026.", ""),
        ("1. Changes\n\n(a) Clause 3.2 – replace “ten” with “twelve”; and\n\n(b) Clause 4.2 – "
         "replace “twice” with “three times”,\n\nfor drivers.", "for drivers"),
        # another agreement that is settled beside this
        ("1. Agreed items for the Firefighters agreement\n\nClause 3.2: “ten” becomes “twelve”.",
         "Firefighters agreement"),
        ("B. Changes to Agreement 2 (Officers)\n\n1. Replace “ten” with “twelve” in clause 3.2.",
         "Agreement 2"),
        # a line over a table of changes, and a title, go for all of its rows
        ("1. Changes\n\nFor casual employees only:\n\n| Clause | Title | Change |\n| --- | --- "
         "| --- |\n| 3.2 | Sick | Replace “ten” with “twelve” |", "For casual employees only"),
        ("1. Claims of the union not agreed\n\n| Clause | Title | Change |\n| --- | --- | --- |\n"
         "| 3.2 | Sick | For clarity after “is” add “only” |", ""),
        ("1. Changes\n\nIf the union agrees:\n\n(a) In clause 3.2 replace “ten” with “twelve”.",
         "If the union agrees"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_a_persons(order: str, why: str) -> None:
    found = result(order)
    assert found.applied.outcomes
    assert not any(one.done for one in found.applied.outcomes)
    assert why in found.applied.outcomes[0].reason
    assert done(found) == {}


def test_what_the_parties_undertake_beside_an_order_stays_in_the_terms() -> None:
    found = result(
        "1. Sick leave\n\n1.1 Replace “ten” with “twelve” in clause 3.2.\n\n1.2 The employer will "
        "brief managers by 1 August 2025."
    )
    assert ["brief managers" in one.text for one in found.instructions.terms_only] == [True]
    assert "brief" not in found.instructions.amendments[0].said


def _struck(*paragraphs: list[tuple[str, bool]]) -> bytes:
    """Terms as a Word file, in whose paragraphs some words are struck out by their format."""
    made = Document()
    for text in ("Terms of settlement", "Matai Rescue Collective Agreement 2025–2027", "1. Leave"):
        made.add_paragraph(text)
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for text, struck in runs:
            paragraph.add_run(text).font.strike = struck or None
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_clause_that_is_printed_with_words_struck_out_is_listed_for_a_person() -> None:
    terms = _struck(
        [("3.2 Sick leave is ", False), ("ten", True), (" twelve days a year.", False)],
        [("3.3 Jury service is paid.", True)],
        [("The parties met on ", False), ("Monday", True), ("Tuesday.", False)],
    )
    found = markup(AGREEMENT.encode(), terms)
    assert [one.target for one in found.instructions.amendments] == ["3.2", "3.3"]
    assert set(statuses(found)) == {"needs-decision"}
    assert "“ten” struck out" in found.applied.outcomes[0].reason
    assert done(found) == {}


def test_a_day_behind_a_list_is_that_of_all_its_orders() -> None:
    found = result(
        "1. Changes\n\n(a) Clause 3.2 – replace “ten” with “twelve”; and\n\n(b) Clause 4.2 – "
        "replace “twice” with “three times”,\n\nwith effect from 1 January 2026."
    )
    assert done(found) == TWELVE | THRICE
    days = [[str(day.date) for day in one.effective] for one in found.instructions.amendments]
    assert days == [["2026-01-01"], ["2026-01-01"]]
    later = [one for one in found.applied.findings if one.code == "operative-later"]
    assert len(later) == 2
