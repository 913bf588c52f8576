"""A board's report as slides, on our own layouts or a house's."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from sensecli.exporting.board.content import Report, Section, chunks
from sensecli.exporting.figuretables import Table
from sensecli.exporting.office import dated_alike, one_line, told_apart, without_thumbnail
from sensecli.exporting.slides.opening import opened
from sensecli.exporting.slides.setting import Line, quote
from sensecli.exporting.slides.slide import Slides

_ROWS, _QUOTES, _LETTERS = 7, 3, 900


def board_pptx(report: Report, template: Path | None = None) -> bytes:
    """The report as slides; raises TemplateError where the template cannot be used."""
    deck = opened(template)
    slides = Slides(deck, report.head)
    slides.answer(report.story, (f"{report.title}. {report.head}", *report.read))
    over = ""
    for one in report.sections:
        over = over if one.within else one.title
        _section(slides, one, f"{over}: {one.title}" if one.within else one.title)
    told_apart(deck.core_properties, title=report.title, tool=report.tool)
    without_thumbnail(deck.part.package._rels)  # noqa: SLF001 - the library has no door to it
    written = BytesIO()
    deck.save(written)
    return dated_alike(written.getvalue())


def _section(slides: Slides, one: Section, title: str) -> None:
    if one.table:
        _tables(slides, one.table, title)
    for run in chunks((*one.said, *one.listed), _LETTERS):
        lines = [Line(one_line(said), bullet=said in one.listed) for said in run]
        slides.text(title, lines)
    for at in range(0, len(one.quotes), _QUOTES):
        held = one.quotes[at : at + _QUOTES]
        slides.text(title, [quote(said.text, said.place) for said in held])


def _tables(slides: Slides, table: Table, title: str) -> None:
    """As many slides as the rows need: none is left out."""
    parts = [table.rows[at : at + _ROWS] for at in range(0, len(table.rows), _ROWS)]
    for number, rows in enumerate(parts, start=1):
        which = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
        slides.table(f"{title}{which}", replace(table, rows=rows))
