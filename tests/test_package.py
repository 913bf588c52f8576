"""What is shipped: the wheel, the pinned requirements and the version."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
# What a wheel is built from, and the tests, which must not get into it.
TREE = ("src", "codebooks", "interviews", "tests")
FILES = ("pyproject.toml", "README.md", "LICENSE", "NOTICE")
REQUIREMENTS = sorted((REPOSITORY / "requirements").glob("*.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of the files in a wheel built from a copy of the repository."""
    copy = tmp_path_factory.mktemp("tree")
    for name in TREE:
        shutil.copytree(
            REPOSITORY / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", ".*")
        )
    for name in FILES:
        shutil.copy(REPOSITORY / name, copy / name)
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=copy,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = out.glob("*.whl")
    with ZipFile(built) as archive:
        return frozenset(archive.namelist())


def files_under(folder: str) -> set[str]:
    """The files below a folder of the repository, as paths within it; nothing hidden or cached."""
    root = REPOSITORY / folder
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {
        path.as_posix()
        for path in paths
        if not any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    }


@pytest.mark.parametrize("kind", ["codebooks", "interviews"])
def test_the_wheel_holds_every_shipped_file(wheel: frozenset[str], kind: str) -> None:
    shipped = {f"sensecli/shipped/{kind}/{path}" for path in files_under(kind)}
    assert shipped
    assert shipped - wheel == set()


def test_the_wheel_holds_the_whole_package_with_its_rule_tables(wheel: frozenset[str]) -> None:
    package = files_under("src/sensecli")
    assert {path for path in package if path.startswith("coding/rules/") and "yaml" in path}
    assert {f"sensecli/{path}" for path in package} - wheel == set()


def test_the_wheel_says_that_it_is_typed(wheel: frozenset[str]) -> None:
    assert "sensecli/py.typed" in wheel


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE"])
def test_the_wheel_holds_its_licence(wheel: frozenset[str], name: str) -> None:
    assert any(path.endswith(f".dist-info/licenses/{name}") for path in wheel)


def test_the_wheel_holds_no_tests(wheel: frozenset[str]) -> None:
    assert [path for path in wheel if "test" in path.lower()] == []


def test_the_wheel_holds_nothing_but_the_package_and_its_description(
    wheel: frozenset[str],
) -> None:
    tops = {path.partition("/")[0] for path in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"sensecli"}


@pytest.mark.parametrize("path", REQUIREMENTS, ids=[path.name for path in REQUIREMENTS])
def test_every_requirement_is_pinned_with_hashes(path: Path) -> None:
    joined = re.sub(r"\\\n\s*", " ", path.read_text("utf-8"))
    lines = [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    lines = [line for line in lines if not line.strip().startswith("#")]
    pinned = re.compile(r"[\w.\[\],-]+==[^\s;]+(?: ;[^#]*?)?(?: +--hash=sha256:[0-9a-f]{64})+\s*")
    assert lines
    assert [line.split()[0] for line in lines if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("path", REQUIREMENTS, ids=[path.name for path in REQUIREMENTS])
def test_requirements_hold_no_address_and_no_index(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


def test_there_are_requirements_to_run_and_to_test() -> None:
    assert {path.name for path in REQUIREMENTS} >= {"run.txt", "test.txt"}


def test_the_version_printed_is_the_one_declared() -> None:
    declared = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    printed = subprocess.run(
        [sys.executable, "-m", "sensecli", "--version"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert printed.stdout.strip() == f"sense {declared['version']}"
