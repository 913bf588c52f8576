"""Passages coded elsewhere -> segments and codes of ours, with a problem for all that is lost."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sensecli.model import Code, Interview, Problem, Segment
from sensecli.model.passage import CodedPassage
from sensecli.review.matching import Codes, Documents
from sensecli.review.quotes import View, covered

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Source:
    """An interview with its segments, and its text in each way that a file may have it.

    The spans of each view are those of the `segments`.
    """

    interview: Interview
    segments: tuple[Segment, ...]
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A passage, a segment that it covers, and our code; no code where it was read and left."""

    passage: CodedPassage
    segment: Segment
    code: str


@dataclass(frozen=True, slots=True)
class AllLocated:
    """What was found, in the file's order; a passage over several segments comes several times.

    `left_out` counts the codings that were to be left out, `unknown_codes` and
    `unknown_documents` those of each code and document that nobody knows, `lost` the passages
    that no text has.
    """

    found: tuple[Located, ...] = ()
    left_out: int = 0
    unknown_codes: tuple[tuple[str, int], ...] = ()
    unknown_documents: tuple[tuple[str, int], ...] = ()
    lost: int = 0
    problems: tuple[Problem, ...] = ()


def locate(
    passages: Sequence[CodedPassage],
    sources: Sequence[Source],
    leaves: Sequence[Code],
    *,
    ours: Mapping[str, str],
    file: str,
) -> AllLocated:
    """The segments and the code of each passage of `file`.

    `ours` settles names of codes: an id of `leaves`, or nothing for those to leave out.
    """
    documents = Documents([one.interview for one in sources])
    codes = Codes(leaves, ours)
    meant = [codes.named(one.codes) if one.codes else None for one in passages]
    homes = [documents.named(one.document) for one in passages]
    dropped = [bool(one.codes) and code == "" for one, code in zip(passages, meant, strict=True)]
    kept = [number for number, drop in enumerate(dropped) if not drop]
    nameless = [n for n in kept if passages[n].codes and meant[n] is None]
    homeless = [n for n in kept if homes[n] is None]
    strange = {*nameless, *homeless}
    found, lost = _find(
        [(passages[n], homes[n] or "", meant[n] or "") for n in kept if n not in strange],
        {one.interview.id: one for one in sources},
    )
    unknown_codes = _counted(passages[n].codes[0] for n in nameless)
    unknown_documents = _counted(passages[n].document for n in homeless)
    return AllLocated(
        found,
        left_out=sum(dropped),
        unknown_codes=unknown_codes,
        unknown_documents=unknown_documents,
        lost=len(lost),
        problems=(
            *(_no_code(name, count, codes.near, file) for name, count in unknown_codes),
            *(_no_interview(name, n, documents.near, file) for name, n in unknown_documents),
            *(_lost(one, why, file) for one, why in lost),
        ),
    )


def _find(
    wanted: Sequence[tuple[CodedPassage, str, str]], sources: Mapping[str, Source]
) -> tuple[tuple[Located, ...], tuple[tuple[CodedPassage, str], ...]]:
    """What each passage covers, and each that covers nothing, with the reason."""
    places: dict[int, tuple[int, ...] | str] = {}
    # An interview at a time: its text is made comparable just once.
    for number in sorted(range(len(wanted)), key=lambda n: (wanted[n][1], n)):
        passage, home, _ = wanted[number]
        places[number] = covered(passage, sources[home].views)
    found: list[Located] = []
    lost: list[tuple[CodedPassage, str]] = []
    for number, (passage, home, code) in enumerate(wanted):
        place = places[number]
        if isinstance(place, str):
            lost.append((passage, f"{place} ({home})"))
        else:
            segments = sources[home].segments
            found += [Located(passage, segments[at], code) for at in place]
    return tuple(found), tuple(lost)


def _counted(names: Iterator[str]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name] += 1
    return tuple(counts.items())


def _no_code(name: str, count: int, near: Callable[[str], str], file: str) -> Problem:
    message = f'there is no code "{name}" in the codebook: {_rows(count)} left out'
    table = "a table of theirs,ours with --codes settles it"
    close = near(name)
    hint = f'did you mean "{close}"? If so, {table}' if close else table
    return Problem(file, None, message, hint)


def _no_interview(name: str, count: int, near: Callable[[str], str], file: str) -> Problem:
    message = f'there is no interview "{name}" in the folder: {_rows(count)} left out'
    close = near(name)
    hint = "call it in the file by the interview's id, or by its file's name"
    return Problem(file, None, message, f'did you mean "{close}"?' if close else hint)


def _rows(count: int) -> str:
    return "1 row is" if count == 1 else f"{count} rows are"


def _lost(passage: CodedPassage, why: str, file: str) -> Problem:
    quote = " ".join(passage.quote.split())
    short = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN].rpartition(' ')[0]}..."
    subject = f'"{short}"' if short else "the passage"
    hint = "copy the words as the interview has them, or add the coding in sense review"
    return Problem(file, passage.line, f"{subject} {why}", hint)
