"""Stance, status and actor of one call, and the rules that decided them."""

from dataclasses import dataclass

from sensecli.coding.actor import actor
from sensecli.coding.calls import Call
from sensecli.coding.clauses import Clause, clauses
from sensecli.coding.exchange import (
    Answer,
    Question,
    agrees_with,
    asks_whether_done,
    asks_yes_or_no,
)
from sensecli.coding.reported import turns_round
from sensecli.coding.rulebook import rulebook
from sensecli.coding.stance import limits, stance
from sensecli.coding.status import Span, status
from sensecli.coding.talk import Talk
from sensecli.model import Actor, Holder, Kind, Stance, Status


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a call.

    `rules` names the rules; `ruled` tells that one decided the stance, `explicit` that one did or
    that the words state a value.
    """

    stance: Stance
    status: Status
    actor: Actor
    rules: str
    explicit: bool
    ruled: bool = True


def decide(talk: Talk, call: Call) -> Decision:
    """The decision on a call: by its own words, or by those that it answers."""
    return _by_own_words(talk, call) if call.theme.carried_from is None else _by_asked(talk, call)


def _by_own_words(talk: Talk, call: Call) -> Decision:
    segment_text = talk.segments[call.index].text
    parts = call.parts or talk.parts(call.index, call.theme)
    taken, stance_rule = _stance_in_turn(talk, call, parts)
    reached, status_rule, sign = _status_in_turn(talk, call, parts)
    if taken is Stance.OPPOSE and reached is not Status.INACTION:
        # Rungs are steps towards the theme: one who is against it takes none.
        reached, sign = Status.NONE, None
    who = _actor(talk, call, call.index, parts, reached, sign)
    told = _only_told(call, reached, who) and not _values(segment_text, parts)
    if taken is Stance.ENDORSE and told and not call.prompted:
        taken, stance_rule = Stance.NEUTRAL, f"{stance_rule} others-deed"
    rules = f"{stance_rule} {status_rule}"
    named = tuple(p for p in parts if any(p.holds(*span) for span in call.theme.spans))
    explicit = bool(stance_rule) or _values(segment_text, named or parts)
    names = " ".join(rules.split())
    return Decision(taken, reached, who, names, explicit=explicit, ruled=bool(stance_rule))


def _stance_in_turn(talk: Talk, call: Call, parts: tuple[Clause, ...]) -> tuple[Stance, str]:
    """The words' own stance, read in the light of what the segment does in the talk."""
    move, text = talk.moves[call.index], talk.segments[call.index].text
    if move.question in {Question.OPEN, Question.YES_NO}:
        return Stance.NEUTRAL, "question"
    if move.question is None and asks_yes_or_no(text):
        # A leader's own "Do we agree on it?" has no view to be read; "How do we reach them?" has.
        return Stance.NEUTRAL, "question"
    kind = call.theme.code.kind
    if call.parts:
        return _stance_of_reply(talk, call)
    taken, rule = stance(text, parts, kind, spans=call.theme.spans, holder=call.holder)
    if move.pitch and move.answer is Answer.DISAGREE:
        return (Stance.OPPOSE if call.holder is Holder.LEADER else Stance.ENDORSE), rule
    if move.pitch and move.answer is Answer.AGREE and taken is Stance.OPPOSE:
        return Stance.ENDORSE, rule
    answers = move.answer is Answer.DISAGREE and call.theme.code.id in talk.put(call.index)
    if answers and taken is Stance.ENDORSE:
        return Stance.OPPOSE, f"{rule} answer"
    return taken, rule


def _stance_of_reply(talk: Talk, call: Call) -> tuple[Stance, str]:
    """A reply to a view reported of others: "..., but I disagree" turns theirs round."""
    text, kind = talk.segments[call.index].text, call.theme.code.kind
    if turns_round(text, call.parts):
        before = tuple(part for part in clauses(text) if part not in call.parts)
        theirs, rule = stance(text, before, kind, spans=call.theme.spans, holder=Holder.OTHER)
        return _other(theirs), f"{rule} reply"
    return stance(text, call.parts, kind, spans=call.theme.spans)


def _status_in_turn(
    talk: Talk, call: Call, parts: tuple[Clause, ...]
) -> tuple[Status, str, Span | None]:
    move, doc = talk.moves[call.index], talk.docs[call.index]
    if move.pitch and call.holder is Holder.LEADER:
        # The pitch is the interviewer's: the leader's rung is what the answer itself says.
        said = tuple(part for part in clauses(doc.text) if part.end > move.answered)
        return status(doc, said, (), after=move.answered)
    if move.question in {Question.OPEN, Question.YES_NO, Question.LEADING}:
        return Status.NONE, "question", None
    # "I opened with my argument": the deed of pitching is none on the theme.
    before = move.answered if move.pitch and move.answer else None
    return status(doc, parts, call.theme.spans, after=move.pitched, before=before)


def _values(text: str, parts: tuple[Clause, ...]) -> bool:
    """Whether the clauses state a value or a conviction in so many words."""
    signs = rulebook("valuing").signs(text)
    return any(part.holds(sign.start, sign.end) for sign in signs for part in parts)


def _only_told(call: Call, reached: Status, who: Actor) -> bool:
    """Another party's deed or plan, only reported, is no view of the leader's."""
    told = {Status.INTENTION, Status.UNDERWAY, Status.DONE}
    leaders = call.holder is Holder.LEADER and call.theme.code.kind is Kind.THEME
    return leaders and who is Actor.OTHERS and reached in told


def _by_asked(talk: Talk, call: Call) -> Decision:
    """An answer's stance is towards what was put; its rung is that of the words it confirms."""
    at = call.theme.carried_from or 0
    asked, answer = talk.segments[at].text, talk.segments[call.index].text
    theme = talk.theme(at, call.theme.code.id)
    parts = talk.parts(at, theme)
    put, stance_rule = stance(asked, parts, theme.code.kind, spans=theme.spans)
    reached, status_rule, sign = status(talk.docs[at], parts, theme.spans, confirmed=True)
    agrees = agrees_with(asked, talk.moves[call.index], answer)
    asks = talk.moves[at].question is Question.YES_NO
    denied = not (agrees or asks) and reached is Status.INACTION
    if denied:
        # "Nobody rang them, did they?" "I don't accept that.": somebody did.
        reached, status_rule = Status.DONE, f"denied {status_rule}"
    elif not (agrees and _confirms(talk.moves[at].question, reached, asked)):
        reached, status_rule, sign = Status.NONE, "", None
    if agrees and not talk.moves[call.index].bare:
        said = status(talk.docs[call.index], clauses(answer), ())
        if said[0] is not Status.NONE:
            return _answered_at_length(talk, call, said)
    if not agrees and theme.code.kind is Kind.THEME and asks_whether_done(asked):
        # "Was it ever tested?" "No.": it was wanted, and was not done.
        taken, reached, status_rule = Stance.ENDORSE, Status.INACTION, "not-done"
    elif denied and theme.code.kind is Kind.THEME:
        taken = Stance.ENDORSE
    elif agrees and limits(answer):
        taken, stance_rule = Stance.MIXED, "up-to-a-point"
    else:
        taken = put if agrees else _other(put)
    who = _actor(talk, call, at, parts, reached, sign)
    rules = " ".join(f"answer {stance_rule} {status_rule}".split())
    return Decision(taken, reached, who, rules, explicit=True)


def _answered_at_length(talk: Talk, call: Call, said: tuple[Status, str, Span | None]) -> Decision:
    """A yes with a deed of its own ("Agreed, we tried that, and it fizzled out.")."""
    answer = talk.segments[call.index].text
    reached, rule, sign = said
    taken = Stance.MIXED if limits(answer) else Stance.ENDORSE
    who = _actor(talk, call, call.index, clauses(answer), reached, sign)
    return Decision(taken, reached, who, f"answer {rule}", explicit=True)


def _confirms(kind: Question | None, reached: Status, asked: str) -> bool:
    """Whether a yes asserts the rung of what was asked.

    The bare yes to a pitch asserts none; a deed is taken as told only where it was asked about.
    """
    if kind is Question.YES_NO:
        return reached.failed or (reached.acts and asks_whether_done(asked))
    return kind is Question.LEADING and (reached.failed or reached.acts)


def _other(put: Stance) -> Stance:
    return {Stance.ENDORSE: Stance.OPPOSE, Stance.OPPOSE: Stance.ENDORSE}.get(put, put)


def _actor(
    talk: Talk,
    call: Call,
    index: int,
    parts: tuple[Clause, ...],
    reached: Status,
    sign: Span | None,
) -> Actor:
    named = actor(
        talk.docs[index],
        parts,
        sign,
        status=reached,
        interview=talk.interview,
        speaker=talk.segments[index].speaker,
        holder=call.holder,
    )
    # Of others' doings a leader says whose they are: what is told as fact with nobody named is
    # the leader's own side's more often than nobody's.
    facts = {Status.COMMITMENT, Status.UNDERWAY, Status.DONE, Status.STALLED}
    if named is Actor.UNSPECIFIED and reached in facts and call.holder is Holder.LEADER:
        return Actor.OWN
    return named
