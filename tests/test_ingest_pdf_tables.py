"""Tables of a PDF that no rules draw, and words that narrow cells cut in two."""

from __future__ import annotations

from collections.abc import Sequence

from pdf_pages import FONTS, Stroke, Text, assembled, grid, pdf, width, wrapped

from clausetrack.ingest import pdf as reader

SENTENCE = (
    "the depot manager shall offer each driver on a split roster a paid break of twenty minutes "
    "and record it on the day sheet before the second half of the roster begins."
)
EDGES = (60.0, 180.0, 340.0)


def table(*items: Text | Stroke) -> list[list[str]]:
    """The rows of the one table on a page with a paragraph above and below it."""
    page = [*wrapped(60, 800, f"5.1 {SENTENCE}", 440), *items]
    page += wrapped(60, 300, f"5.2 {SENTENCE}", 440)
    lines = reader.read(pdf([page]), "made.pdf").lines
    assert [line.text for line in lines if line.cells is None] == [
        f"5.1 {SENTENCE}",
        f"5.2 {SENTENCE}",
    ]
    return [[cell.text for cell in line.cells] for line in lines if line.cells is not None]


def line(y: float, *words: str, edges: Sequence[float] = EDGES) -> list[Text]:
    """One printed line of a table: a text at each edge, none for ""."""
    return [Text(x, y, word) for x, word in zip(edges, words, strict=True) if word]


def test_a_cell_of_two_lines_is_one_cell() -> None:
    assert table(
        *line(700, "Step", "Rates until 27", "Rates from 28"),
        *line(688, "", "January 2027", "January 2027"),
        *line(670, "1", "$61,010", "$62,230"),
        *line(652, "2 (after", "$63,500", "$64,770"),
        *line(640, "a year)", "", ""),
        *line(622, "3", "", "$66,010"),
    ) == [
        ["Step", "Rates until 27 January 2027", "Rates from 28 January 2027"],
        ["1", "$61,010", "$62,230"],
        ["2 (after a year)", "$63,500", "$64,770"],
        ["3", "", "$66,010"],
    ]


def test_rows_that_all_stand_alike_are_rows_each() -> None:
    printed = (("Step", "Until May", "From May"), ("1", "$10", "$11"), ("2", "$12", "$13"))
    at = [text for y, row in zip((700, 688, 676), printed, strict=True) for text in line(y, *row)]
    assert table(*at) == [list(row) for row in printed]


def test_the_words_of_a_heading_may_stand_nearer_than_the_figures() -> None:
    edges = (60.0, 104.0, 190.0)
    rows = [
        line(700 - 14 * at, str(at), str(70 + at), str(80 + at), edges=edges) for at in (1, 2, 3)
    ]
    heading = [Text(60, 700, "Months 0"), Text(190, 700, "2")]
    assert table(*heading, *(text for row in rows for text in row)) == [
        ["Months", "0", "2"],
        *([str(at), str(70 + at), str(80 + at)] for at in (1, 2, 3)),
    ]


def test_two_rows_are_a_table_where_they_hold_figures() -> None:
    figures = (*line(700, "", "Until May", "From May"), *line(682, "Unit", "$4,100", "$4,200"))
    assert table(*figures) == [["", "Until May", "From May"], ["Unit", "$4,100", "$4,200"]]
    words = [
        *line(700, "Signed", "For the depot", "For the drivers"),
        *line(682, "", "Rua", "Toru"),
    ]
    found = reader.read(pdf([words]), "made.pdf").lines
    assert all(line.cells is None for line in found)


def cell(first: str, second: str, elsewhere: str) -> str:
    """What a narrow ruled cell with two lines in it holds, below a clause that says `elsewhere`."""
    page: list[Text | Stroke] = [
        *wrapped(60, 800, f"5.1 {elsewhere} {SENTENCE}", 440),
        *grid((60.0, 120.0, 300.0), (720.0, 680.0)),
        Text(63, 708, first),
        Text(63, 695, second),
        Text(130, 708, "$10"),
    ]
    lines = reader.read(pdf([page]), "made.pdf").lines
    return next(line.cells[0].text for line in lines if line.cells is not None)


def test_a_word_that_a_cell_cuts_is_whole_where_it_stands_elsewhere() -> None:
    assert cell("Qualificati", "on", "A qualification counts.") == "Qualification"
    assert cell("Qualificati", "on", "A grade counts.") == "Qualificati on"


def test_a_word_that_another_cell_has_whole_at_the_end_of_its_line_is_that_word() -> None:
    rows: list[Text | Stroke] = [
        *grid(EDGES, (700, 660, 640, 620)),
        Text(64, 686, "Qualification"), Text(64, 674, "group"),
        Text(184, 686, "Qualificati"), Text(184, 674, "on group"),
        Text(64, 646, "G3"), Text(184, 646, "$20"), Text(64, 626, "G4"), Text(184, 626, "$22"),
    ]  # fmt: skip
    assert table(*rows)[0] == ["Qualification group", "Qualification group"]


def test_two_words_stay_two_though_they_would_make_one() -> None:
    assert cell("A paid over", "time", "Overtime is time worked over hours.") == "A paid over time"


# A browser sets the headings of columns in their middle, and figures at their left.
MIDDLES = (95.0, 230.0, 390.0)


def test_headings_in_the_middle_of_their_columns_head_the_figures_at_the_side() -> None:
    rows = [
        line(682 - 14 * at, str(at), f"${50 + at},000", f"${60 + at},000") for at in range(1, 5)
    ]
    heading = line(682, "Step", "1 May 2027", "1 May 2028", edges=MIDDLES)
    assert table(*heading, *(text for row in rows for text in row)) == [
        ["Step", "1 May 2027", "1 May 2028"],
        *([str(at), f"${50 + at},000", f"${60 + at},000"] for at in range(1, 5)),
    ]


def test_a_column_to_be_filled_in_stays_a_column() -> None:
    rows = [line(682 - 14 * at, str(at), f"${50 + at}", "") for at in range(1, 5)]
    heading = line(682, "Step", "", "New rate")
    assert table(*heading, *(text for row in rows for text in row)) == [
        ["Step", "", "New rate"], *([str(at), f"${50 + at}", ""] for at in range(1, 5)),
    ]  # fmt: skip


def test_columns_of_small_text_stand_near_to_each_other() -> None:
    """Twelve lines at 8 points in columns 7 points apart, each line as long as its column.

    In Helvetica letters and figures are 556 wide, stops and spaces 278 (thousandths of the size):
    "1.1 " takes the place of three letters.
    """
    long = " ".join(["nnnnn"] * 8)
    wide = 8 * (40 * 0.556 + 7 * 0.278)
    items = [
        Text(60 + column * (wide + 7), 780 - 10 * at, text, 8)
        for column in range(2)
        for at in range(12)
        for text in [f"{long[:-1]}." if at % 2 else f"{column + 1}.{at // 2 + 1} {long[3:]}"]
    ]
    found = [line.text.split()[0] for line in reader.read(pdf([items]), "made.pdf").lines]
    assert found == [f"{column}.{at}" for column in (1, 2) for at in range(1, 7)]


def test_the_signs_of_accounts_begin_their_cells() -> None:
    """A sign stands at the left of its column, close to the figure before it, as spreadsheets
    print accounts; two figures are as wide as their column allows, and one has no sign."""
    edges = (60.0, 110.0, 156.0, 202.0, 248.0)
    rows = [("E", "64,020", "55,317", "56,478", "57,638"),
            ("F", "", "63,217", "64,563", "65,909"),
            ("I", "117,015", "100,081", "102339", "104,597")]  # fmt: skip
    heads = ("Deck", "Middle", "Step 1", "Step 2", "Step 3")
    items = [Text(x + 5, 700, head, 8) for x, head in zip(edges, heads, strict=True)]
    for y, row in zip((686, 672, 658), rows, strict=True):
        for x, word in zip(edges, row, strict=True):
            if word and x > edges[0]:
                items += [Text(x, y, "$", 8)] if "," in word else []
                items.append(Text(x + 40 - width(word, 8), y, word, 8))
            elif word:
                items.append(Text(x, y, word, 8))
    assert table(*items) == [
        list(heads),
        *([row[0], *(f"$ {word}" if "," in word else word for word in row[1:])] for row in rows),
    ]


def test_sums_in_a_sentence_begin_no_cells() -> None:
    words = "The fees are $ 20,000 and $ 30,000 and $ 40,000 a year for the depot"
    found = reader.read(pdf([[Text(60, 700, words), Text(60, 686, words)]]), "made.pdf").lines
    assert all(line.cells is None for line in found)


def test_text_of_a_picture_has_the_size_that_the_picture_is_drawn_in() -> None:
    """Figures at 2 points in a picture that is drawn five times as large: lines 14 points apart
    are those of one table at 10 points, and would not be at 2."""
    small = [
        Text(text.x / 5, text.y / 5, text.text, 2)
        for y, row in ((700, ("Step", "Until May", "From May")), (686, ("1", "$10", "$11")),
                       (672, ("2", "$12", "$13")), (658, ("3", "$14", "$15")))
        for text in line(y, *row)
    ]  # fmt: skip
    picture = b"".join(text.operators() for text in small)
    fonts = b" ".join(b"/F%d %d 0 R" % (at, at + 3) for at in range(len(FONTS)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        *(b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /"
          + name.encode() + b" >>" for name in FONTS.values()),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
        b"/Resources << /XObject << /Drawn 8 0 R >> >> >>",
        b"<< /Length 27 >>\nstream\nq 5 0 0 5 0 0 cm /Drawn Do Q\nendstream",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 119 168] /Resources << /Font << "
        + fonts + b" >> >> /Length %d >>\nstream\n" % len(picture) + picture + b"endstream",
    ]  # fmt: skip
    found = reader.read(assembled(objects), "made.pdf").lines
    assert [[cell.text for cell in row.cells] for row in found if row.cells] == [
        ["Step", "Until May", "From May"], ["1", "$10", "$11"], ["2", "$12", "$13"],
        ["3", "$14", "$15"],
    ]  # fmt: skip


class Turned(Text):
    """A line that runs up the page, or askew."""

    across = (0.0, 1.0)

    def operators(self) -> bytes:
        x, y = self.across
        matrix = b"%g %g %g %g %g %g Tm" % (x, y, -y, x, self.x, self.y)
        return super().operators().replace(b"%g %g Td" % (self.x, self.y), matrix)


class Askew(Turned):
    across = (0.7, 0.7)


def test_headings_that_run_up_the_page_head_their_columns() -> None:
    days = ("1 July 2025", "1 July 2026")
    headings = [Turned(x, 646, day) for x, day in zip((195, 355), days, strict=True)]
    rows = [*line(710, "Step", "Pay", "Pay"), *line(622, "1", "$61,010", "$62,230"),
            *line(602, "2", "$63,500", "$64,770")]  # fmt: skip
    stamp = Askew(80, 650, "DRAFT", 14)
    rules = grid([55, 175, 335, 480], [725, 703, 640, 615, 595])
    data = pdf([[*wrapped(60, 800, f"5.1 {SENTENCE}", 440), *rows, *headings, stamp, *rules]])
    reading = reader.read(data, "made.pdf")
    assert [[c.text for c in one.cells] for one in reading.lines if one.cells is not None] == [
        ["Step", "Pay", "Pay"],
        ["", *days],
        ["1", "$61,010", "$62,230"],
        ["2", "$63,500", "$64,770"],
    ]
    stamped = "".join(left.text for left in reading.left_out)
    assert "".join(stamped.split()) == "DRAFT"


def test_a_heading_of_two_rows_that_the_next_page_repeats_stands_once() -> None:
    def page(*rows: Sequence[str]) -> list[Text | Stroke]:
        head = [Text(60, 726, "Step"), *line(746, "", "Salary", ""),
                *line(726, "", "1 July 2025", "1 July 2026")]  # fmt: skip
        cells = [text for at, row in enumerate(rows) for text in line(706 - 20 * at, *row)]
        ys = [720 - 20 * at for at in range(len(rows) + 1)]
        walls = [Stroke(x, ys[-1], x, 760) for x in (55, 175, 480)]
        walls += [Stroke(335, ys[-1], 335, 740), Stroke(175, 740, 480, 740)]
        floors = [Stroke(55, y, 480, y) for y in (760, *ys)]
        return [*head, *cells, *walls, *floors]

    first = [[str(n), f"$5{n},000", f"$6{n},000"] for n in range(1, 5)]
    second = [[str(n), f"$5{n},000", f"$6{n},000"] for n in range(5, 9)]
    above = wrapped(60, 810, f"5.1 {SENTENCE}", 440)
    reading = reader.read(pdf([[*above, *page(*first)], page(*second)]), "made.pdf")
    tables = {one.table for one in reading.lines if one.cells is not None}
    rows = [[c.text for c in one.cells] for one in reading.lines if one.cells is not None]
    assert len(tables) == 1
    assert rows == [["Step", "Salary"], ["1 July 2025", "1 July 2026"], *first, *second]
