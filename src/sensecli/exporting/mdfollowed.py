"""Did action follow? The parts of a Markdown report on records, and on what moved."""

from collections.abc import Iterator

from sensecli.exporting.figuretables import Table
from sensecli.exporting.mdtext import block_quote, bullets, escaped, table
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
from sensecli.exporting.sentences import labels
from sensecli.exporting.wording import opened
from sensecli.model import Analysis, Between, Records


def records_markdown(analysis: Analysis) -> str:
    """The plan and the papers beside what leaders say; "" where none were given."""
    records = analysis.records
    if records is None:
        return ""
    names = labels(analysis.codebook)
    parts = (
        "## Did action follow?",
        f"**{escaped(last_word(records))}**",
        *map(escaped, read_sentences(records)),
        *map(_tabled, crosscheck_tables(records)),
        *map(escaped, lacking_sentences(records)),
        escaped(decided_sentence(records)),
        *_contradictions(records, names),
        *_papers(records, names),
        *_actions(records, names),
    )
    return "\n\n".join(filter(None, parts))


def movement_markdown(analysis: Analysis) -> str:
    """What moved between rounds; "" where there were none to compare."""
    comparison = analysis.comparison
    if comparison is None:
        return ""
    names = labels(analysis.codebook)
    head = movement_headline(comparison)
    told = [part for one in stretches(comparison) for part in _stretch(one, names, head)]
    parts = ("## What moved between the rounds", f"**{escaped(head)}**", *told)
    return "\n\n".join(filter(None, parts))


def _contradictions(records: Records, names: dict[str, str]) -> Iterator[str]:
    for kind, title in DISAGREEMENTS.items():
        if found := pairs(records, kind, names):
            yield f"### {title}"
            yield from (part for pair in found for part in _pair(pair))


def _pair(pair: Pair) -> tuple[str, ...]:
    plan = block_quote(pair.plan) if pair.plan else NO_ACTION
    lead = f"**{escaped(pair.label)}** ({escaped(pair.leader)}), and the plan:"
    return (lead, block_quote(pair.said), plan)


def _papers(records: Records, names: dict[str, str]) -> Iterator[str]:
    found, only = recorded(records, names), discussed_sentence(records, names)
    if found or only:
        yield "### What the papers record"
    for one in found:
        for passage in one.passages:
            yield f"**{escaped(one.label)}.** {escaped(passage.lead)}:\n\n{block_quote(passage)}"
    yield escaped(only)


def _actions(records: Records, names: dict[str, str]) -> Iterator[str]:
    if shown := actions_table(records, names):
        yield "### The actions"
        yield _tabled(shown)


def _stretch(between: Between, names: dict[str, str], head: str) -> Iterator[str]:
    yield f"### {escaped(opened(span(between)))}"
    yield from map(escaped, stretch_sentences(between, told=head))
    if shown := movement_table(between):
        yield _tabled(shown)
    yield still_sentence(between)
    yield bullets(
        f"{theme.label}: {listed}." for theme in moved(between) if (listed := referenced(theme))
    )
    for title, found in promises(between, names):
        yield f"#### {escaped(title)}"
        yield from (part for one in found for part in _then(one, between))


def _then(one: Then, between: Between) -> tuple[str, ...]:
    sides = ((between.before, one.said), (between.after, one.says))
    told = [
        f"{escaped(when)}:\n\n{block_quote(said)}" if said else f"{escaped(when)}: {NOTHING_SAID}"
        for when, said in sides
    ]
    return (f"**{escaped(one.label)}** ({escaped(one.leader)})", *told)


def _tabled(shown: Table) -> str:
    drawn = table(shown.header, shown.rows, words=shown.words)
    return f"{escaped(shown.caption)}\n\n{drawn}"
