"""The findings as a page of HTML. Its heavy import (jinja2) waits for `render`."""

from collections.abc import Sequence

from sensecli.exporting.shown import Shown
from sensecli.model import Analysis


def findings_html(analysis: Analysis, pictures: Sequence[Shown] = ()) -> bytes:
    """The findings as one page that needs nothing else."""
    from sensecli.exporting.page.render import findings_html as render

    return render(analysis, pictures)


def profile_html(analysis: Analysis, leader: str) -> bytes:
    """One leader's own words on one page; KeyError where there is no such leader."""
    from sensecli.exporting.page.render import profile_html as render

    return render(analysis, leader)
