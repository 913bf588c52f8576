"""Texts, captions, rich text and PDF: encodings, controls, endless lines, traps in headers."""

from pathlib import Path

from tests.hostile.case import Case, Make, both, raw, text

_TALK = "We must trust each other."
_TOO_LONG = "too long to be an interview"
_BINARY = (
    "is not a text file: it holds binary data. Hint: save the notes again as plain text in UTF-8"
)


def _sparse(name: str, size: int) -> Make:
    """A file of so many NULs that takes no place on the disk."""

    def make(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.truncate(size)

    return make


def _many_files(folder: Path) -> None:
    for number in range(10_000):
        (folder / f"n{number:05d}.txt").write_bytes(b"Ok %d." % number)
    rows = "".join(f"n{number:05d},trust\n" for number in range(10_000))
    (folder / "interviews.csv").write_text(f"id,group\n{rows}", "utf-8")


def _front(inside: str) -> Make:
    return text("x.md", f"---\n{inside}\n---\n\n{_TALK}\n")


_ALIASES = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x]"]
    + [
        f"{n}: &{n} [{', '.join([f'*{b}'] * 9)}]"
        for b, n in zip("abcdefgh", "bcdefghi", strict=True)
    ]
)
_SPEAKERS = "\n\n".join(f"Ann Bell{n}: We must trust each other." for n in range(1_000))
_ESCAPES = "\x1b]0;owned\x07\x1b[2J\x1b[31mtrust\u202e\u2066\x9b31m"

CASES = (
    Case("an empty text", text("x.txt", ""), ("x.txt: is empty. Hint: fill it in",)),
    Case(
        "a text of 100 MB in one line",
        _sparse("x.txt", 100 * 1024 * 1024),
        (
            (
                "x.txt: is too large to be an interview (100 MB; at most 50 MB are read). Hint: "
                "save the text alone"
            ),
        ),
    ),
    Case(
        "a text of 40 MB in one line",
        text("x.txt", "we trust " * 4_600_000),
        (f"{_TOO_LONG} (41,400,000 characters; at most 2,000,000 are read). Hint: part it",),
        megabytes=400,
    ),
    Case("a text of one word of 1 MB", text("x.txt", "trust" * 200_000), code=0),
    Case(
        "a text of 200,000 brackets", text("x.txt", "(" * 200_000 + " trust"), code=0, megabytes=400
    ),
    Case("a text of 200,000 full stops", text("x.txt", ". " * 200_000 + "trust"), code=0),
    Case(
        "a text of 100,000 hyphens in one word",
        text("x.txt", "a-" * 100_000 + ". A trust"),
        code=0,
        megabytes=500,
    ),
    Case(
        "a text without a full stop",
        text("x.txt", "we trust each other and " * 8_000),
        code=0,
        megabytes=500,
    ),
    Case("a text of NULs", raw("x.txt", b"\0" * 100), (f"x.txt: {_BINARY}",)),
    Case("a text with a NUL in it", raw("x.txt", b"We trust\0 you."), (f"x.txt: {_BINARY}",)),
    Case("UTF-16 without a mark", raw("x.txt", _TALK.encode("utf-16-le")), (f"x.txt: {_BINARY}",)),
    Case(
        "UTF-16 cut off in a character",
        raw("x.txt", _TALK.encode("utf-16") + b"\x41"),
        (
            (
                "x.txt: is not valid UTF-16-LE, although its first bytes announce it. Hint: save "
                "it again as UTF-8"
            ),
        ),
    ),
    Case(
        "a mark of UTF-16 before UTF-8",
        raw("x.txt", b"\xff\xfe" + _TALK.encode() + b"!\xd8\x00\xd8"),
        ("x.txt: is not valid UTF-16-LE",),
    ),
    Case(
        "a mark of UTF-8 before Windows-1252",
        raw("x.txt", b"\xef\xbb\xbfWe trust caf\xe9s."),
        ("x.txt: is not valid UTF-8, although its first bytes announce it",),
    ),
    Case("NUL in UTF-16", raw("x.txt", f"{_TALK}\0 Ok.".encode("utf-16")), code=0),
    Case("half a pair in UTF-8", text("x.txt", f"{_TALK} \ud83d."), code=0),
    Case(
        "two encodings in one text",
        raw("x.txt", "We trust cafés. ".encode() + "Cafés too.".encode("cp1252")),
        code=0,
    ),
    Case("lines that end in CR alone", raw("x.md", b"---\rid: X\r---\r\rWe must trust.\r"), code=0),
    Case(
        "escapes for a terminal",
        text("x.txt", f"{_TALK} {_ESCAPES}"),
        code=0,
        command=("analyse", "FOLDER"),
        unsaid=("\x1b", "\x07", "\x9b", "\u202e", "\u2066"),
        intact=False,
    ),
    Case(
        "escapes in a problem",
        _front(f"id: L1\ndate: {chr(34)}\\e[31mowned{chr(34)}"),
        ("is not a date that can be read. Hint: write it as 2022-09-12",),
    ),
    Case("a thousand speakers", text("x.txt", _SPEAKERS), code=0),
    Case(
        "a label of 5,000 characters",
        text("x.txt", f"{'Ann ' * 1_250}: {_TALK}\n\nJo: Ok.\n\n" * 3),
        code=0,
    ),
    Case(
        "a name of 5,000 characters",
        _front(f"id: X\nname: {'Ann Bell ' * 555}"),
        (
            (
                ":3: the name has 4,994 characters (at most 200); it is not used. Hint: write it "
                "in a few words"
            ),
        ),
    ),
    Case(
        "a group of 5,000 characters",
        _front(f"id: X\ngroup: {'g' * 5_000}"),
        (":3: the group has 5,000 characters (at most 200); it is not used",),
    ),
    Case(
        "front matter whose aliases explode",
        _front(_ALIASES),
        (
            (
                ':3: front matter: the value of "b" is more than a word or a plain list. Hint: '
                'write one "key: value" a line'
            ),
        ),
    ),
    Case(
        "front matter that holds itself",
        _front("a: &a [*a]"),
        (':2: front matter: the value of "a" is more than a word or a plain list',),
    ),
    Case(
        "front matter nested 10,000 deep",
        _front("id: " + "[" * 10_000),
        (":1: front matter is not valid YAML",),
    ),
    Case(
        "front matter with a tag of Python's",
        _front("id: !!python/object/apply:os.system ['touch owned']"),
        (':2: the id "touch owned" holds other characters',),
    ),
    Case(
        "front matter never closed",
        text("x.md", f"---\nid: X\n{_TALK}\n"),
        (
            (
                ':1: front matter opened by "---" is never closed. Hint: end it with a line that '
                "holds only ---"
            ),
        ),
    ),
    Case(
        "an id of script",
        _front('id: "<script>alert(1)</script>"'),
        (
            (
                ':2: the id "<script>alert(1)</script>" holds other characters than letters, '
                'digits, . _ and -. Hint: it is read as "script-alert-1-script"; write it so'
            ),
        ),
    ),
    Case(
        "an id that climbs",
        _front("id: ../../etc/passwd"),
        (':2: the id "../../etc/passwd" holds other characters',),
    ),
    Case(
        "an order of 5,000 digits", _front(f"id: X\norder: {'9' * 190}0000"), (":3: order",), code=1
    ),
    Case(
        "captions that are none",
        text("x.vtt", "\u2603" * 100),
        ("x.vtt: is not a .vtt caption file, whatever its name says. Hint:",),
    ),
    Case(
        "captions of 99,999 hours",
        text("x.vtt", f"WEBVTT\n\n99999:00:00.000 --> 99999:00:01.000\n{_TALK}\n"),
        code=0,
    ),
    Case(
        "subtitles without a time", text("x.srt", f"1\nnever --> always\n{_TALK}\n"), ("x.srt: is",)
    ),
    Case(
        "captions with an endless tag",
        text("x.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n" + "<v " * 30_000 + _TALK),
        code=0,
    ),
    Case(
        "rich text that is none",
        text("x.rtf", _TALK),
        (
            (
                "x.rtf: is not a rich text file, whatever its name says. Hint: save it again as "
                ".rtf or .docx"
            ),
        ),
    ),
    Case(
        "rich text nested 100,000 deep", text("x.rtf", "{\\rtf1 " + "{" * 100_000 + _TALK), code=0
    ),
    Case(
        "rich text of strange numbers",
        text("x.rtf", "{\\rtf1\\ansicpg99999999\\u99999999999 \\'zz trust}"),
        ("x.rtf: is",),
    ),
    Case(
        "a PDF cut off",
        raw("x.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>"),
        ("x.pdf: is not a PDF that can be read",),
    ),
    Case(
        "a PDF whose pages hold themselves",
        raw(
            "x.pdf",
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
            b"1/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF",
        ),
        ("x.pdf: ",),
    ),
    Case("10,000 tiny files and a row for each", _many_files, code=0, seconds=120, megabytes=500),
    Case(
        "the same text twice",
        both(text("x.txt", _TALK), text("y.txt", _TALK)),
        (
            (
                "y.txt: has the same content as L02; it is not used. Hint: take one of the two out "
                "of the folder"
            ),
        ),
    ),
)
