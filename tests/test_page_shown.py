"""What two web pages show outside their clauses is held against each other."""

from __future__ import annotations

import pytest

from clausetrack.comparison import compared
from clausetrack.model import Finding


def page(more: str, style: str = "") -> bytes:
    return (
        f"<html><head><style>{style}</style></head><body><h1>Slip Works Collective Agreement</h1>"
        "<h2>1 Pay</h2><p>1.1 The owner pays each deckhand of the slip by the week.</p>"
        f"{more}<h2>2 Leave</h2><p>2.1 It is four weeks in each year of service.</p></body></html>"
    ).encode()


def found(old: bytes, new: bytes) -> list[Finding]:
    result = compared(old, new, "a.html", "b.html")
    assert not result.changes
    assert result.differs == bool(result.findings)
    return list(result.findings)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<aside>Pay $1</aside>", "<aside>Pay $2</aside>", "beside the main content"),
        ("<nav>Pay $1</nav>", "<nav>Pay $2</nav>", "in the navigation"),
        ("<footer>Pay $1</footer>", "<footer>Pay $2</footer>", "in the page footer"),
        ("<textarea>Pay $1</textarea>", "<textarea>Pay $2</textarea>", "in a form"),
        ("<noscript>Pay $1</noscript>", "<noscript>Pay $2</noscript>",
         "shown only where scripts are off"),
        ("<svg><text>Pay $1</text></svg>", "<svg><text>Pay $2</text></svg>", "in a picture"),
        ('<input value="Pay $1">', '<input value="Pay $2">', "in a field of the page"),
        ("<select><option>Pay $1<option>Pay $2</select>",
         "<select><option>Pay $1<option selected>Pay $2</select>", "in a field of the page"),
        ('<iframe srcdoc="Pay $1"></iframe>', '<iframe srcdoc="Pay $2"></iframe>',
         "in another page that the page shows"),
    ],
)  # fmt: skip
def test_text_outside_the_clauses_of_pages(old: str, new: str, said: str) -> None:
    (one,) = found(page(old), page(new))
    assert (one.code, one.message) == (
        "outside-changed",
        f"{said}, changed: “Pay $1” → “Pay $2”",
    )
    assert found(page(old), page(old + " ")) == []


def test_boxes_style_sheets_and_pictures() -> None:
    ticked, empty = (page(f"<input type=checkbox {said}>") for said in ("checked", ""))
    (one,) = found(ticked, empty)
    assert one.message == "in a field of the page, changed: “☒” → “☐”"
    old, new = (page("", f'p::after{{content: "plus ${at}"}} li::before{{content:"\\2022"}}')
                for at in (4, 5))  # fmt: skip
    (one,) = found(old, new)
    assert one.message == "printed by the style sheet, changed: “plus $4” → “plus $5”"
    old, new, folder = (page(f'<p><img src="{name}" alt="the yard"></p>')
                        for name in ("a.png", "b.png", "Saved page_files/a.png"))  # fmt: skip
    (one,) = found(old, new)
    assert one.message == "a picture, changed: “the yard (a.png)” → “the yard (b.png)”"
    assert found(old, folder) == []


def test_what_no_reader_sees_is_no_text_of_a_field() -> None:
    old, new = (page(f'<input type=hidden value="{at}">') for at in (1, 2))
    assert found(old, new) == []


def test_a_menu_that_is_all_another_is_told_in_few_words() -> None:
    old, new = (
        page("".join(f"<nav>{kind} {at}</nav><nav>Same {at}</nav>" for at in range(8)))
        for kind in ("Read", "See")
    )
    told = [one.message for one in found(old, new)]
    assert len(told) == 4
    assert told[-1] == "in the navigation, 5 more passages that differ"


def test_a_picture_of_a_page_is_not_compared_with_another_format() -> None:
    text = b"Slip Works Collective Agreement\n\n1 Pay\n\n1.1 The owner pays each deckhand of the "
    text += b"slip by the week.\n\n2 Leave\n\n2.1 It is four weeks in each year of service.\n"
    shown, bare = page('<p><img src="a.png"></p>'), page("")
    told = [[one.code for one in compared(one, text, "a.html", "b.txt").findings]
            for one in (shown, bare)]  # fmt: skip
    assert ["picture-unread" in codes for codes in told] == [True, False]
