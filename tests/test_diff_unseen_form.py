"""What changes over or before words that stay: the headings of columns, and numbers for bullets."""

from __future__ import annotations

import pytest
from word_samples import cell, paragraph, row, table, word

from clausetrack.comparison import compared
from clausetrack.diff.changes import Change

TOP = ("Slip Works Collective Agreement", "1 Rates", "1.1 The rates are:")


def rates(*heads: tuple[str, int]) -> bytes:
    spans = (cell(text, properties=f'<w:gridSpan w:val="{span}"/>') for text, span in heads)
    return word(*TOP, table(row(*spans), row("A", "$1", "$2", "$3"), columns=4))


def page(*heads: tuple[str, int]) -> bytes:
    cells = "".join(f"<td colspan={span}>{text}</td>" for text, span in heads)
    body = "".join(f"<td>{text}</td>" for text in ("A", "$1", "$2", "$3"))
    lines = "".join(f"<p>{line}</p>" for line in TOP)
    return f"{lines}<table><tr>{cells}</tr><tr>{body}</tr></table>".encode()


def changes(old: bytes, new: bytes, kind: str = "docx") -> tuple[Change, ...]:
    return compared(old, new, f"old.{kind}", f"new.{kind}").changes


@pytest.mark.parametrize(("made", "kind"), [(rates, "docx"), (page, "html")])
def test_a_column_that_came_under_another_heading_is_a_change(made: object, kind: str) -> None:
    assert callable(made)
    old = made(("Grade", 1), ("Weekly", 2), ("Hourly", 1))
    new = made(("Grade", 1), ("Weekly", 1), ("Hourly", 2))
    (one,) = changes(old, new, kind)  # $2 was weekly, and is hourly
    assert (one.kind, one.new_id, one.slight) == ("changed", "1.1 table 1", False)
    (edit,) = one.edits
    assert (edit.op, edit.old, edit.new, edit.part) == ("replace", "Weekly", "Hourly", "cell")
    assert (edit.row, edit.column) == ("Grade", "Hourly")
    assert changes(old, old, kind) == ()


NUMBERS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def listed(style: str, text: str) -> bytes:
    items = (
        paragraph(one).replace(
            "<w:p>",
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
        )
        for one in ("a torch", "a knife")
    )
    return word("Slip Works Collective Agreement", "1 Gear", "1.1 The crew shall carry:", *items,
                numbering=NUMBERS.format(style, text))  # fmt: skip


def test_bullets_that_took_numbers_are_renumbered() -> None:
    bullets, numbers = listed("bullet", "•"), listed("decimal", "(%1)")
    told = [(one.kind, one.old_id, one.new_id) for one in changes(bullets, numbers)]
    assert told == [
        ("renumbered", "1.1 bullet 1", "1.1(1)"),
        ("renumbered", "1.1 bullet 2", "1.1(2)"),
    ]
    back = [(one.kind, one.old_id, one.new_id) for one in changes(numbers, bullets)]
    assert back == [(kind, new, old) for kind, old, new in told]
    assert changes(bullets, bullets) == changes(numbers, numbers) == ()


def test_words_that_markdown_strikes_out_are_struck_out_by_their_format() -> None:
    top = "Slip Works Collective Agreement\n\n1. Decks\n"
    plain, struck = (f"{top}1.1 The mate shall {word} smoke.\n1.2 Tide is ~ 3 m, or ~~.\n".encode()
                     for word in ("not", "~~not~~"))  # fmt: skip
    found = compared(plain, struck, "old.md", "new.md")
    assert found.changes == ()
    assert [(one.code, one.clause, one.quote) for one in found.findings] == [
        ("text-struck-out", "1.1", "not")
    ]
    assert not compared(struck, struck, "old.md", "new.md").differs
