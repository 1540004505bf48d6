"""a school's own templates of orders; files made on their way out; group sizes; runs for a second mentor."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('order_templates',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('added_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('added_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['added_by'], ['people.id'], name=op.f('fk_order_templates_added_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_order_templates_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', 'kind', name=op.f('pk_order_templates'))
    )
    with op.batch_alter_table('order_templates', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_order_templates_added_by'), ['added_by'], unique=False)

    op.create_table('match_sizes',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('places', sa.SmallInteger(), nullable=True),
    sa.Column('least', sa.SmallInteger(), server_default='1', nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_match_sizes_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_match_sizes_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('occasion', 'person_id', name=op.f('pk_match_sizes'))
    )
    with op.batch_alter_table('match_sizes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_match_sizes_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_match_sizes_school_id'), ['school_id'], unique=False)

    with op.batch_alter_table('match_runs', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(length=12), server_default='', nullable=False))

    with op.batch_alter_table('outbox_files', schema=None) as batch_op:
        batch_op.add_column(sa.Column('recipe', sa.String(length=16), server_default='', nullable=False))


def downgrade() -> None:
    with op.batch_alter_table('outbox_files', schema=None) as batch_op:
        batch_op.drop_column('recipe')

    with op.batch_alter_table('match_runs', schema=None) as batch_op:
        batch_op.drop_column('kind')

    with op.batch_alter_table('match_sizes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_sizes_school_id'))
        batch_op.drop_index(batch_op.f('ix_match_sizes_person_id'))

    op.drop_table('match_sizes')

    with op.batch_alter_table('order_templates', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_order_templates_added_by'))

    op.drop_table('order_templates')
