"""The rules themselves, one module a language: rows of data, written for Segue, reviewed by no clinician yet."""
