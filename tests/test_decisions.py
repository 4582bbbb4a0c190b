"""The schedule of changes as a workbook, filled in as reviewers do, and read back."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from clausetrack import markup
from clausetrack.commands import main
from clausetrack.decisions import Decision, read
from clausetrack.errors import InvalidDecisions, UnreadableInput
from clausetrack.markup import Markup
from clausetrack.ooxml.names import R_NS, w
from clausetrack.ooxml.package import open_package, relationships
from clausetrack.render import record, schedule_docx, schedule_xlsx

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
BASE, TERMS = CORPUS / "stca-2022-25.docx", CORPUS / "stca-2025-27-terms.txt"
PRINT = "a" * 64
ENTRY = record.Entry("4.1", "substitution", "old words", "new words", "3", date(2026, 1, 28), "",
                     "applied", "", "3#1")  # fmt: skip
ENTRIES = (
    ENTRY,
    replace(ENTRY, clause="4.2", instruction="3#1", new="=1+1"),
    replace(ENTRY, clause="5.1", instruction="9#2", item="Leave", operative=None, old="-5 days"),
)
KNOWN = ("3#1", "9#2")


def workbook(banner: str = "") -> bytes:
    inputs = record.Inputs("Keepers", "base.docx", "terms.txt", PRINT)
    return schedule_xlsx.schedule(ENTRIES, inputs, banner)


def filled(edit: Callable[[Worksheet, dict[str, int]], object], data: bytes = b"") -> bytes:
    """The workbook as a reviewer saves it, after `edit` with the columns by heading."""
    book = load_workbook(io.BytesIO(data or workbook()))
    sheet = book["Changes"]
    top = next(row for row in sheet.iter_rows() if row[0].value == "Clause")
    edit(sheet, {str(cell.value): at for at, cell in enumerate(top, 1)})
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write(row: int, **said: str) -> Callable[[Worksheet, dict[str, int]], None]:
    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        for name, text in said.items():
            sheet.cell(row, columns[name.replace("_", " ")]).value = text

    return edit


def decided(data: bytes, known: tuple[str, ...] = KNOWN) -> dict[str, Decision]:
    return read(data, "schedule.xlsx", PRINT, known)


def test_an_untouched_schedule_decides_nothing() -> None:
    assert decided(workbook()) == {"3#1": Decision(changes=2), "9#2": Decision()}
    assert decided(workbook("This document …")) == {"3#1": Decision(changes=2), "9#2": Decision()}


def test_what_is_withheld_says_who_and_why() -> None:
    data = filled(write(4, Decision=" Withhold ", Decided_by="A. Reviewer", Note="not agreed"))
    assert decided(data)["9#2"] == Decision("withhold", "A. Reviewer", "not agreed")
    assert decided(data)["9#2"].reason == "withheld by A. Reviewer: not agreed"
    assert decided(data)["3#1"].verdict == ""


def test_one_row_decides_for_its_instruction() -> None:
    data = filled(write(3, Decision="withhold", Decided_by="A. R."))
    assert decided(data)["3#1"] == Decision("withhold", "A. R.", "", changes=2)
    assert decided(data)["3#1"].reason.endswith(" (all 2 changes of the instruction)")


def test_rows_may_be_sorted_and_columns_added_and_moved() -> None:
    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        write(4, Decision="withhold", Note="why")(sheet, columns)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(["Reviewed in the March meeting"])
        for row in (rows[0], *reversed(rows[1:])):
            sheet.append(["seen", *reversed(row)])
        sheet.append(["a row of their own"])

    assert decided(filled(edit))["9#2"] == Decision("withhold", "", "why")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (write(2, Decision="witholdd"), "row 2: .*neither “apply” nor .* .did you mean “withhold”"),
        (write(2, Decision="no"), "row 2: the decision “no” is neither"),
        (write(2, Instruction="7#1"), "row 2: the terms hold no instruction “7#1”"),
        (write(9, Decision="withhold"), "row 9: a decision on no instruction"),
        (lambda sheet, _: sheet.delete_rows(4), "no row is left of 9#2"),
        (lambda sheet, columns: sheet.delete_cols(columns["Note"]), "no column .*“Note”"),
        (lambda sheet, columns: write(2, Decision="apply")(sheet, columns)
         or write(3, Decision="withhold")(sheet, columns), "rows 2, 3: 3#1 is one instruction"),
        (write(2, Decision='=IF(1,"apply")'), "row 2: a formula"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused_with_its_row(
    edit: Callable[[Worksheet, dict[str, int]], object], said: str
) -> None:
    with pytest.raises(InvalidDecisions, match=said):
        decided(filled(edit))


def test_a_schedule_of_other_documents_is_refused() -> None:
    with pytest.raises(InvalidDecisions, match=r"other documents.*“base.docx” and “terms.txt”"):
        read(workbook(), "schedule.xlsx", "b" * 64, KNOWN)


def test_a_workbook_without_its_second_sheet_is_refused() -> None:
    book = load_workbook(io.BytesIO(workbook()))
    del book["About"]
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(InvalidDecisions, match="does not say which documents"):
        decided(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"Clause,Decision", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        decided(data)


# ---------------------------------------------------------------------------------- the workbook


def cells(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))["Changes"]


def test_cells_are_typed_and_never_formulas() -> None:
    sheet = cells(workbook())
    heads = [cell.value for cell in sheet[1]]
    named = {name: [row[at] for row in sheet.iter_rows(min_row=2)] for at, name in enumerate(heads)}
    assert [cell.value for cell in named["Item"]] == [3, 3, "Leave"]
    assert named["Operative date"][0].value == datetime(2026, 1, 28)
    assert named["Operative date"][0].is_date
    assert (named["New"][1].value, named["New"][1].data_type) == ("=1+1", "s")
    assert named["New"][1].quotePrefix
    assert (named["Old"][2].value, named["Old"][2].data_type) == ("-5 days", "s")


def test_the_pages_of_a_schedule_are_numbered() -> None:
    assert cells(workbook()).oddFooter.center.text == "Page &P of &N"
    inputs = record.Inputs("", "base", "terms", PRINT)
    package = open_package(schedule_docx.schedule(ENTRIES, inputs, "Not in full."))
    links = {link.id: link.target for link in relationships(package, package.document)}
    [section] = package.xml(package.document).iter(w("sectPr"))
    [reference] = section.iter(w("footerReference"))
    footer = package.xml(links[reference.get(f"{{{R_NS}}}id", "")])
    assert [field.get(w("instr")) for field in footer.iter(w("fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_same_entries_give_the_same_bytes() -> None:
    assert workbook() == workbook()
    with pytest.raises(AssertionError):
        assert workbook() == workbook("another")


# ------------------------------------------------------------------------------------- the whole


@pytest.fixture(scope="module")
def plain() -> Markup:
    return markup(BASE, TERMS)


def withholding(result: Markup, instruction: str, *, signed: bool = True) -> bytes:
    """The schedule of a settlement with one instruction withheld."""
    entries = record.entries(result.base, result.terms, result.applied, result.full, {})
    inputs = record.Inputs("", "base", "terms", result.fingerprint)
    data = schedule_xlsx.schedule(entries, inputs, result.banner)

    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        column = columns["Instruction"]
        row = next(n for n in range(1, 999) if sheet.cell(n, column).value == instruction)
        write(row, Decision="withhold")(sheet, columns)
        if signed:
            write(row, Decided_by="A. Reviewer", Note="not agreed")(sheet, columns)

    return filled(edit, data)


def test_a_withheld_change_is_left_out_and_every_copy_says_so(plain: Markup) -> None:
    from clausetrack import copies
    from clausetrack.ingest import read as read_document

    assert "4.28" in plain.applied.document.body  # item 9 adds it
    result = markup(BASE, TERMS, decisions=withholding(plain, "9#1"))
    assert result.proof.holds
    [outcome] = [o for o in result.applied.outcomes if o.status == "withheld"]
    assert outcome.amendment.id == "9#1"  # which adds 4.28, and 4.28.1 to 4.28.5
    assert outcome.reason == (
        "withheld by A. Reviewer: not agreed (all 6 changes of the instruction)"
    )
    assert "4.28" not in result.applied.document.body
    assert "withheld: item 9" in result.banner
    for data in (result.docx, copies.ratification(result), copies.signing(result)):
        read_back = read_document(data, "out.docx")
        assert "4.28" not in read_back.body
        headers = [left.text for left in read_back.left_out if left.why == "in the page header"]
        assert result.banner in headers
    assert [f.code for f in result.applied.findings if f.code == "decision-unsigned"] == []
    assert "terms-not-in-full" in {f.code for f in result.applied.document.findings}


def test_the_banner_names_the_instruction_where_the_rest_of_its_item_stands(plain: Markup) -> None:
    result = markup(BASE, TERMS, decisions=withholding(plain, "2#1"))
    assert "withheld: item 2 (2#1)" in result.banner
    assert "item 8 (" not in result.banner  # nothing of it was done


def test_every_output_prints_the_same_banner(plain: Markup, tmp_path: Path) -> None:
    schedule = tmp_path / "schedule.xlsx"
    schedule.write_bytes(withholding(plain, "9#1"))
    made = {ending: tmp_path / f"out.{ending}" for ending in ("xml", "html", "json")}
    outputs = [arg for path in made.values() for arg in ("-o", str(path))]
    args = ["markup", str(BASE), str(TERMS), "--decisions", str(schedule), *outputs]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0
    banner = markup(BASE, TERMS, decisions=schedule).banner
    assert "withheld: item 9" in banner
    shown = {ending: path.read_text("utf-8") for ending, path in made.items()}
    assert f'role="alert"><strong>{banner}<' in shown["html"]
    assert json.loads(shown["json"])["banner"] == banner
    assert f">{banner}<" in shown["xml"]
    assert " ".join(result.stdout.split()).startswith(banner)


def test_the_record_shows_what_was_withheld_and_is_read_again(plain: Markup) -> None:
    first = markup(BASE, TERMS, decisions=withholding(plain, "9#1"))
    entries = list(
        record.entries(first.base, first.terms, first.applied, first.full, first.decisions)
    )
    mine = [entry for entry in entries if entry.instruction == "9#1"]
    assert {entry.outcome for entry in mine} == {"withheld"}
    assert any("4.28" in entry.new for entry in mine)
    assert (mine[0].decision, mine[0].by, mine[0].note) == ("withhold", "A. Reviewer", "not agreed")
    inputs = record.Inputs("", "base", "terms", first.fingerprint)
    again = markup(BASE, TERMS, decisions=schedule_xlsx.schedule(entries, inputs, first.banner))
    assert again.docx == first.docx


def test_a_decision_without_a_name_or_a_reason_is_a_finding(plain: Markup) -> None:
    result = markup(BASE, TERMS, decisions=withholding(plain, "9#1", signed=False))
    [found] = [f for f in result.applied.findings if f.code == "decision-unsigned"]
    assert "does not say who or why" in found.message
    [outcome] = [o for o in result.applied.outcomes if o.status == "withheld"]
    assert outcome.reason.startswith("withheld by a reviewer who is not named: no reason is given")


def test_one_of_two_instructions_in_conflict_withheld_lets_the_other_in() -> None:
    folder = Path(__file__).parent / "golden" / "conflict"
    old, terms = (next(folder.glob(f"{name}*")) for name in ("old", "terms"))
    before = markup(old, terms)
    assert [o.status for o in before.applied.outcomes[:2]] == ["conflict", "conflict"]
    clashing = before.applied.outcomes[1].amendment.id
    after = markup(old, terms, decisions=withholding(before, clashing))
    assert [o.status for o in after.applied.outcomes[:2]] == ["applied", "withheld"]
    assert after.proof.holds


def test_the_command_writes_a_folder_and_reads_the_schedule_back(tmp_path: Path) -> None:
    out = tmp_path / "settlement"
    arguments = ["markup", str(BASE), str(TERMS)]
    result = CliRunner().invoke(main, [*arguments, "--out-dir", str(out)])
    assert result.exit_code == 0, result.output
    names = {path.name for path in out.iterdir()}
    assert names == {"working-copy.docx", "ratification-copy.docx", "signing-copy.docx",
                     "schedule.docx", "schedule.xlsx"}  # fmt: skip
    schedule = str(out / "schedule.xlsx")
    again = tmp_path / "again.docx"
    result = CliRunner().invoke(
        main, [*arguments, "--decisions", schedule, "--signing", str(again)]
    )
    assert result.exit_code == 0, result.output
    assert again.read_bytes() == (out / "signing-copy.docx").read_bytes()
    other = str(CORPUS / "stca-2022-25.txt")
    result = CliRunner().invoke(main, ["markup", other, str(TERMS), "--decisions", schedule])
    assert result.exit_code == 2
    assert re.search("schedule.xlsx: the schedule of other documents", result.output)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--ratification", "out.pdf"], "must end in .docx"),
        (["--schedule", "out.csv"], "must end in .xlsx, .docx"),
        (["-o", "a.docx", "--signing", "a.docx"], "two outputs have the same name"),
        (["--decisions", "-", "-o", "a.docx"], None),
    ],
)
def test_names_that_mean_nothing_are_usage_errors(options: list[str], said: str | None) -> None:
    arguments = ["markup", "-" if said is None else str(BASE), str(TERMS), *options]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert (said or "standard input can be read only once") in result.output


def test_a_row_is_as_high_as_its_longest_text_and_may_grow() -> None:
    # a column of 46 characters takes 40 of a text in which capitals and figures are wide
    long = replace(ENTRY, old="x" * 100, new="1.1 Lamps\nThey are lit.\nThey are trimmed.\nSo on.")
    inputs = record.Inputs("Keepers", "base.docx", "terms.txt", PRINT)
    data = schedule_xlsx.schedule((ENTRY, long), inputs, "")
    sheet = load_workbook(io.BytesIO(data))["Changes"]
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [15, 4 * 15]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"customHeight" not in package.read("xl/worksheets/sheet1.xml")
