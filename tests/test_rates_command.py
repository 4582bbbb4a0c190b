"""The command `rates`: its outputs, comparisons, measures and the payroll brief."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

import clausetrack
from clausetrack.commands import main
from clausetrack.commands.input import shipped
from clausetrack.errors import InvalidFacts
from clausetrack.rates import measures
from clausetrack.rates.find import find

TERMS = """Terms of Settlement – {name} Collective Agreement {years}

These terms are subject to ratification and are signed by 5 May 2025.

1. Term

Amend clause 1.6 as follows: This agreement is effective from 1 May 2025 and expires 30 April 2027.

2. Pay

The salary scale in clause {clause} will increase as set out in the table below.

{caption}:

Step\tGroup\tRates effective until {until}\tRates effective {day}
1\t{group}\t$50,000\t${one}
2\t\t$60,000\t$62,000
3\t\t$70,000\t${three}

3. Related matters

If the offer is ratified by 5 May 2025, the payroll will implement the pay rates by 31 July 2025.
"""
KEEPERS = TERMS.format(
    name="Secondary Keepers’", years="(2025 - 2027)", clause="4.1", caption="Keepers’ Salary Scale",
    until="30 June 2025", day="1 July 2025", group="=HYPERLINK(1)", one="51,250", three="72,345",
)  # fmt: skip
MASTERS = TERMS.format(
    name="Primary Masters’", years="(2025 - 2027)", clause="3.2", caption="Masters’ Salary Scale",
    until="30 September 2025", day="1 October 2025", group="M", one="51,000", three="72, 346",
)  # fmt: skip
MEASURES = """
[[measure]]
name = "salary"
held = [
  { agreement = "SKCA", clause = "4.1" },
  { agreement = "PMCA", clause = "3.2" },
]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "keepers.txt").write_text(KEEPERS, "utf-8")
    (tmp_path / "masters.txt").write_text(MASTERS, "utf-8")
    (tmp_path / "measures.toml").write_text(MEASURES, "utf-8")
    return tmp_path


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, ["rates", *map(str, arguments)])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def as_json(*arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(*arguments, "--format", "json"))
    return found


def test_json_has_decimal_strings_and_iso_days(folder: Path) -> None:
    found = as_json(folder / "keepers.txt")
    assert next(iter(found)) == "schema"
    assert found["schema"] == "clausetrack/rates/1"
    first = found["rates"][0]
    wanted = {"agreement": "SKCA 2025-27", "clause": "4.1", "scale": "Keepers’ Salary Scale",
              "step": "1", "group": "=HYPERLINK(1)", "amount": "50000", "unit": "NZD per year",
              "from": None, "to": "2025-06-30"}  # fmt: skip
    assert {key: first[key] for key in wanted} == wanted
    assert first["source"]["line"] == KEEPERS[: KEEPERS.index("$50,000")].count("\n") + 1


def test_as_at_shows_what_is_in_force_and_what_could_not_be_read(folder: Path) -> None:
    found = as_json(folder / "masters.txt", "--as-at", "2025-12-01")
    assert [(r["step"], r["amount"]) for r in found["rates"]] == [("1", "51000"), ("2", "62000")]
    assert [f["code"] for f in found["findings"]] == ["rate-unread"]
    text = run(folder / "masters.txt", "--as-at", "2025-12-01")
    assert "Not read" in text
    assert "$72, 346" in text


def test_csv_writes_what_begins_like_a_formula_as_text(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder / "keepers.txt", "--format", "csv"))))
    assert rows[0]["group"] == "'=HYPERLINK(1)"
    assert [row["amount"] for row in rows[:2]] == ["50000", "51250"]


def test_a_workbook_has_typed_cells_a_sheet_a_scale_and_no_formula(folder: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        run(folder / "keepers.txt", "-o", folder / name)
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()
    # a font as the schema has it: bold, size, colour, name, family (the validator of Word's makers)
    with zipfile.ZipFile(folder / "one.xlsx") as package:
        fonts = etree.fromstring(package.read("xl/styles.xml")).find("{*}fonts")
    wanted = ["b", "i", "sz", "color", "name", "family", "charset", "scheme"]
    for font in fonts if fonts is not None else ():
        names = [etree.QName(node).localname for node in font]
        assert names == sorted(names, key=wanted.index)
    book = load_workbook(folder / "one.xlsx")
    assert book.sheetnames == ["Rates", "4.1 Keepers’ Salary Scale"]
    sheets = [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    heads = [cell.value for cell in sheets[0][1]]
    row = dict(zip(heads, sheets[0][3], strict=True))
    assert (row["amount"].value, row["amount"].data_type) == (51250, "n")
    assert row["from"].value == datetime(2025, 7, 1)
    assert row["group"].value == "=HYPERLINK(1)"
    assert [cell.value for cell in sheets[1][3]] == ["1", "=HYPERLINK(1)", None, 50000, 51250]
    assert [cell.value for cell in sheets[1][2]][3:] == ["to 30 June 2025", "from 1 July 2025"]
    for sheet, top in zip(sheets, (1, 2), strict=True):
        assert sheet.freeze_panes == f"A{top + 1}"
        assert sheet.print_title_rows == f"${top}:${top}"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        for at, column in enumerate(sheet.iter_cols(min_row=top), 1):  # what does not fit wraps
            room = sheet.column_dimensions[get_column_letter(at)].width
            said = [(cell, str(cell.value or "")) for cell in column if cell.data_type == "s"]
            assert all(len(text) < room or cell.alignment.wrap_text for cell, text in said)


def test_the_page_is_self_contained_escaped_and_has_a_chart(folder: Path) -> None:
    text = KEEPERS.replace("=HYPERLINK(1)", "<script>alert(1)</script>")
    (folder / "keepers.txt").write_text(text, "utf-8")
    page = run(folder / "keepers.txt", "--brief", "--format", "html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(?:src|href)=|url\(|@import", page)
    assert page.count("<svg") == 2  # by step, and by date with what was paid before the first
    assert {"1: until 30 Jun 2025 $50,000", "3: from 1 Jul 2025 $72,345"} <= set(
        re.findall("<title>(.*?)</title>", page)
    )


def test_two_agreements_are_joined_by_what_is_in_force_on_a_day(folder: Path) -> None:
    found = as_json(folder / "keepers.txt", "--against", folder / "masters.txt",
                    "--measures", folder / "measures.toml", "--as-at", "2025-08-01")  # fmt: skip
    rows = [(d["step"], d["old"], d["new"], d["difference"], d["percent"])
            for d in found["differences"]]  # fmt: skip
    # on that day the masters are still paid what their opening column says
    assert rows == [
        ("1", "50000", "51250", "1250", "2.50"),
        ("2", "60000", "62000", "2000", "3.33"),
        ("3", "70000", "72345", "2345", "3.35"),
    ]
    later = as_json(folder / "keepers.txt", "--against", folder / "masters.txt",
                    "--measures", folder / "measures.toml", "--as-at", "2025-11-01")  # fmt: skip
    assert [d["difference"] for d in later["differences"]] == ["250", "0", None]


def test_without_a_measure_two_agreements_share_nothing(folder: Path) -> None:
    found = as_json(folder / "keepers.txt", "--against", folder / "masters.txt")
    assert found["differences"] == []


def test_every_day_on_which_a_step_moves_is_compared_where_none_is_given(folder: Path) -> None:
    found = as_json(folder / "keepers.txt", "--against", folder / "masters.txt",
                    "--measures", folder / "measures.toml")  # fmt: skip
    assert {d["day"] for d in found["differences"]} == {"2025-07-01", "2025-10-01"}


def test_the_brief_says_what_the_document_says(folder: Path) -> None:
    brief = as_json(folder / "keepers.txt", "--brief")["briefs"][0]
    assert [(day["day"], day["how"], day["what"]) for day in brief["pay_days"]] == [
        ("2025-07-31", "by", "the pay rates")
    ]
    assert {line["days_of_back_pay"] for line in brief["lines"]} == {30}
    assert brief["open"] == ["by 2025-07-31: If the offer is ratified by 5 May 2025"]
    masters = as_json(folder / "masters.txt", "--brief")["briefs"][0]
    assert {line["days_of_back_pay"] for line in masters["lines"]} == {None}
    assert any("$72, 346" in each for each in masters["open"])


def test_no_pay_day_is_invented(folder: Path) -> None:
    (folder / "keepers.txt").write_text(KEEPERS.split("3. Related")[0], "utf-8")
    brief = as_json(folder / "keepers.txt", "--brief")["briefs"][0]
    assert brief["pay_days"] == []
    assert brief["open"] == ["No day on which the new figures are paid was found."]


def test_a_suggested_measure_says_why_and_is_not_confirmed(folder: Path) -> None:
    (folder / "none.toml").write_text("measure = []\n", "utf-8")
    text = run(folder / "keepers.txt", folder / "masters.txt", "--suggest",
               "--measures", folder / "none.toml")  # fmt: skip
    (measure,) = measures.read(text.encode(), "suggested")
    assert measure.because == "3 of 3 steps have the same figures on 2025-06-30"
    assert measure.confirmed_by == ""
    assert [(held.agreement, held.clause) for held in measure.held] == [
        ("SKCA", "4.1"), ("PMCA", "3.2"),
    ]  # fmt: skip
    known = run(folder / "keepers.txt", folder / "masters.txt", "--suggest",
                "--measures", folder / "measures.toml")  # fmt: skip
    assert known == ""


def test_a_measure_gives_its_rates_in_every_document(folder: Path) -> None:
    given = [find(clausetrack.read(folder / f"{name}.txt")) for name in ("keepers", "masters")]
    (measure,) = measures.read(MEASURES.encode(), "measures")
    found = measures.figures(measure, given)
    assert [rate.agreement for rate in found].count("SKCA 2025-27") == 6
    assert [rate.agreement for rate in found].count("PMCA 2025-27") == 5
    assert all(isinstance(rate.amount, Decimal) for rate in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1", "no list of"),
        ("measure = [{ held = [] }]", "no name"),
        ("[[measure]]\nname = 'a'\nheld = [{ agreement = 'A' }]", "a clause or a scale"),
        ("[[measure]]\nname = 'a'\nheld = [{ agreement = 'A', clause = '1' }]\nconfirmed = {}\nx=1",
         "unknown key"),
        ("[[measure]]\nname = 'a'\nheld = [{ agreement = 'A', clause = '1' }]\n"
         "confirmed = { by = 'me' }", "the name of a person and a day"),
        ("[[measure", "is no TOML"),
    ],
)  # fmt: skip
def test_a_broken_file_of_measures_is_refused_in_one_line(text: str, said: str) -> None:
    with pytest.raises(InvalidFacts, match=said):
        measures.read(text.encode(), "measures.toml")


def test_the_shipped_measures_are_read_and_nobody_has_confirmed_them() -> None:
    data = (shipped("measures") / "measures.toml").read_bytes()
    known = measures.read(data, "measures.toml")
    assert "unit value" in {measure.name for measure in known}
    assert not [measure for measure in known if measure.confirmed_by]


def test_the_public_verb_reads_a_document(corpus: Path) -> None:
    found = clausetrack.rates(corpus / "stca-2022-25.docx")
    units = [rate for rate in found.rates if rate.clause == "4.3.2"]
    assert [(int(rate.amount), rate.unit, rate.start, rate.end) for rate in units] == [
        (5000, "NZD per year", None, None)
    ]


def test_every_format_of_a_document_gives_the_same_rates(corpus: Path) -> None:
    def figures(name: str) -> list[tuple[object, ...]]:
        return [(r.clause, r.step, r.group, r.amount, r.unit, r.start, r.end)
                for r in clausetrack.rates(corpus / name).rates]  # fmt: skip

    for name in ("stca-2022-25", "ptca-2023-25"):
        assert figures(f"{name}.docx") == figures(f"{name}.txt")
        assert figures(f"{name}.txt")


CLINIC = """Clinic Staff Collective Agreement 2024 - 2026

3 Pay

3.1 Higher duties
An employee who does higher duties is paid $25.00 for each day.

3.2 Call-out
An employee who is called out is paid $4.20 for each hour.

3.3 Travel
An employee who travels is paid $85 per day, and $10 per day for incidental expenses.
"""
CLINIC_LATER = """Clinic Staff Collective Agreement 2026 - 2028

3 Pay

3.1 Higher duties
An employee who does higher duties is paid $27.50 for each day.

3.2 Tools
A technician who brings tools is paid $12 each week.
"""


@pytest.mark.parametrize("day", [(), ("--as-at", "2026-08-01")])
def test_figures_without_a_day_are_compared_and_what_is_on_one_side_is_listed(
    folder: Path, day: tuple[str, ...]
) -> None:
    (folder / "was.txt").write_text(CLINIC, "utf-8")
    (folder / "now.txt").write_text(CLINIC_LATER, "utf-8")
    given: list[str | Path] = [folder / "now.txt", "--against", folder / "was.txt", *day]
    found = as_json(*given)
    assert [(d["old"], d["new"], d["difference"], d["day"]) for d in found["differences"]] == [
        ("25.00", "27.50", "2.50", day[1] if day else None)
    ]
    # an hour and a week are no one scale; nobody in the later text is paid for travel
    assert [(r["agreement"], r["clause"], r["amount"]) for r in found["apart"]] == [
        ("CSCA 2024-26", "3.2", "4.20"), ("CSCA 2024-26", "3.3", "85"),
        ("CSCA 2024-26", "3.3", "10"), ("CSCA 2026-28", "3.2", "12"),
    ]  # fmt: skip
    text = run(*given)
    assert "Compared with nothing" in text
    assert "$4.20 per hour" in text
    assert "Compared with nothing" in run(*given, "--format", "html")


def test_of_two_figures_of_one_step_the_one_left_over_is_listed(folder: Path) -> None:
    later = CLINIC.replace("2024 - 2026", "2026 - 2028").replace("$85", "$90")
    (folder / "was.txt").write_text(CLINIC, "utf-8")
    (folder / "now.txt").write_text(later, "utf-8")
    found = as_json(folder / "now.txt", "--against", folder / "was.txt", "--as-at", "2026-08-01")
    seen = [d[side] for d in found["differences"] for side in ("old", "new") if d[side]]
    seen += [rate["amount"] for rate in found["apart"]]
    assert sorted(seen) == sorted(["25.00", "4.20", "85", "10", "25.00", "4.20", "90", "10"])


UNDATED = """Terms of Settlement - Clinic Staff Collective Agreement 2026 - 2028

1. Tools
Insert a new clause 3.4 as follows:

3.4 A technician who brings tools is paid $12 each week.

2. On call
The on-call allowance rises to $4.50 an hour on the first full pay period after ratification.

3. Lump sum
Each member receives a one-off payment of $750, to be paid in the first pay period after 1 May.

4. Higher duties
The parties agree to extend the higher duties payment in clause 3.1 to receptionists.

5. Pay
Amend clause 3.2 to read: 3.2 From 1 May 2026 the call-out payment is $5.00 per hour.
"""


def test_the_brief_leaves_no_figure_out_for_want_of_a_day(folder: Path) -> None:
    (folder / "terms.txt").write_text(UNDATED, "utf-8")
    still = as_json(folder / "terms.txt", "--brief")["briefs"][0]["open"]
    said = "\n".join(still)
    assert "3.4 (Tools): no first day is stated: “A technician who brings tools" in said
    assert "item 2 (On call): no first day is stated" in said
    assert "item 3 (Lump sum): no day of payment was found" in said
    assert "item 4 (3.1): the change is described, and its wording is not given." in still
    assert not [each for each in still if each.startswith("3.2")]  # it has its day, and a line


def test_standing_figures_of_an_agreement_are_not_open(folder: Path) -> None:
    (folder / "was.txt").write_text(CLINIC, "utf-8")
    still = as_json(folder / "was.txt", "--brief")["briefs"][0]["open"]
    assert still == ["No day on which the new figures are paid was found."]


def test_the_brief_quotes_what_is_said_of_back_pay(folder: Path) -> None:
    text = UNDATED + (
        "\n6. Back pay\nBack pay is paid in the pay period ending 16 May 2026 to those employed on"
        " the date of ratification.\n"
    )
    (folder / "terms.txt").write_text(text, "utf-8")
    still = as_json(folder / "terms.txt", "--brief")["briefs"][0]["open"]
    (said,) = [each for each in still if "back pay" in each]
    assert said.startswith("item 6: back pay: “Back pay is paid in the pay period ending 16 May")


def test_a_difference_in_days_is_no_money_on_the_page(folder: Path) -> None:
    head = "Clinic Staff Collective Agreement {}\n\n4 Leave\n\n4.1 Sick leave\n"
    words = "Each employee is entitled to {} days of sick leave each year.\n"
    (folder / "was.txt").write_text(head.format("2024 - 2026") + words.format(10), "utf-8")
    (folder / "now.txt").write_text(head.format("2026 - 2028") + words.format(12), "utf-8")
    page = run(folder / "now.txt", "--against", folder / "was.txt", "--format", "html")
    assert "10 days per year" in page
    assert "$" not in page.partition("<main")[2]
    assert '<td class="figure">2</td>' in page


def test_amounts_of_one_name_that_two_clauses_set_stand_apart(corpus: Path) -> None:
    terms, base = corpus / "stca-2025-27-terms.txt", corpus / "stca-2022-25.docx"
    text = run(terms, "--against", base, "--as-at", "2026-02-01")
    heads = [line for line in text.splitlines() if line.startswith("Middle Management")]
    by = "Middle Management Allowance in Te Aho o Te Kura Pounamu"
    assert [line.partition(" (by ")[2] for line in heads] == ["clause 4.3A.8)", f"{by})"]
    page = run(terms, "--against", base, "--as-at", "2026-02-01", "--format", "html")
    assert by in page


def test_a_sheet_of_a_scale_has_every_figure_of_a_step(folder: Path) -> None:
    text = (
        "Yard Staff Collective Agreement 2025 - 2027\n\n1 Term\n\n1.1 It runs from 5 May 2025."
        "\n\n2 Pay\n\n2.1 The call allowance is $55 per day, $57 per day and $59 per day. Oil"
        " money is $5 per day.\n\n"
        "2.2 Hourly rates\n\nRank\tFrom 5 May 2025\t2026/27\tFrom 3 May 2027\n"
        "Oiler\t$24.10\t$24.60\t$25.10\nWinchman\t$27.10\t$27.60\t$28.10\n"
    )
    (folder / "yard.txt").write_text(text, "utf-8")
    run(folder / "yard.txt", "-o", folder / "yard.xlsx")
    book = load_workbook(folder / "yard.xlsx")
    assert [list(sheet.values)[1:] for sheet in book.worksheets[1:]] == [
        [
            ("step", "group", "becomes", "undated"),
            ("call allowance", None, None, 55),
            ("call allowance", None, None, 57),
            ("call allowance", None, None, 59),
            ("Oil money", None, None, 5),
        ],
        [
            ("step", "group", "becomes", "to 2 May 2027, from 2026/27",
             "from 5 May 2025 until 2026/27", "from 3 May 2027"),
            ("Oiler", None, None, 24.6, 24.1, 25.1),
            ("Winchman", None, None, 27.6, 27.1, 28.1),
        ],
    ]  # fmt: skip


def test_what_ends_with_no_day_shows_its_first_day_too(folder: Path) -> None:
    text = "Yard Staff Collective Agreement\n\n2 Pay\n\n2.1 Hourly rates\n\nRank\tFrom 5 May 2025\t"
    text += "2026/27\nOiler\t$24.10\t$24.60\n"
    (folder / "yard.txt").write_text(text, "utf-8")
    shown = [line.split("  ")[-1] for line in run(folder / "yard.txt").splitlines()]
    assert shown[1:] == ["from 2025-05-05 until 2026/27", "from 2026/27"]
    run(folder / "yard.txt", "-o", folder / "yard.html")
    assert "<td>until 2026/27</td>" in (folder / "yard.html").read_text("utf-8")
