"""HTML, entities and lengths."""

from typing import Any

import pytest

from sandbox.html import parsed
from sandbox.refusals import Refused
from sandbox.text import cut, trimmed, units, with_found


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>굵게</b>", "굵게", [("bold", 0, 2)]),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        (
            "<STRONG>a</STRONG><em>b</em><ins>c</ins><del>d</del>",
            "abcd",
            [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)],
        ),
        ("<code>x &lt; y</code>", "x < y", [("code", 0, 5)]),
        ("&amp;&quot;&#44032;&#xAC00;&nbsp;", '&"가가&nbsp;', []),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">s</span>', "s", [("spoiler", 0, 1)]),
        ("<b></b>empty", "empty", []),
        ("<b>short</>", "short", [("bold", 0, 5)]),
    ],
)
def test_html_is_read(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found, marks = parsed(source)

    assert (found, [(mark["type"], mark["offset"], mark["length"]) for mark in marks]) == (text, entities)


def test_links_and_code_blocks_carry_more() -> None:
    assert parsed('<a href="https://a.kr?b=1&amp;c=2">여기</a>')[1] == [
        {"type": "text_link", "offset": 0, "length": 2, "url": "https://a.kr?b=1&c=2"}
    ]
    assert parsed('<pre><code class="language-python">x</code></pre>')[1] == [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    ]
    assert parsed('<tg-emoji emoji-id="5">👍</tg-emoji>')[1][0]["custom_emoji_id"] == "5"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("가<x>", 'Unsupported start tag "x" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parsed(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("abc", 3), ("가나", 2), ("😀", 2), ("👨‍👩‍👧", 8), ("é", 1)]
)
def test_lengths_are_utf16(text: str, length: int) -> None:
    assert units(text) == length
    assert cut(f"{text}!", 0, length) == text


def test_blanks_at_the_ends_go_and_entities_follow() -> None:
    assert trimmed("  a ", [{"type": "bold", "offset": 0, "length": 4}]) == (
        "a",
        [{"type": "bold", "offset": 0, "length": 1}],
    )
    assert trimmed(" a ", [{"type": "bold", "offset": 2, "length": 1}]) == ("a", [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start fair_1", [("bot_command", "/start")]),
        ("도움말은 /help 에", [("bot_command", "/help")]),
        ("1/2 and/or", []),
        ("보세요: https://a.kr/b?c=1.", [("url", "https://a.kr/b?c=1")]),
        ("a@b.kr", [("email", "a@b.kr")]),
        ("@minji_jobs #채용", [("mention", "@minji_jobs"), ("hashtag", "#채용")]),
        ("😀 /start", [("bot_command", "/start")]),
    ],
)
def test_telegram_marks_some_things_itself(text: str, found: list[tuple[str, str]]) -> None:
    def word(mark: dict[str, Any]) -> str:
        return cut(text, mark["offset"], mark["offset"] + mark["length"])

    assert [(mark["type"], word(mark)) for mark in with_found(text, [])] == found


def test_what_is_marked_already_is_left_alone() -> None:
    code = {"type": "code", "offset": 0, "length": 6}

    assert with_found("/start", [code]) == [code]
