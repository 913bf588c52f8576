"""Derived cues, and what is said about written ones."""

from collections.abc import Mapping

from sensecli.coding.cuecheck import cue_notices
from sensecli.coding.cues import CueMatcher
from sensecli.coding.derived import with_derived_cues
from sensecli.model import Codebook


def _book(*codes: Mapping[str, object]) -> Codebook:
    return Codebook.model_validate({"id": "x", "label": "X", "codes": codes})


TRUST = {
    "id": "trust",
    "label": "Trust",
    "proposition": "Change rests on trust between colleagues.",
    "examples": ["Nobody trusts the managers.", "My colleagues matter."],
}
MONEY = {"id": "money", "label": "Money", "proposition": "Managers lack funding for the change."}


def _cues(codebook: Codebook, code: str) -> set[str]:
    return {str(cue) for cue in codebook[code].cues}


def test_words_of_one_code_alone_become_its_cues() -> None:
    derived, _ = with_derived_cues(_book(TRUST, MONEY))
    assert {"trust", "colleague"} <= _cues(derived, "trust")


def test_words_of_several_codes_and_empty_words_become_no_cues() -> None:
    derived, _ = with_derived_cues(_book(TRUST, MONEY))
    assert not {"manager", "change", "on", "between"} & _cues(derived, "trust")


def test_written_cues_stay_as_they_are() -> None:
    derived, _ = with_derived_cues(_book(TRUST, {**MONEY, "cues": ["cash"]}))
    assert _cues(derived, "money") == {"cash"}


def test_a_notice_says_how_many_codes_have_derived_cues() -> None:
    _, notices = with_derived_cues(_book(TRUST, {**MONEY, "cues": ["cash"]}))
    assert [notice.message.split(":")[0] for notice in notices] == [
        "1 of 2 codes have no cues of their own"
    ]


def test_a_codebook_with_cues_everywhere_gets_neither_cues_nor_a_notice() -> None:
    book = _book({**MONEY, "cues": ["cash"]})
    assert with_derived_cues(book) == (book, ())


def test_derived_cues_reach_the_codes_in_groups_and_find_them() -> None:
    derived, _ = with_derived_cues(_book({"id": "g", "label": "G", "codes": [TRUST, MONEY]}))
    assert [hit.code for hit in CueMatcher(derived)("It is about funding.")] == ["money"]


def test_a_cue_that_two_codes_share_is_noticed_with_both_lines() -> None:
    book = _book({**TRUST, "cues": ["sign-off"]}, {**MONEY, "cues": ["signing off"]})
    lines: Mapping[tuple[str, ...], int] = {("trust", "cues", "0"): 4, ("money", "cues", "0"): 9}
    said = [str(notice) for notice in cue_notices(book, lines, file="book.yaml")]
    assert said[0].startswith('book.yaml:9: the cue "signing off" of "money" is also a cue')
    assert said[0].endswith('of "trust" (line 4)')


def test_a_cue_that_stands_twice_in_a_code_is_noticed() -> None:
    (notice,) = cue_notices(_book({**MONEY, "cues": ["cash", "cash"]}), {})
    assert notice.message == 'the cue "cash" stands twice in "money"'


def test_an_example_that_no_cue_of_its_code_finds_is_noticed() -> None:
    (notice,) = cue_notices(_book({**TRUST, "cues": ["trust"]}), {("trust", "examples", "1"): 7})
    assert notice.message == (
        'line 7: no cue of "trust" finds its example "My colleagues matter." '
        "(1 of 2 examples are missed)"
    )
