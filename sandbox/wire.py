"""JSON over HTTP to the control API."""

from typing import Any

import aiohttp
import orjson


class NotDone(Exception):  # noqa: N818 - the sandbox's own reason, as it said it
    """The sandbox said no; the reason is its own."""


class Wire:
    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, path: str, **query: object) -> Any:
        chosen = {name: str(value) for name, value in query.items() if value is not None}
        return await self._call("GET", path, params=chosen)

    async def tell(self, path: str, **body: object) -> Any:
        chosen = {name: value for name, value in body.items() if value is not None}
        return await self._call("POST", path, data=orjson.dumps(chosen))

    async def remove(self, path: str) -> Any:
        return await self._call("DELETE", path)

    async def _call(self, method: str, path: str, **content: Any) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        address = f"{self.url}/sandbox/{path}"
        headers = {"Content-Type": "application/json"}
        async with self._session.request(method, address, headers=headers, **content) as response:
            body = orjson.loads(await response.read())
            if not response.ok:
                raise NotDone(body.get("error", response.status))
            return body

    async def close(self) -> None:
        if self._session:
            await self._session.close()
