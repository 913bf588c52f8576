"""Who was met again, who was not, and who is new?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sensecli.finding.order import in_order
from sensecli.finding.rounds import leader_values
from sensecli.model import ChangedRole, Interview, Turnover


def turnover(earlier: Sequence[Interview], later: Sequence[Interview]) -> Turnover:
    """The leaders of two rounds, by id, in the order in which they were met.

    A role or organisation has changed where both rounds give one and it is another; where one of
    them gives none, nothing is known of a change.
    """
    first, then = _leaders(earlier), _leaders(later)
    stayed = tuple(one for one in first if one in set(then))
    return Turnover(
        stayed=stayed,
        left=tuple(one for one in first if one not in set(then)),
        new=tuple(one for one in then if one not in set(first)),
        changed=tuple(_changed(stayed, earlier, later)),
    )


def _leaders(interviews: Iterable[Interview]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.leader for one in in_order(interviews)))


def _changed(
    stayed: Iterable[str], earlier: Sequence[Interview], later: Sequence[Interview]
) -> Iterator[ChangedRole]:
    roles = leader_values(earlier, "role"), leader_values(later, "role")
    homes = leader_values(earlier, "organisation"), leader_values(later, "organisation")
    for leader in stayed:
        moved = _is_another(homes, leader)
        if moved or _is_another(roles, leader):
            before, after = (
                ", ".join(filter(None, (role[leader], home[leader] if moved else "")))
                for role, home in zip(roles, homes, strict=True)
            )
            yield ChangedRole(leader, before, after)


def _is_another(values: tuple[Mapping[str, str], Mapping[str, str]], leader: str) -> bool:
    before, after = (" ".join(one[leader].split()).casefold() for one in values)
    return bool(before and after and before != after)
