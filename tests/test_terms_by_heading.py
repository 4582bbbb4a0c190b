"""Orders that cite a clause by its heading, or stand under it as the title of their item."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Quarry Rail Collective Agreement 2023–2025

1. Sidings

A siding is cleared in ten days. It is lit.

2. Points

Points are oiled in ten days.

3. Brake vans

The vans are heated.

4. Signals

4.1 Boxes

A box is staffed.

5. Boxes

A box is painted.
"""
TERMS = "Terms of settlement\n\nQuarry Rail Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)
SOONER = {"2": "Points are oiled in six days."}
UNLIT = {"1": "A siding is cleared in ten days."}
NO_VANS = {"3": None}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In the Points clause, replace “ten days” with “six days”.", SOONER),
        ("In the clause headed “Points”, replace “ten days” with “six days”.", SOONER),
        ("Replace “ten days” with “six days” in the clause headed “Points”.", SOONER),
        ("Points: replace “ten days” with “six days”.", SOONER),
        ("Amend Points by replacing “ten days” with “six days”.", SOONER),
        ("Sidings: delete the second sentence.", UNLIT),
        ("Delete the clause headed “Brake vans”.", NO_VANS),
        ("The Brake vans clause is deleted.", NO_VANS),
        # the title of the item
        ("Points\n\nReplace “ten days” with “six days”.", SOONER),
        ("Points. Replace “ten days” with “six days”.", SOONER),
        ("Sidings\n\nDelete the second sentence.", UNLIT),
    ],
)
def test_a_clause_is_found_by_its_heading(order: str, wanted: dict[str, str | None]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        # no such heading, a part of one, or two of them
        "In the Turntables clause, replace “ten days” with “six days”.",
        "Delete the clause headed “Brake”.",
        "In the Boxes clause, replace “painted” with “tarred”.",
        "Delete the clause headed “Boxes”.",
        # words that the clause does not say, conditions, more than the order
        "In the Points clause, replace “two days” with “six days”.",
        "In the Points clause, replace “ten days” with “six days” for shunters.",
        "Delete the clause headed “Brake vans” for shunters.",
        "The Brake vans clause is deleted once the new vans are here.",
        "The claim to delete the clause headed “Brake vans” is withdrawn.",
        "Points. Replace “ten days” with “six days”. This is for shunters only.",
        # another clause beside it
        "In the Sidings clause replace “lit” with “dark” and in the Points clause replace “ten”"
        " with “six”.",
        "Sidings: replace “lit” with “dark”; Points: replace “ten” with “six”.",
        "In the Points clause of Schedule 2, replace “ten days” with “six days”.",
        # a title may be a topic: no whole clause goes by it
        "Brake vans\n\nDelete the clause.",
    ],
)
def test_a_heading_that_is_not_certain_names_no_clause(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


def test_a_title_names_no_clause_where_the_item_cites_another() -> None:
    done = result(
        "Points. In clause 3 replace “heated” with “aired”. Replace “ten days” with “six days”."
    )
    assert statuses(done) == ["applied", "precondition-failed"]  # clause 3 has no such words
    assert texts_changed(done, UNCHANGED) == {"3": "The vans are aired."}


def test_words_at_every_place_are_not_those_of_the_clause_in_the_title() -> None:
    done = result("Points\n\nReplace “ten days” with “six days” throughout the agreement.")
    assert texts_changed(done, UNCHANGED) == {
        **SOONER,
        "1": "A siding is cleared in six days. It is lit.",
    }


def test_words_in_marks_describe_no_clause() -> None:
    done = result("Replace “ten weeks” with “six weeks”.")
    (only,) = done.applied.outcomes
    assert only.reason == "the terms name no clause that this would change"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        # a title in bold is the item's, and binds nobody
        ("**Sidings.** In clause 3 replace “heated” with “aired”.", []),
        ("**Sidings.** In clause 3 replace “heated” with “aired”. Shunters vote.",
         ["Shunters vote."]),
        # what is set like the rest may say something, and so may a verb in bold
        ("Shunters vote. In clause 3 replace “heated” with “aired”.", ["Shunters vote."]),
        ("**Withdrawn.** In clause 3 replace “heated” with “aired”.", ["Withdrawn."]),
        ("**Sidings.**", ["Sidings."]),
    ],
)  # fmt: skip
def test_a_title_in_bold_is_no_passage_that_binds(said: str, kept: list[str]) -> None:
    terms = f"# Terms of settlement\n\nQuarry Rail Collective Agreement 2025–2027\n\n1. {said}\n"
    order = "\n2. Delete clause 5.\n"
    done = markup(AGREEMENT.encode(), (terms + order).encode(), terms_name="terms.md")
    assert [one.text for one in done.instructions.terms_only] == kept
