"""What REFI-QDA has no place for, as lines of a description: `Rule: R1`."""

from collections.abc import Iterable


def described(fields: Iterable[tuple[str, str]]) -> str:
    """A line for each field that has a value; further lines of a value are set in by two spaces."""
    return "\n".join(f"{key}: {_inset(value)}" for key, value in fields if value)


def _inset(value: str) -> str:
    return "\n  ".join(value.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
