"""Anthropic: its Messages API in its own words, with tools, thinking, its list of models and its errors."""
