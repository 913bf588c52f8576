"""A passage written as an example of a code."""

from dataclasses import dataclass

NO_CODE = "none"
"""Stands for the code of an example that carries none."""


@dataclass(frozen=True, slots=True)
class Example:
    """A passage and the code that it carries, or NO_CODE; `before` is what was said before it."""

    text: str
    code: str
    before: str = ""

    @property
    def passage(self) -> str:
        """The words that show the code: with what was said before, where that is needed."""
        return f"{self.before} {self.text}".strip()
