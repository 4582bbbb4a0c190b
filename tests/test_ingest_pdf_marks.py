"""A PDF that shows its changes is read as the two versions that it is."""

from __future__ import annotations

import pytest
from pdf_pages import Stroke, Text, grid, pdf, width

from clausetrack.ingest import pdf as reader
from clausetrack.model import Reading

RED = (0.75, 0.1, 0.1)
BLUE = (0.0, 0.0, 1.0)
#: Heights from the base line at 10 points: through the small letters, and just below the line.
STRIKE, UNDER = 2.8, -1.0

Item = Text | Stroke


def marked(
    x: float,
    y: float,
    text: str,
    at: float,
    colour: tuple[float, float, float] = RED,
    *,
    fill: bool = False,
) -> list[Item]:
    """Words in a colour with a line in that colour."""
    end = x + width(text) - 0.5
    return [Text(x, y, text, 10, "", colour), Stroke(x, y + at, end, y + at, colour, fill)]


def changed(y: float, old: str, new: str, *, fill: bool = False) -> list[Item]:
    """A line of text whose middle was `old` and is `new`."""
    head = "4.2 The allowance is "
    x = 60 + width(head)
    after = x + width(old) + 6
    end = after + width(new) + 4
    return [
        Text(60, y, head),
        *marked(x, y, old, STRIKE, fill=fill),
        *marked(after, y, new, UNDER, fill=fill),
        Text(end, y, "for each shift worked."),
    ]


def read(items: list[Item], revisions: str) -> Reading:
    return reader.read(pdf([items]), "made.pdf", revisions)


def codes(items: list[Item]) -> list[str]:
    return [finding.code for finding in read(items, "accepted").findings]


def sentence(word: str, at: float, colour: tuple[float, float, float]) -> list[Item]:
    """A word with a line, in the middle of a sentence."""
    x = 60 + width("4.1 Breaks are ")
    after = Text(x + width(word) + 4, 780, "for all.")
    return [Text(60, 780, "4.1 Breaks are"), *marked(x, 780, word, at, colour), after]


def texts(items: list[Item], revisions: str = "accepted") -> list[str]:
    return [line.text for line in read(items, revisions).lines]


@pytest.mark.parametrize("fill", [False, True])
def test_struck_text_is_deleted_and_underlined_text_inserted(fill: bool) -> None:
    items = changed(780, "eight dollars", "nine dollars", fill=fill)
    assert texts(items) == ["4.2 The allowance is nine dollars for each shift worked."]
    assert texts(items, "rejected") == ["4.2 The allowance is eight dollars for each shift worked."]
    for revisions, gone, why in (
        ("accepted", "eight dollars", "deleted by a tracked change"),
        ("rejected", "nine dollars", "inserted by a tracked change"),
    ):
        reading = read(items, revisions)
        assert [(left.text, left.why) for left in reading.left_out] == [(gone, why)]
        assert [finding.code for finding in reading.findings] == ["document-marked-up"]


def test_a_line_through_half_a_word_deletes_that_half() -> None:
    x = 60 + width("an un")
    items: list[Item] = [
        Text(60, 780, "an unpaid break", 10, "", RED),
        Stroke(60 + width("an "), 780 + STRIKE, x, 780 + STRIKE, RED),
    ]
    assert texts(items) == ["an paid break"]


def test_a_row_that_is_deleted_whole_is_no_line() -> None:
    items = [Text(60, 780, "4.1 Breaks are paid."), *marked(60, 750, "4.2 Meals are not.", STRIKE)]
    assert texts(items) == ["4.1 Breaks are paid."]
    assert texts(items, "rejected") == ["4.1 Breaks are paid.", "4.2 Meals are not."]


def test_an_insertion_alone_is_known_by_the_bar_beside_it() -> None:
    row = [
        Text(60, 780, "4.1 Breaks are"),
        *marked(60 + width("4.1 Breaks are "), 780, "paid", UNDER),
    ]
    assert texts([*row, Stroke(40, 776, 40, 790)], "rejected") == ["4.1 Breaks are"]
    assert codes([*row, Stroke(40, 776, 40, 790)]) == ["document-marked-up"]


def test_insertions_in_blue_beside_deletions_in_red() -> None:
    x = 60 + width("4.2 Pay ")
    items: list[Item] = [
        Text(60, 780, "4.2 Pay"),
        *marked(x, 780, "weekly", STRIKE, RED),
        *marked(x + 60, 780, "monthly", UNDER, BLUE),
    ]
    assert texts(items) == ["4.2 Pay monthly"]
    assert texts(items, "rejected") == ["4.2 Pay weekly"]


def test_black_words_with_lines_in_the_colour_of_changes() -> None:
    x = 60 + width("4.2 Pay ")
    items: list[Item] = [
        Text(60, 780, "4.2 Pay weekly monthly"),
        Stroke(x, 780 + STRIKE, x + width("weekly"), 780 + STRIKE, RED),
        Stroke(x + width("weekly "), 780 + UNDER, x + width("weekly monthly"), 780 + UNDER, RED),
    ]
    assert texts(items) == ["4.2 Pay monthly"]
    assert texts(items, "rejected") == ["4.2 Pay weekly"]


def test_a_change_may_begin_at_the_side_of_its_cell() -> None:
    edges = (60.0, 150.0, 300.0)
    items: list[Item] = [*grid(edges, [792.0, 770.0, 748.0])]
    items += [Text(64, 780, "Step"), Text(154, 780, "Rate"), Text(64, 758, "1")]
    items += marked(150.5, 758, "$61,010", STRIKE)
    items += marked(150.5 + width("$61,010 "), 758, "$62,000", UNDER)
    found = [
        [cell.text for cell in line.cells]
        for line in read(items, "accepted").lines
        if line.cells is not None
    ]
    assert found == [["Step", "Rate"], ["1", "$62,000"]]


# must not count


def test_words_that_lead_somewhere_when_clicked_are_no_insertion() -> None:
    x = 60 + width("4.3 See ")
    items = [
        *changed(780, "eight", "nine"),
        Text(60, 740, "4.3 See"),
        *marked(x, 740, "the guide", UNDER, BLUE),
    ]
    data = pdf([items])
    box = b"[%g %g %g %g]" % (x, 736, x + width("the guide"), 750)
    link = b"<< /Type /Annot /Subtype /Link /Rect " + box
    link += b" /A << /S /URI /URI (http://example.org) >> >>"
    clicked = pdf([items], annotations=[link])
    assert "4.3 See the guide" in [
        line.text for line in reader.read(clicked, "made.pdf", "rejected").lines
    ]
    assert "4.3 See" in [line.text for line in reader.read(data, "made.pdf", "rejected").lines]


def test_a_link_is_no_insertion() -> None:
    items = [
        *changed(780, "eight", "nine"),
        Text(60, 740, "4.3 See"),
        *marked(60 + width("4.3 See "), 740, "example.org", UNDER, BLUE),
    ]
    assert texts(items, "rejected")[1] == "4.3 See example.org"


def test_an_underlined_heading_is_no_insertion() -> None:
    heading: list[Item] = [
        Text(60, 800, "Allowances", 10, "b"),
        Stroke(60, 799, 60 + width("Allowances"), 799),
    ]
    assert texts(heading, "rejected") == ["Allowances"]
    assert "Allowances" in texts([*heading, *changed(760, "eight", "nine")], "rejected")
    assert read(heading, "accepted").findings == ()


def test_the_rules_of_a_table_are_no_marks() -> None:
    edges = (60.0, 150.0, 300.0)
    # the rule below each row runs where an underline would
    items: list[Item] = [*grid(edges, [792.0, 778.5, 765.0])]
    for y, row in ((780.0, ("Step", "Rate")), (766.5, ("1", "$61,010"))):
        items += [Text(x + 4, y, text) for x, text in zip(edges, row, strict=False)]
    reading = read([*items, *changed(700, "eight", "nine")], "rejected")
    table = [[cell.text for cell in line.cells] for line in reading.lines if line.cells is not None]
    assert table == [["Step", "Rate"], ["1", "$61,010"]]


def test_bars_without_marks_say_that_changes_are_not_shown() -> None:
    bar = Stroke(40, 700, 40, 790)
    table = [Stroke(40, 690, 40, 700), Stroke(40, 690, 300, 690)]
    row = Text(60, 780, "4.1 Breaks are paid.")
    assert [finding.code for finding in read([row, bar], "accepted").findings] == [
        "changes-not-shown"
    ]
    # the side of a table in two pieces, and no rule at all
    assert not read([row, bar, *table], "accepted").findings
    assert not read([row], "accepted").findings


# ------------------------------------------------------------------------- one kind of change only


@pytest.mark.parametrize("colour", [RED, (0, 0, 0)])
def test_deletions_alone_are_deletions(colour: tuple[float, float, float]) -> None:
    items = sentence("paid", STRIKE, colour)
    assert texts(items) == ["4.1 Breaks are for all."]
    assert texts(items, "rejected") == ["4.1 Breaks are paid for all."]
    assert codes(items) == ["document-marked-up"]


def test_insertions_alone_are_read_and_said_to_be_unproved() -> None:
    items = [*sentence("paid", UNDER, RED),
             *marked(60, 750, "4.2 Meals are paid for by the employer.", UNDER)]  # fmt: skip
    assert texts(items, "rejected") == ["4.1 Breaks are for all."]
    assert texts(items) == [
        "4.1 Breaks are paid for all.", "4.2 Meals are paid for by the employer.",
    ]  # fmt: skip
    assert codes(items) == ["document-marked-up", "changes-unproved"]


@pytest.mark.parametrize(
    "items",
    [
        sentence("paid", UNDER, BLUE),  # the colour of links
        [*sentence("paid", UNDER, RED), Text(60, 750, "4.2 Meals are red.", 10, "", RED)],
        # a black line through red words
        [Text(60, 750, "4.2 Meals are not.", 10, "", RED), Stroke(88, 752.8, 120, 752.8)],
    ],
)  # fmt: skip
def test_what_may_be_a_change_is_told_and_stays(items: list[Item]) -> None:
    assert texts(items) == texts(items, "rejected")
    assert codes(items) == ["changes-unproved"]


@pytest.mark.parametrize(
    "items",
    [
        [*marked(60, 780, "4.1 Breaks", UNDER), Text(60, 750, "4.1.1 Breaks are paid.")],
        [Text(60, 780, "4.1"), *marked(80, 780, "Breaks", UNDER), Text(120, 780, "are paid.")],
        sentence("us@rangers.org.nz", UNDER, RED),
        sentence("paid", UNDER, (0, 0, 0)),  # as words are stressed
        [*sentence("www.rangers.org.nz", UNDER, BLUE),
         *marked(60, 750, "www.act.nz", UNDER, BLUE)],
    ],
)  # fmt: skip
def test_headings_addresses_and_stress_are_no_changes(items: list[Item]) -> None:
    assert texts(items) == texts(items, "rejected")
    assert codes(items) == []


def test_words_in_the_colour_of_a_link_are_no_insertion() -> None:
    """A link that can be clicked makes its colour one of links, whatever colour that is."""
    x = 60 + width("4.1 Breaks are ")
    note = b"<< /Type /Annot /Subtype /Link /Rect [%d 776 %d 790] /Border [0 0 0] /A << /S /URI " \
        b"/URI (http://rangers.test) >> >>" % (x, x + 20)  # fmt: skip
    data = pdf([sentence("paid", UNDER, RED)], annotations=[note])
    for view in ("accepted", "rejected"):
        found = reader.read(data, "made.pdf", view)
        assert [line.text for line in found.lines] == ["4.1 Breaks are paid for all."]
        assert found.findings == ()
