"""The last day that words for a time can mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding.rulebook import Rulebook, read_rules, word_classes
from sensecli.dating.spoken import last_day

THURSDAY = date(2022, 9, 22)

DAYS = {
    # A day and its month.
    "7 Nov": "2022-11-07",
    "on the fifth of December": "2022-12-05",
    "by November the seventh": "2022-11-07",
    "from Monday 3 October": "2022-10-03",
    "by twenty-third November": "2022-11-23",
    "on 3/10": "2022-10-03",
    "by 31/3/23": "2023-03-31",
    "by 12 July 2024": "2024-07-12",
    "2023-01-31": "2023-01-31",
    "4 Jan '24": "2024-01-04",
    "on 29 February": "2024-02-29",
    # A day by its number.
    "on the fifth": "2022-10-05",
    "on the 28th": "2022-09-28",
    "by the 31st": "2022-10-31",
    "on the fifth of next month": "2022-10-05",
    # A day of the week.
    "on Tuesday": "2022-09-27",
    "next Tuesday": "2022-09-27",
    "next Friday": "2022-09-30",
    "this Friday": "2022-09-23",
    "Tuesday week": "2022-10-04",
    "a week on Monday": "2022-10-03",
    "a fortnight today": "2022-10-06",
    "first Monday in November": "2022-11-07",
    "the last Friday of next month": "2022-10-28",
    "tomorrow morning": "2022-09-23",
    "by the weekend": "2022-09-25",
    "w/c 3 Oct": "2022-10-09",
    "w/e 7 Oct": "2022-10-07",
    # A week, month, quarter, year.
    "next week": "2022-10-02",
    "by the end of the week": "2022-09-25",
    "next month": "2022-10-31",
    "later this month": "2022-09-30",
    "by month end": "2022-09-30",
    "before the month is out": "2022-09-30",
    "at the end of next month": "2022-10-31",
    "by the end of next wk": "2022-10-02",
    "this quarter": "2022-09-30",
    "in Q3": "2022-12-31",
    "by the end of the year": "2022-12-31",
    "by the year's end": "2022-12-31",
    "by year end": "2023-03-31",
    "by the end of the financial year": "2023-03-31",
    "by the start of the next financial year": "2023-06-30",
    "early next year": "2023-03-31",
    "by the middle of next year": "2023-09-30",
    "by 2024": "2024-12-31",
    "in the first half of 2023": "2023-06-30",
    "in 2023/24": "2024-03-31",
    # A month.
    "in March": "2023-03-31",
    "in September": "2022-09-30",
    "next October": "2023-10-31",
    "in early March": "2023-03-10",
    "by mid-November": "2022-11-20",
    "by the second week of November": "2022-11-14",
    "by October at the latest": "2022-10-31",
    "by the end of March next year": "2023-03-31",
    "before the end of May": "2023-05-31",
    "before March": "2023-02-28",
    "from April": "2023-04-01",
    # A season or a feast.
    "in the spring": "2023-05-31",
    "come the spring": "2023-05-31",
    "this autumn": "2022-11-30",
    "before the summer": "2023-05-31",
    "by next summer": "2023-08-31",
    "in the autumn of next year": "2023-11-30",
    "in winter": "2023-02-28",
    "by Christmas": "2022-12-25",
    "some time before Christmas": "2022-12-24",
    "by Easter": "2023-04-09",
    "in the new year": "2023-03-31",
    "early in the new year": "2023-01-31",
    "by the new year": "2023-01-01",
    "before the new year": "2022-12-31",
    # So long from now.
    "in two weeks": "2022-10-06",
    "within a fortnight": "2022-10-06",
    "within the month": "2022-10-22",
    "in two or three weeks": "2022-10-13",
    "in a month or two": "2022-11-22",
    "over the next six months": "2023-03-22",
    "in a year\u2019s time": "2023-09-22",
    "within 48 hours": "2022-09-24",
    "two weeks from now": "2022-10-06",
}

NO_DAY = (
    "when the flu clinics are over",
    "one of these days",
    "one day",
    "after Christmas",
    "in a few weeks",
    "once things settle down",
    "soon",
    "on 31 February",
    "on 3/13",
    "by 45 March 2023",
    "by 31/2/23",
    "in 999 years",
    "",
)


@pytest.mark.parametrize(("said", "expected"), DAYS.items())
def test_words_for_a_time_mean_a_last_day(said: str, expected: str) -> None:
    assert last_day(said, THURSDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize("said", NO_DAY)
def test_words_that_name_no_day_have_none(said: str) -> None:
    assert last_day(said, THURSDAY) in {None, date(3021, 9, 22)}


@pytest.mark.parametrize(
    ("said", "told", "expected"),
    [
        ("in the new year", date(2023, 2, 1), date(2023, 3, 31)),
        ("next Tuesday", date(2022, 9, 19), date(2022, 9, 27)),
        ("by the end of the financial year", date(2023, 3, 1), date(2023, 3, 31)),
        ("next winter", date(2023, 1, 9), date(2024, 2, 29)),
        ("this winter", date(2023, 1, 9), date(2023, 2, 28)),
        ("in a month", date(2023, 1, 31), date(2023, 2, 28)),
        ("by the new year", date(2023, 1, 9), date(2024, 1, 1)),
        ("before the summer", date(2023, 7, 1), date(2024, 5, 31)),
        ("by the second week of May", date(2023, 5, 20), date(2024, 5, 14)),
        ("first Monday in May", date(2023, 5, 20), date(2024, 5, 6)),
        ("by Easter", date(2024, 1, 1), date(2024, 3, 31)),
        ("on the fifth", date(2022, 9, 5), date(2022, 9, 5)),
    ],
)
def test_the_day_on_which_it_is_said_decides(said: str, told: date, expected: date) -> None:
    assert last_day(said, told) == expected


def test_without_the_day_on_which_it_was_said_only_a_year_tells() -> None:
    known = {said: day for said in DAYS if (day := last_day(said, None))}
    assert known == {
        "by 31/3/23": date(2023, 3, 31),
        "by 12 July 2024": date(2024, 7, 12),
        "2023-01-31": date(2023, 1, 31),
        "4 Jan '24": date(2024, 1, 4),
        "by 2024": date(2024, 12, 31),
        "in the first half of 2023": date(2023, 6, 30),
        "in 2023/24": date(2024, 3, 31),
    }


RELATIVE = [said for said in DAYS if last_day(said, None) is None]
AHEAD = [said for said in RELATIVE if not said.startswith(("from", "w/"))]
TOLD = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(TOLD, st.sampled_from(AHEAD))
def test_what_is_said_of_the_future_is_never_past(told: date, said: str) -> None:
    day = last_day(said, told)
    assert day is not None
    assert day >= told


@given(TOLD, st.sampled_from(RELATIVE))
def test_what_is_said_a_day_later_is_due_no_more_than_three_years_on(told: date, said: str) -> None:
    day = last_day(said, told)
    assert day is not None
    assert abs(day - told) <= timedelta(days=3 * 366) or "29 February" in said


@given(st.text(max_size=40), TOLD | st.none())
def test_no_text_ends_in_an_error(said: str, told: date | None) -> None:
    day = last_day(said, told)
    assert day is None or isinstance(day, date)


TIMES = read_rules("times")


@pytest.mark.parametrize("rule", TIMES, ids=[rule.id for rule in TIMES])
def test_what_a_rule_for_times_finds_is_read_as_it_says(rule: object) -> None:
    (book,) = [Rulebook([one], word_classes()) for one in TIMES if one is rule]
    read = []
    for text in book.rules[0].match:
        sign = max(book.signs(text), key=lambda one: one.end - one.start)
        read.append(last_day(text[sign.start : sign.end], THURSDAY) is not None)
    assert read == [book.rules[0].says == "day"] * len(read)
