"""A board's report as one page of HTML that needs nothing else, and runs no script."""

from pathlib import Path

from sensecli.exporting.board.content import Report


def board_html(report: Report, _template: Path | None = None) -> bytes:
    """The report as a page."""
    from sensecli.exporting.page.render import rendered

    return rendered("board.html.j2", {"report": report})
