"""An order on words is no order on a part of a longer word: "part" is not said by "part-time"."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import on, spans

from clausetrack.markup import Markup
from clausetrack.model import Run
from clausetrack.prove import Proof, prove

AGREEMENT = """Mere Ferries Collective Agreement 2023–2025

1 Staff

1.1 A part-time hand is paid by the hour. A hand in training is not.

1.2 The non‑sailing time is set by the master.

1.3 A part-time hand has a part of each allowance.
"""
TERMS = (
    "Terms of settlement\nMere Ferries Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes to the collective agreement:\n\n"
    "1. Staff\n\n{}\n"
)
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.1 replace “part” with “half”.",
        "In clause 1.1 replace “time” with “shift”.",
        "In clause 1.1, in the first sentence, replace “part” with “half”.",
        "In clause 1.1 delete “part”.",
        "In clause 1.1 insert “short” after “part”.",
        "In clause 1.1 insert “short” before “time”.",
        "In clause 1.1 replace “part” with “half” wherever it appears.",
        "In clause 1.2 replace “sailing” with “training”.",
        "In clause 1.2 delete the word “non”.",
    ],
)
def test_a_part_of_a_longer_word_is_left_alone(order: str) -> None:
    done = result(order)
    assert "applied" not in {one.status for one in done.applied.outcomes}
    assert [one.own_text for one in done.applied.document.clauses] == [
        one.own_text for one in done.base.clauses
    ]


def test_the_reason_says_the_longer_word() -> None:
    (outcome,) = result("In clause 1.1 replace “part” with “half”.").applied.outcomes
    assert outcome.status == "precondition-failed"
    assert "“part-time”" in outcome.reason


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (
            "In clause 1.3 replace “part” with “half”.",
            "A part-time hand has a half of each allowance.",
        ),
        (
            "In clause 1.3 replace “part-time” with “casual”.",
            "A casual hand has a part of each allowance.",
        ),
    ],
)
def test_the_word_itself_and_the_longer_one_are_replaced(order: str, expected: str) -> None:
    done = result(order)
    assert [one.status for one in done.applied.outcomes] == ["applied"]
    assert done.proof.holds
    assert done.applied.document.body["1.3"].own_text == expected


def proof_of(done: Markup, text: str) -> Proof:
    """The proof of what was done, but for clause 1.3, which reads as `text`."""
    edits = tuple(
        replace(edit, new=edit.new._replace(text=(Run(text),)))
        if edit.new is not None and edit.new.id == "1.3"
        else edit
        for edit in done.applied.edits
    )
    clauses = tuple(edit.new for edit in edits if edit.new is not None)
    applied = replace(
        done.applied, edits=edits, document=replace(done.applied.document, clauses=clauses)
    )
    return prove(done.base, done.terms, done.instructions, applied, done.base,
                 applied.document, spans(applied))  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        "A half-time hand has a part of each allowance.",
        "A half-time hand has a half of each allowance.",
    ],
)
def test_the_proof_sees_a_half_word_that_was_changed(wrong: str) -> None:
    done = result("In clause 1.3 replace “part” with “half”.")
    assert proof_of(done, "A part-time hand has a half of each allowance.").holds
    assert not proof_of(done, wrong).wording_verbatim
