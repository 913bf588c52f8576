"""Tests of files of codings made elsewhere."""
