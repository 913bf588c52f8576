"""Text of the user's made safe for a terminal: nothing in it can steer the screen."""

import unicodedata

_UNSHOWN = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
# Joiners belong to scripts and to emoji; every other format character hides or turns text.
_JOINERS = frozenset("\u200c\u200d")
_LETTERS = str.maketrans(
    {
        "\u201c": '"',
        "\u201d": '"',
        "\u2018": "'",
        "\u2019": "'",
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u00b7": "-",
        "\u2500": "-",
        "\u2588": "#",
        "\u2591": "-",
    }
)


def safe(text: str) -> str:
    """`text` in one line, with each control character as a space; no-break spaces stay."""
    shown = "".join(_shown(character) for character in text)
    return " ".join(word for word in shown.split(" ") if word)


def safe_lines(text: str) -> str:
    """`text` with its lines and tabs kept, and every other control character as a space."""
    kept = (c if c in "\n\t" else _shown(c) for c in text.replace("\r\n", "\n"))
    return "".join(kept)


def spelled(text: str, encoding: str) -> str:
    """`text` in characters that `encoding` has: plain ones for ours, "?" for what is left."""
    text = text.replace("\u00a0", " ")
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_LETTERS).encode(encoding, "replace").decode(encoding)
    except LookupError:
        return spelled(text, "ascii")
    return text


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in _UNSHOWN:
        return " "
    return "" if category == "Cf" and character not in _JOINERS else character
