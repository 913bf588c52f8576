"""The sheet of examples beside a codebook: read, and every row that cannot be used told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sensecli.loading.codebooks.examples import read_examples
from sensecli.model import NO_CODE, Codebook, Example, Node, Problem
from tests.builders import a_codebook

HEADER = "text,code,before"


def read(
    folder: Path, *rows: str, header: str = HEADER, codebook: Codebook | None = None
) -> tuple[tuple[Example, ...], tuple[Problem, ...]]:
    """The examples of a codebook that lies in `folder` beside a sheet of those rows."""
    (folder / "tiny.examples.csv").write_text("\n".join((header, *rows, "")), "utf-8")
    return read_examples(codebook or a_codebook(), folder / "tiny.yaml")


def told(problems: Sequence[Problem]) -> list[tuple[str, int | None, str]]:
    return [(one.path, one.line, one.message) for one in problems]


def with_examples(*texts: str) -> Codebook:
    node = Node(id="people", label="People", examples=texts)
    return a_codebook().model_copy(update={"codes": (node,)})


def test_a_row_is_an_example_of_its_code(tmp_path: Path) -> None:
    assert read(tmp_path, "They come first.,people,") == (
        (Example("They come first.", "people"),),
        (),
    )


def test_what_was_said_before_belongs_to_the_passage(tmp_path: Path) -> None:
    ((example,), _) = read(tmp_path, "Not here.,people,Do they come first?")
    assert example.text == "Not here."
    assert example.passage == "Do they come first? Not here."


def test_the_column_for_what_was_said_before_may_be_left_out(tmp_path: Path) -> None:
    ((example,), problems) = read(tmp_path, "people,They come first.", header="code,text")
    assert (example, problems) == (Example("They come first.", "people"), ())


def test_an_example_may_carry_no_code(tmp_path: Path) -> None:
    assert read(tmp_path, f"The bus was late.,{NO_CODE},") == (
        (Example("The bus was late.", NO_CODE),),
        (),
    )


def test_examples_in_the_codebook_stand_before_those_beside_it(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "They are last.,people,", codebook=with_examples("They come first."))
    assert [one.text for one in found] == ["They come first.", "They are last."]


@pytest.mark.parametrize("beside", [True, False])
def test_without_a_sheet_the_examples_are_the_codebooks_own(
    tmp_path: Path, *, beside: bool
) -> None:
    path = tmp_path / "tiny.yaml" if beside else None
    found = read_examples(with_examples("They come first."), path)
    assert found == ((Example("They come first.", "people"),), ())


@pytest.mark.parametrize(("header", "column"), [("code,before", "text"), ("text,before", "code")])
def test_a_sheet_without_a_needed_column_is_a_problem(
    tmp_path: Path, header: str, column: str
) -> None:
    examples, (problem,) = read(tmp_path, "a,b", header=header)
    assert examples == ()
    assert told([problem]) == [("tiny.examples.csv", 1, f'has no column "{column}"')]
    assert problem.hint


def test_an_unknown_code_is_a_problem_that_names_its_line_and_the_nearest(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, "They come first.,people,", "They are last.,peopel,")
    assert told([problem]) == [("tiny.examples.csv", 3, 'there is no code "peopel"')]
    assert '"people"' in problem.hint


def test_a_code_that_is_like_none_is_told_how_to_say_so(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, "They come first.,xyz,")
    assert f'"{NO_CODE}"' in problem.hint


def test_an_empty_passage_is_a_problem(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, " ,people,")
    assert told([problem]) == [("tiny.examples.csv", 2, 'has an empty cell in "text"')]


def test_every_bad_row_is_told_and_the_good_ones_are_used(tmp_path: Path) -> None:
    rows = ("They come first.,people,", ",money,", "a,nope,", ",,", "We lack it.,money,")
    found, problems = read(tmp_path, *rows)
    assert [one.code for one in found] == ["people", "money"]
    assert [one.line for one in problems] == [3, 4]


def test_a_sheet_that_cannot_be_read_leaves_the_codebooks_own_examples(tmp_path: Path) -> None:
    (tmp_path / "tiny.examples.csv").write_bytes(b"")
    found, problems = read_examples(with_examples("They come first."), tmp_path / "tiny.yaml")
    assert [one.text for one in found] == ["They come first."]
    assert [one.path for one in problems] == ["tiny.examples.csv"]
