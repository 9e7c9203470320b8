"""The surroundings, read once: settings named BITNA_*."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import platformdirs

TELEGRAM = "https://api.telegram.org/bot"
TOKEN = re.compile(r"\d+:[\w-]{5,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
DATABASES = ("sqlite+aiosqlite://", "postgresql+psycopg://")


class SettingError(Exception):
    """A setting is missing or wrong; the message is one sentence that names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the surroundings say. The token and the secret stay out of every representation."""

    token: str = field(repr=False)
    api: str
    database: str = field(repr=False)
    center: Path
    clock: Path | None
    webhook_secret: str = field(repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], *, with_token: bool = True) -> Self:
        """Read and check everything; raise SettingError with one sentence."""
        return cls(
            token=_token(environment) if with_token else environment.get("BITNA_TOKEN", ""),
            api=_api(environment.get("BITNA_API", TELEGRAM)),
            database=_database(environment.get("BITNA_DATABASE") or default_database()),
            center=_folder(environment.get("BITNA_CENTER", "center/")),
            clock=_clock(environment.get("BITNA_CLOCK", "")),
            webhook_secret=_secret(environment.get("BITNA_WEBHOOK_SECRET", "")),
        )


def default_database() -> str:
    """A SQLite file in the user's own data folder."""
    folder = platformdirs.user_data_path("bitna", appauthor=False, ensure_exists=True)
    return f"sqlite+aiosqlite:///{folder / 'bitna.db'}"


def _token(environment: Mapping[str, str]) -> str:
    token = environment.get("BITNA_TOKEN", "")
    if not token:
        raise SettingError("BITNA_TOKEN is missing: set it to the token that @BotFather gave you.")
    if not TOKEN.fullmatch(token):
        raise SettingError("BITNA_TOKEN is not a bot token: it should look like 123456:ABC-def.")
    return token


def _api(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise SettingError(f"BITNA_API is not a web address: {url!r} should look like {TELEGRAM}.")
    if not parts.path.rstrip("/").endswith("/bot"):
        raise SettingError(f"BITNA_API has to end with /bot, as {TELEGRAM} does: {url!r} does not.")
    return url.rstrip("/")


def _database(url: str) -> str:
    if not url.startswith(DATABASES):
        raise SettingError(f"BITNA_DATABASE must begin with {DATABASES[0]} or {DATABASES[1]}.")
    if url.startswith(DATABASES[0]) and url.partition(":///")[2] in {"", ":memory:"}:
        raise SettingError(f"BITNA_DATABASE names no file: it should look like {DATABASES[0]}/bitna.db.")
    try:
        urlsplit(url).port  # noqa: B018 (asking for the port is what checks it)
    except ValueError:
        raise SettingError("BITNA_DATABASE has a port that is no number.") from None
    return url


def _folder(path: str) -> Path:
    folder = Path(path)
    for name in ("center.toml", "places.toml"):
        if not (folder / name).is_file():
            raise SettingError(f"BITNA_CENTER is {path!r}, but there is no {name} in that folder.")
    return folder


def _clock(path: str) -> Path | None:
    file = Path(path)
    if not path or not file.exists():
        return file if path else None
    try:
        float(file.read_text() or 0)
    except (OSError, ValueError):
        raise SettingError(
            f"BITNA_CLOCK is {path!r}, but that is no file with a number of seconds."
        ) from None
    return file


def _secret(secret: str) -> str:
    if secret and not SECRET.fullmatch(secret):
        raise SettingError(
            "BITNA_WEBHOOK_SECRET may only have letters, digits, _ and -, at most 256 of them."
        )
    return secret
