"""What is wrong with a codebook beyond its shape: ids, cues, expressions, places not used."""

import re
from collections.abc import Iterator

from sensecli.loading.codebooks.expressions import compile_problem
from sensecli.loading.codebooks.yaml_tree import Loc, Tree, Value
from sensecli.model import Problem

_LISTS = ("codes", "include", "exclude", "examples", "cues", "exclusions")
_NO_WORD = re.compile(r"[\s*.,;:!?\"'()\[\]-]+")
_LIKE_REGEX = re.compile(r"\\[bwsdWSD.]|\([^)]*\||\.\*|\)[?*+]|\[[^\]]*\]")

Codes = Iterator[tuple[Loc, dict[str, Value]]]


def content_problems(tree: Tree, file: str) -> Iterator[Problem]:
    """Every error of content, from the values as written, so that one hides no other."""
    if isinstance(tree.value, dict) and tree.value.get("codes") == []:
        hint = 'write a code under it: "- id:" and "label:"'
        yield Problem(file, tree.line(("codes",)), "the codebook has no codes", hint)
    yield from _twice(tree, file)
    for place, code in written_codes(tree.value):
        for key in ("label", *_LISTS):
            if code.get(key) in ("", []):
                hint = "write something behind it, or take the line out"
                yield Problem(file, tree.line((*place, key)), f'"{key}" is empty', hint)
        for key in ("cues", "exclusions"):
            cues = code.get(key)
            for index, cue in enumerate(cues if isinstance(cues, list) else ()):
                for said in cue_faults(cue):
                    yield Problem(file, tree.line((*place, key, index)), *said)


def unused_problems(tree: Tree, file: str) -> Iterator[Problem]:
    """What stands in the codebook and has no effect; the rest of it is still of use."""
    for place, code in written_codes(tree.value):
        for key in ("cues", "exclusions"):
            if code.get("codes") and code.get(key):
                message = f'the {key} of the group "{code.get("id", "")}" are not used'
                hint = "write them under the codes of the group"
                yield Problem(file, tree.line((*place, key)), message, hint)


def written_codes(value: Value, place: Loc = ()) -> Codes:
    """Every code and group of the tree, with its place, in the order written."""
    codes = value.get("codes") if isinstance(value, dict) else None
    for index, code in enumerate(codes if isinstance(codes, list) else ()):
        if isinstance(code, dict):
            inside = (*place, "codes", index)
            yield inside, code
            yield from written_codes(code, inside)


def _twice(tree: Tree, file: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place, code in written_codes(tree.value):
        code_id = code.get("id")
        if not isinstance(code_id, str) or not code_id:
            continue
        line = tree.line((*place, "id"))
        if code_id in seen:
            hint = f"the first is on line {seen[code_id]}: give each code an id of its own"
            yield Problem(file, line, f'the id "{code_id}" is used twice', hint)
        seen.setdefault(code_id, line)


def cue_faults(cue: Value) -> Iterator[tuple[str, str]]:
    """The message and hint for each thing wrong with a cue, as far as its shape is right."""
    if isinstance(cue, str):
        yield from _phrase_faults(cue)
    elif isinstance(cue, dict):
        phrase, regex, tokens = cue.get("phrase"), cue.get("regex"), cue.get("tokens")
        if isinstance(phrase, str):
            yield from _phrase_faults(phrase)
        if isinstance(regex, str) and regex.strip() and (fault := compile_problem(regex.strip())):
            yield fault.message, fault.hint
        if isinstance(tokens, list) and tokens:
            yield from _token_faults(tokens)


def _phrase_faults(phrase: str) -> Iterator[tuple[str, str]]:
    if _NO_WORD.fullmatch(phrase):
        yield f'the cue "{phrase}" holds no word', "write the words to look for, or take it out"
    elif _LIKE_REGEX.search(phrase):
        hint = f"write - regex: '{phrase}'" if "'" not in phrase else 'write "regex:" before it'
        yield f'the phrase "{phrase}" looks like a regular expression', hint


def _token_faults(tokens: list[Value]) -> Iterator[tuple[str, str]]:
    places = [token for token in tokens if isinstance(token, dict)]
    words = [word for token in places for key in ("lemma", "word") for word in _words(token, key)]
    if any(not word.strip() or _NO_WORD.fullmatch(word) for word in words):
        yield "a token has no word in it", "write the word behind lemma: or word:"
    solid = [
        token
        for token in places
        if ("lemma" in token or "word" in token)
        and str(token.get("optional", "false")).lower() not in {"true", "yes", "on", "1"}
    ]
    if len(places) == len(tokens) and not solid:
        hint = "let one lemma or word stand without optional:"
        yield "every place of the token pattern may be empty, so it finds nothing", hint


def _words(token: dict[str, Value], key: str) -> list[str]:
    given = token.get(key, [])
    return [
        word for word in (given if isinstance(given, list) else [given]) if isinstance(word, str)
    ]
