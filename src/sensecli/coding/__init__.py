"""Segments + Codebook -> Codings: which code, whose view, what stance, which rung, who acts."""
