"""The command line as a user meets it."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sensecli.cli.app import app
from sensecli.model import Analysis, Project
from tests.answers import in_small_pieces, rows, written

Given = Callable[[Analysis | Project], list[dict[str, object]]]
Sense = Callable[..., Result]
Small = Callable[[], None]
Started = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def _screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "NO_COLOR", "SENSE_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def sense() -> Sense:
    """Runs a command line in this process."""

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(app, [str(one) for one in arguments], prog_name="sense")

    return run


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """Makes the pipeline give a certain analysis; what it was asked is in the list returned."""

    def give(analysis: Analysis | Project) -> list[dict[str, object]]:
        asked: list[dict[str, object]] = []

        def analyse(folder: Path, **options: object) -> Analysis | Project:
            asked.append({"folder": folder, **options})
            return analysis

        monkeypatch.setattr("sensecli.pipeline.analyse", analyse)
        monkeypatch.setattr("sensecli.concordances.analyse", analyse)
        return asked

    return give


@pytest.fixture
def started() -> Started:
    """Runs a command line in a process of its own."""

    def run(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "sensecli", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table in which all rows of a leader stand together."""
    return written(tmp_path / "all.csv", rows(60))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Small:
    """From the call on, any table is large."""

    def begin() -> None:
        in_small_pieces(monkeypatch)

    return begin


def installed() -> bool:
    """Whether the package has its metadata, which an analysis records."""
    try:
        version("sensecli")
    except PackageNotFoundError:
        return False
    return True
