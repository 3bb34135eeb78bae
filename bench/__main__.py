"""Run the measurements named on the command line, or all of them."""

from __future__ import annotations

import sys

from bench import coverage, faults, intake, invariance, plans, scale, scores, speed, startup

MEASUREMENTS = {
    "scores": scores.run,
    "coverage": coverage.run,
    "invariance": invariance.run,
    "speed": speed.run,
    "startup": startup.run,
    "intake": intake.run,
    "plans": plans.run,
    "scale": scale.run,
    "faults": faults.run,
}


def main() -> int:
    wanted = sys.argv[1:] or list(MEASUREMENTS)
    unknown = [name for name in wanted if name not in MEASUREMENTS]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}")
        return 2
    for name in wanted:
        print(f"\n== {name}")
        MEASUREMENTS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
