"""Tables of a PDF or a page that only lay clauses out, where a reader knows their cells alone."""

from __future__ import annotations

from pdf_pages import Text, grid, pdf

from clausetrack import ingest
from clausetrack.model import Document

ROWS = [
    ("1", "Parties"),
    ("1.1", "The employer and the union are the parties."),
    ("1.2", "The agreement covers the work on the pier."),
    ("2", "Hours"),
    ("2.1", "The week has 40 hours."),
]
IDS = ["1", "1.1", "1.2", "2", "2.1"]


def ids(document: Document) -> list[str]:
    return [clause.id for clause in document.clauses if clause.citable]


def page(rows: list[tuple[str, str]], *, above: str = "") -> bytes:
    """A PDF with a ruled table of two columns, under a title and perhaps a line."""
    items = [Text(60, 800, "Harbour Workers Collective Agreement", 14, "b"), Text(60, 770, above)]
    foot = 740 - 24 * len(rows)
    for at, (label, words) in enumerate(rows):
        items += [Text(64, 724 - 24 * at, label), Text(124, 724 - 24 * at, words)]
    lines = grid([60, 120, 520], [foot + 24 * at for at in range(len(rows) + 1)])
    return pdf([[*items, *lines]])


def table(rows: list[tuple[str, str]]) -> str:
    body = "".join(f"<tr><td>{label}</td><td>{words}</td></tr>" for label, words in rows)
    return f"<table><thead><tr><th>Clause</th><th>Text</th></tr></thead>{body}</table>"


def html(*parts: str) -> Document:
    title = "<h1>Harbour Workers Collective Agreement</h1>"
    return ingest.read(f"<html><body>{title}{''.join(parts)}</body></html>".encode(), "page.html")


def test_a_ruled_table_of_clauses_is_read_as_them() -> None:
    document = ingest.read(page(ROWS), "made.pdf")
    assert ids(document) == IDS
    printed = "".join("".join(clause.printed for clause in document.clauses).split())
    assert len(printed) == document.read  # nothing is lost


def test_a_ruled_table_with_the_numbers_of_other_clauses_stays_one() -> None:
    rows = [("1.1", "The parties were named."), ("1.2", "The pier was added.")]
    document = ingest.read(page(rows, above="1 Changes"), "made.pdf", any_text=True)
    assert document.clauses[-1].kind != "table"  # alone, they are the clauses
    known = "<p>1.1 The parties are two.</p><p>1.2 The pier is covered.</p>"
    document = html(known, table(rows))
    assert ids(document) == ["1.1", "1.2"]
    assert document.clauses[-1].kind == "table"


def test_a_table_with_headings_over_its_columns_may_hold_the_clauses() -> None:
    assert ids(html(table(ROWS))) == IDS


def test_a_heading_and_its_text_in_one_cell_are_two_lines() -> None:
    made = table([("1", "<b>Parties</b>"), ("1.1", "<b>Who</b><p>The two are the parties.</p>"),
                  ("1.2", "The pier is covered.")])  # fmt: skip
    clause = next(one for one in html(made).clauses if one.id == "1.1")
    assert (clause.heading_text, clause.own_text) == ("Who", "The two are the parties.")


def test_items_of_a_list_in_a_ruled_cell_are_lines_of_their_own() -> None:
    rows = [("1", "Parties"), ("1.1", "It is binding on these people:"), ("", "(a) wharf hands;"),
            ("", "(b) clerks."), ("1.2", "The pier is covered.")]  # fmt: skip
    items = [Text(60, 800, "Harbour Workers Collective Agreement", 14, "b")]
    for at, (label, words) in enumerate(rows):
        items += [Text(64, 724 - 13 * at, label), Text(124, 724 - 13 * at, words)]
    edges = [664, 681, 720, 740]  # under each row that has a number
    document = ingest.read(pdf([[*items, *grid([60, 120, 520], edges)]]), "made.pdf")
    assert ids(document) == ["1", "1.1", "1.1(a)", "1.1(b)", "1.2"]


def test_grades_with_amounts_stay_a_table() -> None:
    made = table([("1.1", "$25.10"), ("1.2", "$26.00")])
    document = html("<p>1. Rates</p><p>2. Hours</p><p>3. Leave</p>", made)
    assert document.clauses[-1].kind == "table"


def test_clauses_with_a_mark_of_a_note_behind_one_are_no_table_without_rules() -> None:
    rows = [("3.1", "Every member has 25 days of leave in each year.", "i"),
            ("3.2", "Sick leave is 15 days and carries over to:", ""),
            ("(a)", "the next year for as many days as are left; or", ""),
            ("(b)", "the year after it where the manager agrees.", ""),
            ("4", "Ending of employment", ""),
            ("4.1", "Either side may end it on four weeks of notice.", "")]  # fmt: skip
    title = Text(60, 800, "Harbour Workers Collective Agreement", 14, "b")
    items = [title, Text(60, 760, "3 Leave")]
    for at, (label, words, mark) in enumerate(rows):
        y = 740 - 13 * at
        items += [Text(60, y, label), Text(95, y, words), *([Text(330, y, mark)] if mark else [])]
    document = ingest.read(pdf([items]), "made.pdf")
    assert ids(document) == ["3", "3.1", "3.2", "3.2(a)", "3.2(b)", "4", "4.1"]


def test_numbers_of_a_heading_and_of_clauses_begin_rows_beside_notes_too() -> None:
    lines = [
        ("1", "Parties", ""),
        ("1.1", "The parties are the", "See Act"),
        ("", "brigade and the union.", ""),
        ("1.2", "The agreement binds", ""),
        ("", "every firefighter.", ""),
        ("2", "Hours", ""),
        ("2.1", "The roster is four on,", "Changed"),
        ("", "four off.", ""),
    ]
    items, y = [Text(60, 800, "Harbour Workers Collective Agreement", 14, "b")], 770.0
    for label, words, note in lines:
        y -= 22 if label else 12
        items += [Text(60, y, label), Text(110, y, words), Text(250, y, note)]
    document = ingest.read(pdf([items]), "made.pdf")
    assert ids(document) == ["1", "1.1", "1.2", "2", "2.1"]
    said = {clause.id: clause.own_text for clause in document.clauses}
    assert said["1.2"] == "The agreement binds every firefighter."
