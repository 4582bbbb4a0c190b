"""Which printed lines of a PDF make one paragraph."""

from __future__ import annotations

from pdf_pages import Text, pdf, width, wrapped

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
