"""Fuzzes the reading of a codebook, the compiling of its cues, and the sheet of examples beside it.

python fuzzing/codebook.py --seconds 600
"""

import sys
import tempfile
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
    from sensecli.coding.cues import CueMatcher
    from sensecli.coding.derived import with_derived_cues
    from sensecli.loading.codebooks.examples import read_examples
    from sensecli.loading.codebooks.load import codebook_lines, load_codebook

_TEXT = "We must trust each other. We started weekly huddles in March."
_EXAMPLES = 1


def target(given: bytes) -> None:
    """One input: a codebook, or where it begins so a sheet of examples."""
    if not given:
        return
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "book.yaml"
        if given[0] == _EXAMPLES:
            path.write_bytes(seeds.BOOK.encode())
            (Path(made) / "book.examples.csv").write_bytes(given[1:])
        else:
            path.write_bytes(given[1:])
        codebook, problems, _ = load_codebook(path)
        codebook_lines(path)
        if codebook is not None:
            derived, _ = with_derived_cues(codebook)
            CueMatcher(derived.leaves)(_TEXT)
            problems = (*problems, *read_examples(codebook, path)[1])
    for problem in problems:
        assert problem.message, problem
        str(problem)


def spoilable() -> list[bytes]:
    """Good inputs."""
    books = [b"\0" + one for one in seeds.codebooks()]
    return [*books, bytes([_EXAMPLES]) + seeds.sheets()[3]]


if __name__ == "__main__":
    sys.exit(main(target, spoilable(), longest=3_000))
