"""Pages of a PDF from child processes, one a core, with limits on time and memory.

Only plain JSON comes back from a child: whatever a file does to the library stays in there.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from clausetrack.errors import UnreadableInput

MAX_PAGES = 10_000
#: Seconds without a word from a child: a page takes some hundredths of one.
SILENCE = 3.5
#: Seconds in which the file must open, and those in which so many pages must be read: `READ` and
#: `EACH` for each page. A page takes some hundredths of one.
START, READ, EACH = 10.0, 3.5, 0.15
#: A second process pays for its start from about so many pages.
PAGES_EACH = 24
MAX_PROCESSES = 8

#: PDFium's errors for a password and for a security scheme that it does not know.
_LOCKED = (4, 5)
_Said = queue.SimpleQueue[tuple[int, dict[str, Any] | None]]
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from clausetrack.ingest.pdf.child import main; main()"
)


class _Child:
    """One child process. All that it says goes to `said` with its number, and None at its end."""

    def __init__(self, number: int, data: bytes, said: _Said) -> None:
        self.number = number
        self.heard = time.monotonic()
        self.ended = False
        self.question, self.asked = b"", threading.Event()
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-X",
                "utf8",
                "-c",
                _CODE,
                json.dumps([path or str(Path.cwd()) for path in sys.path]),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._send, args=(data,), daemon=True).start()
        threading.Thread(target=self._listen, args=(said,), daemon=True).start()

    def _send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        with suppress(OSError, ValueError):  # a child that is gone is noticed by its end
            self.process.stdin.write(b"%d\n" % len(data))
            self.process.stdin.write(data)
            self.process.stdin.flush()
            self.asked.wait()
            self.process.stdin.write(self.question)
            self.process.stdin.flush()

    def _listen(self, said: _Said) -> None:
        assert self.process.stdout is not None
        with suppress(ValueError, OSError):
            for line in self.process.stdout:
                said.put((self.number, json.loads(line)))
        said.put((self.number, None))

    def ask(self, first: int, end: int, step: int) -> None:
        """Ask for every `step`-th page from `first`, once the child has the file."""
        self.question = b"%d %d %d\n" % (first, end, step)
        self.asked.set()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.asked.set()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError, ValueError):
                    pipe.close()


def pages(data: bytes, name: str) -> Iterator[dict[str, Any]]:
    """What the children tell of each page, in the order of the pages; raises UnreadableInput.

    The first thing that comes is {"pages": their number}.
    """
    where = name or "the input"
    said: _Said = queue.SimpleQueue()
    children = [_Child(0, data, said)]
    try:
        opened = _next(children, said, time.monotonic() + START, where)
        total = _total(opened, where)
        yield {"pages": total}
        wanted = max(1, min(_cores(), total // PAGES_EACH, MAX_PROCESSES))
        children += [_Child(number, data, said) for number in range(1, wanted)]
        for child in children:
            child.ask(child.number, total, wanted)
        waiting: dict[int, dict[str, Any]] = {}
        begun = time.monotonic()
        for number in range(total):
            deadline = begun + READ + EACH * (number + 1)
            while number not in waiting:
                message = _next(children, said, deadline, where)
                if "page" in message:
                    waiting[message["page"]] = message
            yield waiting.pop(number)
    finally:
        for child in children:
            child.close()


def _next(children: Sequence[_Child], said: _Said, deadline: float, where: str) -> dict[str, Any]:
    """The next message of any child; raises UnreadableInput where there is none in time."""
    refused = UnreadableInput(
        f"{where} is damaged, or takes more time or memory than a document needs; "
        "print it to a new PDF and give that"
    )
    while True:
        try:
            number, message = said.get(timeout=0.25)
        except queue.Empty:
            now = time.monotonic()
            if now > deadline or any(
                not child.ended and now - child.heard > SILENCE for child in children
            ):
                raise refused from None
            continue
        child = children[number]
        child.heard, child.ended = time.monotonic(), message is None
        if message is not None:
            return message
        if child.process.wait() != 0:
            raise refused


def _total(opened: dict[str, Any], where: str) -> int:
    if "error" in opened:
        if opened["error"] in _LOCKED:
            raise UnreadableInput(
                f"{where} is encrypted; give a copy that opens without a password"
            )
        raise UnreadableInput(f"{where} is damaged: it cannot be opened as a PDF; save it anew")
    total = int(opened["pages"])
    if not 0 < total <= MAX_PAGES:
        raise UnreadableInput(f"{where} has {total} pages; give a PDF of 1 to {MAX_PAGES} pages")
    return total


def _cores() -> int:
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1
