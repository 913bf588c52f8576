"""Write down the forms of every word that our own texts have, so that few must be looked up.

    python training/forms.py

The dictionary of word forms takes half a second to load and a fifth of a millisecond a word; with
these at hand a codebook in everyday English needs it not at all. Run it again when lemminflect,
`coding/inflection.py` or the codebooks change; a test tells.
"""

import re
from pathlib import Path

from sensecli.coding.inflection import FORMS, FUNCTION_WORDS, worked_out

TOP = Path(__file__).parent.parent
TEXTS = ("codebooks/*", "src/sensecli/coding/rules/verbs.yaml", "interviews/*/*.md")


def main() -> None:
    """Write the table: a line a word, its forms behind it."""
    texts = (path.read_text("utf-8") for pattern in TEXTS for path in sorted(TOP.glob(pattern)))
    words = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    lines = (" ".join([word, *worked_out(word)]) for word in sorted(words - FUNCTION_WORDS))
    FORMS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
