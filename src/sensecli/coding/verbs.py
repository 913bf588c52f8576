"""Verb classes, as surface forms: the small model's lemmas are too often wrong to be matched."""

from collections.abc import Mapping
from functools import cache

from sensecli.coding.inflection import inflected
from sensecli.coding.rulebook import read_table


@cache
def verbs(name: str) -> frozenset[str]:
    """Every inflected form of the verbs of a class: saying, stative, committing."""
    return frozenset(form for verb in _written()[name]["verbs"] for form in inflected(verb))


@cache
def _written() -> Mapping[str, Mapping[str, list[str]]]:
    table: Mapping[str, Mapping[str, list[str]]] = read_table("verbs")
    return table
