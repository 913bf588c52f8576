"""Analyses that only a browser can judge: a hostile one, and one as large as they come."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from sensecli.exporting.page import findings_html
from sensecli.exporting.pictures import pictures
from sensecli.exporting.pictures.drawn import Picture
from sensecli.exporting.pictures.render import svg
from sensecli.exporting.shown import Shown
from sensecli.finding.coverage import coverage, new_codes
from sensecli.finding.findings import findings
from sensecli.model import (
    Analysis,
    Codebook,
    Coding,
    Interview,
    Kind,
    Missed,
    Node,
    Notice,
    Problem,
    Segment,
    Speaker,
    Stance,
    Status,
)
from tests.builders import a_coding, an_interview
from tests.exporting.made import an_analysis

SCRIPT = "<script>alert(1)</script>"
NASTY = (
    f"{SCRIPT} \"q\" 'q' </script><!-- ]]> <img src=x onerror=alert(2)> {{{{ 7 * 7 }}}} "
    '${alert(3)} " onclick="alert(4) \N{SLIGHTLY SMILING FACE} '
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER ALEF} \u202eright to left\u202c"
)
ENDLESS = "a" * 5_000


def written(analysis: Analysis) -> bytes:
    """The page as `sense analyse --format html` writes it, pictures included."""
    drawn = (one for one in pictures(analysis) if isinstance(one, Picture))
    return findings_html(
        analysis, [Shown(p.name, p.title, p.reading, p.alt, svg(p)) for p in drawn]
    )


def whole(analysis: Analysis) -> Analysis:
    """The analysis with current positions, consensus and coverage, as the pipeline fills them."""
    interviews = analysis.project.interviews
    found = findings(analysis.codings, analysis.positions, interviews, analysis.codebook)
    return replace(
        analysis,
        current=found.current,
        consensus=found.consensus,
        coverage=coverage(new_codes(analysis.codings, interviews)),
    )


def a_hostile_analysis() -> Analysis:
    """Every text that a user, a codebook or an interview can bring in means harm."""
    interviews = [
        replace(
            an_interview(id=id_, group=text, organisation=text, name=text, round=text),
            role=text,
            attributes=((text, text),),
        )
        for id_, text in (("L01", NASTY), ("L02", ENDLESS), ("L<b>03", f"{NASTY} {ENDLESS}"))
    ]
    codings = [
        _explained(a_coding(interview=one.id, segment=at, code=code, text=text, status=status))
        for one in interviews
        for at, (code, text, status) in enumerate(
            (
                ("people", NASTY, Status.NONE),
                ("learning", f"{NASTY} {ENDLESS}", Status.STALLED),
                ("money", ENDLESS, Status.NONE),
                ("story", SCRIPT, Status.NONE),
            ),
            start=1,
        )
    ]
    return whole(
        an_analysis(
            interviews=interviews,
            codings=codings,
            codebook=_hostile_codebook(),
            missed=[Missed("L01", 0, 5, "L01:1", NASTY, Status.ASPIRATION)],
            problems=[Problem(NASTY, 3, NASTY, NASTY)],
            notices=[Notice(NASTY), Notice(ENDLESS)],
        )
    )


def _explained(coding: Coding) -> Coding:
    return replace(coding, cue=NASTY, rule=NASTY, example=NASTY, coder=NASTY)


def _hostile_codebook() -> Codebook:
    kinds = {"people": Kind.THEME, "learning": Kind.THEME, "money": Kind.BARRIER}
    return Codebook(
        id="hostile",
        label=NASTY,
        version=NASTY,
        codes=tuple(
            Node(
                id=code,
                label=ENDLESS if code == "learning" else NASTY,
                kind=kind,
                proposition=NASTY,
            )
            for code, kind in (kinds | {"story": Kind.LENS}).items()
        ),
    )


LEADERS, THEMES, SENTENCES, CODED = 21, 20, 620, 381


def a_large_analysis() -> Analysis:
    """Some 13,000 segments and 8,000 codings of 21 leaders, drawn by lot and always the same."""
    lot = Random(4)  # noqa: S311 - a lot, no secret
    spoken = [tuple(_sentences(lot)) for _ in range(LEADERS)]
    interviews = [
        an_interview(id=f"L{at:02d}", text="\n".join(said), group=f"group {at % 4}", order=at)
        for at, said in enumerate(spoken, start=1)
    ]
    segments = [
        one
        for interview, said in zip(interviews, spoken, strict=True)
        for one in _segments(interview, said)
    ]
    codings = [
        _coded(one, views, lot)
        for at, views in enumerate(_views(lot) for _ in range(LEADERS))
        for one in lot.sample(segments[at * SENTENCES : (at + 1) * SENTENCES], CODED)
    ]
    codes = tuple(Node(id=f"theme-{n}", label=f"Theme {n}") for n in range(THEMES))
    book = Codebook(id="large", label="A large codebook", codes=codes)
    analysis = an_analysis(interviews=interviews, codings=codings, codebook=book)
    return whole(replace(analysis, segments=tuple(segments)))


def _sentences(lot: Random) -> Iterator[str]:
    words = "people programme board waiting pathway never evidence trust week because".split()
    for _ in range(SENTENCES):
        yield f"{' '.join(lot.choices(words, k=lot.randint(8, 34)))}.".capitalize()


def _segments(interview: Interview, said: Sequence[str]) -> Iterator[Segment]:
    start = 0
    for at, text in enumerate(said):
        end = start + len(text)
        yield Segment(interview.id, at + 1, start, end, text, Speaker.LEADER, at)
        start = end + 1


def _views(lot: Random) -> list[Stance]:
    """What one leader thinks of each theme: mostly well, since a mixed lot would be no view."""
    stances = (Stance.ENDORSE, Stance.NEUTRAL, Stance.OPPOSE, Stance.MIXED)
    return lot.choices(stances, weights=(6, 2, 1, 1), k=THEMES)


def _coded(segment: Segment, views: Sequence[Stance], lot: Random) -> Coding:
    theme = lot.randrange(THEMES)
    return a_coding(
        interview=segment.interview,
        segment=segment.number,
        start=segment.start,
        text=segment.text,
        code=f"theme-{theme}",
        stance=views[theme],
        status=lot.choices(list(Status), weights=(60, 5, 5, 2, 1, 1, 1, 1))[0],
        prompted=lot.random() < 0.2,
    )
