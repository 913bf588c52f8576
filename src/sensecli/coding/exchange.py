"""Who holds a segment's view, and whether it answers the interviewer's own pitch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sensecli.coding.asking import declares
from sensecli.coding.rulebook import Sign, rulebook
from sensecli.model import Holder, Segment, Speaker

_BARE, _BARE_NOTE = 3, 9
_ANSWER_SENTENCES = 2


class Answer(StrEnum):
    """How something the interviewer put is answered."""

    AGREE = "agree"
    DISAGREE = "disagree"
    COURTESY = "courtesy"
    OWN_WORDS = "own words"


class Question(StrEnum):
    """What the interviewer does: ask openly, lead, ask yes or no without a side, or state."""

    OPEN = "open"
    LEADING = "leading"
    YES_NO = "yes-no"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Move:
    """What one segment does in the talk.

    `holder` is whose view its words are. `question` is set for what the interviewer says.
    `answer` is set where the segment answers (`says_so`: its own words hold the yes or no, not
    those before it); `to` are the indices of the segments it answers.
    `bare` is an answer with no content of its own. `pitch` marks a note that holds a pitch:
    `pitched` is where in it the words of the pitch begin, `answered` where those of the answer do.
    """

    holder: Holder
    rule: str
    question: Question | None = None
    answer: Answer | None = None
    to: tuple[int, ...] = ()
    says_so: bool = False
    bare: bool = False
    pitch: bool = False
    answered: int = 0
    pitched: int = 0


def moves(segments: Sequence[Segment]) -> tuple[Move, ...]:
    """One move for each segment, in order."""
    made: list[Move] = []
    for index, segment in enumerate(segments):
        match segment.speaker:
            case Speaker.INTERVIEWER:
                made.append(Move(Holder.INTERVIEWER, "speaker", question=question(segment.text)))
            case Speaker.LEADER:
                made.append(_said(segments, index))
            case Speaker.OTHER:
                made.append(Move(Holder.OTHER, "speaker"))
            case Speaker.NOTES:
                made.append(_noted(segments, made, index))
    return tuple(made)


def question(text: str) -> Question:
    """What kind of thing the interviewer says."""
    asks = text.rstrip("\"'”’) ").endswith("?")
    sign = rulebook("questions").first(text)
    if sign and sign.says == "leading" and (asks or sign.start == 0):
        return Question.LEADING
    if sign and sign.says == "open" and asks:
        return Question.OPEN
    if asks and declares(text):
        return Question.LEADING
    return Question.YES_NO if asks else Question.STATEMENT


def agrees_with(asked: str, move: Move, answer: str) -> bool:
    """Whether an answer agrees with what was put, read against how it was put.

    "It was never completed, was it?" is put in the negative: a no agrees, and "Yes, it was"
    does not.
    """
    if not put_in_the_negative(asked):
        return move.answer is Answer.AGREE
    if move.answer is Answer.AGREE:
        return not _CONTRADICTS.match(answer)
    return bool(_PLAIN_NO.match(answer))


def put_in_the_negative(asked: str) -> bool:
    """Whether the proposition itself is negative; neither a tag nor "Isn't it ...?" makes it so."""
    return bool(_NEGATIVE.search(_ASKING.sub(" ", asked)))


_ASKING = re.compile(
    r",\s*(?:is|was|are|were|do|did|does|has|have|had|can|could|would|should|will)(?:n't)? "
    r"(?:it|they|you|he|she|we|there|that|this)(?: not)?\s*\?"
    r"|^\W*(?:(?:and|but|so|well)\W+)*(?:is|was|are|were|do|did|does|has|have|had|can|could|would|should|"
    r"wo|ca)n't\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(?:not|never|no|nobody|nothing|none|cannot)\b|n't\b", re.IGNORECASE)
# A plain no, or the negative echo of what was put ("It wasn't."), at the start or after a comma.
_PLAIN_NO = re.compile(
    r"\W*(?:(?:well|oh|um|er)\W+)*(?:"
    r"(?:no|nope|nah|never|not (?:at all|one|once|ever|that i|"
    r"a (?:word|soul|penny|thing|bit|scrap|jot)))\b|"
    r"(?:none|nothing|nobody|nowhere)(?: whatever| at all)?\s*(?:[.,;!]|$)|"
    r"[^.?!]*(?:,| --?) (?:and |but )?no(?:,|\W*$)|"
    r"(?:it|they|he|she|we|i|there|that|you) "
    r"(?:is|was|are|were|do|did|does|has|have|had|can|could|would|will)(?:n't| not)"
    r"\s*(?:[.,;!]|$))",
    re.IGNORECASE,
)
_CONTRADICTS = re.compile(
    r"\W*(?:(?:well|oh|um|er)\W+)*yes\W+(?:it|they|he|she|we|i|there) "
    r"(?:is|was|are|were|do|did|does|has|have|had|can|could|would|will)\s*(?:[.,;!]|$)",
    re.IGNORECASE,
)


def asks_yes_or_no(text: str) -> bool:
    """Whether a segment is a yes-no question and nothing else ("Do we agree on it?")."""
    return text.rstrip("\"'”’) ").endswith("?") and bool(_YES_NO.match(text))


_YES_NO = re.compile(
    r"\W*(?:(?:and|but|so|well|now|remind me|tell me|sorry)\W+)*"
    r"(?:do|does|did|is|are|was|were|can|could|should|would|have|"
    r"has|had|will)\b",
    re.IGNORECASE,
)


def asks_whether_done(asked: str) -> bool:
    """Whether a yes-no question asks if something was done ("Was it ever tested?")."""
    return question(asked) is Question.YES_NO and bool(_WHETHER_DONE.search(asked))


# A past auxiliary that opens a clause, and a participle after it: "Was the form ever tested?"
_WHETHER_DONE = re.compile(
    r"(?:^|[,;.] )(?:(?:and|but|so|well)\W+)*(?:did \w+|(?:was|were|has|have|had) "
    r"(?:[\w'-]+ ){1,8}?(?:\w{2,}ed|done|made|put|set|given|taken|built|held|run|met|told|"
    r"brought|begun|written|seen|there|in place)\b|(?:was|were) there\b)",
    re.IGNORECASE,
)


def _said(segments: Sequence[Segment], index: int) -> Move:
    """A leader's segment in a transcript."""
    segment = segments[index]
    before = _put_before(segments, index)
    if not before:
        return Move(Holder.LEADER, "speaker")
    place = index - before[-1] - 1
    own = rulebook("answers").first(segment.text)
    # A yes counts wherever in the turn it stands; what has none goes with the turn's opening.
    sign = own if own and own.rule in {"assent", "dissent", "objection"} else None
    if place and sign and sign.rule == "objection":
        # "But ..." in a second sentence objects to the first.
        sign = None
    if place >= _ANSWER_SENTENCES and (sign is None or sign.rule != "assent"):
        return Move(Holder.LEADER, "speaker")
    opening = rulebook("answers").first(segments[before[-1] + 1].text)
    if sign is None and (place == 0 or opening is None or opening.says == "disagree"):
        return Move(Holder.LEADER, "speaker", answer=Answer.OWN_WORDS, to=before)
    says = Answer(sign.says) if sign else Answer.AGREE
    asked = segments[before[-1]].text
    if says is Answer.DISAGREE and put_in_the_negative(asked) and _PLAIN_NO.match(segment.text):
        says = Answer.AGREE
    bare = sign is not None and _is_bare(segment.text, sign)
    return Move(
        Holder.LEADER,
        f"speaker {sign.rule if sign else opening.rule if opening else ''}".strip(),
        answer=says,
        to=before,
        says_so=sign is not None,
        bare=bare,
    )


def _is_bare(text: str, sign: Sign) -> bool:
    """Whether an answer has next to no content beside its yes or no."""
    return len(_CONTENT.findall(_ECHO.sub(" ", text[sign.end :]))) <= _BARE


# "It does", "they were not": an answer's echo of the question is no content.
_ECHO = re.compile(
    r"\b(?:it|they|that|this|he|she|we|i|there|you)(?:'s| is| was| were| are| do| does| did| has"
    r"| have| had| would| could| should| ought| can| will)(?: not|n't)?\b|\b(?:no question|at all|"
    r"of course|indeed|entirely|totally|absolutely|yes|no|with (?:you|that)|more)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[\w'’-]+")


def _put_before(segments: Sequence[Segment], index: int) -> tuple[int, ...]:
    """The interviewer's segments in the turn just before the leader's present turn."""
    first = index
    while first > 0 and segments[first - 1].speaker is Speaker.LEADER:
        first -= 1
    last = first - 1
    start = last
    while start >= 0 and segments[start].speaker is Speaker.INTERVIEWER:
        start -= 1
    return tuple(range(start + 1, last + 1))


def _noted(segments: Sequence[Segment], made: Sequence[Move], index: int) -> Move:
    """A segment of notes: the leader's unless the words say otherwise."""
    text = segments[index].text
    voice = rulebook("holder").first(text)
    if voice and voice.rule == "reflection-noted":
        return Move(Holder.INTERVIEWER, voice.rule, question=Question.STATEMENT)
    if voice and voice.rule == "pitch-noted":
        return _pitched(text, voice, index)
    if index and made[index - 1].pitch and made[index - 1].answer is None:
        answer, _ = _answer_noted(text)
        if answer:
            bare = len(text.split()) <= _BARE_NOTE
            return Move(
                Holder.LEADER,
                "answer-noted",
                answer=answer,
                to=(index - 1,),
                says_so=True,
                bare=bare,
            )
    return Move(Holder.LEADER, "notes")


def _pitched(text: str, voice: Sign, index: int) -> Move:
    answer, at = _answer_noted(text)
    if answer is None and _asks_openly(text):
        return Move(Holder.LEADER, f"{voice.rule} open", answer=Answer.OWN_WORDS)
    holder = Holder.LEADER if answer in {Answer.AGREE, Answer.DISAGREE} else Holder.INTERVIEWER
    return Move(
        holder,
        voice.rule,
        question=Question.OPEN if _asked(text, voice) else Question.STATEMENT,
        answer=answer,
        to=(index,),
        pitch=True,
        pitched=voice.end,
        answered=at,
    )


def _asked(text: str, voice: Sign) -> bool:
    """Whether the note-taker asked, and put nothing."""
    return bool(
        re.search(r"\bask(?:ed)?\b(?! (?:for|him to|her to|them to))", text[: voice.end].lower())
    )


def _asks_openly(text: str) -> bool:
    """Whether a note asks and then answers ("I asked about lunch and she was frank: ...")."""
    lowered = text.lower()
    asks = "asked about" in lowered or "asked what" in lowered or "asked how" in lowered
    return asks and any(word in lowered for word in (" he ", " she ", ": ", "; "))


def _answer_noted(text: str) -> tuple[Answer | None, int]:
    """What a note says the leader answered, and where it says so."""
    signs = rulebook("answers").signs(text)
    by_rule = {sign.rule: sign for sign in signs if sign.rule != "dissent" or sign.start == 0}
    for rule in ("noted-dissent", "noted-assent", "courtesy", "assent", "dissent"):
        if rule in by_rule:
            return Answer(by_rule[rule].says), by_rule[rule].start
    return None, 0
