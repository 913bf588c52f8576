"""A board's report in Markdown."""

from pathlib import Path

from sensecli.exporting.board.content import Report, Section
from sensecli.exporting.mdtext import block_quote, bullets, escaped, table


def board_markdown(report: Report, _template: Path | None = None) -> bytes:
    """The report to be read from top to bottom, or pasted into another document."""
    parts = (
        f"# {report.title}",
        f"*{escaped(report.head)}*",
        f"**{escaped(report.story)}**",
        *map(escaped, report.read),
        *map(_section, report.sections),
    )
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


def _section(one: Section) -> str:
    shown = one.table
    parts = (
        f"{'###' if one.within else '##'} {escaped(one.title)}",
        *map(escaped, one.said),
        f"{escaped(shown.caption)}\n\n{table(shown.header, shown.rows)}" if shown else "",
        bullets(one.listed),
        *map(block_quote, one.quotes),
    )
    return "\n\n".join(filter(None, parts))
