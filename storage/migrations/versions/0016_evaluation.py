"""the year's end: mutual evaluation, final words, cards, totals, frozen reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('evaluation_settings',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('window', sa.String(length=12), server_default='', nullable=False),
    sa.Column('grace', sa.SmallInteger(), server_default='7', nullable=False),
    sa.Column('readers', sa.String(length=40), server_default='curator', nullable=False),
    sa.Column('looks_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_evaluation_settings_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_evaluation_settings'))
    )
    with op.batch_alter_table('evaluation_settings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_evaluation_settings_looks_at'), ['looks_at'], unique=False)

    op.create_table('year_counts',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('name', sa.String(length=24), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.Column('before', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_year_counts_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', 'occasion', 'name', name=op.f('pk_year_counts'))
    )
    op.create_table('year_reports',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('mentors', sa.Integer(), nullable=False),
    sa.Column('mentees', sa.Integer(), nullable=False),
    sa.Column('pairs', sa.Integer(), nullable=False),
    sa.Column('findings', sa.Text(), nullable=False),
    sa.Column('swot', sa.Text(), server_default='{}', nullable=False),
    sa.Column('conclusions', sa.Text(), server_default='', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_year_reports_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', 'occasion', name=op.f('pk_year_reports'))
    )
    op.create_table('class_totals',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('teacher_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.String(length=12), nullable=False),
    sa.Column('pupils', sa.Integer(), nullable=False),
    sa.Column('before', sa.Text(), server_default='{}', nullable=False),
    sa.Column('after', sa.Text(), server_default='{}', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_class_totals_school_id_schools'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['teacher_id'], ['people.id'], name=op.f('fk_class_totals_teacher_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_class_totals')),
    sa.UniqueConstraint('school_id', 'occasion', 'teacher_id', 'name', name=op.f('uq_class_totals_school_id_occasion_teacher_id_name'))
    )
    with op.batch_alter_table('class_totals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_class_totals_teacher_id'), ['teacher_id'], unique=False)

    op.create_table('final_words',
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('was', sa.Text(), server_default='', nullable=False),
    sa.Column('became', sa.Text(), server_default='', nullable=False),
    sa.Column('way', sa.String(length=16), server_default='', nullable=False),
    sa.Column('said_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_final_words_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_final_words_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('pair_id', 'person_id', name=op.f('pk_final_words'))
    )
    with op.batch_alter_table('final_words', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_final_words_person_id'), ['person_id'], unique=False)

    op.create_table('mutual_occasions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('giver_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('about_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.Column('first_day', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('readers', sa.String(length=40), nullable=False),
    sa.Column('released', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['about_id'], ['people.id'], name=op.f('fk_mutual_occasions_about_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['giver_id'], ['people.id'], name=op.f('fk_mutual_occasions_giver_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_mutual_occasions_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_mutual_occasions_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mutual_occasions')),
    sa.UniqueConstraint('pair_id', 'occasion', 'giver_id', 'about_id', name=op.f('uq_mutual_occasions_pair_id_occasion_giver_id_about_id'))
    )
    with op.batch_alter_table('mutual_occasions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_mutual_occasions_about_id'), ['about_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_mutual_occasions_giver_id'), ['giver_id'], unique=False)
        batch_op.create_index('ix_mutual_occasions_school', ['school_id', 'occasion'], unique=False)

    op.create_table('pair_cards',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('pair_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.ForeignKeyConstraint(['pair_id'], ['pairs.id'], name=op.f('fk_pair_cards_pair_id_pairs'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_pair_cards_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_cards')),
    sa.UniqueConstraint('pair_id', 'occasion', name=op.f('uq_pair_cards_pair_id_occasion'))
    )
    with op.batch_alter_table('pair_cards', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pair_cards_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('pair_cards', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pair_cards_person_id'))

    op.drop_table('pair_cards')
    with op.batch_alter_table('mutual_occasions', schema=None) as batch_op:
        batch_op.drop_index('ix_mutual_occasions_school')
        batch_op.drop_index(batch_op.f('ix_mutual_occasions_giver_id'))
        batch_op.drop_index(batch_op.f('ix_mutual_occasions_about_id'))

    op.drop_table('mutual_occasions')
    with op.batch_alter_table('final_words', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_final_words_person_id'))

    op.drop_table('final_words')
    with op.batch_alter_table('class_totals', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_class_totals_teacher_id'))

    op.drop_table('class_totals')
    op.drop_table('year_reports')
    op.drop_table('year_counts')
    with op.batch_alter_table('evaluation_settings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_evaluation_settings_looks_at'))

    op.drop_table('evaluation_settings')
