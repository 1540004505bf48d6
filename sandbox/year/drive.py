"""The year itself: from one moment at which something may happen to the next.

Time hops to the earliest of what the bot announces, when a robot looks at its telephone, and what the diary says.
Robots at their telephones act in rounds, those of a pair one after the other: what one does is wholly handled
before the other looks, so that the same seed gives the same year however fast the machine is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sandbox.door import Door
from sandbox.errors import PeopleError
from sandbox.people.moment import move
from sandbox.walk.chat import Message
from sandbox.world import World
from sandbox.year.acts import Act, Leave, Say, Session, Tap
from sandbox.year.checks import AFTER, BEFORE, Arrival, Checks, Overdue
from sandbox.year.diary import Entry
from sandbox.year.ground import Ground, Notice
from sandbox.year.log import Got, Log, parts_of, rule_of
from sandbox.year.messenger import Messenger
from sandbox.year.robot import Robot

LANES = range(5)  # four of a group, and the staff
LOOKED_AT = 12  # so many of the latest messages are looked at
LONGEST = 40  # acts of one session; more than that is a robot that walks in circles
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Hand:
    """A robot with its telephone in hand. `last` is the number of the message it pressed."""

    robot: Robot
    session: Session
    act: Act | None = None
    acts: int = 0


@dataclass(slots=True)
class Year:
    """`step`: stop at every such point of time too, whether or not anything may be due. `breaks` are moments after
    which the bot is restarted in the middle of what people do.
    """

    ground: Ground
    world: World
    door: Door
    messenger: Messenger
    robots: Sequence[Robot]
    checks: Checks
    overdue: Overdue
    entries: list[Entry]
    now: datetime
    end: datetime
    breaks: list[datetime] = field(default_factory=list)
    step: timedelta | None = None
    log: Log = field(default_factory=Log)
    events: int = 0
    hops: int = 0
    restarts: int = 0
    _by_account: dict[int, Robot] = field(default_factory=dict)
    _counted: set[int] = field(default_factory=set)

    async def run(self) -> None:
        self._by_account = {robot.account: robot for robot in self.robots}
        await self._collect(by_time=False)
        while self.now < self.end:
            await self._hop(await self._following())
            await self._act()
        self.checks.over(await self.ground.meetings(), self.now)

    async def _following(self) -> datetime:
        """The next moment at which anything may happen; never the present one again."""
        soon = [robot.wakes for robot in self.robots if robot.wakes is not None and not robot.blocked]
        soon += [entry.at for entry in self.entries[:1]]
        bot = await self.ground.next()
        soon += [bot] if bot is not None else []
        if self.step is not None:
            soon.append(_EPOCH + ((self.now - _EPOCH) // self.step + 1) * self.step)
        least = self.now + timedelta(minutes=1)
        return min([self.end, *(max(at, least) for at in soon)])

    async def _hop(self, to: datetime) -> None:
        new_day = self.checks.school.day(to) != self.checks.school.day(self.now)
        before, self.now = self.now, to
        self.checks.school.today = self.checks.school.day(to)
        self._counted.clear()
        self.hops += 1
        await move(self.world, self.door, to)
        await self._collect(by_time=True, since=before)
        if new_day:
            await self._look_over()

    async def _look_over(self) -> None:
        meetings = await self.ground.meetings()
        self.checks.ends(meetings, self.now)
        self.overdue.look(await self.ground.pairs(), meetings, self.now)

    async def _act(self) -> None:
        """Everybody whose hour has come, side by side, until all telephones are put away."""
        hands = [await self._take(robot) for robot in self.robots if robot.due(self.now) and not robot.blocked]
        while self.entries and self.entries[0].at <= self.now:
            entry = self.entries.pop(0)
            hands.append(Hand(entry.robot, entry.deed()))
        for hand in hands:
            await self._next(hand, None)
        while any(hand.act is not None for hand in hands):
            for lane in LANES:
                await self._round([hand for hand in hands if hand.act is not None and hand.robot.lane == lane])

    async def _take(self, robot: Robot) -> Hand:
        chat = await self.messenger.look(robot.account, robot.floor)
        if len(chat) > LOOKED_AT:
            robot.floor = chat[-LOOKED_AT].id - 1
        return Hand(robot, robot.session(self.now, chat))

    async def _next(self, hand: Hand, screen: Sequence[Message] | None) -> None:
        hand.acts += 1
        try:
            hand.act = next(hand.session) if screen is None else hand.session.send(screen)
        except StopIteration:
            hand.act = None
        if hand.acts > LONGEST:
            hand.session.close()
            hand.act = None

    async def _round(self, hands: list[Hand]) -> None:
        """One act of each, then what has changed on their screens."""
        if not hands:
            return
        before = self.world.changes.seq
        for hand in hands:
            await self._do(hand.robot, hand.act)
        if self.breaks and self.breaks[0] <= self.now:
            self.breaks.pop(0)
            self.restarts += 1
            await self.ground.restart()
        await self.ground.rest()
        await self._collect(by_time=False, acting={hand.robot.account for hand in hands})
        for hand in hands:
            changed = [one for one in await self._screens(hand) if one.seq > before]
            for message in changed:
                hand.robot.remember(message)
            await self._next(hand, changed)

    async def _screens(self, hand: Hand) -> list[Message]:
        """The robot's latest messages, and the one it presses however old it is."""
        floor = hand.robot.floor
        if isinstance(hand.act, Tap):
            floor = min(floor, hand.act.message - 1)
        return await self.messenger.look(hand.robot.account, floor)

    async def _do(self, robot: Robot, act: Act | None) -> None:
        self.events += 1
        try:
            if isinstance(act, Say):
                await self.messenger.say(robot.account, act.text)
            elif isinstance(act, Tap):
                await self._press(robot, act)
            elif isinstance(act, Leave):
                await self._leave(robot, act)
        except PeopleError as error:
            if error.status != 409:  # whoever has blocked the bot cannot write to it
                raise

    async def _press(self, robot: Robot, act: Tap) -> None:
        if act.data.startswith("nt.put"):
            self.checks.put_off(robot)
        for _ in range(act.times):
            await self.messenger.press(robot.account, act.message, act.data)
        self.events += act.times - 1

    async def _leave(self, robot: Robot, act: Leave) -> None:
        robot.blocked = act.do == "block"
        await self.messenger.post("member", person=robot.account, do=act.do)

    async def _collect(self, *, by_time: bool, acting: Iterable[int] = (), since: datetime | None = None) -> None:
        """Log what arrived; what nobody asked for is put beside what the bot says it has said, and checked."""
        got = self.log.take(self.world.calls)
        if not got:
            return
        said = [one for one in await self.ground.notices(self.now) if one.row not in self._counted]
        self._counted |= {one.row for one in said}
        for account in sorted({one.account for one in got} | {one.account for one in said}):
            robot = self._by_account.get(account)
            if robot is not None:
                theirs = [one for one in said if one.account == account]
                await self._sort(robot, [one for one in got if one.account == account], theirs, account in acting)
                await self._check(robot, theirs, by_time, since)

    async def _sort(self, robot: Robot, got: list[Got], said: list[Notice], acting: bool) -> None:
        """The last of the new messages are those that were said unasked; the others answer what the robot did."""
        new = [one for one in got if one.new]
        unasked = new[len(new) - len(said) :] if said else []
        if len(said) > len(new):
            self.checks.broken("said-not-arrived", self.now, robot=robot.number)
        if not acting and len(got) > len(said):
            self.checks.broken("arrived-unsaid", self.now, robot=robot.number)
        keys = {id(one): notice.keys for one, notice in zip(unasked, said, strict=False)}
        for one in got:
            self.log.add(self.now, robot.number, one, keys.get(id(one), ()))
        for _ in unasked:
            robot.heard(self.now)

    async def _check(self, robot: Robot, said: list[Notice], by_time: bool, since: datetime | None) -> None:
        for notice in said:
            decided_by_tick = by_time and (since is None or notice.put_at > since)
            arrival = Arrival(robot, notice, decided_by_tick)
            self.checks.arrived(arrival, self.now)
            await self._about_meetings(arrival)
            await self._about_pairs(arrival)

    async def _about_meetings(self, one: Arrival) -> None:
        wanted = {int(parts_of(key)[2]) for key in one.notice.keys if rule_of(key) in BEFORE | AFTER}
        if wanted:
            meetings = {found.id: found for found in await self.ground.meetings(wanted)}
            self.checks.reminders(one, meetings, self.now)

    async def _about_pairs(self, one: Arrival) -> None:
        """Of which pairs a curator hears that help is needed."""
        if one.robot.role != "curator":
            return
        day = self.checks.school.day(self.now)
        for key in one.notice.keys:
            number = int(parts_of(key)[2]) if rule_of(key) in ("ladder", "meeting-help") else 0
            if rule_of(key) == "ladder":
                self.overdue.told((await self.ground.ladders())[number], day)
            elif number:
                self.overdue.told((await self.ground.meetings({number}))[0].pair, day)
