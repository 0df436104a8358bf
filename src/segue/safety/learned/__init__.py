"""What was trained, for the extra `safety`: the networks that read people and models, and the encoder under them."""
