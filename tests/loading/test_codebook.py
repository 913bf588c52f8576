"""Reading and finding codebooks."""

import re
from pathlib import Path

import pytest

from sensecli.coding.cues import CueMatcher
from sensecli.loading.codebooks.load import codebook_lines, find_codebook, load_codebook
from sensecli.loading.codebooks.shipped import shipped_codebooks, shipped_sample
from sensecli.model import Kind

GOOD = """\
id: book
label: Book
version: 2.0
codes:
  - id: barriers
    label: Barriers
    kind: barrier
    codes:
      - id: time
        label: Time
        examples: [We have no time.]
        cues:
          - no
          - tokens: [{lemma: run}, {gap: 2}, {word: feet, optional: true}]
          - regex: '\\bno (?:time|hours)'
"""
REFERENCE = Path(__file__).parents[2] / "docs" / "codebook-reference.md"


def _written(folder: Path, text: str = GOOD, name: str = "book.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_code_inherits_the_kind_of_its_group(tmp_path: Path) -> None:
    codebook, problems, _ = load_codebook(_written(tmp_path))
    assert problems == ()
    assert codebook is not None
    assert codebook["time"].kind is Kind.BARRIER


def test_words_that_yaml_takes_for_other_things_stay_texts(tmp_path: Path) -> None:
    codebook, _, _ = load_codebook(_written(tmp_path))
    assert codebook is not None
    assert (codebook.version, str(codebook["time"].cues[0])) == ("2.0", "no")


def test_lines_are_known_of_codes_cues_and_examples(tmp_path: Path) -> None:
    lines = codebook_lines(_written(tmp_path))
    places = (("time",), ("time", "cues", "1"), ("time", "examples", "0"))
    assert [lines[place] for place in places] == [9, 14, 11]


def test_lines_of_a_file_that_is_no_yaml_are_empty(tmp_path: Path) -> None:
    assert not codebook_lines(_written(tmp_path, "a: [b"))


def test_a_codebook_in_the_folder_is_used_without_being_named(tmp_path: Path) -> None:
    path = _written(tmp_path, name="codebook.yaml")
    found = find_codebook(None, tmp_path)
    assert (found.path, found.notices) == (path, ())


def test_a_codebook_may_be_named_by_its_path(tmp_path: Path) -> None:
    path = _written(tmp_path)
    found = find_codebook(str(path), tmp_path)
    assert found.codebook is not None
    assert found.codebook.id == "book"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = _written(tmp_path, name="msk-programme.yaml")
    monkeypatch.setattr(
        "sensecli.loading.codebooks.load.shipped_codebooks", lambda: {"msk-programme": path}
    )
    return path


def test_the_shipped_codebook_is_used_with_a_notice_where_there_is_no_other(
    tmp_path: Path, shipped: Path
) -> None:
    found = find_codebook(None, tmp_path)
    assert found.path == shipped
    assert '"msk-programme"' in found.notices[0].message


def test_a_shipped_codebook_may_be_named(tmp_path: Path, shipped: Path) -> None:
    assert find_codebook("msk-programme", tmp_path).path == shipped


@pytest.mark.usefixtures("shipped")
def test_an_unknown_name_is_a_problem_that_knows_what_was_meant(tmp_path: Path) -> None:
    found = find_codebook("msk-programe", tmp_path)
    assert found.codebook is None
    assert found.problems[0].hint == 'Did you mean "msk-programme"?'


def test_the_sample_lies_in_a_folder_called_after_its_codebook() -> None:
    assert shipped_sample().name == "msk-programme"


@pytest.mark.parametrize("name", sorted(shipped_codebooks()))
def test_every_shipped_codebook_loads_with_no_problem(name: str) -> None:
    codebook, problems, _ = load_codebook(shipped_codebooks()[name])
    assert problems == ()
    assert codebook is not None
    CueMatcher(codebook.leaves)("We all talk.")


def _blocks() -> list[str]:
    text = REFERENCE.read_text(encoding="utf-8")
    return [b for b in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if b.startswith("id:")]


@pytest.mark.parametrize("block", _blocks())
def test_every_whole_codebook_of_the_reference_loads(tmp_path: Path, block: str) -> None:
    _, problems, _ = load_codebook(_written(tmp_path, block))
    assert problems == ()
