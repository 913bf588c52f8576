"""The three kinds of table in an interview: a header, a transcript, and any other."""

from collections.abc import Iterator, Sequence

from sensecli.loading.formats.flow import Piece, paragraph
from sensecli.loading.formats.keys import canonical, is_known, plain

_SPEAKER = frozenset({"speaker", "speakers", "who", "name", "participant"})
_TIME = frozenset(
    {*"time timespan timestamp timecode start end from to #".split()}
    | {"time span", "start time", "end time", "time stamp"}
)
_CONTENT = frozenset({"content", "text", "transcript", "utterance", "speech", "talk"})
_PAIR, _FEWEST_KNOWN, _LONG_VALUE = 2, 2, 200

Rows = Sequence[Sequence[str]]


def header_table(rows: Rows) -> tuple[tuple[str, str, int | None], ...]:
    """The attributes of a table of keys and values; empty where the table is none.

    It has two columns, and the first holds known keys: two or more, or nothing else.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled or any(len(row) != _PAIR for row in filled):
        return ()
    keys = [row[0].strip().rstrip(":").strip() for row in filled]
    values = [" ".join(row[1].split()) for row in filled]
    known = sum(is_known(key) for key in keys)
    if known < min(_FEWEST_KNOWN, len(keys)) or _is_talk(filled[0], keys, values):
        return ()
    return tuple((key, value, None) for key, value in zip(keys, values, strict=True) if key)


def _is_talk(first: Sequence[str], keys: Sequence[str], values: Sequence[str]) -> bool:
    """Whether the two columns are speakers and what they say."""
    repeated = len({canonical(key) for key in keys}) < len(keys)
    return repeated or _columns(first) is not None or any(len(v) > _LONG_VALUE for v in values)


def table_pieces(rows: Rows, name: str) -> Iterator[Piece]:
    """A table as text: `Speaker: text` where its columns say so, else a line for each row.

    `name` ("table 2") goes into the places, with the row's number or its time.
    """
    columns = _columns(rows[0]) if rows else None
    if columns:
        yield from _talk(rows[1:], name, *columns)
        return
    for number, row in enumerate(rows, start=1):
        line = " | ".join(" ".join(cell.split()) for cell in row)
        if line.strip(" |"):
            yield Piece(line, f"{name} row {number}", tight=True)


def _columns(header: Sequence[str]) -> tuple[int | None, int | None, int] | None:
    """The columns of speaker, time and content of a transcript table, by its header row."""
    words = [plain(cell) for cell in header]
    speaker = next((i for i, word in enumerate(words) if word in _SPEAKER), None)
    time = next((i for i, word in enumerate(words) if word in _TIME), None)
    content = next((i for i, word in enumerate(words) if word in _CONTENT), None)
    if content is None and speaker is not None and time is not None:
        others = [i for i, word in enumerate(words) if i != speaker and word not in _TIME]
        content = others[0] if len(others) == 1 else None
    if content is None or (speaker is None and time is None):
        return None
    return speaker, time, content


def _talk(
    rows: Rows, name: str, speaker: int | None, time: int | None, content: int
) -> Iterator[Piece]:
    for number, row in enumerate(rows, start=2):
        text = _cell(row, content)
        if not text:
            continue
        who = _cell(row, speaker).rstrip(":").strip()
        place = _cell(row, time) or f"{name} row {number}"
        yield paragraph(f"{who}: {text}" if who else text, place)


def _cell(row: Sequence[str], column: int | None) -> str:
    return " ".join(row[column].split()) if column is not None and column < len(row) else ""
