"""Keys of what is kept: the same for the same, and another for whatever differs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding import digest as module
from sensecli.coding.digest import digest, rules_digest
from sensecli.model import Cue, Kind

PACKAGE = Path(module.__file__).parent
PARTS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=())),
    st.binary(),
    st.tuples(st.text(max_size=2), st.integers(0, 1)),
)


@given(st.lists(PARTS, max_size=4), st.lists(PARTS, max_size=4))
def test_keys_are_the_same_only_for_the_same_parts(one: list[object], other: list[object]) -> None:
    assert digest(*one) == digest(*one)
    # What is equal in Python and written otherwise (1, 1.0 and True) is not the same.
    assert (digest(*one) == digest(*other)) == (repr(one) == repr(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", "b"), ("b", "a")),
        (("a",), ("a", "")),
        ((1,), ("1",)),
        ((1,), (True,)),
        ((None,), ("None",)),
        (("a",), (b"a",)),
        # A text as it prints itself, as bytes.
        (("a",), (b"'a'",)),
        ((Kind.THEME,), ("theme",)),
        ((Cue(phrase="a"),), (Cue(regex="a"),)),
        (("\ud800",), ("\udfff",)),
        ((), ("",)),
    ],
)
def test_order_kind_and_length_are_told_apart(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert digest(*one) != digest(*other)


def test_a_key_is_as_long_as_the_store_wants_it() -> None:
    assert {len(digest()), len(digest("a" * 10_000)), len(rules_digest())} == {16}


def test_keys_are_the_same_in_every_process() -> None:
    program = (
        "from sensecli.coding.digest import digest, rules_digest\n"
        "print(digest('\\ud800', 1, None).hex(), rules_digest().hex())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()[-1]
        for seed in ("1", "2")
    }
    assert told == {rules_digest().hex()}


@pytest.fixture
def a_copy(tmp_path: Path) -> Iterator[Path]:
    """A copy of the package without its weights, which the rules are now read from."""
    copy = tmp_path / "coding"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("weights", "__pycache__"))
    with patch("importlib.resources.files", lambda _: copy):
        yield copy


def a_key() -> bytes:
    """The key of the rules as they are now."""
    return rules_digest.__wrapped__()


def test_a_copy_of_the_rules_has_their_key_wherever_it_lies(a_copy: Path) -> None:
    assert a_copy.is_dir()
    assert a_key() == rules_digest()


RULES = sorted(
    one.relative_to(PACKAGE).as_posix()
    for one in (*PACKAGE.iterdir(), *(PACKAGE / "rules").iterdir())
    if one.is_file()
)


def test_all_rules_are_files_of_the_kinds_that_count() -> None:
    assert len(RULES) > 30
    assert {Path(one).suffix for one in RULES} <= {".py", ".yaml", ".txt"}
    inside = {one.name for one in PACKAGE.iterdir() if one.is_dir()}
    assert inside - {"__pycache__"} == {"rules", "weights"}


@pytest.mark.parametrize("name", RULES)
def test_a_change_of_any_file_is_another_version_of_the_rules(a_copy: Path, name: str) -> None:
    with (a_copy / name).open("ab") as file:
        file.write(b" ")
    assert a_key() != rules_digest()


def test_a_file_more_or_by_another_name_is_another_version(a_copy: Path) -> None:
    (a_copy / "more.py").write_bytes(b"")
    assert (more := a_key()) != rules_digest()
    (a_copy / "more.py").rename(a_copy / "many.py")
    assert a_key() not in {more, rules_digest()}


@pytest.mark.parametrize("library", ["spacy", "google-re2", "tokenizers", "onnxruntime"])
def test_another_release_of_a_library_is_another_version_of_the_rules(library: str) -> None:
    with patch.object(module, "version", lambda one: "0.0" if one == library else version(one)):
        assert a_key() != rules_digest()


def test_a_library_without_a_description_is_no_trouble() -> None:
    def unknown(name: str) -> str:
        raise PackageNotFoundError(name)

    with patch.object(module, "version", unknown):
        assert a_key() == a_key() != rules_digest()
