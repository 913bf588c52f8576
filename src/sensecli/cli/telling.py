"""What was wrong and what is worth knowing, told on stderr, and the exit code that follows."""

from typing import TYPE_CHECKING

from sensecli.cli.console import remark
from sensecli.cli.plain import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sensecli.model import Notice, Problem

FINE, PROBLEMS = 0, 1


def told(
    problems: "Iterable[Problem]", notices: "Iterable[Notice]" = (), *, quiet: bool = False
) -> int:
    """Each problem and, unless `quiet`, each notice once; 1 where there is a problem, else 0."""
    wrong = dict.fromkeys(safe(str(problem)) for problem in problems)
    known = () if quiet else dict.fromkeys(safe(str(notice)) for notice in notices)
    for line in wrong:
        remark(line)
    for line in known:
        remark(f"notice: {line}")
    return PROBLEMS if wrong else FINE
