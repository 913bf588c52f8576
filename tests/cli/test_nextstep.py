"""The command to type next."""

import shlex
import sys
from pathlib import Path

import pytest

from sensecli.cli.nextstep import command, next_step
from sensecli.cli.running import Asked
from tests.cli.analyses import an_analysis
from tests.cli.conftest import Given, Sense

NAMED = an_analysis(names=[("Mary Stone", "[L05]")])


def _next(folder: str, *, codebook: str | None = None, names: bool = False) -> str:
    asked = Asked(Path(folder), codebook=codebook, names=names)
    return next_step(NAMED, "people", asked)


def test_a_path_without_a_name_is_as_it_was_typed() -> None:
    assert _next("study") == "sense why study people"


def test_a_path_that_masking_would_change_is_a_word_to_replace() -> None:
    assert _next("mary-stone") == "sense why FOLDER people"


def test_a_path_with_a_name_is_shown_with_names() -> None:
    assert _next("mary-stone", names=True) == "sense why mary-stone people --names"


def test_a_path_that_cannot_be_shown_is_a_word_to_replace() -> None:
    assert _next("a\x1bb") == "sense why FOLDER people"


def test_the_codebook_that_was_named_is_named_again() -> None:
    assert _next("study", codebook="weick") == "sense why study people -c weick"


def test_a_path_like_an_option_is_no_option() -> None:
    assert _next("-study") == "sense why ./-study people"


@pytest.mark.skipif(sys.platform == "win32", reason="words are quoted in another way")
@pytest.mark.parametrize("word", ["my study", "it's", "$HOME", "a;b"])
def test_a_shell_takes_each_word_as_one(word: str) -> None:
    assert shlex.split(command("why", word)) == ["sense", "why", word]


def test_a_report_ends_with_what_was_asked(sense: Sense, given: Given) -> None:
    given(an_analysis())
    last = sense("analyse", "study", "-c", "weick", "--leader", "R").stdout.splitlines()[-1]
    assert last == "Next: sense why study people -c weick --leader R"
