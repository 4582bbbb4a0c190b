#!/usr/bin/env python3
"""Make the pictures of the documentation from the sample documents.

    python docs/pictures.py

Needs Debian's chromium, libreoffice-writer and poppler-utils, and the development dependencies.
Writes docs/report-light.png, report-dark.png, report-narrow.png and working-copy.png.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from clausetrack import markup
from clausetrack.render import html

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
WIDE, NARROW = (1280, 800), (390, 800)

#: The change to show, and the page of the working copy where its Part begins.
CLAUSE = "clause-4.1.1-table-1"
WORDS = "Base Salary Scale"


def main() -> None:
    done = markup(CORPUS / "stca-2022-25.docx", CORPUS / "stca-2025-27-terms.txt")
    report = html.report(done.base, done.terms, done.instructions, done.applied, done.proof)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        page.write_bytes(report)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            picture(browser, page, "report-light", "light", WIDE)
            picture(browser, page, "report-dark", "dark", WIDE, CLAUSE)
            picture(browser, page, "report-narrow", "light", NARROW, "not-applied")
            browser.close()
        working_copy(done.docx, Path(folder))


def picture(
    browser: Browser, page: Path, name: str, scheme: str, size: tuple[int, int], anchor: str = ""
) -> None:
    """What a reader sees at one place of the report."""
    tab = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    tab.goto(page.as_uri())
    if anchor:
        tab.evaluate("name => document.getElementById(name).scrollIntoView()", anchor)
        tab.wait_for_timeout(300)
    shot = page.with_name(f"{name}.png")
    tab.screenshot(path=shot)
    save(shot, name)


def working_copy(data: bytes, folder: Path) -> None:
    """A page of the working copy as LibreOffice prints it, a note where a comment stands."""
    source = folder / "working-copy.docx"
    source.write_bytes(data)
    shown = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", shown, "--outdir", str(folder), str(source)],
        check=True, capture_output=True,
    )  # fmt: skip
    made = source.with_suffix(".pdf")
    text = subprocess.run(["pdftotext", "-layout", made, "-"], check=True, capture_output=True)
    pages = text.stdout.decode().split("\f")
    at = next(n for n, words in enumerate(pages, 1) if WORDS in words and "4.1" in words)
    subprocess.run(
        ["pdftoppm", "-png", "-r", "110", "-singlefile", "-f", str(at), made, folder / "page"],
        check=True,
    )
    save(folder / "page.png", "working-copy")


def save(shot: Path, name: str) -> None:
    """Write a picture with few colours: a tenth of the size, and no eye tells."""
    Image.open(shot).convert("RGB").quantize(128).save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
