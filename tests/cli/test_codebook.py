"""`sense codebook`: check, show and new."""

from pathlib import Path

import pytest

from sensecli.loading.codebooks.load import load_codebook
from sensecli.loading.codebooks.shipped import shipped_codebooks
from tests.cli.conftest import Sense

TWO = """\
id: two
label: Two codes
codes:
  - id: trust
    label: Trust
    proposition: Change rests on trust.
    examples: [It is all about trust., We need the money.]
    cues: [trust]
  - id: faith
    label: "[bold]Faith[/bold]"
    kind: barrier
    cues: [trust, faithful]
"""


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A small codebook with something to look at in it."""
    path = tmp_path / "two.yaml"
    path.write_text(TWO)
    return path


def test_a_good_codebook_has_no_problems(sense: Sense, two: Path) -> None:
    done = sense("codebook", "check", two)
    assert done.exit_code == 0
    assert done.stdout == f"{two}: 2 codes, no problems.\n"


def test_what_an_author_should_look_at_is_a_notice(sense: Sense, two: Path) -> None:
    said = sense("codebook", "check", two).stderr
    assert 'notice: two.yaml:12: the cue "trust" of "faith" is also a cue of "trust"' in said
    assert 'no cue of "trust" finds its example "We need the money."' in said


def test_every_problem_is_listed_with_its_line(sense: Sense, two: Path) -> None:
    two.write_text(TWO.replace("cues: [trust]", "cue: [trust]").replace("barrier", "barier"))
    done = sense("codebook", "check", two)
    assert done.exit_code == 1
    assert 'two.yaml:8: unknown key "cue"' in done.stderr
    assert "two.yaml:11:" in done.stderr


def test_a_file_that_is_not_there_is_a_problem(sense: Sense, tmp_path: Path) -> None:
    assert sense("codebook", "check", tmp_path / "none.yaml").exit_code == 1


@pytest.mark.parametrize("name", sorted(shipped_codebooks()))
def test_every_shipped_codebook_has_no_problems(sense: Sense, name: str) -> None:
    assert sense("codebook", "check", shipped_codebooks()[name]).exit_code == 0


def test_without_a_name_the_shipped_ones_are_listed(sense: Sense) -> None:
    said = sense("codebook", "show").stdout
    assert all(name in said for name in ("msk-programme", "weick", "nhs-people-promise"))


def test_the_tree_has_kinds_propositions_and_cues(sense: Sense, two: Path) -> None:
    said = sense("codebook", "show", two).stdout
    assert "trust \u2013 Trust (theme, 1 cue)" in said
    assert "Change rests on trust." in said
    assert "faith \u2013 [bold]Faith[/bold] (barrier, 2 cues)" in said


def test_one_code_is_shown_in_full(sense: Sense, two: Path) -> None:
    said = sense("codebook", "show", two, "faith").stdout
    assert "Cues (2): trust; faithful" in said


def test_an_unknown_code_is_wrong_usage(sense: Sense, two: Path) -> None:
    done = sense("codebook", "show", two, "trst")
    assert done.exit_code == 2
    assert 'Did you mean "trust"?' in done.stderr


def test_an_unknown_codebook_is_a_problem(sense: Sense) -> None:
    done = sense("codebook", "show", "msk-program")
    assert done.exit_code == 1
    assert 'Did you mean "msk-programme"?' in done.stderr


def test_a_new_codebook_can_be_loaded(sense: Sense, tmp_path: Path) -> None:
    target = tmp_path / "codebook.yaml"
    assert sense("codebook", "new", target).exit_code == 0
    assert load_codebook(target)[0]


def test_a_new_codebook_can_be_made_of_a_sheet(sense: Sense, tmp_path: Path) -> None:
    sheet, target = tmp_path / "codes.csv", tmp_path / "codebook.yaml"
    sheet.write_text("id,label\ntrust,Trust\ntime,Time\n")
    assert sense("codebook", "new", target, "--from", sheet).exit_code == 0
    codebook = load_codebook(target)[0]
    assert codebook
    assert [leaf.id for leaf in codebook.leaves] == ["trust", "time"]


def test_a_source_that_cannot_be_read_is_a_problem(sense: Sense, tmp_path: Path) -> None:
    source = tmp_path / "codes.doc"
    source.write_text("trust")
    done = sense("codebook", "new", tmp_path / "codebook.yaml", "--from", source)
    assert done.exit_code == 1
    assert not (tmp_path / "codebook.yaml").exists()


def test_a_codebook_is_never_written_over(sense: Sense, two: Path) -> None:
    done = sense("codebook", "new", two)
    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert two.read_text() == TWO
