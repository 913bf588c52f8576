"""An analysis held against the programme's own records: its plan, its minutes and papers."""

from sensecli.crosschecking.check import Sources, crosscheck
from sensecli.crosschecking.people import names_with
from sensecli.crosschecking.plan import Plan, for_plan, read_plan

__all__ = ["Plan", "Sources", "crosscheck", "for_plan", "names_with", "read_plan"]
