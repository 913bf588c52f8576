"""The coder against annotated notes and turns: each line of them is a claim."""

from functools import cache
from pathlib import Path

import pytest

from sensecli.model import Coding
from tests.annotated import Expected, coded, expected

HERE = Path(__file__).parent / "annotated"
CASES = [(path, one) for path in sorted(HERE.glob("*.md")) for one in expected(path)]


@cache
def codings_of(path: Path) -> tuple[Coding, ...]:
    return coded(path, HERE / "codebook.yaml")


@pytest.mark.parametrize(("path", "one"), CASES, ids=[one.text[:60] for _, one in CASES])
def test_a_passage_is_coded_as_it_is_annotated(path: Path, one: Expected) -> None:
    assert one.missing(codings_of(path)) == ""
