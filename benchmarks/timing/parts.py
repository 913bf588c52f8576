"""The parts of the measurement that are about one `sense` alone: each a list of figures."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import copyfile, copytree, rmtree

from timing.bench import BOOK, ENCODER, HERE, RULES, TOP, Bench, emptied, sense
from timing.figures import Figure, Step
from timing.processes import Command

# The code whose cues change, and the cue that it gets: words that stand in several interviews.
_CODE, _CUE = "relationships", "the lady with"
_ADDED = "\n\nWe should get to know one another before the next restructure, she added.\n"


def bare(bench: Bench) -> list[Figure]:
    """A study for the first time, with an empty cache, beside spaCy's bare model."""
    folder, texts = bench.interviews(bench.sizes.study), bench.texts(bench.sizes.study)
    words = bench.words(folder)
    spacy = (sys.executable, str(HERE / "bare_spacy.py"), str(texts))
    steps = [Step("bare spaCy", Command(spacy), words)]
    for coder in bench.coders:
        cache = bench.cache(f"bare-{coder}")
        command = sense(folder, coder=coder, cache=cache)
        steps.append(Step(f"cold, {coder}", command, words, "bare spaCy", emptied(cache)))
    return bench.rounds(steps)


def warm(bench: Bench) -> list[Figure]:
    """The same study again: nothing has changed."""
    folder = bench.interviews(bench.sizes.study)
    words = bench.words(folder)
    steps = []
    for coder in bench.coders:
        cache = bench.cache(f"warm-{coder}")
        command, first = sense(folder, coder=coder, cache=cache), f"cold, {coder}"
        steps.append(Step(first, command, words, before=emptied(cache)))
        steps.append(Step(f"again, {coder}", command, words, first))
    return bench.rounds(steps)


def edit(bench: Bench) -> list[Figure]:
    """The same study after one code got one cue more, and after one interview got a sentence."""
    source, folder = bench.interviews(bench.sizes.study), bench.work / "edited"
    book = bench.work / "codebook" / f"{BOOK}.yaml"

    def restored() -> None:
        rmtree(folder, ignore_errors=True)
        copytree(source, folder)
        _copied(book)

    words = bench.words(source)
    steps: list[Step] = []
    for coder in bench.coders:
        cache, first = bench.cache(f"edit-{coder}"), f"cold, {coder}"
        command = sense(folder, "--codebook", str(book), coder=coder, cache=cache)
        steps += [
            Step(first, command, words, before=_both(restored, emptied(cache))),
            Step(f"a cue added, {coder}", command, words, first, lambda: _with_cue(book)),
            Step(f"a sentence added, {coder}", command, words, first, lambda: _more(folder)),
        ]
    return bench.rounds(steps)


def grow(bench: Bench) -> list[Figure]:
    """One interview, a study, ten studies and more."""
    sizes = bench.sizes
    found: list[Figure] = []
    for coder in bench.coders:
        found += bench.rounds(list(_growing(bench, coder, sizes.grow)))
        # So long a run is its own median; beside it once more the study that it is divided by.
        much = [n for n in sizes.grow_long if coder == RULES or n <= sizes.encoder_grow]
        if bench.long and much:
            steps = list(_growing(bench, coder, (sizes.study, *much)))
            found += bench.rounds(steps, times=1)[1:]
    return found


def _growing(bench: Bench, coder: str, counts: Sequence[int]) -> Iterator[Step]:
    for count in counts:
        folder, cache = bench.interviews(count), bench.cache(f"grow-{coder}")
        to = "" if count == bench.sizes.study else f"{bench.sizes.study} interviews, {coder}"
        yield Step(
            f"{count:,} interview{'s' if count > 1 else ''}, {coder}",
            sense(folder, coder=coder, cache=cache),
            bench.words(folder),
            to,
            emptied(cache),
        )


def answers(bench: Bench) -> list[Figure]:
    """Ten thousand short answers, a hundred thousand, a million."""
    sizes = bench.sizes
    counts = (*sizes.answers, *(sizes.answers_long if bench.long else ()))
    found: list[Figure] = []
    for coder in bench.coders:
        steps = []
        for count in counts:
            if coder == ENCODER and count > sizes.encoder_answers:
                continue
            file, cache = bench.answers(count), bench.cache(f"answers-{coder}")
            to = "" if count == counts[0] else f"{counts[0]:,} answers, {coder}"
            command = sense(file, coder=coder, cache=cache)
            name = f"{count:,} answers, {coder}"
            steps.append(Step(name, command, bench.words(file), to, emptied(cache)))
        # So long a run is its own median.
        found += bench.rounds(steps, times=1)
    return found


def _both(first: Callable[[], None], second: Callable[[], None]) -> Callable[[], None]:
    def done() -> None:
        first()
        second()

    return done


def _copied(book: Path) -> None:
    """The shipped codebook with its examples, as a user's own."""
    book.parent.mkdir(parents=True, exist_ok=True)
    for ending in (".yaml", ".examples.csv"):
        copyfile(TOP / "codebooks" / f"{BOOK}{ending}", book.with_name(f"{BOOK}{ending}"))


def _with_cue(book: Path) -> None:
    text = book.read_text("utf-8")
    pattern = rf"(- id: {_CODE}\n(?:.*\n)*?\s*cues:\s*\[)"
    changed = re.sub(pattern, rf"\g<1>{_CUE}, ", text, count=1)
    assert changed != text, f"{book} has no cues of {_CODE}"
    book.write_text(changed, "utf-8")


def _more(folder: Path) -> None:
    note = min(folder.glob("*.md"), key=lambda one: (one.name == "README.md", one.name))
    note.write_text(note.read_text("utf-8") + _ADDED, "utf-8")
