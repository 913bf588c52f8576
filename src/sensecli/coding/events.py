"""Who does it, and is it told as a fact? What the parse says of a verb."""

import re
from enum import StrEnum

from sensecli.coding.parsed import Parsed, Word
from sensecli.coding.verbs import verbs

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


def subject(verb: Word) -> Word | None:
    """The subject of a verb, looked for through coordination and open complements."""
    for _ in range(_STEPS):
        for child in verb.children:
            if child.dep in _SUBJECTS:
                return child
        if verb.dep not in {"conj", "xcomp", "aux", "auxpass"} or verb.head == verb:
            return None
        verb = verb.head
    return None


def verb_at(doc: Parsed, start: int, end: int) -> Word | None:
    """The first verb in the stretch, or the verb that governs it."""
    tokens = [t for t in doc if t.idx < end and start < t.idx + len(t.text)]
    for token in tokens:
        if token.pos in {"VERB", "AUX"}:
            return _main(token)
    for token in tokens:
        for above in token.ancestors:
            if above.pos in {"VERB", "AUX"}:
                return _main(above)
    return None


def is_doer(who: Word) -> bool:
    """Whether a subject is somebody, or a body of people, that can act."""
    return who.lower in _PRONOUNS or who.pos == "PROPN" or is_body(who)


def is_body(who: Word) -> bool:
    """Whether a subject is a group or office of people."""
    return bool(_BODIES.fullmatch(who.lower))


def is_real(verb: Word) -> bool:
    """Whether a verb, or the one that it is joined to, is told as fact: no infinitive, no modal."""
    while verb.dep == "conj" and verb.head != verb and verb.tag == "VB":
        verb = verb.head
    return not is_unreal(verb)


class Told(StrEnum):
    """How a text tells an event: as fact, as what is not or was not so, or left open."""

    FACT = "fact"
    DENIED = "denied"
    OPEN = "open"


def told_as(event: Word, *, own: bool = True) -> Told:
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
        if below.dep == "ccomp" and _holds_for_fact(below.head):
            return told
        below = below.head
    return told


def opens(verb: Word) -> bool:
    """Whether a verb opens its sentence, or its part behind a comma: "If it leaks, ring them"."""
    for token in reversed(verb.doc[: verb.i]):
        if token.is_punct or token.is_space:
            return True
        if token.pos not in _LIGHT and token.lower not in {"please", "ok", "okay"}:
            return False
    return True


def _stronger(first: Told, second: Told) -> Told:
    """A denial outweighs what is open, and that outweighs fact."""
    return max(first, second, key=(Told.FACT, Told.OPEN, Told.DENIED).index)


def _alone(verb: Word) -> Told:
    """How a word is told by what stands directly below it and by the mood of its sentence."""
    if _negated(verb):
        return Told.DENIED
    open_ = (
        _modal(verb)
        or _conditional(verb)
        or (verb.dep == "ROOT" and (_asked(verb) or is_bidden(verb)))
        or (verb.dep not in _COMPLEMENTS and is_infinitive(verb) and not _felt(verb.head))
        or (verb.dep == "conj" and verb.tag == "VB" and not _did(verb.head))
        or (verb.dep == "advcl" and verb.tag in {"VBP", "VBZ"} and _modal(verb.head))
    )
    return Told.OPEN if open_ else Told.FACT


def _governs(verb: Word) -> bool:
    """Whether the word above decides how this one is told; a clause of its own does not ask it."""
    own = verb.dep == "conj" and any(child.dep in _SUBJECTS for child in verb.children)
    return verb.dep in _GOVERNED and not own


def _passed_on(verb: Word) -> Told:
    """How a word is told by the one right above it."""
    above = verb.head
    if above.lower == "without" or (verb.dep == "xcomp" and above.lower in verbs("failing")):
        return Told.DENIED
    if verb.dep in _COMPLEMENTS and is_infinitive(verb):
        brought = above.lower in verbs("bringing-about") - {"going"} or _felt(above)
        return Told.FACT if brought else Told.OPEN
    return Told.OPEN if above.lower in verbs("wishing") else Told.FACT


def _holds_for_fact(verb: Word) -> bool:
    """Whether a verb's complement holds whatever is said of the verb.

    "I don't know that it did" doubts it; "I can't believe that it did" and "you could tell that it
    did" do not.
    """
    negated = any(child.dep == "neg" for child in verb.children)
    if verb.lower in verbs("factive"):
        mine = any(c.dep == "nsubj" and c.lower in {"i", "we"} for c in verb.children)
        return not (negated and mine and verb.lower == "know")
    able = any(c.dep == "aux" and c.lower in {"can", "ca", "could"} for c in verb.children)
    return able and verb.lower in ({"believe"} if negated else {"tell", "see"})


def is_bidden(verb: Word) -> bool:
    """Whether a verb that heads its sentence bids somebody do it ("Ask the porters first")."""
    if verb.tag != "VB" or verb.dep != "ROOT":
        return False
    barring = _SUBJECTS | {"aux", "auxpass", "neg"}
    return not any(child.dep in barring for child in verb.children)


def _main(verb: Word) -> Word:
    below_main = verb.dep in {"aux", "auxpass"}
    return verb.head if below_main and verb.head.pos in {"VERB", "AUX", "ADJ", "NOUN"} else verb


def _negated(verb: Word) -> bool:
    denying = {"never", "hardly", "no"}
    return any(
        c.dep == "neg" or c.lower in denying or (c.dep in _SUBJECTS and _is_nobody(c))
        for c in verb.children
    )


def _is_nobody(who: Word) -> bool:
    return who.lower in {"nobody", "none", "nothing"} or any(
        child.dep == "det" and child.lower == "no" for child in who.children
    )


def is_unreal(verb: Word) -> bool:
    """Under a modal, in an infinitive, or in a conditional clause."""
    return is_infinitive(verb) or _modal(verb) or _conditional(verb)


def _did(verb: Word) -> bool:
    return any(child.dep == "aux" and child.lower == "did" for child in verb.children)


def is_infinitive(verb: Word) -> bool:
    """After "to": a purpose or a wish, nothing told."""
    return any(child.dep == "aux" and child.tag == "TO" for child in verb.children)


def _felt(word: Word) -> bool:
    return word.lower in _FELT


def _modal(verb: Word) -> bool:
    return any(child.dep == "aux" and child.tag == "MD" for child in verb.children)


def _conditional(verb: Word) -> bool:
    return any(child.dep == "mark" and child.lower in _CONDITIONS for child in verb.children)


def _asked(verb: Word) -> bool:
    """Whether the sentence that the verb heads asks if it is so; why it is so takes it for fact."""
    if verb.doc[verb.right_edge.i].text != "?":
        return False
    return not any(t.tag in {"WRB", "WP", "WDT"} for t in verb.lefts)
