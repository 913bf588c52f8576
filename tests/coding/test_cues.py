"""Where cues are found, and where not."""

import pickle
import time
from collections.abc import Mapping

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from sensecli.coding.cues import CueMatcher, Hit
from sensecli.coding.folding import fold
from sensecli.coding.patterns import cue_pattern
from sensecli.model import Codebook, Cue

Written = str | Mapping[str, object]


def _book(*cues: Written, exclusions: tuple[Written, ...] = ()) -> Codebook:
    code = {"id": "a", "label": "A", "cues": cues, "exclusions": exclusions}
    other = {"id": "b", "label": "B", "cues": ["trust"]}
    return Codebook.model_validate({"id": "x", "label": "X", "codes": [code, other]})


def _found(text: str, *cues: Written, exclusions: tuple[Written, ...] = ()) -> list[str]:
    hits = CueMatcher(_book(*cues, exclusions=exclusions).leaves)(text)
    return [text[hit.start : hit.end] for hit in hits if hit.code == "a"]


TOKENS: Written = {
    "tokens": [
        {"lemma": ["build", "grow"]},
        {"gap": 2},
        {"word": "trust"},
        {"lemma": "again", "optional": True},
    ]
}
OPTIONAL_FIRST: Written = {"tokens": [{"word": "Trust", "optional": True}, {"word": "board"}]}
MUST = (
    ("co-design", "We codesigned it.", "codesigned"),
    ("co-design", "We co design it.", "co design"),
    ("co-design", "a co-designed plan", "co-designed"),
    ("codesign", "We are codesigning.", "codesigning"),
    ("sign off", "It needs sign-off.", "sign-off"),
    ("sign off", "They signed off.", "signed off"),
    ("sign off", "signed\n   off", "signed\n   off"),
    ("buy-in", "no buy in here", "buy in"),
    ("plan-do-act", "a plan\u2013do\u2014act cycle", "plan\u2013do\u2014act"),
    ("hope", "Hoping for it", "Hoping"),
    ("hoping", "we hope", "hope"),
    ("trial", "trialling huddles", "trialling"),
    ("organise", "well organized", "organized"),
    ("staff are tired", "Staff\u2019re tired", "Staff\u2019re tired"),
    ("staff are tired", "staff weren't tired", "staff weren't tired"),
    ("who we are", "who we were", "who we were"),
    ("we are stuck", "we're stuck", "we're stuck"),
    ("don't trust", "I do not trust them", "do not trust"),
    ("don't trust", "they don\u2019t trust us", "don\u2019t trust"),
    ("don't trust", "dont trust", "dont trust"),
    ("leader behaviour", "leaders' behaviour", "leaders' behaviour"),
    ("leader behaviour", "the leader\u2019s behavior", "leader\u2019s behavior"),
    ("walk * talk", "walk all of the talk", "walk all of the talk"),
    ("walk * talk", "walked, the talk", "walked, the talk"),
    ("walk * talk", "walk talk", "walk talk"),
    ("reorgani*", "another reorganisation", "reorganisation"),
    ("nuts and bolts", "nuts & bolts", "nuts & bolts"),
    ("GP", "the GP said", "GP"),
    ("R&D", "our R&D team", "R&D"),
    ("24/7", "open 24/7 now", "24/7"),
    ("\u00a35m", "\u20ac2 or \u00a35m", "\u00a35m"),
    ("caf\u00e9", "the cafe", "cafe"),
    ("deja vu", "d\u00e9j\u00e0 vu again", "d\u00e9j\u00e0 vu"),
    (TOKENS, "we built a bit trust", "built a bit trust"),
    (TOKENS, "growing trust again", "growing trust again"),
    (OPTIONAL_FIRST, "trust board", "trust board"),
    ({"regex": "good (?:enough|bit)"}, "Good\nenough", "Good\nenough"),
    ({"regex": "\u00a3\\d+m"}, "costs \u00a325m", "\u00a325m"),
)
MUST_NOT = (
    ("trust", "mistrust"),
    ("hop", "hoping"),
    ("every day", "everyday life"),
    ("may be", "maybe"),
    ("GP", "a gp and GPs"),
    ("walk * talk", "walk in all of the old talk"),
    ("walk * talk", "They walk. We talk."),
    ("sign off", "a sign - off it goes"),
    ("best practice", "a good practice"),
    ("act", "fact"),
    (TOKENS, "we built trusts"),
    (TOKENS, "build a bit more of trust"),
    ({"regex": "rust"}, "trust"),
    ({"regex": "x*"}, "nothing here"),
)


@pytest.mark.parametrize(("cue", "text", "found"), MUST)
def test_a_cue_finds_what_it_must(cue: Written, text: str, found: str) -> None:
    assert _found(text, cue) == [found]


@pytest.mark.parametrize(("cue", "text"), MUST_NOT)
def test_a_cue_does_not_find_what_it_must_not(cue: Written, text: str) -> None:
    assert _found(text, cue) == []


def test_an_overlapping_exclusion_takes_the_cue_away() -> None:
    assert _found("trust board, trust", "trust", exclusions=("trust board",)) == ["trust"]


def test_an_exclusion_holds_only_for_its_own_code() -> None:
    hits = CueMatcher(_book("trust", exclusions=("trust board",)).leaves)("the trust board")
    assert [hit.code for hit in hits] == ["b"]


def test_a_cue_of_two_codes_is_found_for_both_in_order_of_start_then_code() -> None:
    hits = CueMatcher(_book("trust", "board").leaves)("board and trust")
    assert [(hit.start, hit.code) for hit in hits] == [(0, "a"), (10, "a"), (10, "b")]


def test_a_hit_says_the_cue_as_its_author_wrote_it() -> None:
    assert CueMatcher(_book("Sign-Off").leaves)("signed off") == (Hit("a", 0, 10, "Sign-Off"),)


def test_offsets_are_code_points_whatever_stands_before() -> None:
    assert _found("\U0001f600 \u00e9\u4e2d\u0416 \u201cwe hoped\u201d", "hope") == ["hoped"]


def test_a_codebook_without_cues_finds_nothing() -> None:
    book = Codebook.model_validate({"id": "x", "label": "X", "codes": [{"id": "a", "label": "A"}]})
    assert CueMatcher(book.leaves)("anything") == ()


def test_a_matcher_can_be_sent_to_another_process() -> None:
    matcher = CueMatcher(_book("sign off").leaves)
    assert pickle.loads(pickle.dumps(matcher))("signed off") == matcher("signed off")  # noqa: S301


def test_a_codebook_too_large_for_one_set_still_finds_its_last_cue() -> None:
    large = [{"regex": rf"w{number}q\pL{{1,8}}"} for number in range(70)]
    assert _found("w3qabc and lasting", *large, "lasting") == ["w3qabc", "lasting"]


@pytest.mark.parametrize(
    "cue", [{"regex": r"(?:a|aa)+b"}, {"regex": r"a.*a.*a.*b"}, "a * a * b", "a*b", TOKENS]
)
@pytest.mark.parametrize("unit", ["a", "a ", "build "])
def test_time_is_linear_in_the_text(cue: Written, unit: str) -> None:
    matcher, start = CueMatcher(_book(cue).leaves), time.perf_counter()
    matcher(unit * 100_000)
    assert time.perf_counter() - start < 5


_WORDS = st.sampled_from(
    "trust co-design hoping * we are organis* GP don't 24/7 caf\u00e9 off".split()
)
_SIGNS = st.sampled_from([" ", "-", "\n", ". ", "\u2019s ", "\u2014", "", "\U0001f600", "\u00a0"])


@given(
    st.lists(_WORDS, min_size=1, max_size=4),
    st.lists(st.tuples(_WORDS, _SIGNS), max_size=12),
)
def test_a_hit_always_is_text_that_its_pattern_matches(
    phrase: list[str], pieces: list[tuple[str, str]]
) -> None:
    cue, text = " ".join(phrase), "".join(word + sign for word, sign in pieces)
    if not cue.strip("* "):
        return
    options = re2.Options()
    options.case_sensitive = False
    pattern = re2.compile(cue_pattern(Cue(phrase=cue)), options)
    for hit in CueMatcher(_book(cue).leaves)(text):
        if hit.code == "a":
            assert pattern.fullmatch(fold(text[hit.start : hit.end]))


@given(st.text())
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert _found("\ud83d we hope", "hope") == ["hope"]
