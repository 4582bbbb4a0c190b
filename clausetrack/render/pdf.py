"""A page of ours as PDF, by weasyprint: the optional extra `pdf`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from clausetrack.errors import MissingExtra

#: The time that a program is to write into what it makes: https://reproducible-builds.org/specs/
_EPOCH = "SOURCE_DATE_EPOCH"


def pdf(page: bytes) -> bytes:
    """The PDF of a self-contained page as `html_page.page` makes it; nothing is fetched.

    Raises MissingExtra where weasyprint, or a library of the system that it needs, is not there.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError:
        raise MissingExtra(
            "PDF needs the extra `pdf`: install it with  pip install 'clausetrack[pdf]'"
        ) from None
    except OSError as error:
        raise MissingExtra(
            f"the extra `pdf` is installed, but weasyprint misses a library of the system: {error}"
        ) from None
    document = HTML(string=page.decode(), url_fetcher=URLFetcher(allowed_protocols=()))
    # An identifier and a time of its own, so that the same page gives the same bytes.
    with _dated():
        made: bytes = document.write_pdf(pdf_identifier=b"clausetrack")
    return made


@contextmanager
def _dated() -> Iterator[None]:
    """While fonts are cut to the characters of a page: fontTools writes into them when it was."""
    if _EPOCH in os.environ:
        yield
        return
    os.environ[_EPOCH] = "0"
    try:
        yield
    finally:
        del os.environ[_EPOCH]
