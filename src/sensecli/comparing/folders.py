"""Several folders of interviews -> one study, in which no two interviews have one id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sensecli.finding.rounds import is_dated
from sensecli.finding.timeline import named_rounds
from sensecli.loading.folder import Loaded, load_interviews
from sensecli.loading.names import ANYONE
from sensecli.model import Decision, Interview, Notice, Problem
from sensecli.naming import longest_first
from sensecli.pipeline import Progress
from sensecli.review.file import ReadDecisions, read_decisions


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds: interviews under ids of their own in the study, and its decisions.

    `called` is what problems and notices name it by; "" where it is the only one.
    """

    called: str
    interviews: tuple[Interview, ...]
    names: tuple[tuple[str, str], ...]
    decisions: ReadDecisions
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]

    def told(
        self, problems: Iterable[Problem], notices: Iterable[Notice]
    ) -> tuple[tuple[Problem, ...], tuple[Notice, ...]]:
        """Problems and notices of its files, so that nobody looks for them in another folder."""
        if not self.called:
            return tuple(problems), tuple(notices)
        return (
            tuple(replace(one, path=self._path(one.path)) for one in problems),
            tuple(Notice(f"{self.called}: {one.message}") for one in notices),
        )

    def _path(self, path: str) -> str:
        return path if not path or self.called in path else f"{self.called}/{path}"


def read_folders(folders: Sequence[Path], progress: Progress | None = None) -> tuple[Folder, ...]:
    """The folders in order of time by the dates of their interviews, or else as they are given.

    Interviews without a round have that of their folder (`named_rounds`). An id that an earlier
    folder has already gets the folder's place behind it ("L01-2"); the leader's stays.
    """
    told = (lambda done, of: progress("reading", done, of)) if progress else None
    called = _called(folders)
    read = [
        _folder(name, load_interviews(one, progress=told), read_decisions(one))
        for name, one in zip(called, folders, strict=True)
    ]
    if all(one.interviews and is_dated(one.interviews) for one in read):
        read.sort(key=lambda one: max(i.date for i in one.interviews))
    named = named_rounds([one.interviews for one in read])
    return tuple(
        _apart([replace(one, interviews=held) for one, held in zip(read, named, strict=True)])
    )


def known_names(folders: Iterable[Folder]) -> tuple[tuple[str, str], ...]:
    """Whom any of the folders knows by name: who left is still spoken of in a later round.

    What stands for a name in one folder and something else in another is `[name]`.
    """
    found: dict[str, str] = {}
    for name, stands in (pair for one in folders for pair in one.names):
        found[name] = stands if found.get(name, stands) == stands else ANYONE
    return longest_first(found)


def _folder(called: str, loaded: Loaded, decisions: ReadDecisions) -> Folder:
    one = Folder(called, loaded.interviews, loaded.names, decisions, (), ())
    problems, notices = one.told(loaded.problems, loaded.notices)
    sourced = [
        replace(i, source=f"{called}/{i.source}") if called and i.source else i
        for i in loaded.interviews
    ]
    return replace(one, interviews=tuple(sourced), problems=problems, notices=notices)


def _called(folders: Sequence[Path]) -> list[str]:
    """What each is called: its last part, or its whole path where that is not enough."""
    if len(folders) == 1:
        return [""]
    last = [one.name or str(one) for one in folders]
    return last if len(set(last)) == len(last) else [str(one) for one in folders]


def _apart(folders: Sequence[Folder]) -> Iterable[Folder]:
    taken: set[str] = set()
    for place, folder in enumerate(folders, start=1):
        own = {one.id.casefold() for one in folder.interviews}
        ids = {one.id: _free(one.id, place, taken, own) for one in folder.interviews}
        taken |= {id_.casefold() for id_ in ids.values()}
        yield replace(
            folder,
            interviews=tuple(replace(one, id=ids[one.id]) for one in folder.interviews),
            decisions=_moved(folder.decisions, ids),
        )


def _free(id_: str, place: int, taken: set[str], own: set[str]) -> str:
    if id_.casefold() not in taken:
        return id_
    while (made := f"{id_}-{place}").casefold() in taken | own:
        place += 1
    return made


def _moved(read: ReadDecisions, ids: Mapping[str, str]) -> ReadDecisions:
    """The decisions, about the interviews by the ids that they have now."""

    def moved(one: Decision) -> Decision:
        interview = ids.get(one.anchor.interview, one.anchor.interview)
        return replace(one, anchor=replace(one.anchor, interview=interview))

    return replace(read, decisions=tuple(map(moved, read.decisions)))
