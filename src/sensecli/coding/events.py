"""Who does it, and is it told as a fact? What the parse says of a verb."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from sensecli.coding.verbs import verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# Below these a verb takes its reality from above; relative and adverbial clauses have their own.
_GOVERNED = frozenset({"ccomp", "xcomp", "conj", "pcomp", "aux", "auxpass"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
# What may stand before a verb that bids: "And please, just ask them".
_LIGHT = frozenset({"ADV", "INTJ", "CCONJ", "SCONJ"})
# What somebody is glad or able to do was done.
_FELT = frozenset(
    "able glad happy pleased delighted proud sorry sad surprised relieved lucky".split()
)
_HEIGHT = 6
# Further up than this, a subject is hardly the verb's own.
_STEPS = 4
_CONDITIONS = frozenset({"if", "unless", "until", "whether", "before", "once"})
_PRONOUNS = frozenset("i we he she they who both all each you".split())
_BODIES = re.compile(
    r"(?i)(?:trusts?|boards?|region|centre|icbs?|ics|nhs|england|scotland|wales|gps?|consultants?|"
    r"surgeons?|nurses?|managers?|leaders?|leadership|directors?|executives?|execs?|partners?|"
    r"physios?|physiotherapists?|staff|teams?|council|government|departments?|ministers?|finance|hr|"
    r"chairs?|chief|members|committee|hospitals?|network|practices?|organisations?|clinicians?|"
    r"colleagues?|doctors?|patients?|commissioners?|regulators?|cqc|group|panels?|federation|forum|"
    r"compan(?:y|ies)|firms?|corporation|subsidiar(?:y|ies)|management|employees|divisions?|units?|"
    r"officials?|carers?|assistants?|receptionists?|porters?|drivers?|midwives|users?|ots?|hcas?|students?|"
    r"trainees?|juniors?|registrars?|sisters?|matrons?|therapists?|podiatrists?|pharmacists?|workers?|"
    r"officers?|trustees|governors?|councillors?|count(?:y|ies)|districts?|cabinet|ministry|chancellor|"
    r"minister|premier|secretary|universit(?:y|ies)|schools?|colleges?|charit(?:y|ies)|hospices?|union|army|"
    r"laborator(?:y|ies)|labs?|agenc(?:y|ies)|services?|volunteers?|deputy|parliament|treasury|regions?|"
    r"alliance|people|everyone|everybody|somebody|someone|authority|authorities)"
)


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
    return not is_unreal(verb)


class Told(StrEnum):
    """How a text tells an event: as fact, as what is not or was not so, or left open."""

    FACT = "fact"
    DENIED = "denied"
    OPEN = "open"


def told_as(event: "Token", *, own: bool = True) -> Told:
    """How the event that a word names is told, by its own words and by what governs it.

    Without `own`, by what governs it alone: whether the clause holds with its own "not" and "may".

    A verb of thinking passes its own denial on ("I don't think they asked"); one of knowing holds
    its complement for fact, denied or not; one of wishing leaves it open; one of failing denies it.
    """
    told, below = Told.FACT, event
    for _ in range(_HEIGHT):
        if own or below is not event:
            told = _stronger(told, _alone(below))
        if told is Told.DENIED or below.head == below or not _governs(below):
            return told
        told = _stronger(told, _passed_on(below))
        if below.dep_ == "ccomp" and _holds_for_fact(below.head):
            return told
        below = below.head
    return told


def opens(verb: "Token") -> bool:
    """Whether a verb opens its sentence, or its part behind a comma: "If it leaks, ring them"."""
    for token in reversed(verb.doc[: verb.i]):
        if token.is_punct or token.is_space:
            return True
        if token.pos_ not in _LIGHT and token.lower_ not in {"please", "ok", "okay"}:
            return False
    return True


def _stronger(first: Told, second: Told) -> Told:
    """A denial outweighs what is open, and that outweighs fact."""
    return max(first, second, key=(Told.FACT, Told.OPEN, Told.DENIED).index)


def _alone(verb: "Token") -> Told:
    """How a word is told by what stands directly below it and by the mood of its sentence."""
    if _negated(verb):
        return Told.DENIED
    open_ = (
        _modal(verb)
        or _conditional(verb)
        or (verb.dep_ == "ROOT" and (_asked(verb) or is_bidden(verb)))
        or (verb.dep_ not in _COMPLEMENTS and is_infinitive(verb) and not _felt(verb.head))
        or (verb.dep_ == "conj" and verb.tag_ == "VB" and not _did(verb.head))
        or (verb.dep_ == "advcl" and verb.tag_ in {"VBP", "VBZ"} and _modal(verb.head))
    )
    return Told.OPEN if open_ else Told.FACT


def _governs(verb: "Token") -> bool:
    """Whether the word above decides how this one is told; a clause of its own does not ask it."""
    own = verb.dep_ == "conj" and any(child.dep_ in _SUBJECTS for child in verb.children)
    return verb.dep_ in _GOVERNED and not own


def _passed_on(verb: "Token") -> Told:
    """How a word is told by the one right above it."""
    above = verb.head
    if above.lower_ == "without" or (verb.dep_ == "xcomp" and above.lower_ in verbs("failing")):
        return Told.DENIED
    if verb.dep_ in _COMPLEMENTS and is_infinitive(verb):
        brought = above.lower_ in verbs("bringing-about") - {"going"} or _felt(above)
        return Told.FACT if brought else Told.OPEN
    return Told.OPEN if above.lower_ in verbs("wishing") else Told.FACT


def _holds_for_fact(verb: "Token") -> bool:
    """Whether a verb's complement holds whatever is said of the verb.

    "I don't know that it did" doubts it; "I can't believe that it did" and "you could tell that it
    did" do not.
    """
    negated = any(child.dep_ == "neg" for child in verb.children)
    if verb.lower_ in verbs("factive"):
        mine = any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in verb.children)
        return not (negated and mine and verb.lower_ == "know")
    able = any(c.dep_ == "aux" and c.lower_ in {"can", "ca", "could"} for c in verb.children)
    return able and verb.lower_ in ({"believe"} if negated else {"tell", "see"})


def is_bidden(verb: "Token") -> bool:
    """Whether a verb that heads its sentence bids somebody do it ("Ask the porters first")."""
    if verb.tag_ != "VB" or verb.dep_ != "ROOT":
        return False
    barring = _SUBJECTS | {"aux", "auxpass", "neg"}
    return not any(child.dep_ in barring for child in verb.children)


def _main(verb: "Token") -> "Token":
    below_main = verb.dep_ in {"aux", "auxpass"}
    return verb.head if below_main and verb.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} else verb


def _negated(verb: "Token") -> bool:
    denying = {"never", "hardly", "no"}
    return any(
        c.dep_ == "neg" or c.lower_ in denying or (c.dep_ in _SUBJECTS and _is_nobody(c))
        for c in verb.children
    )


def _is_nobody(who: "Token") -> bool:
    return who.lower_ in {"nobody", "none", "nothing"} or any(
        child.dep_ == "det" and child.lower_ == "no" for child in who.children
    )


def is_unreal(verb: "Token") -> bool:
    """Under a modal, in an infinitive, or in a conditional clause."""
    return is_infinitive(verb) or _modal(verb) or _conditional(verb)


def _did(verb: "Token") -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "did" for child in verb.children)


def is_infinitive(verb: "Token") -> bool:
    """After "to": a purpose or a wish, nothing told."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _felt(word: "Token") -> bool:
    return word.lower_ in _FELT


def _modal(verb: "Token") -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)


def _conditional(verb: "Token") -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children)


def _asked(verb: "Token") -> bool:
    """Whether the sentence that the verb heads asks if it is so; why it is so takes it for fact."""
    if verb.doc[verb.right_edge.i].text != "?":
        return False
    return not any(t.tag_ in {"WRB", "WP", "WDT"} for t in verb.lefts)
