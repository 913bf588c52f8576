"""Does it look different from group to group?"""

from collections import defaultdict
from collections.abc import Sequence

from sensecli.finding.figures import figures
from sensecli.finding.rounds import leader_values
from sensecli.model import GroupFigures, Interview, Position

NO_GROUP = "(no group)"


def by_group(
    positions: Sequence[Position], interviews: Sequence[Interview]
) -> tuple[GroupFigures, ...]:
    """The figures of one code for each group of leaders; every leader is in exactly one.

    Groups come in alphabetical order, the leaders without one last, under "(no group)".
    """
    groups = leader_values(interviews, "group")
    members: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        members[groups.get(position.leader) or NO_GROUP].append(position)
    return tuple(
        GroupFigures(group, figures(members[group]))
        for group in sorted(members, key=lambda g: (g == NO_GROUP, g.casefold(), g))
    )
