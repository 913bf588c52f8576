"""Who is to act, or acted."""

import re
from collections.abc import Sequence

from sensecli.coding.clauses import Clause
from sensecli.coding.events import is_body, subject, verb_at
from sensecli.coding.folding import fold
from sensecli.coding.parsed import Parsed, Word
from sensecli.coding.verbs import verbs
from sensecli.model import Actor, Holder, Interview, Speaker, Status

_SELF = frozenset({"i", "me", "myself"})
_OWN = frozenset({"we", "us", "ourselves"})
_LEADER_NOTED = frozenset({"he", "she", "him", "her", "himself", "herself"})
_NOBODY_NAMED = frozenset(
    {"it", "there", "this", "that", "which", "what", "who", "someone", "somebody", "something"}
    | {"nothing", "anything", "everything", "one", "nobody", "none", "anyone", "anybody", "you"}
    | {"people", "here", "all", "not", "everything"}
)
_TOGETHER = re.compile(
    r"\b(?:all of us|as (?:a|one) system|we all|both (?:trusts|of us|boards|sides)|"
    r"the (?:two|three|four|five) of (?:us|them)|each other|one another|between us|jointly|"
    r"together|everyone has to|across the (?:system|patch)|we as (?:leaders|a place)|"
    r"collectively)\b",
    re.IGNORECASE,
)
# A note that opens with a verb and has no subject leaves out "she": it is the leader's doing.
_TELEGRAPHIC = re.compile(
    r"^\W*(?:wants?|will|won't|would|wd|hopes?|plans?|means|intends|has|had|keeps?|sees?|runs?|"
    r"sends?|offered|signed|agreed|admits?|going to|is going|trying|doesn't|does|did|took|put|set|"
    r"started|goes)\b",
    re.IGNORECASE,
)
# The leader's own superiors and colleagues are others; the leader's team is their own side.
_ABOVE = re.compile(
    r"(?:board|chair|chief|boss|director|directors|exec|execs|executive|colleagues?|partners?|deputy|"
    r"predecessor|ceo|manager|managers|consultants?)"
)
# A word of an organisation's name that is long enough to tell it from others.
_TELLING = 5
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})


def actor(
    doc: Parsed,
    parts: Sequence[Clause],
    sign: tuple[int, int] | None,
    *,
    status: Status,
    interview: Interview,
    speaker: Speaker,
    holder: Holder,
) -> Actor:
    """Whoever the deciding verb's subject is; with no sign, the first deed's in the clauses.

    Verbs of saying, thinking and wishing are looked through: the actor is whoever is to do what
    is wished. Passives and things name nobody.
    """
    verb = verb_at(doc, *sign) if sign else _first_deed(doc, parts)
    if verb is None:
        return Actor.UNSPECIFIED
    wished = False
    if status in {Status.NONE, Status.ASPIRATION}:
        verb, wished = _looked_through(verb)
    who = subject(verb)
    if who is None:
        telegraphic = speaker is Speaker.NOTES and _TELEGRAPHIC.match(doc.text)
        return Actor.SELF if telegraphic and status is not Status.NONE else Actor.UNSPECIFIED
    if wished and not _does(verb):
        return Actor.UNSPECIFIED
    by_pronoun = _by_pronoun(who, speaker, holder)
    if by_pronoun is Actor.OWN and _TOGETHER.search(fold(doc.text)):
        return Actor.SHARED
    theirs = {"my", "our", *({"his", "her"} if speaker is Speaker.NOTES else ())}
    if any(child.lower in theirs for child in who.children):
        return Actor.OTHERS if _ABOVE.fullmatch(who.lower) else Actor.OWN
    return by_pronoun or _by_name(who, fold(doc.text), interview.organisation.lower())


def _first_deed(doc: Parsed, parts: Sequence[Clause]) -> Word | None:
    """The first verb of the clauses that does more than say, think, be or have."""
    inside = [t for t in doc if any(p.holds(t.idx, t.idx + 1) for p in parts)]
    return next((t for t in inside if t.pos == "VERB" and _does(t)), None)


def _does(verb: Word) -> bool:
    return verb.lower not in verbs("stative") and verb.lower not in verbs("saying")


def _looked_through(verb: Word) -> tuple[Word, bool]:
    """The verb below verbs of saying, thinking and wishing; whether any was looked through."""
    through = False
    for _ in range(4):
        if verb.lower not in verbs("saying"):
            break
        below = next((c for c in verb.children if c.dep in _COMPLEMENTS and c.i > verb.i), None)
        through = True
        if below is None:
            break
        verb = below
    return verb, through


def _by_pronoun(who: Word, speaker: Speaker, holder: Holder) -> Actor | None:
    """What a pronoun (or no agent at all) says of the actor; None where the subject is a noun."""
    word = who.lower
    if word in _SELF:
        return Actor.SELF
    if word in _OWN:
        return Actor.OWN
    if word in _LEADER_NOTED and speaker is Speaker.NOTES:
        return Actor.OTHERS if holder is Holder.OTHER else Actor.SELF
    if word in _NOBODY_NAMED or who.dep in {"nsubjpass", "expl"}:
        return Actor.UNSPECIFIED
    return None


def _by_name(who: Word, text: str, organisation: str) -> Actor:
    word = who.lower
    if len(word) >= _TELLING and word in organisation:
        return Actor.OWN
    if word in {"both", "everyone", "everybody"} or (_TOGETHER.search(text) and is_body(who)):
        return Actor.SHARED
    named = who.pos in {"PRON", "PROPN"} or is_body(who)
    return Actor.OTHERS if named else Actor.UNSPECIFIED
