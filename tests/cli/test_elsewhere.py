"""Tables that lie elsewhere, and clusters that are there or not, from the command line."""

import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from sensecli.cli.large import is_large, source_of
from tests.cli.conftest import Sense, Small

_RULES = ("--coder", "rules", "-q", "--jobs", "1")


@pytest.fixture
def elsewhere(table: Path) -> Iterator[str]:
    """The address of the table in a store elsewhere."""
    store = fsspec.filesystem("memory")
    store.pipe("/bucket/all.csv", table.read_bytes())
    yield "memory://bucket/all.csv"
    store.rm("/bucket", recursive=True)


def test_a_table_elsewhere_is_read_by_its_address(
    sense: Sense, table: Path, elsewhere: str, large: Small
) -> None:
    book = ("-c", table.parent / "codebook.yaml")
    large()
    for source in (elsewhere, table.as_uri(), table):
        name = table.parent / f"{str(source)[:4].strip('/')}.out"
        sense("export", source, "--to", "csv", *_RULES, *book, "-o", name)
    found = [one.read_bytes() for one in sorted(table.parent.glob("*.out"))]
    assert len(found) == 3
    # Whose names only names.csv beside the table tells, is not known elsewhere.
    same = [one.replace(b"Ann Bell", b"[name]") for one in found]
    assert same[0] == same[1] == same[2]
    assert len(same[0]) > 1000


def test_the_next_step_names_the_address(sense: Sense, table: Path, elsewhere: str) -> None:
    book = str(table.parent / "codebook.yaml")
    last = sense("analyse", elsewhere, "-c", book, *_RULES).stdout.splitlines()[-1]
    assert last.startswith(f"Next: sense export {elsewhere} --to csv -o codings.csv -c ")


@pytest.mark.parametrize("address", ["memory://no/such.csv", "nonsense://x.csv", "memory://"])
def test_an_address_where_nothing_is_is_a_problem(sense: Sense, address: str) -> None:
    done = sense("analyse", address, *_RULES)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Hint: " in done.stderr


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("s3://bucket/a.csv", "s3://bucket/a.csv"),
        ("memory://a/b.csv", "memory://a/b.csv"),
        ("file:///a/b.csv", "file:///a/b.csv"),
        ("simplecache::s3://bucket/a.csv", "simplecache::s3://bucket/a.csv"),
        ("https://x.org/a.csv?b=c", "https://x.org/a.csv?b=c"),
    ],
)
def test_an_address_is_read_as_it_was_typed(typed: str, meant: str) -> None:
    assert source_of(Path(typed)) == meant
    assert is_large(Path(typed))


@pytest.mark.parametrize("typed", ["study", "C:/study/all.csv", "./a/b.csv", "a:b.csv"])
def test_a_path_is_no_address(typed: str) -> None:
    assert source_of(Path(typed)) == Path(typed)


@pytest.mark.parametrize("command", [("analyse",), ("export", "--to", "csv")])
def test_a_cluster_that_cannot_be_reached_is_a_problem_and_nothing_is_written(
    sense: Sense, table: Path, large: Small, command: tuple[str, ...]
) -> None:
    target = table.parent / "out.csv"
    target.write_text("old")
    large()
    for source in (table, table.parent):
        place = target if source == table else table.parent.parent / "never.csv"
        name, *options = command
        line = (name, source, *options, "--coder", "rules", "-q", "-o", place)
        done = sense(*line, "--cluster", "nonsense://x")
        assert done.exit_code == 1
        assert "no scheduler could be reached at nonsense://x" in done.stderr
        assert "Traceback" not in done.stderr
        assert not place.exists() or place.read_text() == "old"
    assert not [one for one in table.parent.iterdir() if one.name.startswith(".")]


def test_without_the_extra_a_cluster_is_a_problem(
    sense: Sense, table: Path, large: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "sensecli.working.joining", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    large()
    for source in (table, table.parent):
        done = sense("analyse", source, "--coder", "rules", "-q", "--cluster", "local")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "Hint: pip install 'sensecli[cluster]'." in done.stderr
