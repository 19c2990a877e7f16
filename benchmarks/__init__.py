"""Measurements that are run by hand: README.md."""
