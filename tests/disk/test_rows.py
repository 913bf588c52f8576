"""Which faults are a disk's, and which are ours."""

import sqlite3

import pytest

from sensecli.disk.rows import DamagedError, Trouble, trouble_of


def an_error(code: int) -> sqlite3.Error:
    """What SQLite says by that number."""
    error = sqlite3.DatabaseError()
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (an_error(sqlite3.SQLITE_BUSY), Trouble.BUSY),
        (an_error(sqlite3.SQLITE_BUSY_RECOVERY), Trouble.BUSY),
        (an_error(sqlite3.SQLITE_READONLY_DBMOVED), Trouble.MOVED),
        (an_error(sqlite3.SQLITE_READONLY), Trouble.REFUSED),
        (an_error(sqlite3.SQLITE_FULL), Trouble.REFUSED),
        (an_error(sqlite3.SQLITE_IOERR_LOCK), Trouble.REFUSED),
        (an_error(sqlite3.SQLITE_CANTOPEN_ISDIR), Trouble.REFUSED),
        (PermissionError(), Trouble.REFUSED),
        (an_error(sqlite3.SQLITE_CORRUPT), Trouble.DAMAGED),
        (an_error(sqlite3.SQLITE_CORRUPT_INDEX), Trouble.DAMAGED),
        (an_error(sqlite3.SQLITE_NOTADB), Trouble.DAMAGED),
        (DamagedError(), Trouble.DAMAGED),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "in a message"), Trouble.DAMAGED),
        (sqlite3.ProgrammingError("another thread's"), None),
    ],
)
def test_what_is_the_matter(error: Exception, trouble: Trouble | None) -> None:
    assert trouble_of(error) is trouble
