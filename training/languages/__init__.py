"""The words by which a language is told: lists written by hand, and what is made of them for the request path."""
