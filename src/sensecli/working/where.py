"""Where work is done, and why a cluster cannot do it."""

from dataclasses import dataclass

LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Where:
    """In how many processes of this machine, or on which cluster.

    `cluster` is LOCAL, or the address of a scheduler of Dask's such as `tcp://host:8786` or
    `tls://host:8786`; where there is one, `jobs` says nothing. One job is this process itself;
    none is as many as pay, which whoever knows the size of the work has to say (`fitting_jobs`).
    """

    jobs: int = 1
    cluster: str = ""


class ClusterError(Exception):
    """The cluster cannot do the work: what is wrong, and what the user can do."""

    def __init__(self, message: str, hint: str) -> None:
        """`message` and `hint` are those of a Problem."""
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """What is wrong, then what to do."""
        return f"{self.message}. Hint: {self.hint}"
