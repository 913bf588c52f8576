"""What was read, and the answer in one sentence."""

from sensecli.cli.report.layout import BLANK, STRONG, Lines, paragraph
from sensecli.exporting.dates import date_span
from sensecli.exporting.sentences import headline
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.exporting.wording import own_views, plural
from sensecli.model import Analysis


def opening(analysis: Analysis, *, width: int) -> Lines:
    """What it is for, one or two lines on what was read, then the headline."""
    return [
        *paragraph(f"{CONFIDENTIAL}.", width=width),
        BLANK,
        *paragraph(read(analysis), width=width),
        BLANK,
        *paragraph(headline(analysis), width=width, style=STRONG),
    ]


def read(analysis: Analysis) -> str:
    """Such as `21 interviews, 5 groups, 12 Sep - 21 Nov 2022. 34 codes of "MSK"; 560 codings`."""
    all_ = analysis.totals
    parts = [plural(all_.interviews, "interview")]
    if all_.leaders != all_.interviews:
        parts.append(plural(all_.leaders, "leader"))
    if all_.groups:
        parts.append(plural(len(all_.groups), "group"))
    if dates := date_span(all_.dates):
        parts.append(dates)
    book = analysis.codebook
    codes = f"{plural(len(book.leaves), 'code')} of \u201c{book.label}\u201d"
    coded = own_views(all_.codings, all_.own).replace("'", "\u2019")
    return f"{', '.join(parts)}. {codes}; {coded}."
