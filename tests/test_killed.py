"""Stopped as by a power cut, at random moments: nothing is lost and nothing half-written.

`SENSE_KILLS=2000` kills more often; `python -m tests.killing --seed N` does the same kills again.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from sensecli.disk.lock import lock
from sensecli.review.file import append, decisions_file
from tests.killing import OLD, SHARES, Place, _decisions_wrong, _output_wrong
from tests.review.made import a_decision

pytestmark = pytest.mark.skipif(os.name != "posix", reason="has no fork and no SIGKILL")

ROOT = Path(__file__).resolve().parents[1]
KILLS = os.environ.get("SENSE_KILLS") or "200"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Empty folders."""
    place = Place(tmp_path / "study", tmp_path / "out")
    place.study.mkdir()
    place.out.mkdir()
    return place


@pytest.mark.slow
def test_nothing_is_lost_and_nothing_half_written() -> None:
    seed = str(random.SystemRandom().randrange(10**6))
    done = subprocess.run(
        [sys.executable, "-m", "tests.killing", "--kills", KILLS, "--seed", seed],
        cwd=ROOT,
        env={**os.environ, "SENSE_CACHE": "off"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = f"{KILLS} kills, seed {seed}\nnothing lost, nothing half-written\n"
    assert (done.returncode, done.stdout) == (0, said), done.stderr[-2000:]


@pytest.mark.parametrize("name", [name for name in SHARES if name != "review"])
def test_half_a_file_would_be_told(place: Place, name: str) -> None:
    (place.out / name).write_bytes(OLD)
    assert list(_output_wrong(place, set())) == []
    (place.out / name).write_bytes(OLD[:-1])
    (wrong,) = _output_wrong(place, set())
    assert wrong.startswith(f"{name} is neither the old file nor the new one")


def test_a_lost_decision_would_be_told(place: Place) -> None:
    append(decisions_file(place.study, "AB"), a_decision())
    assert list(_decisions_wrong(place, {a_decision().id})) == []
    assert list(_decisions_wrong(place, {"gone"})) == ["1 decisions are lost"]


def test_a_lock_left_behind_would_be_told(place: Place) -> None:
    append(decisions_file(place.study, "AB"), a_decision())
    with decisions_file(place.study, "AB").open("rb") as file:
        lock(file.fileno())
        assert list(_decisions_wrong(place, set())) == ["a lock was left behind"]
