"""Do a codebook's cues do what they are for? What its author should look at."""

from collections.abc import Iterator, Mapping

from sensecli.coding.cues import CueMatcher
from sensecli.coding.patterns import cue_pattern
from sensecli.model import Codebook, Notice

Lines = Mapping[tuple[str, ...], int]

_SHOWN = 60


def cue_notices(codebook: Codebook, lines: Lines, *, file: str = "") -> tuple[Notice, ...]:
    """A notice for each cue that two codes share, and each code whose own examples it misses.

    `lines` are those of `codebook_lines`; with `file` they stand before the message. Codes without
    cues are passed over.
    """
    return (*_shared(codebook, lines, file), *_missed(codebook, lines, file))


def _shared(codebook: Codebook, lines: Lines, file: str) -> Iterator[Notice]:
    first: dict[str, tuple[str, str]] = {}
    for code in codebook.leaves:
        for index, cue in enumerate(code.cues):
            key = (code.id, "cues", str(index))
            pattern = cue_pattern(cue)
            other, place = first.setdefault(pattern, (code.id, str(index)))
            if other != code.id:
                line = lines.get((other, "cues", place))
                at = f" (line {line})" if line else ""
                said = f'the cue "{cue}" of "{code.id}" is also a cue of "{other}"{at}'
                yield Notice(_where(lines.get(key), file) + said)
            elif place != str(index):
                said = f'the cue "{cue}" stands twice in "{code.id}"'
                yield Notice(_where(lines.get(key), file) + said)


def _missed(codebook: Codebook, lines: Lines, file: str) -> Iterator[Notice]:
    matcher = CueMatcher(codebook.leaves)
    for code in codebook.leaves:
        if not code.cues:
            continue
        missed = [
            index
            for index, example in enumerate(code.examples)
            if not any(hit.code == code.id for hit in matcher(example))
        ]
        if missed:
            line = lines.get((code.id, "examples", str(missed[0])))
            example = code.examples[missed[0]]
            shown = example if len(example) <= _SHOWN else f"{example[:_SHOWN].rstrip()}..."
            said = (
                f'no cue of "{code.id}" finds its example "{shown}" '
                f"({len(missed)} of {len(code.examples)} examples are missed)"
            )
            yield Notice(_where(line, file) + said)


def _where(line: int | None, file: str) -> str:
    if file:
        return f"{file}:{line}: " if line else f"{file}: "
    return f"line {line}: " if line else ""
