"""Where one leader stands on one code."""

from dataclasses import dataclass

from sensecli.model.coding import Actor, Stance, Status


@dataclass(frozen=True, slots=True)
class Position:
    """One leader's position on one code in one round, from that leader's own codings.

    `stance` is None where the leader is silent. `status` is the highest rung left; `failed` is
    the failure said beside it (stalled, inaction), or None. `actors` are those of the codings
    that hold the status.
    `own_side` is true where any action left is by the leader's own side (self, own, shared).
    """

    leader: str
    round: str
    code: str
    stance: Stance | None
    status: Status
    failed: Status | None
    prompted_only: bool
    own_side: bool
    actors: tuple[Actor, ...] = ()

    @property
    def endorses(self) -> bool:
        """Whether the leader endorses."""
        return self.stance is Stance.ENDORSE

    @property
    def acts(self) -> bool:
        """Whether the leader endorses and something is being or has been done."""
        return self.endorses and self.status.acts
