"""Sentences that have an order's verb, words and clause, and order nothing; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Chandler Row Candle Makers Collective Agreement 2023–2025

1 Wax

1.1 Wax is melted at noon.

1.2 Wicks are trimmed.
"""
TERMS = (
    "Terms of settlement\n\nChandler Row Candle Makers Collective Agreement 2025–2027\n\n1. {}\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
EXCHANGE = "“noon” with “dusk” in clause 1.1"
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "sentence",
    [
        f"A working party will look at clause 1.1 and whether to replace {EXCHANGE}.",
        f"The parties will discuss how to replace {EXCHANGE}.",
        f"The company is open to replacing {EXCHANGE}.",
        f"The parties agreed that the company will trial replacing {EXCHANGE}.",
        f"A committee is to report on replacing {EXCHANGE}.",
        f"The union will put to its members a change that replaces {EXCHANGE}.",
        f"There is support for replacing {EXCHANGE}.",
        f"In good faith the parties will aim to replace {EXCHANGE}.",
        f"The parties agree to work towards replacing {EXCHANGE}.",
        f"In 2019 the parties replaced {EXCHANGE}.",
        "A working party will decide whether “noon” in clause 1.1 is replaced with “dusk”.",
        f"It was agreed in principle to replace {EXCHANGE}.",
        "The parties agree in principle that in clause 1.1 “noon” is replaced with “dusk”.",
        "A committee will look at inserting a new clause 1.3:\n\n1.3 Moulds are oiled.",
        "The parties agree to explore deleting clause 1.2.",
    ],
)
def test_what_is_only_spoken_of_is_not_carried_out(sentence: str) -> None:
    done = result(sentence)
    assert "applied" not in statuses(done)
    assert texts(done) == UNCHANGED


def test_the_reason_quotes_the_words_that_lead_to_the_verb() -> None:
    [outcome] = result(f"The company is open to replacing {EXCHANGE}.").applied.outcomes
    assert "“company is open to replacing”" in outcome.reason


@pytest.mark.parametrize(
    "sentence",
    [
        f"Replace {EXCHANGE}.",
        "Amend clause 1.1 by replacing “noon” with “dusk”.",
        "Amend clause 1.1 to replace “noon” with “dusk”.",
        "Clause 1.1 is amended by deleting “noon” and inserting “dusk”.",
        f"The parties have agreed to replace {EXCHANGE}.",
        f"The Company and the Union agree to replace {EXCHANGE}.",
        f"The parties agree instead to replace {EXCHANGE}.",
        f"The parties reached agreement to replace {EXCHANGE}.",
        "To make it clear whether wax is hot, in clause 1.1 replace “noon” with “dusk”.",
        "To clarify how to melt, in clause 1.1 replace “noon” with “dusk”.",
        "In the clause on how to melt wax (clause 1.1), replace “noon” with “dusk”.",
        f"Melting – replace {EXCHANGE}.",
        "In clause 1.1, “noon” is replaced with “dusk”.",
    ],
)
def test_what_is_commanded_or_agreed_is_carried_out(sentence: str) -> None:
    assert texts(result(sentence)) == UNCHANGED | {"1.1": "Wax is melted at dusk."}
