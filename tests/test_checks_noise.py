"""What the review does not say, or says once: near misses in agreements of other trades."""

from __future__ import annotations

import pytest
from test_checks_rules import _agreement, _terms, found

from clausetrack.ingest import read
from clausetrack.model import Finding


def of(code: str, text: str) -> list[Finding]:
    return [each for each in found(text) if each.code == code]


def test_a_signature_with_a_name_is_not_blank() -> None:
    text = _agreement("2.1 Lamps burn.") + "\n\nSigned by: {}\n\nDated this 3rd day of May 2024\n"
    assert of("signature-blank", text.format("________"))
    assert not of("signature-blank", text.format("Mere Tai, for the guild"))


def test_a_day_that_is_blank_before_its_year_is_blank() -> None:
    text = _agreement("2.1 Lamps burn.") + "\n\nSigned by: Mere Tai\n\nDated this {} 2024\n"
    assert of("signature-undated", text.format("____ day of ________"))
    assert not of("signature-undated", text.format("3rd day of May"))


def test_a_name_that_is_joined_by_of_is_compared_whole() -> None:
    usual = " The Keepers Guild of Aotearoa agrees." * 3
    slip = _agreement(f"2.1 Lamps burn.{usual}", "2.2 The Keepers Guild of Aoteroa is told.")
    assert [each.clause for each in of("party-misspelt", slip)] == ["2.2"]
    other = _agreement(f"2.1 Lamps burn.{usual}", "2.2 The Keepers Guild of Otago is told.")
    assert not of("party-misspelt", other)


@pytest.mark.parametrize(
    ("words", "damaged"),
    [
        ("career and non- work related training", True),
        ("gender- based inequality", True),
        ("full- and part-time keepers", False),
        ("short- to medium-term posts", False),
    ],
)
def test_a_hyphen_that_a_line_break_left_a_space_behind(words: str, damaged: bool) -> None:
    assert bool(of("dash-unspaced", _agreement(f"2.1 There is {words}."))) is damaged


def test_damage_of_a_whole_conversion_is_one_finding() -> None:
    clauses = [f"2.{n} There is pre- paid oil in store {n}." for n in range(1, 12)]
    (one,) = of("dash-unspaced", _agreement(*clauses))
    assert one.clause == "2.1"
    assert "11 clauses" in one.message
    assert len(of("dash-unspaced", _agreement(*clauses[:8]))) == 8


def test_acts_that_never_have_years_are_one_finding() -> None:
    names = ("Lamps", "Harbours", "Pilots", "Boats")
    clauses = [f"2.{n} The {name} Act applies." for n, name in enumerate(names, 1)]
    assert len(of("act-undated", _agreement(*clauses))) == 1
    assert len(of("act-undated", _agreement(*clauses, "2.5 The Oil Act 1990 applies."))) == 4


def test_one_heading_under_two_headings_without_numbers_names_two_things() -> None:
    text = (
        "# Lamp Keepers Collective Agreement 2024-2026\n\n## Union\n\n"
        "8 Principles\n\n8.1 We talk.\n\n"
    )
    assert not of("heading-repeated", text + "## Safety\n\n55 Principles\n\n55.1 We care.\n")
    assert of("heading-repeated", text + "9 Principles\n\n9.1 We care.\n")


def test_what_goes_up_between_arrows_has_no_day_to_lose() -> None:
    head = "2.1 Salaries\n\n| Step | 1 July 2024 | | 1 July 2025 |\n| --- | --- | --- | --- |\n"
    rise = _agreement(head + "| 1 | $50,000 | → $900 → | $50,900 |")
    assert not of("column-undated", rise)
    assert of("column-undated", _agreement(head + "| 1 | $50,000 | $50,500 | $50,900 |"))


def test_an_item_that_ends_in_or_goes_on() -> None:
    lead = "2.1 A keeper may rest:\n\n(a) after a gale. The log says so{}\n\n(b) in the calm."
    assert not of("sentence-unfinished", _agreement(lead.format(", or")))
    assert of("sentence-unfinished", _agreement(lead.format("")))


def test_an_address_that_the_words_before_lead_to_is_text() -> None:
    lead = _agreement("2.1 The log{}", "https://log.example/keepers")
    assert not of("page-furniture", lead.format(" is at:"))
    assert of("page-furniture", lead.format(" is kept."))


def test_a_mark_of_emphasis_that_opens_in_a_sentence_and_is_not_closed() -> None:
    assert of("emphasis-unbalanced", _agreement("2.1 A keeper has **twelve lamps."))
    assert not of("emphasis-unbalanced", _agreement("2.1 A keeper has **twelve** lamps**."))


@pytest.mark.parametrize("short", ["HR", "ACC"])
def test_what_everybody_knows_needs_no_definition(short: str) -> None:
    assert not of("abbreviation-undefined", _agreement(f"2.1 Ask {short} about the lamps."))
    assert of("abbreviation-undefined", _agreement("2.1 Ask QLB about the lamps."))


def test_a_word_in_capitals_between_alternatives_is_no_abbreviation() -> None:
    text = _agreement("2.1 A keeper has [ten OR twelve] lamps.")
    assert of("alternative-unresolved", text)
    assert not of("abbreviation-undefined", text)


def test_the_union_begins_a_sentence_too() -> None:
    text = _terms("1. Lamps", "The union will tell the master of each lamp by May 2026.")
    assert of("term-undefined", text)


def test_a_table_of_two_columns_is_one_where_its_steps_look_like_labels() -> None:
    text = _agreement("2.1 Salaries\n\nStep\tFrom 1 July 2024\n1\t$50,000\n2\t$52,000")
    (table,) = (c.table for c in read(text.encode()).clauses if c.table)
    assert table.texts == [["Step", "From 1 July 2024"], ["1", "$50,000"], ["2", "$52,000"]]
    listed = _agreement("2.1 Lamps\n\n1\tThe first lamp is lit.\n2\tThe second costs $52,000.")
    assert not any(c.table for c in read(listed.encode()).clauses)


def test_an_annex_is_no_clause_of_its_number() -> None:
    assert of("reference-unresolved", _agreement("2.1 Oil is issued as in Annex 2.1 and Annex 1."))
    of_an_act = "2.1 Oil is as in Schedule 1 Part 2 Ports of the Harbours Act 1950."
    assert not of("reference-unresolved", _agreement(of_an_act))
    assert not of("reference-unresolved", _agreement("2.1 The report says “Schedule 1 – Oil”."))


def test_a_figure_that_reads_two_ways_in_a_sentence() -> None:
    assert of("figure-malformed", _agreement("2.1 The fee is $61.800 a year."))
    assert not of("figure-malformed", _agreement("2.1 The fee is $61,800 a year, or $27.3551."))


def test_what_closes_on_a_holiday() -> None:
    assert of("deadline-on-holiday", _agreement("2.1 Claims close by 25 December 2026."))
    assert not of("deadline-on-holiday", _agreement("2.1 Claims close by 24 December 2026."))


def _clauses(*numbers: int) -> str:
    said = (f"{n} Item\n\n{n}.1 Lamps burn." for n in numbers)
    return "\n\n".join(("Lamps Agreement 2024", *said))


def test_a_clause_that_is_missing_between_others_is_told() -> None:
    assert not of("number-skipped", _clauses(1, 2, 3, 4, 5, 6))
    (one,) = of("number-skipped", _clauses(1, 2, 3, 4, 5, 7))
    assert (one.clause, one.message) == ("7", "7 follows without 6")
    assert not of("number-skipped", _clauses(3, 7, 11, 12))  # an extract
    articles = "\n\n".join(f"ARTICLE {n} – ITEM\n\n{n}.01 Lamps burn." for n in (1, 2, 3, 5))
    (one,) = of("number-skipped", f"Lamps Agreement 2024\n\n{articles}")
    assert one.message == "Article 5 follows without Article 4"


def test_an_item_behind_a_lost_one_is_told_once() -> None:
    text = _agreement("2.1 Keepers have:\n\n(a) oil;\n\n(b) wicks; or\n\n(d) matches.")
    assert [each.message for each in of("label-skipped", text)] == ["(d) follows without (c)"]
    assert not of("number-out-of-order", text)


def test_the_days_of_a_year_that_is_defined_need_no_year() -> None:
    said = "means the time from 1 February to 31 January."
    assert not of("date-without-year", _agreement(f"2.1 “Lamp Year” {said}"))
    assert of("date-without-year", _agreement(f"2.1 “Lamp Time” {said}"))


def test_what_is_cited_as_an_article_is_called_that() -> None:
    (one,) = of("reference-unresolved", _agreement("2.1 See Article 5.07.", "2.2 Lamps burn."))
    assert one.message.endswith("no Article 5.07 in this document")
