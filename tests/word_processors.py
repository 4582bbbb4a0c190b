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


@pytest.fixture
def libreoffice(
    require_program: Callable[[str], str], tmp_path: Path
) -> Callable[[Sequence[tuple[bytes, str]]], list[str]]:
    """`libreoffice([(data, "accept"), ...])`: the text of each with its changes settled."""
    soffice = require_program("soffice")
    found = (shutil.which(name) for name in PYTHONS)
    python = next((path for path in found if path and _has_uno(path)), None)
    if python is None:
        pytest.skip("no Python has LibreOffice's module uno (Debian: python3-uno)")

    def settled(jobs: Sequence[tuple[bytes, str]]) -> list[str]:
        arguments = [python, str(SCRIPT), soffice]
        targets = []
        for at, (data, command) in enumerate(jobs):
            source, target = tmp_path / f"{at}.docx", tmp_path / f"{at}.txt"
            source.write_bytes(data)
            targets.append(target)
            arguments += [str(source), command, str(target)]
        subprocess.run(arguments, check=True, timeout=240)
        return [target.read_text("utf-8-sig") for target in targets]

    return settled


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
