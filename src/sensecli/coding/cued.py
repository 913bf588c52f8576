"""Where the cues of each code stand in the passages of an interview: matched once, then kept.

Kept code by code: after a code's cues were changed it alone is matched again.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sensecli.coding.cues import Hit
from sensecli.coding.digest import digest, rules_digest
from sensecli.coding.tools import Tools
from sensecli.model import Segment

KIND = "cues"

Found = tuple[Mapping[str, tuple[Hit, ...]], ...]
"""For each passage of an interview, the hits of each code that has any, in order of place."""

# As it is kept: for each code's cues the hits, as passage, start, end and cue.
_Written = dict[str, list[tuple[int, int, int, str]]]


def cued(interviews: Sequence[Sequence[Segment]], tools: Tools) -> tuple[Found, ...]:
    """The hits in each interview, given as its segments."""
    if tools.folder is None:
        return tuple(_matched(segments, tools) for segments in interviews)
    prints = tools.prints
    keys = [digest(rules_digest(), *(one.text for one in segments)) for segments in interviews]
    kept = tools.store.get(KIND, keys)
    found: list[Found] = []
    changed: dict[bytes, bytes] = {}
    for key, segments in zip(keys, interviews, strict=True):
        known: _Written = json.loads(kept[key]) if key in kept else {}
        missing = [code for code, print_ in prints.items() if print_ not in known]
        if missing:
            fresh = _matched(segments, tools, missing if known else None)
            known |= {prints[code]: list(_rows(fresh, code)) for code in missing}
            changed[key] = json.dumps(known, separators=(",", ":")).encode()
        found.append(_read(segments, {code: known[p] for code, p in prints.items()}))
    tools.store.put(KIND, changed)
    return tuple(found)


def _matched(
    segments: Sequence[Segment], tools: Tools, codes: Iterable[str] | None = None
) -> Found:
    matcher = tools.matcher if codes is None else tools.matcher_of(codes)
    found = []
    for segment in segments:
        by_code: dict[str, list[Hit]] = defaultdict(list)
        for hit in matcher(segment.text):
            by_code[hit.code].append(hit)
        found.append({code: tuple(hits) for code, hits in by_code.items()})
    return tuple(found)


def _rows(found: Found, code: str) -> Iterable[tuple[int, int, int, str]]:
    for at, hits in enumerate(found):
        for hit in hits.get(code, ()):
            yield at, hit.start, hit.end, "" if hit.found else hit.cue


def _read(segments: Sequence[Segment], written: _Written) -> Found:
    found: list[dict[str, tuple[Hit, ...]]] = [{} for _ in segments]
    for code, rows in written.items():
        for at, start, end, cue in rows:
            text = segments[at].text
            hit = Hit(code, start, end, cue or text[start:end], found=not cue)
            found[at][code] = (*found[at].get(code, ()), hit)
    return tuple(found)
