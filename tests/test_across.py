"""References followed from one document into another, and the command that lists them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import clause, document

from clausetrack.across import Followed, follow
from clausetrack.commands import main
from clausetrack.model import Document
from clausetrack.render import references_html


def agreement(version: str = "2022-25", name: str = "STCA") -> Document:
    clauses = (
        clause("4.3", "Units are shared out each year."),
        clause("4.4", "Clause 4.3 is read with clause 4.9."),
        clause("4.5", "The rate is that of clause 3.9 of the PTCA."),
    )
    return document(*clauses, agreement=name, version=version)


def terms() -> Document:
    body = clause("6", "Amend clause 4.3, and see clauses 4.8 and 4.3 as well.", kind="item")
    quoted = clause("4.8", "Clause 4.4 and clause 4.7 hold.", fragment="6 quoted 1")
    return document(body, quoted, kind="terms", version="2025-27")


def told(followed: tuple[Followed, ...]) -> list[tuple[str, tuple[str, ...], str]]:
    return [
        (one.reference.text, one.reference.targets, one.into.version if one.into else "")
        for one in followed
        if one.document.kind == "terms"
    ]


def test_terms_lead_into_the_agreement_that_they_amend() -> None:
    assert told(follow([terms(), agreement()])) == [
        ("clause 4.3", ("4.3",), "2022-25"),
        ("clauses 4.8 and 4.3", ("4.8", "4.3"), ""),  # in no one place
        ("Clause 4.4", ("4.4",), "2022-25"),
        ("clause 4.7", ("4.7",), ""),
    ]
    (missing,) = [f for f in follow([terms(), agreement()]) if f.reference.text == "clause 4.7"]
    assert missing.reference.why == "no clause 4.7 in the STCA 2022-25"


def test_another_agreement_or_two_versions_of_it_settle_nothing() -> None:
    assert told(follow([terms(), agreement(name="PTCA")]))[0] == ("clause 4.3", ("4.3",), "")
    both = follow([terms(), agreement(), agreement("2019-22")])
    assert told(both)[0] == ("clause 4.3", ("4.3",), "")
    assert "several versions of it are given: STCA 2019-22, STCA 2022-25" in both[0].reference.why


def test_a_clause_of_another_agreement_resolves_where_that_is_given() -> None:
    primary = document(clause("3.9", "A unit."), agreement="PTCA", version="2023-25")
    alone = follow([agreement()])[-1]
    assert (alone.reference.kind, alone.reference.resolves) == ("agreement", False)
    assert alone.reference.why == "in the PTCA, not in this document"
    led = follow([agreement(), primary])[2]
    assert (led.reference.targets, led.into) == (("3.9",), primary)


def test_a_day_of_the_last_century_is_no_clause() -> None:
    old = document(clause("2.1", "Service before 1.4.87 counts, as clause 2.1.7 says."))
    assert [one.reference.text for one in follow([old])] == ["clause 2.1.7"]


def run(*args: str | Path) -> str:
    result = CliRunner().invoke(main, ["references", *map(str, args)])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_command_says_where_each_reference_leads(corpus: Path) -> None:
    sources = (corpus / "stca-2025-27-terms.txt", corpus / "stca-2022-25.txt")
    said = " ".join(run(*sources).split())
    assert "6 clause 4.3.2 -> 4.3.2 of the STCA 2022-25" in said
    assert "4.9.10 (quoted) Clauses 4.9.6 and 4.9.7 -> 4.9.6, 4.9.7 of the STCA 2022-25" in said
    assert "statute: Education and Training Act 2020, section 93(3)" in said
    assert "Appendix A 1.5 clause 1.4 open: may be 1.4 or Appendix A 1.4" in said
    answer = json.loads(run(*sources, "--json"))
    assert next(iter(answer.items())) == ("schema", "clausetrack/references/1")
    (found,) = [one for one in answer["references"] if one["text"] == "clause 11.5.7"]
    assert found["targets"] == ["11.5.7"]
    assert (found["resolves"], found["document"], found["into"]) == (True, 0, 1)


def test_what_a_change_leaves_behind_is_listed(tmp_path: Path, corpus: Path) -> None:
    old = corpus / "stca-2022-25.txt"
    new = tmp_path / "new.txt"
    text = old.read_text("utf-8")
    new.write_text(text.replace("4.14.1 A teacher", "4.14.2 A teacher"), "utf-8")
    said = " ".join(run(new, "--since", old).split())
    assert "meant 4.14.1, which is now 4.14.2 [reference-stale]" in said
    assert "reference-stale" not in run(old, "--since", old)
    refused = CliRunner().invoke(main, ["references", str(old), str(new), "--since", str(old)])
    assert refused.exit_code == 2


@pytest.mark.parametrize("name", ["001", "003"])
def test_no_statute_is_taken_for_a_clause(seeds: Path, corpus: Path, name: str) -> None:
    (source,) = seeds.glob(f"{name}_*.txt")
    base = {"001": "stca-2022-25.txt", "003": "ptca-2023-25.txt"}[name]
    answer = json.loads(run(source, corpus / base, "--json"))
    statutes = [one for one in answer["references"] if " Act" in one["text"]]
    assert statutes
    assert {one["kind"] for one in statutes} == {"statute"}
    assert not any(one["resolves"] for one in statutes)


def test_the_page_draws_who_cites_whom_and_cannot_act(tmp_path: Path, corpus: Path) -> None:
    page = tmp_path / "page.html"
    run(corpus / "stca-2025-27-terms.txt", corpus / "stca-2022-25.txt", "--html", page)
    html = page.read_text("utf-8")
    assert html.count("<path") > 30
    assert "5.6.6: clauses 5.6.2 and 5.6.3" not in html  # both ends are in 5.6
    assert "<title>11.5.4: clauses 4.3A and 4.3B</title>" in html
    assert "4.28.2</th><td>clause 4.28.3</td>" in html
    assert "open: may be 1.4 or Appendix A 1.4" in html
    assert "<script" not in html
    hostile = document(clause("1.1", "See clause 1.2.", heading="<b>&"), clause("1.2", "x"))
    assert b"<b>" not in references_html.references([hostile], follow([hostile]))


def test_since_tells_what_a_comparison_tells(tmp_path: Path) -> None:
    head = (
        "Harbour Crew Collective Agreement 2024–2026\n\n1 Words\n\n1.1 Meanings\n\n{}"
        "“Call” means an order to work that clause 2.1 allows.\n\n"
        "“Crew” means the people of one boat in one season.\n\n2 Work\n\n{}"
        "{} The master orders a hand to work a day ahead.\n"
    )
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(head.format("", "", "2.1"), "utf-8")
    # a definition is put first, so that the one that cites becomes a paragraph of its own
    more = "“Berth” means the place where a boat lies.\n\n", "2.1 Each crew washes its boat.\n\n"
    new.write_text(head.format(*more, "2.2"), "utf-8")
    said = "“clause 2.1” meant 2.1, which is now 2.2"
    assert said in " ".join(run(new, "--since", old).split())
    compared = CliRunner().invoke(main, ["diff", str(old), str(new)])
    assert said in " ".join(compared.output.split())
