"""A transcript is read aloud: people's lines are performed, and the whole chat is compared with what is written.

    민지: /start                     typed
    민지: [예약]                      pressed
    민지 shares 010-1234-5678        the contact key
    민지 sends a picture               a photo without words
    민지 edits 북귀 → 북구             an earlier message of theirs
    민지 presses the old [예약]        a button that no card shows any more
    민지 double-taps [예약]            pressed twice before anything is answered
    (2 hours later)                  the clock moves: minutes, hours, days
    빛나: …                           said to whoever spoke last; 빛나 → 윤슬: … said to somebody else
    빛나 rewrites: …                  an earlier message reads like this now
    빛나 sends code.png: …            a picture or a document, with its words; "a picture" where Telegram has it
    빛나 shows on a map: …            a place, with its name and where it is

Buttons stand below a bubble, a row a line. Taking buttons away is not written: there is nothing to see.
"""

import html
import re
from typing import Any

from sandbox.log import Entry
from sandbox.params import Upload
from tests.house import House

LATER = re.compile(r"\((\d+) (minutes?|hours?|days?) later\)")
EDITS = re.compile(r"(\S+) edits (.+) → (.+)")
SHARES = re.compile(r"(\S+) shares (.+)")
PICTURES = re.compile(r"(\S+) sends a picture")
TAPS = re.compile(r"(\S+) double-taps (\[.+\])")
OLD = re.compile(r"(\S+) presses the old (\[.+\])")
SAID = re.compile(r"(\S+): (.+)", re.DOTALL)
NUMBER = re.compile(r"\bB-\d{5}\b")  # a booking's number is drawn by lot
RECEIPT = re.compile(r"\bD-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
TAGS = re.compile(r"</?[a-z]+>")
BOT = "빛나"
SPOKEN = {
    "sendMessage": "",
    "editMessageText": " rewrites",
    "editMessageCaption": " rewrites",
    "sendPhoto": "",
    "sendDocument": "",
    "sendVenue": " shows on a map",
}
PICTURE = Upload("picture.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(8) + b"\x00\x00\x02\x00" * 2)
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


class Reader:
    """Reads transcripts in one house."""

    def __init__(self, house: House, language: str = "en") -> None:
        self.house = house
        self.language = language
        self.speaking = 0

    async def reads(self, transcript: str) -> None:
        """Perform the people's lines; the chat must be what is written, no more and no less."""
        wanted = _bubbles(transcript)
        heard: list[str] = []
        for bubble in wanted:
            if not bubble.startswith(BOT):
                heard.append(bubble)
                heard += await self.performs(bubble)

        assert "\n".join(heard) == "\n".join(wanted)

    async def performs(self, line: str) -> list[str]:
        """What the bot said after this line."""
        before = self.house.telegram.log.number
        if match := LATER.fullmatch(line):
            unit = match[2] if match[2].endswith("s") else f"{match[2]}s"
            await self.house.pass_time(**{unit: int(match[1])})
        else:
            await self._deed(line)
            await self.house.settle()
        entries = self.house.telegram.log.after(before)
        return [bubble for entry in entries if (bubble := self._bubble(entry))]

    async def _deed(self, line: str) -> None:
        if match := EDITS.fullmatch(line):
            phone = self._phone(match[1])
            own = [m for m in phone.sees()["messages"] if not m["from_bot"] and m.get("text") == match[2]]
            phone.edit(own[-1]["message_id"], match[3])
        elif match := PICTURES.fullmatch(line):
            self._phone(match[1]).send_photo(PICTURE)
        elif match := OLD.fullmatch(line):
            self._presses_old(match[1], match[2])
        elif match := TAPS.fullmatch(line):
            for _ in range(2):
                self._phone(match[1]).press_label(match[2])
        elif match := SHARES.fullmatch(line):
            self._phone(match[1]).share_contact(match[2])
        else:
            match = SAID.fullmatch(line)
            assert match, f"not a line of a transcript: {line}"
            self._says(self._phone(match[1]), match[2])

    def _presses_old(self, name: str, label: str) -> None:
        """On a phone that has not heard of the edit yet, or from a forwarded screen: Telegram lets it through."""
        phone = self._phone(name)
        entries = self.house.telegram.log.after(0)
        boards = [entry.params.get("reply_markup") or {} for entry in entries if entry.params.get("chat_id")]
        buttons = [b for board in boards for row in board.get("inline_keyboard", []) for b in row]
        data = next(button["callback_data"] for button in buttons if f"[{button['text']}]" == label)
        message = phone._chat.newest(lambda message: message.from_bot and "reply_markup" not in message.body)
        phone._pressed(message, data)

    def _says(self, phone: Any, words: str) -> None:
        keyboard = phone.sees()["keyboard"] or {}
        keys = [key["text"] for row in keyboard.get("keyboard", []) for key in row]
        if words[1:-1] in keys:
            phone.send(words[1:-1])
        elif words.startswith("[") and words.endswith("]"):
            phone.press_label(words)
        else:
            phone.send(words)

    def _phone(self, name: str) -> Any:
        self.speaking = self.house.person(name, language_code=self.language).id
        return self.house.telegram.phone(self.speaking)

    def _bubble(self, entry: Entry) -> str:
        params = entry.params
        if entry.method not in SPOKEN or not entry.ok:
            return "" if entry.ok else f"!! {entry.method}: {entry.description}"
        file = params.get("photo") or params.get("document")
        named = "a picture" if isinstance(file, str) else file and NUMBER.sub("B-12345", file.name)
        rewrites = f" sends {named}" if named else SPOKEN[entry.method]
        other = int(params["chat_id"])
        to = "" if other == self.speaking else f" → {self.house.telegram.people[other].first_name}"
        text = NUMBER.sub("B-12345", html.unescape(TAGS.sub("", _words(params))))
        text = CODE.sub("123456", RECEIPT.sub("D-ABCD-EFGH", text))  # drawn by lot, too
        lines = [*text.split("\n"), *_buttons(params.get("reply_markup") or {})]
        return f"{BOT}{to}{rewrites}: " + "\n    ".join(line for line in lines if line)


def _words(params: Any) -> str:
    if "latitude" in params:
        return f"{params['title']}\n{params['address']}"
    return str(params.get("text") or params["caption"])


def _buttons(markup: dict[str, Any]) -> list[str]:
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    return [" ".join(f"[{button['text']}]" for button in row) for row in rows]


def _bubbles(transcript: str) -> list[str]:
    """Lines that begin at the margin begin a bubble; indented ones continue it."""
    bubbles: list[str] = []
    lines = [line for line in transcript.strip("\n").split("\n") if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    for line in lines:
        if line[margin] == " " and bubbles:
            bubbles[-1] += "\n    " + line.strip()
        else:
            bubbles.append(line.strip())
    return bubbles
