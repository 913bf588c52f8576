"""Who is counted: the same leaders as the findings count."""

from dataclasses import replace
from random import Random

import pytest

from sensecli.exporting.evidence import NO_GROUP, counted, evidence
from sensecli.exporting.figures import figure_values
from sensecli.finding.groups import NO_GROUP as FINDINGS_NO_GROUP
from sensecli.finding.rounds import latest
from sensecli.model import Actor, Analysis, Finding, Holder, Stance, Status
from tests.builders import a_codebook, a_coding, an_interview
from tests.exporting.made import an_analysis

KEYS = (
    *("raised", "endorse", "mixed", "oppose", "neutral"),
    *("act", "act_own", "committed", "failed", "gap"),
)
CODES = ("people", "learning", "money", "time", "story")


def _drawn(seed: int) -> Analysis:
    """Three leaders of two groups and of none, in one or two rounds, whose codings are drawn."""
    lot = Random(seed)  # noqa: S311 - a lot, no secret
    interviews = [
        an_interview(id="A1", leader="A", group="acute", round="1", date="2022-01-01"),
        an_interview(id="A2", leader="A", round="2", date="2023-01-01"),
        an_interview(id="B1", leader="B", group="mental", order=2),
        an_interview(id="B2", leader="B", group="mental", order=1),
        an_interview(id="C1", leader="C"),
    ]
    codings = [
        a_coding(
            interview=lot.choice(interviews).id,
            segment=lot.randint(1, 12),
            code=lot.choice(CODES),
            stance=lot.choices(list(Stance), weights=(6, 1, 1, 1))[0],
            status=lot.choice(list(Status)),
            actor=lot.choice(list(Actor)),
            holder=lot.choices(list(Holder), weights=(4, 1, 1))[0],
            prompted=lot.random() < 0.4,
        )
        for _ in range(lot.randint(0, 40))
    ]
    unique = {(c.interview, c.segment, c.code, c.holder): c for c in codings}
    made = an_analysis(interviews=interviews, codings=list(unique.values()), codebook=a_codebook())
    return replace(made, current=latest(made.positions, interviews))


def _counts(finding: Finding) -> dict[str, int]:
    """What the findings say, under the page's keys."""
    values = figure_values(finding.figures)
    found = {key: int(values[key]) for key in KEYS} | {"prompted_only": finding.prompted_only}
    found |= {f"ladder:{status}": count for status, count in finding.ladder}
    found |= {f"failures:{status}": count for status, count in finding.failures}
    found |= {f"actors:{actor}": count for actor, count in finding.actors}
    return found


@pytest.mark.parametrize("seed", range(60))
def test_every_figure_counts_as_many_leaders_as_the_finding_says(seed: int) -> None:
    analysis = _drawn(seed)
    known = evidence(analysis)
    found = counted(analysis, known)
    lenses = [lens.finding for lens in analysis.lenses]
    for finding in (*analysis.findings, *analysis.barriers, *lenses):
        wanted = _counts(finding)
        by_key = found[finding.code]
        assert {key: len(by_key.get(key, ())) for key in wanted} == wanted
        for one in finding.by_group:
            values = figure_values(one.figures)
            for key in KEYS:
                members = [le for le in by_key.get(key, ()) if known.groups[le] == one.group]
                assert len(members) == values[key]


@pytest.mark.parametrize("seed", range(60))
def test_obstacles_and_lenses_count_the_leaders_that_the_findings_count(seed: int) -> None:
    analysis = _drawn(seed)
    found = counted(analysis, evidence(analysis))
    for finding in analysis.findings:
        shown = {k: len(v) for k, v in found[finding.code].items() if k.startswith("barriers:")}
        assert shown == {f"barriers:{code}": count for code, count in finding.barriers}
    for lens in analysis.lenses:
        by_key = found[lens.finding.code]
        assert len(by_key.get("voiced", ())) == lens.voiced
        shown = {k: len(v) for k, v in by_key.items() if k.startswith("beside:")}
        assert shown == {f"beside:{code}": count for code, count in lens.beside}


def test_what_is_drawn_has_figures_to_count() -> None:
    findings = [f for seed in range(60) for f in _drawn(seed).findings]
    assert {key for f in findings for key, count in _counts(f).items() if count} >= {
        *KEYS,
        "prompted_only",
        "ladder:done",
        "failures:stalled",
        "actors:shared",
    }


def test_only_the_latest_round_counts() -> None:
    interviews = [
        an_interview(id="A1", leader="A", round="1", date="2022-01-01"),
        an_interview(id="A2", leader="A", round="2", date="2023-01-01"),
    ]
    made = an_analysis(interviews=interviews, codings=[a_coding(interview="A1")])
    known = evidence(replace(made, current=latest(made.positions, interviews)))
    assert known.own == {}


def test_a_view_of_somebody_else_is_no_evidence() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding(holder="interviewer")])
    assert evidence(made).own == {}


def test_leaders_without_a_group_are_called_as_in_the_findings() -> None:
    made = an_analysis(interviews=[an_interview()], codings=[a_coding()])
    assert evidence(made).groups == {"L01": NO_GROUP}
    assert NO_GROUP == FINDINGS_NO_GROUP
