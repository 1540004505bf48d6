"""A school's year, lived by robots over the sandbox's JSON, with a log of what everybody got and checks on it.

The bot behind it is whatever `Ground` the caller hands in; nothing of the bot's own code is used here.
"""
