"""Which further attributes do the interviews of a table have, in the order of their columns?"""

from sensecli.loading.formats.dates import to_iso
from sensecli.loading.formats.keys import KNOWN, canonical
from sensecli.loading.formats.rows import Row
from sensecli.loading.formats.sheets import Columns, document_of
from sensecli.loading.identity import Named
from sensecli.loading.merging import LONGEST, drop_overlong, interview_of, merge

_PEOPLE = ("name", "interviewer")


class Further:
    """Attributes as they are first seen, row by row; `name` and `interviewer` are among them."""

    def __init__(self, columns: Columns) -> None:
        """Nothing is seen yet of the table with those columns."""
        self._columns = columns
        self._found: dict[str, None] = {}
        self._dates = [
            number for number, name in enumerate(columns.names) if canonical(name) == "date"
        ]
        self._waiting = self._not_found()

    @property
    def found(self) -> tuple[str, ...]:
        """The attributes that are seen so far."""
        return tuple(self._found)

    def see(self, row: Row, *, name: str = "") -> None:
        """Look into the next interview; `name` is its leader, where given by name."""
        cells = row.cells
        filled = any(at < len(cells) and cells[at].strip() for at in self._waiting)
        if not (filled or self._has_bad_date(row) or (name and "name" not in self._found)):
            return
        item = merge("", document_of(row, self._columns))
        for _ in drop_overlong(item):
            pass
        one = interview_of(item, Named("", "", name))
        people = zip(_PEOPLE, (one.name, one.interviewer), strict=True)
        self._found |= dict.fromkeys(key for key, value in people if value)
        self._found |= dict.fromkeys(key for key, _ in one.attributes)
        self._waiting = self._not_found()

    def _has_bad_date(self, row: Row) -> bool:
        """Whether its date is kept as written, which is an attribute of its own."""
        cells = (row.cells[at].strip() for at in self._dates if at < len(row.cells))
        written = next((cell for cell in cells if cell), "")
        return bool(written) and len(written) <= LONGEST and to_iso(written) is None

    def _not_found(self) -> tuple[int, ...]:
        """The columns whose attribute no row had so far."""
        waiting: list[int] = []
        meant = {"id"}
        for number, name in enumerate(self._columns.names):
            if number in {self._columns.id, self._columns.text} or not name:
                continue
            key = canonical(name)
            if key in KNOWN and key not in meant:
                meant.add(key)
                key = key if key in _PEOPLE else ""
            elif key in KNOWN:
                # A second column of one meaning is an attribute under its own name.
                key = "" if name.casefold() in KNOWN else name
            if key and key not in self._found:
                waiting.append(number)
        return tuple(waiting)
