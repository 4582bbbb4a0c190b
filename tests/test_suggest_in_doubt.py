"""Proposed records judge only what their words order of this agreement; counts in any writing."""

from __future__ import annotations

from datetime import date

import pytest
from documents import clause, document

from clausetrack.provisions.evaluate import evaluate
from clausetrack.provisions.facts import Fact, FactName, Facts, on
from clausetrack.provisions.suggest import suggest
from clausetrack.provisions.vocabulary import Provision


def proposed(text: str) -> list[Provision]:
    made = document(
        clause("3", text, kind="item"), kind="terms", agreement="STCA", version="2026-28"
    )
    return list(suggest(made))


def judged(text: str, ratified: date) -> list[tuple[str, str, list[date | None]]]:
    """The kind, the status and the last days of each record, ratified on that day."""
    made = document(
        clause("3", text, kind="item"), kind="terms", agreement="STCA", version="2026-28"
    )
    facts = Facts((Fact(FactName("STCA 2026-28", "ratified"), on(ratified)),))
    out = []
    for one in evaluate(suggest(made), [made], facts):
        days = [due.day for part in one.follows for due in part.deadlines]
        out.append((one.provision.kind, one.status, days))
    return out


@pytest.mark.parametrize(
    "condition",
    [
        "provided that the terms are not ratified by 20 March 2026",
        "provided that the terms are ratified by 20 March 2026 or signed by 30 April 2026",
        "provided that the terms are ratified by 20 March 2026 and signed by 23 March 2026",
        "provided that the terms are ratified by 20 March 2026 by three members in five",
        "provided that the PTCA is ratified by 20 March 2026",
        "provided that both agreements are ratified by 20 March 2026",
        "provided that the terms of the PTCA are ratified by 20 March 2026",
    ],
)
@pytest.mark.parametrize("day", [date(2026, 3, 19), date(2026, 3, 25)])
def test_a_condition_of_more_than_these_terms_by_a_day_is_for_a_person(
    condition: str, day: date
) -> None:
    ((_, status, _),) = judged(f"Arrears are paid, {condition}.", day)
    assert status == "unknown"


def test_it_may_be_the_other_agreement_that_the_paragraph_speaks_of() -> None:
    text = "The PTCA has the same rates. They are paid, provided that it is ratified by 2 May 2026."
    assert [record.condition for record in proposed(text)] == [None] * len(proposed(text))


@pytest.mark.parametrize(
    "condition",
    [
        "provided that the terms are ratified by 20 March 2026",
        "provided these terms of settlement are ratified by the union's members by 20 March 2026",
        "on condition that this agreement is ratified no later than 20 March 2026",
        "conditional on ratification of these terms on or before 20 March 2026",
        "subject to the terms being ratified by 20 March 2026",
        "provided that it is ratified by 20 March 2026, failing which half is paid",
    ],
)
def test_a_condition_of_these_terms_by_a_day_is_judged(condition: str) -> None:
    text = f"Arrears are paid, {condition}."
    assert [status for _, status, _ in judged(text, date(2026, 3, 20))] == ["stated"]
    assert [status for _, status, _ in judged(text, date(2026, 3, 21))] == ["not-met"]


@pytest.mark.parametrize(
    "text",
    [
        "The board shall not hire contractors within one month of ratification.",
        "Neither party will make a claim within six months of ratification.",
        "No post will be cut within six months of ratification.",
        "Within six months of ratification no post shall be cut.",
        "Within six months of ratification the board shall not cut any post.",
    ],
)
def test_what_is_not_to_be_done_has_no_last_day(text: str) -> None:
    assert judged(text, date(2026, 3, 2)) == [("deadline", "stated", [])]


@pytest.mark.parametrize(
    ("count", "last"),
    [
        ("thirty days", date(2026, 4, 1)),
        ("twenty one (21) days", date(2026, 3, 23)),
        ("sixty (60) days", date(2026, 5, 1)),
        ("eighty days", date(2026, 5, 21)),
        ("20 (twenty) working days", date(2026, 3, 30)),
        ("one hundred and twenty days", date(2026, 6, 30)),
    ],
)
def test_a_count_in_words_figures_or_both(count: str, last: date) -> None:
    text = f"The union must reply within {count} of ratification."
    assert judged(text, date(2026, 3, 2)) == [("deadline", "action-due", [last])]


def test_a_count_that_is_another_in_its_bracket_is_none() -> None:
    text = "The union must reply within thirty (20) days of ratification."
    assert judged(text, date(2026, 3, 2)) == [("deadline", "stated", [])]


@pytest.mark.parametrize("count", ["48 hours", "ten business days", "five clear working days"])
def test_what_no_calendar_here_counts_is_told_in_its_words(count: str) -> None:
    text = f"The union must reply within {count} of ratification."
    assert judged(text, date(2026, 3, 2)) == [("deadline", "stated", [])]
