"""Dates as people read them."""

from datetime import date

import pytest

from sensecli.exporting.dates import date_span, in_words


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2022-11-21", "", "2022-09-12"], "12 Sep \u2013 21 Nov 2022"),
        (["2022-12-30", "2023-01-04"], "30 Dec 2022 \u2013 4 Jan 2023"),
        (["2022-11-21"], "21 Nov 2022"),
        (["2022-11", "2022-09"], "Sep \u2013 Nov 2022"),
        (["2022-11-03", "2022-09"], "Sep \u2013 3 Nov 2022"),
        (["2022", "2022"], "2022"),
        (["2022", "2022-11"], "2022 \u2013 Nov 2022"),
        (["2022-11-21", "2024-13-45"], "21 Nov 2022"),
        (["last week"], ""),
        (["", ""], ""),
    ],
)
def test_dates_are_told_as_a_span(dates: list[str], said: str) -> None:
    assert date_span(dates) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (date(2022, 3, 31), "31 Mar 2022"),
        ("2022-03-01", "1 Mar 2022"),
        ("2022-03", "Mar 2022"),
        ("2022", "2022"),
        ("spring", "spring"),
        ("2022-02-31", "2022-02-31"),
        ("", ""),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(written: date | str, said: str) -> None:
    assert in_words(written) == said
