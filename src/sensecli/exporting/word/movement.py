"""What moved between rounds on the pages of a Word document."""

from collections.abc import Mapping

from sensecli.exporting.movement.passages import NOTHING_SAID, Then, promises, referenced
from sensecli.exporting.movement.sentences import (
    moved,
    movement_headline,
    span,
    still_sentence,
    stretch_sentences,
    stretches,
)
from sensecli.exporting.movement.tables import movement_table
from sensecli.exporting.shown import Shown
from sensecli.exporting.told import short_labels
from sensecli.exporting.word.page import Page
from sensecli.exporting.wording import opened
from sensecli.model import Analysis, Between

_LETTERS = 160


def movement_pages(page: Page, analysis: Analysis, picture: Shown | None) -> None:
    """Who moved, and what became of what was promised; nothing without rounds to compare."""
    comparison = analysis.comparison
    if comparison is None:
        return
    names = short_labels(analysis, _LETTERS)
    page.said("What moved between the rounds", "Heading 1")
    told = movement_headline(comparison)
    page.said(told, "Subtitle")
    if picture:
        page.pictured(picture)
    for between in stretches(comparison):
        _stretch(page, between, names, told)


def _stretch(page: Page, between: Between, names: Mapping[str, str], told: str) -> None:
    page.said(opened(span(between)), "Heading 2")
    for said in stretch_sentences(between, told=told):
        page.said(said)
    if table := movement_table(between):
        page.tabled(table)
    page.said(still_sentence(between))
    for theme in moved(between):
        if listed := referenced(theme):
            page.entered(theme.label, f"{listed}.")
    for title, found in promises(between, names):
        page.said(title, "Heading 2")
        for one in found:
            _then(page, one, between)


def _then(page: Page, one: Then, between: Between) -> None:
    for when, said in ((between.before, one.said), (between.after, one.says)):
        head = f"{one.label}: {one.leader} in {when}"
        if said is None:
            page.said(f"{head}. {NOTHING_SAID}")
            continue
        page.said(head, leads=True)
        page.quoted([said])
