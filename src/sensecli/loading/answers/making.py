"""One row of a table -> its interview, and what is to be told of all rows in the end."""

from collections import Counter
from collections.abc import Iterable

from sensecli.loading.answers.survey import Survey
from sensecli.loading.formats.registry import too_long
from sensecli.loading.formats.remarks import lacking, missing, several
from sensecli.loading.formats.rows import Row
from sensecli.loading.formats.sheets import document_of, has_text, no_text
from sensecli.loading.identity import (
    SHOWN,
    Claim,
    Named,
    named_by,
    numbered,
    repeated,
    safe,
    unsafe,
)
from sensecli.loading.merging import (
    Merged,
    claim_of,
    drop_overlong,
    interview_of,
    merge,
    unreadable,
)
from sensecli.loading.nameless import own_words, without_names
from sensecli.model import Interview, Notice, Problem

MOST = 100
"""As many problems, and notices of leaders with several interviews, are told one by one."""


class Making:
    """What makes interviews of the rows of a surveyed table, and remembers what is to be told."""

    def __init__(self, surveyed: Survey) -> None:
        """`surveyed` is the table as it was gone through before."""
        self._surveyed = surveyed
        self._name = surveyed.table.name
        settled = surveyed.settled
        self._called = [int(row) for row in settled.number.nonzero()[0][:SHOWN]]
        self._watched = {*self._called, *(first for _, first in settled.again)}
        self._sources: dict[int, str] = {}
        self._again: list[Claim] = []
        self._problems: list[Problem] = []
        self._told = self._untold = 0
        self._tell(surveyed.problems)
        self._several: list[Notice] = []
        self._more_several = 0
        self._lacking: Counter[str] = Counter()
        self._made = 0

    def pass_over(self, row: Row) -> None:
        """Hear of a row that is no interview."""
        columns = self._surveyed.table.columns
        if has_text(row, columns):
            self._tell((too_long(self._name, document_of(row, columns)),))
        elif not row.blank:
            self._tell((no_text(self._name, row, columns),))

    def see(self, number: int, row: Row) -> None:
        """Hear of an interview, in the order of the table, before it is made."""
        if number in self._watched:
            self._sources[number] = self._merged(row).source
        if self._surveyed.settled.repeats[number]:
            claim, item = self._claim(number, row)
            self._tell(unreadable(item))
            if len(self._again) < len(self._surveyed.settled.again):
                self._again.append(claim)

    def block(self, rows: list[tuple[int, Row]]) -> tuple[Interview, ...]:
        """The interviews of rows that hold all there is of some leaders."""
        leaders: dict[str, str] = {}
        made = tuple(self._interview(number, row, leaders) for number, row in rows)
        self._made += len(made)
        self._lacking.update(lacking(made))
        for notice in several(made) if len({one.leader for one in made}) < len(made) else ():
            if len(self._several) < MOST:
                self._several.append(notice)
            else:
                self._more_several += 1
        return made

    def problems(self) -> tuple[Problem, ...]:
        """What is to be told since it was last asked for."""
        found = tuple(self._problems)
        self._problems.clear()
        return found

    def last_problems(self) -> tuple[Problem, ...]:
        """What is known when all rows were seen: ids that come twice, and what was not told."""
        last: tuple[Problem, ...] = self.problems()
        if self._again:
            last = (*last, self._repeated())
        if self._untold:
            message = f"has more problems like these, which are not listed: {self._untold:,}"
            last = (*last, Problem(self._name, None, message, "put these right and run it again"))
        return last

    def notices(self) -> tuple[Notice, ...]:
        """What is worth knowing of all rows together."""
        surveyed, number = self._surveyed, self._surveyed.settled.number
        called = [f"{self._sources[row]} (L{number[row]:02d})" for row in self._called]
        rest = self._more_several
        more = f"{rest:,} more leaders have several interviews in one round; each counts as one."
        where = f"further columns of {self._name}"
        return (
            *surveyed.notices,
            *numbered(called, int((number != 0).sum()), surveyed.rows),
            *self._several,
            *((Notice(more),) if rest else ()),
            *missing(self._lacking, self._made, where=where),
        )

    def _tell(self, problems: Iterable[Problem]) -> None:
        for one in problems:
            if self._told < MOST:
                self._problems.append(one)
                self._told += 1
            else:
                self._untold += 1

    def _interview(self, number: int, row: Row, leaders: dict[str, str]) -> Interview:
        claim, item = self._claim(number, row)
        self._tell(unreadable(item))
        return interview_of(item, self._named(number, claim, leaders))

    def _claim(self, number: int, row: Row) -> tuple[Claim, Merged]:
        """What the interview of a row is to be called, and all that the row says."""
        item = self._merged(row)
        self._tell(drop_overlong(item))
        id_, leader = item.text("id"), item.text("leader")
        by_name = False
        if self._surveyed.strangers or item.text("name"):
            words = (self._surveyed.strangers, own_words(item.text("name")))
            kept = without_names(id_, *words)
            # One that is now somebody else's got a number.
            id_ = "" if kept != id_ and self._surveyed.settled.number[number] else kept
            by_name = without_names(leader, *words) != leader
        claim = claim_of(item, id_, by_name=by_name)
        if wrong := unsafe(claim):
            self._tell((wrong,))
        return claim, item

    def _named(self, number: int, claim: Claim, leaders: dict[str, str]) -> Named:
        given = self._surveyed.settled.number[number]
        return named_by(claim, f"L{given:02d}" if given else safe(claim.id), leaders)

    def _merged(self, row: Row) -> Merged:
        return merge(self._name, document_of(row, self._surveyed.table.columns))

    def _repeated(self) -> Problem:
        settled = self._surveyed.settled
        firsts = [self._sources[first] for _, first in settled.again]
        rows = [
            (claim, safe(claim.id), first) for claim, first in zip(self._again, firsts, strict=True)
        ]
        return repeated(self._name, rows, int(settled.repeats.sum()))
