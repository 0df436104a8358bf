"""The request path: from a request to a screened answer, with every failure on the way accounted for."""
