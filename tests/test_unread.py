"""What nobody read of two documents is told, and is no agreement between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pdf_pages import Text, assembled
from test_diff_beside import made
from test_diff_unseen import png
from word_samples import paragraph, parts, zipped

from clausetrack.commands import main
from clausetrack.comparison import compared, tracked
from clausetrack.ingest import read
from clausetrack.model import Finding
from clausetrack.reconciliation import reconciled
from clausetrack.xmlio import to_xml

LINES = ("Slip Works Collective Agreement 2024", "1 Coverage", "1.1 It covers 21 deckhands.")
TERMS = b"""Terms of Settlement

1. Amend clause 1.1 by replacing "21" with "22".
"""
RED, BLUE = b"\xff\0\0", b"\0\0\xff"
_AFCHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"


def holding(other: bytes | None, lines: tuple[str, ...] = LINES) -> bytes:
    """A Word file in which another document stands; None for none."""
    content = parts("".join(map(paragraph, lines)) + '<w:altChunk r:id="rId9"/>' * bool(other))
    if other:
        links = "word/_rels/document.xml.rels"
        link = f'<Relationship Id="rId9" Type="{_AFCHUNK}" Target="more.html"/></Relationships>'
        content[links] = content[links].replace(b"</Relationships>", link.encode())
        content["word/more.html"] = other
    return zipped(content)


def printed(*shown: tuple[int, bytes], pages: int = 2, lines: tuple[str, ...] = LINES) -> bytes:
    """A PDF with its text on the first page, pictures of one colour, and other words on the rest.

    Each picture has the number of its page, and is all that a page of its own holds after the
    `pages`.
    """
    total = max(pages, *(page for page, _ in shown)) if shown else pages
    first = 4 + 2 * total
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 "
               b"/Encoding /WinAnsiEncoding /BaseFont /Helvetica >>"]  # fmt: skip
    for at in range(1, total + 1):
        here = [nth for nth, (page, _) in enumerate(shown) if page == at]
        words = lines if at == 1 else (f"1.{at} The slip number {at} is closed on Sundays.",)
        body = b"".join(Text(72, 700 - 40 * nth, words[nth]).operators()
                        for nth in range(len(words) if at <= pages else 0))  # fmt: skip
        size = 60 if at <= pages else 590
        body += b"".join(b"q %d 0 0 %d 2 %d cm /P%d Do Q\n" % (size, size, 2 + 70 * nth, nth)
                         for nth in here)  # fmt: skip
        held = b" ".join(b"/P%d %d 0 R" % (nth, first + nth) for nth in here)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources "
            b"<< /Font << /F0 3 0 R >> /XObject << %b >> >> >>" % (3 + 2 * at, held),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body),
        ]
    kids = b" ".join(b"%d 0 R" % (2 + 2 * at) for at in range(1, total + 1))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, total)
    objects += [
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB "
        b"/BitsPerComponent 8 /Length 3 >>\nstream\n%b\nendstream" % colour for _, colour in shown
    ]  # fmt: skip
    return assembled(objects)


def unread(old: bytes, new: bytes, kind: str) -> list[tuple[str, str]]:
    """The codes of what was not read and the sides that hold it; no clause changed."""
    found = compared(old, new, f"a.{kind}", f"b.{kind}")
    assert not found.changes
    told = [one for one in found.findings if one.code.endswith("-unread")]
    assert found.differs == bool(told)
    return [(one.code, side(one)) for one in told]


def side(one: Finding) -> str:
    return " ".join(name for name in ("a.", "b.") if f"({name}" in one.message)


def test_a_page_without_text_is_told_of_either_side_and_counts_as_a_difference() -> None:
    plain, scanned = printed(), printed((3, RED))
    assert unread(plain, scanned, "pdf") == [("page-unread", "b.")]
    assert unread(scanned, plain, "pdf") == [("page-unread", "a.")]
    assert unread(scanned, printed((3, BLUE)), "pdf") == [
        ("page-unread", "a."),
        ("page-unread", "b."),
    ]
    assert unread(plain, plain, "pdf") == []
    assert unread(scanned, scanned, "pdf") == []


def test_the_same_page_without_text_in_another_file_is_no_difference() -> None:
    other = LINES[0], LINES[1], "1.1 It covers 22 deckhands."
    found = compared(printed((3, RED)), printed((3, RED), lines=other), "a.pdf", "b.pdf")
    assert [(one.kind, one.new_id) for one in found.changes] == [("changed", "1.1")]
    assert not found.findings


def test_another_document_in_a_word_file_is_told_unless_it_is_the_same() -> None:
    assert unread(holding(b"<p>Oil.</p>"), holding(b"<p>Tar.</p>"), "docx") == [
        ("part-unread", "a."),
        ("part-unread", "b."),
    ]
    assert unread(holding(None), holding(b"<p>Tar.</p>"), "docx") == [("part-unread", "b.")]
    other = (*LINES, "1.2 It runs to May.")
    found = compared(holding(b"<p>Tar.</p>"), holding(b"<p>Tar.</p>", other), "a.docx", "b.docx")
    assert len(found.changes) == 1
    assert not found.findings


def test_what_was_not_read_is_told_of_stored_documents_too() -> None:
    stored = [to_xml(read(holding(other), "x.docx")) for other in (None, b"<p>Tar.</p>")]
    assert [one.code for one in compared(stored[0], stored[1]).findings] == ["part-unread"]
    assert not compared(stored[0], stored[0]).findings


def test_every_output_says_what_was_not_read(tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    old.write_bytes(printed())
    new.write_bytes(printed((3, RED)))
    words = "page 3 has no text layer"
    for form in ("text", "json", "html"):
        given = ["diff", str(old), str(new), "--exit-code", "--format", form]
        result = CliRunner().invoke(main, given)
        assert result.exit_code == 1
        assert words in " ".join(result.output.split())
        assert "no changes\n" not in result.output
        assert "read the same" not in result.output
    for more in ("--all", "--exit-code"):
        given = ["diff", str(old), str(new), "-o", str(tmp_path / "out.docx"), more]
        result = CliRunner().invoke(main, given)
        assert words in result.output
    assert [one.code for one in tracked(old.read_bytes(), new.read_bytes())[1]] == [
        "page-unread"
    ]


@pytest.mark.parametrize("base", [True, False])
def test_a_reconciliation_tells_what_was_not_read_of_ours_and_theirs(base: bool) -> None:
    theirs = tuple(line.replace("21", "22") for line in LINES)
    sides = [(b"<p>Tar.</p>" if base else None), (None if base else b"<p>Tar.</p>")]
    found = reconciled(holding(sides[0]), TERMS, holding(sides[1]), "b.docx", "t.txt", "c.docx")
    (one,) = (each for each in found.findings if each.code == "part-unread")
    assert ("our base (b.docx)" if base else "theirs (c.docx)") in one.message
    assert found.differs
    same = reconciled(holding(b"x"), TERMS, holding(b"x", theirs), "b.docx", "t.txt", "c.docx")
    assert "part-unread" not in {each.code for each in same.findings}


def test_a_page_of_the_terms_that_was_not_read_is_told() -> None:
    lines = ("Terms of Settlement", "1. Amend clause 1.1 by replacing “21” with “22”.")
    base = holding(None)
    for terms, codes in ((printed(lines=lines), []), (printed((3, RED), lines=lines), ["terms"])):
        found = reconciled(base, terms, base, "b.docx", "t.pdf", "c.docx")
        told = [one for one in found.findings if one.code == "page-unread"]
        assert [one.message.split()[4] for one in told] == codes


# ------------------------------------------------------------------------------------- pictures


def test_pictures_of_two_pdfs_that_are_not_the_same_are_told_once() -> None:
    one, other = printed((1, RED), (2, RED)), printed((1, RED), (2, BLUE))
    assert unread(one, other, "pdf") == [("picture-unread", "a. b.")]
    assert unread(one, printed((1, RED)), "pdf") == [("picture-unread", "a.")]
    assert unread(printed(), printed((1, RED)), "pdf") == [("picture-unread", "b.")]
    assert unread(one, printed((2, RED), (1, RED)), "pdf") == []


def test_a_picture_on_every_page_says_nothing_by_their_number() -> None:
    three, four = (printed(*((at, RED) for at in range(1, total + 1)), pages=4)
                   for total in (3, 4))  # fmt: skip
    assert unread(three, four, "pdf") == []


def test_pictures_of_files_of_different_formats_are_told() -> None:
    word = made(png(b"\0" + RED), b"")
    text = b"Slip Works Collective Agreement\n\n1 Limits\n\n1.1 The yard is as shown on\n\n"
    text += b"1.2 The yard is as shown on\n"
    for old, new in ((word, text), (text, word)):
        codes = [one.code for one in compared(old, new, "a", "b").findings]
        assert codes.count("picture-unread") == 1
    bare = made(b"", b"")
    assert "picture-unread" not in [one.code for one in compared(bare, text).findings]
