"""How the name of an agreement is read, in capitals too."""

from __future__ import annotations

import pytest

from clausetrack.agreements import NAME, short


@pytest.mark.parametrize(
    ("title", "name", "years"),
    [
        ("LIGHTHOUSE KEEPERS COLLECTIVE AGREEMENT 2026-2028", "LKCA", ("2026", "2028")),
        ("TERMS OF SETTLEMENT FOR THE PORT AND HARBOUR WORKERS COLLECTIVE AGREEMENT 2026-28",
         "PHWCA", ("2026", "28")),
        ("THE LIGHT KEEPERS COLLECTIVE EMPLOYMENT AGREEMENT", "LKCEA", (None, None)),
        ("The Lighthouse Keepers’ Collective Agreement 2026–28", "LKCA", ("2026", "28")),
        ("Department of Lights Collective Agreement (DLCA)", "DLCA", (None, None)),
    ],
)  # fmt: skip
def test_the_name_and_the_years_of_an_agreement(
    title: str, name: str, years: tuple[str | None, str | None]
) -> None:
    found = NAME.search(title)
    assert found is not None
    assert (short(found), (found["from"], found["to"])) == (name, years)


@pytest.mark.parametrize(
    "text",
    [
        "THIS COLLECTIVE AGREEMENT 2026-28",
        "This Collective Agreement is for two years.",
        "KEEPERS REJECT COLLECTIVE AGREEMENT OFFER",
    ],
)
def test_this_agreement_and_a_headline_are_no_names(text: str) -> None:
    assert NAME.search(text) is None
