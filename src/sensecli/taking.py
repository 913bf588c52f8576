"""Take in codings that were made elsewhere: they become decisions of their coders."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sensecli.exporting.masking import relocated
from sensecli.exporting.names import masked_project
from sensecli.loading.coded import ReadCodes, read_coded, read_codes
from sensecli.model import Coding, Decision, Interview, Notice, Problem, Project, Segment
from sensecli.model.decision import TIME
from sensecli.model.passage import CodedPassage
from sensecli.pipeline import (
    Coder,
    Progress,
    Speakers,
    code_all,
    learn_names,
    load_project,
    make_tools,
    segment_all,
)
from sensecli.review.file import append, decisions_file, read_decisions
from sensecli.review.imported import import_notices
from sensecli.review.importing import Imported, decide
from sensecli.review.initials import PROGRAM, initials_of
from sensecli.review.locating import AllLocated, Located, Source, locate
from sensecli.review.quotes import View
from sensecli.segmenting import Segmented

_UNTOLD = ("stance", "status", "actor", "holder", "prompted")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The file to take in, and how.

    `codes` is a table of their codes and ours; `initials` whose all codings are, the file's own
    coders' where empty. With `complete`, what the file does not tell is taken from the program's
    coding. `dry_run` writes nothing.
    """

    file: Path
    codes: Path | None = None
    initials: str = ""
    complete: bool = True
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file's codings.

    `layout` is empty where the file could not be read. `anonymous` counts the rows that nobody is
    named for: where there are any, nothing is taken. `own` counts those of the program itself.
    `coders` tell the initials of each coder's name; the decisions in `imported` were written to
    `files`, or would be.
    """

    project: Project
    layout: str = ""
    rows: int = 0
    anonymous: int = 0
    own: int = 0
    coders: tuple[tuple[str, str], ...] = ()
    located: AllLocated = field(default_factory=AllLocated)
    imported: Imported = field(default_factory=Imported)
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A project with its interviews cut, and what they are coded with."""

    project: Project
    segmented: tuple[Segmented, ...]
    coder: Coder | None
    progress: Progress | None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Each interview as files may have it: as read, and with names left out."""
        pairs = zip(self.project.interviews, self.segmented, strict=True)
        return tuple(
            Source(one, cut.segments, _views(one, cut.segments, self.project.names))
            for one, cut in pairs
        )


def take_in(
    folder: Path,
    wanted: Wanted,
    *,
    codebook: str | None = None,
    speakers: Speakers | None = None,
    coder: Coder | None = None,
    names: bool = False,
    progress: Progress | None = None,
) -> Taken:
    """The codings in a file as decisions in the folder: all that can be used, written at once.

    Nothing is written where the file, or the table of codes, cannot be read at all. Names stay out
    of what is told unless asked for.
    """
    project = load_project(folder, codebook=codebook, progress=progress)
    segmented = segment_all(project.interviews, speakers or Speakers())
    project = learn_names(project, segmented, speakers or Speakers())
    read = read_coded(wanted.file)
    mapped = _mapped(wanted, project)
    astray = _astray(folder, wanted.file, project)
    project = _told(project, (*read.problems, *mapped.problems, *astray))
    found = Taken(project, read.layout, len(read.rows))
    if read.layout and mapped.codes is not None and project.codebook and not astray:
        found = _taken(_Read(project, segmented, coder, progress), wanted, read.rows, mapped.codes)
        found = replace(found, layout=read.layout, rows=len(read.rows))
    return found if names else replace(found, project=masked_project(found.project))


def _taken(
    known: _Read, wanted: Wanted, rows: Sequence[CodedPassage], ours: Mapping[str, str]
) -> Taken:
    project, file = known.project, wanted.file.name
    theirs = [one for one in rows if wanted.initials or one.coder.casefold() not in PROGRAM]
    names = {one.coder for one in theirs}
    initials = dict.fromkeys(names, wanted.initials) if wanted.initials else initials_of(names)
    own = len(rows) - len(theirs)
    anonymous = sum(one.coder not in initials for one in theirs) or (0 if theirs else own)
    if anonymous or project.codebook is None:
        return Taken(project, anonymous=anonymous, own=own)
    sources = known.sources
    located = locate(theirs, sources, project.codebook.leaves, ours=ours, file=file)
    machine, problems = _completing(known, located.found) if wanted.complete else ((), ())
    earlier = read_decisions(Path(project.folder))
    imported = decide(
        located.found,
        sources,
        machine=machine,
        decisions=earlier.decisions,
        initials=initials,
        now=datetime.now(UTC).strftime(TIME),
        file=file,
    )
    kept, files, unwritten = _written(project.folder, imported.decisions, dry_run=wanted.dry_run)
    imported = replace(imported, decisions=kept)
    said = import_notices(imported, own=own, coders={} if wanted.initials else initials)
    wrong = (*located.problems, *imported.problems, *problems, *earlier.problems, *unwritten)
    return Taken(
        _told(project, wrong, (*earlier.notices, *said)),
        own=own,
        coders=tuple(sorted(initials.items())),
        located=located,
        imported=imported,
        files=files,
    )


def _told(project: Project, problems: Iterable[Problem], notices: Iterable[Notice] = ()) -> Project:
    return replace(
        project,
        problems=(*project.problems, *problems),
        notices=(*project.notices, *notices),
    )


def _mapped(wanted: Wanted, project: Project) -> ReadCodes:
    if wanted.codes is None or project.codebook is None:
        return ReadCodes()
    return read_codes(wanted.codes, [leaf.id for leaf in project.codebook.leaves])


def _astray(folder: Path, file: Path, project: Project) -> tuple[Problem, ...]:
    """That the file lies where it is read as interviews, if it is."""
    home = folder if folder.is_dir() else folder.parent
    inside = file.resolve().parent == home.resolve()
    if not (inside and any(one.source.startswith(file.name) for one in project.interviews)):
        return ()
    message = "lies among the interviews and is read as some: nothing is taken in"
    return (Problem(file.name, None, message, "move it out of the folder first"),)


def _views(
    interview: Interview, segments: Sequence[Segment], names: Sequence[tuple[str, str]]
) -> tuple[View, ...]:
    read = View(interview.text, tuple((one.start, one.end) for one in segments))
    moved = relocated(interview.text, names)
    if moved.text == interview.text:
        return (read,)
    spans = tuple((moved.offset(start), moved.offset(end)) for start, end in read.spans)
    return (read, View(moved.text, spans))


def _completing(
    known: _Read, located: Sequence[Located]
) -> tuple[tuple[Coding, ...], tuple[Problem, ...]]:
    """The program's own codings of the interviews whose codings are not told in full."""
    homes = {
        one.segment.interview
        for one in located
        if one.code and any(getattr(one.passage, name) is None for name in _UNTOLD)
    }
    pairs = zip(known.project.interviews, known.segmented, strict=True)
    wanted = [(one, cut) for one, cut in pairs if one.id in homes]
    if not wanted:
        return (), ()
    tools, problems = make_tools(known.project.codebook, known.project.examples, coder=known.coder)
    if tools is None:
        return (), problems
    interviews, cuts = zip(*wanted, strict=True)
    coded = code_all(interviews, cuts, tools, progress=known.progress)
    if coded.tools is None:
        hint = "install sensecli again with its dependencies, or import with --no-complete"
        return (), (*problems, *(replace(one, hint=hint) for one in coded.problems))
    return coded.codings, (*problems, *coded.problems)


def _written(
    folder: str, decisions: Iterable[Decision], *, dry_run: bool
) -> tuple[tuple[Decision, ...], tuple[str, ...], tuple[Problem, ...]]:
    """The decisions that are kept now, the names of the files that have them, and why not all."""
    kept: list[Decision] = []
    files: list[str] = []
    problems: list[Problem] = []
    by_file: dict[Path, list[Decision]] = defaultdict(list)
    for one in decisions:
        by_file[decisions_file(Path(folder), one.coder)].append(one)
    for path, theirs in by_file.items():
        try:
            if not dry_run:
                append(path, *theirs)
        except OSError as error:
            message = f"could not be written: {error.strerror or error}"
            hint = "see that the folder may be written to, and import again"
            problems.append(Problem(path.name, None, message, hint))
        else:
            kept += theirs
            files.append(path.name)
    return tuple(kept), tuple(files), tuple(problems)
