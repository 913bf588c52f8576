"""Tables and files that lie elsewhere."""

import builtins
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sensecli.loading.answers import count_rows, fetched, is_large, names_of, read_blocks, table
from sensecli.loading.answers.source import is_elsewhere, name_of
from tests.loading.answers.tables import together, whole

fsspec = pytest.importorskip("fsspec")

_TABLE = 'id,leader,text\nA1,P1,"We\nagreed."\nA2,P2,No.\nA3,P1,Yes.\n'


@pytest.fixture
def store() -> Any:
    """An empty store in memory."""
    found = fsspec.filesystem("memory")
    found.store.clear()
    found.pseudo_dirs[:] = [""]
    return found


def test_a_table_elsewhere_gives_the_same(store: Any, tmp_path: Path) -> None:
    store.pipe("/study/all.csv", _TABLE.encode())
    (tmp_path / "all.csv").write_text(_TABLE)
    here = whole(tmp_path / "all.csv")
    assert together(list(read_blocks("memory://study/all.csv"))) == here
    assert together(list(read_blocks((tmp_path / "all.csv").as_uri()))) == here
    assert together(list(read_blocks(str(tmp_path / "all.csv")))) == here


def test_a_parquet_file_elsewhere_gives_the_same(store: Any, tmp_path: Path) -> None:
    path = tmp_path / "all.parquet"
    pq.write_table(pa.table({"id": ["A1", "A2"], "text": ["Yes.", "No."]}), path)
    store.pipe("/all.parquet", path.read_bytes())
    assert together(list(read_blocks("memory://all.parquet"))) == whole(path)
    assert count_rows("memory://all.parquet") == 2


def test_a_table_elsewhere_is_large_by_its_size(store: Any, monkeypatch: Any) -> None:
    store.pipe("/all.csv", _TABLE.encode())
    assert not is_large("memory://all.csv")
    monkeypatch.setattr(table, "LARGE", 10)
    assert is_large("memory://all.csv")
    assert not is_large("memory://none.csv")
    assert names_of("memory://all.csv") == ()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("address", ["memory://none.csv", "file:///none/none.csv"])
def test_a_file_that_is_not_there_is_a_problem(address: str) -> None:
    [block] = read_blocks(address)
    assert [str(one) for one in block.problems] == [
        "none.csv: there is no such file. Hint: check the address."
    ]


def test_an_unknown_kind_of_address_is_a_problem() -> None:
    [block] = read_blocks("nowhere://all.csv?key=secret")
    assert "cannot be read from where it is" in block.problems[0].message
    assert "secret" not in str(block.problems[0])


def test_without_fsspec_the_hint_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "fsspec":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    [block] = read_blocks("memory://all.csv")
    assert "sensecli[cluster]" in block.problems[0].hint
    (tmp_path / "all.csv").write_text(_TABLE)
    assert len(together(list(read_blocks(tmp_path / "all.csv"))).interviews) == 3


@pytest.mark.parametrize(
    ("source", "elsewhere", "name"),
    [
        ("s3://bucket/a/answers.csv", True, "answers.csv"),
        ("https://host/answers.csv?key=1#x", True, "answers.csv"),
        ("filecache::s3://bucket/answers.csv", True, "answers.csv"),
        ("C:\\answers.csv", False, None),
        ("answers.csv", False, "answers.csv"),
        (Path("a/answers.csv"), False, "answers.csv"),
    ],
)
def test_an_address_is_told_from_a_path(
    source: str | Path, name: str | None, *, elsewhere: bool
) -> None:
    assert is_elsewhere(source) is elsewhere
    assert name is None or name_of(source) == name


def test_files_of_a_folder_elsewhere_are_copied(store: Any, tmp_path: Path) -> None:
    store.pipe(
        {"/study/b.md": b"Yes.", "/study/a.md": b"No.", "/study/.x": b"", "/study/in/c": b""}
    )
    copies, problems = fetched("memory://study", tmp_path)
    assert [(one.name, one.read_bytes()) for one in copies] == [("a.md", b"No."), ("b.md", b"Yes.")]
    assert problems == ()
    assert {one.stat().st_mode & 0o077 for one in copies} == {0}


def test_one_file_elsewhere_is_copied(store: Any, tmp_path: Path) -> None:
    store.pipe("/study/a.md", b"No.")
    copies, problems = fetched("memory://study/a.md", tmp_path)
    assert [one.name for one in copies] == ["a.md"]
    assert problems == ()


def test_nothing_is_overwritten_by_a_copy(store: Any, tmp_path: Path) -> None:
    store.pipe("/study/a.md", b"No.")
    (tmp_path / "a.md").write_bytes(b"mine")
    copies, problems = fetched("memory://study", tmp_path)
    assert (copies, [one.path for one in problems]) == ((), ["a.md"])
    assert (tmp_path / "a.md").read_bytes() == b"mine"


def test_a_copy_that_stops_halfway_is_taken_away(
    store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.pipe("/study/a.md", b"No.")
    monkeypatch.setattr(type(store.open("/study/a.md")), "read", _broken)
    copies, problems = fetched("memory://study", tmp_path)
    assert (copies, [one.path for one in problems]) == ((), ["a.md"])
    assert list(tmp_path.iterdir()) == []


def _broken(*_: object) -> bytes:
    raise RuntimeError


@pytest.mark.usefixtures("store")
def test_a_folder_elsewhere_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    copies, problems = fetched("memory://none", tmp_path)
    assert copies == ()
    assert [one.message for one in problems] == ["there is no such file"]
