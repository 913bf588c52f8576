"""Registers made for a test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sensecli.loading.register import ReadRegister, read_register

HEADER = "Ref,Action,Owner,Due,Status,Comments"

Log = Callable[..., Path]
Read = Callable[..., ReadRegister]


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """A .csv register of those lines below a header."""

    def build(*lines: str, header: str = HEADER, name: str = "log.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return path

    return build


@pytest.fixture
def read(log: Log) -> Read:
    """What is read of a .csv register of those lines."""

    def build(*lines: str, header: str = HEADER) -> ReadRegister:
        return read_register(log(*lines, header=header))

    return build


def messages(found: ReadRegister) -> list[str]:
    """All that is wrong, as a user reads it."""
    return [str(problem) for problem in found.problems]


def told(found: ReadRegister) -> str:
    """All that a user is told besides."""
    return "\n".join(str(notice) for notice in found.notices)
