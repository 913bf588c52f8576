"""The shipped weights are those that their sums say."""

import hashlib

import pytest

from sensecli.coding.encoder import WEIGHTS

SUMS: dict[str, str] = dict(
    line.split("  ", 1)[::-1] for line in (WEIGHTS / "SHA256SUMS").read_text().splitlines()
)


def test_every_shipped_file_has_a_sum() -> None:
    files = {file.name for file in WEIGHTS.iterdir()} - {"SHA256SUMS"}
    assert files == set(SUMS)


@pytest.mark.parametrize("name", sorted(SUMS))
def test_a_shipped_file_is_the_one_that_was_made(name: str) -> None:
    assert hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() == SUMS[name]


def test_the_weights_fit_into_the_wheel() -> None:
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) < 40_000_000
