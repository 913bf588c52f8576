"""Segments + Codebook -> Codings, by cues and rules, and by likeness to written examples."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sensecli.coding.calls import Call, calls
from sensecli.coding.case import Case
from sensecli.coding.decide import Decision, decide
from sensecli.coding.talk import Talk, hear, read_talks
from sensecli.coding.tools import Tools
from sensecli.coding.weighing import weigh
from sensecli.model import Coding, Kind, Stance, Status

RULES, ENCODER = "rules", "encoder"
# A sentence of more words is harder to be sure of.
_LONG = 40


def code_anew(cases: Sequence[Case], tools: Tools) -> tuple[tuple[Coding, ...], ...]:
    """Every coding of each interview, in order of segment, then of the codebook."""
    weights = tools.encoder.folder if tools.encoder else Path()
    return tuple(
        tuple(_likely_enough((_coding(talk, call, weights) for call in calls(talk)), tools))
        for talk in read_talks(hear(cases, tools), tools)
    )


def _likely_enough(codings: Iterable[Coding], tools: Tools) -> Iterator[Coding]:
    return (coding for coding in codings if coding.confidence >= (tools.least or 0))


def _coding(talk: Talk, call: Call, weights: Path) -> Coding:
    ruled = decide(talk, call)
    decision = weigh(talk, call, ruled, weights)
    segment = talk.segments[call.index]
    return Coding(
        interview=talk.interview.id,
        segment=segment.number,
        start=segment.start,
        end=segment.end,
        text=segment.text,
        code=call.theme.code.id,
        stance=decision.stance,
        status=decision.status,
        actor=decision.actor,
        holder=call.holder,
        prompted=call.prompted and decision.stance is not Stance.OPPOSE,
        speaker=segment.speaker.value,
        cue=call.theme.cue,
        rule=f"{talk.moves[call.index].rule} {decision.rules}".strip(),
        coder=RULES if call.theme.cued else ENCODER,
        confidence=_confidence(call, segment.text, decision),
        example=call.theme.example,
        explicit=ruled.explicit or ruled.status is Status.ASPIRATION,
    )


def _confidence(call: Call, text: str, decision: Decision) -> float:
    """How sure a coding is, 0 to 1: an ordering, not a probability.

    Several cues and words that state a view make it surer; what is carried over from a question,
    a lens, a long or broken-off sentence make it less so. Where the encoder took part it is the
    likelihood that the code is there, which is calibrated.
    """
    if call.theme.likelihood is not None:
        return call.theme.likelihood
    sure = 0.5 + 0.1 * min(len(set(call.theme.spans)), 3)
    sure += 0.1 if decision.explicit else -0.1
    sure -= 0.2 * (call.theme.carried_from is not None)
    sure -= 0.1 * (call.theme.code.kind is Kind.LENS)
    sure -= 0.1 * (len(text.split()) > _LONG)
    sure -= 0.1 * ("--" in text or text[:1].islower()) + 0.1 * text.rstrip().endswith("-")
    return round(min(max(sure, 0.1), 0.9), 2)
