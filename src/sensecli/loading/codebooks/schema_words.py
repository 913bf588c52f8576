"""pydantic's errors -> what a consultant would say about their YAML."""

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING

from sensecli.loading.codebooks.slugs import slug
from sensecli.model import Codebook, Cue, Node
from sensecli.model.codebook import Kind, Token

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from sensecli.loading.codebooks.yaml_tree import Loc

Said = tuple[str, str]

_LISTS = (
    "codes",
    "include",
    "exclude",
    "examples",
    "cues",
    "exclusions",
    "tokens",
    "lemma",
    "word",
)
_MEANT: Mapping[str, str] = MappingProxyType(
    {
        "name": "label",
        "title": "label",
        "code": "id",
        "description": "definition",
        "colour": "color",
        "keywords": "cues",
        "phrases": "cues",
        "example": "examples",
        "inclusion": "include",
        "exclusion": "exclusions",
        "children": "codes",
        "subcodes": "codes",
        "themes": "codes",
        "type": "kind",
        "pattern": "regex",
        "lemmas": "lemma",
        "words": "word",
    }
)


def in_plain_words(error: "ErrorDetails") -> Said:
    """The message and the hint for one error of the codebook's model."""
    place, given = error["loc"], error["input"]
    key = _key(place)
    said = _wrong_type(place, given)
    match error["type"]:
        case "missing":
            said = f'{_thing(place[:-1])} has no "{key}"', _missing_hint(key, given)
        case "extra_forbidden":
            said = unknown_key(str(place[-1]), _fields(place[:-1]))
        case "enum":
            kinds = tuple(kind.value for kind in Kind)
            hint = _did_you_mean(str(given), kinds) or "write theme, barrier or lens"
            said = f'the kind "{given}" is not known', hint
        case "string_pattern_mismatch" if key == "color":
            said = f'the color "{given}" is not known', 'write it like "#1f77b4", in quotes'
        case "string_pattern_mismatch":
            said = bad_id(str(given))
        case "value_error":
            said = error["msg"].removeprefix("Value error, "), _value_hint(place)
    if given is not None and key == "optional":
        said = '"optional" must be true or false', "write optional: true"
    if given is not None and key == "gap":
        said = '"gap" must be a whole number from 1 to 6', "write, for example, gap: 2"
    return said


def unknown_key(key: str, known: tuple[str, ...]) -> Said:
    """What to say about a key that has no meaning there."""
    meant = _MEANT.get(key.lower())
    hint = f'Did you mean "{meant}"?' if meant in known else _did_you_mean(key, known)
    return f'unknown key "{key}"', hint or f"known here are {', '.join(known)}"


def bad_id(given: str) -> Said:
    """What to say about an id that cannot be one."""
    if not given:
        return "the id is empty", "write a short name of small letters"
    better = slug(given)
    hint = f'write "{better}"' if better else "begin with a letter"
    message = f'the id "{given}" has signs that an id cannot have'
    return message, f"use small letters, digits, - and _ only: {hint}"


def _did_you_mean(given: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(given.lower(), known, n=1, cutoff=0.6)
    return f'Did you mean "{close[0]}"?' if close else ""


def _wrong_type(place: "Loc", given: object) -> Said:
    key = _key(place)
    if isinstance(place[-1], int):
        return _wrong_item(key, given)
    if given is None or given == []:
        return f'"{key}" is empty', "write something behind it, or take the line out"
    if key in _LISTS:
        return f'"{key}" must be a list, not {_what(given)}', 'begin each item with "- "'
    return f'"{key}" must be a text, not {_what(given)}', f"write {key}: and the text behind it"


def _wrong_item(key: str, given: object) -> Said:
    if given is None:
        hint = 'write it behind the "- ", or take it out'
        return f'"{key}" has an item with nothing in it', hint
    if key == "codes":
        return (
            f"a code must be a set of keys, not {_what(given)}",
            "write - id: and label: under it",
        )
    if key == "tokens":
        hint = 'write, for example, "- lemma: build"'
        return f"a token must be a lemma, a word or a gap, not {_what(given)}", hint
    if key in {"cues", "exclusions"}:
        hint = 'write a phrase, "regex:" with an expression, or "tokens:" with a list'
        return f"a cue must be a phrase, not {_what(given)}", hint
    hint = 'a text that holds ": " needs quotes around it' if isinstance(given, dict) else ""
    return f'an item of "{key}" must be a text, not {_what(given)}', hint


def _what(given: object) -> str:
    if isinstance(given, dict):
        return "a set of keys"
    if isinstance(given, list | tuple):
        return "a list"
    return "empty" if given is None else "a text"


def _thing(place: "Loc") -> str:
    names = [part for part in place if isinstance(part, str)]
    last = names[-1] if names else ""
    return {"": "the codebook", "codes": "a code", "tokens": "a token"}.get(last, "a cue")


def _fields(place: "Loc") -> tuple[str, ...]:
    names = [part for part in place if isinstance(part, str)]
    last = names[-1] if names else ""
    models: dict[str, type[BaseModel]] = {"": Codebook, "codes": Node, "tokens": Token}
    return tuple(models.get(last, Cue).model_fields)


def _key(place: "Loc") -> str:
    return next((part for part in reversed(place) if isinstance(part, str)), "")


def _missing_hint(key: str, given: object) -> str:
    if not isinstance(given, dict):
        return f"write {key}:"
    label, code_id = given.get("label"), given.get("id")
    if key == "id" and isinstance(label, str) and slug(label):
        return f"write id: {slug(label)}"
    if key == "label" and isinstance(code_id, str):
        return f"write label: {code_id.replace('-', ' ').capitalize()}"
    return f"write {key}:"


def _value_hint(place: "Loc") -> str:
    if "tokens" in place:
        return "write lemma: (any form), word: (that form) or gap: (up to so many words)"
    return "give it one of the three, or take it out"
