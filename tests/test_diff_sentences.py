"""A sentence that went from one clause to another is told, with what was edited on the way."""

from __future__ import annotations

from clausetrack.comparison import compared

HEAD = "Slip Works Collective Agreement 2022-2025\n\n1 Boats\n\n"
OIL = "The owner pays for the oil that a deckhand buys on a voyage of more than ten days."
ROPE = "Rope is bought by the mate before the boat leaves, and is kept dry."
LAMP = "Each lamp is lit at dusk by the keeper who has the watch."
TEA = "Tea is free."


def told(old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str]]:
    """What is told of the sentences of two versions, by clause."""
    sides = (HEAD + "\n\n".join(f"{number} {text}" for number, text in side.items())
             for side in (old, new))  # fmt: skip
    was, now = (f"{side}\n".encode() for side in sides)
    found = compared(was, now, "old.txt", "new.txt").findings
    return [(one.clause, one.message) for one in found if one.code == "sentence-moved"]


def test_a_sentence_that_went_word_for_word() -> None:
    found = told({"1.1": f"{ROPE} {OIL}", "1.2": LAMP}, {"1.1": ROPE, "1.2": f"{LAMP} {OIL}"})
    shown = "The owner pays for the oil that a deckhand buys on a …"
    assert found == [("1.2", f"“{shown}” stood in 1.1, word for word")]


def test_what_was_edited_on_the_way_is_told() -> None:
    other = OIL.replace("ten", "twenty")
    found = told({"1.1": f"{ROPE} {OIL}", "1.2": LAMP}, {"1.1": ROPE, "1.2": f"{LAMP} {other}"})
    shown = "The owner pays for the oil that a deckhand buys on a …"
    assert found == [("1.2", f"“{shown}” reads as what 1.1 lost, but for: ten → twenty")]


def test_words_that_stay_or_are_short_or_stand_in_several_clauses_are_not_told() -> None:
    # it stays in 1.1, and stands in 1.2 too
    assert told({"1.1": f"{ROPE} {OIL}", "1.2": LAMP},
                {"1.1": f"{ROPE} {OIL}", "1.2": f"{LAMP} {OIL}"}) == []  # fmt: skip
    # in the clause itself it stands elsewhere
    assert told({"1.1": f"{ROPE} {OIL} {LAMP}"}, {"1.1": f"{LAMP} {ROPE} {OIL}"}) == []
    # it is the same by chance
    assert told({"1.1": f"{ROPE} {TEA}", "1.2": LAMP}, {"1.1": ROPE, "1.2": f"{LAMP} {TEA}"}) == []
    # two clauses got it
    assert told({"1.1": f"{ROPE} {OIL}", "1.2": LAMP, "1.3": TEA},
                {"1.1": ROPE, "1.2": f"{LAMP} {OIL}", "1.3": f"{TEA} {OIL}"}) == []  # fmt: skip
    # a clause that moved whole is told as that
    assert told({"1.1": OIL, "1.2": LAMP, "1.3": ROPE},
                {"1.1": LAMP, "1.2": ROPE, "1.3": OIL}) == []  # fmt: skip


def test_only_half_of_it_the_same_is_another_sentence() -> None:
    other = "The owner pays for the bread that a cook bakes in the week before the boats leave."
    assert told({"1.1": f"{ROPE} {OIL}", "1.2": LAMP},
                {"1.1": ROPE, "1.2": f"{LAMP} {other}"}) == []  # fmt: skip
