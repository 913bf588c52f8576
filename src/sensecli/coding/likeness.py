"""The trained part of the coder: how like a code's written examples each passage is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sensecli.coding.encoder import EncoderName, Facet, encode
from sensecli.coding.evidence import Joining, Passages, likelihood, read_joining
from sensecli.coding.head import Head, Space, log_odds, make_head
from sensecli.coding.vectors import vectors_of
from sensecli.model import Codebook, Example, Segment, Speaker

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# With fewer examples a code the encoder is no better than its word on propositions, and cues count
# for more: the codebook is read as one without.
_FEW = 10
# So many words of what was said before are read with a passage, to find what it is about.
_LEAD = 30
# So many of the passage before, with one that leans on it, to find how it is said.
_BEFORE = 45
_SHORT = 7
_POINTS_BACK = frozenset(
    "it that they this those these he she none nothing nobody not which same so and but mine ours "
    "one some two".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """One codebook's head, how its evidence is joined, and its examples with their vectors."""

    encoder: EncoderName
    head: Head
    joining: Joining
    texts: Mapping[str, tuple[str, ...]]
    vectors: "Mapping[str, NDArray[np.float32]]"


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """The likelihood of each code in each passage (passages x codes), and the passages' vectors."""

    codes: tuple[str, ...]
    likelihood: "NDArray[np.float32]"
    vectors: "NDArray[np.float32]"


def make_likeness(
    codebook: Codebook,
    examples: Sequence[Example],
    *,
    encoder: EncoderName,
    store: Path | None = None,
) -> Likeness:
    """The trained part for one codebook; `store` keeps the vectors of its examples.

    Raises EncoderMissingError where the encoder cannot be loaded, also where nothing is to encode.
    """
    encode((), encoder=encoder)
    codes = codebook.leaves
    propositions = [f"{code.label}: {code.proposition}" for code in codes]
    texts = [*propositions, *(example.passage for example in examples)]
    found = vectors_of(texts, encoder=encoder, store=store)
    stated, shown = found[: len(codes)], found[len(codes) :]
    labels = [example.code for example in examples]
    places = {
        code.id: [at for at, label in enumerate(labels) if label == code.id] for code in codes
    }
    enough = sum(map(len, places.values())) >= _FEW * len(codes)
    return Likeness(
        encoder=encoder,
        head=make_head(
            {code.id: row for code, row in zip(codes, stated, strict=True)},
            labels,
            shown,
            space=read_space(encoder.folder / "space.npz"),
        ),
        joining=read_joining(
            encoder.folder / "joining.json", "with examples" if enough else "without examples"
        ),
        texts={code: tuple(examples[at].text for at in own) for code, own in places.items()},
        vectors={code: shown[own] for code, own in places.items()},
    )


def read_space(file: Path) -> Space:
    """What all codebooks share."""
    import numpy as np

    with np.load(file, allow_pickle=False) as held:
        return Space(held["precision"], held["nothing"])


def likely(
    likeness: Likeness, segments: Sequence[Segment], cued: Sequence[Mapping[str, int]]
) -> Likely:
    """How likely each code is in each segment of one interview.

    `cued` counts, for each segment, the stretches that call for each code.
    """
    seen, vectors = see(likeness, segments, cued)
    return Likely(likeness.head.codes, likelihood(seen, likeness.joining), vectors)


def see(
    likeness: Likeness, segments: Sequence[Segment], cued: Sequence[Mapping[str, int]]
) -> "tuple[Passages, NDArray[np.float32]]":
    """The evidence for each code in each segment, and the segments' vectors."""
    import numpy as np

    texts = [segment.text for segment in segments]
    asks = np.array([segment.speaker is Speaker.INTERVIEWER for segment in segments], dtype=bool)
    vectors = encode([*texts, *led_into(texts)], encoder=likeness.encoder)
    own = vectors[: len(texts)]
    alone, joined = np.split(log_odds(likeness.head, vectors), 2)
    codes = likeness.head.codes
    counts = np.array([[found.get(code, 0) for code in codes] for found in cued], dtype=np.float32)
    words = np.array([len(text.split()) for text in texts], dtype=np.float32)
    seen = Passages(alone[:, :-1], alone[:, -1], joined[:, :-1], counts, asks, np.log1p(words))
    return seen, own


def led_into(texts: Sequence[str]) -> list[str]:
    """Each passage behind the words before it, which may say what it is about."""
    before: list[str] = []
    led = []
    for text in texts:
        led.append(" ".join([*before, text]))
        before = [*before, *text.split()][-_LEAD:]
    return led


def leans_back(text: str) -> bool:
    """Whether a passage may mean what the one before it was about ("Not here.", "They tried.")."""
    words = text.split()
    return len(words) <= _SHORT or words[0].strip("\"'“‘-").lower() in _POINTS_BACK


def in_context(before: str, text: str) -> str:
    """A passage with the end of the one before it.

    The encoder reads so many words and no more: those of the passage itself must not be lost.
    """
    return " ".join([*before.split()[-_BEFORE:], text])


def manner_of(
    likeness: Likeness, segments: Sequence[Segment], places: Sequence[int]
) -> "dict[int, tuple[NDArray[np.float32], NDArray[np.float32]]]":
    """How the passages at `places` are said: the manner of each, alone and with the one before.

    The second is the first again where the passage does not lean on the one before it.
    """
    texts = [segment.text for segment in segments]
    leaning = [at for at in places if at > 0 and leans_back(texts[at])]
    wanted = [texts[at] for at in places] + [in_context(texts[at - 1], texts[at]) for at in leaning]
    vectors = encode(wanted, encoder=likeness.encoder, facet=Facet.MANNER)
    joined = dict(zip(leaning, vectors[len(places) :], strict=True))
    return {
        at: (own, joined.get(at, own))
        for at, own in zip(places, vectors[: len(places)], strict=True)
    }


def nearest(likeness: Likeness, code: str, vector: "NDArray[np.float32]") -> str:
    """The example of a code that is most like a passage (by cosine); "" where it has none."""
    rows = likeness.vectors[code]
    return likeness.texts[code][int((rows @ vector).argmax())] if len(rows) else ""
