"""Undertakings on the screen: what is past, what is to come, what has no day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from sensecli.cli.plain import safe
from sensecli.cli.report.layout import BLANK, FAINT, Lines, heading, led, paragraph
from sensecli.cli.report.quoting import quoted
from sensecli.exporting.dates import in_words
from sensecli.exporting.places import named_place
from sensecli.exporting.wording import listed, opened, part, plural, whole
from sensecli.model import Actor, Undertaking

_LONGEST = 240
_PRONOUNS = frozenset("i we he she they you it".split())
_WHOSE = {
    Actor.SELF: "the leader",
    Actor.OWN: "the leader\u2019s own side",
    Actor.SHARED: "all together",
    Actor.OTHERS: "others",
    Actor.UNSPECIFIED: "nobody named",
}


def commitments_lines(
    found: Sequence[Undertaking],
    *,
    day: date,
    named: Callable[[str], str],
    labels: Mapping[str, str],
    width: int,
) -> Lines:
    """Each undertaking under its day, then how many have one.

    `named` gives the name to be shown for a leader's id, or nothing; `labels` are those of codes.
    """
    lines: Lines = []
    groups = (
        (f"Past on {in_words(day)}", [one for one in found if one.overdue(day)]),
        ("Still to come", [one for one in found if one.overdue(day) is False]),
        ("No day named", [one for one in found if one.due is None]),
    )
    for title, group in groups:
        if not group:
            continue
        lines += heading(f"{title} ({len(group)})", width=width)
        for one in group:
            lines += _one(one, named(one.leader), labels, width)
    lines = lines[1:] if lines else lines
    told = " ".join(filter(None, (counted(found, day), _untold(found))))
    return [*lines, *([BLANK] if lines else []), *paragraph(told, width=width)]


def counted(found: Sequence[Undertaking], day: date) -> str:
    """How many undertakings of how many leaders, how many with a day and how many without."""
    if not found:
        return "No leader undertakes anything in so many words."
    leaders = len({one.leader for one in found})
    dated = [one for one in found if one.due]
    said = f"{plural(len(found), 'undertaking')} by {plural(leaders, 'leader')}: "
    without = len(found) - len(dated)
    past = sum(bool(one.overdue(day)) for one in dated)
    if not dated:
        return f"{said}no day is named."
    if without:
        lead = f"{len(dated)} with a day, {without} without."
    else:
        lead = "a day is named." if len(found) == 1 else f"a day is named for {whole(len(found))}."
    return f"{said}{lead} {_past(past, len(dated))} past on {in_words(day)}."


def _untold(found: Sequence[Undertaking]) -> str:
    """How many name a time that cannot be told, for want of the day on which it was said."""
    count = sum(bool(one.due_said) and not one.due and not one.date for one in found)
    if not count:
        return ""
    their = "its interview has" if count == 1 else "their interviews have"
    names = "names" if count == 1 else "name"
    return f"{count} {names} a time, and {their} no date from which to tell the day."


def _past(past: int, dated: int) -> str:
    """So many of those with a day: `It is`, `None is`, `Both are`, `2 of the 5 are`."""
    if dated == 1:
        return "It is" if past else "It is not"
    if past in {0, dated}:
        return opened(part(past, dated, "is", "are"))
    return f"{past} of the {dated} {'is' if past == 1 else 'are'}"


def _one(one: Undertaking, name: str, labels: Mapping[str, str], width: int) -> Lines:
    """Its day and leader, the words, then how the parts were read."""
    lead = f"{in_words(one.due)}, {one.leader}" if one.due else one.leader
    lines = led(
        lead, quoted(one.text, named_place(name, one.place), longest=_LONGEST), width=width, hang=2
    )
    return [*lines, *paragraph("; ".join(_read(one, labels)), width=width, indent=6, style=FAINT)]


def _read(one: Undertaking, labels: Mapping[str, str]) -> Iterator[str]:
    """How the parts of it were read."""
    yield f"{one.status} of {_whose(one)}"
    if one.due_said:
        on = f", said on {in_words(one.date)}" if one.due and one.date else ""
        yield f"by when: \u2018{safe(one.due_said)}\u2019{on}"
    if one.to:
        yield f"to: {safe(one.to)}"
    if one.codes:
        yield f"on {listed([labels.get(code, code) for code in one.codes])}"


def _whose(one: Undertaking) -> str:
    """The words for who is to do it, where they name anybody."""
    if one.actor is not Actor.SELF and one.who and one.who.casefold() not in _PRONOUNS:
        return safe(one.who)
    return _WHOSE[one.actor]
