"""An evaluation for people: figures, codes, confusions, and the worst disagreements."""

from collections.abc import Iterator
from textwrap import shorten

from sensecli.cli.evidenced import Evidenced, Shown
from sensecli.cli.judged import ATTRIBUTES, FIGURES, KINDS
from sensecli.cli.plain import safe
from sensecli.cli.report.layout import (
    FAINT,
    HEAD,
    Column,
    Lines,
    flexible,
    heading,
    paragraph,
    row,
)
from sensecli.cli.report.quoting import quoted
from sensecli.exporting.wording import plural
from sensecli.model import Coding, Interval
from sensecli.reliability.classes import FEWEST, Confusion
from sensecli.reliability.disagreements import Disagreement, Kind
from sensecli.reliability.evaluation import CodeScore, Evaluation, Measured

_COUNTED = {
    "code_precision": "segment",
    "action_precision": "action",
    "action_precision_strict": "action_strict",
}
_NAMES = 14
_LEAST, _MOST = 6, 11
# A cue that is a whole example of the codebook is shown by its beginning.
_CUE = 60


def evaluation_lines(shown: Evidenced, *, width: int, worst: int) -> Lines:
    """The whole account in lines; `worst` disagreements of each kind."""
    found = shown.evaluation
    return [
        *_opening(found, width=width),
        *_figures(found, width=width),
        *_codes(found, width=width),
        *(line for one in _confusions(found) for line in _confusion(one, width=width)),
        *_disagreements(shown, width=width, worst=worst),
    ]


def _opening(found: Evaluation, *, width: int) -> Lines:
    said = (
        f"{plural(len(found.interviews), 'interview')} with {plural(found.leaders, 'leader')}: "
        f"{plural(found.gold, 'gold coding')}, {found.ours} of ours."
    )
    lines = paragraph(said, width=width, style=HEAD)
    if found.unaligned:
        lost = plural(found.unaligned, "gold coding")
        verb = "is" if found.unaligned == 1 else "are"
        said = f"{lost} {verb} about a passage that is no segment of ours: counted as missed."
        lines += paragraph(said, width=width)
    return lines


def _figures(found: Evaluation, *, width: int) -> Lines:
    columns = [Column("", 34), Column("value", 6, right=True), Column("95 % of draws", 13)]
    columns.append(Column("counts", 18))
    lines = heading("Figures", width=width)
    lines += row(["", *(one.heading for one in columns[1:])], columns, style=FAINT)
    for name, label in FIGURES:
        one = found.figure(name)
        cells = [label, _share(one.value), _between(one.interval), _counts(found, one)]
        lines += row(cells, columns)
    note = (
        f"Drawn: leaders, {found.draws:,} times. Macro-F1 is over classes with {FEWEST} gold cases "
        "or more. Stance, status, action, actor and prompted are judged where segment, code and "
        "holder are right, the holder where segment and code are."
    )
    return [*lines, *paragraph(note, width=width, style=FAINT)]


def _counts(found: Evaluation, one: Measured) -> str:
    if one.name in _COUNTED:
        detection = found.detection(_COUNTED[one.name])
        return f"{detection.both} of {detection.ours}"
    if one.name == "code_recall":
        detection = found.detection("segment")
        return f"{detection.both} of {detection.gold}"
    attribute = one.name.removesuffix("_macro_f1").removesuffix("_kappa")
    if one.value is None and one.name.endswith("_kappa"):
        return "undefined"
    if one.name.endswith(("_macro_f1", "_kappa")):
        confusion = found.confusion(attribute)
        counted = sum(c.counts for c in confusion.classes)
        classes = f", {counted} classes" if one.name.endswith("_macro_f1") else ""
        return f"n {confusion.n}{classes}"
    return ""


def _codes(found: Evaluation, *, width: int) -> Lines:
    columns = [
        *(Column(name, 4, right=True) for name in ("gold", "ours", "both")),
        *(Column(name, 5, right=True) for name in ("prec.", "rec.", "F1")),
        Column("gap gold/ours", 13, right=True),
    ]
    first = Column("code", flexible(columns, width=width))
    lines = heading("Codes", width=width)
    lines += row([one.heading for one in (first, *columns)], [first, *columns], style=FAINT)
    for one in found.codes:
        if one.segment.gold or one.segment.ours:
            lines += row(_code(one), [first, *columns])
    left = sum(not (one.segment.gold or one.segment.ours) for one in found.codes)
    if left:
        said = f"{plural(left, 'code')} that neither found {'is' if left == 1 else 'are'} left out."
        lines += paragraph(said, width=width, style=FAINT)
    return lines


def _code(one: CodeScore) -> list[str]:
    of, gap = one.segment, one.gap
    return [
        one.code,
        *(str(count) for count in (of.gold, of.ours, of.both)),
        *(_share(value) for value in (of.precision, of.recall, of.f1)),
        f"{gap.gold}/{gap.ours} of {gap.n}",
    ]


def _confusions(found: Evaluation) -> Iterator[Confusion]:
    for attribute in ATTRIBUTES:
        one = found.confusion(attribute)
        if one.n:
            yield one


def _confusion(one: Confusion, *, width: int) -> Lines:
    """Gold down, ours across; a class that does not count in the macro-F1 is in brackets."""
    cells = {(gold, ours): count for gold, ours, count in one.cells}
    names = [c.name for c in one.classes]
    each = min(max((width - _NAMES) // max(len(names), 1) - 2, _LEAST), _MOST)
    columns = [
        Column("gold \\ ours", _NAMES),
        *(Column(name[:each], each, right=True) for name in names),
    ]
    lines = heading(ATTRIBUTES[one.attribute], width=width)
    kappa = f"kappa {_share(one.kappa.value)}"
    if one.kappa.value is None:
        kappa = f"kappa undefined ({one.kappa.reason})"
    said = f"n {one.n}, right {_share(one.accuracy)}, {kappa}"
    lines += paragraph(said, width=width, style=FAINT)
    lines += row([column.heading for column in columns], columns, style=FAINT)
    for c in one.classes:
        counts = [cells.get((c.name, other), 0) for other in names]
        name = c.name if c.counts else f"({c.name})"
        lines += row([name, *(str(count) if count else "-" for count in counts)], columns)
    return lines


def _disagreements(shown: Evidenced, *, width: int, worst: int) -> Lines:
    lines: Lines = []
    for kind, label in KINDS.items():
        found = [one for one in shown.disagreements if one.disagreement.kind is kind]
        if found and worst:
            lines += heading(f"{label} ({min(worst, len(found))} of {len(found)})", width=width)
        for one in found[:worst]:
            lines += _passage(one, width=width)
    return lines


def _passage(one: Shown, *, width: int) -> Lines:
    said = quoted(one.disagreement.coding.text, one.place)
    return [
        *paragraph(said, width=width, indent=2, hang=4),
        *paragraph(_told(one.disagreement), width=width, indent=6, style=FAINT),
    ]


def _told(one: Disagreement) -> str:
    gold, ours = one.gold, one.ours
    told = one.coding.code
    if one.kind is Kind.STANCE and gold and ours:
        return f"{told}: gold {gold.stance}, ours {ours.stance}{_why(ours)}"
    if one.kind is Kind.STATUS and gold and ours:
        return f"{told}: gold {gold.status}, ours {ours.status}{_why(ours)}"
    if one.kind is Kind.HOLDER and gold and ours:
        return f"{told}: gold {gold.holder}, ours {ours.holder}{_why(ours)}"
    if ours:
        return f"{told}: ours {_decided(ours)}, confidence {ours.confidence:.2f}{_why(ours)}"
    return f"{told}: gold {_decided(one.coding)}"


def _decided(coding: Coding) -> str:
    return f"{coding.stance}, {coding.status}, {coding.holder}"


def _why(coding: Coding) -> str:
    cue = shorten(safe(coding.cue), _CUE, placeholder=" [\u2026]")
    told = f"; cue \u2018{cue}\u2019" if cue else ""
    return told + (f"; rule {safe(coding.rule)}" if coding.rule else "")


def _between(interval: Interval | None) -> str:
    return f"{_share(interval.low)} to {_share(interval.high)}" if interval else ""


def _share(value: float | None) -> str:
    """Two decimals, as `.42`, `1.00` or `-.05`; a dash where there is none."""
    if value is None:
        return "-"
    return f"{value:.2f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.2f}"
