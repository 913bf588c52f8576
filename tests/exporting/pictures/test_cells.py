import pytest

from sensecli.exporting.palette import PAPER
from sensecli.exporting.pictures.cells import shade, widest
from sensecli.exporting.pictures.look import SHADES


@pytest.mark.parametrize(
    ("share", "colour"),
    [
        (0.0, PAPER),
        (0.1, SHADES[0]),
        (0.25, SHADES[1]),
        (0.5, SHADES[2]),
        (0.99, SHADES[3]),
        (1.0, SHADES[4]),
    ],
)
def test_a_share_has_the_shade_of_its_quarter(share: float, colour: str) -> None:
    assert shade(share) == colour


def test_cells_get_narrower_where_there_are_many() -> None:
    assert widest([["a"] * 5], 600, 50) == 50
    assert widest([["a"] * 20], 600, 50) == 30
