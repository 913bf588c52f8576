"""Counts in plain English: 0, 1, many and all."""

from collections.abc import Sequence


def plural(count: int, one: str, many: str = "") -> str:
    """`1 leader`, `4 leaders`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def who(count: int, n: int, verb: str, verbs: str, noun: str = "") -> str:
    """So many of `n` leaders do it: `19 of 21 agree`, `all 21 agree`, `neither agrees`.

    `verb` is the form for one, `verbs` the plain form; `noun`, in the plural, follows the count.
    """
    of = f" {noun}" if noun else ""
    if n == 1:
        return f"the one leader {verb}" if count else f"the one leader does not {verbs}"
    if not count:
        return f"{'neither' if none(n) == 'neither' else f'none of the {n}{of}'} {verb}"
    if count == n:
        return f"{whole(n)}{of} {verbs}"
    return f"{count} of {n}{of} {verb if count == 1 else verbs}"


def part(count: int, of: int, verb: str, verbs: str) -> str:
    """So many of `of` who were just named: `2 act`, `1 acts`, `none acts`, `all 19 act`."""
    if not count:
        return f"{none(of)} {verb}"
    if count == of > 1:
        return f"{whole(of)} {verbs}"
    return f"{count} {verb if count == 1 else verbs}"


def whole(count: int) -> str:
    """All of two or more: `both`, `all 3`."""
    return "both" if count == 2 else f"all {count}"  # noqa: PLR2004 - two are both


def none(of: int) -> str:
    """None of so many who were just named: `neither`, `none`."""
    return "neither" if of == 2 else "none"  # noqa: PLR2004 - two are both


def own_views(codings: int, own: int) -> str:
    """How many codings, and how many of them are views of leaders: `3 codings, 2 of them ...`."""
    if not codings:
        return "no codings"
    if codings == 1:
        return f"1 coding, {'' if own else 'not '}a leader's own view"
    whose = "a leader's own view" if own < 2 else "leaders' own views"  # noqa: PLR2004
    some = f"{own or none(codings)} of them" if own < codings else whole(codings).split()[0]
    return f"{codings} codings, {some} {whose}"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join((*([", ".join(items[:-1])] if items[1:] else []), *items[-1:]))


def ordinal(rank: int) -> str:
    """`1st`, `2nd`, `11th`."""
    teen = rank % 100 in {11, 12, 13}
    return f"{rank}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(rank % 10, 'th')}"


def opened(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]
