"""Codings made elsewhere become decisions, and laid over they are the same codings again."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecli.exporting.csvfile import csv_file
from sensecli.exporting.masking import relocated
from sensecli.exporting.names import masked
from sensecli.exporting.refi import project_qdpx
from sensecli.exporting.table import codings_table
from sensecli.loading.coded import read_coded
from sensecli.model import (
    Actor,
    Analysis,
    Coding,
    Decision,
    Holder,
    Interview,
    Node,
    Speaker,
    Stance,
    Status,
    Values,
    Verdict,
)
from sensecli.model.passage import CodedPassage
from sensecli.review.importing import Imported, decide
from sensecli.review.locating import AllLocated, Source, locate
from sensecli.review.overlay import lay_over
from sensecli.review.quotes import View
from tests.builders import a_code, a_coding, an_interview
from tests.exporting.made import an_analysis
from tests.review.made import CODES, TALK, TEXT, a_decision, an_undo, found_in, lines_of, seconds

NODES = tuple(Node(id=code, label=code.title()) for code in CODES)
LEAVES = tuple(a_code(id=code) for code in CODES)
NOW = seconds(3600)


def a_source(interview: Interview, names: Sequence[tuple[str, str]] = ()) -> Source:
    """An interview whose lines are its segments, as read and without names."""
    segments = tuple(lines_of(interview))
    moved = relocated(interview.text, names)
    spans = tuple((one.start, one.end) for one in segments)
    shown = tuple((moved.offset(start), moved.offset(end)) for start, end in spans)
    return Source(interview, segments, (View(interview.text, spans), View(moved.text, shown)))


HERE = (a_source(an_interview(text=TEXT)),)


def a_passage(segment: int = 1, code: str = "people", **told: Any) -> CodedPassage:
    """A line of the talk that AB gave a code, or read where the code is empty."""
    return replace(
        CodedPassage("L01", TALK[segment - 1], (code,) if code else (), 7, "AB", segment=segment),
        **told,
    )


def located(*passages: CodedPassage, sources: Sequence[Source] = HERE, **ours: str) -> AllLocated:
    """What these passages are of ours."""
    return locate(passages, sources, LEAVES, ours=ours, file="a.csv")


def imported(
    *passages: CodedPassage,
    machine: Sequence[Coding] = (),
    decisions: Sequence[Decision] = (),
    sources: Sequence[Source] = HERE,
) -> Imported:
    """The decisions that come of these passages."""
    return decide(
        located(*passages, sources=sources).found,
        sources,
        machine=machine,
        decisions=decisions,
        initials={one.coder: one.coder for one in passages},
        now=NOW,
        file="a.csv",
    )


def values_of(found: Imported) -> Values:
    """What the only decision says."""
    assert found.problems == ()
    (one,) = found.decisions
    assert one.values is not None
    return one.values


def test_a_coding_is_an_addition_of_its_coder_about_the_whole_segment() -> None:
    (one,) = imported(a_passage(3, quote="nobody much minds", memo="Sure?")).decisions
    assert (one.verdict, one.coder, one.time, one.memo, one.about) == (
        Verdict.ADD,
        "AB",
        NOW,
        "Sure?",
        None,
    )
    assert one.anchor.quote == TALK[2] == TEXT[one.anchor.start : one.anchor.end]


def test_a_passage_over_two_segments_is_two_decisions() -> None:
    found = imported(a_passage(quote=f"{TALK[0]}\n{TALK[1]}"))
    assert [one.anchor.quote for one in found.decisions] == list(TALK[:2])


def test_an_uncoded_passage_was_read() -> None:
    (one,) = imported(a_passage(code="")).decisions
    assert (one.verdict, one.values) == (Verdict.READ, None)


def test_a_passage_with_a_code_in_another_row_was_not_left_without() -> None:
    found = imported(a_passage(code=""), a_passage())
    assert [one.values is not None for one in found.decisions] == [True, False]


def test_on_a_blind_sheet_what_was_coded_was_read_whole_too() -> None:
    found = imported(a_passage(), a_passage(3), a_passage(2, ""))
    read = [one.anchor.quote for one in found.decisions if one.verdict is Verdict.READ]
    assert read == [TALK[0], TALK[2], TALK[1]]
    unlisted = imported(a_passage(), a_passage(3))
    assert {one.verdict for one in unlisted.decisions} == {Verdict.ADD}


def test_the_time_of_the_file_is_kept_but_never_lies_ahead() -> None:
    times = [
        imported(a_passage(time=time)).decisions[0].time
        for time in ("2024-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
    ]
    assert times == ["2024-01-01T00:00:00Z", NOW]


def test_what_is_not_told_is_the_programs() -> None:
    ours = replace(
        found_in(1), stance=Stance.OPPOSE, status=Status.DONE, actor=Actor.OWN, prompted=True
    )
    found = imported(a_passage(status=Status.STALLED), machine=[ours, found_in(2)])
    assert values_of(found) == Values(
        "people", Stance.OPPOSE, Status.STALLED, Actor.OWN, Holder.LEADER, prompted=True
    )
    assert (found.completed, found.least) == (1, 0)


def test_of_two_holders_the_programs_coding_of_the_one_told_is_taken() -> None:
    asked = replace(found_in(1, holder="interviewer"), stance=Stance.MIXED)
    found = imported(a_passage(holder=Holder.INTERVIEWER), machine=[found_in(1), asked])
    assert values_of(found).stance is Stance.MIXED
    assert values_of(imported(a_passage(), machine=[asked, found_in(1)])).holder is Holder.LEADER


def test_what_nobody_tells_is_what_tells_least() -> None:
    found = imported(a_passage(), machine=[found_in(1, "money")])
    assert values_of(found) == Values(
        "people", Stance.NEUTRAL, Status.NONE, Actor.UNSPECIFIED, Holder.LEADER, prompted=False
    )
    assert (found.completed, found.least) == (0, 1)


def test_what_the_interviewer_says_is_the_interviewers() -> None:
    segments = tuple(replace(one, speaker=Speaker.INTERVIEWER) for one in HERE[0].segments)
    found = imported(a_passage(), sources=[replace(HERE[0], segments=segments)])
    assert values_of(found).holder is Holder.INTERVIEWER


def test_what_is_told_in_full_needs_nobody() -> None:
    whole = a_passage(
        stance=Stance.ENDORSE,
        status=Status.DONE,
        actor=Actor.OWN,
        holder=Holder.OTHER,
        prompted=False,
    )
    found = imported(whole, machine=[found_in(1)])
    assert (values_of(found).holder, found.completed, found.least) == (Holder.OTHER, 0, 0)


def test_twice_is_once() -> None:
    passages = [a_passage(), a_passage(3, memo="Sure?"), a_passage(5, "money"), a_passage(2, "")]
    first = imported(*passages)
    again = imported(*passages, decisions=first.decisions, machine=[found_in(1)])
    # Three codings, and four passages that were read.
    assert len(first.decisions) == 7
    assert (again.decisions, again.already) == ((), 7)


def test_twice_is_once_also_where_the_notes_were_edited_since() -> None:
    first = imported(a_passage(3))
    edited = a_source(an_interview(text=f"A heading.\n{TEXT}"))
    again = imported(a_passage(3), decisions=first.decisions, sources=[edited])
    assert (again.decisions, again.already) == ((), 1)


@pytest.mark.parametrize(
    "other",
    [
        a_passage(coder="CD"),
        a_passage(3),
        a_passage(code="money"),
        a_passage(stance=Stance.OPPOSE),
        a_passage(memo="Another thing."),
        a_passage(code=""),
    ],
)
def test_what_is_not_said_yet_is_new(other: CodedPassage) -> None:
    first = imported(a_passage())
    assert len(imported(other, decisions=first.decisions).decisions) == 1


def test_what_was_taken_back_may_be_said_again() -> None:
    (first,) = imported(a_passage()).decisions
    undo = an_undo(first, time=3601)
    assert len(imported(a_passage(), decisions=[first, undo]).decisions) == 1


def test_a_coding_that_was_accepted_is_there_already() -> None:
    assert imported(a_passage(), decisions=[a_decision("accept")]).already == 1


def test_a_new_decision_is_later_than_those_on_the_passage() -> None:
    before = a_decision("reject", time=3600)
    (one,) = imported(a_passage(), decisions=[before]).decisions
    assert one.time == seconds(3601)


def test_two_passages_in_one_segment_are_one_coding_with_both_memos() -> None:
    (one,) = imported(
        a_passage(3, quote="We put learning first", memo="One."),
        a_passage(3, quote="nobody much minds", memo="Two."),
    ).decisions
    assert one.memo == "One.\nTwo."


def test_what_contradicts_an_earlier_row_is_a_problem() -> None:
    found = imported(a_passage(stance=Stance.ENDORSE), a_passage(stance=Stance.OPPOSE, line=9))
    assert [str(one) for one in found.problems] == [
        (
            "a.csv:9: says something else of L01 passage 1 (people) than line 7."
            " Hint: keep one of the two."
        )
    ]
    assert len(found.decisions) == 1


def test_each_unknown_code_is_one_problem_with_its_count_and_the_nearest() -> None:
    found = located(a_passage(code="Wants/Peoples"), a_passage(3, code="Wants/Peoples"))
    assert found.unknown_codes == (("Wants/Peoples", 2),)
    assert [str(one) for one in found.problems] == [
        (
            'a.csv: there is no code "Wants/Peoples" in the codebook: 2 rows are left out. Hint:'
            ' did you mean "people"? If so, a table of theirs,ours with --codes settles it.'
        )
    ]


def test_a_code_may_be_settled_or_left_out_without_a_word() -> None:
    found = located(a_passage(code="Cash"), a_passage(code="Other"), Cash="money", Other="")
    assert [one.code for one in found.found] == ["money"]
    assert (found.left_out, found.problems) == (1, ())


def test_each_unknown_document_is_one_problem_with_its_count() -> None:
    found = located(a_passage(document="X9"), a_passage(3, document="X9"), a_passage())
    assert found.unknown_documents == (("X9", 2),)
    assert [one.message for one in found.problems] == [
        'there is no interview "X9" in the folder: 2 rows are left out'
    ]
    assert len(found.found) == 1


def test_a_quote_that_is_nowhere_is_a_problem_with_its_line() -> None:
    found = located(a_passage(quote="Nobody ever said any such thing in this place."), a_passage())
    assert str(found.problems[0]).startswith(
        'a.csv:7: "Nobody ever said any such thing in this..." is not in the text (L01). Hint: '
    )
    assert (found.lost, len(found.found)) == (1, 1)


LINES = st.lists(
    st.text("ab é\u0301\U0001f600“'-=", min_size=1, max_size=12).map(lambda one: f"{one}x"),
    min_size=1,
    max_size=5,
)
NAMES = (("ab", "[L01]"),)


@st.composite
def coded_talks(draw: st.DrawFn) -> tuple[list[Interview], list[Coding]]:
    """Interviews line by line, and codings of whole lines, at most one by segment, code, holder."""
    interviews, codings = [], []
    for number, lines in enumerate(draw(st.lists(LINES, min_size=1, max_size=3)), start=1):
        text = draw(st.sampled_from(["", "\U0001f680 ab\n"])) + "\n".join(lines)
        interview = an_interview(id=f"L{number:02d}", text=text)
        interviews.append(interview)
        segments = lines_of(interview)
        keys = st.tuples(
            st.sampled_from(segments), st.sampled_from(CODES), st.sampled_from(tuple(Holder))
        )
        for at, code, holder in draw(st.lists(keys, max_size=6, unique=True)):
            coding = a_coding(
                interview=interview.id,
                segment=at.number,
                code=code,
                holder=holder,
                stance=draw(st.sampled_from(tuple(Stance))),
                status=draw(st.sampled_from(tuple(Status))),
                actor=draw(st.sampled_from(tuple(Actor))),
                prompted=draw(st.booleans()),
                text=at.text,
                start=at.start,
            )
            codings.append(replace(coding, coder="AB", confidence=1.0))
    return interviews, codings


def told(codings: Sequence[Coding]) -> set[tuple[object, ...]]:
    """All that a person says with each coding."""
    return {
        (
            *(c.interview, c.segment, c.start, c.end, c.text, c.code),
            *(c.stance, c.status, c.actor, c.holder, c.prompted, c.coder),
        )
        for c in codings
    }


@pytest.mark.parametrize("mask", [masked, lambda analysis: analysis])
@pytest.mark.parametrize("form", ["csv", "excel.csv", "qdpx"])
@settings(max_examples=40)
@given(talk=coded_talks())
def test_what_was_exported_is_the_same_again_when_it_was_imported(
    form: str, mask: Callable[[Analysis], Analysis], talk: tuple[list[Interview], list[Coding]]
) -> None:
    interviews, codings = talk
    book = an_analysis().codebook.model_copy(update={"codes": NODES})
    analysis = an_analysis(interviews=interviews, codings=codings, codebook=book, names=NAMES)
    shown = mask(analysis)
    content = (
        project_qdpx(shown)
        if form == "qdpx"
        else csv_file(codings_table(shown), excel=form.startswith("excel"))
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a.{form}"
        file.write_bytes(content)
        read = read_coded(file)
    assert read.problems == ()
    sources = tuple(a_source(one, NAMES) for one in interviews)
    found = imported(*read.rows, sources=sources)
    segments = [segment for one in sources for segment in one.segments]
    laid = lay_over((), segments, interviews, found.decisions, codes=CODES)
    assert (found.problems, laid.orphans) == ((), ())
    assert told(laid.codings) == told(codings)
