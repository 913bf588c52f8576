"""What stands in each place of the page."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from measured.changes import LEVELS, Counts, change
from measured.likelihoods import Reliability
from measured.sets import PARTS, TESTS, Part, interviews, read
from measured.showing import UNDEFINED, classes, confused, figure, of, ranged, said, table
from measured.traps import sheets, tools_for_traps, traps

from sensecli.coding.tools import Tools
from sensecli.pipeline import engine
from sensecli.reliability.evaluation import Evaluation

Results = Mapping[str, Evaluation]
"""An evaluation for each part, by the part's key."""


@dataclass(frozen=True, slots=True)
class Step:
    """A variant of the coder: what it is, and what it does on each part."""

    told: str
    results: Results
    counts: Mapping[str, Counts]


NOT_THERE = "Not measured here: the texts that it needs are not beside the project."
_HASHED = ("encoder.onnx", "space.npz", "joining.json", "attributes.npz", "weighing.json")


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure, what the issue asks of it (None where nothing), and what others reach."""

    name: str
    told: str
    model: float | None
    real: float | None
    keywords: str = UNDEFINED
    second: str = UNDEFINED

    def met(self, key: str, value: float | None) -> bool | None:
        """Whether the aim for a test part is reached; None where there is none."""
        aim = self.model if key == TESTS[0] else self.real
        if aim is None or value is None:
            return None
        # As printed: a figure that reads like its aim has reached it.
        value = round(value, 2)
        return value <= aim if self.name == "gap_error" else value >= aim


AIMS = (
    Aim("code_f1", "code F1", 0.60, 0.50, second=".92"),
    Aim("stance_macro_f1", "stance macro-F1", 0.75, 0.60, second=".91"),
    Aim("status_macro_f1", "status macro-F1", 0.70, 0.60, second=".96"),
    Aim("action_precision", "precision of `underway` and `done`", 0.85, 0.80),
    Aim("holder_macro_f1", "holder macro-F1", 0.85, 0.90, second=".99"),
    Aim("prompted_macro_f1", "prompted macro-F1", 0.70, 0.65, second=".93"),
    Aim("joint_f1", "joint F1", 0.42, 0.33, keywords=".06", second=".86"),
    Aim("gap_kappa", "kappa of gap cells", 0.55, None, second=".89"),
    Aim("gap_error", "mean error of the gap's share", 0.08, None, second=".03"),
)
_SHARES = {
    "actor_macro_f1": "actor macro-F1",
    "stance_accuracy": "stance, share right",
    "status_accuracy": "status, share right",
    "actor_accuracy": "actor, share right",
}
_FEW = (
    " Behind a macro-F1 stands over how many classes it is, behind the precision of action how many"
    " codings of ours it is of: where they are few, the figure says little, aim or no aim."
)
_STEP_FIGURES = {
    "code_precision": "precision",
    "code_recall": "recall",
    "code_f1": "code F1",
    "stance_macro_f1": "stance",
    "status_macro_f1": "status",
    "action_precision": "action precision",
    "joint_f1": "joint F1",
    "gap_kappa": "gap kappa",
}


def opening(tools: Mapping[str, Tools], draws: int) -> dict[str, str]:
    """What decided, and how often was drawn."""
    one = next(iter(tools.values()))
    made = engine(one)
    folder = one.likeness.encoder.folder
    files = [folder / name for name in _HASHED if (folder / name).is_file()]
    hashed = [
        (f"`{f.name}`", f"`{hashlib.sha256(f.read_bytes()).hexdigest()[:16]}`") for f in files
    ]
    books = [
        (f"codebook `{book}`", f"`{engine(its).codebook_hash}`") for book, its in tools.items()
    ]
    return {
        "tool": f"{made.tool} and {made.model}",
        "encoder_hash": made.encoder_hash,
        "weights": table(["file", "sha256 begins"], [*hashed, *books]),
        "draws": f"{draws:,}",
        "least": said(one.likeness.joining.least),
    }


def overview(parts: Sequence[Part], found: Results) -> str:
    """Each part with its size, and what its texts were used for."""
    rows = []
    for part in parts:
        one = found[part.key]
        cut = read(part.folder, part.book).cut
        passages = sum(len(cut[i.id].segments) for i in interviews(part))
        rows.append(
            (
                part.title,
                len(one.interviews),
                passages,
                one.gold,
                one.ours,
                one.unaligned,
                part.used,
            )
        )
    header = "texts|interviews|passages|gold codings|ours|not aligned|were its texts used?"
    shown = table(header.split("|"), rows)
    missing = [part.title for part in PARTS if part.key not in found]
    return shown + (f"\n\nNot there, and so not measured: {'; '.join(missing)}." if missing else "")


def reached(found: Results) -> str:
    """How many aims are reached, in a sentence, and which are not."""
    told = []
    for key, title in zip(TESTS, ("model case", "real evidence"), strict=True):
        if key not in found:
            told.append(f"On the {title}: {NOT_THERE.lower()}")
            continue
        asked = [a for a in AIMS if (a.model if key == TESTS[0] else a.real) is not None]
        met = {a.told: a.met(key, figure(found[key], a.name).value) for a in asked}
        words = f"On the test part of the {title}, {list(met.values()).count(True)} of {len(met)}"
        told.append(f"{words} aims are reached.{_lacking(met)}")
    return "\n\n".join(told)


def _lacking(met: Mapping[str, bool | None]) -> str:
    missed = [name for name, value in met.items() if value is False]
    unknown = [name for name, value in met.items() if value is None]
    told = f" Not reached: {', '.join(missed)}." if missed else ""
    return told + (f" Nothing to judge by: {', '.join(unknown)}." if unknown else "")


def aims(found: Results) -> str:
    """The aims beside the figures on the test parts."""
    if not any(key in found for key in TESTS):
        return NOT_THERE
    rows = []
    for aim in AIMS:
        row = [aim.told]
        for key, wanted in zip(TESTS, (aim.model, aim.real), strict=True):
            one = figure(found[key], aim.name) if key in found else None
            shown = ranged(one) if one else UNDEFINED
            met = aim.met(key, one.value if one else None)
            within = of(found[key], aim.name) if one else ""
            row += [f"**{shown}**{within}" if met else f"{shown}{within}", said(wanted)]
        rows.append((*row, aim.keywords, aim.second))
    header = "figure|model case, test|aim|real evidence, test|aim|keywords|second person"
    return f"{table(header.split('|'), rows)}\n\nFigures that reach their aim are in bold.{_FEW}"


def class_counts(found: Results) -> str:
    """The classes of each attribute on the test parts."""
    told = [key for key in TESTS if key in found]
    if not told:
        return NOT_THERE
    rows = [
        (name, *(classes(found[key], name) for key in told))
        for name in ("stance", "status", "holder", "prompted", "actor")
    ]
    titles = dict(zip(TESTS, ("model case, test", "real evidence, test"), strict=True))
    return table(["", *(titles[key] for key in told)], rows)


def trapped() -> str:
    """How many traps are read right by both coders, and which are not by the default one."""
    coders = (tools_for_traps(encoder=True), tools_for_traps(encoder=False))
    rows, wrong = [], []
    for told, aim, path in sheets():
        default, ruled = (traps(path, tools) for tools in coders)
        counts = [
            f"{sum(one.right for one in read_)} of {len(read_)}" for read_ in (default, ruled)
        ]
        rows.append((told, *counts, aim))
        wrong += [
            (one.wanted, one.given or "nothing", one.why or "(one of those given)")
            for one in default
            if not one.right
        ]
    if not rows:
        return NOT_THERE
    shown = table(["traps", "default coder", "`--coder rules`", "aim"], rows)
    if wrong:
        listed = table(["a careful person says", "the program says", "the trap"], wrong)
        shown += f"\n\nWrong with the default coder:\n\n{listed}"
    return shown


def part_tables(parts: Sequence[Part], found: Results, ruled: Results) -> str:
    """For each coder, the figures in rows and the parts in columns; then code detection."""
    names = {"code_precision": "code precision", "code_recall": "code recall"}
    names |= {aim.name: aim.told for aim in AIMS} | _SHARES
    told = []
    for title, results in (("3.1 Default coder", found), ("3.2 By rules alone", ruled)):
        told.append(f"### {title}")
        for group in (parts[:4], parts[4:]):
            shown = [part for part in group if part.key in results]
            if not shown:
                continue
            rows = [
                (words, *(_counted(results[part.key], name) for part in shown))
                for name, words in names.items()
            ]
            told.append(table(["", *(p.title for p in shown)], rows))
    missing = {*TESTS} - {part.key for part in parts}
    return "\n\n".join([*told, *([NOT_THERE] if missing else [])])


def _counted(found: Evaluation, name: str) -> str:
    return ranged(figure(found, name)) + of(found, name)


def confusions(found: Results) -> str:
    """Stance and status on the test parts."""
    told = []
    for key, title in zip(TESTS, ("Model case", "Real evidence"), strict=True):
        if key in found:
            for name in ("stance", "status"):
                told.append(f"{title}, {name}:\n\n{confused(found[key], name)}")  # noqa: PERF401
    return "\n\n".join(told) or NOT_THERE


def changes(parts: Sequence[Part], steps: Sequence[Step], draws: int) -> str:
    """By how much each step changes code and joint F1, on the test parts and the dev parts."""
    keys = {part.key for part in parts}
    groups = {name: [f"model-{name}", f"real-{name}"] for name in ("test", "dev")}
    groups = {name: [k for k in its if k in keys] for name, its in groups.items()}
    groups = {name: its for name, its in groups.items() if its}
    if not groups:
        return NOT_THERE
    pairs = [*pairwise(steps), (steps[0], steps[-1])]
    words = [after.told for _, after in pairs[:-1]] + ["what ships, against rules alone"]
    rows = []
    for told, (before, after) in zip(words, pairs, strict=True):
        cells = []
        for level in LEVELS:
            for its in groups.values():
                old, new = (_merged(step.counts, its) for step in (before, after))
                value, low, high = change(old, new, level, draws)
                cells.append(f"{_signed(value)} [{_signed(low)}, {_signed(high)}]")
        rows.append((told, *cells))
    header = [f"{level}, {name}" for level in ("code F1", "joint F1") for name in groups]
    return table(["change from the line before", *header], rows)


def _merged(counts: Mapping[str, Counts], parts: Sequence[str]) -> Counts:
    return {key: one for part in parts for key, one in counts[part].items()}


def _signed(value: float) -> str:
    return said(value) if round(value, 2) <= 0 else f"+{said(value)}"


def ablation(parts: Sequence[Part], steps: Sequence[Step]) -> str:
    """All figures on each part, the variants in rows."""
    told = []
    for part in parts:
        rows = [
            (one.told, *(ranged(figure(one.results[part.key], n)) for n in _STEP_FIGURES))
            for one in steps
        ]
        shown = table(["", *_STEP_FIGURES.values()], rows)
        told.append(f"**{part.title[0].upper()}{part.title[1:]}** ({part.used}):\n\n{shown}")
    return "\n\n".join(told)


def reliabilities(found: Mapping[str, Reliability], chart: str) -> str:
    """The chart and, for each test part, its table."""
    if not found:
        return NOT_THERE
    told = [f"![Reliability diagram on the test parts]({chart})"]
    for title, one in found.items():
        rows = [
            (
                f"{said(b.low)} to {said(b.high)}",
                said(b.said),
                f"{said(b.were)} [{said(b.between.low)}, {said(b.between.high)}]",
                b.count,
            )
            for b in one.bins
        ]
        shown = table(["likelihood", "said, mean", "were there", "pairs"], rows)
        told.append(
            f"{title[0].upper()}{title[1:]}; the mean distance of said from were is"
            f" {one.error:.3f} over all pairs, and {said(one.error_above)} over those likely enough"
            f" to be coded:\n\n{shown}"
        )
    return "\n\n".join(told)


def curves(found: Mapping[str, Mapping[float, Evaluation]]) -> str:
    """For each test part, what each threshold gives."""
    if not found:
        return NOT_THERE
    names = ("code_precision", "code_recall", "code_f1", "joint_f1", "action_precision")
    header = ["`--min-confidence`", "codings", "precision", "recall", "code F1", "joint F1"]
    told = []
    for title, by_least in found.items():
        rows = [
            (said(least), one.ours, *(said(figure(one, name).value) for name in names))
            for least, one in by_least.items()
        ]
        shown = table([*header, "action precision"], rows)
        told.append(f"{title[0].upper()}{title[1:]}:\n\n{shown}")
    return "\n\n".join(told)
