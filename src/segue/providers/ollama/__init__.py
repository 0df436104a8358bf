"""Ollama by its own API, which tells what its OpenAI-compatible one leaves out: contexts, memory, downloads."""
