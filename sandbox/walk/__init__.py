"""A school's first days, played over the sandbox's JSON interface alone.

`python -m sandbox.walk` shows them to a person; `furnish` gives the demo school something to look at.
"""

from sandbox.walk.demo import furnish

__all__ = ["furnish"]
