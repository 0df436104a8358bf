"""Intent: what the operator wants, validated before anything runs."""
