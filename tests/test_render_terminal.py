"""What a terminal shows: trees, tables and summaries, with and without styles."""

from __future__ import annotations

import re
from dataclasses import replace

import click
import pytest
from sample_markup import (
    APPLIED,
    BASE,
    INSTRUCTIONS,
    NEW_UNIT,
    TECHNICAL,
    TERMS,
    clause,
    proof,
    runs,
    table,
)

from clausetrack.model import Clause, Document, Finding, Fragment, Source
from clausetrack.prove import Proof
from clausetrack.render import html, settlement_json, terminal
from clausetrack.render.html_text import parts
from clausetrack.settlement import Applied, Outcome


def test_nothing_is_wider_than_the_terminal() -> None:
    long = Finding("reference-repealed", "warning", "the wording that item 1 prints " * 8, "4.2(b)")
    applied = replace(APPLIED, findings=(long,))
    shown = terminal.markup(BASE, TERMS, INSTRUCTIONS, applied, proof(), 60, colour=True)
    shown += terminal.amendments(INSTRUCTIONS, 80, colour=True)
    widths = [len(click.unstyle(line)) for line in shown.splitlines()]
    assert max(widths) <= 80
    said = click.unstyle(shown).partition("To check")[2].partition("Proof")[0]
    assert max(map(len, said.splitlines())) <= 60
    assert " ".join(long.message.split()) in " ".join(said.split())


def test_the_outline_indents_clauses_by_their_depth() -> None:
    assert terminal.outline(BASE).splitlines() == [
        "Example Teachers’ Collective Agreement (XTCA 2023-25)",
        "Part 4  Pay",
        "  4.1  Scale",
        "    4.1 table 1  4 rows",
        "  4.2  Units",
        "    4.2.1  A unit is worth $5,000 a year.",
        "      (a)  It is paid fortnightly.",
        "      (b)  It lapses on transfer.",
        "  4.3  Kura may top up any rate.",
    ]


def test_the_label_of_an_item_is_shown_as_it_is_printed() -> None:
    item = Clause("4.1(A)", "paragraph", "(A)", runs("A."), text=runs("Rest."), parent="4.1")
    lost = Clause("4.1(B)", "paragraph", "(B)", text=runs("Food."), parent="4.1", inferred=True)
    top = Clause("4.1", "clause", "4.1", runs("4.1."), heading=runs("Breaks"))
    document = Document("agreement", clauses=(top, item, lost))
    assert terminal.outline(document).splitlines()[1:] == [
        "4.1  Breaks", "  A.  Rest.", "  (B)*  Food.",
    ]  # fmt: skip
    assert "A. Rest." in terminal.clause(document, "4.1")
    number = next(parts(item, item, {}))
    assert [(piece.op, piece.text) for piece in number.pieces] == [("equal", "A.")]
    moved = item._replace(number="(C)", label=runs("C."))
    said = "".join(piece.text for piece in next(parts(item, moved, {})).pieces)
    assert "A." not in said
    assert "C" in said


def test_quoted_wording_stands_under_its_item_behind_a_bar() -> None:
    assert terminal.outline(TERMS).splitlines()[1:6] == [
        "1  Scale",
        "2  Units",
        "  │ 4.2.1  A unit is worth $5,500 a year.",
        "3  Nominees",
        "  │ 4.3  Nominee",
    ]


def test_long_lines_are_cut_to_the_width_and_restored_labels_are_marked() -> None:
    long = clause("1.1", number="1.1", text="word " * 40)
    lost = clause("1.1(a)", "paragraph", "(a)", text="x", parent="1.1")._replace(inferred=True)
    lines = terminal.outline(Document("agreement", clauses=(long, lost)), 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[1].endswith("…")
    assert lines[2] == "  (a)*  x"


def test_a_clause_is_shown_with_all_that_stands_under_it() -> None:
    assert terminal.clause(BASE, "4.2").splitlines() == [
        "4.2 Units",
        "  4.2.1 A unit is worth $5,000 a year.",
        "    (a) It is paid fortnightly.",
        "    (b) It lapses on transfer.",
    ]
    assert terminal.clause(TERMS, "4.2.1", "2#1") == "4.2.1 A unit is worth $5,500 a year.\n"
    assert terminal.clause(BASE, "9.9") == ""


def test_a_table_is_aligned_with_amounts_to_the_right() -> None:
    assert terminal.clause(BASE, "4.1 table 1").splitlines() == [
        "Step  Group  From 1 July 2023  From 1 July 2024",
        "────  ─────  ────────────────  ────────────────",
        "1     K1              $50,000           $52,000",
        "2     K2              $60,000           $61,500",
        "3                     $70,000           $71,000",
    ]


def test_long_headings_are_wrapped_over_their_column() -> None:
    wide = table(["Step", "Rates effective from 1 July 2024"], (), ["1", "$52,000"])
    shown = terminal.table(wide)
    assert shown.splitlines() == [
        "Step  Rates effective",
        "      from 1 July 2024",
        "────  ────────────────",
        "1              $52,000",
    ]


def test_a_long_clause_is_wrapped_and_loses_no_word() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    shown = terminal.clause(
        Document("agreement", clauses=(clause("1.1", number="1.1", text=text),)), "1.1", width=50
    )
    assert max(map(len, shown.splitlines())) <= 50
    assert shown.split() == ["1.1", *text.split()]


def test_amendments_are_a_table_then_what_stays_in_the_terms() -> None:
    lines = terminal.amendments(INSTRUCTIONS).splitlines()
    assert lines[0].split() == ["id", "action", "target", "wording", "dates", "clauses"]
    assert lines[3].split() == ["2#1", "substitution", "4.2.1", "given", "2026-01-28", "4.2.1"]
    assert lines[5].split()[2:] == ["substitution", "—", "elsewhere", "—", "—"]
    assert "  5: The parties will meet each March." in lines
    assert "  ?: A stray sentence." in lines


def summary(applied: Applied, held: Proof, *, colour: bool = False) -> str:
    return terminal.markup(BASE, TERMS, INSTRUCTIONS, applied, held, colour=colour)


def test_the_console_the_page_and_the_report_count_alike() -> None:
    again = Finding("child-repealed", "warning", "4.2.1(b) is gone.", "4.2.1(b)")
    grave = Finding("wording-unused", "error", "No instruction takes up 4.9.")
    info = Finding("text-left-out", "info", "The page header is left out.")
    odd = [
        Finding("figure-malformed", "warning", "A figure is odd.", source=Source("t.md", line=n))
        for n in (3, 4)
    ]
    terms = replace(TERMS, findings=(info, *odd))
    applied = replace(APPLIED, findings=(again, grave))
    made = BASE, terms, INSTRUCTIONS, applied, proof()
    shown = terminal.markup(*made).splitlines()
    at = shown.index("To check: 5")
    assert len([line for line in shown[at + 1 : shown.index("", at)] if line.startswith("  ")]) == 5
    assert settlement_json.markup(*made)["to_check"] == 5
    assert '>To check</a> <span class="count">5</span>' in html.report(*made).decode()


def test_the_summary_counts_names_what_was_not_applied_and_ticks_the_proof() -> None:
    dropped = Finding("child-repealed", "warning", "2#1: 4.2.1(b) is not in the new wording.",
                      "4.2.1(b)")  # fmt: skip
    known = Finding("text-left-out", "info", "The page header is left out.")
    applied = replace(APPLIED, findings=(dropped, known))
    shown = summary(applied, proof(failing="rest_untouched", failures=("4.2 differs",)))
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert lines[0] == "5 amendments ordered"
    assert {"applied 3", "target-missing 1", "target-unnamed 1"} <= set(lines)
    at = lines.index("5#1 9.9: target-missing")
    assert lines[at + 1] == "The base has no clause 9.9."
    at = lines.index("To check: 2")
    assert lines[at + 1 : at + 3] == [
        "4.2.1(b): item 2: 4.2.1(b) is not in the new wording.",
        "4.2.1(a), base: A label was restored.",
    ]
    assert [line[0] for line in lines if line[:1] in ("✓", "✗")] == ["✓"] * 4 + ["✗"]
    assert lines[-1] == "4.2 differs"


def test_styles_change_nothing_but_the_looks() -> None:
    for plain, styled in (
        (terminal.outline(TERMS), terminal.outline(TERMS, colour=True)),
        (terminal.amendments(INSTRUCTIONS), terminal.amendments(INSTRUCTIONS, colour=True)),
        (terminal.clause(BASE, "4.1"), terminal.clause(BASE, "4.1", colour=True)),
        (
            summary(APPLIED, proof()),
            summary(APPLIED, proof(), colour=True),
        ),
    ):
        assert "\x1b[" not in plain
        assert "\x1b[" in styled
        assert click.unstyle(styled) == plain


@pytest.mark.parametrize("bad", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\u2066", "\r", "\udce9"])
def test_nothing_that_a_terminal_would_obey_gets_through(bad: str) -> None:
    words = f"a{bad}b"

    def spoilt(old: Clause) -> Clause:
        return old._replace(id=old.id + bad, number=words, heading=runs(words), text=runs(words),
                       parent=old.parent and old.parent + bad)  # fmt: skip

    base = replace(BASE, title=words, agreement=words, clauses=tuple(map(spoilt, BASE.clauses)))
    terms = replace(
        TERMS,
        clauses=(clause("1", "item", "1", words), spoilt(NEW_UNIT)._replace(fragment="f")),
        fragments=(Fragment("f", "1"),),
    )
    order = replace(TECHNICAL, id=words, described_target=words, clauses=(words,))
    instructions = replace(
        INSTRUCTIONS,
        amendments=(order,),
        terms_only=tuple(replace(each, item=words, text=words) for each in INSTRUCTIONS.terms_only),
        unused=(words,),
    )
    found = Finding("child-repealed", "warning", words, words, quote=words)
    applied = replace(
        APPLIED, outcomes=(Outcome(order, "target-unnamed", words),), findings=(found,)
    )
    shown = (
        terminal.outline(base)
        + terminal.outline(terms)
        + terminal.clause(base, f"4.1{bad}")
        + terminal.amendments(instructions)
        + terminal.markup(base, terms, instructions, applied, proof(failures=(words,)))
    )
    assert "�" in shown
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown
    )


def test_the_summary_counts_the_passages_that_change_no_clause() -> None:
    one = terminal.markup(BASE, TERMS, INSTRUCTIONS, APPLIED, proof())
    assert "1 passage of the terms is read as changing no clause" in one
    none = terminal.markup(BASE, TERMS, replace(INSTRUCTIONS, terms_only=()), APPLIED, proof())
    assert "changing no clause" not in none
