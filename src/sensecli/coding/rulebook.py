"""Rule tables: linguistic rules as data, each with its reason and examples."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import re2
import yaml

from sensecli.coding.folding import fold

_OPTIONS = re2.Options()
_OPTIONS.case_sensitive = False
_OPTIONS.max_mem = 1 << 25
_OPTIONS.log_errors = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One linguistic rule: where `pattern` matches, and `unless` does not overlap it, it `says`.

    `kinds` and `holders` limit it to codes of those kinds and views of those holders (empty: all);
    `subject: doer` asks that whoever does it
    be somebody who can. `match` and `no_match` are the
    examples that hold it to its reason.
    """

    id: str
    says: str
    reason: str
    pattern: str
    unless: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A rule's match in a text: half-open span and what it says."""

    rule: str
    says: str
    start: int
    end: int
    kinds: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    subject: str = ""


class Rulebook:
    """One table of rules, ready to be searched for."""

    def __init__(self, rules: Iterable[Rule], classes: Mapping[str, str]) -> None:
        """Compile every rule; ValueError on a bad pattern or unknown class (a bug of ours)."""
        self.rules = tuple(rules)
        self._set = re2.Set.SearchSet(_OPTIONS)
        self._compiled = []
        for rule in self.rules:
            pattern = _expand(rule.pattern, classes)
            self._set.Add(pattern)
            unless = re2.compile(_expand(rule.unless, classes), _OPTIONS) if rule.unless else None
            self._compiled.append((rule, re2.compile(pattern, _OPTIONS), unless))
        self._set.Compile()

    def signs(self, text: str) -> tuple[Sign, ...]:
        """Every match of every rule in `text`, in order of place."""
        said = fold(text)
        found = [sign for index in self._set.Match(said) or () for sign in self._of(index, said)]
        return tuple(sorted(found, key=lambda sign: (sign.start, sign.end, sign.rule)))

    def first(self, text: str) -> Sign | None:
        """The match of the earliest rule in the table, if any."""
        said = fold(text)
        for index in sorted(self._set.Match(said) or ()):
            for sign in self._of(index, said):
                return sign
        return None

    def _of(self, index: int, said: str) -> list[Sign]:
        rule, pattern, unless = self._compiled[index]
        barred = [m.span() for m in unless.finditer(said)] if unless else []
        return [
            Sign(rule.id, rule.says, m.start(), m.end(), rule.kinds, rule.holders, rule.subject)
            for m in pattern.finditer(said)
            if m.end() > m.start()
            and not any(low < m.end() and m.start() < high for low, high in barred)
        ]


@cache
def rulebook(table: str) -> Rulebook:
    """The shipped table of that name: status, stance, holder, answers, questions."""
    return Rulebook(read_rules(table), word_classes())


@cache
def word_classes() -> Mapping[str, str]:
    """The word classes that patterns share."""
    written: dict[str, str | list[str]] = read_table("classes")
    return {name: _any(said) if isinstance(said, list) else said for name, said in written.items()}


def read_rules(table: str) -> tuple[Rule, ...]:
    """The rules of a shipped table, in the order written."""
    return tuple(
        Rule(
            id=raw["id"],
            says=raw["says"],
            reason=raw["reason"],
            pattern=_any(raw["pattern"]) if "pattern" in raw else rf"\b{_any(raw['words'])}\b",
            unless=_any(raw["unless"]) if "unless" in raw else "",
            match=tuple(raw["match"]),
            no_match=tuple(raw["no_match"]),
            kinds=tuple(raw.get("kinds", ())),
            holders=tuple(raw.get("holders", ())),
            subject=raw.get("subject", ""),
        )
        for raw in read_table(table)
    )


def read_table(name: str) -> Any:  # noqa: ANN401  (each table has a shape of its own)
    """A shipped table as plain values."""
    source = resources.files("sensecli.coding.rules").joinpath(f"{name}.yaml").read_text("utf-8")
    # The C library, where there is one, reads all tables in a twentieth of the time.
    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


def _any(alternatives: list[str]) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _expand(pattern: str, classes: Mapping[str, str]) -> str:
    # Later classes may use earlier ones.
    for name, alternatives in reversed(list(classes.items())):
        pattern = pattern.replace("{" + name + "}", alternatives)
    return pattern
