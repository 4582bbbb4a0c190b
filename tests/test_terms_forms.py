"""The forms in which terms of settlement are set out: each gives the same agreement.

What each order makes of the agreement was worked out by hand.
"""

from __future__ import annotations

import pytest

from clausetrack.markup import markup

BASE = """Ferry Crews Collective Agreement 2022-2025

Part 1 – General

1 Parties

1.1 The parties are the Ferry Board and the Crews Union.

1.2 In this agreement, "crew" means all who work on a ferry.

2 Hours

2.1 The hours of work are 40 a week. They are worked from Monday to Friday.

2.2 A roster is put up:
(a) five days before it begins;
(b) at each wharf; and
(c) on the board in the mess.

2.3 The Board may change a roster on two days' notice.

3 Pay

3.1 The rates are in Schedule 1.

3.2 Overtime is paid at T1.5.

4 Leave

4.1 Crew have four weeks of annual leave.

4.2 Sick leave is ten days a year.

Schedule 1 – Rates

Step	From 1 July 2023	From 1 July 2024
1	$52,000	$53,560
2	$55,000	$56,650
"""

HEAD = "Terms of Settlement\nFerry Crews Collective Agreement\n\n"
HOURS = "The hours of work are 38 a week. They are worked from Monday to Friday."
LEAVE = "Crew have three days of bereavement leave."

#: Terms, and the clauses that they change: the words after it, None where the clause goes.
FORMS: dict[str, tuple[str, dict[str, str | None]]] = {
    "numbers in brackets": (
        '(1) Term: from 1 July 2025 to 30 June 2027.\n\n(2) Clause 2.1: replace "40" with "38".\n\n'
        f"(3) New clause 4.3:\n4.3 {LEAVE}\n\n(4) Clause 2.3: delete.\n",
        {"2.1": HOURS, "4.3": LEAVE, "2.3": None},
    ),
    "capital letters": (
        "A. Clause 4.2 is replaced by:\n4.2 Sick leave is twelve days.\n\n"
        'B. Clause 2.1 is varied by deleting "40" and substituting "38".\n\n'
        f"C. The following is added as clause 4.3:\n4.3 {LEAVE}\n",
        {"4.2": "Sick leave is twelve days.", "2.1": HOURS, "4.3": LEAVE},
    ),
    "roman numerals": (
        'I. Amend clause 2.1 by deleting "40" and inserting "38".\n\nII. Delete clause 2.3 in its '
        'entirety.\n\nIII. Insert the words "or a tug" after "ferry" in clause 1.2.\n',
        {"2.1": HOURS, "2.3": None,
         "1.2": 'In this agreement, "crew" means all who work on a ferry or a tug.'},
    ),
    "decimal numbers": (
        "1.1 Amend clause 2.1 by deleting the second sentence.\n\n1.2 Delete clause 2.3.\n\n"
        f"2.1 Insert after clause 4.2:\n\n4.3 {LEAVE}\n\n"
        '2.2 In clause 3.2, replace "T1.5" with "T2".\n',
        {"2.1": "The hours of work are 40 a week.", "2.3": None, "4.3": LEAVE,
         "3.2": "Overtime is paid at T2."},
    ),
    "titles with decimal numbers under them": (
        '1. Hours\n\n1.1 In clause 2.1, replace "40" with "38".\n\n1.2 Delete clause 2.3.\n\n'
        f"2. Leave\n\n2.1 Insert a new clause 4.3:\n\n4.3 {LEAVE}\n",
        {"2.1": HOURS, "2.3": None, "4.3": LEAVE},
    ),
    "no numbers": (
        "The parties have agreed to the following changes.\n\nClause 2.1 is amended to read:\n\n"
        f'"2.1 {HOURS}"\n\nClause 2.3 is deleted.\n\nA new clause 4.3 is inserted as follows:\n\n'
        f'"4.3 {LEAVE}"\n',
        {"2.1": HOURS, "2.3": None, "4.3": LEAVE},
    ),
    "the names of clauses": (
        'Clause 2.1 – Hours of work\nDelete "40" and substitute "38".\n\nClause 4 – Leave\n'
        f"Add new clause 4.3:\n4.3 {LEAVE}\n\nClause 4.2 – Sick leave\nReplace with:\n"
        "4.2 Sick leave is twelve days.\n",
        {"2.1": HOURS, "4.3": LEAVE, "4.2": "Sick leave is twelve days."},
    ),
    "items that are called so": (
        'Item 1: Term\nThe term is two years.\n\nItem 2: Hours\nClause 2.1: replace "40" with '
        '"38".\nClause 2.3: delete.\n\nItem 3: Leave\nInsert the following new clause after '
        f"clause 4.2 –\n4.3 {LEAVE}\n",
        {"2.1": HOURS, "2.3": None, "4.3": LEAVE},
    ),
    "a list under a decimal number": (
        "1. TERM\n1.1 The term is two years.\n\n2. VARIATIONS\n"
        "2.1 The parties agree to the following variations:\n"
        '(a) clause 2.1 – replace "40" with "38";\n(b) clause 2.3 – delete;\n'
        '(c) in clause 4.1, replace "four" with "five"; and\n(d) new clause 4.3 – insert:\n'
        f"4.3 {LEAVE}\n",
        {"2.1": HOURS, "2.3": None, "4.1": "Crew have five weeks of annual leave.", "4.3": LEAVE},
    ),
    "marks around the wording, and a stop behind them": (
        '1. Amend clause 2.2(b) to read: "(b) at each wharf and online; and".\n\n'
        "2. Clause 4.1 is replaced with: “4.1 Crew have five weeks of leave.”.\n\n"
        "3. Amend clause 4.2 to read: “Sick leave is twelve days”.\n\n"
        "4. Clause 3.2 is to read as follows: 'Overtime is paid at T2.';\n\n"
        '5. Replace clause 2.3 with "The Board may change a roster.".\n\n'
        '6. Amend clause 1.2 to read: In this agreement, "crew" means all on a "ferry".\n',
        {"2.2(b)": "at each wharf and online; and", "4.1": "Crew have five weeks of leave.",
         "4.2": "Sick leave is twelve days", "3.2": "Overtime is paid at T2.",
         "2.3": "The Board may change a roster.",
         "1.2": 'In this agreement, "crew" means all on a "ferry".'},
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_each_form_gives_the_agreement_that_it_orders(form: str) -> None:
    terms, changed = FORMS[form]
    made = markup(BASE.encode(), (HEAD + terms).encode())
    wanted: dict[str, str | None] = {clause.id: clause.own_text for clause in made.base.clauses}
    wanted |= changed
    now = {clause.id: clause.own_text for clause in made.applied.document.clauses}
    assert now == {name: text for name, text in wanted.items() if text is not None}
    assert {outcome.status for outcome in made.applied.outcomes} == {"applied"}


def test_rows_of_a_table_that_order_something_are_listed() -> None:
    terms = (
        f'{HEAD}Item\tClause\tChange\n1\t2.1\tReplace "40" with "38".\n2\t2.3\tDelete.\n'
        "3\t2.2\tDelete for cooks.\n"
    )
    made = markup(BASE.encode(), terms.encode())
    said = {one.amendment.target: one.status for one in made.applied.outcomes}
    assert said == {"2.1": "applied", "2.3": "applied", "2.2": "needs-decision"}


@pytest.mark.parametrize(
    "remark",
    [
        "This change takes effect on 1 July 2026.",
        "These amendments come into force on 1 July 2026.",
        "Effective 1 July 2025.",
        "(Effective from 1 July 2025)",
        "Agreed 12 June 2025.",
        "[Wording as agreed by the parties]",
        "Rationale: this brings the clause into line with the Act.",
        "The remainder of clause 4 is unchanged.",
        "All other provisions of clause 4 remain the same.",
        "Clause 4.1 remains.",
        "No change to clause 4.2.",
        "Existing clauses 4.3 onwards are renumbered.",
        "The table of contents is to be updated accordingly.",
        "Consequential changes are made to the cross references.",
        "The union withdraws its claim for four days.",
    ],
)
def test_what_the_terms_say_of_a_change_is_none_of_its_wording(remark: str) -> None:
    given = f"1. Insert a new clause 4.3:\n\n4.3 {LEAVE}\n\n{remark}\n\n2. Delete clause 2.3.\n"
    terms = HEAD + given
    made = markup(BASE.encode(), terms.encode())
    before = [clause.id for clause in made.base.clauses]
    now = {clause.id: clause.own_text for clause in made.applied.document.clauses}
    assert now["4.3"] == LEAVE
    assert {*now} - {*before} == {"4.3"}
    assert {*before} - {*now} == {"2.3"}


def test_the_new_words_of_a_clause_that_a_title_names_are_listed() -> None:
    given = "1. Clause 4.1\nExisting: Crew have four weeks.\nNew: Crew have five weeks.\n"
    made = markup(BASE.encode(), (HEAD + given + "\n2. Clause 2.3 to be deleted.\n").encode())
    listed = [(one.target, one.wording) for one in made.instructions.amendments]
    assert listed == [("4.1", "described"), ("2.3", "given")]
