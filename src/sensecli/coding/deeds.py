"""What a parsed passage says that somebody does or did, and who."""

from dataclasses import dataclass

from sensecli.coding.events import (
    Told,
    is_bidden,
    is_doer,
    is_infinitive,
    is_unreal,
    opens,
    subject,
    told_as,
)
from sensecli.coding.folding import fold
from sensecli.coding.parsed import Parsed, Word
from sensecli.coding.timing import at_set_times, noted_since, since
from sensecli.coding.verbs import verbs
from sensecli.model import Status

# Of these the present tells a habit of mankind rather than a deed.
_WHOEVER = frozenset("they who all both each people everyone everybody somebody someone".split())
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
_NOW = frozenset({"am", "is", "are", "'re", "'s", "'m"})
_PERFECT = frozenset({"have", "has", "had", "'ve", "'s", "'d"})
_PAST = frozenset({"did", "has", "have", "had", "was", "were", "been", "'ve"})
_PASSIVE = frozenset({"was", "were", "been"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb asserted as fact with somebody doing it: half-open span, status and rule."""

    start: int
    end: int
    status: Status
    rule: str


def deeds(doc: Parsed) -> tuple[Deed, ...]:
    """The deeds that a parsed segment asserts, in order."""
    return tuple(deed for token in doc if (deed := _deed(token)))


def _deed(verb: Word) -> Deed | None:
    if is_bidden(verb) and opens(verb) and not _fills(verb):
        return Deed(verb.idx, verb.idx + len(verb.text), Status.ASPIRATION, "bidden")
    if noted_since(verb):
        return Deed(verb.idx, verb.idx + len(verb.text), Status.UNDERWAY, "noted-since")
    if verb.pos != "VERB" or is_unreal(verb) or (reality := told_as(verb)) is Told.OPEN:
        return None
    if had := _had_done(verb):
        return None if reality is Told.DENIED else had
    if reality is Told.FACT and _is_habit(verb):
        return Deed(verb.idx, verb.idx + len(verb.text), Status.UNDERWAY, "deed-habit")
    if verb.lower in verbs("stative") or verb.lower in verbs("committing"):
        return None
    if _is_have(verb) or _holds_back(verb):
        return None
    helpers = {fold(c.lower) for c in verb.children if c.dep in {"aux", "auxpass"}}
    told = _told(verb, helpers, denied=reality is Told.DENIED)
    return Deed(verb.idx, verb.idx + len(verb.text), *told) if told else None


def _told(verb: Word, helpers: set[str], *, denied: bool) -> tuple[Status, str] | None:
    """The status that a verb tells by its voice, tense and subject, and the rule."""
    who = subject(verb)
    if who is None:
        return None
    if denied:
        past = verb.tag == "VBD" or helpers & _PAST
        return (Status.INACTION, "deed-denied") if past else None
    if who.dep == "nsubjpass":
        return _told_passively(verb, who, helpers)
    if who.dep != "nsubj" or not is_doer(who) or who.lower == "you":
        return None
    if who.lower == "who" and verb.dep != "relcl":
        # "They ask who is paying": it is asked, not told.
        return None
    return _told_actively(verb, who, helpers)


def _told_passively(verb: Word, who: Word, helpers: set[str]) -> tuple[Status, str] | None:
    """A result or a doing told in the passive; who did it does not matter to the rung."""
    accomplishes = verb.lower in verbs("accomplishing")
    if accomplishes and helpers & _PASSIVE and not _reason(verb):
        return Status.DONE, "deed-passive"
    if accomplishes and "being" in helpers and helpers & _NOW:
        return Status.UNDERWAY, "deed-progressive"
    kept_up = verb.lower in verbs("practising") and helpers & _NOW and not is_doer(who)
    return (Status.UNDERWAY, "deed-kept-up") if kept_up else None


def _told_actively(verb: Word, who: Word, helpers: set[str]) -> tuple[Status, str] | None:
    """What somebody does, keeps doing or did; of "we" every deed counts, of others a result."""
    if verb.tag == "VBG" and (helpers & _NOW or ("been" in helpers and helpers & _PERFECT)):
        return Status.UNDERWAY, "deed-progressive"
    if not helpers and verb.tag in {"VBP", "VBZ"} and _kept_up(verb, who):
        return Status.UNDERWAY, "deed-kept-up"
    perfect = verb.tag == "VBN" and helpers & _PERFECT
    past = verb.tag == "VBD" and not helpers
    if (perfect or past) and verb.lower in verbs("lasting") and since(verb):
        return Status.UNDERWAY, "deed-since"
    if verb.lower not in verbs("accomplishing") and who.lower != "we":
        return None
    if perfect:
        return Status.DONE, "deed-perfect"
    if past:
        return Status.DONE, "deed-past"
    return None


def _had_done(verb: Word) -> Deed | None:
    """What somebody had done ("She had them framed") or has others doing; no mishap of theirs."""
    who = subject(verb)
    if fold(verb.lower) not in {"had", "has", "have", "'d"} or who is None or who.i > verb.i:
        return None
    if not is_doer(who):
        return None
    for below in verb.subtree:
        near = below.head == verb or (below.dep == "acl" and below.head.head == verb)
        if below.i <= verb.i + 1 or not near or below.dep not in {"ccomp", "acl", "dep"}:
            continue
        if any(c.lower in {"anybody", "anyone", "nobody"} for c in below.children):
            continue
        if below.lower in verbs("suffering") or below.lower in verbs("saying"):
            continue
        bare = below.tag == "VB" and not is_infinitive(below) and below.dep != "acl"
        if verb.tag == "VBD" and (below.tag in {"VBN", "VBD"} or bare):
            reached = Status.UNDERWAY if since(verb) else Status.DONE
            return Deed(verb.idx, below.idx + len(below.text), reached, "deed-had-done")
        if verb.tag in {"VBZ", "VBP"} and below.tag == "VBG" and below.dep == "ccomp":
            return Deed(verb.idx, below.idx + len(below.text), Status.UNDERWAY, "deed-has-doing")
    return None


def _is_habit(verb: Word) -> bool:
    """Whether somebody does it at set times: "On Thursdays I go round the hostels"."""
    who = subject(verb)
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if who is None or helpers or verb.tag not in {"VBP", "VBZ"} or who.dep != "nsubj":
        return False
    whose = any(child.lower in {"my", "our", "her", "his"} for child in who.children)
    if not (is_doer(who) or whose) or who.lower in _WHOEVER - {"all", "both", "each"}:
        return False
    barred = verb.lower in verbs("unchosen") or verb.lower in verbs("saying")
    return not barred and at_set_times(verb)


def _kept_up(verb: Word, who: Word) -> bool:
    """Whether a verb in the present tells what somebody keeps doing: "We send them a driver"."""
    if who.lower == "we":
        return verb.lower not in verbs("saying")
    return verb.lower in verbs("practising") and who.lower not in _WHOEVER


def _fills(verb: Word) -> bool:
    """Whether a verb that bids only keeps the talk going ("Look", "Tell me about the beds")."""
    to_me = verb.lower in {"tell", "help"} and any(c.lower in {"me", "us"} for c in verb.children)
    return to_me or verb.lower in verbs("filling")


def _holds_back(verb: Word) -> bool:
    """Whether a particle turns a verb of doing into its opposite ("held back", "run down")."""
    parts = (c for c in verb.children if c.dep in {"prt", "advmod"})
    return any(part.lower in _UNDOING.get(verb.lower, ()) for part in parts)


def _is_have(verb: Word) -> bool:
    """Whether a shortened verb is a "have" that stands alone ("we'd three desks")."""
    return fold(verb.lower) in {"'d", "'ve", "'s"}


def _reason(verb: Word) -> bool:
    """Whether the verb only gives a reason or a time ("because they were drawn up by others")."""
    joining = {"because", "since", "as", "when", "while", "after"}
    return any(c.dep in {"mark", "advmod"} and c.lower in joining for c in verb.children)
