"""Which code is meant by which."""

import pytest

from sensecli.loading.coded import read_codes
from tests.loading.conftest import Write

IDS = ("people", "money")


def test_pairs_are_read_and_an_empty_one_leaves_out(write: Write) -> None:
    found = read_codes(write("map.csv", "\ufeffTheirs;ours\r\nTrust us;people\r\nOther;\r\n"), IDS)
    assert (found.codes, found.problems) == ({"Trust us": "people", "Other": ""}, ())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",people", "has no code of theirs"),
        ("Trust us,peeple", 'there is no code "peeple" in the codebook'),
        ("Cash,people", 'gives "Cash" a second code'),
    ],
)
def test_what_is_wrong_in_a_row_is_a_problem(write: Write, row: str, said: str) -> None:
    found = read_codes(write("map.csv", f"theirs,ours\nCash,money\n{row}\n"), IDS)
    assert found.codes == {"Cash": "money"}
    assert [(one.line, one.message) for one in found.problems] == [(3, said)]


def test_a_table_without_these_columns_cannot_be_used(write: Write) -> None:
    found = read_codes(write("map.csv", "from,to\na,b\n"), IDS)
    assert found.codes is None
    assert len(found.problems) == 1
