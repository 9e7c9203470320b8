"""Particles that fit the word they follow."""

_PAIRS = {
    "이": ("이", "가"), "가": ("이", "가"), "을": ("을", "를"), "를": ("을", "를"), "은": ("은", "는"),
    "는": ("은", "는"), "과": ("과", "와"), "와": ("과", "와"), "으로": ("으로", "로"), "로": ("으로", "로"),
    "이나": ("이나", "나"), "이에요": ("이에요", "예요"), "예요": ("이에요", "예요"), "아": ("아", "야"),
}  # fmt: skip
_RIEUL = 8
# The last sound of a digit's or a letter's Korean name: 영 일 이 삼 …, 에이 비 씨 … 엘 엠 엔 … 알.
_FINAL_SOUNDS = dict(zip("0123456789", (21, 8, 0, 16, 0, 0, 1, 8, 8, 0), strict=True)) | {
    "l": 8,
    "m": 16,
    "n": 4,
    "r": 8,
}
# A number that ends in noughts is read by its unit: 십, 백, 천, 만, 만 …, 억.
_ROUND = {1: 17, 2: 1, 3: 4, 4: 4, 5: 4, 6: 4, 7: 4, 8: 1}
_CLOSING = " )]}\"'”’」』>.!?~,"


def _final_sound(word: str) -> int | None:
    last = word[-1:]
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28
    if last.isascii() and last.isdigit():
        digits = word[len(word.rstrip("0123456789")) :]
        noughts = len(digits) - len(digits.rstrip("0"))
        return _ROUND.get(noughts) if 0 < noughts < len(digits) else _FINAL_SOUNDS[last]
    if last.isascii() and last.isalpha():
        return _FINAL_SOUNDS.get(last.lower(), 0)
    return None


def particle(word: str, kind: str) -> str:
    """The form of a particle behind a word: ("빛나", "이") → "가"; "이(가)" where the sound is unknown."""
    with_final, without = _PAIRS[kind]
    sound = _final_sound(word.rstrip(_CLOSING))
    if sound is None:
        return f"({with_final[0]}){without}" if kind in ("으로", "로") else f"{with_final}({without})"
    if with_final == "으로" and sound == _RIEUL:
        return without
    return with_final if sound else without


def with_particle(word: str, kind: str) -> str:
    """The word and the particle that fits: ("서울", "으로") → "서울로"."""
    return word + particle(word, kind)
