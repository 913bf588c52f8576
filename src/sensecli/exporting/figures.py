"""A finding's figures by their names in the contract; shares have four decimal places."""

from sensecli.model import Figures, Finding

Number = int | float


def figure_values(figures: Figures) -> dict[str, Number]:
    """The counts, then the gap and its shares, in the contract's order."""
    counts = figures.counts
    return {
        "n": counts.n,
        "raised": counts.raised,
        "endorse": counts.endorse,
        "mixed": counts.mixed,
        "oppose": counts.oppose,
        "neutral": counts.neutral,
        "silent": counts.silent,
        "act": figures.act,
        "act_own": figures.act_own,
        "committed": figures.committed,
        "failed": figures.failed,
        "gap": figures.gap,
        "gap_share": share(figures.gap_share),
        "gap_low": share(figures.gap_low),
        "gap_high": share(figures.gap_high),
        "of_endorsers": share(figures.gap / counts.endorse if counts.endorse else 0.0),
    }


def interval_values(figures: Figures) -> dict[str, float]:
    """The bounds of the 95 % interval of agreement."""
    return {"low": share(figures.interval.low), "high": share(figures.interval.high)}


def finding_scalars(finding: Finding) -> dict[str, str | Number]:
    """What of a finding fits into one row."""
    interval = interval_values(finding.figures)
    return {
        "code": finding.code,
        "label": finding.label,
        "kind": str(finding.kind),
        **figure_values(finding.figures),
        "interval_low": interval["low"],
        "interval_high": interval["high"],
        "prompted_only": finding.prompted_only,
    }


def share(value: float) -> float:
    """A share with four decimal places."""
    return round(float(value), 4)
