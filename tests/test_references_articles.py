"""“Article 3” where clauses are numbered 3, and short forms: “article 2”, “cl. 3.1”."""

from __future__ import annotations

import pytest

from clausetrack.ingest import read
from clausetrack.references import references

COUNTED = """Pilots’ Collective Agreement 2023-2025

1. Words

1.1 A shift is as article 2 says.

1.2 The rate is that of Article 3.

1.3 See cl. 2.1 and cls 3.1 and 3.2, and Article 9.

2. Shifts

2.1 A shift is that of article 4 of the Treaty, and an article is read.

3. Rates

3.1 The rate is $30.

3.2 It is paid weekly.

(a) It is paid at noon.
"""
CALLED = """Agreement between the Town and the Pilots

ARTICLE 1 - WORDS

Section 1. Article 3 is about wages, and Article 2 is not.

ARTICLE 3 - WAGES

Section 1. Wages are paid weekly.

2. A late wage is paid with interest.
"""


def told(text: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    found = references(read(text.encode(), "agreement.txt"))
    return [(one.clause, one.text, one.targets if one.resolves else (), one.why) for one in found]


def test_an_article_of_that_number_is_the_clause_where_none_is_called_so() -> None:
    assert told(COUNTED) == [
        ("1.1", "article 2", ("2",), ""),
        ("1.2", "Article 3", ("3",), ""),
        ("1.3", "cl. 2.1", ("2.1",), ""),
        ("1.3", "cls 3.1 and 3.2", ("3.1", "3.2"), ""),
        ("1.3", "Article 9", (), "no Article 9 in this document"),
        ("2.1", "article 4 of the Treaty", (), "in the Treaty, not in this document"),
    ]


def test_where_articles_are_called_so_no_other_clause_is_one() -> None:
    assert [(text, targets, why) for _, text, targets, why in told(CALLED)] == [
        ("Article 3", ("Article 3",), ""),
        ("Article 2", (), "no Article 2 in this document"),
    ]


@pytest.mark.parametrize("text", ["the articles of 2019", "cloud 9", "an article a day"])
def test_other_words_are_no_short_forms(text: str) -> None:
    found = told(COUNTED.replace("The rate is $30.", f"The rate is $30 ({text})."))
    assert [one for one in found if one[0] == "3.1"] == []
