"""What stands behind a figure, for people and for programs."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from rich.text import Text

from sensecli.cli.behind import Behind, Passage, Stand
from sensecli.cli.plain import safe
from sensecli.cli.report.layout import BLANK, FAINT, HEAD, Lines, led, paragraph
from sensecli.cli.report.quoting import quoted
from sensecli.exporting.places import named_place
from sensecli.exporting.sentences import (
    barrier_sentence,
    dissent_sentence,
    finding_sentence,
    silence_sentence,
)
from sensecli.exporting.wording import none, plural, whole
from sensecli.model import Actor, Analysis, Finding, Holder, Kind, Speaker, Stance, Status

_STANCES = {
    Stance.ENDORSE: "endorses",
    Stance.OPPOSE: "opposes",
    Stance.MIXED: "mixed",
    Stance.NEUTRAL: "takes no side",
    None: "silent",
}
_OWN = "leader\u2019s own view"


def why_lines(shown: Behind, *, width: int) -> Lines:
    """The figures of one code, then leader by leader every passage that they come from."""
    finding = shown.finding
    said = [stand for stand in shown.stands if stand.passages]
    silent = [stand.position.leader for stand in shown.stands if not stand.passages]
    lines = [
        *paragraph(f"{finding.label} ({finding.kind} {finding.code})", width=width, style=HEAD),
        *paragraph(f"Proposition: {shown.proposition}", width=width, hang=2),
        *paragraph(_figures(finding), width=width),
        *paragraph(_count(shown), width=width, style=FAINT),
    ]
    for stand in said:
        lines += [BLANK, *_stand(stand, width=width)]
    if silent:
        listed = ", ".join(dict.fromkeys(silent))
        lines += [BLANK, *paragraph(f"No passage: {listed}.", width=width, hang=2)]
    return lines


def why_json(analysis: Analysis, shown: Behind) -> bytes:
    """The same as one JSON object, UTF-8."""
    finding = shown.finding
    content = {
        "schema": "sense-why/1",
        "tool": analysis.engine.tool,
        "codebook": analysis.codebook.id,
        "code": finding.code,
        "label": finding.label,
        "kind": finding.kind,
        "proposition": shown.proposition,
        "figures": asdict(finding.figures),
        "positions": [_position_value(stand) for stand in shown.stands],
    }
    return f"{json.dumps(content, indent=2, ensure_ascii=False)}\n".encode(errors="replace")


def _figures(finding: Finding) -> str:
    n = finding.figures.counts.n
    tell = barrier_sentence if finding.kind is Kind.BARRIER else finding_sentence
    said = tell(finding, n).removeprefix(f"{finding.label}: ")
    sentences = (f"{said[:1].upper()}{said[1:]}", dissent_sentence(finding))
    return " ".join(filter(None, (*sentences, silence_sentence(finding))))


def _count(shown: Behind) -> str:
    passages = [one for stand in shown.stands for one in stand.passages]
    counted = sum(one.counted for one in passages)
    if not passages:
        return "No passages."
    every = plural(len(passages), "passage")
    if len(passages) == 1:
        return f"{every}, counted." if counted else f"{every}, not counted: it is no {_OWN}."
    if counted == len(passages):
        return f"{every}, {whole(counted).split()[0]} counted."
    if not counted:
        no = none(len(passages))
        return f"{every}, {no} counted: {no} is a {_OWN}."
    if counted == 1:
        return f"{every}; the one that holds a {_OWN} is counted."
    return f"{every}; the {counted} that hold a {_OWN} are counted."


def _stand(stand: Stand, *, width: int) -> Lines:
    position = stand.position
    who = ", ".join(filter(None, (stand.name, stand.role, stand.group, position.round)))
    lead = f"{position.leader} ({who})" if who else position.leader
    lines = led(lead, f"\u2013 {', '.join(_where(stand))}", width=width, hang=2)
    for passage in stand.passages:
        lines += _passage(passage, stand.name, width=width)
    return lines


def _where(stand: Stand) -> Iterator[str]:
    position = stand.position
    yield _STANCES[position.stance]
    if position.stance is not None:
        if position.status is not Status.NONE:
            side = "" if not position.status.acts or position.own_side else " (others act)"
            yield f"{position.status}{side}"
        if position.failed:
            yield f"failed: {position.failed}"
        if position.prompted_only:
            yield "only when prompted"
    if not stand.current:
        yield "an earlier round, not counted"


def _passage(passage: Passage, name: str, *, width: int) -> Lines:
    said = quoted(passage.coding.text, named_place(name, passage.place))
    lines = paragraph(said, width=width, indent=2, hang=4)
    lines += paragraph("; ".join(_decided(passage)), width=width, indent=6, style=FAINT)
    if passage.counted:
        return lines
    return [Text(line.plain, style=FAINT) for line in lines]


def _decided(passage: Passage) -> Iterator[str]:
    coding = passage.coding
    if not passage.counted:
        whose = "somebody else" if coding.holder is Holder.OTHER else "the interviewer"
        yield f"NOT COUNTED (the view of {whose})"
    yield f"{coding.stance}, {coding.status}"
    if coding.actor is not Actor.UNSPECIFIED:
        yield f"actor {coding.actor}"
    if coding.prompted:
        yield "prompted"
    if coding.speaker not in {Speaker.LEADER, Speaker.NOTES}:
        yield f"said by {coding.speaker}"
    if coding.example:
        yield f"like \u201c{safe(coding.example)}\u201d ({coding.confidence:.2f})"
    if coding.cue and not coding.cue.startswith("like:"):
        yield f"cue \u2018{safe(coding.cue)}\u2019"
    if coding.rule:
        yield f"rule {safe(coding.rule)}"


def _position_value(stand: Stand) -> dict[str, object]:
    position = stand.position
    return {
        "leader": position.leader,
        "round": position.round,
        **({"name": stand.name} if stand.name else {}),
        "role": stand.role,
        "group": stand.group,
        "current": stand.current,
        "stance": position.stance or "silent",
        "status": position.status,
        "failed": position.failed,
        "prompted_only": position.prompted_only,
        "own_side": position.own_side,
        "actors": list(position.actors),
        "codings": [
            {**asdict(one.coding), "location": one.place, "counted": one.counted}
            for one in stand.passages
        ],
    }
