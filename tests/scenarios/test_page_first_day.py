"""The first day as a person sees it: the real bot on the messenger page, clicked in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.sandbox.page_tools import Watched, launched, watched
from tests.stage import Stage, stage

pytestmark = pytest.mark.browser
ANSWERS = {"Сколько": "два", "преподаёте": "Физика, <b>7–9</b> & кружок 🔭"}


async def invitation(found: Stage) -> str:
    """The curator's one-time link for a mentee."""
    curator = await found.curator()
    for button in ("Пригласить", "Наставляемый", "Личная ссылка"):
        await found.people.press(curator, button)
    texts = [message["text"] for message in await found.people.messages(curator)]
    return next(link[0] for text in reversed(texts) if (link := re.search(r"https://t\.me/\S+", text)))


async def press(page: Watched, label: str, then: str) -> None:
    """Press a button of the newest screen and wait for what comes."""
    await page.page.locator("#messages").get_by_role("button", name=label, exact=True).last.click()
    await expect(page.page.locator(".message.other").last).to_contain_text(then)


async def answer(page: Watched, number: int) -> None:
    """Whatever question `number` asks: tick and confirm, choose, or write."""
    screen = page.page.locator(".message.other").last
    await expect(screen).to_contain_text(f"Вопрос {number} из 10")
    words = await screen.text_content() or ""
    inline = [text.strip() for text in await screen.locator(".inline").all_text_contents()]
    boxes = [label for label in inline if label.startswith("☐")]
    if boxes:
        await press(page, boxes[0], "Отмечено")
        await page.page.locator("#messages").get_by_role("button", name="Готово", exact=True).last.click()
    elif "Напишите ответ сообщением" in words:
        await page.send(next((text for key, text in ANSWERS.items() if key in words), "Учусь держать внимание"))
    else:
        await page.page.locator("#messages").get_by_role("button", name=inline[0], exact=True).last.click()


async def test_a_mentee_clicks_through_consent_and_a_questionnaire(sqlite_url: str) -> None:
    async with stage(sqlite_url) as found, launched() as browser:
        link = await invitation(found)
        mentee = await found.people.newcomer("Олег", "Ким")
        async with watched(browser, found.people.base, viewport={"width": 390, "height": 800}) as page:
            await page.open(mentee)
            await page.send(link)
            await expect(page.page.locator(".message.other").last).to_contain_text("Документ 1 из 3")
            await press(page, "Читать полностью", "страница 1")
            await press(page, "‹ Назад", "Документ 1 из 3")
            await press(page, "Даю согласие", "Документ 2 из 3")
            await press(page, "Даю согласие", "Документ 3 из 3")
            await press(page, "Не даю согласия", "на участие это не влияет")
            await press(page, "Да, отказаться", "Как к вам обращаться?")
            await press(page, "Олег Ким", "Анкета 1 из 3")
            await press(page, "Начать", "10 вопросов")
            await press(page, "Начать", "Вопрос 1 из 10")
            for number in range(1, 11):
                await answer(page, number)
            await expect(page.page.locator(".message.other").last).to_contain_text(
                "Физика, <b>7–9</b> & кружок 🔭"
            )
            await press(page, "✎ 3", "Ваш ответ: Физика")
            await page.send("Физика")
            await press(page, "Отправить", "Анкета 2 из 3")
            assert await page.page.locator(".message .file, .message a[download]").count() >= 2, (
                "copies of the consents"
            )
