"""What a sentence is made of, for learning what it wants: one spelling, its letters, its ideas."""

import re

from bot.assistant.ideas import ideas
from bot.korean.keys import as_english, as_hangul, composed
from bot.korean.plain import plain

# Of a long story the beginning says who speaks, the end says what is wanted.
LONGEST_BEGINNING = 150
LONGEST_END = 250
TAIL = 9

_LATIN = re.compile(r"[A-Za-z]")
_SYLLABLE = re.compile(r"[가-힣]")
_LOOSE = re.compile(r"[ㄱ-ㅎㅏ-ㅣ]")
_SIGNS = re.compile(
    r"[^0-9a-z가-힣ㄱ-ㅣ\u00c0-\u1eff\u0400-\u04ff\u3040-\u9fff\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff]+"
)
_DIGITS = re.compile(r"\d+")
_TAKEN_BACK = re.compile(
    r"(?:(?<!\S)[^\s,.!?]{1,9}\s)?[^\s,.!?]{1,9}?(?:하는|하려는|하자는|할)?\s?(?:게|건|거|것[이은]?)?\s?"
    r"(?:(?<![네요다])(?:말고요?|아니고요?|아니라|아니구)|려다가?|[은는]\s?(?:됐고요?|필요\s?없고|그대로\s?두고|끝났고|안\s?된대요?))"
    r"[\s,]+(?=\S)"
)
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
# Vowels that sound the same are one letter here, doubled consonants too: that is how they are mistyped.
_VOWELS = "ㅏㅐㅑㅐㅓㅐㅕㅐㅗㅘㅙㅙㅛㅜㅝㅙㅟㅠㅡㅣㅣ"
_FINALS = " ㄱㄱㄱㄴㄴㄴㄷㄹㄹㄹㄹㄹㄹㄹㄹㅁㅂㅂㅅㅅㅇㅅㅅㄱㅅㅂㅎ"


def tidy(text: str) -> str:
    """The text as it was meant: the right layout, put together, without ornaments."""
    if len(text) > LONGEST_BEGINNING + LONGEST_END:
        text = f"{text[:LONGEST_BEGINNING]} {text[-LONGEST_END:]}"
    return plain(_meant(text))


def _meant(text: str) -> str:
    syllables, latin = len(_SYLLABLE.findall(text)), len(_LATIN.findall(text))
    loose = len(_LOOSE.findall(text))
    if latin > 2 * syllables:
        korean = as_hangul(text)
        if len(_SYLLABLE.findall(korean)) > 1 and not _LOOSE.search(korean):
            return korean
    if loose > syllables and loose > 2:
        together = composed(text)
        if len(_LOOSE.findall(together)) * 3 > loose and as_english(text).isascii():
            return as_english(text)
        return together
    return text


def main_part(text: str) -> str:
    """Without what the sentence itself takes back: "취소 말고 변경" is about changing."""
    rest = _TAKEN_BACK.sub(" ", text)
    return rest if len(rest.strip()) > 1 else text


def closed_up(text: str) -> str:
    """Letters only, no spaces: nobody agrees on where those go."""
    return _DIGITS.sub("0", _SIGNS.sub("", text))


def letters(text: str) -> str:
    """Syllables taken apart, likely typos made one."""
    return "".join(_apart(character) for character in text)


def _apart(character: str) -> str:
    code = ord(character) - 0xAC00
    if not 0 <= code < 11172:
        return character
    return _INITIALS[code // 588] + _VOWELS[code % 588 // 28] + _FINALS[code % 28].strip()


def core(text: str) -> str:
    """What is left of the text for learning and weighing."""
    return closed_up(main_part(tidy(text)))


def traits(said: str) -> set[str]:
    """Everything the learner looks at in the core of a text."""
    bounded = f"^{said}$"
    named = ideas(said)
    found = {bounded[at : at + size] for size in (2, 3) for at in range(len(bounded) - size + 1)}
    apart = f"^{letters(said)}$"
    found |= {f"~{apart[at : at + 5]}" for at in range(len(apart) - 4)}
    tail = bounded[-TAIL:]
    found |= {f"<{tail[at : at + 2]}" for at in range(len(tail) - 1)}
    found |= {f"!{name}" for name in named}
    found |= {f"!{one}+{other}" for one in named for other in named if one < other}
    if named:
        found.add(f"!{named[-1]}$")
    return found
