"""Web pages: the main content, labels as a browser prints them, revisions, tables, limits."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from clausetrack.errors import UnreadableInput
from clausetrack.ingest import html, is_page
from clausetrack.ingest import read as read_document
from clausetrack.model import Clause, Document, Line, Reading, Run
from clausetrack.segment import build

HEADING = "<h1>Kererū Rangers Collective Agreement 2024-2026</h1>"


def reading(page: str, revisions: str = "accepted") -> Reading:
    found = html.read(page.encode(), "page.html", revisions)  # type: ignore[arg-type]
    assert_partition(page.encode(), found)
    return found


def texts(found: Reading) -> list[str]:
    return [line.text for line in found.lines if line.cells is None]


def labelled(found: Reading) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in found.lines]


def whys(found: Reading) -> dict[str, str]:
    return {entry.text: entry.why for entry in found.left_out}


def runs(line: Line) -> list[Run]:
    return [*line.runs, *(run for cell in line.cells or () for run in cell.runs)]


class _Body(HTMLParser):
    """The text of a page by the parser of the standard library, which knows nothing of ours."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.closed = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.closed += tag in {"script", "style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self.closed -= tag in {"script", "style", "title"}

    def handle_data(self, data: str) -> None:
        if not self.closed:
            self.text += data


def body_text(data: bytes) -> str:
    parser = _Body()
    parser.feed(data.decode("utf-8"))
    parser.close()
    shown = re.sub("[\u00ad\u200b\ufeff]", "", parser.text)
    return unicodedata.normalize("NFC", "".join(shown.split()))


def assert_partition(data: bytes, found: Reading) -> None:
    """Each character has one place, and together they are the characters of the page."""
    spans = [(run.text, run.source) for line in found.lines for run in runs(line) if run.source]
    spans += [(entry.text, entry.source) for entry in found.left_out]
    places: Counter[tuple[int | None, int]] = Counter()
    for text, source in spans:
        assert source.end - source.start == len(text)
        places.update((source.line, at) for at in range(source.start, source.end))
    for source in found.markup:
        places.update((source.line, at) for at in range(source.start, source.end))
    assert max(places.values()) == 1
    held = Counter("".join("".join(text.split()) for text, _ in spans))
    wanted = Counter(body_text(data))
    assert held - wanted == Counter()
    assert sum((wanted - held).values()) == len(found.markup)
    assert found.read == sum(wanted.values())


# ------------------------------------------------------------------ one agreement, several formats


def shape(document: Document) -> list[tuple[object, ...]]:
    def key(clause: Clause) -> tuple[object, ...]:
        rows = clause.table.texts if clause.table else None
        return clause.id, clause.kind, clause.heading_text, clause.own_text, rows

    return [key(clause) for clause in document.clauses]


@pytest.mark.parametrize("name", ["stca-2022-25", "ptca-2023-25"])
def test_an_agreement_exported_by_pandoc_is_the_agreement(
    corpus: Path, name: str, require_program: Callable[[str], str]
) -> None:
    command = [require_program("pandoc"), "-s", "-t", "html", str(corpus / f"{name}.docx")]
    page = subprocess.run(command, capture_output=True, check=True).stdout
    found = html.read(page, f"{name}.html")
    assert_partition(page, found)
    assert shape(build(found)) == shape(read_document(corpus / f"{name}.txt"))


@pytest.mark.parametrize("name", ["stca-2022-25", "ptca-2023-25"])
def test_an_agreement_exported_by_libreoffice_is_the_agreement(
    corpus: Path, name: str, tmp_path: Path, require_program: Callable[[str], str]
) -> None:
    subprocess.run(
        [require_program("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile",
         "--headless", "--convert-to", "html", "--outdir", str(tmp_path),
         str(corpus / f"{name}.docx")],
        capture_output=True, check=True,
    )  # fmt: skip
    page = (tmp_path / f"{name}.html").read_bytes()
    found = html.read(page, f"{name}.html")
    assert_partition(page, found)
    assert shape(build(found)) == shape(read_document(corpus / f"{name}.txt"))
    assert set(whys(found).values()) == {"in the page header", "in the page footer"}


# ----------------------------------------------------------------------------------- main content

SITE = """<!DOCTYPE html><html><head><title>Rangers</title>
<style>.off { display: none }</style></head>
<body><a class="skip-link" href="#main">Skip to content</a>
<div id="cookie-notice">We use cookies. <button>Accept</button></div>
<header><a href="/">Ministry</a><nav><ul><li><a href="/pay">Pay</a></li></ul></nav></header>
<div class="page">
<nav aria-label="Breadcrumb"><a href="/">Home</a> / Agreements</nav>
<main id="main"><h1>Kererū Rangers Collective Agreement 2024-2026</h1>
<form><label>Search</label><input name="q"></form>
<ul><li><a href="#one">1.1 Coverage</a></li><li><a href="#two">1.2 Term</a></li>
<li><a href="#three">1.3 Uniforms</a></li></ul>
<h2 id="one">1.1 Coverage</h2><p>This agreement covers rangers<a href="#fn1">1</a>.</p>
<h2 id="two">1.2 Term</h2><p>It runs for two years.</p>
<p>It is read with:</p><ul><li><a href="/era">Employment Relations Act 2000</a></li>
<li><a href="/ha">Holidays Act 2003</a></li><li><a href="/wa">Wages Protection Act
1983</a></li></ul>
<div class="accordion-body" style="display:none"><h2 id="three">1.3 Uniforms</h2>
<p>The employer pays for a coat.</p></div>
<p class="off">Draft only</p><script>var a = "1 < 2";</script>
</main><aside>Related pages</aside></div>
<p>Was this page helpful?</p>
<footer>© Crown <a href="/c">Contact us</a></footer></body></html>"""


def test_of_a_saved_page_only_the_agreement_is_read() -> None:
    found = reading(SITE)
    assert texts(found) == [
        "Kererū Rangers Collective Agreement 2024-2026", "1.1 Coverage",
        "This agreement covers rangers.", "1.2 Term", "It runs for two years.", "It is read with:",
        "Employment Relations Act 2000", "Holidays Act 2003", "Wages Protection Act 1983",
        "1.3 Uniforms", "The employer pays for a coat.",
    ]  # fmt: skip
    left = whys(found)
    assert left["We use cookies. Accept"] == "in a cookie banner"
    assert left["Home / Agreements"] == "in the navigation"
    assert left["Search"] == "in a form"
    assert left["1.1 Coverage"] == "a line of the table of contents"
    assert left["1"] == "the mark of a footnote"
    assert left["Draft only"] == "hidden"
    assert left["Related pages"] == "beside the main content"
    assert left["Was this page helpful?"] == "a control of the page"
    assert left["© Crown Contact us"] == "in the page footer"
    assert {finding.code for finding in found.findings} == {"text-left-out"}


def test_the_densest_block_is_the_content_where_no_landmark_says_so() -> None:
    clauses = "".join(f"<p>1.{n} Rangers keep track {n} open all year.</p>" for n in range(9))
    page = f"""<body><div id="top-nav"><a href="/">Home</a></div>
    <div class="wrap"><p>Last updated in May</p>
    <div class="content">{HEADING}{clauses}</div><p>Print this page</p></div></body>"""
    found = reading(page)
    assert texts(found)[0] == "Kererū Rangers Collective Agreement 2024-2026"
    assert len(found.lines) == 10
    left = {entry.text: entry.why for entry in found.left_out}
    assert left["Last updated in May"] == "outside the main content of the page"
    assert left["Print this page"] == "a control of the page"


@pytest.mark.parametrize(
    "page",
    [
        f"<form id='aspnetForm'>{HEADING}RULE</form>",
        f"<div class='WordSection1'>{HEADING}</div><div class='WordSection2'>RULE</div>",
        f"<header id='title-block-header'>{HEADING}</header>RULE",
        f"<main><header>{HEADING}</header>RULE</main>",
        f"<nav>Menu</nav><div class='hero'>{HEADING}</div><main>RULE</main>",
        f"<article>{HEADING}</article><article>RULE</article>",
        f"<div id='content-header'>{HEADING}</div><div hidden class='tab-pane'>RULE</div>",
    ],
)  # fmt: skip
def test_wrappers_take_nothing_from_the_content(page: str) -> None:
    rule = "1.1 Rangers wear green from the first frost to the last, and brown in summer."
    found = reading(page.replace("RULE", f"<p>{rule}</p>"))
    assert texts(found) == ["Kererū Rangers Collective Agreement 2024-2026", rule]


def test_a_page_whose_title_stands_over_the_main_content_keeps_its_title() -> None:
    page = """<header><h1><a href="/">Department</a></h1></header>
    <div><h1>Rangers Agreement</h1></div>
    <main><p>1.1 Rangers wear green.</p></main>"""
    assert texts(reading(page)) == ["Rangers Agreement", "1.1 Rangers wear green."]


# --------------------------------------------------------------------------------------- numbering


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("ol", ["1.", "2.", "3."]),
        ("ol type='a'", ["a.", "b.", "c."]),
        ("ol type='A' start='26'", ["Z.", "AA.", "AB."]),
        ("ol type='i' start='8'", ["viii.", "ix.", "x."]),
        ("ol type='I'", ["I.", "II.", "III."]),
        ("ol reversed", ["3.", "2.", "1."]),
        ("ol start='-1'", ["-1.", "0.", "1."]),
        ("ol style='list-style-type: lower-alpha'", ["a.", "b.", "c."]),
        ("ol style='list-style: lower-roman inside'", ["i.", "ii.", "iii."]),
        ("ol style='list-style-type:decimal-leading-zero'", ["01.", "02.", "03."]),
        ("ol style='list-style:none'", ["", "", ""]),
        ("ul style='list-style-type: upper-alpha'", ["A.", "B.", "C."]),
        ("ul", ["", "", ""]),
        ("ul type='square'", ["", "", ""]),
    ],
)
def test_a_list_is_numbered_as_a_browser_prints_it(attributes: str, labels: list[str]) -> None:
    tag = attributes.split()[0]
    page = f"{HEADING}<{attributes}><li>coat<li>hat<li>boots</{tag}>"
    found = reading(page).lines[1:]
    assert [line.label for line in found] == labels
    assert {line.style for line in found} == {"list"}


def test_cross_references_are_no_contents() -> None:
    page = "".join(f"<li><a href='#c{n}'>clause {n}</a></li>" for n in range(1, 6))
    found = reading(f"{HEADING}<p>See <a href='#c1'>1.1</a>.</p><ul>{page}</ul>")
    assert texts(found)[1:] == ["See 1.1.", *(f"clause {n}" for n in range(1, 6))]


def test_nested_lists_count_for_themselves_and_values_count_on() -> None:
    page = """<ol><li>Coats<ol type=a><li>wool</li><li value=5>oilskin<ul><li>green</li></ul></li>
    <li>down</li></ol><p>A coat lasts three years.</p></li><li
    value="7"><p>Hats</p></li><li>Boots</li></ol>"""
    found = reading(page)
    assert labelled(found) == [
        ("1.", "Coats"), ("a.", "wool"), ("e.", "oilskin"), ("", "green"), ("f.", "down"),
        ("", "A coat lasts three years."), ("7.", "Hats"), ("8.", "Boots"),
    ]  # fmt: skip
    assert [line.level for line in found.lines] == [0, 1, 1, 2, 1, 0, 0, 0]
    assert [line.style for line in found.lines] == ["list"] * 5 + ["", "list", "list"]


def test_a_label_in_the_text_is_not_given_twice() -> None:
    page = "<ol><li>(a) a coat</li><li>1.2 a hat</li><li>boots</li></ol>"
    assert labelled(reading(page)) == [("", "(a) a coat"), ("", "1.2 a hat"), ("3.", "boots")]


def test_style_sheets_number_headings_and_items() -> None:
    page = """<html><head><style>
    body { counter-reset: part }
    h2 { counter-reset: clause } h2::before { counter-increment: x; content: counter(part) ". " }
    .part { counter-increment: part }
    section > h3 { counter-increment: clause }
    section > h3:before { content: counter(part) "." counter(clause) " " }
    ol.letters { list-style: none; counter-reset: letter }
    ol.letters > li { counter-increment: letter }
    ol.letters > li::before { content: "(" counter(letter, lower-alpha) ")" }
    li.tick::before { content: "\\2713" }
    @counter-style paren { system: extends lower-roman; prefix: "("; suffix: ") " }
    ol.roman { list-style-type: paren }
    @media print { ol.roman { list-style-type: none } }
    </style></head><body><section>
    <h2 class="part">Uniforms</h2><h3>Coats</h3><ol
    class="letters"><li>wool</li><li>oilskin</li></ol>
    <h3>Hats</h3><ol class="letters"><li>felt</li></ol><h2 class="part">Tools</h2><h3>Axes</h3>
    <ol class="roman"><li>felling</li><li>splitting</li></ol><ul><li class="tick">sharp</li></ul>
    </section></body></html>"""
    assert labelled(reading(page)) == [
        ("1.", "Uniforms"), ("1.1", "Coats"), ("(a)", "wool"), ("(b)", "oilskin"), ("1.2", "Hats"),
        ("(a)", "felt"), ("2.", "Tools"), ("2.1", "Axes"), ("(i)", "felling"),
        ("(ii)", "splitting"), ("", "sharp"),
    ]  # fmt: skip


def test_the_lists_of_a_google_document() -> None:
    page = """<html><head><style>ol{margin:0;padding:0}
    .lst-kix_ab-0>li:before{content:"" counter(lst-ctr-kix_ab-0,decimal) ". "}
    .lst-kix_ab-1>li:before{content:"" counter(lst-ctr-kix_ab-0,decimal) "."
    counter(lst-ctr-kix_ab-1,decimal) " "}
    .lst-kix_ab-2>li:before{content:"(" counter(lst-ctr-kix_ab-2,lower-latin) ") "}
    ol.lst-kix_ab-0.start{counter-reset:lst-ctr-kix_ab-0 0}
    ol.lst-kix_ab-1.start{counter-reset:lst-ctr-kix_ab-1 0}
    ol.lst-kix_ab-2.start{counter-reset:lst-ctr-kix_ab-2 0}
    .lst-kix_ab-0>li{counter-increment:lst-ctr-kix_ab-0}
    .lst-kix_ab-1>li{counter-increment:lst-ctr-kix_ab-1}
    .lst-kix_ab-2>li{counter-increment:lst-ctr-kix_ab-2}
    .lst-kix_cd-0>li:before{content:"\\0025cf   "}
    ol.lst-kix_ab-0{list-style-type:none}ol.lst-kix_ab-1{list-style-type:none}
    .c1{font-weight:700}.c2{text-decoration:line-through}</style></head><body class="c9">
    <p class="title"><span class="c1">Kererū Rangers Collective Agreement</span></p>
    <ol class="lst-kix_ab-0 start" start="1"><li><span class="c1">Uniforms</span></li></ol>
    <ol class="lst-kix_ab-1 start" start="1"><li>The employer gives each ranger:</li></ol>
    <ol class="lst-kix_ab-2 start" start="1"><li>a coat; and</li><li>a hat.</li></ol>
    <ol class="lst-kix_ab-1" start="2"><li>A ranger keeps them <span
    class="c2">clean</span>dry.</li></ol>
    <ol class="lst-kix_ab-0" start="2"><li>Tools</li></ol>
    <ol class="lst-kix_ab-1 start" start="1"><li>Tools are shared.</li></ol>
    <ul class="lst-kix_cd-0 start"><li>axes</li></ul></body></html>"""
    found = reading(page)
    assert labelled(found) == [
        ("", "Kererū Rangers Collective Agreement"), ("1.", "Uniforms"),
        ("1.1", "The employer gives each ranger:"), ("(a)", "a coat; and"), ("(b)", "a hat."),
        ("1.2", "A ranger keeps them dry."), ("2.", "Tools"), ("2.1", "Tools are shared."),
        ("", "axes"),
    ]  # fmt: skip
    assert found.lines[0].style == "title"
    assert found.lines[1].runs[0].emphasis == "b"
    ids = [clause.id for clause in build(found).clauses]
    assert [i for i in ids if i[0].isdigit()] == [
        "1", "1.1", "1.1(a)", "1.1(b)", "1.2", "2", "2.1", "2.1 bullet 1"
    ]  # fmt: skip


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15 (filtered)"></head><body lang=EN-NZ>
<div class=WordSection1>
<p class=MsoTitle>Kererū Rangers Collective Agreement<o:p></o:p></p>
<p class=MsoToc1><a href="#_Toc1">1.1 Uniforms 2</a></p>
<h1 style='mso-list:l0 level1 lfo1'>1.1<span style='font:7.0pt "Times New
Roman"'>&nbsp;&nbsp;&nbsp; </span>Uniforms</h1>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if
!supportLists]><span
style='mso-list:Ignore'>(a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]>a
coat<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference>[1]</span></a>; and</p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt'><span
style='font-family:Symbol'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>a hat</p>
<p class=MsoNormal>&nbsp;</p>
<p class=MsoNormal>Rangers &#150; and only rangers &#150; wear&shy; them.<br><br>A second
paragraph.<br>
1.2 A third.<br>With a second line.</p></div>
<div class=WordSection2><p class=MsoNormal>1.3 Boots last.</p></div>
<div style='mso-element:footnote-list'><hr><div id=ftn1><p class=MsoFootnoteText><a
href="#_ftnref1">[1]</a> Or a
cape.</p></div></div></body></html>"""


def test_a_page_exported_by_word() -> None:
    found = reading(WORD)
    assert [(line.style, line.text) for line in found.lines] == [
        ("title", "Kererū Rangers Collective Agreement"), ("heading", "1.1 Uniforms"),
        ("list", "(a) a coat; and"), ("list", "a hat"),
        ("", "Rangers – and only rangers – wear them."), ("", "A second paragraph."),
        ("", "1.2 A third.\nWith a second line."), ("", "1.3 Boots last."),
    ]  # fmt: skip
    assert whys(found) == {
        "1.1 Uniforms 2": "a line of the table of contents",
        "[1]": "the mark of a footnote",
        "[1] Or a cape.": "in a footnote",
    }
    assert len(found.markup) == 1


# --------------------------------------------------------------------------------------- revisions

MARKED = """<h1>Rangers Agreement</h1><p>1.1 A coat lasts <del>four</del> <ins>five</ins> years.</p>
<ol type="a"><li>wool</li><li><del>felt</del></li>
<li><span style="text-decoration:line-through">fur</span></li>
<li>down</li></ol><p><s>1.2 Capes go.</s></p>
<p>1.3 Hats <span style="text-decoration: line-through red">fade</span>last.</p><ins><p>1.4
Boots.</p></ins>
<table><tr><th>Step</th><th>Rate</th></tr><tr><td>1</td><td><del>$5</del><ins>$6</ins></td></tr>
<tr><td><del>2</del></td><td><del>$7</del></td></tr></table>"""


def test_a_marked_up_page_is_read_as_accepted() -> None:
    found = reading(MARKED)
    assert labelled(found)[:-2] == [
        ("", "Rangers Agreement"), ("", "1.1 A coat lasts five years."), ("a.", "wool"),
        ("b.", "down"), ("", "1.3 Hats last."), ("", "1.4 Boots."),
    ]  # fmt: skip
    assert [[cell.text for cell in line.cells or ()] for line in found.lines[-2:]] == [
        ["Step", "Rate"], ["1", "$6"],
    ]  # fmt: skip
    dropped = [entry.text for entry in found.left_out]
    assert dropped == ["four", "felt", "fur", "1.2 Capes go.", "fade", "$5", "2", "$7"]
    assert {entry.why for entry in found.left_out} == {"deleted by a tracked change"}
    assert [finding.code for finding in found.findings] == ["document-marked-up"]


def test_a_marked_up_page_is_read_as_rejected() -> None:
    found = reading(MARKED, "rejected")
    assert labelled(found)[:-3] == [
        ("", "Rangers Agreement"), ("", "1.1 A coat lasts four years."), ("a.", "wool"),
        ("b.", "felt"), ("c.", "fur"), ("d.", "down"),
        ("", "1.2 Capes go."), ("", "1.3 Hats fadelast."),
    ]  # fmt: skip
    assert [entry.text for entry in found.left_out] == ["five", "1.4 Boots.", "$6"]
    assert {entry.why for entry in found.left_out} == {"inserted by a tracked change"}


@pytest.mark.parametrize(("revisions", "text"), [("accepted", "hats"), ("rejected", "caps")])
def test_classes_that_converters_give_to_revisions(revisions: str, text: str) -> None:
    page = """<p>1.1 Rangers wear <span class="deletion" data-author="A">caps</span><span
    class="insertion" data-author="A">hats</span>.</p>"""
    assert texts(reading(page, revisions)) == [f"1.1 Rangers wear {text}."]


# ------------------------------------------------------------------------------------------ tables


def test_a_table_keeps_its_spans() -> None:
    page = f"""{HEADING}<p>1.1 Rates</p><table><caption>Rates of pay</caption><thead>
    <tr><th rowspan=2>Step</th><th colspan="2">Rates effective</th></tr>
    <tr><th>1 July 2024</th><th>1 July 2025</th></tr></thead>
    <tfoot><tr><td colspan=3>Before tax</td></tr></tfoot>
    <tbody><tr><td>1</td><td><p>$50,000</p><p>a
    year</p></td><td>$51,000</td></tr></tbody></table>"""
    found = reading(page)
    assert texts(found)[-1] == "Rates of pay"
    rows = [line.cells for line in found.lines if line.cells is not None]
    assert [[(c.text, c.colspan, c.rowspan) for c in row] for row in rows] == [
        [("Step", 1, 2), ("Rates effective", 2, 1)],
        [("1 July 2024", 1, 1), ("1 July 2025", 1, 1)],
        [("1", 1, 1), ("$50,000\na year", 1, 1), ("$51,000", 1, 1)],
        [("Before tax", 3, 1)],
    ]
    assert {line.table for line in found.lines if line.cells is not None} == {1}


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>1.1</td><td>Rangers wear green.</td></tr>"
        "<tr><td>(a)</td><td>in winter;</td></tr></table>",
        "<table><tr><td><p>1.1 Rangers wear green.</p><p>(a) in winter;</p></td></tr></table>",
        "<table role=presentation><tr><td></td><td>1.1 Rangers wear green."
        "<p>(a) in winter;</td></tr></table>",
        "<dl><dt>1.1</dt><dd>Rangers wear green.</dd><dt>(a)</dt><dd>in winter;</dd></dl>",
        "<div class=num>1.1</div><div>Rangers wear green.</div><p><b>(a)</b>in winter;</p>",
        "<pre>1.1  Rangers wear green.\n\n  (a) in winter;\n</pre>",
    ],
)
def test_what_only_lays_out_text_is_text(page: str) -> None:
    found = reading(HEADING + page)
    assert texts(found)[1:] == ["1.1 Rangers wear green.", "(a) in winter;"]
    assert all(line.cells is None for line in found.lines)


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>1</td><td>$50,000</td></tr><tr><td>2</td><td>$51,000</td></tr>",
        "<tr><td>1.5</td><td>$50,000</td></tr><tr><td>2.5</td><td>$51,000</td></tr>",
        "<tr><th>Clause</th><th>Topic</th></tr><tr><td>1.1</td><td>Coats</td></tr>",
        "<tr><td>Coat</td><td><ul><li>(a) wool</li><li>(b) down</li></ul></td></tr>"
        "<tr><td>Hat</td><td>felt</td></tr>",
    ],
)
def test_a_table_of_data_stays_one(table: str) -> None:
    found = reading(f"{HEADING}<table>{table}</table>")
    assert [line.cells is not None for line in found.lines] == [False, True, True]


# --------------------------------------------------------------------------- characters and places


@pytest.mark.parametrize(
    "data",
    [
        "<p>1.1 Mā – te “reo”</p>".encode(),
        b"\xef\xbb\xbf" + "<p>1.1 Mā – te “reo”</p>".encode(),
        "<meta charset=iso-8859-1><p>1.1 Mā – te “reo”</p>".encode(),  # declares what it is not
        "\ufeff<p>1.1 Mā – te “reo”</p>".encode("utf-16-le"),
        b"<meta charset=windows-1252><p>1.1 M&#257; \x96 te \x93reo\x94</p>",
        b"<meta http-equiv=content-type content='text/html; charset=ISO-8859-1'>"
        b"<p>1.1 M&#x101; \x96 te \x93reo\x94",
        b"<p>1.1 Ma&#772; &ndash; te &ldquo;reo&rdquo;</p>",
        b"<?xml version='1.0' encoding='windows-1257'?><p>1.1 M\xe2 \x96 te \x93reo\x94</p>",
    ],
)  # fmt: skip
def test_characters_are_read_in_the_encoding_of_the_page(data: bytes) -> None:
    assert [line.text for line in html.read(data, "p.html").lines] == ["1.1 Mā – te “reo”"]


def test_characters_that_cannot_be_read_are_reported() -> None:
    found = html.read(b"<p>1.1 Coats</p>\n<p>1.2 Ha\x01ts</p>", "p.html")
    assert [line.text for line in found.lines] == ["1.1 Coats", "1.2 Ha\ufffdts"]
    places = [(finding.code, finding.source and finding.source.line) for finding in found.findings]
    assert places == [("character-replaced", 2)]


@pytest.mark.parametrize(
    "spelt", ["&#1;", "&#x1;", "&#01", "&#0;", "&#xD800;", "&#xFFFE;", "&#9999999;"]
)
def test_a_character_that_xml_cannot_hold_is_reported_where_it_is_spelt_by_its_number(
    spelt: str,
) -> None:
    page = f"<p>1.1 Coats &#38; &#257; &#x101;</p>\n<p>1.2 Ha{spelt} ts</p>"
    found = html.read(page.encode(), "p.html")
    assert [line.text for line in found.lines] == ["1.1 Coats & ā ā", "1.2 Ha\ufffd ts"]
    places = [(finding.code, finding.source and finding.source.line) for finding in found.findings]
    assert places == [("character-replaced", 2)]


def test_a_place_is_the_line_of_the_file_on_which_the_paragraph_begins() -> None:
    page = (
        "<h1>Rangers</h1>\n<!-- a\nb -->\n<p>\n1.1 Coats\nlast.</p><p>1.2 Hats.</p>\n"
        "<p class='x'>1.3</p>"
    )
    found = reading(page)
    assert [(line.text, line.source.line) for line in found.lines] == [
        ("Rangers", 1), ("1.1 Coats last.", 5), ("1.2 Hats.", 6), ("1.3", 7)
    ]  # fmt: skip


# ------------------------------------------------------------------------------------------ limits


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<div>" * 100_000 + b"x", "elements"),
        (b"<div>" * 1_000 + b"x", "too deep"),
        (b"<" * 50_000_000, "too large"),
        (b"<p>" + b"x" * 20_000_000, "too long"),
        (b"<p " + b" ".join(b"a%d" % n for n in range(300_000)) + b">x", "attributes"),
        (b"<p>" + b"<a b=c d=e>x</a>" * 120_000, "elements"),
        (b"<style>" + b"div p{display:none}" * 100_000 + b"</style><p>x" * 9, "style sheets"),
        (b"<style>" + b"p{display:none}" * 90_000 + b"</style>" + b"<p>x" * 900, "style sheets"),
        (b"<p>\x00\x01\x02" * 99, "binary"),
        (b"<!-- nothing -->", "no text"),
        (b"<html><body><script>x</script></body></html>", "no text"),
        (b"  \n", "empty"),
    ],
)
def test_a_hostile_page_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why) as refused:
        html.read(data, "page.html")
    assert "\n" not in str(refused.value)


def test_nothing_is_expanded_or_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    page = f"""<!DOCTYPE html [<!ENTITY a SYSTEM "file://{secret}"><!ENTITY b "bomb bomb">]>
    <p>1.1 Coats &a; &b;</p><iframe src="file://{secret}"></iframe><object
    data="{secret}"></object>"""
    found = html.read(page.encode(), "p.html")
    everything = " ".join([*texts(found), *whys(found)])
    assert "&a; &b;" in everything
    assert "secret words" not in everything


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\n<!doctype HTML>", True),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html lang='en'>", True),
        ("\ufeff<html>".encode("utf-16-le"), True),
        (b"<p>1.1 Coats</p>", True),
        (b"<?xml version='1.0'?><agreement xmlns='urn:clausetrack:1'/>", False),
        (b"<part/>", False),
        (b"1.1 Coats < hats", False),
        (b"PK\x03\x04", False),
    ],
)
def test_a_page_is_known_by_its_first_bytes(data: bytes, expected: bool) -> None:
    assert is_page(data) is expected


def test_a_number_that_only_the_style_parts_from_its_words() -> None:
    page = b"""<html><body><h5><span class="label">12</span>Lamps</h5>
    <p><span class="label">(1)</span>The lamp is lit, and <span class="label">oil</span>ed.</p>
    <p>The <span class="name">lamp</span>light.</p></body></html>"""
    found = [line.text for line in html.read(page, "page.html").lines]
    assert found[0] == "12 Lamps"
    assert found[1].startswith("(1) The lamp is lit")
    assert found[2] == "The lamplight."


def test_counters_may_count_where_the_label_is_generated() -> None:
    page = b"""<html><head><style>body{counter-reset:h} h2{counter-reset:p}
    h2::before{counter-increment:h;content:counter(h) ". "}
    p::before{counter-increment:p;content:counter(h) "." counter(p) " "}</style></head>
    <body><h2>Lamps</h2><p>Lit.</p><p>Trimmed.</p><h2>Oil</h2><p>Kept.</p></body></html>"""
    found = [(line.label, line.text) for line in html.read(page, "page.html").lines]
    assert found == [
        ("1.", "Lamps"), ("1.1", "Lit."), ("1.2", "Trimmed."), ("2.", "Oil"), ("2.1", "Kept."),
    ]  # fmt: skip
