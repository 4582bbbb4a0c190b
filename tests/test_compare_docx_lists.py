"""Lists that count otherwise in the new file: the tracked comparison brings their definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from word_samples import W as W_NS
from word_samples import paragraph, run, unzipped, word

from clausetrack.comparison import tracked
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

if TYPE_CHECKING:  # a plugin must not be imported before pytest does
    from word_processors import Settle

pytest_plugins = ["word_processors"]

W = f"{{{W_NS}}}"
ITEMS = ("a torch;", "a knife; and", "a whistle.")


def level(depth: int, how: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{how}"/>'
        f'<w:lvlText w:val="(%{depth + 1})"/></w:lvl>'
    )


def lists(**levels: str) -> str:
    """A numbering part with a list of its own for each name, such as l7, made of those levels."""
    names = [name[1:] for name in levels]
    definitions = (
        f'<w:abstractNum w:abstractNumId="{name}">{inner}</w:abstractNum>'
        for name, inner in zip(names, levels.values(), strict=True)
    )
    instances = (
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>' for name in names
    )
    return "".join((*definitions, *instances))


def item(text: str, instance: int, depth: int = 0, look: str = "") -> str:
    settings = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{instance}"/></w:numPr>{look}'
    return f"<w:p><w:pPr>{settings}</w:pPr>{run(text)}</w:p>"


def counted(data: bytes) -> list[tuple[str, str, int]]:
    """For each item its text, how its list counts and from what: from its own w:numPr."""
    parts = unzipped(data)
    numbering = etree.fromstring(parts["word/numbering.xml"])
    links = {
        n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val")  # type: ignore[union-attr]
        for n in numbering.findall(f"{W}num")
    }
    found = {
        (abstract.get(f"{W}abstractNumId"), one.get(f"{W}ilvl")): one
        for abstract in numbering.findall(f"{W}abstractNum")
        for one in abstract.findall(f"{W}lvl")
    }
    out = []
    for node in etree.fromstring(parts["word/document.xml"]).iter(f"{W}p"):
        settings = node.find(f"{W}pPr/{W}numPr")
        if settings is not None:
            depth, instance = (
                settings.find(f"{W}{name}").get(f"{W}val")  # type: ignore[union-attr]
                for name in ("ilvl", "numId")
            )
            one = found[links[instance], depth]
            how, start = (
                one.find(f"{W}{name}").get(f"{W}val")  # type: ignore[union-attr]
                for name in ("numFmt", "start")
            )
            text = "".join(t.text or "" for t in node.iter(f"{W}t"))
            out.append((text, str(how), int(start or 0)))
    return out


def settled(data: bytes) -> tuple[bytes, bytes]:
    package = open_package(data)
    return save(accept(package)), save(reject(package))


def marks(data: bytes) -> list[str]:
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    names = [etree.QName(node).localname for node in root.iter("{*}*")]
    return [name for name in names if name in {"ins", "del", "moveFrom", "pPrChange", "rPrChange"}]


@pytest.mark.parametrize(("how", "start"), [("lowerRoman", 1), ("lowerLetter", 3)])
def test_a_list_that_counts_otherwise_comes_along(how: str, start: int) -> None:
    body = [item(text, 7) for text in ITEMS]
    old = word(*body, numbering=lists(l7=level(0, "lowerLetter")))
    new = word(*body, numbering=lists(l7=level(0, how, start)))
    data = tracked(old, new)[0]
    assert marks(data) == ["pPrChange"] * 3
    accepted, rejected = settled(data)
    assert counted(accepted) == [(text, how, start) for text in ITEMS]
    assert counted(rejected) == [(text, "lowerLetter", 1) for text in ITEMS]


def test_libreoffice_prints_the_numbers_of_the_new_file(libreoffice_as: Settle) -> None:
    body = [item(text, 7) for text in ITEMS]
    old = word(*body, numbering=lists(l7=level(0, "lowerLetter")))
    new = word(*body, numbering=lists(l7=level(0, "lowerRoman")))
    (text,) = libreoffice_as([(tracked(old, new)[0], "accept")], ".txt")
    lines = text.decode("utf-8-sig").split("\n")
    assert [line.strip() for line in lines if line.strip()] == [
        "(i) a torch;", "(ii) a knife; and", "(iii) a whistle."]  # fmt: skip


def test_items_that_their_style_counts_are_given_the_list() -> None:
    body = [paragraph(run(text), style="Dots") for text in ITEMS]  # level 1 of list 7
    old = word(*body, numbering=lists(l7=level(0, "decimal") + level(1, "lowerLetter")))
    new = word(*body, numbering=lists(l7=level(0, "decimal") + level(1, "upperLetter")))
    accepted, rejected = settled(tracked(old, new)[0])
    assert counted(accepted) == [(text, "upperLetter", 1) for text in ITEMS]
    assert counted(rejected) == []  # as the style says


def test_what_is_not_counted_in_may_differ() -> None:
    body = [item(text, 7) for text in ITEMS]
    old = word(*body, numbering=lists(l7=level(0, "decimal") + level(4, "decimal")))
    new = word(*body, numbering=lists(l7=level(0, "decimal") + level(4, "lowerRoman")))
    assert marks(tracked(old, new)[0]) == []


def test_lists_that_another_program_named_anew_are_the_same() -> None:
    """Two lists that print alike stay two, and a new item counts in its own."""
    alike = level(0, "lowerLetter")
    first, second = ("Oil.", "Wicks."), ("Bread.", "Tea.")
    old = word(*(item(t, 7) for t in first), "Stores", *(item(t, 8) for t in second),
               numbering=lists(l7=alike, l8=alike))  # fmt: skip
    new = word(*(item(t, 17) for t in first), "Stores", *(item(t, 18) for t in (*second, "Salt.")),
               numbering=lists(l17=alike, l18=alike))  # fmt: skip
    data = tracked(old, new)[0]
    assert "pPrChange" not in marks(data)
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    assert [n.get(f"{W}val") for n in root.iter(f"{W}numId")] == ["7", "7", "8", "8", "8"]


def test_a_list_comes_to_a_file_that_had_none() -> None:
    old = word("The crew carries:")
    new = word("The crew carries:", *(item(text, 7) for text in ITEMS),
               numbering=lists(l7=level(0, "lowerRoman")))  # fmt: skip
    accepted, rejected = settled(tracked(old, new)[0])
    assert counted(accepted) == [(text, "lowerRoman", 1) for text in ITEMS]
    assert b"numPr" not in unzipped(rejected)["word/document.xml"]


def test_definitions_stand_before_instances() -> None:
    body = [item(text, 7) for text in ITEMS]
    old = word(*body, numbering=lists(l7=level(0, "lowerLetter")))
    new = word(*body, numbering=lists(l7=level(0, "lowerRoman")))
    root = etree.fromstring(unzipped(tracked(old, new)[0])["word/numbering.xml"])
    assert [etree.QName(node).localname for node in root] == ["abstractNum"] * 2 + ["num"] * 2


def test_a_list_that_the_new_file_does_not_define_leaves_the_rest_of_the_look() -> None:
    old = word(item("a torch;", 7), numbering=lists(l7=level(0, "lowerLetter")))
    new = word(item("a torch;", 8, look='<w:jc w:val="center"/>'), numbering=lists())
    accepted, rejected = settled(tracked(old, new)[0])
    assert b'<w:jc w:val="center"/>' in unzipped(accepted)["word/document.xml"]
    assert counted(accepted) == counted(rejected) == [("a torch;", "lowerLetter", 1)]


CHART = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    f"{paragraph(run('Tide'))}</w:tc></w:tr></w:tbl>"
)
ENDS = (CHART + paragraph(run("So it is.")), "")


@pytest.mark.parametrize("after", ENDS, ids=["a table", "the end"])
def test_an_item_that_was_replaced_before_a_table_leaves_none_either(
    libreoffice_as: Settle, after: str
) -> None:
    others = (*ITEMS[:2], "ten coats of wool for the winter on the island.")
    old, new = (
        word(*(item(text, 7) for text in texts), after,
             numbering=lists(l7=level(0, "lowerLetter")))
        for texts in (ITEMS, others)
    )  # fmt: skip
    data = tracked(old, new)[0]
    assert [counted(each) for each in settled(data)] == [counted(new), counted(old)]
    rest = ["Tide", "So it is."] if after else []
    found = libreoffice_as([(data, "reject"), (data, "accept")], ".txt")
    for text, texts in zip(found, (ITEMS, others), strict=True):
        lines = [line.strip() for line in text.decode("utf-8-sig").split("\n")]
        assert [line.partition(" ")[2] for line in lines if line[:1] == "("] == list(texts)
        assert [line for line in lines if line and line[0] != "("] == rest


@pytest.mark.parametrize("after", ENDS, ids=["a table", "the end"])
def test_what_came_or_went_behind_an_item_of_its_kind_leaves_no_number(
    libreoffice_as: Settle, after: str
) -> None:
    """Before a table, and at the end of a text, no paragraph is left to join what is taken back."""
    few, more = (
        word(*(item(text, 7) for text in texts), after,
             numbering=lists(l7=level(0, "lowerLetter")))
        for texts in (ITEMS[:2], ITEMS)
    )  # fmt: skip
    came, went = tracked(few, more)[0], tracked(more, few)[0]
    assert counted(settled(came)[1]) == counted(settled(went)[0]) == counted(few)
    rest = ["Tide", "So it is."] if after else []
    for text in libreoffice_as([(came, "reject"), (went, "accept")], ".txt"):
        lines = [line.strip() for line in text.decode("utf-8-sig").split("\n")]
        assert [line for line in lines if line] == ["(a) a torch;", "(b) a knife; and", *rest]
