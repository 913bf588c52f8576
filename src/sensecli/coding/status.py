"""What a passage says about doing something: its place on the say-do ladder."""

import re
from collections.abc import Sequence

from sensecli.coding.clauses import Clause
from sensecli.coding.deeds import deeds
from sensecli.coding.events import is_doer, is_real, subject, verb_at
from sensecli.coding.folding import fold
from sensecli.coding.parsed import Parsed, Word
from sensecli.coding.rulebook import Sign, rulebook
from sensecli.model import Status

Span = tuple[int, int]
# A lack that a deed answers.
_CAUSE = re.compile(r"\b(?:because|since|as|seeing that)\s+$", re.IGNORECASE)
_SO = re.compile(r"(?:^|[,;]| and)\s*so (?:i|we|he|she|they|my|our|his|her)\b", re.IGNORECASE)
_INTENDED = "were-going-to"
# What these say takes in what the words in them say ("bought, and still in its crate").
_TAKING_IN = frozenset({"bought-not-live", "not-undone"})


def status(
    doc: Parsed,
    parts: Sequence[Clause],
    spans: Sequence[Span],
    *,
    confirmed: bool = False,
    after: int = 0,
    before: int | None = None,
) -> tuple[Status, str, Span | None]:
    """The status that the clauses `parts` assert of a theme whose cues stand at `spans`.

    Gives the status, the rule that decided it and where its sign stands. A failure wins over
    progress; else the highest rung asserted as fact. A question carries no rung, unless its words
    are `confirmed` by an answer. Signs outside the offsets `after` to `before` do not count.
    """
    if not confirmed and doc.text.rstrip("\"'”’) ").endswith("?"):
        return Status.NONE, "question", None
    found = [sign for sign in rulebook("status").signs(doc.text) if _by_a_doer(doc, sign)]
    taken = [(sign.start, sign.end) for sign in found]
    found += [
        Sign(deed.rule, deed.status.value, deed.start, deed.end)
        for deed in deeds(doc)
        if not any(low <= deed.start < high for low, high in taken)
    ]
    told = [
        sign
        for sign in found
        if after <= sign.start
        and sign.end <= (len(doc.text) if before is None else before)
        and any(part.holds(sign.start, sign.end) for part in parts)
        and not _aside(doc, sign, spans)
    ]
    told = [sign for sign in told if not _taken_in(sign, told) and not _met(doc, sign, told)]
    if not told:
        return Status.NONE, "", None
    best = min(told, key=_order)
    if best.rule == _INTENDED:
        # Meant to be done, and nothing done at all: no part of it was begun.
        best = next((sign for sign in told if Status(sign.says) is Status.INACTION), best)
    return Status(best.says), best.rule, (best.start, best.end)


def _taken_in(sign: Sign, told: Sequence[Sign]) -> bool:
    """Whether the sign stands within another that says what the two come to together."""
    return sign.rule not in _TAKING_IN and any(
        other.rule in _TAKING_IN and sign.start < other.end and other.start < sign.end
        for other in told
    )


def _met(doc: Parsed, sign: Sign, told: Sequence[Sign]) -> bool:
    """Whether a deed in the same breath meets the lack ("Nobody had it, so he took it on")."""
    if Status(sign.says) is not Status.INACTION:
        return False
    acts = [other for other in told if Status(other.says).acts]
    before = fold(doc.text[: sign.start])
    if _CAUSE.search(before) and any(other.end < sign.start for other in acts):
        return True
    after = ((other, fold(doc.text[sign.end : other.start])) for other in acts)
    return any(_SO.search(between) for other, between in after if other.start >= sign.end)


def _order(sign: Sign) -> tuple[int, int]:
    said = Status(sign.says)
    if said is Status.STALLED:
        return (0, sign.start)
    if said is Status.INACTION:
        return (1, sign.start)
    return (10 - said.rung, sign.start)


def _aside(doc: Parsed, sign: Sign, spans: Sequence[Span]) -> bool:
    """Whether the sign stands in a relative clause (or its like) in which the theme does not."""
    verb = verb_at(doc, sign.start, sign.end)
    while verb is not None and verb.head != verb:
        if verb.dep in {"relcl", "acl"} and not _split_off(verb):
            low, high = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge.text)
            return not any(low <= start < high for start, _ in spans)
        verb = verb.head
    return False


def _split_off(clause: Word) -> bool:
    """Whether a relative clause is the half of a sentence split in two ("It's they who should")."""
    being, who = clause.head.head, {"who", "that"}
    leads = any(c.dep == "nsubj" and c.lower in who for c in clause.children)
    is_it = fold(being.lower) in {"is", "was", "'s"}
    return leads and is_it and any(c.lower == "it" for c in being.lefts)


def _by_a_doer(doc: Parsed, sign: Sign) -> bool:
    """Whether the sign's subject can do things; true where none is told (telegraphic notes)."""
    if sign.subject != "doer":
        return True
    verb = verb_at(doc, sign.start, sign.end)
    if verb is None:
        return True
    if Status(sign.says) is Status.DONE and not is_real(verb):
        return False
    who = subject(verb)
    return who is None or who.dep == "nsubjpass" or is_doer(who)
