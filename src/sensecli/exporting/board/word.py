"""A board's report as a Word document, in our own look or a house's."""

from pathlib import Path

from sensecli.exporting.board.content import Report, Section
from sensecli.exporting.word.opening import opened
from sensecli.exporting.word.page import Page, headed, numbered_footer, saved


def board_docx(report: Report, template: Path | None = None) -> bytes:
    """The report as a document; raises TemplateError where the template cannot be used."""
    document = opened(template)
    page = Page(document)
    headed(document, report.head)
    if template is None:
        numbered_footer(document, report.title)
    page.said(report.title, "Title")
    page.said(report.story, "Subtitle")
    for said in report.read:
        page.said(said)
    for one in report.sections:
        _section(page, one)
    return saved(document, title=report.title, tool=report.tool)


def _section(page: Page, one: Section) -> None:
    page.said(one.title, "Heading 2" if one.within else "Heading 1")
    for said in one.said:
        page.said(said)
    if one.table:
        page.tabled(one.table)
    page.listed(one.listed)
    page.quoted(one.quotes)
