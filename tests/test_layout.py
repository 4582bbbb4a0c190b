"""The layout of the program: who may import whom, and who may touch the disk."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import clausetrack

PACKAGE = Path(clausetrack.__file__).parent

#: The base of the program, which imports nothing above it.
BASE = {"model", "settlement", "numbering", "articles", "values", "errors", "reasons", "lazily"}

#: What works on values alone, and what it never imports.
DOMAIN = {"amend", "diff", "reconcile", "rates", "provisions", "checks"}
ABOVE_DOMAIN = {"ingest", "render", "commands"}

#: The modules outside `commands` that may open files, and what for.
MAY_OPEN_FILES = {
    "ingest/__init__.py": "the verb `read` takes a path or bytes",
    "markup.py": "the verb `markup` takes paths or bytes",
    "verbs.py": "the verb `reconcile` takes paths or bytes",
    "xmlio/__init__.py": "finds the schemas in a wheel and in a checkout",
    "amend/sentences.py": "its grammar is a file of the package",
}
FILE_METHODS = {
    "read_bytes", "read_text", "write_bytes", "write_text", "unlink", "mkdir", "rmdir",
}  # fmt: skip
#: What of `os` and `shutil` is not of files.
NO_FILES = {"cpu_count", "environ", "fspath", "get_terminal_size", "path"}

MAX_LINES = 400

MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def tree(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text("utf-8"), module)


def imported(module: str) -> Iterator[str]:
    """The full names of the modules that `module` imports, anywhere in it."""
    package = ["clausetrack", *Path(module).parent.parts]
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            # `from clausetrack import model` names the module only after the import
            yield from (f"{start}.{alias.name}" for alias in node.names)


def rooms(module: str) -> set[str]:
    """The parts of the program that `module` imports: `ingest`, `model` and so on."""
    names = (name.split(".") for name in imported(module))
    return {name[1] for name in names if name[0] == "clausetrack" and len(name) > 1}


def opens_files(module: str) -> Iterator[int]:
    """The lines on which a file is opened, read or written."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name("open") | ast.Attribute(attr="open", value=ast.Call()):
                    yield node.lineno  # `open(path)` and `Path(name).open()`
                case ast.Attribute(ast.Name("os" | "shutil"), name) if name not in NO_FILES:
                    yield node.lineno
                case ast.Attribute(attr=name) if name in FILE_METHODS:
                    yield node.lineno


def reached(module: str) -> set[str]:
    """The modules that are imported with `module`, by it or by what it imports, if ever so late."""
    found: set[str] = set()
    left = [module]
    while left:
        for name in imported(left.pop()):
            path = Path(*name.split(".")[1:])  # of a module, a package, or what is in one
            places = (path, path / "__init__", path.parent, path.parent / "__init__")
            # the package offers the verbs, each of which is imported when it is asked for
            names = {f"{place}.py" for place in places} - {"__init__.py"}
            for each in names.intersection(MODULES) if name.startswith("clausetrack.") else ():
                if each not in found:
                    found.add(each)
                    left.append(each)
    return found


def room(module: str) -> str:
    return Path(module).parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", sorted(f"{name}.py" for name in BASE))
def test_the_base_imports_only_itself_and_the_standard_library(module: str) -> None:
    assert rooms(module) <= BASE
    outside = {name.split(".")[0] for name in imported(module)}
    assert outside <= {"clausetrack", *sys.stdlib_module_names}


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) in DOMAIN])
def test_the_domain_knows_no_reader_writer_or_command(module: str) -> None:
    assert not {room(each) for each in reached(module)} & ABOVE_DOMAIN


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) != "commands"])
def test_only_commands_and_the_public_verbs_open_files(module: str) -> None:
    if module not in MAY_OPEN_FILES:
        assert not list(opens_files(module))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_can_be_read_in_one_sitting(module: str) -> None:
    lines = (PACKAGE / module).read_text("utf-8").count("\n")
    assert lines <= MAX_LINES


def test_the_readings_above_see_what_they_look_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "amend").mkdir()
    (tmp_path / "amend" / "apply.py").write_text(
        "import lxml.etree\n"
        "from clausetrack import model\n"
        "from clausetrack.ingest.text import lines\n"
        "from ..render import docx\n"
        "from . import grammar\n"
        "def f(path):\n"
        "    import clausetrack.commands\n"
        "    open(path)\n"
        "    path.read_text()\n"
        "    Path(path).open()\n"
        "    os.remove(path)\n"
        "    os.path.join(path)\n"
    )
    (tmp_path / "diff.py").write_text("from clausetrack.amend.apply import f\n")
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    monkeypatch.setattr(sys.modules[__name__], "MODULES", ["amend/apply.py", "ingest/text.py"])
    (tmp_path / "ingest").mkdir()
    (tmp_path / "ingest" / "text.py").write_text("")
    assert rooms("amend/apply.py") == {"model", "ingest", "render", "amend", "commands"}
    assert sorted(opens_files("amend/apply.py")) == [8, 9, 10, 11]
    assert reached("diff.py") == {"amend/apply.py", "ingest/text.py"}
