"""One call of one bot, as the methods see it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.bots import Bot
from sandbox.params import Params

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


@dataclass(frozen=True, slots=True)
class Call:
    telegram: "Telegram"
    bot: Bot
    params: Params
