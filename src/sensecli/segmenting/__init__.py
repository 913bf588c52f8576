"""Interview -> turns -> Segments: what is one sentence, and who says it."""

from sensecli.segmenting.segment import Segmented, segment_interview

__all__ = ["Segmented", "segment_interview"]
