"""Support, training, the library."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from storage.types import UtcDateTime

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('training_cycles',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('code', sa.String(length=24), server_default='', nullable=False),
    sa.Column('title', sa.String(length=160), server_default='', nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_training_cycles_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_cycles'))
    )
    with op.batch_alter_table('training_cycles', schema=None) as batch_op:
        batch_op.create_index('ix_training_cycles_school', ['school_id', 'occasion'], unique=False)

    op.create_table('training_settings',
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('demanded', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_training_settings_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_id', name=op.f('pk_training_settings'))
    )
    op.create_table('consultations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('asker_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('taker_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('slots', sa.Text(), server_default='[]', nullable=False),
    sa.Column('starts_at', UtcDateTime(), nullable=True),
    sa.Column('by_asker', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('place', sa.String(length=200), server_default='', nullable=False),
    sa.Column('rounds', sa.Integer(), server_default='0', nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('wakes_at', UtcDateTime(), nullable=True),
    sa.Column('revision', sa.Integer(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['asker_id'], ['people.id'], name=op.f('fk_consultations_asker_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_consultations_school_id_schools'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['taker_id'], ['people.id'], name=op.f('fk_consultations_taker_id_people'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultations'))
    )
    with op.batch_alter_table('consultations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consultations_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index('ix_consultations_school', ['school_id', 'occasion'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultations_taker_id'), ['taker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consultations_wakes_at'), ['wakes_at'], unique=False)

    op.create_table('helpers',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('consults', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('answers', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('topics', sa.Text(), server_default='[]', nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_helpers_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_helpers'))
    )
    op.create_table('materials',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('phase', sa.String(length=12), server_default='', nullable=False),
    sa.Column('subject', sa.String(length=12), server_default='', nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('text', sa.Text(), server_default='', nullable=False),
    sa.Column('link', sa.String(length=500), server_default='', nullable=False),
    sa.Column('medium', sa.String(length=12), server_default='', nullable=False),
    sa.Column('reference', sa.String(length=200), server_default='', nullable=False),
    sa.Column('file_name', sa.String(length=160), server_default='', nullable=False),
    sa.Column('added_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('added_at', UtcDateTime(), nullable=False),
    sa.Column('withdrawn_at', UtcDateTime(), nullable=True),
    sa.Column('words', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['added_by'], ['people.id'], name=op.f('fk_materials_added_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_materials_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_materials'))
    )
    with op.batch_alter_table('materials', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_materials_added_by'), ['added_by'], unique=False)
        batch_op.create_index('ix_materials_school', ['school_id', 'added_at'], unique=False)

    op.create_table('questions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('school_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('occasion', sa.String(length=16), nullable=False),
    sa.Column('asker_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('topic', sa.String(length=16), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('named', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('answer', sa.Text(), server_default='', nullable=False),
    sa.Column('answered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.Column('thanked', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('closed', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('wakes_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['answered_by'], ['people.id'], name=op.f('fk_questions_answered_by_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['asker_id'], ['people.id'], name=op.f('fk_questions_asker_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['school_id'], ['schools.id'], name=op.f('fk_questions_school_id_schools'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questions'))
    )
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_questions_answered_by'), ['answered_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_questions_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index('ix_questions_school', ['school_id', 'occasion'], unique=False)
        batch_op.create_index(batch_op.f('ix_questions_wakes_at'), ['wakes_at'], unique=False)

    op.create_table('talks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('asker_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('psychologist_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_at', UtcDateTime(), nullable=False),
    sa.Column('done_at', UtcDateTime(), nullable=True),
    sa.Column('erase_at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['asker_id'], ['people.id'], name=op.f('fk_talks_asker_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['psychologist_id'], ['people.id'], name=op.f('fk_talks_psychologist_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_talks'))
    )
    with op.batch_alter_table('talks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_talks_asker_id'), ['asker_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_talks_erase_at'), ['erase_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_talks_psychologist_id'), ['psychologist_id'], unique=False)

    op.create_table('training_lessons',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('cycle_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(length=24), server_default='', nullable=False),
    sa.Column('title', sa.String(length=160), server_default='', nullable=False),
    sa.Column('text', sa.Text(), server_default='', nullable=False),
    sa.Column('link', sa.String(length=500), server_default='', nullable=False),
    sa.Column('medium', sa.String(length=12), server_default='', nullable=False),
    sa.Column('reference', sa.String(length=200), server_default='', nullable=False),
    sa.Column('file_name', sa.String(length=160), server_default='', nullable=False),
    sa.Column('test', sa.Text(), server_default='[]', nullable=False),
    sa.ForeignKeyConstraint(['cycle_id'], ['training_cycles.id'], name=op.f('fk_training_lessons_cycle_id_training_cycles'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_lessons'))
    )
    with op.batch_alter_table('training_lessons', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_lessons_cycle_id'), ['cycle_id'], unique=False)

    op.create_table('question_people',
    sa.Column('question_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('passed', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_question_people_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['question_id'], ['questions.id'], name=op.f('fk_question_people_question_id_questions'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('question_id', 'person_id', name=op.f('pk_question_people'))
    )
    with op.batch_alter_table('question_people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_people_person_id'), ['person_id'], unique=False)

    op.create_table('talk_lines',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('talk_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('by_asker', sa.Boolean(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['talk_id'], ['talks.id'], name=op.f('fk_talk_lines_talk_id_talks'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_talk_lines'))
    )
    with op.batch_alter_table('talk_lines', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_talk_lines_talk_id'), ['talk_id'], unique=False)

    op.create_table('training_reads',
    sa.Column('lesson_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('right', sa.Integer(), server_default='0', nullable=False),
    sa.Column('asked', sa.Integer(), server_default='0', nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['lesson_id'], ['training_lessons.id'], name=op.f('fk_training_reads_lesson_id_training_lessons'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_training_reads_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('lesson_id', 'person_id', name=op.f('pk_training_reads'))
    )
    with op.batch_alter_table('training_reads', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_reads_person_id'), ['person_id'], unique=False)

    op.create_table('training_sessions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('cycle_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('lesson_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('starts_at', UtcDateTime(), nullable=False),
    sa.Column('minutes', sa.SmallInteger(), nullable=False),
    sa.Column('place', sa.String(length=200), server_default='', nullable=False),
    sa.Column('teacher_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('called_off', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('wakes_at', UtcDateTime(), nullable=True),
    sa.ForeignKeyConstraint(['cycle_id'], ['training_cycles.id'], name=op.f('fk_training_sessions_cycle_id_training_cycles'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['lesson_id'], ['training_lessons.id'], name=op.f('fk_training_sessions_lesson_id_training_lessons'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['teacher_id'], ['people.id'], name=op.f('fk_training_sessions_teacher_id_people'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_sessions'))
    )
    with op.batch_alter_table('training_sessions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_sessions_cycle_id'), ['cycle_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_training_sessions_lesson_id'), ['lesson_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_training_sessions_teacher_id'), ['teacher_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_training_sessions_wakes_at'), ['wakes_at'], unique=False)

    op.create_table('training_marks',
    sa.Column('session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('came', sa.Boolean(), nullable=False),
    sa.Column('by_staff', sa.Boolean(), server_default='0', nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_training_marks_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_training_marks_session_id_training_sessions'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('session_id', 'person_id', name=op.f('pk_training_marks'))
    )
    with op.batch_alter_table('training_marks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_marks_person_id'), ['person_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('training_marks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_marks_person_id'))

    op.drop_table('training_marks')
    with op.batch_alter_table('training_sessions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_sessions_wakes_at'))
        batch_op.drop_index(batch_op.f('ix_training_sessions_teacher_id'))
        batch_op.drop_index(batch_op.f('ix_training_sessions_lesson_id'))
        batch_op.drop_index(batch_op.f('ix_training_sessions_cycle_id'))

    op.drop_table('training_sessions')
    with op.batch_alter_table('training_reads', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_reads_person_id'))

    op.drop_table('training_reads')
    with op.batch_alter_table('talk_lines', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_talk_lines_talk_id'))

    op.drop_table('talk_lines')
    with op.batch_alter_table('question_people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_question_people_person_id'))

    op.drop_table('question_people')
    with op.batch_alter_table('training_lessons', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_training_lessons_cycle_id'))

    op.drop_table('training_lessons')
    with op.batch_alter_table('talks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_talks_psychologist_id'))
        batch_op.drop_index(batch_op.f('ix_talks_erase_at'))
        batch_op.drop_index(batch_op.f('ix_talks_asker_id'))

    op.drop_table('talks')
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_questions_wakes_at'))
        batch_op.drop_index('ix_questions_school')
        batch_op.drop_index(batch_op.f('ix_questions_asker_id'))
        batch_op.drop_index(batch_op.f('ix_questions_answered_by'))

    op.drop_table('questions')
    with op.batch_alter_table('materials', schema=None) as batch_op:
        batch_op.drop_index('ix_materials_school')
        batch_op.drop_index(batch_op.f('ix_materials_added_by'))

    op.drop_table('materials')
    op.drop_table('helpers')
    with op.batch_alter_table('consultations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_consultations_wakes_at'))
        batch_op.drop_index(batch_op.f('ix_consultations_taker_id'))
        batch_op.drop_index('ix_consultations_school')
        batch_op.drop_index(batch_op.f('ix_consultations_asker_id'))

    op.drop_table('consultations')
    op.drop_table('training_settings')
    with op.batch_alter_table('training_cycles', schema=None) as batch_op:
        batch_op.drop_index('ix_training_cycles_school')

    op.drop_table('training_cycles')
