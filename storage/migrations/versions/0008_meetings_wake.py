"""when a meeting needs a look."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.add_column(sa.Column('wakes_at', UtcDateTime(), nullable=True))
        batch_op.create_index('ix_meetings_wakes', ['wakes_at'], unique=False)
        batch_op.drop_index('ix_meetings_ended')
    # Every one of them is looked at once, and finds its own moment then.
    op.execute('UPDATE meetings SET wakes_at = offered_at')


def downgrade() -> None:
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.create_index('ix_meetings_ended', ['ended_at'], unique=False)
        batch_op.drop_index('ix_meetings_wakes')
        batch_op.drop_column('wakes_at')
