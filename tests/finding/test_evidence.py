from dataclasses import replace

import pytest
from hypothesis import given

from sensecli.finding.evidence import quotes
from sensecli.finding.positions import positions
from sensecli.finding.rounds import latest
from sensecli.finding.witnesses import witnesses
from sensecli.model import Coding, Holder, Interview, Place, Quote
from tests.builders import a_codebook, a_coding, an_interview
from tests.finding.drawn import Drawn, projects

CODEBOOK = a_codebook()
INTERVIEWS = [an_interview(id=f"L0{n}") for n in (1, 2, 3, 4)]
LONG = "We really do need to give the people here a proper say."


def _quotes(
    *codings: Coding, code: str = "people", interviews: list[Interview] = INTERVIEWS
) -> tuple[Quote, ...]:
    current = latest(positions(codings, interviews, CODEBOOK), interviews)
    return quotes(code, witnesses(codings, current, interviews, CODEBOOK))


def _shown(*codings: Coding, code: str = "people") -> list[tuple[str, str, int]]:
    found = _quotes(*codings, code=code)
    numbers = {(c.interview, c.start): c.segment for c in codings}
    return [(q.why, q.interview, numbers[q.interview, q.start]) for q in found]


def _first(*codings: Coding) -> tuple[str, int]:
    _, interview, segment = _shown(*codings)[0]
    return interview, segment


def test_a_code_that_nobody_speaks_of_has_no_quotes() -> None:
    assert _quotes() == ()


def test_a_quote_says_where_it_stands_word_for_word() -> None:
    text = "Notes.\nPeople come first.\n"
    interview = an_interview(text=text)
    coding = a_coding(text="People come first.", start=7, actor="own")
    (quote,) = _quotes(coding, interviews=[interview])
    assert quote == Quote(
        interview="L01",
        leader="L01",
        code="people",
        start=7,
        end=25,
        place="L01:2",
        text="People come first.",
        stance=coding.stance,
        status=coding.status,
        why="endorsement",
    )


def test_a_quote_of_a_paged_source_names_its_page() -> None:
    interview = an_interview(places=[Place(0, "page 1"), Place(60, "page 2")])
    (quote,) = _quotes(a_coding(segment=5), interviews=[interview])
    assert quote.place == "L01 page 2"


@pytest.mark.parametrize("holder", ["interviewer", "other"])
def test_what_the_leader_does_not_hold_is_never_quoted(holder: str) -> None:
    assert _quotes(a_coding(holder=holder, status="inaction")) == ()


def test_the_endorsement_is_of_a_leader_who_does_not_act() -> None:
    acts = [a_coding(segment=1), a_coding(segment=2, status="done")]
    assert _first(*acts, a_coding(interview="L02", prompted=True)) == ("L02", 1)


def test_a_passage_that_is_more_about_another_code_comes_after_one_that_is_about_this() -> None:
    beside = a_coding(segment=1, confidence=0.85)
    other = a_coding(segment=1, code="money", confidence=0.95)
    assert _first(beside, other, a_coding(segment=2, confidence=0.6)) == ("L01", 2)
    assert _first(beside, a_coding(segment=2, confidence=0.6)) == ("L01", 1)


def test_an_answer_that_has_its_code_from_the_question_comes_after_words_of_its_own() -> None:
    answer = replace(a_coding(segment=1, text=LONG), cue="answers: people")
    assert _first(answer, a_coding(segment=2, text=LONG)) == ("L01", 2)


def test_where_all_who_endorse_act_one_of_them_is_quoted() -> None:
    shown = _shown(a_coding(segment=1), a_coding(segment=2, status="done"))
    assert shown == [("endorsement", "L01", 1), ("action", "L01", 2)]


def test_an_unprompted_endorsement_is_preferred() -> None:
    assert _first(a_coding(prompted=True), a_coding(interview="L02", confidence=0.1)) == ("L02", 1)


def test_then_the_surer_endorsement_is_preferred() -> None:
    sure = a_coding(interview="L02", text=LONG)
    assert _first(a_coding(text=LONG, confidence=0.9), sure) == ("L02", 1)


def test_a_readable_quote_is_preferred_to_a_surer_short_one() -> None:
    short = a_coding(interview="L02", text="People first.")
    assert _first(a_coding(text=LONG, confidence=0.9), short) == ("L01", 1)


@pytest.mark.parametrize("text", ["People first.", "people " * 46, "Yes, absolutely."])
def test_then_a_quote_of_nine_to_forty_five_words_is_preferred(text: str) -> None:
    assert _first(a_coding(text=text), a_coding(interview="L02", text=LONG)) == ("L02", 1)


@pytest.mark.parametrize("words", [9, 45])
def test_nine_and_forty_five_words_are_within_the_preferred_length(words: int) -> None:
    at_the_edge = a_coding(text="people " * words)
    assert _first(at_the_edge, a_coding(interview="L02", text=LONG)) == ("L01", 1)


def test_any_words_of_content_are_preferred_to_a_bare_assent() -> None:
    bare = a_coding(text="Yes, yes, I couldn\u2019t agree more with that, absolutely.")
    assert _first(bare, a_coding(interview="L02", text="People first.")) == ("L02", 1)


def test_then_the_earlier_interview_and_the_earlier_segment_are_preferred() -> None:
    late, early = a_coding(interview="L02", segment=2), a_coding(interview="L02", segment=1)
    assert _first(a_coding(interview="L03"), late, early) == ("L02", 1)


def test_an_action_that_failed_is_not_the_endorsement_where_another_is_there() -> None:
    assert _first(
        a_coding(segment=1, status="done"),
        a_coding(segment=2, stance="neutral", status="stalled"),
        a_coding(segment=9, confidence=0.5),
    ) == ("L01", 9)


def test_the_failure_is_another_leaders() -> None:
    shown = _shown(
        a_coding(segment=1),
        a_coding(segment=2, status="inaction", confidence=0.9),
        a_coding(interview="L02", status="stalled", confidence=0.5),
    )
    assert shown == [("endorsement", "L01", 1), ("failure", "L02", 1)]


def test_inaction_is_a_stronger_failure_than_a_stall() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", status="stalled", confidence=0.8),
        a_coding(interview="L03", status="inaction", confidence=0.4),
    )
    assert shown[1] == ("failure", "L03", 1)


def test_of_equal_failures_the_surer_is_shown() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", status="stalled", confidence=0.4),
        a_coding(interview="L03", status="stalled", confidence=0.8),
    )
    assert shown[1] == ("failure", "L03", 1)


def test_a_failure_of_a_leader_in_the_gap_comes_before_that_of_one_who_acts() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", segment=1, status="inaction", confidence=0.5),
        a_coding(interview="L02", segment=9, status="done", confidence=0.5),
        a_coding(interview="L03", status="stalled", confidence=0.5),
    )
    assert shown[1] == ("failure", "L03", 1)


def test_not_doing_what_one_rejects_is_no_failure() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", stance="oppose", status="inaction"),
        a_coding(interview="L03", stance="oppose", status="inaction"),
    )
    assert shown == [("endorsement", "L01", 1), ("dissent", "L02", 1)]


def test_where_no_other_leader_tells_of_a_failure_a_barrier_is_shown() -> None:
    barrier = a_coding(interview="L02", segment=3, code="money")
    found = _quotes(a_coding(), a_coding(interview="L02", confidence=0.5), barrier)
    assert [(q.why, q.code, q.leader) for q in found] == [
        ("endorsement", "people", "L01"),
        ("barrier", "money", "L02"),
    ]


def test_where_another_leader_tells_of_a_failure_no_barrier_is_shown() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", status="stalled", confidence=0.5),
        a_coding(interview="L02", segment=3, code="money"),
    )
    assert shown == [("endorsement", "L01", 1), ("failure", "L02", 1)]


def test_the_barrier_nearest_to_the_theme_is_shown() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", segment=5, confidence=0.5),
        a_coding(interview="L02", segment=8, code="money"),
        a_coding(interview="L02", segment=6, code="time", confidence=0.3),
    )
    assert shown[1] == ("barrier", "L02", 6)


def test_a_barrier_in_the_same_sentence_is_the_nearest() -> None:
    found = _quotes(
        a_coding(),
        a_coding(interview="L02", segment=5, confidence=0.5),
        a_coding(interview="L02", segment=4, code="money"),
        a_coding(interview="L02", segment=5, code="time", confidence=0.3),
    )
    assert (found[1].code, found[1].text) == ("time", a_coding(segment=5).text)


@pytest.mark.parametrize("stance", ["oppose", "mixed", "neutral"])
def test_a_barrier_that_is_not_endorsed_is_not_shown(stance: str) -> None:
    codings = [
        a_coding(),
        a_coding(interview="L02", confidence=0.5),
        a_coding(interview="L02", segment=2, code="money", stance=stance),
    ]
    assert _shown(*codings) == [("endorsement", "L01", 1)]


def test_a_barrier_is_quoted_where_the_leader_endorses_it() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", segment=1, confidence=0.5),
        a_coding(interview="L02", segment=2, code="money", stance="neutral"),
        a_coding(interview="L02", segment=8, code="money"),
    )
    assert shown[1] == ("barrier", "L02", 8)


def test_a_barrier_that_the_leader_also_denies_is_not_shown() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", segment=1, confidence=0.5),
        a_coding(interview="L02", segment=2, code="money"),
        a_coding(interview="L02", segment=8, code="money", stance="oppose"),
    )
    assert shown == [("endorsement", "L01", 1)]


def test_a_barrier_of_a_leader_who_acts_is_not_shown() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", status="done"),
        a_coding(interview="L02", segment=2, code="money"),
    )
    assert [why for why, _, _ in shown] == ["endorsement", "action"]


def test_where_no_other_leader_has_one_the_same_leaders_failure_is_shown() -> None:
    shown = _shown(a_coding(segment=1), a_coding(segment=9, status="inaction", confidence=0.5))
    assert shown == [("endorsement", "L01", 1), ("failure", "L01", 9)]


def test_another_leaders_barrier_comes_before_the_same_leaders_failure() -> None:
    shown = _shown(
        a_coding(segment=1),
        a_coding(segment=9, status="inaction", confidence=0.5),
        a_coding(interview="L02", confidence=0.5),
        a_coding(interview="L02", segment=2, code="money"),
    )
    assert shown == [("endorsement", "L01", 1), ("barrier", "L02", 2)]


def test_a_passage_is_not_shown_again_as_its_own_failure_or_barrier() -> None:
    assert _shown(a_coding(status="inaction"), a_coding(code="money")) == [
        ("endorsement", "L01", 1)
    ]


def test_a_barriers_own_finding_is_not_shown_with_another_barrier() -> None:
    shown = _shown(
        a_coding(code="money"),
        a_coding(interview="L02", code="money", confidence=0.5),
        a_coding(interview="L02", segment=2, code="time"),
        code="money",
    )
    assert shown == [("endorsement", "L01", 1)]


def test_a_dissent_is_always_shown_and_opposing_comes_first() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", stance="mixed"),
        a_coding(interview="L03", stance="oppose", confidence=0.1),
    )
    assert shown == [("endorsement", "L01", 1), ("dissent", "L03", 1)]


def test_a_leader_who_opposes_comes_before_one_who_is_of_two_minds() -> None:
    two_minds = [
        a_coding(interview="L01", segment=1),
        a_coding(interview="L01", segment=2, stance="oppose"),
    ]
    opposes = a_coding(interview="L03", stance="oppose", confidence=0.1)
    assert _shown(*two_minds, opposes) == [("dissent", "L03", 1)]


def test_a_mixed_leader_is_quoted_where_they_oppose() -> None:
    shown = _shown(
        a_coding(interview="L02", segment=1, stance="mixed"),
        a_coding(interview="L02", segment=2, stance="oppose", confidence=0.1),
    )
    assert shown == [("dissent", "L02", 2)]


def test_where_somebody_acts_the_highest_rung_is_quoted() -> None:
    shown = _shown(
        a_coding(),
        a_coding(interview="L02", status="underway"),
        a_coding(interview="L03", status="done", confidence=0.2),
    )
    assert shown == [("endorsement", "L01", 1), ("action", "L03", 1)]


def test_an_action_that_failed_is_not_quoted_as_action() -> None:
    shown = _shown(
        a_coding(interview="L02", segment=1, status="done"),
        a_coding(interview="L02", segment=2, status="stalled"),
        a_coding(interview="L02", segment=9, status="underway", confidence=0.2),
    )
    assert ("action", "L02", 9) in shown


def test_only_the_round_that_counts_is_quoted() -> None:
    interviews = [
        an_interview(id="a", leader="L", round="1"),
        an_interview(id="b", leader="L", round="2"),
    ]
    codings = [a_coding(interview="a"), a_coding(interview="b", confidence=0.1)]
    assert [q.interview for q in _quotes(*codings, interviews=interviews)] == ["b"]


def _all_quotes(drawn: Drawn) -> list[tuple[str, tuple[Quote, ...]]]:
    current = latest(positions(drawn.codings, drawn.interviews, drawn.codebook), drawn.interviews)
    found = witnesses(drawn.codings, current, drawn.interviews, drawn.codebook)
    return [(leaf.id, quotes(leaf.id, found)) for leaf in drawn.codebook.leaves]


@given(projects())
def test_every_quote_is_a_coding_of_the_leaders_own_word_for_word(drawn: Drawn) -> None:
    texts = {i.id: i.text for i in drawn.interviews}
    own = {
        (c.interview, c.code, c.start, c.end, c.text, c.stance, c.status)
        for c in drawn.codings
        if c.holder is Holder.LEADER
    }
    for _, found in _all_quotes(drawn):
        for q in found:
            assert (q.interview, q.code, q.start, q.end, q.text, q.stance, q.status) in own
            assert texts[q.interview][q.start : q.end] == q.text


@given(projects())
def test_each_kind_of_evidence_is_shown_where_there_is_some(drawn: Drawn) -> None:
    current = latest(positions(drawn.codings, drawn.interviews, drawn.codebook), drawn.interviews)
    for code, found in _all_quotes(drawn):
        stands = [p for p in current if p.code == code]
        why = [q.why for q in found]
        assert ("dissent" in why) == any(p.stance in {"oppose", "mixed"} for p in stands)
        assert ("action" in why) == any(p.acts for p in stands)
        assert "endorsement" in why or not any(p.endorses and not p.acts for p in stands)


@given(projects())
def test_no_passage_is_shown_twice(drawn: Drawn) -> None:
    for _, found in _all_quotes(drawn):
        passages = [(q.interview, q.start) for q in found]
        assert len(passages) == len(set(passages))
