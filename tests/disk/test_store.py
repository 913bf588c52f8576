"""What is kept is found as it was, or not at all; the file is small, private and ours."""

import os
import random
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.disk import rows, store
from sensecli.disk.cache import TAG, clear
from sensecli.disk.store import NAME, Store, open_store

POSIX = pytest.mark.skipif(os.name != "posix", reason="knows no owner's rights")
DAMAGED = f"{NAME}.damaged"
KEYS = st.binary(min_size=16, max_size=32)


def some_values(many: int, *, size: int = 500, seed: int = 0) -> dict[bytes, bytes]:
    """Values that hardly pack, by key."""
    drawn = random.Random(seed)  # noqa: S311 - no secret
    return {drawn.randbytes(16): drawn.randbytes(size) for _ in range(many)}


def found(folder: Path, values: dict[bytes, bytes], kind: str = "codings") -> dict[bytes, bytes]:
    """What a run of its own finds of these values."""
    with open_store(folder) as opened:
        return opened.get(kind, list(values))


@pytest.fixture
def values() -> dict[bytes, bytes]:
    """Enough for a file of several pages and a get of several queries."""
    return some_values(600)


@pytest.fixture
def folder(tmp_path: Path, values: dict[bytes, bytes]) -> Path:
    """A cache with a store of these values."""
    made = tmp_path / "cache"
    with open_store(made) as opened:
        opened.put("codings", values)
    return made


@settings(max_examples=30, deadline=None)
@given(
    puts=st.lists(
        st.tuples(
            st.sampled_from(["codings", "parses"]), st.dictionaries(KEYS, st.binary(), max_size=5)
        ),
        max_size=5,
    )
)
def test_the_last_value_of_each_kind_and_key_is_found(
    puts: list[tuple[str, dict[bytes, bytes]]],
) -> None:
    wanted: dict[str, dict[bytes, bytes]] = {"codings": {}, "parses": {}}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "cache"
        for kind, items in puts:
            wanted[kind] |= items
            with open_store(folder) as opened:
                opened.put(kind, items)
        asked = [key for _, items in puts for key in items]
        with open_store(folder) as opened:
            assert {kind: opened.get(kind, asked) for kind in wanted} == wanted


def test_keys_asked_for_twice_or_unknown_are_no_trouble(
    folder: Path, values: dict[bytes, bytes]
) -> None:
    (key, content), *_ = values.items()
    with open_store(folder) as opened:
        assert opened.get("codings", [key, key, bytes(16)]) == {key: content}
        assert opened.get("codings", []) == {}


def test_without_a_folder_nothing_is_kept(values: dict[bytes, bytes]) -> None:
    with open_store(None) as opened:
        opened.put("codings", values)
        assert opened.get("codings", list(values)) == {}


def test_to_ask_makes_nothing(tmp_path: Path, values: dict[bytes, bytes]) -> None:
    assert found(tmp_path / "cache", values) == {}
    assert list(tmp_path.iterdir()) == []


def test_to_put_nothing_makes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "cache") as opened:
        opened.put("codings", {})
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_only_reads_writes_nothing(folder: Path, values: dict[bytes, bytes]) -> None:
    file = folder / NAME
    before = (file.read_bytes(), file.stat().st_mtime_ns, folder.stat().st_mtime_ns)
    assert found(folder, values) == values
    assert (file.read_bytes(), file.stat().st_mtime_ns, folder.stat().st_mtime_ns) == before


def test_that_a_value_was_used_is_noted_once_a_day(
    folder: Path, values: dict[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_today", lambda: 30_000)
    old = (folder / NAME).read_bytes()
    assert found(folder, values) == values
    noted = (folder / NAME).read_bytes()
    assert noted != old
    assert found(folder, values) == values
    assert (folder / NAME).read_bytes() == noted


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_the_file_and_its_journal_are_their_owners_alone(
    tmp_path: Path, values: dict[bytes, bytes], umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache"
    rights: dict[str, int] = {}
    real = rows.write

    def watched(*arguments: object, **options: object) -> None:
        real(*arguments, **options)  # type: ignore[arg-type]
        rights.update({one.name: one.stat().st_mode & 0o777 for one in folder.iterdir()})

    monkeypatch.setattr(rows, "write", watched)
    before = os.umask(umask)
    try:
        with open_store(folder) as opened:
            opened.put("codings", values)
    finally:
        os.umask(before)
    assert rights == {NAME: 0o600, f"{NAME}-journal": 0o600, TAG: 0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert found(folder, values) == values


def test_a_folder_of_somebody_elses_is_left_alone(
    tmp_path: Path, values: dict[bytes, bytes]
) -> None:
    (tmp_path / "letter.txt").write_bytes(b"mine")
    with open_store(tmp_path) as opened:
        opened.put("codings", values)
        assert opened.get("codings", list(values)) == {}
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_without_our_tag_is_not_read(folder: Path, values: dict[bytes, bytes]) -> None:
    (folder / TAG).unlink()
    assert found(folder, values) == {}


@pytest.mark.parametrize("where", ["taken", "taken/cache"])
def test_a_folder_that_cannot_be_made_is_done_without(
    tmp_path: Path, values: dict[bytes, bytes], where: str
) -> None:
    (tmp_path / "taken").write_bytes(b"mine")
    with open_store(tmp_path / where) as opened:
        opened.put("codings", values)
        assert opened.get("codings", list(values)) == {}
    assert (tmp_path / "taken").read_bytes() == b"mine"


def test_a_file_that_cannot_be_opened_is_done_without(
    folder: Path, values: dict[bytes, bytes]
) -> None:
    (folder / NAME).unlink()
    (folder / NAME).mkdir()
    with open_store(folder) as opened:
        opened.put("codings", values)
        assert opened.get("codings", list(values)) == {}
    assert (folder / NAME).is_dir()


def _other_base(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as base:
        base.execute("CREATE TABLE entry (id INTEGER)")
        base.commit()


def _without_tables(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base:
        base.execute("DROP TABLE content")
        base.commit()


def _a_wrong_value(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base:
        base.execute(
            "UPDATE content SET (sum, packed) ="
            " (SELECT sum, packed FROM content WHERE id = 400) WHERE id = 500"
        )
        base.commit()


def _a_value_that_is_text(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base:
        base.execute("UPDATE content SET packed = CAST(X'FFFE' AS TEXT) WHERE id = 500")
        base.commit()


def _a_value_that_does_not_unpack(file: Path) -> None:
    with closing(sqlite3.connect(file)) as base:
        ((key,),) = base.execute("SELECT key FROM entry WHERE id = 500")
        check = rows._sum("codings", key, b"not packed")
        base.execute("UPDATE content SET sum = ?, packed = 'not packed' WHERE id = 500", (check,))
        base.execute("UPDATE content SET packed = CAST(packed AS BLOB) WHERE id = 500")
        base.commit()


def _a_schema_that_is_no_text(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content.replace(b"TABLE content", b"TABLE \xff \xff \xff\xff\xff"))


def _broken_pages(file: Path) -> None:
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(content[:middle] + b"\xff" * 40_000 + content[middle + 40_000 :])


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"no base at all, but some text of somebody's" * 99),
        lambda file: file.write_bytes(file.read_bytes()[:50]),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        _broken_pages,
        _other_base,
        _without_tables,
        _a_schema_that_is_no_text,
        _a_wrong_value,
        _a_value_that_is_text,
        _a_value_that_does_not_unpack,
    ],
)
@pytest.mark.parametrize("reads_first", [True, False])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    folder: Path, values: dict[bytes, bytes], damage: object, *, reads_first: bool
) -> None:
    assert callable(damage)
    damage(folder / NAME)
    new = some_values(3, seed=1)
    with open_store(folder) as opened:
        opened.put("codings", {} if reads_first else new)
        assert opened.get("codings", list(values)).items() <= values.items()
        assert (folder / DAMAGED).is_file()
        opened.put("codings", new)
        assert opened.get("codings", list(new)) == new
        assert opened.get("codings", list(values)) == {}
    assert found(folder, new) == new


def test_an_empty_file_is_begun(folder: Path, values: dict[bytes, bytes]) -> None:
    (folder / NAME).write_bytes(b"")
    assert found(folder, values) == {}
    with open_store(folder) as opened:
        opened.put("codings", values)
    assert found(folder, values) == values
    assert not (folder / DAMAGED).exists()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_damage_makes_a_wrong_value(data: st.DataObject) -> None:
    values = some_values(40, size=300)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "cache"
        with open_store(folder) as opened:
            opened.put("codings", values)
        content = bytearray((folder / NAME).read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(content) - 1))
            scrap = data.draw(st.sampled_from([b"\0", b"\xff", b"\0" * 600, b"some text"]))
            content[start : start + len(scrap)] = scrap[: len(content) - start]
        (folder / NAME).write_bytes(content[: data.draw(st.integers(0, len(content)))])
        assert found(folder, values).items() <= values.items()
        with open_store(folder) as opened:
            opened.put("codings", values)
            opened.get("codings", list(values))
            opened.put("codings", values)
        assert found(folder, values) == values


def test_the_file_stays_below_its_limit_and_gives_space_back(tmp_path: Path) -> None:
    limit = 1_000_000
    with open_store(tmp_path, limit=limit) as opened:
        sizes = []
        for number in range(40):
            opened.put("codings", some_values(50, size=1000, seed=number))
            sizes.append((tmp_path / NAME).stat().st_size)
    assert max(sizes) <= limit
    fallen = [after for before, after in pairwise(sizes) if after < before]
    assert fallen
    assert all(0.7 * limit < size <= 0.8 * limit for size in fallen)


def test_what_was_used_longest_ago_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = 30_000
    monkeypatch.setattr(store, "_today", lambda: today)
    older, newer, newest = (some_values(many, size=900, seed=many) for many in (200, 401, 202))
    with open_store(tmp_path, limit=800_000) as opened:
        for act in (
            lambda: opened.put("codings", older),
            lambda: opened.put("parses", newer),
            lambda: opened.get("codings", list(older)),
            lambda: opened.put("codings", newest),
        ):
            act()
            today += 1
        assert opened.get("codings", [*older, *newest]) == older | newest
        kept = opened.get("parses", list(newer))
    assert 0 < len(kept) < len(newer)
    assert kept.keys() == set(list(newer)[-len(kept) :])


def test_a_value_of_more_than_a_quarter_of_the_limit_is_not_kept(tmp_path: Path) -> None:
    large, small = some_values(1, size=30_000), some_values(1, size=20_000, seed=1)
    with open_store(tmp_path, limit=100_000) as opened:
        opened.put("codings", large | small)
        assert opened.get("codings", [*large, *small]) == small


def test_values_lie_there_packed(tmp_path: Path) -> None:
    with open_store(tmp_path) as opened:
        opened.put("codings", {bytes(16): b"capacity" * 100_000})
    content = (tmp_path / NAME).read_bytes()
    assert len(content) < 40_000
    assert b"capacity" * 9 not in content
    assert zlib.compress(b"capacity" * 100_000, 1)[:20] in content


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was slept, on a clock that is ours."""
    naps: list[float] = []
    monkeypatch.setattr("sensecli.disk.store.time.sleep", naps.append)
    monkeypatch.setattr("sensecli.disk.store.time.monotonic", lambda: sum(naps))
    return naps


@pytest.fixture
def other(folder: Path) -> Iterator[sqlite3.Connection]:
    """Another run that has the file."""
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as base:
        yield base


def test_others_are_waited_for_two_seconds_in_all(
    folder: Path, values: dict[bytes, bytes], slept: list[float], other: sqlite3.Connection
) -> None:
    new = some_values(1, seed=1)
    with open_store(folder) as opened:
        other.execute("BEGIN EXCLUSIVE")
        assert opened.get("codings", list(values)) == {}
        assert 1.9 < sum(slept) < 2.1
        waited = len(slept)
        opened.put("codings", new)
        assert opened.get("codings", list(values)) == {}
        assert len(slept) == waited
        other.execute("COMMIT")
        opened.put("codings", new)
        assert opened.get("codings", [*values, *new]) == values | new
    assert not (folder / DAMAGED).exists()


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "read"])
def test_what_another_run_holds_for_a_moment_is_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, other: sqlite3.Connection, lock: str
) -> None:
    new = some_values(1, seed=1)
    other.execute("BEGIN" if lock == "read" else lock)
    other.execute("SELECT count(*) FROM entry").fetchone()
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            other.execute("COMMIT")

    monkeypatch.setattr("sensecli.disk.store.time.sleep", sleep)
    with open_store(folder) as opened:
        opened.put("codings", new)
    assert len(naps) == 3
    assert found(folder, new) == new


def test_nobody_waits_to_note_that_a_value_was_used(
    folder: Path,
    values: dict[bytes, bytes],
    slept: list[float],
    other: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store, "_today", lambda: 30_000)
    other.execute("BEGIN IMMEDIATE")
    assert found(folder, values) == values
    assert slept == []


def test_a_store_that_was_cleared_goes_on_with_a_new_file(
    folder: Path, values: dict[bytes, bytes]
) -> None:
    new = some_values(3, seed=1)
    with open_store(folder) as opened:
        assert opened.get("codings", list(values)) == values
        clear(folder)
        assert opened.get("codings", list(values)) == {}
        opened.put("codings", new)
        assert opened.get("codings", [*values, *new]) == new
    assert found(folder, new) == new


@POSIX
def test_one_that_is_cleared_while_it_is_written_to_goes_on(
    folder: Path, values: dict[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    new = some_values(3, seed=1)
    real = rows.write

    def cleared(*arguments: object, **options: object) -> None:
        clear(folder)
        monkeypatch.setattr(rows, "write", real)
        real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(rows, "write", cleared)
    with open_store(folder) as opened:
        opened.put("codings", new)
        assert opened.get("codings", [*values, *new]) == new
    assert sorted(one.name for one in folder.iterdir()) == [TAG, NAME]


def test_a_file_that_another_run_has_begun_anew_is_not_set_aside(
    folder: Path, values: dict[bytes, bytes]
) -> None:
    new = some_values(3, seed=1)
    opened = Store(folder)
    assert opened.get("codings", list(values)) == values
    (folder / NAME).replace(folder / DAMAGED)
    with open_store(folder) as another:
        another.put("codings", new)
    opened._set_aside()
    assert found(folder, new) == new


def test_one_whose_folder_is_deleted_goes_on(folder: Path, values: dict[bytes, bytes]) -> None:
    with open_store(folder) as opened:
        assert opened.get("codings", list(values)) == values
        for one in folder.iterdir():
            one.unlink()
        folder.rmdir()
        assert opened.get("codings", list(values)) == {}
        opened.put("codings", values)
    assert found(folder, values) == values


def test_what_was_stopped_in_the_middle_is_taken_back(
    folder: Path, values: dict[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    new = some_values(3, seed=1)
    real = rows.write

    def stopped(*arguments: object, **options: object) -> None:
        real(*arguments, **options)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with open_store(folder) as opened:
        monkeypatch.setattr(rows, "write", stopped)
        with pytest.raises(KeyboardInterrupt):
            opened.put("codings", new)
        monkeypatch.setattr(rows, "write", real)
        assert found(folder, new) == {}
        opened.put("codings", new)
        assert opened.get("codings", [*values, *new]) == values | new


def test_a_fault_of_ours_is_raised(folder: Path, values: dict[bytes, bytes]) -> None:
    with open_store(folder) as opened, pytest.raises(sqlite3.Error):
        opened.get("codings", [object()])  # type: ignore[list-item]
    assert found(folder, values) == values
