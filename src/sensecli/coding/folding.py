"""Text as cues see it: plain letters, plain quotes, plain spaces, every offset unmoved."""

import unicodedata


def _table() -> dict[int, str]:
    plain = {
        "'": "\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032\uff07",
        '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
        " ": "\n\r\t\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
        "\u200a\u2028\u2029\u202f\u205f\u3000",
    }
    table = {ord(char): to for to, chars in plain.items() for char in chars}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table


_PLAIN = _table()


def fold(text: str) -> str:
    """The text with typographic marks made plain, accents dropped and line breaks as spaces.

    One code point gives one code point, so offsets into the result are offsets into `text`.
    """
    return text.translate(_PLAIN)
