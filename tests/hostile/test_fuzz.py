"""Spoiled files of every kind: nothing is raised, everything wrong is told, nothing is written."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FUZZING = Path(__file__).resolve().parent.parent.parent / "fuzzing"
_READERS = 24
_MOST_MEGABYTES = 300


@pytest.fixture(scope="module")
def harness() -> Iterator[Any]:
    """What imports a harness of the fuzzers by its name."""
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(FUZZING)
        yield import_module


@pytest.fixture(scope="module", autouse=True)
def _bounded() -> Iterator[None]:
    """No input makes the process grow without bounds."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (after - before) // 1024 < _MOST_MEGABYTES


@cache
def _seeds(harness: Any, name: str) -> list[bytes]:
    """The good files of a harness, made once."""
    made: list[bytes] = harness(name).spoilable()
    return made


def test_every_reader_is_fuzzed_and_has_a_good_file(harness: Any) -> None:
    loaders = harness("loaders")
    kinds = {seed[0] for seed in loaders.spoilable()}
    assert kinds == set(range(len(loaders.TARGETS)))
    assert len(loaders.TARGETS) <= _READERS


@settings(max_examples=400)
@given(kind=st.integers(0, _READERS - 1), content=st.binary(max_size=300))
def test_no_bytes_whatever_raise_an_error(harness: Any, kind: int, content: bytes) -> None:
    harness("loaders").target(bytes([kind]) + content)


@settings(max_examples=250)
@given(chance=st.randoms(use_true_random=False))
def test_no_spoiled_file_raises_an_error(harness: Any, chance: Random) -> None:
    spoiled = harness("running").mutated(chance.choice(_seeds(harness, "loaders")), chance)
    harness("loaders").target(spoiled)


@settings(max_examples=200)
@given(text=st.text(max_size=300))
def test_no_text_whatever_breaks_a_codebook(harness: Any, text: str) -> None:
    harness("codebook").target(b"\0" + text.encode("utf-8", "surrogatepass"))


@settings(max_examples=100)
@given(chance=st.randoms(use_true_random=False))
def test_no_spoiled_codebook_raises_an_error(harness: Any, chance: Random) -> None:
    spoiled = harness("running").mutated(chance.choice(_seeds(harness, "codebook")), chance)
    harness("codebook").target(spoiled)


@pytest.mark.parametrize("name", ["loaders", "codebook"])
def test_a_harness_runs_clean_for_five_seconds(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, FUZZING / f"{name}.py", "--seconds", "5"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said[-2_000:]
    assert "nothing found" in said or "stat::number_of_executed_units" in said
    assert not list(tmp_path.glob("crash-*"))
