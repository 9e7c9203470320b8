"""What a dialogue's button carries: which dialogue, at which step, which answer; at most 64 bytes."""

import re
from dataclasses import dataclass

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PATTERN = re.compile(r"([0-9a-z]+)\.([0-9a-z]+):([a-z_]*):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Press:
    """A button of a dialogue's card. Without a question the value is a repair such as "back"."""

    dialogue_id: int
    version: int
    question: str
    value: str

    def data(self) -> str:
        """As the button carries it."""
        return f"{_short(self.dialogue_id)}.{_short(self.version)}:{self.question}:{self.value}"


def read_press(data: str) -> Press | None:
    """What the button meant, or None where it is not a dialogue's button."""
    match = PATTERN.fullmatch(data)
    if match is None:
        return None
    return Press(int(match[1], 36), int(match[2], 36), match[3], match[4])


def _short(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits
