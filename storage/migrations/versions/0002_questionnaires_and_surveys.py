"""questionnaires and surveys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def _recode(old: str, new: str, kind: sa.types.TypeEngine[Any], convert: Callable[[Any], Any]) -> None:
    """The files of questionnaires as bytes, because a spreadsheet is no text; and back."""
    with op.batch_alter_table('form_versions', schema=None) as batch_op:
        batch_op.add_column(sa.Column(new, kind, nullable=True))
    table = sa.table('form_versions', sa.column('version'), sa.column(old), sa.column(new, kind))
    bind = op.get_bind()
    for version, value in bind.execute(sa.select(table.c.version, table.c[old])).all():
        bind.execute(table.update().where(table.c.version == version).values({new: convert(value)}))
    with op.batch_alter_table('form_versions', schema=None) as batch_op:
        batch_op.alter_column(new, existing_type=kind, nullable=False)
        batch_op.drop_column(old)


def upgrade() -> None:
    op.create_table('surveys',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('form_id', sa.String(length=64), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('wave', sa.String(length=8), nullable=False),
    sa.Column('series', sa.String(length=64), nullable=False),
    sa.Column('titles', sa.Text(), nullable=False),
    sa.Column('roles', sa.String(length=120), nullable=False),
    sa.Column('anonymous', sa.Boolean(), nullable=False),
    sa.Column('reminders', sa.Boolean(), nullable=False),
    sa.Column('opened_at', UtcDateTime(), nullable=False),
    sa.Column('closes_at', UtcDateTime(), nullable=False),
    sa.Column('closed_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_surveys_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_surveys')),
    sa.UniqueConstraint('school_id', 'form_id', 'occasion', name=op.f('uq_surveys_school_id_form_id_occasion'))
    )
    with op.batch_alter_table('surveys', schema=None) as batch_op:
        batch_op.create_index('ix_surveys_open', ['closes_at'], unique=False, sqlite_where=sa.text('closed_at IS NULL'), postgresql_where=sa.text('closed_at IS NULL'))

    op.create_table('school_forms',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('form_id', sa.String(length=64), nullable=False),
    sa.Column('version', sa.String(length=64), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('source_name', sa.String(length=120), nullable=False),
    sa.Column('titles', sa.Text(), nullable=False),
    sa.Column('questions', sa.SmallInteger(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('added_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('added_at', UtcDateTime(), nullable=False),
    sa.Column('published_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['added_by'], ['people.id'], name=op.f('fk_school_forms_added_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_school_forms_school_id_schools'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['version'], ['form_versions.version'], name=op.f('fk_school_forms_version_form_versions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_school_forms')),
    sa.UniqueConstraint('school_id', 'form_id', 'version', name=op.f('uq_school_forms_school_id_form_id_version'))
    )
    with op.batch_alter_table('school_forms', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_school_forms_added_by'), ['added_by'], unique=False)
        batch_op.create_index('uq_school_forms_in_force', ['school_id', 'form_id'], unique=True, sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))

    op.create_table('survey_given',
    sa.Column('survey_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_survey_given_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id'], name=op.f('fk_survey_given_survey_id_surveys'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('survey_id', 'person_id', name=op.f('pk_survey_given')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('survey_given', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_survey_given_person_id'), ['person_id'], unique=False)

    op.create_table('survey_sheets',
    sa.Column('survey_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sheet', sa.String(length=32), nullable=False),
    sa.Column('version', sa.String(length=64), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('link', sa.String(length=64), nullable=False),
    sa.Column('answers', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id'], name=op.f('fk_survey_sheets_survey_id_surveys'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('survey_id', 'sheet', name=op.f('pk_survey_sheets')),
    sqlite_with_rowid=False
    )
    op.create_table('uploads',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('reference', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=160), nullable=False),
    sa.Column('size', sa.Integer(), server_default='0', nullable=False),
    sa.Column('added_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_uploads_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_uploads'))
    )
    with op.batch_alter_table('uploads', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_uploads_person_id'), ['person_id'], unique=False)

    _recode('source', 'content', sa.LargeBinary(), lambda text: text.encode())

    with op.batch_alter_table('submissions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reminded_at', UtcDateTime(), nullable=True))
        batch_op.create_index('ix_submissions_left_alone', ['updated_at'], unique=False, sqlite_where=sa.text("state = 'draft' AND reminded_at IS NULL"), postgresql_where=sa.text("state = 'draft' AND reminded_at IS NULL"))



def downgrade() -> None:
    with op.batch_alter_table('submissions', schema=None) as batch_op:
        batch_op.drop_index('ix_submissions_left_alone', sqlite_where=sa.text("state = 'draft' AND reminded_at IS NULL"), postgresql_where=sa.text("state = 'draft' AND reminded_at IS NULL"))
        batch_op.drop_column('reminded_at')

    # Spreadsheets are no text: their files do not survive the way back, Markdown and CSV do.
    _recode('content', 'source', sa.Text(), lambda data: data.decode('utf-8', 'replace').replace('\x00', ''))

    with op.batch_alter_table('uploads', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_uploads_person_id'))

    op.drop_table('uploads')
    op.drop_table('survey_sheets')
    with op.batch_alter_table('survey_given', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_survey_given_person_id'))

    op.drop_table('survey_given')
    with op.batch_alter_table('school_forms', schema=None) as batch_op:
        batch_op.drop_index('uq_school_forms_in_force', sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))
        batch_op.drop_index(batch_op.f('ix_school_forms_added_by'))

    op.drop_table('school_forms')
    with op.batch_alter_table('surveys', schema=None) as batch_op:
        batch_op.drop_index('ix_surveys_open', sqlite_where=sa.text('closed_at IS NULL'), postgresql_where=sa.text('closed_at IS NULL'))

    op.drop_table('surveys')
