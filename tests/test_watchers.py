"""Both ends of a link: what watches a figure that changed."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from click.testing import CliRunner
from documents import clause, document
from provision_samples import ptca, shipped, stca

from clausetrack.commands import main
from clausetrack.model import Document
from clausetrack.provisions.watchers import ordered, watched


def agreement(unit: str, name: str = "STCA", at: str = "4.3.2") -> Document:
    return document(clause(at, f"A unit is worth {unit} a year."), agreement=name)


def test_a_figure_that_changed_names_who_watches_it() -> None:
    (finding,) = watched(agreement("$5,000"), agreement("$5,200"), shipped())
    assert (finding.code, finding.severity, finding.clause) == (
        "figure-watched",
        "warning",
        "4.3.2",
    )
    assert "the unit value is now $5,200 (it was $5,000)" in finding.message
    assert "the PTCA 2025-27, item 3, watches it" in finding.message


def test_the_holders_own_figure_names_what_would_raise_it() -> None:
    old, new = (agreement(unit, "PTCA", "3.9") for unit in ("$4,500", "$4,600"))
    (finding,) = watched(old, new, shipped())
    assert "would raise it" in finding.message


def test_what_stays_or_is_elsewhere_is_no_news() -> None:
    assert not watched(agreement("$5,000"), agreement("$5,000"), shipped())
    assert not watched(agreement("$5,000", "XTCA"), agreement("$5,200", "XTCA"), shipped())
    assert not watched(agreement("$4,500", "PTCA", "3.9"), agreement("$5,000"), shipped())
    old, new = (agreement(unit, at="4.3.3") for unit in ("$5,000", "$5,200"))
    assert not watched(old, new, shipped())


def test_a_figure_that_is_gone_is_news_too() -> None:
    (finding,) = watched(agreement("$5,000"), agreement("as before"), shipped())
    assert "the unit value is stated no more (it was $5,000)" in finding.message


def test_a_figure_that_the_terms_set_and_nobody_wrote_into_the_text_is_told() -> None:
    new = agreement("$4,500", "PTCA", "3.9")
    (finding,) = ordered(ptca(), new, shipped())  # 4,500 is held; 4,600 and 4,700 are not
    assert "$4,600 from 28 January 2026, $4,700 from 28 January 2027" in finding.message
    assert "$4,500" not in finding.message
    assert "would raise it" in finding.message
    assert not ordered(stca("$5,500"), new, shipped())  # of another agreement


def test_markup_and_diff_tell_it(tmp_path: Path, corpus: Path) -> None:
    base, terms = corpus / "stca-2022-25.docx", corpus / "stca-2025-27-terms.txt"
    new, report = tmp_path / "new.xml", tmp_path / "report.json"
    args = ["markup", str(base), str(terms), "-o", str(new), "--report", str(report)]
    assert CliRunner().invoke(main, args).exit_code == 0
    codes = [one["code"] for one in json.loads(report.read_text("utf-8"))["findings"]]
    assert codes.count("figure-watched") == 1
    said = CliRunner().invoke(main, ["diff", str(base), str(new)]).stdout
    told = " ".join(said.split("Provisions that watch")[1].split())
    assert "the PTCA 2025-27, item 3, watches it" in told
    html = CliRunner().invoke(main, ["diff", str(base), str(new), "--format", "html"]).stdout
    assert "the PTCA 2025-27, item 3, watches it" in html.split('id="findings"')[1]


def test_a_tracked_comparison_tells_it_beside_the_file(tmp_path: Path, corpus: Path) -> None:
    """The file itself may go to the other side."""
    base, terms = corpus / "stca-2022-25.docx", corpus / "stca-2025-27-terms.txt"
    new, out = tmp_path / "new.xml", tmp_path / "out.docx"
    args = ["markup", str(base), str(terms), "-o", str(new)]
    assert CliRunner().invoke(main, args).exit_code == 0
    for more in ([], ["--exit-code"]):
        run = CliRunner().invoke(main, ["diff", str(base), str(new), "-o", str(out), *more])
        assert run.stdout == ""
        assert run.stderr.count("not in the Word file: 4.3.2: ") == 1
        assert "the PTCA 2025-27, item 3, watches it" in run.stderr
    with zipfile.ZipFile(out) as package:
        assert not [name for name in package.namelist() if "comments" in name]
        assert not [
            name for name in package.namelist() if b"PTCA 2025-27, item 3" in package.read(name)
        ]
    same = CliRunner().invoke(main, ["diff", str(base), str(base), "-o", str(out)])
    assert same.stderr == ""
