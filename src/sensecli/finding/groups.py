"""Does it look different from group to group?"""

from collections.abc import Mapping

from sensecli.finding.figures import figures
from sensecli.finding.held import Held
from sensecli.model import GroupFigures

NO_GROUP = "(no group)"


def by_group(held: Mapping[str, Held]) -> tuple[GroupFigures, ...]:
    """The figures of one code for each group of leaders, from what each group holds.

    Groups come in alphabetical order, the leaders without one last, under "(no group)".
    """
    return tuple(
        GroupFigures(group, figures(held[group]))
        for group in sorted(held, key=lambda g: (g == NO_GROUP, g.casefold(), g))
    )
