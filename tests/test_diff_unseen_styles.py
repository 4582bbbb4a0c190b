"""Words that the style of a paragraph, of a table or of all text hides, or strikes out."""

from __future__ import annotations

import pytest
from test_diff_unseen import agreement, told
from word_samples import cell, paragraph, row, run, table, unzipped, zipped

from clausetrack.ooxml.names import w
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.printed_as import Settings
from clausetrack.ooxml.styles import styles

HIDDEN = "<w:vanish/>"
STYLES = "word/styles.xml"


def style(name: str, properties: str, based: str = "", kind: str = "paragraph") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' * bool(based)
    return (f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{parent}'
            f"<w:rPr>{properties}</w:rPr></w:style>")  # fmt: skip


def styled(*blocks: str, more: str) -> bytes:
    """An agreement with more styles than the samples have."""
    content = unzipped(agreement(*blocks))
    content[STYLES] = content[STYLES].replace(b"</w:styles>", f"{more}</w:styles>".encode())
    return zipped(content)


def both(old: bytes, new: bytes, code: str, clause: str, quote: str) -> None:
    """Told of the version that has it, whichever of the two that is, and never of both."""
    assert told(old, new) == [(code, "new", clause, quote)]
    assert told(new, old) == [(code, "old", clause, quote)]
    assert told(new, new) == []


@pytest.mark.parametrize(
    ("code", "properties"),
    [
        ("text-hidden", HIDDEN),
        ("text-struck-out", "<w:strike/>"),
        ("text-struck-out", "<w:dstrike/>"),
        ("text-hidden", '<w:color w:val="FFFFFF"/>'),
        ("text-hidden", '<w:sz w:val="2"/>'),
    ],
)
def test_a_paragraph_that_its_style_hides_or_strikes_out(code: str, properties: str) -> None:
    more = style("Base", properties) + style("Quiet", "<w:i/>", based="Base")
    first = "1.1 The yard opens at 6 am."
    plain = styled(first, "1.2 It may be let.", more=more)
    quiet = styled(first, paragraph("1.2 It may be let.", style="Quiet"), more=more)
    both(plain, quiet, code, "1.2", "1.2 It may be let.")


def test_rows_of_a_table_that_are_hidden() -> None:
    def rates(settings: str) -> bytes:
        return agreement("1.1 The rates are:", table(row("A", "$900.00"),
                         row("B", "$950.00", properties=settings)))  # fmt: skip

    plain, hidden = rates(""), rates("<w:hidden/>")
    quotes = [("text-hidden", "1.1 table 1", quote) for quote in ("B", "$950.00")]
    assert [(code, at, quote) for code, _, at, quote in told(plain, hidden)] == quotes
    assert [(code, at, quote) for code, _, at, quote in told(hidden, plain)] == quotes
    assert told(plain, rates('<w:hidden w:val="0"/>')) == []


def test_a_table_whose_style_hides_its_words() -> None:
    def rates(name: str) -> bytes:
        made = table(row(cell("A"), cell("$900.00")))
        made = made.replace("<w:tblPr>", f'<w:tblPr><w:tblStyle w:val="{name}"/>')
        return styled("1.1 The rates are:", made, more=style("Dim", HIDDEN, kind="table"))

    found = told(rates(""), rates("Dim"))
    assert [(code, side, quote) for code, side, _, quote in found] == [
        ("text-hidden", "new", "A"),
        ("text-hidden", "new", "$900.00"),
    ]


@pytest.mark.parametrize(
    ("colour", "hidden"),
    [
        ('w:val="auto" w:themeColor="background1"', True),
        ('w:val="000000" w:themeColor="background1"', True),
        ('w:val="BFBFBF" w:themeColor="background1" w:themeShade="BF"', False),
        ('w:val="FFFFFF" w:themeColor="text1"', False),
        ('w:val="4472C4" w:themeColor="accent1"', False),
    ],
)
def test_a_colour_of_the_theme_counts_before_the_one_beside_it(colour: str, hidden: bool) -> None:
    words = "1.1 The bonus is ", run("not ", f"<w:color {colour}/>"), "paid in May."
    found = told(agreement("1.1 The bonus is not paid in May."), agreement(paragraph(*words)))
    assert found == [("text-hidden", "new", "1.1", "not")] * hidden


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ('<w:sz w:val="4"/>', True),
        ('<w:sz w:val="10"/>', False),
        ('<w:w w:val="1"/>', True),
        ('<w:w w:val="80"/>', False),
    ],
)
def test_words_too_small_to_be_read(properties: str, hidden: bool) -> None:
    words = "1.1 The bonus is ", run("not ", properties), "paid in May."
    found = told(agreement("1.1 The bonus is not paid in May."), agreement(paragraph(*words)))
    assert found == [("text-hidden", "new", "1.1", "not")] * hidden


@pytest.mark.parametrize(
    ("own", "character", "outer", "default", "hidden"),
    [
        ("", "", HIDDEN, "", True),
        ("", HIDDEN, HIDDEN, "", False),  # twice on is off
        ("", HIDDEN, "", "", True),
        ('<w:vanish w:val="0"/>', "", HIDDEN, "", False),
        (HIDDEN, HIDDEN, HIDDEN, "", True),  # what a run says itself is no level of styles
        ("", "", "", HIDDEN, True),
        ("", HIDDEN, "", HIDDEN, True),  # on by default stays on
        ("", '<w:vanish w:val="0"/>', HIDDEN, "", True),
    ],
)
def test_what_the_levels_of_styles_turn_on(
    own: str, character: str, outer: str, default: str, hidden: bool
) -> None:
    more = style("C", character, kind="character") + style("P", outer)
    more += f"<w:docDefaults><w:rPrDefault><w:rPr>{default}</w:rPr></w:rPrDefault></w:docDefaults>"
    block = paragraph(run("The yard.", f'<w:rStyle w:val="C"/>{own}'), style="P")
    package = open_package(styled(block, more=more))
    settings = Settings(styles(package))
    last = list(package.xml("word/document.xml").iter(w("p")))[-1]
    (only,) = last.iter(w("r"))
    assert settings.is_set(only, settings.around(last), "vanish") == hidden


@pytest.mark.parametrize(
    ("settings", "hidden"),
    [
        ('<w:spacing w:line="20" w:lineRule="exact"/>', True),
        ('<w:spacing w:line="20" w:lineRule="atLeast"/>', False),
        ('<w:spacing w:line="240" w:lineRule="exact"/>', False),
    ],
)
def test_lines_that_have_no_height(settings: str, hidden: bool) -> None:
    words = "1.1 The bonus is paid in May."
    low = f"<w:p><w:pPr>{settings}</w:pPr>{run(words)}</w:p>"
    found = told(agreement(words), agreement(low))
    assert found == [("text-hidden", "new", "1.1", words)] * hidden


def test_rows_that_have_no_height() -> None:
    def rates(height: str) -> bytes:
        settings = f'<w:trHeight w:val="{height}" w:hRule="exact"/>'
        return agreement("1.1 The rates are:", table(row("A", "$900.00"),
                         row("B", "$950.00", properties=settings)))  # fmt: skip

    found = told(rates("400"), rates("1"))
    assert [(code, at, quote) for code, _, at, quote in found] == [
        ("text-hidden", "1.1 table 1", quote) for quote in ("B", "$950.00")
    ]


@pytest.mark.parametrize(
    ("text", "font", "hidden"),
    [
        ("not", "Wingdings", True),
        ("5", "Webdings", True),
        ("o", "Wingdings", False),  # a box to tick
        ("not", "Arial", False),
    ],
)
def test_words_in_a_font_of_signs(text: str, font: str, hidden: bool) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    old = agreement(f"1.1 The bonus is {text} paid in May.")
    new = agreement(paragraph("1.1 The bonus is ", run(text, fonts), " paid in May."))
    assert told(old, new) == [("text-hidden", "new", "1.1", text)] * hidden
