"""Fuzzes everything that reads a file of the user's, but for codebooks.

python fuzzing/loaders.py --seconds 600
"""

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None

import seeds
from running import main

if atheris is None:
    from contextlib import nullcontext as watched
else:

    def watched() -> object:
        """What is imported in it tells atheris which lines ran."""
        return atheris.instrument_imports(include=["sensecli"])


with watched():
    from sensecli.loading.coded.read import read_coded
    from sensecli.loading.folder import load_interviews
    from sensecli.loading.formats import captions, opendocument, pdf, plain, richtext, sheets, word
    from sensecli.loading.formats.registry import READERS
    from sensecli.loading.gold import read_gold
    from sensecli.loading.refi import read_qdc, read_qdpx
    from sensecli.model import Problem
    from sensecli.review.file import read_decisions
    from sensecli.segmenting import segment_interview

LOADED = (captions, opendocument, pdf, plain, richtext, sheets, word)
"""Named so that they are imported, and so watched, before the first input."""


def _interviews(name: str) -> Callable[[Path, bytes], Iterable[Problem]]:
    def read(folder: Path, content: bytes) -> Iterable[Problem]:
        (folder / name).write_bytes(content)
        loaded = load_interviews(folder)
        for one in loaded.interviews:
            for segment in segment_interview(one).segments:
                assert one.text[segment.start : segment.end] == segment.text
        return loaded.problems

    return read


def _packed(
    name: str, pack: Callable[[bytes], bytes]
) -> Callable[[Path, bytes], Iterable[Problem]]:
    """The main part of a document is the input, so that it is not lost on the archive around it."""
    read = _interviews(name)
    return lambda folder, content: read(folder, pack(content))


def _gold(folder: Path, content: bytes) -> Iterable[Problem]:
    (folder / "gold.csv").write_bytes(content)
    return read_gold(folder / "gold.csv", interviews=("G01",), codes=("trust",)).problems


def _coded(folder: Path, content: bytes) -> Iterable[Problem]:
    (folder / "codings.csv").write_bytes(content)
    return read_coded(folder / "codings.csv").problems


def _project(folder: Path, content: bytes) -> Iterable[Problem]:
    (folder / "a.qdpx").write_bytes(content)
    return read_qdpx(folder / "a.qdpx").problems


def _bare_project(folder: Path, content: bytes) -> Iterable[Problem]:
    return _project(folder, seeds.a_zip({"project.qde": content}))


def _qdc(folder: Path, content: bytes) -> Iterable[Problem]:
    (folder / "a.qdc").write_bytes(content)
    return read_qdc(folder / "a.qdc").problems


def _decisions(folder: Path, content: bytes) -> Iterable[Problem]:
    (folder / "decisions-ab.jsonl").write_bytes(content)
    return read_decisions(folder).problems


_ENDINGS = sorted(READERS)
TARGETS = (
    *(_interviews(f"x{ending}") for ending in _ENDINGS),
    _interviews("interviews.csv"),
    _interviews("names.csv"),
    _gold,
    _coded,
    _project,
    _bare_project,
    _qdc,
    _decisions,
    _packed("x.docx", seeds.a_docx),
    _packed("x.odt", seeds.an_odt),
    _packed("x.xlsx", seeds.an_xlsx),
)


def target(given: bytes) -> None:
    """One input; AssertionError or whatever a reader raises where anything is wrong."""
    if not given:
        return
    read = TARGETS[given[0] % len(TARGETS)]
    with tempfile.TemporaryDirectory() as made:
        problems = tuple(read(Path(made), given[1:]))
        written = [one.name for one in Path(made).iterdir()]
    assert len(written) == 1, written
    for problem in problems:
        assert problem.message, problem
        assert problem.hint, problem
        str(problem)


def spoilable() -> list[bytes]:
    """Good inputs: for each target the files of its kind."""
    good = seeds.documents()
    found = [
        bytes([number]) + one
        for number, ending in enumerate(_ENDINGS)
        for one in good.get(ending, good[".txt"])
    ]
    more = len(_ENDINGS)
    found += [bytes([more + kind]) + one for kind in range(4) for one in seeds.sheets()]
    xml, qdc, whole = seeds.projects()
    return [
        *found,
        bytes([more + 4]) + whole,
        bytes([more + 5]) + xml,
        bytes([more + 6]) + qdc,
        *(bytes([more + 7]) + one for one in seeds.decisions()),
        *(bytes([more + 8 + kind]) + one for kind, one in enumerate(seeds.parts())),
    ]


if __name__ == "__main__":
    sys.exit(main(target, spoilable()))
