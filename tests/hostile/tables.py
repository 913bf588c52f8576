"""Sheets of interviews, attributes, names, gold codings and codings to take in."""

from tests.hostile.case import FOLDER, OUT, Case, Make, both, raw, text

_TALK = "We must trust each other."
_COLUMNS = "interview,segment,text,code,stance,status,actor,holder,prompted\n"
_GOLD = ("evaluate", FOLDER, "--gold", f"{FOLDER}/gold.csv")


def _gold(name: str, content: str | bytes, *said: str, **more: object) -> Case:
    made = raw("gold.csv", content if isinstance(content, bytes) else content.encode())
    return Case(name, made, said, command=_GOLD, intact=False, **more)  # type: ignore[arg-type]


def _import(name: str, content: str, *said: str, file: str = "codings.csv", code: int = 1) -> Case:
    def make(folder: object) -> None:
        text(file, content)(folder.parent / "out")  # type: ignore[attr-defined]

    command = ("import", FOLDER, f"{OUT}/{file}", "--coder-initials", "zz", "--dry-run")
    return Case(name, make, said, command=command, code=code, intact=False)


_ROW = f"G01,1,{_TALK},trust,endorse,none,self,leader,false\n"
_MANY: Make = text("interviews.csv", "id,group\n" + "".join(f"P{n},trust\n" for n in range(10_000)))

CASES = (
    Case(
        "a sheet with an open quotation mark",
        text("x.csv", 'id,text\nA,"We trust\nB,you\n'),
        (
            (
                "x.csv:3: is not a sheet that can be read: unexpected end of data. Hint: put a "
                "text that holds commas or quotes in"
            ),
        ),
    ),
    Case(
        "a sheet with a field of 3 MB",
        text("x.csv", "id,text\nA," + "we trust " * 340_000 + "\n"),
        ("x.csv: row 2 is too long to be an interview (3,060,000 characters",),
        megabytes=400,
    ),
    Case(
        "a sheet of 200,000 columns",
        text("x.csv", "id,text" + ",c" * 200_000 + f"\nA,{_TALK}" + ",v" * 200_000 + "\n"),
        code=0,
    ),
    Case(
        "a sheet of NULs",
        raw("x.csv", b"id,text\nA,We\0trust\n"),
        ("x.csv: is not a text file: it holds binary data",),
    ),
    Case(
        "a sheet with one id a thousand times",
        text("x.csv", "id,text\n" + f"A,{_TALK}\n" * 1_000),
        (
            (
                "x.csv:3: 999 rows have an id that a row above has already (the first on lines 3 "
                "and 4); they are not used. Hint: write one interview in each row"
            ),
        ),
    ),
    Case(
        "a sheet without any text",
        text("x.csv", "id,text\nA,\n"),
        (
            (
                'x.csv:2: row 2 has no text in the column "text". Hint: fill the cell, or take the '
                "row out"
            ),
        ),
    ),
    Case("a sheet of escapes as columns", text("x.csv", "id,te\x1b[31mxt\nA,b\n"), code=0),
    Case(
        "attributes in binary",
        raw("interviews.csv", bytes(range(256))),
        ("interviews.csv: is not a text file: it holds binary data",),
    ),
    Case(
        "attributes with no column to match by",
        text("interviews.csv", "a,b\n1,2\n"),
        (
            (
                'interviews.csv:1: has neither a column "file" nor a column "id", so its rows '
                "match no interview. Hint: add one of them"
            ),
        ),
    ),
    Case(
        "attributes of a file that climbs",
        text("interviews.csv", "file,id\n../../../etc/passwd,X\n"),
        ('interviews.csv:2: names a file that is not there: "../../../etc/passwd"',),
    ),
    Case(
        "attributes twice for one interview",
        text("interviews.csv", "id,round\nG01,1\nG01,2\n"),
        (":3: is a second row for",),
    ),
    Case("attributes of 10,000 interviews that are not there", _MANY, code=0),
    Case(
        "names in binary",
        raw("names.csv", b"\xff\xfe\x00"),
        ("names.csv: is not valid UTF-16-LE, although its first bytes announce it",),
    ),
    Case(
        "names without a column for them",
        text("names.csv", "who\nAnn Bell\n"),
        (
            (
                'names.csv:1: has no column "name", so no name in it is left out. Hint: begin it '
                'with the line "name,replacement"'
            ),
        ),
    ),
    Case(
        "a name of 5,000 characters among the names",
        text("names.csv", f"name,replacement\n{'Ann Bell ' * 555},x\n"),
        (
            (
                "names.csv:2: the name has 4,994 characters (at most 200), so it is not left out. "
                "Hint: write each name in a row of its own"
            ),
        ),
    ),
    Case(
        "names that are expressions",
        text("names.csv", "name,replacement\n(a+)+$,x\n[a-,y\n\\,z\n"),
        code=0,
    ),
    _gold(
        "gold codings in binary", b"\0\1\2", "gold.csv: is not a text file: it holds binary data"
    ),
    _gold("gold codings that are empty", "", "gold.csv: is empty. Hint: fill it in"),
    _gold(
        "gold codings without columns",
        "a,b\n1,2\n",
        'gold.csv:1: has no column "interview". Hint: a gold file has the columns interview, '
        "segment,",
        'gold.csv:1: has no column "prompted"',
    ),
    _gold(
        "gold codings of strange values",
        f"{_COLUMNS}G01,x,{_TALK},trst,endrose,none,self,leader,maybe\n",
        'gold.csv:2: there is no code "trst" in the codebook. Hint: did you mean "trust"?',
        'gold.csv:2: there is no stance "endrose". Hint: did you mean "endorse"?',
        'gold.csv:2: segment "x" is not a whole number. Hint: correct it, or leave it empty',
    ),
    _gold(
        "gold codings of a superscript number",
        f"{_COLUMNS}{_ROW.replace('G01,1', 'G01,²')}",
        'gold.csv:2: segment "²" is not a whole number',
    ),
    _gold(
        "gold codings of a number of 5,000 digits",
        f"{_COLUMNS}{_ROW.replace('G01,1', 'G01,' + '9' * 5_000)}",
        "is not a whole number",
    ),
    _gold(
        "gold codings twice",
        f"{_COLUMNS}{_ROW}{_ROW}",
        "gold.csv:3: gives the same passage, code and holder as line 2. Hint: keep one of the "
        "two rows",
    ),
    _import(
        "codings of no known layout",
        "a,b\n1,2\n",
        "codings.csv:1: has columns that are no list of codings known here. Hint: there should "
        "be interview, code, and text, segment or start and end",
    ),
    _import(
        "codings with no code",
        f"interview,text,code\nG01,{_TALK},\n",
        "codings.csv:1: has no code in any row. Hint: fill in the column code first",
    ),
    _import(
        "codings of strange values",
        f"interview,text,code,stance,start,end\nG01,{_TALK},trust,endrose,9e9,-1\n",
        'codings.csv:2: there is no stance "endrose". Hint: did you mean "endorse"?',
        'codings.csv:2: start "9e9" is not a whole number',
    ),
    _import(
        "codings of an interview that climbs",
        f"interview,text,code\n../../etc/passwd,{_TALK},trust\n",
        'codings.csv: there is no interview "../../etc/passwd" in the folder: 1 row is left '
        "out. Hint: call it",
    ),
    _import(
        "codings in no format",
        "codings",
        "codings.txt:1: has columns that are no list of codings known here",
        file="codings.txt",
    ),
    _import(
        "codings that are a codebook",
        "<CodeBook/>",
        "a.qdc: holds a codebook and no codings. Hint: export the project (.qdpx)",
        file="a.qdc",
    ),
    Case(
        "examples in binary",
        raw("codebook.examples.csv", b"\0\xff"),
        ("codebook.examples.csv: is not a text file: it holds binary data",),
    ),
    Case(
        "examples of no code",
        text("codebook.examples.csv", "text,code\nWe trust.,trst\n,trust\n"),
        (
            'codebook.examples.csv:2: there is no code "trst". Hint: did you mean "trust"?',
            'codebook.examples.csv:3: has an empty cell in "text". Hint: write the passage in it',
        ),
    ),
    Case(
        "examples without columns",
        both(text("codebook.examples.csv", "a\nb\n")),
        ('codebook.examples.csv:1: has no column "text". Hint: the first row names the columns',),
    ),
)
