"""Lines of a text that are set in by tabs: paragraphs and items are no tables, and tables stay."""

from __future__ import annotations

import pytest

from clausetrack.ingest import read


def _said(lines: str) -> tuple[dict[str, str], list[list[list[str]]]]:
    """What the clauses say by their IDs, and the cells of the tables."""
    data = f"Depot Staff Collective Agreement\n\n1. Hours of work\n\n{lines}\n".encode()
    clauses = read(data, "a.txt").clauses
    said = {one.id: f"{one.heading_text}{one.own_text}" for one in clauses if one.table is None}
    return said, [one.table.texts for one in clauses if one.table is not None]


@pytest.mark.parametrize("indent", ["\t", "\t\t", "\t\t\t"])
def test_lines_that_begin_with_tabs_are_no_table(indent: str) -> None:
    lines = (
        f"{indent}Ordinary hours are forty in each week.\n{indent}They are worked on five days.\n"
    )
    said, tables = _said(lines)
    assert tables == []
    found = " ".join(said.values())
    assert "Ordinary hours are forty in each week." in found
    assert "They are worked on five days." in found


@pytest.mark.parametrize("indent", ["\t", "\t\t"])
def test_items_that_are_set_in_by_tabs_are_items(indent: str) -> None:
    lines = (
        "The employer shall:\n"
        f"{indent}(a)\tpay each allowance with the next wages;\n"
        f"{indent}(b)\tkeep a record of them.\n"
    )
    said, tables = _said(lines)
    assert tables == []
    assert said["1(a)"] == "pay each allowance with the next wages;"
    assert said["1(b)"] == "keep a record of them."


def test_items_with_more_set_in_below_them() -> None:
    lines = (
        "(a)\tThe employer shall:\n"
        "\t(i)\tpay each allowance;\n"
        "\t(ii)\tkeep a record.\n"
        "(b)\tA record is kept for six years.\n"
    )
    said, tables = _said(lines)
    assert tables == []
    assert said["1(a)(i)"] == "pay each allowance;"
    assert said["1(a)(ii)"] == "keep a record."
    assert said["1(b)"] == "A record is kept for six years."


@pytest.mark.parametrize("indent", ["", "\t", "\t\t"])
def test_bullets_with_tabs_behind_them_are_a_list(indent: str) -> None:
    lines = f"The allowances are:\n{indent}•\tfor tools;\n{indent}•\tfor travel.\n"
    said, tables = _said(lines)
    assert tables == []
    assert {"for tools;", "for travel."} <= set(said.values())


def test_the_corner_of_a_table_may_be_empty() -> None:
    _, tables = _said("\tDay\tNight\nFitter\t$31.00\t$35.00\nRigger\t$30.00\t$34.00")
    assert tables == [
        [["", "Day", "Night"], ["Fitter", "$31.00", "$35.00"], ["Rigger", "$30.00", "$34.00"]]
    ]
    _, tables = _said("\tRate\nFitter\t$31.00\nRigger\t$30.00")
    assert tables == [[["", "Rate"], ["Fitter", "$31.00"], ["Rigger", "$30.00"]]]


def test_a_table_that_is_set_in_as_a_whole_has_no_empty_column() -> None:
    for indent in ("\t", "\t\t"):
        _, tables = _said(f"{indent}Step\tRate\n{indent}1\t$50,000\n{indent}2\t$52,000")
        assert tables == [[["Step", "Rate"], ["1", "$50,000"], ["2", "$52,000"]]]
    _, tables = _said("\tStep\tDay\tNight\n\t1\t$31.00\t$35.00\n\t\t$32.00\t$36.00")
    first, second = ["1", "$31.00", "$35.00"], ["", "$32.00", "$36.00"]
    assert tables == [[["Step", "Day", "Night"], first, second]]


def test_what_goes_on_in_the_second_cell_stays_in_the_table() -> None:
    _, tables = _said("Night\tfrom 10 pm to 6 am, whoever\n\tworks it\nDay\tall other hours")
    assert tables == [
        [["Night", "from 10 pm to 6 am, whoever"], ["", "works it"], ["Day", "all other hours"]]
    ]


def test_no_letter_is_lost_where_a_table_is_set_in() -> None:
    document = read(
        b"Depot Staff Collective Agreement\n\n1. Pay\n\n\tStep\tRate\n\t1\t$50,000\n", "a.txt"
    )
    assert document.left_out == ()
    assert document.read == sum(
        len("".join(run.text.split())) for clause in document.clauses for run in clause.runs
    )
