"""REFI-QDA projects (.qdpx) and codebooks (.qdc), ours and those of other programs."""

from sensecli.loading.refi.read import Read, ReadCoding, read_qdc, read_qdpx

__all__ = ["Read", "ReadCoding", "read_qdc", "read_qdpx"]
