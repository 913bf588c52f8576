"""An invented interview as a file: notes, transcripts, captions, Word; the same bytes each time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from random import Random
from textwrap import wrap
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from invented.interviews import INTERVIEWER, Leader, Turn, notes, paragraphs, talk, wanted

_CAPTION, _FIRST = 48, 3
_WORDS_A_SECOND = 2.5
_MINUTE, _HOUR = 60, 3600

Made = Callable[[Leader, int, Random], bytes]


def interview_file(number: int, leader: Leader, length: int, random: Random) -> tuple[str, bytes]:
    """The name and the bytes of an interview of some `length` words; every tenth is a Word file."""
    ending, made = _KINDS[number % len(_KINDS)]
    return f"{leader.id}{ending}", made(leader, wanted(length, random), random)


def _bullets(leader: Leader, length: int, random: Random) -> bytes:
    parts = [
        f"## {head}\n\n" + "".join(f"- {line}\n" for line in lines)
        for head, lines in notes(length, random)
    ]
    return _text(_front(leader), *parts)


def _prose(leader: Leader, length: int, random: Random) -> bytes:
    sections = (lines for _, lines in notes(length, random))
    parts = (paragraph for lines in sections for paragraph in paragraphs(lines, random))
    return _text(_front(leader), *(f"{part}\n" for part in parts))


def _transcript(leader: Leader, length: int, random: Random) -> bytes:
    turns = talk(length, random)
    return _text(_front(leader), *(f"**{_name(t, leader)}:** {t.text}\n" for t in turns))


def _plain(leader: Leader, length: int, random: Random) -> bytes:
    turns = talk(length, random)
    return _text(_head(leader), *(f"{_name(turn, leader)}: {turn.text}\n" for turn in turns))


def _timed(leader: Leader, length: int, random: Random) -> bytes:
    turns = _with_times(talk(length, random))
    parts = (f"{_name(t, leader)}  {_clock(at)}\n{t.text}\n" for t, at, _ in turns)
    return _text(_head(leader), *parts)


def _captions(leader: Leader, length: int, random: Random) -> bytes:
    parts = ["WEBVTT\n"]
    for turn, begin, end in _with_times(talk(length, random)):
        lines = wrap(turn.text, _CAPTION)
        step = (end - begin) / len(lines)
        for at, line in enumerate(lines):
            span = f"{_stamp(begin + at * step)} --> {_stamp(begin + (at + 1) * step)}"
            parts.append(f"{span}\n<v {_name(turn, leader)}>{line}</v>\n")
    return _text(*parts)


def _word(leader: Leader, length: int, random: Random) -> bytes:
    from docx import Document

    document = Document()
    table = document.add_table(rows=0, cols=2)
    for key, value in leader.attributes:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = key, value
    for turn in talk(length, random):
        document.add_paragraph(f"{_name(turn, leader)}: {turn.text}")
    written = BytesIO()
    document.save(written)
    return _undated(written)


_KINDS: Sequence[tuple[str, Made]] = (
    (".docx", _word),
    (".md", _bullets),
    (".md", _transcript),
    (".txt", _timed),
    (".md", _prose),
    (".md", _transcript),
    (".vtt", _captions),
    (".md", _bullets),
    (".txt", _plain),
    (".md", _transcript),
)


def _text(*parts: str) -> bytes:
    return "\n".join(parts).encode()


def _front(leader: Leader) -> str:
    return f"---\n{''.join(_lines(leader))}---\n"


def _head(leader: Leader) -> str:
    return "".join(_lines(leader))


def _lines(leader: Leader) -> Iterator[str]:
    return (f"{key}: {value}\n" for key, value in leader.attributes)


def _name(turn: Turn, leader: Leader) -> str:
    return INTERVIEWER if turn.asks else leader.name


def _with_times(turns: Iterable[Turn]) -> Iterator[tuple[Turn, float, float]]:
    """Turns with the seconds from which and to which they last."""
    begin = float(_FIRST)
    for turn in turns:
        end = begin + max(1.0, (turn.text.count(" ") + 1) / _WORDS_A_SECOND)
        yield turn, begin, end
        begin = end + 0.5


def _clock(at: float) -> str:
    return f"{int(at) // _MINUTE}:{int(at) % _MINUTE:02d}"


def _stamp(at: float) -> str:
    whole, part = divmod(round(at * 1000), 1000)
    minutes, seconds = divmod(whole, _MINUTE)
    return f"{minutes // _MINUTE:02d}:{minutes % _MINUTE:02d}:{seconds:02d}.{part:03d}"


def _undated(written: BytesIO) -> bytes:
    """A zip archive with no times of its own, so that it is the same whenever it is made."""
    packed = BytesIO()
    with ZipFile(written) as read, ZipFile(packed, "w", ZIP_DEFLATED) as out:
        for name in read.namelist():
            out.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), read.read(name), ZIP_DEFLATED)
    return packed.getvalue()
