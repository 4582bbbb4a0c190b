"""Ways of a Word file to show other words, or another order of them, than it holds."""

from __future__ import annotations

import pytest
from test_diff_unseen import agreement, told
from test_diff_unseen_styles import STYLES, style, styled
from word_samples import cell, paragraph, row, run, table, unzipped, word, zipped

from clausetrack.comparison import compared
from clausetrack.errors import UnreadableInput
from clausetrack.ingest import read

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
ORDINARY = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
PLAIN = agreement("1.1 The bonus is not paid in May.")
RELATED = "word/_rels/document.xml.rels"


def clause(middle: str) -> bytes:
    return agreement(paragraph("1.1 The bonus is ", middle, "paid in May."))


def related(data: bytes, kind: str, part: str, content: str, source: str = RELATED) -> bytes:
    """A Word file with one more part that its document names."""
    parts = unzipped(data)
    link = f'<Relationship Id="rId90" Type="{REL}/{kind}" Target="{part}"/></Relationships>'
    parts[source] = parts[source].replace(b"</Relationships>", link.encode())
    parts[f"word/{part}"] = content.encode()
    return zipped(parts)


# ------------------------------------------------------------------------------------- of runs


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ("<w:specVanish/>", True),
        ('<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', True),
        ('<w:color w:val="EEEEEE"/>', True),  # a contrast of 1.16 with white
        ('<w:color w:val="FFFF00"/>', True),  # 1.07
        ('<w:color w:val="C0C0C0"/>', False),  # 1.82
        ('<w:color w:val="FF0000"/><w:highlight w:val="red"/>', True),
        ('<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="auto"/>', True),
        ('<w:color w:val="000000"/><w:shd w:val="pct95" w:color="auto" w:fill="auto"/>', True),
        ('<w:color w:val="000000"/><w:shd w:val="pct20" w:color="auto" w:fill="auto"/>', False),
        ('<w:color w:val="000000" w:themeColor="background1" w:themeShade="FE"/>', True),
        (f"<w14:textFill {W14}><w14:noFill/></w14:textFill>", True),
        (f'<w14:textFill {W14}><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill>'
         "</w14:textFill>", True),
        (f'<w14:textFill {W14}><w14:solidFill><w14:srgbClr w14:val="FF0000"/></w14:solidFill>'
         "</w14:textFill>", False),
        ('<w:spacing w:val="-200"/>', True),  # by 10 points, of letters that are 10 high
        ('<w:spacing w:val="-20"/>', False),
        ('<w:fitText w:val="10"/>', True),  # half a point for three letters
        ('<w:fitText w:val="400"/>', False),
        ('<w:position w:val="-800"/>', True),
        ('<w:position w:val="6"/>', False),
        ("<w:rtl/>", True),
        ('<w:rtl w:val="0"/>', False),
    ],
)  # fmt: skip
def test_words_that_their_own_settings_keep_out_of_sight(properties: str, hidden: bool) -> None:
    found = told(PLAIN, clause(run("not ", properties)))
    assert found == [("text-hidden", "new", "1.1", "not")] * hidden


def test_a_figure_of_the_font_of_greek_letters_is_the_figure() -> None:
    greek = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    new = agreement(paragraph("1.1 It ends in ", run("14", greek), " days."))
    assert told(agreement("1.1 It ends in 14 days."), new) == []


def test_a_figure_that_is_set_higher_is_raised() -> None:
    up = '<w:position w:val="10"/><w:sz w:val="12"/>'
    new = agreement(paragraph("1.1 A tank holds 10", run("2", up), " litres."))
    old = agreement("1.1 A tank holds 102 litres.")
    assert told(old, new) == [("figure-raised", "new", "1.1", "10²")]


def test_a_figure_in_which_a_page_ends() -> None:
    end = '<w:r><w:br w:type="page"/></w:r>'
    inside = agreement(paragraph("1.1 It ends in 1", end, "4 days."))
    assert told(agreement("1.1 It ends in 14 days."), inside) == [
        ("text-hidden", "new", "1.1", "14")
    ]
    between = agreement(paragraph("1.1 It ends in ", end, "14 days."))
    assert told(agreement("1.1 It ends in 14 days."), between) == []


@pytest.mark.parametrize(
    "middle",
    [
        f'<w:bdo w:val="rtl">{run("not ")}</w:bdo>',
        f'<z:z xmlns:z="urn:z" {MC} mc:Ignorable="z">{run("not ")}</z:z>',
    ],
)
def test_words_that_what_holds_them_turns_round_or_leaves_out(middle: str) -> None:
    assert told(PLAIN, clause(middle)) == [("text-hidden", "new", "1.1", "not")]


# ---------------------------------------------------------------------------- of what holds them


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ('<w:framePr w:x="-20000" w:y="10"/>', True),
        ('<w:framePr w:w="100" w:h="10" w:hRule="exact"/>', True),
        ('<w:framePr w:x="200" w:y="10"/>', False),
        ("<w:bidi/>", True),
    ],
)
def test_paragraphs_out_of_their_place(properties: str, hidden: bool) -> None:
    words = "1.1 The bonus is not paid in May."
    new = agreement(f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>")
    assert told(PLAIN, new) == [("text-hidden", "new", "1.1", words)] * hidden


def test_the_style_of_a_paragraph_leaves_its_lines_no_height() -> None:
    flat = '<w:spacing w:line="20" w:lineRule="exact"/>'
    low = style("Low", "").replace("<w:rPr>", f"<w:pPr>{flat}</w:pPr><w:rPr>")
    words = "1.1 The bonus is not paid in May."
    old, new = (styled(paragraph(words, style=name), more=low) for name in ("", "Low"))
    assert told(old, new) == [("text-hidden", "new", "1.1", words)]


def test_the_default_of_all_paragraphs_leaves_their_lines_no_height() -> None:
    def spaced(line: int) -> bytes:
        usual = f'<w:pPr><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr>'
        more = ("<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault>"
                f"<w:pPrDefault>{usual}</w:pPrDefault></w:docDefaults>")  # fmt: skip
        return styled("1.1 The bonus is not paid in May.", more=more)

    found = told(spaced(240), spaced(20))
    assert [quote for _, _, _, quote in found][-1] == "1.1 The bonus is not paid in May."
    assert len(found) == 3  # the title and the heading, too


def test_the_end_of_a_paragraph_that_is_hidden_joins_it_with_the_next() -> None:
    hidden = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
    words = ("1.1 The bonus is paid in May.", "1.2 It is 5 days' pay.")
    new = agreement(f"<w:p>{hidden}{run(words[0])}</w:p>", words[1])
    (one,) = compared(agreement(*words), new, "old.docx", "new.docx").findings
    assert (one.code, one.clause) == ("text-hidden", "1.1")
    assert one.message.endswith("has no end that is seen: what follows is printed in its line")
    last = agreement(words[0], f"<w:p>{hidden}{run(words[1])}</w:p>")
    assert told(agreement(*words), last) == []  # nothing follows


@pytest.mark.parametrize(
    ("region", "look", "quotes"),
    [
        ("lastRow", "0040", ["B", "$950.00"]),
        ("firstCol", "0080", ["A", "B"]),
        ("seCell", "0140", ["$950.00"]),
        ("band2Horz", "0000", ["B", "$950.00"]),
        ("band2Horz", "0200", []),  # without bands
        ("lastRow", "0000", []),
    ],
)
def test_a_part_of_a_table_that_its_style_hides(
    region: str, look: str, quotes: list[str]
) -> None:
    def rates(properties: str) -> bytes:
        made = table(row(cell("A"), cell("$900.00")), row(cell("B"), cell("$950.00")))
        settings = f'<w:tblPr><w:tblStyle w:val="Dim"/><w:tblLook w:val="{look}"/>'
        part = f'<w:tblStylePr w:type="{region}"><w:rPr>{properties}</w:rPr></w:tblStylePr>'
        dim = style("Dim", "", kind="table").replace("</w:style>", f"{part}</w:style>")
        return styled("1.1 The rates are:", made.replace("<w:tblPr>", settings), more=dim)

    found = told(rates("<w:b/>"), rates("<w:vanish/>"))
    assert found == [("text-hidden", "new", "1.1 table 1", quote) for quote in quotes]


@pytest.mark.parametrize(("height", "quotes"), [(320, ["or less"]), (480, [])])
def test_a_row_that_is_too_low_for_its_paragraphs(height: int, quotes: list[str]) -> None:
    """Of a row 320 twentieths of a point high two lines of 8 points are seen, and no third one."""
    def rates(rule: str) -> bytes:
        high = f'<w:trHeight w:val="{height}" w:hRule="{rule}"/>'
        pay = cell(*map(paragraph, ("$900.00", "a week", "or less")))
        return agreement("1.1 The rates are:", table(row(cell("A"), pay, properties=high)))

    found = told(rates("atLeast"), rates("exact"))
    assert found == [("text-hidden", "new", "1.1 table 1", quote) for quote in quotes]


def test_what_the_theme_calls_text_may_be_white() -> None:
    def themed(dark: str, font: str) -> bytes:
        blocks = paragraph(run("1.1 The bonus is not paid in May.", '<w:color w:themeColor="text1"'
                               '/><w:rFonts w:asciiTheme="minorHAnsi"/>'))  # fmt: skip
        scheme = (f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                  f'<a:clrScheme><a:dk1><a:srgbClr val="{dark}"/></a:dk1></a:clrScheme>'
                  f'<a:minorFont><a:latin typeface="{font}"/></a:minorFont></a:theme>')  # fmt: skip
        return related(agreement(blocks), "theme", "theme1.xml", scheme)

    seen, words = themed("000000", "Arial"), "1.1 The bonus is not paid in May."
    for other in (themed("FFFFFF", "Arial"), themed("000000", "Wingdings")):
        assert told(seen, other) == [("text-hidden", "new", "1.1", words)]


# ------------------------------------------------------------------------------------- numbers


def numbered(level: str, form: str = "decimal") -> bytes:
    counts = (f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
              f'<w:numFmt w:val="{form}"/><w:lvlText w:val="1.%1"/><w:rPr>{level}</w:rPr></w:lvl>'
              '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
              )  # fmt: skip
    settings = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return word("Slip Works Collective Agreement", "1 Limits",
                f"<w:p>{settings}{run('The bonus is paid in May.')}</w:p>", numbering=counts)


@pytest.mark.parametrize(
    ("level", "form", "code"),
    [
        ("<w:vanish/>", "decimal", "text-hidden"),
        ('<w:color w:val="FFFFFF"/>', "decimal", "text-hidden"),
        ("<w:strike/>", "decimal", "text-struck-out"),
        ("<w:b/>", "hex", "number-worded"),
        ("<w:b/>", "russianLower", "number-worded"),
    ],
)
def test_numbers_that_are_not_printed_as_they_are_read(level: str, form: str, code: str) -> None:
    assert told(numbered("<w:b/>"), numbered(level, form)) == [(code, "new", "1.1", "1.1")]


# ------------------------------------------------------------------------------- what is not read


def unread(old: bytes, new: bytes) -> list[str]:
    found = compared(old, new, "old.docx", "new.docx")
    assert not found.changes
    return [one.message for one in found.findings if one.code == "part-unread"]


def test_content_in_two_forms_that_read_differently() -> None:
    def forms(second: str) -> bytes:
        return clause(f'<mc:AlternateContent {MC}><mc:Choice Requires="w">{run("not ")}</mc:Choice>'
                      f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>")

    (said,) = unread(PLAIN, forms(run("now ")))
    assert "of which one reads “not” and the other “now”" in said
    assert unread(PLAIN, forms(run("not "))) == []
    assert unread(forms(run("now ")), forms(run("now "))) == []
    assert len(unread(PLAIN, forms(""))) == 1


def bound(kind: str, shown: str, data: str, path: str = "/d[1]") -> bytes:
    name = "{11111111-2222-3333-4444-555555555555}"
    control = (f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{path}" w:storeItemID="{name}"/>{kind}'
               f"</w:sdtPr><w:sdtContent>{run(shown)}</w:sdtContent></w:sdt>")  # fmt: skip
    parts = unzipped(related(agreement(paragraph("1.1 It ends on ", control, ".")),
                             "customXml", "item1.xml", f"<d>{data}</d>"))  # fmt: skip
    parts["word/props.xml"] = (
        '<ds:i xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{name}"/>').encode()  # fmt: skip
    parts["word/_rels/item1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/customXmlProps" Target="props.xml"/></Relationships>'
    ).encode()
    return zipped(parts)


LIST = ('<w:dropDownList><w:listItem w:displayText="May" w:value="5"/>'
        '<w:listItem w:displayText="June" w:value="6"/></w:dropDownList>')  # fmt: skip
DAY = '<w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>'


@pytest.mark.parametrize(
    ("kind", "shown", "same", "other", "path"),
    [
        (LIST, "May", "5", "6", "/d[1]"),
        (DAY, "1 May 2026", "2026-05-01T00:00:00", "2026-06-01T00:00:00", "/d[1]"),
        (DAY.replace("d MMMM", "dd/MM/"), "01/05/2026", "2026-05-01", "2026-05-02", "/d[1]"),
        ("<w:text/>", "May", "May", "June", "//d"),  # a path that is not followed
    ],
)
def test_data_that_a_control_shows_in_place_of_its_text(
    kind: str, shown: str, same: str, other: str, path: str
) -> None:
    old = bound(kind, shown, same, path)
    assert unread(old, bound(kind, shown, same, path)) == []
    assert unread(old, bound(kind, shown, other, path))


def test_a_control_that_shows_a_property_of_the_file() -> None:
    def titled(title: str) -> bytes:
        core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        control = ('<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:c=\'' + core + "'\" "
                   'w:xpath="/c:coreProperties[1]/c:title[1]" '
                   'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/></w:sdtPr>'
                   f"<w:sdtContent>{run('May')}</w:sdtContent></w:sdt>")  # fmt: skip
        data = agreement(paragraph("1.1 It ends in ", control, "."))
        made = f'<c:coreProperties xmlns:c="{core}"><c:title>{title}</c:title></c:coreProperties>'
        link = "package/2006/relationships/metadata/core-properties"
        parts = unzipped(data)
        parts["core.xml"] = made.encode()
        named = (f'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/{link}" '
                 'Target="core.xml"/></Relationships>')  # fmt: skip
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", named.encode())
        return zipped(parts)

    assert unread(titled("May"), titled("May")) == []
    (said,) = unread(titled("May"), titled("June"))
    assert "“June”" in said


def test_fonts_that_stand_in_the_file() -> None:
    def with_font(font: str) -> bytes:
        data = related(PLAIN, "fontTable", "fonts.xml", "<fonts/>")
        parts = unzipped(data)
        parts["word/_rels/fonts.xml.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{REL}/font" Target="a.odttf"/></Relationships>'
        ).encode()
        parts["word/a.odttf"] = font.encode()
        return zipped(parts)

    (said,) = unread(PLAIN, with_font("one"))
    assert "what their letters look like is not read" in said
    assert unread(with_font("one"), with_font("one")) == []
    assert unread(with_font("one"), PLAIN) == []


# --------------------------------------------------------------------------------- drawn, or named


def test_a_drawing_without_words_may_cover_some() -> None:
    box = '<v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt" fillcolor="white"/>'
    covered = clause(f"{run('not ')}<w:r><w:pict>{box}</w:pict></w:r>")
    for old, new, said in ((PLAIN, covered, "inserted"), (covered, PLAIN, "deleted")):
        (one,) = compared(old, new, "old.docx", "new.docx").findings
        assert (one.clause, one.message) == ("1.1", f"a drawing without words, {said}")
    assert compared(covered, covered).findings == ()


@pytest.mark.parametrize("how", ['hidden="1"', ""])
def test_the_words_of_a_hidden_box(how: str) -> None:
    def boxed(own: str) -> bytes:
        inner = f"<w:txbxContent>{paragraph('See the bosun.')}</w:txbxContent>"
        return clause(f"{run('not ')}<w:r><w:drawing {WP}><wp:inline><wp:docPr {own}/>{inner}"
                      "</wp:inline></w:drawing></w:r>")

    found = [(code, quote) for code, _, _, quote in told(boxed(""), boxed(how))]
    assert found == [("text-hidden", "See the bosun.")] * bool(how)


def test_a_header_that_no_section_names_is_on_no_page() -> None:
    def headed(reference: str) -> bytes:
        section = f'<w:sectPr xmlns:r="{REL}">{reference}</w:sectPr>'
        return word("Slip Works Collective Agreement", "1 Limits", "1.1 Paid in May.", section,
                    header=paragraph("Subject to funding"))  # fmt: skip

    named = '<w:headerReference w:type="default" r:id="rId2"/>'
    (one,) = compared(headed(named), headed("")).findings
    assert one.message == "in the page header, deleted: “Subject to funding”"


@pytest.mark.parametrize("part", ["styles", "numbering"])
def test_a_part_that_is_named_twice_is_refused(part: str) -> None:
    data = related(numbered("<w:b/>"), part, "other.xml", "<w/>")
    with pytest.raises(UnreadableInput, match=f"two parts as its {part}"):
        read(data, "a.docx")


@pytest.mark.parametrize("part", [STYLES, "word/document.xml"])
def test_a_mixture_of_two_forms_of_the_format_is_refused(part: str) -> None:
    parts = unzipped(PLAIN)
    parts[part] = parts[part].replace(ORDINARY, STRICT)
    with pytest.raises(UnreadableInput, match="a mixture of the ordinary and the Strict form"):
        read(zipped(parts), "a.docx")
