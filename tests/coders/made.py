"""What coders are compared over, for tests: the interview of tests/review/made.py."""

from dataclasses import replace

from sensecli.coders.over import Over
from sensecli.model import Coding, Interview, Project
from sensecli.reliability.universe import Coded, Sheet, laid_over
from tests.builders import a_codebook, an_interview
from tests.review.made import CODES, TEXT, lines_of


def over(*interviews: Interview, codings: tuple[Coding, ...] | None = None) -> Over:
    """A folder of those interviews, each line a segment; without any, of the default one."""
    given = interviews or (replace(an_interview(text=TEXT), source="L01-moss.md"),)
    codebook = a_codebook(themes=CODES, barriers=(), lenses=())
    segments = tuple(segment for one in given for segment in lines_of(one))
    return Over(Project("interviews", given, codebook), segments, codings)


NOWHERE = Over(Project("", (), None))
"""No folder, no codebook."""


def laid(found: tuple[Sheet, ...], where: Over) -> tuple[Coded, ...]:
    """The sheets over the segments."""
    return laid_over(found, where.segments)


def at(one: Coded) -> list[tuple[int, str]]:
    """Segment and code of each coding."""
    return sorted((coding.segment, coding.code) for coding in one.codings)


def seen(one: Coded) -> list[int]:
    """The segments that the coder could code."""
    return sorted(number for _, number in one.seen)
