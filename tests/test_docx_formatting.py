"""Formatting, notes, pictures and lists that differ between two Word files, compared."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from word_samples import W, paragraph, run, unzipped, word

from clausetrack.comparison import tracked
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

LAMP = "The lamp is lit at dusk."
LIST = """<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="{}"><w:abstractNumId w:val="4"/></w:num>"""


def compared(old: bytes, new: bytes) -> etree._Element:
    return etree.fromstring(unzipped(tracked(old, new)[0])["word/document.xml"])


def wording(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def settled(old: bytes, new: bytes) -> tuple[str, str]:
    """The main part with all changes accepted and rejected, without marks of the writing."""
    package = open_package(tracked(old, new)[0])
    return tuple(  # type: ignore[return-value]
        re.sub(r' xmlns:\w+="[^"]*"| xml:space="preserve"', "", xml.decode())
        for xml in (change(package).parts["word/document.xml"] for change in (accept, reject))
    )


def names(root: etree._Element) -> list[str]:
    kinds = ("ins", "del", "rPrChange", "pPrChange", "moveFrom", "moveTo")
    return [str(node.tag).rpartition("}")[2] for node in root.iter(*(f"{{{W}}}{k}" for k in kinds))]


def test_words_that_became_bold_are_a_change_of_their_run_alone() -> None:
    old = word(paragraph(run("The lamp is lit at dusk.", '<w:sz w:val="22"/>')))
    new = word(paragraph(run("The lamp ", '<w:sz w:val="22"/>'),
                         run("is lit", '<w:b/><w:sz w:val="22"/>'),
                         run(" at dusk.", '<w:sz w:val="22"/>')))  # fmt: skip
    root = compared(old, new)
    assert names(root) == ["rPrChange"]
    [change] = root.iter(f"{{{W}}}rPrChange")
    holder = change.getparent()
    assert holder is not None
    assert [str(n.tag).rpartition("}")[2] for n in holder] == ["b", "sz", "rPrChange"]
    assert [str(n.tag).rpartition("}")[2] for n in change[0]] == ["sz"]
    bold = holder.getparent()
    assert bold is not None
    assert wording(bold) == "is lit"
    accepted, rejected = settled(old, new)
    assert accepted.count("<w:b/>") == 1
    assert "<w:b/>" not in rejected


def test_two_looks_in_one_run_of_the_old_file_are_each_kept() -> None:
    old = word(paragraph(run("one two three")))
    new = word(paragraph(run("one", "<w:b/>"), run(" two "), run("three", "<w:i/>")))
    accepted, rejected = settled(old, new)
    assert re.findall(r"<w:rPr><w:(\w)/></w:rPr><w:t>(\w+)", accepted) == [
        ("b", "one"), ("i", "three"),
    ]  # fmt: skip
    assert "<w:rPr>" not in rejected


def test_a_paragraph_set_to_the_right_is_a_change_of_its_properties() -> None:
    old = word(LAMP, "Oil is issued.")
    right = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr>{run(LAMP)}</w:p>'
    root = compared(old, word(right, "Oil is issued."))
    assert names(root) == ["pPrChange"]
    accepted, rejected = settled(old, word(right, "Oil is issued."))
    assert '<w:jc w:val="right"/>' in accepted
    assert "<w:jc" not in rejected


@pytest.mark.parametrize(
    "look", ['<w:lang w:val="en-GB"/>', "<w:noProof/>", '<w:rStyle w:val="NotInTheOldFile"/>']
)
def test_what_no_reader_sees_is_no_change(look: str) -> None:
    assert names(compared(word(paragraph(run(LAMP))), word(paragraph(run(LAMP, look))))) == []


def test_words_and_look_change_side_by_side() -> None:
    old = word(paragraph(run("Oil is issued monthly.")))
    new = word(paragraph(run("Oil ", "<w:b/>"), run("is issued weekly.")))
    root = compared(old, new)
    assert sorted(names(root)) == ["del", "ins", "rPrChange"]


# ------------------------------------------------------------------------ notes, pictures, lists


def noted(*texts: str) -> bytes:
    """A paragraph with a note behind it for each text."""
    marks = "".join(
        f'<w:r><w:footnoteReference w:id="{at}"/></w:r>' for at in range(2, len(texts) + 2)
    )
    notes = "".join(
        f'<w:footnote w:id="{at}">{paragraph(text)}</w:footnote>'
        for at, text in enumerate(texts, 2)
    )
    return word(f"<w:p>{run(LAMP)}{marks}</w:p>", **({"footnotes": notes} if texts else {}))


def references(data: bytes) -> list[str | None]:
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    return [node.get(f"{{{W}}}id") for node in root.iter(f"{{{W}}}footnoteReference")]


@pytest.mark.parametrize(("old", "new"), [((), ("a",)), (("a",), ()), (("a",), ("a", "b"))])
def test_a_note_comes_and_goes_with_its_reference(
    old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    package = open_package(tracked(noted(*old), noted(*new))[0])
    for change, wanted in ((accept, new), (reject, old)):
        parts = change(package).parts
        data = save(change(package))
        shown = references(data)
        assert len(shown) == len(wanted)
        if wanted:
            notes = etree.fromstring(parts["word/footnotes.xml"])
            by_id = {n.get(f"{{{W}}}id"): wording(n) for n in notes}
            assert tuple(by_id[one] for one in shown) == wanted


def test_the_words_of_a_note_change_in_the_note() -> None:
    data = tracked(noted("Oil of whales."), noted("Oil of seals."))[0]
    parts = unzipped(data)
    assert names(etree.fromstring(parts["word/document.xml"])) == []
    assert names(etree.fromstring(parts["word/footnotes.xml"])) == ["del", "ins"]


def listed(text: str, instance: int) -> str:
    settings = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{instance}"/></w:numPr>'
    return f"<w:p><w:pPr>{settings}</w:pPr>{run(text)}</w:p>"


@pytest.mark.parametrize("theirs", [7, 9])
def test_a_new_paragraph_counts_in_the_list_that_the_files_share(theirs: int) -> None:
    old = word(listed("Light.", 7), listed("Snuff.", 7), numbering=LIST.format(7))
    new = word(*(listed(text, theirs) for text in ("Light.", "Trim the wick.", "Snuff.")),
               numbering=LIST.format(theirs))  # fmt: skip
    root = compared(old, new)
    paragraphs = [p for p in root.iter(f"{{{W}}}p") if "Trim" in wording(p)]
    [instance] = [n.get(f"{{{W}}}val") for p in paragraphs for n in p.iter(f"{{{W}}}numId")]
    assert instance == "7"


BOX = """<w:r><mc:AlternateContent
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""


def boxed(*texts: str) -> bytes:
    """A Word file with one paragraph that holds a text box for each of the texts."""
    return word(paragraph(run(LAMP), *(BOX.format(paragraph(text)) for text in texts)))


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ((), ("Beware of the step.",), ["ins"]),
        (("Beware of the step.",), (), ["del"]),
        (("Beware of the step.",), ("Beware of the wet step.",), ["ins", "ins"]),
        (("Beware.", "Mind the lamp."), ("Beware.", "Mind the new lamp."), ["ins", "ins"]),
    ],
)
def test_a_text_box_comes_and_goes_with_its_words(
    old: tuple[str, ...], new: tuple[str, ...], marks: list[str]
) -> None:
    files = boxed(*old), boxed(*new)
    assert names(compared(*files)) == marks  # both forms of a box have its words
    bare = [re.sub("<[^>]*>|\n", "", xml) for xml in settled(*files)]
    for found, texts in zip(bare, (new, old), strict=True):
        assert found == LAMP + "".join(text * 2 for text in texts)


def test_a_row_comes_to_a_table_that_had_none() -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>"
    row = f"<w:tr><w:tc>{paragraph('Oil')}</w:tc></w:tr>"
    old, new = (word(paragraph(LAMP), table.format(rows)) for rows in ("", row))
    assert "Oil" in settled(old, new)[0]
    assert "Oil" not in settled(old, new)[1]


def test_an_attribute_that_is_not_words_own_is_no_formatting() -> None:
    bold = '<w:b xmlns:x="urn:other" x:id="{}"/>'
    old, new = (word(paragraph(run(LAMP, bold.format(at)))) for at in "12")
    assert names(compared(old, new)) == []


def test_what_stays_keeps_the_characters_that_the_file_holds() -> None:
    old = "The ma\u0304nuka by the sta\u0304tion is lit at dusk."  # a letter and its macron, apart
    accepted, rejected = settled(word(paragraph(old)), word(paragraph(old.replace("lit", "cut"))))
    assert re.sub("<[^>]*>|\n", "", rejected) == old
    assert re.sub("<[^>]*>|\n", "", accepted) == old.replace("lit", "cut")


def test_a_link_that_comes_leads_where_it_led() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    there = (f'<Relationship Id="rId71" Type="{kind}/hyperlink" Target="https://example.org/"'
             ' TargetMode="External"/>')  # fmt: skip
    link = (f'<w:hyperlink xmlns:r="{kind}" r:id="rId{{}}">{run("The tide tables")}'
            "</w:hyperlink>")  # fmt: skip
    new = word(paragraph(LAMP), *(paragraph(link.format(number)) for number in (71, 72)))
    package = open_package(new)
    links = "word/_rels/document.xml.rels"
    rels = package.parts[links].replace(b"</Relationships>", f"{there}</Relationships>".encode())
    out = unzipped(tracked(word(paragraph(LAMP)), save(package.changed({links: rels})))[0])
    root = etree.fromstring(out["word/document.xml"])
    (come,) = root.iter(f"{{{W}}}hyperlink")  # the other led nowhere, and is text
    addresses = {node.get("Id"): node.get("Target") for node in etree.fromstring(out[links])}
    assert addresses[come.get(f"{{{kind}}}id")] == "https://example.org/"
    assert wording(root).count("The tide tables") == 2


def test_no_two_pictures_have_one_number() -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    picture = paragraph(f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}"><wp:docPr id="7"/>'
                        "</wp:inline></w:drawing></w:r>")  # fmt: skip
    root = compared(word(paragraph(LAMP), picture), word(paragraph(LAMP), picture, picture))
    numbers = [node.get("id") for node in root.iter(f"{{{drawing}}}docPr")]
    assert len(numbers) == 2
    assert len(set(numbers)) == 2


def test_rows_after_one_with_another_number_of_cells_keep_their_order() -> None:
    def table(*rows: str) -> bytes:
        cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
        inner = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
        return word(paragraph(LAMP), f"<w:tbl><w:tblPr/><w:tblGrid/>{inner}</w:tbl>")

    accepted, rejected = settled(table("abc"), table("abcd", "ef"))
    assert re.sub("<[^>]*>|\n", "", accepted) == f"{LAMP}abcdef"
    assert re.sub("<[^>]*>|\n", "", rejected) == f"{LAMP}abc"
