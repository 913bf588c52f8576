"""Who owns an action, if anybody does."""

import re

_NOBODY = re.compile(
    r"(?:tb[acdn]|n/?\.?a\.?|nil|none|nobody|no[ -]?one|not? (?:owner|lead)|unassigned|unallocated"
    r"|not (?:yet )?(?:assigned|allocated|known|agreed|set)|unknown"
    # What stands behind these is who it may be, or who it was.
    r"|(?:tb[acdn]|vacan(?:t|cy)|to be [a-z]+(?:ed|sed))\b[^/,;&]*"
    # For what is everybody's, nobody answers.
    r"|all|everyone|everybody|anyone|various|all (?:staff|members|partners|leads|teams|directors)"
    r")",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[/,;&\n]|\band\b")


def owner_of(written: str) -> str:
    """The owner as written, on one line; empty where it names none.

    TBC, n/a, a dash or a question mark name none, nor does a vacant post; nor "all" or "various",
    since nobody in particular answers for it then. Of two, one who is named is enough.
    """
    text = " ".join(written.split())
    nobody = _names_nobody(text) or all(map(_names_nobody, _PARTS.split(written)))
    return "" if nobody else text


def _names_nobody(part: str) -> bool:
    bare = part.strip(" .?()-*")
    return not re.search(r"\w", bare) or _NOBODY.fullmatch(bare) is not None
