"""The page shows what a group needs: a poll is voted in, a reaction given, a topic chosen, a group shown to the bot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.async_api import expect

from sandbox.options import Options
from tests.sandbox.ground import TOKEN
from tests.sandbox.page_tools import PHONE, Stage, ask, chromium_or_skip, launched, watched

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
CURATOR, MENTOR, GROUP = 2000001, 2000004, -4000001


@pytest.fixture
def stage() -> Iterator[Stage]:
    chromium_or_skip()
    with Stage(Options(seed="school", limits="off"), with_bot=False) as running:
        yield running


async def _call(stage: Stage, method: str, **params: object) -> dict[str, object]:
    import aiohttp

    async with aiohttp.ClientSession() as http, http.post(f"{stage.base}/bot{TOKEN}/{method}", json=params) as got:
        answer = await got.json()
    assert answer["ok"], answer
    return answer["result"]


async def test_a_group_on_the_page(stage: Stage) -> None:
    await ask(stage.base, "member", {"chat": GROUP, "do": "add_bot", "person": CURATOR})
    await _call(
        stage, "sendPoll", chat_id=GROUP, question="Когда круглый стол?", options=["пт, 4 дек.", "пн, 7 дек."]
    )
    async with launched() as browser, watched(browser, stage.base, viewport=PHONE) as chat:
        page = await chat.open(f"{GROUP}/{MENTOR}")
        option = page.locator(".option", has_text="пн, 7 дек.")
        await expect(page.locator(".option-count")).to_have_count(0)
        await option.click()
        await expect(option).to_have_attribute("aria-checked", "true")
        await expect(option.locator(".option-count")).to_have_text("1 · 100%")
        await expect(page.locator(".poll-note")).to_have_text("Анонимный опрос · 1 голос")
        await page.locator(".message.other .more").last.click()
        await page.get_by_role("menuitem", name="👍").click()
        await expect(page.locator(".reaction")).to_have_attribute("aria-pressed", "true")
        await page.select_option("#reader", str(CURATOR))
        await expect(page.locator(".option").first).to_have_attribute("aria-checked", "false")
        await expect(page.locator(".reaction")).to_have_attribute("aria-pressed", "false")
        await page.locator(".reaction").click()
        await expect(page.locator(".reaction")).to_have_text("👍2")


async def test_a_group_is_shown_to_the_bot_and_a_topic_is_chosen(stage: Stage) -> None:
    await ask(stage.base, "say", {"person": CURATOR, "chat": CURATOR, "text": "/start"})
    wanted = {"request_id": 1, "chat_is_channel": False, "bot_is_member": True}
    keys = {"keyboard": [[{"text": "Выбрать группу школы", "request_chat": wanted}]], "one_time_keyboard": True}
    await _call(stage, "sendMessage", chat_id=CURATOR, text="Выберите", reply_markup=keys)
    async with launched() as browser, watched(browser, stage.base) as chat:
        page = await chat.open(CURATOR)
        await page.locator("#quick").get_by_role("button", name="Выбрать группу школы").click()
        await page.get_by_role("menuitem").first.click()
        await expect(page.locator(".message.service").last).to_contain_text("Боту показана группа")
        await expect(page.locator("#quick")).to_be_hidden()
        moved = (await ask(stage.base, "member", {"chat": GROUP, "do": "upgrade", "person": CURATOR}))["chat"]
        await ask(stage.base, "member", {"chat": moved, "do": "forum"})
        await ask(stage.base, "topic", {"person": CURATOR, "chat": moved, "name": "Рефлексия"})
        page = await chat.open(f"{moved}/{CURATOR}")
        await page.locator("#topics").get_by_role("button", name="Рефлексия").click()
        await chat.send("пишу в тему")
        await expect(page.locator(".message.own .topic")).to_have_text("Рефлексия")
