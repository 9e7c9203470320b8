"""One call of one bot, as the methods see it."""

from dataclasses import dataclass

from sandbox.bots import Bot
from sandbox.params import Params
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Call:
    world: World
    bot: Bot
    params: Params
