"""OpenRouter: one address in front of many hosts, with its list of models, its routing and its limits."""
