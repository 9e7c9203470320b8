"""The check against the Bot API's description can fail: what Telegram would refuse is found."""

import pytest

from tests.specification import FILE, objections

pytestmark = pytest.mark.skipif(not FILE.exists(), reason=f"{FILE.name} does not lie beside the project")

GOOD = {"chat_id": 1, "text": "안녕하세요", "parse_mode": "HTML"}
BUTTON = {"text": "네", "callback_data": "x"}


def test_a_good_call_has_no_objection() -> None:
    board = {"inline_keyboard": [[BUTTON]]}

    assert objections("sendMessage", {**GOOD, "reply_markup": board}) == []


@pytest.mark.parametrize(
    ("method", "params"),
    [
        pytest.param("sendMesage", GOOD, id="no such method"),
        pytest.param("sendMessage", {"text": "x"}, id="nobody to send to"),
        pytest.param("sendMessage", {**GOOD, "text": ""}, id="nothing said"),
        pytest.param("sendMessage", {**GOOD, "text": "가" * 4097}, id="too long"),
        pytest.param("sendMessage", {**GOOD, "txt": "x"}, id="no such field"),
        pytest.param("sendMessage", {**GOOD, "reply_markup": {"inline_keyboard": [BUTTON]}}, id="no rows"),
        pytest.param(
            "sendMessage",
            {**GOOD, "reply_markup": {"inline_keyboard": [[{**BUTTON, "callback_data": "가" * 22}]]}},
            id="66 bytes on a button",
        ),
        pytest.param("answerCallbackQuery", {"callback_query_id": "1", "text": "가" * 201}, id="long toast"),
    ],
)
def test_a_bad_call_is_found(method: str, params: dict[str, object]) -> None:
    assert objections(method, params) != []
