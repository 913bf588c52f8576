"""Each message of `sense codebook check`, with its line."""

from itertools import pairwise
from pathlib import Path

import pytest

from sensecli.loading.codebooks.load import load_codebook

_HEAD = "id: book\nlabel: Book\ncodes:\n  - id: trust\n    label: Trust\n"

# (the YAML, the line of the problem, what its message says, what its hint says)
WHOLE = (
    ("", None, "the codebook is empty", "sense codebook new"),
    ("- a\n", 1, "has no keys", "sense codebook new"),
    ("id: a\nlabel: A\n", 1, 'the codebook has no "codes"', "codes:"),
    ("id: a\nlabel: A\ncodes: []\n", 3, "the codebook has no codes", "- id:"),
    ("id: a\nlabel: A\ncodes:\n", 3, '"codes" is empty', "take the line out"),
    ("id: a\nlabel: A\ncodes: trust\n", 3, '"codes" must be a list, not a text', '"- "'),
    ("id: a\nlabel: A\ncodes:\n  - trust\n", 4, "a code must be a set of keys", "label:"),
    ("id: a\n\tlabel: A\n", 2, "a tab stands where only spaces may", "spaces"),
    ('id: a\nlabel: "A\ncodes: []\n', 2, "a quotation mark is never closed", "close it"),
    ("id: a\nlabel: A: B\n", 2, '": " stands inside a text', "single quotes"),
    ("id: a\nlabel: A\nvoid\n", 3, 'a key has no ":" behind it', "key: value"),
    ('id: a\nlabel: "\\w"\n', 2, '"\\" stands in double quotes', "single quotes"),
    ("id: a\nlabel: @A\n", 2, 'begins with "@"', "single quotes"),
    ("id: a\nlabel: [a\n", 2, '"[" is never closed', "close it"),
    ("id: a\n---\nid: b\n", 2, "a second document", "only one"),
    ("id: a\nlabel: b\x01\n", 2, "no YAML file may hold", ""),
    ("? [a]\n: b\n", 1, "a key must be a word", "key: value"),
)
IN_A_CODE = (
    ("    cue: [trust]\n", 6, 'unknown key "cue"', 'Did you mean "cues"?'),
    ("    name: Trust\n", 6, 'unknown key "name"', 'Did you mean "label"?'),
    ("    zzz: x\n", 6, 'unknown key "zzz"', "known here are id, label, kind"),
    ("    label: Again\n", 6, '"label" is given twice', "the first is on line 5"),
    ("  - id: trust\n    label: B\n", 6, 'the id "trust" is used twice', "first is on line 4"),
    ("  - id: Role of People\n    label: B\n", 6, "an id cannot have", '"role-of-people"'),
    ('  - id: ""\n    label: B\n', 6, "the id is empty", "short name"),
    ("  - label: Role of People\n", 6, 'a code has no "id"', "id: role-of-people"),
    ("  - id: some-code\n", 6, 'a code has no "label"', "label: Some code"),
    ('  - id: b\n    label: ""\n', 7, '"label" is empty', "behind it"),
    ("  - id: b\n    label: [b]\n", 7, '"label" must be a text, not a list', "label:"),
    ("    definition:\n", 6, '"definition" is empty', "take the line out"),
    ("    kind: bariers\n", 6, 'the kind "bariers" is not known', 'Did you mean "barrier"?'),
    ("    kind: zzz\n", 6, 'the kind "zzz" is not known', "theme, barrier or lens"),
    ("    color: red\n", 6, 'the color "red" is not known', "#1f77b4"),
    ("    examples: one\n", 6, '"examples" must be a list, not a text', '"- "'),
    ("    include:\n      - so: it goes\n", 7, 'an item of "include" must be a text', "quotes"),
    ("    cues:\n", 6, '"cues" is empty', "take the line out"),
    ("    cues: []\n", 6, '"cues" is empty', "take the line out"),
    ("    codes: []\n", 6, '"codes" is empty', "take the line out"),
)
IN_A_CUE = (
    ("-", '"cues" has an item with nothing in it', "take it out"),
    ('- ""', "a cue is empty", "take it out"),
    ('- "* ..."', "holds no word", "write the words"),
    ("- [a]", "a cue must be a phrase, not a list", "regex:"),
    ("- so: it goes", 'unknown key "so"', "phrase, tokens, regex"),
    ("- {phrase: a, regex: b}", "more than one", "one of the three"),
    ("- train(ed|ing)", "looks like a regular expression", "- regex: 'train(ed|ing)'"),
    ("- *trust", 'a text begins with "*"', "single quotes"),
    ("- regex: '(a+)+'", "repeats without end inside", "repeat only once"),
    ("- regex: 'bar(?=foo)'", "looks ahead or behind", '"exclusions"'),
    ("- regex: '(?<!foo)bar'", "looks ahead or behind", '"exclusions"'),
    ("- regex: '(foo) \\1'", "refers back to a group", "two cues"),
    ("- regex: '(?P<a>b)(?P=a)'", "refers back to a group", "two cues"),
    ("- regex: '[a'", '"[" that is never closed', "close it"),
    ("- regex: '(a'", '"(" that is never closed', "close it"),
    ("- regex: 'a)'", '")" that was never opened', "open it"),
    ("- regex: '*a'", "repeats nothing", r"\w*"),
    ("- regex: 'a**'", "repeats a repetition", "keep one"),
    ("- regex: 'a{2000}'", "repeats more than 1,000 times", "{0,6}"),
    ("- regex: 'a\\Z'", r"has \Z", r"\z"),
    ("- regex: 'a\\q'", "has no use for it", "take it out"),
    ("- regex: '\\pL{1,1000}'", "is too large", "several cues"),
    ("- regex: '\\pL{1,100}'", "is too large", "several cues"),
    ("- regex: 'x*'", "matches even where nothing is written", "must be there"),
    ('- regex: "\\bfoo"', "control character", "single quotes"),
    ("- tokens: []", "a cue is empty", "one of the three"),
    ("- tokens: [{gap: 2}]", "every place of the token pattern may be empty", "optional:"),
    ("- tokens: [{lemma: a, optional: yes}]", "may be empty", "optional:"),
    ("- tokens: [{lemma: a, word: b}]", "exactly one of", "gap:"),
    ("- tokens: [{lemma: a}, {gap: 20}]", "a whole number from 1 to 6", "gap: 2"),
    ("- tokens: [{lemma: a, optional: perhaps}]", "must be true or false", "optional: true"),
    ("- tokens: [{lemmas: go}]", 'unknown key "lemmas"', 'Did you mean "lemma"?'),
    ("- tokens: [go]", "a token must be a lemma, a word or a gap", "lemma:"),
    ('- tokens: [{lemma: ""}]', "a token has no word in it", "write the word"),
)
CASES = (
    *WHOLE,
    *((_HEAD + text, line, message, hint) for text, line, message, hint in IN_A_CODE),
    *((f"{_HEAD}    cues:\n      {cue}\n", 7, message, hint) for cue, message, hint in IN_A_CUE),
)


def _written(folder: Path, text: str) -> Path:
    path = folder / "book.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "line", "message", "hint"), CASES)
def test_a_mistake_is_a_problem_with_its_line_and_its_mend(
    tmp_path: Path, text: str, line: int | None, message: str, hint: str
) -> None:
    codebook, problems, _ = load_codebook(_written(tmp_path, text))
    assert codebook is None
    assert [
        problem
        for problem in problems
        if (problem.path, problem.line) == ("book.yaml", line)
        and message in problem.message
        and hint in problem.hint
    ], problems


def test_a_problem_never_speaks_as_a_programmer_does(tmp_path: Path) -> None:
    said = " ".join(
        f"{problem.message} {problem.hint}"
        for text, *_ in CASES
        for problem in load_codebook(_written(tmp_path, text))[1]
    )
    assert not [
        word
        for word in ("Input", "valid", "tuple", "string", "mapping", "scalar", "model", "Value")
        if word in said
    ]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = _HEAD + "    cue: [a]\n    cues:\n      - regex: '(a+)+'\n  - id: trust\n    kind: x\n"
    _, problems, _ = load_codebook(_written(tmp_path, text))
    assert [problem.line for problem in problems] == [6, 8, 9, 9, 10]


def test_cues_of_a_group_are_a_problem_but_the_rest_is_used(tmp_path: Path) -> None:
    text = _HEAD + "    cues: [a]\n    codes:\n      - id: b\n        label: B\n"
    codebook, problems, _ = load_codebook(_written(tmp_path, text))
    assert codebook is not None
    assert [(problem.line, problem.message) for problem in problems] == [
        (6, 'the cues of the group "trust" are not used')
    ]


def test_aliases_that_explode_are_refused_before_they_are_unfolded(tmp_path: Path) -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    pairs = pairwise("abcdefghi")
    rows += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairs]
    _, problems, _ = load_codebook(_written(tmp_path, "\n".join(rows)))
    assert "more than 200,000 values" in problems[0].message


@pytest.mark.parametrize("text", ["[" * 5000, "a: &a [*a]", "a: &a\n  b: *a\n"])
def test_what_is_nested_without_end_is_refused(tmp_path: Path, text: str) -> None:
    _, problems, _ = load_codebook(_written(tmp_path, text))
    assert "nested too deeply" in problems[0].message


def test_a_long_chain_of_aliases_is_refused_and_does_not_crash(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 3000))]
    _, problems, _ = load_codebook(_written(tmp_path, "\n".join(rows)))
    assert "nested too deeply" in problems[0].message


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    codebook, problems, _ = load_codebook(tmp_path / "none.yaml")
    assert codebook is None
    assert "cannot be read" in problems[0].message


@pytest.mark.parametrize("name", ["book.csv", "book.xlsx", "book.qdc"])
def test_a_sheet_is_no_codebook_yet_and_the_hint_makes_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"label\nTrust\n")
    _, (problem,), _ = load_codebook(tmp_path / name)
    assert f"sense codebook new FILE --from {name}" in problem.hint


@pytest.mark.parametrize("name", ["notes.md", "notes.yaml", "notes.docx"])
def test_an_interview_is_no_codebook(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("---\nid: L05\nrole: Nurse\n---\n\nWe: agreed.\n")
    _, (problem,), _ = load_codebook(tmp_path / name)
    assert problem.message.startswith("is not a codebook")


def test_a_codebook_that_is_not_there_is_a_problem_of_spelling(tmp_path: Path) -> None:
    _, (problem,), _ = load_codebook(tmp_path / "gone.yaml")
    assert "spelling" in problem.hint
