"""Clause IDs: what a printed citation means, and the order of an agreement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.numbering import (
    ClauseId,
    from_letters,
    from_roman,
    label_at,
    label_value,
    next_label,
    parse,
    styles,
    to_letters,
    to_roman,
)

NUMBERS = st.builds(
    lambda number, letter: f"{number}{letter}",
    st.integers(1, 30),
    st.sampled_from(["", "", "", "A", "B", "C"]),
)
DIVISIONS = st.sampled_from(["", "", "Part 11", "Appendix D", "Schedule 2", "Article 4 Section 2"])
LABELS = st.lists(st.sampled_from(["a", "b", "m", "ii", "iv", "1", "12"]), max_size=3)
PLACES = st.sampled_from(["", "", "note 1", "table 2", "bullet 3", "(2nd)"])


@st.composite
def clause_ids(draw: st.DrawFn) -> ClauseId:
    division = draw(DIVISIONS)
    numbers = draw(st.lists(NUMBERS, min_size=0 if division else 1, max_size=4))
    return ClauseId(division, tuple(numbers), tuple(draw(LABELS)), draw(PLACES))


@given(clause_ids())
def test_an_ID_reads_back_as_itself(clause: ClauseId) -> None:
    assert parse(str(clause)) == clause


@given(clause_ids())
def test_a_parent_is_one_step_shorter_and_holds_its_child(clause: ClauseId) -> None:
    steps = 0
    above = clause.parent
    while above is not None:
        assert clause.within(above)
        assert not above.within(clause)
        above, steps = above.parent, steps + 1
    parts = len(clause.division.split(" ")) // 2 if clause.division else 0
    length = parts + len(clause.numbers) + len(clause.labels) + bool(clause.place)
    assert steps == length - 1


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=3),
    st.integers(1, 40),
    st.sampled_from("ABC"),
)
def test_the_order_is_that_of_the_page(stem: list[int], last: int, letter: str) -> None:
    head = ".".join(map(str, stem))
    page = [
        f"{head}.{last}", f"{head}.{last}.1", f"{head}.{last}.2", f"{head}.{last}.10",
        f"{head}.{last}{letter}", f"{head}.{last}{letter}.1", f"{head}.{last + 1}",
    ]  # fmt: skip
    assert sorted(set(page), key=lambda text: parse(text).order) == page


@given(clause_ids().filter(lambda clause: clause.citable))
def test_the_next_number_is_a_sibling_that_comes_after(clause: ClauseId) -> None:
    after = clause.next
    assert after.parent == clause.parent
    if not clause.labels:  # the place of "(i)" among letters is its neighbours' to say
        assert clause.order < after.order


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("4.3.1.(vi)", "4.3.1(vi)"), ("1.8 (h)", "1.8(h)"), ("clause 4.3A.8", "4.3A.8"),
        ("Part Eleven", "Part 11"), ("PART IV", "Part 4"), ("Appendix C", "Appendix C"),
        ("Appendix D, clause 1.5", "Appendix D 1.5"),
        ("clause 1.1 of Appendix A", "Appendix A 1.1"),
        ("Annexe 1", "Annex 1"), ("Article 4, Section 2(a)", "Article 4 Section 2 (a)"),
        ("5.6.5 note 1", "5.6.5 note 1"), ("4.3.2 (2nd)", "4.3.2 (2nd)"), ("A10", "A10"),
        ("Appendix AB", "Appendix AB"), ("AB3(a)", "AB3(a)"),
    ],
)  # fmt: skip
def test_a_printed_citation_is_normalised(printed: str, meant: str) -> None:
    assert str(parse(printed)) == meant


@pytest.mark.parametrize("text", ["", "the parties", "clause", "4.3 per cent of salary", "$4,000"])
def test_what_is_no_citation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a clause number"):
        parse(text)


@given(st.integers(1, 3000))
def test_numerals_and_letters_count_up_and_back(value: int) -> None:
    assert from_roman(to_roman(value)) == value
    assert from_letters(to_letters(value)) == value
    for how in ("number", "letter", "roman"):
        assert label_value(label_at(value, how), how) == value


@pytest.mark.parametrize(
    ("labels", "how"),
    [
        (["a", "b", "c"], "letter"), (["h", "i", "j"], "letter"), (["i", "ii", "iii"], "roman"),
        (["i"], "roman"), (["1", "2"], "number"), (["i", "j"], "letter"), (["c", "d"], "letter"),
    ],
)  # fmt: skip
def test_a_list_counts_as_its_neighbours_say(labels: list[str], how: str) -> None:
    assert styles(labels) == how


@pytest.mark.parametrize(
    ("label", "after"), [("a", "b"), ("z", "aa"), ("iv", "v"), ("9", "10"), ("B", "C")]
)
def test_the_label_after(label: str, after: str) -> None:
    assert next_label(label) == after
