"""How do leaders make sense, and beside which gaps?"""

from collections import Counter
from collections.abc import Sequence

from sensecli.finding.figures import in_gap
from sensecli.model import Codebook, Finding, Kind, LensFinding, Position, Stance


def lens_findings(
    lenses: Sequence[Finding], positions: Sequence[Position], codebook: Codebook
) -> tuple[LensFinding, ...]:
    """The findings on lens codes, each with who voices it and beside which gaps.

    `lenses` are findings of kind lens, `positions` those on all codes. A leader voices a lens who
    endorses it or is mixed about it. Most voiced first, then by label.
    """
    themes = [leaf.id for leaf in codebook.leaves if leaf.kind is Kind.THEME]
    found = [_lens(finding, positions, themes) for finding in lenses]
    return tuple(sorted(found, key=lambda one: (-one.voiced, one.finding.label, one.finding.code)))


def _lens(finding: Finding, positions: Sequence[Position], themes: Sequence[str]) -> LensFinding:
    voicing = {
        (p.leader, p.round)
        for p in positions
        if p.code == finding.code and p.stance in {Stance.ENDORSE, Stance.MIXED}
    }
    tally = Counter(p.code for p in positions if in_gap(p) and (p.leader, p.round) in voicing)
    beside = [
        (theme, tally[theme]) for theme in sorted(themes, key=lambda t: -tally[t]) if tally[theme]
    ]
    return LensFinding(finding=finding, voiced=len(voicing), beside=tuple(beside))
