"""Codings made elsewhere: one file for each layout, all giving the same rows."""

from sensecli.loading.coded.codemap import ReadCodes, read_codes
from sensecli.loading.coded.read import ReadCoded, read_coded

__all__ = ["ReadCoded", "ReadCodes", "read_coded", "read_codes"]
