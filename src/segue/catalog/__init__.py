"""What exists and what is known of it: the registry of models, prices, and evidence from real calls."""
