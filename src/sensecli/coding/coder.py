"""Segments + Codebook -> Codings, by cues and rules."""

from collections.abc import Sequence

from sensecli.coding.calls import Call, calls
from sensecli.coding.cues import CueMatcher
from sensecli.coding.decide import Decision, decide
from sensecli.coding.language import ModelName
from sensecli.coding.talk import Talk, read_talk
from sensecli.model import Codebook, Coding, Interview, Kind, Segment, Stance

CODER = "rules"
# A sentence of more words is harder to be sure of.
_LONG = 40


def code_segments(
    interview: Interview,
    segments: Sequence[Segment],
    codebook: Codebook,
    *,
    matcher: CueMatcher,
    model: ModelName,
) -> tuple[Coding, ...]:
    """Every coding of one interview, in order of segment, then of the codebook.

    Pure: the same segments and codebook always give the same codings.
    """
    talk = read_talk(interview, segments, codebook, matcher=matcher, model=model)
    return tuple(_coding(talk, call, decide(talk, call)) for call in calls(talk))


def _coding(talk: Talk, call: Call, decision: Decision) -> Coding:
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
        coder=CODER,
        confidence=_confidence(call, segment.text, decision),
    )


def _confidence(call: Call, text: str, decision: Decision) -> float:
    """How sure a coding is, 0 to 1: an ordering, not a probability.

    Several cues and words that state a view make it surer; what is carried over from a question,
    a lens, a long or broken-off sentence make it less so.
    """
    sure = 0.5 + 0.1 * min(len(set(call.theme.spans)), 3)
    sure += 0.1 if decision.explicit else -0.1
    sure -= 0.2 * (call.theme.carried_from is not None)
    sure -= 0.1 * (call.theme.code.kind is Kind.LENS)
    sure -= 0.1 * (len(text.split()) > _LONG)
    sure -= 0.1 * ("--" in text or text[:1].islower()) + 0.1 * text.rstrip().endswith("-")
    return round(min(max(sure, 0.1), 0.9), 2)
