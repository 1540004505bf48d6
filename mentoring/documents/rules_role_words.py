"""The words people use for the programme's roles, and the words that head the columns of their lists. Pure."""

from __future__ import annotations

import re
from typing import Literal

from mentoring.people.rules import Role

Heading = Literal["name", "weak", "role", "post", "other"]

_TAIL = r" [^,;/+&]+"  # of what: "по УВР", "учителей математики"
# Compared with the folded phrase: lower case, "е" for "ё", spaces for dots and hyphens.
_ROLES: dict[Role, str] = {
    Role.MENTOR: r"((педагог|учитель) )?наставни(к|ки|ка|ца|цы)|mentors?",
    Role.MENTEE: r"наставляем(ый|ая|ые|ого|ой|ых)|подопечн(ый|ая|ые)|нович(ок|ки)|м ?с"
    r"|(молод|начинающ|нов)(ой|ый|ая|ий|ые|ие) (специалист|педагог|учитель|учительница|сотрудник)(ы|и|а|я)?"
    r"|mentees?|(young|new) (specialist|teacher)s?|newcomers?|novices?",
    Role.PSYCHOLOGIST: r"((школьный|педагог|социальный) )?психолог(и)?|(school )?psychologists?",
    Role.DIRECTOR: r"(и ?о )?директор(а)?( школы| лицея| гимназии| оо)?|principal|(school )?director|head ?master",
    Role.DEPUTY: rf"завуч(и)?( по{_TAIL})?|зам ?директора( по{_TAIL})?"
    rf"|зам(ы|еститель|естители)?( по{_TAIL}| дир(ектора)?( школы)?( по{_TAIL})?)?"
    r"|deputy( (head|director|principal))?|deputies",
    Role.HEAD: r"(рук(оводител[ьи])?|председател[ьи]) "
    rf"((ш|р)?мо|методическ(ого|их) объединени(я|й)|кафедры)({_TAIL})?"
    rf"|head of (a |the )?(subject group|department)({_TAIL})?|subject head",
    Role.SITE_ADMIN: r"(админ|администратор|ответственн(ый|ая) за)( школьн(ого|ый))?( сайт(а)?)"
    r"|(web)?site admin(istrator)?|webmaster",
    Role.CURATOR: r"куратор(ы)?( программы)?( наставничества)?|curators?",
}
_HEADINGS: dict[Heading, str] = {
    "name": r"ф ?и ?о( .+)?|фамилия(,? имя)?(,? отчество)?|имя|отчество|фамилия и имя|фамилия имя отчество"
    r"|(full |first |last |middle )?name|surname|patronymic",
    # Heads a column of names only where every other cell is a heading too: it may as well be a post.
    "weak": r"педагоги?|учител[ья]|сотрудники?|участники?|teachers?|people|participants?",
    "role": r"роль( .+)?|роли( .+)?|участие|статус|кто|roles?",
    "post": r"должность( .+)?|post|position|job( title)?",
    "other": r"(№|n|no|#)( ?п ?п| ?п/п)?|п/п|номер|телефон.*|(e ?)?mail|почта|(электронная )?почта|предмет.*"
    r"|класс.*|стаж.*|категория.*|примечани.*|кабинет|школа|дата.*|phone|email|subject|note.*",
}
# A teacher's post beside the name says nothing of the role here.
_POST = re.compile(
    r"(учитель|учительница|преподаватель|воспитатель|педагог|логопед|дефектолог|библиотекарь|тьютор"
    r"|методист|вожатый|советник|teacher|librarian)\b.*"
)
_ROLE_PATTERNS = {role: re.compile(pattern) for role, pattern in _ROLES.items()}
_HEADING_PATTERNS = {heading: re.compile(pattern) for heading, pattern in _HEADINGS.items()}
_AND = re.compile(r"\s*[,;/+&]\s*|\s+(?:и|and)\s+", re.IGNORECASE)
_LONGEST = 200  # characters; whatever is longer is no role, and not worth the search


def folded(text: str) -> str:
    """The text for comparing: case, ё and е, dots, hyphens and spaces make no difference."""
    plain = re.sub(r"[.\-‐‑–—_:«»\"'`]+", " ", text.casefold().replace("ё", "е"))
    return " ".join(plain.split())


def role_of(phrase: str) -> Role | None:
    plain = folded(phrase)
    return next((role for role, pattern in _ROLE_PATTERNS.items() if pattern.fullmatch(plain)), None)


def roles_of(phrase: str) -> tuple[Role, ...]:
    """The roles a phrase names ("наставник и психолог"); empty unless every part of it is a role.

    "Зам. директора по учебной и воспитательной работе" is one role: its parts alone are none.
    """
    if len(phrase) > _LONGEST:
        return ()
    parts = [role_of(part) for part in _AND.split(phrase) if part]
    known = tuple(dict.fromkeys(part for part in parts if part is not None))
    if None not in parts:
        return known
    whole = role_of(phrase)
    return () if whole is None else (whole,)


def is_post(phrase: str) -> bool:
    return bool(_POST.fullmatch(folded(phrase)))


def heading_of(cell: str) -> Heading | None:
    plain = folded(cell)
    return next((head for head, pattern in _HEADING_PATTERNS.items() if pattern.fullmatch(plain)), None)
