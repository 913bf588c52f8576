"""What a parsed passage says that somebody does or did, and who."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sensecli.coding.verbs import verbs
from sensecli.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})

@dataclass(frozen=True, slots=True)
class Deed:
    """A verb asserted as fact with somebody doing it: half-open span, status and subject."""

    start: int
    end: int
    status: Status
    rule: str


def deeds(doc: "Doc") -> tuple[Deed, ...]:
    """The deeds that a parsed segment asserts, in order."""
    return tuple(_deeds(doc))


def _deeds(doc: "Doc") -> Iterator[Deed]:
    for token in doc:
        if token.pos_ != "VERB" or _unreal(token):
            continue
        if token.lower_ in verbs("stative") or token.lower_ in verbs("committing"):
            continue
        if _negated(token):
            yield from _denied(token)
            continue
        who = subject(token)
        if who is None:
            continue
        if who.dep_ == "nsubjpass":
            yield from _passive(token)
            continue
        if who.dep_ != "nsubj" or not is_doer(who) or who.lower_ == "you":
            continue
        helpers = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
        span = (token.idx, token.idx + len(token.text))
        if token.tag_ == "VBG" and helpers & {"am", "is", "are", "'re", "'s", "'m", "’re", "’s", "’m"}:
            yield Deed(*span, Status.UNDERWAY, "deed-progressive")
        elif token.lower_ not in verbs("accomplishing"):
            continue
        elif token.tag_ == "VBN" and helpers & {"have", "has", "'ve", "’ve", "'s", "had", "'d"}:
            yield Deed(*span, Status.DONE, "deed-perfect")
        elif token.tag_ == "VBD" and not helpers:
            yield Deed(*span, Status.DONE, "deed-past")


def _denied(verb: "Token") -> Iterator[Deed]:
    """A deed that was not done, told in the past or perfect."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    past = verb.tag_ == "VBD" or helpers & _PAST
    if past and subject(verb) is not None:
        yield Deed(verb.idx, verb.idx + len(verb.text), Status.INACTION, "deed-denied")


_PAST = frozenset({"did", "has", "have", "had", "was", "were", "been", "'ve", "’ve"})


def _passive(verb: "Token") -> Iterator[Deed]:
    """A result told in the passive; who did it does not matter to the rung."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.lower_ in verbs("accomplishing") and helpers & {"was", "were", "been"}:
        yield Deed(verb.idx, verb.idx + len(verb.text), Status.DONE, "deed-passive")


_PRONOUNS = frozenset("i we he she they who both all each you".split())
_BODIES = re.compile(
    r"(?i)(?:trusts?|boards?|region|centre|icbs?|ics|nhs|england|gps?|consultants?|surgeons?|nurses?|"
    r"managers?|leaders?|leadership|directors?|executives?|execs?|partners?|physios?|physiotherapists?|"
    r"staff|teams?|council|government|department|ministers?|finance|hr|chairs?|chief|members|committee|"
    r"hospitals?|network|practices?|organisations?|clinicians?|colleagues?|doctors?|patients?|"
    r"commissioners?|regulators?|cqc|group|panels?|network|federation|forum|alliance|executive|"
    r"people|everyone|everybody|somebody|someone|authorities|authority|england|scotland|wales|departments)"
)


def is_doer(who: "Token") -> bool:
    """Whether a subject is somebody, or a body of people, that can act."""
    return who.lower_ in _PRONOUNS or who.pos_ == "PROPN" or bool(_BODIES.fullmatch(who.lower_))


def is_body(who: "Token") -> bool:
    """Whether a subject is a group or office of people."""
    return bool(_BODIES.fullmatch(who.lower_))


def subject(verb: "Token") -> "Token | None":
    """The subject of a verb, looked for through coordination and open complements."""
    seen = 0
    while seen < 4:
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child
        if verb.dep_ in {"conj", "xcomp", "aux", "auxpass"} and verb.head != verb:
            verb = verb.head
            seen += 1
            continue
        return None
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


def _main(verb: "Token") -> "Token":
    return verb.head if verb.dep_ in {"aux", "auxpass"} and verb.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} else verb


def is_real(verb: "Token") -> bool:
    """Whether a verb, or the one that it is joined to, is told as fact: no infinitive, no modal."""
    while verb.dep_ == "conj" and verb.head != verb and verb.tag_ == "VB":
        verb = verb.head
    return not _unreal(verb)


def _negated(verb: "Token") -> bool:
    return any(child.dep_ == "neg" or child.lower_ in {"never", "hardly", "no"} for child in verb.children)


def _unreal(verb: "Token") -> bool:
    """Under a modal, in an infinitive, or in a conditional clause."""
    for child in verb.children:
        if child.dep_ == "aux" and child.tag_ in {"MD", "TO"}:
            return True
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "until", "whether", "before", "once"}:
            return True
    return False
