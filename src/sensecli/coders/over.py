"""What coders are compared over, and what came of reading them."""

from dataclasses import dataclass

from sensecli.model import Coding, Notice, Problem, Project, Segment
from sensecli.reliability.universe import Sheet

MACHINE = "machine"
"""The program as a coder: the word for its own codings, in place of a file."""


@dataclass(frozen=True, slots=True)
class Over:
    """The interviews as they are, their segments in order, and the codebook if there is one.

    Without a folder, the project's is empty and there are no interviews. `codings` are the
    program's own, blind to what people decided; None where it did not code.
    """

    project: Project
    segments: tuple[Segment, ...] = ()
    codings: tuple[Coding, ...] | None = None

    @property
    def interviews(self) -> tuple[str, ...] | None:
        """The ids that a file may name; None where any will do."""
        return tuple(one.id for one in self.project.interviews) if self.project.folder else None

    @property
    def codes(self) -> tuple[str, ...] | None:
        """The codes that a file may give; None where any will do."""
        book = self.project.codebook
        return tuple(leaf.id for leaf in book.leaves) if book else None


@dataclass(frozen=True, slots=True)
class Coders:
    """The sheet of each coder of one file, and what was wrong with it."""

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
