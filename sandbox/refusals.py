"""How Telegram says no."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):  # noqa: N818 - in Telegram's words a call is refused, nothing went wrong here
    """A call that Telegram would not carry out: HTTP code, description and, for some, parameters."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Json:
        """The body of the HTTP answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


class NotPossible(Exception):  # noqa: N818 - the phone cannot do that, as a person would say
    """A deed that no phone would offer: pressing a button that is not there, writing to a blocked bot."""


def bad_request(reason: str) -> Refused:
    return Refused(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    return Refused(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refused:
    return Refused(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
