"""Edits between two wordings: complete, by whole tokens, and as a person would mark them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.diff.words import WordEdit, words

WORDING = st.lists(
    st.sampled_from(
        [
            *("the", "a", "keeper", "lamp", "oil", "per", "annum", "paid", "at", "night", "and"),
            *("$5,000", "$6,329.50", "28 January 2026", "2.5%", "4.3A.8", "6.2.8(a)(i)", "(b)"),
            *(" ", " ", " ", "\t", "\n", ", ", ". ", "; ", "–", "Māori", "teacher’s"),
        ]
    ),
    max_size=60,
).map("".join)


def marked(old: str, new: str) -> str:
    """The edits in one line: [-deleted-]{+inserted+}."""
    show = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(show[edit.op].format(edit.text) for edit in words(old, new))


@given(WORDING, WORDING)
def test_the_edits_are_the_old_wording_and_the_new(old: str, new: str) -> None:
    edits = words(old, new)
    assert "".join(edit.text for edit in edits if edit.op != "insert") == old
    assert "".join(edit.text for edit in edits if edit.op != "delete") == new
    assert all(edit.text for edit in edits)


@given(WORDING, WORDING)
def test_a_deletion_stands_before_its_insertion_and_kinds_take_turns(old: str, new: str) -> None:
    ops = [edit.op for edit in words(old, new)]
    pairs = set(itertools.pairwise(ops))
    assert pairs <= {
        ("equal", "delete"),
        ("equal", "insert"),
        ("delete", "insert"),
        ("delete", "equal"),
        ("insert", "equal"),
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("$6,329.50", "$6,329.90"),
        ("28 January 2026", "1 July 2026"),
        ("2.5%", "2.1%"),
        ("2.5 per cent", "2.1 per cent"),
        ("4.3A.8", "4.3A.9"),
        ("2023-2025", "2025-2027"),
        ("2022 – 25", "2025 – 27"),
        ("6.2.8(a)(i)", "6.2.8(a)(ii)"),
        ("(a)", "(b)"),
        ("keepers’", "keeper’s"),
    ],
)
def test_a_figure_is_replaced_whole(old: str, new: str) -> None:
    edits = words(f"It is {old} where the light is kept.", f"It is {new} where the light is kept.")
    assert edits == (
        WordEdit("equal", "It is "),
        WordEdit("delete", old),
        WordEdit("insert", new),
        WordEdit("equal", " where the light is kept."),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("One lamp. The oil.", "One lamp. The wick. The oil.", "One lamp. {+The wick. +}The oil."),
        ("the lamp allowance", "the new lamp allowance", "the {+new +}lamp allowance"),
        ("It is lit.", "It is lit at dusk.", "It is lit{+ at dusk+}."),
        (
            "The mate and boatman of the lower station share one lamp.",
            "The cook and steward of the lower station share one lamp.",
            "The [-mate and boatman-]{+cook and steward+} of the lower station share one lamp.",
        ),
        (
            "It is $5,000 per annum from 28 January 2026.",
            "It is $5,500 per annum from 28 January 2027.",
            "It is [-$5,000-]{+$5,500+} per annum from 28 January [-2026-]{+2027+}.",
        ),
        ("Until 28 May 2022.", "Until 2 May 2022.", "Until [-28-]{+2+} May 2022."),
        ("Until 28 May 2022.", "Until 28 2022.", "Until 28 [-May -]2022."),
        (
            "Paid from 16 May 2022 on.",
            "Paid 16 May 2026 on.",
            "Paid [-from -]16 May [-2022-]{+2026+} on.",
        ),
        (
            "Until 28 May 2022 at dusk.",
            "Until 28 June 2023 at dusk.",
            "Until [-28 May 2022-]{+28 June 2023+} at dusk.",
        ),
        ("The lamp,  the oil.", "The lamp, the oil.", "The lamp, [- -]the oil."),
        (
            "Oil is issued monthly.",
            "No keeper shall answer for lost mail.",
            "[-Oil is issued monthly.-]{+No keeper shall answer for lost mail.+}",
        ),
        ("From May 28, 2022.", "From June 28, 2022.", "From [-May-]{+June+} 28, 2022."),
        (
            "From May 28, 2022.",
            "From July 1, 2022.",
            "From [-May 28, 2022-]{+July 1, 2022+}.",
        ),
        ("a part-time keeper", "a full-time keeper", "a [-part-time-]{+full-time+} keeper"),
        ("It shall be lit.", "It shall-not be lit.", "It [-shall-]{+shall-not+} be lit."),
        (
            "The mate of the watch is told.",
            "The cook of the light is told.",
            "The [-mate-]{+cook+} of the [-watch-]{+light+} is told.",
        ),
        (
            "in each watch of 49 hours",
            "in each watch (over 40 lamps of oil) of 44 hours",
            "in each watch {+(over 40 lamps of oil) +}of [-49-]{+44+} hours",
        ),
        (
            "in each watch (over 40 lamps of oil) of 44 hours",
            "in each watch of 49 hours",
            "in each watch [-(over 40 lamps of oil) -]of [-44-]{+49+} hours",
        ),
        (
            "told the mate in respect of a lamp",
            "told the mate (in the third year of the term) in a lamp",
            "told the mate {+(in the third year of the term) +}in [-respect of -]a lamp",
        ),
        ("an on-call keeper", "an on -call keeper", "an on{+ +}-call keeper"),
        ("paid $5, 000 a year", "paid $5,000 a year", "paid [-$5, 000-]{+$5,000+} a year"),
        ("what they requ ire now", "what they require now", "what they requ[- -]ire now"),
        (
            "lit at dusk. From May to June, oil is landed.",
            "lit at dusk (from May to June) unless fog lies. Oil is landed.",
            "lit at dusk[-. From-]{+ (from+} May to June[-, oil-]{+) unless fog lies. Oil+} is"
            " landed.",
        ),
        ("pay of the cook", "(pay of the cook)", "{+(+}pay of the cook{+)+}"),
        (
            "given in lieu of oil except at sea",
            "given in lieu when the keeper of a light asks of except at sea",
            "given in lieu {+when the keeper of a light asks +}of [-oil -]except at sea",
        ),
        ("(b) The rate is", "(c) The pay is", "[-(b)-]{+(c)+} The [-rate-]{+pay+} is"),
        (
            "Paid by 18 May 2023, for a lamp.",
            "Paid by 12 May 2023, unlike a lamp.",
            "Paid by [-18-]{+12+} May 2023, [-for-]{+unlike+} a lamp.",
        ),
        (
            "4.1\tOil is issued monthly to each keeper.",
            "4.2\tWick is issued monthly to each keeper.",
            "[-4.1-]{+4.2+}\t[-Oil-]{+Wick+} is issued monthly to each keeper.",
        ),
    ],
)
def test_the_edits_are_those_of_a_person(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_an_unchanged_figure_is_shown_to_be_unchanged() -> None:
    old = "the first mate and boatman $5,000 or cook"
    new = "the second engineer and stoker $5,000 or steward"
    assert "} $5,000 or [" in marked(f"Paid to {old} in winter.", f"Paid to {new} in winter.")


def test_nothing_changed_and_nothing_there() -> None:
    assert words("", "") == ()
    assert words("The lamp.", "The lamp.") == (WordEdit("equal", "The lamp."),)
    assert words("", "The lamp.") == (WordEdit("insert", "The lamp."),)


@pytest.mark.parametrize("size", [4_000, 40_000])
def test_long_and_repetitive_wordings_are_read_to_their_end(size: int) -> None:
    old = " ".join(["the lamp", "the oil"] * (size // 2))
    new = " ".join(["the oil", "the wick the lamp"] * (size // 2))
    edits = words(old, new)
    assert "".join(edit.text for edit in edits if edit.op != "insert") == old


def test_a_long_wording_with_few_changes_shows_only_those() -> None:
    old = [f"lamp {number} burns" for number in range(3_000)]
    new = [*old[:10], "lamp ten is out", *old[11:2_000], *old[2_001:]]
    edits = words(", ".join(old), ", ".join(new))
    changed = [edit.text for edit in edits if edit.op != "equal"]
    assert len(changed) <= 6
    assert sum(map(len, changed)) < 80
