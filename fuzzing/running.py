"""Runs a target on spoiled inputs, with atheris where it is installed, else blindly.

An input is one byte that says which reader is meant, and the file's content. A target raises where
anything is wrong: an exception of a reader's, a problem without a hint, a file that was written.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Target = Callable[[bytes], None]

_MOST_MEGABYTES = 2_048
_LONGEST = 64 * 1024
_TOKENS = (
    b"\0",
    b"\xff\xfe",
    b"\r",
    b"<",
    b"&x;",
    b"[",
    b"{",
    b"*",
    b"---\n",
    b'"',
    b"9" * 20,
    b"\xed\xa0\x80",
)


def main(target: Target, seeds: Sequence[bytes], *, longest: int = _LONGEST) -> int:
    """The exit code: 0 where nothing was found in the seconds asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--blind", action="store_true", help="without atheris, even if it is there")
    options = asked.parse_args()
    for seed in seeds:
        target(seed)
    try:
        import atheris
    except ImportError:
        atheris = None
    if atheris is None or options.blind:
        return _blind(target, seeds, seconds=options.seconds, seed=options.seed)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds):
            (Path(corpus) / f"seed{number}").write_bytes(seed)
        words = (
            f"-max_total_time={options.seconds}",
            f"-seed={options.seed}",
            f"-max_len={longest}",
            f"-rss_limit_mb={_MOST_MEGABYTES}",
            "-timeout=20",
            "-print_final_stats=1",
            corpus,
        )
        atheris.Setup([sys.argv[0], *words], target)
        atheris.Fuzz()
    return 0


def _blind(target: Target, seeds: Sequence[bytes], *, seconds: int, seed: int) -> int:
    chance = random.Random(seed)  # noqa: S311  (nothing is secret here)
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        spoiled = mutated(chance.choice(seeds), chance)
        try:
            target(spoiled)
        except BaseException:
            Path("crash-blind").write_bytes(spoiled)
            print(f"found after {count} inputs: crash-blind")
            raise
        count += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} inputs, nothing found, {peak} MB at most")
    return 0 if peak < _MOST_MEGABYTES else 1


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with one to eight places cut, doubled, overwritten or put in; byte 0 stays."""
    spoiled = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(1, max(len(spoiled), 1))
        length = chance.choice((1, 1, 2, 4, 16, 200))
        match chance.randint(0, 4):
            case 0:
                del spoiled[at : at + length]
            case 1:
                spoiled[at:at] = spoiled[at : at + length] * chance.choice((1, 2, 50))
            case 2:
                spoiled[at : at + length] = chance.randbytes(length)
            case 3:
                spoiled[at:at] = chance.choice(_TOKENS) * chance.choice((1, 1, 100))
            case _:
                del spoiled[max(at, 2) :]
    return bytes(spoiled[:_LONGEST])
