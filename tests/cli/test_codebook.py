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
    done = sense("codebook", "check", tmp_path / "none.yaml")
    assert done.exit_code == 1
    assert "none.yaml: no such file. Hint: check the spelling; shipped codebooks are" in done.stderr


def test_a_shipped_codebook_can_be_checked_by_its_name(sense: Sense) -> None:
    assert sense("codebook", "check", "weick").exit_code == 0
    assert 'Did you mean "weick"?' in sense("codebook", "check", "weik").stderr


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_folder_is_no_codebook_but_may_hold_one(
    sense: Sense, tmp_path: Path, command: str
) -> None:
    done = sense("codebook", command, tmp_path)
    assert done.exit_code == 1
    assert "is a folder. Hint: give the name of a file in it" in done.stderr
    inside = tmp_path / "codebook.yaml"
    inside.write_text(TWO)
    assert f"Hint: give {inside}." in sense("codebook", command, tmp_path).stderr


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


BARE = """\
id: bare
label: Bare
codes:
  - id: gardens
    label: Gardens
    proposition: Hospitals need gardens.
  - id: trust
    label: Trust
    cues: [trust]
"""


def test_derived_cues_are_shown_and_said_to_be_derived(sense: Sense, tmp_path: Path) -> None:
    path = tmp_path / "bare.yaml"
    path.write_text(BARE)
    said = sense("codebook", "show", path, "gardens").stdout
    assert "derived from the words of the codebook): gardens; garden; hospital" in said
    tree = sense("codebook", "show", path).stdout
    assert "gardens \u2013 Gardens (theme, 3 derived cues)" in " ".join(tree.split())
    assert "trust \u2013 Trust (theme, 1 cue)" in tree


def test_a_long_regular_expression_is_shown_shortened(sense: Sense, tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    words = "|".join(f"word{number}" for number in range(40))
    path.write_text(f"id: a\nlabel: A\ncodes:\n- id: b\n  label: B\n  cues: [regex: '{words}']\n")
    said = sense("codebook", "show", path, "b").stdout
    assert "word1|word2" in said
    assert "word30" not in said
    assert "[\u2026]" in said


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


def test_a_sheet_with_problems_is_written_and_said_to_be(sense: Sense, tmp_path: Path) -> None:
    sheet, target = tmp_path / "codes.csv", tmp_path / "codebook.yaml"
    sheet.write_text("label,kind\nTrust,thme\nTime,barrier\n")
    done = sense("codebook", "new", target, "--from", sheet)
    assert done.exit_code == 1
    assert f"{target}: written, without what is named below." in done.stdout
    assert 'the kind "thme" is not known' in done.stderr
    assert load_codebook(target)[0]


def test_a_new_codebook_needs_a_folder_that_is_there(sense: Sense, tmp_path: Path) -> None:
    done = sense("codebook", "new", tmp_path / "none" / "codebook.yaml")
    assert done.exit_code == 1
    assert "its folder does not exist. Hint: make the folder first." in done.stderr


def test_a_folder_is_no_place_for_a_new_codebook(sense: Sense, tmp_path: Path) -> None:
    done = sense("codebook", "new", tmp_path)
    assert done.exit_code == 1
    assert "is a folder. Hint: give the name of a file in it." in done.stderr


def test_a_source_that_cannot_be_read_is_a_problem(sense: Sense, tmp_path: Path) -> None:
    source = tmp_path / "codes.doc"
    source.write_text("trust")
    done = sense("codebook", "new", tmp_path / "codebook.yaml", "--from", source)
    assert done.exit_code == 1
    assert not (tmp_path / "codebook.yaml").exists()


def test_a_codebook_is_never_written_over(sense: Sense, two: Path) -> None:
    done = sense("codebook", "new", two)
    assert done.exit_code == 1
    assert "is there already, so nothing is written. Hint: give another name" in done.stderr
    assert "written" not in done.stdout
    assert two.read_text() == TWO
