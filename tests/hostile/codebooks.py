"""Codebooks: aliases that explode, tags, nesting, expressions that run away, traps in .qdc."""

from tests.hostile.case import ANALYSE, BOOK, FOLDER, OUT, Case, Make, raw, text
from tests.hostile.packed import LAUGHS

_HEAD = "id: a\nlabel: A\ncodes:\n  - id: trust\n    label: Trust\n"
_LISTS = "\n".join(
    ["x0: &x0 [a, a, a, a, a, a, a, a, a, a]"]
    + [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]" for n in range(1, 10)]
)


def _book(name: str, content: str | bytes, *said: str, code: int = 1) -> Case:
    """A codebook in the folder that is not used: nothing is analysed by another in its place."""
    made = raw(
        "codebook.yaml",
        content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"),
    )
    return Case(name, made, said, code=code, intact=False)


def _cue(name: str, expression: str, *said: str) -> Case:
    return _book(name, f"{_HEAD}    cues:\n      - regex: '{expression}'\n", *said)


def _made_from(name: str, file: str, content: str, *said: str, code: int = 1) -> Case:
    def make(folder: object) -> None:
        text(file, content)(folder.parent / "out")  # type: ignore[attr-defined]

    command = ("codebook", "new", f"{OUT}/new.yaml", "--from", f"{OUT}/{file}")
    return Case(name, make, said, command=command, code=code, intact=False)


_LABEL: Make = text("codebook.yaml", BOOK.replace("label: Trust", f"label: {'T' * 5_000}"))

CASES = (
    _book(
        "a codebook whose aliases explode",
        f"{_LISTS}\n{_HEAD}",
        "codebook.yaml: holds more than 200,000 values once its aliases are unfolded. Hint: "
        "write the text out in place of",
    ),
    _book(
        "a codebook that holds itself",
        f"{_HEAD}    codes: &a\n      - id: b\n        label: B\n        codes: *a\n",
        "codebook.yaml:",
        "is nested too deeply. Hint: keep to 60 levels at most",
    ),
    _book(
        "a codebook nested 10,000 deep",
        "codes: " + "[" * 10_000,
        "codebook.yaml: is nested too deeply. Hint: keep to 60 levels at most",
    ),
    _book(
        "a codebook with a tag of Python's",
        "!!python/object/apply:os.system ['touch owned']\n",
        "codebook.yaml:1: is not a codebook: it has no keys",
    ),
    _book(
        "a codebook with a key twice",
        f"{_HEAD}    label: Again\n",
        'codebook.yaml:6: "label" is given twice. Hint: the first is on line 5: keep one, or '
        "put the two together",
    ),
    _book(
        "a codebook with a key that is no word",
        f"{_HEAD}    ? [a, b]\n    : c\n",
        'codebook.yaml:6: a key must be a word. Hint: write "key: value"',
    ),
    _book(
        "a codebook in binary",
        bytes(range(256)),
        "codebook.yaml:1: a character stands here that no YAML file may hold",
    ),
    _book(
        "a codebook with NUL",
        _HEAD.replace("Trust", "Tr\0ust"),
        "codebook.yaml:5: a character stands here that no YAML file may hold",
    ),
    _book("a codebook with half a pair", _HEAD.replace("Trust", "Tr\ud800ust"), code=0),
    _book(
        "a codebook in UTF-16 without a mark",
        _HEAD.encode("utf-16-le"),
        "codebook.yaml:1: a character stands here",
    ),
    _book("a codebook of 6 MB", "# a\n" * 1_500_000, "codebook.yaml: is larger than 1 MB. Hint:"),
    _book("an empty codebook", "", "codebook.yaml: the codebook is empty. Hint:"),
    _book(
        "a codebook of 230,000 cues in one line",
        f"{_HEAD}    cues: [{'a, ' * 230_000}]\n",
        "codebook.yaml: holds more than 200,000 values",
    ),
    _cue(
        "an expression that runs away",
        "(a+)+$",
        'codebook.yaml:7: the expression "(a+)+$" repeats without end inside a repetition '
        "without end. Hint: repeat only once",
    ),
    _cue(
        "an expression that grows",
        "((a{1,100}){1,100}){1,100}",
        "codebook.yaml:7: the expression",
        "Hint: ",
    ),
    _cue(
        "an expression that looks ahead",
        "trust(?=x)",
        'codebook.yaml:7: the expression "trust(?=x)" looks ahead or behind, which a cue '
        'cannot do. Hint: put what must not be there under "exclusions"',
    ),
    _cue("an expression of 100,000 brackets", "(" * 100_000, "codebook.yaml:7: the expression"),
    _cue(
        "an expression of nothing",
        "x*",
        'codebook.yaml:7: the expression "x*" matches even where nothing is written',
    ),
    Case("a label of 5,000 characters in a codebook", _LABEL, code=0),
    Case(
        "a search that runs away",
        text("x.txt", "a" * 100_000),
        code=0,
        command=("search", FOLDER, "/(a+)+$/"),
        intact=False,
    ),
    Case(
        "a search for a broken expression",
        text("x.txt", "a"),
        ("Error: ",),
        code=2,
        command=("search", FOLDER, "/(a/"),
        intact=False,
    ),
    Case(
        "a search of a million signs",
        text("x.txt", "a"),
        ("nothing found for",),
        code=0,
        command=("search", FOLDER, f"/{'(a|b)' * 100_000}/"),
        intact=False,
    ),
    _made_from(
        "a .qdc of a billion laughs",
        "a.qdc",
        f"{LAUGHS}<CodeBook>&i;</CodeBook>",
        "a.qdc: holds a document type, which REFI-QDA never does. Hint: export it again as "
        "REFI-QDA",
    ),
    _made_from(
        "a .qdc nested 9,000 deep",
        "a.qdc",
        "<CodeBook><Codes>" + '<Code name="a">' * 9_000 + "</Code>" * 9_000 + "</Codes></CodeBook>",
        'a.qdc: the codes under "a" are nested too deeply and are left out. Hint: bring them '
        "nearer to the top",
    ),
    _made_from(
        "a .qdc that is no XML",
        "a.qdc",
        "<CodeBook",
        "a.qdc:1: is not valid XML. Hint: export it again as REFI-QDA",
    ),
    _made_from(
        "a list of codes in which each is below the next",
        "a.csv",
        "label,parent\na,b\nb,a\n",
        'a.csv:3: "b" lies under itself, or too deep. Hint: look at the parents of this row',
    ),
    _made_from(
        "a list of codes without a name",
        "a.csv",
        "x,y\n1,2\n",
        "a.csv:1: has no column for the names of the codes. Hint: call it",
    ),
    _made_from(
        "a codebook from a picture",
        "a.png",
        "x",
        "a.png: is none of the formats that a codebook can be made of. Hint: give a .csv, "
        ".xlsx or .qdc file",
    ),
    Case(
        "a codebook that is not there",
        text("x.txt", "a"),
        ('there is no codebook "none.yaml", neither a file nor a shipped one. Hint: shipped are',),
        command=(*ANALYSE, "-c", "none.yaml"),
        intact=False,
    ),
    Case(
        "a codebook that is a device",
        text("x.txt", "a"),
        ('there is no codebook "/dev/zero", neither a file nor a shipped one',),
        command=(*ANALYSE, "-c", "/dev/zero"),
        intact=False,
    ),
)
