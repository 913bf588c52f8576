"""Every value has its meaning."""

from collections.abc import Collection
from enum import StrEnum

import pytest

from sensecli.model import Actor, Holder, Stance, Status
from sensecli.review.meanings import ACTORS, HOLDERS, PROMPTED, STANCES, STATUSES


@pytest.mark.parametrize(
    ("kind", "told"),
    [(Stance, STANCES), (Status, STATUSES), (Actor, ACTORS), (Holder, HOLDERS)],
)
def test_no_value_is_without_a_meaning(kind: type[StrEnum], told: Collection[StrEnum]) -> None:
    assert list(told) == list(kind)


def test_a_meaning_fits_on_a_line_of_a_window() -> None:
    meanings = [*STANCES.values(), *STATUSES.values(), *ACTORS.values(), *HOLDERS.values()]
    assert max(len(one) for one in (*meanings, *PROMPTED.values())) <= 74
