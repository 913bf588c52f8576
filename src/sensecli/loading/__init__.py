"""Files -> interviews, YAML -> codebook: what a user wrote, as values and problems."""
