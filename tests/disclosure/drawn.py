"""Tables of leaders drawn at random: groups whose leaders stand in two columns, or in none."""

from typing import NamedTuple

from hypothesis import strategies as st

Row = tuple[int, ...]


class Drawn(NamedTuple):
    """A least count, the groups' rows, and how many leaders each group has."""

    least: int
    groups: tuple[Row, ...]
    sizes: tuple[int, ...]


def rows(leaders: int) -> st.SearchStrategy[Row]:
    """So many leaders, parted into two and the rest."""
    cuts = st.tuples(st.integers(0, leaders), st.integers(0, leaders)).map(sorted)
    return cuts.map(lambda at: (at[0], at[1] - at[0]))


@st.composite
def tables(draw: st.DrawFn, *, most: int = 30) -> Drawn:
    """One to four groups of at least so many leaders as is least, 30 in all at most."""
    least = draw(st.integers(3, 6))
    groups = draw(st.integers(1, min(4, most // least)))
    sizes = tuple(
        draw(st.integers(least, max(least, most // groups)), label="leaders") for _ in range(groups)
    )
    return Drawn(least, tuple(draw(rows(size)) for size in sizes), sizes)
