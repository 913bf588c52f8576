"""Between which days dates lie."""

import pytest

from sensecli.model.dates import date_range


@pytest.mark.parametrize(
    ("dates", "between"),
    [
        (["2022-11-21", "2022-09-12", ""], ("2022-09-12", "2022-11-21")),
        (["2022-11-21", "2024-13-45"], ("2022-11-21", "2022-11-21")),
        (["2022-11", "2022-09-12"], ("2022-09-12", "2022-11")),
        (["2022"], ("2022", "2022")),
        (["last week", "20220912", "2022-02-30", "2022-13", "0000"], None),
        ([], None),
    ],
)
def test_only_valid_dates_count(dates: list[str], between: tuple[str, str] | None) -> None:
    assert date_range(dates) == between
