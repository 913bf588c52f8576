"""What many tests measure with: the shipped sample, analysed once, and the real texts."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from sensecli import analyse
from sensecli.model import Analysis

REPOSITORY = Path(__file__).resolve().parent.parent

# A busy machine is no failure.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a test's run would keep for the next one is kept out of the user's own cache."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """The folder of the sample interviews."""
    return REPOSITORY / "interviews" / "msk-programme"


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Analysis:
    """The sample's analysis: computed once in each worker, and frozen, so that it can be shared."""
    found = analyse(sample_folder, codebook="msk-programme")
    assert isinstance(found, Analysis)
    return found


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and gold codings; a test that needs it is skipped without it."""
    folder = Path(os.environ.get("SENSE_SHARED") or REPOSITORY.parent / "shared")
    if not folder.is_dir():
        pytest.skip("the real texts do not lie beside the project")
    return folder.resolve()
