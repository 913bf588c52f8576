"""Did action follow? The programme's records on the pages of a Word document."""

from collections.abc import Mapping

from sensecli.exporting.office import cut
from sensecli.exporting.records.passages import (
    DISAGREEMENTS,
    NO_ACTION,
    Pair,
    discussed_sentence,
    pairs,
    recorded,
)
from sensecli.exporting.records.sentences import (
    decided_sentence,
    lacking_sentences,
    last_word,
    read_sentences,
)
from sensecli.exporting.records.tables import actions_table, crosscheck_tables
from sensecli.exporting.shown import Shown
from sensecli.exporting.told import short_labels
from sensecli.exporting.word.page import Page
from sensecli.model import Analysis, Records

_LETTERS, _ANSWER_LETTERS = 160, 600


def records_pages(page: Page, analysis: Analysis, picture: Shown | None) -> None:
    """The plan and the papers beside what leaders say; nothing where none were given."""
    records = analysis.records
    if records is None:
        return
    names = short_labels(analysis, _LETTERS)
    page.said("Did action follow?", "Heading 1")
    page.said(cut(last_word(records), _ANSWER_LETTERS), "Subtitle")
    for said in read_sentences(records):
        page.said(said)
    if picture:
        page.pictured(picture)
    for table in crosscheck_tables(records):
        page.tabled(table)
    for said in (*lacking_sentences(records), decided_sentence(records)):
        page.said(said)
    _contradictions(page, records, names)
    _papers(page, records, names)
    if actions := actions_table(records, names):
        page.said("The actions", "Heading 2")
        page.tabled(actions)


def _contradictions(page: Page, records: Records, names: Mapping[str, str]) -> None:
    for kind, title in DISAGREEMENTS.items():
        found = pairs(records, kind, names)
        if found:
            page.said(title, "Heading 2")
        for one in found:
            _pair(page, one)


def _pair(page: Page, one: Pair) -> None:
    page.said(f"{one.label}: {one.leader} says", leads=True)
    page.quoted([one.said])
    if one.plan is None:
        page.said(NO_ACTION)
        return
    page.said("The plan says", leads=True)
    page.quoted([one.plan])


def _papers(page: Page, records: Records, names: Mapping[str, str]) -> None:
    found, only = recorded(records, names), discussed_sentence(records, names)
    if found or only:
        page.said("What the papers record", "Heading 2")
    for one in found:
        for passage in one.passages:
            page.said(f"{one.label}. {passage.lead}", leads=True)
            page.quoted([passage])
    page.said(only)
