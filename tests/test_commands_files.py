"""What the commands read and write: whole or not at all, and within the limit."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import clausetrack
from clausetrack.commands import main
from clausetrack.commands.input import MAX_BYTES, read_bytes
from clausetrack.commands.output import write_all, write_whole
from clausetrack.errors import UnreadableInput

# ---------------------------------------------------------------------------------------- output


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "out.xml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    reader = target.open("rb")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    with reader:
        assert reader.read() == b"old"  # whoever had it open still reads all of the old one
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "made by hand").touch()
    write_whole(tmp_path / "out", b"")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "made by hand").stat().st_mode


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out.xml"
    target.write_bytes(b"old")
    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_of_several_files_none_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    first = tmp_path / "first"
    with pytest.raises(click.ClickException, match="there is no folder"):
        write_all({first: b"1", tmp_path / "absent" / "second": b"2"})
    assert list(tmp_path.iterdir()) == []
    write_all({first: b"1", tmp_path / "second": b"2"})
    assert (first.read_bytes(), (tmp_path / "second").read_bytes()) == (b"1", b"2")


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="it is a folder"):
        write_whole(tmp_path, b"new")


@pytest.mark.skipif(os.name == "nt", reason="devices are files on Unix only")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(os.devnull, b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_write_protected_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "signed.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(PermissionError, match=r"signed\.docx"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"


# ----------------------------------------------------------------------------------------- input


def test_bytes_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_bytes(b"\xff1. Term")
    assert read_bytes(str(tmp_path / "terms.txt")) == b"\xff1. Term"


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"\xff1. Term")
    assert read_bytes("-") == b"\xff1. Term"


@pytest.mark.parametrize(
    ("size", "said"),
    [(MAX_BYTES + 1, "64.1 MB"), (65 * 2**20, "65.0 MB"), (68_100 * 2**10, "66.6 MB")],
)
def test_a_file_over_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, said: str
) -> None:
    huge = tmp_path / "huge.docx"
    with huge.open("wb") as file:
        file.truncate(size)  # sparse: it takes no room on the disk

    def opened(*_: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(UnreadableInput, match=f"is {said}; the limit is 64 MB; "):
        read_bytes(huge)


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES)
    assert len(read_bytes(large)) == MAX_BYTES


def test_standard_input_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausetrack.commands.input.MAX_BYTES", 2**20)
    feed(monkeypatch, bytes(2**20))
    assert len(read_bytes("-")) == 2**20
    feed(monkeypatch, bytes(2**20 + 1))
    with pytest.raises(UnreadableInput, match="input is too large; the limit is 1 MB"):
        read_bytes("-")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_an_endless_device_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausetrack.commands.input.MAX_BYTES", 2**20)
    with pytest.raises(UnreadableInput, match="/dev/zero is too large"):
        read_bytes("/dev/zero")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="the name is empty"):
        read_bytes("")
    with pytest.raises(UnreadableInput, match="is a folder"):
        read_bytes(tmp_path)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "absent.txt")


# ------------------------------------------------------------ names that would lose something

CORPUS = Path(clausetrack.__file__).parent.parent / "corpus"
#: Each command that writes where it is told, with its sources. OUT is where.
WRITERS = [
    "accept stca-2022-25.docx -o OUT",
    "reject stca-2022-25.docx -o OUT",
    "diff stca-2022-25.docx stca-2022-25.txt --format text -o OUT",
    "ingest stca-2022-25.txt -o OUT",
    "markup stca-2022-25.docx stca-2025-27-terms.txt --signing OUT",
    "provisions suggest ptca-2025-27-terms.txt -o OUT",
    "rates stca-2025-27-terms.txt --against stca-2022-25.txt --format text -o OUT",
    "references stca-2025-27-terms.txt --since stca-2022-25.txt --html OUT",
    "triggers ptca-2025-27-terms.txt --facts facts.toml --ics OUT",
    "triggers ptca-2025-27-terms.txt --facts facts.toml --html OUT",
]


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples, in which the command runs."""
    for source in CORPUS.iterdir():
        if source.is_file():
            shutil.copy(source, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("line", WRITERS)
def test_no_command_writes_over_a_document_that_it_reads(line: str, samples: Path) -> None:
    words = line.split()
    for source in [word for word in words if (samples / word).is_file()]:
        before = (samples / source).read_bytes()
        link = samples / ("link.docx" if "--signing" in words else "link")  # it asks for the ending
        link.symlink_to(source)
        for name in {str(link), *([source] if "--signing" not in words else [])}:
            result = invoke(*(name if word == "OUT" else word for word in words))
            assert result.exit_code == 2, result.output
            refused = "is one of the sources; give it a name of its own" in result.output
            assert refused or (name == source and ", and what is written is ." in result.output)
        link.unlink()
        assert (samples / source).read_bytes() == before


def test_a_folder_in_which_a_source_has_the_name_of_the_output_keeps_it(samples: Path) -> None:
    assert invoke("ingest", "ptca-2023-25.txt", "-o", "ptca.xml").exit_code == 0
    before = (samples / "ptca.xml").read_bytes()
    result = invoke("ingest", "ptca.xml", "-o", ".")
    assert (result.exit_code, (samples / "ptca.xml").read_bytes()) == (2, before)
    assert invoke("ingest", "ptca-2023-25.txt", "-o", "ptca.xml").exit_code == 0  # no source


@pytest.mark.parametrize(
    "line",
    [
        "check - -", "diff - -", "markup - -", "provisions list - --records -", "rates - -",
        "rates - --measures -", "reconcile - base.docx -", "references - --since -",
        "triggers - -", "triggers terms.txt - --facts -",
    ],
)  # fmt: skip
def test_standard_input_is_read_once(line: str) -> None:
    result = CliRunner().invoke(main, line.split(), input="1 Pay\n\n1.1 It is $5.\n")
    assert result.exit_code == 2
    assert "standard input can be read only once. Try 'clausetrack" in result.output


def test_two_outputs_cannot_share_a_file(samples: Path) -> None:
    result = invoke("triggers", "ptca-2025-27-terms.txt", "--ics", "a", "--html", "./a")
    assert (result.exit_code, (samples / "a").exists()) == (2, False)
    assert "two outputs have the same name" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("-o out.csv", "must end in .txt, .html, .pdf, .docx, .json, or give --format"),
        ("--format html -o out.docx", "out.docx ends in .docx, and --format says html"),
    ],
)
def test_an_ending_that_does_not_fit_is_refused(arguments: str, said: str, samples: Path) -> None:
    sources = ["stca-2022-25.txt", "stca-2022-25.txt"]
    result = invoke("diff", *sources, *arguments.split())
    assert (result.exit_code, said in result.output) == (2, True), result.output
    assert not list(samples.glob("out.*"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ingest A -o facts.toml", "facts.toml ends in .toml, and what is written is .xml"),
        ("accept B -o facts.toml", "ends in .toml, and what is written is .docx"),
        ("provisions suggest A -o facts.toml", "ends in .toml, and what is written is .xml"),
        ("references A --html facts.toml", "ends in .toml, and what is written is .html"),
        ("triggers A --ics facts.toml", "ends in .toml, and what is written is .ics"),
        ("diff A A -o out.txt -o out.html", "'-o' / '--output': give it once"),
        ("references A --html -", "standard output has something else; name a file"),
    ],
)
def test_no_file_of_another_kind_is_replaced(line: str, said: str, samples: Path) -> None:
    before = {path: path.read_bytes() for path in samples.iterdir()}
    named = {"A": "stca-2025-27-terms.txt", "B": "stca-2022-25.docx"}
    result = invoke(*(named.get(word, word) for word in line.split()))
    assert (result.exit_code, said in result.output) == (2, True), result.output
    assert {path: path.read_bytes() for path in samples.iterdir()} == before


@pytest.mark.parametrize("command", ["check", "rates", "references", "triggers"])
def test_a_document_that_is_given_twice_counts_once_or_not_at_all(
    command: str, samples: Path
) -> None:
    (samples / "again").symlink_to("stca-2025-27-terms.txt")
    result = invoke(command, "stca-2025-27-terms.txt", "stca-2022-25.txt", "again")
    assert (result.exit_code, "again is given twice" in result.output) == (2, True)


@pytest.mark.parametrize(
    "line", ["ingest A", "diff A A", "rates A", "accept B", "provisions suggest A"]
)
def test_a_hyphen_is_standard_output(line: str, samples: Path) -> None:
    named = {"A": "stca-2025-27-terms.txt", "B": "stca-2022-25.docx"}
    words = [named.get(word, word) for word in line.split()]
    told, plain = invoke(*words, "-o", "-"), invoke(*words)
    assert (told.exit_code, told.stdout_bytes) == (0, plain.stdout_bytes)
    assert not (samples / "-").exists()


@pytest.mark.parametrize("arguments", ["-o out.txt", "-o out", "--format text -o out.log"])
def test_text_is_written_where_nothing_says_otherwise(arguments: str, samples: Path) -> None:
    sources = ["stca-2022-25.txt", "stca-2022-25.txt"]
    assert invoke("diff", *sources, *arguments.split()).exit_code == 0
    assert next(samples.glob("out*")).read_text() == "no changes\n"


def test_records_that_a_person_has_confirmed_are_not_replaced(samples: Path) -> None:
    suggest = ("provisions", "suggest", "ptca-2025-27-terms.txt", "-o", "records.xml")
    assert invoke(*suggest).exit_code == 0
    assert invoke(*suggest).exit_code == 0  # nobody has read them yet
    listed = json.loads(invoke("provisions", "list", "--records", "records.xml", "--json").stdout)
    chosen = listed["provisions"][0]["id"]
    named = ("--by", "A. Reader", "--on", "2025-12-10", "--records", "records.xml")
    assert invoke("provisions", "confirm", chosen, *named).exit_code == 0
    before = (samples / "records.xml").read_bytes()
    result = invoke(*suggest)
    assert (result.exit_code, (samples / "records.xml").read_bytes()) == (2, before)
    assert f"has confirmed {chosen} in records.xml" in result.output


def test_a_link_that_points_at_itself_is_an_error_in_one_line(samples: Path) -> None:
    (samples / "loop.xml").symlink_to("loop.xml")
    result = invoke("ingest", "stca-2022-25.txt", "-o", "loop.xml")
    assert result.exit_code == 2
    assert result.stderr == "clausetrack: error: loop.xml: Too many levels of symbolic links\n"


@pytest.mark.parametrize("line", ["rates stca-2022-25.txt --measures deep.toml",
                                  "check stca-2022-25.txt"])  # fmt: skip
def test_a_file_of_ours_that_is_nested_too_deep_is_refused_by_name(
    line: str, samples: Path
) -> None:
    for name in ("deep.toml", "stca-2022-25.txt.review.toml"):
        (samples / name).write_text("a = " + "[" * 3_000)
    result = invoke(*line.split())
    assert result.exit_code == 2
    assert ".toml is no" in result.stderr
    assert "bug" not in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of another kind closes nothing")
@pytest.mark.parametrize(("closed", "code"), [("0<&-", 0), (">&-", 0), ("2>&-", 0), ("0<&-", 2)])
def test_a_stream_that_is_closed_ends_nothing(closed: str, code: int, samples: Path) -> None:
    run = "from clausetrack.commands import program; program()"
    source = "-" if code else "stca-2022-25.txt"
    done = subprocess.run(
        ["sh", "-c", f'"$0" -c "$1" ingest {source} {closed}', sys.executable, run],
        capture_output=True, text=True, check=False, cwd=samples,
        env={**os.environ, "PYTHONPATH": str(CORPUS.parent)},
    )  # fmt: skip
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
