"""Two bots on one token: Telegram lets only one of them poll."""

import aiohttp

from tests.processes.town import Town

SENTENCE = "Another process polls this bot's token"


async def test_another_poller_is_told_of_once_and_outlived(small_town: Town) -> None:
    town = small_town
    await town.start()
    minji = town.person("민지")
    town.phone(minji).send("/start")
    await town.comes_true(lambda: town.sent_to(minji), "the first answer")

    forgotten_laptop = aiohttp.ClientSession()
    address = f"{town.url}/bot{town.bot.token}/getUpdates"
    async with forgotten_laptop, forgotten_laptop.get(address) as response:
        assert response.status == 200
    await town.comes_true(lambda: SENTENCE in town.bot.said(), "a sentence about the other process")
    town.phone(minji).send("/center")
    await town.comes_true(lambda: town.sent_to(minji, "062-609-8500"), "an answer all the same")

    assert town.bot.said().count(SENTENCE) == 1
    assert "Traceback" not in town.bot.said()
