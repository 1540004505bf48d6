"""The bots that are measured, each a process of its own: `python -m benchmarks.bots.<name> SERVER TOKEN DATABASE`."""
