"""Leaders as REFI-QDA cases, their attributes as typed variables."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from sensecli.exporting.refi.xml import add, element, guid, refer
from sensecli.model import Interview

Values = Mapping[str, str]

_OWN = ("name", "role", "organisation", "group", "date", "order", "round", "interviewer")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_TEXT = "Text"


@dataclass(frozen=True, slots=True)
class Variables:
    """The attributes of every interview, by its id, and the type of each attribute."""

    values: Mapping[str, Values]
    types: Mapping[str, str]


def variables(interviews: Iterable[Interview]) -> Variables:
    """What is known of the interviews; the leader's name only where the analysis shows names.

    A type is Integer or Date where every value is written as one, else Text.
    """
    values = {one.id: _values(one) for one in interviews}
    columns: dict[str, list[str]] = {}
    for held in values.values():
        for name, value in held.items():
            columns.setdefault(name, []).append(value)
    ranked = sorted(columns.items(), key=_rank)
    return Variables(values, {name: _type(column) for name, column in ranked})


def variable_elements(known: Variables) -> list[Element]:
    """The variables themselves."""
    return [
        element("Variable", guid=guid("variable", name), name=name, typeOfVariable=kind)
        for name, kind in known.types.items()
    ]


def value_elements(known: Variables, values: Values) -> list[Element]:
    """The values, each of its variable's type."""
    made = []
    for name, kind in known.types.items():
        if name in values:
            one = element("VariableValue")
            refer(one, "VariableRef", guid("variable", name))
            add(one, f"{kind}Value", values[name])
            made.append(one)
    return made


def case_elements(
    interviews: Sequence[Interview], known: Variables, sources: Mapping[str, str]
) -> list[Element]:
    """A case for each leader, with the values that all of their interviews share."""
    made = []
    for leader in dict.fromkeys(one.leader for one in interviews):
        theirs = [one.id for one in interviews if one.leader == leader]
        case = element("Case", guid=guid("case", leader), name=leader)
        case.extend(value_elements(known, _shared([known.values[id_] for id_ in theirs])))
        for id_ in theirs:
            refer(case, "SourceRef", sources[id_])
        made.append(case)
    return made


def _values(interview: Interview) -> Values:
    own = {
        "name": interview.name,
        "role": interview.role,
        "organisation": interview.organisation,
        "group": interview.group,
        "date": interview.date,
        "order": "" if interview.order is None else str(interview.order),
        "round": interview.round,
        "interviewer": interview.interviewer,
    }
    held = {key: value for key, value in own.items() if value}
    for key, value in interview.attributes:
        if value:
            held[f"{key} (attribute)" if key in own else key] = value
    return held


def _shared(all_values: Sequence[Values]) -> Values:
    return {
        key: value
        for key, value in all_values[0].items()
        if all(values.get(key) == value for values in all_values)
    }


def _rank(column: tuple[str, list[str]]) -> int:
    return _OWN.index(column[0]) if column[0] in _OWN else len(_OWN)


def _type(values: Iterable[str]) -> str:
    values = tuple(values)
    if all(_INTEGER.fullmatch(value) for value in values):
        return "Integer"
    return "Date" if all(map(_is_date, values)) else _TEXT


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
