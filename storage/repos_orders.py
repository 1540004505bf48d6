"""Legal references and templates of a school, and people's names in other cases, for its orders."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, select

from mentoring.ports_matching import OwnTemplate
from storage.tables import name_forms, order_settings, order_templates, people
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

    def templates(self, school_id: int) -> Sequence[OwnTemplate]:
        """The school's own, without their content."""
        kept = order_templates.c
        query = select(kept.kind, kept.sha256, kept.added_by, kept.added_at).where(kept.school_id == school_id)
        return [OwnTemplate(*row) for row in self._connection.execute(query.order_by(kept.kind))]

    def template(self, school_id: int, kind: str) -> bytes | None:
        where = (order_templates.c.school_id == school_id, order_templates.c.kind == kind)
        found: bytes | None = self._connection.execute(select(order_templates.c.content).where(*where)).scalar()
        return found

    def keep_template(self, school_id: int, template: OwnTemplate, content: bytes) -> None:
        """It takes the place of the one before."""
        key = {"school_id": school_id, "kind": template.kind}
        about = {"sha256": template.sha256, "added_by": template.added_by, "added_at": template.added_at}
        put(self._connection, order_templates, key, {**about, "content": content})

    def drop_template(self, school_id: int, kind: str) -> bool:
        where = (order_templates.c.school_id == school_id, order_templates.c.kind == kind)
        return self._connection.execute(delete(order_templates).where(*where)).rowcount > 0
