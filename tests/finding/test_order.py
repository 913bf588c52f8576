from itertools import permutations

from sensecli.finding.order import in_order
from tests.builders import an_interview


def test_order_comes_before_date_and_date_before_id() -> None:
    interviews = [
        an_interview(id="d"),
        an_interview(id="a", date="2024-02-01"),
        an_interview(id="b", date="2024-01-01"),
        an_interview(id="e", order=2),
        an_interview(id="c", order=1, date="2025-01-01"),
    ]
    assert [i.id for i in in_order(interviews)] == ["c", "e", "b", "a", "d"]


def test_the_order_of_files_does_not_matter() -> None:
    interviews = [an_interview(id=name) for name in "abc"]
    assert {in_order(some) for some in permutations(interviews)} == {tuple(interviews)}
