"""Labels -> ids."""

import re
import unicodedata


def slug(label: str) -> str:
    """The id that a label suggests: "Role of People" -> "role-of-people"; "" where none can be."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain.replace("'", "")).strip("-_")
