"""What minutes and papers record of each theme."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sensecli.coding.minuted import marked, minuted
from sensecli.loading.register.headings import is_exact
from sensecli.model import Codebook, Coding, Interview, Kind, Minute, Segment, Status

_CELL = "|"
_Said = Mapping[int, Sequence[Coding]]


def minutes(
    papers: Sequence[Interview],
    segments: Iterable[Segment],
    codings: Iterable[Coding],
    codebook: Codebook,
) -> tuple[Minute, ...]:
    """A minute for each passage and each theme or barrier that it is about, in the texts' order.

    Who is said to hold a view does not matter. A line that records a decision or an action without
    naming any theme ("ACTION: JB to report in May") is about what the passage right before it is
    about, unless a heading stands between.
    """
    wanted = {leaf.id for leaf in codebook.leaves if leaf.kind is not Kind.LENS}
    said: dict[str, dict[int, list[Coding]]] = defaultdict(lambda: defaultdict(list))
    for one in codings:
        if one.code in wanted:
            said[one.interview][one.segment].append(one)
    cut: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        cut[segment.interview].append(segment)
    return tuple(minute for paper in papers for minute in _of(paper, cut[paper.id], said[paper.id]))


def _of(paper: Interview, segments: Sequence[Segment], said: _Said) -> Iterator[Minute]:
    before: dict[str, Status] = {}
    last = 0
    for segment in segments:
        if _names_columns(segment.text):
            last = segment.end
            continue
        line = _line(paper.text, segment, last)
        found = _about(said.get(segment.number, ()))
        if not found and marked(line) and _goes_on(paper.text[last : segment.start]):
            found = dict.fromkeys(before, Status.NONE)
        for code, status in found.items():
            yield Minute(
                paper=paper.id,
                start=segment.start,
                end=segment.end,
                place=paper.place(segment.start),
                text=segment.text,
                code=code,
                kind=minuted(line, status),
                date=paper.date,
            )
        before, last = found, segment.end


def _names_columns(text: str) -> bool:
    """Whether it is the head of a table of actions, and records nothing itself."""
    cells = text.strip(f"{_CELL} ").split(_CELL)
    return len(cells) > 1 and all(map(is_exact, cells))


def _about(codings: Iterable[Coding]) -> dict[str, Status]:
    """Each code of a passage, once, with the status that says most: failing, else the rung."""
    found: dict[str, Status] = {}
    for one in codings:
        ranked = (one.status.failed, one.status.rung)
        known = found.get(one.code, one.status)
        if (known.failed, known.rung) <= ranked:
            found[one.code] = one.status
    return found


def _line(text: str, segment: Segment, last: int) -> str:
    """The passage with what heads its line, where it is the first of its line."""
    start = max(text.rfind("\n", 0, segment.start) + 1, last)
    return text[start : segment.end]


def _goes_on(between: str) -> bool:
    """Whether no other line stands between two passages."""
    return not any(character.isalnum() for character in between.rpartition("\n")[0])
