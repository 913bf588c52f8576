"""Figures: the median of some runs, and its ratio to another command of the same rounds."""

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from timing.processes import Command, Run, run

MEMORY = Path("/proc/meminfo")
PROCESSOR = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a round; `before` makes ready what it needs, untimed.

    `words` is how many words it reads; `to` names the step that its time is divided by.
    """

    name: str
    command: Command
    words: int = 0
    to: str = ""
    before: Callable[[], None] | None = None
    beside: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """What a step took: medians over `runs` rounds; least and most are the seconds' range.

    `ratio` is the median of each round's own ratio to the step `to`, or None; `printed` what the
    last run printed of itself, where that is a JSON object.
    """

    name: str
    seconds: float
    least: float
    most: float
    cpu: float
    peak: int
    words: int
    runs: int
    to: str = ""
    ratio: float | None = None
    failed: str = ""
    printed: str = ""

    @property
    def words_a_second(self) -> float:
        """Words read in a second of wall time; 0 where nothing was."""
        return self.words / self.seconds if self.seconds else 0.0


def rounds(
    steps: Sequence[Step],
    *,
    times: int,
    limit: float,
    tell: Callable[[str], None] = print,
) -> list[Figure]:
    """Each step once a round, one after the other, so that all see the same machine.

    A step that failed once is not tried again.
    """
    done: dict[str, list[Run]] = {step.name: [] for step in steps}
    for _ in range(times):
        for step in steps:
            if any(one.failed for one in done[step.name]):
                continue
            if step.before:
                step.before()
            found = run(step.command, limit=limit, beside=step.beside)
            done[step.name].append(found)
            tell(f"{step.name}: {found.failed or f'{found.seconds:.2f} s'}")
    return [_figure(step, done) for step in steps]


def _figure(step: Step, done: Mapping[str, Sequence[Run]]) -> Figure:
    runs = done[step.name]
    seconds = [one.seconds for one in runs]
    others = done.get(step.to, ())
    whole = not any(one.failed for one in (*runs, *others))
    pairs = list(zip(runs, others, strict=False)) if whole else []
    return Figure(
        name=step.name,
        seconds=round(median(seconds), 3),
        least=round(min(seconds), 3),
        most=round(max(seconds), 3),
        cpu=round(median(one.cpu for one in runs), 3),
        peak=max(one.peak for one in runs),
        words=step.words,
        runs=len(runs),
        to=step.to,
        ratio=round(median(a.seconds / b.seconds for a, b in pairs), 3) if pairs else None,
        failed=next((one.failed for one in runs if one.failed), ""),
        printed=runs[-1].printed.strip() if runs[-1].printed.startswith("{") else "",
    )


def as_plain(figure: Figure) -> dict[str, Any]:
    """A figure as it is kept."""
    return asdict(figure)


def machine() -> dict[str, str]:
    """What it was measured on, without a name or an address."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "cores": str(cores),
        "processor": _line(PROCESSOR, "model name") or platform.machine(),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sense": version("sensecli"),
        "spacy": version("spacy"),
    }


def _memory() -> str:
    kib = _line(MEMORY, "MemTotal").removesuffix(" kB")
    return f"{int(kib) / 1e6:.0f} GB" if kib.isdecimal() else ""


def _line(file: Path, key: str) -> str:
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((one.partition(":")[2].strip() for one in lines if one.startswith(key)), "")
