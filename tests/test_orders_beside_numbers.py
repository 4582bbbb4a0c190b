"""Orders beside one that renumbers: on words of what it renumbers, and on what cites that.

What becomes of the agreement was worked out by hand, and so was why others are refused.
"""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Kauri Ferries Collective Agreement 2023–2025

1 Crews

1.1 The Deck Lead allots the watches, as clause 2.3 says.

1.2 A watch lasts four hours.

1.3 A crew is relieved under clauses 2.2 and 2.3.

2 Pay

2.1 Each hand is paid weekly.

2.2 The Deck Lead is paid $40 a watch.

2.3 Overtime is paid at double rates.

3 Gear

3.1 The company supplies:

(a) a coat, up to $90 a year;

(b) boots, up to $120 a year; and

(c) gloves, up to $15 a pair.

3.2 Gear that is lost is replaced once a year, as 3.1(b) allows.
"""
HEAD = "Terms of Settlement\nKauri Ferries Collective Agreement 2025–2027\n\n"
order = on(AGREEMENT, HEAD)
BEFORE = {
    one.id: one.own_text for one in read(AGREEMENT.encode(), "a.txt").clauses
}
NEW = "2.1 Pay is by bank transfer."
INSERT = "Insert a new clause 2.1 as follows, and renumber the remaining clauses"


def reasons(text: str) -> list[str]:
    return [one.reason for one in order(text).applied.outcomes if not one.done]


# ------------------------------------------------------------------------------------ references


@pytest.mark.parametrize(
    "said",
    [
        f"{INSERT} accordingly and update all cross-references:",
        f"{INSERT} and all references to them:",
        f"{INSERT} and cross-references accordingly:",
        "Insert a new clause 2.1 as follows, renumber the remaining clauses and make any "
        "consequential amendments to cross-references:",
    ],
)
def test_references_follow_what_is_renumbered_where_that_is_ordered(said: str) -> None:
    done = order(f"1. Pay\n\n{said}\n\n{NEW}")
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["1.1"] == "The Deck Lead allots the watches, as clause 2.4 says."
    assert texts(done)["1.3"] == "A crew is relieved under clauses 2.3 and 2.4."
    assert texts(done)["2.4"] == BEFORE["2.3"]
    assert not [one for one in done.applied.findings if one.code.startswith("reference-")]
    first, second = done.applied.outcomes
    assert [one.clause for one in second.operations] == ["1.1", "1.3"]
    assert {one.op for one in first.operations} == {"insertion", "renumbering"}


@pytest.mark.parametrize(
    "said",
    [
        "Delete clause 2.1 and renumber the remaining clauses and cross-references accordingly.",
        "Delete clause 2.1. Renumber the remaining clauses. Correct all cross-references.",
        "Delete clause 2.1, renumber clause 2.2 as 2.1 and 2.3 as 2.2, and update "
        "cross-references accordingly.",
    ],
)
def test_references_follow_what_closes_up(said: str) -> None:
    done = order(f"1. Pay\n\n{said}")
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["1.1"] == "The Deck Lead allots the watches, as clause 2.2 says."
    assert texts(done)["1.3"] == "A crew is relieved under clauses 2.1 and 2.2."


def test_a_reference_to_what_is_gone_is_a_persons() -> None:
    done = order("1. Pay\n\nDelete clause 2.3, and amend any cross-references accordingly.")
    assert statuses(done) == ["applied", "needs-decision"]
    assert "1.1 has “clause 2.3”, and 1#1 repeals 2.3" in done.applied.outcomes[1].reason
    done = order(
        "1. Pay\n\nDelete clause 2.2, renumber clause 2.3 as 2.2 and amend any cross-references "
        "accordingly."
    )
    assert statuses(done) == ["applied", "needs-decision"]
    assert "1.3 has “clauses 2.2 and 2.3”, and 1#1 repeals 2.2" in done.applied.outcomes[1].reason
    assert texts(done)["1.1"] == BEFORE["1.1"]


def test_references_to_paragraphs_follow() -> None:
    text = "1. Gear\n\nDelete clause 3.1(a) and renumber the remaining paragraphs and update all " \
           "cross-references."
    done = order(text)
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["3.2"] == "Gear that is lost is replaced once a year, as 3.1(a) allows."


def test_references_wait_for_the_order_that_renumbers() -> None:
    done = order(
        "1. Pay\n\nInsert a new clause 2.1 as follows, except on islands, renumber the remaining "
        f"clauses and update all cross-references:\n\n{NEW}"
    )
    assert "applied" not in statuses(done)
    assert texts(done)["1.1"] == BEFORE["1.1"]


def test_what_else_an_order_on_numbers_says_is_not_dropped() -> None:
    done = order(
        f"1. Pay\n\n{INSERT} accordingly and reprint the index:\n\n{NEW}"
    )
    assert statuses(done) == ["needs-decision"]
    assert "reprint the index" in done.applied.outcomes[0].reason


# ------------------------------------------------------------------------ words of what is moved


def test_words_everywhere_change_in_what_another_order_renumbers() -> None:
    done = order(
        "1. Lead\n\nReplace “Deck Lead” with “Mate” wherever it occurs in the agreement.\n\n"
        f"2. Pay\n\n{INSERT} accordingly:\n\n{NEW}"
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["2.3"] == "The Mate is paid $40 a watch."
    assert texts(done)["1.1"].startswith("The Mate allots")


def test_words_of_a_paragraph_change_and_the_one_before_it_goes() -> None:
    done = order(
        "1. Gear\n\nIn clause 3.1(b), replace “$120” with “$150”.\n\n"
        "Delete clause 3.1(a) and renumber the remaining paragraphs accordingly."
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, BEFORE) == {
        "3.1(a)": "boots, up to $150 a year; and",
        "3.1(b)": "gloves, up to $15 a pair.",
        "3.1(c)": None,
    }


def test_a_number_that_may_be_the_old_or_the_new_one_is_a_persons() -> None:
    gone = "1. Gear\n\nDelete clause 3.1(a) and renumber the remaining paragraphs accordingly."
    # once (a) is gone, (b) says nothing of $120: the boots are meant
    assert statuses(order(f"{gone}\n\n2. Boots\n\nIn clause 3.1(b), replace “$120” with “$150”.")) \
        == ["applied", "applied"]
    # both the boots and the gloves are "up to"
    text = f"{gone}\n\n2. Limits\n\nIn clause 3.1(b), replace “up to” with “at most”."
    assert statuses(order(text)) == ["conflict", "conflict"]
    assert reasons(text) == [
        "2#1 changes clause 3.1(b), which may be what has that number now or what gets it by 1#1",
        "1#1 changes the number of clause 3.1(b), which may be meant as it is now or as it will be",
    ]


def test_clauses_that_are_named_as_a_range_count_on() -> None:
    said = "Insert a new clause 2.1 as follows and renumber the existing clauses 2.1 to 2.3 as"
    done = order(f"1. Pay\n\n{said} 2.2 to 2.4:\n\n{NEW}")
    assert statuses(done) == ["applied"]
    assert texts(done)["2.4"] == BEFORE["2.3"]
    assert reasons(f"1. Pay\n\n{said} 2.3 to 2.5:\n\n{NEW}") == [
        "the terms make 2.1 2.3, and what comes in does not"
    ]


def test_what_stands_by_the_wording_is_not_of_the_order_on_references() -> None:
    # the line "2 Rest" is read as no wording: it is not lost with the order beside the other
    done = order(
        "1. Rest\n\nInsert a new clause 2 as follows, renumber the remaining clauses and update "
        "all cross-references:\n\n2 Rest\n\n2.1 A hand may sleep."
    )
    assert statuses(done) == ["needs-decision", "needs-decision"]
    assert "“2 Rest” stands by its wording" in done.applied.outcomes[0].reason
    assert texts(done) == BEFORE


def test_references_of_an_item_that_is_not_carried_out_stay() -> None:
    done = order("1. Pay\n\nDelete clause 2.9 and update all cross-references.")
    assert statuses(done) == ["target-missing", "needs-decision"]


# ------------------------------------------------------------------- a number that stands twice


@pytest.mark.parametrize(
    "said",
    ["Delete clause 2.2.", "Replace clause 2.2 with: “2.2 All is paid.”",
     "In clause 2.2 replace “$40” with “$45”."],
)  # fmt: skip
def test_a_number_that_the_agreement_has_twice_is_nobodys(said: str) -> None:
    twice = on(AGREEMENT.replace("2.3 Overtime", "2.2 Overtime"), HEAD)
    done = twice(f"1. {said}\n\n2. In clause 1.2 replace “four” with “six”.\n")
    assert statuses(done) == ["needs-decision", "applied"]
    assert "more than one 2.2" in done.applied.outcomes[0].reason
