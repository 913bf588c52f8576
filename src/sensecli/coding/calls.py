"""What is to be coded: each theme in each segment, with the holder whose view it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sensecli.coding.clauses import Clause
from sensecli.coding.exchange import Answer, Question, agrees_with
from sensecli.coding.reported import own_reply, reporter
from sensecli.coding.talk import Talk, Theme
from sensecli.model import Holder, Speaker


@dataclass(frozen=True, slots=True)
class Call:
    """A theme in the segment with that index, and whose view it is.

    `parts` are the clauses that hold the view, where the cues do not tell.
    """

    index: int
    theme: Theme
    holder: Holder
    prompted: bool
    parts: tuple[Clause, ...] = ()


def calls(talk: Talk) -> Iterator[Call]:
    """Every call, in order of segment, then of the codebook."""
    for index, move in enumerate(talk.moves):
        # A bare answer's theme words are those of what it answers: it takes its themes from there.
        if not (move.bare and talk.put(index)):
            for theme in talk.themes[index]:
                yield from _own_words(talk, index, theme)
        yield from _carried(talk, index)


def _own_words(talk: Talk, index: int, theme: Theme) -> Iterator[Call]:
    move, segment = talk.moves[index], talk.segments[index]
    if move.pitch and move.answer is Answer.DISAGREE:
        yield Call(index, theme, Holder.LEADER, prompted=False)
        yield Call(index, theme, Holder.INTERVIEWER, prompted=False)
        return
    if move.holder is not Holder.LEADER:
        yield Call(index, theme, move.holder, prompted=False)
        return
    if move.answer is Answer.AGREE:
        prompted = move.pitch or (
            move.says_so and theme.code.id in talk.put(index) and _took_a_side(talk, index)
        )
        yield Call(index, theme, Holder.LEADER, prompted)
        return
    # In a copy without names the leader's id stands where the name stood.
    name = talk.interview.name or talk.interview.leader
    if reporter(talk.docs[index], theme.spans, segment.speaker, name) is None:
        yield Call(index, theme, Holder.LEADER, prompted=False)
        return
    if own := own_reply(segment):
        yield Call(index, theme, Holder.LEADER, prompted=False, parts=own)
    yield Call(index, theme, Holder.OTHER, prompted=False)


def _took_a_side(talk: Talk, index: int) -> bool:
    """Whether what was put was the interviewer's own view, not an open question."""
    put = talk.moves[index].to
    noted = talk.segments[put[-1]].speaker is Speaker.NOTES
    return noted or any(
        talk.moves[at].question in {Question.LEADING, Question.STATEMENT} for at in put
    )


def _carried(talk: Talk, index: int) -> Iterator[Call]:
    """An answer with no theme of its own takes those of the last thing put that has any."""
    move = talk.moves[index]
    if not move.says_so or move.answer not in {Answer.AGREE, Answer.DISAGREE}:
        return
    if talk.themes[index] and not move.bare:
        return
    at = next((at for at in reversed(move.to) if at != index and talk.themes[at]), None)
    if at is None or talk.moves[at].question is Question.OPEN:
        # A bare yes to an open question proposes nothing: it is a backchannel.
        return
    agrees = agrees_with(talk.segments[at].text, move, talk.segments[index].text)
    for theme in talk.themes[at]:
        carried = replace(theme, spans=(), cue=f"answers: {theme.cue}", carried_from=at)
        yield Call(index, carried, Holder.LEADER, prompted=agrees)
