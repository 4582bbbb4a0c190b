"""Terms of settlement applied to a whole agreement: what a lawyer checks of the result."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from auto_numbered import word
from click.testing import CliRunner
from word_samples import unzipped

from clausetrack.amend import fit
from clausetrack.commands import main
from clausetrack.errors import ProofFailed, TermsDoNotFit
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup
from clausetrack.model import Clause, Document
from clausetrack.settlement import Applied
from clausetrack.xmlio import from_xml, to_xml, validate

pytest_plugins = ["word_processors"]

CORPUS = Path(__file__).parent.parent / "corpus"


@cache
def marked(base: str, terms: Path, comments: bool = True) -> Markup:
    return markup(CORPUS / base, terms, comments=comments)


def stca(seeds: Path) -> Markup:
    return marked("stca-2022-25.docx", next(seeds.glob("001_*.txt")))


def ptca(seeds: Path) -> Markup:
    return marked("ptca-2023-25.docx", next(seeds.glob("003_*.txt")))


def statuses(result: Markup) -> dict[str, str]:
    return {o.amendment.id: o.status for o in result.applied.outcomes}


def operations(result: Markup, amendment: str) -> dict[str, str]:
    outcome = next(o for o in result.applied.outcomes if o.amendment.id == amendment)
    return {operation.clause: operation.op for operation in outcome.operations}


def codes(result: Markup, clause: str) -> list[str]:
    return [f.code for f in result.applied.findings if f.clause == clause]


# ------------------------------------------------------------------------ the secondary terms


def test_every_amendment_with_given_wording_is_applied_and_proved(seeds: Path) -> None:
    result = stca(seeds)
    for outcome in result.applied.outcomes:
        given = outcome.amendment.wording == "given"
        assert outcome.status == ("applied" if given else "needs-wording"), outcome.amendment.id
    assert result.proof.as_json() == {
        "reject_equals_base": True,
        "accept_equals_new": True,
        "wording_verbatim": True,
        "changes_attributed": True,
        "rest_untouched": True,
    }


def test_what_the_terms_do_not_print_is_still_there(seeds: Path) -> None:
    result = stca(seeds)
    new, base = result.applied.document.body, result.base.body
    around = ["4.1.1", "4.1.3", "4.1.1 paragraph 1", "4.1.3 paragraph 1"]
    for clause in [*(f"4.9.{n}" for n in range(2, 10)), "5.6.6", "6.2.9", "1.8(h)(i)", *around]:
        assert new[clause].own_text == base[clause].own_text
    assert "other-reading" in codes(result, "4.9")


def test_a_sub_clause_that_is_not_reprinted_is_a_tracked_repeal_with_a_finding(seeds: Path) -> None:
    result = stca(seeds)
    assert operations(result, "10#1")["6.2.8(g)"] == "repeal"
    assert "6.2.8(g)" not in result.applied.document.body
    assert "child-repealed" in codes(result, "6.2.8(g)")


def test_inserted_wording_replaces_what_it_prints_and_doubles_nothing(seeds: Path) -> None:
    result = stca(seeds)
    done = operations(result, "14#1")
    assert {done[f"11.2.{n}"] for n in (1, 2, 3)} == {"substitution"}
    assert {done[f"11.2.{n}"] for n in range(4, 10)} == {"insertion"}
    ids = [clause.id for clause in result.applied.document.clauses]
    assert [i for i in ids if re.fullmatch(r"11\.2\.\d+", i)] == [f"11.2.{n}" for n in range(1, 10)]


def test_new_clauses_stand_in_the_order_of_their_numbers(seeds: Path) -> None:
    ids = [clause.id for clause in stca(seeds).applied.document.clauses if clause.citable]
    assert ids.index("4.9.10") == ids.index("4.9.9") + 1
    assert ids.index("1.8(m)") == ids.index("1.8(l)") + 1
    assert ids[ids.index("4.28.1") - 1].startswith("4.27.")
    assert ids[ids.index("4.28.5") + 1] == "Part 5"


def test_terms_for_another_agreement_are_refused(seeds: Path) -> None:
    with pytest.raises(TermsDoNotFit, match=r"STCA.*PTCA"):
        markup(CORPUS / "ptca-2023-25.docx", next(seeds.glob("001_*.txt")))


def test_terms_of_an_earlier_version_are_refused(seeds: Path) -> None:
    with pytest.raises(TermsDoNotFit):
        markup(CORPUS / "stca-2022-25.docx", next(seeds.glob("002_*.txt")))


# -------------------------------------------------------------------------- the primary terms


def test_a_taken_number_shifts_its_siblings_and_lists_stale_references(seeds: Path) -> None:
    result = ptca(seeds)
    assert statuses(result)["16#2"] == "applied"
    assert "Converted School" in result.applied.document.body["1.6.3"].own_text
    for old, new in result.applied.renumbered.items():
        was, now = result.base.body[old], result.applied.document.body[new]
        assert (was.own_text, was.key) == (now.own_text, now.key)
    assert result.applied.renumbered["1.6.3"] == "1.6.4"
    assert "reference-stale" in {f.code for f in result.applied.findings}


def test_nothing_is_invented_where_the_wording_is_not_given(seeds: Path) -> None:
    result = ptca(seeds)
    for outcome in result.applied.outcomes:
        if outcome.amendment.wording != "given":
            assert outcome.status in {"needs-decision", "needs-wording"}
            assert not outcome.operations
    touched = {name.split("(")[0].split(" ")[0] for o in result.applied.outcomes
               for name in (operation.clause for operation in o.operations)}  # fmt: skip
    assert touched <= {"1.4", "3.2.1", "3.4.1", "3.39", "3.39.1", "3.39.2", "3.39.3", "4.3.1",
                       "4.10.2", *(f"1.6.{n}" for n in range(3, 21))}  # fmt: skip
    assert result.proof.holds


# ------------------------------------------------------------------------------------ oracles


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def printed(document: Document) -> str:
    """The words of a document in the order of the page, without white space."""

    def words(clause: Clause) -> str:
        cells = [cell for row in clause.table.texts for cell in row] if clause.table else []
        label = "".join(run.text for run in clause.label)
        return "".join((label, clause.heading_text, clause.own_text, *cells))

    return squeezed("".join(words(clause) for clause in document.clauses))


@pytest.mark.parametrize(
    ("base", "terms"), [("stca-2022-25.docx", "001"), ("ptca-2023-25.docx", "003")]
)
def test_LibreOffice_and_pandoc_settle_the_changes_as_we_do(
    seeds: Path,
    base: str,
    terms: str,
    libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]],
    pandoc: Callable[[bytes, str], str],
) -> None:
    result = marked(base, next(seeds.glob(f"{terms}_*.txt")), comments=False)
    accepted, rejected = libreoffice([(result.docx, "accept"), (result.docx, "reject")])
    assert squeezed(accepted) == printed(read(result.docx, revisions="accepted"))
    assert squeezed(rejected) == printed(result.base)
    bare = re.compile(r"[\W_]+")
    for command, document in (("accept", result.applied.document), ("reject", result.base)):
        text = bare.sub("", pandoc(result.docx, command))
        for clause in document.clauses:  # pandoc ignores tracked rows of tables
            if clause.table is None and clause.citable:
                assert bare.sub("", clause.own_text) in text, clause.id


def test_LibreOffice_opens_the_working_copy(
    seeds: Path, tmp_path: Path, require_program: Callable[[str], str]
) -> None:
    import subprocess

    soffice = require_program("soffice")
    (tmp_path / "out.docx").write_bytes(stca(seeds).docx)
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "out.docx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


# ------------------------------------------------------------------------- automatic numbering


def test_a_base_whose_numbers_Word_counts_is_marked_up_and_proved() -> None:
    typed = read(CORPUS / "stca-2022-25.docx")
    data, automatic = word(typed)
    assert automatic > 300
    result = markup(data, CORPUS / "stca-2025-27-terms.txt", base_name="base.docx")
    assert result.proof.holds
    accepted = read(result.docx, "out.docx")
    new = [e.new.id for e in result.applied.edits if e.new and not e.old and e.new.number]
    computed = [one for one in new if accepted.body[one].label
                and all(run.source is None for run in accepted.body[one].label)]  # fmt: skip
    assert "4.9.10" in computed  # the end of its list
    assert set(computed) < set(new)
    plain = markup(CORPUS / "stca-2022-25.docx", CORPUS / "stca-2025-27-terms.txt")
    assert [c.id for c in accepted.clauses if c.citable] == [
        c.id for c in plain.applied.document.clauses if c.citable
    ]


def test_numbers_that_move_up_are_counted_and_proved(seeds: Path) -> None:
    data, automatic = word(read(CORPUS / "ptca-2023-25.docx"))
    assert automatic > 100
    result = markup(data, next(seeds.glob("003_*.txt")), base_name="base.docx")
    assert result.proof.holds
    assert result.applied.renumbered["1.6.3"] == "1.6.4"
    accepted = read(result.docx, "out.docx").body
    old = result.base.body["1.6.3"]
    assert (accepted["1.6.4"].number, accepted["1.6.4"].own_text) == ("1.6.4", old.own_text)
    assert all(run.source is None for run in accepted["1.6.4"].label)


# --------------------------------------------------------------------------- what is to check


def test_each_warning_of_the_agreement_is_a_comment_in_the_file(seeds: Path) -> None:
    result = stca(seeds)
    xml = unzipped(result.docx)["word/comments.xml"].decode()
    warnings = [f for f in result.applied.findings if f.severity != "info"]
    assert len(warnings) > 5
    assert xml.count("To check: ") >= len(warnings)
    assert "which item 10 repeals" in xml
    assert not re.search(r"To check: [^<]*\d#\d", xml)


def test_the_title_that_still_names_the_old_years_is_found() -> None:
    result = marked("stca-2022-25.docx", CORPUS / "stca-2025-27-terms.txt")
    [found] = [f for f in result.applied.findings if f.code == "title-unchanged"]
    assert (found.severity, found.clause) == ("warning", result.base.title)
    assert "the title and the page header still say 2022-25" in found.message
    assert "signatures" in found.message
    assert "2025-27" in found.message


def test_a_title_without_years_is_not_found() -> None:
    base = read(CORPUS / "stca-2022-25.txt")
    bare = replace(base, clauses=tuple(c for c in base.clauses if c.id != base.title))
    assert fit.unchanged_title(bare, Applied(replace(bare, version="2025-27"), (), (), {})) == []


@pytest.mark.parametrize(
    ("silent", "said"),
    [
        (("terms",), "the terms do not say which agreement they settle"),
        (("base",), "the base does not say which agreement it is"),
        (("base", "terms"), "neither the base nor the terms say which agreement this is"),
    ],
)
def test_who_does_not_say_which_agreement_it_is(silent: tuple[str, ...], said: str) -> None:
    both = {
        "base": Document("agreement", "STCA", version="2022-25"),
        "terms": Document("terms", "STCA", version="2025-27"),
    }
    both |= {name: replace(both[name], agreement="") for name in silent}
    [found] = fit.check(both["base"], both["terms"])
    assert found.message == f"{said}: the fit was not checked"


def test_the_changes_carry_the_day_that_is_given_and_no_other(tmp_path: Path) -> None:
    arguments = ["markup", str(CORPUS / "stca-2022-25.txt"), str(CORPUS / "stca-2025-27-terms.txt")]
    out = str(tmp_path / "out.docx")
    for option, dates in (([], set()), (["--date", "2026-02-03"], {"2026-02-03T00:00:00Z"})):
        result = CliRunner().invoke(main, [*arguments, "-o", out, *option])
        assert result.exit_code == 0, result.output
        assert f"reads as before.\nwrote {out}\n" in result.output
        for part in ("word/document.xml", "word/comments.xml"):
            xml = unzipped(Path(out).read_bytes())[part].decode()
            assert set(re.findall(r'w:date="([^"]*)"', xml)) == dates


# ---------------------------------------------------------------------------- the command line


@pytest.mark.parametrize("base", ["stca-2022-25.docx", "stca-2022-25.txt"])
def test_the_command_writes_every_format(tmp_path: Path, base: str) -> None:
    names = ["out.docx", "out.html", "out.xml", "out.json"]
    options = [part for name in names for part in ("-o", str(tmp_path / name))]
    terms = str(CORPUS / "stca-2025-27-terms.txt")
    result = CliRunner().invoke(main, ["markup", str(CORPUS / base), terms, *options])
    assert result.exit_code == 0, result.output
    assert "18 amendments ordered" in result.output
    data = (tmp_path / "out.xml").read_bytes()
    assert validate(data) == []
    assert from_xml(data).version == "2025-27"
    report = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert next(iter(report)) == "schema"
    assert report["schema"] == "clausetrack/markup/1"
    assert all(report["proof"].values())
    assert (tmp_path / "out.html").read_text("utf-8").startswith("<!doctype html>")
    accepted = read(tmp_path / "out.docx")
    assert accepted.body["4.3.2"].own_text == from_xml(data).body["4.3.2"].own_text


def test_strict_tells_that_something_was_not_applied(tmp_path: Path) -> None:
    arguments = [str(CORPUS / "stca-2022-25.txt"), str(CORPUS / "stca-2025-27-terms.txt")]
    out = tmp_path / "out.docx"
    result = CliRunner().invoke(main, ["markup", *arguments, "-o", str(out), "--strict"])
    assert result.exit_code == 3
    assert out.exists()


def test_an_ending_that_means_nothing_is_a_usage_error(tmp_path: Path) -> None:
    arguments = [str(CORPUS / "stca-2022-25.txt"), str(CORPUS / "stca-2025-27-terms.txt")]
    result = CliRunner().invoke(main, ["markup", *arguments, "-o", str(tmp_path / "out.doc")])
    assert result.exit_code == 2
    assert "must end in" in result.output


def test_an_output_that_is_a_source_is_refused(tmp_path: Path) -> None:
    base = tmp_path / "base.docx"
    base.write_bytes((CORPUS / "stca-2022-25.docx").read_bytes())
    terms = str(CORPUS / "stca-2025-27-terms.txt")
    result = CliRunner().invoke(main, ["markup", str(base), terms, "-o", str(base)])
    assert result.exit_code == 2
    assert base.read_bytes() == (CORPUS / "stca-2022-25.docx").read_bytes()


def test_a_base_that_reads_so_already_is_said_to(tmp_path: Path) -> None:
    terms = CORPUS / "stca-2025-27-terms.txt"
    new = markup(CORPUS / "stca-2022-25.txt", terms).applied.document
    base = tmp_path / "new.xml"
    base.write_bytes(to_xml(replace(new, version="2022-25")))
    result = CliRunner().invoke(main, ["markup", str(base), str(terms)])
    assert "16 changed nothing" in result.output


def test_a_failed_proof_writes_nothing_and_exits_with_4(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clausetrack import prove

    broken = prove.Proof(True, True, False, True, True, ("4.3.2 is not what the terms print",))
    monkeypatch.setattr(prove, "prove", lambda *_: broken)
    arguments = [str(CORPUS / "stca-2022-25.txt"), str(CORPUS / "stca-2025-27-terms.txt")]
    out = tmp_path / "out.docx"
    out.write_bytes(b"as it was")
    result = CliRunner().invoke(main, ["markup", *arguments, "-o", str(out)])
    assert result.exit_code == 4
    assert "4.3.2 is not what the terms print" in result.output
    assert out.read_bytes() == b"as it was"


def test_a_base_in_our_own_XML_is_marked_up_too(tmp_path: Path) -> None:
    base = read(CORPUS / "stca-2022-25.txt")
    path = tmp_path / "base.xml"
    path.write_bytes(to_xml(base))
    result = markup(path, CORPUS / "stca-2025-27-terms.txt")
    assert result.proof.holds
    assert "4.9.10" in result.applied.document.body


def test_the_proof_is_an_exception_of_ours() -> None:
    assert ProofFailed.exit_code == 4
