"""Paragraphs and tables of a file, each with the one that it became."""

from __future__ import annotations

from clausetrack.diff.blocks import Block, steps

LAMP = "The lamp is lit at dusk and put out when the sun is up."
OIL = "Oil is issued on the first of the month to the head keeper of each station."
MATE = "A mate who stood the middle watch may rest until the tender calls at noon."

REST = "No keeper stands two night watches in a row unless the relief is ill or ashore."
BOAT = "The boatman lands stores on Fridays when the swell lets him come alongside."


def scale(step: str, *rates: str) -> Block:
    return Block(rows=((step, "Rate"), *((str(n), rate) for n, rate in enumerate(rates, 1))))


def kept(old: list[Block], new: list[Block]) -> list[tuple[int, int]]:
    return [(s.old, s.new) for s in steps(old, new) if s.old is not None and s.new is not None]


def test_what_moved_past_a_table_takes_it_for_no_other_table() -> None:
    old = [Block(LAMP), Block(OIL), scale("Mate", "$50,000", "$61,000"), Block(MATE),
           Block(REST), scale("Cook", "$9.10", "$9.80"), Block(BOAT)]  # fmt: skip
    new = [Block(LAMP), scale("Mate", "$50,000", "$62,500"), Block(MATE), Block(OIL),
           scale("Cook", "$9.10", "$9.95"), Block(BOAT), Block(REST)]  # fmt: skip
    assert kept(old, new) == [(0, 0), (2, 1), (3, 2), (5, 4), (6, 5)]


def test_a_paragraph_that_took_another_number_moved_and_not_the_heading_that_it_passed() -> None:
    clause = "The bell is rung at dusk and again when the last boat has come in from the bay."
    head, rest = "1.3 Bells", "1.3.2 The rope of the bell is renewed in spring."
    first = "1.2.1 Oil is carried up before the sun goes down."
    old = [Block(text) for text in (first, head, f"1.3.1 {clause}", rest)]
    new = [Block(text) for text in (first, f"1.2.1A {clause}", head, rest)]
    assert [(step.old, step.new) for step in steps(old, new) if step.moved is not None] == [
        (None, 1), (2, None),
    ]  # fmt: skip
