"""The figures of provisions: bound to clauses as data, and the same rates that `rates` lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import clause, document
from provision_samples import CORPUS, RECORD, ptca, shipped, stca

from clausetrack import read
from clausetrack.commands import main
from clausetrack.errors import InvalidFacts
from clausetrack.model import Document
from clausetrack.provisions import records
from clausetrack.provisions.consequences import running
from clausetrack.provisions.evaluate import evaluate
from clausetrack.provisions.figures import held, rates_of
from clausetrack.provisions.vocabulary import Measure
from clausetrack.rates import measures
from clausetrack.rates.measures import Held
from clausetrack.rates.model import short

UNIT = Measure("u", "unit value", (Held("STCA", "4.3.2"),), "NZD per year")


def agreement(text: str) -> Document:
    return document(clause("4.3.2", text), agreement="STCA", version="2025-27")


def amounts(text: str) -> list[tuple[str | None, str]]:
    return [
        (None if f.amount is None else f"{f.amount}", f.text) for f in held(UNIT, [agreement(text)])
    ]


def test_the_figures_are_the_rates_of_the_bound_clause() -> None:
    given = agreement(
        "A unit is $5,000 per annum. From 28 January 2026 a unit is $5,500 per annum."
    )
    mine = [(figure.amount, figure.start, figure.end) for figure in held(UNIT, [given])]
    theirs = [(rate.amount, rate.start, rate.end) for rate in rates_of(given).rates]
    assert mine == theirs == [
        (Decimal(5000), None, date(2026, 1, 27)),
        (Decimal(5500), date(2026, 1, 28), None),
    ]  # fmt: skip


def test_what_is_in_force_on_a_day_follows_from_the_dates_of_both_ends() -> None:
    text = "It is $5,000 until 27 January 2026 and $5,500 from 28 January 2026 to 27 January 2027."
    figures = held(UNIT, [agreement(text)])
    on = (date(2026, 1, 27), date(2026, 1, 28), date(2027, 1, 27), date(2027, 1, 28))
    assert [running(figures, day) for day in on] == [
        Decimal(5000),
        Decimal(5500),
        Decimal(5500),
        None,
    ]


def test_a_threshold_or_an_example_beside_the_figure_is_no_figure_of_the_measure() -> None:
    assert amounts(
        "A unit is $5,000 per annum. Where it is above $9,000 the parties will meet."
    ) == [("5000", "$5,000")]


def test_an_amount_in_another_unit_is_told_and_not_compared() -> None:
    assert amounts("A unit is $5,500 per fortnight.") == [
        (None, "$5,500 (NZD per fortnight, and not NZD per year)")
    ]


def test_what_is_counted_in_something_else_than_money_is_left_aside() -> None:
    assert amounts("A unit is $5,000 per annum and carries 0.04 FTTE.") == [("5000", "$5,000")]


def test_a_change_told_by_an_instruction_adds_nothing_to_the_wording_that_gives_its_result(
    tmp_path: Path,
) -> None:
    head = "Terms of Settlement\n\nSecondary Teachers' Collective Agreement (2025 - 2027)\n\n"
    head += "1. Units\n\n"
    order = "Amend clause 4.3.2 by increasing each unit by $500 from 28 January 2026"
    wording = " as follows:\n\n4.3.2 A unit is $5,500 per annum from 28 January 2026.\n"
    file = tmp_path / "terms.txt"
    file.write_text(head + order + wording, "utf-8")
    assert [figure.amount for figure in held(UNIT, [read(file)])] == [Decimal(5500)]
    file.write_text(head + order + ".\n", "utf-8")
    assert [(figure.amount, figure.text) for figure in held(UNIT, [read(file)])] == [(None, "$500")]


def test_a_row_named_in_the_binding_leaves_the_others_aside() -> None:
    bound = Held("PTCA", "3.9", step="Unit Value")
    assert bound.at("PTCA 2025-27", "3.9", "unit value")
    assert bound.at("PTCA 2025-27", "3.9")  # a sentence has no row
    assert not bound.at("PTCA 2025-27", "3.9", "Other")
    assert not bound.at("PTCA 2025-27", "3.91", "Unit Value")
    assert not Held("Primary Teachers", "3.9").at("Primary Principals 2025-27", "3.9")


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("STCA 2025-27", "STCA"),
        ("Primary Principals 2025-27", "Primary Principals"),
        ("Guild of Engineers 2023-2025", "Guild of Engineers"),
        ("Collective agreement (2022 – 2024)", "Collective agreement"),
        ("2022-24", "2022-24"),  # nothing but years
        ("Agreement 7", "Agreement 7"),
    ],
)
def test_the_name_of_an_agreement_is_what_stands_before_its_years(version: str, name: str) -> None:
    assert short(version) == name


def test_the_shipped_record_is_bound_by_the_shipped_measures() -> None:
    (record,) = shipped()
    (measure,) = record.measures
    assert (measure.clause("STCA"), measure.clause("PTCA")) == ("4.3.2", "3.9")
    assert not measure.confirmed  # nobody has confirmed it in corpus/measures


def test_a_measure_that_nobody_binds_is_refused() -> None:
    found = records.read(RECORD.read_bytes(), "made up.xml")
    with pytest.raises(InvalidFacts, match="no clause of the PTCA is bound to the measure 'unit v"):
        records.bind(found, [measures.Measure("unit value", (Held("STCA", "4.3.2"),))])


def test_an_unbound_measure_asks_where_it_is_held_and_judges_nothing_by_it() -> None:
    record = next(r for r in records.read(RECORD.read_bytes(), "f") if r.measures)
    (evaluation,) = evaluate([record], [ptca(), stca("$5,500")])
    assert evaluation.status == "unknown"
    assert "text not held: where the STCA 2025-27 has its unit value" in evaluation.texts


def test_another_measures_file_binds_the_same_record_to_other_clauses(tmp_path: Path) -> None:
    file = tmp_path / "measures.toml"
    shipped_ = (CORPUS / "measures" / "measures.toml").read_text("utf-8")
    file.write_text(shipped_.replace('clause = "4.3.2"', 'clause = "4.9"', 1), "utf-8")
    terms = [str(CORPUS / f"{name}-2025-27-terms.txt") for name in ("ptca", "stca")]
    said = CliRunner().invoke(main, ["triggers", *terms, "--measures", str(file)]).stdout
    assert "text not held: STCA 2025-27 clause 4.9" in said
    assert "no person has confirmed that it is held there" in " ".join(said.split())


def test_a_confirmed_binding_is_told_without_the_doubt() -> None:
    (record,) = shipped()
    (measure,) = record.measures
    confirmed = replace(record, measures=(replace(measure, confirmed=True),))
    (evaluation,) = evaluate([confirmed], [ptca(), stca("$5,500")])
    assert not evaluation.unconfirmed
    (evaluation,) = evaluate([record], [ptca(), stca("$5,500")])
    assert [one.name for one in evaluation.unconfirmed] == ["unit value"]


# ---------------------------------------------------------------------------- suppositions


TERMS = [str(CORPUS / f"{name}-2025-27-terms.txt") for name in ("ptca", "stca")]


def asked(*what: str) -> tuple[int, str]:
    options = [word for one in what for word in ("--what-if", one)]
    result = CliRunner().invoke(main, ["triggers", *TERMS, *options])
    return result.exit_code, " ".join((result.stdout + result.stderr).split())


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (["SCTA unit value = 5200"], "'SCTA' is no agreement that these records speak of; did you"),
        (["STCA 2019-22 unit value = 5200"], "no document or fact given is about the STCA 2019-22"),
        (["STCA unit value = -5"], "'-5' is no amount"),
        (["STCA unit value = lots"], "'lots' is no amount"),
        (["STCA units = 5200"], "'units' is no measure of these records"),
        (["STCA unit value = 5200", "STCA unit value = 5300"], "cannot both be supposed"),
    ],
)
def test_a_supposition_that_would_be_passed_over_is_refused(what: list[str], says: str) -> None:
    code, said = asked(*what)
    assert (code, says in said) == (2, True), said


def test_a_supposition_is_read_in_any_case_of_letters() -> None:
    assert "The part above $5,000: $200" in asked("stca Unit Value = $5,200")[1]


def test_two_suppositions_from_two_days_are_two_figures() -> None:
    said = asked(
        "STCA unit value = 5200 from 1 May 2026", "STCA unit value = 5300 from 1 May 2027"
    )[1]
    assert "$200 (the STCA 2025-27 has $5,200 from 1 May 2026)" in said
    assert "$300 (the STCA 2025-27 has $5,300 from 1 May 2027)" in said


def test_an_agreement_that_nobody_holds_can_be_supposed_a_figure_of() -> None:
    said = asked("ASTCA unit value = 5200")[1]
    assert "$200 (the ASTCA has $5,200)" in said
    assert "ASTCA ratified" in said  # still asked for


def test_a_fact_about_a_misspelled_agreement_is_asked_about(tmp_path: Path) -> None:
    file = tmp_path / "facts.toml"
    entry = 'version = "SCTA 2025-27"\nevent = "signed"\non = 2025-12-09\nsource = "x"\n'
    file.write_text(f"[[fact]]\n{entry}recorded = 2025-12-10\n", "utf-8")
    for day in ([], ["--as-at", "2026-01-01"]):
        result = CliRunner().invoke(main, ["triggers", *TERMS, "--facts", str(file), *day])
        assert "did you mean STCA 2025-27?" in result.stderr
