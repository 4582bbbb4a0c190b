"""A pattern that is compiled when it is first used finds what a compiled one does."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import pytest

import clausetrack
from clausetrack import lazily


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def counted(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", counted)
    pattern = lazily.pattern("a+")
    assert compiled == []
    assert [pattern.findall("aa b a"), pattern.findall("b")] == [["aa", "a"], []]
    assert compiled == ["a+"]


@pytest.mark.parametrize("name", ["search", "match", "fullmatch", "split", "findall"])
def test_it_finds_what_the_compiled_one_finds(name: str) -> None:
    lazy, compiled = lazily.pattern(r"b(\d)", re.I), re.compile(r"b(\d)", re.I)

    def found(pattern: re.Pattern[str], text: str) -> Any:
        result = getattr(pattern, name)(text)
        return result.groups() if isinstance(result, re.Match) else result

    for text in ("B1", "a B1 b2", "c"):
        assert found(lazy, text) == found(compiled, text)
    assert (lazy.pattern, lazy.flags) == (compiled.pattern, compiled.flags)


def test_a_pattern_that_is_none_says_so_when_it_is_used() -> None:
    with pytest.raises(re.error):
        lazily.pattern("(").search("")


def test_every_pattern_of_the_program_is_one() -> None:
    found = 0
    for module in pkgutil.walk_packages(clausetrack.__path__, "clausetrack."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, lazily._Pattern):
                assert isinstance(value.groups, int)  # which compiles it
                found += 1
    assert found > 0
