"""Interviews -> Codings: those that an earlier run has left, and the others worked out anew."""

from collections.abc import Iterable, Iterator, Sequence

from sensecli.coding import kept
from sensecli.coding.case import Case
from sensecli.coding.tools import Tools
from sensecli.model import Coding

# Characters: some 10,000 words. More at once takes memory, and is hardly faster.
_BLOCK = 60_000


def code(cases: Sequence[Case], tools: Tools) -> tuple[tuple[Coding, ...], ...]:
    """Every coding of each interview, in order of segment, then of the codebook.

    Pure: the same interview, segments and codebook always give the same codings, whatever is coded
    beside them and whether or not they were kept from an earlier run. Raises ModelMissingError or
    EncoderMissingError where what is needed cannot be loaded.
    """
    known = left(cases, tools)
    new = [case for case, found in zip(cases, known, strict=True) if found is None]
    coded = _anew(new, tools) if new else ()
    if tools.folder:
        numbered = kept.numbers(tools.examples)
        packed = (kept.packed(one, numbered) for one in coded)
        tools.store.put(kept.KIND, dict(zip(kept.keys(new, tools), packed, strict=True)))
    fresh = iter(coded)
    return tuple(next(fresh) if found is None else found for found in known)


def left(cases: Sequence[Case], tools: Tools) -> tuple[tuple[Coding, ...] | None, ...]:
    """The codings that an earlier run has left of each interview; None where there are none."""
    if tools.folder is None:
        return (None,) * len(cases)
    keys = kept.keys(cases, tools)
    known = tools.store.get(kept.KIND, keys)
    return tuple(
        kept.unpacked(known[key], segments, tools.examples) if key in known else None
        for (_, segments), key in zip(cases, keys, strict=True)
    )


def blocks(cases: Iterable[Case]) -> Iterator[tuple[Case, ...]]:
    """Interviews coded together, which is faster than one by one: up to so many words, or one."""
    block: list[Case] = []
    size = 0
    for case in cases:
        block.append(case)
        size += len(case[0].text)
        if size >= _BLOCK:
            yield tuple(block)
            block, size = [], 0
    if block:
        yield tuple(block)


def _anew(cases: Sequence[Case], tools: Tools) -> tuple[tuple[Coding, ...], ...]:
    # Where all is kept, nothing that codes is even imported.
    from sensecli.coding.anew import code_anew

    return code_anew(cases, tools)
