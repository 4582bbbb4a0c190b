"""Text as a PDF converter lays it out: wrapped lines, labels set in, pages with headers."""

from __future__ import annotations

import textwrap

import pytest

from clausetrack.ingest import text
from clausetrack.segment import build

FILLER = (
    "The depot keeps a roster of every driver, and posts it a week ahead where all of them can "
    "read it; a change to the roster is told to the driver whom it concerns on the day before at "
    "the latest, and the foreman notes who told it and when it was told."
)


ROW = "{:40}{:20}{:>8}"


def wrapped(label: str, words: str, indent: int) -> str:
    """A paragraph as a converter prints it, its words set in behind the label."""
    hang = " " * (indent + 9)
    return textwrap.fill(
        words, 80, initial_indent=f"{' ' * indent}{label:9}", subsequent_indent=hang
    )


def plain(words: str) -> str:
    return textwrap.fill(words, 80)


def texts(made: str) -> list[str]:
    return [line.text for line in text.read(made.encode(), "made.txt").lines]


def filler(count: int) -> str:
    return "\n\n".join(f"{n}. {plain(FILLER)}" for n in range(1, count + 1))


@pytest.mark.parametrize("labels", [("A.", "B."), ("A)", "B)"), ("II.", "III.")])
def test_a_capital_letter_is_a_label_with_its_wrapped_words(labels: tuple[str, str]) -> None:
    one, other = (wrapped(label, FILLER, 4) for label in labels)
    found = texts(f"{filler(4)}\n\n{one}\n{other}\n")
    assert [" ".join(each.split()) for each in found[-2:]] == [
        f"{label} {FILLER}" for label in labels
    ]


def test_what_is_set_far_to_the_right_is_no_word_behind_a_label() -> None:
    one = wrapped("A.", "A driver rests as long as the driver drove before, and is paid for it.", 4)
    assert texts(f"{filler(4)}\n\n{one}\n{'NEW: 2027':>70}\n")[-1] == "NEW: 2027"


def test_the_bullet_of_a_symbol_font_begins_an_item() -> None:
    found = texts(f"{filler(4)}\n\nThe depots are:\n\uf0b7 the one in Gore\n\uf0a7 another\n")
    assert found[-2:] == ["the one in Gore", "another"]


@pytest.mark.parametrize("mark", ["•", "o", "➢"])
def test_the_wrapped_words_of_a_bullet_stand_under_it(mark: str) -> None:
    one = wrapped(mark, FILLER, 4)
    found = texts(f"{filler(4)}\n\nThe depots are:\n\n{one}\n{wrapped(mark, 'another', 4)}\n")
    assert found[-2:] == [FILLER, "another"]


def test_a_capital_at_the_start_of_a_line_may_be_an_initial() -> None:
    words = plain(f"{FILLER[:-1]}, as was agreed for the depot, and signed for all of it by Mr")
    assert texts(f"{filler(4)}\n\n{words}\nA. Hare, that day.\n")[-1].endswith(
        "Mr A. Hare, that day."
    )


def test_a_section_begins_where_the_sentence_above_it_has_ended() -> None:
    words = "A driver rests as long as the driver drove before, and is paid for all of it."
    found = texts(f"{filler(4)}\n\n{words}\nSection 9. Rosters. {FILLER[:40]}\n")
    assert found[-2:] == [words, f"Section 9. Rosters. {FILLER[:40].strip()}"]
    words = "A driver may ask for leave with or without pay as it is set out for all in"
    found = texts(f"{filler(4)}\n\n{words}\nSection 9. No driver is refused it.\n")
    assert found[-1] == f"{words} Section 9. No driver is refused it."


def test_what_stands_further_out_than_a_whole_block_is_no_part_of_it() -> None:
    block = "        A driver who is called in on a day of rest has two hours of notice of it,\n"
    block += "        and the foreman writes down who called, and when the driver was told."
    other = "Drivers of the night shift have a roster of their own."
    assert texts(f"{filler(4)}\n\n{block}\n{other}\n")[-1] == other
    first, second = block.strip().split("\n        ")
    assert texts(f"{filler(4)}\n\n    {first}.\n{second}\n")[-1] == f"{first}. {second}"


def test_an_entry_of_contents_without_leaders_is_one_between_others() -> None:
    names = ["ROSTERS", "REST", "PAY", "TERM", "LEAVE"]
    entries = [f"{n} {name} .......... {n + 2}" for n, name in enumerate(names, 1)]
    entries[3] = "4 TERM……………….. 6"
    entries[1] = "2 REST, AND THE LONG WAY HOME OF THE DRIVERS OF THE\nNIGHT SHIFT   4"
    contents = "\n".join(entries)
    reading = text.read(f"{contents}\n\n{filler(4)}\n".encode(), "made.txt")
    assert {left.why for left in reading.left_out} == {"table of contents"}
    assert len(reading.left_out) == 6


# ------------------------------------------------------------------------------------------ pages


def pages(*bodies: str) -> str:
    """Pages that end in their header and a number of their own, in the middle of the line."""
    out = []
    for at, body in enumerate(bodies, 1):
        space = " " * (20 + at % 3)
        out.append(f"{body}\n\nDepot Drivers' Agreement{space}of 2027\n{' ' * 40}{at}\n")
    return "\f".join(out)


def paged(one: str, other: str) -> str:
    """Nine pages, of which the seventh begins with `other` where the sixth ended in `one`."""
    depots = ("Akaroa", "Bluff", "Cheviot", "Duntroon", "Eltham", "Foxton", "Gore", "Huntly")
    whole = [f"{depot} has a roster. {FILLER}" for depot in depots]
    whole = [plain(f"{n}. {words[n:]}") for n, words in enumerate(whole, 1)]
    return pages(*whole[:5], f"6. {one}", f"{other}\n\n7. {whole[6]}", *whole[6:])


def test_a_header_and_a_number_at_the_ends_of_pages_are_left_out() -> None:
    reading = text.read(paged(plain(FILLER), "8. Rest.").encode(), "made.txt")
    assert not any("of 2027" in line.text for line in reading.lines)
    assert {left.why for left in reading.left_out} == {"page header or footer"}
    assert len(reading.left_out) == 18  # nine pages, two lines each


def test_the_number_of_a_page_may_stand_before_how_many_there_are() -> None:
    bodies = (f"{plain(FILLER)}\n\n" * 3 for _ in range(7))
    made = "".join(f"{body}Depots   Page {at} of 83\n\n" for at, body in enumerate(bodies, 66))
    reading = text.read(made.encode(), "made.txt")
    assert len(reading.left_out) == 7
    assert {left.why for left in reading.left_out} == {"page header or footer"}


def test_an_entry_without_a_page_may_end_the_page_of_the_contents() -> None:
    contents = "".join(f"{n}. THE {n}TH PART .......... {n}\n" for n in range(1, 6))
    made = f"{contents}\n    Appendix A\n\n\f{filler(5)}\n\n    Appendix A\n\n{plain(FILLER)}\n"
    reading = text.read(made.encode(), "made.txt")
    assert [left.text.strip() for left in reading.left_out][-1] == "Appendix A"
    assert [line.text for line in reading.lines].count("Appendix A") == 1


def test_a_table_that_is_wider_than_the_text_changes_nothing_for_the_text() -> None:
    wide = "\n".join(f"{'depot':60}{'a driver':60}{'a roster of its own':60}." for _ in range(9))
    assert f"1. {FILLER}" in texts(f"{filler(9)}\n\n{wide}\n")


def test_a_day_of_each_year_begins_no_clause() -> None:
    one = "The depot tells each driver of the roster that is meant for winter before"
    found = texts(f"{filler(4)}\n\n{one}\n1 April, and asks for what they think of it.\n")
    assert found[-1] == f"{one} 1 April, and asks for what they think of it."


def test_a_heading_that_comes_again_within_pages_is_text() -> None:
    body = f"Rest\n\n{plain(FILLER)}\n\nRest\n\n{plain(FILLER)}\n\n{plain(FILLER)}"
    found = texts(pages(*[body] * 6))
    assert found.count("Rest") == 12 - 6  # the first line of every page is no text


def test_a_sentence_goes_on_over_the_end_of_its_page() -> None:
    one, other = plain(FILLER).rsplit("\n", 1)
    reading = text.read(paged(one, other).encode(), "made.txt")
    assert f"6. {FILLER}" in [line.text for line in reading.lines]
    assert [finding.code for finding in reading.findings] == ["sentence-rejoined"]
    named = f"Akaroa {other}"
    assert any(each.startswith("6.") and each.endswith(named) for each in texts(paged(one, named)))


def test_the_first_line_of_an_item_goes_on_below_its_words_on_the_next_page() -> None:
    one = "The depot keeps a roster of every driver, and posts it a week ahead, within ten"
    other = plain(f"(10) days or less. {FILLER}").replace("\n", "\n   ")
    assert f"6. {one} (10) days or less. {FILLER}" in texts(paged(one, f"   {other}"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (plain(FILLER), "Drivers of the night shift have a roster of their own."),
        (plain(FILLER).rsplit("\n", 1)[0], "          NIGHT SHIFT"),
        (f"{plain(FILLER)}\n\nNEW: 2027", "Rosters of the night shift"),
        (f"{plain(FILLER)}\n\n{ROW.format('TITLE OF THE WORK', 'CLASS', 'RATE')}\n"
         f"{ROW.format('Driver of the night shift', '2168', '28')}", "From 1 July it is paid so:"),
        (plain(FILLER).rsplit("\n", 1)[0], "(a)      a driver of the night shift"),
    ],
    ids=["ended", "centred", "short", "row", "item"],
)  # fmt: skip
def test_what_the_end_of_a_page_leaves_open_is_not_joined(one: str, other: str) -> None:
    found = texts(paged(one, other))
    assert any(each.startswith(other.strip()[:12]) for each in found)


# ------------------------------------------------------------------------------------- misprints


def ids(made: str) -> list[str]:
    reading = text.read(made.encode(), "made.txt")
    return [clause.id for clause in build(reading).clauses if clause.number]


def test_the_next_section_needs_no_full_stop() -> None:
    made = (
        "Article 1 Rosters\n\nSection 1. The roster is posted.\n\n"
        "Section 2 Changes. They are told.\n\nSection 4 Other. This is none of the list.\n"
    )
    assert ids(made) == ["Article 1", "Article 1 Section 1", "Article 1 Section 2"]


def test_the_next_number_needs_no_space() -> None:
    made = (
        "1. Rosters\n\n1.1 A driver\n\n1. drives;\n\n2.Rests after it.\n\n4.Is none of the list.\n"
    )
    found = text.read(made.encode(), "made.txt")
    texts_ = {clause.own_text for clause in build(found).clauses}
    assert "Rests after it." in texts_
    assert "4.Is none of the list." in texts_


@pytest.mark.parametrize(("mark", "index"), [("- ", False), ("Allowance, ", True)])
def test_bullets_before_clauses_are_no_index(mark: str, index: bool) -> None:
    lines = [f"{mark}Clause 9.{number}" for number in range(1, 31)]
    made = "1. Changes\n\nThese are paid:\n\n" + "\n".join(lines) + "\n\n2. Term\n\nA year.\n"
    left = {one.text for one in text.read(made.encode(), "made.txt").left_out}
    assert left.issuperset(lines) == index
    assert bool(left) == index


def index(*between: str) -> str:
    """An index of thirty entries, with `between` in the middle of them."""
    entries = [f"Depot matter {n}, Section {n}.2" for n in range(1, 31)]
    return "\n".join([*entries[:15], *between, *entries[15:]])


@pytest.mark.parametrize("title", ["", "INDEX\n", "Index of the subjects\n\nD\n"])
def test_what_stands_above_an_index_is_no_part_of_it(title: str) -> None:
    above = "9.1 The depot closes at noon.\n\n9.2 The foreman keeps the key."
    made = f"{filler(3)}\n\n{above}\n\n{title}{index()}\n"
    found = text.read(made.encode(), "made.txt")
    assert [line.text for line in found.lines][-2:] == above.split("\n\n")
    left = [one.text for one in found.left_out if one.why == "index"]
    assert left == [line for line in (title + index()).split("\n") if line]


def test_an_entry_of_an_index_may_run_over_lines_and_a_paragraph_ends_it() -> None:
    wrapped_entry = ("Depot matter of the", "long nights")
    found = text.read(f"{filler(3)}\n\n{index(*wrapped_entry)}\n".encode(), "made.txt")
    assert len([one for one in found.left_out if one.why == "index"]) == 32
    sentence = f"9.1 {FILLER} {FILLER}"
    found = text.read(f"{filler(3)}\n\n{index(sentence)}\n".encode(), "made.txt")
    assert sentence in [line.text for line in found.lines]


def test_lines_that_leave_the_next_word_no_room_are_wrapped_however_many_items_are_short() -> None:
    items = "".join(f"({label}) a lamp, a hook and a coil of rope;\n\n" for label in "abcdefgh")
    for width in (60, 80):
        long = [textwrap.fill(f"{n}. {FILLER}", width) for n in (1, 2)]
        made = f"{long[0]}\n\n{items}{long[1]}\n\n{items}"
        assert texts(made)[0] == f"1. {FILLER}"
        assert len(texts(made)) == 18


def test_short_lines_under_one_another_are_no_wrapped_paragraph() -> None:
    items = "".join(f"({label}) a lamp, a hook and a coil of rope;\n\n" for label in "abcdefgh")
    rows = (
        "The harbour master, at the office on the northern quay",
        "Letters to the board go to the house behind the customs shed of the port",
        "The lamps of the lower light are kept by the widow of the last mate",
    )
    made = f"{items}{chr(10).join(rows)}\n\n{items}{chr(10).join(rows)}\n\n"
    assert [one for one in texts(made) if one in rows] == [*rows, *rows]


def test_lines_of_uneven_length_that_stop_in_a_sentence_are_wrapped() -> None:
    """A font whose letters differ in width leaves room at the end of many lines."""
    uneven = (
        "1. The depot may call a driver back when no ferry is on the river, for up to\n"
        "   ten days in a year, so that he may learn what is new about the engines, or\n"
        "   how a raft is let down, for a drill or for work of the kinds that are in clause\n"
        "   9. It gives reasonable notice and has regard to the needs of the driver.\n"
    )
    items = "".join(f"({label}) a lamp, a hook and a coil of rope;\n\n" for label in "abcdef")
    made = f"{uneven}\n{items}{uneven.replace('1.', '2.', 1)}\n"
    assert texts(made)[0] == " ".join(uneven.split())
    assert len(texts(made)) == 8


@pytest.mark.parametrize(
    ("line", "after", "joined"),
    [
        ("within twenty-", "four hours", "within twenty-four hours"),
        ("by the Depot-", "Union Committee", "by the Depot-Union Committee"),
        ("for full-", "and part-time work", "for full- and part-time work"),
    ],
)
def test_a_word_goes_on_behind_its_hyphen(line: str, after: str, joined: str) -> None:
    above = f"who is called to the depot from the river, or to the river from the depot, {line}"
    made = f"1. {plain(FILLER)} A driver\n{above}\n{after} is paid as the roster says.\n"
    assert joined in texts(f"{made}\n{filler(3)}")[0]


def test_the_words_of_a_paragraph_of_an_annex_stand_behind_its_number() -> None:
    made = (
        "F5 A driver who has not received what the depot owes him for a drill by 4\n"
        "     May 2027 may say so to the union, which asks the depot why that is."
    )
    assert texts(f"{filler(3)}\n\n{made}\n")[-1] == " ".join(made.split())


def test_the_title_below_a_header_that_repeats_it_is_text() -> None:
    title = "Depot Drivers’ Agreement 2027–2029"
    whole = [f"{title}\n\n{n}. {plain(FILLER)}\n\n{40 * ' '}Page {n}\n" for n in range(1, 8)]
    made = "\f".join([f"{title}\n\n\n{whole[0]}", *whole[1:]])
    found = text.read(made.encode(), "made.txt")
    assert [line.text for line in found.lines][:1] == [title]
    assert sum(left.text.strip() == title for left in found.left_out) == 7


@pytest.mark.parametrize(("above", "joined"), [(" and", True), ("; and", False), (", or", False)])
def test_a_figure_behind_an_and_that_joins_no_items_is_a_word(above: str, joined: bool) -> None:
    first = f"1. A driver who takes his own van to a depot is paid 83 cents for each mile{above}"
    made = f"{first}\n   2 dollars for each mile by motorcycle.\n\n{filler(3)}"
    assert (f"{above} 2 dollars" in texts(made)[0]) is joined


RUNNING = (
    "1.1 A driver who: (a) keeps a bus for a whole year on the long road; and\n"
    "(b) brings it back clean at the end of each and every week of that year earns\n"
    "a premium of 25 cents an hour for all of the hours that were driven by them.\n\n"
)
MORE = "\n\n".join(textwrap.fill(f"1.{n} {FILLER}", 78) for n in (2, 3))


def test_a_letter_at_the_head_of_a_line_in_a_list_that_runs_on_is_no_label() -> None:
    document = build(text.read((RUNNING + MORE).encode(), "bus.txt"))
    assert [c.id for c in document.clauses if c.citable] == ["1.1", "1.2", "1.3"]
    assert "(b) brings it back clean" in document.clauses[0].own_text


def test_a_letter_below_a_list_that_has_its_first_on_a_line_is_a_label() -> None:
    lines = RUNNING.replace(": (a) keeps", " is told of (a) below:\n(a) keeps")
    document = build(text.read((lines + MORE).encode(), "bus.txt"))
    assert {"1.1(a)", "1.1(b)"} <= {c.id for c in document.clauses}


def test_a_number_alone_below_a_short_line_goes_on_with_no_sentence() -> None:
    lines = f"1.1 {FILLER}"
    page = f"{textwrap.fill(lines, 78)}\n\n(a) on Labour Day\n4\n\n(b) on Sundays.\n\n{MORE}"
    document = build(text.read(page.encode(), "bus.txt"))
    assert next(c.own_text for c in document.clauses if c.id == "1.1(a)") == "on Labour Day"


def test_figures_of_a_table_that_lost_its_rows_are_no_headings_and_do_not_hide_wrapped_lines() -> (
    None
):
    columns = (
        "\n".join(f"{n}{k},{n}7{k % 10}" for k in range(10, 22)) for n in range(1, 6)
    )
    figures = "\n\n".join(columns)
    page = f"{textwrap.fill(f'1.1 {FILLER}', 78)}\n\n{MORE}\n\nSCHEDULE A\nPay\n\n{figures}"
    document = build(text.read(page.encode(), "bus.txt"))
    assert document.clauses[0].own_text == FILLER
    assert not [c for c in document.clauses if c.kind == "heading" and c.heading_text[0].isdigit()]


def test_a_heading_right_above_a_number_alone_is_no_end_of_the_sentence_before() -> None:
    lines = textwrap.fill(f"1.1 {FILLER}", 78)
    page = f"{lines}\nRest at night\n1.2\n\n{MORE.replace('1.2', '1.3').replace('1.3', '', 1)}"
    document = build(text.read(page.encode(), "bus.txt"))
    assert document.clauses[0].own_text == FILLER
    assert [c.heading_text for c in document.clauses if c.kind == "heading"] == ["Rest at night"]
