"""The review report as PDF: its text, and what is said where the extra is missing."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pdfplumber
import pytest
from click.testing import CliRunner
from test_commands_reading import AGREEMENT, TERMS
from test_render_html import made

from clausetrack.commands import main
from clausetrack.render.pdf import pdf


def test_the_pdf_holds_the_report_and_fetches_nothing() -> None:
    pytest.importorskip("weasyprint", reason="the extra pdf is not installed")
    data = pdf(made())
    assert data == pdf(made())
    with pdfplumber.open(io.BytesIO(data)) as read:
        text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert "Example Teachers’ Collective Agreement" in text
    assert "What was not applied, and why" in text
    assert "The base has no clause 9.9." in text
    assert "A unit is worth $5,000$5,500 a year." in text.replace("$5,000 $5,500", "$5,000$5,500")
    with pdfplumber.open(io.BytesIO(data)) as read:
        drawn = [char for char in read.pages[0].chars if char["text"].strip()]
    largest = max(char["size"] for char in drawn)
    title = "".join(char["text"] for char in drawn if char["size"] == largest)
    assert title.startswith("ExampleTeachers")
    assert "[inserted" not in text  # said to a screen reader, not printed
    assert "Side by side" not in text


def test_what_a_page_might_refer_to_is_not_fetched(caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("weasyprint", reason="the extra pdf is not installed")
    for address in ("http://127.0.0.1/x.png", "file:///etc/hostname", "data:image/png,x"):
        caplog.clear()
        pdf(f"<h1>Pay</h1><img src='{address}'>".encode())
        assert "disallowed protocol" in caplog.text


def test_markup_writes_its_report_as_pdf(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="the extra pdf is not installed")
    (tmp_path / "base.txt").write_text(AGREEMENT, "utf-8")
    (tmp_path / "terms.txt").write_text(TERMS, "utf-8")
    names = [str(tmp_path / name) for name in ("base.txt", "terms.txt", "report.pdf")]
    done = CliRunner().invoke(main, ["markup", *names[:2], "-o", names[2]])
    assert done.exit_code == 0, done.output
    with pdfplumber.open(tmp_path / "report.pdf") as read:
        text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    assert "Example Teachers’ Collective Agreement" in text


def test_without_the_extra_the_error_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "old.txt").write_text("1 Pay\n\n1.1 It is $5.\n")
    (folder / "new.txt").write_text("1 Pay\n\n1.1 None.\n")
    arguments = ["diff", str(folder / "old.txt"), str(folder / "new.txt"),
                 "-o", str(folder / "out.pdf")]  # fmt: skip
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert "extra `pdf`" in done.output
    assert not (folder / "out.pdf").exists()
