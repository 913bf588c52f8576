"""Coders beside each other, for people: the coefficients, each code, and where they differ."""

from collections import defaultdict
from collections.abc import Sequence

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
from sensecli.model import Coding
from sensecli.reliability.between import Agreed, Estimate, Reliability
from sensecli.reliability.differences import Difference, Differing
from sensecli.reliability.units import YES, Level
from sensecli.studying import Compared

_COEFFICIENTS = {
    "percent": "Agreement",
    "kappa": "Cohen's kappa",
    "alpha": "Krippendorff alpha",
    "ac1": "Gwet's AC1",
}
_LEVELS = {
    Level.SEGMENT: "Is the code there? By segment",
    Level.INTERVIEW: "Is the code there? By interview",
    Level.STANCE: "Stance, where both gave the code and the holder",
    Level.STATUS: "Status, where both gave the code and the holder",
}
_KINDS = {
    Differing.CODE: "Not coded by all",
    Differing.HOLDER: "Another holder",
    Differing.STANCE: "Another stance",
    Differing.STATUS: "Another status",
}
_THERE = frozenset({Level.SEGMENT, Level.INTERVIEW})
_NEARLY = 0.995


def reliability_lines(found: Compared, *, width: int, worst: int) -> Lines:
    """The whole account in lines; `worst` disagreements of each kind."""
    told = found.reliability
    if told is None:
        return []
    return [
        *_opening(told, width=width),
        *_pooled(told, width=width),
        *(line for level in Level for line in _by_code(told, level, width=width)),
        *_undefined(told, width=width),
        *_differences(found, told, width=width, worst=worst),
    ]


def _opening(told: Reliability, *, width: int) -> Lines:
    said = (
        f"{plural(len(told.coders), 'coder')}, {plural(len(told.interviews), 'interview')}, "
        f"{plural(told.segments, 'segment')}, {plural(len(told.codes), 'code')} used."
    )
    lines = paragraph(said, width=width, style=HEAD)
    each = zip(told.coders, told.codings, told.unaligned, strict=True)
    for coder, codings, unaligned in each:
        lost = f", of which {unaligned} of no segment" if unaligned else ""
        lines += paragraph(f"{coder}: {plural(codings, 'coding')}{lost}", width=width, indent=2)
    return lines


def _pooled(told: Reliability, *, width: int) -> Lines:
    columns = [Column("", 18), *(Column(str(one.level), 13, right=True) for one in told.pooled)]
    lines = heading("All codes together", width=width)
    lines += row([one.heading for one in columns], columns, style=FAINT)
    lines += row(["Units", *(str(one.n) for one in told.pooled)], columns)
    for name, label in _COEFFICIENTS.items():
        estimates = [one.estimate(name) for one in told.pooled]
        lines += row([label, *(_value(one.coefficient.value) for one in estimates)], columns)
        between = ["  95 % of draws", *(_between(one) for one in estimates)]
        lines += row(between, columns, style=FAINT)
    lines += row(["Prevalence", *(_value(one.prevalence) for one in told.pooled)], columns)
    note = (
        "Units: segments by codes, interviews by codes, and codings that two gave with the same"
        " holder. Prevalence: the share of yes; of stance and status, of the commonest class."
        f" Drawn: interviews, {told.draws:,} times; a dash where all draws are the same."
        " Give no coefficient alone."
    )
    return [*lines, *paragraph(note, width=width, style=FAINT)]


def _by_code(told: Reliability, level: Level, *, width: int) -> Lines:
    found = [one for one in told.by_code if one.level is level]
    if not found:
        return []
    columns = [
        Column("units", 5, right=True),
        Column("given" if level in _THERE else "commonest", 10, right=True),
        Column("agree", 5, right=True),
        Column("kappa", 5, right=True),
        Column("alpha", 5, right=True),
        Column("95 %", 12, right=True),
        Column("AC1", 5, right=True),
    ]
    first = Column("code", flexible(columns, width=width))
    lines = heading(_LEVELS[level], width=width)
    lines += row([one.heading for one in (first, *columns)], [first, *columns], style=FAINT)
    for one in found:
        lines += row(_code(one), [first, *columns])
    if level is Level.SEGMENT:
        said = f"Given: how often by {_listed(told.coders)}. The interval is alpha's."
        lines += paragraph(said, width=width, style=FAINT)
    return lines


def _code(one: Agreed) -> list[str]:
    counts = dict(one.given)
    if one.level in _THERE:
        given = "/".join(map(str, counts[YES])) if YES in counts else "0"
    else:
        given = max(counts, key=lambda name: sum(counts[name]), default="")
    alpha = one.estimate("alpha")
    return [
        one.code,
        str(one.n),
        given,
        _value(one.estimate("percent").coefficient.value),
        _value(one.estimate("kappa").coefficient.value),
        _value(alpha.coefficient.value),
        _between(alpha),
        _value(one.estimate("ac1").coefficient.value),
    ]


def _undefined(told: Reliability, *, width: int) -> Lines:
    """Why a coefficient has a dash: each level and reason once, with the codes that it is of."""
    why: dict[str, list[str]] = defaultdict(list)
    for one in (*told.pooled, *told.by_code):
        lacking = [e for e in one.estimates if e.coefficient.value is None]
        if lacking:
            names = ", ".join(estimate.name for estimate in lacking)
            reason = lacking[-1].coefficient.reason
            why[f"By {one.level}, {names}: {reason}"].append(one.code or "all codes together")
    lines: Lines = heading("Undefined", width=width) if why else []
    for reason, codes in why.items():
        lines += paragraph(f"{reason} ({', '.join(codes)}).", width=width, indent=2, hang=4)
    return lines


def _differences(found: Compared, told: Reliability, *, width: int, worst: int) -> Lines:
    lines: Lines = []
    for kind, label in _KINDS.items():
        held = [one for one in told.differences if one.kind is kind]
        if held and worst:
            lines += heading(f"{label} ({min(worst, len(held))} of {len(held)})", width=width)
        for one in held[:worst]:
            said = quoted(one.coding.text, place_of(found, one))
            each = "; ".join(
                f"{coder} {_decided(codings, told=coder not in told.codes_only)}"
                for coder, codings in one.said
            )
            lines += paragraph(said, width=width, indent=2, hang=4)
            lines += paragraph(f"{one.code}: {each}", width=width, indent=6, style=FAINT)
    return lines


def place_of(found: Compared, one: Difference) -> str:
    """Where a passage stands: in its file where that was read, else by its number."""
    known = found.places.get((one.interview, one.segment))
    if known:
        return known
    return f"{one.interview} segment {one.segment}" if one.segment > 0 else one.interview


def _decided(codings: Sequence[Coding], *, told: bool) -> str:
    if codings and not told:
        return "coded"
    return " and ".join(f"{c.stance}, {c.status}, {c.holder}" for c in codings) or "not coded"


def _listed(names: Sequence[str]) -> str:
    return "/".join(names)


def _between(one: Estimate) -> str:
    found = one.interval
    return f"{_value(found.low)} to {_value(found.high)}" if found else "-"


def _value(value: float | None) -> str:
    """Two decimals, as `.42`, `1.00` or `-.05`; what is not quite 1 is `>.99`; a dash for none."""
    if value is None:
        return "-"
    if _NEARLY <= value < 1:
        return ">.99"
    written = f"{value + 0.0:.2f}"
    if written == "-0.00":
        return ".00"
    return written.replace("0.", ".", 1) if written.lstrip("-").startswith("0.") else written
