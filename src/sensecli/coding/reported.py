"""Whose view a clause reports: the subject of the verb of saying above it."""

import re
from collections.abc import Sequence

from sensecli.coding.clauses import Clause, clauses
from sensecli.coding.events import subject
from sensecli.coding.folding import fold
from sensecli.coding.parsed import Parsed, Word
from sensecli.coding.rulebook import Sign, rulebook
from sensecli.coding.verbs import verbs
from sensecli.model import Holder, Segment, Speaker

_TURN = r"\W*(?:but|and|although|though|yet|only|half|so)?\W*"
_OWN_SAID = re.compile(rf"(?i){_TURN}(?:i|we|personally|frankly|me|which (?:is|was))\b")
_OWN_NOTED = re.compile(rf"(?i){_TURN}(?:he|she|doesn't|isn't|not|half|himself|herself)\b")
# "..., he told me, ..." only says where the report comes from.
_ASIDE = re.compile(
    r"\W*(?:i|he|she|we) (?:\w+ly )?(?:told|tells?|said|says?|added|adds|reported|recalled|"
    r"mentioned|noted|hears?|heard|gathers?|gathered|understands?|understood|is told|am told|"
    r"was told)\b",
    re.IGNORECASE,
)
_FIRST = frozenset({"i", "we"})
_LEADER_NOTED = frozenset({"he", "she", "i", "we"})
# What stands before a verb of saying that only places or compares what is said.
_NOT_A_REPORT = frozenset({"as", "when", "if", "what", "where", "whatever", "however", "while"})
# Whoever these are, a view of theirs is not reported: it is asked for, denied, or nobody's.
_NOBODY = frozenset(
    "nobody none it that this which what who there you one someone anyone anybody research "
    "evidence survey data report paper truth question idea trouble problem thing point book "
    "poster letter programme plan page bulletin newsletter strategy report plan minutes email "
    "website leaflet sign notice note statement policy guidance form contract law message table "
    "chart figure figures number numbers map graph study paper book whoever everything anything "
    "something nothing each".split()
)


def reporter(
    doc: Parsed, spans: Sequence[tuple[int, int]], speaker: Speaker, leader: str = ""
) -> Word | None:
    """The person or body, other than the leader, whose view the words at `spans` are.

    `leader` is the leader's name, where it is known. None where the view is the leader's own.
    """
    own = _LEADER_NOTED if speaker is Speaker.NOTES else _FIRST
    for verb in doc:
        if not _reports(verb):
            continue
        who = _of_whom(verb)
        if (
            who is None
            or who.dep not in {"nsubj", "poss"}
            or who.lower in own
            or _nobody(who)
            or not _holds_views(who)
        ):
            continue
        if who.text in leader.split() or any(
            _denied_or_predicted(child) for child in verb.children
        ):
            continue
        if _undertakes(verb):
            continue
        if any(child.lower in _NOT_A_REPORT for child in verb.lefts) or _wants_or_tells(verb):
            continue
        if not spans or any(_reported(verb, who, span) for span in spans):
            return who
    return None


def own_reply(segment: Segment) -> tuple[Clause, ...]:
    """The clauses in which the leader answers a view reported ("..., but I have my doubts")."""
    parts = clauses(segment.text)
    noted = segment.speaker is Speaker.NOTES
    return tuple(
        part
        for part in parts[1:]
        if (_OWN_NOTED if noted else _OWN_SAID).match(fold(segment.text[part.start : part.end]))
        and not _ASIDE.match(fold(segment.text[part.start : part.end]))
        and any(part.holds(s.start, s.end) for s in _views(segment.text))
    )


def turns_round(text: str, parts: Sequence[Clause]) -> bool:
    """Whether a reply only disagrees with the view before it, and so takes its opposite."""
    said = (fold(text[part.start : part.end]) for part in parts)
    return any(_DISAGREES.search(clause) for clause in said)


_DISAGREES = re.compile(
    r"\bdisagrees?\b|(?:n't|\bnot) (?:agree|(?:accept|share|buy|believe) (?:it|that)|think so)|"
    r"(?:my|his|her|our) doubts|which (?:is|was) (?:\w+ )?(?:nonsense|rubbish|tosh|wrong|"
    r"unfair|untrue|not (?:true|so|right|fair))|(?:do|does|did|am|is) not\W*$|n't\W*$",
    re.IGNORECASE,
)


def _views(text: str) -> tuple[Sign, ...]:
    """The signs of a view: a stance, or a wish."""
    wished = [sign for sign in rulebook("status").signs(text) if sign.says == "aspiration"]
    taken = rulebook("stance").signs(text)
    own = [sign for sign in taken if not sign.holders or Holder.LEADER in sign.holders]
    return (*own, *wished)


def _undertakes(verb: Word) -> bool:
    """Whether a decision is told, not a view ("The board has agreed to pay")."""
    agrees = verb.lower in {"agree", "agrees", "agreed"}
    return agrees and any(child.dep == "xcomp" for child in verb.children)


# "Their line is that ...", "she was of the opinion that ...": a noun that names a view.
_VIEWS_NAMED = frozenset(
    "view opinion position line stance case argument verdict belief contention conviction answer "
    "attitude mind judgement judgment suspicion fear complaint".split()
)


def _reports(verb: Word) -> bool:
    """Whether a verb says what somebody holds."""
    if verb.pos not in {"VERB", "AUX"}:
        return False
    children = {child.dep for child in verb.children}
    if verb.lower in {"hold", "holds", "held"}:
        return "ccomp" in children
    if verb.lower in {"call", "calls", "called"}:
        return bool(children & {"oprd", "ccomp"}) and "nsubj" in children
    return verb.lower in verbs("reporting") or _named(verb) is not None


def _named(verb: Word) -> Word | None:
    """The noun that names a view, as subject of "is that" or in "is of the opinion that"."""
    if verb.lower not in {"is", "was", "'s", "been", "be"}:
        return None
    for child in verb.children:
        if (
            child.dep == "nsubj"
            and child.lower in _VIEWS_NAMED
            and any(other.dep == "ccomp" for other in verb.children)
        ):
            return child
        if child.lower == "of" and child.dep == "prep":
            named = next((t for t in child.children if t.lower in _VIEWS_NAMED), None)
            if named is not None:
                return named
    return None


def _of_whom(verb: Word) -> Word | None:
    """Whose view it is: the subject, or whoever a named view belongs to."""
    named = _named(verb)
    if named is None or named.dep != "nsubj":
        return subject(verb)
    owner = next((child for child in named.children if child.dep == "poss"), None)
    return None if owner is None or owner.pos == "PRON" else owner


def _wants_or_tells(verb: Word) -> bool:
    """Whether a demand or a telling is itself the fact ("The region wanted a number")."""
    if verb.lower in {"want", "wants", "wanted", "wanting"}:
        return True
    if verb.lower not in {"tell", "tells", "told", "telling"}:
        return False
    return not any(child.dep in {"ccomp", "xcomp", "advcl", "parataxis"} for child in verb.children)


def _nobody(who: Word) -> bool:
    """Whether nobody holds it ("Nobody thinks", "the research says"; "one of them says" does)."""
    return who.lower in _NOBODY and not any(child.lower == "of" for child in who.children)


def _denied_or_predicted(child: Word) -> bool:
    """A view that is denied, or that somebody is only expected to hold, is not theirs."""
    return child.dep == "neg" or child.tag in {"MD", "TO"} or child.lower in {"'d", "'ll", "wd"}


def _holds_views(who: Word) -> bool:
    return who.pos in {"PROPN", "NOUN", "PRON", "ADJ", "NUM", "DET"}


def _reported(verb: Word, who: Word, span: tuple[int, int]) -> bool:
    """Whether the span lies in what the verb says: below it, and not in its subject."""
    inside = [t for t in verb.subtree if t.idx < span[1] and span[0] < t.idx + len(t.text)]
    subject_words = set(who.subtree)
    return (
        bool(inside)
        and not all(token in subject_words for token in inside)
        and any(_complement(token, verb) for token in inside)
    )


def _complement(token: Word, verb: Word) -> bool:
    """Whether the way up from the token enters the verb by its complement or object."""
    below = token
    while below.head not in (below, verb):
        below = below.head
    return below.head == verb and below.dep in {
        "ccomp",
        "xcomp",
        "dobj",
        "attr",
        "prep",
        "oprd",
        "acomp",
        "advcl",
        "npadvmod",
    }
