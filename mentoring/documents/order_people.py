"""People as an order names them: in every case, with their posts, alone or several together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mentoring.documents.declension import Case, decline, initials, one_line
from mentoring.documents.declension_posts import decline_post
from mentoring.documents.order_facts import Named
from mentoring.documents.order_words import placeholder

Fields = dict[str, str]
OBLIQUE = tuple(Case)[1:]


def in_case(who: Named, case: Case) -> str:
    return decline(who.name, case, who.gender, who.name_forms)


def in_apposition(who: Named, case: Case) -> str:
    """ "Иванову Анну Петровну, учителя математики"; a post the rules do not know stands in brackets as it is."""
    post = decline_post(who.post, case, who.post_forms)
    if post is None:
        return in_brackets(who, case)
    return ", ".join(part for part in (in_case(who, case), _small(post)) if part)


def in_brackets(who: Named, case: Case) -> str:
    """ "Иванову Анну Петровну (учитель математики)": fits anywhere in a sentence, and the post needs no case."""
    name, post = in_case(who, case), one_line(who.post)
    return f"{name} ({_small(post)})" if post else name


def in_a_line(who: Named) -> str:
    """For a cell: "Иванова Анна Петровна, учитель математики (предметник)"."""
    note = one_line(who.note)
    return in_apposition(who, Case.NOMINATIVE) + (f" ({note})" if note else "")


def _small(post: str) -> str:
    """A post within a sentence; one that begins with an abbreviation ("ИО директора") keeps it."""
    return post[:1].lower() + post[1:] if post[1:2].islower() or post[1:2] in (".", "") else post


def person(part: str, who: Named | None) -> Fields:
    """All placeholders of one person; the same names with empty texts for nobody."""
    one = who or Named("")
    fields = {
        placeholder(part): in_apposition(one, Case.NOMINATIVE),
        placeholder(part, "name"): in_case(one, Case.NOMINATIVE),
        placeholder(part, "post"): one_line(one.post),
        placeholder(part, "note"): one_line(one.note),
        placeholder(part, "signature"): initials(one.name),
    }
    for case in OBLIQUE:
        fields[placeholder(part, case)] = in_apposition(one, case)
        fields[placeholder(part, "name", case)] = in_case(one, case)
        fields[placeholder(part, "brackets", case)] = in_brackets(one, case)
    return fields


def people(part: str, everybody: Sequence[Named]) -> Fields:
    """Placeholders of several people on one side of a pair: one after another, and each on a line of a cell."""
    return {
        placeholder(part): _joined(everybody, Case.NOMINATIVE),
        placeholder(part, "lines"): "\n".join(in_a_line(one) for one in everybody),
        **{placeholder(part, case): _joined(everybody, case) for case in OBLIQUE},
    }


def _joined(everybody: Sequence[Named], case: Case) -> str:
    """One in apposition would need a comma after the post within a sentence, so all stand in brackets."""
    return ", ".join(in_brackets(one, case) for one in everybody)


def each_once(everybody: Iterable[Named | None]) -> list[Named]:
    """Everybody named, in order; the same name with the same post is the same person."""
    found = {(one_line(one.name), one_line(one.post)): one for one in everybody if one}
    return list(found.values())
