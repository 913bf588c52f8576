"""REFI-QDA: an analysis as a project (.qdpx) or a codebook (.qdc) that other QDA programs open."""

from sensecli.exporting.refi.codes import codebook_qdc
from sensecli.exporting.refi.project import project_qdpx

__all__ = ["codebook_qdc", "project_qdpx"]
