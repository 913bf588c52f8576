"""Verb classes, as surface forms: the small model's lemmas are too often wrong to be matched."""

from functools import cache
from importlib import resources

import yaml

from sensecli.coding.inflection import inflected


@cache
def verbs(name: str) -> frozenset[str]:
    """Every inflected form of the verbs of a class: saying, stative, committing."""
    source = resources.files("sensecli.coding.rules").joinpath("verbs.yaml").read_text("utf-8")
    written: list[str] = yaml.safe_load(source)[name]["verbs"]
    return frozenset(form for verb in written for form in inflected(verb))
