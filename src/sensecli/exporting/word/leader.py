"""One leader's own words as a Word document, for going back to that leader."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from sensecli.exporting.profile import Said, Stand, profile, quoted
from sensecli.exporting.told import CONFIDENTIAL
from sensecli.exporting.word.opening import opened
from sensecli.exporting.word.page import Page, numbered_footer, saved
from sensecli.exporting.word.styles import tightened
from sensecli.exporting.wording import listed
from sensecli.model import Analysis

_TITLE = "What you told us"


def profile_docx(analysis: Analysis, leader: str, template: Path | None = None) -> bytes:
    """What that leader said; KeyError where nobody of that id was interviewed.

    Raises TemplateError where the template cannot be used.
    """
    one = profile(analysis, leader)
    document = opened(template)
    page = Page(document)
    if template is None:
        numbered_footer(document, CONFIDENTIAL)
        tightened(document)
    page.said(one.title, "Title")
    page.said(CONFIDENTIAL, "Caption")
    page.said(one.about, "Caption")
    page.said(one.read)
    _lines(page, "What you said is being or has been done", one.doing)
    _lines(page, "What you said you would do", one.will)
    _lines(page, "What you said did not happen", one.failed)
    _list(page, "What came up only when we raised it", one.prompted)
    known = {(said.text, said.place) for said in (*one.doing, *one.will, *one.failed)}
    _stands(page, "What you told us, theme by theme", one.themes, known)
    _stands(page, "What you said is in the way, or is not", one.barriers, known)
    _stands(page, "How you make sense of it", one.lenses, known)
    _list(page, "What we did not hear from you", one.silent)
    page.said(f"Made by {one.tool}; codebook {one.codebook}.", "Caption")
    return saved(document, title=_TITLE, tool=one.tool)


def _lines(page: Page, title: str, said: Sequence[Said]) -> None:
    if said:
        page.said(title, "Heading 1")
        page.listed(f"{quoted(one)} {listed(one.on)}." for one in said)


def _stands(
    page: Page, title: str, stands: Sequence[Stand], known: AbstractSet[tuple[str, str]]
) -> None:
    """One paragraph a code; `known` are the passages that were quoted above already."""
    if stands:
        page.said(title, "Heading 1")
    for one in stands:
        quotes = [quoted(said) for said in one.shown if (said.text, said.place) not in known]
        more = [f"And {one.more} more."] if one.more else []
        page.entered(one.label, " ".join((f"{one.stands}.", *quotes, *more)))


def _list(page: Page, title: str, labels: Sequence[str]) -> None:
    if labels:
        page.said(title, "Heading 1")
        page.said(f"{', '.join(labels)}.")
