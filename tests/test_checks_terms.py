"""Terms that are capitalised as the defined ones are, and are defined nowhere."""

from __future__ import annotations

import pytest
from test_checks_noise import of
from test_checks_rules import _agreement

DEFINED = (
    "2.1 “Night Keeper” means a keeper of the night watch.",
    "2.2 “Head Lamp” means the lamp of the tower.",
    "2.3 “Oil Store” means the store of the oil.",
)


def test_a_term_that_is_used_as_the_defined_ones_are_and_is_not_defined() -> None:
    text = _agreement(
        *DEFINED,
        "2.4 A Night Keeper is helped by a Fog Keeper. Each Fog Keeper has a Head Lamp.",
    )
    (one,) = of("term-undefined", text)
    assert (one.clause, one.severity) == ("2.4", "info")
    assert one.message == "other terms are defined, and not “Fog Keeper”"


@pytest.mark.parametrize(
    "words",
    [
        "A Fog Keeper has a Head Lamp.",  # stands there once
        "The Fog Keeper has a lamp, and the Fog Keeper tends it.",  # a name as well may be
        "A fog keeper has a lamp, and each fog keeper tends it.",
        "A Night Keeper has a Head Lamp, and no Night Keeper an Oil Store.",
        "Each keeper (a “Fog Keeper”) has a lamp, and no Fog Keeper has two.",
    ],
)
def test_a_term_that_is_defined_or_may_be_a_name_is_let_be(words: str) -> None:
    assert not of("term-undefined", _agreement(*DEFINED, f"2.4 {words}"))


def test_where_an_agreement_defines_next_to_nothing_capitals_mean_nothing() -> None:
    words = "2.2 A Fog Keeper has a lamp. Each Fog Keeper tends it."
    assert not of("term-undefined", _agreement(DEFINED[0], words))
