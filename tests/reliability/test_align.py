"""Which of our segments a coded row is about."""

from sensecli.model import CodedRow
from sensecli.reliability.align import align, as_codings, as_numbered, codable
from tests.builders import a_coding
from tests.reliability.coded import a_row, segments_of

ECHOES = ("Trust first.", "Yes.", "Money is short.", "Yes.", "And then?", "Yes.")


def numbers(rows: list[CodedRow], texts: tuple[str, ...] = ECHOES) -> list[int | None]:
    return [one.segment.number if one.segment else None for one in align(rows, segments_of(texts))]


def test_a_row_is_about_the_segment_with_its_words() -> None:
    assert numbers([a_row("Money is short.")]) == [3]


def test_white_space_makes_no_difference() -> None:
    assert numbers([a_row(" Money\n is  short. ")]) == [3]


def test_equal_words_are_taken_in_the_order_of_the_text() -> None:
    assert numbers([a_row("Yes."), a_row("Yes."), a_row("Yes.")]) == [2, 4, 6]


def test_the_next_occurrence_is_after_the_passage_before() -> None:
    assert numbers([a_row("Money is short."), a_row("Yes.")]) == [3, 4]


def test_rows_of_several_codes_are_about_one_passage() -> None:
    assert numbers([a_row("Yes."), a_row("Yes.", code="money"), a_row("Yes.")]) == [2, 2, 4]


def test_the_files_number_chooses_among_equal_words() -> None:
    assert numbers([a_row("Yes.", segment=6)]) == [6]


def test_numbers_that_begin_elsewhere_are_set_right_by_the_passage_before() -> None:
    rows = [a_row("Trust first.", segment=4), a_row("Yes.", segment=7)]
    assert numbers(rows) == [1, 4]


def test_rows_out_of_order_are_put_in_the_order_of_their_numbers() -> None:
    rows = [a_row("Yes.", segment=6), a_row("Yes.", segment=2)]
    assert sorted((one.row.segment, one.segment and one.segment.number) for one in align(
        rows, segments_of(ECHOES)
    )) == [(2, 2), (6, 6)]  # fmt: skip


def test_offsets_go_before_words() -> None:
    third = segments_of(ECHOES)[3]
    assert numbers([a_row("Yes.", start=third.start, end=third.end)]) == [4]


def test_offsets_where_other_words_stand_are_not_believed() -> None:
    assert numbers([a_row("Money is short.", start=0, end=12)]) == [3]


def test_what_is_nowhere_has_no_segment() -> None:
    assert numbers([a_row("Nobody said this."), a_row("Yes.")]) == [None, 2]


def test_what_has_no_segment_stays_a_coding_like_none_of_ours() -> None:
    rows = [a_row("Nobody said this."), a_row("Nor this.")]
    made = as_codings(align(rows, segments_of(ECHOES)))
    assert [one.segment for one in made] == [-1, -2]
    assert [one.text for one in made] == ["Nobody said this.", "Nor this."]


def test_the_words_of_another_interview_are_not_looked_at() -> None:
    (found,) = align([a_row("Yes.", interview="L02")], segments_of(ECHOES))
    assert found.segment is None


def test_positions_go_by_the_files_own_numbers() -> None:
    rows = [a_row("Trust first.", segment=11), a_row("Nobody said this.", segment=12)]
    made = as_numbered(align(rows, segments_of(ECHOES)))
    assert [one.segment for one in made] == [11, 12]


def test_positions_go_by_our_numbers_where_the_file_lacks_one() -> None:
    rows = [a_row("Trust first.", segment=11), a_row("Money is short.")]
    made = as_numbered(align(rows, segments_of(ECHOES)))
    assert [one.segment for one in made] == [1, 3]


def test_a_row_whose_names_are_masked_is_found_by_how_the_segment_reads_without_them() -> None:
    segments = segments_of(["Jane Moss came.", "Jane Moss left."])
    rows = [a_row("[L01] left."), a_row("[L01] came.", start=0, end=15)]
    found = align(rows, segments, mask=lambda text: text.replace("Jane Moss", "[L01]"))
    assert [one.segment and one.segment.number for one in found] == [2, 1]


def test_a_row_without_a_text_is_found_by_its_number() -> None:
    assert numbers([a_row("", segment=3)]) == [3]


def test_where_rows_without_a_code_list_the_passages_no_other_was_to_be_coded() -> None:
    aligned = align([a_row("Trust first."), a_row("Yes.", code="")], segments_of(ECHOES))
    codings = [a_coding(segment=n) for n in (1, 2, 3)]
    assert [one.segment for one in codable(aligned, codings)] == [1, 2]


def test_where_every_row_has_a_code_the_whole_interview_was_to_be_coded() -> None:
    aligned = align([a_row("Trust first.")], segments_of(ECHOES))
    assert len(codable(aligned, [a_coding(segment=n) for n in (1, 2, 3)])) == 3
