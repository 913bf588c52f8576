"""What a parsed passage says that somebody does or did, and who."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sensecli.coding.folding import fold
from sensecli.coding.verbs import verbs
from sensecli.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# Further up than this, a subject is hardly the verb's own.
_STEPS = 4
_NOW = frozenset({"am", "is", "are", "'re", "'s", "'m"})
_PERFECT = frozenset({"have", "has", "had", "'ve", "'s", "'d"})
_PAST = frozenset({"did", "has", "have", "had", "was", "were", "been", "'ve"})
_PASSIVE = frozenset({"was", "were", "been"})
_CONDITIONS = frozenset({"if", "unless", "until", "whether", "before", "once"})
_PRONOUNS = frozenset("i we he she they who both all each you".split())
_BODIES = re.compile(
    r"(?i)(?:trusts?|boards?|region|centre|icbs?|ics|nhs|england|scotland|wales|gps?|consultants?|"
    r"surgeons?|nurses?|managers?|leaders?|leadership|directors?|executives?|execs?|partners?|"
    r"physios?|physiotherapists?|staff|teams?|council|government|departments?|ministers?|finance|hr|"
    r"chairs?|chief|members|committee|hospitals?|network|practices?|organisations?|clinicians?|"
    r"colleagues?|doctors?|patients?|commissioners?|regulators?|cqc|group|panels?|federation|forum|"
    r"alliance|people|everyone|everybody|somebody|someone|authority|authorities)"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb asserted as fact with somebody doing it: half-open span, status and rule."""

    start: int
    end: int
    status: Status
    rule: str


def deeds(doc: "Doc") -> tuple[Deed, ...]:
    """The deeds that a parsed segment asserts, in order."""
    return tuple(deed for token in doc if (deed := _deed(token)))


def subject(verb: "Token") -> "Token | None":
    """The subject of a verb, looked for through coordination and open complements."""
    for _ in range(_STEPS):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child
        if verb.dep_ not in {"conj", "xcomp", "aux", "auxpass"} or verb.head == verb:
            return None
        verb = verb.head
    return None


def verb_at(doc: "Doc", start: int, end: int) -> "Token | None":
    """The first verb in the stretch, or the verb that governs it."""
    tokens = [t for t in doc if t.idx < end and start < t.idx + len(t.text)]
    for token in tokens:
        if token.pos_ in {"VERB", "AUX"}:
            return _main(token)
    for token in tokens:
        for above in token.ancestors:
            if above.pos_ in {"VERB", "AUX"}:
                return _main(above)
    return None


def is_doer(who: "Token") -> bool:
    """Whether a subject is somebody, or a body of people, that can act."""
    return who.lower_ in _PRONOUNS or who.pos_ == "PROPN" or is_body(who)


def is_body(who: "Token") -> bool:
    """Whether a subject is a group or office of people."""
    return bool(_BODIES.fullmatch(who.lower_))


def is_real(verb: "Token") -> bool:
    """Whether a verb, or the one that it is joined to, is told as fact: no infinitive, no modal."""
    while verb.dep_ == "conj" and verb.head != verb and verb.tag_ == "VB":
        verb = verb.head
    return not _unreal(verb)


def _deed(verb: "Token") -> Deed | None:
    if verb.pos_ != "VERB" or _unreal(verb):
        return None
    if verb.lower_ in verbs("stative") or verb.lower_ in verbs("committing"):
        return None
    told = _told(verb, {fold(c.lower_) for c in verb.children if c.dep_ in {"aux", "auxpass"}})
    return Deed(verb.idx, verb.idx + len(verb.text), *told) if told else None


def _told(verb: "Token", helpers: set[str]) -> tuple[Status, str] | None:
    """The status that a verb tells by its voice, tense and subject, and the rule."""
    who = subject(verb)
    if who is None:
        return None
    if _negated(verb):
        denied = verb.tag_ == "VBD" or helpers & _PAST
        return (Status.INACTION, "deed-denied") if denied else None
    accomplishes = verb.lower_ in verbs("accomplishing")
    if who.dep_ == "nsubjpass":
        # A result told in the passive; who did it does not matter to the rung.
        told = accomplishes and helpers & _PASSIVE and not _reason(verb)
        return (Status.DONE, "deed-passive") if told else None
    if who.dep_ != "nsubj" or not is_doer(who) or who.lower_ == "you":
        return None
    if verb.tag_ == "VBG" and helpers & _NOW:
        return Status.UNDERWAY, "deed-progressive"
    if accomplishes and verb.tag_ == "VBN" and helpers & _PERFECT:
        return Status.DONE, "deed-perfect"
    if accomplishes and verb.tag_ == "VBD" and not helpers:
        return Status.DONE, "deed-past"
    return None


def _main(verb: "Token") -> "Token":
    below_main = verb.dep_ in {"aux", "auxpass"}
    return verb.head if below_main and verb.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} else verb


def _reason(verb: "Token") -> bool:
    """Whether the verb only gives a reason ("because the last ones were designed by others")."""
    return any(c.dep_ == "mark" and c.lower_ in {"because", "since", "as"} for c in verb.children)


def _negated(verb: "Token") -> bool:
    denying = {"never", "hardly", "no"}
    return any(c.dep_ == "neg" or c.lower_ in denying for c in verb.children)


def _unreal(verb: "Token") -> bool:
    """Under a modal, in an infinitive, or in a conditional clause."""
    return any(
        (child.dep_ == "aux" and child.tag_ in {"MD", "TO"})
        or (child.dep_ == "mark" and child.lower_ in _CONDITIONS)
        for child in verb.children
    )
