"""XML: what the parser refuses, what a document is as XML, and that nothing of it is lost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from documents import clause, document, documents, runs, table
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import clausetrack
from clausetrack.commands import main
from clausetrack.errors import InvalidXml
from clausetrack.ingest import read
from clausetrack.model import KINDS, Cell, Clause, Column, Document, Fragment, Run, Source, Table
from clausetrack.xmlio import from_xml, parse_xml, to_xml, validate

NS = {"c": "urn:clausetrack:1"}
ROOT = Path(clausetrack.__file__).parent.parent


def tree(given_document: Document) -> etree._Element:
    """The XML of a document, read by a parser that is not the program's."""
    return etree.fromstring(to_xml(given_document))


def nodes(element: etree._Element, path: str) -> list[etree._Element]:
    found = element.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [node for node in found if isinstance(node, etree._Element)]


def words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


# ---------------------------------------------------------------------------------- the parser

PROLOGUES = {
    "plain": "<!DOCTYPE a><a/>",
    "after a declaration": "<?xml version='1.0'?>\n<!DOCTYPE a>\n<a/>",
    "after a comment": "<!-- <a> --><?go on?>\n\n<!DOCTYPE\ta [ ]><a/>",
    "with an entity": "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
    "from elsewhere": "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>",
    "public": "<!DOCTYPE a PUBLIC '-//a' 'http://127.0.0.1:9/a.dtd'><a/>",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("prologue", PROLOGUES.values(), ids=PROLOGUES)
def test_a_doctype_is_refused_in_any_encoding(prologue: str, encoding: str) -> None:
    if encoding in {"utf-16-le", "utf-16-be"}:  # without a mark, XML has to name it
        prologue = f"<?xml version='1.0' encoding='{encoding}'?>" + re.sub(
            r"^<\?xml.*?>", "", prologue
        )
    with pytest.raises(InvalidXml, match=r"^in\.xml: has a DOCTYPE"):
        parse_xml(prologue.encode(encoding), "in.xml")


def test_no_entity_reads_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("<!ENTITY hidden 'words'>")
    for inside in (
        f"<!ENTITY x SYSTEM '{secret.as_uri()}'>]><a>&x;</a>",
        f"<!ENTITY % x SYSTEM '{secret.as_uri()}'> %x;]><a>&hidden;</a>",
    ):
        with pytest.raises(InvalidXml) as error:
            parse_xml(f"<!DOCTYPE a [{inside}".encode(), "in.xml")
        assert "words" not in str(error.value)


def test_entities_that_multiply_are_stopped_at_once() -> None:
    bomb = "".join(f"<!ENTITY e{n + 1} '{f'&e{n};' * 10}'>" for n in range(12))
    with pytest.raises(InvalidXml):
        parse_xml(f"<!DOCTYPE a [<!ENTITY e0 'lol'>{bomb}]><a b='&e12;'/>".encode(), "in.xml")


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"<a>\n  <b>\n</a>", "line 3, column"),
        (b"<a>&nbsp;</a>", "line 1, column 10"),
        (b"PK\x03\x04", "line 1, column 1"),
        (b"<a>\xff</a>", "line 1, column"),
        (b"<a>" * 5000, "line 1, column"),
        (b" \n ", "empty"),
        (b"", "empty"),
    ],
)
def test_what_is_no_xml_gets_one_line_with_its_place(data: bytes, where: str) -> None:
    with pytest.raises(InvalidXml) as error:
        parse_xml(data, "in.xml")
    line = str(error.value)
    assert line.startswith("in.xml: ")
    assert where in line
    assert "\n" not in line
    assert "HUGE" not in line


def test_comments_stay_unless_they_are_not_wanted() -> None:
    data = b"<a>one <!-- two --><?three?>four</a>"
    assert len(parse_xml(data, "in.xml")) == 2
    dropped = parse_xml(data, "in.xml", comments=False)
    assert (len(dropped), dropped.text) == (0, "one four")


# ---------------------------------------------------------------------------- the round trip


@settings(max_examples=40)
@given(documents())
def test_xml_holds_all_of_a_document(drawn: Document) -> None:
    data = to_xml(drawn)
    assert validate(data) == []
    assert from_xml(data) == drawn
    assert to_xml(from_xml(data)) == data


@settings(max_examples=20)
@given(documents())
def test_another_reader_finds_the_same_clauses_and_texts(drawn: Document) -> None:
    root = tree(drawn)
    units = nodes(root, "c:body//*[@id]")
    assert [unit.get("id") for unit in units] == [one.id for one in drawn.clauses]
    for unit, one in zip(units, drawn.clauses, strict=True):
        text = unit.find("c:content/c:p", NS)
        assert (words(text) if text is not None else "") == one.own_text
        heading = unit.find("c:heading", NS)
        assert (words(heading) if heading is not None else "") == one.heading_text
        quoted = nodes(unit, "ancestor::c:quotedStructure")
        assert [element.get("fragment") for element in quoted] == [one.fragment] * len(quoted)
        assert bool(quoted) is (one.fragment is not None)
        above = unit.getparent()
        assert above is not None
        assert above.get("id") == one.parent


@pytest.mark.parametrize(
    "text",
    [
        " both ends ",
        "two  spaces",
        "a\ttab",
        "line\nbreak\n",
        "\r\n",
        "no\u00a0break\u2028line\u0085next",
        "\u00a0",
        " ",
        "<tag> & \"quote\" 'apostrophe' ]]> &amp;",
        "kōrero e\u0301",
        "😀",
    ],
)
def test_white_space_and_odd_characters_stay(text: str) -> None:
    given_document = replace(
        document(
            clause("4.1", text, heading=text, line=3),
            clause("4.1 table 1", table=table([[text], [text]], [Column(text, "key")])),
        ),
        title=text,
    )
    assert from_xml(to_xml(given_document)) == given_document


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_named(bad: str) -> None:
    with pytest.raises(InvalidXml, match=rf"clause 4\.1 holds the character U\+{ord(bad):04X}"):
        to_xml(document(clause("4.1", f"a{bad}b")))


def test_adjoining_runs_stay_apart() -> None:
    place = Source(file="sample.txt", line=7)
    text = (
        Run("one", source=replace(place, start=4, end=7)),
        Run(" two", source=replace(place, start=7, end=11)),
        Run("", source=replace(place, start=11, end=11)),
        Run(" three", "b", source=replace(place, start=11, end=17)),
        Run(" ", source=None),
        Run("4.1", source=replace(place, end=3)),
        Run("four", "bi", "inserted", replace(place, line=8, end=4)),
        Run("five", "", "deleted", Source(file="terms.docx", part="word/document.xml")),
    )
    one = Clause("4.1", "clause", text=text, source=replace(place, end=17))
    given_document = Document("agreement", clauses=(one,), file="sample.txt")
    assert from_xml(to_xml(given_document)).clauses[0].text == text


def test_a_plain_run_in_its_place_costs_one_attribute() -> None:
    root = tree(document(clause("4.1", "The rate is agreed every year.", line=3)))
    (text,) = nodes(root, "//c:p")
    assert text.items() == [("start", "4")]
    assert text.text == "The rate is agreed every year."


def test_quoted_wording_stands_where_it_occurs() -> None:
    item, after = clause("1", "Amend clause 4.1:", kind="item"), clause("1 paragraph 1", "Then:")
    quoted = [clause("4.1", "New.", fragment="f1"), clause("4.1(a)", "More.", fragment="f1")]
    given_document = document(
        item, *quoted, after, clause("4.1", "Again.", fragment="f2"), kind="terms"
    )
    root = tree(given_document)
    (first,) = nodes(root, "c:body/c:item")
    assert [etree.QName(element).localname for element in first] == [
        "num",
        "content",
        "quotedStructure",
        "text",
    ]
    assert [element.get("id") for element in nodes(root, "//c:quotedClause/c:quotedParagraph")] == [
        "4.1(a)"
    ]
    assert nodes(root, "//c:clause") == []
    assert from_xml(to_xml(given_document)) == given_document


def test_a_clause_after_quoted_wording_still_has_its_parent() -> None:
    # The wording belongs to the item, and the item's paragraph goes on after it.
    clauses = (
        clause("9", "Two changes:", kind="item"),
        clause("9(3)", "From January:", parent="9"),
        clause("2.10", "Quoted.", fragment="f"),
        clause("9(3)(a)", "and so on.", parent="9(3)"),
    )
    given_document = replace(
        document(*clauses, kind="terms"), fragments=(Fragment("f", "9"), Fragment("empty", "9"))
    )
    assert from_xml(to_xml(given_document)) == given_document


def test_a_clause_apart_from_its_parent_names_it() -> None:
    # A number that comes back out of order, as in a document with a damaged contents page.
    clauses = (
        clause("4"),
        clause("4.1"),
        clause("5"),
        clause("4.2"),
        clause("4.2(a)"),
        clause("5.1"),
    )
    given_document = document(*clauses)
    data = to_xml(given_document)
    assert data.count(b"parent=") == 2
    assert validate(data) == []
    assert from_xml(data) == given_document


@pytest.mark.parametrize(
    "clauses",
    [
        (clause("4.1"), clause("4.1")),
        (clause("4.1"), clause("4")),
        (clause("4.1")._replace(parent="4"),),
    ],
    ids=["an ID twice", "before its parent", "no such parent"],
)
def test_what_is_no_tree_is_not_written(clauses: tuple[Clause, ...]) -> None:
    with pytest.raises(InvalidXml, match=r"clause 4\.1 "):
        to_xml(Document("agreement", clauses=clauses))


def test_clauses_too_deep_to_be_read_again_are_not_written() -> None:
    ids = ["1" + ".1" * depth for depth in range(300)]
    with pytest.raises(InvalidXml, match="levels deep"):
        to_xml(document(*(clause(one) for one in ids)))
    at_most = document(*(clause(one) for one in ids[:190]))
    assert from_xml(to_xml(at_most)) == at_most


# --------------------------------------------------------------------------------------- marks


def test_amounts_dates_and_references_are_marked_with_their_values() -> None:
    text = (
        "From 28 January 2026 a unit is $5,500, or 83 cents an hour, up 2.5% as clause 4.2 says "
        "(see clauses 4.1 and 4.2, clause 9.9, and section 53 of the Sample Act 2001)."
    )
    root = tree(document(clause("4.1", text), clause("4.2", "See (b) above.")))
    assert [(words(date_), date_.get("date")) for date_ in nodes(root, "//c:date")] == [
        ("28 January 2026", "2026-01-28")
    ]
    assert [
        (words(amount), amount.get("value"), amount.get("unit"))
        for amount in nodes(root, "//c:quantity")
    ] == [("$5,500", "5500", "NZD"), ("83 cents", "0.83", "NZD"), ("2.5%", "2.5", "percent")]
    references = nodes(root, "//c:ref")
    assert [(words(ref), ref.get("kind")) for ref in references] == [
        ("clause 4.2", "internal"),
        ("clauses 4.1 and 4.2", "internal"),
        ("clause 9.9", "internal"),
        ("section 53 of the Sample Act 2001", "statute"),
        ("(b) above", "internal"),
    ]
    assert references[0].get("clause") == "4.2"
    assert [to.get("clause") for to in references[1]] == ["4.1", "4.2"]
    assert (references[2].get("clause"), references[2].get("cites")) == (None, "9.9")
    assert references[2].get("why")
    assert references[3].get("instrument") == "Sample Act 2001"


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("The State of Oregon pays $20, or 50 cents more.", ["$", "$"]),
        ("The State of Oregon pays US$20 and NZ$30.", ["USD", "NZD"]),
        ("The New Zealand branch of an Australian company pays $20, or A$18.", ["NZD", "AUD"]),
        ("Keepers in Kaikōura and in Fiji are paid $20, and 5% more on Sundays.",
         ["NZD", "percent"]),
    ],
)  # fmt: skip
def test_dollars_are_those_that_the_rates_have(said: str, units: list[str]) -> None:
    one = document(clause("4.1", said))
    root = tree(one)
    assert [amount.get("unit") for amount in nodes(root, "//c:quantity")] == units
    assert from_xml(to_xml(one)) == one


def test_a_figure_that_is_no_value_is_not_marked() -> None:
    root = tree(document(clause("4.1", "It was $102, 476 on 03/04/2024.")))
    assert nodes(root, "//c:quantity | //c:date") == []


def test_a_mark_across_the_border_of_a_run_is_left_out() -> None:
    text = (Run("It is $5,"), Run("500", "b"), Run(" from clause 4.1 to $20."))
    one = clause("4.1")._replace(text=text)
    root = tree(document(one))
    assert [words(mark) for mark in nodes(root, "//c:quantity | //c:ref")] == ["clause 4.1", "$20"]
    assert from_xml(to_xml(document(one))).clauses[0].text == text


def test_a_reference_in_quoted_wording_resolves_there_only() -> None:
    root = tree(
        document(
            clause("4.2", "The body has one.", kind="item"),
            clause("4.1", "Clause 4.1 and clause 4.2.", fragment="f"),
            kind="terms",
        )
    )
    assert [(ref.get("quoted"), ref.get("cites")) for ref in nodes(root, "//c:ref")] == [
        ("4.1", None),
        (None, "4.2"),
    ]


def test_of_two_marks_on_the_same_words_the_first_stays() -> None:
    root = tree(document(clause("12", "Under clause 12 January 2026 is a month of grace.")))
    assert [words(mark) for mark in nodes(root, "//c:ref | //c:date")] == ["clause 12"]


def test_columns_carry_their_days_and_rows_their_keys() -> None:
    columns = [
        Column("Step", "key"),
        Column("until 27 Jan 2026", "rate", end=date(2026, 1, 27)),
        Column("from 28 Jan 2026", "rate", start=date(2026, 1, 28)),
    ]
    rows = [["Step", "until 27 Jan 2026", "from 28 Jan 2026"], ["7", "$61,329", "$62,862"]]
    root = tree(document(clause("4.1 table 1", table=table(rows, columns))))
    assert [
        (column.get("role"), column.get("start"), column.get("end"))
        for column in nodes(root, "//c:column")
    ] == [("key", None, None), ("rate", None, "2026-01-27"), ("rate", "2026-01-28", None)]
    assert [(row.get("key"), len(row)) for row in nodes(root, "//c:tr")] == [(None, 3), ("7", 3)]
    assert [mark.get("value") for mark in nodes(root, "//c:td/c:quantity")] == ["61329", "62862"]


def test_a_cell_without_words_and_a_row_without_cells_stay() -> None:
    cells = ((Cell((), 2, 3), Cell(runs("x"))), (), (Cell((Run(""),)),))
    given_document = document(clause("4.1 table 1", table=Table(cells)))
    assert from_xml(to_xml(given_document)).clauses[0].table == Table(cells)


# ---------------------------------------------------------------------------------- the schema

TERMS = document(
    clause("1", "Amend clause 4.1 and see item 2.", kind="item"),
    clause("4.1", "Under clause 4.1(a).", fragment="f1"),
    clause("4.1(a)", "New.", fragment="f1"),
    clause("2", "As in item 1.", kind="item"),
    clause("4.1", "New too.", fragment="f2"),
    kind="terms",
)


def broken(old: str, new: str, count: int = 1) -> bytes:
    text = to_xml(TERMS).decode()
    assert old in text
    return text.replace(old, new, count).encode()


def test_the_same_id_may_stand_once_in_each_space() -> None:
    both = document(
        clause("4.1", "Own.", kind="item"),
        clause("4.1", "Quoted.", fragment="f1"),
        clause("4.1", "Quoted again.", fragment="f2"),
        kind="terms",
    )
    assert validate(to_xml(both)) == []


@pytest.mark.parametrize(
    ("data", "element", "rule"),
    [
        (broken('<item id="2"', '<item id="1"'), "item 1", 'the ID "1" stands twice in the body'),
        (
            broken('<quotedParagraph id="4.1(a)"', '<quotedParagraph id="4.1"'),
            "quotedClause 4.1",
            'the ID "4.1" stands twice in one piece of quoted wording',
        ),
        (broken('clause="2"', 'clause="7"'), "ref", 'the body has no clause "7"'),
        (broken('clause="2"', 'clause="4.1"'), "ref", 'the body has no clause "4.1"'),
        (broken('quoted="4.1(a)"', 'quoted="2"'), "ref", 'its fragment has no clause "2"'),
        (
            broken('<quotedStructure fragment="f1"', '<quotedStructure fragment="f9"'),
            "quotedStructure",
            'meta lists no fragment "f9"',
        ),
        (broken('id="f2"', 'id="f1"'), "fragment f1", 'are called "f1"'),
        (broken('kind="terms" ', ""), "document", 'lacks the attribute "kind"'),
        (broken('kind="terms"', 'kind="news"'), "document", '"kind" is "news", and may be'),
        (broken("<item ", '<item colour="red" '), "item 1", 'has no attribute "colour"'),
        (broken("<body>", "<body>words"), "body", "holds text where only elements may stand"),
        (broken("<meta>", "<meta><meta/>"), "meta", "stands where title or fragment should"),
        (broken('read="', 'read="-'), "document", "which is no whole number"),
        (b"<news xmlns='urn:clausetrack:1'/>", "news", "is not the root of a clausetrack document"),
        # the validator names places by the prefixes of the file
        (b"<o:text xmlns:o='urn:other' o:of='x'/>", "text",
         "is not the root of a clausetrack document"),
    ],
)
def test_what_breaks_the_schema_is_said_in_words(data: bytes, element: str, rule: str) -> None:
    problems = validate(data)
    assert any(p.element == element and rule in p.rule for p in problems), problems
    assert not any("{" in p.rule or "urn:clausetrack:1}" in p.rule for p in problems)
    with pytest.raises(InvalidXml, match=r"^in\.xml: line \d+: "):
        from_xml(data, "in.xml")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fragment", [None, "f"])
def test_no_kind_of_clause_may_stand_twice(kind: str, fragment: str | None) -> None:
    first = clause("1", kind="item")
    two = [clause(one, kind=kind, parent="", fragment=fragment) for one in ("7.1", "7.2")]
    data = to_xml(document(first, *two, kind="terms"))
    assert validate(data) == []
    (problem,) = validate(data.replace(b'id="7.2"', b'id="7.1"'))
    assert 'the ID "7.1" stands twice' in problem.rule


def test_a_problem_has_the_line_on_which_it_stands() -> None:
    data = broken('clause="2"', 'clause="7"')
    line = next(n for n, text in enumerate(data.splitlines(), 1) if b'clause="7"' in text)
    (problem,) = validate(data)
    assert problem.line == line


def test_a_day_must_be_one() -> None:
    data = to_xml(document(clause("4.1", "From 28 January 2026.")))
    for day in (b"2026-02-30", b"28-01-2026", b"2026-01-28Z"):
        (problem,) = validate(data.replace(b"2026-01-28", day))
        assert "no day" in problem.rule


def test_an_open_reference_needs_no_clause() -> None:
    data = to_xml(document(clause("4.1", "See clause 9.9.")))
    assert b'cites="9.9"' in data
    assert validate(data) == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<b>bold</b>", ("bold", "b", "")),
        ("<u><b>both</b></u>", ("both", "bu", "")),
        ("<del><i>gone</i></del>", ("gone", "i", "deleted")),
        ("<span>a<!-- note -->b</span>", ("ab", "", "")),
    ],
)
def test_runs_written_by_hand_are_read(markup: str, expected: tuple[str, str, str]) -> None:
    data = to_xml(document(clause("4.1", "WORDS"))).replace(b"WORDS", markup.encode())
    (run,) = from_xml(data).clauses[0].text
    assert (run.text, run.emphasis, run.revision) == expected


def test_emphasis_around_a_part_of_a_run_is_refused_and_not_spread() -> None:
    data = to_xml(document(clause("4.1", "WORDS"))).replace(b"WORDS", b"<b>one <i>two</i></b>")
    with pytest.raises(InvalidXml, match="a part of a run"):
        from_xml(data)


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_fail_in_another_way(data: bytes) -> None:
    with pytest.raises(InvalidXml):
        from_xml(data)


def test_the_sample_is_valid_and_just_what_would_be_written() -> None:
    data = (ROOT / "schemas" / "sample.xml").read_bytes()
    assert validate(data) == []
    read_back = from_xml(data)
    assert {one.kind for one in read_back.clauses} >= {"item", "clause", "paragraph", "table"}

    def canonical(xml: bytes) -> bytes:
        root = parse_xml(xml, "sample", comments=False)
        for element in root.iter():
            # the sample has blank lines and comments between elements that hold no text
            if not (element.text or "").strip() and len(element):
                element.text = None
            if not (element.tail or "").strip():
                element.tail = None
        return etree.tostring(root, method="c14n")

    assert canonical(to_xml(read_back)) == canonical(data)


def test_the_schema_is_found_in_a_wheel(tmp_path: Path) -> None:
    # A wheel holds the schemas inside the package, and no checkout around it.
    ignored = shutil.ignore_patterns("__pycache__")
    package = shutil.copytree(ROOT / "clausetrack", tmp_path / "clausetrack", ignore=ignored)
    shutil.copytree(ROOT / "schemas", package / "schemas")
    done = subprocess.run(
        [sys.executable, "-c", "from clausetrack import xmlio; print(xmlio.schema())"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


# ---------------------------------------------------------------------------- real documents


def test_real_terms_are_written_and_read_back(seeds: Path) -> None:
    paths = [path for path in sorted(seeds.glob("*.txt")) if not path.name.startswith("000")]
    assert paths
    for path in paths:
        terms = read(path)
        data = to_xml(terms)
        assert validate(data) == []
        assert from_xml(data) == terms
        body = tree(terms).find("c:body", NS)
        assert body is not None
        inside = "".join(words(body).split())
        printed = "".join(one.heading_text + one.own_text for one in terms.clauses)
        assert len(inside) >= len("".join(printed.split()))


def test_the_sample_agreements_are_written_and_read_back(corpus: Path) -> None:
    paths = sorted(corpus.glob("*.txt"))
    assert paths
    for path in paths:
        agreement = read(path)
        assert from_xml(to_xml(agreement)) == agreement
        assert validate(to_xml(agreement)) == []


# --------------------------------------------------------------------------------- the command


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    return lambda *names: CliRunner().invoke(main, ["validate", *names])


def test_validate_says_of_each_file_what_it_is(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_bytes(to_xml(TERMS))
    (tmp_path / "bad.xml").write_bytes(broken('clause="2"', 'clause="7"'))
    (tmp_path / "worse.xml").write_bytes(b"<!DOCTYPE a><a/>")

    good = run("good.xml")
    assert (good.exit_code, good.stdout) == (0, "good.xml: valid\n")

    (problem,) = validate(broken('clause="2"', 'clause="7"'))
    bad = run("bad.xml", "good.xml")
    assert bad.exit_code == 2
    assert bad.stdout.splitlines() == [
        f"bad.xml:{problem.line}: ref: {problem.rule}",
        "good.xml: valid",
    ]

    worse = run("worse.xml", "good.xml")
    assert (worse.exit_code, worse.stdout) == (2, "good.xml: valid\n")
    assert "worse.xml: has a DOCTYPE" in worse.stderr

    assert run("none.xml").exit_code == 2
    assert run().exit_code == 2

    (tmp_path / "signed.docx").write_bytes(b"PK\x03\x04")
    word = run("signed.docx")
    assert (word.exit_code, word.stdout) == (2, "")
    assert "signed.docx is a Word file, not XML; `clausetrack ingest` writes" in word.stderr


@pytest.mark.parametrize(
    "first", ["<Name of the employer>", "<Employer>", "<name> and <union>", "< 5 days"]
)
def test_a_text_may_begin_with_a_sign_that_opens_an_element(first: str) -> None:
    text = f"{first}\n\n1. Hours\n\nForty hours.\n"
    document = read(text.encode(), "form.txt", any_text=True)
    assert [clause.id for clause in document.clauses if clause.kind == "clause"] == ["1"]
    assert first in document.clauses[0].printed


@pytest.mark.parametrize(
    "first", ["<?xml version='1.0'?><document", "<document kind='terms'>", "<document></document>"]
)
def test_xml_that_is_cut_short_or_empty_is_no_text(first: str) -> None:
    with pytest.raises(InvalidXml):
        read(first.encode(), "form.xml")
