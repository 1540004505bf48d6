"""Groups: privacy mode, membership, administrators, the upgrade to a supergroup."""

import pytest

from tests.sandbox.ground import BOT, CURATOR, GROUP, MENTOR, NEWCOMER

NAME = "uchitel_demo_bot"


async def heard(ground, text, **more):
    await ground.say(text, MENTOR, GROUP, **more)
    return [update["message"]["text"] for update in await ground.updates()]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("привет всем", False),
        (f"/start@{NAME} token", True),
        (f"/START@{NAME.upper()}", True),
        ("/start@another_bot", False),
        ("/start", False),
        (f"спросите @{NAME}", True),
        ("@kate_morozova, привет", False),
    ],
)
async def test_privacy_mode(ground, text, told):
    await ground.in_group()
    assert await heard(ground, text) == ([text] if told else [])


async def test_bare_commands_go_to_the_last_bot_that_spoke(ground):
    await ground.in_group()
    assert await heard(ground, "/start") == []
    await ground.call("sendMessage", chat_id=GROUP, text="здравствуйте")
    assert await heard(ground, "/start") == ["/start"]
    assert await heard(ground, "не команда") == []


async def test_replies_to_the_bot_are_heard(ground):
    await ground.in_group()
    sent = await ground.call("sendMessage", chat_id=GROUP, text="вопрос")
    assert await heard(ground, "ответ", reply_to=sent["message_id"]) == ["ответ"]


async def test_an_administrator_or_a_bot_without_privacy_hears_everything(ground):
    await ground.in_group(promoted=True)
    assert await heard(ground, "привет") == ["привет"]
    other = await ground.post("bots", username="open_bot", privacy=False)
    await ground.post("member", chat=GROUP, do="add_bot", bot=other["id"])
    await ground.updates(other["token"])
    await ground.say("всем", MENTOR, GROUP)
    assert [one["message"]["text"] for one in await ground.updates(other["token"])] == ["всем"]


async def test_bots_do_not_hear_each_other(ground):
    await ground.in_group(promoted=True)
    other = await ground.post("bots", username="open_bot", privacy=False)
    await ground.post("member", chat=GROUP, do="add_bot", bot=other["id"])
    await ground.updates()
    await ground.call("sendMessage", other["token"], chat_id=GROUP, text="я бот")
    assert await ground.updates() == []


async def test_only_members_speak(ground):
    await ground.post("say", 403, person=NEWCOMER, chat=GROUP, text="x")
    await ground.get(f"chats/{GROUP}/messages", 403, **{"as": NEWCOMER})
    await ground.post("member", person=NEWCOMER, chat=GROUP, do="join")
    await ground.post("say", person=NEWCOMER, chat=GROUP, text="x")
    await ground.post("member", 409, person=NEWCOMER, chat=GROUP, do="join")


async def test_adding_and_removing_the_bot(ground):
    assert await ground.refused("sendMessage", chat_id=GROUP, text="x") == "400 Bad Request: chat not found"
    await ground.post("member", person=CURATOR, chat=GROUP, do="add_bot")
    status, service = await ground.updates()
    assert status["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert status["my_chat_member"]["from"]["id"] == CURATOR
    assert service["message"]["new_chat_members"][0]["id"] == BOT
    await ground.post("member", chat=GROUP, do="remove_bot")
    status, service = await ground.updates()
    assert status["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert service["message"]["left_chat_member"]["id"] == BOT
    refused = await ground.refused("sendMessage", chat_id=GROUP, text="x")
    assert refused == "403 Forbidden: bot was kicked from the group chat"


async def test_the_bot_leaves(ground):
    await ground.in_group()
    assert await ground.call("leaveChat", chat_id=GROUP)
    refused = await ground.refused("sendMessage", chat_id=GROUP, text="x")
    assert refused == "403 Forbidden: bot is not a member of the group chat"


async def test_people_come_and_go(ground):
    await ground.in_group()
    await ground.post("member", person=MENTOR, chat=GROUP, do="leave")
    (update,) = await ground.updates()
    assert update["message"]["left_chat_member"]["id"] == MENTOR
    assert (await ground.call("getChatMember", chat_id=GROUP, user_id=MENTOR))["status"] == "left"
    assert (await ground.seen(CURATOR, GROUP))[-1]["text"] == "Больше не в группе: Татьяна Николаевна Орлова"


async def test_members_and_administrators(ground):
    await ground.in_group(promoted=True)
    await ground.post("member", person=MENTOR, chat=GROUP, do="promote")
    found = await ground.call("getChatAdministrators", chat_id=GROUP)
    assert {(one["user"]["id"], one["status"]) for one in found} == {
        (CURATOR, "creator"), (MENTOR, "administrator"), (BOT, "administrator"),
    }  # fmt: skip
    assert await ground.call("getChatMemberCount", chat_id=GROUP) == 11
    refused = await ground.refused("getChatMember", chat_id=GROUP, user_id=77)
    assert refused == "400 Bad Request: PARTICIPANT_ID_INVALID"
    assert (await ground.call("getChat", chat_id=GROUP))["title"] == "Школа № 6 · наставничество"


async def test_an_administrator_bot_bans_and_promotes(ground):
    await ground.in_group()
    refused = await ground.refused("banChatMember", chat_id=GROUP, user_id=MENTOR)
    assert refused == "400 Bad Request: not enough rights to restrict/unrestrict chat member"
    await ground.post("member", chat=GROUP, do="promote_bot")
    assert await ground.call("banChatMember", chat_id=GROUP, user_id=MENTOR)
    assert (await ground.call("getChatMember", chat_id=GROUP, user_id=MENTOR))["status"] == "kicked"
    refused = await ground.refused("banChatMember", chat_id=GROUP, user_id=CURATOR)
    assert refused == "400 Bad Request: can't remove chat owner"


async def test_a_group_becomes_a_supergroup(ground):
    await ground.in_group()
    new = (await ground.post("member", chat=GROUP, do="upgrade"))["chat"]
    assert new <= -1_000_000_000_000
    farewell, arrival = [update["message"] for update in await ground.updates()]
    assert (farewell["chat"]["id"], farewell["migrate_to_chat_id"]) == (GROUP, new)
    assert (arrival["chat"]["id"], arrival["migrate_from_chat_id"]) == (new, GROUP)
    _, answer = await ground.raw("sendMessage", chat_id=GROUP, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    assert (await ground.call("sendMessage", chat_id=new, text="x"))["chat"]["type"] == "supergroup"
    state = await ground.get("state")
    assert [chat["id"] for chat in state["chats"] if chat["type"] != "private"] == [new]
    await ground.post("member", chat=new, do="remove_bot")
    refused = await ground.refused("sendMessage", chat_id=new, text="x")
    assert refused == "403 Forbidden: bot was kicked from the supergroup chat"


async def test_a_join_request(ground):
    await ground.in_group(promoted=True)
    await ground.post("member", person=NEWCOMER, chat=GROUP, do="request")
    (update,) = await ground.updates()
    assert update["chat_join_request"]["from"]["id"] == NEWCOMER
    assert await ground.call("approveChatJoinRequest", chat_id=GROUP, user_id=NEWCOMER)
    assert (await ground.call("getChatMember", chat_id=GROUP, user_id=NEWCOMER))["status"] == "member"


async def test_a_new_group(ground):
    made = await ground.post("groups", title="Пара", owner=CURATOR, members=[MENTOR, str(NEWCOMER)])
    assert made["id"] == GROUP - 1
    assert made["members"] == [CURATOR, MENTOR, NEWCOMER]
    await ground.post("groups", 404, title="Пара", owner=CURATOR, members=[5])
