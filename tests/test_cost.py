"""What hostile terms cost: one long sentence is looked at once, not for each of its orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from factory import statuses, texts
from lxml import etree

from clausetrack import check, citations, diff, verbatim, verbatim_together
from clausetrack import citation_patterns as patterns
from clausetrack.amend import binding, meeting, ranges, said, untold
from clausetrack.amend.instructions import find
from clausetrack.amend.plan import Plan
from clausetrack.amend.sentences import parse
from clausetrack.amend.tree import Tree
from clausetrack.checks import abbreviations, scales
from clausetrack.checks.subject import Subject
from clausetrack.diff import row_names, table_columns
from clausetrack.diff.order import uncrossed
from clausetrack.diff.similarity import without_figures
from clausetrack.diff.tokens import tokens
from clausetrack.grids import text_at
from clausetrack.ingest import read, text_marks
from clausetrack.ingest.html import links
from clausetrack.markup import Markup, markup
from clausetrack.model import Cell, Clause, Finding
from clausetrack.ooxml import paragraphs as ooxml_paragraphs
from clausetrack.ooxml.marks import Stamp, text_of
from clausetrack.ooxml.names import W_NS, Element, local, make
from clausetrack.ooxml.numbering import Counting
from clausetrack.ooxml.revisions import resolve_part
from clausetrack.ooxml.text import pieces
from clausetrack.rates.alike import Kind
from clausetrack.rates.model import Span
from clausetrack.reasons import FOOTNOTE_MARK
from clausetrack.references import references
from clausetrack.render import docx_numbers
from clausetrack.render.docx_comments import Anchors, comment_text
from clausetrack.settlement import Amendment, Edit
from clausetrack.verbatim_case import Case, Printed, Wording

TITLE = "Kelp Ferries Collective Agreement"
BASE = f"{TITLE} 2023–2025\n\n1 Crew\n\n{{}}\n"
TERMS = f"Terms of settlement\n{TITLE} 2025–2027\n\n{{}}\n"


def agreement(clauses: int) -> bytes:
    lines = (f"1.{at} Deck {at} has one mate." for at in range(1, clauses + 1))
    return BASE.format("\n\n".join(lines)).encode()


def terms(*items: str) -> bytes:
    return TERMS.format("\n\n".join(f"{at}. {one}" for at, one in enumerate(items, 1))).encode()


def in_one_sentence(orders: int) -> bytes:
    every = " and ".join(f"delete clause 1.{at}" for at in range(1, orders + 1))
    return terms(f"{every[:1].upper()}{every[1:]}.")


def counted(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> Counter[object]:
    """How often a function is asked of each text from now on."""
    calls: Counter[object] = Counter()
    asked: Callable[..., object] = getattr(module, name)

    def one_more(text: object, *more: object) -> object:
        calls[text] += 1
        return asked(text, *more)

    monkeypatch.setattr(module, name, one_more)
    return calls


@pytest.mark.parametrize(
    ("orders", "module", "name"),  # a text that was asked of before is not read again
    [(27, binding, "undated"), (28, binding, "labels_last"), (29, untold, "_letters"),
     (30, said, "as_order")],
)  # fmt: skip
def test_the_sentence_of_many_orders_is_looked_at_once(
    monkeypatch: pytest.MonkeyPatch, orders: int, module: object, name: str
) -> None:
    calls = counted(monkeypatch, module, name)
    ordered = find(read(in_one_sentence(orders), "terms.txt"))
    aims = [one.target for one in ordered.amendments]
    assert aims == [f"1.{at}" for at in range(1, orders + 1)]
    assert 0 < max(calls.values()) < 10


def test_a_long_list_of_clauses_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = counted(monkeypatch, ranges, "masked")
    every = ", ".join(f"1.{at}" for at in range(1, 32))
    ordered = find(read(terms(f"Delete clauses {every} and 1.32."), "terms.txt"))
    assert len(ordered.amendments) == 32
    assert 0 < max(calls.values()) < 10


def test_each_order_of_a_long_list_is_carried_out() -> None:
    every = ", ".join(f"1.{at}" for at in range(1, 30))
    done = markup(agreement(31), terms(f"Delete clauses {every} and 1.30."))
    assert statuses(done) == ["applied"] * 30
    assert texts(done)["1.31"] == "Deck 31 has one mate."
    assert not {"1.1", "1.15", "1.30"} & texts(done).keys()


def test_a_denial_is_of_what_stands_behind_it_alone() -> None:
    assert parse("It is not so that clause 1.1 is deleted.").orders == ()
    behind = parse("Clause 1.1 is deleted, and it is not so that clause 1.2 is deleted.").orders
    assert [one.targets for one in behind] == [("1.1",)]


def test_orders_on_different_clauses_are_not_held_against_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    met: list[set[str]] = []
    clash = meeting._clash

    def noted(one: Plan, other: Plan, again: meeting.Again, done: meeting.Done) -> object:
        met.append({one.amendment.id, other.amendment.id})
        return clash(one, other, again, done)

    monkeypatch.setattr(meeting, "_clash", noted)
    done = markup(
        agreement(4),
        terms(
            "Delete clause 1.1.",
            "In clause 1.2, replace “one” with “two”.",
            "In clause 1.3, replace “one” with “two”.",
            "In clause 1.3, replace “mate” with “cook”.",
        ),
    )
    assert met == [{"3#1", "4#1"}]
    assert texts(done)["1.3"] == "Deck 3 has two cook."


def same_words(orders: int) -> Markup:
    words = (f"In clause 1.1, replace “one” with “{at} or more”." for at in range(orders))
    return markup(agreement(2), terms(*words))


def test_of_a_few_that_change_the_same_words_each_is_named() -> None:
    done = same_words(3)
    assert statuses(done) == ["conflict"] * 3
    assert done.applied.outcomes[0].reason == (
        "2#1 changes the same words of clause 1.1; 3#1 changes the same words of clause 1.1"
    )


def test_of_very_many_that_change_the_same_words_the_first_are_named() -> None:
    done = same_words(30)
    assert statuses(done) == ["conflict"] * 30
    assert texts(done)["1.1"] == "Deck 1 has one mate."
    for at, one in ((0, "2#1"), (29, "1#1")):
        reason = done.applied.outcomes[at].reason
        assert reason.count("changes the same words") == 20
        assert reason.startswith(f"{one} changes the same words of clause 1.1; ")
        assert reason.endswith("; and more may do so")


def test_of_very_many_beside_an_order_the_first_are_named_and_the_rest_counted() -> None:
    words = " ".join(f"w{at}" for at in range(1, 24))
    base = BASE.format(f"1.1 {words}.\n\n1.2 Deck 2 has one mate.").encode()
    done = markup(
        base, terms(*(f"In clause 1.1, replace “w{at}” with “v{at}”." for at in range(1, 24)))
    )
    assert statuses(done) == ["applied"] * 23
    assert texts(done)["1.1"] == words.replace("w", "v") + "."
    reason = done.applied.outcomes[0].reason
    assert reason.startswith("2#1 and 3#1 and 4#1 and ")
    assert reason.endswith(" and 21#1 and 2 more change other words of 1.1")


LONG = "The crew rests at noon, and the galley of a deck shuts at ten unless the pilot wants tea."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("replace “crew” with “pilot boat crew”", "replace “pilot” with “mate”"),
        ("insert “the unless” after “crew”", "delete “unless” and insert “if”"),
        ("replace “crew” with “crew. Tea”", "replace “tea” with “coffee”"),
    ],
)
def test_an_order_that_brings_in_words_far_from_those_of_a_later_one_is_held_against_it(
    first: str, second: str
) -> None:
    base = BASE.format(f"1.1 {LONG}\n\n1.2 Deck 2 has one mate.").encode()
    done = markup(base, terms(f"In clause 1.1, {first}.", f"In clause 1.1, {second}."))
    assert statuses(done) == ["conflict"] * 2
    assert "depends on which is done first" in done.applied.outcomes[0].reason
    turned = markup(base, terms(f"In clause 1.1, {second}.", f"In clause 1.1, {first}."))
    assert statuses(turned) == ["applied"] * 2


def test_an_amount_brought_in_in_another_writing_is_held_against_a_later_order() -> None:
    base = BASE.format(f"1.1 {LONG} It costs $8.00 a cup.\n\n1.2 Deck 2 has one mate.").encode()
    done = markup(base, terms("In clause 1.1, replace “crew” with “$8 crew”.",
                              "In clause 1.1, replace “$8.00” with “$9.00”."))  # fmt: skip
    assert statuses(done) == ["conflict"] * 2


def test_orders_far_apart_in_one_clause_are_not_read_again_for_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = " ".join(f"w{at} stands on the upper deck," for at in range(30))
    base = BASE.format(f"1.1 {words} too.\n\n1.2 Deck 2 has one mate.").encode()
    clash, tried = meeting._clash, verbatim_together._results
    met: list[str] = []
    runs: list[int] = []

    def noted(one: Plan, other: Plan, again: meeting.Again, done: meeting.Done) -> object:
        met.append(one.amendment.id)
        return clash(one, other, again, done)

    def results(case: Case, orders: Sequence[Amendment], was: Printed) -> list[Printed]:
        runs.append(len(orders))
        return tried(case, orders, was)

    monkeypatch.setattr(meeting, "_clash", noted)
    monkeypatch.setattr(verbatim_together, "_results", results)
    done = markup(
        base, terms(*(f"In clause 1.1, delete “w{at}” and insert “v{at}”." for at in range(30)))
    )
    assert statuses(done) == ["applied"] * 30
    assert texts(done)["1.1"] == words.replace("w", "v") + " too."
    assert met == []
    assert runs == [30]  # and not once again without each of them


def test_a_tree_with_one_clause_reworded_is_that_of_the_clauses() -> None:
    clauses = read(agreement(3), "base.txt").clauses
    tree = Tree.of(clauses)
    new = tree["1.2"]._replace(text=tree["1.3"].text)
    heading = tree["1"]._replace(heading=tree["1.3"].text)
    assert tree.reworded(new) == Tree.of(new if one.id == "1.2" else one for one in clauses)
    assert tree.reworded(heading) == Tree.of(heading if one.id == "1" else one for one in clauses)
    assert tree == Tree.of(clauses)


def test_a_comment_quotes_a_very_long_instruction_up_to_its_limit() -> None:
    outcome = markup(agreement(2), terms("Delete clause 1.1.")).applied.outcomes[0]
    for long, quoted in (
        (2000, "x" * 2000),
        (2001, "x" * 2000 + "… (cut short here: item 1 of the terms has the whole)"),
    ):
        order = replace(outcome.amendment, instruction="x" * long)
        said = comment_text(replace(outcome, amendment=order))
        assert said.split("\n")[1] == f"Instruction: {quoted}"


def test_a_working_copy_of_very_many_orders_in_one_sentence_can_be_opened_again() -> None:
    done = markup(agreement(301), in_one_sentence(300))
    assert statuses(done) == ["needs-decision"] * 300
    assert read(done.docx, "copy.docx", "rejected").agreement == done.base.agreement


def test_what_ends_a_column_is_asked_of_all_the_others_together() -> None:
    first, second, third = date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)
    runs = [Span("", start=third), Span("", start=first, end=second),
            Span("", event="ratification"), Span("")]  # fmt: skip
    same = Kind([(2, runs[0]), (5, runs[1]), (6, runs[2]), (9, runs[3])])
    assert [same.later(day) for day in (None, first, second, third)] == [first, third, third, None]
    assert (same.begins(third), same.begins(second)) == (True, False)
    assert same.overlaps(Span("", start=date(2026, 3, 31)))  # the one from January runs into it
    assert not same.overlaps(Span("", start=second))
    # the one of July begins within it
    assert same.overlaps(Span("", start=second, end=date(2026, 7, 2)))
    assert not same.overlaps(Span("", start=second, end=third))
    assert [place for place, _ in same.behind(5)] == [5, 6, 9]
    assert [place for place, _ in same.telling(9)] == [6]
    assert [place for place, _ in same.telling(2)] == [5, 6, 9]


def test_the_proof_reads_a_wording_once_and_not_for_each_clause_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_for: list[str] = []
    of, reads = Case._printed, verbatim._reads
    held: list[str] = []

    def noted(case: Case, amendment: Amendment) -> Wording:
        read_for.append(amendment.id)
        return of(case, amendment)

    def each(case: Case, have: Clause, want: Clause, *, adds: bool) -> bool:
        held.append(want.id)
        return reads(case, have, want, adds=adds)

    monkeypatch.setattr(Case, "_printed", noted)
    monkeypatch.setattr(verbatim, "_reads", each)
    bullets = "\n\n".join(f"• the mate of berth {at};" for at in range(40))
    done = markup(
        agreement(2), terms(f"Insert a new clause 1.3 as follows:\n\n1.3 To rest:\n\n{bullets}")
    )
    assert statuses(done) == ["applied"]
    assert len([one for one in done.applied.document.clauses if one.kind == "bullet"]) == 40
    assert read_for == ["1#1"]
    assert len(held) == 41  # the clause and its bullets, each against the one that stands there


def test_long_rows_of_one_character_are_read_once() -> None:
    """At these lengths, what tried each place of a row anew would not come to an end."""
    row = 190_000
    assert tokens("7" * row) == ["7" * row]
    assert tokens("1." * row)[0] == "1." * (row - 1) + "1"
    assert without_figures("At " + "." * row + " 12") == "At " + "." * row + " 0"
    assert without_figures("," * row + "1") == "0"
    for text in ("A" * row, "_" * row, "Pay $" + "_" * row, "__ " + "_" * row):
        base = BASE.format(f"1.1 {text} rests.\n\n1.2 Deck 2 has one mate.").encode()
        assert check(base, select=("name-style-mixed", "party-misspelt")).findings == ()
        check(base, select=("alternative-unresolved",))


def test_a_row_of_very_many_cells_is_looked_at_cell_by_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at = 0
    emphasis = text_marks._emphasis

    def noted(line: str, start: int, end: int, *more: Any) -> list[Any]:
        nonlocal looked_at
        looked_at += end - start
        return emphasis(line, start, end, *more)

    monkeypatch.setattr(text_marks, "_emphasis", noted)
    row = "| a_b " * 500 + "|"
    rows = f"{row}\n{'|---' * 500}|\n{row}\n"
    base = BASE.format(f"1.1 The decks are:\n\n{rows}\n1.2 So be it.").encode()
    document = read(base, "base.txt")
    (table,) = [one.table for one in document.clauses if one.table]
    assert len(table.texts[0]) == 500
    assert looked_at < 2 * len(rows)


def test_a_number_of_very_many_parts_is_no_clause_that_is_missing() -> None:
    number = "1" + ".1" * 3000
    base = BASE.format(f"1.1 The mate acts under clause {number}.\n\n1.2 The cook rests.").encode()
    found = check(base, select=("reference-unresolved", "references-unfollowed")).findings
    assert [one.finding.quote for one in found] == [f"clause {number}"]


def test_what_tells_rows_apart_is_asked_of_each_cell_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = 0

    def noted(row: Sequence[Cell], at: int) -> str:
        nonlocal cells
        cells += 1
        return text_at(row, at)

    monkeypatch.setattr(row_names, "text_at", noted)
    row = "| mate " * 300 + "|"
    table = f"{row}\n{'|---' * 300}|\n{row}\n| cook {row[7:]}\n"
    old, new = (
        BASE.format(f"1.1 The decks are:\n\n{rows}\n1.2 So be it.").encode()
        for rows in (table, table.replace("cook", "pilot"))
    )
    (change,) = diff(old, new)
    assert change.new_id == "1.1 table 1"
    assert 0 < cells < 20 * 2 * 3 * 300


def test_what_stands_before_a_citation_is_looked_for_near_it() -> None:
    every = "; ".join(f"clause 1.{at} and the insertion of a clause 2.{at}" for at in range(1, 9))
    body = read(terms(f"The parties discussed {every}."), "terms.txt")
    held = [one for one in references(body) if one.targets]
    assert [(one.targets[0], "new" in one.why or "add" in one.why) for one in held] == [
        (f"{1 + other}.{at}", bool(other)) for at in range(1, 9) for other in range(2)
    ]


class _Searched(str):
    """A text that counts how often the whole of it is searched."""

    searches = 0

    def __contains__(self, words: str) -> bool:  # type: ignore[override]
        self.searches += 1
        return super().__contains__(words)

    def rfind(self, words: str, *place: Any) -> int:
        self.searches += 1
        return super().rfind(words, *place)


@pytest.mark.parametrize("last", ["clause 77.7", "Ferries Act 2001"])
def test_a_text_is_searched_once_for_the_names_of_statutes(last: str) -> None:
    text = _Searched("Health and Safety of Work " * 200 + "and under the " + last)
    assert [one.text for one in citations.find(text)] == [last]
    assert text.searches == 4  # Act, Regulations, Rules, Order


def test_words_that_open_a_sentence_are_not_read_again_from_each_of_them() -> None:
    opening = patterns.OPENING.match("The " * 1000)
    assert opening is not None
    assert opening.end() == len("The ") * 9


def told(*words: str) -> list[str]:
    base = BASE.format(f"1.1 The mate sees {' and '.join(words)} at noon.").encode()
    select = ("abbreviation-undefined", "abbreviation-variant")
    return [one.finding.message for one in check(base, select=select).findings]


def test_each_place_of_an_abbreviation_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[tuple[int, int]] = []
    defines = abbreviations._defines

    def noted(text: str, start: int, end: int) -> bool:
        looked_at.append((start, end))
        return defines(text, start, end)

    monkeypatch.setattr(abbreviations, "_defines", noted)
    words = [f"{first}{second}QZW" for first in "BDFGHJ" for second in "KMNPRS"]
    assert told(*words) == [f"{word} is not defined" for word in words]
    assert len(looked_at) == len(set(looked_at)) == 36


def test_of_abbreviations_the_first_that_is_written_more_often_is_the_twin() -> None:
    assert told("KRZQ", "KZQ", "KRQ", "KRQ", "KZQ", "KRZQ") == [
        f"{word} is not defined" for word in ("KRZQ", "KZQ", "KRQ")
    ]
    assert told("KRZQ", "KZQ", "KRQ", "KRQ", "KZQ", "KRZQX") == [
        "KRZQ is written here, and KZQ elsewhere",
        "KZQ is not defined",
        "KRQ is not defined",
        "KRZQX is not defined",
    ]


def test_the_first_words_with_the_letters_of_an_abbreviation_are_told() -> None:
    assert told("KB", "a McKelp Board", "the Kelp of Berths", "Kelp Ferries Board", "FB") == [
        "KB is not defined; “Kelp of Berths” may be meant",
        "FB is not defined; “Ferries Board” may be meant",
    ]


def test_the_pin_of_a_finding_stays_what_it_was_in_reviews_that_are_kept() -> None:
    base = BASE.format("1.1 The mate sees KB at noon.\n\n1.2 The cook sees KRQ.").encode()
    found = check(base, select=("abbreviation-undefined",)).findings
    assert [one.pin for one in found] == ["f5fc1c3c95", "b43d3ce91f"]


def test_the_numbers_of_a_word_file_are_counted_once_whatever_of_them_is_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = 0

    class Noted(Counting):
        def on(self, paragraph: Element) -> tuple[str, str, int] | None:
            nonlocal counted
            counted += 1
            return super().on(paragraph)

    first = markup(agreement(3), terms("Insert a new clause 2 as follows:\n\n2 Galley\n\n2.1 Fog."))
    monkeypatch.setattr(docx_numbers, "Counting", Noted)
    again = "\n\n".join(f"1.1 Hold {at} has one mate." for at in range(60))
    done = markup(first.docx, terms(f"Replace clause 1 with:\n\n1 Hold\n\n{again}"))
    assert statuses(done) == ["applied"]
    paragraphs = 61 + 4 + 3  # what is new, what was there, the title and the contents
    assert paragraphs / 2 < counted < 2 * paragraphs


def test_what_deleted_paragraphs_held_is_moved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0

    def noted(node: Element) -> str:
        nonlocal looked_at
        looked_at += 1
        return local(node)

    gone = "".join(
        f'<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:commentRangeStart w:id="{at}"/>'
        f'<w:bookmarkStart w:id="{at}"/><w:del><w:r><w:delText>Fog</w:delText></w:r></w:del></w:p>'
        for at in range(200)
    )
    ends = "".join(f'<w:bookmarkEnd w:id="{at}"/>' for at in range(0, 200, 2))
    last = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{ends}</w:p><w:p><w:pPr/><w:r/></w:p>"
    root = etree.fromstring(f'<w:body xmlns:w="{W_NS}">{gone}{last}</w:body>')
    monkeypatch.setattr(ooxml_paragraphs, "local", noted)
    resolve_part(root, "accepted")
    (stays,) = root
    assert [node.tag.rpartition("}")[2] for node in stays] == [
        "pPr",
        *["commentRangeStart", "commentRangeStart", "bookmarkStart"] * 100,
        "r",
    ]  # the bookmarks of even numbers went with all they held
    assert 0 < looked_at < 20 * 200


def test_the_clauses_of_comments_are_sought_in_one_list_of_edits() -> None:
    looked_through = 0

    class Noted(tuple[Edit, ...]):
        def __iter__(self) -> Iterator[Edit]:
            nonlocal looked_through
            looked_through += 1
            return super().__iter__()

    done = markup(agreement(31), terms("Delete clause 1.1."))
    paragraphs = {f"1.{at}": make("p") for at in range(2, 32)}
    page: Any = None  # each clause is new here, and found without it
    applied = replace(done.applied, edits=Noted(done.applied.edits))
    anchors = Anchors(page, done.base, applied, {}, paragraphs)
    for name, paragraph in paragraphs.items():
        assert anchors.finding(Finding("number-twice", "", "", clause=name)) is paragraph
    assert looked_through == 1


def test_steps_of_one_name_are_told_apart_by_few_characters() -> None:
    rows = "| Step | Rate |\n|---|---|\n" + "| Step | $20.00 |\n" * 300
    document = read(BASE.format(f"1.1 The pay is:\n\n{rows}\n1.2 So be it.").encode(), "base.txt")
    (one,) = scales.series(Subject(document))
    keys = list(one.rows)
    assert keys[:6] == ["Step", "Step′", "Step′′", "Step′′′", "Step′4", "Step′5"]
    assert len(keys) == 300
    assert max(map(len, keys)) == len("Step′299")


def test_rows_that_cross_no_better_ones_are_found_by_their_neighbours() -> None:
    compared = 0

    class Noted(int):
        def __lt__(self, other: int) -> bool:
            nonlocal compared
            compared += 1
            return int(self) < int(other)

    order = [(at * 37) % 400 for at in range(400)]
    assert uncrossed((Noted(at), Noted(at)) for at in order) == {
        at: at for at in order
    }
    assert 0 < compared < 400 * 20
    crossing = [(5, 5), (2, 7), (7, 2), (4, 5), (5, 6), (2, 1), (9, 9), (8, 8)]
    assert uncrossed(crossing) == {2: 1, 5: 5, 8: 8, 9: 9}
    assert uncrossed(crossing, {1: 4, 6: 7}) == {5: 5, 8: 8, 9: 9}
    assert uncrossed(crossing, {1: 4, 6: 6}) == {5: 5, 8: 8, 9: 9}
    assert uncrossed(crossing, {1: 6, 6: 8}) == {2: 7, 9: 9}


def test_columns_that_kept_no_figure_are_not_held_against_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = 0
    figure = table_columns._figure

    def noted(text: str) -> bool:
        nonlocal asked
        asked += 1
        return figure(text)

    monkeypatch.setattr(table_columns, "_figure", noted)
    wide = "| Deck " * 200 + "|\n" + "|---" * 200 + "|\n" + "| mate " * 200 + "|\n"
    one, other = (
        BASE.format(f"1.1 The decks are:\n\n{rows}\n1.2 So be it.").encode()
        for rows in (wide, wide.replace("\n", "| Hold |\n", 1).replace("|\n", "| cook |\n"))
    )
    (change,) = diff(one, other)
    assert change.new_id == "1.1 table 1"
    assert 0 < asked < 10 * 200


def test_the_text_of_a_paragraph_of_very_many_runs_is_put_together_once() -> None:
    looked_through = 0

    class Noted(list[Any]):
        def __iter__(self) -> Iterator[Any]:
            nonlocal looked_through
            looked_through += 1
            return super().__iter__()

    runs = "".join(f"<w:r><w:t>a{at} </w:t></w:r>" for at in range(30))
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W_NS}">{runs}</w:p>')
    text = text_of(paragraph, list(pieces(paragraph)))
    text.spans = Noted(text.spans)
    said = "".join(f"a{at} " for at in range(30))
    assert [text.original for _ in range(30)] == [said] * 30
    assert looked_through == 1
    text.part([1, 4])
    text.delete(1, 4, Stamp("M", None, 0))
    assert text.original == said == "".join(span.text for span in text.spans)


def test_the_links_of_a_block_are_followed_once() -> None:
    asked = 0

    class Noted(etree.ElementBase):
        def get(self, *words: Any, **more: Any) -> Any:
            nonlocal asked
            asked += 1
            return super().get(*words, **more)

    lookup = etree.ElementDefaultClassLookup(element=Noted)
    parser = etree.HTMLParser()
    parser.set_element_class_lookup(lookup)
    marks = "".join(f'<a href="#n{at}" id="m{at}">{at}</a> ' for at in range(100))
    backs = "".join(f'<a href="#m{at}" id="n{at}">back</a> ' for at in range(50))
    body = etree.fromstring(f"<body><p>Fog {marks}</p><p>Of fog: {backs}</p></body>", parser)[0]
    sizes = dict.fromkeys(body.iter("*"), 1)
    reasons: dict[Any, str] = {}
    links.notes(body, sizes, reasons)
    assert sum(why == FOOTNOTE_MARK for why in reasons.values()) == 50
    assert 0 < asked < 20 * 150
