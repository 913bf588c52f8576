"""YAML -> plain values with the line of each, and what is wrong with the YAML itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from sensecli.model import Problem

Loc = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"] | None

_MOST_NODES = 200_000
_DEEPEST = 60
_NULL = "tag:yaml.org,2002:null"
_QUOTES = "put the text in single quotes"
_SLIPS = (
    # (what the parser says, what is wrong, what to do)
    ("character '\\t'", "a tab stands where only spaces may", "indent with spaces"),
    ("found undefined alias", 'a text begins with "*"', _QUOTES),
    ("while scanning an alias", 'a text begins with "*"', _QUOTES),
    ("while scanning an anchor", 'a text begins with "&"', _QUOTES),
    ("mapping values are not allowed", 'a ": " stands inside a text', _QUOTES),
    ("could not find expected ':'", 'a key has no ":" behind it', 'write "key: value"'),
    ("found unknown escape character", 'a "\\" stands in double quotes', _QUOTES),
    ("quoted scalar", "a quotation mark is never closed", "close it at the end of the text"),
    ("expected a single document", 'a second document begins with "---"', "keep only one"),
    ("character '@'", 'a text begins with "@"', _QUOTES),
    ("character '`'", 'a text begins with "`"', _QUOTES),
    ("character '%'", 'a text begins with "%"', _QUOTES),
    ("flow sequence", 'a "[" is never closed', "close it, or put the text in single quotes"),
    ("flow mapping", 'a "{" is never closed', "close it, or put the text in single quotes"),
    (
        "expected <block end>",
        "the indentation does not fit the lines above, or a text goes on after its quotes",
        "line it up with the line it belongs to",
    ),
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A document: its value, the line of each place in it, and the keys written twice.

    Every scalar is the text as written; a place with nothing in it is None. `lines` holds the line
    of each place, counted from 1: that of the key where there is one.
    """

    value: Value
    lines: Mapping[Loc, int]
    problems: tuple[Problem, ...] = ()

    def line(self, place: Loc) -> int:
        """The line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_tree(text: str, file: str) -> Tree | Problem:
    """The document as plain values, or why it cannot be read."""
    try:
        node = _composed(text)
    except yaml.MarkedYAMLError as error:
        return _slip(error, file)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Problem(file, line, "a character stands here that no YAML file may hold")
    except RecursionError:
        return _too_deep(file, None)
    if node is None:
        return Tree(None, {})
    fault = _bounded(node, file)
    if fault:
        return fault
    lines: dict[Loc, int] = {(): node.start_mark.line + 1}
    problems: list[Problem] = []
    value = _value(node, (), lines, problems, file)
    return Tree(value, lines, tuple(problems))


def _composed(text: str) -> yaml.Node | None:
    """The document's nodes; of one that cannot be read, the slower reader says more exactly why."""
    # Without the C library there is the slower reader alone.
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.compose(text, Loader=fast)
    except (yaml.YAMLError, UnicodeError):
        return yaml.compose(text, Loader=yaml.SafeLoader)


def _slip(error: yaml.MarkedYAMLError, file: str) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    sign, message, hint = next(
        (slip for slip in _SLIPS if slip[0] in said),
        ("", f"is not valid YAML ({error.problem})", "look at this line and the one above"),
    )
    opened = sign in {
        "quoted scalar",
        "flow sequence",
        "flow mapping",
        "could not find expected ':'",
    }
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    return Problem(file, mark.line + 1 if mark else None, message, hint)


def _too_deep(file: str, line: int | None) -> Problem:
    return Problem(file, line, "is nested too deeply", f"keep to {_DEEPEST} levels at most")


def _bounded(node: yaml.Node, file: str) -> Problem | None:
    """Why a document must not be unfolded: an alias may stand for a text many times over."""
    measured: dict[int, tuple[int, int]] = {}

    def measure(one: yaml.Node, depth: int) -> tuple[int, int]:
        """How many nodes there are in it once unfolded, and on how many levels."""
        if id(one) not in measured:
            if depth > _DEEPEST:
                raise _TooDeepError(one.start_mark.line + 1)
            inside = [measure(child, depth + 1) for child in _children(one)]
            nodes = 1 + sum(count for count, _ in inside)
            measured[id(one)] = nodes, 1 + max((levels for _, levels in inside), default=0)
        if depth + measured[id(one)][1] > _DEEPEST + 1:
            raise _TooDeepError(one.start_mark.line + 1)
        return measured[id(one)]

    try:
        nodes, _ = measure(node, 0)
    except _TooDeepError as error:
        return _too_deep(file, error.line)
    if nodes > _MOST_NODES:
        message = f"holds more than {_MOST_NODES:,} values once its aliases are unfolded"
        return Problem(file, None, message, 'write the text out in place of "&name" and "*name"')
    return None


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _value(
    node: yaml.Node, place: Loc, lines: dict[Loc, int], problems: list[Problem], file: str
) -> Value:
    if isinstance(node, yaml.SequenceNode):
        items: list[Value] = []
        for index, item in enumerate(node.value):
            lines[(*place, index)] = item.start_mark.line + 1
            items.append(_value(item, (*place, index), lines, problems, file))
        return items
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, lines, problems, file)
    text: str = node.value
    return None if node.tag == _NULL else text


def _mapping(
    node: yaml.MappingNode, place: Loc, lines: dict[Loc, int], problems: list[Problem], file: str
) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(file, line, "a key must be a word", 'write "key: value"'))
            continue
        key: str = key_node.value
        inside = (*place, key)
        if key in values:
            hint = f"the first is on line {lines[inside]}: keep one, or put the two together"
            problems.append(Problem(file, line, f'"{key}" is given twice', hint))
            continue
        lines[inside] = line
        values[key] = _value(value_node, inside, lines, problems, file)
    return values
