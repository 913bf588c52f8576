"""What a user did that we could not use, and what a user should know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something of the user's that was not read or not used: a value, never an exception.

    `path` is the file as the user would name it, `line` its 1-based line where there is one.
    Any problem makes the exit code 1; the rest of the work is still done.
    """

    path: str
    line: int | None
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """`file:line: what is wrong. Hint: what to do`."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        said = f"{where}: {self.message.rstrip('.')}" if where else self.message.rstrip(".")
        return f"{said}. Hint: {_ended(self.hint)}" if self.hint else f"{said}."


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something worth knowing that changes no exit code (a default taken, an attribute missing)."""

    message: str

    def __str__(self) -> str:
        """The message as it stands."""
        return self.message


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
