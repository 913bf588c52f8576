"""What interviews are coded with: nothing is made before a passage asks for it."""

import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from unittest.mock import patch

import pytest

from sensecli.coding import cues
from sensecli.coding.coder import code
from sensecli.coding.cues import CueMatcher
from sensecli.coding.encoder import EncoderMissingError, EncoderName, find_encoder
from sensecli.coding.tools import Tools
from sensecli.disk.store import NAME
from tests.coding.kept import BOOK, NOTES, by_rules, cases, model


def test_nothing_is_made_before_it_is_asked_for() -> None:
    never = EncoderName(Path("there is none"), "0" * 64)
    with patch.object(cues, "CueMatcher", lambda _: pytest.fail("made")):
        made = Tools(BOOK, model(), encoder=never, folder=Path("there is no folder either"))
    assert set(vars(made)) == set(Tools.__dataclass_fields__)


def test_each_part_is_made_once() -> None:
    made = by_rules()
    assert made.matcher is made.matcher
    assert made.store is made.store
    assert made.matcher_of(["clinic", "money"]) is made.matcher_of(["money", "clinic", "money"])
    assert made.matcher_of(["clinic"]) is not made.matcher_of(["money"])


def test_a_matcher_of_some_codes_finds_them_alone() -> None:
    text, made = "The clinic has the money of May.", by_rules()
    hits = made.matcher(text)
    assert {one.code for one in hits} == {"clinic", "money", "dates"}
    for wanted in ({"clinic"}, {"money", "dates"}, set()):
        assert made.matcher_of(wanted)(text) == tuple(one for one in hits if one.code in wanted)


def test_without_an_encoder_there_is_no_likeness() -> None:
    assert by_rules().likeness is None


def test_an_encoder_that_is_not_there_is_told_when_it_is_needed(tmp_path: Path) -> None:
    never = replace(by_rules(), encoder=EncoderName(tmp_path / "none", "0" * 64))
    with pytest.raises(EncoderMissingError):
        code(cases(*NOTES), never)


def test_tools_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        by_rules().least = 0.5  # type: ignore[misc]


def test_a_copy_with_another_codebook_has_parts_of_its_own() -> None:
    made = by_rules()
    assert made.matcher("A clinic.")
    other = replace(made, codebook=BOOK.model_copy(update={"codes": BOOK.codes[1:]}))
    assert other.matcher("A clinic.") == ()


def test_tools_are_sent_as_what_they_are_made_of(tmp_path: Path) -> None:
    made = by_rules(tmp_path)
    first = code(cases(*NOTES), made)
    assert (tmp_path / NAME).is_file()
    assert isinstance(made.matcher, CueMatcher)
    sent = pickle.loads(pickle.dumps(made))  # noqa: S301  (written in the same line)
    assert sent == made
    assert set(vars(sent)) == set(Tools.__dataclass_fields__)
    assert code(cases(*NOTES), sent) == first


def test_another_process_codes_the_same(tmp_path: Path) -> None:
    made = replace(by_rules(), encoder=find_encoder(), least=0.0)
    (tmp_path / "sent").write_bytes(pickle.dumps((made, cases(*NOTES))))
    program = (
        "import pickle, sys\nfrom sensecli.coding.coder import code\n"
        "tools, cases = pickle.load(open(sys.argv[1], 'rb'))\n"
        "sys.stdout.buffer.write(pickle.dumps(code(cases, tools)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "sent"],
        capture_output=True,
        check=True,
        timeout=120,
    )
    expected = code(cases(*NOTES), made)
    assert sum(map(len, expected)) > 5
    assert pickle.loads(ran.stdout) == expected  # noqa: S301  (written by this test)
