"""YAML -> Codebook, with every problem and its line; and new codebooks from sheets."""
