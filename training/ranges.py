"""Fix the range of every activation of a quantised encoder, in place of one measured as it runs.

    python training/ranges.py FOLDER

A range that is measured as it runs is that of the whole batch, so that a passage's vector hangs on
what happens to be read beside it: by a cosine of .94 at worst. With fixed ranges a passage has one
vector, whatever it is read with, which can be kept. They are those of the examples written for the
codebooks. `encoder.py` does this to what it writes.
"""

import csv
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

CODEBOOKS = Path(__file__).parent.parent / "codebooks"
_MEASURED = "DynamicQuantizeLinear"
_TEXTS = 1000
_LONGEST = 96
_STEPS = 255

Ranges = Mapping[str, tuple[float, float]]


def main() -> None:
    """Fix those of the encoder in a folder."""
    fix_ranges(Path(sys.argv[1]))


def fix_ranges(folder: Path) -> None:
    """Write `encoder.onnx` anew with fixed ranges."""
    file = folder / "encoder.onnx"
    texts = [row["text"] for row in _examples()]
    random.Random(1).shuffle(texts)  # noqa: S311 - no secret
    ranges = measured(file, folder / "tokenizer.json", texts[:_TEXTS])
    onnx.save(fixed(onnx.load(file), ranges), file)


def measured(model: Path, tokenizer: Path, texts: Sequence[str]) -> Ranges:
    """The least and the greatest value of each activation over all texts, read one by one."""
    graph = onnx.load(model)
    names = [node.input[0] for node in graph.graph.node if node.op_type == _MEASURED]
    for name in names:
        graph.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    reader = Tokenizer.from_file(str(tokenizer))
    reader.no_padding()
    reader.enable_truncation(_LONGEST)
    found = np.zeros((len(names), 2))
    for text in texts:
        ids = np.array([reader.encode(text).ids])
        values = session.run(names, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        found[:, 0] = np.minimum(found[:, 0], [value.min() for value in values])
        found[:, 1] = np.maximum(found[:, 1], [value.max() for value in values])
    return {name: (low, high) for name, (low, high) in zip(names, found, strict=True)}


def fixed(model: onnx.ModelProto, ranges: Ranges) -> onnx.ModelProto:
    """The model with each measured range in place of measuring it."""
    nodes = []
    for node in model.graph.node:
        if node.op_type != _MEASURED:
            nodes.append(node)
            continue
        low, high = ranges[node.input[0]]
        scale = (high - low) / _STEPS
        quantised, scaled, zero = node.output
        model.graph.initializer.extend(
            [
                numpy_helper.from_array(np.float32(scale), scaled),
                numpy_helper.from_array(np.uint8(round(-low / scale)), zero),
            ]
        )
        nodes.append(helper.make_node("QuantizeLinear", [node.input[0], scaled, zero], [quantised]))
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def _examples() -> list[dict[str, str]]:
    rows = []
    for file in sorted(CODEBOOKS.glob("*.examples.csv")):
        with file.open(newline="", encoding="utf-8") as opened:
            rows += list(csv.DictReader(opened))
    return rows


if __name__ == "__main__":
    main()
