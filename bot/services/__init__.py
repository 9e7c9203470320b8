"""Use cases: what we do for people, each inside a unit of work."""
