"""Does an expression hold an endless repetition inside another, with nothing fixed between?

RE2 runs any expression in time linear in the text. The check is for those who take a codebook
elsewhere, and since such an expression is always a slip: `(a+)+` says no more than `a+`.
"""

import re
from dataclasses import dataclass

_QUANTIFIER = re.compile(r"[*+?]\??|\{(\d*)(,?)(\d*)\}\??")
_GROUP = re.compile(r"\((?:\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]+(?=\))))?")
_CLASS = re.compile(r"\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\Q.*?(?:\\E|$)|\\[pPx]\{[^}]*\}|\\[pP].|\\.", re.DOTALL)
_POSITION = re.compile(r"\\[bBAz]|[\^$]")


@dataclass(slots=True)
class _Atom:
    """One thing in a sequence: may it be empty, may it go on for ever, is it endless anything?"""

    empty: bool = False
    endless: bool = False
    anything: bool = False


def runs_away(pattern: str) -> bool:
    r"""Whether some endless repetition (*, +, {n,}) repeats another one and nothing fixed.

    `(a+)+`, `(\w*)*`, `(\w+\s*)+` and `(.*x)*` do; `(?: \w+)*`, whose turns are told apart by a
    space, does not. The pattern must be one that RE2 compiles.
    """
    return _Scan(pattern).found()


class _Scan:
    """One walk over a pattern; `place` is where it stands."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0
        self.runaway = False

    def found(self) -> bool:
        """Walk the whole pattern."""
        while self.place < len(self.pattern):
            self.alternatives()
            self.place += 1
        return self.runaway

    def alternatives(self) -> _Atom:
        """Read up to the closing bracket or the end: what the whole group is as one atom."""
        group, sequence = _Atom(), list[_Atom]()
        while self.place < len(self.pattern) and self.pattern[self.place] != ")":
            if self.pattern[self.place] == "|":
                self.place += 1
                _add(group, sequence)
                sequence = []
            else:
                sequence.append(self.repeated())
        _add(group, sequence)
        return group

    def repeated(self) -> _Atom:
        """Read one atom with the quantifier behind it."""
        atom = self.atom()
        found = _QUANTIFIER.match(self.pattern, self.place)
        if not found:
            return atom
        self.place = found.end()
        sign = found[0][0]
        endless = sign in "*+" or (sign == "{" and bool(found[2]) and not found[3])
        if endless and atom.endless:
            self.runaway = True
        least = {"*": 0, "?": 0, "+": 1}.get(sign, int(found[1] or 0) if sign == "{" else 1)
        return _Atom(atom.empty or least == 0, atom.endless or endless, atom.anything)

    def atom(self) -> _Atom:
        """Read one atom without its quantifier."""
        char = self.pattern[self.place]
        if char == "(":
            opening = _GROUP.match(self.pattern, self.place)
            self.place = opening.end() if opening else self.place + 1
            group = self.alternatives()
            self.place += 1
            return group
        if found := _POSITION.match(self.pattern, self.place):
            self.place = found.end()
            return _Atom(empty=True)
        whole = {"[": _CLASS, "\\": _ESCAPE}.get(char)
        found = whole.match(self.pattern, self.place) if whole else None
        self.place = found.end() if found else self.place + 1
        return _Atom(anything=char == ".")


def _add(group: _Atom, sequence: list[_Atom]) -> None:
    """Take one alternative into the group: endless only where nothing fixed holds it apart."""
    group.empty = group.empty or all(atom.empty for atom in sequence)
    endless = [atom for atom in sequence if atom.endless]
    loose = bool(endless) and all(atom.empty or atom.endless for atom in sequence)
    anything = any(atom.anything for atom in endless)
    group.endless = group.endless or loose or anything
    group.anything = group.anything or anything
