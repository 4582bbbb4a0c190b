"""The provision records that commands judge by: those named, or those that we ship."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands.input import read_bytes, shipped

if TYPE_CHECKING:
    from clausetrack.provisions.vocabulary import Provision
    from clausetrack.rates.measures import Measure


def read(records: str | None, measures: str | None = None) -> tuple[Provision, ...]:
    """The records in the file or folder of that name, or those that we ship.

    Their measures are bound to clauses as the measures file of that name says, or ours.
    """
    from clausetrack.provisions import records as files

    found = files.read_all((path, read_bytes(path)) for path in paths(records))
    return files.bind(found, known_measures(measures))


def known_measures(measures: str | None) -> tuple[Measure, ...]:
    """The measures in the file of that name, or those that we ship."""
    from clausetrack.rates import measures as known

    path = Path(measures) if measures is not None else shipped("measures") / "measures.toml"
    return known.read(read_bytes(path), str(path))


def watching(agreement: str) -> tuple[Provision, ...]:
    """Those of the records that we ship that name an agreement: the others are not parsed."""
    if not agreement:
        return ()
    every = ((path, read_bytes(path)) for path in paths(None))
    found = [(path, data) for path, data in every if agreement.encode() in data]
    if not found:
        return ()
    from clausetrack.provisions import records as files

    return files.bind(files.read_all(found), known_measures(None))


def paths(records: str | None) -> list[Path]:
    """The record files to read: the one named, or those of the folder in order of name."""
    path = Path(records) if records is not None else shipped("records")
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.xml"))
    if not found:
        raise click.UsageError(f"no provision records in {path}: it holds no .xml file")
    return found
