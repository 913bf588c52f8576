"""A small analysis of invented leaders: real arithmetic over codings made by hand."""

from collections.abc import Sequence
from dataclasses import replace

from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.model import (
    Analysis,
    Codebook,
    Coding,
    Engine,
    Interview,
    Missed,
    Notice,
    Problem,
    Project,
    Status,
)
from tests.builders import a_codebook, a_coding, an_interview

SAID = "Relationships come first for us, and they always will."
FAILED = "We set up a joint forum with the practices and it lapsed by the spring."
AGAINST = "I do not think that people are what holds this programme up."


def an_analysis(
    *,
    interviews: Sequence[Interview] | None = None,
    codings: Sequence[Coding] | None = None,
    codebook: Codebook | None = None,
    names: Sequence[tuple[str, str]] = (),
    problems: Sequence[Problem] = (),
    notices: Sequence[Notice] = (),
    folder: str = "study",
) -> Analysis:
    """An analysis of three leaders: two endorse, of whom one failed, and one opposes."""
    book = codebook or a_codebook()
    read = _interviews() if interviews is None else tuple(interviews)
    said = _codings() if codings is None else tuple(codings)
    project = Project(
        folder,
        read,
        book,
        names=tuple(names),
        problems=tuple(problems),
        notices=tuple(notices),
    )
    stands = positions(said, read, book)
    found = findings(said, stands, read, book)
    return Analysis(
        project=project,
        codebook=book,
        engine=Engine("sense 0", "0" * 16, "none 0", "0" * 16),
        segments=(),
        codings=said,
        positions=stands,
        findings=found.themes,
        lenses=found.lenses,
        barriers=found.barriers,
        missed=(Missed("L01", 0, 10, "L01:9", "Nobody ever asked.", Status.INACTION),),
        missed_total=7,
        problems=project.problems,
        notices=project.notices,
    )


def quoting(text: str, *, names: Sequence[tuple[str, str]] = ()) -> Analysis:
    """An analysis in which somebody endorses a theme in just these words."""
    coding = a_coding(text=text, start=0)
    return an_analysis(interviews=[an_interview(text=text)], codings=[coding], names=names)


def _interviews() -> tuple[Interview, ...]:
    made = [
        an_interview(id="L01", group="acute trust", organisation="A", date="2022-09-12"),
        an_interview(id="L02", group="primary care", organisation="B", date="2022-10-01"),
        an_interview(id="L03", group="primary care", organisation="C", date="2022-11-21"),
    ]
    return tuple(replace(one, role="Director") for one in made)


def _codings() -> tuple[Coding, ...]:
    pitched = a_coding(interview="L01", segment=1, holder="interviewer", status="aspiration")
    said = a_coding(interview="L01", segment=2, text=SAID)
    return (
        replace(pitched, cue="people", rule="speaker"),
        replace(said, cue="relationships", rule="plain"),
        a_coding(interview="L02", segment=3, text=FAILED, status="stalled", actor="own"),
        a_coding(interview="L02", segment=9, code="money"),
        a_coding(interview="L02", segment=8, code="story"),
        a_coding(interview="L03", segment=4, text=AGAINST, stance="oppose"),
    )
