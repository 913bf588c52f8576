"""What moved between rounds, as the page shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sensecli.exporting.movement.passages import NOTHING_SAID, Then, moves, promises
from sensecli.exporting.movement.sentences import (
    moved,
    movement_headline,
    span,
    still_sentence,
    stretch_sentences,
    stretches,
    ups_and_downs,
)
from sensecli.exporting.movement.tables import HEADER, movement_caption, movement_row
from sensecli.exporting.page.beside import Beside, Fold, Side, passages_link, said
from sensecli.exporting.passage import Passage
from sensecli.exporting.sentences import labels
from sensecli.exporting.wording import opened
from sensecli.model import Analysis, Between, ThemeMovement


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A theme's label and figures; `moves` is the id of who moved on it, or ""."""

    label: str
    cells: tuple[str, ...]
    moves: str


@dataclass(frozen=True, slots=True)
class StretchView:
    """From one round to another; `id` begins the ids within it."""

    id: str
    title: str
    said: tuple[str, ...]
    caption: str
    header: tuple[str, ...]
    rows: tuple[MovedRow, ...]
    still: str
    moves: tuple[Fold[Beside], ...]
    promises: tuple[tuple[str, tuple[Beside, ...]], ...]


@dataclass(frozen=True, slots=True)
class MovementView:
    """What the template shows of the rounds."""

    answer: str
    stretches: tuple[StretchView, ...]


def movement_view(analysis: Analysis) -> MovementView | None:
    """What moved in an analysis; None where there were no rounds to compare."""
    comparison = analysis.comparison
    if comparison is None:
        return None
    names = labels(analysis.codebook)
    answer = movement_headline(comparison)
    read = frozenset(one.id for one in analysis.project.interviews)
    return MovementView(
        answer,
        tuple(
            _stretch(one, f"stretch-{at}", names, answer, read)
            for at, one in enumerate(stretches(comparison), start=1)
        ),
    )


def _stretch(
    between: Between, id_: str, names: Mapping[str, str], answer: str, read: frozenset[str]
) -> StretchView:
    themes = moved(between)
    folds = tuple(_moves(themes, between, id_, read))
    known = {one.id for one in folds}
    return StretchView(
        id=id_,
        title=opened(span(between)),
        said=stretch_sentences(between, told=answer),
        caption=movement_caption(between),
        header=HEADER,
        rows=tuple(_row(one, id_, known) for one in themes),
        still=still_sentence(between),
        moves=folds,
        promises=tuple(
            (title, tuple(_beside(one, between, read) for one in found))
            for title, found in promises(between, names)
        ),
    )


def _row(theme: ThemeMovement, id_: str, known: set[str]) -> MovedRow:
    label, *cells = movement_row(theme)
    place = f"{id_}-{theme.code}"
    return MovedRow(label, tuple(cells), place if place in known else "")


def _moves(
    themes: tuple[ThemeMovement, ...], between: Between, id_: str, read: frozenset[str]
) -> Iterator[Fold[Beside]]:
    for theme in themes:
        if found := moves(theme):
            told = tuple(_beside(one, between, read) for one in found)
            yield Fold(f"{id_}-{theme.code}", f"{theme.label}: {ups_and_downs(theme)}", told)


def _beside(one: Then, between: Between, read: frozenset[str]) -> Beside:
    """The two passages under the leader, and which way the leader moved or what it is about."""
    return Beside(
        f"{one.leader} {one.way}" if one.way else f"{one.label}: {one.leader}",
        (
            _side(one, between.before, one.said, read),
            _side(one, between.after, one.says, read),
        ),
    )


def _side(one: Then, when: str, passage: Passage | None, read: frozenset[str]) -> Side:
    """It leads to its passages where the page has them: coded, of an interview that is shown."""
    if passage is None:
        return Side(opened(when), None, instead=NOTHING_SAID)
    shown = passage.code and passage.interview in read
    link = passages_link(passage.code, one.leader) if shown else ""
    return Side(opened(when), said(passage), link)
