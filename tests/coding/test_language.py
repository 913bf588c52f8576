"""The English model: found without loading anything, and parsing in order."""

import subprocess
import sys
from pathlib import Path

import pytest

from sensecli.coding import language
from sensecli.coding.language import PACKAGES, ModelMissingError, find_model, parse


def test_the_model_is_found_by_itself() -> None:
    model = find_model()
    assert model.name in PACKAGES
    assert model.version.startswith("3.8.")
    assert (model.folder / "config.cfg").is_file()


def test_a_model_is_found_by_its_package_or_its_folder() -> None:
    model = find_model()
    by_name, by_folder = find_model(model.name), find_model(str(model.folder))
    assert by_name == model
    assert (by_folder.folder, by_folder.version, by_folder.hash) == (
        model.folder,
        model.version,
        model.hash,
    )


def test_the_hash_of_a_model_is_the_same_each_time_and_hexadecimal() -> None:
    first, second = find_model().hash, find_model().hash
    assert first == second
    assert len(bytes.fromhex(first)) == 8


@pytest.mark.parametrize("wanted", ["nope", "no/such/folder", "json", "not a name", "1.2"])
def test_a_model_that_is_not_there_is_missing_by_name(wanted: str) -> None:
    with pytest.raises(ModelMissingError, match=wanted):
        find_model(wanted)


def test_a_folder_that_is_no_model_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError):
        find_model(str(tmp_path))


def test_without_any_package_the_message_says_which_were_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(language, "PACKAGES", ("nope_sm", "nope_lg"))
    with pytest.raises(ModelMissingError, match="nope_sm, nope_lg"):
        find_model()


def test_another_version_is_not_taken_unless_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.cfg").write_text("", "utf-8")
    (tmp_path / "meta.json").write_text('{"version": "2.0.0"}', "utf-8")
    monkeypatch.setattr(language, "PACKAGES", (str(tmp_path),))
    assert find_model(str(tmp_path)).version == "2.0.0"
    with pytest.raises(ModelMissingError):
        find_model()


def test_finding_a_model_does_not_import_spacy() -> None:
    program = (
        "from sensecli.coding.language import find_model\nfind_model()\n"
        "import sys\nsys.exit('spacy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=False, timeout=60)
    assert ran.returncode == 0


def test_texts_are_parsed_in_order_and_unchanged() -> None:
    texts = ["We need a clinic.", "", "Nobody came!", "We need a clinic."] * 40
    assert [doc.text for doc in parse(texts, model=find_model())] == texts


def test_a_parse_knows_subjects_and_times() -> None:
    (doc,) = parse(["We opened a clinic."], model=find_model())
    assert [(token.dep, token.tag) for token in doc][:2] == [("nsubj", "PRP"), ("ROOT", "VBD")]


def test_no_texts_give_no_parses() -> None:
    assert list(parse([], model=find_model())) == []
