"""What a reader has to know of the rounds that are compared."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sensecli.comparing.folders import Folder
from sensecli.finding.rounds import met_again
from sensecli.loading.codebooks.load import load_codebook
from sensecli.model import Interview, Notice, Problem
from sensecli.naming import some


def lacking(interviews: Sequence[Interview], rounds: Sequence[str]) -> tuple[Problem, ...]:
    """Why little or nothing can be compared: there is one round only, or nobody was met again."""
    if not interviews:
        return ()
    if len(rounds) == 1:
        message = f'there is one round only ("{rounds[0]}"), and so nothing to compare'
        hint = "name the other round's folder too, or give interviews a round in interviews.csv"
        return (Problem("", None, message, hint),)
    if met_again(interviews):
        return ()
    message = "no leader was met in two rounds, so nobody's movement can be told"
    hint = "leaders are matched by id: write the same `leader` in both of their interviews"
    return (Problem("", None, message, hint),)


def other_codebooks(own: Sequence[Path]) -> Iterator[Problem]:
    """A problem for each folder whose own codebook is another than the first one's.

    `own` are the folders that have one, the one whose codebook is used first.
    """
    books = [load_codebook(home / "codebook.yaml")[0] for home in own]
    for home, book in zip(own[1:], books[1:], strict=True):
        if book != books[0]:
            message = f"is not used: both rounds are coded by {own[0] / 'codebook.yaml'}"
            hint = "rounds can be compared by one codebook only; name another with --codebook"
            yield Problem(str(home / "codebook.yaml"), None, message, hint)


def round_notices(folders: Sequence[Folder], rounds: Sequence[str]) -> Iterator[Notice]:
    """In what order the rounds are taken, where more than one folder is compared."""
    if not folders[1:]:
        return
    held = [
        f'"{name}" ({", ".join(one.called for one in folders if _has(one, name))})'
        for name in rounds
    ]
    yield Notice(f"The rounds in order of time: {', '.join(held)}.")


def named_twice(folders: Iterable[Folder]) -> Iterator[Notice]:
    """That one id is called by quite different names: then it may be two persons'."""
    names: dict[str, set[str]] = {}
    another: dict[str, None] = {}
    for one in (interview for folder in folders for interview in folder.interviews):
        words = {word.casefold().strip(".") for word in one.name.split()}
        if words and not words & names.setdefault(one.leader, words):
            another[one.leader] = None
        names.setdefault(one.leader, set()).update(words)
    if another:
        said = f"{some(list(another))} has another name in another round"
        yield Notice(f"{said}: leaders are matched by id, so make sure that it is one person.")


def called_alike(folders: Iterable[Folder]) -> Iterator[Notice]:
    """That one name goes with several ids: one person would count as having left, and as new."""
    ids: dict[str, dict[str, None]] = {}
    for one in (interview for folder in folders for interview in folder.interviews):
        if name := " ".join(one.name.casefold().split()):
            ids.setdefault(name, {})[one.leader] = None
    alike = [" and ".join(held) for held in ids.values() if len(held) > 1]
    if alike:
        said = f"{some(alike)} have the same name and count as different leaders"
        yield Notice(f"{said}: if it is one person, write the same `leader` in both interviews.")


def _has(folder: Folder, name: str) -> bool:
    return any(one.round == name for one in folder.interviews)
