"""Runs named steps and prints one line of JSON for each: {"name", "ok", "detail"?}."""

import json
import traceback
from typing import Callable

_steps: list[tuple[str, Callable[[], None]]] = []


def step(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def add(run: Callable[[], None]) -> Callable[[], None]:
        _steps.append((name, run))
        return run

    return add


def run_all() -> None:
    for name, run in _steps:
        try:
            run()
            print(json.dumps({"name": name, "ok": True}), flush=True)
        except Exception:
            print(json.dumps({"name": name, "ok": False, "detail": traceback.format_exc()}), flush=True)
