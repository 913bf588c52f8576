"""A consultant's own names for columns and statuses."""

from pathlib import Path

import pytest

from sensecli.loading.register import ReadRegister, read_register
from sensecli.model import Progress
from tests.loading.register.conftest import Log, messages

HEADER = "Key,Undertaking,Whose,Horizon,Where we are"
ROWS = ("A1,Open a clinic,Jo,31/03/2023,Fizzing", "A2,Ask,Kit,30/06/2023,Sorted")
NAMES = {
    "action": "Undertaking",
    "owner": "Whose",
    "due": "Horizon",
    "status": "Where we are",
    "stalled": "Fizzing",
    "done": "Sorted",
}


@pytest.fixture
def register(log: Log) -> Path:
    """A register in nobody else's words."""
    return log(*ROWS, header=HEADER)


def _lines(found: ReadRegister) -> list[tuple[str, str, str, str]]:
    return [(one.text, one.owner, str(one.due), one.progress.value) for one in found.actions]


WANTED = [("Open a clinic", "Jo", "2023-03-31", "stalled"), ("Ask", "Kit", "2023-06-30", "done")]


def test_without_a_mapping_it_is_asked_which_column_is_the_action(register: Path) -> None:
    found = read_register(register)
    assert found.actions == ()
    [message] = messages(found)
    assert "--mapping FILE" in message


def test_a_mapping_settles_it(register: Path) -> None:
    found = read_register(register, mapping=NAMES)
    assert found.problems == ()
    assert _lines(found) == WANTED


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("map.yaml", "\n".join(f"{ours}: {theirs}" for ours, theirs in NAMES.items())),
        ("map.yml", "\n".join(f"{ours}: [{theirs}]" for ours, theirs in NAMES.items())),
        ("map.csv", "\n".join(f"{ours},{theirs}" for ours, theirs in NAMES.items())),
        ("map.csv", "ours;theirs\n" + "\n".join(f"{o};{t}" for o, t in NAMES.items())),
    ],
)
def test_a_file_of_it_is_yaml_or_two_columns(
    register: Path, tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    found = read_register(register, mapping=path)
    assert found.problems == ()
    assert _lines(found) == WANTED


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("acton: Whose", '"acton" here. Hint: did you mean "action"?'),
        ("owner: Whoze", 'no table has a column "Whoze". Hint: did you mean "Whose"?'),
        ("owner:", '"owner" has no name behind it'),
        ("owner: Undertaking", '"Undertaking" is given twice'),
    ],
)
def test_what_is_wrong_in_it_is_a_problem_with_its_line(
    register: Path, tmp_path: Path, line: str, said: str
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(f"action: Undertaking\n{line}\n")
    found = read_register(register, mapping=path)
    [message] = [one for one in messages(found) if one.startswith("map.yaml:2: ")]
    assert said in message
    assert len(found.actions) == 2


@pytest.mark.parametrize("name", ["map.txt", "none.yaml"])
def test_a_file_that_is_no_mapping_is_a_problem(register: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "map.txt").write_text("action: Undertaking")
    assert any(
        one.startswith(name) for one in messages(read_register(register, mapping=tmp_path / name))
    )


def test_a_mapped_name_goes_before_a_known_one(log: Log) -> None:
    path = log("Open,Begin,Jo", header="Action,Task,Owner")
    assert [one.text for one in read_register(path).actions] == ["Open"]
    assert [one.text for one in read_register(path, mapping={"action": "Task"}).actions] == [
        "Begin"
    ]


def test_a_mapped_spelling_settles_an_unknown_status(log: Log) -> None:
    path = log("A1,Open,,,Fizzing,")
    found = read_register(path, mapping={"stalled": "fizzing"})
    assert (found.problems, found.actions[0].progress) == ((), Progress.STALLED)


def test_a_folder_is_no_mapping(register: Path, tmp_path: Path) -> None:
    first, *_ = messages(read_register(register, mapping=tmp_path))
    assert first.endswith("is a folder. Hint: name the file of the mapping.")


def test_a_mapping_the_wrong_way_round_is_told_as_one(register: Path) -> None:
    first, *_ = messages(read_register(register, mapping={"Undertaking": "action"}))
    assert 'our name goes first: "action: undertaking"' in first
