"""A quote as it is shown: in quotation marks, and where it stands."""

from sensecli.cli.plain import safe

LONGEST = 320
_OUTER = {("\u201c", "\u201d"), ('"', '"')}


def quoted(text: str, place: str, *, longest: int = LONGEST) -> str:
    """The words in typographic quotation marks, then the place in brackets.

    What is longer than a reader takes in is cut between words, and the cut is shown.
    """
    words = safe(text)
    if len(words) > longest:
        words = f"{words[:longest].rsplit(' ', 1)[0]} [\u2026]"
    if words[:1] and (words[0], words[-1]) in _OUTER and _one_pair(words):
        words = words[1:-1]
    where = safe(place).replace(" ", "\u00a0")
    return f"\u201c{_inner(words)}\u201d [{where}]"


def _one_pair(words: str) -> bool:
    return not any(mark in words[1:-1] for mark in '"\u201c\u201d')


def _inner(words: str) -> str:
    """Quotation marks inside a quote are single ones, opening before a word."""
    shown = words.replace("\u201c", "\u2018").replace("\u201d", "\u2019")
    out = []
    for at, character in enumerate(shown):
        before = shown[at - 1] if at else " "
        if character == '"':
            out.append("\u2018" if before in " (\u2014\u2013" else "\u2019")
        else:
            out.append(character)
    return "".join(out)
