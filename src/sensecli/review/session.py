"""What a person decides, step by step: the next state, and what is to be kept of it.

Every function here takes a session and gives a `Turn`; none writes, shows, or looks at the clock
(`now` is a time as in `2026-11-30T09:15:02Z`).
"""

from dataclasses import replace

from sensecli.model import Decision, Holder, Values, Verdict, identified
from sensecli.review.item import Item
from sensecli.review.state import Session, Step, Turn, here, index_of, placed, stood


def accept(session: Session, now: str) -> Turn:
    """The item holds as it is shown; on to the next one."""
    item = session.item
    if item.values is None or item.about is None:
        return _refused(session, "There is no coding here to accept: n adds one.")
    if item.verdict in {None, Verdict.REJECT}:
        as_found = item.values == item.found
        verdict = Verdict.ACCEPT if as_found else Verdict.CHANGE
        turn = _decide(session, verdict, replace(item, verdict=verdict), now, said="Accepted.")
    else:
        # What was changed, added or accepted by this person has their word already.
        turn = Turn(session)
    return _onward(turn)


def reject(session: Session, now: str) -> Turn:
    """The item does not hold; on to the next one."""
    item = session.item
    if item.about is None:
        return _refused(
            session, "There is no coding here to reject: space says that nothing is here."
        )
    if item.verdict is Verdict.REJECT:
        return _onward(Turn(session))
    rejected = replace(item, verdict=Verdict.REJECT)
    return _onward(_decide(session, Verdict.REJECT, rejected, now, said="Rejected."))


def revise(session: Session, values: Values, now: str) -> Turn:
    """The item's coding says `values` instead; what its earlier change says is overruled."""
    item = session.item
    if item.about is None:
        return _refused(session, "There is no coding here to change: n adds one.")
    if values == item.values and item.says:
        return _refused(session, "That is what it says already.")
    if _taken(session, values, but=item):
        said = f"{values.code} ({values.holder}) is on this passage already: see Also here."
        return _refused(session, said)
    verdict = Verdict.ACCEPT if values == item.found else Verdict.CHANGE
    changed = replace(item, values=values, verdict=verdict)
    return _decide(session, verdict, changed, now, said="Changed.")


def add(session: Session, values: Values, now: str) -> Turn:
    """A coding that nobody found on this passage; where there is one, to that one."""
    item = session.item
    identity = (values.code, values.holder)
    known = next((one for one in here(session) if identity in {one.says, one.about}), None)
    if known:
        said = f"{values.code} ({values.holder}) is on this passage already: this is it."
        there = placed(session, known)
        return Turn(replace(stood(there, index_of(there, known.key)), said=said))
    added = Item(
        anchor=item.anchor,
        segment=item.segment,
        about=identity,
        values=values,
        memos=item.memos,
        read=item.read,
    )
    return _decide(session, Verdict.ADD, replace(added, verdict=Verdict.ADD), now, said="Added.")


def note(session: Session, memo: str, now: str) -> Turn:
    """A memo on the passage."""
    if not memo.strip():
        return _refused(session, "Nothing written: no memo.")
    noted = replace(session.item, memos=(*session.item.memos, memo.strip()))
    return _decide(session, Verdict.MEMO, noted, now, memo=memo.strip(), said="Memo kept.")


def read(session: Session, now: str) -> Turn:
    """The bare passage has nothing more to code; on to the next passage.

    Only where it was coded blind: what the program found and nobody decided on would be gone.
    """
    spot = session.item.spot
    bare = next((one for one in session.items if one.key == (*spot, None)), None)
    if bare is None:
        return _refused(session, "Decide on each coding with a or r; n adds what was missed.")
    kept: tuple[Decision, ...] = ()
    if not bare.read:
        turn = _decide(session, Verdict.READ, replace(bare, read=True), now)
        session, kept = turn.session, turn.decisions
    rest = range(session.at + 1, len(session.items))
    onward = next((one for one in rest if session.items[one].spot != spot), None)
    if onward is None:
        said = "Nothing more to code here. That was the last one."
        return Turn(replace(session, said=said), kept)
    return Turn(replace(stood(session, onward), said="Nothing more to code there."), kept)


def undo(session: Session, now: str) -> Turn:
    """The last decision of this session is taken back; to the item that it was about."""
    if not session.steps:
        return _refused(session, "Nothing was decided in this session that could be undone.")
    last = session.steps[-1]
    made = Decision(
        id="",
        time=now,
        coder=session.coder,
        verdict=Verdict.UNDO,
        anchor=last.decision.anchor,
        about=None,
        values=None,
        undoes=last.decision.id,
    )
    kept = identified(made, earlier=session.earlier)
    at = index_of(session, last.key)
    # An item that was added stands right behind the one that it was added from.
    put = (last.before,) if last.before else ()
    items = (*session.items[:at], *put, *session.items[at + 1 :])
    session = replace(
        session, items=items, steps=session.steps[:-1], earlier=(*session.earlier, kept)
    )
    back = at if last.before else at - 1
    said = f"Undone: {last.decision.verdict}."
    return Turn(replace(stood(session, back), said=said), (kept,))


def _refused(session: Session, said: str) -> Turn:
    return Turn(replace(session, said=said))


def _onward(turn: Turn) -> Turn:
    session = turn.session
    if session.at + 1 == len(session.items):
        said = f"{session.said} That was the last one.".strip()
        return replace(turn, session=replace(session, said=said))
    return replace(turn, session=replace(stood(session, session.at + 1), said=session.said))


def _decide(
    session: Session, verdict: Verdict, item: Item, now: str, *, memo: str = "", said: str = ""
) -> Turn:
    """The session with the item as decided, and the decision; an item not there yet comes next."""
    gives = verdict in {Verdict.ACCEPT, Verdict.CHANGE, Verdict.ADD}
    made = Decision(
        id="",
        time=now,
        coder=session.coder,
        verdict=verdict,
        anchor=item.anchor,
        about=None if verdict in {Verdict.ADD, Verdict.READ} else item.about,
        values=item.values if gives else None,
        memo=memo,
    )
    kept = identified(made, earlier=session.earlier)
    before = next((one for one in session.items if one.key == item.key), None)
    step = Step(kept, item.key, before)
    session = replace(
        placed(session, item),
        steps=(*session.steps, step),
        earlier=(*session.earlier, kept),
        said=said,
    )
    at = session.at if verdict is Verdict.READ else index_of(session, item.key)
    return Turn(replace(stood(session, at), said=said), (kept,))


def _taken(session: Session, values: Values, *, but: Item) -> bool:
    """Whether another item of the passage has that code and holder, or came with them.

    A later word on the item that came with them would take away what is put there now.
    """
    wanted: tuple[str, Holder] = (values.code, values.holder)
    return any(wanted in {one.says, one.about} for one in here(session) if one.key != but.key)
