from dataclasses import astuple

from hypothesis import given

from sensecli.finding.figures import figures
from sensecli.finding.groups import by_group
from sensecli.finding.positions import positions
from sensecli.finding.rounds import latest
from sensecli.model import Figures
from tests.builders import a_position, an_interview
from tests.finding.drawn import Drawn, projects

INTERVIEWS = [
    an_interview(id="L01", group="South"),
    an_interview(id="L02", group="north"),
    an_interview(id="L03"),
    an_interview(id="L04", group="South"),
]
POSITIONS = [a_position(leader=i.leader) for i in INTERVIEWS]


def test_groups_are_alphabetical_and_the_leaders_without_one_last() -> None:
    found = by_group(POSITIONS, INTERVIEWS)
    assert [(one.group, one.figures.counts.n) for one in found] == [
        ("north", 1),
        ("South", 2),
        ("(no group)", 1),
    ]


def test_a_groups_figures_are_those_of_its_leaders() -> None:
    south = by_group(POSITIONS, INTERVIEWS)[1]
    assert south.figures == figures([POSITIONS[0], POSITIONS[3]])


def test_without_leaders_there_are_no_groups() -> None:
    assert by_group([], []) == ()


@given(projects())
def test_groups_sum_to_the_whole(drawn: Drawn) -> None:
    found = positions(drawn.codings, drawn.interviews, drawn.codebook)
    people = [p for p in latest(found, drawn.interviews) if p.code == "people"]
    parts = [_counts(one.figures) for one in by_group(people, drawn.interviews)]
    assert [sum(column) for column in zip(*parts, strict=True)] == (
        _counts(figures(people)) if parts else []
    )


def _counts(found: Figures) -> list[int]:
    own = [found.act, found.act_own, found.committed, found.failed, found.gap]
    return [*astuple(found.counts), *own]
