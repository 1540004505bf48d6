"""roadmap: steps by year, people behind roles, the log."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('road_looks',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('looks_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_road_looks_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_road_looks'))
    )
    with op.batch_alter_table('road_looks', schema=None) as batch_op:
        batch_op.create_index('ix_road_looks_at', ['looks_at'], unique=False)

    op.create_table('road_changes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('year', sa.SmallInteger(), nullable=False),
    sa.Column('n', sa.SmallInteger(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('reason', sa.Text(), server_default='', nullable=False),
    sa.Column('before', sa.Text(), server_default='{}', nullable=False),
    sa.Column('after', sa.Text(), server_default='{}', nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_road_changes_person_id_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_road_changes_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_road_changes'))
    )
    with op.batch_alter_table('road_changes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_road_changes_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_road_changes_step', ['school_id', 'year', 'n'], unique=False)

    op.create_table('road_holders',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=True),
    sa.Column('given', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_road_holders_person_id_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_road_holders_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_road_holders')),
    sa.UniqueConstraint('school_id', 'person_id', 'role', 'first', 'given', name=op.f('uq_road_holders_school_id_person_id_role_first_given'))
    )
    with op.batch_alter_table('road_holders', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_road_holders_person_id'), ['person_id'], unique=False)

    op.create_table('road_stand_ins',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('absent_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=True),
    sa.ForeignKeyConstraint(['absent_id'], ['people.id'], name=op.f('fk_road_stand_ins_absent_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_road_stand_ins_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_road_stand_ins_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_road_stand_ins'))
    )
    with op.batch_alter_table('road_stand_ins', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_road_stand_ins_absent_id'), ['absent_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_road_stand_ins_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_road_stand_ins_school_id'), ['school_id'], unique=False)

    op.create_table('road_steps',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('year', sa.SmallInteger(), nullable=False),
    sa.Column('n', sa.SmallInteger(), nullable=False),
    sa.Column('first', sa.Date(), nullable=True),
    sa.Column('last', sa.Date(), nullable=True),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.Column('reason', sa.Text(), server_default='', nullable=False),
    sa.Column('own_title', sa.Text(), server_default='', nullable=False),
    sa.Column('own_result', sa.Text(), server_default='', nullable=False),
    sa.Column('own', sa.Text(), nullable=True),
    sa.Column('closed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['closed_by'], ['people.id'], name=op.f('fk_road_steps_closed_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_road_steps_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_road_steps')),
    sa.UniqueConstraint('school_id', 'year', 'n', name=op.f('uq_road_steps_school_id_year_n'))
    )
    with op.batch_alter_table('road_steps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_road_steps_closed_by'), ['closed_by'], unique=False)

    op.create_table('road_named',
    sa.Column('step_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_road_named_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['step_id'], ['road_steps.id'], name=op.f('fk_road_named_step_id_road_steps'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('step_id', 'person_id', name=op.f('pk_road_named'))
    )
    with op.batch_alter_table('road_named', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_road_named_person_id'), ['person_id'], unique=False)

    op.create_table('road_results',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('step_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=4), nullable=False),
    sa.Column('ref', sa.Text(), server_default='', nullable=False),
    sa.Column('upload_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('added_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_road_results_person_id_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['step_id'], ['road_steps.id'], name=op.f('fk_road_results_step_id_road_steps'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['upload_id'], ['uploads.id'], name=op.f('fk_road_results_upload_id_uploads'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_road_results'))
    )
    with op.batch_alter_table('road_results', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_road_results_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_road_results_step', ['step_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_road_results_upload_id'), ['upload_id'], unique=False)

    # Every school that is there is to be looked at once.
    looks = sa.table('road_looks', sa.column('school_id'), sa.column('looks_at', UtcDateTime()))
    at_once = sa.literal(datetime(2000, 1, 1, tzinfo=UTC), UtcDateTime())
    there = sa.select(sa.table('schools', sa.column('id')).c.id, at_once)
    op.execute(looks.insert().from_select(['school_id', 'looks_at'], there))


def downgrade() -> None:
    with op.batch_alter_table('road_results', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_road_results_upload_id'))
        batch_op.drop_index('ix_road_results_step')
        batch_op.drop_index(batch_op.f('ix_road_results_person_id'))

    op.drop_table('road_results')
    with op.batch_alter_table('road_named', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_road_named_person_id'))

    op.drop_table('road_named')
    with op.batch_alter_table('road_steps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_road_steps_closed_by'))

    op.drop_table('road_steps')
    with op.batch_alter_table('road_stand_ins', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_road_stand_ins_school_id'))
        batch_op.drop_index(batch_op.f('ix_road_stand_ins_person_id'))
        batch_op.drop_index(batch_op.f('ix_road_stand_ins_absent_id'))

    op.drop_table('road_stand_ins')
    with op.batch_alter_table('road_holders', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_road_holders_person_id'))

    op.drop_table('road_holders')
    with op.batch_alter_table('road_changes', schema=None) as batch_op:
        batch_op.drop_index('ix_road_changes_step')
        batch_op.drop_index(batch_op.f('ix_road_changes_person_id'))

    op.drop_table('road_changes')
    with op.batch_alter_table('road_looks', schema=None) as batch_op:
        batch_op.drop_index('ix_road_looks_at')

    op.drop_table('road_looks')
