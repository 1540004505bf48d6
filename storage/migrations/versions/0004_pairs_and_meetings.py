"""pairs and meetings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('pairs',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('contact', sa.String(length=12), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.Column('opened_at', UtcDateTime(), nullable=False),
    sa.Column('pauses', sa.Text(), server_default='[]', nullable=False),
    sa.Column('closed_at', UtcDateTime(), nullable=True),
    sa.Column('ending', sa.String(length=12), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_pairs_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pairs'))
    )
    with op.batch_alter_table('pairs', schema=None) as batch_op:
        batch_op.create_index('ix_pairs_school', ['school_id', 'state'], unique=False)

    op.create_table('meetings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('uid', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.Column('sequence', sa.Integer(), server_default='0', nullable=False),
    sa.Column('invited', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('proposed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('offered_at', UtcDateTime(), nullable=False),
    sa.Column('slots', sa.Text(), nullable=False),
    sa.Column('chosen', sa.SmallInteger(), nullable=True),
    sa.Column('starts_at', UtcDateTime(), nullable=True),
    sa.Column('place', sa.String(length=200), server_default='', nullable=False),
    sa.Column('contact', sa.String(length=12), nullable=True),
    sa.Column('moves', sa.SmallInteger(), server_default='0', nullable=False),
    sa.Column('agreed_at', UtcDateTime(), nullable=True),
    sa.Column('heard_at', UtcDateTime(), nullable=True),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.Column('logged', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_meetings_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_meetings_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meetings')),
    sa.UniqueConstraint('uid', name=op.f('uq_meetings_uid'))
    )
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.create_index('ix_meetings_live', ['id'], unique=False, sqlite_where=sa.text("state IN ('proposed', 'countered', 'agreed', 'happened', 'missed')"), postgresql_where=sa.text("state IN ('proposed', 'countered', 'agreed', 'happened', 'missed')"))
        batch_op.create_index(batch_op.f('ix_meetings_pair_id'), ['pair_id'], unique=False)

    op.create_table('pair_members',
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.Column('kind', sa.String(length=60), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_pair_members_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_pair_members_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('pair_id', 'person_id', name=op.f('pk_pair_members'))
    )
    with op.batch_alter_table('pair_members', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pair_members_person_id'), ['person_id'], unique=False)

    op.create_table('ladders',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('reason', sa.String(length=16), nullable=False),
    sa.Column('running', sa.Boolean(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_ladders_pair_id_pairs'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ladders'))
    )
    with op.batch_alter_table('ladders', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ladders_pair_id'), ['pair_id'], unique=False)

    op.create_table('meeting_checkins',
    sa.Column('meeting_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('word', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_checkins_meeting_id_meetings'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_meeting_checkins_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('meeting_id', 'person_id', name=op.f('pk_meeting_checkins'))
    )
    with op.batch_alter_table('meeting_checkins', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_checkins_person_id'), ['person_id'], unique=False)

    op.create_table('meeting_people',
    sa.Column('meeting_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.Column('reply', sa.String(length=8), nullable=False),
    sa.Column('slot', sa.SmallInteger(), nullable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_meeting_people_meeting_id_meetings'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_meeting_people_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('meeting_id', 'person_id', name=op.f('pk_meeting_people'))
    )
    with op.batch_alter_table('meeting_people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_people_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('ladders', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ladders_pair_id'))

    op.drop_table('ladders')
    with op.batch_alter_table('meeting_people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_people_person_id'))

    op.drop_table('meeting_people')
    with op.batch_alter_table('meeting_checkins', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_checkins_person_id'))

    op.drop_table('meeting_checkins')
    with op.batch_alter_table('pair_members', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pair_members_person_id'))

    op.drop_table('pair_members')
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meetings_pair_id'))
        batch_op.drop_index('ix_meetings_live', sqlite_where=sa.text("state IN ('proposed', 'countered', 'agreed', 'happened', 'missed')"), postgresql_where=sa.text("state IN ('proposed', 'countered', 'agreed', 'happened', 'missed')"))

    op.drop_table('meetings')
    with op.batch_alter_table('pairs', schema=None) as batch_op:
        batch_op.drop_index('ix_pairs_school')

    op.drop_table('pairs')
