"""What a Word file prints that is no text of a paragraph: WordArt, diagrams, fields, bound data."""

from __future__ import annotations

import pytest
from word_samples import paragraph, parts, run, zipped

from clausetrack.comparison import compared
from clausetrack.ingest import read
from clausetrack.reconciliation import reconciled

NAME = "Slip Works Collective Agreement 2024"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "word/_rels/document.xml.rels"


def related(content: dict[str, bytes], source: str, kind: str, target: str) -> None:
    """Add a relationship, of the ID "rIdX", to those of a part."""
    bare = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    held = content.get(source, bare + b"</Relationships>")
    link = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    content[source] = held.replace(b"</Relationships>", link.encode())


def agreement(*content: str, header: str = "") -> dict[str, bytes]:
    blocks = (NAME, "1 Pay")
    body = "".join(map(paragraph, blocks)) + paragraph("1.1 The rate is ", *content, " a day.")
    stories = {"header": paragraph(header)} if header else {}
    return parts(body + paragraph("1.2 It is paid in May."), **stories)


def word_art(text: str) -> str:
    return f'<w:r><w:pict><v:shape {VML}><v:textpath string="{text}"/></v:shape></w:pict></w:r>'


def diagram(*texts: str) -> dict[str, bytes]:
    shown = f'<w:r><w:drawing><dgm:relIds xmlns:dgm="{DGM}" r:dm="rIdX"/></w:drawing></w:r>'
    content = agreement(shown)
    points = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in texts)
    content["word/diagrams/data1.xml"] = f'<d xmlns:a="{DRAWN}">{points}</d>'.encode()
    related(content, LINKS, "diagramData", "diagrams/data1.xml")
    return content


def field(*code: str, result: str = "") -> str:
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
                    for part in code)  # fmt: skip
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}{shown}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip


def bound(shown: str, data: str, kind: str = "<w:text/>") -> dict[str, bytes]:
    path = 'w:xpath="/n:x[1]/n:rate[2]" w:prefixMappings="xmlns:n=\'urn:x\'"'
    control = (f'<w:sdt><w:sdtPr><w:dataBinding {path} w:storeItemID="{{AB}}"/>{kind}</w:sdtPr>'
               f"<w:sdtContent>{run(shown)}</w:sdtContent></w:sdt>")  # fmt: skip
    content = agreement(control)
    content["customXml/item1.xml"] = (
        f'<x xmlns="urn:x"><rate>no</rate><rate>{data}</rate></x>'.encode()
    )
    space = OFFICE.replace("relationships", "customXml")
    content["customXml/itemProps1.xml"] = f'<i d:itemID="{{ab}}" xmlns:d="{space}"/>'.encode()
    related(content, LINKS, "customXml", "../customXml/item1.xml")
    related(content, "customXml/_rels/item1.xml.rels", "customXmlProps", "itemProps1.xml")
    return content


def told(old: dict[str, bytes], new: dict[str, bytes]) -> list[tuple[str, str]]:
    found = compared(zipped(old), zipped(new), "a.docx", "b.docx")
    assert not found.changes
    assert found.differs == bool(found.findings)
    return [(one.code, one.message) for one in found.findings]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (agreement(word_art("Casuals out")), agreement(word_art("Casuals in")),
         "in WordArt, changed: “Casuals out” → “Casuals in”"),
        (agreement("$5", header=word_art("DRAFT")), agreement("$5", header=word_art("FINAL")),
         "in WordArt, changed: “DRAFT” → “FINAL”"),
        (diagram("Ask", "Wait 5 days"), diagram("Ask", "Wait 9 days"),
         "in a diagram, changed: “Wait 5 days” → “Wait 9 days”"),
        (agreement(field(" EQ ", "\\f(1,52) ")), agreement(field(" EQ ", "\\f(1,26) ")),
         "in a field that prints what its code says, changed: “EQ \\f(1,52)” → “EQ \\f(1,26)”"),
        (agreement('<w:fldSimple w:instr="EQ \\f(1,2)"/>'),
         agreement('<w:fldSimple w:instr="EQ \\f(1,3)"/>'),
         "in a field that prints what its code says, changed: “EQ \\f(1,2)” → “EQ \\f(1,3)”"),
        (agreement(field(' HYPERLINK "http://a.nz" ', result="our page")),
         agreement(field(' HYPERLINK "http://b.nz" ', result="our page")),
         "the address of the link “our page”, changed: http://a.nz → http://b.nz"),
    ],
)  # fmt: skip
def test_what_is_printed_and_is_no_text_is_held_against_its_like(
    old: dict[str, bytes], new: dict[str, bytes], said: str
) -> None:
    assert told(old, new) == [("outside-changed", said)]
    assert told(new, new) == []


def test_the_code_of_a_field_that_has_a_result_prints_nothing() -> None:
    old, new = (agreement(field(f" REF _{at} ", result="$5")) for at in "ab")
    assert told(old, new) == []


def test_every_character_is_accounted_for() -> None:
    for content in (diagram("Ask", "Wait"), agreement(word_art("X Y")), agreement(field("EQ a"))):
        document = read(zipped(content), "a.docx")
        held = sum(len("".join(one.printed.split())) for one in document.clauses)
        left = sum(len("".join(one.text.split())) for one in document.left_out)
        assert left > 0
        assert held + left == document.read


def test_a_reconciliation_tells_it_as_a_silent_edit() -> None:
    terms = b'Terms of Settlement\n\n1. Amend clause 1.2 by replacing "May" with "June".\n'
    ours, theirs = (zipped(diagram(f"Wait {days} days")) for days in (5, 9))
    (one,) = reconciled(ours, terms, theirs, "a.docx", "t.txt", "b.docx").of("silent")
    assert (one.reason, one.ours, one.theirs) == ("in a diagram", "Wait 5 days", "Wait 9 days")


def test_a_control_in_an_insertion_of_theirs_is_told() -> None:
    terms = b'Terms of Settlement\n\n1. Amend clause 1.2 by replacing "May" with "June".\n'
    content = bound("$30", "$20")
    main = content["word/document.xml"]
    for old, new in ((b"<w:r><w:t xml:space=\"preserve\">$30", b"<w:ins w:id=\"5\" w:author=\"A\">"
                      b"<w:r><w:t xml:space=\"preserve\">$30"),
                     (b"</w:r></w:sdtContent>", b"</w:r></w:ins></w:sdtContent>")):  # fmt: skip
        assert main.count(old) == 1
        main = main.replace(old, new)
    theirs = zipped({**content, "word/document.xml": main})
    ours = zipped(bound("$20", "$20"))
    found = reconciled(ours, terms, theirs, "a.docx", "t.txt", "b.docx").findings
    told = [one.message for one in found if one.code == "part-unread"]
    assert [one for one in told if "reads “$30”" in one and "theirs" in one]
    assert len(told) == len(set(told))


def test_a_control_whose_data_word_shows_instead_of_its_text() -> None:
    same, other = bound("$30", "$30"), bound("$30", "$20")
    assert told(same, same) == told(other, other) == []
    for old, new in ((same, other), (other, same)):
        ((code, message),) = told(old, new)
        assert code == "part-unread"
        assert "reads “$30”" in message
        assert "“$20”" in message


@pytest.mark.parametrize("kind", ["<w:date/>", "<w:showingPlcHdr/><w:text/>", "<w:picture/>"])
def test_data_that_is_shown_otherwise_than_it_is_written(kind: str) -> None:
    assert not read(zipped(bound("1 May 2024", "2024-05-01", kind)), "a.docx").findings
