"""Interview -> turns -> Segments: what is one sentence, and who says it."""

from sensecli.segmenting.labels import names_a_person
from sensecli.segmenting.roles import role_places
from sensecli.segmenting.segment import Segmented, segment_interview
from sensecli.segmenting.speakers import same_person

__all__ = ["Segmented", "names_a_person", "role_places", "same_person", "segment_interview"]
