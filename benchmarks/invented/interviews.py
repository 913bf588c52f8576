"""Invented interviews: who is asked, and what is said, in the manners that people write down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from invented.grammar import Draw, drawn, one, word, words
from invented.voice import Voice, asked, codes, small, voice

INTERVIEWER = "Meredith Stopes"
_FIRST_DAY, _DAYS = date(2023, 1, 9), 400
# How many of all codes one leader speaks of, and how often talk is on one of them.
_SPOKEN_OF, _ON_THEME, _SAME = 13, 0.45, 0.5
_HESITANT, _OPENED, _DOUBLE, _QUOTED = 0.15, 0.2, 0.3, 0.12
# How much longer or shorter than wanted an interview may be.
_LEAST, _MOST = 0.7, 1.3
_TURN, _PARAGRAPH, _SECTION = 5, 5, 14
_HEADINGS = ("On the {1}", "At {0}", "What came up unasked", "Back to the {1}", "{0}, continued")
# Of all that the interviewer says: pitches, and questions on a theme; the rest is on none.
_PITCHED, _ASKED, _ASSENTED = 0.4, 0.35, 0.7


@dataclass(frozen=True, slots=True)
class Leader:
    """Who is interviewed."""

    id: str
    name: str
    role: str
    organisation: str
    group: str
    date: str
    order: int

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """As they stand at the head of a file."""
        return (
            ("id", self.id),
            ("name", self.name),
            ("role", self.role),
            ("organisation", self.organisation),
            ("group", self.group),
            ("date", self.date),
            ("order", str(self.order)),
            ("interviewer", INTERVIEWER),
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says without a break; `asks` where the interviewer does."""

    asks: bool
    text: str


def leader(number: int, random: Random) -> Leader:
    """The leader of that number, from 1."""
    draw = random.random
    last = word("leader_last", draw)
    if draw() < _DOUBLE:
        last = f"{last}-{word('leader_last', draw)}"
    group = word("sort", draw)
    return Leader(
        id=f"R{number:05d}",
        name=f"{word('leader_first', draw)} {last}",
        role=word("role", draw),
        organisation=f"{word('town', draw)} {group}",
        group=group,
        date=(_FIRST_DAY + timedelta(days=int(draw() * _DAYS))).isoformat(),
        order=number,
    )


def wanted(length: int, random: Random) -> int:
    """How many words this interview is to have, where they have `length` on average."""
    return int(length * random.uniform(_LEAST, _MOST))


def talk(length: int, random: Random) -> Iterator[Turn]:
    """The turns of a transcript of some `length` words."""
    draw = random.random
    about = random.sample(codes(), _SPOKEN_OF)
    spoken = voice("spoken")
    left = length
    while left > 0:
        question, code, assent = _question(about, draw)
        yield Turn(asks=True, text=question)
        said = [drawn(small("assents"), draw)] if assent else []
        count = int(draw() * _TURN) + (not said)
        said += [_hesitant(_sentence(spoken, about, code, draw), draw) for _ in range(count)]
        answer = " ".join(said)
        yield Turn(asks=False, text=answer)
        left -= question.count(" ") + answer.count(" ") + 2


def notes(length: int, random: Random) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sections of notes, each with a heading and its lines: bullets, or sentences in prose."""
    draw = random.random
    about = random.sample(codes(), _SPOKEN_OF)
    noted = voice("noted", one(("she", "he"), draw))
    left, heads = length, iter(_headings(draw))
    while left > 0:
        lines = [_line(noted, about, draw) for _ in range(_SECTION + int(draw() * _SECTION))]
        lines = list(_within(lines, left))
        yield next(heads), tuple(lines)
        left -= sum(line.count(" ") + 1 for line in lines)


def paragraphs(lines: tuple[str, ...], random: Random) -> Iterator[str]:
    """Lines of notes as prose: whole sentences, a few to a paragraph."""
    whole = [line if line.endswith((".", "?", "!", '"')) else f"{line}." for line in lines]
    while whole:
        count = 2 + int(random.random() * _PARAGRAPH)
        yield " ".join(whole[:count])
        whole = whole[count:]


def _within(lines: list[str], left: int) -> Iterator[str]:
    for line in lines:
        if left <= 0:
            return
        yield line
        left -= line.count(" ") + 1


def _headings(draw: Draw) -> Iterator[str]:
    yield "Setting"
    yield "My case, and the answers"
    while True:
        yield one(_HEADINGS, draw).format(word("place", draw), word("thing", draw))


def _question(about: list[str], draw: Draw) -> tuple[str, str, bool]:
    """What is asked, of which code, and whether it may be answered by a mere yes or no."""
    code = one(about, draw)
    kind = draw()
    if kind < _PITCHED and code in asked("pitches"):
        return drawn(asked("pitches")[code], draw), code, draw() < _ASSENTED
    if kind < _PITCHED + _ASKED and code in asked("asks"):
        return drawn(asked("asks")[code], draw), code, False
    return drawn(small("small"), draw), code, False


def _sentence(manner: Voice, about: list[str], code: str, draw: Draw) -> str:
    if draw() >= _ON_THEME:
        return manner.aside(draw)
    return manner.on(code if draw() < _SAME else one(about, draw), draw)


def _line(noted: Voice, about: list[str], draw: Draw) -> str:
    if draw() < _QUOTED:
        return f'"{_sentence(voice("spoken"), about, one(about, draw), draw)}"'
    return _sentence(noted, about, one(about, draw), draw)


def _hesitant(sentence: str, draw: Draw) -> str:
    """A sentence as it was spoken: begun with a word or two, or broken by an um."""
    if draw() < _OPENED:
        opener = words(small("openers"), draw)
        keep = sentence.startswith(("I ", "I'"))
        sentence = opener + (sentence if keep else sentence[:1].lower() + sentence[1:])
    if draw() < _HESITANT:
        before, comma, after = sentence.partition(", ")
        sentence = f"{before}, {words(small('hesitations'), draw)}{after}" if comma else sentence
    return sentence
