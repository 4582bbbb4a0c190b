"""README.md is true: its commands and options exist, its examples run and print what it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import clausetrack
from clausetrack.commands import COMMANDS, main
from clausetrack.settlement import STATUSES

CHECKOUT = Path(clausetrack.__file__).parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
#: The lines of indented code that are commands, without what is said of them beside.
LINES = [
    re.split(r"\s{2,}", found)[0] for found in re.findall(r"^ {4,}(clausetrack .*)", README, re.M)
]
INLINE = re.findall(r"`(clausetrack [a-z][^`]*)`", README)


def command(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that a line of words runs, and the words after its name."""
    found: click.Command = main
    while isinstance(found, click.Group) and words:
        inner = found.get_command(click.Context(found), words[0])
        assert inner is not None, f"there is no command {words[0]}"
        found, words = inner, words[1:]
    return found, words


@pytest.mark.parametrize("line", [*LINES, *INLINE])
def test_every_command_line_names_what_exists(line: str) -> None:
    found, words = command(shlex.split(line)[1:])
    known = {name for one in found.params if isinstance(one, click.Option) for name in one.opts}
    assert {word for word in words if word.startswith("-") and word != "-"} <= known


def test_every_command_is_told() -> None:
    assert {line.split()[1] for line in [*LINES, *INLINE]} >= set(COMMANDS) - {"reject"}
    assert "`reject`" in README


def test_every_option_that_is_told_exists() -> None:
    known = {"--help"}
    for name in COMMANDS:
        pending = [command([name])[0]]
        while pending:
            one = pending.pop()
            known |= {opt for each in one.params for opt in each.opts}
            if isinstance(one, click.Group):
                pending += one.commands.values()
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", README)) <= known


def test_links_and_files_are_there() -> None:
    titles = re.findall(r"^#+ (.*)", README, re.M)
    anchors = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]*)\)", README)) <= anchors
    named = re.findall(r"\]\(([^#)][^)]*)\)", README)
    named += re.findall(r"`((?:docs|corpus|schemas)/[^`]*|[A-Z]+\.md)`", README)
    assert [name for name in named if not (CHECKOUT / name).exists()] == []


def test_the_worked_example_prints_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CHECKOUT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    example = [line for line in LINES if line.startswith(("clausetrack fact", "clausetrack trig"))]
    example = [line for line in example if "fact add" in line or "corpus/" in line]
    printed = ""
    for line in example:
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        assert result.exit_code == 0, result.output
        printed += result.stdout
    shown = README.split("The answer, cut short:\n")[1].split("\n`last-days.ics`")[0]
    for part in shown.strip().split("\n\n"):
        assert " ".join(part.split()) in " ".join(printed.split())
    calendar = (tmp_path / "last-days.ics").read_text("utf-8").replace("\r\n ", "")
    assert "SUMMARY:IF MET\\, UNCONFIRMED: PTCA 2025-27" in calendar
    assert "DTSTART;VALUE=DATE:20260105" in calendar
    assert (tmp_path / "answer.html").is_file()


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    code = re.findall(r"```python\n(.*?)```", README, re.S)
    assert len(code) == 1
    names: dict[str, object] = {}
    exec(code[0], names)  # our own README
    assert names["changes"]


def test_the_index_of_decisions_holds_each_under_its_title() -> None:
    folder = CHECKOUT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    expected = []
    for path in sorted(folder.glob("[0-9]*.md")):
        number, title = path.read_text("utf-8").split("\n", 1)[0].removeprefix("# ").split(". ", 1)
        assert int(path.name[:4]) == int(number)
        expected.append((path.name[:4], path.name, title))
    assert re.findall(r"^- \[(\d{4})\]\((.*)\) (.*)$", index, re.M) == expected


def test_every_outcome_is_explained() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", README, re.M)) >= set(STATUSES)
