"""Settle every tracked change with LibreOffice, and write what is left as text, or as Word.

    python3 libreoffice_revisions.py SOFFICE DOCX accept|reject|keep OUT.txt|OUT.docx ...

Needs the Python that has LibreOffice's `uno` module. It starts a LibreOffice of its own, with a
profile of its own, and ends it. LibreOffice 7.4 without a display ends abruptly on comments: give
it files without them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def setting(name: str, value: object) -> Any:
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    out = PropertyValue()
    out.Name, out.Value = name, value
    return out


def connect(pipe: str, process: subprocess.Popen[bytes]) -> Any:
    """The component context of the LibreOffice behind `pipe`, once it answers."""
    import uno  # type: ignore[import-not-found]
    from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

    services = uno.getComponentContext().ServiceManager
    resolver = services.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if process.poll() is not None:
                sys.exit(f"LibreOffice ended with {process.returncode}")
            time.sleep(0.25)
    return sys.exit("LibreOffice did not answer within a minute")


def settle(context: Any, source: Path, command: str, target: Path) -> None:
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = (setting("Hidden", True),)
    document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, hidden)
    if document is None:
        sys.exit(f"LibreOffice cannot open {source.name}")
    if command in COMMANDS:
        dispatcher = services.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, COMMANDS[command], "", 0, ())
    text = (setting("FilterName", "Text (encoded)"), setting("FilterOptions", "UTF8,LF"))
    word = (setting("FilterName", "MS Word 2007 XML"),)
    document.storeToURL(target.as_uri(), word if target.suffix == ".docx" else text)
    document.close(True)


def main(soffice: str, jobs: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"clausetrack-{Path(folder).name}"
        process = subprocess.Popen(
            [
                soffice,
                "--headless",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connect(pipe, process)
            for source, command, target in jobs:
                settle(context, Path(source).resolve(), command, Path(target).resolve())
            desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
            desktop.terminate()
            process.wait(30)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait(30)


if __name__ == "__main__":
    arguments = sys.argv[2:]
    main(sys.argv[1], [arguments[at : at + 3] for at in range(0, len(arguments), 3)])
