"""The names of agreements, as documents print them."""

from __future__ import annotations

import pytest

from clausetrack.agreements import NAME, short


@pytest.mark.parametrize(
    "title",
    [
        "Harbour Workers Collective Agreement 2027-2029",
        "The Harbour Workers Collective Agreement 2027-2029",
        "Terms of Settlement for the Harbour Workers Collective Agreement 2027-2029",
        "Memorandum of Variation of the Harbour Workers Collective Agreement",
        "Terms of Settlement: Harbour Workers Collective Agreement (HWCA) 2027-2029",
    ],
)
def test_what_a_title_says_before_the_name_is_none_of_it(title: str) -> None:
    found = NAME.search(title)
    assert found is not None
    assert short(found) == "HWCA"
