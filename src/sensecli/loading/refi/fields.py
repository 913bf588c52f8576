"""The lines of a description that we wrote (`Rule: R1`) -> its fields."""

import re
from collections.abc import Sequence

_LINE = re.compile(r"(?P<key>[A-Z][a-z]+(?: [a-z]+)?): (?P<value>.*)")


def fields_of(description: str) -> Sequence[tuple[str, str]]:
    """Each field with its value, in order; none where any line is not one of ours."""
    found: list[tuple[str, str]] = []
    for line in description.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        match = _LINE.fullmatch(line)
        if match:
            found.append((match["key"], match["value"]))
        elif found and (line.startswith("  ") or not line.strip()):
            key, value = found[-1]
            found[-1] = (key, f"{value}\n{line.removeprefix('  ')}")
        else:
            return ()
    return found


def first(fields: Sequence[tuple[str, str]], key: str) -> str:
    """The first value of that field; empty where there is none."""
    return next((value for name, value in fields if name == key), "")
