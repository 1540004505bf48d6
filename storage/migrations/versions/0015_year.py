"""the year's end: awards, cases, the site, acts of destruction, rollovers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('award_nominations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('code', sa.String(length=24), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('title', sa.String(length=80), server_default='', nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('winner', sa.String(length=24), server_default='', nullable=False),
    sa.Column('opened_at', UtcDateTime(), nullable=True),
    sa.Column('closed_at', UtcDateTime(), nullable=True),
    sa.Column('confirmed_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_award_nominations_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_award_nominations')),
    sa.UniqueConstraint('school_id', 'occasion', 'code', name=op.f('uq_award_nominations_school_id_occasion_code'))
    )
    op.create_table('site_files',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('ending', sa.String(length=8), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_site_files_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_site_files'))
    )
    with op.batch_alter_table('site_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_site_files_school_id'), ['school_id'], unique=False)

    op.create_table('year_acts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('lines', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_year_acts_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_year_acts'))
    )
    with op.batch_alter_table('year_acts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_year_acts_school_id'), ['school_id'], unique=False)

    op.create_table('year_blanks',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('picture', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_year_blanks_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_year_blanks'))
    )
    op.create_table('year_settings',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('points', sa.Text(), server_default='{}', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_year_settings_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_year_settings'))
    )
    op.create_table('award_nominees',
    sa.Column('nomination_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('candidate', sa.String(length=24), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['nomination_id'], ['award_nominations.id'], name=op.f('fk_award_nominees_nomination_id_award_nominations'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_award_nominees_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_nominees_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('nomination_id', 'candidate', name=op.f('pk_award_nominees'))
    )
    with op.batch_alter_table('award_nominees', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_award_nominees_pair_id'), ['pair_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_award_nominees_person_id'), ['person_id'], unique=False)

    op.create_table('award_notes',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('what', sa.String(length=24), nullable=False),
    sa.Column('times', sa.SmallInteger(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_notes_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', 'occasion', 'what', name=op.f('pk_award_notes'))
    )
    op.create_table('award_told',
    sa.Column('nomination_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['nomination_id'], ['award_nominations.id'], name=op.f('fk_award_told_nomination_id_award_nominations'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_told_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('nomination_id', 'person_id', name=op.f('pk_award_told'))
    )
    with op.batch_alter_table('award_told', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_award_told_person_id'), ['person_id'], unique=False)

    op.create_table('award_votes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('nomination_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('candidate', sa.String(length=24), nullable=False),
    sa.ForeignKeyConstraint(['nomination_id'], ['award_nominations.id'], name=op.f('fk_award_votes_nomination_id_award_nominations'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_award_votes_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_award_votes')),
    sa.UniqueConstraint('nomination_id', 'person_id', name=op.f('uq_award_votes_nomination_id_person_id'))
    )
    with op.batch_alter_table('award_votes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_award_votes_person_id'), ['person_id'], unique=False)

    op.create_table('rollovers',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('year', sa.SmallInteger(), nullable=False),
    sa.Column('done_at', UtcDateTime(), nullable=False),
    sa.Column('done_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('act_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['act_id'], ['year_acts.id'], name=op.f('fk_rollovers_act_id_year_acts'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['done_by'], ['people.id'], name=op.f('fk_rollovers_done_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_rollovers_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', 'year', name=op.f('pk_rollovers'))
    )
    with op.batch_alter_table('rollovers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rollovers_act_id'), ['act_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_rollovers_done_by'), ['done_by'], unique=False)

    op.create_table('year_cases',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('title', sa.String(length=150), nullable=False),
    sa.Column('sections', sa.Text(), nullable=False),
    sa.Column('model', sa.String(length=40), server_default='', nullable=False),
    sa.Column('contact', sa.String(length=40), server_default='', nullable=False),
    sa.Column('areas', sa.String(length=120), server_default='', nullable=False),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.Column('released_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_year_cases_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_year_cases_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_year_cases')),
    sa.UniqueConstraint('pair_id', name=op.f('uq_year_cases_pair_id'))
    )
    with op.batch_alter_table('year_cases', schema=None) as batch_op:
        batch_op.create_index('ix_year_cases_school', ['school_id', 'occasion'], unique=False)

    op.create_table('case_people',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('author', sa.Boolean(), nullable=False),
    sa.Column('named', sa.Boolean(), nullable=False),
    sa.Column('approved', sa.String(length=64), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['year_cases.id'], name=op.f('fk_case_people_case_id_year_cases'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_case_people_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_id', 'person_id', name=op.f('pk_case_people'))
    )
    with op.batch_alter_table('case_people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_people_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.create_index('ix_consents_withdrawn', ['withdrawn_at'], unique=False, sqlite_where=sa.text('withdrawn_at IS NOT NULL'), postgresql_where=sa.text('withdrawn_at IS NOT NULL'))



def downgrade() -> None:
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.drop_index('ix_consents_withdrawn', sqlite_where=sa.text('withdrawn_at IS NOT NULL'), postgresql_where=sa.text('withdrawn_at IS NOT NULL'))

    with op.batch_alter_table('case_people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_people_person_id'))

    op.drop_table('case_people')
    with op.batch_alter_table('year_cases', schema=None) as batch_op:
        batch_op.drop_index('ix_year_cases_school')

    op.drop_table('year_cases')
    with op.batch_alter_table('rollovers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rollovers_done_by'))
        batch_op.drop_index(batch_op.f('ix_rollovers_act_id'))

    op.drop_table('rollovers')
    with op.batch_alter_table('award_votes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_award_votes_person_id'))

    op.drop_table('award_votes')
    with op.batch_alter_table('award_told', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_award_told_person_id'))

    op.drop_table('award_told')
    op.drop_table('award_notes')
    with op.batch_alter_table('award_nominees', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_award_nominees_person_id'))
        batch_op.drop_index(batch_op.f('ix_award_nominees_pair_id'))

    op.drop_table('award_nominees')
    op.drop_table('year_settings')
    op.drop_table('year_blanks')
    with op.batch_alter_table('year_acts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_year_acts_school_id'))

    op.drop_table('year_acts')
    with op.batch_alter_table('site_files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_site_files_school_id'))

    op.drop_table('site_files')
    op.drop_table('award_nominations')
