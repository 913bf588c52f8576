"""The report on a terminal: what a tired reader gets of an analysis in ten seconds, and more."""

from sensecli.cli.report.corrected import corrected_lines
from sensecli.cli.report.gaps import gap_table
from sensecli.cli.report.layout import Lines
from sensecli.cli.report.opening import opening
from sensecli.cli.report.rest import barrier_table, closing, lens_lines, missed_lines
from sensecli.cli.report.told import told_findings
from sensecli.cli.running import Asked
from sensecli.exporting.places import with_named_places
from sensecli.exporting.sentences import labels
from sensecli.model import Analysis


def report(analysis: Analysis, *, width: int, top: int, asked: Asked | None = None) -> Lines:
    """The whole report in lines of at most `width` cells, `top` findings in sentences.

    The next step, at the end, is in the words of what was `asked`.
    """
    analysis = with_named_places(analysis)
    names = labels(analysis.codebook)
    alone = not analysis.findings and not analysis.barriers
    return [
        *opening(analysis, width=width),
        *gap_table(analysis.findings, width=width),
        *told_findings(analysis.findings, names=names, top=top, width=width),
        *_followed(analysis, width),
        *barrier_table(analysis.barriers, width=width),
        *corrected_lines(analysis, width=width),
        *lens_lines(analysis.lenses, names=names, width=width, alone=alone),
        *missed_lines(analysis, width=width),
        *closing(analysis, asked, width=width),
    ]


def _followed(analysis: Analysis, width: int) -> Lines:
    """What the records say and what moved; most studies have neither."""
    if analysis.records is None and analysis.comparison is None:
        return []
    from sensecli.cli.report.movement import movement_lines
    from sensecli.cli.report.records import records_lines

    return [*records_lines(analysis, width=width), *movement_lines(analysis, width=width)]
