"""Reading and writing HTTP bodies."""

from typing import Any

import orjson
from aiohttp import web

from sandbox.params import Upload
from sandbox.refusals import Json, bad_request


def answer(body: Any, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(body), status=status, content_type="application/json")


async def params_of(request: web.Request) -> Json:
    """What a bot sent: in the address, as a form, as multipart or as JSON."""
    params: Json = dict(request.query)
    if not request.can_read_body:
        return params
    if request.content_type == "application/json":
        return params | await json_of(request)
    form = await request.post()
    return params | {name: _value(value) for name, value in form.items()}


def _value(value: str | bytes | bytearray | web.FileField) -> str | Upload:
    if isinstance(value, web.FileField):
        with value.file as file:
            return Upload(value.filename, value.content_type, file.read())
    return value if isinstance(value, str) else bytes(value).decode()


async def json_of(request: web.Request) -> Json:
    content = await request.read()
    if not content:
        return {}
    try:
        body = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("object expected")
    return body
