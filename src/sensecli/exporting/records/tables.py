"""The cross-check and the actions as plain rows of text."""

from collections.abc import Iterator, Mapping

from sensecli.exporting.figuretables import Row, Table
from sensecli.exporting.records.sentences import decided, planned, within
from sensecli.exporting.records.standing import QUADRANTS, standing
from sensecli.exporting.wording import opened, plural
from sensecli.model import CrossCheck, Quadrant, Records

PLAN = ("Actions", "with owner", "with date", "done", "overdue")
"""The heads of the plan's columns; an action that was dropped is among them."""
_MOST = 200


def crosscheck_tables(records: Records) -> Iterator[Table]:
    """A table for each quadrant that has a theme; nothing where no register was given."""
    for quadrant, checks in quadrants(records):
        n = checks[0].figures.counts.n
        caption = f"{opened(quadrant)}: {plural(len(checks), 'theme')}; leaders out of {n}."
        yield Table(caption, _header(records), tuple(check_row(o, records) for o in checks))


def quadrants(records: Records) -> Iterator[tuple[Quadrant, tuple[CrossCheck, ...]]]:
    """Each quadrant with its themes; those that no leader and no record speaks of are left out."""
    if not planned(records):
        return
    for quadrant in QUADRANTS:
        if checks := tuple(one for one in within(records, quadrant) if told(one)):
            yield quadrant, checks


def told(check: CrossCheck) -> bool:
    """Whether a leader or a record speaks of it."""
    return bool(check.figures.counts.raised or check.plan.actions or check.minuted)


def plan_cells(check: CrossCheck) -> tuple[int, ...]:
    """What stands under `PLAN`."""
    plan = check.plan
    return (plan.actions, plan.owned, plan.dated, plan.done, plan.overdue)


def check_row(check: CrossCheck, records: Records) -> Row:
    """A theme's figures, then its actions', then how often papers decide on it."""
    figures = (check.figures.counts.endorse, check.figures.act, *plan_cells(check))
    papers = (decided(check),) if records.papers else ()
    return (check.label, *map(str, (*figures, *papers)))


def actions_table(records: Records, names: Mapping[str, str]) -> Table | None:
    """The register's actions, each with what it is about and where it stands; None without.

    `names` are labels by code id. Of a very long register the first actions.
    """
    if not records.actions:
        return None
    rows = tuple(
        (
            f"{one.action.id}: {one.action.text}",
            ", ".join(names.get(code, code) for code in one.codes) or "no code",
            standing(one.action, records.day),
            one.action.place,
        )
        for one in records.actions[:_MOST]
    )
    more = len(records.actions) - len(rows)
    left = f"; the other {more} are in the file" if more else ""
    caption = f"The {plural(len(records.actions), 'action')} of {records.register}{left}."
    header = ("Action", "About", "Owner, due, status", "Where it stands")
    return Table(caption, header, rows, words=True)


def _header(records: Records) -> Row:
    papers = ("Decided in papers",) if records.papers else ()
    return ("Theme", "Agree", "Act", *PLAN, *papers)
