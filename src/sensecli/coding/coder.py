"""Segments + Codebook -> Codings, by cues and rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sensecli.coding.actor import actor
from sensecli.coding.clauses import Clause, clauses, reach
from sensecli.coding.cues import CueMatcher, Hit
from sensecli.coding.exchange import (
    Answer,
    Move,
    Question,
    asks_whether_done,
    denies_with,
    asks_yes_or_no,
    moves,
)
from sensecli.coding.language import ModelName, parse
from sensecli.coding.reported import own_reply, reporter
from sensecli.coding.stance import limits, stance
from sensecli.coding.status import status
from sensecli.model import (
    Actor,
    Code,
    Codebook,
    Coding,
    Holder,
    Interview,
    Kind,
    Segment,
    Speaker,
    Stance,
    Status,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

CODER = "rules"
_LONG = 40


@dataclass(frozen=True, slots=True)
class Theme:
    """A code seen in a segment: by its own cues, or carried over from what the segment answers."""

    code: Code
    spans: tuple[tuple[int, int], ...]
    cue: str
    carried_from: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A theme in a segment with the holder whose view it is.

    `parts` are the clauses that hold that view, where the cues do not tell.
    """

    index: int
    theme: Theme
    holder: Holder
    prompted: bool
    parts: tuple[Clause, ...] = ()


def code_segments(
    interview: Interview,
    segments: Sequence[Segment],
    codebook: Codebook,
    *,
    matcher: CueMatcher,
    model: ModelName,
) -> tuple[Coding, ...]:
    """Every coding of one interview, in order of segment, then of the codebook.

    Pure: the same segments and codebook always give the same codings. Raises nothing of its own.
    """
    codes = {code.id: code for code in codebook.leaves}
    talk = moves(segments)
    seen = [_themes(matcher(segment.text), codes) for segment in segments]
    themed = [index for index, themes in enumerate(seen) if themes]
    parsed = parse((segments[index].text for index in themed), model=model)
    docs = dict(zip(themed, parsed, strict=True))
    calls = tuple(_calls(interview, segments, talk, seen, docs))
    return tuple(
        _coding(call, interview, segments, talk, seen, docs)
        for call in sorted(calls, key=lambda call: call.index)
    )


def _themes(hits: Sequence[Hit], codes: dict[str, Code]) -> tuple[Theme, ...]:
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.code, []).append(hit)
    return tuple(
        Theme(code, tuple((h.start, h.end) for h in found[id_]), found[id_][0].cue)
        for id_, code in codes.items()
        if id_ in found
    )


def _calls(
    interview: Interview,
    segments: Sequence[Segment],
    talk: Sequence[Move],
    seen: Sequence[tuple[Theme, ...]],
    docs: "dict[int, Doc]",
) -> Iterator[Call]:
    for index, (segment, move) in enumerate(zip(segments, talk, strict=True)):
        put = {theme.code.id: theme for at in move.to if at != index for theme in seen[at]}
        agrees = move.answer is Answer.AGREE
        if not (move.bare and put):
            for theme in seen[index]:
                prompted = agrees and move.holder is Holder.LEADER and (
                    move.pitch or (theme.code.id in put and _takes_side(segments, talk, move, theme))
                )
                holder = move.holder
                if holder is Holder.LEADER and not move.pitch and not agrees:
                    other = reporter(docs[index], theme.spans, segment.speaker, interview.name)
                    holder = Holder.OTHER if other is not None else holder
                    if other is not None and (own := own_reply(segment)):
                        yield Call(index, theme, Holder.LEADER, prompted=False, parts=own)
                yield Call(index, theme, holder, prompted)
                if move.pitch and move.answer is Answer.DISAGREE:
                    yield Call(index, theme, Holder.INTERVIEWER, prompted=False)
        yield from _carried(index, segments, move, seen)


def _takes_side(
    segments: Sequence[Segment], talk: Sequence[Move], move: Move, theme: Theme
) -> bool:
    """Whether what was put on this theme was the interviewer's own view, not an open question."""
    kinds = {talk[at].question for at in move.to}
    return bool(kinds & {Question.LEADING, Question.STATEMENT}) or segments[move.to[-1]].speaker is Speaker.NOTES


def _carried(
    index: int, segments: Sequence[Segment], move: Move, seen: Sequence[tuple[Theme, ...]]
) -> Iterator[Call]:
    """An answer with no theme of its own takes those of what it answers."""
    segment = segments[index]
    if move.answer not in {Answer.AGREE, Answer.DISAGREE} or not (move.bare or not seen[index]):
        return
    for at in reversed(move.to):
        if at == index or not seen[at]:
            continue
        for theme in seen[at]:
            carried = Theme(theme.code, (), f"answers: {theme.cue}", carried_from=at)
            agrees = move.answer is Answer.AGREE or denies_with(segments[at].text, segment.text)
            yield Call(index, carried, Holder.LEADER, prompted=agrees)
        return


def _coding(
    call: Call,
    interview: Interview,
    segments: Sequence[Segment],
    talk: Sequence[Move],
    seen: Sequence[tuple[Theme, ...]],
    docs: "dict[int, Doc]",
) -> Coding:
    segment, move = segments[call.index], talk[call.index]
    decide = _decide_answer if call.theme.carried_from is not None else _decide
    taken, reached, who, rules = decide(call, interview, segments, talk, seen, docs)
    return Coding(
        interview=interview.id,
        segment=segment.number,
        start=segment.start,
        end=segment.end,
        text=segment.text,
        code=call.theme.code.id,
        stance=taken,
        status=reached,
        actor=who,
        holder=call.holder,
        prompted=call.prompted and taken is not Stance.OPPOSE,
        speaker=segment.speaker.value,
        cue=call.theme.cue,
        rule=" ".join(filter(None, (move.rule, *rules))),
        coder=CODER,
        confidence=_confidence(call, segment.text, rules[0]),
    )


def _decide(
    call: Call,
    interview: Interview,
    segments: Sequence[Segment],
    talk: Sequence[Move],
    seen: Sequence[tuple[Theme, ...]],
    docs: "dict[int, Doc]",
) -> tuple[Stance, Status, Actor, tuple[str, ...]]:
    segment, move, doc = segments[call.index], talk[call.index], docs[call.index]
    parts = call.parts or _parts(segment.text, call.theme, seen[call.index])
    taken, stance_rule = stance(
        segment.text, parts, call.theme.code.kind, spans=call.theme.spans, holder=call.holder
    )
    if move.pitch and call.holder is Holder.LEADER:
        # The pitch is the interviewer's: the leader's rung is what the answer itself says.
        said = tuple(part for part in clauses(segment.text) if part.end > move.answered)
        reached, status_rule, sign = status(doc, said, (), after=move.answered)
    else:
        reached, status_rule, sign = status(doc, parts, call.theme.spans)
    if move.question in {Question.OPEN, Question.YES_NO, Question.LEADING}:
        reached, status_rule, sign = Status.NONE, "question", None
        if move.question is not Question.LEADING:
            taken, stance_rule = Stance.NEUTRAL, "question"
    elif move.question is None and asks_yes_or_no(segment.text):
        # A leader's own "Do we agree on it?" has no view to be read; "How do we reach them?" has.
        taken, stance_rule = Stance.NEUTRAL, "question"
    if move.pitch and move.answer is Answer.DISAGREE:
        taken = Stance.OPPOSE if call.holder is Holder.LEADER else Stance.ENDORSE
    elif move.pitch and move.answer is Answer.AGREE and taken is Stance.OPPOSE:
        taken = Stance.ENDORSE
    elif move.answer is Answer.DISAGREE and call.theme.code.id in _put(move, seen) and taken is Stance.ENDORSE:
        taken, stance_rule = Stance.OPPOSE, f"{stance_rule} answer".strip()
    if taken is Stance.OPPOSE and reached is not Status.INACTION:
        reached, sign = Status.NONE, None
    who = actor(
        doc, parts, sign, status=reached, interview=interview, speaker=segment.speaker, holder=call.holder
    )
    if taken is Stance.ENDORSE and call.holder is Holder.LEADER and _only_told(call, reached, who):
        taken, stance_rule = Stance.NEUTRAL, f"{stance_rule} others-deed".strip()
    return taken, reached, who, (stance_rule, status_rule)


def _only_told(call: Call, reached: Status, who: Actor) -> bool:
    """Another party's deed or plan, only reported, is no view of the leader's."""
    told = {Status.INTENTION, Status.UNDERWAY, Status.DONE}
    return call.theme.code.kind is Kind.THEME and who is Actor.OTHERS and reached in told


def _put(move: Move, seen: Sequence[tuple[Theme, ...]]) -> set[str]:
    return {theme.code.id for at in move.to for theme in seen[at]}


def _decide_answer(
    call: Call,
    interview: Interview,
    segments: Sequence[Segment],
    talk: Sequence[Move],
    seen: Sequence[tuple[Theme, ...]],
    docs: "dict[int, Doc]",
) -> tuple[Stance, Status, Actor, tuple[str, ...]]:
    """A bare answer's stance is towards what was put; its rung that of the words it confirms."""
    at = call.theme.carried_from or 0
    asked, move = segments[at], talk[call.index]
    theme = next(t for t in seen[at] if t.code.id == call.theme.code.id)
    parts = _parts(asked.text, theme, seen[at])
    put, stance_rule = stance(asked.text, parts, call.theme.code.kind, spans=theme.spans)
    reached, status_rule, sign = status(docs[at], parts, theme.spans, confirmed=True)
    agrees = move.answer is Answer.AGREE or denies_with(asked.text, segments[call.index].text)
    taken = put if agrees else _other(put)
    if agrees and limits(segments[call.index].text):
        taken, stance_rule = Stance.MIXED, "up-to-a-point"
    if not _confirms(talk[at].question, reached) or not agrees:
        reached, sign = Status.NONE, None
    if not agrees and call.theme.code.kind is Kind.THEME and asks_whether_done(asked.text):
        # "Was it ever tested?" "No.": it was wanted, and was not done.
        taken, reached = Stance.ENDORSE, Status.INACTION
    who = actor(
        docs[at], parts, sign, status=reached, interview=interview, speaker=asked.speaker, holder=call.holder
    )
    return taken, reached, who, ("answer", stance_rule, status_rule if sign else "")


def _confirms(asked: Question | None, reached: Status) -> bool:
    """Whether a yes asserts the rung of what was asked.

    The bare yes to a pitch asserts none; a deed is only taken as told where it was put to be told.
    """
    return reached.failed if asked is Question.YES_NO else (
        asked is Question.LEADING and (reached.failed or reached.acts)
    )


def _other(put: Stance) -> Stance:
    return {Stance.ENDORSE: Stance.OPPOSE, Stance.OPPOSE: Stance.ENDORSE}.get(put, put)


def _parts(text: str, theme: Theme, present: Sequence[Theme]) -> tuple[Clause, ...]:
    others = [span for other in present if other.code.id != theme.code.id for span in other.spans]
    own = list(theme.spans)
    return reach(clauses(text), own, [span for span in others if span not in own])


def _confidence(call: Call, text: str, stance_rule: str) -> float:
    """How sure a coding is, 0 to 1: an ordering, not a probability.

    Several cues and words that state a view make it surer; what is carried over from a question,
    a lens, a long or broken-off sentence make it less so.
    """
    cues = len(set(call.theme.spans))
    sure = 0.5 + 0.1 * min(cues, 3) + (0.1 if stance_rule else 0.0)
    sure -= 0.2 if call.theme.carried_from is not None else 0.0
    sure -= 0.1 if call.theme.code.kind is Kind.LENS else 0.0
    sure -= 0.1 if len(text.split()) > _LONG else 0.0
    sure -= 0.1 if "--" in text or text[:1].islower() else 0.0
    return round(min(max(sure, 0.1), 0.9), 2)
