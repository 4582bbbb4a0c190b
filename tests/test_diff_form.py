"""Lines that became headings and headings that became lines: one change, and no word lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausetrack import compare
from clausetrack.commands import main
from clausetrack.comparison import compared
from clausetrack.diff.changes import Change
from clausetrack.diff.compare import compare as compare_documents
from clausetrack.ingest import read
from clausetrack.model import Document, Run

PAGE = """<html><body><h1>Harbour Lights Collective Agreement 2022-2025</h1>
<h2>1 Hours</h2>
<p>1.1 No keeper stands more than eight hours of watch in one day of the week.</p>
<p>who is paid more than that, and when.</p>
<p>1.2 Time beyond eight hours is paid at one and a half times the usual rate.</p>
<p>at sea:</p>
<p>(a) two keepers stand the watch</p>
<h2>2 Leave</h2>
<p>leave in winter</p>
<p>2.1 Each keeper has four weeks of leave in a year.</p></body></html>
"""
LEAVE = "2.1 Each keeper has four weeks of leave in a year."


def page(text: str) -> Document:
    return read(text.encode(), "page.html")


def headed(line: str, text: str = PAGE) -> str:
    """The page with one of its lines as a heading."""
    assert f"<p>{line}</p>" in text
    return text.replace(f"<p>{line}</p>", f"<h3>{line}</h3>")


def only(old: str, new: str) -> Change:
    (one,) = compare_documents(page(old), page(new)).changes
    return one


@pytest.mark.parametrize("line", ["who is paid more than that, and when.", "at sea:"])
def test_a_line_that_became_a_heading_is_one_change_of_form(line: str) -> None:
    one = only(PAGE, headed(line))
    assert (one.kind, one.form, one.edits) == ("changed", "heading", ())
    assert (one.classes, one.old_text, one.new_text) == (("formatting",), line, line)
    assert not one.slight
    back = only(headed(line), PAGE)
    assert (back.kind, back.form, back.edits, back.old_text) == ("changed", "text", (), line)


def test_a_numbered_line_too_and_its_edit_is_shown_in_it() -> None:
    new = headed(LEAVE).replace("four weeks", "five weeks")
    one = only(PAGE, new)
    assert [(e.op, e.old, e.new, e.part) for e in one.edits] == [
        ("replace", "four", "five", "heading")
    ]
    assert (one.form, one.classes) == ("heading", ("figure", "formatting"))


def test_a_line_rewritten_as_a_heading_is_no_change_of_form() -> None:
    one = only(PAGE, headed(LEAVE).replace(LEAVE, "2.1 Duties of the mate"))
    assert one.form == ""
    assert [(e.op, e.part) for e in one.edits] == [("insert", "heading"), ("delete", "text")]


def test_a_line_of_a_heading_that_became_one_itself_was_split_off() -> None:
    one = only(PAGE, headed("leave in winter"))
    assert (one.kind, one.ids) == ("split", ("2", "leave in winter"))
    assert (one.old_text, one.new_text) == ("Leave\nleave in winter",) * 2
    back = only(headed("leave in winter"), PAGE)
    assert (back.kind, back.ids) == ("joined", ("2", "leave in winter"))


def test_a_heading_that_runs_on_into_its_text_is_a_change_of_form() -> None:
    old = page(PAGE)
    clauses = list(old.clauses)
    at = next(at for at, clause in enumerate(clauses) if clause.number == "1.1")
    clauses[at] = clauses[at]._replace(heading=(), text=(Run("Night watch Two keepers stand it."),))
    old = replace(old, clauses=tuple(clauses))
    clauses[at] = clauses[at]._replace(
        heading=(Run("Night watch"),), text=(Run("Two keepers stand it."),)
    )
    (one,) = compare_documents(old, replace(old, clauses=tuple(clauses))).changes
    assert (one.form, one.edits, one.classes) == ("heading", (), ("formatting",))


def test_a_reader_is_told_what_became_of_the_line(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text(PAGE)
    (tmp_path / "new.html").write_text(headed("at sea:"))
    names = [str(tmp_path / name) for name in ("old.html", "new.html")]
    result = CliRunner().invoke(main, ["diff", *names])
    assert "became a heading  (formatting)" in result.output
    assert "[-" not in result.output
    result = CliRunner().invoke(main, ["diff", *names[::-1], "--format", "html"])
    assert "became plain text" in result.output
    (unit,) = (part for part in result.output.split('class="unit') if 'id="clause-1.2-p' in part)
    assert "at sea:" in unit
    assert "<del" not in unit


TEXT = """Harbour Lights Collective Agreement 2022-2025

1 Hours

1.1 No keeper stands more than eight hours of watch in one day of the week.

1.2 Time beyond eight hours is paid at one and a half times the usual rate.

2 Leave

2.1 Each keeper has four weeks of leave in a year.
"""
SET = """<h1>Harbour Lights Collective Agreement 2022-2025</h1><h2>1 Hours</h2>
<p>1.1 No keeper stands <b>more than eight hours</b> of watch in one day of the week.</p>
<h3>1.2 Time beyond eight hours is paid at one and a half times the usual rate.</h3>
<h2>2 Leave</h2><p>2.1 Each keeper has four weeks of leave in a year.</p>
"""


def test_between_formats_what_is_set_otherwise_is_no_change_and_that_is_said() -> None:
    found = compare(TEXT.encode(), SET.encode())
    assert found.changes == ()
    assert not found.differs
    (told,) = found.findings
    assert (told.code, told.message.rpartition("differs in ")[2]) == ("not-compared", "1.1, 1.2")


@pytest.mark.parametrize("name", ["old.docx", "old.pdf", "old.html", "old"])
def test_a_text_is_a_text_whatever_its_name(name: str) -> None:
    named = compared(TEXT.encode(), SET.encode(), name, "new.html")
    assert named.changes == ()
    assert [one.code for one in named.findings] == ["not-compared"]


def test_between_files_of_one_format_it_is_one() -> None:
    plain = SET.replace("<b>", "").replace("</b>", "").replace("h3>", "p>")
    found = compare(plain.encode(), SET.encode())
    assert [(c.new_id, c.classes, c.form) for c in found.changes] == [
        ("1.1", ("formatting",), ""),
        ("1.2", ("formatting",), "heading"),
    ]
    assert found.findings == ()


def test_what_was_edited_or_moved_between_formats_is_told_without_its_looks() -> None:
    edited = SET.replace("four weeks", "five weeks").replace("1.2 Time", "1.3 Time")
    edited = edited.replace("<h3>1.3", "<p>1.2 The mate keeps the log of the storm.</p><h3>1.3")
    found = compare(TEXT.encode(), edited.encode())
    assert [(c.kind, c.old_id, c.new_id, c.classes) for c in found.changes] == [
        ("inserted", None, "1.2", ("punctuation", "other words")),
        ("renumbered", "1.2", "1.3", ("renumbering",)),
        ("changed", "2.1", "2.1", ("figure",)),
    ]


SENTENCES = (
    "When the tender cannot land, the board sends a boat for the mate and enters it in the log.",
    "The storm money is $58,061 a year, where the crossing took longer than 77 hours. When the "
    "tender cannot land, the board sends oil for the winchman and enters it in the book.",
)


def numbered(*clauses: str) -> Document:
    lines = ["Part 1 Watches", "1.1 Oil is free.", *clauses, "1.3 Rope is not."]
    return read("\n\n".join(lines).encode(), "a.txt", any_text=True)


@pytest.mark.parametrize(
    ("first", "second"), [SENTENCES, SENTENCES[::-1]], ids=["short first", "short last"]
)
def test_a_part_that_reads_much_like_the_rest_was_split_off_all_the_same(
    first: str, second: str
) -> None:
    whole, parts = (
        numbered(f"1.2 {first} {second}"),
        numbered(f"1.2 {first}", f"1.2A {second}"),
    )
    (one,) = compare_documents(whole, parts).changes
    assert (one.kind, one.old_id, one.new_id, one.ids) == ("split", "1.2", "1.2", ("1.2", "1.2A"))
    assert one.new_text == f"{first}\n{second}"
    (one,) = compare_documents(parts, whole).changes
    assert (one.kind, one.old_id, one.new_id, one.ids) == ("joined", "1.2", "1.2", ("1.2", "1.2A"))


def test_a_part_in_which_a_word_changed_on_the_way_was_split_off() -> None:
    whole = numbered(f"1.2 {SENTENCES[0]} {SENTENCES[1]}")
    parts = numbered(f"1.2 {SENTENCES[0]}", f"1.2A {SENTENCES[1].replace('winchman', 'cook')}")
    (one,) = compare_documents(whole, parts).changes
    assert (one.kind, one.ids) == ("split", ("1.2", "1.2A"))
    assert ("winchman", "cook") in [(edit.old, edit.new) for edit in one.edits]


def test_a_clause_that_says_something_else_was_not_split_off() -> None:
    other = "When the boat comes, the cook counts the oil that it brings and signs for it at dusk."
    old, new = (
        numbered(f"1.2 {SENTENCES[0]} {SENTENCES[1]}"),
        numbered(f"1.2 {other}", f"1.2A {SENTENCES[1]}"),
    )
    assert all(one.kind != "split" for one in compare_documents(old, new).changes)


def test_where_a_paragraph_without_a_number_ends_is_no_change_between_formats() -> None:
    both = "Each keeper has four weeks of leave in a year. It is taken when the tender calls."
    text = TEXT.replace("Each keeper has four weeks of leave in a year.", both)
    second = "<p>It is taken when the tender calls.</p>"
    parted = SET.replace("in a year.</p>", f"in a year.</p>{second}")
    found = compare(text.encode(), parted.encode())
    assert found.changes == ()
    (told,) = found.findings
    assert told.message.rpartition("differs in ")[2] == "1.1, 1.2, 2.1"
    numbered = parted.replace("<p>It is", "<p>2.2 It is")
    (split,) = compare(text.encode(), numbered.encode()).changes
    assert (split.kind, split.ids) == ("split", ("2.1", "2.2"))


LOCKERS = PAGE.replace(
    f"<p>{LEAVE}</p>",
    f"<h3>2.1 Winter leave</h3><p>{LEAVE.removeprefix('2.1 ')}</p><p>2.2 Oil is free.</p>",
)
DROPPED = LOCKERS.replace("2.1 Winter leave</h3><p>Each", "2.1 Each").replace(
    "a year.</p><p>2.2", "a year.</h3><p>2.2"
)


def test_where_a_heading_was_dropped_its_text_took_its_place_with_its_edit() -> None:
    one = only(LOCKERS, DROPPED.replace("four weeks", "five weeks"))
    assert [(e.op, e.old, e.new, e.part) for e in one.edits] == [
        ("replace", "four", "five", "heading"),
        ("delete", "Winter leave", "", "text"),
    ]
    assert (one.kind, one.form) == ("changed", "heading")
    assert "figure" in one.classes
    assert one.old_text == "Each keeper has four weeks of leave in a year.\nWinter leave"


def test_a_heading_put_over_a_line_that_was_one_itself_is_told_the_same_way() -> None:
    one = only(DROPPED, LOCKERS.replace("has four weeks", "has no weeks"))
    assert [(e.op, e.old, e.new, e.part) for e in one.edits] == [
        ("insert", "", "Winter leave", "heading"),
        ("replace", "four", "no", "text"),
    ]
    assert one.form == "text"


def test_a_heading_that_stayed_over_a_text_that_went_keeps_its_place() -> None:
    new = LOCKERS.replace("<p>Each keeper has four weeks of leave in a year.</p>", "")
    one = only(LOCKERS, new)
    assert (one.form, [(e.op, e.part) for e in one.edits]) == ("", [("delete", "text")])


def test_a_heading_written_anew_over_a_text_that_went_is_no_change_of_form() -> None:
    new = DROPPED.replace("2.1 Each keeper has four weeks of leave in a year.", "2.1 Snow and ice")
    assert {one.form for one in compare_documents(page(LOCKERS), page(new)).changes} == {""}


def test_other_spaces_in_a_heading_are_spaces_and_no_change_of_form() -> None:
    text = "Depot Collective Agreement\n\n1. Hours {}of work\n\n1.1 Hours are forty a week.\n"
    old, new = (read(text.format(more).encode(), "a.txt", any_text=True) for more in (" ", ""))
    (one,) = compare_documents(old, new).changes
    assert [(edit.op, edit.old, edit.new, edit.part) for edit in one.edits] == [
        ("delete", " ", "", "heading")
    ]
    assert (one.form, one.classes, one.slight) == ("", ("spacing",), True)
