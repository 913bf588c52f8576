"""A second run, which reads what the first one kept, gives the same bytes in every format."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sensecli.cli.app import app
from sensecli.cli.exported import Table, To
from sensecli.cli.publishing import Format
from sensecli.coding import anew
from tests.answers import BOOK, SAID

_PLAN = ("--actions", "PLAN", "--on", "2023-09-29")
_RUNS = [
    *(("analyse", "-f", str(form)) for form in Format),
    *(("export", "--to", str(to)) for to in To),
    *(
        ("export", "--to", "csv", "--table", str(table), *(_PLAN if table is Table.ACTIONS else ()))
        for table in Table
    ),
    ("analyse", *_PLAN),
    ("commitments", "-f", "csv"),
]


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small folder of interviews, and a cache of its own."""
    monkeypatch.setenv("SENSE_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "plan.csv").write_text("Action,Owner,Due\nTrust the teams,GP lead,31/03/2023\n")
    for number in range(4):
        said = " ".join(SAID[number:])
        (folder / f"L{number + 1:02d}.md").write_text(
            f"---\ngroup: gp\nname: Jane Smith\ndate: 2022-09-1{number}\n---\n{said}\n", "utf-8"
        )
    return folder


def _all_written(study: Path, out: Path, *options: str) -> dict[str, bytes]:
    """What each format comes to, with what is told of it."""
    out.mkdir()
    found: dict[str, bytes] = {}
    plan = str(study.with_name("plan.csv"))
    for number, (command, *form) in enumerate(_RUNS):
        target = out / f"{number}.out"
        asked = [plan if one == "PLAN" else one for one in form]
        line = [command, str(study), *asked, "-o", str(target), "--coder", "rules", *options]
        done = CliRunner().invoke(app, line, prog_name="sense")
        assert done.exit_code == 0, done.stderr
        found[" ".join((command, *_RUNS[number]))] = target.read_bytes() + done.stderr.encode()
    return found


def test_a_second_run_gives_the_same_bytes(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = _all_written(study, tmp_path / "cold", "--no-cache")
    plan = str(study.with_name("plan.csv"))
    CliRunner().invoke(app, ["analyse", str(study), "--actions", plan, "--coder", "rules"])
    # Whatever was not kept would have to be coded now.
    monkeypatch.delattr(anew, "code_anew")
    warm = _all_written(study, tmp_path / "warm")
    assert len(cold) == len(_RUNS) > 20
    assert [name for name in cold if warm[name] != cold[name]] == []
