"""The page as a messenger: what is typed, pressed, sent and edited is seen, exactly and only."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from sandbox.options import Options
from tests.sandbox.page_tools import Stage, Watched, ask, chromium_or_skip, launched, watched

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

CURATOR, DIRECTOR = 2000001, 2000002


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with launched() as made:
        yield made


@pytest.fixture
def stage() -> Iterator[Stage]:
    chromium_or_skip()
    with Stage(Options(seed="school", limits="off")) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def chat(browser: Browser, stage: Stage) -> AsyncIterator[Watched]:
    async with watched(browser, stage.base) as page:
        await page.open(CURATOR)
        yield page


TYPED = [
    "Здравствуйте",
    "👩‍🏫🎉 и слова",
    "שלום مرحبا",
    "<b>&\"'</b> &amp; <script>alert(1)</script>",
    "первая\nвторая   с пробелами",
]


async def test_what_is_typed_is_shown_as_typed_on_both_sides(chat: Watched) -> None:
    for text in TYPED:
        await chat.send(text)
        await chat.last(text, "own")
        await chat.last(text)
    assert await chat.page.locator("#messages script, #messages b:not(.quoted b)").count() == 0
    assert await chat.page.input_value("#composer-text") == ""


async def test_shift_enter_begins_a_line_and_enter_sends(chat: Watched) -> None:
    field = chat.page.locator("#composer-text")
    await field.press_sequentially("один")
    await field.press("Shift+Enter")
    await field.press_sequentially("два")
    assert await chat.page.locator(".message").count() == 0
    await field.press("Enter")
    await chat.last("один\nдва")


async def test_a_text_longer_than_a_message_goes_out_whole_in_several(chat: Watched) -> None:
    await chat.page.fill("#composer-text", "слово " * 1000)
    await chat.page.press("#composer-text", "Enter")
    own = chat.page.locator(".message.own .text")
    await expect(own).to_have_count(2)
    assert " ".join(await own.all_text_contents()).split() == ["слово"] * 1000


async def test_entities_are_drawn_by_utf16_offsets(chat: Watched) -> None:
    await chat.send("/rich")
    text = chat.page.locator(".message.other .text").last
    await expect(text.locator("strong")).to_have_text("жирный и курсив")
    await expect(text.locator("strong em")).to_have_text("и курсив")
    for tag, words in {"u": "черта", "s": "нет", "code": "a<b", "pre": "x < 1"}.items():
        await expect(text.locator(tag).first).to_have_text(words)
    await expect(text.locator(".pre-language")).to_have_text("python")
    link = text.locator("a", has_text="ссылка")
    assert await link.get_attribute("href") == "https://example.org/a"
    assert "noopener" in (await link.get_attribute("rel") or "")


async def test_hidden_text_and_long_quotes_open_when_asked(chat: Watched) -> None:
    await chat.send("/rich")
    spoiler = chat.page.locator(".spoiler")
    await expect(spoiler.locator(".spoiler-body")).to_have_css("visibility", "hidden")
    await spoiler.press("Enter")
    await expect(spoiler.locator(".spoiler-body")).to_be_visible()
    quote = chat.page.locator("blockquote")
    low = (await quote.bounding_box() or {})["height"]
    await quote.get_by_role("button").click()
    assert (await quote.bounding_box() or {})["height"] > low


async def test_a_press_edits_in_place_and_says_so(chat: Watched) -> None:
    await chat.send("/menu")
    message = chat.page.locator(".message", has_text="Выберите")
    await expect(message.locator(".button-row")).to_have_count(3)
    await expect(message.locator(".button-row").first.locator("button")).to_have_count(2)
    await message.get_by_role("button", name="Изменить").click()
    edited = chat.page.locator(".message", has_text="Изменил")
    await expect(edited.locator(".edited")).to_have_text("изменено")
    await expect(edited.locator(".inline")).to_have_text(["Дальше"])
    assert await chat.page.locator(".message").count() == 2


async def test_answers_to_a_press_are_a_toast_or_a_window_and_silence_is_told(chat: Watched) -> None:
    await chat.send("/menu")
    await chat.page.get_by_role("button", name="Тост").click()
    await expect(chat.page.locator(".toast")).to_have_text("Записано")
    await chat.page.get_by_role("button", name="Окно").click()
    window = chat.page.get_by_role("dialog")
    await expect(window).to_contain_text("Прочтите, пожалуйста")
    await chat.page.keyboard.press("Enter")
    await expect(window).to_have_count(0)
    silent = chat.page.get_by_role("button", name="Молчать")
    await silent.click()
    await expect(silent).to_have_attribute("aria-busy", "true")
    await expect(chat.page.locator(".toast", has_text="не ответил")).to_be_visible(timeout=9000)
    await expect(silent).not_to_have_attribute("aria-busy", "true")


async def test_of_two_buttons_with_one_text_the_pressed_one_is_meant(chat: Watched) -> None:
    await chat.send("/twins")
    await chat.page.get_by_role("button", name="Да", exact=True).nth(1).click()
    await expect(chat.page.get_by_role("dialog")).to_contain_text("Прочтите, пожалуйста")


async def test_a_deleted_message_is_gone(chat: Watched) -> None:
    await chat.send("/menu")
    await chat.page.get_by_role("button", name="Стереть").click()
    await expect(chat.page.locator(".message", has_text="Выберите")).to_have_count(0)
    await chat.page.reload()
    await chat.last("/menu", "own")
    assert await chat.page.locator(".message").count() == 1


async def test_a_file_goes_up_and_comes_back_whole(chat: Watched, tmp_path: Path) -> None:
    source = tmp_path / "План работы.txt"
    source.write_bytes("строки плана\n".encode() * 5000)
    async with chat.page.expect_file_chooser() as chooser:
        await chat.page.click("#attach")
        await chat.page.get_by_role("menuitem", name="Файл").click()
    await (await chooser.value).set_files(source)
    await chat.page.fill("dialog textarea", "вот <он>")
    await chat.page.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    await chat.last(f"вот <он> {digest[:12]}")
    card = chat.page.locator(".message.other .file")
    await expect(card).to_contain_text("назад-План работы.txt")
    async with chat.page.expect_download() as download:
        await card.click()
    got = await (await download.value).path()
    assert got.read_bytes() == source.read_bytes()


async def test_a_picture_is_shown_and_opens_large(chat: Watched) -> None:
    async with chat.page.expect_file_chooser() as chooser:
        await chat.page.click("#attach")
        await chat.page.get_by_role("menuitem", name="Фото").click()
    picture = await chat.page.screenshot(clip={"x": 0, "y": 0, "width": 40, "height": 30})
    await (await chooser.value).set_files({"name": "класс.png", "mimeType": "image/png", "buffer": picture})
    await chat.page.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    image = chat.page.locator(".message.own .photo img")
    await expect(image).to_have_js_property("naturalWidth", 40)
    await image.click()
    await expect(chat.page.locator(".viewer img")).to_be_visible()
    await chat.page.keyboard.press("Escape")
    await expect(chat.page.locator(".viewer")).to_have_count(0)


@pytest.mark.parametrize("name", ["Голосовое", "Стикер", "Контакт", "Место"])
async def test_other_kinds_can_be_tried(chat: Watched, name: str) -> None:
    await chat.page.click("#attach")
    await chat.page.get_by_role("menuitem", name=name).click()
    await expect(chat.page.locator(".message.own")).to_have_count(1)
    assert await chat.page.locator(".toast.bad").count() == 0


async def test_own_message_is_changed_with_the_arrow_and_others_are_answered(chat: Watched) -> None:
    await chat.send("привет")
    await chat.last("привет")
    field = chat.page.locator("#composer-text")
    await field.press("ArrowUp")
    await expect(field).to_have_value("привет")
    await field.fill("приветствую")
    await field.press("Enter")
    await chat.last("приветствую", "own")
    await expect(chat.page.locator(".message.own .edited")).to_be_visible()
    await chat.page.locator(".message.other").first.hover()
    await chat.page.locator(".message.other .more").first.click()
    await chat.page.get_by_role("menuitem", name="Ответить").click()
    await chat.send("и вам")
    await expect(chat.page.locator(".message.own .quoted").last).to_contain_text("привет")


async def test_chat_draft_and_theme_survive_a_reload(chat: Watched, browser: Browser) -> None:
    await chat.send("останься")
    await chat.last("останься")
    await chat.page.fill("#composer-text", "недописанное")
    await chat.page.click("#theme")
    await chat.page.reload()
    await chat.last("останься")
    await expect(chat.page.locator("#composer-text")).to_have_value("недописанное")
    await expect(chat.page.locator("html")).to_have_attribute("data-theme", "dark")
    await expect(chat.page.locator(f".person[data-id='{CURATOR}']")).to_have_attribute("aria-current", "true")


async def test_an_empty_chat_begins_with_a_button(chat: Watched) -> None:
    await chat.page.get_by_role("button", name="Начать").click()
    await chat.last("/start", "own")
    await expect(chat.page.locator("#gate")).to_be_hidden()
    await expect(chat.page.locator("#composer-text")).to_be_focused()


async def test_a_pasted_invitation_becomes_a_start(chat: Watched) -> None:
    await chat.send("https://t.me/uchitel_demo_bot?start=Zx_81-q")
    await chat.last("/start Zx_81-q", "own")
    await chat.send("https://t.me/somebody_else_bot?start=Zx81")
    await chat.last("https://t.me/somebody_else_bot?start=Zx81", "own")


@pytest.mark.parametrize("where", [".text a", ".inline >> text=Открыть"])
async def test_an_invitation_is_opened_as_somebody_else(chat: Watched, where: str) -> None:
    await chat.send("/invite")
    await chat.page.locator(".message.other").locator(where).first.click()
    menu = chat.page.get_by_role("menu")
    await expect(menu).to_contain_text("Открыть как")
    await menu.get_by_role("menuitem").first.click()
    await chat.last(f"/start Inv_{CURATOR}", "own")
    assert f"#/{DIRECTOR}" in chat.page.url


async def test_commands_are_offered_while_a_slash_is_typed(chat: Watched) -> None:
    await chat.send("жду")
    await chat.last("жду")
    await chat.page.reload()
    await chat.page.locator("#composer-text").press_sequentially("/me")
    await expect(chat.page.locator("#suggest [role=option]")).to_have_text(["/menuКнопки"])
    await chat.page.press("#composer-text", "Enter")
    await chat.last("Выберите")


async def test_the_bot_is_blocked_and_unblocked(chat: Watched, stage: Stage) -> None:
    await chat.send("раз")
    await chat.last("раз")
    await chat.page.locator("#chat-header").get_by_role("button", name="Действия").click()
    await chat.page.get_by_role("menuitem", name="Заблокировать").click()
    await expect(chat.page.locator("#gate")).to_contain_text("заблокирован")
    await expect(chat.page.locator("#composer")).to_be_hidden()
    people = (await ask(stage.base, "state"))["people"]
    assert [one["blocked"] for one in people if one["id"] == CURATOR] == [True]
    await chat.page.get_by_role("button", name="Разблокировать").click()
    await expect(chat.page.locator("#composer")).to_be_visible()


async def test_messages_elsewhere_are_marked_unread_until_opened(chat: Watched, stage: Stage) -> None:
    await ask(stage.base, "say", {"person": DIRECTOR, "chat": DIRECTOR, "text": "слово"})
    row = chat.page.locator(f".person[data-id='{DIRECTOR}']")
    await expect(row.locator(".badge")).to_contain_text("1")
    await expect(row).to_contain_text("слово")
    await row.click()
    await expect(row.locator(".badge")).to_be_hidden()


async def test_new_messages_are_announced(chat: Watched) -> None:
    await chat.send("вслух")
    await expect(chat.page.locator("#live[aria-live=polite]")).to_contain_text("вслух")
