"""What is written and read again is the same."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sensecli.exporting.refi import codebook_qdc, project_qdpx
from sensecli.loading.refi import Read, read_qdc, read_qdpx
from sensecli.model import (
    Actor,
    Analysis,
    Codebook,
    Coding,
    Holder,
    Interview,
    Node,
    Stance,
    Status,
)
from tests.builders import a_coding
from tests.exporting.made import an_analysis

LETTERS = st.characters(codec="utf-8", exclude_characters="\r") | st.sampled_from(
    "\n\t \U0001f600\u0301\u200d\x07<&\"'"
)
TEXTS = st.text(LETTERS, max_size=80)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
)
PROSE = st.lists(WORDS | st.sampled_from(["Id: x", "Rule:", "\n", "\n  "]), max_size=5).map(
    lambda words: " ".join(words).strip()
)
IDS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Some codes, all in a group of their own, with all that a description can tell."""
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    lists = st.lists(PROSE.filter(bool), max_size=2).map(tuple)
    nodes = [
        Node(
            id=code,
            label=draw(WORDS),
            proposition=draw(PROSE),
            definition=draw(PROSE),
            include=draw(lists),
            exclude=draw(lists),
            examples=draw(lists),
            color=draw(st.sampled_from(["", "#5e3c99"])),
        )
        for code in ids
    ]
    group = Node(id="the-group-of-all", label="All", codes=tuple(nodes))
    return Codebook(id=draw(IDS), label="A", codes=(group,))


@st.composite
def codings(draw: st.DrawFn, interview: Interview, book: Codebook) -> list[Coding]:
    """Codings of any stretch of the text, with any attributes."""
    made = []
    for segment in range(draw(st.integers(0, 5)) if interview.text else 0):
        start = draw(st.integers(0, len(interview.text) - 1))
        end = draw(st.integers(start + 1, len(interview.text)))
        made.append(
            replace(
                a_coding(
                    interview=interview.id,
                    segment=segment,
                    code=draw(st.sampled_from([leaf.id for leaf in book.leaves])),
                    stance=draw(st.sampled_from(Stance)),
                    status=draw(st.sampled_from(Status)),
                    actor=draw(st.sampled_from(Actor)),
                    holder=draw(st.sampled_from(Holder)),
                    prompted=draw(st.booleans()),
                    text=interview.text[start:end],
                    start=start,
                ),
                coder=draw(st.sampled_from(["rules", "JS"])),
            )
        )
    return made


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Two interviews of one leader and one of another, with attributes, coded."""
    book = draw(codebooks())
    interviews = [
        Interview(
            id=f"L0{n}",
            leader=f"P{min(n, 2)}",
            text=draw(TEXTS),
            role=draw(WORDS),
            date=draw(st.sampled_from(["", "2022-09-12"])),
            order=draw(st.none() | st.integers(0, 99)),
            attributes=draw(st.sampled_from([(), (("beds", "007"),), (("role", "x"),)])),
        )
        for n in (1, 2, 3)
    ]
    coded = [coding for one in interviews for coding in draw(codings(one, book))]
    return an_analysis(interviews=interviews, codings=coded, codebook=book)


def again(analysis: Analysis) -> Read:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.qdpx"
        path.write_bytes(project_qdpx(analysis))
        return read_qdpx(path)


@given(analyses())
def test_a_project_comes_back_the_same(analysis: Analysis) -> None:
    found = again(analysis)
    assert not found.problems
    assert found.codebook == analysis.codebook
    assert [replace(one, source="") for one in found.sources] == list(analysis.project.interviews)
    assert [
        (c.interview, c.start, c.end, c.text, c.code, c.stance, c.status, c.actor, c.holder)
        for c in found.codings
    ] == [
        (c.interview, c.start, c.end, c.text, c.code, c.stance, c.status, c.actor, c.holder)
        for c in analysis.codings
    ]
    assert [(c.prompted, c.coder) for c in found.codings] == [
        (c.prompted, c.coder) for c in analysis.codings
    ]


@given(codebooks())
def test_a_codebook_comes_back_the_same(book: Codebook) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.qdc"
        path.write_bytes(codebook_qdc(an_analysis(codebook=book)))
        found = read_qdc(path)
    assert not found.problems
    assert found.codebook is not None
    assert found.codebook.codes == book.codes


def test_why_a_passage_was_coded_comes_back_as_its_memo() -> None:
    interview = Interview(id="L01", leader="L01", text="People come first.")
    coding = replace(a_coding(text="People", start=0), cue="people", rule="R1")
    (found,) = again(an_analysis(interviews=[interview], codings=[coding])).codings
    assert found.memo.startswith("Cue: people\nRule: R1\n")
