"""Which printed lines of a PDF make one paragraph."""

from __future__ import annotations

from pdf_pages import Text, pdf, width

from clausetrack.ingest import pdf as reader
from clausetrack.model import Line


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
