"""What the program's own functions say of a text, with the whole of it as the theme."""

from collections.abc import Iterable, Sequence
from functools import cache

from sensecli.coding.actor import actor
from sensecli.coding.clauses import Clause, clauses
from sensecli.coding.exchange import Move, moves
from sensecli.coding.language import ModelName, find_model, parse
from sensecli.coding.parsed import Parsed
from sensecli.coding.stance import stance
from sensecli.coding.status import status
from sensecli.model import Actor, Holder, Interview, Kind, Segment, Speaker, Stance, Status


@cache
def _model() -> ModelName:
    return find_model()


def docs(texts: Iterable[str]) -> tuple[Parsed, ...]:
    """Each text parsed as the program parses it."""
    return tuple(parse(texts, model=_model()))


def rung(doc: Parsed, parts: Sequence[Clause] = (), *, asked: bool = False) -> tuple[Status, str]:
    """The rung that a text asserts and the rule; `asked`: that a yes to it would assert."""
    said, rule, _ = status(doc, parts or clauses(doc.text), (), confirmed=asked)
    return said, rule


def self_undertaken(doc: Parsed) -> bool:
    """Whether a text plans or undertakes something that its speaker is to do."""
    parts = clauses(doc.text)
    said, _, sign = status(doc, parts, (), confirmed=True)
    if said not in {Status.INTENTION, Status.COMMITMENT}:
        return False
    me = Interview(id="x", leader="x", text=doc.text)
    at_hand = {"interview": me, "speaker": Speaker.LEADER, "holder": Holder.LEADER}
    return actor(doc, parts, sign, status=said, **at_hand) is Actor.SELF


def view(text: str) -> Stance:
    """The stance that a text takes to whatever it is about."""
    return stance(text, clauses(text), Kind.THEME)[0]


def answering(text: str, context: str) -> Move:
    """What a reply does, as a leader's segment after the interviewer's."""
    said = ((Speaker.INTERVIEWER, context or "-"), (Speaker.LEADER, text))
    segments = [
        Segment("x", n, 0, len(words), words, speaker, n)
        for n, (speaker, words) in enumerate(said, start=1)
    ]
    return moves(segments)[1]
