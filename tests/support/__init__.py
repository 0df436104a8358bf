"""Servers that tests talk to; no tests of their own."""
