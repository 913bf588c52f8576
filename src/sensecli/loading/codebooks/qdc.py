"""A REFI-QDA codebook (.qdc, as other QDA programs write it) -> drafts of codes."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

from sensecli.loading.codebooks.drafts import Draft, depth_allowed, one_line
from sensecli.loading.elements import parsed, tag
from sensecli.loading.formats.guard import objection
from sensecli.model import Problem

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SHORT = 4


def qdc_drafts(path: Path) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """The codes of a .qdc file, nested as they are there, and what was wrong with it."""
    fault = objection(path)
    if fault:
        return (), (fault,)
    root = parsed(path.read_bytes(), path.name, "CodeBook")
    if isinstance(root, Problem):
        return (), (root,)
    codes = [child for child in root if tag(child) == "Codes"]
    problems: list[Problem] = []
    drafts = [
        _draft(code, 1, path.name, problems)
        for child in codes
        for code in child
        if tag(code) == "Code"
    ]
    if not drafts:
        problems.append(Problem(path.name, None, "has no code in it", "export the codebook again"))
    return tuple(drafts), tuple(problems)


def _draft(code: Element, depth: int, file: str, problems: list[Problem]) -> Draft:
    label = one_line(code.get("name", "")) or "Code"
    said = [child.text or "" for child in code if tag(child) == "Description"]
    inside = [child for child in code if tag(child) == "Code"]
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
