"""LM Studio: chat by its OpenAI-compatible API, and its models, memory and downloads by its own."""
