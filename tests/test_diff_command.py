"""The command `diff` and its outputs: JSON, terminal, HTML, tracked Word files."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner

from clausetrack import compare, diff
from clausetrack.commands import main
from clausetrack.ingest import read
from clausetrack.model import Document
from clausetrack.ooxml import revisions
from clausetrack.ooxml.names import paragraphs, w
from clausetrack.ooxml.package import open_package, save, to_bytes
from clausetrack.ooxml.text import paragraph_text

OLD = """Harbour Lights Collective Agreement 2022-2025

1 Watches

1.1 The night watch is stood by two keepers from dusk until the lamp is put out.

1.2 A keeper must not leave the gallery while the fog signal sounds, see clause 1.4.

1.3 Oil is landed each quarter and paid for by the board within 5 working days.

1.4 The ‘lower’ lamp is trimmed twice in every watch & entered in the <log>.
"""
NEW = (
    OLD.replace("5 working", "10 working")
    .replace("‘lower’", "'lower'")
    .replace("1.4 The", "1.5 The")
    .replace("\n1.3 Oil", "\n1.3 A new bell is rung in fog.\n\n1.4 Oil")
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, "utf-8")
    return str(paths[0]), str(paths[1])


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["diff", *arguments])
    assert result.exit_code == code, result.output
    return result.stdout


def test_json_has_the_promised_fields(pair: tuple[str, str]) -> None:
    found: dict[str, Any] = json.loads(run(*pair, "--format", "json"))
    assert next(iter(found)) == "schema"
    assert found["schema"] == "clausetrack/diff/1"
    fields = {"kind", "old_id", "new_id", "old_text", "new_text", "edits", "moved", "renumbered",
              "classes"}  # fmt: skip
    assert all(fields <= change.keys() for change in found["changes"])
    kinds = [(each["kind"], each["old_id"], each["new_id"]) for each in found["changes"]]
    assert kinds == [
        ("inserted", None, "1.3"),
        ("changed", "1.3", "1.4"),
        ("changed", "1.4", "1.5"),
    ]
    assert {"op": "replace", "old": "5", "new": "10"}.items() <= found["changes"][1]["edits"][
        0
    ].items()


def test_json_counts_an_edit_in_its_part(tmp_path: Path) -> None:
    text = (
        "Pilots Collective Agreement 2022-2025\n\n1 Bells\n\n1.1 {}\n\n{}\n\n1.2 The mate rings.\n"
    )
    one = "A bell is rung in fog by the watch. Its rope is seen to each night by the cook."
    (tmp_path / "old.txt").write_text(text.format("Fog bells", one), "utf-8")
    (tmp_path / "new.txt").write_text(
        text.format("Fog gongs", one.replace("cook", "mate")), "utf-8"
    )
    found = json.loads(
        run(*(str(tmp_path / f"{n}.txt") for n in ("old", "new")), "--format", "json")
    )
    (change,) = found["changes"]
    assert change["old_text"] == f"Fog bells\n{one}"
    assert [(e["part"], e["old"], e["start"]) for e in change["edits"]] == [
        ("heading", "bells", 4), ("text", "cook", 74)
    ]  # fmt: skip


def test_json_counts_an_edit_of_what_was_joined_in_all_of_it(tmp_path: Path) -> None:
    first = "A bell is rung in fog by the senior keeper of the watch until the boats are in."
    second = "Its rope is seen to each night by the cook before the lamp is lit at the station."
    text = "Pilots Collective Agreement 2022-2025\n\n1 Bells\n\n1.1 {}{}\n"
    joined = second.replace("cook", "mate")
    (tmp_path / "old.txt").write_text(text.format(first, f"\n\n1.2 {second}"), "utf-8")
    (tmp_path / "new.txt").write_text(text.format(first, f" {joined}"), "utf-8")
    names = (str(tmp_path / f"{name}.txt") for name in ("old", "new"))
    (change,) = json.loads(run(*names, "--format", "json"))["changes"]
    assert (change["kind"], change["old_text"]) == ("joined", f"{first}\n{second}")
    starts = {edit["old"]: edit["start"] for edit in change["edits"]}
    assert starts["cook"] == len(first) + 1 + len("Its rope is seen to each night by the ")


def test_a_reference_that_did_not_follow_is_told(pair: tuple[str, str]) -> None:
    found = json.loads(run(*pair, "--format", "json"))
    (finding,) = found["findings"]
    assert (finding["code"], finding["clause"]) == ("reference-stale", "1.2")
    assert "1.5" in finding["message"]
    assert "1.5" in run(*pair).split("did not follow")[1]


def test_the_terminal_shows_words_and_counts_what_it_does_not_show(tmp_path: Path) -> None:
    paths = [tmp_path / "old.txt", tmp_path / "new.txt"]
    texts = [OLD, OLD.replace("5 working", "10 working").replace("‘lower’", "'lower'")]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    names = [str(path) for path in paths]
    shown = run(*names)
    assert "within [-5-]{+10+} working days" in shown
    assert "lower" not in shown
    assert "2 changes: 2 changed" in shown
    assert "1 of them of spacing, quotation marks or emphasis alone" in shown
    assert "lower" in run(*names, "--all")
    assert len(json.loads(run(*names, "--format", "json"))["changes"]) == 2


def test_the_exit_code_tells_of_differences_only_when_asked(pair: tuple[str, str]) -> None:
    run(*pair, "--exit-code", code=1)
    run(*pair)
    assert "no changes" in run(pair[0], pair[0], "--exit-code")


def test_two_formats_of_one_document_read_the_same(pair: tuple[str, str], tmp_path: Path) -> None:
    stored = str(tmp_path / "old.xml")
    assert CliRunner().invoke(main, ["ingest", pair[0], "-o", stored]).exit_code == 0
    assert "no changes" in run(stored, pair[0])


class _Marks(HTMLParser):
    """The texts of ins and del, and whatever would make a browser fetch or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {"ins": [], "del": []}
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag in {"link", "img", "iframe"} or any(
            n == "src" or (n == "href" and not (value or "").startswith("#")) for n, value in attrs
        ):
            self.active.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.texts:
            self.texts[self.open[-1]].append(data)


def test_html_is_one_page_that_fetches_nothing_and_escapes_all(
    pair: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out.html"
    run(*pair, "-o", str(out))
    text = out.read_text("utf-8")
    marks = _Marks()
    marks.feed(text)
    assert marks.active == []
    assert marks.texts["del"].count("5") == 2  # inline, and on the old side
    assert marks.texts["ins"].count("10") == 2
    assert "<log>" not in text
    assert "&lt;log&gt;" in text
    again = tmp_path / "again.html"
    run(*pair, "-o", str(again))
    assert again.read_bytes() == out.read_bytes()


# ------------------------------------------------------------------------------------------ Word


def printed(data: bytes, view: revisions.View) -> dict[str, list[str]]:
    """The paragraphs of each part, empty ones left out, with all changes accepted or rejected."""
    package = revisions.resolve(open_package(data, "a file"), view)
    return {
        part: [t for p in paragraphs(package.xml(part)) if (t := paragraph_text(p)).strip()]
        for part in package.stories()
    }


def test_word_output_of_texts_holds_both_versions(pair: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    run(*pair, "-o", str(out))
    for view, source in (("rejected", pair[0]), ("accepted", pair[1])):
        back = read(out, revisions=view)  # type: ignore[arg-type]
        wanted = read(source)
        assert [c.printed for c in back.clauses] == [c.printed for c in wanted.clauses]


def pairs(cases: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((cases / "docx-pairs" / "pairs.json").read_text())
    return found


def test_real_word_pairs_accept_to_the_right_file_and_reject_to_the_left(
    cases: Path, tmp_path: Path
) -> None:
    wrong = []
    for number, each in enumerate(pairs(cases)):
        left, right = (cases / "docx-pairs" / each[side] for side in ("left", "right"))
        out = tmp_path / f"{number}.docx"
        run(str(left), str(right), "-o", str(out))
        data = out.read_bytes()
        was, now = printed(left.read_bytes(), "accepted"), printed(right.read_bytes(), "accepted")
        rejected, accepted = printed(data, "rejected"), printed(data, "accepted")
        if any(rejected[part] != texts for part, texts in was.items()) or any(
            accepted.get(part, []) != texts for part, texts in now.items()
        ):
            wrong.append(each["id"])
    assert wrong == []


def test_pandoc_reads_both_texts_from_real_word_pairs(
    cases: Path, tmp_path: Path, require_program: Callable[[str], str]
) -> None:
    pandoc = require_program("pandoc")

    def plain(path: Path, how: str) -> str:
        command = [pandoc, f"--track-changes={how}", "-f", "docx", "-t", "plain", "--wrap=none"]
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=True)
        return re.sub(r"\s+", " ", done.stdout).strip()

    chosen = [each for each in pairs(cases) if each["left"][:5] in {"WC002", "WC007", "WC024"}]
    assert len(chosen) >= 5
    for number, each in enumerate(chosen):
        left, right = (cases / "docx-pairs" / each[side] for side in ("left", "right"))
        out = tmp_path / f"{number}.docx"
        run(str(left), str(right), "-o", str(out))
        assert plain(out, "reject") == plain(left, "accept"), each["id"]
        assert plain(out, "accept") == plain(right, "accept"), each["id"]


def test_real_agreements_accept_to_the_new_text_and_reject_to_the_old(
    cases: Path, tmp_path: Path
) -> None:
    def letters(document: Document) -> str:
        runs = (
            run.text
            for clause in document.clauses
            for run in (
                *clause.label,
                *clause.heading,
                *clause.text,
                *(
                    r
                    for row in (clause.table.rows if clause.table else ())
                    for c in row
                    for r in c.runs
                ),
            )
        )
        return re.sub(r"\W", "", "".join(runs))  # a bullet is a sign of each format's own

    olds = sorted((cases / "agreements-text").glob("*2023-2025.md"))
    assert len(olds) == 2
    for old in olds:
        new = old.with_name(old.name.replace("2023-2025", "2025-2027"))
        changes = diff(old, new)
        for change in changes:
            if change.kind == "changed":
                assert change.old is not None
                text = change.old.own_text
                for edit in reversed([e for e in change.edits if e.part == "text"]):
                    assert text[edit.start : edit.start + len(edit.old)] == edit.old
                    text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
                assert change.new is not None
                assert text == change.new.own_text
        out = tmp_path / "out.docx"
        run(str(old), str(new), "-o", str(out))
        assert letters(read(out, revisions="rejected", any_text=True)) == letters(read(old))
        assert letters(read(out, revisions="accepted", any_text=True)) == letters(read(new))
        assert diff(old, old) == ()


def test_a_paragraph_that_moved_in_word_is_a_move_of_word(cases: Path, tmp_path: Path) -> None:
    folder = cases / "docx-pairs"
    source = folder / "WC027-Twenty-Paras-Before.docx"
    package = open_package(source.read_bytes())
    root = package.xml(package.document)
    body = next(iter(root))
    texts = [paragraph_text(p) for p in body.iter(w("p"))]
    body.append(body[3])  # the fourth paragraph to the end, before the section's settings
    body.append(next(body.iter(w("sectPr"))))
    moved, out = tmp_path / "moved.docx", tmp_path / "out.docx"
    moved.write_bytes(save(package.changed({package.document: to_bytes(root)})))
    run(str(source), str(moved), "-o", str(out))
    written = open_package(out.read_bytes()).xml(package.document)
    for end in ("moveFrom", "moveTo"):
        (start,) = written.iter(w(f"{end}RangeStart"))
        paragraph = start.getparent()
        assert paragraph is not None
        assert paragraph_text(paragraph) == texts[3]
    assert not list(written.iter(w("ins"), w("del")))


def test_a_paragraph_that_moved_with_another_number_is_a_move_and_its_edits(
    tmp_path: Path,
) -> None:
    old = [
        "1.1 The keeper lights the lamp at dusk.",
        "1.2 Oil is issued on 1 May to the keeper of the upper station, in cans.",
        "1.3 The mate relieves the keeper at midnight.",
        "1.4 The boatman lands stores on Fridays.",
        "1.5 No lamp may be left without a keeper at night.",
    ]
    new = [*old, old[1].replace("1.2", "1.6").replace("1 May", "3 May")]
    del new[1]
    paths = []
    for name, texts in (("old", old), ("new", new)):
        document = docx.Document()
        for text in texts:
            document.add_paragraph(text)
        document.save(str(tmp_path / f"{name}.docx"))
        paths.append(str(tmp_path / f"{name}.docx"))
    out = tmp_path / "out.docx"
    run(*paths, "-o", str(out))
    package = open_package(out.read_bytes())
    written = package.xml(package.document)
    marked = {
        name: ["".join(map(str, node.itertext())) for node in written.iter(w(name))]
        for name in ("del", "moveFrom", "moveTo", "ins")
    }
    wording = [" Oil is issued on ", " May to the keeper of the upper station, in cans."]
    assert [text for text in marked["moveFrom"] if text] == wording
    assert [text for text in marked["moveTo"] if text] == wording
    assert [text for text in marked["del"] if text] == ["1.2", "1"]
    assert [text for text in marked["ins"] if text] == ["1.6", "3"]
    ends = [next(written.iter(w(f"{end}RangeStart"))) for end in ("moveFrom", "moveTo")]
    assert ends[0].get(w("name")) == ends[1].get(w("name"))
    assert all(end.get(w("date")) for end in ends)  # the schema asks for one, the comparison none


def test_a_heading_with_the_number_of_another_is_no_move_of_word(tmp_path: Path) -> None:
    """Clause 3.4 goes, 3.5 takes its number and words, and a new 3.5 comes: nothing moves."""
    head = "Clinic Staff Collective Agreement 2022-2025\n\n3 Pay\n\n"
    old = (
        "3.4 Roster allowance\n\nThe allowance is $35.50 for each shift.\n\n"
        "3.5 On-call allowance\n\nAn employee who is on call is paid $4.20 for each hour.\n\n"
    )
    new = (
        "3.4 Roster and on-call allowances\n\nThe allowance is $38.00 for each shift. An employee"
        " who is on call is paid $4.20 for each hour.\n\n"
        "3.5 Tool allowance\n\nA technician who brings tools is paid $12 each week.\n\n"
    )
    for name, text in (("old", old), ("new", new)):
        (tmp_path / f"{name}.txt").write_text(f"{head}{text}3.6 Uniforms\n\nTwo a year.\n", "utf-8")
    out = tmp_path / "out.docx"
    run(str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "-o", str(out))
    package = open_package(out.read_bytes())
    written = package.xml(package.document)
    assert not list(written.iter(w("moveFrom"), w("moveTo")))
    assert list(written.iter(w("ins"), w("del")))


def test_a_word_file_compared_with_itself_is_itself(cases: Path, tmp_path: Path) -> None:
    path = cases / "docx-pairs" / "WC024-Table-Before.docx"
    out = tmp_path / "out.docx"
    run(str(path), str(path), "-o", str(out))
    assert open_package(out.read_bytes()).parts == open_package(path.read_bytes()).parts


@pytest.mark.parametrize(
    ("before", "after", "classes"),
    [
        ("ninety days", "sixty days", ["figure"]),
        ("twenty days", "thirty-five days", ["figure"]),
        ("six and fifty-five hundredths per cent", "four per cent", ["figure"]),
        ("one hundred and twenty hours", "eighty hours", ["figure"]),
        ("two keepers and one boat", "two keepers or one boat", ["conjunction"]),
        ("a lamp", "a lamp and two horns", ["figure", "conjunction", "other words"]),
    ],
)
def test_a_number_written_out_is_a_figure_and_its_and_no_conjunction(
    before: str, after: str, classes: list[str], tmp_path: Path
) -> None:
    text = "Lamp Collective Agreement 2022-2025\n\n1 Watches\n\n1.1 A keeper has {} a year.\n"
    (tmp_path / "old.txt").write_text(text.format(before), "utf-8")
    (tmp_path / "new.txt").write_text(text.format(after), "utf-8")
    (change,) = diff(tmp_path / "old.txt", tmp_path / "new.txt")
    assert list(change.classes) == classes


def test_what_moved_without_a_heading_is_known_by_its_words(tmp_path: Path) -> None:
    words = "The keeper of the north light enters each passing ship in the harbour log."
    rest = [
        "The night watch is stood by two keepers from dusk until the lamp is put out.",
        "Oil is landed each quarter and is paid for by the board.",
        "The fog bell is rung by hand where the engine has failed.",
    ]
    head = "Harbour Lights Collective Agreement 2022-2025\n\n1 Watches\n\n"
    for name, order in (("old", [words, *rest]), ("new", [*rest, words])):
        lines = [f"1.{at} {said}" for at, said in enumerate(order, 1)]
        (tmp_path / f"{name}.txt").write_text(head + "\n\n".join(lines) + "\n", "utf-8")
    told = run(str(tmp_path / "old.txt"), str(tmp_path / "new.txt"))
    assert f"1.1 → 1.4  moved  (renumbering)\n    {words}\n" in told


def test_what_came_without_words_or_without_a_name_is_said_to_be_so(tmp_path: Path) -> None:
    head = "Harbour Lights Collective Agreement 2022-2025\n\nArticle 1 Watches\n\n"
    (tmp_path / "old.txt").write_text(f"{head}Section 1. The lamp is lit.\n", "utf-8")
    (tmp_path / "new.txt").write_text(
        f"{head}Section 1. The lamp is lit.\n\nSection 2.\n\nA. The horn is sounded in fog.\n\n"
        "B. The bell is rung.\n",
        "utf-8",
    )
    told = run(str(tmp_path / "old.txt"), str(tmp_path / "new.txt"))
    assert "Article 1 Section 2  inserted\n    (no words of its own)\n" in told


def _with_furniture(path: Path, header: str, footer: str, clause: str = "1.1 Oil is free.") -> str:
    document = docx.Document()
    document.add_paragraph("Harbour Lights Collective Agreement 2022-2025")
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    for text in ("1 Watches", clause, "1.2 The lamp is lit at dusk."):
        document.add_paragraph(text)
    document.save(str(path))
    return str(path)


def test_what_changed_outside_the_clauses_is_told(tmp_path: Path) -> None:
    old = _with_furniture(tmp_path / "old.docx", "It expires on 30 June 2025", "Draft 1")
    new = _with_furniture(tmp_path / "new.docx", "It expires on 30 June 2026", "Draft 1")
    told = run(old, new, "--exit-code", code=1)
    words = "changed: “It expires on 30 June 2025” → “It expires on 30 June 2026”"
    assert f"Outside the clauses\n    in the page header, {words}\n" in told
    result = compare(old, new)
    assert (result.changes, result.differs) == ((), True)
    assert [(one.code, one.message) for one in result.findings] == [
        ("outside-changed", f"in the page header, {words}")
    ]
    assert told.endswith("no changes in the clauses\n")
    found = json.loads(run(old, new, "--format", "json"))
    assert found["changes"] == []
    assert [one["code"] for one in found["findings"]] == ["outside-changed"]
    page = run(old, new, "--format", "html")
    assert "The two versions read the same." not in page
    assert "It expires on 30 June 2026" in page
    assert run(old, old, "--exit-code") == "no changes\n"


def test_a_changed_footnote_is_told(cases: Path, tmp_path: Path) -> None:
    source = cases / "docx-pairs" / "WC034-Footnotes-Before.docx"
    package = open_package(source.read_bytes())
    part = "word/footnotes.xml"
    changed = package.parts[part].replace(b"This is the", b"This is not the")
    assert changed != package.parts[part]
    (tmp_path / "new.docx").write_bytes(save(package.changed({part: changed})))
    told = run(str(source), str(tmp_path / "new.docx"), "--exit-code", code=1)
    assert "in a footnote, changed: “This is the footnote.” → “This is not the footnote.”" in told


def test_a_page_number_that_was_open_last_is_no_change(tmp_path: Path) -> None:
    paths = []
    for number in ("3", "7"):
        path = tmp_path / f"{number}.docx"
        _with_furniture(path, "Harbour Lights", "Page ")
        package = open_package(path.read_bytes())
        (part,) = [name for name, kind in package.stories().items() if kind == "footer"]
        field = (
            '<w:fldSimple w:instr=" PAGE "><w:r><w:t>' + number + "</w:t></w:r></w:fldSimple></w:p>"
        )
        data = package.parts[part].replace(b"</w:p>", field.encode(), 1)
        path.write_bytes(save(package.changed({part: data})))
        paths.append(str(path))
    assert run(*paths, "--exit-code") == "no changes\n"


def test_what_only_the_word_file_can_hold_is_said_not_to_be_compared(tmp_path: Path) -> None:
    word = _with_furniture(tmp_path / "old.docx", "It expires on 30 June 2025", "")
    (tmp_path / "new.txt").write_text(
        "Harbour Lights Collective Agreement 2022-2025\n\n1 Watches\n\n1.1 Oil is free.\n\n"
        "1.2 The lamp is lit at dusk.\n",
        "utf-8",
    )
    told = run(word, str(tmp_path / "new.txt"), "--exit-code")
    assert "what stands in the page header is not compared" in told
    plain = _with_furniture(tmp_path / "plain.docx", "", "")
    assert "not compared" not in run(plain, str(tmp_path / "new.txt"))


def test_the_edits_of_prose_in_a_cell_are_shown_in_it(tmp_path: Path) -> None:
    rows = (
        "Harbour Lights Collective Agreement 2022-2025\n\n1 Watches\n\n1.1 The watches are:\n\n"
        "Watch\tWho stands it\tPaid\n"
        "Night\tThe mate, and where the mate is ill any keeper whom the board names\t$40\n"
        "Day\tThe storekeeper\t$30\n\n1.2 Oil is free.\n\n1.3 Rope is not.\n"
    )
    names = []
    for name, text in (("old", rows), ("new", rows.replace("is ill", "is away")
                                              .replace("storekeeper", "cook"))):  # fmt: skip
        path = tmp_path / f"{name}.txt"
        path.write_text(text, "utf-8")
        names.append(str(path))
    told = run(*names)
    assert "where the mate is [-ill-]{+away+} any keeper" in told
    assert "Day, Who stands it: [-The storekeeper-]{+The cook+}\n" in told
    found = json.loads(run(*names, "--format", "json"))
    assert [edit["old"].split()[-1] for edit in found["changes"][0]["edits"]] == [
        "names", "storekeeper"
    ]  # fmt: skip


def test_what_moved_and_changed_is_counted_as_both(tmp_path: Path) -> None:
    lines = OLD.strip().split("\n\n")
    lines[3] = lines[3].replace("see clause", "under clause")
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, "utf-8")
    lines = [*lines[:2], *lines[3:], lines[2].replace("two keepers", "three keepers")]
    new.write_text("\n\n".join(lines) + "\n", "utf-8")
    told = run(str(old), str(new))
    assert "moved and changed" in told
    assert "2 changed (1 of them moved)" in told.splitlines()[-1]
    page = run(str(old), str(new), "--format", "html")
    assert re.search(r">2</span>\s*Changed, 1 of them moved", page)
    assert "of them moved" not in run(str(old), str(old))
