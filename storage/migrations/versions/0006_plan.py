"""mentoring plans; the school's calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0006'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('special_days',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('title', sa.String(length=120), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_special_days_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_special_days')),
    sa.UniqueConstraint('school_id', 'first', 'last', 'kind', 'title', name=op.f('uq_special_days_school_id_first_last_kind_title'))
    )
    with op.batch_alter_table('special_days', schema=None) as batch_op:
        batch_op.create_index('ix_special_days_last', ['school_id', 'last'], unique=False)

    op.create_table('plan_changes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('what', sa.String(length=20), nullable=False),
    sa.Column('about', sa.Text(), server_default='', nullable=False),
    sa.Column('task_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_plan_changes_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_plan_changes_person_id_people'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_changes'))
    )
    with op.batch_alter_table('plan_changes', schema=None) as batch_op:
        batch_op.create_index('ix_plan_changes_pair', ['pair_id', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_plan_changes_person_id'), ['person_id'], unique=False)

    op.create_table('plan_goals',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('subject', sa.String(length=12), nullable=False),
    sa.Column('dropped', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_plan_goals_pair_id_pairs'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_goals'))
    )
    with op.batch_alter_table('plan_goals', schema=None) as batch_op:
        batch_op.create_index('ix_plan_goals_pair', ['pair_id'], unique=False)

    op.create_table('plan_tasks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('section', sa.String(length=16), nullable=False),
    sa.Column('subject', sa.String(length=12), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('planned', sa.Text(), server_default='', nullable=False),
    sa.Column('goal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('card_id', sa.String(length=40), nullable=True),
    sa.Column('term', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('actual', sa.Text(), server_default='', nullable=False),
    sa.Column('mark', sa.Text(), server_default='', nullable=False),
    sa.Column('notes', sa.Text(), server_default='[]', nullable=False),
    sa.ForeignKeyConstraint(['goal_id'], ['plan_goals.id'], name=op.f('fk_plan_tasks_goal_id_plan_goals'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_plan_tasks_pair_id_pairs'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_tasks')),
    sa.UniqueConstraint('pair_id', 'card_id', name=op.f('uq_plan_tasks_pair_id_card_id'))
    )
    with op.batch_alter_table('plan_tasks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_plan_tasks_goal_id'), ['goal_id'], unique=False)

    op.create_table('plan_results',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=False),
    sa.Column('task_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('links', sa.Text(), server_default='[]', nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_plan_results_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_plan_results_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['task_id'], ['plan_tasks.id'], name=op.f('fk_plan_results_task_id_plan_tasks'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_results'))
    )
    with op.batch_alter_table('plan_results', schema=None) as batch_op:
        batch_op.create_index('ix_plan_results_pair', ['pair_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_plan_results_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_plan_results_task_id'), ['task_id'], unique=False)

    op.create_table('plan_files',
    sa.Column('result_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('upload_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['result_id'], ['plan_results.id'], name=op.f('fk_plan_files_result_id_plan_results'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['upload_id'], ['uploads.id'], name=op.f('fk_plan_files_upload_id_uploads'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('result_id', 'upload_id', name=op.f('pk_plan_files'))
    )
    with op.batch_alter_table('plan_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_plan_files_upload_id'), ['upload_id'], unique=False)

    with op.batch_alter_table('schools', schema=None) as batch_op:
        batch_op.add_column(sa.Column('week_days', sa.SmallInteger(), server_default='5', nullable=False))



def downgrade() -> None:
    with op.batch_alter_table('schools', schema=None) as batch_op:
        batch_op.drop_column('week_days')

    with op.batch_alter_table('plan_files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_plan_files_upload_id'))

    op.drop_table('plan_files')
    with op.batch_alter_table('plan_results', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_plan_results_task_id'))
        batch_op.drop_index(batch_op.f('ix_plan_results_person_id'))
        batch_op.drop_index('ix_plan_results_pair')

    op.drop_table('plan_results')
    with op.batch_alter_table('plan_tasks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_plan_tasks_goal_id'))

    op.drop_table('plan_tasks')
    with op.batch_alter_table('plan_goals', schema=None) as batch_op:
        batch_op.drop_index('ix_plan_goals_pair')

    op.drop_table('plan_goals')
    with op.batch_alter_table('plan_changes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_plan_changes_person_id'))
        batch_op.drop_index('ix_plan_changes_pair')

    op.drop_table('plan_changes')
    with op.batch_alter_table('special_days', schema=None) as batch_op:
        batch_op.drop_index('ix_special_days_last')

    op.drop_table('special_days')
