"""Segments + Codebook -> Codings, by cues and rules, and by likeness to written examples."""

from collections.abc import Sequence
from pathlib import Path

from sensecli.coding.calls import Call, calls
from sensecli.coding.cues import CueMatcher
from sensecli.coding.decide import Decision, decide
from sensecli.coding.language import ModelName
from sensecli.coding.likeness import Likeness
from sensecli.coding.talk import Talk, read_talk
from sensecli.coding.weighing import weigh
from sensecli.model import Codebook, Coding, Interview, Kind, Segment, Stance, Status

RULES, ENCODER = "rules", "encoder"
# A sentence of more words is harder to be sure of.
_LONG = 40


def code_segments(
    interview: Interview,
    segments: Sequence[Segment],
    codebook: Codebook,
    *,
    matcher: CueMatcher,
    model: ModelName,
    likeness: Likeness | None = None,
    least: float | None = None,
) -> tuple[Coding, ...]:
    """Every coding of one interview, in order of segment, then of the codebook.

    With a `likeness`, codes of at least the likelihood `least`; by cues and rules alone without.

    Pure: the same segments and codebook always give the same codings.
    """
    talk = read_talk(
        interview,
        segments,
        codebook,
        matcher=matcher,
        model=model,
        likeness=likeness,
        least=least,
    )
    folder = likeness.encoder.folder if likeness else Path()
    found = (_coding(talk, call, folder) for call in calls(talk))
    return tuple(coding for coding in found if coding.confidence >= (least or 0))


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
