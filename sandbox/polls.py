"""Votes in a poll, and what its bot is told of them: https://core.telegram.org/bots/api#poll."""

from __future__ import annotations

from sandbox.model import Bot, Json, Message, Person
from sandbox.world import World


def tell_poll(world: World, message: Message) -> None:
    """Only the bot that sent the poll hears how it stands."""
    if isinstance(message.sender, Bot):
        world.tell(message.sender, "poll", dict(message.extra["poll"]))


def cast(world: World, message: Message, person: Person, options: list[int]) -> None:
    """The person's choice in the place of a former one; none takes it back."""
    if options:
        message.votes[person.id] = options
    else:
        message.votes.pop(person.id, None)
    message.extra = message.extra | {"poll": _counted(message)}
    world.touch(message, edited=False)
    tell_poll(world, message)
    if not message.extra["poll"]["is_anonymous"] and isinstance(message.sender, Bot):
        world.tell(message.sender, "poll_answer", _answer(message, person, options))


def _counted(message: Message) -> Json:
    poll: Json = message.extra["poll"]
    chosen = [one for options in message.votes.values() for one in options]
    options = [option | {"voter_count": chosen.count(n)} for n, option in enumerate(poll["options"])]
    return poll | {"options": options, "total_voter_count": len(message.votes)}


def _answer(message: Message, person: Person, options: list[int]) -> Json:
    poll: Json = message.extra["poll"]
    names = [poll["options"][one]["persistent_id"] for one in options]
    answer = {"poll_id": poll["id"], "user": person.user(), "option_ids": options}
    return answer | {"option_persistent_ids": names}
