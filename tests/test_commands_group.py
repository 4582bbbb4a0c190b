"""The command line around the commands: help, exit codes, what is read and what is written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import clausetrack
from clausetrack import errors
from clausetrack.commands import COMMANDS, Commands, Entry, main
from clausetrack.commands.output import (
    emit_bytes,
    emit_json,
    json_bytes,
)
from clausetrack.visible import visible

CHECKOUT = str(Path(clausetrack.__file__).parent.parent)

HEAVY = {
    "diff_match_patch", "docx", "holidays", "icalendar", "jinja2", "lark", "lxml", "openpyxl",
    "pdfminer", "pdfplumber", "pypdfium2", "rapidfuzz",
}  # fmt: skip


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the program with one more command, `act`, which does what the test says."""

    def run(act: Callable[[], object], *options: str) -> Result:
        command = click.Command("act", callback=act)
        monkeypatch.setattr(Commands, "get_command", lambda *_: command)
        return CliRunner().invoke(main, [*options, "act"])

    return run


def raising(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


def python(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a Python of its own."""
    environment = {**os.environ, "PYTHONPATH": CHECKOUT}
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True, encoding="utf-8", check=False, env=environment,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


# ------------------------------------------------------------------------------ help and version


def test_help_lists_every_command_in_the_order_of_the_work() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    listed = result.stdout.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    said = [line.split(None, 1)[1] for line in listed]
    assert said == [entry.help for entry in COMMANDS.values()]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"Usage: clausetrack {name} ")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_no_library_but_click(option: str) -> None:
    done = python(f"""
        import sys
        from clausetrack.commands import main
        try:
            main([{option!r}])
        except SystemExit as end:
            assert end.code == 0
        print(*sorted({{name.split(".")[0] for name in sys.modules}}), file=sys.stderr)
        print(*(name for name in sys.modules if name.startswith("clausetrack")), file=sys.stderr)
    """)
    everything, ours = done.stderr.splitlines()
    assert not HEAVY & set(everything.split())
    assert set(ours.split()) == {
        "clausetrack", "clausetrack.commands", "clausetrack.commands.output", "clausetrack.errors",
        "clausetrack.lazily", "clausetrack.visible",
    }  # fmt: skip


def test_a_command_is_imported_when_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "lazy_commands"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "one.py").write_text(
        "import click\ncommand = click.Command('one', callback=lambda: click.echo('ran'))\n"
    )
    (package / "broken.py").write_text("raise RuntimeError('imported')\n")
    monkeypatch.syspath_prepend(tmp_path)
    entries = {"one": Entry("one", "command", "One."), "two": Entry("broken", "command", "Two.")}
    group = Commands("g", entries=entries, package="lazy_commands", params=main.params)
    runner = CliRunner()
    assert "Two." in runner.invoke(group, ["--help"]).stdout
    assert runner.invoke(group, ["one"]).stdout == "ran\n"
    assert "RuntimeError: imported" in runner.invoke(group, ["two"]).stderr


def test_version() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.stdout == f"clausetrack, version {clausetrack.__version__}\n"


# ------------------------------------------------------------------------------------ exit codes


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (errors.UnreadableInput("terms.txt is empty"), 2, "terms.txt is empty"),
        (errors.ProofFailed("4.9.2 was lost"), 4, "4.9.2 was lost"),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), 2,
         "a.txt: No such file or directory"),
        (PermissionError(13, "Permission denied", "a.txt"), 2, "a.txt: Permission denied"),
        (OSError("disk on fire"), 2, "disk on fire"),
        (click.ClickException("no such folder"), 2, "no such folder"),
        (errors.UnknownClause("no clause\n  \x1b[2J4.9"), 2, "no clause \\x1b[2J4.9"),
    ],
)  # fmt: skip
def test_an_error_is_one_line_and_an_exit_code(
    program: Callable[..., Result], error: Exception, code: int, line: str
) -> None:
    result = program(raising(error))
    assert (result.exit_code, result.stderr) == (code, f"clausetrack: error: {line}\n")
    assert result.stdout == ""


@pytest.mark.parametrize("error", [KeyError("4.9"), EOFError("the archive ends early")])
def test_an_unexpected_error_is_called_a_bug(
    program: Callable[..., Result], error: Exception
) -> None:
    result = program(raising(error))
    assert result.exit_code == 2
    line = result.stderr.strip()
    name = type(error).__name__
    assert line.startswith(f"clausetrack: error: this is a bug in clausetrack ({name}: ")
    assert "--debug" in line
    assert "\n" not in line


@pytest.mark.parametrize("error", [KeyError("4.9"), errors.ProofFailed("\x1b[2J4.9 was lost")])
def test_debug_shows_the_traceback_and_keeps_the_exit_code(
    program: Callable[..., Result], error: Exception
) -> None:
    plain, debug = program(raising(error)), program(raising(error), "--debug")
    assert debug.exit_code == plain.exit_code
    assert "Traceback (most recent call last)" in debug.stderr
    assert debug.stderr.endswith(plain.stderr)
    assert "\x1b" not in debug.stderr
    assert "Traceback" not in program(raising(error)).stderr


@pytest.mark.parametrize("arguments", [["--nonsense"], ["no-such-command"], ["no\x1b[2Jsuch"]])
def test_bad_usage_is_one_line_and_says_where_help_is(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("clausetrack: error: No such ")
    assert result.stderr.endswith("Try 'clausetrack --help'.\n")
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr


def test_no_command_shows_the_help() -> None:
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: clausetrack")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda: None, 0),
        (lambda: 3, 3),
        (lambda: click.get_current_context().exit(1), 1),
        (lambda: sys.exit(3), 3),
        (raising(KeyboardInterrupt()), 130),
    ],
)
def test_the_exit_code_is_the_commands(
    program: Callable[..., Result], act: Callable[[], object], code: int
) -> None:
    result = program(act)
    assert (result.exit_code, result.output.strip()) == (code, "")


@pytest.mark.skipif(os.name == "nt", reason="a pipe breaks in another way on Windows")
@pytest.mark.parametrize("write", ["click.echo('x' * 100_000)", "sys.stdout.write('x')"])
def test_a_reader_that_goes_away_is_no_error(write: str) -> None:
    done = python(f"""
        import os, sys, click
        from clausetrack.commands import Commands, main
        reading, writing = os.pipe()
        os.close(reading)
        os.dup2(writing, 1)
        command = click.Command("act", callback=lambda: {write} and None)
        Commands.get_command = lambda *_: command
        main(["act"])
    """)
    assert (done.returncode, done.stderr) == (141, "")


# ------------------------------------------------------------------------------------- terminals


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Māori “pay” – 4.3A\n\tnext", "Māori “pay” – 4.3A\n\tnext"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("bell\x07 back\x08 return\r delete\x7f", "bell\\x07 back\\x08 return\\x0d delete\\x7f"),
        ("C1 \x9b31m \x85", "C1 \\x9b31m \\x85"),
        ("override \u202egnirts\u202c \u2066", "override \\u202egnirts\\u202c \\u2066"),
        ("surrogate \udcff", "surrogate \\udcff"),
    ],
)  # fmt: skip
def test_control_characters_are_shown_and_not_obeyed(text: str, shown: str) -> None:
    assert visible(text) == shown


def on_a_terminal(act: str, **environment: str) -> bytes:
    """What a terminal receives from a command that does `act`."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    shown, terminal = pty.openpty()
    code = f"""
import click
from clausetrack.commands import Commands, main
from clausetrack.commands.output import echo, emit_bytes, emit_json
command = click.Command("act", callback=lambda: {act})
Commands.get_command = lambda *_: command
main(["act"])
"""
    try:
        subprocess.run(
            [sys.executable, "-c", code], stdout=terminal, check=True,
            env={**os.environ, "PYTHONPATH": CHECKOUT, "NO_COLOR": "", **environment},
        )  # fmt: skip
        return os.read(shown, 10_000).replace(b"\r\n", b"\n")
    finally:
        os.close(terminal)
        os.close(shown)


@pytest.mark.parametrize(
    ("no_color", "shown"),
    [("", b"\x1b[31mrepealed\\x1b\x1b[0m\n"), ("1", b"repealed\\x1b\n")],
)
def test_no_color_is_honoured_on_a_terminal(no_color: str, shown: bytes) -> None:
    assert on_a_terminal("echo('repealed\\x1b', fg='red')", NO_COLOR=no_color) == shown


def test_plain_text_on_a_terminal_is_nothing_but_the_text() -> None:
    assert on_a_terminal("echo('4.9.2 stays')") == b"4.9.2 stays\n"


def test_bytes_are_made_printable_only_on_a_terminal(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    data = "<p>\x9b</p>\n".encode()
    assert on_a_terminal(f"emit_bytes({data!r})") == b"<p>\\x9b</p>\n"
    emit_bytes(data)
    assert capfdbinary.readouterr().out == data


def test_a_terminal_without_macrons_is_no_error() -> None:
    done = python("""
        import click, sys
        from clausetrack.commands import Commands, main
        from clausetrack.commands.output import echo
        sys.stdout.reconfigure(encoding="cp1252")
        command = click.Command("act", callback=lambda: echo("Māori"))
        Commands.get_command = lambda *_: command
        main(["act"])
    """)
    assert (done.returncode, done.stdout, done.stderr) == (0, "M\\u0101ori\n", "")


def test_json_keeps_its_order_its_macrons_and_every_character(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    value = {"schema": "clausetrack/x/1", "text": "Ā \x9b \u202e \x07", "a": [1, None]}
    emit_json(value)
    out = capfdbinary.readouterr().out
    assert out == json_bytes(value)
    assert json.loads(out) == value
    assert out.decode() == textwrap.dedent("""\
        {
          "schema": "clausetrack/x/1",
          "text": "Ā \\u009b \\u202e \\u0007",
          "a": [
            1,
            null
          ]
        }
        """)


# ---------------------------------------------------------------------------------- public verbs


def test_an_unknown_attribute_of_the_package_is_named() -> None:
    with pytest.raises(AttributeError, match="'clausetrack' has no attribute 'nonsense'"):
        _ = clausetrack.nonsense  # type: ignore[attr-defined]


@pytest.mark.parametrize("verb", [name for name in clausetrack.__all__ if name[0] != "_"])
@pytest.mark.parametrize("before", ["", "import clausetrack.markup, clausetrack.commands.markup"])
def test_a_verb_is_a_function_whatever_was_imported_first(verb: str, before: str) -> None:
    done = python(f"""
        {before}
        import clausetrack
        from clausetrack import {verb}
        assert callable({verb}) and clausetrack.{verb} is {verb}, {verb}
    """)
    assert done.stderr == ""


@pytest.mark.parametrize("day", ["31/12/2025", "2025-02-30", "soon"])
def test_a_day_that_is_none_says_how_one_is_written(day: str) -> None:
    terms = str(Path(__file__).parent.parent / "corpus" / "ptca-2025-27-terms.txt")
    result = CliRunner().invoke(main, ["triggers", terms, "--as-at", day])
    assert result.exit_code == 2
    assert f"“{day}” is no day; write the year, the month and the day: 2026-01-28" in result.output
    assert "%Y" not in result.output
