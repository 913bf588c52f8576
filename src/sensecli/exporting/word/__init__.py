"""Word: the report as a document whose styles, header and footer a house template can replace."""

from collections.abc import Sequence
from pathlib import Path

from sensecli.exporting.figuretables import (
    barrier_table,
    consensus_table,
    corrected_note,
    corrected_table,
    group_tables,
    theme_table,
)
from sensecli.exporting.method import coverage_sentence, method_sentences
from sensecli.exporting.office import cut
from sensecli.exporting.places import with_named_places
from sensecli.exporting.sentences import (
    barrier_sentence,
    dissent_sentence,
    headline,
    lens_sentence,
)
from sensecli.exporting.shown import Shown
from sensecli.exporting.told import (
    CONFIDENTIAL,
    TITLE,
    differing,
    dissent,
    evidence,
    finding_paragraph,
    missed_sentence,
    read_sentences,
    short_labels,
    shortened,
    silent_sentence,
    top,
)
from sensecli.exporting.word.leader import profile_docx
from sensecli.exporting.word.movement import movement_pages
from sensecli.exporting.word.opening import opened
from sensecli.exporting.word.page import Page, numbered_footer, saved
from sensecli.exporting.word.records import records_pages
from sensecli.model import Analysis, Finding

__all__ = ["findings_docx", "profile_docx"]

_BARRIERS_IN_WORDS = 3
_LABEL_LETTERS, _ANSWER_LETTERS = 160, 600
_PLACED = (
    *("gap", "ladder", "groups", "actors", "barriers", "consensus", "coverage", "lenses"),
    *("quadrants", "movement"),
)


def findings_docx(
    analysis: Analysis, pictures: Sequence[Shown] = (), template: Path | None = None
) -> bytes:
    """The findings as a Word document; raises TemplateError where the template cannot be used."""
    analysis = shortened(with_named_places(analysis), _LABEL_LETTERS)
    document = opened(template)
    page, drawn = Page(document), {one.name: one for one in pictures if one.png}
    if template is None:
        numbered_footer(document, CONFIDENTIAL)
    _answer(page, analysis, drawn)
    _themes(page, analysis, drawn)
    records_pages(page, analysis, drawn.get("quadrants"))
    movement_pages(page, analysis, drawn.get("movement"))
    _groups(page, analysis, drawn)
    _barriers(page, analysis, drawn)
    _lenses(page, analysis, drawn)
    _corrected(page, analysis)
    _consensus(page, analysis, drawn)
    for name, picture in drawn.items():
        if name not in _PLACED:
            page.pictured(picture)
    _ending(page, analysis)
    return saved(document, title=TITLE, tool=analysis.engine.tool)


def _answer(page: Page, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    page.said(TITLE, "Title")
    page.said(CONFIDENTIAL, "Caption")
    page.said(cut(headline(analysis), _ANSWER_LETTERS), "Subtitle")
    _picture(page, drawn, "gap")
    for said in read_sentences(analysis):
        page.said(said)


def _themes(page: Page, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    if analysis.findings:
        page.said("Themes", "Heading 1")
    if table := theme_table(analysis):
        page.tabled(table)
    page.said(silent_sentence(analysis))
    names, striking = short_labels(analysis, _LABEL_LETTERS), top(analysis)
    if striking:
        page.said("Where leaders agree and do not act", "Heading 1")
    for finding in striking:
        page.said(finding.label, "Heading 2")
        page.said(finding_paragraph(finding, names), leads=bool(finding.quotes))
        page.quoted(evidence(finding))
        _dissent(page, finding)
    _section(page, drawn, "ladder", "How far it has gone")
    _section(page, drawn, "actors", "Who is expected to act")
    others = differing(analysis)
    if others:
        page.said("Where else leaders differ", "Heading 1")
    for finding in others:
        page.said(finding.label, "Heading 2")
        _dissent(page, finding)


def _dissent(page: Page, finding: Finding) -> None:
    if said := dissent_sentence(finding):
        quotes = dissent(finding)
        page.said(said, leads=bool(quotes))
        page.quoted(quotes)


def _groups(page: Page, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    tables = tuple(group_tables(analysis))
    if tables or "groups" in drawn:
        page.said("Group by group", "Heading 1")
    _picture(page, drawn, "groups")
    for table in tables:
        page.tabled(table)


def _barriers(page: Page, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    table = barrier_table(analysis)
    if table is None:
        return
    page.said("What stands in the way", "Heading 1")
    page.tabled(table)
    named = [one for one in analysis.barriers if one.figures.counts.raised]
    for finding in named[:_BARRIERS_IN_WORDS]:
        quotes = evidence(finding)[:1]
        page.said(barrier_sentence(finding, finding.figures.counts.n), leads=bool(quotes))
        page.quoted(quotes)
        _dissent(page, finding)
    _picture(page, drawn, "barriers")


def _lenses(page: Page, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    voiced = [lens for lens in analysis.lenses if lens.voiced]
    if not voiced:
        return
    names = short_labels(analysis, _LABEL_LETTERS)
    page.said("How leaders make sense of it", "Heading 1")
    for lens in voiced:
        quotes = evidence(lens.finding)[:1]
        said = lens_sentence(lens, lens.finding.figures.counts.n, names)
        page.said(said, leads=bool(quotes))
        page.quoted(quotes)
    _picture(page, drawn, "lenses")


def _corrected(page: Page, analysis: Analysis) -> None:
    if table := corrected_table(analysis):
        page.said("Corrected shares", "Heading 1")
        page.tabled(table)
        page.said(corrected_note(analysis))


def _consensus(page: Page, analysis: Analysis, drawn: dict[str, Shown]) -> None:
    table = consensus_table(analysis)
    if table or "consensus" in drawn:
        page.said("How agreement grew", "Heading 1")
    _picture(page, drawn, "consensus")
    if table:
        page.tabled(table)
    page.said("When new codes stopped turning up", "Heading 1")
    page.said(coverage_sentence(analysis.coverage))
    _picture(page, drawn, "coverage")


def _ending(page: Page, analysis: Analysis) -> None:
    if said := missed_sentence(analysis):
        page.said("What the codebook missed", "Heading 1")
        page.said(said)
        page.quoted(analysis.missed)
    problems, notices = map(str, analysis.problems), map(str, analysis.notices)
    _list(page, "Problems", tuple(problems))
    _list(page, "Notices", tuple(notices))
    _list(page, "Notes on method", method_sentences(analysis))


def _list(page: Page, title: str, lines: tuple[str, ...]) -> None:
    if lines:
        page.said(title, "Heading 1")
        page.listed(lines)


def _section(page: Page, drawn: dict[str, Shown], name: str, title: str) -> None:
    if name in drawn:
        page.said(title, "Heading 1")
        _picture(page, drawn, name)


def _picture(page: Page, drawn: dict[str, Shown], name: str) -> None:
    if name in drawn:
        page.pictured(drawn[name])
