"""A table of contents that we made names the headings as they are once changes are accepted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from clausetrack.commands import main
from clausetrack.markup import markup
from clausetrack.ooxml.names import w
from clausetrack.ooxml.package import open_package
from clausetrack.ooxml.text import paragraph_text

BASE = """Heath Farms Collective Agreement 2023–2025

1 Fences

1.1 A fence is mended in spring.

2 Gates

2.1 A gate is shut.

3 Ditches

3.1 A ditch is dug.
"""
TERMS = """Terms of settlement

Heath Farms Collective Agreement 2025–2027

1. Amend the heading of clause 2 to “Stiles”.

2. Delete clause 3.
"""


@pytest.mark.parametrize(
    ("command", "wanted"),
    [("accept", ["Fences", "Stiles"]), ("reject", ["Fences", "Gates", "Ditches"])],
)
def test_the_contents_name_the_headings_that_stand(
    tmp_path: Path, command: str, wanted: list[str]
) -> None:
    working, clean = tmp_path / "working.docx", tmp_path / "clean.docx"
    working.write_bytes(markup(BASE.encode(), TERMS.encode()).docx)
    done = CliRunner().invoke(main, [command, str(working), "-o", str(clean)])
    assert done.exit_code == 0
    package = open_package(clean.read_bytes())
    paragraphs = package.xml(package.document).iter(w("p"))
    entries = [
        paragraph_text(one)
        for one in paragraphs
        if any(re.fullmatch(r"TOC\d", style.get(w("val")) or "") for style in one.iter(w("pStyle")))
    ]
    assert [re.sub(r"[\d\t ]", "", entry) for entry in entries] == wanted
