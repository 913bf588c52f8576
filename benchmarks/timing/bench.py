"""What the parts of the measurement share: sizes, folders, and how `sense` is run."""

import csv
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from corpus import write_answers, write_interviews

from timing.figures import Figure, Step, rounds
from timing.processes import Command

TOP = Path(__file__).resolve().parents[2]
BOOK = "msk-programme"
HERE = TOP / "benchmarks"
RULES, ENCODER = "rules", "encoder"
_WORDS = "words.txt"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is read: interviews of a study, of growing ones, answers, and for two processes."""

    study: int = 21
    grow: tuple[int, ...] = (1, 21, 210)
    grow_long: tuple[int, ...] = (1000, 10_000)
    answers: tuple[int, ...] = (10_000, 100_000)
    answers_long: tuple[int, ...] = (1_000_000,)
    # The encoder is slower: it is measured on no more than so many.
    encoder_grow: int = 1000
    encoder_answers: int = 100_000
    jobs: int = 210
    jobs_answers: int = 100_000


QUICK = Sizes(
    study=3,
    grow=(1, 3, 6),
    grow_long=(12,),
    answers=(200, 1000),
    answers_long=(2000,),
    encoder_grow=12,
    encoder_answers=200,
    jobs=6,
    jobs_answers=1000,
)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where to work, how much to read, how often, and what is told on the way.

    `rivals` is a folder of virtual environments; `coders` are the modes measured.
    """

    work: Path
    sizes: Sizes
    times: int
    limit: float
    long: bool
    coders: Sequence[str]
    rivals: Path | None
    tell: Callable[[str], None]

    def interviews(self, count: int) -> Path:
        """A folder of so many interviews, made where it is not there yet."""
        folder = self.work / f"interviews-{count}"
        if not (folder.parent / f"{folder.name}-{_WORDS}").exists():
            self.tell(f"writing {count} interviews")
            _emptied(folder)
            write_interviews(folder, count)
            _counted(folder)
        return folder

    def answers(self, count: int) -> Path:
        """A .csv file of so many answers, alone in its folder."""
        file = self.work / f"answers-{count}" / "answers.csv"
        if not (self.work / f"{file.parent.name}-{_WORDS}").exists():
            self.tell(f"writing {count} answers")
            _emptied(file.parent)
            write_answers(file, count)
            with file.open(encoding="utf-8", newline="") as opened:
                words = sum(len(row["text"].split()) for row in csv.DictReader(opened))
            _keep_words(file.parent, words)
        return file

    def texts(self, count: int) -> Path:
        """The texts alone of so many interviews: what others are given to read."""
        folder, source = self.work / f"texts-{count}", self.interviews(count)
        if not folder.exists():
            from sensecli.pipeline import load_project

            folder.mkdir(parents=True)
            for one in load_project(source, codebook=BOOK).interviews:
                (folder / f"{one.id}.txt").write_text(one.text, "utf-8")
        return folder

    def words(self, path: Path) -> int:
        """How many words lie in a folder or a file made above."""
        folder = path if path.is_dir() else path.parent
        return int((self.work / f"{folder.name}-{_WORDS}").read_text())

    def cache(self, name: str) -> Path:
        """A folder for what `sense` keeps from run to run."""
        return self.work / f"cache-{name}"

    def rounds(self, steps: Sequence[Step], *, times: int | None = None) -> list[Figure]:
        """The figures of some steps, taken in turn."""
        often = times or self.times
        return rounds(steps, times=often, limit=self.limit, tell=self.tell)


def sense(path: Path, *more: str, coder: str, cache: Path, **environment: str) -> Command:
    """`sense analyse`, with a cache of its own."""
    arguments = (sys.executable, "-m", "sensecli", "analyse", str(path), "--coder", coder)
    return Command((*arguments, *more), {"SENSE_CACHE": str(cache), **environment})


def emptied(folder: Path) -> Callable[[], None]:
    """What takes a folder away: the cache before a cold run."""
    return lambda: _emptied(folder)


def _emptied(folder: Path) -> None:
    rmtree(folder, ignore_errors=True)


def _counted(folder: Path) -> None:
    from sensecli.loading.folder import load_interviews

    words = sum(len(one.text.split()) for one in load_interviews(folder).interviews)
    _keep_words(folder, words)


def _keep_words(folder: Path, words: int) -> None:
    (folder.parent / f"{folder.name}-{_WORDS}").write_text(str(words))
