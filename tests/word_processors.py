"""Word processors as oracles: what LibreOffice and pandoc make of our files."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("libreoffice_revisions.py")

#: The Pythons that may have LibreOffice's `uno` module: a virtual environment hides the system's.
PYTHONS = ("/usr/bin/python3", "python3")


#: Settle files with LibreOffice: each file and how ("accept", "reject", "keep") -> its bytes.
Settle = Callable[[Sequence[tuple[bytes, str]], str], list[bytes]]


@pytest.fixture
def libreoffice_as(require_program: Callable[[str], str], tmp_path: Path) -> Settle:
    """`libreoffice_as([(data, "accept"), ...], ".docx")`: each with its changes settled."""
    soffice = require_program("soffice")
    found = (shutil.which(name) for name in PYTHONS)
    python = next((path for path in found if path and _has_uno(path)), None)
    if python is None:
        pytest.skip("no Python has LibreOffice's module uno (Debian: python3-uno)")

    def settled(jobs: Sequence[tuple[bytes, str]], ending: str) -> list[bytes]:
        arguments = [python, str(SCRIPT), soffice]
        targets = []
        for at, (data, command) in enumerate(jobs):
            source, target = tmp_path / f"{at}.docx", tmp_path / f"{at}-settled{ending}"
            source.write_bytes(data)
            targets.append(target)
            arguments += [str(source), command, str(target)]
        subprocess.run(arguments, check=True, timeout=240)
        return [target.read_bytes() for target in targets]

    return settled


@pytest.fixture
def libreoffice(libreoffice_as: Settle) -> Callable[[Sequence[tuple[bytes, str]]], list[str]]:
    """`libreoffice([(data, "accept"), ...])`: the text of each with its changes settled."""
    return lambda jobs: [text.decode("utf-8-sig") for text in libreoffice_as(jobs, ".txt")]


def _has_uno(python: str) -> bool:
    return subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0


@pytest.fixture
def pandoc(require_program: Callable[[str], str], tmp_path: Path) -> Callable[[bytes, str], str]:
    """`pandoc(data, "accept")`: the plain text, its changes accepted or rejected."""
    program = require_program("pandoc")

    def plain(data: bytes, command: str) -> str:
        source = tmp_path / "in.docx"
        source.write_bytes(data)
        options = ["--to=plain", "--wrap=none", f"--track-changes={command}"]
        run = subprocess.run([program, *options, str(source)], check=True, capture_output=True)
        return run.stdout.decode()

    return plain
