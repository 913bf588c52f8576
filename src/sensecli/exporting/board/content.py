"""What a board's report holds, whatever form it takes: sections of text, tables and quotes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sensecli.exporting.board.figures import (
    barrier_table,
    barriers_note,
    column_notes,
    group_sections_table,
    story,
    theme_table,
)
from sensecli.exporting.board.leftout import left_out_lines
from sensecli.exporting.dates import date_span
from sensecli.exporting.figuretables import Table
from sensecli.exporting.told import TITLE
from sensecli.exporting.wording import plural
from sensecli.model import Analysis, Board, BoardQuote


@dataclass(frozen=True, slots=True)
class Section:
    """A part under a heading; `within` where it belongs to the section before it."""

    title: str
    said: tuple[str, ...] = ()
    table: Table | None = None
    listed: tuple[str, ...] = ()
    quotes: tuple[BoardQuote, ...] = ()
    within: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report: `head` stands on every page, `story` is the answer in one sentence."""

    title: str
    head: str
    story: str
    read: tuple[str, ...]
    sections: tuple[Section, ...]
    tool: str


def report(analysis: Analysis, board: Board) -> Report:
    """The report in words and rows, made of what the board may see and of the codebook alone."""
    sections = (
        *_themes(board),
        *_barriers(board),
        *_groups(board),
        *_quotes(analysis, board),
        Section("What was left out to protect people", listed=left_out_lines(board)),
        Section("How this was made", listed=_made(analysis)),
    )
    return Report(
        title=TITLE,
        head=f"For the board. Figures under {board.min_cell} are hidden.",
        story=story(board),
        read=_read(analysis, board),
        sections=sections,
        tool=analysis.engine.tool,
    )


def _read(analysis: Analysis, board: Board) -> tuple[str, ...]:
    """With how many leaders, in which months, by which codebook."""
    book = analysis.codebook
    many = (
        plural(board.leaders, "leader") if board.leaders else f"fewer than {board.min_cell} leaders"
    )
    # A day would tell whose interview was the first.
    months = date_span(one.date[:7] for one in analysis.project.interviews)
    said = f"Interviews with {', '.join(filter(None, (many, months)))}."
    return (f'{said} Sorted by the codebook "{book.label}", version {book.version}.',)


def _themes(board: Board) -> tuple[Section, ...]:
    table = theme_table(board)
    return (Section("Themes", column_notes(board), table),) if table else ()


def _barriers(board: Board) -> tuple[Section, ...]:
    table = barrier_table(board)
    return (Section("What stands in the way", barriers_note(), table),) if table else ()


def _groups(board: Board) -> tuple[Section, ...]:
    told = [one for one in board.themes if one.groups]
    if not told:
        return ()
    return (
        Section("Group by group"),
        *(Section(one.label, table=group_sections_table(one), within=True) for one in told),
    )


def _quotes(analysis: Analysis, board: Board) -> tuple[Section, ...]:
    without = _unplaced(analysis)
    sections = []
    for one in (*board.themes, *board.barriers):
        quotes = tuple(
            BoardQuote(said.code, said.why, without(said.text), said.place)
            for said in board.quotes
            if said.code == one.code
        )
        if quotes:
            sections.append(Section(one.label, quotes=quotes, within=True))
    return (Section("In leaders' words"), *sections) if sections else ()


def _unplaced(analysis: Analysis) -> Callable[[str], str]:
    """What takes roles, organisations and leaders' ids out of what a leader said."""
    from sensecli.exporting.masking import masker

    interviews = analysis.project.interviews
    known = {one.role: "[role]" for one in interviews if one.role}
    known |= {one.organisation: "[organisation]" for one in interviews if one.organisation}
    mask = masker(tuple(known.items()))
    stand_ins = sorted({f"[{one.leader}]" for one in interviews})

    def without(text: str) -> str:
        for stand_in in stand_ins:
            text = text.replace(stand_in, "[name]")
        return mask(text)

    return without


def _made(analysis: Analysis) -> tuple[str, ...]:
    engine, book = analysis.engine, analysis.codebook
    version = f"version {book.version}; hash {engine.codebook_hash}"
    return (
        "A program read the interviews, sentence by sentence, and people may have corrected it.",
        "A leader counts as agreeing also where the interviewer raised the point first.",
        "To act is to say that something is being or has been done; nobody checked the deeds.",
        "A leader who does not speak of a theme is one of the leaders that the figures are out of.",
        f"Program: {engine.tool}. Codebook: {book.label} ({book.id}), {version}.",
    )


def chunks(lines: Sequence[str], letters: int) -> list[list[str]]:
    """The lines in runs of at most so many letters; a longer line has a run of its own."""
    runs: list[list[str]] = []
    for line in lines:
        if runs and sum(map(len, runs[-1])) + len(line) <= letters:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs
