"""What of a theme's counts may be told, over all leaders and group by group?"""

from dataclasses import dataclass

from sensecli.disclosure.behind import is_open
from sensecli.disclosure.row import Seen, shown
from sensecli.disclosure.walk import Groups, Sizes, is_vague, summed


@dataclass(frozen=True, slots=True)
class Protected:
    """The rows as they are shown; no `groups`, or no `whole`, where they cannot be."""

    groups: tuple[Seen, ...] = ()
    whole: Seen | None = None


def protected(groups: Groups, sizes: Sizes, least: int) -> Protected:
    """The rows of a theme with counts below `least` hidden, and no hidden one to be worked out.

    Every leader is in one group; `sizes` are the groups' leaders. A single group is all, and
    with `least` leaders its hidden counts are open. A reader is taken to know all rules, and so
    what else would have been shown: where the groups are left out, other tables of which they
    would be left out must stand behind the row of all.
    """
    if sum(sizes) < least:
        return Protected()
    whole = _whole(groups, sizes, least)
    if len(groups) == 1:
        return Protected(whole=whole)
    if told := _told(groups, sizes, least):
        return Protected(told, whole)

    def alike(near: Groups) -> bool:
        return _whole(near, sizes, least) == whole and not _told(near, sizes, least)

    if is_vague(groups, sizes, whole, least, alike=alike):
        return Protected(whole=whole)
    return Protected()


def _told(groups: Groups, sizes: Sizes, least: int) -> tuple[Seen, ...]:
    """The groups' rows as they are shown; none where they cannot be, or would say nothing."""
    rows = tuple(shown(row, size, least) for row, size in zip(groups, sizes, strict=True))
    if not any(count for row in rows for count in row):
        return ()
    whole = _whole(groups, sizes, least)
    return rows if is_open((*rows, whole), (*sizes, sum(sizes)), least) else ()


def _whole(groups: Groups, sizes: Sizes, least: int) -> Seen:
    return shown(summed(groups), sum(sizes), least)
