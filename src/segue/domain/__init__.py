"""Words: the values that every room speaks. Standard library only, no input or output."""
