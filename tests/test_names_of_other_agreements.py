"""Terms of another agreement, by the full names that documents print, are not carried out."""

from __future__ import annotations

import pytest
from factory import statuses

from clausetrack.errors import TermsDoNotFit
from clausetrack.markup import Markup, markup

BODY = """

1 Coverage

1.1 All staff are covered.

2 Meals

2.1 The allowance is $10 a meal.

2.2 It is paid weekly.
"""
ORDER = "\n\n1. In clause 2.1 replace “$10” with “$12”.\n"


def result(base: str, terms: str) -> Markup:
    return markup((base + BODY).encode(), (terms + ORDER).encode())


def unverified(done: Markup) -> list[str]:
    return [one.message for one in done.applied.findings if one.code == "base-not-verified"]


DEED = "Deed of Variation\n\nThe parties vary the {} as follows:"


@pytest.mark.parametrize(
    ("base", "amended"),
    [
        ("Alder Shire Enterprise Agreement 2019", "Birch Shire Enterprise Agreement 2019"),
        # the first letters are the same
        ("Alder Shire Enterprise Agreement 2019", "Acacia Shire Enterprise Agreement 2019"),
        ("Alder Shire Collective Agreement 2019-2022",
         "Acacia Shire Collective Agreement 2019-2022"),
        ("ALDER SHIRE NURSES AWARD 2020", "Alder Shire Drivers Award 2020"),
        ("Alder Trust Conditions of Service", "Birch Trust Conditions of Service"),
        ("Alder Trust Staff Handbook", "Alder Trust Enterprise Agreement"),
    ],
)  # fmt: skip
def test_another_name_is_another_agreement(base: str, amended: str) -> None:
    with pytest.raises(TermsDoNotFit, match="the terms amend the"):
        result(base, DEED.format(amended))


@pytest.mark.parametrize(
    ("base", "amended"),
    [
        ("Alder Shire Enterprise Agreement 2019", "Alder Shire Enterprise Agreement 2019"),
        ("The Alder Shire Enterprise Agreement 2019", "Alder Enterprise Agreement 2019"),
        ("ALDER SHIRE TEACHERS’ AWARD 2020", "Alder Shire Teachers Award 2020"),
        ("New Zealand Alder Drivers Award 2020", "NZ Alder Drivers Award 2020"),
        ("Alder Shire Teaching Staff Award 2020", "Alder Shire Teachers Award 2020"),
    ],
)
def test_a_name_in_short_or_spelt_otherwise_is_the_same(base: str, amended: str) -> None:
    done = result(base, DEED.format(amended))
    assert statuses(done) == ["applied"]
    assert unverified(done) == []


def test_a_variation_of_the_agreement_of_another_year_is_refused() -> None:
    with pytest.raises(TermsDoNotFit, match=r"of 2022; give the one of 2019"):
        result("Alder Shire Enterprise Agreement 2022",
               DEED.format("Alder Shire Enterprise Agreement 2019"))  # fmt: skip


def test_the_year_of_a_settlement_is_not_that_of_its_base() -> None:
    done = result("Alder Shire Enterprise Agreement 2022",
                  "Terms of settlement\n\nAlder Shire Enterprise Agreement 2025")  # fmt: skip
    assert statuses(done) == ["applied"]
    (said,) = unverified(done)
    assert "which version" in said


@pytest.mark.parametrize(
    ("base", "amended"),
    [
        ("Employment Agreement", "Alder Shire Enterprise Agreement"),
        ("Alder Shire Enterprise Agreement", "Enterprise Agreement"),
        ("Relationship to Parent Award", "Alder Shire Award"),
        ("Working at Alder", "Alder Shire Award"),
    ],
)
def test_what_names_nobody_is_not_held_against_a_name(base: str, amended: str) -> None:
    done = result(base, DEED.format(amended))
    assert statuses(done) == ["applied"]
    assert any("which agreement" in said for said in unverified(done))


def test_an_award_that_a_clause_speaks_of_is_not_what_terms_amend() -> None:
    done = result(
        "Alder Shire Enterprise Agreement 2022",
        "Deed of Variation\n\nAlder Shire Enterprise Agreement 2022\n\n"
        "The parties are not bound by the Birch Drivers Award 2020.",
    )
    assert statuses(done) == ["applied"]
    assert not any("which agreement" in said for said in unverified(done))
