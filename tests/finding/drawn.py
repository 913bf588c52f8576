"""What hypothesis draws: small projects with every stance, status, actor and holder."""

from dataclasses import dataclass

from hypothesis import strategies as st

from sensecli.model import Actor, Codebook, Coding, Holder, Interview, Position, Stance, Status
from tests.builders import a_codebook, a_coding, a_position, an_interview

CODEBOOK = a_codebook()
_CODES = tuple(leaf.id for leaf in CODEBOOK.leaves)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A project: interviews of up to five leaders, and codings of them."""

    codings: tuple[Coding, ...]
    interviews: tuple[Interview, ...]
    codebook: Codebook = CODEBOOK


@st.composite
def projects(draw: st.DrawFn) -> Drawn:
    """Draw interviews (rounds, groups and organisations included) and unique codings."""
    count = draw(st.integers(0, 6))
    interviews = tuple(
        an_interview(
            id=f"I{number}",
            leader=draw(st.sampled_from(["L1", "L2", "L3", "L4", "L5"])),
            round=draw(st.sampled_from(["", "1", "2"])),
            group=draw(st.sampled_from(["", "north", "south"])),
            organisation=draw(st.sampled_from(["", "Alder Trust", "Birch Council"])),
            order=draw(st.none() | st.integers(1, 9)),
            date=draw(st.sampled_from(["", "2024-05-01", "2024-06-01"])),
        )
        for number in range(count)
    )
    if not interviews:
        return Drawn((), ())
    codings = draw(
        st.lists(
            st.builds(
                a_coding,
                interview=st.sampled_from([i.id for i in interviews]),
                segment=st.integers(1, 8),
                code=st.sampled_from(_CODES),
                stance=st.sampled_from(Stance),
                status=st.sampled_from(Status),
                actor=st.sampled_from(Actor),
                holder=st.sampled_from([Holder.LEADER, *Holder]),
                prompted=st.booleans(),
                confidence=st.sampled_from([0.5, 1.0]),
            ),
            max_size=40,
            unique_by=lambda c: (c.interview, c.segment, c.code, c.holder),
        )
    )
    return Drawn(tuple(codings), interviews)


def of_one_code() -> st.SearchStrategy[list[Position]]:
    """Draw the positions of some leaders on one code, each possible one."""
    one = st.builds(
        a_position,
        stance=st.none() | st.sampled_from(Stance),
        status=st.sampled_from([s for s in Status if not s.failed]),
        failed=st.sampled_from([None, Status.STALLED, Status.INACTION]),
        prompted_only=st.booleans(),
        own_side=st.booleans(),
    )
    return st.lists(one, max_size=30)
