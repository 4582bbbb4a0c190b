"""The truth table of the unit-value provision, against every way the world can be.

The oracle knows nothing of conditions or of three values: it fills each gap in the facts with every
day that makes a difference, and with "did not happen", and reads the item as a person would, once
for each reading of what an agreement that lapsed provides for.

A facts file refuses days in an impossible order. What is judged here leans on no order, so such
rows are judged like any other.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from provision_samples import ptca, shipped, stca

from clausetrack.provisions.evaluate import Evaluation, evaluate
from clausetrack.provisions.facts import NEVER as DID_NOT
from clausetrack.provisions.facts import Fact, FactName, Facts, Span, on

#: In the suite some of the random ledgers are read, and of three values each seventh row of the
#: table; `make ledgers` reads all 10,000, and every row.
EVERYTHING = os.environ.get("CLAUSETRACK_LEDGERS") == "all"
LEDGERS = 10_000 if EVERYTHING else 600

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
            Fact(name, on(day) if day else DID_NOT)
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
    rows = list(product(TERMS_SIGNED, RATIFIED, SIGNED, OTHER_RATIFIED, OTHER_SIGNED))
    for known in rows if value == "$5,500" else rows[:: 1 if EVERYTHING else 7]:
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
            # ratified and signed, though too late: whether that was enough is an open question
            late = status == "lapsed" and all(isinstance(day, date) for day in known[1:3])
            assert forks == (["own-cut-off"] if late else [])
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


# ------------------------------------------------------------------------------- random ledgers

#: Days about every edge, and a few between.
EDGES = sorted({day for days in DAYS for day in days} | {date(2025, 11, 25), date(2026, 6, 1)})


#: What happened if all went well; half of what is drawn, so that something comes of it.
WELL = (date(2025, 10, 5), date(2025, 10, 3), date(2025, 10, 6), date(2025, 12, 5),
        date(2025, 12, 9))  # fmt: skip


def drawn(chance: random.Random, well: date) -> Span | None:
    """What is known of a fact: nothing, a day, an interval, not by a day, or that it did not."""
    first, last = sorted(chance.sample(EDGES, 2))
    if chance.random() < 0.6:
        return chance.choice([on(well), Span(last=well), Span(well - timedelta(days=9), well)])
    return chance.choice(
        [
            None,
            DID_NOT,
            on(chance.choice(EDGES)),
            Span(first, last),
            Span(last=last),
            Span(first),
            Span(last + timedelta(days=1), never=True),
        ]
    )


def days_of(span: Span | None, other: Span | None = None) -> list[date | None]:
    """Every way in which it may have happened that makes a difference: its days, and not at all."""
    span, other = span or Span(never=True), other or Span(never=True)
    ends = {span.first, span.last, other.first, other.last}
    days = {*EDGES, *(day + timedelta(days=1) for day in EDGES), *ends}
    out: list[date | None] = [day for day in sorted(days) if span.first <= day <= span.last]
    return [*out, *([NEVER] if span.never else [])]


def in_time(span: Span | None, last: date, as_at: date | None) -> set[bool]:
    """Whether it had happened by a day, and in time.

    What surely had, and may have been in time, counts as that: the one lenient reading.
    """
    by = as_at or date.max
    found = {day is not None and day <= min(last, by) for day in days_of(span)}
    had = {day is not None and day <= by for day in days_of(span)}
    return {True} if True in found and had == {True} else found


def binding(spans: list[Span | None], as_at: date | None) -> set[bool]:
    """Whether both cut-offs of the terms were kept, as things stood on the day."""
    _, ratified, signed, _, _ = spans
    return {
        one and both
        for one in in_time(ratified, date(2025, 10, 3), as_at)
        for both in in_time(signed, date(2025, 10, 6), as_at)
    }


def kept(day: date | None, last: date, as_at: date | None) -> bool:
    """Whether a cut-off of the other agreement is kept, or still open on the day."""
    if as_at is not None and as_at <= last and (day is None or day > as_at):
        return True
    return day is not None and day <= last


def read_as_a_person_would(
    spans: list[Span | None], value: int, as_at: date | None
) -> tuple[str, set[date]]:
    """The status, and the days in the period on which the other one may have been ratified."""
    terms_signed, _, _, other, other_signed = spans
    end = date(2027, 12, 2)
    answers, days = set(), set()
    for opened, day in product(days_of(terms_signed), days_of(other, terms_signed)):
        if opened is None or day is None or not opened <= day <= end:
            answers.add("not-met")
            continue
        days.add(day)
        if value <= 5000 or (as_at is not None and day > as_at):
            answers.add("not-met")
            continue
        for sealed in days_of(other_signed):
            stands = kept(day, date(2025, 12, 5), as_at) and kept(sealed, date(2025, 12, 9), as_at)
            answers.add("offer-due" if stands else "disputed")
    if binding(spans, None) == {False}:
        return "lapsed", days
    bound = binding(spans, as_at)
    both = {answer if one else "not-met" for one in bound for answer in answers}
    if both == {"not-met"}:
        over = as_at is not None and as_at > end and bound == {True}
        return ("expired" if over else "not-met"), days
    if both == {"offer-due", "disputed"}:
        return "offer-due", days
    return (both.pop() if len(both) == 1 else "unknown"), days


def month_on(day: date) -> date:
    """The same day of the next month, found on a calendar; or the last day before it."""
    later = day + timedelta(days=1)
    while (later.month == day.month or later.day != day.day) and (
        (later + timedelta(days=1)).month in (day.month, day.month % 12 + 1)
    ):
        later += timedelta(days=1)
    return later


def test_random_ledgers_are_read_as_a_person_would_read_the_item() -> None:
    chance = random.Random(20251205)
    seen: dict[str, int] = {}
    for _ in range(LEDGERS):
        spans = [drawn(chance, well) for well in WELL]
        value = chance.choice((4999, 5000, 5001, 5500))
        known = Facts(tuple(Fact(n, s) for n, s in zip(NAMES, spans, strict=True) if s is not None))
        as_at = chance.choice([None, None, *EDGES])
        (evaluation,) = evaluate(shipped(), [ptca(), stca(f"${value:,}")], known, as_at)
        status, days = read_as_a_person_would(spans, value, as_at)
        assert evaluation.status == status, (spans, value, as_at)
        seen[status] = seen.get(status, 0) + 1
        gaps = {name for name, span in zip(NAMES, spans, strict=True) if span is None}
        if as_at is None:  # on an earlier day, what is still open is not missing
            assert gaps <= set(evaluation.missing)
        if evaluation.follows and spans[3] and min(days) > date.min:
            (follows,) = evaluation.follows
            assert follows.deadlines[0].day == month_on(min(days)), spans
    assert set(seen) == {"lapsed", "not-met", "expired", "offer-due", "disputed", "unknown"}


# ------------------------------------------------------------------------------------ readings

STEPS = ((date.min, 4500), (date(2026, 1, 28), 4600), (date(2027, 1, 28), 4700))


def worth(day: date, varied: date, excess: int, figure: str, step: str) -> int:
    """The unit value on a day, if the agreement was varied on another, by two readings."""
    start, printed = [one for one in STEPS if one[0] <= day][-1]
    running = [one for one in STEPS if one[0] <= varied][-1][0]
    if figure == "each dated one":
        if start == date.min:
            return printed
        running = max(running, STEPS[1][0])
    if start == running or (step == "it survives" and start > running):
        return printed + excess
    return printed


@pytest.mark.parametrize("value", [5001, 5500])
def test_the_figures_by_reading(value: int) -> None:
    ratified = Facts((Fact(NAMES[3], on(date(2025, 12, 5))),))
    (evaluation,) = evaluate(shipped(), [ptca(), stca(f"${value:,}")], ratified)
    assert [table.first for table in evaluation.tables] == [
        None,
        date(2026, 1, 28),
        date(2027, 1, 28),
    ]
    assert [table.agree for table in evaluation.tables] == [False, False, True]
    for table in evaluation.tables:
        varied = table.first or date(2025, 12, 20)
        assert table.questions == ("pre-existing-value", "later-step")
        for figure, step in product(
            ("the one in force on the day", "each dated one"), ("it survives", "it is replaced")
        ):
            (row,) = [row for row in table.rows if table.agree or row.readings == (figure, step)]
            for part in row.values:
                day = part.start or date(2025, 12, 31)
                assert part.new == worth(day, varied, value - 5000, figure, step)


def test_at_the_amount_or_below_there_are_no_figures_by_reading() -> None:
    ratified = Facts((Fact(NAMES[3], on(date(2025, 12, 5))),))
    for value in ("$5,000", "$4,999"):
        (evaluation,) = evaluate(shipped(), [ptca(), stca(value)], ratified)
        assert (evaluation.tables, evaluation.loops) == ((), ())


def test_a_variation_that_would_set_off_itself_is_found_to_be_a_loop() -> None:
    ratified = Facts((Fact(NAMES[3], on(date(2025, 12, 5))),))
    (evaluation,) = evaluate(shipped(), [ptca(), stca("$5,500")], ratified)
    (said,) = evaluation.loops
    assert "$5,100 -> $5,200 -> $5,400" in said
    (evaluation,) = evaluate(shipped(), [ptca(), stca("$5,400")], ratified)
    assert evaluation.loops == ()  # 4,600 + 400 is not above 5,000
