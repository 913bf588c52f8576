"""What made an output: tool, codebook and hashes."""

from sensecli.model import Analysis, Codebook, Engine


def provenance(analysis: Analysis) -> dict[str, str]:
    """Each fact by its name; `encoder_hash` is empty where cues and rules alone decided."""
    return made_with(analysis.engine, analysis.codebook)


def made_with(engine: Engine, codebook: Codebook) -> dict[str, str]:
    """The same, before there is an analysis."""
    return {
        "tool": engine.tool,
        "codebook": codebook.id,
        "codebook_label": codebook.label,
        "codebook_version": codebook.version,
        "codebook_hash": engine.codebook_hash,
        "model": engine.model,
        "model_hash": engine.model_hash,
        "encoder_hash": engine.encoder_hash,
    }
