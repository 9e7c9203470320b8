"""Dialogues as scripts, and the player that performs them."""
