"""What is kept: hashes, counts, states and money; never a word of a conversation."""
