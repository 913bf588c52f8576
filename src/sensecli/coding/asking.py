"""Whether a question is put in the order of words of a statement."""

import re

_FORMS = (
    "is|was|are|were|do|did|does|has|have|had|can|could|would|should|will|shall|may|might|must|"
    "need|ought"
)
_PRONOUN = "it|they|you|he|she|we|i|there|that|this"
_TAG = re.compile(rf",\s*(?:{_FORMS})(?:n't)? (?:{_PRONOUN})(?: not)?\s*(?=[,;?])", re.IGNORECASE)
# A verb before its subject, or a question word, at the start of a clause. After a comma "who",
# "which", "where" and "when" open a relative clause or an adverbial one.
_OPENING = r"(?:(?:and|but|so|or|then|well|now|remind me|tell me)\W+)*"
_ASKS = re.compile(
    rf"(?:^\W*|[,;:.?-]\W*|\bor ){_OPENING}(?:(?:{_FORMS})(?:n't)?|what|how|why|any)\b"
    rf"|^\W*{_OPENING}(?:(?:with|to|for|by|from|at|of|on|in|about) )?"
    r"(?:what|who|whom|whose|where|when|which)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|can|could|would|should|will|must|ought|did|does|do|came|"
    r"went|made|took|gave|got|left|cost|put|\w{2,}ed)\b|\w'(?:s|re|ve|d|ll)\b|n't\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 5


def declares(text: str) -> bool:
    """Whether a question states ("The money ran out in June?"): it puts what it says."""
    said = _TAG.sub(" ", text)
    return (
        len(said.split()) >= _LEAST_WORDS and bool(_FINITE.search(said)) and not _ASKS.search(said)
    )
