"""Trains the classifier of risk that ships with Segue: `make train-safety DATA=DIR`. Its model card has the data."""
