"""Provision records, facts, figures, passages and deadlines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from provision_samples import RECORD, clause, ptca, runs, shipped, stca, unit_table
from provision_samples import ledger as short

from clausetrack.errors import InvalidFacts, InvalidXml
from clausetrack.model import Clause, Document, Table
from clausetrack.provisions import answers, evaluate, explain, ledger, records
from clausetrack.provisions.conditions import all_of, any_of
from clausetrack.provisions.facts import NEVER, Fact, FactName, Facts
from clausetrack.provisions.figures import Figure, held
from clausetrack.provisions.passages import Passage, Stale, find
from clausetrack.provisions.vocabulary import AllOf, AnyOf, Compare, Event, Measure, Place, Words
from clausetrack.rates.measures import Held

MET = b"""
["PTCA 2025-27"]
terms_signed = 2025-10-01
ratified = 2025-10-02
signed = 2025-10-06

["STCA 2025-27"]
ratified = 2025-12-05
signed = 2025-12-09
source = "the announcement"
"""


def judged(
    toml: bytes = MET, *documents: Document, as_at: date | None = None
) -> evaluate.Evaluation:
    given = documents or (ptca(), stca("$5,500"))
    (evaluation,) = evaluate.evaluate(
        shipped(), given, ledger.read(short(toml), "facts.toml"), as_at
    )
    return evaluation


# ------------------------------------------------------------------------------------ records


def test_the_shipped_record_says_what_item_3_turns_on() -> None:
    (record,) = shipped()
    assert (record.agreement, record.watches, record.source) == (
        "PTCA 2025-27",
        ("STCA", "ASTCA"),
        Place("3.9", "3"),
    )
    assert isinstance(record.condition, AllOf)
    event, compare = record.condition.parts
    assert isinstance(event, Event)
    assert event.window.end == date(2027, 12, 2)
    assert isinstance(compare, Compare)
    assert (compare.relation, compare.amount) == ("above", Decimal(5000))
    assert record.confirmed == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<all>", "<expression>", "expression"),
        ('fact="ratified" words="lapse"', 'fact="rumoured" words="lapse"', "rumoured"),
        ('to time="17:00:00">2025-12-05', 'to time="5pm">2025-12-05', "5pm"),
        ('<window><to time="17:00:00">2025-12-05</to></window>', "", "without a last day"),
        ('standing of="STCA 2025-27"', 'standing of="XTCA 2025-27"', "no version of the STCA"),
        ('fork="lapsed-agreement"', 'fork="gone"', "gone"),
        ('which-figure="pre-existing-value"', 'which-figure="none"', "none"),
        ('fact="ratified" words="lapse"', 'fact="ratified" words="hearsay"', "hearsay"),
        ('amount="5000" words', 'amount="5,000" words', "5,000"),
        (">2025-10-03</to>", ">2025-10-03Z</to>", "2025-10-03Z"),
        (">2025-10-03</to>", ">2025-02-30</to>", "2025-02-30"),
        ('count="1" unit', 'count="100000" unit', "100000"),
        ('fork="takes-effect"', 'fork="other"', "other"),
        (
            '<measure id="unit-value" name="unit value"/>',
            '<measure id="unit-value" name="unit value"><held in="own" clause="3.9"/></measure>',
            "no held in='watched'",
        ),
        ('receipt duty="offer"', 'receipt duty="answer"', "must stand before it"),
        ('kind="cross-agreement-trigger"', 'kind="anything"', "anything"),
    ],
)
def test_a_record_outside_the_vocabulary_is_refused(old: str, new: str, says: str) -> None:
    text = RECORD.read_text("utf-8")
    assert old in text
    broken = text.replace(old, new)
    if new == "<expression>":
        broken = broken.replace("</all>", "</expression>")
    with pytest.raises(InvalidFacts, match=rf"^made up\.xml: .*{says}"):
        records.read(broken.encode(), "made up.xml")


def test_a_record_with_a_doctype_is_refused() -> None:
    declared = RECORD.read_bytes().replace(b"?>", b"?><!DOCTYPE provisions>", 1)
    with pytest.raises(InvalidXml, match="DOCTYPE"):
        records.read(declared, "made up.xml")


def test_two_records_with_one_id_are_refused() -> None:
    with pytest.raises(InvalidFacts, match="two provision records have the id ptca-2025-27-item-3"):
        records.distinct([*shipped(), *shipped()])


def test_a_confirmed_record_names_who_confirmed_it() -> None:
    text = RECORD.read_text("utf-8").replace(
        '<words id="lapse"', '<confirmed by="A. Reader" on="2026-01-31"/><words id="lapse"', 1
    )
    confirmed = records.read(text.encode(), "made up.xml")[:1]
    (evaluation,) = evaluate.evaluate(confirmed, [ptca(), stca("$5,500")])
    assert evaluation.state == "confirmed"
    assert "confirmed by A. Reader, 2026-01-31" in explain.text(evaluation)
    assert judged().state == "suggested"
    assert "unconfirmed" in explain.text(judged())


# ------------------------------------------------------------------------------------ figures


def unit_value(clause: str, step: str = "", agreement: str = "STCA") -> Measure:
    return Measure("unit-value", "unit value", (Held(agreement, clause, step=step),))


def figures(text: str) -> list[tuple[str | None, str | None, str | None]]:
    agreement = Document("agreement", "STCA", clauses=(clause("4.3.2", "clause", text),))
    return [
        (
            None if figure.amount is None else str(figure.amount),
            figure.start.isoformat() if figure.start else None,
            figure.end.isoformat() if figure.end else None,
        )
        for figure in held(unit_value("4.3.2"), [agreement])
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("A unit is $5,000.", [("5000", None, None)]),
        (
            "A unit is $5,000. From 28 January 2026 a unit is $5,500.",
            [("5000", None, "2026-01-27"), ("5500", "2026-01-28", None)],
        ),
        (
            "A unit is $5,000, increasing to $5,500 from 28 January 2026.",
            [("5000", None, "2026-01-27"), ("5500", "2026-01-28", None)],
        ),
        (
            "It is $5,000 until 27 January 2026 and $5,500 effective 28 January 2026.",
            [("5000", None, "2026-01-27"), ("5500", "2026-01-28", None)],
        ),
        (
            "Effective from 1 May 2026 it is $5,100 for one and $5,200 for the other.",
            [("5100", "2026-05-01", None), ("5200", "2026-05-01", None)],
        ),
        (
            "From 1 May 2026 it is $5,100 and from 1 May 2027 it is $5,200.",
            [("5100", "2026-05-01", "2027-04-30"), ("5200", "2027-05-01", None)],
        ),
        (
            "From 1 May 2026 it is $5,100 for one and from 1 May 2027 it is $5,200 for the other.",
            [("5100", "2026-05-01", None), ("5200", "2027-05-01", None)],
        ),
        (
            "It is $5,000 and then, from 1 May 2026, $5,100.",
            [("5000", None, None), ("5100", "2026-05-01", None)],
        ),
        (
            "It is $5,000, effective 1 May 2026, and $5,100, effective 1 May 2027.",
            [("5000", "2026-05-01", "2027-04-30"), ("5100", "2027-05-01", None)],
        ),
        ("It is $5,100 from 1 Jan. 2026.", [("5100", "2026-01-01", None)]),
        ("It is $5, 500.", [(None, None, None)]),
        ("It is $5,000, increased by $500.", [("5000", None, None), (None, None, None)]),
        ("It is $5,000, with an increase of 10%.", [("5000", None, None), (None, None, None)]),
        ("It is set by the board.", []),
    ],
)
def test_figures_in_a_sentence_with_the_days_from_which_they_run(
    text: str, want: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert figures(text) == want


def test_the_figures_under_a_clause_are_those_of_its_sub_clauses_and_no_others() -> None:
    agreement = Document(
        "agreement",
        "STCA",
        clauses=(
            clause("4.3", "clause"),
            clause("4.3.2", "clause", "A unit is $5,000.", parent="4.3"),
            clause("4.3A", "clause", "An allowance is $7,000."),
        ),
    )
    assert [figure.amount for figure in held(unit_value("4.3"), [agreement])] == [Decimal(5000)]


def test_the_items_of_terms_are_not_clauses_of_the_agreement() -> None:
    terms = Document("terms", "STCA", clauses=(clause("4", "item", "An allowance is $7,000."),))
    assert held(unit_value("4"), [terms]) == ()


def test_an_item_that_names_no_clause_is_named_itself() -> None:
    terms = Document("terms", "STCA", clauses=(clause("4", "item", "A unit is $7,000."),))
    assert [figure.amount for figure in held(unit_value("item 4"), [terms])] == [Decimal(7000)]


def test_a_row_of_a_table_is_read_by_its_key_and_its_dated_columns() -> None:
    table = unit_table("$4,500", "$4,600", "$4,700")
    other = Table((*table.rows, *unit_table("$1", "$2", "$3").rows[1:]), 1, table.columns)
    second = tuple(replace(cell, runs=runs("Other")) for cell in other.rows[2][:1])
    other = Table((*other.rows[:2], (*second, *other.rows[2][1:])), 1, table.columns)
    terms = Document(
        "terms",
        "PTCA",
        clauses=(clause("3", "item"), Clause("3 table 1", "table", table=other, parent="3")),
    )

    def read(row: str) -> list[tuple[Decimal | None, date | None]]:
        bound = unit_value("item 3", row, "PTCA")
        return [(figure.amount, figure.start) for figure in held(bound, [terms])]

    days = (None, date(2026, 1, 28), date(2027, 1, 28))
    assert read("unit value") == list(zip(map(Decimal, (4500, 4600, 4700)), days, strict=True))
    assert read("Other") == list(zip(map(Decimal, (1, 2, 3)), days, strict=True))
    assert read("Another") == []


# ----------------------------------------------------------------------------------- passages


def test_words_are_found_by_their_anchor_and_shown_as_they_stand() -> None:
    words = Words("w", "WITHIN  one month of receipt", Place("", "3"))
    passage = find(words, [ptca()])
    assert isinstance(passage, Passage)
    assert (passage.clause.id, passage.text) == ("3(b)", "Answered within one month of receipt.")
    assert passage.place == "PTCA 2025-27 terms, item 3(b), t, line 1"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (Words("w", "no such words", Place("", "3")), "no paragraph holds"),
        (Words("w", "within one month of receipt", Place("", "4")), "no paragraph holds"),
        (Words("w", "within one month", Place("", "3")), r"several paragraphs \(3\(a\), 3\(b\)\)"),
        (Words("w", "via a variation", Place("", "3"), (Decimal(5001),)), r"hold \$5,001"),
        (Words("w", "lapsed", None, (), (date(2025, 10, 5),)), "hold 2025-10-05"),
        (Words("w", "lapsed", None, times=(time(5), time(16))), "hold 05:00, 16:00"),
    ],
)
def test_words_that_the_document_does_not_bear_out_are_stale(words: Words, why: str) -> None:
    found = find(words, [ptca()])
    assert isinstance(found, Stale)
    assert why.replace("\\", "") in found.why


def test_a_record_made_from_other_words_refuses_to_judge() -> None:
    evaluation = judged(MET, ptca(threshold="$5,250"), stca("$5,500"))
    assert (evaluation.state, evaluation.status, evaluation.follows) == ("stale", "stale", ())
    assert "does not hold $5,000" in explain.text(evaluation)


# --------------------------------------------------------------------------------- evaluation


def test_three_valued_logic() -> None:
    assert [all_of(pair) for pair in ((True, None), (False, None), (True, True))] == [
        None,
        False,
        True,
    ]
    assert [any_of(pair) for pair in ((True, None), (False, None), (False, False))] == [
        True,
        None,
        False,
    ]


def test_with_the_facts_the_offer_is_due_within_one_month() -> None:
    (follows,) = judged().follows
    offer, answer = follows.deadlines
    assert (offer.duty.id, offer.day) == ("offer", date(2026, 1, 5))
    assert (answer.day, answer.not_later_than) == (None, date(2026, 2, 5))
    assert "if the offer is made and received on the last day" in answer.condition
    assert [(raised.clause, raised.start, raised.old, raised.new) for raised in follows.raised] == [
        ("3.9", date(2026, 1, 28), Decimal(4600), Decimal(5100)),
        ("3.9", date(2027, 1, 28), Decimal(4700), Decimal(5200)),
    ]


def test_the_terms_own_example() -> None:
    """A rise to $5,200 elsewhere passes on $200, whichever figure it is added to."""
    (follows,) = judged(MET, ptca(), stca("$5,200")).follows
    assert [(part.over, part.amount) for part in follows.excess] == [(Decimal(5000), Decimal(200))]
    assert [raised.new - raised.old for raised in follows.raised] == [Decimal(200)] * 2


def test_a_figure_that_rises_again_passes_on_each_excess_from_its_day() -> None:
    twice = stca("$5,500 and from 28 January 2027 it is worth $5,800")
    (follows,) = judged(MET, ptca(), twice).follows
    assert [part.amount for part in follows.excess] == [Decimal(500), Decimal(800)]
    assert [(raised.start, raised.new) for raised in follows.raised] == [
        (date(2026, 1, 28), Decimal(5100)),
        (date(2027, 1, 28), Decimal(5500)),
    ]


def test_a_figure_at_the_amount_passes_on_nothing_before_the_one_above_it() -> None:
    later = stca("$5,000 and from 28 January 2027 it is worth $5,500")
    (follows,) = judged(MET, ptca(), later).follows
    assert [part.amount for part in follows.excess] == [Decimal(500)]
    assert [(raised.start, raised.old, raised.new) for raised in follows.raised] == [
        (date(2027, 1, 28), Decimal(4700), Decimal(5200))
    ]


def test_a_change_without_its_result_is_no_figure_to_judge_by() -> None:
    evaluation = judged(MET, ptca(), stca("more, an increase of $2,400"))
    assert evaluation.status == "unknown"
    (text,) = evaluation.texts
    assert text.startswith("figure not stated as an amount: '$2,400'")


def test_figures_of_the_holder_that_cannot_be_read_are_told_and_not_left_out() -> None:
    evaluation = judged(MET, ptca(amounts=("$4,500", "$4, 600", "$4,700")), stca("$5,500"))
    (follows,) = evaluation.follows
    assert evaluation.status == "offer-due"
    assert [raised.old for raised in follows.raised] == [Decimal(4700)]
    assert "'$4, 600'" in explain.text(evaluation)


def test_without_the_terms_that_hold_it_the_provision_says_nothing() -> None:
    evaluation = judged(MET, stca("$5,500"))
    assert (evaluation.status, evaluation.follows) == ("unknown", ())
    assert evaluation.texts == ("text not held: PTCA 2025-27 terms, item 3",)


def test_without_the_other_agreement_its_ratification_and_its_text_are_asked_for() -> None:
    evaluation = judged(b"", ptca())
    assert [str(name) for name in evaluation.missing] == [
        "PTCA 2025-27 terms signed",
        "PTCA 2025-27 ratified",
        "PTCA 2025-27 signed",
        "STCA ratified",
    ]
    assert evaluation.texts == ("text not held: STCA clause 4.3.2",)


def test_any_of_the_versions_given_may_set_it_off() -> None:
    older = stca("$5,000", version="2022-25")
    evaluation = judged(MET, ptca(), older, stca("$5,500"))
    assert evaluation.status == "offer-due"
    assert [reason.truth for reason in evaluation.because] == [True, False, True, True]
    assert [follows.version for follows in evaluation.follows] == ["STCA 2025-27"]
    # the older one is ruled out by its figure, so nothing is asked of it
    assert evaluation.missing == ()


def test_a_condition_with_alternatives_is_met_by_one_of_them() -> None:
    (record,) = shipped()
    assert isinstance(record.condition, AllOf)
    event, compare = record.condition.parts
    either = replace(record, condition=AnyOf((event, compare)))
    known = Facts((Fact(FactName("STCA 2025-27", "ratified"), NEVER),))
    (evaluation,) = evaluate.evaluate([either], [ptca(), stca("$5,500")], known)
    trigger, _standing = evaluation.because[1:]
    assert trigger.truth is True
    assert [part.truth for part in trigger.parts[0].parts] == [False, True]


def test_as_at_hides_what_had_not_happened_yet() -> None:
    assert judged(as_at=date(2025, 12, 4)).status == "not-met"
    assert judged(as_at=date(2025, 10, 5)).status == "not-met"
    due = judged(as_at=date(2025, 12, 5))
    assert due.status == "offer-due"
    assert [deadline.passed for deadline in due.follows[0].deadlines] == [False, None]
    last = judged(as_at=date(2026, 1, 5))
    assert last.follows[0].deadlines[0].passed is False
    late = judged(as_at=date(2026, 1, 6))
    assert late.follows[0].deadlines[0].passed is True
    assert "That day has passed" in " ".join(explain.text(late, date(2026, 1, 6)).split())


# -------------------------------------------------------- an agreement that lapsed by its own terms

LAPSED = MET.replace(b"2025-12-05", b"2025-12-20").replace(
    b"signed = 2025-12-09", b"signed = false"
)


def other_facts(ratified: str, signed: str = "") -> bytes:
    own, _ = MET.split(b'["STCA')
    lines = [f"ratified = {ratified}", *([f"signed = {signed}"] if signed else [])]
    return own + ('["STCA 2025-27"]\n' + "\n".join(lines)).encode()


@pytest.mark.parametrize(
    ("ratified", "signed", "why"),
    [
        ("2025-12-06", "", "ratified on 6 December 2025, after the last day for it, 5 December"),
        ("2025-12-31", "", "ratified on 31 December 2025, after the last day for it, 5 December"),
        ("2025-12-20", "false", "was not signed"),
        ("2025-12-05", "false", "was not signed"),
        ("2025-12-05", "2025-12-10", "signed on 10 December 2025, after the last day for it, 9"),
    ],
)
def test_an_agreement_that_lapsed_by_its_own_terms_leaves_two_readings(
    ratified: str, signed: str, why: str
) -> None:
    evaluation = judged(other_facts(ratified, signed))
    assert evaluation.status == "disputed"
    assert evaluation.forks[0].id == "lapsed-agreement"
    said = " ".join(explain.text(evaluation).split())
    assert "Status: DISPUTED." in said
    assert "OFFER DUE" not in said
    assert why in said
    assert "(by 5pm)" in said or "not signed" in said
    assert "ratification alone sets it off" in said
    assert "an agreement that lapsed provides for nothing" in said
    # the cut-off in the words of the terms given
    assert "“This stands if it is ratified before 5pm on 5 December 2025" in said
    (provision,) = answers.as_json([evaluation])["provisions"]
    assert provision["deadlines"] == provision["effects"] == []
    assert [deadline["what"] for deadline in provision["if_met"]["deadlines"]] == [
        "offer",
        "answer",
    ]
    readings = provision["forks"][0]["readings"]
    assert [reading["place"].split(",")[0] for reading in readings] == [
        "PTCA 2025-27 terms",
        "STCA 2025-27 terms",
    ]


def test_whether_it_was_signed_in_time_is_told_where_it_is_not_known() -> None:
    evaluation = judged(other_facts("2025-12-04"))
    assert evaluation.status == "offer-due"
    assert [str(name) for name in evaluation.missing] == ["STCA 2025-27 signed"]
    proviso = next(said for said in evaluation.provisos if "STCA" in said)
    assert "was signed by 5pm on 9 December 2025: that is not known" in proviso
    assert evaluation.forks[0].id == "lapsed-agreement"
    assert "if what it rests on below is so" in explain.text(evaluation)


def test_the_cut_off_holds_where_the_terms_that_state_it_are_not_given() -> None:
    """The record says when; that no document given bears it out is told."""
    agreement = Document(
        "agreement",
        "STCA",
        version="2025-27",
        clauses=(clause("4.3.2", "clause", "From 28 January 2026 it is $5,500."),),
    )
    evaluation = judged(LAPSED, ptca(), agreement)
    assert evaluation.status == "disputed"
    assert evaluation.texts == ("text not held: STCA 2025-27 terms, on when they lapse",)
    assert "provides for nothing: once lapsed" in explain.text(evaluation)
    (provision,) = answers.as_json([evaluation])["provisions"]
    assert [reading["place"] is None for reading in provision["forks"][0]["readings"]] == [
        False,
        True,
    ]


def test_terms_with_another_cut_off_make_the_record_stale() -> None:
    terms = stca("$5,500")
    moved = clause(
        "preamble 1", "text", "Ratified by 5pm on 5 December 2025, signed by 10 December."
    )
    evaluation = judged(MET, ptca(), replace(terms, clauses=(moved, *terms.clauses[1:])))
    assert evaluation.status == "stale"


def test_a_version_whose_cut_off_the_record_does_not_hold_is_taken_to_stand_aloud() -> None:
    toml = MET.replace(b"STCA 2025-27", b"STCA 2027-29")
    evaluation = judged(toml, ptca(), stca("$5,500", version="2027-29"))
    assert evaluation.status == "offer-due"
    assert any("the record does not say when" in said for said in evaluation.provisos)
    unused = evaluate.unused_facts([evaluation], ledger.read(short(toml), "f"))
    assert [str(name) for name in unused] == ["STCA 2027-29 signed"]


def test_an_agreement_lapses_on_its_day_and_not_before() -> None:
    def status(day: date) -> str:
        return judged(other_facts("2025-12-05", "2025-12-20"), as_at=day).status

    assert status(date(2025, 12, 5)) == status(date(2025, 12, 9)) == "offer-due"
    assert status(date(2025, 12, 10)) == status(date(2025, 12, 21)) == "disputed"


def test_on_the_last_day_the_hour_is_not_known_and_that_is_said() -> None:
    last = MET.replace(b"ratified = 2025-10-02", b"ratified = 2025-10-03")
    said = " ".join(explain.text(judged(last)).split())
    assert "ratified on 3 October 2025, the last day for it: in time if it was by 5pm" in said
    assert len(judged(last).provisos) == 4  # both cut-offs of each agreement
    early = MET.replace(b"2025-10-06", b"2025-10-05").replace(b"2025-12-09", b"2025-12-08")
    early = early.replace(b"2025-12-05", b"2025-12-04")
    assert judged(early).provisos == ()


@pytest.mark.parametrize(
    ("hour", "status", "told"),
    [
        (b"16:59:00", "offer-due", "3 October 2025 at 4.59pm, in time: the last hour for it was"),
        (b"17:00:00", "offer-due", "3 October 2025 at 5pm, in time: the last hour for it was"),
        (b"17:01:00", "lapsed", "3 October 2025 at 5.01pm, after the last hour for it, 5pm on"),
    ],
)
def test_on_the_last_day_the_hour_decides_where_the_fact_gives_it(
    hour: bytes, status: str, told: str
) -> None:
    toml = short(MET.replace(b"ratified = 2025-10-02", b"ratified = 2025-10-03"))
    toml = toml.replace(b"on = 2025-10-03", b"on = 2025-10-03\nat = " + hour)
    facts = ledger.read(toml, "facts.toml")
    (found,) = evaluate.evaluate(shipped(), (ptca(), stca("$5,500")), facts)
    assert found.status == status
    assert told in " ".join(explain.text(found).split())
    assert not any("ratified by 5pm on 3 October 2025" in said for said in found.provisos)


# ------------------------------------------------------------- the value before the dated ones


def test_the_value_before_the_dated_ones_rises_on_one_reading() -> None:
    (follows,) = judged().follows
    assert [(part.old, part.new, part.start, part.end) for part in follows.earlier] == [
        (Decimal(4500), Decimal(5000), None, date(2026, 1, 27))
    ]
    said = " ".join(explain.text(judged()).split())
    assert "$4,500 -> $5,000 for the figure that runs until 27 January 2026" in said
    assert "the STCA 2025-27's own figure starts on 28 January 2026" in said
    (provision,) = answers.as_json([judged()])["provisions"]
    (earlier,) = provision["earlier"]
    assert {key: earlier[key] for key in ("old", "new", "to", "fork", "watched_from")} == {
        "old": "4500",
        "new": "5000",
        "to": "2026-01-27",
        "fork": "pre-existing-value",
        "watched_from": "2026-01-28",
    }


@pytest.mark.parametrize(("day", "count"), [("2026-01-27", 1), ("2026-01-28", 0)])
def test_no_variation_comes_before_the_ratification(day: str, count: int) -> None:
    (follows,) = judged(other_facts(day)).follows
    assert len(follows.earlier) == count


def test_a_value_without_dated_ones_is_no_earlier_one() -> None:
    evaluation = judged(MET, ptca(amounts=("$4,500", "", "")), stca("$5,500"))
    (follows,) = evaluation.follows
    assert follows.earlier == ()
    assert [raised.new for raised in follows.raised] == [Decimal(5000)]


# -------------------------------------------------------------------------------- unused facts


def test_every_fact_that_no_answer_turns_on_is_named() -> None:
    toml = MET.replace(b'["STCA 2025-27"]', b'["STCA 2025-27"]\nterms_signed = 2025-11-20')
    toml += b'["STCA 2022-25"]\nsigned = 2023-08-01\n["PTAC 2025-27"]\nsigned = false\n'
    found = ledger.read(short(toml), "facts.toml")
    evaluation = judged(toml)
    assert [str(name) for name in evaluate.unused_facts([evaluation], found)] == [
        "STCA 2025-27 terms signed",
        "STCA 2022-25 signed",
        "PTAC 2025-27 signed",
    ]


# -------------------------------------------------------------------------------- explanation


def test_the_explanation_gives_the_words_their_place_and_both_readings() -> None:
    said = " ".join(explain.text(judged()).split())
    assert "“Then it will be deemed to be varied.”" in said
    assert "PTCA 2025-27 terms, item 3(c) note 1" in said
    assert "STCA 2025-27 terms, clause 4.3.2 as quoted in item 6, stca.txt, line 6" in said
    assert "“Unit Value | 28 January 2026 | $4,600”" in said
    assert "on acceptance" in said
    assert "on signing the variation" in said
    assert "Last day: 5 January 2026" in said
    assert "Not later than 5 February 2026" in said
    assert "(source: the announcement)" in said


def test_what_is_not_known_is_told_with_what_follows_if_it_holds() -> None:
    evaluation = judged(b"", ptca(), stca("$5,500"))
    said = " ".join(explain.text(evaluation).split())
    assert "UNKNOWN. 5 things are not known; what follows if they hold is below." in said
    assert "one month after the day on which the STCA 2025-27 was ratified" in said
    (provision,) = answers.as_json([evaluation])["provisions"]
    assert provision["effects"] == provision["deadlines"] == []
    assert [effect["new"] for effect in provision["if_met"]["effects"]] == ["5100", "5200"]
    assert [deadline["date"] for deadline in provision["if_met"]["deadlines"]] == [None, None]


def test_the_json_has_the_fields_that_others_rely_on() -> None:
    (provision,) = json.loads(json.dumps(answers.as_json([judged()])))["provisions"]
    assert {
        "id", "agreement", "source_clause", "kind", "state", "status", "missing", "because",
        "forks", "deadlines", "effects", "if_met",
    } <= set(provision)  # fmt: skip
    assert (provision["status"], provision["if_met"]) == ("offer-due", None)
    assert provision["source_clause"] == "3"
    assert [(one["fact"], one["by"]) for one in provision["cut_offs"]] == [
        ("own ratified", "2025-10-03T17:00:00+13:00"),
        ("own signed", "2025-10-06T17:00:00+13:00"),
        ("watched ratified", "2027-12-02"),
    ]
    offer, answer = provision["deadlines"]
    assert (offer["what"], offer["date"], offer["rule"]) == (
        "offer",
        "2026-01-05",
        "corresponding-date",
    )
    assert offer["basis"]
    assert (answer["date"], answer["not_later_than"]) == (None, "2026-02-05")
    which_figure, fork, step, second, itself = provision["forks"]
    assert [other["name"] for other in (step, second, itself)] == [
        "later-step",
        "second-trigger",
        "own-agreement",
    ]
    assert (which_figure["name"], len(which_figure["readings"])) == ("pre-existing-value", 2)
    assert [reading["name"] for reading in fork["readings"]] == [
        "on acceptance",
        "on signing the variation",
    ]
    assert all(reading["quote"] and reading["place"] for reading in fork["readings"])
    assert {effect["fork"] for effect in provision["effects"]} == {fork["name"]}
    first = provision["effects"][0]
    assert {key: first[key] for key in ("measure", "clause", "from", "old", "new")} == {
        "measure": "unit value",
        "clause": "3.9",
        "from": "2026-01-28",
        "old": "4600",
        "new": "5100",
    }
    assert [part["excess"] for part in provision["excess"]] == ["500"]


@pytest.mark.parametrize("toml", [b"", MET, b'["PTCA 2025-27"]\nratified = false\n'])
def test_an_excess_is_never_called_parity(toml: bytes) -> None:
    evaluation = judged(toml)
    assert "parity" not in explain.text(evaluation).casefold()
    assert "parity" not in json.dumps(answers.as_json([evaluation])).casefold()
    assert "parity" not in RECORD.read_text("utf-8").casefold()


def test_a_figure_says_where_it_stands() -> None:
    (first, *_) = held(unit_value("4.3.2"), [stca("$5,500")])
    assert isinstance(first, Figure)
    assert first.quote == "A unit is worth $3,100 a year."
    assert first.place.endswith("line 6")
