"""Web pages whose numbers stand apart from their words: clauses as a reader of the page sees them.

Chromium prints each page, which shows every label that it computes; the clauses are worked out by
hand from what is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from clausetrack.ingest import html
from clausetrack.segment import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["browser"]

TITLE = "<h1>Kererū Rangers Collective Agreement 2024-2026</h1>"

#: A page after its title, and its clauses: the ID, and the words that begin its heading or text.
PAGES = {
    "a number in a cell of its own": (
        "",
        """<table><tr><td>1</td><td><b>Uniforms</b></td></tr><tr><td>1.1</td><td><b>Coats</b> are
        given.</td></tr></table><p>They last three years.</p>
        <table><tr><td>2</td><td><b>Tools</b></td></tr></table><p>2.1 Axes are shared.</p>
        <table><tr><td>3.</td><td><h3>Leave</h3></td></tr></table><p>3.1 Ask for it.</p>""",
        ["1 Uniforms", "1.1 Coats are", "1.1 paragraph 1 They last", "2 Tools", "2.1 Axes",
         "3 Leave", "3.1 Ask"],
    ),
    "a number in a block of its own": (
        "",
        """<div class=row><div>1</div><div><strong>Uniforms</strong></div></div>
        <div class=row><div>1.1</div><div>Coats are given.</div></div>
        <dl><dt>2</dt><dd><b>Tools</b></dd><dt>2.1</dt><dd>Axes are shared.</dd></dl>
        <div style="display:grid;grid-template-columns:3em 1fr"><span>3</span><h2>Leave</h2>
        <span>3.1</span><span>Ask for it.</span></div>""",
        ["1 Uniforms", "1.1 Coats", "2 Tools", "2.1 Axes", "3 Leave", "3.1 Ask"],
    ),
    "a list that begins at the second letter": (
        "",
        """<h2>1. Uniforms</h2><p>1.1 Each ranger gets:</p><ol type=a><li>a coat;</li><li>a hat,
        where<ol type=i start=2><li>it rains; or</li><li>it snows;</li></ol></li><li>boots, of<ol
        type=a start=4><li>leather; or</li><li>rubber.</li></ol></li></ol><p>1.2 Keep them.</p>""",
        ["1 Uniforms", "1.1 Each", "1.1(a) a coat", "1.1(b) a hat", "1.1(b)(ii) it rains",
         "1.1(b)(iii) it snows", "1.1(c) boots", "1.1(c)(d) leather", "1.1(c)(e) rubber",
         "1.2 Keep"],
    ),
    "a list of style sheets that begins at the second letter": (
        """ol{counter-reset:c;list-style:none}ol>li{counter-increment:c}
        ol>li::before{content:counters(c,".") " "}
        ol.a>li::before{content:"(" counter(c,lower-alpha) ") "}
        ol.r{counter-reset:c 1}ol.r>li::before{content:"(" counter(c,lower-roman) ")\\2003"}""",
        """<ol><li>Uniforms<ol><li>Each ranger gets:<ol class=a><li>a coat;</li><li>a hat, where<ol
        class=r><li>it rains; or</li><li>it snows.</li></ol></li></ol></li><li>Keep them.</li></ol>
        </li><li>Tools<ol><li>Axes are shared.</li></ol></li></ol>""",
        ["1 Uniforms", "1.1 Each", "1.1(a) a coat", "1.1(b) a hat", "1.1(b)(ii) it rains",
         "1.1(b)(iii) it snows", "1.2 Keep", "2 Tools", "2.1 Axes"],
    ),
    "a list that counts down": (
        "",
        """<h2>1. Uniforms</h2><p>1.1 From the last:</p><ol reversed><li>the highest;</li><li>the
        middle;</li><li>the lowest.</li></ol><p>1.2 And:</p><ol type=a reversed><li>coats;</li>
        <li>hats.</li></ol><h2>2. Tools</h2><p>2.1 Axes are shared.</p>""",
        ["1 Uniforms", "1.1 From", "1.1(3) the highest", "1.1(2) the middle", "1.1(1) the lowest",
         "1.2 And", "1.2(b) coats", "1.2(a) hats", "2 Tools", "2.1 Axes"],
    ),
    "a list inside a clause whose second item has the next clause's number": (
        "",
        """<h2>1. Uniforms</h2><p>1.1 In this order:</p><ol><li>coats;</li><li>hats;</li><li
        value=7>boots.</li></ol><h2>2. Tools</h2><p>2.1 Axes are shared.</p>""",
        ["1 Uniforms", "1.1 In", "1.1(1) coats", "1.1(2) hats", "1.1(7) boots", "2 Tools",
         "2.1 Axes"],
    ),
    "a part of an agreement, as a list of headings": (
        "",
        """<ol><li value=4><h2>Uniforms</h2><ol type=a><li>Coats are given.</li></ol></li>
        <li><h2>Tools</h2><p>Axes are shared.</p></li></ol>""",
        ["4 Uniforms", "4(a) Coats", "5 Tools"],
    ),
    "numbers counted for headings and paragraphs": (
        """body{counter-reset:s}h2{counter-reset:p}h2::before{counter-increment:s;
        content:counter(s) "\\00a0"}.p{counter-reset:q}.p::before{counter-increment:p;
        content:counter(s) "." counter(p) "\\2003"}.q::before{counter-increment:q;
        content:"(" counter(q,lower-alpha) ") "}""",
        """<h2>Uniforms</h2><p class=p>Each ranger gets:</p><p class=q>a coat;</p><p class=q>a
        hat.</p><p class=p>Keep them.</p>
        <h2>Tools</h2><p class=p>Axes:</p><p class=q>are shared.</p>""",
        ["1 Uniforms", "1.1 Each", "1.1(a) a coat", "1.1(b) a hat", "1.2 Keep", "2 Tools",
         "2.1 Axes", "2.1(a) are shared"],
    ),
    "tables that only set the text": (
        "",
        """<table><tr><td><b>1.</b></td><td colspan=2><b>UNIFORMS</b></td></tr><tr><td></td>
        <td>1.1</td><td>Each ranger gets:</td></tr><tr><td></td><td></td><td><table><tr><td>(a)</td>
        <td>a coat; or</td></tr><tr><td>(b)</td><td>a hat.</td></tr></table></td></tr><tr><td><b>2.
        </b></td><td colspan=2><b>TOOLS</b></td></tr><tr><td></td><td>2.1</td><td>Axes are
        shared.</td></tr></table>""",
        ["1 UNIFORMS", "1.1 Each", "1.1(a) a coat", "1.1(b) a hat", "2 TOOLS", "2.1 Axes"],
    ),
}  # fmt: skip


def page(css: str, body: str) -> bytes:
    head = f"<head><meta charset=utf-8><title>-</title><style>{css}</style></head>"
    return f"<!DOCTYPE html><html>{head}<body>{TITLE}{body}</body></html>".encode()


@pytest.mark.parametrize("name", PAGES)
def test_clauses_of_a_page(name: str) -> None:
    css, body, expected = PAGES[name]
    document = build(html.read(page(css, body), "page.html"))
    found = [f"{clause.id} {clause.heading_text or clause.own_text}" for clause in document.clauses]
    found = found[1:]  # the title
    assert len(found) == len(expected), found
    assert [one for one, begins in zip(found, expected, strict=True)
            if not " ".join(one.split()).startswith(begins)] == []  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_labels_are_those_that_a_browser_prints(name: str, browser: Browser) -> None:
    css, body, _ = PAGES[name]
    tab = browser.new_page()
    tab.set_content(page(css, body).decode())
    printed = pypdfium2.PdfDocument(tab.pdf())
    shown = "".join(printed[at].get_textpage().get_text_range() for at in range(len(printed)))
    tab.close()
    lines = html.read(page(css, body), "page.html").lines
    ours = "".join(f"{line.label}{line.text}" for line in lines)
    assert "".join(ours.split()) == "".join(shown.split())


def test_a_number_alone_that_counts_on_from_nothing_numbers_nothing() -> None:
    body = "<p>1.1 Coats are given.</p><div>7</div><div><b>Hats</b></div><div>2</div><p>coats.</p>"
    lines = html.read(page("", body), "page.html").lines
    assert [line.text for line in lines][2:] == ["7", "Hats", "2", "coats."]


def test_a_step_alone_in_a_table_stays_a_table() -> None:
    body = "<p>1.1 Steps.</p><table><tr><td>1</td><td>Trainee</td></tr></table>"
    assert html.read(page("", body), "page.html").lines[-1].cells is not None


def test_the_headings_of_what_folds_are_read_and_its_controls_are_not() -> None:
    body = """<main><button aria-expanded=false aria-controls=all>Show all sections</button>
    <div id=all><details><summary>1. Uniforms</summary><p>1.1 Coats are given.</p></details>
    <button class=accordion-button aria-controls=two><span>2. Tools</span><span>Show</span></button>
    <div id=two class=collapse hidden><p>2.1 Axes are shared.</p></div>
    <h2><button data-bs-target="#three">3. Leave</button></h2>
    <div id=three class=collapse style="display:none"><p>3.1 Ask for it.</p></div></div>
    <button aria-controls=side>Agreements</button><nav id=side><a href="/">Home</a></nav>
    <button>Print</button></main>"""
    found = html.read(page("", body), "page.html")
    assert [(line.text, line.style) for line in found.lines][1:] == [
        ("1. Uniforms", ""), ("1.1 Coats are given.", ""), ("2. Tools", "heading"),
        ("2.1 Axes are shared.", ""), ("3. Leave", "heading"), ("3.1 Ask for it.", ""),
    ]  # fmt: skip
    assert {entry.text: entry.why for entry in found.left_out} == {
        "Show all sections": "in a form", "Show": "in a form", "Agreements": "in a form",
        "Print": "in a form", "Home": "in the navigation",
    }  # fmt: skip


def test_the_links_of_headings_to_themselves_are_no_words_of_theirs() -> None:
    body = """<h2 id=a>1. Uniforms<a class=anchor href="#a">#</a></h2>
    <h3 id=b><a href="#b">¶</a>1.1 Coats</h3><p>They are given, see <a href="#a">1</a>.</p>
    <h3 id=c><a href="#c">1.2 Hats</a> <a href="#c">Link to this heading</a></h3>"""
    found = html.read(page("", body), "page.html")
    assert [line.text for line in found.lines][1:] == [
        "1. Uniforms", "1.1 Coats", "They are given, see 1.", "1.2 Hats",
    ]  # fmt: skip
    assert [entry.text for entry in found.left_out] == ["#", "¶", "Link to this heading"]
    assert {entry.why for entry in found.left_out} == {"a link to the heading itself"}
