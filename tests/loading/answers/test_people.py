"""Names that a table tells."""

from pathlib import Path

import pytest

from sensecli.loading.answers import names_in, names_of, people, survey
from sensecli.loading.folder import load_interviews
from sensecli.model import Problem


@pytest.mark.parametrize(
    "table",
    [
        "id,name,text\nA1,Jane Smith,Yes.\nA2,Jo Carr,No.\n",
        "id,interviewer,text\nA1,Ann Bell and Jo Carr,Yes.\n",
        "id,leader,text\nA1,Jane Smith,Yes.\nA2,Jane Smith,No.\n",
        "id,scribe,text\nA1,Ann Bell,Yes.\n",
        "id,leader,text\nA1,P1,Yes.\n",
    ],
)
@pytest.mark.parametrize("listed", ["", "name,replacement\nVale,[place]\nAl Hill,\n"])
def test_names_are_those_of_the_table_read_whole(tmp_path: Path, table: str, listed: str) -> None:
    path = tmp_path / "all.csv"
    path.write_text(table)
    if listed:
        (tmp_path / "names.csv").write_text(listed)
    loaded = load_interviews(path)
    assert names_of(path) == loaded.names
    assert bool(loaded.names) == (bool(listed) or "P1" not in table)


def test_a_table_that_names_nobody_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.csv"
    path.write_text("id,group,text\nA1,gp,Yes.\n")
    surveyed = survey(path)
    assert not isinstance(surveyed, Problem)
    monkeypatch.delattr(people, "blocks_of")
    assert names_in(surveyed) == ((), ())


def test_what_is_wrong_with_the_list_of_names_is_told(tmp_path: Path) -> None:
    (tmp_path / "all.csv").write_text("id,text\nA1,Yes.\n")
    (tmp_path / "names.csv").write_text("who\nVale\n")
    surveyed = survey(tmp_path / "all.csv")
    assert not isinstance(surveyed, Problem)
    assert [one.path for one in names_in(surveyed)[1]] == ["names.csv"]
