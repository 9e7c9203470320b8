"""Answering free questions from what the center itself has written down."""
