"""Words of a PDF that nobody who reads the print sees."""

from __future__ import annotations

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


def page(colour: tuple[float, float, float], *more: Text) -> list[Text]:
    """The lines on a page, the word "not" in a colour of its own."""
    rows = [Text(72, 740 - 30 * at, line) for at, line in enumerate(LINES[:3])]
    before, _, after = LINES[3].partition("not ")
    x = 72.0
    for text, shade in ((before, (0.0, 0.0, 0.0)), ("not ", colour), (after, (0.0, 0.0, 0.0))):
        rows.append(Text(x, 650, text, colour=shade))
        x += width(text)
    return [*rows, *more]


def printed(colour: tuple[float, float, float], *more: Text) -> bytes:
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


def test_a_long_line_that_is_white_is_told_and_a_title_is_not() -> None:
    found = read(printed((0, 0, 0), Text(72, 620, LONG, colour=WHITE)), "a.pdf").findings
    assert [one.quote for one in found if one.code == "text-hidden"] == [LONG]
    title = Text(72, 620, "2 Leave", colour=WHITE)
    found = read(printed((0, 0, 0), title), "a.pdf").findings
    assert [one for one in found if one.code == "text-hidden"] == []
