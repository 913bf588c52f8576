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


OLD = {"id": "legacy-systems", "label": "Old systems", "proposition": "Open tools are wanted."}


def test_an_everyday_adjective_is_a_cue_only_within_a_phrase_of_the_label() -> None:
    derived, _ = with_derived_cues(_book(OLD, MONEY))
    assert "old systems" in _cues(derived, "legacy-systems")
    assert not {"old", "open", "open tool"} & _cues(derived, "legacy-systems")


def test_an_adjective_of_a_longer_label_is_a_cue_with_its_noun() -> None:
    heard = {**TRUST, "definition": "Each voice is heard."}
    book = _book({"id": "x", "label": "Public voice and pay"}, heard)
    assert "public voice" in _cues(with_derived_cues(book)[0], "x")


def test_a_label_that_is_an_everyday_adjective_is_no_cue() -> None:
    book = _book({"id": "x", "label": "Local", "proposition": "Decide nearby."}, MONEY)
    assert "local" not in _cues(with_derived_cues(book)[0], "x")


def test_the_words_of_the_id_are_cues_too() -> None:
    derived, _ = with_derived_cues(_book(OLD, MONEY))
    assert [hit.cue for hit in CueMatcher(derived.leaves)("All legacy kit.")] == ["legacy"]


def test_a_label_of_everyday_words_is_a_cue_as_a_whole() -> None:
    book = _book({"id": "x", "label": "New ways of working"}, MONEY)
    assert _cues(with_derived_cues(book)[0], "x") == {"new ways of working"}


def test_the_head_of_a_label_that_another_code_speaks_of_is_no_cue() -> None:
    other = {**MONEY, "definition": "Systems cost a lot."}
    assert "system" in _cues(with_derived_cues(_book(OLD, MONEY))[0], "legacy-systems")
    assert "system" not in _cues(with_derived_cues(_book(OLD, other))[0], "legacy-systems")


def test_a_derived_cue_finds_the_word_that_it_comes_from() -> None:
    book = _book({"id": "x", "label": "Purpose", "proposition": "It matters."}, MONEY)
    assert CueMatcher(with_derived_cues(book)[0].leaves)("It matters to us.")


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
    assert [hit.code for hit in CueMatcher(derived.leaves)("It is about funding.")] == ["money"]


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
