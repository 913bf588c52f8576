"""How do leaders make sense, and beside which gaps?"""

from collections.abc import Sequence

from sensecli.finding.together import Together
from sensecli.model import Codebook, Finding, Kind, LensFinding


def lens_findings(
    lenses: Sequence[Finding], together: Together, codebook: Codebook
) -> tuple[LensFinding, ...]:
    """The findings on lens codes, each with who voices it and beside which gaps.

    `lenses` are findings of kind lens. A leader voices a lens who endorses it or is mixed about
    it. Most voiced first, then by label.
    """
    themes = [leaf.id for leaf in codebook.leaves if leaf.kind is Kind.THEME]
    found = [_lens(finding, together, themes) for finding in lenses]
    return tuple(sorted(found, key=lambda one: (-one.voiced, one.finding.label, one.finding.code)))


def _lens(finding: Finding, together: Together, themes: Sequence[str]) -> LensFinding:
    counts = finding.figures.counts
    gaps = {theme: together.get((finding.code, theme), 0) for theme in themes}
    beside = [(theme, gaps[theme]) for theme in sorted(gaps, key=lambda t: -gaps[t]) if gaps[theme]]
    return LensFinding(finding, voiced=counts.endorse + counts.mixed, beside=tuple(beside))
