"""Codes of a project or codebook -> our codebook, and what each code's id stands for."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from sensecli.loading.codebooks.drafts import depth_allowed, one_line
from sensecli.loading.codebooks.slugs import slug
from sensecli.loading.elements import children, own_guid, said
from sensecli.loading.refi.fields import fields_of, first
from sensecli.model import Actor, Holder, Kind, Node, Problem, Stance, Status

Value = tuple[str, str]
"""An attribute of a coding and one of its values: ("stance", "endorse")."""

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_SHORT = 4
_VALUES: Mapping[str, frozenset[str]] = {
    "stance": frozenset(Stance),
    "status": frozenset(Status),
    "actor": frozenset(Actor),
    "holder": frozenset(Holder),
    "prompted": frozenset({"true", "false"}),
}
_KINDS = frozenset(Kind)


@dataclass(slots=True)
class Codes:
    """The tree of codes, and by the id of a REFI-QDA code the leaf or attribute that it is."""

    nodes: tuple[Node, ...] = ()
    leaves: dict[str, str] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def codes_of(tops: Iterable[Element], file: str, used: frozenset[str] = frozenset()) -> Codes:
    """Our codes; a group that is itself `used` by codings gets a leaf for them beside its own.

    Ids are those we wrote; for other programs' codes they are made from the names, all distinct.
    """
    tops = list(tops)
    taken = {id_ for code in _walk(tops) if (id_ := _written_id(code))}
    reading = _Reading(file, used, Codes(), _namer(taken))
    reading.found.nodes = tuple(node for code in tops if (node := reading.node(code, 1)))
    return reading.found


@dataclass(frozen=True, slots=True)
class _Reading:
    """The codes found so far, what makes a new id, and the written ids that have a code."""

    file: str
    used: frozenset[str]
    found: Codes
    free: Callable[[str], str]
    claimed: set[str] = field(default_factory=set)

    def node(self, code: Element, depth: int) -> Node | None:
        """The code with what is below it; None for an attribute's value, or a group of those."""
        label, guid = one_line(code.get("name", "")) or "Code", own_guid(code)
        value = None if _written_id(code) else _value(label)
        if value:
            self.found.values[guid] = value
            return None
        inside = self._inside(code, label, depth)
        below = tuple(node for one in inside if (node := self.node(one, depth + 1)))
        if inside and not below and guid not in self.used:
            return None
        node_id = self._id(code, label)
        if below and guid in self.used:
            general = Node(id=self.free(label), label=f"{label} (general)")
            below = (*below, general)
            self.found.leaves[guid] = general.id
        elif not below:
            self.found.leaves[guid] = node_id
        return _node(code, node_id, label, below)

    def _inside(self, code: Element, label: str, depth: int) -> list[Element]:
        inside = list(children(code, "Code"))
        if inside and not depth_allowed(depth + 1):
            message = f'the codes under "{label}" are nested too deeply and are left out'
            problem = Problem(self.file, None, message, "bring them nearer to the top")
            self.found.problems.append(problem)
            return []
        return inside

    def _id(self, code: Element, label: str) -> str:
        written = _written_id(code)
        if not written or written in self.claimed:
            return self.free(label)
        self.claimed.add(written)
        return written


def _walk(codes: Iterable[Element]) -> Iterable[Element]:
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        yield code
        waiting += children(code, "Code")


def _written_id(code: Element) -> str:
    """The id that we gave the code when we wrote it."""
    given = first(fields_of(said(code)), "Id").strip()
    return given if _ID.fullmatch(given) else ""


def _value(label: str) -> Value | None:
    name, _, value = (part.strip() for part in label.casefold().partition(":"))
    return (name, value) if value in _VALUES.get(name, ()) else None


def _node(code: Element, node_id: str, label: str, below: tuple[Node, ...]) -> Node:
    description, color = said(code), code.get("color", "").strip()
    fields = fields_of(description) if _written_id(code) else ()
    kind = first(fields, "Kind")

    def every(key: str) -> tuple[str, ...]:
        return tuple(value for name, value in fields if name == key)

    return Node(
        id=node_id,
        label=label,
        kind=Kind(kind) if kind in _KINDS else None,
        proposition=first(fields, "Proposition"),
        definition=first(fields, "Definition") if fields else description,
        include=every("Include"),
        exclude=every("Exclude"),
        examples=every("Example"),
        source=first(fields, "Source"),
        color=_long(color) if _COLOR.fullmatch(color) else "",
        codes=below,
    )


def _long(color: str) -> str:
    digits = color.removeprefix("#")
    return f"#{''.join(2 * digit for digit in digits)}" if len(color) == _SHORT else color


def _namer(taken: set[str]) -> Callable[[str], str]:
    """What makes an id of a label that is not taken yet, and takes it."""

    def free(label: str) -> str:
        wanted = slug(label) or "code"
        number, found = 2, wanted
        while found in taken:
            found, number = f"{wanted}-{number}", number + 1
        taken.add(found)
        return found

    return free
