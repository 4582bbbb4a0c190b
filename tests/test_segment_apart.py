"""Labels on lines of their own, and labels with nothing but a space behind them."""

from __future__ import annotations

import pytest

from clausetrack.ingest import read

TITLE = "Lamp Keepers Collective Agreement 2025-2027"


def clauses(*lines: str) -> list[tuple[str, str]]:
    """The citable clauses of a text, each with its heading and words."""
    document = read("\n\n".join([TITLE, *lines]).encode(), "a.txt")
    return [(c.id, c.heading_text or c.own_text) for c in document.clauses if c.citable]


def test_a_number_on_a_line_of_its_own_numbers_what_follows() -> None:
    found = clauses("1", "Watches", "1.1", "A watch lasts four hours.", "1.2", "Each keeper:",
                    "(a)", "trims the wick;", "(b)", "winds the clock.")  # fmt: skip
    assert found == [
        ("1", "Watches"), ("1.1", "A watch lasts four hours."), ("1.2", "Each keeper:"),
        ("1.2(a)", "trims the wick;"), ("1.2(b)", "winds the clock."),
    ]  # fmt: skip


def test_labels_one_below_the_other_are_taken_in_their_order_and_told() -> None:
    text = [TITLE, "1.1", "Each keeper:", "(a)", "(b)", "trims the wick;", "winds the clock.",
            "1.2", "Lamps are lit at dusk."]  # fmt: skip
    document = read("\n\n".join(text).encode(), "a.txt")
    found = [(c.id, c.own_text) for c in document.clauses if c.citable]
    assert found[1:3] == [("1.1(a)", "trims the wick;"), ("1.1(b)", "winds the clock.")]
    assert [f.quote for f in document.findings if f.code == "label-inferred"] == ["(a) (b)"]


def test_letters_without_a_mark_are_labels_where_the_next_one_comes() -> None:
    found = clauses("1.1 Each keeper:", "a", "trims the wick, and", "i", "the spare;", "ii",
                    "the old one;", "b", "winds the clock.")  # fmt: skip
    assert [clause for clause, _ in found] == [
        "1.1", "1.1(a)", "1.1(a)(i)", "1.1(a)(ii)", "1.1(b)",
    ]  # fmt: skip


def test_a_page_number_between_clauses_numbers_nothing() -> None:
    found = clauses("1.1 A watch lasts four hours.", "7", "It ends when the keeper is relieved.",
                    "1.2 Lamps are lit at dusk.")  # fmt: skip
    assert [clause for clause, _ in found] == ["1.1", "1.2"]


def test_letters_with_a_space_behind_them() -> None:
    found = clauses("1.1 Each keeper is given:", "a two lamps;", "b one can of oil;",
                    "1.2 Nothing else:", "a keeper asks first.")  # fmt: skip
    assert found == [
        ("1.1", "Each keeper is given:"), ("1.1(a)", "two lamps;"), ("1.1(b)", "one can of oil;"),
        ("1.2", "Nothing else:"),
    ]  # fmt: skip


def test_numbers_that_begin_with_a_letter() -> None:
    found = clauses("A1 Watches: a watch lasts four hours.", "A2-A3 Lamps: they are lit at dusk.",
                    "A4 Oil: it is kept cool.", "B1 Boats: one at each light.")  # fmt: skip
    assert [clause for clause, _ in found] == ["A1", "A2-A3", "A4", "B1"]
    assert [clause for clause, _ in clauses("1.1 Paper.", "A4 sheets are kept.")] == ["1.1"]


@pytest.mark.parametrize("part", ["Part {}", "PART {}: WORK"])
def test_whole_numbers_go_on_over_parts_or_begin_again(part: str) -> None:
    on = clauses(part.format(1), "1 The keeper watches.", "2 The mate rests.",
                 part.format(2), "3 Boats are tarred.", "4 Oars are kept dry.")  # fmt: skip
    assert [clause for clause, _ in on] == ["Part 1", "1", "2", "Part 2", "3", "4"]
    again = clauses(part.format(1), "1 The keeper watches.", "2 The mate rests.",
                    part.format(2), "1 Boats are tarred.", "2 Oars are kept dry.")  # fmt: skip
    assert [clause for clause, _ in again] == [
        "Part 1", "Part 1 1", "Part 1 2", "Part 2", "Part 2 1", "Part 2 2",
    ]  # fmt: skip


def test_an_appendix_has_whole_numbers_of_its_own_beside_dotted_ones() -> None:
    found = clauses("1. Watches", "1.1 A watch lasts four hours.", "Appendix A: Boats",
                    "1 Oars", "1.1 Oars are kept dry.")  # fmt: skip
    assert [clause for clause, _ in found] == [
        "1", "1.1", "Appendix A", "Appendix A 1", "Appendix A 1.1",
    ]  # fmt: skip


def test_the_name_of_a_part_may_stand_on_the_next_line() -> None:
    found = clauses("PART II", "WATCHES", "1. Lamps", "1.1 Lamps are lit at dusk.")
    assert found[0] == ("Part 2", "WATCHES")


def test_a_number_alone_in_hard_wrapped_text_begins_a_clause_unless_words_cite_it() -> None:
    text = f"""{TITLE}

1.1
A watch lasts four hours, and begins when the keeper before has said what the
night was and has signed the book in the lower room as it is set out in clause
2.1
and has trimmed the wick, wound the clock, and seen to the oil of the lamp that
is kept for the second half of the night, and in each case:
(a)
the book says when it was done, by whom, and what the glass and the wind were
at that hour; and
(b)
the mate has read it before the boat leaves for the second of the two lights,
where a complaint about the book that nobody has settled begins again at stage
2.
2.1
The employer gives oil for each lamp and one can more for the boat in the last
week of each month, and counts what is left of it at the end of the year.
"""
    document = read(text.encode(), "a.txt")
    found = {c.id: c.own_text for c in document.clauses if c.citable}
    assert list(found) == ["1.1", "1.1(a)", "1.1(b)", "2.1"]
    assert "in clause 2.1 and has trimmed" in found["1.1"]
    assert found["1.1(a)"].startswith("the book says")
    assert found["1.1(b)"].endswith("begins again at stage 2.")


#: As converters print a page whose clauses have their numbers in the margin.
MARGIN = (
    "3.1", "A keeper may be moved to a lamp where:",
    "3.2", "(a)", "the lamp is free;", "(b)", "the keeper asks for it.",
    "A keeper who was moved stays for a year.",
    "3.3", "3.4", "The leave that is given may be:", "(a)", "with pay; or", "(b)", "without it.",
    "Leave is given to all when the tower is closed.",
    "3.5", "Towers are painted white.",
)  # fmt: skip


def test_numbers_of_the_margin_above_the_items_of_another_clause_number_what_follows() -> None:
    document = read("\n\n".join([TITLE, "3.", "Lamps", *MARGIN]).encode(), "a.txt")
    assert [(c.id, c.own_text) for c in document.clauses if c.citable][1:] == [
        ("3.1", "A keeper may be moved to a lamp where:"),
        ("3.1(a)", "the lamp is free;"), ("3.1(b)", "the keeper asks for it."),
        ("3.2", "A keeper who was moved stays for a year."),
        ("3.3", "The leave that is given may be:"),
        ("3.3(a)", "with pay; or"), ("3.3(b)", "without it."),
        ("3.4", "Leave is given to all when the tower is closed."),
        ("3.5", "Towers are painted white."),
    ]  # fmt: skip
    told = [f.quote for f in document.findings if f.code == "label-inferred"]
    assert told == ["3.2", "3.3 3.4"]


@pytest.mark.parametrize(
    "below",
    [
        ("is paid by the day.", "3.3", "Towers are white."),  # the end of the sentence above
        ("3.3", "Towers are white."),  # nothing is left for the number
    ],
)
def test_a_number_of_the_margin_without_a_sentence_stays_where_it_is(
    below: tuple[str, ...],
) -> None:
    lines = ("3.", "Lamps", "3.1", "A keeper who:", "3.2", "(a)", "rows; or", "(b)", "sails,")
    document = read("\n\n".join([TITLE, *lines, *below]).encode(), "a.txt")
    assert [c.id for c in document.clauses if c.citable][1:] == [
        "3.1", "3.2", "3.2(a)", "3.2(b)", "3.3",
    ]  # fmt: skip
    assert "label-inferred" not in {f.code for f in document.findings}


def test_letters_alone_go_on_beyond_h() -> None:
    lines = [line for letter in "abcdefghijk" for line in (f"{letter}.", f"rows boat {letter};")]
    found = clauses("1.1 Each keeper:", *lines)
    assert [clause for clause, _ in found][1:] == [f"1.1({letter})" for letter in "abcdefghijk"]
