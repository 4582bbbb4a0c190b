"""A page of ours as PDF, by weasyprint: the optional extra `pdf`."""

from __future__ import annotations

from clausetrack.errors import MissingExtra


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
    # An identifier of its own, so that the same page gives the same bytes.
    made: bytes = document.write_pdf(pdf_identifier=b"clausetrack")
    return made
