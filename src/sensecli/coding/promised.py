"""What a passage says of an undertaking: who is to do it, by when, and for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from sensecli.coding.clauses import Clause, clauses
from sensecli.coding.events import subject, verb_at
from sensecli.coding.parsed import Parsed, Word
from sensecli.coding.phrases import Span, body_from, nominal_from, phrase, somebody
from sensecli.coding.rulebook import Sign, rulebook
from sensecli.coding.status import status
from sensecli.model import Status

_OPEN = "open"
_ALLOTTED = re.compile(r"\W*(?P<who>[A-Z]{2,3}) to [a-z]")
# With these a note begins that leaves out who it is about.
_LEFT_OUT = frozenset(
    "will would going intends intend plans plan aims means hopes committed promised undertaken "
    "pledged agreed has had signed booked about due set to intention".split()
)
_DOING = frozenset("i we he she they".split())
_UNNAMED = frozenset("them him her you us everyone everybody".split())
# Below a noun, a number of days is only part of what the noun says ("the second ward").
_MODIFIES = frozenset({"amod", "compound", "nummod", "poss", "nmod"})
# So many rules at the head of the table tell of a promise made.
_PROMISES = 2
_RECEIVING = frozenset({"dative", "iobj"})
_PAST_HELPERS = frozenset({"was", "were", "had"})
# These look ahead, whatever the verb's tense ("we agreed to open by March").
_AHEAD = (
    *("by ", "before ", "from ", "next ", "until ", "as from ", "with effect", "no later"),
    *("come ", "tomorrow", "in the new ", "in time for "),
)


@dataclass(frozen=True, slots=True)
class Promised:
    """Half-open stretches of a passage's text: the words for who, by when and to whom."""

    who: Span | None = None
    due: Span | None = None
    to: Span | None = None


def promised(doc: Parsed, said: Status, sign: Span | None = None) -> Promised:
    """What the passage says of what it undertakes, which has that status.

    `sign` is where the words stand that tell so, where that is known.
    """
    sign = sign or _sign(doc, said)
    verb = verb_at(doc, *sign) if sign and not opens_note(doc.text, sign) else None
    who = _doer(verb) if verb else None
    taken = phrase(who) if who else _allotted(doc.text)
    return Promised(taken, _due(doc, sign), _recipient(doc, taken))


def opens_note(text: str, sign: Span) -> bool:
    """Whether the words of the undertaking come first, as in a note that leaves out "she"."""
    first = text[slice(*sign)].split(maxsplit=1)[0].casefold()
    before = text[: sign[0]].strip(" \t\"'\u201c\u2018-*.").casefold()
    return before in {"", "the"} and first in _LEFT_OUT


def _sign(doc: Parsed, said: Status) -> Span | None:
    """Where the words stand that tell the status; the first that do, where others decide."""
    reached, _, sign = status(doc, clauses(doc.text), ())
    if reached is said and sign:
        return sign
    signs = rulebook("status").signs(doc.text)
    wanted = (one for one in signs if one.says == said)
    any_ = (one for one in signs if one.says in {Status.COMMITMENT, Status.INTENTION})
    found = next(chain(wanted, any_), None)
    return (found.start, found.end) if found else None


def _doer(verb: Word) -> Word | None:
    """Who is to do it: the verb's subject, or that of what is agreed or said below it."""
    who = subject(verb)
    if who is not None and who.lower in {"who", "that", "which"} and verb.dep == "relcl":
        who = verb.head
    elif who is not None and who.lower in {"who", "whoever", "you"}:
        return None
    if who is not None and who.dep != "nsubjpass" and _does(who):
        return who
    by = (agent for child in verb.children if child.dep == "agent" for agent in child.children)
    found = next((one for one in by if somebody(one)), None)
    if found is not None:
        return found
    for below in verb.children:
        if below.dep == "ccomp" and below.i > verb.i:
            who = subject(below)
            if who is not None and who.dep == "nsubj" and _does(who):
                return who
    return None


def _does(who: Word) -> bool:
    whose = any(c.dep == "poss" and c.lower in {"my", "our"} for c in who.children)
    return somebody(who) or (whose and who.tag == "NNS")


def _allotted(text: str) -> Span | None:
    """Whose initials a note opens with that allots a task ("AK to circulate the draft")."""
    found = _ALLOTTED.match(text)
    return found.span("who") if found else None


def _due(doc: Parsed, sign: Span | None) -> Span | None:
    """The words for the time by which it is to be done.

    Those nearest behind what undertakes it, a day before what names none. Times of what is past
    are none, nor are words that only belong to a noun.
    """
    parts = clauses(doc.text)
    at = _clause_of(parts, sign[0]) if sign else 0
    times = _longest([one for one in rulebook("times").signs(doc.text) if _ahead(doc, one)])
    if not times:
        return None

    def order(one: Sign) -> tuple[bool, int, int]:
        away = _clause_of(parts, one.start) - at
        return one.says == _OPEN, away if away >= 0 else len(parts) - away, one.start

    found = min(times, key=order)
    return found.start, found.end


def _longest(signs: Sequence[Sign]) -> list[Sign]:
    """Of signs that overlap the longest; a day before what names none."""
    taken: list[Sign] = []
    for sign in sorted(signs, key=lambda one: (one.says == _OPEN, one.start - one.end, one.start)):
        if not any(one.start < sign.end and sign.start < one.end for one in taken):
            taken.append(sign)
    return taken


def _ahead(doc: Parsed, sign: Sign) -> bool:
    """Whether a time can be that of something still to come."""
    inside = [w for w in doc if sign.start <= w.idx < sign.end and not w.is_punct]
    if not inside:
        return False
    last = inside[-1]
    if last.dep in _MODIFIES and last.head.i > last.i and last.head.pos == "NOUN":
        return False
    words = doc.text[sign.start : sign.end].casefold()
    if sign.says == _OPEN or words.startswith(_AHEAD):
        return True
    verb = next((w for w in inside[0].ancestors if w.pos in {"VERB", "AUX"}), None)
    return verb is None or not _past(verb)


def _past(verb: Word) -> bool:
    helpers = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    return verb.tag == "VBD" or bool(helpers & _PAST_HELPERS and verb.tag in {"VBN", "VBG"})


def _clause_of(parts: Sequence[Clause], start: int) -> int:
    return next((n for n, part in enumerate(parts) if part.holds(start, start + 1)), 0)


def _recipient(doc: Parsed, who: Span | None) -> Span | None:
    """Whom it is promised to, by the first rule that finds somebody other than `who`."""
    book = rulebook("recipients")
    ranks = {rule.id: number for number, rule in enumerate(book.rules)}
    found = [
        (ranks[sign.rule], sign.start, there)
        for sign in book.signs(doc.text)
        if (there := _receiver(doc, sign)) and there != who
    ]

    def order(one: tuple[int, int, Span]) -> tuple[bool, int, int]:
        rank, start, there = one
        # Of those to whom no promise is made, one who is named tells more than "them".
        unnamed = doc.text[slice(*there)].casefold() in _UNNAMED
        return rank >= _PROMISES and unnamed, rank, start

    return min(found, key=order)[2] if found else None


def _receiver(doc: Parsed, sign: Sign) -> Span | None:
    """The words for somebody that begin behind a rule's match."""
    word = nominal_from(doc, sign.end)
    if word is None or not somebody(word):
        # Where the parse takes a noun for a verb, the words alone may tell.
        return None if sign.says == "given" else body_from(doc, sign.end)
    if word.lower in _DOING:
        return None
    if sign.says == "given" and word.dep not in _RECEIVING:
        return None
    return None if sign.says == "body" and word.pos == "PROPN" else phrase(word)
