"""Tracked changes at fields, links and content controls: no program that opens them undoes them."""

from __future__ import annotations

import pytest
from lxml import etree
from word_samples import W as W_NS
from word_samples import cell, paragraph, row, run, table, unzipped, word

from clausetrack.comparison import tracked
from clausetrack.markup import markup
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

W = f"{{{W_NS}}}"
TITLE = "Ferrymen’s Collective Agreement 2027-2029"
HEAD = "1. Crossings"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, *result: str, lock: str = "") -> str:
    words = "".join(map(run, result))
    begin = mark("begin").replace('"begin"', f'"begin"{lock}')
    return (f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}"
            f"{words}{mark('end')}")  # fmt: skip


def simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr="{code}">{run(result)}</w:fldSimple>'


def control(content: str, settings: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def link(text: str) -> str:
    words = run(text, '<w:rStyle w:val="Strong"/>')
    return f'<w:hyperlink w:anchor="there">{words}</w:hyperlink>'


def main(data: bytes) -> etree._Element:
    return etree.fromstring(unzipped(data)["word/document.xml"])


def lines(data: bytes) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in main(data).iter(f"{W}p")]


def compared(old: bytes, new: bytes) -> etree._Element:
    """The tracked comparison, of which both views read as the files."""
    data = tracked(old, new)[0]
    package = open_package(data)
    assert lines(save(accept(package))) == lines(new)
    assert lines(save(reject(package))) == lines(old)
    return main(data)


def view(root: etree._Element, *, old: bool) -> etree._Element:
    """The last paragraph with its changes undone or done, by hand."""
    last = list(root.iter(f"{W}p"))[-1]
    for name in ("ins", "del"):
        for box in list(last.iter(f"{W}{name}")):
            parent = box.getparent()
            assert parent is not None
            for node in list(box) if (name == "del") is old else []:
                box.addprevious(node)
            parent.remove(box)
    return last


def names(element: etree._Element) -> list[str]:
    return [etree.QName(node).localname for node in element.iter() if isinstance(node.tag, str)]


# ------------------------------------------------------------------------------ fields that change


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (field("DOCPROPERTY End", "28 June 2027"), "28 June 2029"),
        (field("DOCPROPERTY End", "28 ", "June 2027"), "28 June 2029"),
        (simple("DOCPROPERTY End", "28 June 2027"), "28 June 2029"),
        (simple("DOCPROPERTY End", "28 June 2027"), "the first of May"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DOCPROPERTY End</w:instrText>'
         '<w:fldChar w:fldCharType="separate"/><w:t>28 June 2027</w:t>'
         '<w:fldChar w:fldCharType="end"/></w:r>', "28 June 2029"),
    ],
)  # fmt: skip
def test_a_field_of_whose_result_a_part_is_changed_goes_whole(before: str, after: str) -> None:
    old, new = (word(HEAD, paragraph("1.1 It ends on ", one, ".")) for one in (before, after))
    root = compared(old, new)
    now, was = view(compared(old, new), old=False), view(root, old=True)
    assert "instrText" not in names(now)
    assert "fldSimple" not in names(now)
    assert "fldChar" not in names(now)
    assert names(was).count("fldChar") == 3


def test_an_order_on_a_part_of_a_result_takes_the_field_too() -> None:
    base = word(TITLE, HEAD, paragraph("1.1 It ends on ", field("REF end", "28 June 2027"), "."))
    terms = b"Terms of settlement\n\n1. In clause 1.1 replace \xe2\x80\x9c2027\xe2\x80\x9d with " \
            b"\xe2\x80\x9c2029\xe2\x80\x9d.\n"  # fmt: skip
    result = markup(base, terms)
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    now = view(main(result.docx), old=False)
    assert "instrText" not in names(now)
    words = "".join(t.text or "" for t in now.iter(f"{W}t"))
    assert words.startswith("1.1 It ends on 28 June 2029.")


@pytest.mark.parametrize(
    "kept", [field("HYPERLINK page", "old page"), field("REF a", "old page", lock=' w:fldLock="1"')]
)
def test_a_field_that_keeps_its_result_is_edited_in_it(kept: str) -> None:
    old, new = (word(HEAD, paragraph("1.1 See the ", one, "."))
                for one in (kept, kept.replace("old", "new")))  # fmt: skip
    root = compared(old, new)
    assert "instrText" in names(view(root, old=False))


def test_a_field_that_does_not_change_stays() -> None:
    one = paragraph("1.1 See ", field("REF a", "clause 2"), " and {} it.")
    root = compared(word(HEAD, one.format("read")), word(HEAD, one.format("keep")))
    assert names(view(root, old=False)).count("fldChar") == 3


@pytest.mark.parametrize("comes", [False, True])
def test_a_simple_field_goes_and_comes_with_its_paragraph(comes: bool) -> None:
    held = paragraph("1.1 It ends on ", simple("DATE", "1 May"), ".")
    short, long = (word(HEAD, *more, "1.2 It rests.") for more in ([], [held]))
    root = compared(*((short, long) if comes else (long, short)))
    assert "fldSimple" not in names(root)
    boxes = [etree.QName(node.getparent()).localname for node in root.iter(f"{W}r")
             if node.find(f"{W}fldChar") is not None]  # fmt: skip
    assert boxes == ["ins" if comes else "del"] * 3


# ---------------------------------------------------------------------------- what stands beside


@pytest.mark.parametrize(
    "thing",
    [field("REF a", "clause 2"), simple("REF a", "clause 2"), link("clause 2"),
     control(run("clause 2"), "<w:text/>"), control(link("clause 2"))],
)  # fmt: skip
@pytest.mark.parametrize("where", ["behind", "before"])
def test_words_beside_it_are_typed_outside_of_it(thing: str, where: str) -> None:
    words = ("", ", as printed") if where == "behind" else ("Read ", "")
    old = word(HEAD, paragraph(thing))
    new = word(HEAD, paragraph(*([words[0]] if words[0] else []), thing,
                               *([words[1]] if words[1] else [])))  # fmt: skip
    last = list(compared(old, new).iter(f"{W}p"))[-1]
    inside = names(last)
    box = last.find(f"{W}ins")
    assert box is not None
    around = list(last)
    assert around.index(box) == (len(around) - 1 if where == "behind" else 0), inside
    assert "rStyle" not in names(box)


def test_what_replaces_the_words_of_a_link_stands_in_it() -> None:
    old, new = (word(HEAD, paragraph("1.1 See ", link(one), " now.")) for one in ("tides", "winds"))
    root = compared(old, new)
    held = next(root.iter(f"{W}hyperlink"))
    assert [etree.QName(node).localname for node in held] == ["del", "ins"]


def test_a_hyphen_at_which_a_line_may_end_goes_with_its_word() -> None:
    soft = "<w:r><w:softHyphen/></w:r>"
    old = word(HEAD, paragraph("1.1 It is writ", soft, "ten in a hea", soft, "vy book."))
    new = word(HEAD, paragraph("1.1 It is typed in a hea", soft, "vy book."))
    assert names(view(compared(old, new), old=False)).count("softHyphen") == 1
    assert names(view(compared(old, new), old=True)).count("softHyphen") == 2


# ------------------------------------------------------------------------------- content controls

_BOUND = '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/>'


def test_a_control_whose_data_would_hide_the_change_is_bound_no_more() -> None:
    one = paragraph("1.1 It ends on ", control(run("{}"), _BOUND.replace("{0}", "{{0}}")), ".")
    two = paragraph("1.2 It began on ", control(run("1 May"), _BOUND), ".")
    root = compared(word(HEAD, one.format("1 July"), two), word(HEAD, one.format("1 June"), two))
    assert ["dataBinding" in names(each) for each in root.iter(f"{W}sdt")] == [False, True]


_BLOCK = control(paragraph("1.2 A lamp is lit."), "<w:id w:val='7'/>")
_INSIDE = paragraph("1.2 ", control(run("A lamp"), "<w:id w:val='7'/>"), " is lit.")


# of a new paragraph that a control holds the paragraph alone comes along
@pytest.mark.parametrize(("body", "comes"), [(_BLOCK, False), (_INSIDE, False), (_INSIDE, True)])
def test_a_control_goes_with_all_that_stood_in_it(body: str, comes: bool) -> None:
    without, holds = (word(HEAD, "1.1 A rope is coiled.", *more, "1.3 A bell is rung.")
                      for more in ([], [body]))  # fmt: skip
    root = compared(*((without, holds) if comes else (holds, without)))
    kind = "Ins" if comes else "Del"
    held = next(root.iter(f"{W}sdt"))
    before, after, content = held.getprevious(), held.getnext(), held.find(f"{W}sdtContent")
    assert content is not None
    marks = [node for node in (before, content[0], content[-1], after) if node is not None]
    assert [etree.QName(node).localname for node in marks] == [
        f"customXml{kind}Range{end}" for end in ("Start", "End", "Start", "End")
    ]
    ids = [node.get(f"{W}id") for node in marks]
    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_a_control_of_which_some_words_stay_stays() -> None:
    one = paragraph("1.1 It ends on ", control(run("{} May 2027")), ".")
    root = compared(word(HEAD, one.format("1")), word(HEAD, one.format("2")))
    assert not [name for name in names(root) if name.startswith("customXml")]


@pytest.mark.parametrize(("settings", "outside"), [("<w:text/>", True), ("<w:richText/>", False)])
def test_no_second_paragraph_comes_into_a_control_that_holds_one(
    settings: str, outside: bool
) -> None:
    old = word(HEAD, control(paragraph("1.1 A rope is coiled."), settings), "1.2 A bell is rung.")
    new = word(HEAD, control(paragraph("1.1 A rope is coiled."), settings),
               "1.2 A lamp is lit at dusk.", "1.3 A bell is rung.")  # fmt: skip
    held = next(compared(old, new).iter(f"{W}sdtContent"))
    assert len(held.findall(f"{W}p")) == (1 if outside else 2)


def test_cells_in_controls_are_compared() -> None:
    def file(*rows: tuple[str, str]) -> bytes:
        made = (row(cell(name), control(cell(rate))) for name, rate in rows)
        return word(HEAD, "1.1 The rates are:", table(*made), "1.2 A bell is rung.")

    old = file(("Mate", "$20"), ("Cook", "$18"))
    root = compared(old, file(("Mate", "$21"), ("Steward", "$18"), ("Cook", "$18")))
    gone = ["".join(t.text or "" for t in box.iter(f"{W}delText")) for box in root.iter(f"{W}del")]
    assert [text for text in gone if text] == ["$20"]
