"""Which interview and which code of ours does a file mean by its own names?"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from unicodedata import normalize

from sensecli.model import Code, Interview

_STEPS = re.compile(r"\s*(?:[/\\>|]|::)\s*")
_END = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_NEAR = 0.6


class Documents:
    """The interviews by all names that a file may give them, the surest first."""

    def __init__(self, interviews: Sequence[Interview]) -> None:
        """Of those names that two interviews have, none is taken."""
        self._by_name = tuple(
            _only((name, one.id) for one in interviews for name in naming(one))
            for naming in (_ids, _files, _stems, _leaders)
        )
        self._ids = [one.id for one in interviews]
        self._files = {one.source: one.id for one in interviews if one.source}

    def named(self, document: str) -> str | None:
        """The id of the interview that is meant: by id, file, file without its end, or leader."""
        return next(
            (
                found
                for written in (document, _stem(document))
                for names in self._by_name
                if (found := names.get(_folded(written)))
            ),
            None,
        )

    def near(self, document: str) -> str:
        """The id of the interview that is called most alike; empty where none is."""
        close = get_close_matches(document, [*self._ids, *self._files], n=1, cutoff=_NEAR)
        return self._files.get(close[0], close[0]) if close else ""


class Codes:
    """The codes of the codebook by all names that a file may give them, and by `ours`.

    `ours` settles names: an id of ours, or nothing for those to leave out.
    """

    def __init__(self, leaves: Sequence[Code], ours: Mapping[str, str]) -> None:
        """Of labels that two codes have, none is taken."""
        self._by_name = (
            _only((one.id, one.id) for one in leaves),
            _only((one.label, one.id) for one in leaves),
        )
        self._settled = {_folded(theirs): id_ for theirs, id_ in ours.items()}

    def named(self, names: Collection[str]) -> str | None:
        """The id that is meant, by id, label, or the last part of a path; "" for one to leave out.

        None where there is no such code.
        """
        for name in names:
            if (settled := self._settled.get(_folded(name))) is not None:
                return settled
        last = [_STEPS.split(name.strip())[-1] for name in names]
        return next(
            (
                found
                for written in (names, last)
                for known in self._by_name
                for name in written
                if (found := known.get(_folded(name)))
            ),
            None,
        )

    def near(self, name: str) -> str:
        """The id of the code that is called most alike; empty where none is."""
        known = self._by_name[1] | self._by_name[0]
        last = _folded(_STEPS.split(name.strip())[-1])
        close = get_close_matches(last, list(known), n=1, cutoff=_NEAR)
        return known[close[0]] if close else ""


def _ids(one: Interview) -> Iterator[str]:
    yield one.id


def _files(one: Interview) -> Iterator[str]:
    yield one.source


def _stems(one: Interview) -> Iterator[str]:
    yield _stem(one.source)


def _leaders(one: Interview) -> Iterator[str]:
    yield one.leader


def _stem(name: str) -> str:
    """A file's name without its folder and its end; "J. Bond" has none."""
    return _END.sub("", name.replace("\\", "/").rpartition("/")[2])


def _only(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each name stands for, without the names that stand for several things."""
    found: dict[str, set[str]] = {}
    for name, stands in pairs:
        if name.strip():
            found.setdefault(_folded(name), set()).add(stands)
    return {name: next(iter(stands)) for name, stands in found.items() if len(stands) == 1}


def _folded(name: str) -> str:
    """The name without case, and with any run of white space, `_` and `-` as one space."""
    return re.sub(r"[\s_-]+", " ", normalize("NFC", name).casefold()).strip()
