"""A Bot API server in memory, and a messenger page for the people of a demo school.

Knows nothing of the bot: any bot that speaks the Bot API can be tried here.
"""
