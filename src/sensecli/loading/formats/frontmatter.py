"""YAML front matter -> attributes, every value as it was written."""

import re
from collections.abc import Iterator

import yaml

from sensecli.loading.formats.keys import KNOWN, canonical, is_known
from sensecli.model import Problem

Attribute = tuple[str, str, int | None]
FrontMatter = tuple[tuple[Attribute, ...], int, tuple[Problem, ...]]

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z][\w -]*):(?:\s|$)", re.MULTILINE)
_NO_COLON = re.compile(r"(?P<key>[A-Za-z]+)[ \t]*[ \t=:-][ \t]*(?P<value>\S.*?)[ \t]*$")
_SHORT_LINE = 8
_LONGEST = 100_000
_NULL = "tag:yaml.org,2002:null"


def read_front_matter(text: str, file: str) -> FrontMatter | None:
    """(attributes, offset behind the closing line, problems); None where there is none.

    A `---` that opens no `key:` lines is a rule across the page, not front matter.
    """
    opening = _FENCE.match(text)
    if not opening:
        return None
    close = _CLOSE.search(text, opening.end())
    inside = text[opening.end() : close.start() if close else len(text)]
    keys = _KEY.findall(inside if close else inside.split("\n\n", 1)[0])
    if not keys:
        return _without_colons(text[: close.end()], inside, file) if close else None
    if not close:
        if not any(is_known(key) for key in keys):
            return None
        hint = "end it with a line that holds only ---"
        return (), 0, (Problem(file, 1, 'front matter opened by "---" is never closed', hint),)
    attributes, problems = _parse(inside, file)
    return attributes, close.end(), problems


def _without_colons(whole: str, inside: str, file: str) -> FrontMatter | None:
    """What is wrong where each line between the two `---` is short and one begins with a key.

    A key is written small there: "Round 2" is a title between two rules across the page.
    """
    lines = inside.split("\n")
    if any(len(line.split()) > _SHORT_LINE or line.rstrip().endswith(".") for line in lines):
        return None
    for number, line in enumerate(lines, start=2):
        found = _NO_COLON.match(line)
        if found and found["key"] in {*KNOWN, "ID"}:
            message = f'front matter: "{line.strip()}" has no ": " between a key and its value'
            hint = f"write {found['key']}: {found['value']}"
            return (), len(whole), (Problem(file, number, message, hint),)
    return None


def _parse(inside: str, file: str) -> tuple[tuple[Attribute, ...], tuple[Problem, ...]]:
    """The attributes of the YAML between the fences; its first line is line 2 of the file."""
    if len(inside) > _LONGEST:
        message = f"front matter has {len(inside):,} characters (at most {_LONGEST:,} are read)"
        return (), (Problem(file, 1, message, "write what was said below it"),)
    try:
        node = yaml.compose(inside, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        message = f"front matter is not valid YAML: {error.problem or 'it cannot be parsed'}"
        hint = 'write one "key: value" a line; put a value that holds ": " or "#" in quotes'
        return (), (Problem(file, line, message, hint),)
    except (yaml.YAMLError, RecursionError) as error:
        message = f"front matter is not valid YAML: {str(error).splitlines()[0]}"
        return (), (Problem(file, 1, message, 'write one "key: value" a line'),)
    if not isinstance(node, yaml.MappingNode):
        message = 'front matter is not a list of "key: value" lines'
        return (), (Problem(file, 2, message, "write, for example, id: L05"),)
    found = tuple(_pairs(node, file))
    return (
        tuple(item for item in found if not isinstance(item, Problem)),
        tuple(item for item in found if isinstance(item, Problem)),
    )


def _pairs(node: yaml.MappingNode, file: str) -> Iterator[Attribute | Problem]:
    seen: dict[str, str] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 2
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
        value = _written(value_node)
        if not key or value is None:
            message = f'front matter: the value of "{key}" is more than a word or a plain list'
            yield Problem(file, line, message, 'write one "key: value" a line')
        elif (meant := canonical(key)) in seen:
            said = f'"{key}" is given twice'
            if seen[meant] != key:
                said = f'"{key}" says the same as "{seen[meant]}"'
            yield Problem(file, line, f"front matter: {said}; the second is not used", "keep one")
        else:
            seen[meant] = key
            yield key, value, line


def _written(node: yaml.Node) -> str | None:
    """A scalar as written, a list of scalars joined by commas; None for anything deeper."""
    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag == _NULL else str(node.value).strip()
    if not isinstance(node, yaml.SequenceNode):
        return None
    items = [item for item in node.value if isinstance(item, yaml.ScalarNode)]
    whole = len(items) == len(node.value)
    return ", ".join(str(item.value).strip() for item in items) if whole else None
