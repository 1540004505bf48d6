"""what is due and was not said yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('notices',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('key', sa.String(length=160), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('about_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('rule', sa.String(length=40), nullable=False),
    sa.Column('subject', sa.String(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('buttons', sa.Text(), nullable=True),
    sa.Column('audience', sa.String(length=12), nullable=False),
    sa.Column('privacy', sa.String(length=12), nullable=False),
    sa.Column('importance', sa.SmallInteger(), nullable=False),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('sounding', sa.Boolean(), nullable=False),
    sa.Column('due_at', UtcDateTime(), nullable=False),
    sa.Column('expires_at', UtcDateTime(), nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('why', sa.String(length=16), server_default='', nullable=False),
    sa.Column('look_at', UtcDateTime(), nullable=True),
    sa.Column('decided_at', UtcDateTime(), nullable=True),
    sa.Column('bundle', sa.String(length=160), nullable=True),
    sa.ForeignKeyConstraint(['about_id'], ['people.id'], name=op.f('fk_notices_about_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_notices_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_notices_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notices')),
    sa.UniqueConstraint('key', name=op.f('uq_notices_key'))
    )
    with op.batch_alter_table('notices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_notices_about_id'), ['about_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_notices_bundle'), ['bundle'], unique=False)
        batch_op.create_index('ix_notices_look', ['look_at', 'person_id'], unique=False)
        batch_op.create_index('ix_notices_person', ['person_id', 'due_at'], unique=False)
        batch_op.create_index('ix_notices_school', ['school_id', 'decided_at'], unique=False)
        batch_op.create_index('ix_notices_subject', ['rule', 'subject'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('notices', schema=None) as batch_op:
        batch_op.drop_index('ix_notices_subject')
        batch_op.drop_index('ix_notices_school')
        batch_op.drop_index('ix_notices_person')
        batch_op.drop_index('ix_notices_look')
        batch_op.drop_index(batch_op.f('ix_notices_bundle'))
        batch_op.drop_index(batch_op.f('ix_notices_about_id'))

    op.drop_table('notices')
