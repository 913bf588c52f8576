"""A leader's attributes, from all of that leader's interviews."""

from collections.abc import Sequence

from sensecli.model import Interview


def leader_attributes(interviews: Sequence[Interview]) -> dict[str, dict[str, str]]:
    """Each leader's `group`, `organisation` and `role`: of the latest interview that has one."""
    found: dict[str, dict[str, str]] = {}
    for one in sorted(interviews, key=lambda i: (i.date, i.order or 0, i.id)):
        known = found.setdefault(one.leader, {"group": "", "organisation": "", "role": ""})
        given = {"group": one.group, "organisation": one.organisation, "role": one.role}
        known |= {key: value for key, value in given.items() if value}
    return found
