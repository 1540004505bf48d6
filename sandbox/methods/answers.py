"""answerCallbackQuery: https://core.telegram.org/bots/api#answercallbackquery."""

from __future__ import annotations

from sandbox.entities.shape import utf16_len
from sandbox.errors import bad
from sandbox.methods.call import Call, method

QUERY_LIFE = 15 * 60
MAX_ANSWER = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback(call: Call) -> bool:
    """Once, and not after a quarter of an hour: the real life of a query is not published."""
    number = call.args.text("callback_query_id")
    callback = call.world.callbacks.get(number)
    if callback is None or callback.bot is not call.bot:
        raise bad(TOO_OLD)
    text = call.args.text("text")
    if utf16_len(text) > MAX_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    del call.world.callbacks[number]
    if call.world.clock.unix() - callback.made > QUERY_LIFE:
        raise bad(TOO_OLD)
    if not callback.answer.done():
        callback.answer.set_result(
            {"toast": text or None, "alert": call.args.flag("show_alert"), "url": call.args.text("url") or None}
        )
    return True
