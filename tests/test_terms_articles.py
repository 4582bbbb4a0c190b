"""Agreements in Articles, and terms that speak of these: worked by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup
from clausetrack.model import Document

#: The clauses count through the Articles.
THROUGH = """Tasman Cement Works Collective Agreement 2023–2025

Article 1 – Coverage

1.1 This agreement covers kiln hands and drivers.

1.2 It does not cover managers.

Article 2 – Hours

2.1 A week is forty hours, as Article 2.2 says.

2.2 A shift is eight hours. A shift may be split.

Article 3 – Allowances

3.1 A dust allowance of $3.00 a day is paid.

3.2 The following are paid:

(a) a boot allowance of $90 a year; and

(b) a tool allowance of $120 a year.

Article 4 – Meals

A meal break is thirty minutes. It is unpaid.

Article 5 – Uniforms

5.1 The Company supplies two uniforms a year.

5.2 The Company launders them.

Article 6 – Parking

Parking is free for drivers.
"""
#: They count anew in each.
ANEW = """Wairau Tannery Collective Agreement 2023–2025

ARTICLE 1: COVERAGE

1. This agreement covers tanners and drivers.

2. It does not cover managers.

ARTICLE 2: PAY

1. Pay is weekly.

2. A slip is given. The slip shows leave.

ARTICLE 3: GLOVES

Gloves are supplied twice a year.

ARTICLE 4: MEALS

(a) A meal break is thirty minutes.

(b) Tea is free.
"""
#: The clauses have bare numbers, and are called Articles.
CALLED = """Opihi Quarries Collective Agreement 2023–2025

1. Coverage

This agreement covers drillers. Pay is under Article 3.

2. Goggles

Goggles are supplied twice a year.

3. Pay

3.1 Pay is weekly.

3.2 A slip is given.
"""
TERMS = (
    "Terms of settlement\n\n{} Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n1. {}\n\n"
    "2. Ratification\n\nMembers will vote.\n"
)


def base(agreement: str) -> Document:
    return read(agreement.encode(), "base.txt")


def result(agreement: str, order: str) -> Markup:
    name = agreement.partition(" Collective")[0]
    return markup(agreement.encode(), TERMS.format(name, order).encode())


def changes(agreement: str, order: str) -> tuple[list[str], dict[str, str | None]]:
    before = {one.id: one.own_text for one in base(agreement).clauses}
    done = result(agreement, order)
    return statuses(done), texts_changed(done, before)


SHORTER = {"2.1": "A week is thirty-eight hours, as Article 2.2 says."}
LONGER = {"Article 4": "A meal break is forty minutes. It is unpaid."}
ONE_SENTENCE = {"2.2": "A shift is eight hours."}
NO_PARKING = {"Article 6": None}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        # clauses of an Article
        ("In Article 2.1, replace “forty” with “thirty-eight”.", SHORTER),
        ("Article 2.1: replace “forty” with “thirty-eight”.", SHORTER),
        ("Article 2.1 is amended by replacing “forty” with “thirty-eight”.", SHORTER),
        ("Article 2 – Hours\n\nIn Article 2.1 replace “forty” with “thirty-eight”.", SHORTER),
        ("Delete Article 1.2.", {"1.2": None}),
        ("Delete the second sentence of Article 2.2.", ONE_SENTENCE),
        ("Article 2.2: delete the second sentence.", ONE_SENTENCE),
        ("In Article 3.1 increase the dust allowance from $3.00 to $3.50.",
         {"3.1": "A dust allowance of $3.50 a day is paid."}),
        ("In Article 3.2(a) replace “$90” with “$110”.",
         {"3.2(a)": "a boot allowance of $110 a year; and"}),
        ("In Article 2.1, replace “Article 2.2” with “Article 2.3”.",
         {"2.1": "A week is forty hours, as Article 2.3 says."}),
        ("Omit from Article 6 the words “for drivers”.", {"Article 6": "Parking is free."}),
        ("In Article 3.1, $3.00 becomes $3.50.",
         {"3.1": "A dust allowance of $3.50 a day is paid."}),
        ("In paragraph (b) of Article 3.2 replace “$120” with “$150”.",
         {"3.2(b)": "a tool allowance of $150 a year."}),
        ("Amend Article 4 as follows:\n\n(a) replace “thirty” with “forty”.", LONGER),
        ("Article 5.2 / Laundering to read “The Company launders and mends them.”",
         {"5.2": "The Company launders and mends them."}),
        # their wording, printed below or in the line
        ("Amend Article 2.1 to read:\n\n2.1 A week is thirty hours.",
         {"2.1": "A week is thirty hours."}),
        ("Amend Article 2.1 to read:\n\nA week is short, as Article 2.2 says.",
         {"2.1": "A week is short, as Article 2.2 says."}),
        ("Replace Article 1.2 with: “It does not cover managers or cooks.”",
         {"1.2": "It does not cover managers or cooks."}),
        ("Insert a new Article 2.3:\n\n2.3 Overtime is by agreement.",
         {"2.3": "Overtime is by agreement."}),
        ("Insert after Article 5.2:\n\n5.3 Boots are replaced when worn.",
         {"5.3": "Boots are replaced when worn."}),
        # whole Articles
        ("Delete Article 6.", NO_PARKING),
        ("Article 6 is deleted.", NO_PARKING),
        ("Article 6 (Parking) is deleted.", NO_PARKING),
        ("In Article 4, replace “thirty minutes” with “forty minutes”.", LONGER),
        ("Article 4: replace “thirty” with “forty”.", LONGER),
        ("Article 4 – Meals\n\nReplace “thirty minutes” with “forty minutes”.", LONGER),
        ("Delete the second sentence of Article 4.",
         {"Article 4": "A meal break is thirty minutes."}),
        ("Replace Article 4 with:\n\nArticle 4 – Meals\n\nA meal break is paid.",
         {"Article 4": "A meal break is paid."}),
        ("Replace Article 5 with the following:\n\nArticle 5 – Uniforms\n\n"
         "5.1 The Company supplies three uniforms a year.\n\n5.2 The Company mends them.",
         {"5.1": "The Company supplies three uniforms a year.",
          "5.2": "The Company mends them."}),
        ("Add a new Article 7:\n\nArticle 7 – Lockers\n\n7.1 Each employee has a locker.",
         {"Article 7": "", "7.1": "Each employee has a locker."}),
    ],
)  # fmt: skip
def test_an_article_is_cited_as_a_clause_is(order: str, wanted: dict[str, str | None]) -> None:
    assert changes(THROUGH, order) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        # no such Article, or words that it does not have
        "Delete Article 9.",
        "Delete Article 3.2(c).",
        "In Article 2.1, replace “thirty-nine” with “thirty-eight”.",
        "Delete paragraph 2 of Article 3.",
        "Replace the first Article with:\n\nThis agreement covers all.",
        "Article 6 (Meals) is deleted.",
        # a day, a condition, somebody
        "Article 6 is deleted from 1 April 2027.",
        "Article 6 will be deleted if the new car park opens.",
        "In Article 4, replace “thirty minutes” with “forty minutes” for drivers.",
        "As Article 31.2 of the Convention says, delete Article 2.1 for casuals.",
        # other papers
        "Delete Article 6 of the Company’s constitution.",
        "Article 6 of the Uniform Agreement is deleted.",
        "Article 2 of the Health Code: replace “forty” with “thirty-eight”.",
        "In the Articles of Association, delete Article 6.",
        # nothing that changes the agreement
        "The Company prints an article on parking. Delete the article.",
        "Article 5 applies to drivers.",
        "Article 2.1 was replaced in 2019.",
        "The Company shall post Article 2.1 on the board.",
        # wording of another clause, or of less than the Article
        "Amend Article 2.1 to read:\n\n2.2 A week is long.",
        "Amend Article 5 to read:\n\nUniforms are worn.",
    ],
)
def test_what_is_no_plain_order_on_an_article_is_left(order: str) -> None:
    said, changed = changes(THROUGH, order)
    assert "applied" not in said
    assert changed == {}


def test_each_of_several_articles_is_one() -> None:
    said, changed = changes(THROUGH, "Delete Articles 4 and 6.")
    assert said == ["applied", "applied"]
    assert changed == {"Article 4": None, "Article 6": None}
    order = "In Articles 2 and 4 replace “thirty minutes” with “forty minutes”."
    assert changes(THROUGH, order) == (["precondition-failed", "applied"], LONGER)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In Article 2(1), replace “weekly” with “fortnightly”.",
         {"Article 2 1": "Pay is fortnightly."}),
        ("Article 2(2): delete the second sentence.", {"Article 2 2": "A slip is given."}),
        ("Delete Article 1(2).", {"Article 1 2": None}),
        ("Delete Article 2.2.", {"Article 2 2": None}),
        ("Delete Article 4(b).", {"Article 4 (b)": None}),
        ("In Article 4(a) replace “thirty” with “forty”.",
         {"Article 4 (a)": "A meal break is forty minutes."}),
        ("The parties agree to amend Article 3 by replacing “twice” with “four times”.",
         {"Article 3": "Gloves are supplied four times a year."}),
        ("Amend Article 3 to read:\n\nGloves are supplied when worn.",
         {"Article 3": "Gloves are supplied when worn."}),
    ],
)  # fmt: skip
def test_the_number_in_an_article_is_its_own(order: str, wanted: dict[str, str | None]) -> None:
    assert changes(ANEW, order) == (["applied"], wanted)


@pytest.mark.parametrize(
    "wording",
    ["A slip is sent.", "(2) A slip is sent.", "2. A slip is sent.", "2.2 A slip is sent."],
)
def test_wording_for_a_number_in_an_article_is_left(wording: str) -> None:
    said, changed = changes(ANEW, f"Amend Article 2.2 to read:\n\n{wording}")
    assert "applied" not in said
    assert changed == {}


@pytest.mark.parametrize(
    "order",
    [
        "In Article 3(1) replace “Gloves” with “Mitts”.",
        "In Article 7(1) replace “weekly” with “monthly”.",
        "Delete Article 4(b) for drivers.",
        "Article 2(2) stays as it is.",
        "Delete Article 3 from the 2021 agreement.",
    ],
)
def test_a_number_that_the_article_lacks_is_not_that_of_another(order: str) -> None:
    assert changes(ANEW, order)[1] == {}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In Article 2, replace “twice a year” with “yearly”.",
         {"2": "Goggles are supplied yearly."}),
        ("Article 2 is deleted.", {"2": None}),
        ("Delete Article 3.2.", {"3.2": None}),
        ("In Article 1 replace “under Article 3” with “set by Article 3.1”.",
         {"1": "This agreement covers drillers. Pay is set by Article 3.1."}),
    ],
)  # fmt: skip
def test_clauses_that_the_agreement_calls_articles(
    order: str, wanted: dict[str, str | None]
) -> None:
    assert changes(CALLED, order) == (["applied"], wanted)


def test_a_clause_is_no_article_where_the_agreement_does_not_call_it_so() -> None:
    bare = CALLED.replace("Article", "clause")
    assert changes(bare, "Article 2 is deleted.") == (["target-missing"], {})


def test_the_terms_are_quoted_as_they_are_printed() -> None:
    done = result(THROUGH, "Delete the second sentence of Article 2.2. See Article 2.1.")
    said = [one.amendment.instruction for one in done.applied.outcomes]
    kept = [one.text for one in done.instructions.terms_only]
    assert "Article 2.2" in said[0]
    assert not any("lause" in text for text in [*said, *kept])
    assert any("Article 2.1" in text for text in [*said, *kept])
    body = " ".join(one.own_text for one in done.terms.clauses)
    assert "the second sentence of Article 2.2. See Article 2.1." in body


def test_articles_in_bold_keep_their_emphasis() -> None:
    terms = TERMS.format("Tasman Cement Works", "In **Article 2.1**, replace “forty” with “six”.")
    done = markup(THROUGH.encode(), terms.encode(), terms_name="terms.md")
    item = next(one for one in done.terms.clauses if one.id == "1")
    assert [(run.text, run.emphasis) for run in item.text] == [
        ("In ", ""), ("Article 2.1", "b"), (", replace “forty” with “six”.", ""),
    ]  # fmt: skip
    assert statuses(done) == ["applied"]
