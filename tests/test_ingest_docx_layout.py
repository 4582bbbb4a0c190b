"""Tables of a Word file that only lay clauses out, and those that are tables of data."""

from __future__ import annotations

import pytest
from word_samples import cell, paragraph, row, run, table, word

from clausetrack import ingest
from clausetrack.ingest import clause_tables
from clausetrack.ingest.docx import read
from clausetrack.model import Document

_BORDERS = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'


def ruled(made: str) -> str:
    return made.replace("<w:tblPr>", f"<w:tblPr>{_BORDERS}", 1)


def own(*blocks: str) -> Document:
    return ingest.read(word("Harbour Workers Collective Agreement", *blocks), "sample.docx")


def found(document: Document) -> dict[str, tuple[str, str]]:
    """Heading and text by ID, of what can be cited."""
    return {one.id: (one.heading_text, one.own_text) for one in document.clauses if one.citable}


CLAUSES = [
    ("1", "Parties"),
    ("1.1", "The employer and the union are the parties."),
    ("1.2", "It is binding on these people:"),
    ("(a)", "wharf hands; and"),
    ("(b)", "crane drivers."),
    ("2", "Hours"),
    ("2.1", "The week has 40 hours."),
]
READ = {
    "1": ("Parties", ""),
    "1.1": ("", "The employer and the union are the parties."),
    "1.2": ("", "It is binding on these people:"),
    "1.2(a)": ("", "wharf hands; and"),
    "1.2(b)": ("", "crane drivers."),
    "2": ("Hours", ""),
    "2.1": ("", "The week has 40 hours."),
}


@pytest.mark.parametrize("lines", [str, ruled])
def test_a_number_in_a_cell_of_its_own_numbers_the_next_cell(lines) -> None:  # type: ignore[no-untyped-def]
    document = own(lines(table(*(row(*one) for one in CLAUSES))))
    assert found(document) == READ


def test_each_part_of_a_clause_knows_its_paragraph() -> None:
    clause = next(c for c in own(table(*(row(*one) for one in CLAUSES))).clauses if c.id == "1.2")
    places = [run.source.paragraph for run in (*clause.label, *clause.text) if run.source]
    assert places == [5, 6]  # the title, then two paragraphs a row


def test_clauses_that_stand_whole_in_a_cell_beside_their_heading() -> None:
    rows = [
        row("1 Parties", cell("1.1\tThe employer and the union are the parties.",
                              "1.2\tIt is binding on these people:", "(a)\twharf hands; and",
                              "(b)\tcrane drivers.")),
        row("2 Hours", cell("2.1\tThe week has 40 hours.")),
    ]  # fmt: skip
    assert found(own(table(*rows))) == READ


def test_a_table_inside_a_laid_out_clause_stays_a_table() -> None:
    inner = ruled(table(row("Step", "Rate"), row("1", "$25.10")))
    rows = [row("1.1", "One."), row("1.2", cell("Two.", f"{inner}<w:p/>".join(("<w:p/>", ""))))]
    document = own("1\tPay", table(*rows))
    assert [one.id for one in document.clauses][-3:] == ["1.1", "1.2", "1.2 table 1"]
    grid = document.clauses[-1].table
    assert grid is not None
    assert grid.texts == [["Step", "Rate"], ["1", "$25.10"]]


def test_letters_beside_their_words_are_a_list_only_where_no_lines_are_drawn() -> None:
    made = table(row("(a)", "wharf hands; and"), row("(b)", "crane drivers."))
    before = ("1\tParties", "1.1\tIt is binding on these people:")
    assert "1.1(b)" in found(own(*before, made))
    assert "1.1(b)" not in found(own(*before, ruled(made)))


def test_a_list_inside_a_list_without_lines_is_one_too() -> None:
    rows = [row("(a)", "wharf hands;"), row("(b)", "drivers who"), row("(i)", "learn; and"),
            row("(ii)", "renew it; and"), row("(c)", "clerks.")]  # fmt: skip
    document = own("1\tParties", "1.1\tIt is binding on these people:", table(*rows))
    assert list(found(document))[2:] == ["1.1(a)", "1.1(b)", "1.1(b)(i)", "1.1(b)(ii)", "1.1(c)"]


def test_a_note_beside_few_of_the_clauses_stands_behind_its_own() -> None:
    rows = [row(*one) for one in CLAUSES[:2]] + [row(*CLAUSES[2], "See the guide."),
                                                 *(row(*one) for one in CLAUSES[3:])]  # fmt: skip
    document = own(table(*rows, columns=3))
    assert found(document) == READ
    assert "See the guide." in [one.own_text for one in document.clauses]


@pytest.mark.parametrize(
    "rows",
    [
        # what changed: its numbers are those of clauses that stand elsewhere
        [row("2.1", "The week became shorter."), row("2.2", "Overtime rose.")],
        # grades whose numbers do not follow the clause before the table
        [row("7.1", "Clerk"), row("7.2", "Senior clerk")],
        # amounts
        [row("3.1", "$25.10"), row("3.2", "$26.00")],
        # three columns
        [row("3.1", "Clerk", "day"), row("3.2", "Senior clerk", "night")],
    ],
)
def test_a_table_of_data_stays_one(rows: list[str]) -> None:
    clauses = ("1\tA", "2\tHours", "2.1\tOne.", "2.2\tTwo.", "3\tChanges")
    document = own(*clauses, table(*rows, columns=3))
    assert document.clauses[-1].kind == "table"
    assert list(found(document)) == ["1", "2", "2.1", "2.2", "3"]


def test_the_items_of_terms_may_stand_in_a_ruled_table() -> None:
    made = ruled(table(
        row("Item", "Agreed"),
        row("1.", cell("Amend clause 2.2 to read:", "2.2 The week has 38 hours.")),
        row("2.", "Delete clause 3.3."),
    ))  # fmt: skip
    data = word("Harbour Workers Collective Agreement 2027-2029",
                paragraph("Terms of Settlement", style="H2"), made)  # fmt: skip
    document = ingest.read(data, "terms.docx")
    assert document.kind == "terms"
    assert [one.id for one in document.clauses if one.kind == "item"] == ["1", "2"]
    assert [one.id for one in document.clauses if one.fragment] == ["2.2"]


SCHEDULE = ("1\tParties", "1.1\tOne is here.", "1.2\tTwo is there.", "Schedule 1: Boats")


def test_the_clauses_of_a_schedule_count_by_themselves() -> None:
    made = ruled(table(row("1.1", "A boat is painted white each year."),
                       row("1.2", "It is rowed by two.")))  # fmt: skip
    assert list(found(own(*SCHEDULE, made)))[-2:] == ["Schedule 1 1.1", "Schedule 1 1.2"]


def test_the_grades_of_a_schedule_stay_a_table() -> None:
    made = ruled(table(row("1.1", "Clerk"), row("1.2", "Senior clerk")))
    assert own(*SCHEDULE, made).clauses[-1].kind == "table"


def test_steps_in_a_ruled_table_stay_one() -> None:
    rows = table(row("1", "Make the area safe."), row("2", "Tell the leader."))
    document = own("1\tSafety", "1.1\tDo this:", "1.2\tIn time.", ruled(rows))
    assert document.clauses[-1].kind == "table"


def test_nothing_of_a_laid_out_table_is_lost() -> None:
    made = table(*(row(*one) for one in CLAUSES), row("3.", cell("")))
    reading = read(word("T", made), "sample.docx")
    text = "".join("".join(line.text for line in reading.lines).split())
    assert len(text) + sum(len(left.text) for left in reading.left_out) == reading.read


def test_numbers_that_follow_one_another() -> None:
    rows = [[["4.2"], ["Words of it."]], [["4.3A"], ["Words of it."]], [["5"], ["Leave"]],
            [["5.1"], ["Words of it."]]]  # fmt: skip
    assert clause_tables.holds_clauses(rows, "4.1", (), ruled=True)
    assert not clause_tables.holds_clauses(rows, "4.1", {"4.2", "4.3A"}, ruled=True)
    assert not clause_tables.holds_clauses(rows[::-1], "4.1", (), ruled=True)


def test_what_is_given_in_two_forms_counts_once() -> None:
    """The second form is for programs that do not know the first: Word counts the one it shows."""
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    one = f"<w:p><w:pPr>{item}</w:pPr>{run('Parties')}</w:p>"
    twice = ('<mc:AlternateContent><mc:Choice Requires="w14">' + one + "</mc:Choice><mc:Fallback>"
             + one + "</mc:Fallback></mc:AlternateContent>")  # fmt: skip
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    reading = read(word(one, twice, one, paragraph("End."), numbering=numbering), "sample.docx")
    assert [line.label for line in reading.lines] == ["1.", "2.", "3.", ""]


# ------------------------------------------------------------------- clauses between line breaks

BREAK = "<w:r><w:br/></w:r>"


def broken(*lines: str) -> str:
    return paragraph(BREAK.join(run(line) for line in lines))


def test_clauses_between_line_breaks_of_one_paragraph_are_read() -> None:
    block = broken("1.1\tThe two are the parties.", "1.2\tIt is binding on:", "(a)\twharf hands;",
                   "(b)\tclerks.")  # fmt: skip
    assert list(found(own("1\tParties", block))) == ["1", "1.1", "1.2", "1.2(a)", "1.2(b)"]


def test_each_of_them_has_its_place_in_the_paragraph() -> None:
    block = broken("1.1\tOne is here.", "1.2\tTwo is there.")
    second = own("1\tParties", block).clauses[-1]
    places = [(run.text, run.source.start) for run in (*second.label, *second.text) if run.source]
    assert places == [("1.2", 17), ("Two is there.", 21)]


@pytest.mark.parametrize(
    "lines",
    [
        ("1.1\tIt is paid at these rates:", "1.5 times the rate at night,", "2.5 times on Sunday."),
        ("1.1\tThey are:", "(a)\twharf hands;", "(b)\tclerks."),
        ("1.1\tThe office is at", "14 Pier Street", "Halswell"),
    ],
)
def test_other_lines_between_breaks_stay_one_paragraph(lines: tuple[str, ...]) -> None:
    document = own("1\tParties", broken(*lines))
    assert list(found(document)) == ["1", "1.1"]
    assert document.clauses[-1].own_text.count("\n") == len(lines) - 1
