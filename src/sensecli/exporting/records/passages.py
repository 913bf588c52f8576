"""What contradicts what, and what papers record: passages with their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sensecli.exporting.dates import in_words
from sensecli.exporting.passage import Passage
from sensecli.exporting.records.standing import MINUTED, standing
from sensecli.exporting.wording import listed, opened
from sensecli.model import Contradiction, Disagreement, Minute, Minuted, Records

DISAGREEMENTS: Mapping[Disagreement, str] = {
    Disagreement.NOT_SO: "Done in the plan, and failing by what leaders say",
    Disagreement.NOT_PLANNED: "Underway or done by what leaders say, and not in the plan",
}
"""The titles, what weighs most first."""
NO_ACTION = "No action is about it."


@dataclass(frozen=True, slots=True)
class Pair:
    """A leader's words beside the plan's on the same; `plan` is None where it has nothing.

    `action` is the action's id, `place` where it stands and `standing` how, both in `plan` too.
    """

    code: str
    label: str
    leader: str
    said: Passage
    plan: Passage | None
    action: str = ""
    place: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What papers record on one code besides discussion."""

    code: str
    label: str
    passages: tuple[Passage, ...]


def pairs(records: Records, kind: Disagreement, names: Mapping[str, str]) -> tuple[Pair, ...]:
    """The contradictions of one kind, in their order; `names` are labels by code id."""
    return tuple(_pair(one, records, names) for one in records.contradictions if one.kind is kind)


def _pair(one: Contradiction, records: Records, names: Mapping[str, str]) -> Pair:
    label, said = names.get(one.code, one.code), Passage(one.quote.text, one.quote.place)
    if one.action is None:
        return Pair(one.code, label, one.quote.leader, said, None)
    how = standing(one.action, records.day)
    plan = Passage(one.action.text, f"{one.action.place}: {how}")
    leader = one.quote.leader
    return Pair(one.code, label, leader, said, plan, one.action.id, one.action.place, how)


def recorded(records: Records, names: Mapping[str, str]) -> tuple[Recorded, ...]:
    """What papers record, code by code in the order of `names`, labels by id.

    Passages that only discuss a code are left to `discussed_sentence`.
    """
    return tuple(
        Recorded(code, names.get(code, code), tuple(map(_minute, _by_weight(said))))
        for code, minutes in _by_code(records.minutes, names)
        if (said := [one for one in minutes if one.kind is not Minuted.DISCUSSION])
    )


def discussed_sentence(records: Records, names: Mapping[str, str]) -> str:
    """The codes that papers discuss and record nothing else on; empty where there is none."""
    found = [
        f"{names.get(code, code)} ({len(minutes)})"
        for code, minutes in _by_code(records.minutes, names)
        if all(one.kind is Minuted.DISCUSSION for one in minutes)
    ]
    return f"Discussed in papers, and nothing else recorded: {listed(found)}." if found else ""


def _by_code(
    minutes: Sequence[Minute], names: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[Minute]]]:
    by_code: dict[str, list[Minute]] = {}
    for one in minutes:
        by_code.setdefault(one.code, []).append(one)
    for code in dict.fromkeys((*names, *by_code)):
        if code in by_code:
            yield code, by_code[code]


def _by_weight(minutes: Sequence[Minute]) -> list[Minute]:
    kinds = list(MINUTED)
    return sorted(minutes, key=lambda one: (kinds.index(one.kind), one.date))


def _minute(one: Minute) -> Passage:
    when = f", {in_words(one.date)}" if one.date else ""
    return Passage(one.text, one.place, f"{opened(MINUTED[one.kind][0])}{when}")
