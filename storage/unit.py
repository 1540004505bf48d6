"""A unit of work over one open transaction; implements `mentoring.ports.Unit`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cached_property

from sqlalchemy import Connection

from mentoring.notices.rules import Farewell, Notice
from mentoring.reflection.rules_posts import GroupDeed, GroupPost
from storage import facts, notices, outbox
from storage.repos_acceptances import AcceptanceRepo, EndingRepo
from storage.repos_awards import AwardRepo
from storage.repos_calendar import CalendarRepo
from storage.repos_cases import CaseRepo
from storage.repos_consents import ConsentRepo
from storage.repos_digest import DigestRepo
from storage.repos_evaluation import MutualRepo
from storage.repos_evaluation_year import YearEndRepo
from storage.repos_fits import FitRepo
from storage.repos_forms import FormRepo
from storage.repos_groups import GroupRepo
from storage.repos_groups_asked import ReflectionRepo
from storage.repos_groups_polls import HourRepo, PollRepo
from storage.repos_interviews import InterviewRepo
from storage.repos_ladders import LadderRepo
from storage.repos_library import MaterialRepo
from storage.repos_matching import MatchingRepo
from storage.repos_meetings import MeetingRepo
from storage.repos_notices import QueueRepo
from storage.repos_orders import OrderRepo
from storage.repos_pairs import PairRepo
from storage.repos_people import PeopleRepo, SchoolRepo
from storage.repos_plan import PlanRepo
from storage.repos_roadmap import RoadmapRepo
from storage.repos_school import FocusRepo, InvitationRepo
from storage.repos_submissions import SubmissionRepo
from storage.repos_support import ConsultationRepo, HelperRepo, QuestionRepo
from storage.repos_support_talks import TalkRepo
from storage.repos_surveys import SurveyRepo
from storage.repos_training import TrainingRepo
from storage.repos_year import TurnRepo


class StorageUnit:
    """The repositories of one transaction; whoever opened it turns `notices` into outbox rows."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now
        self.notices: list[Notice] = []
        self.farewells: list[Farewell] = []
        self.posts: list[GroupPost | GroupDeed] = []
        self.erased = False

    def tell(self, notice: Notice) -> None:
        self.notices.append(notice)

    def part(self, farewell: Farewell) -> None:
        self.farewells.append(farewell)

    def post(self, post: GroupPost) -> None:
        self.posts.append(post)

    def deed(self, deed: GroupDeed) -> None:
        self.posts.append(deed)

    def _note_erasure(self) -> None:
        self.erased = True

    def remembered(self, name: str) -> str | None:
        """A small fact that an earlier unit kept."""
        return facts.get(self.connection, name)

    def remember(self, name: str, value: str) -> None:
        facts.keep(self.connection, name, value)

    def said(self, key: str) -> bool:
        """Whether a notice of this key was put out before."""
        return outbox.known(self.connection, key) or notices.known(self.connection, key)

    def withdraw(self, prefix: str, person_id: int | None = None) -> None:
        """What was not said yet under keys that begin so is not said any more; told in this unit or before."""
        theirs = [n for n in self.notices if n.key.startswith(prefix) and person_id in (None, n.person_id)]
        self.notices = [notice for notice in self.notices if notice not in theirs]
        notices.withdraw(self.connection, prefix, self.now, person_id)

    def take_back(self, keys: Collection[tuple[str, int]]) -> None:
        """As `withdraw`, of whole keys with whom each was for; most of them were never put out."""
        told = {notice.key for notice in self.notices}
        standing = told | notices.standing(self.connection, [key for key, _ in keys]) if keys else set()
        for key, person_id in keys:
            if key in standing:
                self.withdraw(key, person_id)

    @cached_property
    def queue(self) -> QueueRepo:
        return QueueRepo(self.connection)

    @cached_property
    def schools(self) -> SchoolRepo:
        return SchoolRepo(self.connection)

    @cached_property
    def people(self) -> PeopleRepo:
        return PeopleRepo(self.connection, self._note_erasure)

    @cached_property
    def invitations(self) -> InvitationRepo:
        return InvitationRepo(self.connection)

    @cached_property
    def consents(self) -> ConsentRepo:
        return ConsentRepo(self.connection)

    @cached_property
    def submissions(self) -> SubmissionRepo:
        return SubmissionRepo(self.connection)

    @cached_property
    def forms(self) -> FormRepo:
        return FormRepo(self.connection)

    @cached_property
    def surveys(self) -> SurveyRepo:
        return SurveyRepo(self.connection)

    @cached_property
    def pairs(self) -> PairRepo:
        return PairRepo(self.connection)

    @cached_property
    def meetings(self) -> MeetingRepo:
        return MeetingRepo(self.connection, self.now)

    @cached_property
    def fits(self) -> FitRepo:
        return FitRepo(self.connection)

    @cached_property
    def ladders(self) -> LadderRepo:
        return LadderRepo(self.connection)

    @cached_property
    def interviews(self) -> InterviewRepo:
        return InterviewRepo(self.connection)

    @cached_property
    def matching(self) -> MatchingRepo:
        return MatchingRepo(self.connection)

    @cached_property
    def acceptances(self) -> AcceptanceRepo:
        return AcceptanceRepo(self.connection)

    @cached_property
    def endings(self) -> EndingRepo:
        return EndingRepo(self.connection)

    @cached_property
    def orders(self) -> OrderRepo:
        return OrderRepo(self.connection)

    @cached_property
    def plans(self) -> PlanRepo:
        return PlanRepo(self.connection)

    @cached_property
    def calendars(self) -> CalendarRepo:
        return CalendarRepo(self.connection)

    @cached_property
    def digests(self) -> DigestRepo:
        return DigestRepo(self.connection)

    @cached_property
    def roadmap(self) -> RoadmapRepo:
        return RoadmapRepo(self.connection)

    @cached_property
    def helpers(self) -> HelperRepo:
        return HelperRepo(self.connection)

    @cached_property
    def consultations(self) -> ConsultationRepo:
        return ConsultationRepo(self.connection)

    @cached_property
    def questions(self) -> QuestionRepo:
        return QuestionRepo(self.connection)

    @cached_property
    def talks(self) -> TalkRepo:
        return TalkRepo(self.connection)

    @cached_property
    def training(self) -> TrainingRepo:
        return TrainingRepo(self.connection)

    @cached_property
    def materials(self) -> MaterialRepo:
        return MaterialRepo(self.connection)

    @cached_property
    def mutuals(self) -> MutualRepo:
        return MutualRepo(self.connection)

    @cached_property
    def year_ends(self) -> YearEndRepo:
        return YearEndRepo(self.connection)

    @cached_property
    def foci(self) -> FocusRepo:
        return FocusRepo(self.connection)

    @cached_property
    def groups(self) -> GroupRepo:
        return GroupRepo(self.connection)

    @cached_property
    def reflections(self) -> ReflectionRepo:
        return ReflectionRepo(self.connection)

    @cached_property
    def hours(self) -> HourRepo:
        return HourRepo(self.connection)

    @cached_property
    def polls(self) -> PollRepo:
        return PollRepo(self.connection)

    @cached_property
    def awards(self) -> AwardRepo:
        return AwardRepo(self.connection)

    @cached_property
    def cases(self) -> CaseRepo:
        return CaseRepo(self.connection)

    @cached_property
    def turn(self) -> TurnRepo:
        return TurnRepo(self.connection)
