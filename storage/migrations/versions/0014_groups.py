"""Groups: reflection, polls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('group_posts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('poll_code', sa.String(length=64), nullable=True),
    sa.Column('reactions', sa.Integer(), server_default='0', nullable=False),
    sa.Column('posted_at', UtcDateTime(), nullable=False),
    sa.Column('recalled', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_group_posts_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_posts')),
    sa.UniqueConstraint('key', name=op.f('uq_group_posts_key'))
    )
    with op.batch_alter_table('group_posts', schema=None) as batch_op:
        batch_op.create_index('ix_group_posts_message', ['chat_id', 'message_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_posts_poll_code'), ['poll_code'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_posts_recalled'), ['recalled'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_posts_school_id'), ['school_id'], unique=False)

    op.create_table('reflection_hours',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('minutes', sa.SmallInteger(), nullable=False),
    sa.Column('step', sa.SmallInteger(), server_default='1', nullable=False),
    sa.Column('next_at', UtcDateTime(), nullable=True),
    sa.Column('started_at', UtcDateTime(), nullable=False),
    sa.Column('conclusion', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_reflection_hours_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reflection_hours'))
    )
    with op.batch_alter_table('reflection_hours', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflection_hours_next_at'), ['next_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_reflection_hours_school_id'), ['school_id'], unique=False)

    op.create_table('reflection_prompts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(length=40), server_default='', nullable=False),
    sa.Column('text', sa.Text(), server_default='', nullable=False),
    sa.Column('place', sa.Integer(), server_default='0', nullable=False),
    sa.Column('dropped', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_reflection_prompts_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reflection_prompts'))
    )
    with op.batch_alter_table('reflection_prompts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflection_prompts_school_id'), ['school_id'], unique=False)

    op.create_table('reflection_settings',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('rhythm', sa.String(length=12), server_default='off', nullable=False),
    sa.Column('weekday', sa.SmallInteger(), server_default='5', nullable=False),
    sa.Column('hour', sa.SmallInteger(), server_default='15', nullable=False),
    sa.Column('held', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('period', sa.String(length=16), server_default='', nullable=False),
    sa.Column('summed', sa.String(length=7), server_default='', nullable=False),
    sa.Column('look_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_reflection_settings_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_reflection_settings'))
    )
    with op.batch_alter_table('reflection_settings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflection_settings_look_at'), ['look_at'], unique=False)

    op.create_table('group_polls',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question', sa.String(length=300), nullable=False),
    sa.Column('options', sa.Text(), server_default='[]', nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('post_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('closes_at', UtcDateTime(), nullable=True),
    sa.Column('counts', sa.Text(), server_default='[]', nullable=False),
    sa.ForeignKeyConstraint(['made_by'], ['people.id'], name=op.f('fk_group_polls_made_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['post_id'], ['group_posts.id'], name=op.f('fk_group_polls_post_id_group_posts'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_group_polls_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_polls'))
    )
    with op.batch_alter_table('group_polls', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_polls_closes_at'), ['closes_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_polls_made_by'), ['made_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_polls_post_id'), ['post_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_polls_school_id'), ['school_id'], unique=False)

    op.create_table('reflections',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('post_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('hour_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('others', sa.Integer(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['hour_id'], ['reflection_hours.id'], name=op.f('fk_reflections_hour_id_reflection_hours'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_id'], ['group_posts.id'], name=op.f('fk_reflections_post_id_group_posts'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_reflections_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reflections'))
    )
    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflections_hour_id'), ['hour_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reflections_post_id'), ['post_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reflections_school_id'), ['school_id'], unique=False)

    op.create_table('reflection_answers',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('reflection_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('signed', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('post_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reflection_answers_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['post_id'], ['group_posts.id'], name=op.f('fk_reflection_answers_post_id_group_posts'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['reflection_id'], ['reflections.id'], name=op.f('fk_reflection_answers_reflection_id_reflections'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reflection_answers'))
    )
    with op.batch_alter_table('reflection_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflection_answers_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reflection_answers_post_id'), ['post_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reflection_answers_reflection_id'), ['reflection_id'], unique=False)

    with op.batch_alter_table('groups', schema=None) as batch_op:
        batch_op.add_column(sa.Column('title', sa.String(length=160), server_default='', nullable=False))
        batch_op.add_column(sa.Column('thread_id', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('is_forum', sa.Boolean(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('look_at', UtcDateTime(), nullable=True))
        batch_op.create_index(batch_op.f('ix_groups_look_at'), ['look_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('groups', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_groups_look_at'))
        batch_op.drop_column('look_at')
        batch_op.drop_column('is_forum')
        batch_op.drop_column('thread_id')
        batch_op.drop_column('title')

    with op.batch_alter_table('reflection_answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflection_answers_reflection_id'))
        batch_op.drop_index(batch_op.f('ix_reflection_answers_post_id'))
        batch_op.drop_index(batch_op.f('ix_reflection_answers_person_id'))

    op.drop_table('reflection_answers')
    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflections_school_id'))
        batch_op.drop_index(batch_op.f('ix_reflections_post_id'))
        batch_op.drop_index(batch_op.f('ix_reflections_hour_id'))

    op.drop_table('reflections')
    with op.batch_alter_table('group_polls', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_group_polls_school_id'))
        batch_op.drop_index(batch_op.f('ix_group_polls_post_id'))
        batch_op.drop_index(batch_op.f('ix_group_polls_made_by'))
        batch_op.drop_index(batch_op.f('ix_group_polls_closes_at'))

    op.drop_table('group_polls')
    with op.batch_alter_table('reflection_settings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflection_settings_look_at'))

    op.drop_table('reflection_settings')
    with op.batch_alter_table('reflection_prompts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflection_prompts_school_id'))

    op.drop_table('reflection_prompts')
    with op.batch_alter_table('reflection_hours', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflection_hours_school_id'))
        batch_op.drop_index(batch_op.f('ix_reflection_hours_next_at'))

    op.drop_table('reflection_hours')
    with op.batch_alter_table('group_posts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_group_posts_school_id'))
        batch_op.drop_index(batch_op.f('ix_group_posts_recalled'))
        batch_op.drop_index(batch_op.f('ix_group_posts_poll_code'))
        batch_op.drop_index('ix_group_posts_message')

    op.drop_table('group_posts')
