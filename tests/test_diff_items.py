"""Short items of a list that moved in it, and those that only look as if they had."""

from __future__ import annotations

from factory import agreement

from clausetrack.diff.compare import compare

BREAKS = ("five minutes after sunrise;", "forty minutes at noon;", "5 minutes at dusk.")


def told(old: tuple[str, ...], new: tuple[str, ...], *, also: tuple[str, ...] = ()) -> list[str]:
    """What happened to the items of one list; `also` are those of another, in the new version."""
    sides = [
        agreement(
            "\n".join(
                ["1.1 Breaks are:"]
                + [f"1.1({letter}) {text}" for letter, text in zip("abcd", first, strict=False)]
                + ["1.2 Rests are:", "1.2(a) a nap after the night watch;"]
                + [f"1.2({letter}) {text}" for letter, text in zip("bc", second, strict=False)]
            )
        )
        for first, second in ((old, ()), (new, also))
    ]
    return sorted(
        f"{one.kind}{' moved' * one.moved} {one.old_id or '-'} {one.new_id or '-'}"
        for one in compare(*sides).changes
        if one.kind != "renumbered"
    )


def test_an_item_that_moved_in_its_list_and_got_another_figure_is_one_change() -> None:
    lunch, dusk = BREAKS[1:]
    for new in ("twenty minutes after sunrise;", "20 minutes after sunrise;"):
        assert told(BREAKS, (lunch, dusk, new)) == ["changed moved 1.1(a) 1.1(c)"]


def test_an_item_that_says_something_else_is_another() -> None:
    lunch, dusk = BREAKS[1:]
    assert told(BREAKS, (lunch, "five minutes after supper;", dusk)) == [
        "deleted 1.1(a) -",
        "inserted - 1.1(b)",
    ]


def test_a_figure_with_one_word_beside_it_is_no_item_that_moved() -> None:
    old, new = ("five days;", *BREAKS[1:]), (*BREAKS[1:], "six days;")
    assert told(old, new) == ["deleted 1.1(a) -", "inserted - 1.1(c)"]


def test_a_figure_in_another_list_is_another_item() -> None:
    assert told(BREAKS, BREAKS[1:], also=("ten minutes after sunrise;",)) == [
        "deleted 1.1(a) -",
        "inserted - 1.2(b)",
    ]


def test_of_two_such_items_nobody_can_tell_which_moved() -> None:
    stay = ("forty minutes at noon;", "an hour in the lee of the tower.")
    old = ("five minutes after sunrise;", "six minutes after sunrise;", *stay)
    new = (*stay, "nine minutes after sunrise;", "eight minutes after sunrise;")
    assert told(old, new) == ["deleted 1.1(a) -", "deleted 1.1(b) -", "inserted - 1.1(c)",
                              "inserted - 1.1(d)"]  # fmt: skip
