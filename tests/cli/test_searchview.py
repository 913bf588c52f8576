"""A concordance on the screen."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sensecli.cli.searchview import search_lines
from sensecli.model import Concordance, Hit, Speaker
from tests.builders import an_interview

HIT = Hit("L01", 1, 0, 5, "L01:2", Speaker.LEADER, "L01", "", "We do ", "trust", " them.")
MIXED = st.text(st.sampled_from("ab \u4f60\u5e84\u05d0\u05d1\u0301\U0001f600\t"), max_size=90)


def _concordance(*hits: Hit) -> Concordance:
    three = tuple(an_interview(id=f"L0{n}") for n in (1, 2, 3))
    return Concordance(hits, three, three)


def _lines(*hits: Hit, width: int = 80) -> list[str]:
    return [line.plain for line in search_lines(_concordance(*hits), width=width)]


def test_the_hits_stand_below_each_other() -> None:
    other = replace(HIT, place="L02 page 3", leader="L02", left="", right=" is what we need.")
    first, second, *_ = _lines(HIT, other)
    assert first.index("trust") == second.index("trust")
    assert first.startswith("L01:2       leader  ")


@given(MIXED, MIXED, MIXED.filter(lambda text: bool(text.strip())))
def test_wide_and_right_to_left_letters_do_not_break_the_columns(
    left: str, right: str, hit: str
) -> None:
    odd = replace(HIT, left=left, right=right, hit=f"<{hit}")
    lines = _lines(HIT, odd)[:2]
    plain, wide = lines
    assert cell_len(plain[: plain.index("trust")]) == cell_len(wide[: wide.index("<")])
    assert max(map(cell_len, lines)) <= 80


def test_a_long_context_is_cut_between_words() -> None:
    (line, *_) = _lines(replace(HIT, left="around " * 40, right=" beyond" * 40))
    assert cell_len(line) <= 80
    assert set(line.split()) == {"L01:2", "leader", "around", "trust", "beyond"}


def test_the_hit_is_bold() -> None:
    (line, *_) = search_lines(_concordance(HIT), width=80)
    (bold,) = [span for span in line.spans if span.style == "bold"]
    assert line.plain[bold.start : bold.end] == "trust"


def test_the_end_says_how_many_hits_in_whose_interviews() -> None:
    assert _lines(HIT, HIT)[-1] == (
        "2 hits in the interviews of 1 of 3 leaders. None in those of the other 2."
    )


def test_a_shown_name_stands_before_the_place() -> None:
    assert _lines(replace(HIT, name="Jane Smith"))[0].startswith("Jane Smith, L01:2  leader")


def test_of_a_long_name_the_place_stays() -> None:
    (line, *_) = _lines(replace(HIT, name="Wilhelmina " * 5))
    assert line.split("leader")[0].rstrip().endswith(", L01:2")


def test_nothing_of_the_users_steers_the_screen() -> None:
    hostile = replace(HIT, left="\x1b[31m", right="\x07[bold]\u202e")
    assert not {"\x1b", "\x07", "\u202e"} & set("".join(_lines(hostile)))


def test_a_narrow_screen_still_shows_hits() -> None:
    assert all("trust" in line for line in _lines(HIT, width=40)[:1])


def test_without_a_hit_there_is_no_line() -> None:
    assert _lines() == []
