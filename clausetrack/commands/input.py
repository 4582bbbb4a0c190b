"""What enters the program: the bytes of a file or of standard input, and the data that we ship."""

from __future__ import annotations

import math
import stat
import sys
from pathlib import Path

import clausetrack
from clausetrack.errors import UnreadableInput

MEBIBYTE = 2**20
MAX_BYTES = 64 * MEBIBYTE


def read_bytes(name: str | Path) -> bytes:
    """The bytes of the file `name`, or of standard input where it is "-"."""
    if str(name) == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        return _within_limit("standard input", data)
    if not str(name):
        raise UnreadableInput("no document is named: the name is empty")
    path = Path(name)
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableInput(f"{name} is a folder; name the document in it")
    if status.st_size > MAX_BYTES:
        # rounded up, so that it never reads "is 64.0 MB; the limit is 64 MB"
        megabytes = math.ceil(status.st_size * 10 / MEBIBYTE) / 10
        raise _too_large(f"{name} is {megabytes} MB")
    with path.open("rb") as file:
        # A device or a pipe has no size, and a file may grow: the limit holds for what is read.
        return _within_limit(str(name), file.read(MAX_BYTES + 1))


def shipped(folder: str) -> Path:
    """A folder of the data that we ship ("records"), in a wheel or in a checkout."""
    package = Path(clausetrack.__file__).resolve().parent
    packaged = package / folder
    return packaged if packaged.is_dir() else package.parent / "corpus" / folder


def _within_limit(name: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise _too_large(f"{name} is too large")
    return data


def _too_large(what: str) -> UnreadableInput:
    return UnreadableInput(
        f"{what}; the limit is {MAX_BYTES // MEBIBYTE} MB; "
        "give the document without its pictures, or in parts"
    )
