"""This computer: what it has, what fits, and the weights that are kept on it."""
