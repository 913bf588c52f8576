"""What a script that imports the package can rely on."""

import subprocess
import sys

import pytest

import sensecli
from sensecli import model

HEAVY = ("spacy", "pydantic", "yaml", "typer", "rich")


def imported_by(statement: str) -> set[str]:
    """The top-level modules that a statement leaves imported in a fresh interpreter."""
    program = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ran.stdout.split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert imported_by("import sensecli").isdisjoint(HEAVY)


def test_importing_the_model_imports_nothing_that_reads_parses_or_shows() -> None:
    assert imported_by("import sensecli.model").isdisjoint({"spacy", "typer", "rich", "yaml"})


def test_importing_the_pipeline_does_not_import_spacy() -> None:
    assert "spacy" not in imported_by("import sensecli.pipeline")


@pytest.mark.parametrize(
    "name",
    [
        *("analyse", "analyse_table", "load_project", "load_codebook"),
        *("commitments", "compare", "crosscheck", "Sources"),
    ],
)
def test_the_api_has_its_functions(name: str) -> None:
    assert name in sensecli.__all__
    assert callable(getattr(sensecli, name))


@pytest.mark.parametrize("name", model.__all__)
def test_the_api_has_every_type_of_the_model(name: str) -> None:
    assert getattr(sensecli, name) is getattr(model, name)


def test_an_unknown_name_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="'nope'"):
        _ = sensecli.nope
