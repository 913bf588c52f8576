"""A programme's action log or plan, in anybody's layout -> actions."""

from sensecli.loading.register.read import ReadRegister, read_register

__all__ = ["ReadRegister", "read_register"]
