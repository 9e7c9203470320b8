"""Lists of words as patterns: how the readers' vocabularies are written down."""

import re


def any_of(*lists: str) -> str:
    """A pattern of any word of the lists, the longest first; `_` in a word is a space that may be missing."""
    words = {word for words in lists for word in words.split()}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("_", r"\s*") for word in longest_first) + ")"
