"""A REFI-QDA codebook (.qdc, as other QDA programs write it) -> drafts of codes."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from sensecli.loading.codebooks.drafts import Draft, depth_allowed, one_line
from sensecli.loading.formats.guard import objection
from sensecli.model import Problem

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SHORT = 4


class _DoctypeError(Exception):
    """The file defines things of its own, which a codebook never needs and a trap does."""


class _Safe(TreeBuilder):
    def doctype(self, *declared: str | None) -> None:
        raise _DoctypeError(*declared)


def qdc_drafts(path: Path) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The codes of a .qdc file, nested as they are there, and what was wrong with it."""
    fault = objection(path)
    if fault:
        return (), (fault,)
    root = _parse(path)
    if isinstance(root, Problem):
        return (), (root,)
    codes = [child for child in root if _name(child) == "Codes"]
    problems: list[Problem] = []
    drafts = [
        _draft(code, 1, path.name, problems)
        for child in codes
        for code in child
        if _name(code) == "Code"
    ]
    if not drafts:
        problems.append(Problem(path.name, None, "has no code in it", "export the codebook again"))
    return tuple(drafts), tuple(problems)


def _parse(path: Path) -> Element | Problem:
    again = "export the codebook again as REFI-QDA (.qdc)"
    parser = XMLParser(target=_Safe())  # noqa: S314 - _Safe refuses every DTD, so no entities
    try:
        parser.feed(path.read_bytes())
        root = parser.close()
    except _DoctypeError:
        message = "holds a document type, which no REFI-QDA codebook does"
        return Problem(path.name, None, message, again)
    except ParseError as error:
        return Problem(path.name, error.position[0], "is not valid XML", again)
    except (ValueError, LookupError):
        return Problem(path.name, None, "is in an encoding that is not known", again)
    if not isinstance(root, Element) or _name(root) != "CodeBook":
        return Problem(path.name, None, "is not a REFI-QDA codebook", again)
    return root


def _draft(code: Element, depth: int, file: str, problems: list[Problem]) -> Draft:
    label = one_line(code.get("name", "")) or "Code"
    said = [child.text or "" for child in code if _name(child) == "Description"]
    inside = [child for child in code if _name(child) == "Code"]
    if inside and not depth_allowed(depth + 1):
        message = f'the codes under "{label}" are nested too deeply and are left out'
        problems.append(Problem(file, None, message, "bring them nearer to the top"))
        inside = []
    return Draft(
        label,
        definition=" ".join(said),
        color=_color(code.get("color", "")),
        codes=[_draft(child, depth + 1, file, problems) for child in inside],
    )


def _color(given: str) -> str:
    if not _COLOR.fullmatch(given):
        return ""
    digits = given.removeprefix("#")
    return f"#{''.join(2 * digit for digit in digits)}" if len(given) == _SHORT else given


def _name(element: Element) -> str:
    """The name without its namespace: programs differ in which one they write."""
    return element.tag.rpartition("}")[2]
