"""What leaves the program: text on a terminal, JSON on standard output, files written whole."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import click

from clausetrack.visible import HIDDEN, visible


def echo(text: str = "", *, err: bool = False, nl: bool = True, **style: Any) -> None:
    """Print `text`, made printable, in a style of `click.style` where the output shows styles."""
    shown = visible(text)
    click.echo(click.style(shown, **style) if style else shown, err=err, nl=nl)


def emit_bytes(data: bytes) -> None:
    """Write `data` to standard output as it is, or made printable if that is a terminal."""
    if sys.stdout.isatty():
        echo(data.decode("utf-8", "replace"), nl=False)
    else:
        click.echo(data, nl=False)


def emit(data: bytes, output: str | None) -> None:
    """Write `data` to the file `output`, or to standard output where that is None."""
    if output is None:
        emit_bytes(data)
    else:
        write_whole(output, data)


def json_bytes(value: Mapping[str, Any]) -> bytes:
    """`value` as UTF-8 JSON: the same value gives the same bytes, keys stay in their order.

    A key stands on a line of its own, and so does each entry of a list under one: a change or a
    clause a line, which tools for lines can take apart and which is written fast.
    """
    import json

    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

    def entry(key: str, held: Any) -> str:
        if isinstance(held, list) and held:
            return f"  {encode(key)}: [\n    " + ",\n    ".join(map(encode, held)) + "\n  ]"
        return f"  {encode(key)}: {encode(held)}"

    text = "{\n" + ",\n".join(entry(key, held) for key, held in value.items()) + "\n}"
    # JSON's own escapes lose nothing, so they are used wherever the JSON may go.
    escaped = HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f"{escaped}\n".encode()


def emit_json(value: Mapping[str, Any]) -> None:
    """Print `value` as JSON on standard output."""
    click.echo(json_bytes(value), nl=False)


def write_whole(path: str | Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    write_all({path: data})


def write_all(files: Mapping[str | Path, bytes]) -> None:
    """Write several files, each whole, and none of them where one could not be written.

    An existing file keeps its mode; where it is a symbolic link, the file that it points at is
    replaced and the link stays. A device or a pipe (/dev/null, /dev/stdout) is written to.
    """
    with ExitStack() as cleanup:
        writes: list[Callable[[], object]] = []
        for path, data in files.items():
            mode = _mode(Path(path))
            if mode is not None and not stat.S_ISREG(mode):
                writes.append(partial(Path(path).write_bytes, data))
                continue
            target = Path(path).resolve()
            if not target.parent.is_dir():
                raise click.ClickException(
                    f"cannot write {path}: there is no folder {target.parent}"
                )
            if mode is not None and not os.access(target, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            temporary = target.with_name(f".clausetrack-{os.urandom(6).hex()}")
            cleanup.callback(temporary.unlink, missing_ok=True)
            _write(temporary, data, mode)
            writes.append(partial(temporary.replace, target))
        for write in writes:
            write()


def _mode(path: Path) -> int | None:
    """The mode of an existing file, None where there is none; a folder is no place to write."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise click.ClickException(f"cannot write {path}: it is a folder")
    return mode


def _write(path: Path, data: bytes, mode: int | None) -> None:
    with path.open("xb") as file:
        if mode is not None:
            path.chmod(stat.S_IMODE(mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
