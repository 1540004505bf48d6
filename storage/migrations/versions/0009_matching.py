"""interviews; matching, acceptance, early ends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('match_runs',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('weights', sa.Text(), nullable=False),
    sa.Column('least_hours', sa.SmallInteger(), server_default='0', nullable=False),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.Column('edited', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('approved_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_match_runs_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_match_runs'))
    )
    with op.batch_alter_table('match_runs', schema=None) as batch_op:
        batch_op.create_index('ix_match_runs_school', ['school_id', 'occasion'], unique=False)

    op.create_table('match_settings',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('weights', sa.Text(), server_default='{}', nullable=False),
    sa.Column('least_hours', sa.SmallInteger(), server_default='0', nullable=False),
    sa.Column('looked_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_match_settings_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_match_settings'))
    )
    op.create_table('order_settings',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('legal', sa.Text(), server_default='[]', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_order_settings_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_order_settings'))
    )
    op.create_table('acceptances',
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('answer', sa.String(length=8), server_default='', nullable=False),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.Column('note', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_acceptances_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_acceptances_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('pair_id', 'person_id', name=op.f('pk_acceptances'))
    )
    with op.batch_alter_table('acceptances', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_acceptances_person_id'), ['person_id'], unique=False)

    op.create_table('interviews',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('grades', sa.Text(), server_default='{}', nullable=False),
    sa.Column('decision', sa.String(length=8), server_default='', nullable=False),
    sa.Column('remark', sa.Text(), server_default='', nullable=False),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', UtcDateTime(), nullable=True),
    sa.Column('told', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['decided_by'], ['people.id'], name=op.f('fk_interviews_decided_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_interviews_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interviews')),
    sa.UniqueConstraint('person_id', 'occasion', name=op.f('uq_interviews_person_id_occasion'))
    )
    with op.batch_alter_table('interviews', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_interviews_decided_by'), ['decided_by'], unique=False)

    op.create_table('match_cells',
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('barred', sa.String(length=160), server_default='', nullable=False),
    sa.Column('score', sa.Integer(), nullable=False),
    sa.Column('parts', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_match_cells_mentee_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_match_cells_mentor_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['run_id'], ['match_runs.id'], name=op.f('fk_match_cells_run_id_match_runs'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('run_id', 'mentor_id', 'mentee_id', name=op.f('pk_match_cells'))
    )
    with op.batch_alter_table('match_cells', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_match_cells_mentee_id'), ['mentee_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_match_cells_mentor_id'), ['mentor_id'], unique=False)

    op.create_table('match_pairs',
    sa.Column('run_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('bundle', sa.Integer(), server_default='0', nullable=False),
    sa.Column('kind', sa.String(length=12), server_default='', nullable=False),
    sa.Column('contact', sa.String(length=12), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_match_pairs_mentee_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_match_pairs_mentor_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['run_id'], ['match_runs.id'], name=op.f('fk_match_pairs_run_id_match_runs'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('run_id', 'mentor_id', 'mentee_id', name=op.f('pk_match_pairs'))
    )
    with op.batch_alter_table('match_pairs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_match_pairs_mentee_id'), ['mentee_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_match_pairs_mentor_id'), ['mentor_id'], unique=False)

    op.create_table('match_rules',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('first_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('second_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['first_id'], ['people.id'], name=op.f('fk_match_rules_first_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_match_rules_school_id_schools'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['second_id'], ['people.id'], name=op.f('fk_match_rules_second_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('occasion', 'kind', 'first_id', 'second_id', name=op.f('pk_match_rules'))
    )
    with op.batch_alter_table('match_rules', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_match_rules_first_id'), ['first_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_match_rules_school_id'), ['school_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_match_rules_second_id'), ['second_id'], unique=False)

    op.create_table('match_wishes',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('other_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('noted_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['other_id'], ['people.id'], name=op.f('fk_match_wishes_other_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_match_wishes_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', 'other_id', name=op.f('pk_match_wishes'))
    )
    with op.batch_alter_table('match_wishes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_match_wishes_other_id'), ['other_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_match_wishes_person_id'), ['person_id'], unique=False)

    op.create_table('name_forms',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('forms', sa.Text(), server_default='{}', nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_name_forms_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_name_forms'))
    )
    op.create_table('pair_endings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('reason', sa.String(length=16), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('leaving_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('successor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('done_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['leaving_id'], ['people.id'], name=op.f('fk_pair_endings_leaving_id_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_pair_endings_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['successor_id'], ['people.id'], name=op.f('fk_pair_endings_successor_id_people'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_endings')),
    sa.UniqueConstraint('pair_id', name=op.f('uq_pair_endings_pair_id'))
    )
    with op.batch_alter_table('pair_endings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pair_endings_leaving_id'), ['leaving_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pair_endings_successor_id'), ['successor_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('pair_endings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pair_endings_successor_id'))
        batch_op.drop_index(batch_op.f('ix_pair_endings_leaving_id'))

    op.drop_table('pair_endings')
    op.drop_table('name_forms')
    with op.batch_alter_table('match_wishes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_wishes_person_id'))
        batch_op.drop_index(batch_op.f('ix_match_wishes_other_id'))

    op.drop_table('match_wishes')
    with op.batch_alter_table('match_rules', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_rules_second_id'))
        batch_op.drop_index(batch_op.f('ix_match_rules_school_id'))
        batch_op.drop_index(batch_op.f('ix_match_rules_first_id'))

    op.drop_table('match_rules')
    with op.batch_alter_table('match_pairs', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_pairs_mentor_id'))
        batch_op.drop_index(batch_op.f('ix_match_pairs_mentee_id'))

    op.drop_table('match_pairs')
    with op.batch_alter_table('match_cells', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_cells_mentor_id'))
        batch_op.drop_index(batch_op.f('ix_match_cells_mentee_id'))

    op.drop_table('match_cells')
    with op.batch_alter_table('interviews', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_interviews_decided_by'))

    op.drop_table('interviews')
    with op.batch_alter_table('acceptances', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_acceptances_person_id'))

    op.drop_table('acceptances')
    op.drop_table('order_settings')
    op.drop_table('match_settings')
    with op.batch_alter_table('match_runs', schema=None) as batch_op:
        batch_op.drop_index('ix_match_runs_school')

    op.drop_table('match_runs')
