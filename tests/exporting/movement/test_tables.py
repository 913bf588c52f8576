"""What moved, in a table."""

from sensecli.exporting.movement.tables import HEADER, change, movement_table
from tests.exporting.followed import a_between, a_moved, a_paired


def test_a_theme_is_told_then_and_now() -> None:
    found = movement_table(a_between())
    assert found
    assert found.header == HEADER
    assert [cell.replace("\u00a0", " ") for cell in found.rows[0]] == [
        "People", "1", "0", "11", "10 \u2192 11", "2 \u2192 5", "+25 (+5 to +45)",
    ]  # fmt: skip


def test_themes_on_which_nobody_moved_have_no_row() -> None:
    found = movement_table(a_between())
    assert found
    assert [row[0] for row in found.rows] == ["People"]
    assert movement_table(a_between(themes=[a_moved(up=0)])) is None


def test_a_change_for_the_worse_has_a_minus_sign() -> None:
    assert change(a_paired(6, 3)).replace("\u00a0", " ") == "\u221225 (\u221245 to \u22125)"


def test_no_change_is_nought() -> None:
    assert change(a_paired(3, 3)).startswith("0 (")
