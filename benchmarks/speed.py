"""Measure how fast `sense` is, and how much memory it takes, beside what others take.

    python benchmarks/speed.py [--only PART ...] [--long] [-o FILE.json] [--write PAGE.md]

Whole processes only, as a user starts them. Rivals take turns within a round, and what is told is
the median over rounds of each round's own ratio: a slow machine is slow for all. Parts: bare, warm,
edit, grow, answers, jobs, cluster, rivals. With -o the figures are kept in a file (parts that were
not measured now stay as they were), with --write they are put into a page between its markers;
--kept only does that. It takes hours on two cores, with --long a night; --times 1 is a first look.
"""

import argparse
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from timing.bench import ENCODER, QUICK, RULES, Bench, Sizes
from timing.figures import Figure
from timing.many import cluster, jobs
from timing.page import as_text, filled, kept, read, write
from timing.parts import answers, bare, edit, grow, warm
from timing.rivals import rivals

PARTS: Mapping[str, Callable[[Bench], list[Figure]]] = {
    "bare": bare,
    "warm": warm,
    "edit": edit,
    "grow": grow,
    "answers": answers,
    "jobs": jobs,
    "cluster": cluster,
    "rivals": rivals,
}
_TIMES, _LIMIT = 5, 4 * 3600.0


def main() -> None:
    """Measure the parts asked for, print each, and keep them where that is wanted."""
    asked = _asked()
    parts = read(asked.output) if asked.output else {}
    if not asked.kept:
        with tempfile.TemporaryDirectory() as scratch:
            bench = _bench(asked, Path(scratch))
            for name in asked.only or PARTS:
                _tell(name)
                figures = PARTS[name](bench)
                if not figures:
                    continue
                part = kept(figures)
                print(f"\n{name}\n{as_text(part)}\n", flush=True)
                # What was measured once stays where nothing of it could be measured now.
                if asked.output and not all(one.failed for one in figures):
                    parts[name] = part
                    write(asked.output, parts)
    if asked.write:
        asked.write.write_text(filled(asked.write.read_text("utf-8"), parts), "utf-8")


def _asked() -> argparse.Namespace:
    shape = argparse.RawDescriptionHelpFormatter
    options = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    add = options.add_argument
    add("--only", action="append", choices=list(PARTS), help="this part only; repeatable")
    add("--times", type=int, default=_TIMES, help="rounds of each part")
    add("--long", action="store_true", help="10,000 interviews and a million answers too")
    add("--quick", action="store_true", help="very small sizes: does it run?")
    add("--coder", action="append", choices=(RULES, ENCODER), help="this mode only; repeatable")
    add("--work", type=Path, help="a folder where what is written to be read is kept")
    add("--rivals", type=Path, help="a folder of virtual environments: medspacy, qc")
    add("--limit", type=float, default=_LIMIT, help="seconds after which a run is stopped")
    add("-o", "--output", type=Path, help="the file of figures, .json")
    add("--write", type=Path, metavar="PAGE", help="put the tables into a page")
    add("--kept", action="store_true", help="measure nothing: tables of the figures in -o")
    return options.parse_args()


def _bench(asked: argparse.Namespace, scratch: Path) -> Bench:
    work = (asked.work or scratch).resolve()
    work.mkdir(parents=True, exist_ok=True)
    return Bench(
        work=work,
        sizes=QUICK if asked.quick else Sizes(),
        times=asked.times,
        limit=asked.limit,
        long=asked.long,
        coders=asked.coder or (RULES, ENCODER),
        rivals=asked.rivals.resolve() if asked.rivals else None,
        tell=_tell,
    )


def _tell(what: str) -> None:
    print(f"  {what}", flush=True)


if __name__ == "__main__":
    main()
