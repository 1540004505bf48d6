"""digests: when they are due, school by school."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('digests',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('weekday', sa.SmallInteger(), server_default='0', nullable=False),
    sa.Column('hour', sa.SmallInteger(), server_default='8', nullable=False),
    sa.Column('off', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('said_on', sa.Date(), nullable=False),
    sa.Column('due_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_digests_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', 'kind', name=op.f('pk_digests'))
    )
    with op.batch_alter_table('digests', schema=None) as batch_op:
        batch_op.create_index('ix_digests_due', ['due_at'], unique=False)

    op.create_table('digest_nudges',
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('nudged_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_digest_nudges_pair_id_pairs'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('pair_id', name=op.f('pk_digest_nudges'))
    )
    # Schools that are there get their first digest in the next week or month: this one is done with.
    for kind in ('week', 'month'):
        op.execute(
            "INSERT INTO digests (school_id, kind, said_on, due_at) "
            f"SELECT id, '{kind}', CURRENT_DATE, created_at FROM schools"
        )


def downgrade() -> None:
    op.drop_table('digest_nudges')
    with op.batch_alter_table('digests', schema=None) as batch_op:
        batch_op.drop_index('ix_digests_due')

    op.drop_table('digests')
