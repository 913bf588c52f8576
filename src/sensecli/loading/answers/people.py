"""The names that a table of any size tells, to be kept out of outputs."""

from collections.abc import Iterator
from pathlib import Path

from sensecli.loading.answers.blocks import blocks_of
from sensecli.loading.answers.source import Source, is_elsewhere
from sensecli.loading.answers.survey import Survey, columns_meaning, survey
from sensecli.loading.names import is_of_people, known_names
from sensecli.model import Interview, Problem

Names = tuple[tuple[str, str], ...]
"""Each known name and what stands for it, longest name first."""


def names_of(source: Source) -> Names:
    """The names in a table's columns and in `names.csv` beside it; none where it cannot be read."""
    found = survey(source)
    return () if isinstance(found, Problem) else names_in(found)[0]


def names_in(surveyed: Survey) -> tuple[Names, tuple[Problem, ...]]:
    """As `names_of`, of a table that was surveyed, with what is wrong with `names.csv`.

    Where no column holds people and no leader is given by name, the table is not read again.
    """
    source = surveyed.table.source
    folder = None if is_elsewhere(source) else Path(source).parent
    return known_names(_people(surveyed) if _names_people(surveyed) else (), folder)


def _names_people(surveyed: Survey) -> bool:
    columns = surveyed.table.columns
    known = any(columns_meaning(key, columns) for key in ("name", "interviewer"))
    return known or surveyed.by_name or any(map(is_of_people, columns.names))


def _people(surveyed: Survey) -> Iterator[Interview]:
    """All interviews, one after the other."""
    for block in blocks_of(surveyed):
        yield from block.interviews
