"""Dates as people write them in Britain."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.formats.dates import to_iso


@pytest.mark.parametrize(
    "written",
    [
        "2022-09-12",
        "2022/9/12",
        "12 September 2022",
        "12th September 2022",
        "Monday 12 September 2022",
        "Mon, 12 Sept 2022",
        "12 Sep 22",
        "12-Sep-22",
        "12/09/2022",
        "12/9/22",
        "12.09.2022",
        "September 12, 2022",
        "12 September 2022, 14:30",
        "2022-09-12T14:30:00Z",
    ],
)
def test_a_date_becomes_iso(written: str) -> None:
    assert to_iso(written) == "2022-09-12"


@pytest.mark.parametrize(
    ("written", "iso"), [("September 2022", "2022-09"), ("2022", "2022"), ("2022-09", "2022-09")]
)
def test_a_date_without_a_day_stays_without_one(written: str, iso: str) -> None:
    assert to_iso(written) == iso


@pytest.mark.parametrize("written", ["soon", "31/02/2022", "12/13/2022", "12 Septober 2022", ""])
def test_what_is_no_date_is_none(written: str) -> None:
    assert to_iso(written) is None


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2068, 12, 31)))
def test_every_british_spelling_of_a_day_is_that_day(day: date) -> None:
    for form in ("%d/%m/%Y", "%d-%b-%y", "%d %B %Y", "%Y-%m-%d"):
        assert to_iso(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert to_iso(text) is None or to_iso(text)
