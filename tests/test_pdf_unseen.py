"""Words of a PDF that nobody who reads the print sees."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pdf_pages import Text, pdf, width

from clausetrack.comparison import compared
from clausetrack.ingest import read

WHITE, GREY = (1.0, 1.0, 1.0), (0.6, 0.6, 0.6)
LINES = (
    "Slip Works Collective Agreement 2024",
    "1 Pay",
    "1.1 A rigger is paid weekly, and a welder is paid monthly.",
    "1.2 Pay is on a Monday, but not on a holiday of the works.",
)
LONG = "1.3 The works may pay less than this agreement says where it asks."


@dataclass(frozen=True)
class Drawn:
    """Operators of a page, and words that are set as they say."""

    before: bytes
    text: Text | None = None
    after: bytes = b""

    def operators(self) -> bytes:
        words = self.text.operators() if self.text else b""
        return b"q " + self.before + b" " + words + self.after + b" Q\n"


def page(colour: tuple[float, float, float], *more: Text | Drawn) -> list[Text | Drawn]:
    """The lines on a page, the word "not" in a colour of its own."""
    rows: list[Text | Drawn] = [Text(72, 740 - 30 * at, line) for at, line in enumerate(LINES[:3])]
    before, _, after = LINES[3].partition("not ")
    x = 72.0
    for text, shade in ((before, (0.0, 0.0, 0.0)), ("not ", colour), (after, (0.0, 0.0, 0.0))):
        rows.append(Text(x, 650, text, colour=shade))
        x += width(text)
    return [*rows, *more]


def printed(colour: tuple[float, float, float], *more: Text | Drawn) -> bytes:
    # the first page has as many lines, so that a line alone does not tell the clause
    first = [Text(72, 740 - 30 * at, f"{word} of the works") for at, word in
             enumerate(("Members", "Officers", "Friends", "Guests"))]  # fmt: skip
    return pdf([first, page(colour, *more)])


def test_a_white_word_in_a_line_is_told_at_its_clause() -> None:
    plain, white = printed((0, 0, 0)), printed(WHITE)
    result = compared(plain, white)
    assert result.changes == ()
    (one,) = result.findings
    assert (one.code, one.clause, one.quote) == ("text-hidden", "1.2", "not")
    assert one.message.startswith("in the new version alone, “not” has the colour of the paper")
    assert result.differs
    assert compared(white, white).findings == ()


def test_a_word_that_is_seen_is_not() -> None:
    assert [one for one in read(printed(GREY), "a.pdf").findings if one.code == "text-hidden"] == []


def test_a_line_that_is_white_is_told_and_a_title_on_a_dark_ground_is_not() -> None:
    found = read(printed((0, 0, 0), Text(72, 620, LONG, colour=WHITE)), "a.pdf").findings
    assert [one.quote for one in found if one.code == "text-hidden"] == [LONG]
    title = Text(72, 620, "2 Leave", colour=WHITE)
    dark = Drawn(b"0.1 0.1 0.4 rg 60 610 300 30 re f", title)
    for more, told in ((dark, []), (title, ["2 Leave"])):
        found = read(printed((0, 0, 0), more), "a.pdf").findings
        assert [one.quote for one in found if one.code == "text-hidden"] == told


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        (Drawn(b"", Text(72, 620, LONG)), False),
        (Drawn(b"3 Tr", Text(72, 620, LONG)), True),  # no ink
        (Drawn(b"", Text(72, 620, LONG), b"1 g 60 610 500 30 re f"), True),  # under a box
        (Drawn(b"0 0 10 10 re W n", Text(72, 620, LONG)), True),  # cut off
        (Drawn(b"", Text(72, 620, LONG, size=0.2)), True),
        (Drawn(b"", Text(72, 620, LONG), b"1 g 60 610 2 30 re f"), False),  # a box beside it
        (Drawn(b"0.9 0.9 0.6 rg 60 610 500 30 re f", Text(72, 620, LONG)), False),
    ],
)
def test_words_that_are_not_drawn_to_be_seen(shown: Drawn, hidden: bool) -> None:
    found = read(printed((0, 0, 0), shown), "a.pdf").findings
    told = [one.message for one in found if one.code == "text-hidden"]
    assert told == [f"“{LONG}” is not seen on the page, and is read as part of the text"] * hidden


def test_a_figure_of_which_a_part_is_covered() -> None:
    line = Text(72, 620, "1.3 The works pays 14 dollars.")
    start = 72 + width("1.3 The works pays ") - 2
    cover = b"1 g %g 615 %g 12 re f" % (start, width("1") + 3)
    found = read(printed((0, 0, 0), Drawn(b"", line, cover)), "a.pdf").findings
    assert [one.quote for one in found if one.code == "text-hidden"] == ["14"]
