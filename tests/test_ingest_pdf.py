"""PDFs become paragraphs and tables in reading order, and what is no part of the text is listed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pdf_pages import Stroke, Text, grid, pdf, width, wrapped

from clausetrack.ingest import pdf as reader
from clausetrack.model import Line, Reading, Run, Source
from clausetrack.segment import build

SENTENCE = (
    "the depot manager shall offer each driver on a split roster a paid break of twenty minutes "
    "and record it on the day sheet before the second half of the roster begins "
)


def read(*pages: Sequence[Text | Stroke], turned: int = 0) -> Reading:
    return reader.read(pdf(pages, turned=turned), "made.pdf")


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines if line.cells is None]


def rows(reading: Reading) -> list[tuple[int | None, list[str]]]:
    return [
        (line.table, [cell.text for cell in line.cells])
        for line in reading.lines
        if line.cells is not None
    ]


def left_out(reading: Reading) -> list[tuple[str, str]]:
    return [(left.text.strip(), left.why) for left in reading.left_out]


def paragraph(label: str, times: int = 2) -> str:
    return f"{label} {(SENTENCE * times).strip()}."


def counted(data: bytes) -> int:
    """The non-space characters of a PDF, asked for one by one."""
    document = pypdfium2.PdfDocument(data)
    total = 0
    for page in document:
        text_page = page.get_textpage()
        length = pdfium.FPDFText_CountChars(text_page)
        codes = [pdfium.FPDFText_GetUnicode(text_page, at) for at in range(length)]
        printed = "".join("-" if code == 2 else chr(code) for code in codes)
        total += sum(not c.isspace() for c in unicodedata.normalize("NFC", printed))
    return total


def assert_partition(reading: Reading, data: bytes) -> None:
    """Every character stands in one run, one mark-up or one left-out entry, at one place."""
    runs = [run for line in reading.lines for run in line_runs(line)]
    spans: list[Source] = [run.source for run in runs if run.source is not None]
    held = sum(len("".join(run.text.split())) for run in runs if run.source is not None)
    held += sum(len("".join(left.text.split())) for left in reading.left_out)
    held += sum(source.end - source.start for source in reading.markup)
    assert reading.read == counted(data)
    assert held == reading.read
    places = Counter(
        (source.page, source.line, at)
        for source in [*spans, *reading.markup, *(left.source for left in reading.left_out)]
        for at in range(source.start, source.end)
    )
    assert [place for place, times in places.items() if times > 1] == []


def line_runs(line: Line) -> Sequence[Run]:
    if line.cells is None:
        return line.runs
    return [run for cell in line.cells for run in cell.runs]


# ------------------------------------------------------------------------------------- reading


def test_lines_are_rejoined_into_paragraphs_that_know_page_and_line() -> None:
    first = wrapped(60, 780, paragraph("4.1"), 440)
    reading = read([*first, *wrapped(60, 700, paragraph("4.2"), 440)])
    assert texts(reading) == [paragraph("4.1"), paragraph("4.2")]
    second = reading.lines[1]
    assert (second.source.page, second.source.line) == (1, len(first) + 1)
    assert [run.text for run in second.runs if run.source is None] == [" "] * (len(first) - 1)


def test_a_paragraph_goes_on_over_the_page_and_a_new_one_does_not() -> None:
    lines = wrapped(60, 780, paragraph("4.1", 3), 440)
    head, rest = lines[:2], lines[2:]
    first = [Text(60, 72, head[0].text), Text(60, 60, head[1].text)]
    second = [Text(60, 780 - 12 * at, line.text) for at, line in enumerate(rest)]
    reading = read(first, [*second, *wrapped(60, 600, paragraph("4.2"), 440)])
    assert texts(reading) == [paragraph("4.1", 3), paragraph("4.2")]


def test_a_hyphen_goes_only_where_the_whole_word_stands_elsewhere() -> None:
    filler = "every driver on the roster of the depot that runs the late services will get a "
    reading = read(
        [
            Text(60, 780, f"{filler}reim-"),
            Text(60, 768, "bursement of costs."),
            Text(60, 740, f"{filler}self-"),
            Text(60, 728, "service meal."),
            Text(60, 700, "A reimbursement is paid each week."),
        ]
    )
    assert texts(reading)[0].endswith("get a reimbursement of costs.")
    assert texts(reading)[1].endswith("get a self-service meal.")
    assert len(reading.markup) == 1


def test_running_headers_footers_and_page_numbers_are_left_out() -> None:
    pages: list[list[Text | Stroke]] = [
        [
            Text(60, 815, "Northern Ferries Collective Agreement", 8),
            *wrapped(60, 760, paragraph(f"{number}.1"), 440),
            Text(280, 30, f"Page {number} of 4", 8),
        ]
        for number in range(1, 5)
    ]
    reading = read(*pages)
    assert texts(reading) == [paragraph(f"{number}.1") for number in range(1, 5)]
    assert Counter(why for _, why in left_out(reading)) == {
        "a running header": 4,
        "a page number": 4,
    }


def test_a_heading_at_the_top_of_a_page_is_no_running_header() -> None:
    pages: list[list[Text | Stroke]] = [
        [Text(60, 790, f"Part {n}", 16, "b"), *wrapped(60, 760, paragraph(f"{n}.1"), 440)]
        for n in (1, 2, 3, 4)
    ]
    assert [text for text in texts(read(*pages)) if text.startswith("Part")] == [
        "Part 1",
        "Part 2",
        "Part 3",
        "Part 4",
    ]


def test_a_contents_page_is_left_out_and_makes_its_entries_headings() -> None:
    entries = [("1.", "Who may ask?", 2), ("2.", "Breaks", 2), ("3.", "Pay for night work", 3)]
    contents: list[Text | Stroke] = [Text(60, 780, "Contents", 16, "b")]
    for at, (number, title, page) in enumerate(entries):
        dots = "." * 60
        contents.append(Text(60, 750 - 16 * at, f"{number} {title} {dots} {page}"))
    body: list[Text | Stroke] = []
    for at, (number, title, _) in enumerate(entries):
        body.append(Text(60, 780 - 90 * at, f"{number} {title}"))
        body += wrapped(60, 762 - 90 * at, paragraph(f"{number}1"), 440)
    reading = read(contents, body)
    assert {why for _, why in left_out(reading)} == {"a line of the table of contents"}
    document = build(reading)
    found = {clause.id: clause.heading_text for clause in document.clauses}
    assert [found[i] for i in ("1", "2", "3")] == ["Who may ask?", "Breaks", "Pay for night work"]


def test_two_columns_are_read_one_after_the_other() -> None:
    def column(x: float, y: float, first: int) -> list[Text]:
        out: list[Text] = []
        for number in range(first, first + 3):
            lines = wrapped(x, y, paragraph(f"{number}.1"), 220)
            out += lines
            y = lines[-1].y - 20
        return out

    # the lines of the columns are not level with each other
    reading = read([Text(60, 790, "Hours", 14, "b"), *column(60, 750, 1), *column(310, 744, 4)])
    assert texts(reading) == ["Hours", *(paragraph(f"{number}.1") for number in range(1, 7))]


def test_headings_in_the_margin_stand_before_the_text_beside_them() -> None:
    items: list[Text | Stroke] = []
    y = 770.0
    for number, heading in ((1, ["Meal", "breaks"]), (2, ["Overtime"]), (3, ["Call", "backs"])):
        for at, part in enumerate(heading):
            items.append(Text(50, y - 12 * at, f"{number}. {part}" if at == 0 else part, 10, "b"))
        for sub in (1, 2):
            lines = wrapped(190, y, paragraph(f"{number}.{sub}"), 330)
            items += lines
            y = lines[-1].y - 20
    reading = read(items)
    assert texts(reading)[:3] == ["1. Meal breaks", paragraph("1.1"), paragraph("1.2")]
    assert [line.text for line in reading.lines if line.style == "heading"] == [
        "1. Meal breaks",
        "2. Overtime",
        "3. Call backs",
    ]


def test_a_label_set_apart_is_cut_off_by_a_tab_and_a_word_is_not() -> None:
    items: list[Text | Stroke] = []
    y = 780.0
    labels = ("2.3.5", "a", "b", "ii", "B3-B6", "A10", "27.")
    for label in labels:
        lines = wrapped(100, y, (SENTENCE * 2).strip() + ".", 400)
        items += [Text(60, y, label), *lines]
        y = lines[-1].y - 20
    body = (SENTENCE * 2).strip() + "."
    assert texts(read(items)) == [f"{label}\t{body}" for label in labels]


def test_bullets_are_list_items_and_mark_up() -> None:
    data = pdf([[Text(60, 780, "• a torch"), Text(60, 760, "• a whistle")]])
    reading = reader.read(data, "made.pdf")
    assert [(line.style, line.text) for line in reading.lines] == [
        ("list", "a torch"),
        ("list", "a whistle"),
    ]
    assert len(reading.markup) == 2
    assert_partition(reading, data)


def test_bold_and_italic_come_from_the_fonts() -> None:
    after = 60 + width("A driver means ")
    reading = read(
        [
            Text(60, 780, "A driver means "),
            Text(after, 780, "any one who drives", 10, "i"),
            Text(60, 750, "Terms", 10, "b"),
        ]
    )
    assert [(run.text.strip(), run.emphasis) for run in reading.lines[0].runs] == [
        ("A driver means", ""),
        ("any one who drives", "i"),
    ]
    assert (reading.lines[1].runs[0].emphasis, reading.lines[1].style) == ("b", "heading")


def test_a_footnote_and_its_mark_are_left_out_together() -> None:
    words = "3.2 A night allowance is paid"
    reading = read(
        [
            *wrapped(60, 780, paragraph("3.1", 3), 440),
            Text(60, 700, words),
            Text(60 + width(words) + 1, 704, "1", 6),
            *wrapped(60, 680, paragraph("3.3", 3), 440),
            Text(60, 90, "1", 5.5),
            Text(66, 86, "A night ends after midnight.", 8),
        ]
    )
    assert words in texts(reading)
    assert left_out(reading) == [
        ("1", "the mark of a footnote"),
        ("1 A night ends after midnight.", "a footnote"),
    ]


def test_a_raised_ordinal_is_text() -> None:
    words = "3.2 It starts on the 1"
    x = 59.6 + width(words)
    reading = read(
        [
            *wrapped(60, 780, paragraph("3.1"), 440),
            Text(60, 700, words),
            Text(x, 704, "st", 6),
            Text(x + 9, 700, "of May."),
        ]
    )
    assert texts(reading)[1] == "3.2 It starts on the 1st of May."


@pytest.mark.parametrize("turned", [0, 90])
def test_a_page_is_read_the_way_its_text_runs(turned: int) -> None:
    assert texts(read(list(wrapped(60, 780, paragraph("3.1"), 440)), turned=turned)) == [
        paragraph("3.1")
    ]


# -------------------------------------------------------------------------------------- tables

HEAD = ("Step", "From 1 July 2031", "From 1 July 2032")


def cells(top: float, *table: tuple[str, ...], edges: tuple[float, ...]) -> list[Text]:
    return [
        Text(x + 4, top - 18 * at - 12, text)
        for at, row in enumerate(table)
        for x, text in zip(edges, row, strict=False)
    ]


def test_a_ruled_table_that_goes_on_over_the_page_is_one_table() -> None:
    edges = (60.0, 150.0, 300.0, 450.0)
    first = (HEAD, ("1", "$61,010", "$62,230"), ("2", "$63,500", "$64,770"))
    second = (HEAD, ("3", "$66,120", "$67,440"))
    top: list[Text | Stroke] = [
        *grid(edges, [200 - 18 * n for n in range(4)]),
        *cells(200, *first, edges=edges),
    ]
    rest: list[Text | Stroke] = [
        *grid(edges, [780 - 18 * n for n in range(3)]),
        *cells(780, *second, edges=edges),
    ]
    reading = read(
        [*wrapped(60, 780, paragraph("5.1"), 440), *top],
        [*rest, *wrapped(60, 700, paragraph("5.2"), 440)],
    )
    assert rows(reading) == [(1, list(row)) for row in (*first, second[1])]
    assert {why for _, why in left_out(reading)} == {"a table heading that the next page repeats"}
    assert texts(reading) == [paragraph("5.1"), paragraph("5.2")]


def test_a_cell_without_the_rule_beside_it_covers_two_columns() -> None:
    edges = (60.0, 150.0, 300.0, 450.0)
    rules = [
        rule
        for rule in grid(edges, [200.0, 182.0, 164.0])
        if not (isinstance(rule, Stroke) and rule.x0 == rule.x1 == 300)
    ]
    reading = read(
        [
            *rules,
            Stroke(300, 182, 300, 164),
            Text(64, 188, "Grade"),
            Text(154, 188, "Weekly rates"),
            *cells(182, ("A", "$900", "$950"), edges=edges),
        ]
    )
    spans = [[(cell.text, cell.colspan) for cell in line.cells or ()] for line in reading.lines]
    assert spans == [
        [("Grade", 1), ("Weekly rates", 2)],
        [("A", 1), ("$900", 1), ("$950", 1)],
    ]


def test_a_table_without_rules_is_seen_by_its_columns() -> None:
    table = (HEAD, ("1", "$61,010", "$62,230"), ("2", "$63,500", "$64,770"))
    reading = read(
        [
            *wrapped(60, 780, paragraph("5.1"), 440),
            *cells(720, *table, edges=(60.0, 180.0, 340.0)),
            *wrapped(60, 620, paragraph("5.2"), 440),
        ]
    )
    assert rows(reading) == [(1, list(row)) for row in table]
    assert texts(reading) == [paragraph("5.1"), paragraph("5.2")]


def test_a_bold_line_over_a_table_is_its_caption() -> None:
    edges = (60.0, 150.0, 300.0)
    document = build(
        read(
            [
                *wrapped(60, 780, paragraph("5.1"), 440),
                Text(60, 715, "Night rates", 10, "b"),
                *grid(edges, [700.0, 682.0, 664.0]),
                *cells(700, ("Step", "Rate"), ("1", "$61,010"), edges=edges),
                *wrapped(60, 600, paragraph("5.2"), 440),
                *wrapped(60, 540, paragraph("5.3"), 440),
            ]
        )
    )
    assert [c.heading_text for c in document.clauses if c.table] == ["Night rates"]


def test_labels_and_text_are_no_table() -> None:
    items: list[Text | Stroke] = []
    for at in range(5):
        items += [
            Text(60, 780 - 14 * at, f"({'abcde'[at]})"),
            Text(100, 780 - 14 * at, "one unit;"),
        ]
    assert rows(read(items)) == []


def test_the_partition_holds_on_a_page_of_everything() -> None:
    edges = (60.0, 150.0, 300.0)
    data = pdf(
        [
            [
                Text(60, 815, "Deed", 8),
                *wrapped(60, 780, paragraph("5.1 depot-"), 440),
                *grid(edges, [600.0, 582.0]),
                *cells(600, ("K", "$1"), edges=edges),
                Text(60, 500, "• a torch"),
                Text(700, 400, "beyond the page"),
            ]
        ]
    )
    reading = reader.read(data, "made.pdf")
    assert_partition(reading, data)
    assert ("beyond the page", "outside the page") in left_out(reading)
