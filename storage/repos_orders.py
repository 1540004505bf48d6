"""Legal references of a school and people's names in other cases, for its orders."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, select

from storage.tables import name_forms, order_settings, people
from storage.upsert import put


class OrderRepo:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def references(self, school_id: int) -> Sequence[str]:
        query = select(order_settings.c.legal).where(order_settings.c.school_id == school_id)
        stored = self._connection.execute(query).scalar()
        return tuple(json.loads(stored)) if stored else ()

    def keep_references(self, school_id: int, references: Sequence[str]) -> None:
        stored = json.dumps(list(references), ensure_ascii=False)
        put(self._connection, order_settings, {"school_id": school_id}, {"legal": stored})

    def name_forms(self, school_id: int) -> Mapping[int, Mapping[str, str]]:
        """By person, then by the case's name."""
        query = (
            select(name_forms.c.person_id, name_forms.c.forms)
            .select_from(name_forms.join(people, people.c.id == name_forms.c.person_id))
            .where(people.c.school_id == school_id)
        )
        return {person_id: json.loads(forms) for person_id, forms in self._connection.execute(query)}

    def keep_name_forms(self, person_id: int, forms: Mapping[str, str]) -> None:
        """No forms at all: the usual rules decline the name again."""
        if not forms:
            self._connection.execute(delete(name_forms).where(name_forms.c.person_id == person_id))
            return
        stored = json.dumps(dict(forms), ensure_ascii=False)
        put(self._connection, name_forms, {"person_id": person_id}, {"forms": stored})
