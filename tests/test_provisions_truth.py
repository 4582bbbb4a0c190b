"""The truth table of the unit-value provision, against every way the world can be.

The oracle knows nothing of conditions or of three values: it fills each gap in the facts with every
day that makes a difference, and with "did not happen", and reads the item as a person would, once
for each reading of what an agreement that lapsed provides for.

A facts file refuses days in an impossible order. What is judged here leans on no order, so such
rows are judged like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from provision_samples import ptca, shipped, stca

from clausetrack.provisions.evaluate import Evaluation, evaluate
from clausetrack.provisions.facts import Fact, FactName, Facts

UNKNOWN = "unknown"
NEVER = None
Known = date | str | None

TERMS_SIGNED: tuple[Known, ...] = (
    UNKNOWN,
    NEVER,
    date(2025, 10, 6),
    date(2027, 12, 2),  # a period of one day
    date(2027, 12, 3),  # no period at all
)
RATIFIED: tuple[Known, ...] = (UNKNOWN, NEVER, date(2025, 10, 3), date(2025, 10, 4))
SIGNED: tuple[Known, ...] = (UNKNOWN, NEVER, date(2025, 10, 6), date(2025, 10, 7))
OTHER_RATIFIED: tuple[Known, ...] = (
    UNKNOWN,
    NEVER,
    date(2025, 10, 5),  # the day before the period begins
    date(2025, 10, 6),
    date(2025, 12, 5),  # the last day on which the other agreement may be ratified
    date(2025, 12, 6),
    date(2027, 12, 2),
    date(2027, 12, 3),  # the day after the period ends
)
OTHER_SIGNED: tuple[Known, ...] = (UNKNOWN, NEVER, date(2025, 12, 9), date(2025, 12, 10))
VALUES = ("$4,999", "$5,000", "$5,001", "$5,500")

NAMES = (
    FactName("PTCA 2025-27", "terms_signed"),
    FactName("PTCA 2025-27", "ratified"),
    FactName("PTCA 2025-27", "signed"),
    FactName("STCA 2025-27", "ratified"),
    FactName("STCA 2025-27", "signed"),
)
#: Every day on which some answer changes for the period, and one in each stretch between.
PERIOD = (
    date(2025, 9, 1),
    date(2025, 10, 5),
    date(2025, 10, 6),
    date(2025, 12, 5),
    date(2025, 12, 6),
    date(2027, 12, 2),
    date(2027, 12, 3),
)
#: For each fact, every day on which some answer changes.
DAYS = (
    PERIOD,
    (date(2025, 10, 3), date(2025, 10, 4)),
    (date(2025, 10, 6), date(2025, 10, 7)),
    PERIOD,
    (date(2025, 12, 9), date(2025, 12, 10)),
)


def worlds(known: tuple[Known, ...]) -> Iterator[tuple[date | None, ...]]:
    choices: list[tuple[date | None, ...]] = [
        (NEVER, *days) if isinstance(fact, str) else (fact,)
        for fact, days in zip(known, DAYS, strict=True)
    ]
    return product(*choices)


def in_world(world: tuple[date | None, ...], value: int) -> str:
    """What the item says where everything is known."""
    terms_signed, ratified, signed, other, other_signed = world
    if ratified is None or ratified > date(2025, 10, 3):
        return "lapsed"
    if signed is None or signed > date(2025, 10, 6):
        return "lapsed"
    if terms_signed is None or other is None or value <= 5000:
        return "not-met"
    if not terms_signed <= other <= date(2027, 12, 2):
        return "not-met"
    in_force = other <= date(2025, 12, 5) and (
        other_signed is not None and other_signed <= date(2025, 12, 9)
    )
    return "offer-due" if in_force else "disputed"


def expected(known: tuple[Known, ...], value: int) -> tuple[str, bool]:
    """The answer, and whether it rests on the other agreement not having lapsed."""
    answers = {in_world(world, value) for world in worlds(known)}
    if answers == {"offer-due", "disputed"}:
        return "offer-due", True
    if len(answers) == 1:
        return answers.pop(), False
    return ("unknown" if answers & {"offer-due", "disputed"} else "not-met"), False


def judged(known: tuple[Known, ...], value: str) -> Evaluation:
    facts = Facts(
        tuple(
            Fact(name, day)
            for name, day in zip(NAMES, known, strict=True)
            if not isinstance(day, str)
        )
    )
    (evaluation,) = evaluate(shipped(), [ptca(), stca(value)], facts)
    return evaluation


@pytest.mark.parametrize("value", VALUES)
def test_every_row_of_the_truth_table(value: str) -> None:
    number = int(value.strip("$").replace(",", ""))
    seen = set()
    for known in product(TERMS_SIGNED, RATIFIED, SIGNED, OTHER_RATIFIED, OTHER_SIGNED):
        evaluation = judged(known, value)
        status, rests_on_standing = expected(known, number)
        assert evaluation.status == status, known
        gaps = [name for name, day in zip(NAMES, known, strict=True) if isinstance(day, str)]
        assert list(evaluation.missing) == gaps
        about_lapse = [said for said in evaluation.provisos if "lapsed by its own" in said]
        assert bool(about_lapse) == rests_on_standing, known
        forks = [fork.id for fork in evaluation.forks]
        if status == "disputed" or rests_on_standing:
            assert "lapsed-agreement" in forks
        if status in ("offer-due", "disputed", "unknown"):
            (follows,) = evaluation.follows
            assert [part.amount for part in follows.excess] == [Decimal(number - 5000)]
            assert [raised.new - raised.old for raised in follows.raised] == [
                Decimal(number - 5000)
            ] * 2
        else:
            assert not evaluation.follows
            assert not forks
        if status == "offer-due" and not rests_on_standing:
            assert "lapsed-agreement" not in forks
        seen.add(status)
    always = {"lapsed", "not-met"}
    assert seen == (always | {"offer-due", "disputed", "unknown"} if number > 5000 else always)


@pytest.mark.parametrize("known", [(UNKNOWN,) * 5, (*(date(2025, 10, 3),) * 3, UNKNOWN, UNKNOWN)])
def test_without_the_figure_nothing_is_known_of_it(known: tuple[Known, ...]) -> None:
    evaluation = judged(known, "")
    assert evaluation.status == "unknown"
    assert evaluation.texts == ("text not held: STCA 2025-27 clause 4.3.2",)


def test_a_figure_that_nobody_holds_does_not_bring_lapsed_terms_back() -> None:
    known = (date(2025, 10, 6), NEVER, NEVER, date(2025, 12, 5), date(2025, 12, 9))
    assert judged(known, "").status == "lapsed"


def test_a_figure_that_nobody_holds_does_not_matter_outside_the_period() -> None:
    known = (date(2025, 10, 6), date(2025, 10, 3), date(2025, 10, 6), date(2027, 12, 3), UNKNOWN)
    assert judged(known, "").status == "not-met"
