"""How many processes are worth starting."""

from hypothesis import given
from hypothesis import strategies as st

from sensecli.working import fitting_jobs, usable_cores

AMOUNTS = st.integers(0, 10**9)
COUNTS = st.integers(1, 512)


def test_few_words_are_done_in_this_process() -> None:
    assert fitting_jobs(59_999, cores=8) == 1


def test_many_words_take_all_cores() -> None:
    assert fitting_jobs(10_000_000, cores=8) == 8


def test_the_first_words_that_pay_take_two_processes_of_many() -> None:
    assert fitting_jobs(60_000, cores=64) == 2


def test_where_it_pays_is_the_callers_to_say() -> None:
    assert [fitting_jobs(1000, cores=8, least=least) for least in (2000, 1000, 250)] == [1, 2, 8]


@given(words=AMOUNTS, cores=COUNTS, units=COUNTS)
def test_there_are_never_more_than_cores_or_units(words: int, cores: int, units: int) -> None:
    assert 1 <= fitting_jobs(words, cores=cores, units=units) <= min(cores, units)


@given(words=AMOUNTS, more=AMOUNTS, cores=COUNTS)
def test_more_words_never_take_fewer_processes(words: int, more: int, cores: int) -> None:
    assert fitting_jobs(words, cores=cores) <= fitting_jobs(words + more, cores=cores)


def test_no_units_take_this_process() -> None:
    assert fitting_jobs(10**6, cores=4, units=0) == 1


def test_there_is_a_core_to_use() -> None:
    assert usable_cores() >= 1
