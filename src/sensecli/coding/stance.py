"""What a passage thinks of a code's proposition."""

from collections.abc import Sequence

from sensecli.coding.clauses import Clause
from sensecli.coding.rulebook import rulebook
from sensecli.model import Kind, Stance


def stance(text: str, parts: Sequence[Clause], kind: Kind) -> tuple[Stance, str]:
    """The stance that the clauses `parts` of `text` take, and the rules that decided it.

    A theme that is raised with no sign against it is endorsed.
    """
    signs = [
        sign
        for sign in rulebook("stance").signs(text)
        if (not sign.kinds or kind in sign.kinds) and any(p.holds(sign.start, sign.end) for p in parts)
    ]
    said = {sign.says for sign in signs}
    rules = " ".join(sorted({sign.rule for sign in signs}))
    if "mixed" in said or {"endorse", "oppose"} <= said:
        if said == {"endorse", "oppose"}:
            # A doubt that is itself denied ("I don't think anyone is against it") is one sign.
            return (Stance.ENDORSE, rules) if _overlap(signs) else (Stance.MIXED, rules)
        return Stance.MIXED, rules
    if "oppose" in said:
        return Stance.OPPOSE, rules
    return Stance.ENDORSE, rules


def _overlap(signs: Sequence[object]) -> bool:
    spans = [(s.start, s.end, s.says) for s in signs]  # type: ignore[attr-defined]
    return any(
        a[0] < b[1] and b[0] < a[1] for a in spans for b in spans if a[2] == "endorse" and b[2] == "oppose"
    )
