"""Every rule of the coder holds to its own reason."""

import pytest

from sensecli.coding.rulebook import Rule, Rulebook, read_rules, word_classes
from sensecli.model import Status

TABLES = (
    *("status", "stance", "holder", "answers", "questions", "valuing"),
    *("minuted", "promised"),
)
RULES = [(table, rule) for table in TABLES for rule in read_rules(table)]
NAMES = [f"{table}/{rule.id}" for table, rule in RULES]


def found(rule: Rule, text: str) -> bool:
    return bool(Rulebook([rule], word_classes()).signs(text))


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=NAMES)
def test_a_rule_matches_what_it_must(rule: Rule) -> None:
    assert [text for text in rule.match if not found(rule, text)] == []


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=NAMES)
def test_a_rule_leaves_what_it_must_not_match(rule: Rule) -> None:
    assert [text for text in rule.no_match if found(rule, text)] == []


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=NAMES)
def test_a_rule_has_a_reason_and_examples_both_ways(rule: Rule) -> None:
    assert rule.reason
    assert rule.match
    assert rule.no_match


def test_rule_ids_are_unique_over_all_tables() -> None:
    ids = [rule.id for _, rule in RULES]
    assert len(ids) == len(set(ids))


def test_every_rung_has_a_rule() -> None:
    said = {rule.says for table, rule in RULES if table == "status"}
    assert said == {status.value for status in Status} - {"none"}


def test_the_first_rule_of_a_table_that_matches_is_the_one_asked_for() -> None:
    rules = [rule for table, rule in RULES if table == "answers"]
    sign = Rulebook(rules, word_classes()).first("Yes, entirely.")
    assert sign is not None
    assert sign.rule == "assent"
