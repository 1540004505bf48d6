"""getUpdates: offsets, one consumer, sticky kinds, the life of an update."""

import asyncio

import pytest

from sandbox.updates import UpdateQueue
from tests.sandbox.ground import BOT, CURATOR, GROUP, MENTOR, grounds


async def ids(ground, **params):
    return [update["update_id"] for update in await ground.call("getUpdates", **params)]


async def told(ground, count):
    for number in range(count):
        await ground.say(f"слово {number}")


async def test_asking_again_without_an_offset_gives_the_same(ground):
    await told(ground, 3)
    first = await ids(ground)
    assert len(first) == 3
    assert first == list(range(first[0], first[0] + 3))
    assert (await ids(ground))[0] == first[0]
    assert await ids(ground, offset=first[0]) == first


async def test_an_offset_confirms_everything_before_it(ground):
    await told(ground, 3)
    first = await ids(ground)
    assert await ids(ground, offset=first[1]) == first[1:]
    assert (await ids(ground, offset=0))[0] == first[1]


async def test_a_negative_offset_drops_all_but_the_last(ground):
    await told(ground, 4)
    first = await ids(ground)
    assert await ids(ground, offset=-1) == first[-1:]
    assert await ids(ground, offset=first[0]) == first[-1:]
    assert (await ground.call("getWebhookInfo"))["pending_update_count"] == 1


async def test_an_offset_far_beyond_the_tail_is_ignored(ground):
    await told(ground, 2)
    first = await ids(ground)
    assert await ids(ground, offset=first[-1] + 1000) == first


async def test_limit_is_kept_between_one_and_a_hundred(ground):
    await told(ground, 3)
    assert len(await ids(ground, limit=2)) == 2
    assert len(await ids(ground, offset=-3, limit=1000)) == 3
    assert len(await ids(ground, offset=-2, limit=-5)) == 1


async def test_the_same_question_at_once_gets_one_update(ground):
    await told(ground, 3)
    assert len(await ids(ground)) == 3
    assert len(await ids(ground)) == 1


async def test_a_waiting_poll_is_woken_by_news(ground):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(ids(ground, timeout=20))
        await asyncio.sleep(0.05)
        await told(ground, 1)
    assert len(poll.result()) == 1


async def test_the_second_waiting_poll_ends_the_first_with_409(ground):
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ground.refused("getUpdates", timeout=20))
        await asyncio.sleep(0.05)
        second = group.create_task(ids(ground, timeout=20))
        await asyncio.sleep(0.05)
        await told(ground, 1)
    assert first.result() == (
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    assert len(second.result()) == 1


async def test_a_webhook_forbids_polling(ground):
    await ground.call("setWebhook", url="http://127.0.0.1:9/hook")
    words = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    assert await ground.refused("getUpdates") == f"409 Conflict: {words}"
    await ground.call("deleteWebhook")
    assert await ids(ground) == []


async def test_setting_a_webhook_ends_a_waiting_poll(ground):
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ground.refused("getUpdates", timeout=20))
        await asyncio.sleep(0.05)
        group.create_task(ground.call("setWebhook", url="http://127.0.0.1:9/hook"))
    assert first.result() == "409 Conflict: terminated by setWebhook request"


async def test_kinds_are_sticky_and_decided_when_the_update_is_made(ground):
    await ground.call("getUpdates", allowed_updates=["callback_query"])
    await told(ground, 1)
    await ground.call("getUpdates", allowed_updates=[])
    assert await ids(ground) == []
    await told(ground, 1)
    assert len(await ids(ground)) == 1
    assert "allowed_updates" not in await ground.call("getWebhookInfo")


async def test_chat_member_must_be_asked_for_and_needs_an_administrator(ground):
    await ground.in_group(promoted=True)
    await ground.post("member", person=MENTOR, chat=GROUP, do="leave")
    assert [set(one) - {"update_id"} for one in await ground.updates()] == [{"message"}]
    await ground.call("getUpdates", allowed_updates=["chat_member"])
    await ground.post("member", person=MENTOR, chat=GROUP, do="join")
    (update,) = await ground.updates()
    change = update["chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("left", "member")
    await ground.post("member", chat=GROUP, do="demote_bot")
    await ground.post("member", person=MENTOR, chat=GROUP, do="leave")
    assert await ground.updates() == []


async def test_an_update_lives_a_day(ground):
    await told(ground, 1)
    await ground.post("clock", by=23 * 3600)
    assert len(await ids(ground)) == 1
    await ground.post("clock", by=2 * 3600)
    assert await ids(ground, offset=-1) == []


async def test_pending_updates_can_be_dropped(ground):
    await told(ground, 2)
    await ground.call("deleteWebhook", drop_pending_updates=True)
    assert await ids(ground) == []


async def test_an_update_is_shaped_like_telegrams(ground):
    number = await ground.say("/start abc_1", CURATOR)
    (update,) = await ground.updates()
    message = update["message"]
    assert message["message_id"] == number
    assert message["chat"] == {
        "id": CURATOR, "first_name": "Ольга Викторовна", "last_name": "Соколова", "username": "sokolova_ov",
        "type": "private",
    }  # fmt: skip
    assert message["from"]["language_code"] == "ru"
    assert message["text"] == "/start abc_1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_two_sandboxes_do_not_count_updates_from_the_same_number():
    """A bot keeps update ids; after a restart of the sandbox new ones must not look like old ones."""
    async with grounds() as one:
        await told(one, 2)
        first = await ids(one)
    await asyncio.sleep(0.3)
    async with grounds() as other:
        await told(other, 1)
        assert (await ids(other))[0] > first[-1]


@pytest.mark.parametrize("token", ["1000001:wrong", "1000009:sandbox-demo-token"])
async def test_an_unknown_token(ground, token):
    assert await ground.refused("getMe", token) == "401 Unauthorized"


async def test_an_unknown_method(ground):
    assert await ground.refused("getEverything") == "404 Not Found: method not found"
    assert (await ground.call("GETME"))["id"] == BOT


def test_an_unknown_kind_in_the_list_is_the_default():
    queue = UpdateQueue(1)
    queue.allow(["nonsense"])
    assert queue.wants("message")
    assert not queue.wants("chat_member")
