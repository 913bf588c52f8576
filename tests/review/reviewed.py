"""A small review for tests: four codings on the five lines of the default talk."""

from collections.abc import Iterable

from sensecli.model import Coding, Decision, Laid
from sensecli.review.item import items_of, passages_of
from sensecli.review.overlay import lay_over
from sensecli.review.queue import Choice, in_turn, queue
from sensecli.review.state import Session, begun
from tests.builders import an_interview
from tests.review.made import CODES, TEXT, found_in, lines_of

INTERVIEW = an_interview(text=TEXT)
SEGMENTS = lines_of(INTERVIEW)
FOUND = (found_in(1), found_in(1, "learning"), found_in(3), found_in(5, "money", "other"))
NOW = "2026-11-30T22:00:00Z"


def laid_over(decisions: Iterable[Decision], codings: Iterable[Coding] = FOUND) -> Laid:
    """What comes of decisions over the program's codings."""
    return lay_over(tuple(codings), SEGMENTS, [INTERVIEW], decisions, codes=CODES)


def a_session(*decisions: Decision, every: bool = False) -> Session:
    """The session of AB, who decided so before; the items in the order of the text."""
    items = items_of(FOUND, SEGMENTS, [INTERVIEW], laid_over(decisions))
    found = queue(items, [INTERVIEW], Choice(every=every), codes=CODES)
    return begun("AB", found, items, earlier=decisions)


def a_blind_session(*decisions: Decision) -> Session:
    """The session of AB, who sees no codings but their own, at the first of all passages."""
    every = passages_of(SEGMENTS, [INTERVIEW], laid_over(decisions, ()))
    return begun("AB", in_turn(every, Choice(every=True)), every, earlier=decisions)


def said_by(session: Session) -> set[tuple[object, ...]]:
    """What every item says now: segment, and all the values."""
    return {
        (one.segment, one.values) for one in (*session.items, *session.rest) if one.says is not None
    }
