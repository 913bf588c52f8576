"""The people in a plan and in papers, whom outputs leave out as they do those of interviews."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sensecli.loading.attendance import alone, initials, is_abbreviation, persons, short_for, titled
from sensecli.loading.variants import name_variants
from sensecli.model import Action, Interview, Project
from sensecli.naming import longest_first
from sensecli.segmenting import same_person

_ANYONE = "[name]"
_SMALL = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w'’])")


def names_with(
    project: Project,
    actions: Sequence[Action],
    papers: Sequence[Interview],
    listings: Iterable[str],
) -> tuple[tuple[str, str], ...]:
    """The project's names with those of owners, of who is named in papers, and of who has a title.

    A leader of the interviews stays that leader, whatever way of the name is written. A role, a
    team or a body is no name; initials are, where a list gives them behind a name. What stood for
    a name before stands for it still.
    """
    texts = [one.text for one in (*project.interviews, *papers)]
    said = [part for one in actions for part in (one.text, one.note)]
    ordinary = {word for text in (*texts, *said) for word in _SMALL.findall(text)}
    # Words of bodies and offices stand for no person either ("Thornby").
    ordinary |= {
        word.casefold()
        for one in project.interviews
        for value in (one.organisation, one.role, one.group)
        for word in value.split()
    }
    owners = list(dict.fromkeys(one.owner for one in actions if one.owner))
    listed = (*owners, *listings, *(name for text in said for name in titled(text)))
    leaders = {one.name: f"[{one.leader}]" for one in project.interviews if one.name}
    known = dict(project.names)
    for name in dict.fromkeys(one for part in listed for one in persons(part, ordinary=ordinary)):
        known = dict(_variants(name, leaders)) | known
    for name, short in (one for part in listed for one in short_for(part)):
        if name in persons(name, ordinary=ordinary):
            known.setdefault(short, dict(_variants(name, leaders)).get(name, _ANYONE))
    for owner in owners:
        for name in alone(owner, ordinary=ordinary):
            known.setdefault(name, _ANYONE)
        for short in initials(owner):
            if stands := _of_initials(short, leaders):
                known.setdefault(".".join(short) + ".", stands)
    return longest_first(known)


def _variants(name: str, leaders: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    same = {stands for leader, stands in leaders.items() if same_person(name, leader)}
    stands = same.pop() if len(same) == 1 else _ANYONE
    return ((variant, stands) for variant in name_variants(name))


def _of_initials(short: str, leaders: Mapping[str, str]) -> str:
    """What stands for initials; nothing where they are an abbreviation and no leader's."""
    same = {stands for leader, stands in leaders.items() if same_person(short, leader)}
    if len(same) == 1:
        return same.pop()
    return _ANYONE if same or not is_abbreviation(short) else ""
