"""Between which days the interviews were."""

import pytest

from sensecli.exporting.dates import date_span


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2022-11-21", "2022-09-12"], "2022-09-12 to 2022-11-21"),
        (["2022", "2022"], "2022"),
        (["last week"], ""),
    ],
)
def test_a_span_of_one_date_is_that_date(dates: list[str], said: str) -> None:
    assert date_span(dates) == said
