"""Converted text: headers and footers that follow the Articles, and double-spaced pages."""

from __future__ import annotations

import textwrap

import pytest

from clausetrack.ingest import text
from clausetrack.segment import build

HEADER = "page header or footer"
DEPOTS = ("Akaroa", "Bluff", "Cheviot", "Duntroon", "Eltham", "Foxton", "Gore", "Huntly")


def words(depot: str) -> str:
    """Some lines that no other page has."""
    return "\n".join(
        f"In {depot} a driver of bus {n} rests for an hour where the roster says no less."
        for n in range(1, 15)
    )


def article(number: int, name: str, depots: tuple[str, ...], first: int) -> str:
    """An Article of one page for each depot, named again at the foot of each of them."""
    heading = f"ARTICLE {number}\n{name:>40}\n\n"
    footers = [f"\n\n\nARTICLE {number}\n{name:60}{first + n} of 9\n" for n in range(len(depots))]
    top = f"{'Drivers Agreement':>70}\n{'2024-2027':>70}\n\n"
    pages = [f"{words(depot)}{footer}{top}" for depot, footer in zip(depots, footers, strict=True)]
    return heading + "".join(pages)


def test_footers_that_name_the_article_of_their_page_are_left_out() -> None:
    made = (
        article(1, "RECOGNITION", DEPOTS[:1], 1)
        + article(2, "HOURS OF WORK", DEPOTS[1:4], 2)
        + article(3, "HOLIDAYS", DEPOTS[4:], 5)
    )
    reading = text.read(made.encode(), "made.txt")
    # eight pages, each with two lines at its foot and two at the top of the next
    assert [left.why for left in reading.left_out] == [HEADER] * 32
    found = build(reading).clauses
    assert [clause.id for clause in found if clause.number] == [
        "Article 1", "Article 2", "Article 3"
    ]  # fmt: skip
    said = " ".join(clause.own_text for clause in found)
    assert all(f"In {depot} a driver of bus 14" in said for depot in DEPOTS)


@pytest.mark.parametrize(
    "footer",
    ["{0:>45}", "{1:60}{0:>3}", "{1:60}{0} of 9", "{0:>80} | P a g e", "{0:>80}|Page",
     "{1:60}Page |{0}", "                        - {0} -"],
)  # fmt: skip
def test_page_numbers_in_their_forms_are_left_out(footer: str) -> None:
    names = ["HOURS OF WORK"] * 3 + ["HOLIDAYS"] * 3 + ["SICK LEAVE"] * 2
    made = "".join(
        f"{n}. {name}\n\n{words(depot)}\n\n\n{footer.format(n, name)}\n"
        for n, (name, depot) in enumerate(zip(names, DEPOTS, strict=True), 1)
    )
    reading = text.read(made.encode(), "made.txt")
    assert [left.text for left in reading.left_out] == [
        footer.format(n, name) for n, name in enumerate(names, 1)
    ]
    assert {left.why for left in reading.left_out} == {HEADER}


@pytest.mark.parametrize("row", ["Depot {0}          {0}", "bus {0}", "       {0}"])
def test_rows_that_count_are_no_page_numbers(row: str) -> None:
    rows = "\n".join(row.format(n) for n in range(1, 30))
    reading = text.read(f"1. Depots\n\n{words('Gore')}\n\n{rows}\n\n2. Term\n".encode(), "made.txt")
    assert reading.left_out == ()


def test_a_heading_and_a_count_in_the_text_are_no_footer() -> None:
    places = "\n\n".join(
        f"{words(depot)}\n\n{depot} has seats for {n} of 9\ndrivers in it." for n, depot in
        enumerate(DEPOTS, 1)
    )  # fmt: skip
    reading = text.read(f"1. Depots\n\n{places}\n\n2. Term\n\nA year.\n".encode(), "made.txt")
    assert reading.left_out == ()


def double(paragraphs: list[str]) -> str:
    """As a double-spaced page is converted: a blank line below each line, two below the last."""
    return "\n\n\n".join(
        "\n\n".join(textwrap.wrap(one, 90, initial_indent=" " * 12)) for one in paragraphs
    )


LONG = (
    "The County names a driver who looks after the buses of {}, and keeps a record of the hours "
    "in which the driver did so. Drivers are paid for it as for other work, and no less than "
    "thirty (30) minutes are counted for each bus, whether or not it was out on the road that day."
)


def test_double_spaced_text_is_read_in_paragraphs() -> None:
    named = [LONG.format(depot) for depot in DEPOTS]
    parts = [f"Section {n}. {one}" for n, one in enumerate(named, 1)]
    made = f"{double([' ' * 20 + 'ARTICLE 1 - BUSES'])}\n\n{double(parts)}\n\n\n{double(named[:1])}"
    reading = text.read(made.encode(), "made.txt")
    assert [line.text for line in reading.lines] == ["ARTICLE 1 - BUSES", *parts, named[0]]
    assert reading.lines[1].source.line == 3  # as the file counts
    printed = made.split("\n")
    for line in reading.lines:
        for run in line.runs:
            if run.source is not None and run.source.line is not None:
                place = run.source
                assert printed[run.source.line - 1][place.start : place.end] == run.text


def test_single_paragraphs_with_a_blank_line_between_stay_apart() -> None:
    named = [LONG.format(depot) for depot in DEPOTS * 4]
    reading = text.read("\n\n".join(named).encode(), "made.txt")
    assert [line.text for line in reading.lines] == named


def test_the_numbers_of_lines_in_the_margin_are_no_words() -> None:
    pages = [[f"Section {n}.1 {depot}.", *words(depot).split("\n"), ""] for n, depot in
             enumerate(DEPOTS, 1)]  # fmt: skip
    made = "\n\n".join(
        "\n".join(f"{n:>9}    {line}".rstrip() for n, line in enumerate(page, 1)) for page in pages
    )
    reading = text.read(made.encode(), "made.txt")
    said = [line for page in pages for line in page if line]
    assert [line.text for line in reading.lines] == said
    printed = made.split("\n")
    marked = [printed[place.line - 1][place.start : place.end] for place in reading.markup
              if place.line is not None]  # fmt: skip
    assert marked == [str(n) for page in pages for n in range(1, len(page) + 1)]
    # a list that counts once is a list
    once = text.read(made.split("\n\n")[0].encode(), "made.txt")
    assert once.markup == ()


def ids(made: str) -> list[str]:
    found = build(text.read(made.encode(), "made.txt")).clauses
    return [clause.id for clause in found]


def test_a_section_with_a_deeper_number_needs_no_mark_behind_it() -> None:
    made = (
        "ARTICLE 4 - DUES\n\nSection 1 — Dues\n\nSection 1.1   The County pays them.\n\n"
        "Section       1.2     The Union has a copy.\n\nSection 2 — Time\n\n"
        "Section 2.1. A steward has an hour.\n\nSection 2.2 of the Act is about another matter.\n"
    )
    assert ids(made) == [
        "Article 4",
        "Article 4 Section 1",
        "Article 4 Section 1.1",
        "Article 4 Section 1.2",
        "Article 4 Section 2",
        "Article 4 Section 2.1",
        "Article 4 Section 2.1 paragraph 1",
    ]


def test_a_section_that_counts_with_its_article_is_a_clause_of_that_number() -> None:
    made = (
        "ARTICLE 12 – HOURS\n\nSection 12.1 Work. There are eight hours.\n\n"
        "Section 12.2 Overtime is paid beyond them.\n\n(a) It is paid twice.\n\n"
        "ARTICLE 13 – LEAVE\n\nSection 12.3 Other leave. This one was misnumbered.\n"
    )
    assert ids(made) == [
        "Article 12", "12.1", "12.2", "12.2(a)", "Article 13", "Article 13 Section 12.3"
    ]  # fmt: skip


def test_short_lines_below_a_colon_are_what_it_lists() -> None:
    made = (
        "4 HOLIDAYS\n\n4.1 Days. The holidays are:\n\nNew Year’s Day\n\nLabour Day\n\n"
        "Christmas Day\n\nThe employer may name others.\n\n4.2 Pay. Those paid are:\n\nDrivers\n\n"
        "Cleaners\n\nOther Matters\n\n4.3 Leave is paid.\n"
    )
    found = build(text.read(made.encode(), "made.txt")).clauses
    headings = [clause.heading_text for clause in found if clause.heading]
    assert headings == ["HOLIDAYS", "Other Matters"]


def test_numbers_of_pages_right_above_a_header_are_left_out_without_form_feeds() -> None:
    header = "Drivers Agreement 2024"
    pages = (f"{words(depot)}\n{n}\n{header}\n\n" for n, depot in enumerate(DEPOTS, 2))
    found = text.read(("1. Rest\n" + "".join(pages)).encode(), "bus.txt")
    left = [one.text for one in found.left_out]
    assert left == [line for n in range(2, 10) for line in (str(n), header)]
    assert {one.why for one in found.left_out} == {HEADER}
