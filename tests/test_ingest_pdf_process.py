"""The processes that read a PDF: what they refuse, and that their number is no matter."""

from __future__ import annotations

import pytest
from pdf_pages import Text, assembled, pdf

from clausetrack.errors import UnreadableInput
from clausetrack.ingest import pdf as reader


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableInput) as found:
        reader.read(data, "made.pdf")
    message = str(found.value)
    assert "\n" not in message
    return message


def test_pages_without_text_are_refused_with_their_numbers() -> None:
    assert refused(pdf([[], [], []])) == (
        "made.pdf has no text layer on pages 1-3; run ocrmypdf first"
    )


@pytest.mark.parametrize("keep", [9, 200, 700])
def test_a_truncated_file_is_refused(keep: int) -> None:
    assert "damaged" in refused(pdf([[Text(60, 780, "4.1 Breaks")]])[:keep])


def test_an_encrypted_file_is_refused_as_such() -> None:
    keys = b"/O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 " + keys + b" >>"
    plain_file = pdf([[Text(60, 780, "4.1 Breaks")]])
    locked = plain_file.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] " + lock)
    assert "is encrypted" in refused(locked)


def test_content_that_unfolds_without_end_is_refused() -> None:
    """Each form draws the one after it ten times: ten to the twelfth words from three kilobytes."""
    body = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for number in range(6, 18):
        drawn = b"/X Do " * 10 if number < 17 else b"BT /F0 10 Tf (x) Tj ET "
        body.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length %d /Resources "
            b"<< /XObject << /X %d 0 R >> >> >>\nstream\n"
            % (len(drawn), number)
            + drawn
            + b"\nendstream"
        )
    assert "more time or memory" in refused(assembled(body))


def test_more_pages_than_any_agreement_has_are_refused() -> None:
    many = assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [" + b"3 0 R " * 20_000 + b"] /Count 20000 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )
    assert "20000 pages" in refused(many)


def test_the_same_bytes_read_alike_on_one_core_and_on_many(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(
        [[Text(60, 780, f"{number}.1 The depot pays for breaks.")] for number in range(1, 60)]
    )
    monkeypatch.setattr("clausetrack.ingest.pdf.process._cores", lambda: 2)
    several = reader.read(data, "made.pdf")
    monkeypatch.setattr("clausetrack.ingest.pdf.process._cores", lambda: 1)
    assert reader.read(data, "made.pdf") == several
    assert several.lines[-1].text.startswith("59.1")
