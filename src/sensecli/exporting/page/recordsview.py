"""The programme's records as the page shows them beside the findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sensecli.exporting.page.beside import Beside, Fold, Side, passages_link, said
from sensecli.exporting.page.cells import Cell
from sensecli.exporting.page.findingview import Said
from sensecli.exporting.page.words import counted
from sensecli.exporting.records.passages import (
    DISAGREEMENTS,
    NO_ACTION,
    Pair,
    Recorded,
    discussed_sentence,
    pairs,
    recorded,
)
from sensecli.exporting.records.sentences import (
    decided,
    decided_sentence,
    lacking_sentences,
    last_word,
    read_sentences,
)
from sensecli.exporting.records.standing import standing
from sensecli.exporting.records.tables import plan_cells, quadrants
from sensecli.exporting.sentences import labels
from sensecli.exporting.told import top
from sensecli.exporting.wording import opened, plural
from sensecli.model import Analysis, CrossCheck, Kind, Matched, Records

_NO_CODE = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A theme: leaders who agree and act, then its actions, then decisions in papers.

    `finding`, `actions` and `papers` are the ids of what is told of it elsewhere, or "".
    """

    label: str
    figures: tuple[Cell, ...]
    plan: tuple[int, ...]
    decided: int
    finding: str
    actions: str
    papers: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action; `id` is its anchor, "" where it stood above already, `late` that it is overdue."""

    id: str
    reference: str
    text: str
    standing: str
    late: bool
    place: str


@dataclass(frozen=True, slots=True)
class RecordsView:
    """What the template shows of the records; `n` is how many leaders were interviewed."""

    answer: str
    read: tuple[str, ...]
    n: int
    quadrants: tuple[tuple[str, tuple[CheckRow, ...]], ...]
    notes: tuple[str, ...]
    contradictions: tuple[tuple[str, tuple[Beside, ...]], ...]
    papers: tuple[Fold[Said], ...]
    discussed: str
    has_papers: bool
    actions: tuple[Fold[ActionLine], ...]


def records_view(analysis: Analysis) -> RecordsView | None:
    """The records of an analysis; None where none were given."""
    records = analysis.records
    if records is None:
        return None
    names = labels(analysis.codebook)
    anchors = {one.action.id: f"action-{at}" for at, one in enumerate(records.actions, start=1)}
    actions = tuple(_actions(records, names, anchors))
    papers = tuple(map(_papers, recorded(records, names)))
    told = {f"finding-{one.code}" for one in top(analysis)}
    ids = told | {one.id for one in actions} | {one.id for one in papers}
    return RecordsView(
        answer=last_word(records),
        read=read_sentences(records),
        n=records.checks[0].figures.counts.n if records.checks else 0,
        quadrants=tuple(
            (f"{opened(quadrant)} ({len(checks)})", tuple(_row(one, ids) for one in checks))
            for quadrant, checks in quadrants(records)
        ),
        notes=tuple(filter(None, (*lacking_sentences(records), decided_sentence(records)))),
        contradictions=tuple(_contradictions(records, names, anchors)),
        papers=papers,
        discussed=discussed_sentence(records, names),
        has_papers=bool(records.papers),
        actions=actions,
    )


def _row(check: CrossCheck, ids: set[str]) -> CheckRow:
    def there(kind: str) -> str:
        return id_ if (id_ := f"{kind}-{check.code}") in ids else ""

    return CheckRow(
        label=check.label,
        figures=tuple(
            _cell(check, key, count)
            for key, count in (
                ("endorse", check.figures.counts.endorse),
                ("act", check.figures.act),
            )
        ),
        plan=plan_cells(check),
        decided=decided(check),
        finding=there("finding"),
        actions=there("plan"),
        papers=there("papers"),
    )


def _cell(check: CrossCheck, key: str, count: int) -> Cell:
    words = counted(count, key, Kind.THEME, check.label)
    return Cell(count, check.code, key, words, check.figures.counts.n)


def _contradictions(
    records: Records, names: Mapping[str, str], anchors: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Beside, ...]]]:
    for kind, title in DISAGREEMENTS.items():
        if found := pairs(records, kind, names):
            yield f"{title} ({len(found)})", tuple(_beside(one, anchors) for one in found)


def _beside(pair: Pair, anchors: Mapping[str, str]) -> Beside:
    leader = Side(f"{pair.leader} says", said(pair.said), passages_link(pair.code, pair.leader))
    if pair.plan is None:
        return Beside(pair.label, (leader, Side("The plan", None, instead=NO_ACTION)))
    anchor = anchors.get(pair.action, "")
    plan = Side("The plan says", said(pair.plan), f"#{anchor}" if anchor else "")
    return Beside(pair.label, (leader, plan))


def _papers(one: Recorded) -> Fold[Said]:
    title = f"{one.label}: {plural(len(one.passages), 'passage')}"
    return Fold(f"papers-{one.code}", title, tuple(map(said, one.passages)))


def _actions(
    records: Records, names: Mapping[str, str], anchors: Mapping[str, str]
) -> Iterator[Fold[ActionLine]]:
    """The actions code by code, the themes as in the table; those about no code come last."""
    by_code: dict[str, list[Matched]] = {}
    for one in records.actions:
        for code in one.codes or (_NO_CODE,):
            by_code.setdefault(code, []).append(one)
    themes = [check.code for _, checks in quadrants(records) for check in checks]
    order = dict.fromkeys((*themes, *names, *sorted(by_code.keys() - {_NO_CODE}), _NO_CODE))
    seen: set[str] = set()
    for code in order:
        if held := by_code.get(code):
            label = names.get(code, code) or "About no code"
            title = f"{label}: {plural(len(held), 'action')}"
            yield Fold(f"plan-{code}", title, tuple(_lines(held, records, anchors, seen)))


def _lines(
    held: Sequence[Matched], records: Records, anchors: Mapping[str, str], seen: set[str]
) -> Iterator[ActionLine]:
    for one in held:
        action = one.action
        id_ = "" if action.id in seen else anchors[action.id]
        seen.add(action.id)
        late = action.overdue(records.day)
        how = standing(action, records.day)
        yield ActionLine(id_, action.id, action.text, how, late, action.place)
