"""What pages of sites say of themselves, and how their numbers stand apart from their words."""

from __future__ import annotations

import pytest

from clausetrack import ingest
from clausetrack.ingest import html
from clausetrack.model import Reading

CLAUSES = "".join(f"<p>1.{n} Rangers keep track {n} open all year long.</p>" for n in range(1, 9))


def read_page(body: str) -> Reading:
    return html.read(f"<html><body>{body}</body></html>".encode(), "page.html")


def test_controls_of_a_page_are_left_out_and_listed() -> None:
    found = read_page(f'<h1>Rangers</h1><a href="javascript:print()">Printer version</a>'
                      f"{CLAUSES}<div>Was this page helpful?</div>")  # fmt: skip
    left = {entry.text: entry.why for entry in found.left_out}
    assert left == {"Printer version": "a control of the page",
                    "Was this page helpful?": "a control of the page"}  # fmt: skip
    assert len(found.lines) == 9


def test_the_title_above_links_into_the_page_goes_with_them() -> None:
    links = "".join(f'<li><a href="#c{n}">Part {n}</a></li>' for n in "abc")
    found = read_page(f"<h1>Rangers</h1><p><b>On this page</b></p><ul>{links}</ul>{CLAUSES}")
    assert len(found.lines) == 9
    assert found.left_out[0].text == "On this page"
    found = read_page(f"<h1>Rangers</h1><p><b>On this page</b></p>{CLAUSES}")
    assert found.lines[1].text == "On this page"


def test_a_bold_numbered_line_between_breaks_is_a_heading() -> None:
    found = read_page("<p>1.9 Rangers rest.<br><b>2 Hours</b><br>They are few.<br>So are days.</p>")
    assert [line.text for line in found.lines] == ["1.9 Rangers rest.", "2 Hours",
                                                   "They are few.\nSo are days."]  # fmt: skip


def test_a_whole_number_in_an_element_of_its_own_is_set_apart_where_it_counts_on() -> None:
    found = read_page("<div><span>1</span><span>Parties</span></div><p>1.1 They are two.</p>"
                      "<div><span>2</span><span>Hours</span></div><p>2<sup>nd</sup> of May</p>"
                      "<div><span>7</span><span>Samurai</span></div>")  # fmt: skip
    assert [line.text for line in found.lines] == ["1 Parties", "1.1 They are two.", "2 Hours",
                                                   "2nd of May", "7Samurai"]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_page_in_utf_16_is_read_with_and_without_its_mark(encoding: str) -> None:
    page = f"<html><body><h1>Kererū Rangers Collective Agreement</h1>{CLAUSES}</body></html>"
    document = ingest.read(page.encode(encoding), "page.html")
    assert document.title == "Kererū Rangers Collective Agreement"


def test_a_table_of_what_changed_in_clauses_stays_one() -> None:
    rows = "".join(f"<tr><td>1.{n}</td><td>It became longer.</td></tr>" for n in range(1, 4))
    found = read_page(f"<h1>Rangers</h1>{CLAUSES}<table>{rows}</table>")
    assert [line.cells is not None for line in found.lines[-4:]] == [False, True, True, True]
    found = read_page(f"<h1>Rangers</h1><p>1 Tracks</p><table>{rows}</table>")
    assert not any(line.cells for line in found.lines)


def test_labels_that_attributes_hold_are_placed_as_typed_ones_are() -> None:
    labels = ["1", "1.1", "(a)", "(b)", "(i)", "(ii)", "(c)"]
    items = "".join(f"<li data-n='{label}'>It is clear to all.</li>" for label in labels)
    style = "<style>li::before{content:attr(data-n) ' '}</style>"
    page = f"<html><head>{style}</head><h1>Rangers Collective Agreement</h1><ul>{items}</ul></html>"
    found = [one.id for one in ingest.read(page.encode(), "page.html").clauses if one.citable]
    assert found == ["1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.1(b)(ii)", "1.1(c)"]


def test_a_heading_that_links_to_itself_is_no_line_of_the_contents() -> None:
    parts = ("Term", "Pay", "Leave")
    entries = "".join(f'<li><a href="#k{n}">{name}</a></li>' for n, name in enumerate(parts))
    # the first Article stands right below the list of links
    body = "".join(
        f'<h2><a href="#k{n}" id="k{n}">Article {n + 1}: {name}</a></h2>'
        f'<p id="p{n}"><a href="#p{n}">{n + 1}.01</a> The {name} of rangers is told each year.</p>'
        for n, name in enumerate(parts)
    )
    found = read_page(f"<h1>Rangers</h1><ul>{entries}</ul>{body}")
    assert [line.text for line in found.lines][1:3] == [
        "Article 1: Term", "1.01 The Term of rangers is told each year."
    ]  # fmt: skip
    assert [entry.text for entry in found.left_out] == list(parts)


def test_words_of_blocks_that_are_left_out_stay_apart() -> None:
    found = read_page(f"<nav><ul><li>Home</li><li><b>Tr</b>acks</li></ul></nav>{CLAUSES}")
    assert [entry.text for entry in found.left_out] == ["Home Tracks"]


def test_an_address_in_lines_is_no_heading_of_what_follows() -> None:
    made = "<p>2. Huts</p><p>{}</p><p>Rangers sleep there.</p>"
    for address in ("Office:<br>12 Pass Road<br>Hilltop", "Pass Hut,<br>Hilltop"):
        page = f"<h1>Rangers</h1>{CLAUSES}{made.format(address)}"
        *_, last = ingest.read(page.encode(), "a.html").clauses
        assert (last.id, last.own_text) == ("2 paragraph 1", "Rangers sleep there.")
