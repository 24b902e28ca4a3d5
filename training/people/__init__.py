"""Makes the stores of people and their offices that the vocabulary ships: ``python -m training.people``."""
