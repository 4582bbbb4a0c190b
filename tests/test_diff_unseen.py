"""What a comparison of words alone does not see: figures that are raised, white words, spaces."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from word_samples import cell, paragraph, row, run, table, word

from clausetrack.commands import main
from clausetrack.comparison import compared, tracked
from clausetrack.ingest import read
from clausetrack.model import Finding
from clausetrack.render.diff_terminal import diff
from clausetrack.xmlio import to_xml

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
UP = '<w:vertAlign w:val="superscript"/>'
DOWN = '<w:vertAlign w:val="subscript"/>'
WHITE = '<w:color w:val="FFFFFF"/>'


def agreement(*blocks: str) -> bytes:
    return word("Slip Works Collective Agreement", "1 Limits", *blocks)


def told(old: bytes, new: bytes, name: str = "docx") -> list[tuple[str, str, str, str]]:
    """Which version alone has what: its code, clause and quote. No clause reads otherwise."""
    found = compared(old, new, f"old.{name}", f"new.{name}")
    assert not found.changes
    assert found.differs == bool(found.findings)
    return [(one.code, which(one), one.clause, one.quote) for one in found.findings]


def which(finding: Finding) -> str:
    return finding.message.removeprefix("in the ").partition(" ")[0]


# ------------------------------------------------------------------------------------- figures


@pytest.mark.parametrize(
    ("runs", "printed"),
    [
        (("10", run("2", UP), " litres"), "10²"),
        (("A rest of 1", run("1", UP), "/", run("2", DOWN), " hours"), "1¹/₂"),
        ((run("1", UP), "20 days"), "¹20"),
        (("5", run("-3", UP), " kg"), "5⁻³"),
    ],
)
def test_a_figure_of_which_a_part_is_raised_is_another_figure(
    runs: tuple[str, ...], printed: str
) -> None:
    raised = agreement(paragraph("1.1 The limit is ", *runs, "."), "1.2 The rest is free.")
    flat = (part.replace(UP, "").replace(DOWN, "") for part in runs)
    level = agreement(paragraph("1.1 The limit is ", *flat, "."), "1.2 The rest is free.")
    assert told(raised, level) == [("figure-raised", "old", "1.1", printed)]
    assert told(level, raised) == [("figure-raised", "new", "1.1", printed)]
    assert told(raised, raised) == []


@pytest.mark.parametrize(
    "runs",
    [
        ("the 1", run("st", UP), " day"),
        ("an area of 10 m", run("2", UP), " and CO", run("2", DOWN)),
        ("as the schedule says", run("3", UP), ", 20 days"),
    ],
)
def test_raised_letters_and_the_marks_of_notes_change_no_figure(runs: tuple[str, ...]) -> None:
    assert not read(agreement(paragraph("1.1 It is ", *runs, ".")), "a.docx").findings


def test_a_raised_figure_is_told_of_web_pages_and_of_what_was_stored() -> None:
    pages = [f"<h1>Slip Works</h1><p>1 Limits</p><p>1.1 It is 102 m.</p><p>1.2 At {n} litres.</p>"
             for n in ("10<sup>2</sup>", "102")]  # fmt: skip
    old, new = (page.encode() for page in pages)
    assert told(old, new, "html") == [("figure-raised", "old", "1.2", "10²")]
    words = [agreement(paragraph("1.1 At 10", run("2", style), " litres.")) for style in ("", UP)]
    old, new = (to_xml(read(one, "a.docx")) for one in words)
    assert told(old, new, "xml") == [("figure-raised", "new", "1.1", "10²")]


def test_a_raised_figure_that_went_with_its_words_is_told_as_their_change() -> None:
    old = agreement(paragraph("1.1 The limit is 10", run("2", UP), " litres."))
    new = agreement("1.1 The limit is 100 litres.")
    found = compared(old, new, "old.docx", "new.docx")
    assert not found.findings
    assert [(one.new_id, one.classes) for one in found.changes] == [("1.1", ("figure",))]


# -------------------------------------------------------------------------------------- hidden


def clause(properties: str) -> str:
    return paragraph("1.1 The bonus is ", run("not ", properties), "paid in May.")


@pytest.mark.parametrize(
    "properties",
    [
        WHITE,
        '<w:color w:val="FEFEFE"/>',
        '<w:color w:val="000080"/><w:shd w:val="clear" w:color="auto" w:fill="000080"/>',
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
        '<w:highlight w:val="black"/>',
    ],
)
def test_words_in_the_colour_of_what_is_behind_them_are_hidden(properties: str) -> None:
    plain, white = agreement(clause("")), agreement(clause(properties))
    assert told(plain, white) == [("text-hidden", "new", "1.1", "not")]
    assert told(white, plain) == [("text-hidden", "old", "1.1", "not")]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:color w:val="FF0000"/>',
        '<w:color w:val="auto"/>',
        WHITE + '<w:shd w:val="clear" w:color="auto" w:fill="000080"/>',
        WHITE + '<w:highlight w:val="darkBlue"/>',
    ],
)
def test_words_in_a_colour_that_is_seen_are_not(properties: str) -> None:
    assert told(agreement(clause("")), agreement(clause(properties))) == []


def test_white_words_in_a_shaded_cell_are_seen() -> None:
    def rates(properties: str) -> bytes:
        head = row(*(cell(paragraph(run(text, WHITE)), properties=properties)
                     for text in ("Grade", "Weekly")))  # fmt: skip
        return agreement("1.1 The rates are:", table(head, row("A", "$900.00")))

    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
    assert told(rates(shaded), rates(shaded)) == []
    assert not read(rates(shaded), "a.docx").findings
    themed = shaded.replace('w:fill="1F3864"', 'w:fill="auto" w:themeFill="text1"')
    assert not read(rates(themed), "a.docx").findings  # in what colour is not looked up
    assert [one.quote for one in read(rates(""), "a.docx").findings] == ["Grade", "Weekly"]


# ----------------------------------------------------------------------------------- equations


def math(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def form(name: str, *arguments: tuple[str, str], settings: str = "") -> str:
    inner = "".join(f"<m:{part}>{held}</m:{part}>" for part, held in arguments)
    return f"<m:{name}><m:{name}Pr>{settings}</m:{name}Pr>{inner}</m:{name}>"


def over(above: str, below: str) -> str:
    return form("f", ("num", above), ("den", below))


SUM = '<m:chr m:val="∑"/>'
CURLY = '<m:begChr m:val="{"/><m:endChr m:val="}"/>'


@pytest.mark.parametrize(
    ("equation", "reads"),
    [
        (over(math("1"), math("12")), "1/12"),
        (over(math("11"), math("2")), "11/2"),
        (math("2") + over(math("1"), math("2")), "2 1/2"),
        (over(math("1"), math("2")) + math("3"), "1/2 3"),
        (over(math("a+1"), math("2")), "(a+1)/2"),
        (math("a+") + over(math("1"), math("2")), "a+1/2"),
        (over(over(math("1"), math("2")), math("3")), "(1/2)/3"),
        (over(math("1"), over(math("2"), math("3"))), "1/(2/3)"),
        (form("sSup", ("e", math("10")), ("sup", math("2"))) + math("L"), "10^2 L"),
        (form("sSup", ("e", math("x")), ("sup", math("2y"))), "x^2y"),
        (form("sSup", ("e", math("x")), ("sup", math("2+y"))), "x^(2+y)"),
        (form("sSub", ("e", math("R")), ("sub", math("1"))), "R_1"),
        (form("rad", ("deg", ""), ("e", math("2"))) + math("x"), "√2 x"),
        (form("rad", ("deg", ""), ("e", math("2x"))), "√2x"),
        (form("rad", ("deg", math("3")), ("e", math("a+1"))), "[3]√(a+1)"),
        (math("3") + form("d", ("e", math("a+1"))), "3(a+1)"),
        (form("d", ("e", math("a")), ("e", math("b")), settings=CURLY), "{a|b}"),
        (form("nary", ("sub", math("i")), ("sup", math("n")), ("e", math("x")), settings=SUM),
         "∑_i^n(x)"),
        (form("func", ("fName", math("max")), ("e", math("a,b"))), "max(a,b)"),
    ],
)  # fmt: skip
def test_different_equations_read_differently(equation: str, reads: str) -> None:
    body = paragraph("1.1 The share is ", f"<m:oMath>{equation}</m:oMath>", " of rent.")
    document = read(agreement(body), "a.docx")
    assert document.body["1.1"].own_text == f"The share is {reads} of rent."
    held = sum(len("".join(one.printed.split())) for one in document.clauses)
    assert held == document.read


def test_a_fraction_that_becomes_another_of_the_same_characters_is_a_figure() -> None:
    old, new = (
        agreement(paragraph("1.1 The share is ", f"<m:oMath>{one}</m:oMath>", " of rent."))
        for one in (over(math("1"), math("12")), over(math("11"), math("2")))
    )
    (change,) = compared(old, new, "old.docx", "new.docx").changes
    assert [(edit.old, edit.new) for edit in change.edits] == [("1/12", "11/2")]
    assert change.classes == ("figure",)


@pytest.mark.parametrize(
    ("font", "code", "reads"),
    [("Symbol", "F0B3", "≥"), ("Symbol", "00A3", "≤"), ("Wingdings", "F0A7", "▪")],
)
def test_a_sign_of_a_font_of_symbols_is_the_sign_that_it_shows(
    font: str, code: str, reads: str
) -> None:
    sign = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    document = read(agreement(paragraph("1.1 A depth of ", sign, " 3 metres.")), "a.docx")
    assert document.body["1.1"].own_text == f"A depth of {reads} 3 metres."


# ---------------------------------------------------------------------- spaces, signs, and terms


def change(old: str, new: str, defined: str = "") -> tuple[tuple[str, ...], bool, list[str]]:
    """The classes of what changed in 1.1, whether it is slight, and its edits."""
    top = f"Slip Works Collective Agreement\n\n1. Limits\n1.1 {{}}\n{defined}"
    was, now = (top.format(text).encode() for text in (old, new))
    (one,) = compared(was, now, "old.txt", "new.txt").changes
    return one.classes, one.slight, [f"{edit.old}>{edit.new}" for edit in one.edits]


@pytest.mark.parametrize(
    ("old", "new", "classes", "edit"),
    [
        ("Pay within 12 months.", "Pay within 1 2 months.", ("figure",), "12>1 2"),
        ("A fee of 10 000.", "A fee of 100 00.", ("figure",), "10 000>100 00"),
        ("It does notable harm.", "It does not able harm.", ("negation", "other words"),
         "notable>not able"),
        ("It is now here.", "It is nowhere.", ("negation", "other words"), "now here>nowhere"),
        ("They may be paid.", "They maybe paid.", ("modal", "other words"), "may be>maybe"),
    ],
)  # fmt: skip
def test_spaces_that_make_other_words_or_figures_are_no_spacing(
    old: str, new: str, classes: tuple[str, ...], edit: str
) -> None:
    assert change(old, new) == (classes, False, [edit])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Paid  monthly , in May.", "Paid monthly, in May."),
        ("The on -call rate.", "The on-call rate."),
        ("At 7.30am.", "At 7.30 am."),
        ("By 10% and/or more.", "By 10 % and / or more."),
        ("Go to the re sult s.", "Go to the results."),  # as converters break words
        ("Each shall be paid for the service.", "Each sh all be paid for th e servi ce."),
        ("It is to be paid in any one month.", "It is tobe paid in anyone month."),
        ("They can not leave.", "They cannot leave."),
    ],
)
def test_spaces_that_can_change_no_word_are(old: str, new: str) -> None:
    assert change(old, new)[:2] == (("spacing",), True)


def test_a_hyphen_where_the_line_may_break_is_slight() -> None:
    assert change("Paid for travel.", "Paid for tra\u00advel.")[:2] == (("punctuation",), True)


@pytest.mark.parametrize(
    ("old", "new", "classes"),
    [
        ("Kept at -18 degrees.", "Kept at 18 degrees.", ("figure",)),
        ("Kept at 18 degrees.", "Kept at −18 degrees.", ("figure",)),
        ("Begins at 7.30 am.", "Begins at 7.30 pm.", ("figure",)),
        ("Begins at 7.30 a.m. daily.", "Begins at 7.30 p.m. daily.", ("figure",)),
        ("A depth of 3 metres.", "A depth of ≥ 3 metres.", ("figure",)),
        ("The deck - wet - is shut.", "The deck wet is shut.", ("punctuation",)),
        ("As I am told.", "As I pm told.", ("other words",)),
    ],
)
def test_a_sign_and_the_half_of_a_day_are_of_the_figure(
    old: str, new: str, classes: tuple[str, ...]
) -> None:
    assert change(old, new)[0] == classes


@pytest.mark.parametrize(
    ("old", "new", "is_term"),
    [
        ("Hirers pay.", "Users pay.", True),
        ("The Hirer pays.", "The User pays.", True),
        ("The Party pays.", "The Parties pay.", True),
        ("The hirers pay.", "The users pay.", False),
    ],
)
def test_a_defined_term_is_one_in_any_number(old: str, new: str, is_term: bool) -> None:
    defined = '1.2 "Hirer" means who hires, and "Party" means who signs.\n'
    assert ("defined term" in change(old, new, defined)[0]) == is_term


def test_two_symbols_of_a_font_do_not_look_alike_on_a_terminal() -> None:
    old, new = (f"1.1 Leave is paid {box}".encode() for box in ("\uf0fe", "\uf0a8"))
    shown = diff(compared(old, new).changes, (), width=100)
    assert "[-\\uf0fe-]{+\\uf0a8+}" in shown


# ------------------------------------------------------------------------- pictures, links, notes


def beside(old: bytes, new: bytes) -> list[tuple[str, str]]:
    found = compared(old, new, "old.docx", "new.docx")
    assert not found.changes
    return [(one.clause, one.message) for one in found.findings]


@pytest.fixture
def pictured(tmp_path: Path) -> Callable[[bytes], bytes]:
    """An agreement with a picture under 1.1, by the colour of that; without one for ""."""

    def make(colour: bytes) -> bytes:
        made = Word()
        made.add_paragraph("Slip Works Collective Agreement")
        made.add_paragraph("1 Limits")
        made.add_paragraph("1.1 The yard is as drawn.")
        if colour:
            rows = b"\x00" + colour
            made.add_paragraph().add_run().add_picture(io.BytesIO(png(rows)))
        made.add_paragraph("1.2 No other yard is.")
        made.save(str(tmp_path / "made.docx"))
        return (tmp_path / "made.docx").read_bytes()

    return make


def png(rows: bytes) -> bytes:
    """A picture of one pixel."""
    out = b"\x89PNG\r\n\x1a\n"
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    for name, held in ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
        chunk = name + held
        out += struct.pack(">I", len(held)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return out


def test_a_picture_that_went_or_is_another_is_told(pictured: Callable[[bytes], bytes]) -> None:
    red, blue, none = pictured(b"\xff\0\0"), pictured(b"\0\0\xff"), pictured(b"")
    assert beside(red, blue) == [("1.1", "a picture, replaced by another")]
    assert beside(red, none) == [("1.1", "a picture, deleted")]
    assert beside(none, red) == [("1.1", "a picture, inserted")]
    assert beside(red, red) == []


@pytest.mark.parametrize("option", [[], ["--exit-code"]])
def test_what_the_tracked_file_does_not_show_is_told_beside_it(
    pictured: Callable[[bytes], bytes], tmp_path: Path, option: list[str]
) -> None:
    sides = pictured(b"\xff\0\0"), pictured(b"\0\0\xff")
    names = [str(tmp_path / name) for name in ("old.docx", "new.docx")]
    for name, data in zip(names, sides, strict=True):
        Path(name).write_bytes(data)
    out = ["-o", str(tmp_path / "tracked.docx"), *option]
    said = CliRunner().invoke(main, ["diff", *names, *out]).stderr
    # the picture of the old version is still there when all changes are accepted
    assert said.count("not in the Word file: 1.1: a picture, replaced by another") == 1
    assert beside((tmp_path / "tracked.docx").read_bytes(), sides[1]) == [
        ("1.1", "a picture, replaced by another")
    ]
    assert CliRunner().invoke(main, ["diff", names[0], names[0], *out]).stderr == ""


def test_a_picture_that_comes_with_a_document_is_in_the_tracked_file(
    pictured: Callable[[bytes], bytes]
) -> None:
    old, new = pictured(b""), pictured(b"\0\0\xff")
    made, told = tracked(old, new)
    assert told == ()
    assert beside(made, new) == []


def linked(address: str, words: str = "the policy") -> bytes:
    made = Word()
    made.add_paragraph("Slip Works Collective Agreement")
    made.add_paragraph("1 Limits")
    at = made.add_paragraph("1.1 Leave is under ")
    name = made.part.relate_to(address, f"{RELATED}/hyperlink", is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), name)
    link.append(at.add_run(words)._r)
    at._p.append(link)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_link_that_leads_elsewhere_is_told() -> None:
    one, other = "https://a.example/1", "https://a.example/2"
    said = f"the address of the link “the policy”, changed: {one} → {other}"
    assert beside(linked(one), linked(other)) == [("1.1", said)]
    assert beside(linked(one), linked(one)) == []
    found = compared(linked(one), linked(other, "the rules"), "old.docx", "new.docx")
    assert (len(found.changes), found.findings) == (1, ())  # its words say that


def test_a_note_is_told_at_the_clause_that_refers_to_it() -> None:
    def noted(first: str, second: str) -> bytes:
        texts = [f'<w:footnote w:id="{at}">{paragraph(text)}</w:footnote>'
                 for at, text in enumerate((first, second), 1)]  # fmt: skip
        return word(
            "Slip Works Collective Agreement",
            "1 Limits",
            paragraph("1.1 In winter", '<w:r><w:footnoteReference w:id="1"/></w:r>', " none."),
            paragraph("1.2 The mate", '<w:r><w:footnoteReference w:id="2"/></w:r>', " says so."),
            footnotes="".join(texts),
        )

    old = noted("May to August.", "The chief mate.")
    new = noted("May to August.", "Any mate.")
    said = "in a footnote, changed: “The chief mate.” → “Any mate.”"
    assert beside(old, new) == [("1.2", said)]
    turned = beside(old, noted("The chief mate.", "May to August."))
    assert sorted(clause for clause, _ in turned) == ["1.1", "1.2"]
