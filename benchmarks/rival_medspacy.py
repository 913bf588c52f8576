"""What medspaCy takes to find the same cues and to say which are negated.

    RIVALS/medspacy/bin/python benchmarks/rival_medspacy.py CUES.json DIR [--model NAME]

CUES.json holds pairs of a code and a cue; DIR holds .txt files. Runs medspaCy's tokeniser, sentence
splitter (PyRuSH), target matcher and ConText, on a blank English or on a model's parse, whose
sentences are then taken. Prints how many cues were found, and how many of them ConText calls
negated, hypothetical, historical or another's.

It knows no speakers, no stance, no ladder of status, no actor; it counts no leaders.
"""

import argparse
import json
import warnings
from collections import Counter
from pathlib import Path

warnings.filterwarnings("ignore")

from loguru import logger  # noqa: E402

# PyRuSH tells of each token that begins a sentence: that is not to be paid for.
logger.remove()

import medspacy  # noqa: E402
from medspacy.ner import TargetRule  # noqa: E402

_ASKED = ("is_negated", "is_hypothetical", "is_historical", "is_family", "is_uncertain")
# PyRuSH refuses a text that is parsed already.
_PARSED = {"medspacy_tokenizer", "medspacy_target_matcher", "medspacy_context"}


def main() -> None:
    """Find, assert, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("cues", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--model", help="a model of spaCy's whose parse is made beside it")
    asked = options.parse_args()
    texts = [one.read_text("utf-8") for one in sorted(asked.folder.glob("*.txt"))]
    rules = [TargetRule(cue, code) for code, cue in json.loads(asked.cues.read_text("utf-8"))]
    parsed = {"medspacy_enable": _PARSED} if asked.model else {}
    nlp = medspacy.load(asked.model or "default", **parsed)
    nlp.get_pipe("medspacy_target_matcher").add(rules)
    codes = {rule.category for rule in rules}
    found: Counter[str] = Counter()
    for doc in nlp.pipe(texts):
        for hit in doc.ents:
            # A model's own entities, a person or a date, are no cues.
            if hit.label_ in codes:
                found["cues"] += 1
                found.update(key for key in _ASKED if getattr(hit._, key))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
