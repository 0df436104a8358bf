"""Trains the classifier of models' answers; no part of what is installed."""
