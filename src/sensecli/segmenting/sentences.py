"""Where a sentence ends."""

import re
from collections.abc import Iterator

# A full stop after these ends no sentence. Lower case; with their inner stops.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof profs st sr jr rev hon gen col capt sgt fr messrs "
    "approx apptmt appt dept depts est ext fig figs govt incl max min misc op p pp para paras "
    "ref refs sec vol vs viz wk wkly mtg mth mths yr yrs hr hrs ca cf e.g i.e etc. a.m p.m "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri tel ward.no "
    "u.k u.s n.b".split()
)

# These only where a number follows: "No. 7", but "No. I don't think so."
NUMBERED = frozenset({"no", "nos"})

_END = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"'”’)\]*_]*)(?P<gap>\s+)")
# What stands for a name is a word: neither an aside nor lower case.
_STAND_IN = r"\[(?:name|[a-z]+\d+)\]"
_ASIDE = re.compile(rf"(?!{_STAND_IN})[\[(](?:[a-z][^\])]{{0,40}})[\])](?=\s|$)")
_OPENING = re.compile(rf"[\"'“‘(\[*_]*(?:[A-Z0-9£$€&#@]|\.\.\.|…)|[\"'“‘(*_]*{_STAND_IN}")
_LAST_WORD = re.compile(r"[\w.&'’-]*\w$")
# So far back may the last word begin: a line without spaces is not read again at each stop.
_LOOKED_BACK = 40
_INITIAL = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.)*[A-Z]$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences in `text`, without the white space between them.

    A sentence ends at . ! ? or an ellipsis (with closing quotes and brackets) before white space
    and something that can open a sentence. "Dr.", "a.m.", "approx." and initials end none; an
    aside such as "[laughs]" stays with the sentence before it.
    """
    start = _skip_space(text, 0)
    position = start
    while match := _END.search(text, position):
        position = match.end()
        if not _ends(text, start, match):
            continue
        end = match.end("close")
        aside = _ASIDE.match(text, match.end())
        if aside and text[match.end()] == "[":
            end = aside.end()
        if end > start:
            yield start, end
        start = position = _skip_space(text, end)
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    rest = match.end()
    aside = text[rest] == "[" and _ASIDE.match(text, rest) if rest < len(text) else None
    if not aside and not _OPENING.match(text, rest):
        return False
    if match["mark"].startswith(("...", "…")):
        # Standing apart (" ... ") it is an omission or a false start; on a word it trails off.
        return (
            not text[start : match.start()].endswith((" ", "\n", '"', "“"))
            and match.start() > start
        )
    if match["mark"] != "." or match["close"]:
        return True
    before = text[max(start, match.start() - _LOOKED_BACK) : match.start()]
    if _INITIAL.search(before):
        return False
    found = _LAST_WORD.search(before)
    word = found.group().lower() if found else ""
    if word in NUMBERED and text[rest : rest + 1].isdigit():
        return False
    return word not in ABBREVIATIONS


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
