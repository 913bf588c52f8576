"""What a parsed passage says that somebody does or did, and who."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sensecli.coding.folding import fold
from sensecli.coding.timing import at_set_times, noted_since, since
from sensecli.coding.verbs import verbs
from sensecli.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# Below these a verb takes its reality from above; relative and adverbial clauses have their own.
_GOVERNED = frozenset({"ccomp", "xcomp", "conj", "pcomp", "aux", "auxpass"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
# Of these the present tells a habit of mankind rather than a deed.
_WHOEVER = frozenset("they who all both each people everyone everybody somebody someone".split())
# What may stand before a verb that bids: "And please, just ask them".
_LIGHT = frozenset({"ADV", "INTJ", "CCONJ", "SCONJ"})
# What somebody is glad or able to do was done.
_FELT = frozenset(
    "able glad happy pleased delighted proud sorry sad surprised relieved lucky".split()
)
# Particles that undo what the verb alone would do.
_UNDOING = {
    form: particles
    for forms, particles in (
        ("hold holds held holding", {"back", "up", "off", "over"}),
        ("run runs ran running", {"down", "out", "over"}),
        ("cut cuts cutting", {"off", "out"}),
        ("draw draws drew drawn drawing", {"back"}),
        ("split splits splitting", {"up"}),
    )
    for form in forms.split()
}
_HEIGHT = 6
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
    r"compan(?:y|ies)|firms?|corporation|subsidiar(?:y|ies)|management|employees|divisions?|units?|"
    r"officials?|carers?|assistants?|receptionists?|porters?|drivers?|midwives|users?|ots?|hcas?|students?|"
    r"trainees?|juniors?|registrars?|sisters?|matrons?|therapists?|podiatrists?|pharmacists?|workers?|"
    r"officers?|trustees|governors?|councillors?|count(?:y|ies)|districts?|cabinet|ministry|chancellor|"
    r"minister|premier|secretary|universit(?:y|ies)|schools?|colleges?|charit(?:y|ies)|hospices?|union|army|"
    r"laborator(?:y|ies)|labs?|agenc(?:y|ies)|services?|volunteers?|deputy|parliament|treasury|regions?|"
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
        or (verb.dep_ not in _COMPLEMENTS and _infinitive(verb) and not _felt(verb.head))
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
    if verb.dep_ in _COMPLEMENTS and _infinitive(verb):
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


def _deed(verb: "Token") -> Deed | None:
    if is_bidden(verb) and opens(verb) and not _fills(verb):
        return Deed(verb.idx, verb.idx + len(verb.text), Status.ASPIRATION, "bidden")
    if noted_since(verb):
        return Deed(verb.idx, verb.idx + len(verb.text), Status.UNDERWAY, "noted-since")
    if verb.pos_ != "VERB" or _unreal(verb) or (reality := told_as(verb)) is Told.OPEN:
        return None
    if had := _had_done(verb):
        return None if reality is Told.DENIED else had
    if reality is Told.FACT and _is_habit(verb):
        return Deed(verb.idx, verb.idx + len(verb.text), Status.UNDERWAY, "deed-habit")
    if verb.lower_ in verbs("stative") or verb.lower_ in verbs("committing"):
        return None
    if _is_have(verb) or _holds_back(verb):
        return None
    helpers = {fold(c.lower_) for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    told = _told(verb, helpers, denied=reality is Told.DENIED)
    return Deed(verb.idx, verb.idx + len(verb.text), *told) if told else None


def _told(verb: "Token", helpers: set[str], *, denied: bool) -> tuple[Status, str] | None:
    """The status that a verb tells by its voice, tense and subject, and the rule."""
    who = subject(verb)
    if who is None:
        return None
    if denied:
        past = verb.tag_ == "VBD" or helpers & _PAST
        return (Status.INACTION, "deed-denied") if past else None
    if who.dep_ == "nsubjpass":
        return _told_passively(verb, who, helpers)
    if who.dep_ != "nsubj" or not is_doer(who) or who.lower_ == "you":
        return None
    if who.lower_ == "who" and verb.dep_ != "relcl":
        # "They ask who is paying": it is asked, not told.
        return None
    return _told_actively(verb, who, helpers)


def _told_passively(verb: "Token", who: "Token", helpers: set[str]) -> tuple[Status, str] | None:
    """A result or a doing told in the passive; who did it does not matter to the rung."""
    accomplishes = verb.lower_ in verbs("accomplishing")
    if accomplishes and helpers & _PASSIVE and not _reason(verb):
        return Status.DONE, "deed-passive"
    if accomplishes and "being" in helpers and helpers & _NOW:
        return Status.UNDERWAY, "deed-progressive"
    kept_up = verb.lower_ in verbs("practising") and helpers & _NOW and not is_doer(who)
    return (Status.UNDERWAY, "deed-kept-up") if kept_up else None


def _told_actively(verb: "Token", who: "Token", helpers: set[str]) -> tuple[Status, str] | None:
    """What somebody does, keeps doing or did; of "we" every deed counts, of others a result."""
    if verb.tag_ == "VBG" and (helpers & _NOW or ("been" in helpers and helpers & _PERFECT)):
        return Status.UNDERWAY, "deed-progressive"
    if not helpers and verb.tag_ in {"VBP", "VBZ"} and _kept_up(verb, who):
        return Status.UNDERWAY, "deed-kept-up"
    perfect = verb.tag_ == "VBN" and helpers & _PERFECT
    past = verb.tag_ == "VBD" and not helpers
    if (perfect or past) and verb.lower_ in verbs("lasting") and since(verb):
        return Status.UNDERWAY, "deed-since"
    if verb.lower_ not in verbs("accomplishing") and who.lower_ != "we":
        return None
    if perfect:
        return Status.DONE, "deed-perfect"
    if past:
        return Status.DONE, "deed-past"
    return None


def _had_done(verb: "Token") -> Deed | None:
    """What somebody had done ("She had them framed") or has others doing; no mishap of theirs."""
    who = subject(verb)
    if fold(verb.lower_) not in {"had", "has", "have", "'d"} or who is None or who.i > verb.i:
        return None
    if not is_doer(who):
        return None
    for below in verb.subtree:
        near = below.head == verb or (below.dep_ == "acl" and below.head.head == verb)
        if below.i <= verb.i + 1 or not near or below.dep_ not in {"ccomp", "acl", "dep"}:
            continue
        if any(c.lower_ in {"anybody", "anyone", "nobody"} for c in below.children):
            continue
        if below.lower_ in verbs("suffering") or below.lower_ in verbs("saying"):
            continue
        bare = below.tag_ == "VB" and not _infinitive(below) and below.dep_ != "acl"
        if verb.tag_ == "VBD" and (below.tag_ in {"VBN", "VBD"} or bare):
            reached = Status.UNDERWAY if since(verb) else Status.DONE
            return Deed(verb.idx, below.idx + len(below.text), reached, "deed-had-done")
        if verb.tag_ in {"VBZ", "VBP"} and below.tag_ == "VBG" and below.dep_ == "ccomp":
            return Deed(verb.idx, below.idx + len(below.text), Status.UNDERWAY, "deed-has-doing")
    return None


def _is_habit(verb: "Token") -> bool:
    """Whether somebody does it at set times: "On Thursdays I go round the hostels"."""
    who = subject(verb)
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if who is None or helpers or verb.tag_ not in {"VBP", "VBZ"} or who.dep_ != "nsubj":
        return False
    whose = any(child.lower_ in {"my", "our", "her", "his"} for child in who.children)
    if not (is_doer(who) or whose) or who.lower_ in _WHOEVER - {"all", "both", "each"}:
        return False
    barred = verb.lower_ in verbs("unchosen") or verb.lower_ in verbs("saying")
    return not barred and at_set_times(verb)


def _kept_up(verb: "Token", who: "Token") -> bool:
    """Whether a verb in the present tells what somebody keeps doing: "We send them a driver"."""
    if who.lower_ == "we":
        return verb.lower_ not in verbs("saying")
    return verb.lower_ in verbs("practising") and who.lower_ not in _WHOEVER


def _fills(verb: "Token") -> bool:
    """Whether a verb that bids only keeps the talk going ("Look", "Tell me about the beds")."""
    to_me = verb.lower_ in {"tell", "help"} and any(c.lower_ in {"me", "us"} for c in verb.children)
    return to_me or verb.lower_ in verbs("filling")


def _holds_back(verb: "Token") -> bool:
    """Whether a particle turns a verb of doing into its opposite ("held back", "run down")."""
    parts = (c for c in verb.children if c.dep_ in {"prt", "advmod"})
    return any(part.lower_ in _UNDOING.get(verb.lower_, ()) for part in parts)


def _is_have(verb: "Token") -> bool:
    """Whether a shortened verb is a "have" that stands alone ("we'd three desks")."""
    return fold(verb.lower_) in {"'d", "'ve", "'s"}


def _main(verb: "Token") -> "Token":
    below_main = verb.dep_ in {"aux", "auxpass"}
    return verb.head if below_main and verb.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} else verb


def _reason(verb: "Token") -> bool:
    """Whether the verb only gives a reason or a time ("because they were drawn up by others")."""
    joining = {"because", "since", "as", "when", "while", "after"}
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in joining for c in verb.children)


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


def _unreal(verb: "Token") -> bool:
    """Under a modal, in an infinitive, or in a conditional clause."""
    return _infinitive(verb) or _modal(verb) or _conditional(verb)


def _did(verb: "Token") -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "did" for child in verb.children)


def _infinitive(verb: "Token") -> bool:
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
