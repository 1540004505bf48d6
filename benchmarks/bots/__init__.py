"""The measured bots, each its own process: `python -m benchmarks.bots.<name> SERVER TOKEN DATABASE`."""
