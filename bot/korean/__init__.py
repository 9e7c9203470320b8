"""Reading what Koreans type: pure functions from text to a value, or to why there is none."""
