from dataclasses import astuple

from hypothesis import given

from sensecli.finding.figures import figures
from sensecli.finding.findings import findings
from sensecli.finding.groups import NO_GROUP, by_group
from sensecli.finding.held import held
from sensecli.finding.positions import positions
from sensecli.model import Figures
from tests.builders import a_position
from tests.finding.drawn import Drawn, projects

HELD = {
    "South": held([a_position(leader="L01"), a_position(leader="L04", stance=None)]),
    NO_GROUP: held([a_position(leader="L03", status="done")]),
    "north": held([a_position(leader="L02", stance="oppose")]),
}


def test_groups_are_alphabetical_and_the_leaders_without_one_last() -> None:
    found = by_group(HELD)
    assert [(one.group, one.figures.counts.n) for one in found] == [
        ("north", 1),
        ("South", 2),
        ("(no group)", 1),
    ]


def test_a_groups_figures_are_those_of_its_leaders() -> None:
    assert by_group(HELD)[1].figures == figures(HELD["South"])


def test_without_leaders_there_are_no_groups() -> None:
    assert by_group({}) == ()


@given(projects())
def test_groups_sum_to_the_whole(drawn: Drawn) -> None:
    stands = positions(drawn.codings, drawn.interviews, drawn.codebook)
    found = findings(drawn.codings, stands, drawn.interviews, drawn.codebook)
    for one in (*found.themes, *found.barriers):
        parts = [_counts(group.figures) for group in one.by_group]
        assert [sum(column) for column in zip(*parts, strict=True)] == (
            _counts(one.figures) if parts else []
        )


def _counts(found: Figures) -> list[int]:
    own = [found.act, found.act_own, found.committed, found.failed, found.gap]
    return [*astuple(found.counts), *own]
