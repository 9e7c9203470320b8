"""Receiving, keeping, sending: all that knows the wire of the Bot API."""
