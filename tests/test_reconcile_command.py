"""The command `reconcile` and its outputs, and `markup` with a tracked agreement."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePath
from typing import Any

import pytest
from click.testing import CliRunner
from test_reconcile import BASE, NEW, TERMS

from clausetrack import markup, reconcile
from clausetrack.commands import main
from clausetrack.comparison import tracked
from clausetrack.ingest import read, read_tracked
from clausetrack.ooxml.names import make, paragraphs, w
from clausetrack.ooxml.package import open_package, save, to_bytes
from clausetrack.ooxml.text import paragraph_text
from clausetrack.render.reconcile_terminal import reconciliation


def theirs(old: str = BASE, new: str = NEW) -> bytes:
    return tracked(old.encode(), new.encode(), author="R. Rua")[0]


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    """Base, terms and a tracked agreement with a silent edit and a wrong figure."""
    silent = "rarely by a visitor"
    made = theirs(
        BASE.replace("never by a visitor", silent),
        NEW.replace("never by a visitor", silent).replace("$5,500", "$5,400"),
    )
    for name, data in (("base.txt", BASE.encode()), ("terms.txt", TERMS.encode()),
                       ("theirs.docx", made)):  # fmt: skip
        (tmp_path / name).write_bytes(data)
    return str(tmp_path / "base.txt"), str(tmp_path / "terms.txt"), str(tmp_path / "theirs.docx")


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result.stdout


# --------------------------------------------------------------------------------- the command


def test_json_has_each_difference_with_its_words_and_its_place(
    files: tuple[str, str, str],
) -> None:
    found: dict[str, Any] = json.loads(run("reconcile", *files, "--json"))
    assert next(iter(found)) == "schema"
    assert found["schema"] == "clausetrack/reconcile/1"
    assert found["counts"] == {"silent": 1, "not-ordered": 0, "absent": 0, "different": 1,
                               "unverified": 1, "agreed": 3}  # fmt: skip
    silent, different, check, *_ = found["differences"]
    assert (silent["kind"], silent["clause"], silent["amendment"]) == ("silent", "2.2.1", None)
    assert silent["ours"].endswith("never by a visitor.")
    assert silent["theirs"].endswith("rarely by a visitor.")
    assert silent["tracked"] == []
    assert (different["kind"], different["clause"]) == ("different", "2.1.2")
    assert (different["amendment"], different["item"]) == ("1#1", "1")
    (edit,) = different["edits"]
    assert (edit["clause"], edit["old"], edit["new"]) == ("2.1.2", "$5,500", "$5,400")
    assert different["ours"][edit["start"] :].startswith("$5,500")
    assert {mark["author"] for mark in different["tracked"]} == {"R. Rua"}
    place = different["source"]
    assert (place["file"], type(place["paragraph"])) == ("theirs.docx", int)
    assert (check["kind"], check["clause"]) == ("unverified", "2.1.3")


def test_the_terminal_tells_the_gravest_first_and_counts_all(files: tuple[str, str, str]) -> None:
    said = run("reconcile", *files)
    titles = re.findall(r"^(\S.*?): \d+  \(", said, re.M)
    assert titles == [
        "Silent edits",
        "Ordered, and done differently",
        "For a person to check",
        "Agreed",
    ]
    assert "[-never-]{+rarely+}" in said
    assert "[-$5,500-]{+$5,400+}" in said
    assert "1 silent, 0 not-ordered, 0 absent, 1 different, 1 unverified, 3 agreed" in said


GLASS = """1. Glass

If the board agrees, amend clause 2.1.3 as follows:

2.1.3 A keeper cleans the glass of the upper light on each Monday.
"""


def test_what_a_person_is_to_check_stands_with_the_wording_that_was_ordered(tmp_path: Path) -> None:
    terms = TERMS.partition("1. Lamps")[0] + GLASS
    mine = BASE.replace("once in each week of the winter", "on each Monday")
    paths = [tmp_path / name for name in ("base.txt", "terms.txt", "theirs.docx")]
    for path, data in zip(paths, (BASE.encode(), terms.encode(), theirs(BASE, mine)), strict=True):
        path.write_bytes(data)
    printed = run("reconcile", *map(str, paths))
    quoted = (
        "amend clause 2.1.3 as follows:”\n"
        "        2.1.3 A keeper cleans the glass of the upper light on each Monday.\n"
    )
    assert quoted in printed
    (check,) = json.loads(run("reconcile", *map(str, paths), "--json"))["differences"]
    assert (check["kind"], check["clause"]) == ("unverified", "2.1.3")
    assert check["wording"].endswith("on each Monday.")
    untouched = theirs(BASE, BASE.replace("$52,000", "$53,000"))
    paths[2].write_bytes(untouched)
    assert quoted in run("reconcile", *map(str, paths))  # where nothing is tracked there, too


def test_ordered_words_that_are_shown_are_not_quoted_again(files: tuple[str, str, str]) -> None:
    assert run("reconcile", *files).count("Each lamp is worth") == 1


def test_the_exit_code_tells_only_where_it_is_asked_to(
    files: tuple[str, str, str], tmp_path: Path
) -> None:
    run("reconcile", *files, "--exit-code", code=1)
    terms = tmp_path / "few.txt"
    terms.write_text(TERMS.partition("5. Glass")[0], "utf-8")
    honest = tmp_path / "honest.docx"
    kept = NEW.replace("every week in winter", "once in each week of the winter")
    honest.write_bytes(theirs(new=kept))
    run("reconcile", files[0], str(terms), str(honest), "--exit-code")


def test_two_sources_cannot_be_standard_input() -> None:
    result = CliRunner().invoke(main, ["reconcile", "-", "-", "x.docx"])
    assert result.exit_code == 2


def test_what_no_screen_may_obey_is_made_visible(tmp_path: Path) -> None:
    bad = BASE.replace("never by", "never\u202e by")
    (tmp_path / "base.txt").write_text(BASE, "utf-8")
    (tmp_path / "terms.txt").write_text(TERMS, "utf-8")
    (tmp_path / "theirs.docx").write_bytes(theirs(bad, bad))
    names = (str(tmp_path / name) for name in ("base.txt", "terms.txt", "theirs.docx"))
    assert "\u202e" not in run("reconcile", *names)


# ------------------------------------------------------------------------ outside the clauses


def test_a_page_header_that_changed_silently_is_told(corpus: Path) -> None:
    base = (corpus / "stca-2022-25.docx").read_bytes()
    terms = (corpus / "stca-2025-27-terms.txt").read_bytes()
    ours = markup(base, terms)
    honest = ours.docx
    package = open_package(honest, "x.docx")
    (part,) = (name for name, kind in package.stories().items() if kind == "header")
    header = package.parts[part].replace(b"2022", b"2021")
    result = reconcile(base, terms, save(package.changed({part: header})))
    (one,) = result.of("silent")
    assert (one.clause, one.reason, one.what) == ("", "in the page header", "changed")
    assert f"    {PurePath(part).stem}, paragraph 1\n" in reconciliation(result)
    same = reconcile(base, terms, honest)
    kinds = {"absent": {"8#1"}, "unverified": {"17#1"}}
    for kind in ("silent", "not-ordered", "absent", "different", "unverified"):
        assert {found.amendment for found in same.of(kind)} == kinds.get(kind, set())
    # references to what was ordered out stand in theirs as in ours; and the file has our comments
    stale = [one for one in ours.applied.findings if one.code.startswith("reference-")]
    told = [(one.code, one.clause) for one in same.findings]
    assert told == [("text-left-out", ""), *((one.code, one.clause) for one in stale)]
    assert ("reference-unresolved", "6.2.9") in told


def test_words_struck_out_by_their_format_alone_are_said(corpus: Path) -> None:
    base = (corpus / "stca-2022-25.docx").read_bytes()
    terms = (corpus / "stca-2025-27-terms.txt").read_bytes()
    package = open_package(markup(base, terms).docx, "x.docx")
    words = b"Consultation does not require agreement."
    text = package.parts[package.document]
    assert text.count(words) == 1
    apart = (b'</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>' + words
             + b'</w:t></w:r><w:r><w:t xml:space="preserve">')  # fmt: skip
    theirs = save(package.changed({package.document: text.replace(words, apart)}))
    (one,) = reconcile(base, terms, theirs).of("silent")
    assert words.decode() in one.theirs
    assert one.reason == (
        f"in theirs alone, “{words.decode()}” is struck out by its format alone, "
        "and is read as part of the text"
    )
    silent = reconcile(theirs, terms, theirs).of("silent")
    assert not [each for each in silent if "struck out" in each.reason]


def test_an_end_of_a_paragraph_that_was_deleted_is_told_with_who_did_it(tmp_path: Path) -> None:
    package = open_package(theirs(BASE, BASE), "x.docx")
    root = package.xml(package.document)
    (before,) = [one for one in paragraphs(root) if "sounded by the keeper" in paragraph_text(one)]
    settings = before.find(w("pPr"))
    assert settings is not None
    marks = settings.find(w("rPr"))
    if marks is None:
        marks = make("rPr")
        settings.append(marks)
    marks.insert(0, make("del", id="901", author="S. Strand", date="2026-03-02T00:00:00Z"))
    paths = [tmp_path / name for name in ("base.txt", "terms.txt", "theirs.docx")]
    joined = save(package.changed({package.document: to_bytes(root)}))
    for path, data in zip(paths, (BASE.encode(), TERMS.encode(), joined), strict=True):
        path.write_bytes(data)
    result = reconcile(*paths)
    (one,) = result.of("not-ordered")
    assert (one.what, one.clause) == ("joined", "2.2.1")
    assert [(mark.kind, mark.author) for mark in one.marks] == [("deleted", "S. Strand")]
    assert "tracked by S. Strand 2026-03-02" in run("reconcile", *map(str, paths))


def test_pages_come_from_where_word_broke_them_last() -> None:
    package = open_package(theirs(), "x.docx")
    root = package.xml(package.document)
    run_of_text = list(paragraphs(root))[6].find(w("r"))
    assert run_of_text is not None
    run_of_text.insert(0, make("lastRenderedPageBreak"))
    paged = save(package.changed({package.document: to_bytes(root)}))
    _, accepted = read_tracked(paged, "x.docx")
    pages = [clause.source.page for clause in accepted.clauses]
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert set(pages) == {1, 2}
    assert {clause.source.page for clause in read(paged, "x.docx").clauses} == {None}


# ---------------------------------------------------------------------------- markup --tracked


def test_wording_is_taken_from_the_tracked_agreement_and_said_to_be() -> None:
    alone = markup(BASE.encode(), TERMS.encode())
    assert alone.applied.outcomes[-1].status == "needs-wording"
    result = markup(BASE.encode(), TERMS.encode(), tracked=theirs(), tracked_name="theirs.docx")
    last = result.applied.outcomes[-1]
    assert last.status == "applied-from-tracked"
    assert re.search(r"theirs\.docx, paragraph \d+", last.reason)
    assert [(one.clause, one.op) for one in last.operations] == [("2.1.3", "substitution")]
    assert result.applied.document.body["2.1.3"].own_text.endswith("every week in winter.")
    assert result.proof.holds
    assert {outcome.status for outcome in result.applied.outcomes[:-1]} == {"applied"}
    said = [left.text for left in read(result.docx, "x.docx").left_out if "comment" in left.why]
    assert any("tracked agreement, not of the terms" in text for text in said)


def test_what_theirs_changed_silently_is_not_taken() -> None:
    silent = "the lower light once"
    new = NEW.replace("the upper light", "the lower light")
    made = theirs(BASE.replace("the upper light once", silent), new)
    result = markup(BASE.encode(), TERMS.encode(), tracked=made)
    last = result.applied.outcomes[-1]
    assert last.status == "needs-wording"
    assert "not taken" in last.reason
    assert "2.1.3" in last.reason
    assert "2.1.3" not in {one.clause for o in result.applied.outcomes for one in o.operations}


def test_nothing_is_taken_where_nothing_is_tracked() -> None:
    kept = NEW.replace("every week in winter", "once in each week of the winter")
    result = markup(BASE.encode(), TERMS.encode(), tracked=theirs(new=kept))
    last = result.applied.outcomes[-1]
    assert (last.status, "no tracked change in 2.1.3" in last.reason) == ("needs-wording", True)


def test_what_another_instruction_changes_too_is_not_taken() -> None:
    both = TERMS.replace("Amend clause 2.1.3 so that", "Amend clause 2.1 so that")
    result = markup(BASE.encode(), both.encode(), tracked=theirs())
    statuses = [outcome.status for outcome in result.applied.outcomes]
    assert statuses == ["applied"] * 4 + ["needs-wording"]
    assert "not taken" in result.applied.outcomes[-1].reason


def test_a_new_clause_is_taken_whole() -> None:
    terms = TERMS.replace(
        "Amend clause 2.1.3 so that it is easier to follow.", "Insert a new clause 2.3 on dogs."
    )
    kept = NEW.replace("every week in winter", "once in each week of the winter").rstrip()
    more = f"{kept}\n\n2.3 Dogs\n\n2.3.1 A keeper may have one dog.\n"
    result = markup(BASE.encode(), terms.encode(), tracked=theirs(new=more))
    last = result.applied.outcomes[-1]
    assert last.status == "applied-from-tracked"
    assert [(one.clause, one.op) for one in last.operations] == [
        ("2.3", "insertion"),
        ("2.3.1", "insertion"),
    ]
    assert result.proof.holds


def test_the_command_says_where_wording_came_from(
    files: tuple[str, str, str], tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    page = tmp_path / "schedule.html"
    said = run("markup", files[0], files[1], "--tracked", files[2], "--report", str(report),
               "-o", str(page), "--strict")  # fmt: skip
    assert "applied-from-tracked   1" in said
    assert "theirs.docx, paragraph" in said
    found = json.loads(report.read_text("utf-8"))
    assert found["outcomes"][-1]["status"] == "applied-from-tracked"
    assert all(found["proof"][name] for name in found["proof"] if name != "failures")
    assert "applied-from-tracked" in page.read_text("utf-8")


def test_the_grid_that_is_left_of_a_table_taken_back_is_no_table() -> None:
    glass = "2.1.3 A keeper cleans the glass"
    assert NEW.count(glass) == 1
    raised = NEW.replace(glass, "Step\tGroup\tRates\n1\tA\t$60\n2\tB\t$70\n\n" + glass)
    package = open_package(theirs(BASE, raised))
    (part,) = (name for name, kind in package.stories().items() if kind == "document")
    root = package.xml(part)
    marked = root.findall(f".//{w('trPr')}/{w('ins')}")
    for mark in marked:  # as LibreOffice saves them: the cells put in, the row not
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    assert marked
    made = save(package.changed({part: to_bytes(root)}))
    found = [one for one in reconcile(BASE.encode(), TERMS.encode(), made).differences
             if "table" in one.clause]  # fmt: skip
    assert [(one.kind, one.clause, one.what) for one in found] == [
        ("not-ordered", "2.1.2 table 1", "inserted")
    ]
