"""What interviews are coded with, each part made when a passage first asks for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sensecli.coding.cues import CueMatcher
from sensecli.coding.encoder import EncoderName
from sensecli.coding.language import ModelName
from sensecli.coding.likeness import Likeness, make_likeness
from sensecli.disk.store import Store
from sensecli.model import Codebook, Example


@dataclass(frozen=True)
class Tools:
    """A codebook with its examples, an English model, and the trained part if any.

    `least` is the likelihood from which a code is taken, the trained one where it is None. What is
    worked out is kept in `folder` from run to run, if one is given. It is sent to other processes
    as what it is made of; each makes its own parts.
    """

    codebook: Codebook
    model: ModelName
    examples: tuple[Example, ...] = ()
    encoder: EncoderName | None = None
    least: float | None = None
    folder: Path | None = None

    @cached_property
    def matcher(self) -> CueMatcher:
        """Finds the cues of every code."""
        return CueMatcher(self.codebook.leaves)

    def matcher_of(self, codes: Iterable[str]) -> CueMatcher:
        """Finds the cues of these codes alone."""
        wanted = frozenset(codes)
        made = self._matchers
        if wanted not in made:
            made[wanted] = CueMatcher([one for one in self.codebook.leaves if one.id in wanted])
        return made[wanted]

    @cached_property
    def likeness(self) -> Likeness | None:
        """What tells how like the examples of each code a passage is; None without an encoder.

        Raises EncoderMissingError where the encoder cannot be loaded.
        """
        if self.encoder is None:
            return None
        return make_likeness(self.codebook, self.examples, encoder=self.encoder, store=self.folder)

    @cached_property
    def store(self) -> Store:
        """Where what was worked out is kept."""
        return Store(self.folder)

    @cached_property
    def _matchers(self) -> dict[frozenset[str], CueMatcher]:
        return {}

    def __getstate__(self) -> dict[str, object]:
        """What it is made of."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}
