"""The same work in one process, on all cores of a machine, or on a cluster of machines.

Nothing here knows what the work is.
"""

from sensecli.working.fitting import fitting_jobs, usable_cores
from sensecli.working.starting import threads
from sensecli.working.where import ClusterError, Where
from sensecli.working.work import work

__all__ = ["ClusterError", "Where", "fitting_jobs", "threads", "usable_cores", "work"]
