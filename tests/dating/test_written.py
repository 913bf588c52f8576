"""What stands in a cell for dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.dating.named import Order
from sensecli.dating.written import Around, Dated, Undated, last_day

NEAR = Around(near=date(2023, 9, 29))


def _iso(text: str, around: Around = NEAR) -> str:
    day = last_day(text, around).day
    return day.isoformat() if day else ""


@pytest.mark.parametrize(
    "written",
    [
        "31/03/2023",
        "31.3.23",
        "31-3-23",
        "2023-03-31",
        "2023-03-31 00:00:00",
        "20230331",
        "31 March 2023",
        "31st of March, 2023",
        "Friday 31 March 2023",
        "31-Mar-23",
        "March 31, 2023",
        "by 31/03/23",
        "31/03/23 TBC",
        "45016",
        "Mar-23",
        "March '23",
        "Mar 23",
        "03/2023",
        "end of March 2023",
        "Jan - Mar 2023",
        "Feb/March 2023",
        "27-31 March 2023",
        "w/c 25 March 2023",
        "Q4 2022/23",
        "end of Q4 22/23",
        "2022/23 Q4",
        "H2 2022/23",
        "2022/23",
        "FY22/23",
        "early 2023",
        "before 1 April 2023",
        "was 31/12/22, now 31/03/23",
        "31/03/2023 (moved by the board)",
        "Phase 1 January 2023, phase 2 March 2023",
    ],
)
def test_a_written_day_is_the_last_that_it_can_mean(written: str) -> None:
    assert last_day(written) == Dated(date(2023, 3, 31))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("mid March 2023", "2023-03-20"),
        ("early March 2023", "2023-03-10"),
        ("first week of June 2023", "2023-06-07"),
        ("Spring 2023", "2023-05-31"),
        ("Winter 2022/23", "2023-02-28"),
        ("winter 2023", "2024-02-29"),
        ("Easter 2023", "2023-04-09"),
        ("Christmas 2022", "2022-12-25"),
        ("Q1 2023", "2023-06-30"),
        ("2023", "2023-12-31"),
        ("w/c Monday 5th June 2023", "2023-06-11"),
        ("from 1 November 2022", "2022-11-01"),
    ],
)
def test_a_part_of_the_calendar_ends_where_it_says(written: str, day: str) -> None:
    assert _iso(written, Around()) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("end March", "2023-03-31"),
        ("31 March", "2023-03-31"),
        ("end of Q4", "2023-03-31"),
        ("year end", "2023-03-31"),
        ("by Christmas", "2023-12-25"),
        ("mid-Jan", "2024-01-20"),
        ("29 Feb", "2024-02-29"),
        ("summer", "2023-08-31"),
        ("Sept 5", "2023-09-05"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(written: str, day: str) -> None:
    found = last_day(written, NEAR)
    assert (str(found.day), found.year_told) == (day, True)


@pytest.mark.parametrize(
    "written",
    [
        "31/07/2023 (was 30/04)",
        "31/07/2023 (was 30/09/2023)",
        "31 July 2023 (moved from April)",
        "31 July 2023 (was April, then May)",
        "31/07/23 [prev. 30/04]",
        "moved from April to 31 July 2023",
        "was 30/09/23, now 31/07/23",
        "original 31/07/23",
    ],
)
def test_a_day_that_it_was_before_does_not_count(written: str) -> None:
    assert _iso(written) == "2023-07-31"


def test_a_number_behind_a_month_is_a_year_where_it_is_near() -> None:
    assert _iso("Sept 23") == "2023-09-30"
    assert _iso("Sept 12") == "2023-09-12"


def test_without_a_year_it_is_the_first_after_it_was_raised() -> None:
    assert _iso("end March", Around(date(2023, 9, 29), since=date(2023, 4, 1))) == "2024-03-31"


def test_without_a_year_and_anything_to_tell_it_there_is_no_day() -> None:
    assert last_day("end March").lack is Undated.YEARLESS


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-",
        "?",
        "TBC",
        "tbc.",
        "n/a",
        "ASAP",
        "Ongoing",
        "on-going",
        "monthly",
        "Next meeting",
        "within 6 weeks",
        "3-6 months",
        "Once money is agreed",
        "TBC (awaiting funding)",
    ],
)
def test_words_for_no_day_are_no_mistake(written: str) -> None:
    assert last_day(written, NEAR) == Dated(None, Undated.NAMES_NONE)


@pytest.mark.parametrize(
    "written",
    [
        "31/02/2023",
        "30 Feb 2023",
        "31/03/202",
        "blah",
        "may slip",
        "40/13/2023",
        "Autumn term 2023",
        "2 of 5",
        "99",
    ],
)
def test_what_is_no_date_is_said_to_be_none(written: str) -> None:
    assert last_day(written, NEAR) == Dated(None, Undated.UNREADABLE)


def test_in_an_unsettled_column_only_what_could_be_either_is_not_read() -> None:
    read = [last_day(text, NEAR, Order.UNSETTLED) for text in ("05/04/2023", "25/03/2023")]
    assert [one.lack for one in read] == [Undated.EITHER, None]


_DAYS = st.dates(date(2016, 1, 1), date(2060, 12, 31))
_FORMS = "%d/%m/%Y|%d.%m.%y|%d %B %Y|%d-%b-%y|%A %d %B %Y|%Y-%m-%d|%B %d, %Y|%d %b %Y".split("|")


@given(_DAYS, st.sampled_from(_FORMS))
def test_every_spelling_of_a_day_is_that_day(day: date, form: str) -> None:
    assert last_day(day.strftime(form)).day == day


@given(_DAYS)
def test_month_first_is_read_so_where_the_column_says_so(day: date) -> None:
    assert last_day(day.strftime("%m/%d/%Y"), order=Order.MONTH_FIRST).day == day


@given(_DAYS)
def test_excels_numbers_are_days(day: date) -> None:
    assert last_day(str((day - date(1899, 12, 30)).days)).day == day


_WORDS = st.sampled_from(
    "31 3 23 2023 / - . March may Q4 w/c end of TBC by 2022/23 spring 5th , (".split()
)


@given(st.lists(_WORDS, max_size=8).map(" ".join) | st.text(max_size=60))
def test_any_text_is_a_day_or_says_why_not(text: str) -> None:
    found = last_day(text, NEAR)
    assert (found.day is None) == (found.lack is not None)
