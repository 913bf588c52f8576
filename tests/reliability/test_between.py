"""Coders beside each other: what was to be coded, the units, and where they differ."""

from collections.abc import Sequence

import pytest

from sensecli.model import CodedRow, Segment
from sensecli.reliability.between import Agreed, Reliability, reliability
from sensecli.reliability.differences import Differing
from sensecli.reliability.units import Level
from sensecli.reliability.universe import Coded, Sheet, laid_over
from tests.reliability.coded import a_row, segments_of

TEXTS = ("Trust first.", "Yes.", "Money is short.", "Yes.", "And then?")
SEGMENTS = segments_of(TEXTS)


def at(number: int, **told: str) -> CodedRow:
    """A row about the segment of that number."""
    return a_row(TEXTS[number - 1], segment=number, **told)  # type: ignore[arg-type]


def laid(*files: Sequence[CodedRow], segments: Sequence[Segment] = SEGMENTS) -> tuple[Coded, ...]:
    """The files of coders A, B, ...; rows without a code are passages left uncoded."""
    sheets = [
        Sheet(name, tuple(r for r in file if r.code), tuple(r for r in file if not r.code))
        for name, file in zip("ABCD", files, strict=False)
    ]
    return laid_over(sheets, segments)


def compared(*files: Sequence[CodedRow], segments: Sequence[Segment] = SEGMENTS) -> Reliability:
    return reliability(laid(*files, segments=segments), draws=20)


def of(found: Reliability, level: Level, code: str = "people") -> Agreed:
    return next(one for one in found.by_code if (one.level, one.code) == (level, code))


def value(one: Agreed, name: str) -> float | None:
    return one.estimate(name).coefficient.value


def test_segments_that_neither_coded_are_agreed_upon() -> None:
    one = of(compared([at(1), at(3)], [at(1)]), Level.SEGMENT)
    assert (one.n, one.given) == (5, (("yes", (2, 1)), ("no", (3, 4))))
    assert value(one, "percent") == pytest.approx(0.8)


def test_without_segments_only_passages_in_the_files_are_units() -> None:
    one = of(compared([at(1), at(3)], [at(1)], segments=()), Level.SEGMENT)
    assert one.n == 2


def test_a_blind_sheet_lists_what_its_coder_could_code() -> None:
    sheet = [at(1), at(2, code=""), at(3, code="")]
    one = of(compared([at(1), at(5)], sheet), Level.SEGMENT)
    assert (one.n, dict(one.given)["yes"]) == (3, (1, 1))


def test_two_blind_sheets_need_no_segments() -> None:
    sheets = [[at(1), at(2, code=""), at(3, code="")], [at(1, code=""), at(2, code=""), at(3)]]
    one = of(compared(*sheets, segments=()), Level.SEGMENT)
    assert one.n == 3
    assert value(one, "percent") == pytest.approx(1 / 3)


def test_equal_words_with_other_numbers_are_other_passages() -> None:
    found = compared([at(2)], [at(4)], segments=())
    assert found.segments == 2
    assert value(of(found, Level.SEGMENT), "percent") == 0


def test_equal_words_without_numbers_are_as_many_as_one_coder_has() -> None:
    found = compared([a_row("Yes."), a_row("Yes.")], [a_row("Yes.")], segments=())
    assert found.segments == 2


def test_an_interview_that_only_one_coded_is_left_out() -> None:
    found = compared([at(1), a_row("Hm.", interview="L02")], [at(1)], segments=())
    assert found.interviews == ("L01",)
    assert found.codings == (1, 1)


def test_a_passage_that_is_no_segment_counts_as_coded_by_one() -> None:
    found = compared([at(1), a_row("Nobody said this.")], [at(1)])
    assert found.unaligned == (1, 0)
    assert dict(of(found, Level.SEGMENT).given)["yes"] == (2, 1)


def test_one_passage_that_is_no_segment_is_the_same_for_both() -> None:
    stray = a_row("Nobody said this.")
    found = compared([stray, at(1)], [at(3), stray])
    assert [one.coding.text for one in found.differences] == ["Trust first.", "Money is short."]


def test_in_an_interview_a_code_is_there_wherever_it_stands() -> None:
    one = of(compared([at(1)], [at(3)]), Level.INTERVIEW)
    assert (one.n, value(one, "percent")) == (1, 1)


def test_in_an_interview_only_what_both_could_code_counts() -> None:
    sheet = [at(1, code=""), at(2, code="money")]
    found = compared([at(2, code="money"), at(5)], sheet)
    assert found.codes == ("money",)


def test_in_an_interview_of_three_only_what_all_could_code_counts() -> None:
    sheet = [at(1, code=""), at(2, code="money")]
    one = of(compared([at(5)], [at(5)], sheet), Level.INTERVIEW)
    assert one.given == (("no", (1, 1, 1)),)


def test_stance_is_judged_where_both_gave_the_code_with_one_holder() -> None:
    found = compared(
        [at(1), at(2), at(3)], [at(1, stance="oppose"), at(2), at(3, holder="interviewer")]
    )
    one = of(found, Level.STANCE)
    assert one.given == (("endorse", (2, 1)), ("oppose", (0, 1)))
    assert (one.n, value(one, "percent")) == (2, 0.5)


def test_pooled_is_over_all_codes() -> None:
    found = compared([at(1), at(1, code="money")], [at(1)])
    segment = next(one for one in found.pooled if one.level is Level.SEGMENT)
    assert segment.n == 10
    assert value(segment, "percent") == pytest.approx(0.9)


def test_three_coders_are_compared_at_once() -> None:
    found = compared([at(1)], [at(1)], [at(2)])
    assert value(of(found, Level.SEGMENT), "percent") == pytest.approx((3 + 1 / 3 * 2) / 5)


def test_an_interval_has_the_figure_within_it() -> None:
    files = [
        [a_row("Yes.", segment=n, interview=f"L{i}", code="people" if n <= got else "")
         for i, got in enumerate(gots) for n in range(1, 7)]
        for gots in ((5, 3, 1, 2, 4), (4, 3, 2, 2, 3))
    ]  # fmt: skip
    one = of(compared(*files, segments=()), Level.SEGMENT).estimate("alpha")
    assert one.interval is not None
    assert one.coefficient.value is not None
    assert one.interval.low < one.coefficient.value < one.interval.high


def test_draws_that_are_all_the_same_give_no_interval() -> None:
    files = [[a_row("Yes.", segment=1, interview=f"L{n}") for n in range(4)] for _ in "AB"]
    one = of(compared(*files, segments=()), Level.SEGMENT).estimate("percent")
    assert (one.coefficient.value, one.interval) == (1, None)


def test_differences_come_by_kind_each_passage_once() -> None:
    found = compared(
        [at(1), at(2), at(3), at(4), at(5)],
        [
            at(1, status="done"),
            at(2, stance="oppose", status="done"),
            at(3, holder="other"),
            at(5),
        ],
    )
    assert [(one.kind, one.segment) for one in found.differences] == [
        (Differing.CODE, 4),
        (Differing.HOLDER, 3),
        (Differing.STANCE, 2),
        (Differing.STATUS, 1),
    ]


def test_a_difference_tells_what_each_said() -> None:
    (one,) = compared([at(1), at(2)], [at(1)]).differences
    assert [(coder, len(said)) for coder, said in one.said] == [("A", 1), ("B", 0)]


def test_a_passage_that_a_coder_could_not_code_is_no_difference() -> None:
    assert compared([at(1), at(5)], [at(1), at(2, code="")]).differences == ()


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [at(1), at(3, code="money"), at(5)]
    assert compared(rows, [at(3)]) == compared(rows[::-1], [at(3)])


def test_of_what_was_not_read_whole_only_the_rows_were_seen() -> None:
    mine = Sheet("A", (at(1),), (at(2, code=""),), whole=frozenset())
    alone = Sheet("B", (at(1),), whole=frozenset())
    both = laid_over([mine, alone], SEGMENTS)
    assert [sorted(number for _, number in one.seen) for one in both] == [[1, 2], [1]]


def test_an_interview_that_was_read_whole_needs_no_row() -> None:
    (one,) = laid_over([Sheet("A", (), whole=frozenset({"L01"}))], SEGMENTS)
    assert len(one.seen) == len(SEGMENTS)


def test_who_tells_only_codes_is_compared_by_codes_alone() -> None:
    told = Sheet("A", (at(1), at(3)))
    mute = Sheet("B", (at(1, stance="neutral", holder="other"),), codes_only=True)
    found = reliability(laid_over([told, mute], SEGMENTS), draws=20)
    assert {one.level for one in found.by_code} == {Level.SEGMENT, Level.INTERVIEW}
    assert [one.kind for one in found.differences] == [Differing.CODE]
    assert found.codes_only == {"B"}
