"""What a passage thinks of a code's proposition."""

import re
from collections.abc import Iterator, Sequence

from sensecli.coding.clauses import Clause
from sensecli.coding.folding import fold
from sensecli.coding.rulebook import Sign, rulebook
from sensecli.model import Holder, Kind, Stance

# "Not money, he says.": a barrier denied right before it is named. "No money" names it.
_DENIED = re.compile(
    r"(?:\bnot|n't|\bnever) (?:(?:a (?:matter|question) of|about|down to|for (?:want|lack) of|"
    r"really|just|so much|the|any|that|because of) )*$",
    re.IGNORECASE,
)


def stance(
    text: str,
    parts: Sequence[Clause],
    kind: Kind,
    *,
    spans: Sequence[tuple[int, int]] = (),
    holder: Holder = Holder.LEADER,
) -> tuple[Stance, str]:
    """The stance that the clauses `parts` of `text` take, and the rules that decided it.

    `spans` are where the theme is named: no sign may end on the theme's own words. A theme that is
    raised with no sign against it is endorsed.
    """
    signs = [
        sign
        for sign in (*rulebook("stance").signs(text), *_denied(text, kind, spans))
        if (not sign.kinds or kind in sign.kinds)
        and (not sign.holders or holder in sign.holders)
        and any(part.holds(sign.start, sign.end) for part in parts)
        # A rule for one kind of code may speak of the theme's own words ("plenty of money").
        and (sign.kinds or not any(a < sign.end <= b and sign.start < a for a, b in spans))
    ]
    said = {sign.says for sign in signs}
    rules = " ".join(sorted({sign.rule for sign in signs}))
    if "mixed" in said or ({"endorse", "oppose"} <= said and not _denied_doubt(signs)):
        return Stance.MIXED, rules
    if said == {"neutral"}:
        return Stance.NEUTRAL, rules
    return (Stance.OPPOSE if said - {"neutral"} == {"oppose"} else Stance.ENDORSE), rules


def _denied(text: str, kind: Kind, spans: Sequence[tuple[int, int]]) -> Iterator[Sign]:
    folded = fold(text)
    for start, end in spans:
        if kind is Kind.BARRIER and _DENIED.search(folded, 0, start):
            yield Sign("not-this-barrier", "oppose", start, end)


def _denied_doubt(signs: Sequence[Sign]) -> bool:
    """Whether a doubt is itself denied ("I don't think anyone is against it")."""
    return any(
        a.start < b.end and b.start < a.end
        for a in signs
        for b in signs
        if (a.says, b.says) == ("endorse", "oppose")
    )


def limits(answer: str) -> bool:
    """Whether a yes is limited by its own words ("Aye, up to a point.")."""
    return any(sign.says == "mixed" for sign in rulebook("stance").signs(answer))
