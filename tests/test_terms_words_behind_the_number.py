"""“Clause 3.3 – on nights, replace …”: what stands between a clause's number and the order."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

order = on(
    """Lamp House Staff Collective Agreement 2023–2025

1 Rooms

1.1 Access

Staff may use the common room at any hour.

2 Pay

2.1 Pay is weekly.

3 Rest

3.1 On call

Staff on call rest in the common room.

3.2 Overtime

Staff may rest in the common room.

3.3 In the kitchen

The kitchen is next to the common room, and breaks there last ten minutes.
""",
    "Terms of Settlement\nLamp House Staff Collective Agreement 2025–2027\n\n1. ",
)
BEFORE = texts(order("The parties met in May."))


@pytest.mark.parametrize(
    "front",
    [
        "Clause 3.2 – on nights, ", "Clause 1.1 – at the north light, ", "Clause 3.2 – cooks, ",
        "Clause 3.2 - cooks only, ", "Clause 3.2 — on nights — ", "Clause 3.2: on nights, ",
        "Clause 3.2: cooks, ", "Clause 3.2: cooks: ", "Clause 3.2 on nights, ",
        "In clause 3.2 – during the winter, ", "Clause 3.2 – cooks: ", "Clause 3.2, for casuals: ",
        "Clause 3.2 – On nights, ", "Clause 3.2 (on nights), ",
    ],
)  # fmt: skip
def test_words_that_say_for_whom_or_where_hold_the_order(front: str) -> None:
    done = order(f"{front}replace “common room” with “lamp room”.")
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, BEFORE) == {}


@pytest.mark.parametrize(
    ("front", "at"),
    [
        ("Clause 3.2 – Overtime, ", "3.2"), ("Clause 3.2 – overtime – ", "3.2"),
        ("Clause 3.2: Overtime: ", "3.2"), ("Clause 3.1 – On call, ", "3.1"),
        ("Clause 3.3 – In the kitchen, ", "3.3"), ("Clause 3.3 – breaks, ", "3.3"),
        ("Clause 3.2 – in the first sentence, ", "3.2"), ("Clause 3.2 – for consistency, ", "3.2"),
        ("Clause 3.2 – ", "3.2"), ("Clause 3.2 – to correct an error, ", "3.2"),
    ],
)  # fmt: skip
def test_the_name_of_the_clause_or_its_topic_does_not(front: str, at: str) -> None:
    done = order(f"{front}replace “common room” with “lamp room”.")
    assert texts_changed(done, BEFORE) == {at: BEFORE[at].replace("common room", "lamp room")}
