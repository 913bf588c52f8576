"""Times as people say them ("by Christmas", "in two weeks") -> the last day that they can mean."""

from sensecli.dating.spoken.last import last_day

__all__ = ["last_day"]
