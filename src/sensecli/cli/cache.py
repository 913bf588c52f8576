"""Where the user's own cache lies."""

from pathlib import Path

from platformdirs import user_cache_path


def cache_folder() -> Path:
    """The folder for what can be made again, where the system keeps such things."""
    return user_cache_path("sense", appauthor=False)
