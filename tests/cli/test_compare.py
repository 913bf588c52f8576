"""`sense compare`: what moved between rounds, as a user sees it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sense

_BOOK = "id: tiny\nlabel: Tiny\ncodes:\n  - id: people\n    label: People\n    cues: [sister]\n"
_HEAD = "---\nid: {id}\nleader: L01\nname: Jane Smith\nround: {round}\n---\n"
_SAID = "We will send two sisters to Thornby from 1 November."
_UNCODED = "I will hire a knee navigator by 1 November."
_SAYS = "We have sent the sisters to Thornby, Jane Smith said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two rounds of one leader, who kept what was promised."""
    made = tmp_path / "talks"
    made.mkdir()
    (made / "codebook.yaml").write_text(_BOOK)
    (made / "a.md").write_text(_HEAD.format(id="A", round="2022") + _SAID)
    (made / "b.md").write_text(_HEAD.format(id="B", round="2023") + _SAYS)
    return made


def test_the_promise_is_shown_with_both_quotes_and_their_places(sense: Sense, folder: Path) -> None:
    found = sense("compare", folder, "--coder", "rules")
    said = " ".join(found.stdout.split())
    assert found.exit_code == 0
    assert f"2022: \u201c{_SAID}\u201d [A:7]" in said
    assert "2023: \u201cWe have sent the sisters to Thornby, [L01] said.\u201d [B:7]" in said
    assert "Jane" not in found.output


def test_a_promise_that_no_code_caught_is_shown_as_well(sense: Sense, folder: Path) -> None:
    (folder / "a.md").write_text(_HEAD.format(id="A", round="2022") + _UNCODED)
    (folder / "b.md").write_text(
        _HEAD.format(id="B", round="2023") + "The knee navigator is in post."
    )
    said = sense("compare", folder, "--coder", "rules").stdout
    assert "Kept (1)\n  L01 on no theme\n" in said
    assert _UNCODED in " ".join(said.split())
    found = json.loads(sense("compare", folder, "--coder", "rules", "-f", "json").stdout)
    (promise,) = found["between"][0]["promises"]
    assert (promise["code"], promise["said"]["code"], promise["fate"]) == ("", "", "kept")


def test_names_are_shown_where_they_are_asked_for(sense: Sense, folder: Path) -> None:
    said = " ".join(sense("compare", folder, "--coder", "rules", "--names").stdout.split())
    assert f"\u201c{_SAID}\u201d [Jane Smith, A:7]" in said


def test_no_line_is_wider_than_the_screen_but_the_one_to_copy(sense: Sense, folder: Path) -> None:
    lines = sense("compare", folder, "--coder", "rules").stdout.splitlines()
    assert lines[-1].startswith("Next: sense compare ")
    assert max(map(len, lines[:-1])) <= 80


def test_json_has_the_keys_of_its_contract(sense: Sense, folder: Path) -> None:
    found = json.loads(sense("compare", folder, "--coder", "rules", "-f", "json").stdout)
    assert found["schema"] == "sense-comparison/1"
    keys = "schema tool codebook rounds between overall problems notices"
    assert list(found) == keys.split()
    (between,) = found["between"]
    assert list(between) == "before after turnover themes promises".split()
    assert between["promises"][0]["fate"] == "kept"
    assert between["themes"][0]["act"]["gained"] == 1


def test_analyse_has_the_same_comparison_at_its_end(sense: Sense, folder: Path) -> None:
    compared, analysed = (
        json.loads(sense(command, folder, "--coder", "rules", "-f", "json").stdout)
        for command in ("compare", "analyse")
    )
    assert list(analysed)[-1] == "comparison"
    assert analysed["comparison"]["between"] == compared["between"]


@pytest.mark.parametrize("name", ["out.md", "out.html", "out.docx", "out.json", "out.txt"])
def test_the_ending_of_the_file_tells_the_format(
    sense: Sense, folder: Path, tmp_path: Path, name: str
) -> None:
    found = sense("compare", folder, "--coder", "rules", "-o", tmp_path / name)
    assert (found.exit_code, found.stdout) == (0, "")
    assert (tmp_path / name).stat().st_size > 100


def test_one_round_only_ends_in_exit_code_1(sense: Sense, folder: Path) -> None:
    (folder / "b.md").unlink()
    found = sense("compare", folder, "--coder", "rules")
    assert (found.exit_code, found.stdout) == (1, "")
    assert "there is one round only" in found.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-f", "csv"), "does not come as csv"),
        (("-f", "docx"), "is not for the terminal"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    sense: Sense, folder: Path, words: tuple[str, ...], said: str
) -> None:
    found = sense("compare", folder, *words)
    assert found.exit_code == 2
    assert said in " ".join(found.stderr.split())


def test_one_folder_named_twice_is_wrong_usage(sense: Sense, folder: Path) -> None:
    found = sense("compare", folder, folder / ".." / folder.name)
    assert found.exit_code == 2
    assert "named twice" in found.stderr


def test_a_file_among_the_interviews_of_any_round_is_refused(
    sense: Sense, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    found = sense("compare", folder, other, "-o", other / "out.md")
    assert found.exit_code == 1
    assert "would be read as an interview" in found.stderr
