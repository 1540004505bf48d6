"""The page as a sandbox: people, groups, the clock, the bot's absence, long chats."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Route, expect

from sandbox.options import Options
from tests.sandbox.page_tools import Stage, Watched, ask, chromium_or_skip, launched, watched

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

CURATOR, DIRECTOR = 2000001, 2000002
SCHOOL = Options(seed="school", limits="off")
EMPTY = Options(seed="empty", limits="off")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with launched() as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Watched]:
    """A page over a fresh sandbox; a test may ask for other options or for no bot with `staged`."""
    chromium_or_skip()
    mark = request.node.get_closest_marker("parametrize")
    options, with_bot = getattr(request, "param", (SCHOOL, True)) if mark else (SCHOOL, True)
    with Stage(options, with_bot) as stage:
        async with watched(browser, stage.base) as made:
            yield made


def staged(options: Options, with_bot: bool = True) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", [(options, with_bot)], indirect=True)


async def now(page: Watched) -> datetime:
    return datetime.fromisoformat((await ask(page.base, "state"))["clock"]["now"])


async def group_of(page: Watched) -> dict:
    return next(chat for chat in (await ask(page.base, "state"))["chats"] if chat["type"] != "private")


async def test_people_stand_by_role_and_are_found(page: Watched) -> None:
    await page.open()
    headings = page.page.locator("#list h2")
    assert (await headings.all_text_contents())[:3] == ["Куратор", "Администрация", "Психолог"]
    people = (await ask(page.base, "state"))["people"]
    await expect(page.page.locator(".person")).to_have_count(len(people) + 1)
    await page.page.fill("#search", people[4]["first_name"].upper())
    await expect(page.page.locator(".person").first).to_contain_text(people[4]["first_name"])
    await page.page.fill("#search", "ъъъ")
    await expect(page.page.locator("#list")).to_contain_text("Никого не нашлось")


@staged(EMPTY)
async def test_an_empty_sandbox_tells_what_to_do(page: Watched) -> None:
    await page.open()
    await expect(page.page.locator("#welcome")).to_contain_text("python -m bot school add")
    await page.page.locator("#welcome").get_by_role("button", name="Новый человек").click()
    await page.page.get_by_label("Имя и отчество").fill("<i>Анна</i> & Ко")
    await page.page.get_by_label("Имя пользователя").fill("@anna_6")
    await page.page.get_by_role("button", name="Создать").click()
    await expect(page.page.locator("#chat-title")).to_have_text("<i>Анна</i> & Ко")
    await page.send("https://t.me/uchitel_demo_bot?start=first")
    await page.last("/start first")
    assert (await ask(page.base, "state"))["people"][0]["username"] == "anna_6"


@staged(SCHOOL, with_bot=False)
async def test_an_absent_bot_is_told_kindly(page: Watched) -> None:
    await page.open(CURATOR)
    await expect(page.page.locator("#chat-header .status")).to_have_text("бот ещё не подключился")
    await page.send("есть кто?")
    await page.last("есть кто?", "own")


async def test_a_present_bot_is_shown_as_present(page: Watched) -> None:
    await page.open(CURATOR)
    await expect(page.page.locator("#chat-header .status")).to_have_text("бот на связи")


async def test_a_bot_at_work_and_a_bot_that_keeps_silent_are_told_apart(page: Watched) -> None:
    await page.open(CURATOR)
    status = page.page.locator("#chat-header .status")
    await page.send("/slow")
    await expect(status).to_have_text("бот думает…")
    await page.last("Наконец")
    await expect(status).to_have_text("бот на связи")
    await page.send("/ignore")
    await expect(status).to_have_text("бот не отвечает")
    await page.send("а теперь?")
    await page.last("а теперь?")
    await expect(status).to_have_text("бот на связи")


async def test_a_sandbox_out_of_reach_is_told_and_found_again(page: Watched) -> None:
    await page.open(CURATOR)
    await page.send("раз")
    await page.last("раз")
    await page.page.context.set_offline(True)
    await page.send("не пропади")
    await expect(page.page.locator(".toast.bad")).to_contain_text("не отвечает")
    await expect(page.page.locator("#composer-text")).to_have_value("не пропади")
    await ask(page.base, "say", {"person": CURATOR, "chat": CURATOR, "text": "мимо"})
    await page.page.context.set_offline(False)
    await page.last("мимо")
    await expect(page.page.locator("#banner")).to_be_hidden()
    # The browser itself notes each failed request.
    page.troubles[:] = [one for one in page.troubles if "ERR_INTERNET_DISCONNECTED" not in one]


async def test_the_clock_is_moved_by_its_buttons(page: Watched) -> None:
    await page.open(CURATOR)
    steps = [("hour", timedelta(hours=1)), ("day", timedelta(days=1)), ("week", timedelta(weeks=1))]
    for move, step in steps:
        before = await now(page)
        await page.page.click(f"[data-move={move}]")
        await expect(page.page.locator("#clock")).to_have_attribute("aria-busy", "false")
        assert step <= await now(page) - before < step + timedelta(minutes=1)
    await page.page.click("[data-move=year_end]")
    await expect(page.page.locator("#clock-date")).to_contain_text("31 июля")
    await page.page.click("[data-move=next]")
    await expect(page.page.locator(".toast")).to_contain_text("ничего не запланировал")


async def test_a_long_move_is_seen_and_cannot_be_started_twice(page: Watched) -> None:
    await page.open(CURATOR)
    held: list[Route] = []
    await page.page.route("**/sandbox/clock", lambda route: held.append(route))
    before = await now(page)
    await page.page.click("[data-move=day]")
    await expect(page.page.locator("#clock-busy")).to_have_text("Время идёт…")
    await page.page.click("[data-move=day]", force=True)
    await held[0].continue_()
    await expect(page.page.locator("#clock-busy")).to_be_hidden()
    assert timedelta(days=1) <= await now(page) - before < timedelta(days=1, minutes=1)
    assert len(held) == 1


async def test_the_clock_goes_to_a_date_in_the_chosen_zone(page: Watched) -> None:
    await page.open(CURATOR)
    year = (await now(page)).year + 1
    await page.page.click("[data-move=to_date]")
    await page.page.get_by_label("Дата и время").fill(f"{year}-05-20T08:30")
    await page.page.get_by_label("Часовой пояс на экране").select_option("Asia/Yekaterinburg")
    await page.page.get_by_role("button", name="Перевести", exact=True).click()
    await expect(page.page.locator("#clock-date")).to_have_text(f"20 мая {year}")
    await expect(page.page.locator("#clock-time")).to_contain_text("08:30")
    assert (await now(page)).astimezone().timestamp() == pytest.approx(
        datetime.fromisoformat(f"{year}-05-20T08:30+05:00").timestamp(), abs=60
    )


async def test_a_group_is_seen_by_its_members_and_joined_by_others(page: Watched) -> None:
    group = await group_of(page)
    outsider = next(
        one["id"] for one in (await ask(page.base, "state"))["people"] if one["id"] not in group["members"]
    )
    await page.open(f"{group['id']}/{outsider}")
    await expect(page.page.locator("#gate")).to_contain_text("не в этой группе")
    await page.page.get_by_role("button", name="Вступить").click()
    await expect(page.page.locator("#composer")).to_be_visible()
    assert outsider in (await group_of(page))["members"]
    await page.send("Здравствуйте, коллеги")
    await page.last("Здравствуйте, коллеги", "own")
    await page.page.select_option("#reader", str(group["members"][0]))
    await page.last("Здравствуйте, коллеги", "other")
    await page.page.select_option("#reader", str(outsider))
    await page.page.locator("#chat-header").get_by_role("button", name="Действия").click()
    await page.page.get_by_role("menuitem", name="Выйти").click()
    await expect(page.page.locator("#gate")).to_contain_text("не в этой группе")


async def test_the_bot_is_added_to_a_group_and_taken_out(page: Watched) -> None:
    group = await group_of(page)
    await page.open(f"{group['id']}/{group['members'][0]}")
    await expect(page.page.locator("#chat-header")).to_contain_text("бота в группе нет")
    for name, after in (("Добавить бота", "бот в группе"), ("Убрать бота", "бота в группе нет")):
        await page.page.locator("#chat-header").get_by_role("button", name="Действия").click()
        await page.page.get_by_role("menuitem", name=name).click()
        await expect(page.page.locator("#chat-header")).to_contain_text(after)
    await expect(page.page.locator(".message.service")).not_to_have_count(0)


async def test_a_new_group_is_made_and_becomes_a_supergroup(page: Watched) -> None:
    await page.open(CURATOR)
    await page.page.click("#add")
    await page.page.get_by_role("menuitem", name="Новая группа").click()
    await page.page.get_by_label("Название").fill("Методсовет")
    await page.page.get_by_label("Участники").select_option([str(DIRECTOR)])
    await page.page.get_by_role("button", name="Создать").click()
    await expect(page.page.locator("#chat-title")).to_have_text("Методсовет")
    await expect(page.page.locator("#chat-header")).to_contain_text("2 участника")
    await page.page.locator("#chat-header").get_by_role("button", name="Действия").click()
    await page.page.get_by_role("menuitem", name="супергруппой").click()
    await page.page.wait_for_url("**/#/-100*/*")
    await expect(page.page.locator("#chat-title")).to_have_text("Методсовет")


async def test_a_long_chat_is_drawn_in_parts_and_patched_not_redrawn(page: Watched) -> None:
    await page.open(CURATOR)
    await page.send("/many 400")
    await page.last("Строка 399")
    await page.page.reload()
    await page.last("Строка 399")
    assert await page.page.locator(".message").count() < 200
    await page.page.evaluate("document.querySelector('.message:last-child').kept = true")
    await page.send("ещё")
    await page.last("ещё")
    kept = "[...document.querySelectorAll('.message')].filter((one) => one.kept).length"
    assert await page.page.evaluate(kept) == 1
    first = page.page.locator(".message .text").first
    for _ in range(100):  # as often as it takes: a busy machine draws slowly
        await page.page.evaluate("document.querySelector('#feed').scrollTop = 0")
        await page.page.wait_for_timeout(60)
        if await first.text_content() == "/many 400":
            break
    await expect(first).to_have_text("/many 400")


async def test_a_reader_of_old_messages_is_not_carried_away(page: Watched) -> None:
    await page.open(CURATOR)
    await page.send("/many 60")
    await page.last("Строка 59")
    await page.page.mouse.move(800, 400)
    await page.page.mouse.wheel(0, -900)
    await expect(page.page.locator("#jump")).to_be_visible()
    place = "document.querySelector('#feed').scrollTop"
    # A person's own word brings the reader down, wherever it was said; the bot's word does not.
    await ask(page.base, "say", {"person": CURATOR, "chat": CURATOR, "text": "/menu"})
    await page.last("Выберите")
    await page.page.mouse.wheel(0, -900)
    await expect(page.page.locator("#jump")).to_be_visible()
    before = await page.page.evaluate(place)
    await ask(page.base, "press", {"person": CURATOR, "chat": CURATOR, "message": "last", "button": "Изменить"})
    await expect(page.page.locator(".message", has_text="Изменил")).to_have_count(1)
    assert await page.page.evaluate(place) == pytest.approx(before, abs=2)
    await page.page.click("#jump")
    await expect(page.page.locator("#jump")).to_be_hidden()
