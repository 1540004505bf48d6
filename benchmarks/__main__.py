"""`python -m benchmarks [row] [--quick]`: measures and prints tables."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from benchmarks import answered

ROWS: dict[str, Callable[[bool], Coroutine[Any, Any, str]]] = {"answered": answered.row}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("row", nargs="?", choices=sorted(ROWS), help="one row only (default: all)")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and people, for a first look")
    args = parser.parse_args()
    for name in [args.row] if args.row else ROWS:
        print(asyncio.run(ROWS[name](args.quick)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
