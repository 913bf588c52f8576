"""What interviews are coded with, each part made when a passage first asks for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.coding.digest import digest, rules_digest
from sensecli.coding.encoder import EncoderName
from sensecli.coding.language import ModelName
from sensecli.disk.store import Store
from sensecli.model import Codebook, Example

if TYPE_CHECKING:
    from sensecli.coding.cues import CueMatcher
    from sensecli.coding.likeness import Likeness


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
    def matcher(self) -> "CueMatcher":
        """Finds the cues of every code."""
        from sensecli.coding.cues import CueMatcher

        return CueMatcher(self.codebook.leaves)

    def matcher_of(self, codes: Iterable[str]) -> "CueMatcher":
        """Finds the cues of these codes alone."""
        from sensecli.coding.cues import CueMatcher

        wanted = frozenset(codes)
        made = self._matchers
        if wanted not in made:
            made[wanted] = CueMatcher([one for one in self.codebook.leaves if one.id in wanted])
        return made[wanted]

    @cached_property
    def likeness(self) -> "Likeness | None":
        """What tells how like the examples of each code a passage is; None without an encoder.

        Raises EncoderMissingError where the encoder cannot be loaded.
        """
        from sensecli.coding.likeness import make_likeness

        if self.encoder is None:
            return None
        return make_likeness(self.codebook, self.examples, encoder=self.encoder, store=self.folder)

    @cached_property
    def prints(self) -> Mapping[str, str]:
        """What tells each code's cues from others: they alone decide where it is found."""
        return {
            code.id: digest(code.id, code.model_dump_json(include={"cues", "exclusions"})).hex()
            for code in self.codebook.leaves
        }

    @cached_property
    def made_by(self) -> bytes:
        """A key for all that codings rest on besides the talk itself."""
        book = [
            (code.id, code.label, code.kind, code.proposition, self.prints[code.id])
            for code in self.codebook.leaves
        ]
        examples = [(one.code, one.passage, one.text) for one in self.examples]
        encoder = (self.encoder.hash, self.least, *examples) if self.encoder else ()
        return digest(rules_digest(), self.model.hash, *book, *encoder)

    @cached_property
    def store(self) -> Store:
        """Where what was worked out is kept."""
        return Store(self.folder)

    @cached_property
    def _matchers(self) -> "dict[frozenset[str], CueMatcher]":
        return {}

    def __getstate__(self) -> dict[str, object]:
        """What it is made of."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}
