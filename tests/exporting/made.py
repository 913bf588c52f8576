"""Whole analyses and single findings for tests of what is written from them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sensecli.finding.findings import findings
from sensecli.finding.positions import positions
from sensecli.model import (
    Actor,
    Analysis,
    Codebook,
    Coding,
    Counts,
    Engine,
    Figures,
    Finding,
    Interval,
    Interview,
    Kind,
    LeftOut,
    LensFinding,
    Missed,
    Notice,
    Problem,
    Project,
    Quote,
    Segment,
    Speaker,
    Stance,
    Status,
)
from tests.builders import a_codebook, a_coding, an_interview


def a_figures(
    *,
    n: int = 21,
    endorse: int = 19,
    mixed: int = 0,
    oppose: int = 0,
    neutral: int = 0,
    act: int = 0,
    act_own: int = 0,
    failed: int = 0,
) -> Figures:
    """Figures over `n` leaders; who is not counted elsewhere is silent."""
    raised = endorse + mixed + oppose + neutral
    gap = endorse - act
    return Figures(
        counts=Counts(n, raised, endorse, mixed, oppose, neutral, n - raised),
        act=act,
        act_own=act_own,
        committed=0,
        failed=failed,
        gap=gap,
        gap_share=gap / n if n else 0.0,
        gap_low=0.0,
        gap_high=gap / endorse if endorse else 0.0,
        interval=Interval(0.0, 1.0),
    )


def a_finding(
    figures: Figures | None = None,
    *,
    code: str = "people",
    label: str = "People",
    kind: Kind = Kind.THEME,
    prompted_only: int = 0,
    actors: Mapping[Actor, int] | None = None,
    barriers: Sequence[tuple[str, int]] = (),
    fragile: Sequence[LeftOut] = (),
    quotes: Sequence[Quote] = (),
) -> Finding:
    """A finding with those figures."""
    figures = figures or a_figures()
    return Finding(
        code=code,
        label=label,
        kind=kind,
        figures=figures,
        prompted_only=prompted_only,
        unprompted=figures,
        by_group=(),
        actors=tuple((actors or {}).items()),
        ladder=(),
        failures=(),
        barriers=tuple(barriers),
        fragile=tuple(fragile),
        quotes=tuple(quotes),
    )


def a_lens(*, voiced: int = 14, beside: Sequence[tuple[str, int]] = ()) -> LensFinding:
    """A lens that so many voice."""
    finding = a_finding(a_figures(endorse=voiced), code="story", label="Story", kind=Kind.LENS)
    return LensFinding(finding=finding, voiced=voiced, beside=tuple(beside))


def a_quote(*, text: str = "People come first.", why: str = "endorsement") -> Quote:
    """A quote from L01."""
    return Quote(
        interview="L01",
        leader="L01",
        code="people",
        start=0,
        end=len(text),
        place="L01:1",
        text=text,
        stance=Stance.ENDORSE,
        status=Status.NONE,
        why=why,
    )


def an_analysis(
    *,
    interviews: Sequence[Interview] = (),
    codings: Sequence[Coding] = (),
    codebook: Codebook | None = None,
    names: Sequence[tuple[str, str]] = (),
    missed: Sequence[Missed] = (),
    problems: Sequence[Problem] = (),
    notices: Sequence[Notice] = (),
) -> Analysis:
    """What those codings add up to; each coding's text is a segment, too."""
    codebook = codebook or a_codebook()
    stands = positions(codings, interviews, codebook)
    found = findings(codings, stands, interviews, codebook)
    project = Project(
        "interviews",
        tuple(interviews),
        codebook,
        names=tuple(names),
        problems=tuple(problems),
    )
    return Analysis(
        project=project,
        codebook=codebook,
        engine=Engine("sense 0.1.0", "c0de", "en_tiny 1", "m0de1"),
        segments=tuple(
            Segment(c.interview, c.segment, c.start, c.end, c.text, Speaker.LEADER, 0)
            for c in codings
        ),
        codings=tuple(codings),
        positions=stands,
        findings=found.themes,
        lenses=found.lenses,
        barriers=found.barriers,
        missed=tuple(missed),
        missed_total=len(missed),
        problems=tuple(problems),
        notices=tuple(notices),
    )


def a_small_analysis() -> Analysis:
    """Two leaders agree on people, one acts; one speaks of money and tells a story."""
    return an_analysis(
        interviews=[
            an_interview(id="L01", organisation="Dunmere Trust", group="acute", date="2022-09-12"),
            an_interview(id="L02", organisation="Vale Trust", group="mental", date="2022-09-19"),
        ],
        codings=[
            a_coding(interview="L01", segment=1, status=Status.DONE, actor=Actor.OWN),
            a_coding(interview="L01", segment=2, code="learning", stance=Stance.OPPOSE),
            a_coding(interview="L02", segment=1, prompted=True, confidence=0.85),
            a_coding(interview="L02", segment=3, code="money"),
            a_coding(interview="L02", segment=4, code="story"),
            a_coding(interview="L02", segment=5, code="learning", holder="interviewer"),
        ],
    )


def a_named_analysis(
    *, name: str = "Jane Smith", said: str = "{} said that people matter."
) -> Analysis:
    """The leader's name wherever a name can stand, in a file that is named after her."""
    text = said.format(name)
    file = f"05-{'-'.join(name.lower().split())}.md"
    interview = Interview(
        id="L05",
        leader="L05",
        text=f"{text}\n",
        source=file,
        name=name,
        role=f"Chair, after {name}",
        organisation=f"{name} Surgery",
        group=f"friends of {name}",
        round=f"after {name}",
        interviewer=name,
        attributes=(("note", f"PA to {name}"),),
    )
    coding = a_coding(interview="L05", text=text, start=0)
    coding = replace(coding, cue=name)
    others = [
        a_coding(interview="L05", code=code, text=text, start=0) for code in ("money", "story")
    ]
    return an_analysis(
        interviews=[interview],
        codings=[coding, *others],
        names=[(name, "[L05]")],
        missed=[Missed("L05", 0, len(text), "L05:1", text, Status.ASPIRATION)],
        problems=[Problem(file, 23, f'"{name}" is not a date', f"look into {file}")],
        notices=[Notice(f"{file}: {name} speaks twice.")],
    )
