"""Drafts that print the number of each line in the margin, or of every fifth one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pdf_pages import Text, pdf, wrapped

from clausetrack import read
from clausetrack.ingest import pdf as reader
from clausetrack.reasons import LINE_NUMBER

#: Number and wording of the clauses; page by page.
CLAUSES = [
    (("4.1", "The depot pays a driver who is called back after the end of a roster for three hours "
      "at the least, whatever the work takes, and for the way to it and back."),
     ("4.2", "A roster is hung up in the mess room eight days before it begins, and is changed "
      "after that only with the driver whom it is about, who may take a day to think about it."),
     ("4.3", "Where two drivers wish to change their rosters with each other, the depot agrees to "
      "it unless one of them would then have fewer than ten hours of rest between two rosters."),
     ("4.4", "The depot keeps the rosters of the last six years and shows them to the union when "
      "it asks for them, and to a driver who wishes to see what was paid for one of them.")),
    (("5.1", "A driver who has the keys of a ferry sees to it that nobody boards it before the "
      "engine was tried, and writes down in the book of the ferry who tried it and when."),
     ("5.2", "The book lies in the mess room, where every driver may read it, and goes to the "
      "depot at the end of each month, which keeps it as long as it keeps the rosters."),
     ("5.3", "Whoever finds that an engine runs badly says so before the ferry leaves, and is not "
      "sent out with it, nor is another driver, until a fitter has looked at it and says why."),
     ("5.4", "A ferry that waits for a fitter is no reason to send its driver home without pay; "
      "the roster is paid to its end, and other work may be given for the time.")),
]  # fmt: skip
EXPECTED = [clause for page in CLAUSES for clause in page]
TURNS = [
    pytest.param(1, True, id="each line, each page from 1"),
    pytest.param(1, False, id="each line, through the file"),
    pytest.param(5, True, id="each fifth line, each page from 1"),
    pytest.param(5, False, id="each fifth line, through the file"),
    pytest.param(0, True, id="none"),
]


def counted(step: int, anew: bool) -> Callable[[int, int], str]:
    """The number beside a line: by how many stand on its page, and in the file, up to it."""

    def number(on_page: int, in_file: int) -> str:
        at = on_page if anew else in_file
        return str(at) if step and at % step == 0 else ""

    return number


def printed_lines(page: int) -> Iterator[tuple[str, str]]:
    """The lines of a page, each with the number of the clause that begins there."""
    for number, words in CLAUSES[page]:
        for at, line in enumerate(wrapped(0, 0, words, 300)):
            yield (number if at == 0 else ""), line.text


def pages(step: int, anew: bool) -> list[list[tuple[str, str, str]]]:
    """Each line of each page: its number, the number of its clause, its words."""
    number = counted(step, anew)
    out: list[list[tuple[str, str, str]]] = []
    for page in range(len(CLAUSES)):
        before = sum(map(len, out))
        out.append([(number(at, before + at), clause, words)
                    for at, (clause, words) in enumerate(printed_lines(page), 1)])  # fmt: skip
    return out


@pytest.mark.parametrize(("step", "anew"), TURNS)
def test_of_a_pdf(step: int, anew: bool) -> None:
    lines = pages(step, anew)
    printed = [
        [
            text
            for at, (number, clause, words) in enumerate(page)
            for text in (Text(48, 760 - 14 * at, number), Text(72, 760 - 14 * at, clause),
                         Text(110, 760 - 14 * at, words))
            if text.text
        ]
        for page in lines
    ]  # fmt: skip
    document = read(pdf(printed), "draft.pdf")
    assert [(one.id, one.own_text) for one in document.clauses] == EXPECTED
    left = reader.read(pdf(printed), "draft.pdf").left_out
    assert [(one.text, one.why) for one in left] == [
        (number, LINE_NUMBER) for page in lines for number, _, _ in page if number
    ]


@pytest.mark.parametrize(("step", "anew"), TURNS)
def test_of_a_text(step: int, anew: bool) -> None:
    text = "\f".join(
        "".join(f"{number:>3}     {clause:<6}{words}\n" for number, clause, words in page)
        for page in pages(step, anew)
    )
    document = read(text.encode(), "draft.txt")
    assert [(one.id, one.own_text) for one in document.clauses] == EXPECTED


def test_items_that_count_on_are_no_lines() -> None:
    """Of those none begins in the middle of a sentence."""
    schools = [f"School of the {word} Valley" for word in ("Upper", "Lower", "Long", "Green")] * 5
    printed = [
        [text for at, name in enumerate(schools)
         for text in (Text(48, 760 - 14 * at, str(first + at)), Text(72, 760 - 14 * at, name))]
        for first in (1, 21)
    ]  # fmt: skip
    reading = reader.read(pdf(printed), "list.pdf")
    assert not reading.left_out
    assert sum(line.text.split()[0] == "37" for line in reading.lines) == 1


def test_the_first_cells_of_a_table_are_no_lines() -> None:
    """A word processor counts no rows of tables; the steps there count, too."""
    table = "".join(f"{at:>9}     G{at}       ${50 + at},000\n" for at in range(1, 9))
    text = "\f".join(
        "".join(f"{number:>3}     {clause:<6}{words}\n" for number, clause, words in page) + table
        for page in pages(1, True) * 2
    )
    found = [clause.table for clause in read(text.encode(), "draft.txt").clauses if clause.table]
    assert [[row[0] for row in table.texts] for table in found] == [list("12345678")] * 4
