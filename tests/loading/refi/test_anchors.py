import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecli.loading.refi.anchors import Selected, anchored

LINES = ("First line.", "A \U0001f600 second.", "The third line is this one.", "Last.")
LF = "\n".join(LINES)
CRLF = "\r\n".join(LINES)


def wide(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def shifted(counted: str, line: str) -> Selected:
    """A selection of the line by offsets into `counted`."""
    start = counted.index(line)
    return Selected(start, start + len(line), line)


@pytest.mark.parametrize("raw", [LF, CRLF, "\r".join(LINES)])
@pytest.mark.parametrize("counted", [LF, CRLF])
def test_a_line_break_may_count_as_one_or_two(raw: str, counted: str) -> None:
    spans = anchored(raw, [shifted(counted, line) for line in LINES])
    assert [LF[slice(*span)] for span in spans if span] == list(LINES)


@pytest.mark.parametrize("counted", [LF, CRLF])
def test_a_byte_order_mark_may_count_as_one(counted: str) -> None:
    spans = anchored(LF, [shifted(f"\ufeff{counted}", line) for line in LINES])
    assert [LF[slice(*span)] for span in spans if span] == list(LINES)


@pytest.mark.parametrize("counted", [LF, CRLF])
def test_an_emoji_may_count_as_two(counted: str) -> None:
    selections = []
    for line in LINES:
        start = wide(counted[: counted.index(line)])
        selections.append(Selected(start, start + wide(line), line))
    assert [LF[slice(*span)] for span in anchored(LF, selections) if span] == list(LINES)


def test_without_quotes_offsets_are_code_points_of_the_file_as_it_is() -> None:
    selections = [Selected(CRLF.index(line), CRLF.index(line) + len(line), "") for line in LINES]
    assert [LF[slice(*span)] for span in anchored(CRLF, selections) if span] == list(LINES)


def test_a_name_that_is_no_quote_moves_nothing() -> None:
    (span,) = anchored(LF, [Selected(0, 5, "1:12 quotation of Ann's")])
    assert span == (0, 5)


def test_a_quote_that_was_cut_short_is_known_for_one() -> None:
    start = CRLF.index(LINES[2])
    (span,) = anchored(LF, [Selected(start, start + len(LINES[2]), "The third line ...")])
    assert span is not None
    assert LF[slice(*span)] == LINES[2]


def test_words_that_stand_once_are_found_where_no_counting_helps() -> None:
    (span,) = anchored(LF, [Selected(1, 8, LINES[2])])
    assert span is not None
    assert LF[slice(*span)] == LINES[2]


def test_words_that_stand_twice_stay_at_their_offsets() -> None:
    twice = f"{LINES[2]}\n{LINES[2]}\n"
    (span,) = anchored(twice, [Selected(3, 9, LINES[2])])
    assert span == (3, 9)


@given(st.text(st.sampled_from("ab \r\n\U0001f600"), max_size=40), st.data())
def test_offsets_into_any_text_as_it_is_give_its_words(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    if end == start or raw[start - 1 : start + 1] == "\r\n" or raw[end - 1 : end + 1] == "\r\n":
        return
    words = raw[start:end]
    (span,) = anchored(raw, [Selected(start, end, words)])
    assert span is not None
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    assert text[slice(*span)] == words.replace("\r\n", "\n").replace("\r", "\n")
