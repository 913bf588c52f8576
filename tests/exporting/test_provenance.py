"""What made an output."""

from sensecli.exporting.provenance import provenance
from tests.exporting.made import a_small_analysis


def test_tool_codebook_and_models_are_named_with_their_hashes() -> None:
    assert provenance(a_small_analysis()) == {
        "tool": "sense 0.1.0",
        "codebook": "tiny",
        "codebook_label": "A tiny codebook",
        "codebook_version": "1",
        "codebook_hash": "c0de",
        "model": "en_tiny 1",
        "model_hash": "m0de1",
        "encoder_hash": "",
    }
