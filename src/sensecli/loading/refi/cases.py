"""Cases and variables of a project -> the attributes of each interview."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any
from xml.etree.ElementTree import Element

from sensecli.loading.elements import children, own_guid, tag, target
from sensecli.loading.refi.sources import TextSource
from sensecli.model import Interview

_TEXTS = frozenset({"name", "role", "organisation", "group", "date", "round", "interviewer"})
_FIELDS = frozenset(one.name for one in fields(Interview))
_SPELT = {"organization": "organisation"}
_TAKEN = " (attribute)"
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class _Case:
    leader: str
    values: Mapping[str, str]


def interviews_of(root: Element, texts: list[TextSource]) -> tuple[Interview, ...]:
    """An interview for each text; its leader is the case that it belongs to, else itself.

    What is said of the text itself goes before what is said of its case.
    """
    names = {
        own_guid(one): " ".join(one.get("name", "").split())
        for one in children(root, "Variables", "Variable")
    }
    cases = _cases(root, names)
    return tuple(_interview(one, cases.get(own_guid(one.element)), names) for one in texts)


def _cases(root: Element, names: Mapping[str, str]) -> Mapping[str, _Case]:
    """The first case of each source: a source may have several, an interview has one leader."""
    found: dict[str, _Case] = {}
    for element in children(root, "Cases", "Case"):
        case = _Case(" ".join(element.get("name", "").split()), _values(element, names))
        for ref in children(element, "SourceRef"):
            found.setdefault(own_guid(ref, "targetGUID"), case)
    return found


def _values(element: Element, names: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in children(element, "VariableValue"):
        name = names.get(target(one, "VariableRef"), "")
        value = next((part.text or "" for part in one if tag(part).endswith("Value")), "")
        if name and value.strip():
            found[name] = value
    return found


def _interview(text: TextSource, case: _Case | None, names: Mapping[str, str]) -> Interview:
    values = (dict(case.values) if case else {}) | _values(text.element, names)
    known: dict[str, Any] = {}
    others: list[tuple[str, str]] = []
    for name in [name for name in names.values() if name in values]:
        key = name.casefold()
        key = _SPELT.get(key, key)
        value = values[name]
        if key in _TEXTS and key not in known:
            known[key] = value
        elif key == "order" and "order" not in known and _is_number(value):
            known["order"] = int(value)
        else:
            others.append((_untaken(name), value))
    return Interview(
        id=text.name,
        leader=(case.leader if case else "") or text.name,
        text=text.text,
        source=text.name,
        attributes=tuple(dict(others).items()),
        **known,
    )


def _is_number(value: str) -> bool:
    value = value.strip().removeprefix("-")
    return value.isascii() and value.isdigit() and len(value) <= _LONGEST


def _untaken(name: str) -> str:
    """The attribute's own name, where we had marked it as one that is taken."""
    own = name.removesuffix(_TAKEN)
    return own if own.casefold() in _FIELDS else name
