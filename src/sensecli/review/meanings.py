"""What each value of a coding means, in one line, as the coding manual has it."""

from collections.abc import Mapping
from types import MappingProxyType

from sensecli.model import Actor, Holder, Stance, Status

STANCES: Mapping[Stance, str] = MappingProxyType(
    {
        Stance.ENDORSE: "holds, wants, values or argues for it; a barrier: it stands in the way",
        Stance.OPPOSE: "rejects, doubts or plays it down; a barrier: it does not stand in the way",
        Stance.MIXED: "for and against in one passage; a yes whose condition limits it",
        Stance.NEUTRAL: "mentions it, with no view of it to be read",
    }
)
STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.NONE: "a view or a description, nothing about doing",
        Status.ASPIRATION: "should, need, want, hope, would like",
        Status.INTENTION: "will, plan, going to; no owner and next step pinned",
        Status.COMMITMENT: "an owner and a date, a decision, money or a concrete next step",
        Status.UNDERWAY: "being done now, started, piloted; done habitually",
        Status.DONE: "finished, in place, established; it happened",
        Status.STALLED: "begun or agreed, then stopped, paused, blocked or lapsed",
        Status.INACTION: "says outright that nothing is or was done",
    }
)
ACTORS: Mapping[Actor, str] = MappingProxyType(
    {
        Actor.SELF: 'the leader ("I", "my team and I")',
        Actor.OWN: 'the leader\'s own organisation, or "we" meaning it',
        Actor.OTHERS: "another party: another organisation, the centre, the leader's own board",
        Actor.SHARED: 'all together ("we as a system", "all of us")',
        Actor.UNSPECIFIED: "nobody named; passives with no agent",
    }
)
HOLDERS: Mapping[Holder, str] = MappingProxyType(
    {
        Holder.LEADER: "the leader's own view; in notes, what is noted of the leader",
        Holder.INTERVIEWER: "the interviewer or note-taker speaks, asks or pitches",
        Holder.OTHER: "the leader reports somebody else's view",
    }
)
PROMPTED: Mapping[bool, str] = MappingProxyType(
    {
        True: "the leader agrees, if only in part, with the interviewer's own pitch",
        False: "raised unasked, disagrees, or answers an open question",
    }
)
