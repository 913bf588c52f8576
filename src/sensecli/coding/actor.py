"""Who is to act, or acted."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sensecli.coding.clauses import Clause
from sensecli.coding.deeds import subject, verb_at
from sensecli.coding.folding import fold
from sensecli.model import Actor, Holder, Interview, Speaker, Status

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SELF = frozenset({"i", "me", "myself", "i'm", "i've", "i'll"})
_OWN = frozenset({"we", "us", "ourselves"})
_LEADER_NOTED = frozenset({"he", "she", "him", "her", "himself", "herself"})
_NOBODY_NAMED = frozenset(
    "it there this that which what who someone somebody something nothing anything everything one "
    "nobody anyone anybody you people here all".split()
)
_SHARED = re.compile(
    r"\b(?:all of us|as a system|as one system|we all|both trusts|both of us|the two of (?:us|them)|"
    r"the (?:two|three|four|five) of us|each other|one another|between us|jointly|together|"
    r"every one of us|everyone (?:has|needs|should)|across the (?:system|patch)|we as (?:leaders|a place))\b",
    re.IGNORECASE,
)
_TELEGRAPHIC = re.compile(
    r"^(?:\W)*(?:wants?|will|would like|wd like|hopes?|plans?|means to|intends|has|had|is|was|keeps?|sees?|"
    r"says?|thinks?|won't|doesn't|does|runs?|sends?|offered|signed|agreed|admits?|feels?|going to|trying)\b",
    re.IGNORECASE,
)


def actor(
    doc: "Doc",
    parts: Sequence[Clause],
    sign: tuple[int, int] | None,
    *,
    status: Status,
    interview: Interview,
    speaker: Speaker,
    holder: Holder,
) -> Actor:
    """Whoever the deciding verb's subject is; the first clause's verb where no sign decided."""
    text = fold(doc.text)
    low = parts[0].start if parts else 0
    high = parts[-1].end if parts else len(text)
    verb = verb_at(doc, *sign) if sign else verb_at(doc, low, high)
    who = subject(verb) if verb is not None else None
    own = interview.organisation.lower()
    if who is None:
        if speaker is Speaker.NOTES and status is not Status.NONE and _TELEGRAPHIC.match(text):
            return Actor.SELF
        return Actor.UNSPECIFIED
    return _who(who, text, own, speaker, holder, status)


def _who(
    who: "Token", text: str, own: str, speaker: Speaker, holder: Holder, status: Status
) -> Actor:
    word = who.lower_
    passive = who.dep_ == "nsubjpass"
    if word in _SELF:
        return Actor.SELF
    if word in _OWN:
        return Actor.SHARED if _SHARED.search(text) else Actor.OWN
    if word in _LEADER_NOTED and speaker is Speaker.NOTES:
        return Actor.OTHERS if holder is Holder.OTHER else Actor.SELF
    if word in _NOBODY_NAMED or passive:
        return Actor.UNSPECIFIED
    if any(child.lower_ in {"my", "our"} for child in who.children):
        return Actor.OWN
    if own and len(word) > 4 and word in own:
        return Actor.OWN
    if who.pos_ in {"PRON", "PROPN"} or who.ent_type_:
        return Actor.OTHERS
    if status is Status.NONE:
        return Actor.UNSPECIFIED if not _agent(who) else Actor.OTHERS
    return Actor.OTHERS if _agent(who) else Actor.UNSPECIFIED


_AGENTS = re.compile(
    r"(?i)(?:trust|board|region|centre|icb|icbs|nhs|england|gp|gps|consultants?|surgeons?|nurses?|"
    r"managers?|leaders?|directors?|executives?|execs?|partners?|physios?|physiotherapists?|staff|"
    r"teams?|team|council|government|department|ministers?|finance|hr|chairs?|chief|members|committee|"
    r"hospital|network|practices?|trusts|organisations?|ones|half|most|some|others|both|nobody|clinicians?|"
    r"colleagues?|doctors?|patients?|commissioners?|regulators?|regulator|cqc|they|group|panel|panels)"
)


def _agent(who: "Token") -> bool:
    return bool(_AGENTS.fullmatch(who.lower_))
