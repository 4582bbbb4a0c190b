"""The child process that runs the PDF library, so that no file can take the program down.

It reads the file from standard input, then says how many pages there are; told which pages are
its own, it writes one line of JSON for each. It sets its own limits before it opens anything.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any

MEGABYTE = 2**20
MEMORY = 440 * MEGABYTE


def main() -> None:
    """Serve one `process.Child`: the file, the question, the pages."""
    _limit()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    data = source.read(int(source.readline()))

    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    buffer = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(buffer, len(data), None)
    if not document:
        _say(sink, {"error": pdfium.FPDF_GetLastError()})
        return
    _say(sink, {"pages": pdfium.FPDF_GetPageCount(document)})
    asked = source.readline().split()
    if asked:
        for number in range(*map(int, asked)):
            _say(sink, _page(document, number))


def _say(sink: Any, message: dict[str, Any]) -> None:
    sink.write(json.dumps(message, separators=(",", ":")).encode() + b"\n")
    sink.flush()


def _page(document: Any, number: int) -> dict[str, Any]:
    from clausetrack.ingest.pdf.page import PageTooLarge
    from clausetrack.ingest.pdf.rows import encoded
    from clausetrack.ingest.pdf.words import read_page

    try:
        page = read_page(document, number)
    except (PageTooLarge, MemoryError):
        return {"page": number, "error": "too large"}
    if page is None:
        return {"page": number, "error": "damaged"}
    return {"page": number, **encoded(page)}


def _limit() -> None:
    """Bound the memory that the library may take, where the system can."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
