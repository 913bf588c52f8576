"""PowerPoint: the answer, one slide a finding, and how it was made, on a house's own layouts."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from sensecli.exporting.figuretables import Table, barrier_table, consensus_table, theme_table
from sensecli.exporting.method import coverage_sentence, method_sentences
from sensecli.exporting.office import dated_alike, told_apart, without_thumbnail
from sensecli.exporting.places import with_named_places
from sensecli.exporting.sentences import (
    barrier_sentence,
    dissent_sentence,
    expected_actor_sentence,
    finding_sentence,
    headline,
    lens_sentence,
    obstacles_sentence,
)
from sensecli.exporting.shown import Shown
from sensecli.exporting.slides.ladder import charted
from sensecli.exporting.slides.opening import opened
from sensecli.exporting.slides.setting import Line, line, quote
from sensecli.exporting.slides.slide import Slides
from sensecli.exporting.told import (
    CONFIDENTIAL,
    TITLE,
    bounds_sentence,
    evidence,
    read_sentences,
    short_labels,
    shortened,
    top,
)
from sensecli.model import Analysis, Finding

_LENSES = 7
_LABEL_LETTERS = 60
_LAST = ("barriers", "lenses", "consensus", "coverage", "quadrants", "movement")


def findings_pptx(
    analysis: Analysis, pictures: Sequence[Shown] = (), template: Path | None = None
) -> bytes:
    """The findings as slides; raises TemplateError where the template cannot be used."""
    analysis = shortened(with_named_places(analysis), _LABEL_LETTERS)
    deck = opened(template)
    slides, drawn = Slides(deck, CONFIDENTIAL), {one.name: one for one in pictures if one.png}
    slides.answer(headline(analysis), (f"{TITLE}. {CONFIDENTIAL}.", *read_sentences(analysis)))
    _gap(slides, analysis, drawn)
    names = short_labels(analysis, _LABEL_LETTERS)
    for finding in top(analysis):
        _finding(slides, finding, names)
    _picture(slides, drawn, "quadrants")
    _picture(slides, drawn, "movement")
    for name, picture in drawn.items():
        if name != "gap" and name not in _LAST:
            slides.picture(picture)
    _barriers(slides, analysis, drawn)
    _lenses(slides, analysis, drawn)
    _consensus(slides, analysis, drawn)
    slides.text("How this was made", [line(one, bullet=True) for one in method_sentences(analysis)])
    told_apart(deck.core_properties, title=TITLE, tool=analysis.engine.tool)
    without_thumbnail(deck.part.package._rels)  # noqa: SLF001 - the library has no door to it
    written = BytesIO()
    deck.save(written)
    return dated_alike(written.getvalue())


def _gap(slides: Slides, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    """The gap as a picture, or as a table where there is none."""
    if "gap" in drawn:
        slides.picture(drawn["gap"])
    elif table := theme_table(analysis):
        slides.table("Where leaders agree, and where they act", _columns(table, 0, 1, 2, 4, 5, 6))


def _finding(slides: Slides, finding: Finding, names: dict[str, str]) -> None:
    n = finding.figures.counts.n
    sentences = (
        bounds_sentence(finding),
        expected_actor_sentence(finding),
        obstacles_sentence(finding, names),
        dissent_sentence(finding),
    )
    lines = [
        *(quote(one.text, one.place) for one in evidence(finding)),
        *(line(said) for said in sentences if said),
    ]
    slides.beside(
        finding_sentence(finding, n), lines, lambda slide, box: charted(slide, box, finding)
    )


def _barriers(slides: Slides, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    if table := barrier_table(analysis):
        first = next(one for one in analysis.barriers if one.figures.counts.raised)
        said = barrier_sentence(first, first.figures.counts.n)
        slides.table(said, _columns(table, 0, 1, 2, 3, 6))
    _picture(slides, drawn, "barriers")


def _lenses(slides: Slides, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    voiced = [lens for lens in analysis.lenses if lens.voiced]
    if voiced:
        names = short_labels(analysis, _LABEL_LETTERS)
        lines = [
            line(lens_sentence(lens, lens.finding.figures.counts.n, names), bullet=True)
            for lens in voiced[:_LENSES]
        ]
        more = len(voiced) - len(lines)
        slides.text(
            "How leaders make sense of it", [*lines, *([line(f"And {more} more.")] if more else [])]
        )
    _picture(slides, drawn, "lenses")


def _consensus(slides: Slides, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    if "consensus" in drawn:
        slides.picture(drawn["consensus"])
    elif table := consensus_table(analysis):
        slides.table("How agreement grew", table)
    if "coverage" in drawn:
        slides.picture(drawn["coverage"])
    elif analysis.coverage:
        said = coverage_sentence(analysis.coverage)
        slides.text("When new codes stopped turning up", [Line(said)])


def _picture(slides: Slides, drawn: dict[str, Shown], name: str) -> None:
    if name in drawn:
        slides.picture(drawn[name])


def _columns(table: Table, *shown: int) -> Table:
    """The table with some of its columns only."""
    rows = tuple(tuple(row[at] for at in shown) for row in table.rows)
    return Table(table.caption, tuple(table.header[at] for at in shown), rows, table.words)
