"""Short answers to a consultation: 3 to 80 words, some 25 on average."""

from collections.abc import Iterator
from math import exp, log
from random import Random

from invented.grammar import drawn, one, word
from invented.voice import answering, shorts

COLUMNS = ("id", "group", "date", "text")
LEAST, MOST = 3, 80
# Of the answers so many are on no theme; of the sentences of the others, so many are on one.
_NOTHING, _ON_THEME = 0.4, 0.5
# The lengths wanted: log-normal, so that most are short and some are long.
_MIDDLE, _SPREAD = 13.0, 0.8
_SHORT = 5
# Written in a hurry: no capitals, no full stop.
_CARELESS = 0.08
_CHUNK = 1000


Row = tuple[str, str, str, str]


def answers(count: int, *, seed: int) -> Iterator[list[Row]]:
    """So many rows, a thousand at a time; each thousand has a seed of its own."""
    for begin in range(0, count, _CHUNK):
        random = Random(f"answers {seed} {begin}")  # noqa: S311 - a draw, not a secret
        yield [_row(number, random) for number in range(begin, min(begin + _CHUNK, count))]


def _row(number: int, random: Random) -> Row:
    draw = random.random
    month, day = 1 + int(draw() * 3), 1 + int(draw() * 28)
    text = answer(random)
    return f"A{number + 1:07d}", word("respondent", draw), f"2024-{month:02d}-{day:02d}", text


def answer(random: Random) -> str:
    """One answer."""
    draw = random.random
    wanted = min(MOST, max(LEAST, exp(log(_MIDDLE) + _SPREAD * random.gauss(0, 1))))
    on_theme = draw() >= _NOTHING
    if wanted < _SHORT:
        return drawn(shorts()[on_theme], draw)
    voice, codes = answering(), tuple(answering().codes)
    said: list[str] = []
    length = 0
    while length < wanted:
        about = on_theme and (not said or draw() < _ON_THEME)
        sentence = voice.on(one(codes, draw), draw) if about else voice.aside(draw)
        length += sentence.count(" ") + 1
        if said and length > MOST:
            break
        said.append(sentence)
    text = " ".join(said)
    return text.lower().rstrip(".") if draw() < _CARELESS else text
