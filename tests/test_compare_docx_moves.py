"""What a tracked comparison shows as moved: not the lines that stand in many places."""

from __future__ import annotations

import pytest
from lxml import etree
from word_samples import W as W_NS
from word_samples import unzipped, word

from clausetrack.comparison import tracked
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

W = f"{{{W_NS}}}"
TEXTS = {
    "Hours": "The keeper stands a watch of eight hours in each day.",
    "Oil": "Oil is carried up the stairs before the sun goes down.",
    "Stores": "Bread and tea come by boat on the first day of a month.",
    "Leave": "Four weeks of leave are taken when the relief boat calls.",
    "Pay": "Wages are put into the box under the lamp on Fridays.",
}


def articles(**reviewed: str) -> list[str]:
    """The paragraphs of articles, each with its heading, text and a line on when it was revised."""
    out = []
    for name, years in reviewed.items():
        out += [name, TEXTS[name], *([f"REV: {years}"] if years else [])]
    return out


def changes(old: list[str], new: list[str]) -> dict[str, list[str]]:
    """The marked text by mark: whole stretches, in the order of the page."""
    data = tracked(word(*old), word(*new))[0]
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    out: dict[str, list[str]] = {}
    for node in root.iter(*(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))):
        if text := "".join(t.text or "" for t in node.iter(f"{W}t", f"{W}delText")):
            out.setdefault(etree.QName(node).localname, []).append(text)
    package = open_package(data)
    for settle, lines in ((accept, new), (reject, old)):
        settled = etree.fromstring(unzipped(save(settle(package)))["word/document.xml"])
        assert [
            "".join(t.text or "" for t in p.iter(f"{W}t")) for p in settled.iter(f"{W}p")
        ] == lines
    return out


def test_a_line_that_each_article_has_did_not_move() -> None:
    old = articles(Hours="2021", Oil="2019, 2021", Stores="2021", Leave="2019", Pay="2021")
    new = articles(Hours="2021, 2025", Oil="2019, 2021", Stores="2021, 2025", Leave="2019, 2025",
                   Pay="2021, 2025")  # fmt: skip
    found = changes(old, new)
    assert "moveFrom" not in found
    assert "".join(found["ins"]).count("2025") == 4
    assert found.get("del", []) == []


def test_a_line_that_came_to_one_article_and_left_another_did_not_move() -> None:
    old = articles(Hours="", Oil="2021", Stores="2021", Leave="", Pay="2021")
    new = articles(Hours="2021", Oil="2021", Stores="", Leave="2021", Pay="2021")
    assert changes(old, new) == {"ins": ["REV: 2021"] * 2, "del": ["REV: 2021"]}


def test_a_line_moves_with_the_article_that_it_stands_in() -> None:
    old = [line for name in list(TEXTS)[:4] for line in (name, "REV: 2021", TEXTS[name])]
    new = [*old[3:9], *old[:3], *old[9:]]
    assert changes(old, new) == dict.fromkeys(("moveFrom", "moveTo"), old[:3])


@pytest.mark.parametrize(
    ("gone", "come", "moved"),
    [
        ("2.1 Tool allowance", "4.7 Tool allowance", True),
        ("Tool allowance 2021", "Tool allowance 2025", False),
    ],
)
def test_a_few_words_with_other_figures_are_another_line(gone: str, come: str, moved: bool) -> None:
    text = articles(Hours="", Oil="", Stores="", Leave="")
    found = changes([*text[:2], gone, *text[2:]], [*text, come])
    assert ("moveFrom" in found) is moved
