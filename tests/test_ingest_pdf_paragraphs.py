"""Which printed lines of a PDF make one paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from pdf_pages import Stroke, Text, pdf, width, wrapped

from clausetrack.ingest import pdf as reader
from clausetrack.model import Line
from clausetrack.segment.labels import classify


def lines(*items: Text) -> tuple[Line, ...]:
    return reader.read(pdf([items]), "made.pdf").lines


def typed(y: float, words: str, gap: float) -> list[Text]:
    """Words set one by one with a gap between them, as in justified or typewriter text."""
    out, x = [], 60.0
    for word in words.split():
        out.append(Text(x, y, word))
        x += width(word) + gap
    return out


def test_a_number_in_wide_set_words_is_no_label() -> None:
    first = typed(780, "5.4 From the day that the roster changes, which is", 8)
    second = typed(768, "28 May 2027 at the latest, the driver is paid", 8)
    (line,) = lines(*first, *second)
    assert "\t" not in line.text[4:]
    assert line.text.endswith("which is 28 May 2027 at the latest, the driver is paid")


def test_a_bullet_on_a_line_of_its_own_goes_with_its_text() -> None:
    found = lines(
        Text(60, 790, "5.4 The driver carries:"),
        Text(66, 772, "\u2022"),
        Text(80, 758, "a torch"),
        Text(66, 740, "\u2022"),
        Text(80, 726, "(i) a whistle"),
    )
    assert [(line.style, line.text) for line in found[1:]] == [
        ("list", "a torch"),
        ("list", "(i) a whistle"),
    ]


def test_a_bullet_with_nothing_after_it_is_no_text() -> None:
    found = lines(Text(60, 790, "5.4 The driver carries a torch."), Text(66, 772, "\u2022"))
    assert [line.text for line in found] == ["5.4 The driver carries a torch."]


def test_paragraphs_of_one_line_do_not_set_the_step_of_lines() -> None:
    short = [Text(60, 790 - 19 * at, f"5.{at} The depot pays each driver.") for at in range(1, 9)]
    words = "The depot pays each driver for the whole of the roster that is set out below"
    long = [Text(60, 600, f"5.9 {words}"), Text(60, 588, "and for the day after it.")]
    title = "Drivers who are at the depot at night and on other days set out below"
    found = [line.text for line in lines(*short, Text(60, 619, title), *long)]
    assert title in found
    assert found[-1] == f"5.9 {words} and for the day after it."


def test_a_page_with_short_lines_only_keeps_them_apart() -> None:
    words = "5.{} The depot pays each driver for the whole of the roster that is set out below."
    pages = [
        [Text(60, 780 - 20 * at, words.format(page * 9 + at)) for at in range(9)] for page in (0, 1)
    ]
    signed = ("Signed for the depot", "Signed for the drivers of it", "In the presence of both")
    pages.append([Text(60, 780 - 12 * at, text) for at, text in enumerate(signed)])
    found = [line.text for line in reader.read(pdf(pages), "made.pdf").lines]
    assert found[-3:] == list(signed)


def test_a_clause_may_begin_with_may_and_a_day_does_not() -> None:
    clause, day = lines(Text(60, 780, "4.3 May leave be paid"), Text(60, 740, "4 May 2027"))
    assert classify(clause).kind == "decimal"
    assert classify(day).kind == "plain"


def test_a_page_number_may_change_sides() -> None:
    words = "5.{} The depot pays each driver for the whole of the roster that is set out below."
    pages = []
    for number in (1, 2, 3, 4):
        foot = f"Depot Drivers {number}" if number % 2 else f"{number} Depot Drivers"
        pages.append([Text(60, 780, words.format(number)), Text(60, 30, foot)])
    reading = reader.read(pdf(pages), "made.pdf")
    assert [line.text for line in reading.lines] == [words.format(n) for n in (1, 2, 3, 4)]
    assert {left.why for left in reading.left_out} == {"a running footer"}


def test_a_contents_page_without_leaders_is_left_out() -> None:
    titles = ("Coverage", "Breaks", "Vehicles", "Training", "Disputes")
    contents = [Text(60, 780, "Contents", 14, "b")]
    body = []
    for at, title in enumerate(titles):
        contents += [
            Text(60, 750 - 16 * at, f"{at + 1}. {title}"),
            Text(520, 750 - 16 * at, f"{at + 2}"),
        ]
        body.append(Text(60, 780 - 60 * at, f"{at + 1}. {title}", 12, "b"))
        body.append(Text(60, 760 - 60 * at, f"{at + 1}.1 The depot pays each driver for it."))
    reading = reader.read(pdf([contents, body]), "made.pdf")
    assert {left.why for left in reading.left_out} == {"a line of the table of contents"}
    assert [line.text for line in reading.lines] == [item.text for item in body]


def _body(titles: tuple[str, ...]) -> list[Text]:
    body = []
    for at, title in enumerate(titles):
        body.append(Text(60, 780 - 60 * at, f"{at + 1}. {title}", 12, "b"))
        body.append(Text(60, 760 - 60 * at, f"{at + 1}.1 The depot pays each driver for it."))
    return body


TITLES = ("Coverage", "Breaks", "Vehicles", "Training", "Disputes")


def test_a_contents_page_whose_page_numbers_follow_the_words_is_left_out() -> None:
    contents = [
        Text(60, 810, "The agreement of the drivers of the depot from July 2025 to June 2027"),
        Text(60, 780, "Contents", 14, "b"),
    ]
    contents += [
        Text(60, 750 - 16 * at, f"{at + 1}. {title} {at + 2}") for at, title in enumerate(TITLES)
    ]
    reading = reader.read(pdf([contents, _body(TITLES)]), "made.pdf")
    assert {left.why for left in reading.left_out} == {"a line of the table of contents"}
    assert [line.text for line in reading.lines[1:]] == [item.text for item in _body(TITLES)]


def test_a_list_that_ends_with_figures_under_the_title_of_contents_is_text() -> None:
    listed = [f"{at + 1}. Row {at} of the store holds {at + 2}" for at in range(4)]
    contents = [Text(60, 780, "Contents", 14, "b")]
    contents += [Text(60, 750 - 16 * at, text) for at, text in enumerate(listed)]
    contents.append(Text(60, 680, "All of these are to be read with the day sheets of the depot."))
    reading = reader.read(pdf([contents, _body(TITLES)]), "made.pdf")
    assert reading.left_out == ()


def test_a_contents_page_that_is_a_table_is_left_out() -> None:
    contents: list[Text | Stroke] = [Text(60, 780, "Contents", 14, "b")]
    for at, title in enumerate(TITLES):
        y = 750 - 20 * at
        contents += [Text(62, y, f"{at + 1}."), Text(122, y, title), Text(502, y, f"{at + 2}")]
    for at in range(len(TITLES) + 1):
        contents.append(Stroke(58, 764 - 20 * at, 540, 764 - 20 * at))
    for x in (58, 118, 498, 540):
        contents.append(Stroke(x, 764, x, 764 - 20 * len(TITLES)))
    reading = reader.read(pdf([contents, _body(TITLES)]), "made.pdf")
    assert {left.why for left in reading.left_out} == {"a line of the table of contents"}
    assert [line.text for line in reading.lines] == [item.text for item in _body(TITLES)]


def _column(left: float, first: int) -> tuple[list[Text], list[str]]:
    """A column, 200 points wide, of clauses with items; one heading hangs out to the left."""
    words = "The depot pays each driver for the roster that is set out in the day sheet here"
    out: list[Text] = []
    whole: list[str] = []
    y = 790.0
    for number in range(first, first + 5):
        if number == first + 2:
            whole.append(f"Part {number} Rosters")
            out.append(Text(left, y, whole[-1], 12, "b"))
            y -= 20
        whole.append(f"{number}.1 {words} {number}.")
        out += wrapped(left + 16, y, whole[-1], 184)
        y = out[-1].y
        for letter in "abc":
            whole.append(f"({letter})\tA short item of the list {number}.")
            y -= 14
            out += [
                Text(left + 34, y, f"({letter})"),
                Text(left + 58, y, whole[-1].partition("\t")[2]),
            ]
        y -= 18
    return out, whole


def test_two_columns_of_clauses_with_lists_are_read_one_after_the_other() -> None:
    left, first = _column(50, 1)
    right, second = _column(310, 6)
    reading = reader.read(pdf([[*left, *(replace(one, y=one.y - 5) for one in right)]]), "made.pdf")
    assert [line.text for line in reading.lines] == [*first, *second]


def test_a_single_numbered_heading_in_the_margin_goes_before_its_text() -> None:
    words = "The depot pays each driver for the roster that is set out in the day sheet here."
    text = f"7.1 {words} {words}"
    body = wrapped(200, 780, f"{words} {words} {words}", 320)
    own = wrapped(200, body[-1].y - 24, text, 320)
    more = wrapped(200, own[-1].y - 24, f"7.2 {words} {words}", 320)
    heading = [
        Text(60, own[0].y, "7", font="b"),
        Text(90, own[0].y, "Rosters of", font="b"),
        Text(60, own[0].y - 12, "the depot", font="b"),
    ]
    found = lines(*body, *heading, *own, *more)
    assert [line.text.replace("\t", " ") for line in found] == [
        f"{words} {words} {words}",
        "7 Rosters of the depot",
        text,
        f"7.2 {words} {words}",
    ]


def test_the_hyphen_of_a_typesetter_at_the_end_of_a_line_is_no_text() -> None:
    page = wrapped(60, 780, "The roster of each depot is printed and posted on every Fri", 300)
    assert len(page) == 1
    page += [Text(60, 768, "day for the week that follows it, and the driver reads it.")]
    data = pdf([page]).replace(b"every Fri)", b"every Fri\xad)")
    named = b"<< /BaseEncoding /WinAnsiEncoding /Differences [173 /hyphentwo] >>"
    data = data.replace(b"/Encoding /WinAnsiEncoding", b"/Encoding " + named)
    [line] = reader.read(data, "made.pdf").lines
    assert "every Friday for the week" in line.text


def test_white_space_before_every_number_says_where_paragraphs_end() -> None:
    words = "The depot pays each driver for the roster that is set out in the day sheet here."
    items = []
    for at in range(11):
        items += wrapped(60, 800 - 34 * at, f"5.{at} {words} {words}", 480)
    early = [
        Text(60, 400, f"5.11 {words}"),
        Text(60, 388, "Breaks are paid."),
        Text(60, 354, "End"),
    ]
    found = [line.text for line in lines(*items, *early)]
    assert found[-2:] == [f"5.11 {words} Breaks are paid.", "End"]
    assert len(found) == 13


def test_a_sentence_goes_on_with_a_figure_below_lines_that_stop_short_of_the_edge() -> None:
    wide = wrapped(60, 800, "The depot pays each driver for the roster that is set out. " * 4, 480)
    shown = ["(a) conduct, that is", "what was written down", "within the last", "2 years; and"]
    short = [Text(100 + 20 * (at > 0), 700 - 12 * at, text) for at, text in enumerate(shown)]
    found = [line.text for line in lines(*wide, *short)]
    assert found[-1].replace("\t", " ") == " ".join(shown)
    # lines of a list without marks are a paragraph each
    listed = [Text(100, 700, "Notice is"), Text(100, 688, "1 week for casuals"),
              Text(100, 676, "2 weeks for others")]  # fmt: skip
    assert [line.text for line in lines(*wide, *listed)][-3:] == [text.text for text in listed]


def test_a_paragraph_of_an_annex_goes_on_deeper_than_its_number() -> None:
    first = "F5 A driver who has not received what the depot owes him for a drill by 4"
    other = wrapped(60, 740, f"F6 {'The union asks the depot why that is so. ' * 4}", 360)
    found = lines(Text(60, 780, first), Text(84, 768, "May 2027 may say so to the union."), *other)
    assert found[0].text == f"{first} May 2027 may say so to the union."


@dataclass(frozen=True)
class Dot:
    """A filled square as a bullet is drawn."""

    x: float
    y: float
    side: float = 3.0

    def operators(self) -> bytes:
        return b"0 0 0 rg %g %g %g %g re f\n" % (self.x, self.y, self.side, self.side)


def styled(*items: Text | Dot) -> list[tuple[str, str]]:
    return [(line.text, line.style) for line in reader.read(pdf([items]), "made.pdf").lines]


def test_a_bullet_that_is_drawn_begins_an_item() -> None:
    found = styled(
        Text(60, 790, "5.4 The driver carries"),
        Dot(68, 777.5), Text(80, 776, "a torch that is charged before each run and is left on the"),
        Text(80, 764, "seat;"),
        Dot(68, 753.5), Text(80, 752, "a map."),
        Text(60, 738, "A map is kept."),
    )  # fmt: skip
    torch = "a torch that is charged before each run and is left on the seat;"
    assert found[:3] == [("5.4 The driver carries", ""), (torch, "list"), ("a map.", "list")]


@pytest.mark.parametrize(
    "dot", [Dot(40, 777.5, 12), Dot(20, 777.5), Dot(68, 770), Dot(90, 777.5)]
)
def test_a_shape_that_is_large_far_off_below_or_inside_a_line_is_no_bullet(dot: Dot) -> None:
    assert ("", "list") not in [("", style) for _, style in styled(dot, Text(80, 776, "a torch."))]
