"""The actions of a plan as a flat table: each with what it was matched to."""

from sensecli.exporting.table import Table
from sensecli.model import Analysis

COLUMNS = (
    "id",
    "text",
    "place",
    "section",
    "owner",
    "due",
    "due_said",
    "updated",
    "progress",
    "progress_said",
    "overdue",
    "codes",
    "decided",
    "note",
)


def actions_table(analysis: Analysis) -> Table:
    """One row for each action of the register, in its order; none where no register was given.

    Dates are ISO, `codes` are parted by semicolons.
    """
    records = analysis.records
    if records is None:
        return Table(COLUMNS, ())
    return Table(
        COLUMNS,
        tuple(
            (
                one.action.id,
                one.action.text,
                one.action.place,
                one.action.section,
                one.action.owner,
                one.action.due.isoformat() if one.action.due else None,
                one.action.due_said,
                one.action.updated.isoformat() if one.action.updated else None,
                str(one.action.progress),
                one.action.progress_said,
                one.action.overdue(records.day),
                ";".join(one.codes),
                one.decided,
                one.action.note,
            )
            for one in records.actions
        ),
    )
