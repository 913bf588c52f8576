"""A folder of interviews -> the files of its redacted copy, and what must lie elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sensecli.exporting.masking import masker
from sensecli.exporting.names import masked_project
from sensecli.exporting.redacted import (
    Suspected,
    key_csv,
    replaced_csv,
    roster_csv,
    suspected_csv,
)
from sensecli.loading.codebooks.copying import codebook_files
from sensecli.model import Interview, Notice, Problem, Project
from sensecli.pipeline import Progress, learn_names, load_project, segment_all
from sensecli.redacting.copies import Copy, Wanted, copied, without_suspects
from sensecli.redacting.suspected import told, with_named

# How far to trust NER; see docs/method.md.
MISSES = (
    "Names that nobody listed are looked for by a language model, which misses about half of them "
    "(in the sample 12 of 24 mentions), and about half of what it takes for a person is none. "
    "Read the copies before you pass them on."
)

_RESERVED = re.compile(
    r"(?:readme|decisions).*|con|prn|aux|nul|com\d|lpt\d|interviews|names|gold", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Redacted:
    """The files of the redacted folder by name, and what must lie elsewhere or nowhere.

    `key` says what stands for whom and `suspected` holds what may be names: both are confidential.
    `interviews` and `replaced` are how many there are. There are no `files` where nothing was read.
    Problems and notices name nobody.
    """

    files: dict[str, bytes]
    key: bytes
    suspected: bytes
    interviews: int = 0
    replaced: int = 0
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()


def redact(folder: Path, wanted: Wanted, *, progress: Progress | None = None) -> Redacted:
    """Copies of the interviews in `folder`, with the known names replaced by what stands for them.

    A copy analysed gives the same codings as the interview, up to names. Nothing is written.
    """
    project = load_project(folder, codebook=wanted.codebook, progress=progress)
    cut = segment_all(project.interviews, wanted.speakers)
    project = learn_names(project, cut, wanted.speakers)
    copies = [
        copied(one, parts, project, wanted)
        for one, parts in zip(project.interviews, cut, strict=True)
    ]
    copies, unmodelled = with_named(copies, wanted)
    if wanted.also_suspected:
        copies = [without_suspects(one) for one in copies]
    shown = masked_project(project)
    problems = (*shown.problems, *unmodelled)
    if not copies:
        return Redacted({}, b"", b"", problems=problems, notices=shown.notices)
    mask = masker(project.names)
    codebook, unread = codebook_files(wanted.codebook, folder, mask)
    files = {_file_name(one.interview): one.text.encode(errors="replace") for one in copies}
    files["interviews.csv"] = roster_csv(project.interviews, mask, roles=wanted.roles)
    files["replaced.csv"] = replaced_csv(row for one in copies for row in _log(one))
    suspected = [found for one in copies for found in told(one)]
    return Redacted(
        files=files | codebook,
        key=key_csv(_key(project, copies)),
        suspected=suspected_csv(suspected),
        interviews=len(copies),
        replaced=sum(len(one.stands) for one in copies),
        problems=(*problems, *unread),
        notices=(*shown.notices, *_notices(project, suspected)),
    )


def _log(copy: Copy) -> Iterator[tuple[str, int, str, int]]:
    counts = Counter((copy.line(at), stand) for at, stand in copy.stands)
    for (line, stand), count in sorted(counts.items()):
        yield copy.interview.id, line, stand, count


def _key(project: Project, copies: Sequence[Copy]) -> list[tuple[str, str]]:
    """Each leader's name, and every name that was replaced; the longest first for each stand-in."""
    held = {(one.leader, one.name) for one in project.interviews if one.name}
    held |= {(stand.strip("[]"), name) for one in copies for stand, name in one.names}
    return sorted(held, key=lambda pair: (pair[0], -len(pair[1]), pair[1]))


def _file_name(interview: Interview) -> str:
    """A name under which the copy is read as an interview, on every system."""
    safe = interview.id[0].isalnum() and not _RESERVED.fullmatch(interview.id)
    return f"{interview.id}.md" if safe else f"interview-{interview.id}.md"


def _notices(project: Project, suspected: Sequence[Suspected]) -> tuple[Notice, ...]:
    """What the copies lack, and how much in them is only suspected: never the words themselves."""
    others = dict.fromkeys(key for one in project.interviews for key, _ in one.attributes)
    mask = masker(project.names)
    said = []
    if others:
        listed = ", ".join(mask(key) for key in others)
        said.append(f"Left out of the copies: names, interviewers and the attributes {listed}.")
    if suspected:
        counts = Counter(one.kind for one in suspected)
        kinds = ", ".join(f"{kind} {count}" for kind, count in counts.most_common())
        where = list(dict.fromkeys(one.interview for one in suspected))
        places_ = f"{len(suspected)} places in {', '.join(where)}"
        said.append(f"Not replaced but suspected: {places_} ({kinds}). --suspected lists them.")
    return tuple(Notice(one) for one in (*said, MISSES))
