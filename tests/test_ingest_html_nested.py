"""Pages in which every list counts from 1, as word processors save automatic numbers."""

from __future__ import annotations

from clausetrack import ingest
from clausetrack.ingest import html

PAGE = """<!DOCTYPE html><html><body><p><b>Harbour Workers Collective Agreement</b></p>
<ol><li><p><b>Parties</b></p>
  <ol><li><p>The employer and the union are the parties.</p></li>
      <li><p>It is binding on these people:</p>
      <ol><ol type="a"><li><p>wharf hands; and</p></li><li><p>crane drivers.</p></li></ol></ol></li>
  </ol></li>
<li><p><b>Hours</b></p><ol><li><p><b>Ordinary hours</b></p></li></ol></li></ol>
<p>The week has 40 hours.</p>
<ol><ol start="2"><li><p><b>Overtime</b></p></li></ol></ol>
<ol><ol><ol><li><p>It is paid at time and a half.</p></li>
<li><p>It is recorded on the day.</p></li></ol></ol></ol>
<ol start="3"><li><p><b>Leave</b></p></li></ol>
<p>Leave is %s.</p></body></html>"""


def ids(page: str) -> list[str]:
    document = ingest.read(page.encode(), "page.html")
    return [clause.id for clause in document.clauses if clause.citable]


def test_numbers_of_nested_lists_are_put_together() -> None:
    page = PAGE % "planned"
    assert ids(page) == ["1", "1.1", "1.2", "1.2(a)", "1.2(b)", "2", "2.1", "2.2", "2.2.1", "2.2.2",
                         "3"]  # fmt: skip
    findings = [one.code for one in ingest.read(page.encode(), "page.html").findings]
    assert findings == ["label-inferred"]


def test_they_stay_as_printed_where_the_page_cites_them_otherwise() -> None:
    assert "2(1)" in ids(PAGE % "as clause 2(1) says")


def test_they_stay_as_printed_where_the_page_has_such_numbers_itself() -> None:
    page = PAGE.replace("<p>Leave", "<p>4.1 More</p><p>Leave") % "due"
    assert not {"1.1", "2.1"} & set(ids(page))


def test_a_list_inside_a_typed_clause_keeps_its_numbers() -> None:
    page = ("<html><body><p>1. Parties</p><p>2. Safety: every person must</p><ol><li>Stop."
            "<ol><li>Look.</li><li>Listen.</li></ol></li></ol></body></html>")  # fmt: skip
    found = html.read(page.encode(), "page.html")
    assert [line.label for line in found.lines] == ["", "", "1.", "1.", "2."]


def test_what_libreoffice_writes_at_the_ends_of_fields_is_no_text() -> None:
    made = '<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>'
    page = "<p>1.1 \x04Co\x01ats\x05</p>"
    found = html.read(f"<html><head>{made}</head>{page}".encode(), "p.html")
    assert found.lines[0].text == "1.1 Coats"
    assert html.read(page.encode(), "p.html").findings[0].code == "character-replaced"


def test_an_item_after_the_list_inside_its_own_counts_on_from_its_own() -> None:
    """A browser prints "3." before the last item: it counts on from the list that ended there."""
    page = ("<body><p><b>Harbour Workers Collective Agreement</b></p><ol><li><b>Parties</b>"
            "<ol><li>They are two.</li><li>They meet.</li></ol></li></ol>"
            "<ol start='2'><li><b>Hours</b></li></ol><p>They are few.</p>"
            "<ol><ol><li>They begin at six.</li></ol></ol><p>So it is.</p>"
            "<ol><ol><ol><li>On the pier.</li><li>At sea.</li></ol><li>They end at two.</li></ol>"
            "<li><b>Leave</b></li></ol></body>")  # fmt: skip
    assert ids(page) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2", "2.2", "3"]


ITEMS = "<li>the wharf;</li><li>the crane;</li><li>the shed.</li>"
TYPED = """<!DOCTYPE html><html><body><h1>Harbour Workers Collective Agreement 2027-2029</h1>
<h2>2. Hours</h2><p>2.1 The week has 40 hours.</p><p>2.2 Work is done in:</p>{}<p>2.3 It is written
down.</p><h2>3. Leave</h2><p>3.1 Leave is planned.</p></body></html>"""


def test_a_list_that_goes_on_below_a_typed_clause_is_no_row_of_clauses() -> None:
    lists = ("<ol><li>the wharf;</li><li>the crane;</li></ol><p>and, by night and when no ship "
             "is at the wharf, in:</p><ol start='3'><li>the shed.</li></ol>")  # fmt: skip
    assert ids(TYPED.format(lists)) == ["2", "2.1", "2.2", "2.2(1)", "2.2(2)", "2.2(3)", "2.3",
                                        "3", "3.1"]  # fmt: skip


def test_lists_below_a_typed_clause_are_its_items_whatever_they_count_in() -> None:
    for kind, items in (("1", "(1) (2) (3)"), ("a", "(a) (b) (c)"), ("i", "(i) (ii) (iii)")):
        found = ids(TYPED.format(f"<ol type='{kind}'>{ITEMS}</ol>"))
        assert found == ["2", "2.1", "2.2", *(f"2.2{item}" for item in items.split()), "2.3", "3",
                         "3.1"]  # fmt: skip


def test_a_row_of_clauses_that_the_page_counts_goes_on_below_typed_numbers() -> None:
    page = ("<html><body><ol><li>The parties are these.</li></ol><p>1.1 The union.</p>"
            "<p>1.2 The harbour.</p><ol start='2'><li>The week has 40 hours.</li></ol>"
            "<p>Nobody works more.</p></body></html>")  # fmt: skip
    assert ids(page) == ["1", "1.1", "1.2", "2"]
