"""Documents in, with what is wrong in them on standard error; styled text out."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions
    from clausetrack.model import Document, Finding

_WIDTH = 100  # where the output is no terminal, and at most
_MOST = 5  # warnings of one kind that are printed; the rest are counted


def read(
    source: str, revisions: Revisions = "accepted", *, as_terms: bool = False
) -> Document:
    """The document in a file, or on standard input ("-"); its warnings go to standard error.

    `as_terms` says that it is given as terms of settlement.
    """
    from clausetrack.ingest import read as read_source

    document = read_source(read_bytes(source), name(source), revisions, as_terms=as_terms)
    warn(document.findings)
    return document


def read_all(
    sources: Sequence[str], revisions: Revisions, named: Sequence[str] = ()
) -> list[Document]:
    """The documents in several files, each that does not name its agreement as `named` names it.

    An entry is "FILE=MBCA 2022-24", or the version alone where there is one document. Raises
    click.UsageError where it names no file or version, or another than the document does.
    """
    names = _named(sources, named)
    return [_as_named(read(source, revisions), names.get(name(source), "")) for source in sources]


def _named(sources: Sequence[str], named: Sequence[str]) -> dict[str, str]:
    from clausetrack.rates.model import is_version

    given = {name(source) for source in sources}
    out: dict[str, str] = {}
    for entry in named:
        file, equals, version = entry.rpartition("=")
        if not equals and len(given) == 1:
            (file,) = given
        if name(file) not in given:
            raise click.UsageError(
                f"--agreement {entry}: write FILE=NAME, and one of the files {', '.join(given)}"
            )
        if not is_version(version):
            raise click.UsageError(
                f"--agreement {entry}: {version!r} is no version; write a name and its years, as in"
                ' "STCA 2025-27"'
            )
        out[name(file)] = version
    return out


def _as_named(document: Document, version: str) -> Document:
    from clausetrack.rates.model import short

    if not version:
        return document
    says = f"{document.agreement} {document.version}".strip()
    if document.agreement and document.version and says != version:
        raise click.UsageError(f"--agreement {version}: {document.file} says that it is the {says}")
    agreement = short(version)
    return replace(document, agreement=agreement, version=version[len(agreement) + 1 :])


def name(source: str) -> str:
    """What messages call a source: the file's name."""
    return "standard input" if source == "-" else Path(source).name


def distinct(sources: Iterable[str | None], outputs: Iterable[str | None] = ()) -> None:
    """Refuse names that would lose something; to be asked before anything is read.

    Standard input can be read only once, two outputs cannot share a file, and no output replaces a
    source: what somebody signed may be held nowhere else. Raises click.UsageError.
    """
    read_from = [source for source in sources if source is not None]
    written = [output for output in outputs if output is not None]
    if read_from.count("-") > 1:
        raise click.UsageError("standard input can be read only once")
    # `Path.resolve` fails on a link that points at itself, which no document can be written to
    if len({os.path.realpath(output) for output in written}) < len(written):
        raise click.UsageError("two outputs have the same name")
    for output in written:
        # a device or a pipe is written to and not replaced
        if Path(output).is_file() and any(_is(output, source) for source in read_from):
            raise click.UsageError(f"{output} is one of the sources; give it a name of its own")


def once(sources: Sequence[str]) -> None:
    """Refuse a document that is given twice: all that it says would count twice."""
    for at, source in enumerate(sources):
        if any(_is(other, source) for other in sources[:at]):
            raise click.UsageError(f"{source} is given twice")


def _is(one: str, other: str) -> bool:
    """Are two names those of one file?"""
    paths = [Path(name) for name in (one, other) if name != "-"]
    return len(paths) == 2 and all(path.exists() for path in paths) and paths[0].samefile(paths[1])


def warn(findings: tuple[Finding, ...]) -> None:
    """The warnings and errors on standard error, a line each; what is only worth knowing is not.

    Of many of one kind the first are printed and the rest counted: outputs hold them all.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        if finding.severity == "info":
            continue
        seen[finding.code] += 1
        if seen[finding.code] <= _MOST:
            place = ", ".join(filter(None, (finding.clause, str(finding.source or ""))))
            where = f"{place}: " if place else ""
            line = " ".join(f"{finding.severity}: {where}{finding.message}".split())
            echo(f"{line} [{finding.code}]", err=True)
    for code, count in seen.items():
        if count > _MOST:
            echo(f"... and {count - _MOST} more of this kind [{code}]", err=True)


def width() -> int:
    """The columns to fill: the terminal's, up to what reads well."""
    if not sys.stdout.isatty():
        return _WIDTH
    import shutil

    return min(shutil.get_terminal_size().columns, _WIDTH)


def show(text: str) -> None:
    """Print what `render.terminal` made; click takes the styles away where nothing shows them."""
    click.echo(text, nl=False)
