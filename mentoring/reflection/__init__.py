"""Reflection in the school's group (step 24 of the roadmap): questions on a rhythm, answers, polls, May's hour."""
