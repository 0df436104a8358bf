"""Where models answer: one contract, one HTTP client, one file a kind of provider."""
